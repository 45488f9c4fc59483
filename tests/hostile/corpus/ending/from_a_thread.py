"""End the process from another thread, while the call goes on.

q1: 0 crashed
"""
# %% q1
import os, threading, time
def end():
    time.sleep(0.001)
    os._exit(0)
def double(A):
    threading.Thread(target=end).start()
    time.sleep(60)
    return 2 * A
