"""Write a script where a written answer belongs."""
import json
from tests.hostile.course import right_notebook

notebook = right_notebook()
for cell in notebook["cells"]:
    if "answer" in cell["metadata"].get("tags", []):
        cell["source"] = "<script>alert(1)</script> ![x](javascript:alert(1)) $\\href{javascript:alert(1)}{x}$ =1+1 \x1b[2J"
content = json.dumps(notebook).encode()
