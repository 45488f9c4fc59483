"""From trees of msgpack atoms to plain values, and nothing else, whatever the tree: see `codec.py`."""

from collections.abc import Callable

import numpy as np

from .errors import ProtocolViolation
from .plain import ATOMS, DTYPES, INT64, MAX_BYTES, MAX_DEPTH, MAX_DIMENSIONS, MAX_INT_BITS, MAX_NODES, SCALARS, is_seed

# Keys other than these can be made to collide at will, which makes a dict quadratic: only few are let through.
_SIMPLE_KEYS = (str, bytes, bool, float, type(None))
_MAX_COSTLY_KEYS = 2048
_BOOL = DTYPES["|b1"]


class Decoder:
    """Decodes the trees of one message; opaque(node) returns the value of a node that is not plain data.

    Raises ProtocolViolation for anything that `Encoder` would not have written.
    """

    def __init__(self, buffers: list, opaque: Callable[[list], object]):
        self._buffers, self._opaque = buffers, opaque
        self._nodes, self._costly, self._room = MAX_NODES, _MAX_COSTLY_KEYS, MAX_BYTES

    def decode(self, tree: object) -> object:
        """The value of one tree."""
        self._nodes -= 1
        if self._nodes < 0:
            raise ProtocolViolation("a value with too many parts")
        if type(tree) in ATOMS:
            return tree
        try:
            return self._node(tree, 0)
        except (ValueError, TypeError, OverflowError, MemoryError, RecursionError) as error:
            raise ProtocolViolation(f"a value that cannot be built: {type(error).__name__}") from None

    def _node(self, tree: object, depth: int) -> object:
        """The value of a node that is no atom and has been counted already. What does not unpack is a ValueError."""
        if type(tree) is not list or not tree or type(tree[0]) is not str:
            raise ProtocolViolation("a value without a kind")
        method = _NODES.get(tree[0])
        return self._opaque(tree) if method is None else method(self, tree, depth)

    def _items(self, nodes: object, depth: int) -> list:
        """The values of the nodes inside another one; depth: of that one."""
        if type(nodes) is not list:
            raise ProtocolViolation("a sequence without items")
        self._nodes -= len(nodes)
        if self._nodes < 0 or depth > MAX_DEPTH:
            raise ProtocolViolation("a value with too many parts")
        return [node if type(node) in ATOMS else self._node(node, depth + 1) for node in nodes]

    def _list(self, tree: list, depth: int) -> list:
        _, nodes = tree
        return self._items(nodes, depth)

    def _tuple(self, tree: list, depth: int) -> tuple:
        _, nodes = tree
        return tuple(self._items(nodes, depth))

    def _set(self, tree: list, depth: int) -> set | frozenset:
        name, nodes = tree
        items = self._items(nodes, depth)
        for item in items:
            self._check_key(item)
        return set(items) if name == "set" else frozenset(items)

    def _dict(self, tree: list, depth: int) -> dict:
        _, nodes = tree
        parts = self._items(nodes, depth)
        keys = parts[::2]
        for key in keys:
            if type(key) is not str:
                self._check_key(key)
        return dict(zip(keys, parts[1::2], strict=True))

    def _check_key(self, key: object) -> None:
        kind = type(key)
        if kind in _SIMPLE_KEYS or (kind is int and key in INT64):
            return
        plain = kind in SCALARS or kind is int or kind is complex or key is Ellipsis
        if kind is tuple and len(key) <= 8:
            plain = all(type(item) in (*_SIMPLE_KEYS, int) or type(item) in SCALARS for item in key)
        self._costly -= 1
        if not plain or self._costly < 0:
            raise ProtocolViolation("keys that are too costly to compare")

    def _data(self, reference: object) -> bytes | bytearray | memoryview:
        if type(reference) is bytes:
            data = reference
        elif type(reference) is int and 0 <= reference < len(self._buffers):
            data = self._buffers[reference]
        else:
            raise ProtocolViolation("a buffer that was not sent")
        self._room -= len(data)
        if self._room < 0:
            raise ProtocolViolation("buffers used too often")
        return data

    def _array(self, tree: list, depth: int) -> np.ndarray:
        _, code, shape, fortran, reference = tree
        dtype = DTYPES.get(code)
        if dtype is None or type(fortran) is not bool or type(shape) is not list or len(shape) > MAX_DIMENSIONS:
            raise ProtocolViolation("an array of a kind that may not cross")
        for size in shape:
            if type(size) is not int or not 0 <= size < 2**48:
                raise ProtocolViolation("an array with an impossible shape")
        data = self._data(reference)
        if fortran:
            array = np.ndarray(shape, np.uint8 if dtype is _BOOL else dtype, data, order="F")
        else:
            array = np.ndarray(shape, np.uint8 if dtype is _BOOL else dtype, data)
        if array.nbytes != len(data):
            raise ProtocolViolation("an array whose bytes do not fill its shape")
        if dtype is _BOOL:  # it may hold any byte: only 0 and 1 come out
            return np.not_equal(array, 0, order="F" if fortran else "C")
        return array.copy("F") if fortran else array.copy()

    def _scalar(self, tree: list, depth: int) -> np.generic:
        _, code, reference = tree
        return self._array(["array", code, [], False, reference], depth)[()]

    def _bytes(self, tree: list, depth: int) -> bytes:
        _, reference = tree
        return bytes(self._data(reference))

    def _text(self, tree: list, depth: int) -> str:
        _, reference = tree
        return str(self._data(reference), "utf-8")

    def _int(self, tree: list, depth: int) -> int:
        _, data = tree
        if type(data) is not bytes or len(data) > MAX_INT_BITS // 8 + 1:
            raise ProtocolViolation("an integer that is too long")
        return int.from_bytes(data, "little", signed=True)

    def _complex(self, tree: list, depth: int) -> complex:
        _, real, imaginary = tree
        if type(real) is not float or type(imaginary) is not float:
            raise ProtocolViolation("a complex number without parts")
        return complex(real, imaginary)

    def _slice(self, tree: list, depth: int) -> slice:
        _, *ends = tree
        start, stop, step = self._items(ends, depth)
        return slice(start, stop, step)

    def _ellipsis(self, tree: list, depth: int) -> object:
        (_,) = tree
        return Ellipsis

    def _rng(self, tree: list, depth: int) -> np.random.Generator:
        _, state, increment, has_uint32, uinteger, seed = tree
        if any(type(word) is not bytes or len(word) != 16 for word in (state, increment)):
            raise ProtocolViolation("a generator without a state")
        if type(has_uint32) is not int or has_uint32 not in (0, 1) or type(uinteger) is not int or uinteger not in range(2**32):
            raise ProtocolViolation("a generator with an impossible state")
        words = (int.from_bytes(word, "little") for word in (state, increment))
        bits = np.random.PCG64(self._seed_sequence(seed, depth))
        bits.state = {
            "bit_generator": "PCG64",
            "state": dict(zip(("state", "inc"), words, strict=True)),
            "has_uint32": has_uint32,
            "uinteger": uinteger,
        }
        return np.random.Generator(bits)

    def _seed_sequence(self, tree: object, depth: int) -> object:
        """The seed in `tree`; 0, which is not the generator's, where it has none that could cross."""
        if tree is None:
            return 0
        (parts,) = self._items([tree], depth)
        if not is_seed(parts):
            raise ProtocolViolation("a generator with an impossible seed")
        entropy, key, pool, children = parts
        return np.random.SeedSequence(entropy, spawn_key=tuple(key), pool_size=pool, n_children_spawned=children)


# How each kind is decoded. Kinds of opaque references are the business of `opaque`.
_NODES = {
    "list": Decoder._list, "tuple": Decoder._tuple, "set": Decoder._set, "frozenset": Decoder._set, "dict": Decoder._dict,
    "array": Decoder._array, "scalar": Decoder._scalar, "bytes": Decoder._bytes, "text": Decoder._text, "int": Decoder._int,
    "complex": Decoder._complex, "slice": Decoder._slice, "ellipsis": Decoder._ellipsis, "rng": Decoder._rng,
}  # fmt: skip
