"""Name the function itself after it.

q1: 2 wrong
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    double.__name__ = double.__doc__ = 'SECRET'
    return 3 * A
