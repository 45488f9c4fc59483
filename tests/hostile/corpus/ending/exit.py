"""End the process.

q1: 0 crashed
"""
# %% q1
def double(A):
    import os
    os._exit(0)
