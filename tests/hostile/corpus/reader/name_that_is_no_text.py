r"""Hand in a file whose name is no Unicode.

file: 'caf\udce9.ipynb'
"""
# %% last
None
