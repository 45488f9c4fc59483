"""Name cells and tags after markup, paths and formulas."""
import json
from tests.hostile.course import right_notebook

notebook = right_notebook()
for number, cell in enumerate(notebook["cells"]):
    cell["id"] = f"<b onclick=alert({number})>../../"[:64]
    cell["metadata"]["tags"] = [*cell["metadata"].get("tags", []), "=1+1", "<script>", "\x1b[2J", "../.."]
content = json.dumps(notebook).encode()
