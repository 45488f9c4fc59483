"""Leave the cells out.

refused: it has no list of cells
"""
content = b'{"nbformat": 4, "metadata": {}}'
