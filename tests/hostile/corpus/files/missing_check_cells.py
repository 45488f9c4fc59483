"""Delete every cell that is not an answer, with those that check and hand in."""
import json
from tests.hostile.course import right_notebook

notebook = right_notebook()
notebook["cells"] = [cell for cell in notebook["cells"] if cell["source"].startswith(("def", "import numpy"))]
content = json.dumps(notebook).encode()
