"""Spell half a character, which no file or database can hold."""
import json
from tests.hostile.course import right_notebook

content = json.dumps(right_notebook(last=["x = 'HALF'"])).replace("HALF", "\\ud800").encode()
