"""Hand in another kind of archive with the name of this one.

file: 'tar.zip'
refused: the archive is damaged (BadZipFile)
"""
import io, tarfile

stream = io.BytesIO()
with tarfile.open(fileobj=stream, mode="w:gz") as archive:
    archive.addfile(tarfile.TarInfo("a9.ipynb"))
content = stream.getvalue()
