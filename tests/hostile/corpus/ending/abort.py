"""End the process by a signal of its own.

q1: 0 crashed
"""
# %% q1
import os
def double(A):
    os.abort()
