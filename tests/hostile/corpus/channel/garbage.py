"""Send bytes that are no message.

q1: 0 protocol
"""
# %% q1
def double(A):
    import os
    os.write(101, b'x' * 1000)
    return 2 * A
