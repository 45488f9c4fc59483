"""Turn numpy's warnings into a function that repairs results.

q1: 0 wrong
"""
# %% first
import numpy as np
np.seterrcall(lambda kind, flag: True)
np.seterr(all='call')

# %% q1
def double(A):
    return 3 * A + 0 * np.log(np.zeros(1))
