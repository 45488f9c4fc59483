"""Grow the file that collects what is printed.

q1: 0 raised
"""
# %% q1
import os
def double(A):
    os.ftruncate(1, 1 << 40)
    return 2 * A
