"""Hand in six thousand cells.

refused: it has more than 5,000 cells
"""
import json
from tests.hostile.course import right_notebook

content = json.dumps(right_notebook(last=["1"] * 6000)).encode()
