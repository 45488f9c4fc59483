"""Raise an error with a text of a hundred megabytes.

q1: 0 raised
"""
# %% q1
def double(A):
    raise ValueError('x' * 10**8)
