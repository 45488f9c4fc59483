"""Hand in a file whose name leads elsewhere once it is decoded.

file: '%2e%2e%2f%2e%2e%2fresults.ipynb'
"""
# %% last
None
