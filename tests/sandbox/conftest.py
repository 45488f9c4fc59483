"""One warm zygote with every layer for all tests of the sandbox, and small limits."""

import re

import pytest
from autograder.sandbox import Limits, Zygote

STUBS = {"otter": "class Notebook:\n    def __init__(self, *names): pass", "autograder.notebook": "from otter import Notebook"}


@pytest.fixture(scope="session")
def zygote():
    with Zygote(preload=["autograder.checking"], modules=STUBS) as zygote:
        yield zygote


@pytest.fixture
def limits():
    return Limits(call_seconds=10.0, cell_seconds=10.0, memory_mb=512)


@pytest.fixture
def session(zygote, limits):
    with zygote.session(limits) as session:
        yield session


@pytest.fixture
def function(session):
    """Define a function in the session: function("def f(x): ...") is the Remote of f."""

    def define(source: str):
        result = session.run_cell(source)
        assert result.status == "ok", result
        return session.lookup(re.findall(r"^def (\w+)", source, re.MULTILINE)[-1])

    return define
