"""Nest JSON a hundred thousand times in the metadata of a right notebook.

refused: its JSON is nested too deeply
"""
import json
from tests.hostile.course import right_notebook

text = json.dumps({**right_notebook(), "metadata": 0})
content = text.replace('"metadata": 0', '"metadata": ' + '{"a":' * 100_000 + "1" + "}" * 100_000).encode()
