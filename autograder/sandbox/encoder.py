"""From plain values to trees of msgpack atoms: see `codec.py`."""

from collections.abc import Callable
from itertools import chain

import numpy as np

from .mutation import UNSEEN, Seen
from .plain import DTYPES, INT64, MAX_BUFFERS, MAX_BYTES, MAX_DEPTH, MAX_DIMENSIONS, MAX_INT_BITS, MAX_NODES, MAX_SEED, SCALARS, TooLarge, is_seed

INLINE = 2048  # more bytes than this travel in a buffer
MAX_HEADER_BYTES = 2_000_000
_NODE, _ARRAY = 9, 200  # most bytes that an atom, and the description of an array, take in the header
_BARE = frozenset((float, bool, type(None)))  # atoms that need no look at their value
_NATIVE = {dtype: code for code, dtype in DTYPES.items()}


class Encoder:
    """Encodes the values of one message; `buffers` collects the bytes that travel beside the tree.

    opaque(value) returns the node for a value that is not plain data, or raises. With `snapshot` every array is copied
    when it is encoded (it may be changed before the message leaves); without, an array met twice is encoded once.
    """

    def __init__(self, opaque: Callable[[object], list], snapshot: bool = False):
        self.buffers: list = []
        self._opaque, self._snapshot = opaque, snapshot
        self._room, self._header, self._nodes = MAX_BYTES, MAX_HEADER_BYTES, MAX_NODES
        self._sent: dict[int, tuple[object, list, int]] = {}
        self.seen: Seen = []  # with `snapshot`: what of the encoded values can be changed in place

    def encode(self, value: object, depth: int = 0) -> object:
        """The tree of `value`. Its exact type decides, no == and no method of the value; of the subclasses only those of
        tuple and dict count as what they are made of.

        Raises TooLarge; the message is then unfinished and must not be sent, except through `attempt`.
        """
        self._nodes -= 1
        self._header -= _NODE
        if self._nodes < 0 or self._header < 0:
            raise TooLarge
        return value if type(value) in _BARE else self._value(value, depth)

    def attempt(self, value: object, otherwise: Callable[[object], list]) -> object:
        """The tree of `value`, or otherwise(value) when it is too large: then nothing of it is kept."""
        buffers, room, header, nodes = len(self.buffers), self._room, self._header, self._nodes
        try:
            return self.encode(value)
        except TooLarge:
            del self.buffers[buffers:]
            self._room, self._header, self._nodes = room, header, nodes
            self._sent.clear()
            return otherwise(value)

    def _value(self, value: object, depth: int) -> object:
        """The node of a value that has been counted already."""
        kind = type(value)
        if kind is np.ndarray:
            return self._array(value)
        if kind is str:
            return self._text(value)
        if kind is int:
            return value if value in INT64 else self._int(value)
        if kind in SCALARS:
            return ["scalar", value.dtype.str, self._inline(value.tobytes())]
        if depth >= MAX_DEPTH:
            return self._opaque(value)
        if kind is tuple:
            return ["tuple", self._items(value, depth + 1)]
        if kind is dict or kind is list:
            parts = value[:] if kind is list else list(chain.from_iterable(value.items()))
            if self._snapshot:
                self.seen.append((value, parts, None, None))
            return [kind.__name__, self._items(parts, depth + 1)]
        if kind is set or kind is frozenset:
            return [kind.__name__, self._items(list(value), depth + 1)]
        return self._rare(value, kind, depth)

    def _items(self, values: list | tuple, depth: int) -> list:
        self._nodes -= len(values)
        self._header -= _NODE * len(values)
        if self._nodes < 0 or self._header < 0:
            raise TooLarge
        nodes = [item if type(item) in _BARE else self._value(item, depth) for item in values]
        if self._header < 0:
            raise TooLarge
        return nodes

    def _int(self, value: int) -> object:
        if value.bit_length() > MAX_INT_BITS:
            return self._opaque(value)
        return ["int", self._inline(value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True))]

    def _text(self, value: str) -> object:
        if len(value) <= INLINE // 4:
            self._header -= 4 * len(value)
            return value if value.isascii() or _is_text(value) else self._opaque(value)
        if not _is_text(value):
            return self._opaque(value)
        return ["text", self._buffer(value.encode())]

    def _inline(self, data: bytes) -> bytes:
        self._header -= len(data) + _NODE
        return data

    def _buffer(self, data: bytes | memoryview) -> int:
        self._room -= len(data)
        if self._room < 0 or len(self.buffers) >= MAX_BUFFERS:
            raise TooLarge
        self.buffers.append(data)
        return len(self.buffers) - 1

    def _array(self, array: np.ndarray) -> object:
        if not self._snapshot and (again := self._sent.get(id(array))) is not None and again[0] is array:
            self._header -= again[2]
            return again[1]
        code = _NATIVE.get(array.dtype)
        if code is None or array.ndim > MAX_DIMENSIONS:
            return self._foreign(array)
        size = array.nbytes
        if size > self._room:
            raise TooLarge
        fortran = array.flags.fnc
        self._header -= _ARRAY
        if size <= INLINE:
            content = data = array.tobytes("F") if fortran else array.tobytes()
            self._header -= size + _NODE
        elif self._snapshot:
            content = array.tobytes("F" if fortran else "C")
            data = self._buffer(content)
        else:
            data = self._buffer((array.T if fortran else array).reshape(-1).view(np.uint8).data)
        shape = [*array.shape]
        node = ["array", code, shape, fortran, data]
        if self._snapshot:
            self.seen.append((array, content, shape, array.dtype))
        else:
            self._sent[id(array)] = (array, node, _ARRAY + (size + _NODE if size <= INLINE else 0))
        return node

    def _foreign(self, array: np.ndarray) -> object:
        """An array of the other byte order crosses in this machine's; what else there is may not cross."""
        dtype = DTYPES.get(array.dtype.newbyteorder("=").str)
        if dtype is None or array.ndim > MAX_DIMENSIONS:
            return self._opaque(array)
        if array.nbytes > self._room:
            raise TooLarge
        self.seen.append(UNSEEN)
        return self._array(array.astype(dtype, copy=False))

    def _rare(self, value: object, kind: type, depth: int) -> object:
        if kind is bytes:
            return self._inline(value) if len(value) <= INLINE else ["bytes", self._buffer(value)]
        if kind is complex:
            return ["complex", value.real, value.imag]
        if kind is slice:
            return ["slice", *(self.encode(part, depth + 1) for part in (value.start, value.stop, value.step))]
        if value is Ellipsis:
            return ["ellipsis"]
        if kind is np.random.Generator and type(value.bit_generator) is np.random.PCG64:
            state = value.bit_generator.state
            words = (state["state"]["state"], state["state"]["inc"])
            seed = self.encode(_seed(value.bit_generator.seed_seq), depth + 1)
            return ["rng", *(word.to_bytes(16, "little") for word in words), state["has_uint32"], state["uinteger"], seed]
        # Named tuples (numpy.linalg.svd returns one) and ordered or counting dicts are plain data to whoever wrote them.
        if issubclass(kind, tuple):
            return ["tuple", self._items(list(tuple.__iter__(value)), depth + 1)]
        if issubclass(kind, dict):
            self.seen.append(UNSEEN)
            return ["dict", self._items(list(chain.from_iterable(dict.items(value))), depth + 1)]
        return self._opaque(value)


def _seed(sequence: object) -> tuple | None:
    """What `numpy.random.Generator.spawn` needs of the seed, as plain integers; None if it was made another way."""
    if type(sequence) is not np.random.SeedSequence:
        return None
    entropy, key = sequence.entropy, sequence.spawn_key
    try:
        words = int(entropy) if np.ndim(entropy) == 0 else [int(word) for word in entropy[: MAX_SEED + 1]]
        parts = (words, [int(word) for word in key[: MAX_SEED + 1]], sequence.pool_size, sequence.n_children_spawned)
    except (TypeError, ValueError):  # a sequence of sequences
        return None
    return parts if is_seed(parts) else None


def _is_text(value: str) -> bool:
    """Lone surrogates are no text: they would break whoever prints or stores it."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
