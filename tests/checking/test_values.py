"""Values: every stable formula passes at every scale, every sloppy one fails somewhere."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.checking import expected_from
from autograder.checking.compare import difference
from tests.benchmarks.formulas import FAMILIES, SCALES

RIGHT = [(family, form) for family, forms in FAMILIES.items() for form in forms.right]
WRONG = [(family, form) for family, forms in FAMILIES.items() for form in forms.wrong]


def passes(reference, form, args):
    """Whether a form gives what the reference gives, within the derived tolerance."""
    right = expected_from(reference, *args)
    with np.errstate(all="ignore"):
        return difference(form(*args), right.value, right.tolerance) is None


@pytest.mark.parametrize(("family", "form"), RIGHT)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), power=st.floats(-6, 6))
def test_stable_formula_passes_at_every_scale(family, form, seed, power):
    """Loops, einsum, other orders and other stable formulas pass for inputs from 1e-6 to 1e6."""
    it = FAMILIES[family]
    assert passes(it.reference, it.right[form], it.draw(np.random.default_rng(seed), 10.0**power))


@pytest.mark.parametrize(("family", "form"), WRONG)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_sloppy_formula_fails_at_some_scale(family, form, seed):
    """An epsilon, a clip, single precision, an unshifted exponential, a wrong axis or factor shows at some scale."""
    it = FAMILIES[family]
    assert not all(passes(it.reference, it.wrong[form], it.draw(np.random.default_rng([seed, k]), scale)) for k, scale in enumerate(SCALES))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), power=st.integers(-6, 6))
@pytest.mark.parametrize("family", ["affine", "mse", "softplus", "standardize"])
def test_single_precision_is_seen_in_every_draw(family, seed, power):
    """A detour through float32 fails at every scale where float32 has anything to lose."""
    it = FAMILIES[family]
    assert not passes(it.reference, it.wrong["single"], it.draw(np.random.default_rng(seed), 10.0**power))


def test_jump_does_not_widen_the_tolerance():
    """Where two entries tie for the maximum, the reference jumps; the tolerance stays small."""

    def share(x):
        return (x == x.max()) / 1.0

    assert np.all(expected_from(share, np.array([1.0, 1.0, 0.5])).tolerance < 1e-5)


def test_result_below_the_range_of_float64():
    """1e-310 and 0 are the same to float64: a formula that underflows there is right."""
    assert passes(FAMILIES["sigmoid"].reference, lambda x: 1 / (1 + np.exp(-x)), (np.array([-711.0, -740.0]),))
