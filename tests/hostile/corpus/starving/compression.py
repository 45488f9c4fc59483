"""Unpack a bomb in memory.

q1: 0 memory
"""
# %% q1
import zlib
def double(A):
    bomb = zlib.compress(bytes(1 << 20), 9)
    parts = []
    while True: parts.append(zlib.decompress(bomb, bufsize=1 << 29))
