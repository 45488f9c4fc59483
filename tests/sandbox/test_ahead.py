"""Calls sent ahead: an answer counts for exactly the call that is asked for, in its turn; anything else is asked again."""

import numpy as np
import pytest
from autograder.sandbox import Limits
from autograder.sandbox.ahead import IN_FLIGHT, Strayed, prepared

SOURCE = """
import numpy as np
calls = []
def f(x):
    calls.append(len(calls))
    print("called", len(calls))
    if isinstance(x, str): return eval(x)
    return 2 * x
def spoils(x):
    x[:] = 0
    raise ValueError("spoilt")
def count(): return len(calls)
kept = []
def keeps(callback): kept.append(callback)
"""
X = np.arange(6.0).reshape(2, 3)


@pytest.fixture
def functions(session):
    """The functions of SOURCE by name, and what foresees calls of them."""
    session.run_cell(SOURCE)
    found = session.functions(["f", "spoils", "count", "keeps", "calls", "nowhere"])
    assert set(found) == {"f", "spoils", "count", "keeps"}
    return found


def foresee(session, *calls):
    session.foresee([(function, prepared(cases)) for function, cases in calls])


def test_an_answer_that_was_sent_ahead_is_the_same(session, functions):
    """Values, what was printed, errors and changed arguments are those of calls that were not foreseen."""
    f, spoils = functions["f"], functions["spoils"]
    asked = [(f, [(X,), (3,)]), (spoils, [(X,)]), (f, [("'text'",)])]
    plain = [session.observe_many(*call) for call in asked]
    foresee(session, *asked)
    ahead = [session.observe_many(*call) for call in asked]
    assert session.foreseen == 0
    assert [[(one.error, one.message, one.mutated) for one in some] for some in plain] == [[(one.error, one.message, one.mutated) for one in some] for some in ahead]
    assert np.array_equal(ahead[0][0].value, 2 * X) and ahead[0][1].value == 6 and ahead[2][0].value == "text"
    assert [one.stdout for one in ahead[0]] == ["called 4\n", "called 5\n"]


@pytest.mark.parametrize(
    ("name", "cases"),
    [("f", [(-X,)]), ("f", [(X.T,)]), ("f", [(X,), (X,)]), ("f", [(X.astype(np.float32),)]), ("f", [(np.float64(3),)]), ("f", [(3.0,)]), ("spoils", [(3,)])],
)
def test_only_the_very_same_call_is_answered(session, functions, name, cases):
    """Other numbers, another order in memory, another type, another function, one call more: none of them is the same."""
    f = functions["f"]
    foresee(session, (f, [(X,)]), (f, [(3,)]), (f, [(4,)]))
    session.observe_many(f, [(X,)])
    with pytest.raises(Strayed):
        session.observe_many(functions[name], cases)


def test_what_strays_can_be_asked_again(session, functions):
    """After forgetting what was foreseen the session answers as ever; nothing was sent that would not have been next."""
    f, count = functions["f"], functions["count"]
    foresee(session, (f, [(1,)]), (f, [(2,)]), (f, [(3,)]))
    session.observe_many(f, [(1,)])
    with pytest.raises(Strayed):
        session.lookup("calls")
    session.forget()
    assert session.lookup("calls") == [0, 1, 2]
    assert session.observe_many(f, [(5,)])[0].value == 10 and session.observe_many(count, [()])[0].value == 4


def test_nothing_is_sent_before_its_beginning_is_asked_for(session, functions):
    """What is foreseen and never asked for is never called, and stands in nobody's way."""
    foresee(session, (functions["f"], [(1,)]), (functions["f"], [(2,)]))
    assert session.lookup("calls") == [] and session.foreseen == 0
    assert session.observe_many(functions["f"], [(1,)])[0].value == 2


@pytest.mark.parametrize(
    "expression", ["__import__('os')._exit(3)", "__import__('time').sleep(2)", "[0 for _ in iter(int, 1)]", "kept[0]()", "__import__('os').closerange(3, 200)"]
)
def test_no_simple_answer_ends_the_session_and_says_nothing(session, functions, expression):
    """A crash, a delay, a call back or silence comes out as Strayed: to be judged by a session that is asked one by one.

    What was answered before stands, although the session may have ended since.
    """
    f = functions["f"]
    session.observe_many(functions["keeps"], [(lambda: 1,)])
    foresee(session, (f, [(1,)]), (f, [(2,)]), (f, [(expression,)]), (f, [(4,)]))
    assert session.observe_many(f, [(1,)])[0].value == 2
    assert session.observe_many(f, [(2,)])[0].value == 4
    with pytest.raises(Strayed):
        session.observe_many(f, [(expression,)])
    assert session.lost is not None


def test_many_large_requests_and_answers_do_not_block_each_other(zygote):
    """Far more bytes than the pipes hold, in both directions."""
    with zygote.session(Limits(memory_mb=1024)) as session:
        session.run_cell("import numpy as np\ndef wide(x): return np.ones((500, 400)) * x[0]")
        wide = session.lookup("wide")
        asked = [[(np.full(1500, float(i)),)] for i in range(40)]
        foresee(session, *((wide, cases) for cases in asked))
        assert all(session.observe_many(wide, cases)[0].value[0, 0] == i for i, cases in enumerate(asked))


def test_what_cannot_be_sent_ahead_is_not_prepared():
    """Functions, objects, and more bytes than may be under way."""
    assert prepared([(lambda: 1,)]) is None and prepared([(object(),)]) is None
    assert prepared([(np.ones(IN_FLIGHT // 8),)]) is None
    assert prepared([(np.ones(3), [1, "a"], {"k": (None, 2.5)})]) is not None
