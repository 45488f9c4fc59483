"""Hand in an archive with the name of a notebook.

refused: it is a zip archive with the name of a notebook
"""
import json
from tests.grading.notebooks import zipped
from tests.hostile.course import right_notebook

content = zipped({"a9.ipynb": json.dumps(right_notebook())})
