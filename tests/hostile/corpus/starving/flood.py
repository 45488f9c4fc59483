"""Print without end.

q1: 0 timeout
"""
# %% q1
def double(A):
    while True: print('x' * 10**5)
