"""Return a set of objects with one hash.

q1: 0 timeout
"""
# %% q1
class Slow:
    def __hash__(self): return 1
    def __eq__(self, other): return sum(range(10**4)) < 0
def double(A):
    return {Slow() for _ in range(10**5)}
