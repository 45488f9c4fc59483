"""Take all memory.

q1: 0 memory
"""
# %% q1
def double(A):
    taken = []
    while True: taken.append(np.ones(10**6))
