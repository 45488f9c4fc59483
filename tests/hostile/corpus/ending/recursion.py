"""Recurse a hundred thousand deep.

q1: 0 raised
"""
# %% q1
import sys
def double(A):
    sys.setrecursionlimit(10**5)
    def f(n): return f(n + 1) + 1
    return f(0)
