"""Make cells raw, unknown and worth points.

q1: 0 missing
"""
import json
from tests.hostile.course import right_notebook

notebook = right_notebook()
for cell in notebook["cells"]:
    if "def double" in cell["source"]: cell["cell_type"] = "solution"
content = json.dumps(notebook).encode()
