"""Hand in an archive of everything but the notebook.

file: 'without.zip'
refused: the archive holds no notebook (.ipynb)
"""
from tests.grading.notebooks import zipped

content = zipped({"a9.py": "def double(A): return 2 * A", "a9.pdf": "%PDF"})
