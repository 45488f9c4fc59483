"""Write a number of five thousand digits.

refused: it is not valid JSON: it holds a number of thousands of digits
"""
content = b'{"nbformat": ' + b"9" * 5000 + b"}"
