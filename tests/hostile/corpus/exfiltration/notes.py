"""Attach it to an error as notes, cause and group.

q1: 2 raised
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    error = ExceptionGroup('SECRET', [ValueError('SECRET')])
    error.add_note('SECRET')
    raise error from KeyError('SECRET')
