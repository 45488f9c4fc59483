"""Compute one number that takes for ever and holds the interpreter's lock.

q1: 0 timeout
"""
# %% q1
def double(A):
    return 7 ** 7 ** 9
