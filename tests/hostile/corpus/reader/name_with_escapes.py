r"""Hand in a file whose name holds escape sequences.

file: '\x1b[31mred\x1b]0;title\x07.ipynb'
"""
# %% last
None
