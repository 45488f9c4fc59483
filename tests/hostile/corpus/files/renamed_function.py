"""Give the function another name.

q1: 0 missing
"""
import json
from tests.hostile.course import right_notebook

content = json.dumps(right_notebook({"q1": "def twice(A):\n    return 2 * A"})).encode()
