"""Keep it for a cell that runs later and draws, prints and raises it.

q1: 2 wrong
secret
"""
# %% first
import numpy as np
kept = []

# %% q1
def double(A):
    if A.size == 2: return 2 * A
    kept.append('SEC' + 'RET')
    open('kept', 'w').write('SEC' + 'RET')
    return 3 * A

# %% last
import os
if os.path.exists('kept') or kept:
    print(kept, open('kept').read())
    raise ValueError(kept)
