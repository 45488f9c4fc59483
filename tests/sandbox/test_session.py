"""What a session answers when student code behaves: values, errors by name, changed arguments, callbacks, files."""

import numpy as np
import pytest
from autograder.sandbox import Limits, NameMissing, Remote, SandboxError, SessionLost, StudentError


def test_a_cell_defines_what_a_lookup_finds(session):
    """Plain data comes back as data, a function as a Remote that knows its kind and name."""
    assert session.run_cell("import numpy as np\nx = np.arange(3)\ndef f(x): return x").status == "ok"
    assert session.lookup("x").tolist() == [0, 1, 2]
    f = session.lookup("f")
    assert (type(f), f.kind, f.name, repr(f)) == (Remote, "function", "f", "<student function f>")


def test_a_missing_name_is_told_apart_from_none(session):
    """None is a value; a name that was never defined raises NameMissing and the session goes on."""
    session.run_cell("x = None")
    assert session.lookup("x") is None
    with pytest.raises(NameMissing, match="'y'"):
        session.lookup("y")
    assert session.run_cell("y = 1").status == "ok" and session.lookup("y") == 1


def test_many_calls_in_one_message_are_independent(function):
    """Results come in order; an error in one case does not stop the others; every call gets fresh arguments."""
    f = function("def f(x):\n    x[0] += 1\n    return x / (x[0] - 2)[None] if x[0] != 5 else [][1]")
    x = np.array([1.0, 7.0])
    results = f._session.observe_many(f, [(x,), (np.array([4.0]),), (x,), (x + 1,)])
    assert [result.error for result in results] == [None, "IndexError", None, None]
    assert np.array_equal(results[3].value, np.array([3.0, 8.0])) and x.tolist() == [1, 7]


def test_changed_arguments_are_reported_by_position(function):
    """Arguments changed in place are told, also inside lists; untouched ones and generators are not."""
    f = function("def f(a, b, c, rng, d):\n    b[1] = 9\n    c[0].sort()\n    rng.normal()\n    return a + 1")
    args = (np.ones(2), np.ones(2), [np.array([2.0, 1.0])], np.random.default_rng(1), {"k": np.ones(2)})
    (result,) = f._session.observe_many(f, [args])
    assert result.mutated == (1, 2)


def test_generators_come_back_as_the_call_left_them(function):
    """Where a call has left its generators can be seen; two calls with one generator each begin where it stands."""
    f = function("def f(rng, times):\n    return [rng.normal() for _ in range(times)][-1]")
    rng = np.random.default_rng(3)
    for times, call in zip((1, 4), f._session.observe_many(f, [(rng, 1), (rng, 4)]), strict=True):
        here = np.random.default_rng(3)
        here.normal(size=times)
        assert [left.bit_generator.state for left in call.generators] == [here.bit_generator.state]


def test_an_error_carries_name_message_and_the_students_lines(function):
    """The traceback shows the student's own lines and none of the machinery."""
    f = function("def f(x):\n    return x.no_such_thing")
    (result,) = f._session.observe_many(f, [(np.ones(2),)])
    assert result.error == "AttributeError" and "no_such_thing" in result.message and result.value is None
    assert "return x.no_such_thing" in result.traceback and "worker" not in result.traceback
    with pytest.raises(StudentError, match="AttributeError"):
        f(1)


@pytest.mark.parametrize(("body", "error"), [
    ("import sys; sys.exit(3)", "SystemExit"), ("raise KeyboardInterrupt", "KeyboardInterrupt"), ("raise GeneratorExit", "GeneratorExit"),
    ("exit()", "SystemExit"), ("class E(BaseException):\n        def __str__(self): raise self\n    raise E", "E(BaseException)"),
    ("return f()", "RecursionError"), ("raise ExceptionGroup('many', [ValueError(1), TypeError(2)])", "ExceptionGroup"),
    ("return bytearray(10**10)", "MemoryError"), ("raise ValueError('\\ud800')", "ValueError"),
])  # fmt: skip
def test_every_way_to_raise_is_an_error_of_that_call_only(function, body, error):
    """Whatever is raised is named, and the next call works."""
    f = function(f"def f(stop=False):\n    if stop: return 5\n    {body}")
    (result,) = f._session.observe_many(f, [()])
    assert result.error == error
    assert f(True) == 5


@pytest.mark.parametrize(("expression", "kind", "name"), [
    ("np.ones(3).view(type('Liar', (np.ndarray,), {}))", "array", "Liar"), ("np.array([object()])", "array", "ndarray"), ("(i for i in [1])", "generator", "generator"),
    ("np", "module", "module"), ("int", "class", "int"), ("lambda x: x", "function", "<lambda>"), ("type('Liar', (), {'__eq__': lambda *a: True})()", "object", "Liar"),
    ("type('Liar', (float,), {'__eq__': lambda *a: True})(3)", "object", "Liar"), ("np.zeros(1 << 26)", "too large", "ndarray"), ("'\\ud800'", "object", "str"),
    ("type('<script>', (), {})()", "object", ""), ("[0] * 10**6", "too large", "list"), ("np.float64", "class", "float64"),
])  # fmt: skip
def test_what_is_not_plain_data_comes_back_as_an_opaque_remote(function, expression, kind, name):
    """Liars, subclasses, generators and giants stay in the session; what is known of them is a kind and a name."""
    value = function(f"import numpy as np\ndef f():\n    return {expression}")()
    assert (type(value), value.kind, value.name) == (Remote, kind, name)


def test_a_remote_answers_to_nothing_but_a_call(function):
    """No operator, attribute or conversion reaches the student's object."""
    value = function("def f():\n    class Liar:\n        def __eq__(self, other): return True\n        def __len__(self): return 3\n        shape = (3,)\n    return Liar()")()
    assert value != 5 and not hasattr(value, "shape") and not hasattr(value, "__len__") and not hasattr(value, "__array__")


def test_functions_of_this_side_can_be_called_back(function):
    """A student function may call a function it was given, more than once and with arrays, and get it back."""
    f = function("def f(g, x):\n    return g(g(x, scale=2), scale=3)")
    assert f(lambda x, scale: x * scale, np.ones(2)).tolist() == [6, 6]
    identity = function("def same(g): return g")
    assert identity(len) is len


def test_a_callback_may_call_the_session_again(function):
    """Calls nest: student, ours, student, ours."""
    f = function("def f(g, n):\n    return g(n) if n else 0")

    def back(n):
        return f(back, n - 1) + 1

    assert f(back, 5) == 5


def test_of_an_error_in_a_callback_only_the_name_crosses(function):
    """The student's code can catch the error by its class if that is Python's own, and sees nothing of what it said."""
    f = function("def f(g):\n    try: g()\n    except Exception as error: return type(error).__name__, str(error), repr(error.__cause__), repr(error.__context__)")

    class Own(Exception):
        pass

    def failing(error):
        def fails():
            raise error

        return fails

    assert f(failing(ValueError("a secret"))) == ("ValueError", "ValueError", "None", "None")
    assert f(failing(AssertionError("a secret"))) == ("AssertionError", "AssertionError", "None", "None")
    assert f(failing(Own("a secret"))) == ("CallbackError", "Own", "None", "None")
    assert f(failing(UnicodeDecodeError("utf-8", b"a", 0, 1, "a secret"))) == ("CallbackError", "UnicodeDecodeError", "None", "None")


def test_students_objects_can_be_handed_back(function):
    """A Remote as an argument is the very object it stands for; one of another session is refused."""
    make = function("def make():\n    global made\n    made = object()\n    return made")
    is_it = function("def is_it(thing): return thing is made")
    assert is_it(make()) is True


def test_a_remote_of_another_session_is_refused(zygote, limits, function):
    """References do not travel between sessions."""
    f = function("def f(x): return x")
    with zygote.session(limits) as other:
        other.run_cell("def g(x): return x")
        with pytest.raises(SandboxError, match="another session"):
            other.lookup("g")(f)


def test_arguments_that_cannot_be_sent_are_refused_here(function):
    """A value that is not plain data is an error of the caller's, and the session goes on."""
    f = function("def f(x): return 1")
    with pytest.raises(SandboxError, match="object cannot be sent"):
        f(object())
    with pytest.raises(SandboxError, match="too large"):
        f(np.zeros(1 << 24))
    assert f(1) == 1


def test_files_are_placed_in_the_home(zygote, limits):
    """Files given to a session are there under their names, and leave the quota to the student."""
    with zygote.session(limits, {"data/points.csv": b"1,2\n", "big.bin": bytes(20 << 20)}) as session:
        result = session.run_cell("import os\nprint(open('data/points.csv').read(), os.path.getsize('big.bin'))\nopen('mine', 'wb').write(bytes(10 << 20))")
    assert (result.status, result.stdout) == ("ok", "1,2\n 20971520\n")


@pytest.mark.parametrize("name", ["../x", "/etc/x", "", "a/../../x", "a\0b"])
def test_a_file_name_that_leads_elsewhere_is_refused(zygote, limits, name):
    """Only relative paths below the home are written."""
    with pytest.raises(SandboxError, match="not a relative path"):
        zygote.session(limits, {name: b""})


def test_printed_text_is_kept_up_to_the_limit(zygote):
    """A flood of output is cut at the limit, in cells and in calls, whether Python or C printed it."""
    with zygote.session(Limits(output_bytes=1000)) as session:
        assert session.run_cell("print('x' * 10**7)").stdout == "x" * 1000
        result = session.run_cell("import os\ntry:\n    while True: os.write(1, b'y' * 300)\nexcept OSError as error: print('full')")
        assert result.status == "ok" and result.stdout.startswith("full\nyyy") and len(result.stdout) <= 1000
        session.run_cell("def f(i): print(i, 'z' * 400)")
        results = session.observe_many(session.lookup("f"), [(i,) for i in range(10)])
        assert results[0].stdout == "0 " + "z" * 400 + "\n" and sum(len(result.stdout) for result in results) <= 1000
        assert session.run_cell("print('fine')").stdout == "fine\n"


def test_discarded_output_leaves_only_well_known_names(session):
    """After discard_output nothing the student wrote comes back: no text, no picture, no name of the student's making."""
    session.run_cell("class Secret_42(Exception): pass\ndef f(n):\n    print('secret')\n    if n == 1: raise ValueError('secret')\n    if n == 2: raise Secret_42('secret')\n    return type('Secret_43', (), {})()")
    f = session.lookup("f")
    session.discard_output()
    results = session.observe_many(f, [(0,), (1,), (2,)])
    assert [result.error for result in results] == [None, "ValueError", "Exception"]
    cell = session.run_cell("print('secret')\ndisplay('secret')\n1/0 # secret", render=True)
    assert (cell.status, cell.error, cell.displays) == ("error", "ZeroDivisionError", ())
    assert "ecret" not in repr(results) + repr(results[0].value) + repr(cell) + session.lookup("f").name


def test_a_session_that_was_closed_stays_closed(zygote, limits):
    """Closing twice does no harm; using it afterwards raises SessionLost; its usage is known."""
    session = zygote.session(limits)
    session.run_cell("sum(range(10**6))")
    session.close()
    session.close()
    assert session.usage.cpu_seconds > 0 and session.usage.max_rss_mb > 10 and session.usage.exit == "was ended by SIGKILL"
    for use in (lambda: session.run_cell("1"), lambda: session.lookup("x")):
        with pytest.raises(SessionLost):
            use()


def test_an_interrupted_request_ends_the_session(function):
    """Ctrl-C on the trusted side between question and answer leaves no half-read answer behind."""
    f = function("def f(g): return g()")

    def interrupt():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        f(interrupt)
    with pytest.raises(SessionLost):
        f(len)
