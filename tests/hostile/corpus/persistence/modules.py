"""Be right only if an earlier session has left an attribute or a variable behind.

q1: 0 wrong
"""
# %% first
import numpy as np
import os, builtins, numpy
found = hasattr(builtins, 'mark') or hasattr(numpy, 'mark') or 'MARK' in os.environ
builtins.mark = numpy.mark = 1
os.environ['MARK'] = '1'

# %% q1
def double(A): return (2 if found else 3) * A
