"""Return a dict whose key it is.

q1: 2 wrong
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    return {'SECRET': A}
