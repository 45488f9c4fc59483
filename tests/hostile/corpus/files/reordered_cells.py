"""Hand in the cells in the opposite order."""
import json
from tests.hostile.course import right_notebook

notebook = right_notebook()
notebook["cells"].reverse()
content = json.dumps(notebook).encode()
