"""Hand in a notebook that was not saved to its end.

refused: it is not complete: the file ends in the middle of the notebook; hand it in again
"""
import json
from tests.hostile.course import right_notebook

content = json.dumps(right_notebook()).encode()[:-200]
