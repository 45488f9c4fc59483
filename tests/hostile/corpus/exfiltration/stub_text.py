"""Tell it by the text of the error that stands for "not attempted".

q1: 2 not attempted
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    raise NotImplementedError('SECRET')
