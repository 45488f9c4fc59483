"""Send a short header that claims lists of four billion items.

q1: 0 protocol
"""
# %% q1
import os, struct
def double(A):
    head = b'\xdd\xff\xff\xff\xff' * 100
    os.write(101, struct.pack('<II', len(head), 0) + head)
    return 3 * A
