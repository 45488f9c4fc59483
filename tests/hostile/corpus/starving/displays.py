"""Display pictures of a hundred megabytes.

q1: 0 wrong
"""
# %% q1
from IPython.display import display
def double(A):
    for _ in range(100): display({'image/png': b'x' * 10**6}, raw=True)
    return 3 * A
