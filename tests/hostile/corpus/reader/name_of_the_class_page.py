"""Hand in a file named like the page about the class.

file: 'index.ipynb'
"""
# %% last
None
