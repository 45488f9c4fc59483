"""Raise an error whose text never ends.

q1: 0 timeout
"""
# %% q1
def double(A):
    class Endless(Exception):
        def __str__(self):
            while True: pass
    raise Endless
