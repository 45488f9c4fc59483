r"""Hand in a file whose name has no letter or digit.

file: '\u200b\u200b….ipynb'
"""
# %% last
None
