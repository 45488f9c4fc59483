"""Redefine how the shell reports a cell, to tell it when cells run again.

q1: 2 wrong
secret
"""
# %% q1
from autograder.sandbox import worker
def double(A):
    if A.size == 2: return 2 * A
    worker.Worker._take_output = lambda self: 'SEC' + 'RET'
    return 3 * A
