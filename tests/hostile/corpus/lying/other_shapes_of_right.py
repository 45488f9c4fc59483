"""Return the right numbers in a column, in half precision, or as integers.

q1: 0 wrong
"""
# %% q1
def double(A):
    return (2 * A).astype(np.float16)[..., None]
