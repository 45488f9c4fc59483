"""Claim points, tests and a verdict in the metadata.

q1: 0 wrong
"""
import json
from tests.hostile.course import right_notebook

notebook = right_notebook({"q1": "def double(A):\n    return 3 * A"})
notebook["metadata"]["otter"] = {"OK_FORMAT": True, "tests": {"q1": {"name": "q1", "points": 1000, "suites": []}}, "assignment_name": "a9"}
for cell in notebook["cells"]:
    cell["metadata"].update({"otter": {"tests": ["q1"], "points": 1000}, "nbgrader": {"grade": True, "points": 1000, "locked": False}, "deletable": False})
    cell["metadata"]["tags"] = ["remove_cell", "skip-execution", "hide", "otter_ignore", "picture"]
content = json.dumps(notebook).encode()
