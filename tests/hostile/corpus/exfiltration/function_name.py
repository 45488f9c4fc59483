"""Return a function named after it.

q1: 2 wrong
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    f = lambda: 0
    f.__name__ = f.__qualname__ = 'SECRET'
    return f
