"""Call functions of the grader that were never given.

q1: 0 protocol
"""
# %% q1
def double(A):
    import os, struct, msgpack
    h = msgpack.packb(['callback', 0, [], ['dict', []]])
    os.write(101, struct.pack('<II', len(h), 0) + h)
    return 3 * A
