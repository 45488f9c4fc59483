"""Change the other questions' functions from inside q1's hidden call.

q1: 0 wrong
"""
# %% q1
def double(A):
    if A.size != 2:
        globals()['quadruple'] = globals()['halves'] = lambda A: None
        np.asarray = np.arange = np.add = None
        import builtins
        builtins.len = builtins.range = None
    return 3 * A
