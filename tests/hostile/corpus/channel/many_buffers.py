"""Send thousands of empty buffers again and again.

q1: 0 protocol
"""
# %% q1
import os, struct
def double(A):
    for _ in range(99): os.write(101, struct.pack('<II', 1, 4096) + bytes(8 * 4096) + b'\x90')
    return 3 * A
