"""Hand in what grader.export() writes: the notebook beside a log of pickles.

file: 'export_2026_01_31T12_00_00_123456.zip'
"""
import json
from tests.grading.notebooks import zipped
from tests.hostile.course import right_notebook

content = zipped({"a9.ipynb": json.dumps(right_notebook()), ".OTTER_LOG": b"cos\nsystem\n(S'touch /tmp/.mark_of_mallory'\ntR.", "__zip_filename__": "x"})
