"""Return a generator that never ends instead of an array.

q1: 0 wrong
"""
# %% q1
import itertools
def double(A):
    return itertools.count()
