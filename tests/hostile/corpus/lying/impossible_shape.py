"""Return an array of no bytes with a gigantic shape.

q1: 0 wrong
"""
# %% q1
def double(A):
    return np.ones((2**40, 0))
