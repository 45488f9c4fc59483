"""Hand in every cell twice."""
import json
from tests.hostile.course import right_notebook

notebook = right_notebook()
notebook["cells"] *= 2
content = json.dumps(notebook).encode()
