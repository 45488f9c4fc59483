"""Which submissions share more than chance explains: evidence for a conversation, never a verdict.

`shapes` (code as a set of shapes that survive renaming and reordering), `pairs` (which shapes are rare in a class, and
who shares them), `page` (pairs side by side), `run` (the command).
"""
