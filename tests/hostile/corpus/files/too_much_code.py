"""Write three megabytes of code.

refused: its code cells hold more than 2 MB of code
"""
import json
from tests.hostile.course import right_notebook

content = json.dumps(right_notebook(last=["#" * (3 << 20)])).encode()
