"""A closed set of plain values as trees of msgpack atoms; whatever else there is crosses as an opaque reference.

Atoms stand for themselves: None, bool, 64-bit int, float, str, bytes. Every other value is a list whose first item names
its kind. The bytes of large arrays travel beside the tree in a list of buffers. Nothing is ever unpickled, imported or
looked up by name; `decode` trusts no byte of what it reads.
"""

from collections.abc import Callable
from math import prod

import numpy as np

from .errors import ProtocolViolation

MAX_DEPTH = 32
MAX_NODES = 200_000
MAX_BUFFERS = 4096
MAX_DIMENSIONS = 16
MAX_BYTES = 64 << 20  # of arrays, bytes and text in one message
MAX_INT_BITS = 4096
MAX_SEED = 64  # words of a generator's seed, and of its pool
# Keys other than these can be made to collide at will, which makes a dict quadratic: only few are let through.
SIMPLE_KEYS = (str, bytes, bool, float, type(None))
MAX_COSTLY_KEYS = 2048
INLINE = 2048  # more bytes than this travel in a buffer
MAX_HEADER_BYTES = 2_000_000
_NODE, _ARRAY = 9, 200  # most bytes that an atom, and the description of an array, take in the header

_CODES = "?bhilqBHILQefdgFDG"
DTYPES = {np.dtype(code).str: np.dtype(np.dtype(code).str) for code in _CODES}
_FLOAT64, _BOOL = np.dtype(np.float64), DTYPES["|b1"]
_ATOMS = frozenset((bool, int, float, str, bytes, type(None)))
SCALARS = {np.dtype(code).type for code in _CODES}
_SEQUENCES = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}
_SEQUENCE_NAMES = {kind: name for name, kind in _SEQUENCES.items()}
_INT64 = range(-(2**63), 2**64)


class TooLarge(Exception):
    """The value has more parts or bytes than a message may carry."""


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

    def encode(self, value: object, depth: int = 0) -> object:
        """The tree of `value`. Its exact type decides, no == and no method of the value; of the subclasses only those of
        tuple and dict count as what they are made of.

        Raises TooLarge; the message is then unfinished and must not be sent, except through `attempt`.
        """
        self._nodes -= 1
        self._header -= _NODE
        if self._nodes < 0 or self._header < 0:
            raise TooLarge
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            return self._int(value)
        if kind is str:
            return self._text(value)
        if kind is np.ndarray:
            return self._array(value)
        if kind in SCALARS:
            return ["scalar", value.dtype.str, self._inline(value.tobytes())]
        if depth >= MAX_DEPTH:
            return self._opaque(value)
        if kind in _SEQUENCE_NAMES:
            return [_SEQUENCE_NAMES[kind], [self.encode(item, depth + 1) for item in list(value)]]
        if kind is dict:
            return ["dict", [self.encode(part, depth + 1) for pair in list(value.items()) for part in pair]]
        return self._rare(value, kind, depth)

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

    def _int(self, value: int) -> object:
        if value in _INT64:
            return value
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
        again = self._sent.get(id(array))
        if again is not None and again[0] is array:
            self._header -= again[2]
            return again[1]
        dtype, code = array.dtype, "<f8"
        if dtype is not _FLOAT64 or code not in DTYPES:
            dtype = dtype.newbyteorder("=")
            code = dtype.str
        if code not in DTYPES or array.ndim > MAX_DIMENSIONS:
            return self._opaque(array)
        if array.nbytes > self._room:
            raise TooLarge
        native = array.astype(dtype, copy=False)
        flags = native.flags
        fortran = flags.f_contiguous and not flags.c_contiguous
        order = "F" if fortran else "C"
        node = ["array", code, list(native.shape), fortran]
        self._header -= _ARRAY
        if native.nbytes <= INLINE:
            node.append(self._inline(native.tobytes(order)))
        elif self._snapshot:
            node.append(self._buffer(native.tobytes(order)))
        else:
            flat = (native.T if fortran else native).reshape(-1)
            node.append(self._buffer(flat.view(np.uint8).data))
        if not self._snapshot:
            self._sent[id(array)] = (array, node, _ARRAY + (len(node[4]) + _NODE if type(node[4]) is bytes else 0))
        return node

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
            return ["tuple", [self.encode(item, depth + 1) for item in tuple.__iter__(value)]]
        if issubclass(kind, dict):
            return ["dict", [self.encode(part, depth + 1) for pair in dict.items(value) for part in pair]]
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
    return parts if _is_seed(parts) else None


def _is_seed(parts: object) -> bool:
    """Whether `parts` are those of a seed that costs little to work with: (entropy, spawn key, pool size, children)."""
    if type(parts) is not tuple or len(parts) != 4:
        return False
    entropy, key, pool, children = parts
    words = [*(entropy if type(entropy) is list else [entropy]), *(key if type(key) is list else [None])]
    small = len(words) <= MAX_SEED and all(type(word) is int and word >= 0 and word.bit_length() <= MAX_INT_BITS for word in words)
    return small and type(pool) is int and 4 <= pool <= MAX_SEED and type(children) is int and children in range(2**32)


def _is_text(value: str) -> bool:
    """Lone surrogates are no text: they would break whoever prints or stores it."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


class Decoder:
    """Decodes the trees of one message; opaque(node) returns the value of a node that is not plain data.

    Raises ProtocolViolation for anything that `Encoder` would not have written.
    """

    def __init__(self, buffers: list, opaque: Callable[[list], object]):
        self._buffers, self._opaque = buffers, opaque
        self._nodes, self._costly, self._room = MAX_NODES, MAX_COSTLY_KEYS, MAX_BYTES

    def decode(self, tree: object) -> object:
        try:
            return self._decode(tree, 0)
        except (ValueError, TypeError, OverflowError, MemoryError, RecursionError) as error:
            raise ProtocolViolation(f"a value that cannot be built: {type(error).__name__}") from None

    def _decode(self, tree: object, depth: int) -> object:
        self._nodes -= 1
        if self._nodes < 0 or depth > MAX_DEPTH + 1:
            raise ProtocolViolation("a value with too many parts")
        if type(tree) in _ATOMS:
            return tree
        if type(tree) is not list or not tree or type(tree[0]) is not str:
            raise ProtocolViolation("a value without a kind")
        name, rest = tree[0], tree[1:]
        if name in _SEQUENCES:
            return self._sequence(_SEQUENCES[name], rest, depth)
        if name not in _NODES:
            return self._opaque(tree)
        count, method = _NODES[name]
        if len(rest) != count:
            raise ProtocolViolation(f"a {name} with {len(rest)} parts")
        return method(self, rest, depth)

    def _sequence(self, kind: type, rest: list, depth: int) -> object:
        if len(rest) != 1 or type(rest[0]) is not list:
            raise ProtocolViolation("a sequence without items")
        items = [self._decode(item, depth + 1) for item in rest[0]]
        if kind is set or kind is frozenset:
            for item in items:
                self._check_key(item)
        return kind(items)

    def _dict(self, rest: list, depth: int) -> dict:
        if type(rest[0]) is not list or len(rest[0]) % 2:
            raise ProtocolViolation("a dict without pairs")
        parts = [self._decode(part, depth + 1) for part in rest[0]]
        for key in parts[::2]:
            self._check_key(key)
        return dict(zip(parts[::2], parts[1::2], strict=True))

    def _check_key(self, key: object) -> None:
        kind = type(key)
        if kind in SIMPLE_KEYS or (kind is int and key in _INT64):
            return
        plain = kind in SCALARS or kind is int or kind is complex or key is Ellipsis
        if kind is tuple and len(key) <= 8:
            plain = all(type(item) in (*SIMPLE_KEYS, int) or type(item) in SCALARS for item in key)
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

    def _array(self, rest: list, depth: int) -> np.ndarray:
        code, shape, fortran, reference = rest
        dtype = DTYPES.get(code) if type(code) is str else None
        if dtype is None or type(fortran) is not bool or type(shape) is not list or len(shape) > MAX_DIMENSIONS:
            raise ProtocolViolation("an array of a kind that may not cross")
        for size in shape:
            if type(size) is not int or not 0 <= size < 2**48:
                raise ProtocolViolation("an array with an impossible shape")
        data = self._data(reference)
        if prod(shape) * dtype.itemsize != len(data):
            raise ProtocolViolation("an array whose bytes do not fill its shape")
        order = "F" if fortran else "C"
        if dtype is _BOOL:  # it may hold any byte: only 0 and 1 come out
            return np.not_equal(np.ndarray(shape, np.uint8, data, order=order), 0, order=order)
        return np.ndarray(shape, dtype, data, order=order).copy(order)

    def _scalar(self, rest: list, depth: int) -> np.generic:
        return self._array([rest[0], [], False, rest[1]], depth)[()]

    def _bytes(self, rest: list, depth: int) -> bytes:
        return bytes(self._data(rest[0]))

    def _text(self, rest: list, depth: int) -> str:
        return str(self._data(rest[0]), "utf-8")

    def _int(self, rest: list, depth: int) -> int:
        if type(rest[0]) is not bytes or len(rest[0]) > MAX_INT_BITS // 8 + 1:
            raise ProtocolViolation("an integer that is too long")
        return int.from_bytes(rest[0], "little", signed=True)

    def _complex(self, rest: list, depth: int) -> complex:
        if any(type(part) is not float for part in rest):
            raise ProtocolViolation("a complex number without parts")
        return complex(*rest)

    def _slice(self, rest: list, depth: int) -> slice:
        return slice(*(self._decode(part, depth + 1) for part in rest))

    def _ellipsis(self, rest: list, depth: int) -> object:
        return Ellipsis

    def _rng(self, rest: list, depth: int) -> np.random.Generator:
        state, increment, has_uint32, uinteger, seed = rest
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
        parts = self._decode(tree, depth + 1)
        if not _is_seed(parts):
            raise ProtocolViolation("a generator with an impossible seed")
        entropy, key, pool, children = parts
        return np.random.SeedSequence(entropy, spawn_key=tuple(key), pool_size=pool, n_children_spawned=children)


# Kind -> number of parts after the name, and how they are decoded. Kinds of opaque references are the business of `opaque`.
_PARTS = {"dict": 1, "array": 4, "scalar": 2, "bytes": 1, "text": 1, "int": 1, "complex": 2, "slice": 3, "ellipsis": 0, "rng": 5}
_NODES = {name: (count, getattr(Decoder, f"_{name}")) for name, count in _PARTS.items()}
