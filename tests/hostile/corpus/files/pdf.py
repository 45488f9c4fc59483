"""Hand in a PDF with the name of a notebook.

refused: it is a PDF, not a notebook
"""
content = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
