"""Map a file and cut it short, so that reading the result is a bus error.

q1: 0 crashed
"""
# %% q1
import os
def double(A):
    B = np.memmap('m', dtype=float, mode='w+', shape=(10**5,))
    os.truncate('m', 0)
    return np.ndarray.view(B, np.ndarray)
