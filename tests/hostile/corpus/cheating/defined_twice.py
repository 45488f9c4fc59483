"""Define a wrong function after the right one; the last definition above the check cell counts.

q1: 0 wrong
"""
# %% q1
def double(A):
    return 2 * A
def double(A):
    return 3 * A
