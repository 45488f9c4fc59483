r"""Hand in a broken file whose name is markup and escapes, to be quoted in the refusal.

file: '<img src=x onerror=alert(1)>\x1b[2J=1+1.ipynb'
refused: it is empty
"""
content = b""
