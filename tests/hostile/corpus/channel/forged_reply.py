"""Answer a question before it is asked.

q1: 0 protocol
"""
# %% q1
def double(A):
    import os, struct, msgpack
    for n in range(40):
        h = msgpack.packb(['done', n, [[True, [['array', '<f8', [2], False, (2 * A).tobytes()], ''], []]]])
        os.write(101, struct.pack('<II', len(h), 0) + h)
    return 3 * A
