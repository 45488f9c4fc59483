"""Wrong implementations of symmetry_experiment that learners write: when two units are one."""

import numpy as np

from autograder.checking import mistake

from ..reference import loss_and_gradients, sgd_step
from .where import COPIES


@mistake(
    "symmetry_experiment",
    hints=(
        "Which numbers decide what a neuron computes?",
        "A neuron is given by what leads into it, not by what is made of its answer.",
        COPIES,
    ),
)
def counts_what_leads_away(params, X, y, steps, lr, kind="tanh"):
    """The output weights count as part of a neuron."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"], params["W2"].T]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "Do two neurons with the same column of W1 always compute the same?",
        "A neuron is given by its column of W1 and its bias.",
        COPIES,
    ),
)
def ignores_the_bias(params, X, y, steps, lr, kind="tanh"):
    """Only W1 is compared."""

    def count(params):
        units = params["W1"].T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many units does your count see in a layer with 2 inputs and 8 neurons?",
        "Neuron j is column j of W1.",
        COPIES,
    ),
)
def compares_inputs(params, X, y, steps, lr, kind="tanh"):
    """The rows of W1 are compared: inputs instead of neurons."""

    def count(params):
        units = params["W1"]
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many different neurons can a layer of three have at most?",
        "Count how many are left when copies are taken out.",
        COPIES,
    ),
)
def counts_pairs(params, X, y, steps, lr, kind="tanh"):
    """Pairs of different units are counted instead of units."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        return int(np.sum(np.max(np.abs(units[:, None] - units), axis=2) > 1e-6) // 2)

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many different neurons are there among three copies?",
        "Several copies count as one, not as none.",
        COPIES,
    ),
)
def only_those_without_a_copy(params, X, y, steps, lr, kind="tanh"):
    """Units that have a copy are not counted at all."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        same = np.max(np.abs(units[:, None] - units), axis=2) <= 1e-6
        return int(np.sum(np.sum(same, axis=1) == 1))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "What if a unit's copy stands two places further on?",
        "Every unit is compared with all others.",
        COPIES,
    ),
)
def neighbours_only(params, X, y, steps, lr, kind="tanh"):
    """Every unit is compared with its neighbour only."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return 1 + sum(bool(apart[j, j - 1]) for j in range(1, len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "Have two units with the same bias to be copies?",
        "Copies agree in all their numbers.",
        COPIES,
    ),
)
def one_number_in_common(params, X, y, steps, lr, kind="tanh"):
    """Two units count as one if they have one number in common."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.all(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "What becomes of two numbers that lie just left and right of a rounding border?",
        "Two numbers are compared by their difference.",
        COPIES,
    ),
)
def rounded_and_compared(params, X, y, steps, lr, kind="tanh"):
    """The numbers are rounded to six places and compared exactly."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return len(np.unique(np.round(units, 6), axis=0))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "How far may two copies be apart?",
        "A difference of up to 1e-6 is rounding.",
        COPIES,
    ),
)
def compared_exactly(params, X, y, steps, lr, kind="tanh"):
    """Two units count as one only if all their numbers are exactly equal."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(units[:, None] != units, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "Which of np.allclose's two tolerances do you set, and what is the other one?",
        "The limit is 1e-6 for every number, however large the number is: a relative tolerance has to be set to 0.",
        COPIES,
    ),
)
def close_by_a_share(params, X, y, steps, lr, kind="tanh"):
    """Numbers count as equal if they differ by less than a hundred-thousandth of their size, as np.allclose has it."""
    def count(params):
        units, seen = np.vstack([params["W1"], params["b1"]]).T, []
        for unit in units:
            if not any(np.allclose(unit, other, atol=1e-6) for other in seen):
                seen.append(unit)
        return len(seen)

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)
