"""Hold the locks that the worker and numpy need.

q1: 0 timeout
"""
# %% q1
import logging, threading
def double(A):
    lock = threading.Lock()
    lock.acquire()
    logging._acquireLock() if hasattr(logging, '_acquireLock') else None
    lock.acquire()
