"""Tell it in a warning.

q1: 2 wrong
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    import warnings
    warnings.warn('SECRET')
    return 3 * A
