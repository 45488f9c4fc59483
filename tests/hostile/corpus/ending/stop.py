"""Stop the process without ending it.

q1: 0 timeout
"""
# %% q1
import os, signal
def double(A):
    os.kill(os.getpid(), signal.SIGSTOP)
    while True: pass
