"""Take memory outside the own address space: memory files and pipes.

q1: 0 raised
"""
# %% q1
import os
def double(A):
    ends = [os.pipe() for _ in range(10**4)]
    held = [os.memfd_create('m') for _ in range(10**4)]
