"""Give all cells the same id, as copying does."""
import json
from tests.hostile.course import right_notebook

notebook = right_notebook()
for cell in notebook["cells"]: cell["id"] = "same"
content = json.dumps(notebook).encode()
