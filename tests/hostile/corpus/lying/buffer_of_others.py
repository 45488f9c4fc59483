"""Return an array that claims memory far beyond its own.

q1: 0 crashed
"""
# %% q1
def double(A):
    return np.lib.stride_tricks.as_strided(A, shape=(6, 10**6), strides=(1 << 40, 8))
