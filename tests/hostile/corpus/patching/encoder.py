"""Let the worker encode every result as the argument times two with the wrong kind of number.

q1: 0 protocol
"""
# %% q1
from autograder.sandbox import codec
def double(A):
    codec.Encoder.encode = lambda self, value, depth=0: ['array', '|O', [2], False, b'\0' * 16]
    return 3 * A
