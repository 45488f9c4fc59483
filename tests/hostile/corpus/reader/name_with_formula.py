"""Hand in a file whose name is a formula.

file: '=HYPERLINK(1).ipynb'
"""
# %% last
None
