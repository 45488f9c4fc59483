"""Hand in a folder in a folder.

file: 'nested.zip'
"""
import json
from tests.grading.notebooks import zipped
from tests.hostile.course import right_notebook

content = zipped({"my work/final/a9 (2).ipynb": json.dumps(right_notebook()), "__MACOSX/my work/final/._a9 (2).ipynb": "x", "my work/.ipynb_checkpoints/a9-checkpoint.ipynb": "x"})
