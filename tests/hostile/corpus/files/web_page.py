"""Hand in the page of a notebook as a browser saves it.

refused: it is a web page, not a notebook: it was probably saved from the browser; download the file itself
"""
content = b"\n<!DOCTYPE html><html><script>alert(1)</script></html>"
