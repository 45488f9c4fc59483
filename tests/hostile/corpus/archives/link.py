"""Put a link to the solutions in the place of the notebook.

file: 'link.zip'
refused: the archive holds a link
"""
import io, stat, zipfile

stream = io.BytesIO()
with zipfile.ZipFile(stream, "w") as archive:
    link = zipfile.ZipInfo("a9.ipynb")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(link, "../../solutions/a9_tiny/reference.py")
content = stream.getvalue()
