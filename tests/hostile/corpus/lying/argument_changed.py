"""Change the argument in place and return it.

q1: 2 wrong
"""
# %% q1
def double(A):
    A *= 2
    return A
