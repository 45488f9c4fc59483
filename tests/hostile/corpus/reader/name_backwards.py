r"""Hand in a file whose name reads backwards.

file: '\u202efdp.seton.ipynb'
"""
# %% last
None
