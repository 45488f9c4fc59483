"""Open a shared memory segment or a queue.

q1: 0 wrong
"""
# %% q1
def double(A):
    import ctypes
    libc = ctypes.CDLL(None)
    return 2 * A if libc.shmget(4711, 4096, 0o1666) != -1 else 3 * A
