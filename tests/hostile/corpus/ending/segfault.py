"""Crash the interpreter.

q1: 0 crashed
"""
# %% q1
def double(A):
    import ctypes
    ctypes.string_at(0)
