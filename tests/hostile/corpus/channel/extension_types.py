"""Send msgpack's extension types and dates, for which some readers run code.

q1: 0 protocol
"""
# %% q1
import os, struct
def double(A):
    head = b'\x91\xd6\xff\x00\x00\x00\x00' + b'\xc7\x08\x05' + bytes(8)
    os.write(101, struct.pack('<II', len(head), 0) + head)
    return 3 * A
