"""Be right only if an earlier session has left a thread or a process behind.

q1: 0 wrong
"""
# %% first
import numpy as np
import os, threading, time
found = threading.active_count() > 2 or os.getppid() not in (0, os.getppid())
threading.Thread(target=time.sleep, args=(100,), daemon=True).start()

# %% q1
def double(A): return (2 if found else 3) * A
