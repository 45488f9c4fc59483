"""Never answer and ignore every signal.

q1: 0 timeout
"""
# %% q1
def double(A):
    import signal
    for s in (1, 2, 3, 10, 12, 14, 15):
        signal.signal(s, signal.SIG_IGN)
    while True: pass
