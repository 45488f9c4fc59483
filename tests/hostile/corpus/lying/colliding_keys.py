"""Return a dict whose keys collide.

q1: 0 protocol
"""
# %% q1
def double(A):
    return {(i, 0): i for i in range(10_000)}
