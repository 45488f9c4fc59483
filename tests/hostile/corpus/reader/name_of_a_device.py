"""Hand in a file whose name is a device on Windows.

file: 'con.ipynb'
"""
# %% last
None
