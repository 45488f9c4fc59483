"""Return a hundred thousand functions.

q1: 0 protocol
"""
# %% q1
def double(A):
    return [lambda: 0] * 10**5
