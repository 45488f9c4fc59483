"""Wrong implementations of fit_surface that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import adam_step, best_outer, bowl, evaluate, gradients, rmse, start_net

FIT = "q9, the goal, and the three rows of errors in the cell above the question."
FORM = "q9, the docstring: what is drawn, and what is returned."


@mistake(
    "fit_surface",
    hints=(
        "How does your net differ from the one it started as?",
        "A net has to be trained on the heights before it is returned.",
        FIT,
    ),
)
def never_trains(f, width, act, rng):
    """The random start is returned as it is."""
    net, X = start_net(width, act, rng), rng.uniform(-1, 1, size=(1000, 2))
    return net, rmse(evaluate(net, X), f(X))


@mistake(
    "fit_surface",
    hints=(
        "Which of the four arrays of your net ever change?",
        "A single random hidden layer is rarely a good one: try many, or let it learn.",
        FIT,
    ),
)
def hidden_layer_left_to_chance(f, width, act, rng):
    """Only w2 and b2 are fitted, for one random hidden layer."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    net = best_outer(start_net(width, act, rng), X, f(X))
    return net, rmse(evaluate(net, fresh), f(fresh))


@mistake(
    "fit_surface",
    hints=(
        "What is b1 of your net?",
        "Without hidden biases every edge of the surface has to pass through the origin.",
        "q9, the docstring: which four arrays a net has.",
    ),
)
def hidden_biases_stay_zero(f, width, act, rng):
    """b1 starts at 0 and is never changed."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    net = best_outer({**start_net(width, act, rng), "b1": np.zeros(width)}, X, y)
    state = {}
    for _ in range(40):
        grads = gradients(net, X, y)
        net, state = adam_step(net, {**grads, "b1": np.zeros(width)}, state, 0.03)
    net = best_outer(net, X, y)
    return net, rmse(evaluate(net, fresh), f(fresh))


@mistake(
    "fit_surface",
    hints=(
        "What kind of surface does your net have if act is relu?",
        "The activation the net is trained with is the one it is asked to have.",
        FORM,
    ),
)
def ignores_the_activation(f, width, act, rng):
    """The net is trained with tanh, whatever act is, and says that it is of the kind asked for."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    starts = [best_outer(start_net(width, "tanh", rng), X, y) for _ in range(50)]
    net = min(starts, key=lambda start: rmse(evaluate(start, X), y))
    state = {}
    for _ in range(100):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    net = best_outer(net, X, y)
    return {**net, "act": act}, rmse(evaluate(net, fresh), f(fresh))


@mistake(
    "fit_surface",
    hints=(
        "Where in the square do your training points lie?",
        "A net knows nothing of places it has not been shown.",
        FORM,
    ),
)
def trains_on_a_quarter(f, width, act, rng):
    """All points are drawn between 0 and 1, where both coordinates are positive."""
    X, fresh = rng.random(size=(2, 1000, 2))
    y = f(X)
    net, state = best_outer(start_net(width, act, rng), X, y), {}
    for _ in range(40):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    return net, rmse(evaluate(net, fresh), f(fresh))


@mistake(
    "fit_surface",
    hints=(
        "In which unit is the error you return?",
        "The error is asked for in the unit of the heights.",
        "q1, and q9, the docstring: what is returned.",
    ),
)
def returns_the_mean_square(f, width, act, rng):
    """The error is the mean squared one, without its root."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    starts = [best_outer(start_net(width, act, rng), X, y) for _ in range(50)]
    net = min(starts, key=lambda start: rmse(evaluate(start, X), y))
    state = {}
    for _ in range(100):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    net = best_outer(net, X, y)
    return net, rmse(evaluate(net, fresh), f(fresh)) ** 2


@mistake(
    "fit_surface",
    hints=(
        "At which heights is the surface of your net, and at which is f?",
        "What was taken off before training has to be put back into the net afterwards.",
        FIT,
    ),
)
def forgets_to_scale_back(f, width, act, rng):
    """The heights get mean 0 and spread 1 before training, and the net is returned like that."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    y = (y - y.mean()) / y.std()
    net, state = best_outer(start_net(width, act, rng), X, y), {}
    for _ in range(40):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    mean, spread = f(X).mean(), f(X).std()
    return net, rmse(evaluate(net, fresh), (f(fresh) - mean) / spread)


@mistake(
    "fit_surface",
    hints=(
        "Does your function look at f at all?",
        "The surface is an argument; the bowl is only one of many.",
        FORM,
    ),
)
def always_the_bowl(f, width, act, rng):
    """The bowl is fitted, whatever f is."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = bowl(X)
    starts = [best_outer(start_net(width, act, rng), X, y) for _ in range(50)]
    net = min(starts, key=lambda start: rmse(evaluate(start, X), y))
    state = {}
    for _ in range(100):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    net = best_outer(net, X, y)
    return net, rmse(evaluate(net, fresh), bowl(fresh))


@mistake(
    "fit_surface",
    hints=(
        "Would two different generators give you two different nets?",
        "All chance comes from the generator that is handed in.",
        "The conventions at the top of the notebook.",
    ),
)
def seeds_itself(f, width, act, rng):
    """It makes a generator of its own, so every call starts alike."""
    rng = np.random.default_rng(0)
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    starts = [best_outer(start_net(width, act, rng), X, y) for _ in range(50)]
    net = min(starts, key=lambda start: rmse(evaluate(start, X), y))
    state = {}
    for _ in range(100):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    net = best_outer(net, X, y)
    return net, rmse(evaluate(net, fresh), f(fresh))


@mistake(
    "fit_surface",
    hints=(
        "What are the gradients of a tanh net whose weights are all 0?",
        "Neurons that start alike stay alike; a start has to be random.",
        "q9, the docstring: how you train is up to you, and the cell that hands out start_net.",
    ),
)
def starts_from_zero(f, width, act, rng):
    """All weights start at 0: only the outer bias can learn."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    net = {"W1": np.zeros((2, width)), "b1": np.zeros(width), "w2": np.zeros(width), "b2": float(y.mean()), "act": act}
    state = {}
    for _ in range(40):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    return net, rmse(evaluate(net, fresh), f(fresh))


@mistake(
    "fit_surface",
    hints=(
        "Which of the two results does the docstring name first?",
        "The results are a tuple, so their order carries their meaning.",
        FORM,
    ),
)
def returns_the_error_first(f, width, act, rng):
    """The error comes first and the net second."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    net = best_outer(start_net(width, act, rng), X, f(X))
    return rmse(evaluate(net, fresh), f(fresh)), net


@mistake(
    "fit_surface",
    hints=(
        "At how many different points do you ask f?",
        "A net is judged on points it has not seen: 1000 others.",
        FORM,
    ),
)
def judged_where_trained(f, width, act, rng):
    """The error is measured on the points that the net was trained on."""
    X = rng.uniform(-1, 1, size=(1000, 2))
    y = f(X)
    starts = [best_outer(start_net(width, act, rng), X, y) for _ in range(50)]
    net = min(starts, key=lambda start: rmse(evaluate(start, X), y))
    state = {}
    for _ in range(100):
        net, state = adam_step(net, gradients(net, X, y), state, 0.03)
    net = best_outer(net, X, y)
    return net, rmse(evaluate(net, X), y)
