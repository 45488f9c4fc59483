"""Return a dict with sixty thousand long keys.

q1: 0 wrong
"""
# %% q1
def double(A):
    return {f'{i:05d}' * 30: 1 for i in range(60_000)}
