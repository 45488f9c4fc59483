"""Arguments and results that lose numbers of some size are seen: nothing small may be dropped, nothing large cut off, nothing rounded."""

import pytest

from autograder.checking.audience import explanations
from tests.verdicts.bent import KINDS, bent, places_of, sees_floats
from tests.verdicts.case import assignment
from tests.verdicts.matrix import passes

# Of each kind the finest step that has to be seen everywhere.
STEPS = {"cut": 1e-8, "clip": 1e5, "places": 8, "digits": 7, "more": 1e-8}

# Functions whose formula holds for numbers of any size, and that are compared number by number.
FUNCTIONS = {
    "a4": "affine_backward act_backward bricks_forward bricks_output bricks_hidden forward backward mlp_forward mlp_backward fixed_gradients",
    "a5": "sgd_step momentum_step adam_step train clip_by_norm lr_schedule l1_l2",
    "a6": "bump tower surface_grid error_curve",
    "a7": "maxout maxout_backward",
    "a8": "conv2d filter_grid saliency project activation_max distinct_modes occlusion linear_probe",
}

# What makes no difference that the text speaks of: (function, beginning of the place): kinds.
NO_DIFFERENCE = {
    # Outputs of sigmoids, heights of normalised filters, shares: they lie between -1 and 1 ...
    ("bricks_forward", "h1"): "clip",
    ("bricks_forward", "sigmoid(z2)"): "clip",
    ("forward", "H1"): "clip",
    ("forward", "sigmoid(Z2)"): "clip",
    ("bricks_output", "argument h1"): "clip",
    ("bricks_output", "argument h2"): "clip",
    ("bricks_output", "s2"): "clip",
    ("bricks_hidden", "argument h1"): "clip",
    ("bricks_hidden", "s1"): "clip",
    ("filter_grid", "grid"): "clip",
    ("tower", "sigmoid(both - 1.5 * h)"): "clip cut",
    ("linear_probe", "float("): "clip cut places digits",
    # ... betas between 0 and 1, labels are 0 or 1, and a slope in logarithms is of moderate size.
    ("momentum_step", "argument beta"): "clip cut",
    ("adam_step", "argument beta"): "clip cut",
    ("train", "argument y"): "clip cut places digits",
    ("error_curve", "float(slope)"): "clip cut",
    # Sigmoids are flat long before, and exp may overflow behind.
    ("act_backward", "argument Z"): "clip",
    ("bricks_forward", "z"): "clip",
    ("forward", "Z"): "clip",
    ("bricks_forward", "argument W2"): "clip",
    ("fixed_gradients", "argument W2"): "clip",
    ("tower", "argument h"): "clip cut",
    # Caches belong to the learner: mlp_backward may need them or not.
    ("mlp_forward", "caches"): "clip cut places digits more",
    # Only a decision hangs on it, which changes near a tie.
    ("distinct_modes", "argument tol"): "digits",
    ("distinct_modes", "argument values"): "digits more",
    ("maxout_backward", "argument b"): "digits more",
    # Only an accuracy hangs on the test samples. Activations far from 1 beside the column of ones, or a penalty next to
    # nothing, leave equations that no formula solves to many digits.
    ("linear_probe", "argument H_test"): "clip cut places digits more",
    ("linear_probe", "argument H"): "clip cut",
    ("linear_probe", "argument lam"): "cut places",
    ("linear_probe", "V"): "clip",
}


def let_through(name):
    """Every place and kind that all checks of the question accept, but for those where nothing is wrong."""
    course = assignment(name)
    right = course.right_functions
    through = []
    for question in course.graded:
        if not set(question.functions) & set(FUNCTIONS[name].split()):
            continue
        checks = [check for check in reversed(course.checks_of(question.id)) if check.points]

        def accepted(function, wrong, checks=checks):
            return all(passes(check, {**right, function: wrong}) for check in checks)

        for place in places_of(course, question.id, everywhere=False):
            if place.outside and place.function in FUNCTIONS[name].split() and sees_floats(place, lambda wrong: accepted(place.function, wrong)):
                kinds = [kind for kind, step in STEPS.items() if accepted(place.function, bent(place, dict(KINDS[kind])[step]))]
                through += [(place.function, place.where, kind) for kind in kinds if not _same(place, kind)]
    return through


def _same(place, kind):
    return any(place.function == function and place.where.startswith(where) and kind in kinds.split() for (function, where), kinds in NO_DIFFERENCE.items())


@pytest.mark.parametrize("name", FUNCTIONS)
def test_numbers_of_every_size_count(name):
    """Small numbers dropped, large ones cut off, decimals or digits lost, a little added: some check of the question takes points off."""
    with explanations(False):
        assert let_through(name) == []
