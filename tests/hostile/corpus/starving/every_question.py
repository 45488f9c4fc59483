"""Loop for ever in every function, one after the other.

q1: 0 timeout
q3: 0 timeout
q4: 0 timeout
"""
# %% q1
def double(A):
    while True: pass

# %% q3
def quadruple(A):
    while True: pass

# %% q4
def halves(A):
    while True: pass
