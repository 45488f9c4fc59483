"""Nest JSON a hundred thousand times.

refused: its JSON is nested too deeply
"""
content = b"[" * 100_000
