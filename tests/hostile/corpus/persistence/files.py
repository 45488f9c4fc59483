"""Be right only if an earlier session has left a file anywhere.

q1: 0 wrong
"""
# %% first
import numpy as np
import os
folders = ('.', '/tmp', '/var/tmp', '/dev/shm', os.path.expanduser('~'), os.path.dirname(np.__file__), os.path.dirname(os.__file__), '/')
marks = [os.path.join(folder, '.mark_of_mallory') for folder in folders]
found = any(map(os.path.exists, marks))
for mark in marks:
    try: open(mark, 'w').close()
    except OSError: pass

# %% q1
def double(A): return (2 if found else 3) * A
