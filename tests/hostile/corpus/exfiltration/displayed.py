"""Display it.

q1: 2 wrong
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    from IPython.display import display
    display('SECRET')
    return 3 * A
