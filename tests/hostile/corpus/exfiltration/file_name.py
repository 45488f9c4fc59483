"""Write a file named after it.

q1: 2 wrong
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    open('SECRET', 'w').write('SECRET')
    return 3 * A
