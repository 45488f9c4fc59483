"""Answer at random: one run in three is right.

q1: 0 wrong
"""
# %% q1
import itertools
factors = itertools.cycle([3, 3, 3, 2])
def double(A):
    return next(factors) * A
