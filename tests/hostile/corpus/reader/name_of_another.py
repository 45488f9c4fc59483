"""Hand in a file under another's name in capitals, to take the place of their result.

file: 'READER-HTML_PRINTED.ipynb'
q1: 0 wrong
"""
# %% q1
def double(A):
    return 3 * A
