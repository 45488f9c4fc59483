"""Put two files of the same name into the archive, one for each who looks.

file: 'twice.zip'
refused: the archive holds 2 notebooks; it must hold exactly one
"""
import io, warnings, zipfile
from tests.grading.notebooks import text

stream = io.BytesIO()
with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
    warnings.simplefilter("ignore")
    archive.writestr("a9.ipynb", text("x"))
    archive.writestr("a9.ipynb", text("y"))
content = stream.getvalue()
