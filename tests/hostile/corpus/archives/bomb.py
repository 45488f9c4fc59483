"""Pack three hundred megabytes of zeros.

file: 'bomb.zip'
refused: the archive unpacks to more than 256 MB
"""
import io, zipfile

stream = io.BytesIO()
with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive, archive.open("a9.ipynb", "w", force_zip64=True) as member:
    for _ in range(300): member.write(bytes(1 << 20))
content = stream.getvalue()
