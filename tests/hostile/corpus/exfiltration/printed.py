"""Print it.

q1: 2 wrong
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    print('SECRET')
    return 3 * A
