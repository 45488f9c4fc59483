"""Put a right notebook into a log and a wrong one in its place.

file: 'log.zip'
q1: 0 wrong
"""
import json
from tests.grading.notebooks import zipped
from tests.hostile.course import right_notebook

wrong = json.dumps(right_notebook({"q1": "def double(A):\n    return 3 * A"}))
content = zipped({"a9.ipynb": wrong, ".OTTER_LOG": json.dumps(right_notebook()), "results.json": '{"score": 1000}', "results.pkl": b"\x80\x04."})
