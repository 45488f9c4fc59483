"""Begin texts with what a spreadsheet takes for a formula.

q1: 0 raised
q3: 0 raised
q4: 0 wrong
"""
# %% q1
def double(A):
    raise type('=HYPERLINK("http://evil.example","click")', (Exception,), {})('=cmd|\'/c calc\'!A0')

# %% q3
def quadruple(A):
    raise type('+1', (Exception,), {})('@SUM(1+1)*cmd|\'/c calc\'!A0')

# %% q4
def halves(A):
    return {'=1+1': A, '-1+1': A, '\t=1+1': A, '\uff1d1+1': A}
