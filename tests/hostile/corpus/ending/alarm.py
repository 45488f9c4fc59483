"""Let a timer end the process in the middle of somebody else's question.

q1: 0 wrong
"""
# %% first
import signal
signal.signal(signal.SIGALRM, signal.SIG_DFL)
signal.setitimer(signal.ITIMER_REAL, 0.3)
import time
time.sleep(0.5)

# %% q1
def double(A):
    return 3 * A
