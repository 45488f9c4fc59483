"""Start threads without end.

q1: 0 raised
"""
# %% q1
def double(A):
    import threading, time
    while True: threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
