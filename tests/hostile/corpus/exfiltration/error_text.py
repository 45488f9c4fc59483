"""Tell it by the text of an error.

q1: 2 raised
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    raise ValueError('SECRET')
