"""Leave with it as the last words.

q1: 2 raised
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    import sys
    sys.exit('SECRET')
