"""Print a line of a million letters and raise an error of a million lines.

q1: 0 raised
"""
# %% q1
def double(A):
    raise ValueError('x\n' * 10**6)

# %% last
print('W' * 10**6)
