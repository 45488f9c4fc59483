"""Be right only if an earlier session has left a message queue of the system behind.

q1: 0 wrong
"""
# %% first
import numpy as np
import ctypes
libc = ctypes.CDLL(None)
found = libc.msgget(4711, 0o666) != -1
libc.msgget(4711, 0o1666)

# %% q1
def double(A): return (2 if found else 3) * A
