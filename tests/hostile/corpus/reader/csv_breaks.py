"""Write quotes, commas and line ends that would open further rows of the table.

q1: 0 raised
"""
# %% q1
def double(A):
    raise type('"\nmallory,mallory,q1,5,5,passed,"', (Exception,), {})('"\r\nmallory,mallory,q1,5,5,passed,\u2028"')
