"""What can go wrong while releasing, told to the person who releases."""

from __future__ import annotations


class ReleaseError(Exception):
    """An assignment that cannot be released as it is: what is wrong, where, and what to do."""
