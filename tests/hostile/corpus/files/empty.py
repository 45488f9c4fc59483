"""Hand in nothing.

refused: it is empty
"""
content = b""
