"""Leave handlers and finalizers that never return.

q1: 0 wrong
"""
# %% q1
import atexit, weakref
def forever(*a):
    while True: pass
class Undead:
    __del__ = forever
undead = Undead()
atexit.register(forever)
weakref.finalize(undead, forever)
def double(A):
    return 3 * A
