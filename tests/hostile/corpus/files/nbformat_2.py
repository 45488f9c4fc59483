"""Hand in a notebook of a format of 2012.

refused: its nbformat is 2, and only 3 and 4 are understood; open and save it with a current Jupyter
"""
content = b'{"nbformat": 2, "worksheets": []}'
