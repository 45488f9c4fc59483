"""Save the notebook with a byte order mark."""
import json
from tests.hostile.course import right_notebook

content = json.dumps(right_notebook()).encode("utf-8-sig")
