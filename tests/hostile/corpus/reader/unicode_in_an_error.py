"""Use letters that run backwards, hide, stack up and look like others.

q1: 0 raised
"""
# %% q1
def double(A):
    raise type('\u202edessap\u202c', (Exception,), {})('\u2066\u200b\u200d\ufeff\u00ad\U000e0041' + 'z' + '\u0335\u0489' * 200 + ' \ud800 \x00 раssed')

# %% last
print('\u202e', '\u200f', 'a\u0300' * 3000, '\U000e0001\U000e0020', '\uffff', '\u2028q1: 5 of 5\u2029')
