"""Answer a question twice, wrong below and right above.

q1: 0 wrong
"""
import json
from tests.hostile.course import right_notebook

content = json.dumps(right_notebook({"q1": "def double(A):\n    return 2 * A\n\ndef double(A):\n    return 3 * A"})).encode()
