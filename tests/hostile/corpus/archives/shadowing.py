"""Put files beside the notebook that have the names of libraries and of start-up files.

file: 'shadowing.zip'
"""
import json
from tests.grading.notebooks import zipped
from tests.hostile.course import right_notebook

names = ("numpy.py", "otter.py", "sitecustomize.py", "autograder/__init__.py", "ipython_config.py", "conftest.py", "tests/q1.py", "data/secret.csv")
content = zipped({"a9.ipynb": json.dumps(right_notebook()), **dict.fromkeys(names, "raise SystemExit")})
