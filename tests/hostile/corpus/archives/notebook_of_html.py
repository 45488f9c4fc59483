"""Put a web page into the archive in the place of the notebook.

file: 'page.zip'
refused: it is a web page, not a notebook: it was probably saved from the browser; download the file itself
"""
from tests.grading.notebooks import zipped

content = zipped({"a9.ipynb": "<html><script>alert(1)</script>"})
