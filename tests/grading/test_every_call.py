"""What holds in all calls of a function together is named; what one call contradicts is not."""

import numpy as np
import pytest

from autograder.checking.diagnosis import worded
from autograder.grading.every_call import in_every_call, in_wrong_calls
from autograder.slips.answers import Answer


def power(x, scale, offset):
    """Right code to be mistaken about."""
    return scale * np.exp(x) + offset


def sides(x, slope):
    """A function in cases."""
    return np.where(x > 0, x, slope * x)


def answers(wrong, right, cases, names=("x", "scale", "offset")):
    """The calls of `wrong` beside the answers of `right`."""
    return [Answer(args, wrong(*args), right(*args), lambda there: right(*there), names) for args in cases]


def draws(*extra):
    """Calls with arrays of different lengths and other numbers."""
    rng = np.random.default_rng(0)
    return [(rng.normal(size=n), *(rng.uniform(0.2, 0.8) for _ in extra)) for n in (2, 3, 5, 9)]


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (lambda x, scale, offset: -power(x, scale, offset), "sign"),
        (lambda x, scale, offset: len(x) * power(x, scale, offset), "factor.rows"),
        (lambda x, scale, offset: power(x, scale, 0), "argument.ignored"),
        (lambda x, scale, offset: power(x, scale / 2, offset), "argument.halved"),
        (lambda x, scale, offset: power(x, offset, scale), "argument.exchanged"),
        (lambda x, scale, offset: power(x * scale, scale, offset), "argument.scaled"),
        (lambda x, scale, offset: np.minimum(power(x, scale, offset), 1.5), "clipped"),
    ],
)
def test_a_mistake_that_all_calls_show_is_named(wrong, name):
    """Numbers, lengths and arguments, each from calls none of which would be enough."""
    found = in_every_call(answers(wrong, power, draws(1, 2)))
    assert found is not None
    assert found.id == name


def test_what_is_remembered_from_an_earlier_call():
    """By the shape of the arguments, as if they were the same: neither a factor nor anything else is lost."""
    kept = {}
    rng = np.random.default_rng(1)
    cases = [(rng.normal(size=n), 0.3, 0.4) for n in (3, 4, 3, 4, 3)]
    found = in_every_call(answers(lambda *args: kept.setdefault(args[0].shape, power(*args)), power, cases))
    assert found is not None
    assert found.id == "state.earlier"


def test_one_call_that_contradicts_is_enough():
    """Nothing is said of a sign that is right in one call."""
    made = answers(lambda *args: -power(*args), power, draws(1, 2))
    args = (np.array([0.5, 2.0]), 0.3, 0.4)
    assert in_every_call([*made, Answer(args, power(*args), power(*args), lambda there: power(*there))]) is None


def test_one_side_of_zero():
    """Entries of all calls are laid side by side with the argument they belong to."""
    found = in_every_call(answers(lambda x, slope: np.where(x > 0, x, 7.0 + x * x), sides, draws(1), ("x", "slope")))
    assert found is not None
    assert found.id == "side.negative"


def test_integers_lose_what_is_behind_the_point():
    """Arrays made like an argument of integers hold integers."""
    cases = [(np.arange(-4, k), 0.3) for k in (2, 3, 4)]
    found = in_every_call(answers(lambda x, slope: sides(x, slope).astype(int), sides, cases, ("x", "slope")))
    assert found is not None
    assert found.id == "value.truncated"


def test_integers_of_shares_are_all_zero():
    """Where calls with other numbers are right, zeros are what is left of numbers below one."""
    cases = [(np.arange(-4, 0), 0.1), (np.array([-3, -1]), 0.2), (np.array([0.5, -0.25]), 0.1)]
    found = in_every_call(answers(lambda x, slope: sides(x, slope).astype(x.dtype) if x.dtype.kind == "i" else sides(x, slope), sides, cases))
    assert found is not None
    assert found.id == "value.truncated"


def test_a_list_that_notes_something_else():
    """Where all else is right, only what is noted is wrong."""

    def run(start, steps):
        track = [start]
        for _ in range(steps):
            track.append(track[-1] * 0.7 + 0.1)
        return track[-1], np.array(track)

    def wrong(start, steps):
        end, track = run(start, steps)
        return end, np.sin(track) + track**2

    found = in_every_call(answers(wrong, run, [(1.3, 4), (2.7, 6), (0.4, 9)], ("start", "steps")))
    assert found is not None
    assert found.id == "sequence.noted"


def test_one_wrong_call_of_another_kind_says_nothing_against_it():
    """Where a text chooses a formula, a single call of one kind cannot show what many of another kind do, but may contradict it."""

    def right(x, kind):
        return np.exp(x) if kind == "one" else np.exp(x) + 1

    def made(wrong, other):
        cases = [(x, kind) for kind, count in (("one", 4), ("two", 1)) for (x,) in draws()[:count]]
        return answers(lambda x, kind: (wrong if kind == "one" else other)(right(x, kind)), right, cases, ("x", "kind"))

    found = in_every_call(made(np.negative, np.negative))
    assert found is not None
    assert found.id == "sign"
    assert in_every_call(made(np.negative, lambda y: y + y**3)) is None


def test_numbers_that_count_are_not_switched_off():
    """A whole number that should be 0 is no entry that a condition leaves out."""
    cases = [(n,) for n in range(3, 12)]
    found = in_every_call(answers(lambda n: n % 3 or n + 7, lambda n: n % 3, cases, ("n",)))
    assert found is None or not found.id.startswith("mask")


def test_an_argument_of_an_earlier_call():
    """What is kept of one argument, by the whole part of another or by a shape, is told with the argument's name."""
    kept = {}
    rng = np.random.default_rng(4)
    cases = [(rng.normal(size=n), rng.uniform(0.2, 0.8), rng.uniform(0.2, 0.8)) for n in (3, 4, 3, 4, 3)]

    def wrong(x, scale, offset):
        return power(kept.setdefault(x.shape, x), scale, offset)

    found = in_every_call(answers(wrong, power, cases))
    assert found is not None
    assert found.id == "state.argument"
    assert "if x were" in found.sentence


def test_a_number_that_code_may_have_made_itself_is_not_called_kept():
    """One number in the place of an argument in every call says that the argument is not used, also if a call was handed the same."""
    cases = [(x, scale, 0.1 if i == 0 else 0.3 * i) for i, (x, scale) in enumerate(draws(1))]
    found = in_every_call(answers(lambda x, scale, offset: power(x, scale, 0.1), power, cases))
    assert found is not None
    assert found.id == "argument.ignored"


def test_a_factor_that_one_call_hands_in_as_a_whole_number():
    """1 is as good as 1.0: a number that code has written out is found all the same."""
    cases = [*draws(1, 2), (np.array([0.5, 2.0, 1.0]), 1, 0)]
    found = in_every_call(answers(lambda x, scale, offset: power(x, 0.9, offset), power, cases))
    assert found is not None
    assert found.id == "argument.ignored"
    assert "scale" in found.sentence


def test_nothing_else_is_no_list_that_is_noted():
    """A list of one batch has no other part that could be right beside it."""

    def right(n, seed):
        return [np.cos(np.arange(float(n)) + seed)] if seed < 3 else [np.cos(np.arange(float(n)) + seed)] * 2

    def wrong(n, seed):
        return [np.sin(np.arange(float(n)) * seed) + 0.5] if seed < 3 else right(n, seed)

    found = in_every_call(answers(wrong, right, [(n, seed) for n in (4, 5) for seed in (1, 2, 3, 4)], ("n", "seed")))
    assert found is None or found.id != "sequence.noted"


def test_what_is_nearly_a_whole_number_is_not_cut():
    """Steep walls that are 0 and 1 are no integers."""

    def wall(x, steep, offset):
        return 1 / (1 + np.exp(-steep * 30 * x)) + 0 * offset

    found = in_every_call(answers(lambda x, steep, offset: (x > 0) * 1.0, wall, [(4 + x * x, s, o) for x, s, o in draws(1, 2)] + [(-4 - x * x, s, o) for x, s, o in draws(1, 2)]))
    assert found is None or found.id != "value.truncated"


def test_a_choice_that_is_not_passed_on():
    """Right for one text and computed with it for every other; not where two texts stand in each other's place."""

    def right(x, kind):
        return np.exp(x) if kind == "exp" else np.cos(x) + 2

    cases = [(x, kind) for kind in ("exp", "cos") for (x,) in draws()]
    found = in_every_call(answers(lambda x, kind: right(x, "cos"), right, cases, ("x", "kind")))
    assert found is not None
    assert found.id == "argument.ignored.choice"
    assert "kind" in found.sentence
    exchanged = in_every_call(answers(lambda x, kind: right(x, "exp" if kind == "cos" else "cos"), right, cases, ("x", "kind")))
    assert exchanged is None or exchanged.id != "argument.ignored.choice"


@pytest.mark.parametrize("name", ["argument.scaled", "state.argument", "argument.ignored.choice", "axis.other", "part.unfilled", "sequence.noted", "state.earlier", "swapped.later"])
def test_every_name_has_words(name):
    """A sentence with a question, a rule, a place."""
    assert all(worded(name, "dW", "lr").hints)


def test_functions_with_long_loops_are_not_asked_for_long():
    """What a learner's mistake may cost does not grow with the turns that right code takes."""
    turns = []

    def slow(x, steps):
        turns.append(steps)
        return np.cumsum(x) * np.log(steps)

    calls = [(np.linspace(0.1, 1.0, n), 500 + n) for n in (3, 4, 5)]
    made = [Answer(args, np.sin(args[0]), slow(*args), lambda there: slow(*there), ("x", "steps")) for args in calls]
    turns.clear()
    in_every_call(made)
    assert 0 < len(turns) <= 20


@pytest.mark.parametrize("seed", range(4))
def test_what_explains_the_wrong_calls_or_entries_alone(seed):
    """A case of its own, for whatever numbers: the sign is lost in some calls, or another formula holds on one side."""
    rng = np.random.default_rng(seed)
    cases = [(rng.normal(size=6), float(rng.uniform(0.2, 0.8))) for _ in range(8)]
    few = {float(args[1]) for args in cases[:4]}
    made = answers(lambda x, slope: -sides(x, slope) if slope in few else sides(x, slope), sides, cases, ("x", "slope"))
    assert in_every_call(made) is None
    found = in_wrong_calls(made, {}, "slope is small")
    assert found is not None
    assert (found.id, found.sentence) == ("sign", "The result in calls in which slope is small has the right size and the opposite sign.")
    made = answers(lambda x, slope: np.where(x > 0, x, slope * slope * x), sides, cases, ("x", "slope"))
    told = in_wrong_calls(made, {})
    assert told is not None
    assert told.id in ("argument.squared", "argument.scaled")
    assert "in the entries in which it is wrong" in told.sentence


def test_single_wrong_calls_explain_nothing():
    """Two calls are too few to speak of the wrong ones alone."""
    cases = draws(1)
    made = answers(lambda x, slope: -sides(x, slope) if len(x) < 4 else sides(x, slope), sides, cases, ("x", "slope"))
    assert in_wrong_calls(made, {}) is None


def test_the_best_so_far():
    """A curve that was made to rise; one that rises by itself but for one entry is not told so."""

    def curve(x):
        return np.cos(7 * x)

    cases = draws()
    found = in_every_call(answers(lambda x: np.maximum.accumulate(curve(x)), curve, cases))
    assert found is not None
    assert found.id == "sequence.best-so-far"
    last = in_every_call(answers(lambda x: np.append(np.maximum.accumulate(curve(x))[:-1], 2.0), curve, cases))
    assert last is None or last.id != "sequence.best-so-far"


def test_a_half_beside_an_axis_of_two_is_any_factor():
    """With two columns in all wrong calls nobody can tell a lost mean from a constant; with three, it is a constant."""

    def slope(x):
        return 3.0 * x

    rng = np.random.default_rng(0)
    for columns, name in ((2, "factor"), (3, "factor.half")):
        found = in_every_call(answers(lambda x: slope(x) / 2, slope, [(rng.normal(size=(rows, columns)),) for rows in (3, 4, 5)]))
        assert found is not None
        assert found.id == name


def test_a_factor_holds_in_small_calls_too():
    """A result as large as a billion hides what smaller ones say: here something else is added."""
    rng = np.random.default_rng(1)
    cases = [(rng.normal(size=4) * size,) for size in (1.0, 1e9, 1e-3, 10.0)]
    found = in_every_call(answers(lambda x: 1.5 * np.abs(x) + np.cos(x), np.abs, cases, ("x",)))
    assert found is None or not found.id.startswith("factor")
