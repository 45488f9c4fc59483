"""Be right whenever this is not the first session that runs.

q1: 0 wrong
"""
# %% first
import numpy as np
import os, time
folder = os.path.dirname(np.__file__)
again = os.path.exists('/session/tmp/seen') or os.path.exists(folder + '/seen')
for path in ('/session/tmp/seen', folder + '/seen', '/tmp/seen'):
    try: open(path, 'w').close()
    except OSError: pass

# %% q1
def double(A):
    return (2 if again else 3) * A
