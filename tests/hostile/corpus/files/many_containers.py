"""Fill JSON with a million empty lists.

refused: its JSON holds more than a million lists and objects
"""
content = b"[" + b"[]," * 1_000_001 + b"[]]"
