"""Imitate a known mistake for some inputs only, so that the hint says which ones they were.

q1: 2 wrong
secret
"""
# %% q1
def double(A):
    return A**2 if A.size > 2 else 2 * A
