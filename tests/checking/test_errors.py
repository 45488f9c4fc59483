"""Bad arguments are refused: the sentence about errors, what it says, and that it reads the same across the sandbox."""

import numpy as np
import pytest

from autograder.checking import Check, Failure, each_error, expect, expect_error
from autograder.checking.errors import is_kind
from autograder.checking.fingerprint import same_outcome
from autograder.checking.observe import observe_many
from autograder.grading.environment import Environment
from autograder.sandbox import Limits, Zygote

SOURCE = '''
class BadLabel(ValueError):
    pass

def refuses(y):
    if min(y) < 0:
        raise ValueError(f"label {min(y)} is negative")
    return y

def own_class(y):
    raise BadLabel("negative")

def accepts(y):
    return y

def stumbles(y):
    return y[10]

def silent(y):
    raise ValueError

def gives_none(y):
    pass

def stub(y):
    raise NotImplementedError("q1: write it")
'''
NAMES = ("refuses", "own_class", "accepts", "stumbles", "silent", "gives_none", "stub")
SAID = {
    "accepts": ("error", "should raise ValueError: -1 is no label; it returned an array of shape (2,)"),
    "gives_none": ("error", "it returned None"),
    "stumbles": ("error", "raised IndexError"),
    "silent": ("error", "without a message"),
    "stub": ("not_attempted", ""),
}
Y = np.array([2, -1])


@pytest.fixture(scope="module")
def here():
    """The functions in this process."""
    space = {}
    exec(SOURCE, space)
    return space


@pytest.fixture(scope="module")
def zygote():
    with Zygote(preload=("autograder.checking",)) as started:
        yield started


@pytest.fixture
def session(zygote):
    with zygote.session(Limits()) as opened:
        opened.run_cell(SOURCE)
        yield opened


def said(function):
    """The record of the failure, or None."""
    try:
        expect_error(function, Y, because="-1 is no label")
    except Failure as failure:
        return failure.record
    return None


@pytest.mark.parametrize("name", NAMES)
def test_sentence_says_what_is_missing(here, name):
    """No error, another error and an error without words are told apart; a class of one's own is fine."""
    record = said(here[name])
    assert (record is not None) == (name in SAID)
    if record:
        kind, part = SAID[name]
        assert record.kind == kind and part in record.message
        assert kind != "error" or record.hints[0].endswith("?")


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_sentence_reads_the_same_in_a_session(here, session, name, hidden):
    """Verdict and kind do not depend on where the function lives, nor on whether what it says is kept."""
    if hidden:
        session.discard_output()
    there = said(Environment(session).get(name))
    record = said(here[name])
    assert (there and there.kind) == (record and record.kind)


def test_hidden_errors_keep_no_word_of_the_learner(session):
    """Of a message only that there is one crosses, of a class only Python's own name."""
    session.discard_output()
    (outcome,) = Environment(session).get("own_class").observe_many([(Y,)])
    assert (outcome.error, outcome.message) == ("ValueError", "(not shown)")


def test_fingerprints_do_not_depend_on_names_of_classes(here, session):
    """A learner's own class has the fingerprint of the error it comes from."""
    session.discard_output()
    (there,) = Environment(session).get("own_class").observe_many([(Y,)])
    (own,), (plain,) = observe_many(here["own_class"], [(Y,)]), observe_many(here["silent"], [(Y,)])
    assert same_outcome(own, there) and same_outcome(own, plain)


def test_record_is_redacted():
    """On a hidden check neither the arguments nor what is wrong with them is told."""

    def bad_labels(f):
        """Labels that do not exist are refused."""
        expect_error(f, Y, because="-1 is no label")

    record = Check("q1", "bad_labels", 1, True, "Labels are refused.", ("f",), bad_labels).run({"f": lambda y: y})
    shown = record.redacted()
    assert record.kind == "error" and "-1" not in str(shown) and "array" not in str(shown) and "an error" in shown.message


def test_several_kinds_and_several_calls():
    """One batch for all calls; the first that is not refused speaks, with its own reason; any of several kinds will do."""
    batches = []

    class Remote:
        __name__ = "f"

        def observe_many(self, cases):
            batches.append(cases)
            return [out for case in cases for out in observe_many(lambda y: y[9] if len(y) == 2 else y, [case])]

    each_error(Remote(), {"long": (Y,), "also long": (Y,)}, raises=(ValueError, IndexError))
    assert len(batches) == 1 and len(batches[0]) == 2
    with pytest.raises(Failure, match="too short"):
        each_error(Remote(), {"long": (Y,), "too short": (Y[:1],)}, raises=(ValueError, IndexError))


def test_message_may_be_left_out_where_nobody_asked_for_one(here):
    """With `message=False` a bare `raise ValueError` is enough."""
    expect_error(here["silent"], Y, message=False)


@pytest.mark.parametrize(
    ("name", "fits"),
    [("ValueError", True), ("UnicodeDecodeError", True), ("LinAlgError", True), ("Own(ValueError)", True), ("Own(TypeError)", False), ("Exception", False), ("print", False)],
)
def test_kinds_by_name(name, fits):
    """Names stand for classes, with their families; a name that is no error fits nothing."""
    assert is_kind(name, (ValueError,)) == fits


def test_reused_buffer_is_noticed_in_a_session(session):
    """Across the sandbox the earlier result arrives as it was, and that it was changed later is told."""
    session.run_cell("import numpy as np\nroom = np.empty(2)\ndef f(y):\n    room[:] = y\n    return {'a': [room]}\ndef g(y):\n    return {'a': [y]}")
    env = Environment(session)
    first, last = env.get("f").observe_many([(Y,), (Y[::-1].copy(),)])
    assert first.value["a"][0].tolist() == [2.0, -1.0] and (first.mutated, last.mutated) == ((1,), ())
    assert all(outcome.mutated == () for outcome in env.get("g").observe_many([(Y,), (Y,)]))


def test_assert_is_named():
    """Who refuses with `assert` is told so, and not that Python stumbled."""

    def asserts(y):
        assert min(y) >= 0, "negative"
        return y

    with pytest.raises(Failure) as caught:
        expect_error(asserts, Y)
    assert caught.value.record.relation == "error.assert"


def test_draws_are_counted_across_the_sandbox(session):
    """Where a call has left its generator is known of a function in a session, too."""
    session.run_cell("def three(rng):\n    return rng.normal(size=3)\n\ndef four(rng):\n    return rng.normal(size=4)[:3]")
    three, four = (Environment(session).get(name) for name in ("three", "four"))
    rng = np.random.default_rng(8)
    expect(three, rng).draws_like(lambda rng: rng.normal(size=3))
    with pytest.raises(Failure, match="fewer or more"):
        expect(four, rng).draws_like(lambda rng: rng.normal(size=3))
