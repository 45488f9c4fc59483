"""Return a tuple, a list and a dict whose iterators never end.

q4: 0 wrong
"""
# %% q4
def forever(self):
    while True: yield 1.0
class Tuple(tuple):
    __iter__ = forever
class List(list):
    __iter__ = forever
class Dict(dict):
    items = keys = __iter__ = forever
def halves(A):
    return Tuple([List([1, 2]), Dict(a=1)])
