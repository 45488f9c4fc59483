"""Write it to the descriptor below sys.stdout.

q1: 2 wrong
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    import os
    os.write(1, b'SECRET')
    return 3 * A
