r"""Hand in a file whose name holds line ends, so that a list of files shows one more.

file: 'mallory\nada  12 of 12\r.ipynb'
"""
# %% last
None
