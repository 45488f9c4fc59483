"""Save the notebook as UTF-16."""
import json
from tests.hostile.course import right_notebook

content = json.dumps(right_notebook(last=["# é 漢 😀"]), ensure_ascii=False).encode("utf-16")
