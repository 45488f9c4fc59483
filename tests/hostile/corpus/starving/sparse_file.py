"""Make a file that says it holds a terabyte.

q1: 0 raised
"""
# %% q1
def double(A):
    with open('sparse', 'wb') as file: file.truncate(1 << 40)
    return 2 * A
