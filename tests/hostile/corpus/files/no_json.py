"""Hand in a script with the name of a notebook.

refused: it is not valid JSON: expecting value at line 1, column 1
"""
content = b"def double(A):\n    return 2 * A\n"
