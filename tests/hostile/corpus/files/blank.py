"""Hand in spaces.

refused: it is empty
"""
content = b" \n\t "
