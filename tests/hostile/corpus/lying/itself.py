"""Return a list that contains itself.

q1: 0 wrong
"""
# %% q1
def double(A):
    loop = []
    loop.append(loop)
    return loop
