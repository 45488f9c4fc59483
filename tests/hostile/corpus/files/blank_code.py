"""Empty every cell.

refused: all its code cells are empty
"""
from tests.grading.notebooks import text

content = text("", " \n").encode()
