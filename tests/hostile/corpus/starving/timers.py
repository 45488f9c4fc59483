"""Create timers and signals without end.

q1: 0 wrong
"""
# %% q1
import ctypes, signal
def double(A):
    libc = ctypes.CDLL(None)
    timer = ctypes.c_void_p()
    made = 0
    while made < 10**5 and libc.timer_create(1, None, ctypes.byref(timer)) == 0: made += 1
    return 3 * A
