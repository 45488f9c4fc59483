"""Hand in a file whose name a command takes for an option.

file: '--isolation=process.ipynb'
"""
# %% last
None
