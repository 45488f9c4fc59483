"""Wrong implementations of symmetry_experiment that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import loss_and_gradients, sgd_step

COPIES = "q11, the worked number with its three cases."


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
        "How many counts do 0 steps have?",
        "There is one count before the first step, and one after each.",
        COPIES,
    ),
)
def no_count_before(params, X, y, steps, lr, kind="tanh"):
    """The count before the first step is missing."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = []
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts, dtype=int)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many counts do 3 steps have?",
        "There is one count before the first step, and one after each.",
        COPIES,
    ),
)
def one_step_short(params, X, y, steps, lr, kind="tanh"):
    """The last step is missing."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps - 1):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "Where are the gradients of your second step taken?",
        "Each step takes the gradient where the network is by then.",
        COPIES,
    ),
)
def same_gradient_for_ever(params, X, y, steps, lr, kind="tanh"):
    """The gradient of the first parameters is used in every step."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    grads = loss_and_gradients(params, X, y, kind)[1]
    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, grads, lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "What is different in your network after a step?",
        "The experiment is about what training does: each count follows a step.",
        COPIES,
    ),
)
def never_trains(params, X, y, steps, lr, kind="tanh"):
    """The parameters never change: the same count again and again."""

    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.max(np.abs(units[:, None] - units), axis=2) > 1e-6
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
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
        "Do you pass the kind on?",
        "The gradients are those of the network that was asked for.",
        COPIES,
    ),
)
def always_tanh(params, X, y, steps, lr, kind="tanh"):
    """The hidden layers are always tanh."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y)[1], lr)
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
        "Is your step gradient descent?",
        "sgd_step goes down: it is given the rate as it is.",
        COPIES,
    ),
)
def walks_up(params, X, y, steps, lr, kind="tanh"):
    """The steps go up instead of down."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], -lr)
        counts.append(count(params))
    return np.array(counts)


@mistake(
    "symmetry_experiment",
    hints=(
        "How many counts are asked for?",
        "There is a count before the first step and after each.",
        "The line `Returns` in the docstring of q11.",
    ),
)
def only_the_last_count(params, X, y, steps, lr, kind="tanh"):
    """Only the count after the last step is returned."""
    def count(params):
        units = np.vstack([params["W1"], params["b1"]]).T
        apart = np.any(np.abs(units[:, None] - units) > 1e-6, axis=2)
        return sum(bool(np.all(apart[j, :j])) for j in range(len(units)))

    counts = [count(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(count(params))
    return np.array(counts[-1:])


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
