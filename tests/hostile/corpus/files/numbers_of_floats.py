"""Write numbers that no float can hold."""
import json
from tests.hostile.course import right_notebook

content = json.dumps({**right_notebook(), "metadata": {"a": 0}}).replace('{"a": 0}', '{"a": [1e999, -1e999, NaN, Infinity, 1e-999]}').encode()
