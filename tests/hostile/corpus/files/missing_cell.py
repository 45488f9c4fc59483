"""Delete the cell of a question.

q1: 0 missing
"""
import json
from tests.hostile.course import right_notebook

notebook = right_notebook()
notebook["cells"] = [cell for cell in notebook["cells"] if "def double" not in cell["source"]]
content = json.dumps(notebook).encode()
