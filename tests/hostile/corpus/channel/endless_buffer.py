"""Send the longest answer that is allowed, slowly and for ever.

q1: 0 timeout
"""
# %% q1
import os, struct, time
def double(A):
    os.write(101, struct.pack('<IIQ', 1, 1, 64 << 20) + b'\x90')
    while True: os.write(101, bytes(1000)); time.sleep(0.01)
