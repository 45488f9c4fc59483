"""Be wrong on purpose, so that the right `double` is given to q3, and return it.

q1: 0 wrong
q3: 0 wrong
"""
# %% q1
def double(A): return 3 * A

# %% q3
def quadruple(A): return double
