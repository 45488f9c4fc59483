"""Plain data crosses unchanged; nothing a hostile peer sends does more than end in a ProtocolViolation."""

import math

import msgpack
import numpy as np
import pytest
from autograder.sandbox import codec
from autograder.sandbox.channel import unpack
from autograder.sandbox.codec import DTYPES, Decoder, Encoder, TooLarge
from autograder.sandbox.errors import ProtocolViolation
from autograder.sandbox.mutation import unchanged
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp


class Opaque:
    """What a decoder makes of a node that is not plain data."""

    def __init__(self, node):
        self.node = node


def send(value, snapshot=False):
    """(tree, buffers) as they arrive after a trip through msgpack."""
    encoder = Encoder(lambda value: ["object", type(value).__name__], snapshot=snapshot)
    tree = encoder.encode(value)
    return unpack(msgpack.packb([tree]))[0], [bytearray(part) for part in encoder.buffers]


def decode(tree, buffers=()):
    return Decoder(list(buffers), Opaque).decode(tree)


def same(a, b) -> bool:
    """Equal in type and, bit for bit, in value."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray | np.generic):
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, float):
        return a == b and math.copysign(1, a) == math.copysign(1, b) or (math.isnan(a) and math.isnan(b))
    if isinstance(a, complex):
        return same(a.real, b.real) and same(a.imag, b.imag)
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return all(map(same, a, b)) and all(map(same, a.values(), b.values())) and len(a) == len(b)
    if isinstance(a, slice):
        return all(same(getattr(a, part), getattr(b, part)) for part in ("start", "stop", "step"))
    return a == b


DTYPE = st.sampled_from(sorted(set(DTYPES) - {np.dtype(code).str for code in "gG"}))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=600)
KEYS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), TEXT, st.binary(max_size=9), st.tuples(TEXT, st.integers()))
ATOMS = st.one_of(
    KEYS, st.floats(), st.complex_numbers(), st.binary(max_size=5000), st.just(...), st.slices(9),
    hnp.arrays(DTYPE, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=5)),
    DTYPE.flatmap(lambda code: hnp.arrays(code, ())).map(lambda array: array[()]),
)  # fmt: skip
VALUES = st.recursive(
    ATOMS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.lists(inner, max_size=4).map(tuple), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)


@given(VALUES, st.booleans())
def test_plain_data_crosses_unchanged(value, snapshot):
    """Every value of the closed set arrives with the same type and the same bits."""
    assert same(decode(*send(value, snapshot)), value)


@given(VALUES)
def test_what_was_not_touched_counts_as_unchanged(value):
    """No false report of a changed argument, whatever the argument is."""
    tree, buffers = send(value)
    assert unchanged(decode(tree, buffers), tree, buffers)


@given(hnp.arrays("f8", hnp.array_shapes(max_dims=3, max_side=5)), st.data())
def test_one_flipped_bit_counts_as_changed(array, data):
    """Any single changed bit of an argument is noticed, also inside a list."""
    tree, buffers = send([array, 1])
    value = decode(tree, buffers)
    raw = value[0].reshape(-1).view(np.uint8)
    raw[data.draw(st.integers(0, raw.size - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert not unchanged(value, tree, buffers)


@pytest.mark.parametrize("change", [
    lambda a: setattr(a, "shape", (3, 2)), lambda a: setattr(a, "dtype", np.int64), lambda a: a.sort(axis=1), lambda a: a.fill(np.nan),
])  # fmt: skip
def test_a_changed_shape_or_dtype_counts_as_changed(change):
    """Reshaping or retyping an argument in place is a change, too."""
    tree, buffers = send(np.array([[3.0, 2.0, 1.0], [6.0, 5.0, 4.0]]))
    value = decode(tree, buffers)
    change(value)
    assert not unchanged(value, tree, buffers)


@pytest.mark.parametrize("order", ["C", "F"])
def test_the_order_of_memory_is_kept(order):
    """An array in Fortran order arrives in Fortran order, small and large."""
    for shape in ((3, 4), (60, 70)):
        array = np.asarray(np.random.default_rng(1).normal(size=shape), order=order)
        back = decode(*send(array))
        assert same(back, array) and back.flags[f"{order}_CONTIGUOUS"] and back.flags.writeable and back.flags.owndata or back.base.flags.owndata


def test_a_generator_continues_where_it_was():
    """The copy draws what the original draws next, including half-used 32-bit words."""
    rng = np.random.default_rng(7)
    rng.integers(0, 9, dtype=np.int32)
    back = decode(*send(rng))
    assert np.array_equal(back.integers(0, 99, 5, dtype=np.int32), rng.integers(0, 99, 5, dtype=np.int32))
    assert np.array_equal(back.normal(size=5), rng.normal(size=5))


@pytest.mark.parametrize("seed", [7, 1 << 127, np.int64(7), np.uint8(3), [1, 2, 3], np.arange(5), None, np.random.SeedSequence(3, spawn_key=(1, 2), pool_size=8, n_children_spawned=5)], ids=repr)
def test_a_generator_has_the_children_it_had(seed):
    """`spawn` gives the same generators on both sides, also after some were spawned already."""
    rng = np.random.default_rng(seed)
    rng.spawn(2)
    back = decode(*send(rng))
    assert back.bit_generator.seed_seq.entropy is not None and back.normal() == rng.normal()
    assert [child.normal() for child in back.spawn(3)] == [child.normal() for child in rng.spawn(3)]
    assert [child.normal() for child in decode(*send(back.spawn(1)[0])).spawn(1)] == [child.normal() for child in rng.spawn(1)[0].spawn(1)]


@pytest.mark.parametrize("seed", [np.random.SeedSequence(1 << 9000), list(range(100)), np.random.SeedSequence(1, pool_size=5000), np.random.PCG64(3)], ids=["huge", "long", "pool", "bits"])
def test_a_generator_of_a_costly_seed_draws_what_it_draws(seed):
    """The seed stays behind; the numbers are the same."""
    rng = np.random.default_rng(seed)
    assert decode(*send(rng)).normal() == rng.normal()


def test_a_snapshot_does_not_follow_later_changes():
    """What a function returned is what crosses, even when a later call overwrites the same array."""
    array = np.zeros(5000)
    encoder = Encoder(lambda value: ["object"], snapshot=True)
    first = encoder.encode(array)
    array[:] = 1
    second = encoder.encode(array)
    assert decode(first, encoder.buffers).sum() == 0 and decode(second, encoder.buffers).sum() == 5000


class Subclass(np.ndarray):
    pass


class Number(float):
    pass


@pytest.mark.parametrize("value", [
    np.ones(3).view(Subclass), np.array([object()]), np.array(["a"]), np.array([(1, 2.0)], "i4,f8"), np.ma.array([1.0]),
    np.array(1, "M8[s]"), Number(1.0), object(), print, "\ud800", 1 << 5000, np.ones((1,) * 17), type("Str", (str,), {})("x"),
], ids=lambda value: type(value).__name__)  # fmt: skip
def test_whatever_is_not_plain_data_is_opaque(value):
    """Only the exact types of the closed set cross as data; everything else is a reference."""
    assert type(decode(*send(value))) is Opaque


def test_a_list_that_contains_itself_ends_in_a_reference():
    """Depth is bounded on the way out: the innermost list becomes opaque."""
    loop = []
    loop.append(loop)
    value, depth = decode(*send(loop)), 0
    while type(value) is list:
        (value,), depth = value, depth + 1
    assert depth == codec.MAX_DEPTH and type(value) is Opaque


def test_a_value_that_is_too_large_leaves_nothing_behind():
    """`attempt` replaces a value that does not fit, and the rest of the message is as if it had never been."""
    encoder = Encoder(lambda value: ["object"], snapshot=True)
    tree = [encoder.attempt(value, lambda _: "large") for value in (np.ones(9000), [np.ones(9000), np.zeros(codec.MAX_BYTES // 8)], np.ones(9000))]
    assert tree[1] == "large" and len(encoder.buffers) == 2
    assert same(decode(tree[2], encoder.buffers), np.ones(9000))
    with pytest.raises(TooLarge):  # many short texts
        Encoder(lambda value: ["object"]).encode({f"{i:05d}" * 30: 1 for i in range(60_000)})
    wide = [0]
    for _ in range(40):
        wide = [wide, wide]
    with pytest.raises(TooLarge):
        encoder.encode(wide)


def keys(values):
    return ["dict", [part for key in values for part in (key, 0)]]


# Seeds that are none, or would cost minutes of mixing.
SEEDS = [
    ["rng", b"1" * 16, b"2" * 16, 0, 0, seed]
    for seed in (7, ["tuple", []], ["tuple", [1, ["list", []], 4]], ["tuple", [-1, ["list", []], 4, 0]], ["tuple", [1, 2, 4, 0]], ["tuple", [1, ["list", []], 10**9, 0]], ["tuple", [1, ["list", []], 4, -1]],
                 ["tuple", [1, ["list", [1.5]], 4, 0]], ["tuple", [["list", [1] * 99], ["list", []], 4, 0]], ["tuple", [True, ["list", []], 4, 0]])
]  # fmt: skip
COLLIDING = [["int", (i * (2**61 - 1)).to_bytes(12, "little")] for i in range(3000)]


@pytest.mark.parametrize("tree", [
    [], ["nonsense"], [1, 2], ["list"], ["list", 3], ["list", [1], 2], ["dict", [1]], ["dict", {"a": 1}], {"a": 1},
    ["array", "|O", [1], False, b"12345678"], ["array", "<f8", [2], False, b"12345678"], ["array", "<f8", [-1], False, b""],
    ["array", "<f8", [2**40, 0], False, b"1"], ["array", "<f8", [1.0], False, b"12345678"], ["array", "<f8", [1] * 40, False, b"12345678"],
    ["array", "<f8", [1], False, 0], ["array", "<f8", [1], False, -1], ["array", "<f8", [1], False, True], ["array", "<U1", [1], False, b"\xff" * 4],
    ["array", ["<f8"], [1], False, b"12345678"], ["array", "<f8", [2**47, 2**47, 0], 0, b""], ["scalar", "<f8", b"1"], ["text", 0], ["bytes", "x"],
    ["int", b"1" * 1000], ["complex", 1, 2], ["complex", "1", "2"], ["slice", 1, 2], ["rng", b"", b"", 0, 0], ["rng", b"1" * 16, b"2" * 16, 2, 0],
    ["rng", b"", b"", 0, 0, None], ["rng", b"1" * 16, b"2" * 16, 2, 0, None], *SEEDS,
    ["set", [["list", []]]], keys([["list", []]]), keys([["array", "<f8", [], False, b"12345678"]]), keys(COLLIDING), ["set", COLLIDING],
    keys([["tuple", [["tuple", []]]]]), ["set", [["complex", float(i), 0.0] for i in range(3000)]],
], ids=str)  # fmt: skip
def test_a_malformed_value_is_a_protocol_violation(tree):
    """Each of these is refused with ProtocolViolation and nothing else."""
    with pytest.raises(ProtocolViolation):
        Decoder([], lambda node: (_ for _ in ()).throw(ProtocolViolation("opaque"))).decode(tree)


def test_nesting_beyond_the_limit_is_refused():
    """A tree deeper than any the encoder writes is refused before Python's own limit."""
    tree = 1
    for _ in range(400):
        tree = ["list", [tree]]
    with pytest.raises(ProtocolViolation):
        decode(tree)


def test_one_buffer_cannot_be_used_to_fill_memory():
    """A message that refers to its one large buffer over and over is refused."""
    tree = ["list", [["array", "<f8", [1 << 20], False, 0]] * 100]
    with pytest.raises(ProtocolViolation):
        decode(tree, [bytearray(8 << 20)])


def test_a_bool_holds_nothing_but_0_and_1():
    """Bytes other than 0 and 1 in an array of bools come out as True."""
    value = decode(["array", "|b1", [3], False, b"\x00\x02\xff"])
    assert value.view(np.uint8).tolist() == [0, 1, 1]


NAMES = st.sampled_from(["list", "tuple", "set", "frozenset", "dict", "array", "scalar", "bytes", "text", "int", "complex", "slice", "ellipsis", "rng", "object"])
WILD = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**63), 2**64 - 1), st.floats(), st.text(max_size=5), st.binary(max_size=20), DTYPE, NAMES),
    lambda inner: st.one_of(st.lists(inner, max_size=5), st.tuples(NAMES, inner, inner).map(list), st.tuples(NAMES, st.lists(inner, max_size=4)).map(list),
                            st.tuples(st.just("array"), DTYPE, st.lists(st.integers(-1, 2**50), max_size=3), st.booleans(), inner).map(list)),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=400)
@given(WILD, st.lists(st.binary(max_size=64).map(bytearray), max_size=2))
def test_any_tree_decodes_or_is_a_protocol_violation(tree, buffers):
    """No tree whatever makes the decoder raise anything but ProtocolViolation."""
    try:
        decode(tree, buffers)
    except ProtocolViolation:
        pass


@settings(max_examples=400)
@given(st.one_of(st.binary(max_size=200), VALUES.map(lambda value: msgpack.packb([send(value)[0]]))), st.data())
def test_any_bytes_are_a_list_or_a_protocol_violation(packed, data):
    """Random and damaged headers are refused with ProtocolViolation, or are a list that decodes or is refused."""
    if packed and data.draw(st.booleans()):
        spot = data.draw(st.integers(0, len(packed) - 1))
        packed = packed[:spot] + data.draw(st.binary(max_size=3)) + packed[spot + 1 :]
    try:
        for tree in unpack(packed):
            decode(tree)
    except ProtocolViolation:
        pass


def test_a_header_that_claims_endless_lists_takes_no_room():
    """A short header of nested lists, each of which claims millions of items, is refused."""
    with pytest.raises(ProtocolViolation):
        unpack(b"\xdd\x00\x20\x00\x00" * 1000)
