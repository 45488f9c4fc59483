"""Functions answered by the reference, in a learner's session: they do to a generator what a function of the session would do."""

import numpy as np
import pytest

from autograder.course import load
from autograder.grading.budget import Budget
from autograder.grading.carry import reference_functions, replacing
from autograder.sandbox import Limits, Zygote
from tests.tiny_course import edit, write_course


@pytest.fixture
def drawing(tmp_path):
    """The tiny course, with a function that draws from the generator it is given."""
    course = write_course(tmp_path)
    edit(course, "solutions/a9_tiny/reference.py", "return _times(A, _FACTOR)", "return A.normal()")
    return load(course, "a9")


def test_reference_moves_the_learners_generator_on(drawing):
    """Two calls with one generator draw two numbers, and what is drawn afterwards is the third."""
    with Zygote() as zygote, zygote.session(Limits()) as session:
        session.run_cell("def both(rng):\n    return double(rng), double(A=rng), rng.normal()")
        with reference_functions(zygote, drawing, ("double",), Limits(), Budget(10.0)) as functions:
            replacing(functions)(session)
            (result,) = session.observe_many(session.lookup("both"), [(np.random.default_rng(5),)])
    assert result.error is None
    assert np.array_equal(result.value, np.random.default_rng(5).normal(size=3))
