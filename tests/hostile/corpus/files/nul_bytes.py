"""Hand in a file of zeros.

refused: it is not valid JSON: expecting value at line 1, column 1
"""
content = bytes(1000)
