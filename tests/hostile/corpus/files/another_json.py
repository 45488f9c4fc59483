"""Hand in JSON that is no notebook.

refused: it is JSON but not a Jupyter notebook (it has no nbformat number)
"""
content = b'{"name": "mallory", "points": 1000}'
