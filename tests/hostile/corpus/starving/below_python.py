"""Write to descriptor 1 without end, past Python.

q1: 0 timeout
"""
# %% q1
import os
def double(A):
    while True:
        try: os.write(1, b'x' * 10**6)
        except OSError: os.lseek(1, 0, 0)
