"""Return an integer of a hundred million bits.

q1: 0 wrong
"""
# %% q1
def double(A):
    return 1 << 10**8
