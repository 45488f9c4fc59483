"""Call the right `double` without end.

q1: 0 wrong
q3: 0 timeout
"""
# %% q1
def double(A): return 3 * A

# %% q3
def quadruple(A):
    while True: double(A)
