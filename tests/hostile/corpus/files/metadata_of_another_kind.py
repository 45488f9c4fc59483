"""Write texts and numbers where the metadata should be."""
import json
from tests.hostile.course import right_notebook

notebook = {**right_notebook(), "metadata": "none", "nbformat_minor": "five"}
for cell, odd in zip(notebook["cells"], [None, 7, "text", [], {"tags": 7}, {"tags": [1, None, "x" * 1000]}] * 9): cell["metadata"] = odd
content = json.dumps(notebook).encode()
