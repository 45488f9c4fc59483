"""A closed set of plain values as trees of msgpack atoms; whatever else there is crosses as an opaque reference.

Atoms stand for themselves: None, bool, 64-bit int, float, str, bytes. Every other value is a list whose first item names
its kind. The bytes of large arrays travel beside the tree in a list of buffers. Nothing is ever unpickled, imported or
looked up by name; the decoder trusts no byte of what it reads.
"""

from .decoder import Decoder
from .encoder import Encoder
from .plain import DTYPES, MAX_BUFFERS, MAX_BYTES, MAX_DEPTH, TooLarge

__all__ = ["DTYPES", "MAX_BUFFERS", "MAX_BYTES", "MAX_DEPTH", "Decoder", "Encoder", "TooLarge"]
