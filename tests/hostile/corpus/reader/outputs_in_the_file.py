"""Hand in outputs, attachments and metadata that are markup, scripts and pictures of others."""
import json
from tests.hostile.course import right_notebook

notebook = right_notebook()
notebook["metadata"].update({"title": "<script>alert(1)</script>", "widgets": {"x": "<script>"}, "authors": [{"name": "=1+1"}]})
for cell in notebook["cells"]:
    cell["attachments"] = {"<x>.svg": {"image/svg+xml": "<svg onload=alert(1)>"}}
    if cell["cell_type"] == "code":
        cell["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": {"text/html": "<script>alert(1)</script>", "image/svg+xml": "<svg onload=alert(1)>"}}]
content = json.dumps(notebook).encode()
