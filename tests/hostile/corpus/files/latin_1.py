"""Save the notebook as Latin-1.

refused: it is not UTF-8 text (byte 3); save it again as UTF-8
"""
content = b'["\xe9"]'
