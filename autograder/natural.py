"""The order of ids as people count: q2 before q10."""

import re


def natural(text: str) -> list:
    """A key to sort by: numbers inside the text count as numbers."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", text)]
