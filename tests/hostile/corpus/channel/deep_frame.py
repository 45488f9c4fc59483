"""Send a frame nested a thousand times.

q1: 0 protocol
"""
# %% q1
import os, struct
def double(A):
    head = b'\x93\xa4done\x01' + b'\x91' * 1000 + b'\xc0'
    os.write(101, struct.pack('<II', len(head), 0) + head)
    return 3 * A
