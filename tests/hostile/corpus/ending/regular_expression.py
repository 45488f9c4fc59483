"""Search with a pattern that takes for ever, inside one call that no signal interrupts.

q1: 0 timeout
"""
# %% q1
import re
def double(A):
    re.match('(a+)+$', 'a' * 60 + 'b')
