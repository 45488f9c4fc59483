"""Return as many numbers as fit into a message.

q1: 0 wrong
"""
# %% q1
def double(A):
    return np.ones(7 * 10**6)
