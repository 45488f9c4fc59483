"""Raise an error with escape sequences in its class and its text.

q1: 0 raised
"""
# %% q1
def double(A):
    raise type('\x1b[32mPASSED\x1b[0m', (Exception,), {})('\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\ \x1b[1A\x1b[2K5 of 5')
