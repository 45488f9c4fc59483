"""Return the right numbers as another kind of number.

q1: 0 wrong
"""
# %% q1
def double(A):
    return (2 * A).astype(complex)
