"""Hand in a file whose name is a script element.

file: '<script>alert(1)<b>.ipynb'
"""
# %% last
None
