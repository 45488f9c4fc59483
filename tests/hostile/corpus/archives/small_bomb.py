"""Pack thirty megabytes of zeros, below the limit but a thousand times the archive.

file: 'small_bomb.zip'
refused: the archive unpacks to more than 200 times its size
"""
from tests.grading.notebooks import zipped

content = zipped({"a9.ipynb": bytes(30 << 20)})
