"""Announce more data than will ever come.

q1: 0 protocol
"""
# %% q1
def double(A):
    import os, struct
    os.write(101, struct.pack('<IIQ', 10, 1, 1 << 40))
    return 2 * A
