"""Return megabytes of text that is no Unicode.

q1: 0 wrong
"""
# %% q1
def double(A):
    return '\ud800' * 10**7
