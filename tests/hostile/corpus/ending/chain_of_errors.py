"""Raise an error with ten thousand causes.

q1: 0 raised
"""
# %% q1
def double(A):
    e = None
    for i in range(10_000):
        n = ValueError(i); n.__cause__ = e; e = n
    raise e
