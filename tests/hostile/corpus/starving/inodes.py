"""Use up all file names.

q1: 0 raised
"""
# %% q1
def double(A):
    for i in range(10**7): open(f'f{i}', 'w').close()
