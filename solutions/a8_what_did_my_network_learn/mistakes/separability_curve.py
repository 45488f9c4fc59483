"""Wrong implementations of separability_curve that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import act_forward, linear_probe

CURVE = "q14, the worked number, and the formula in the docstring."


@mistake(
    "separability_curve",
    hints=(
        "What does a layer hand on: z, or act(z)?",
        "Entry l belongs to what layer l hands on, after its activation.",
        CURVE,
    ),
)
def before_the_activation(params, X, y, X_test, y_test, lam):
    """The probes read the layers before their activations."""
    accuracies = [linear_probe(X, y, X_test, y_test, lam)[1]]
    H, H_test = X, X_test
    for W, b, kind in params:
        Z, Z_test = H @ W + b, H_test @ W + b
        accuracies.append(linear_probe(Z, y, Z_test, y_test, lam)[1])
        H, H_test = act_forward(Z, kind), act_forward(Z_test, kind)
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "How many entries has your curve for a network of two layers?",
        "The curve begins before the first layer, with the inputs themselves.",
        CURVE,
    ),
)
def without_the_input(params, X, y, X_test, y_test, lam):
    """The entry for the inputs is missing."""
    accuracies, H, H_test = [], X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Where does your curve end?",
        "The last entry belongs to the outputs of the network.",
        CURVE,
    ),
)
def without_the_outputs(params, X, y, X_test, y_test, lam):
    """The entry for the outputs is missing."""
    accuracies, H, H_test = [], X, X_test
    for W, b, kind in params:
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "On which samples is each probe judged?",
        "X and y fit the probes, X_test and y_test judge them.",
        CURVE,
    ),
)
def judged_where_fitted(params, X, y, X_test, y_test, lam):
    """The probes are judged on the samples they were fitted on."""
    accuracies, H = [linear_probe(X, y, X, y, lam)[1]], X
    for W, b, kind in params:
        H = act_forward(H @ W + b, kind)
        accuracies.append(linear_probe(H, y, H, y, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Which of the two sets fits the probes?",
        "X and y fit the probes, X_test and y_test judge them, not the other way round.",
        CURVE,
    ),
)
def sets_exchanged(params, X, y, X_test, y_test, lam):
    """The two sets are exchanged."""
    accuracies, H, H_test = [linear_probe(X_test, y_test, X, y, lam)[1]], X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(linear_probe(H_test, y_test, H, y, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Is the outermost layer bent in your curve?",
        "The outputs are linear: each layer has the kind that stands in params.",
        CURVE,
    ),
)
def relu_everywhere(params, X, y, X_test, y_test, lam):
    """ReLU is applied to every layer, the outputs included."""
    accuracies, H, H_test = [linear_probe(X, y, X_test, y_test, lam)[1]], X, X_test
    for W, b, _ in params:
        H, H_test = np.maximum(H @ W + b, 0.0), np.maximum(H_test @ W + b, 0.0)
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Can your curve fall?",
        "A layer can lose what the one before it had: every entry stands for its own layer.",
        CURVE,
    ),
)
def best_so_far(params, X, y, X_test, y_test, lam):
    """The best accuracy so far is returned in place of each layer's own."""
    accuracies, H, H_test = [linear_probe(X, y, X_test, y_test, lam)[1]], X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.maximum.accumulate(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Do the biases have a part in what your layers hand on?",
        "A layer is Z = H W + b, then its activation.",
        CURVE,
    ),
)
def layers_without_biases(params, X, y, X_test, y_test, lam):
    """The biases of the network are left out."""
    accuracies, H, H_test = [linear_probe(X, y, X_test, y_test, lam)[1]], X, X_test
    for W, _, kind in params:
        H, H_test = act_forward(H @ W, kind), act_forward(H_test @ W, kind)
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Which entry of your curve belongs to the inputs?",
        "The curve runs from the inputs to the outputs.",
        CURVE,
    ),
)
def from_the_outputs(params, X, y, X_test, y_test, lam):
    """The curve runs from the outputs to the inputs."""
    accuracies, H, H_test = [linear_probe(X, y, X_test, y_test, lam)[1]], X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies[::-1])


@mistake(
    "separability_curve",
    hints=(
        "What goes into the second layer?",
        "A layer works on what the layer below hands on.",
        CURVE,
    ),
)
def weights_from_the_inputs(params, X, y, X_test, y_test, lam):
    """Every layer reads the inputs again."""
    accuracies = [linear_probe(X, y, X_test, y_test, lam)[1]]
    for W, b, kind in params:
        H = act_forward(X @ W + b, kind) if len(W) == X.shape[1] else H
        H_test = act_forward(X_test @ W + b, kind) if len(W) == X.shape[1] else H_test
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Which samples may a probe see before it is judged?",
        "It is fitted on one set and judged on the other.",
        CURVE,
    ),
)
def fitted_to_the_test(params, X, y, X_test, y_test, lam):
    """The probes are fitted to the test samples."""
    accuracies = [linear_probe(X_test, y_test, X_test, y_test, lam)[1]]
    H, H_test = X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(linear_probe(H_test, y_test, H_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Should the curve rise or fall when a network is good?",
        "The curve holds accuracies.",
        CURVE,
    ),
)
def errors_instead(params, X, y, X_test, y_test, lam):
    """The shares of wrong answers are returned."""
    accuracies = [1 - linear_probe(X, y, X_test, y_test, lam)[1]]
    H, H_test = X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(1 - linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "How many columns does the probe of layer 2 read?",
        "A probe reads one layer.",
        CURVE,
    ),
)
def probes_stacked(params, X, y, X_test, y_test, lam):
    """Each probe reads all layers so far."""
    accuracies = [linear_probe(X, y, X_test, y_test, lam)[1]]
    H, H_test, seen, seen_test = X, X_test, X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        seen, seen_test = np.column_stack([seen, H]), np.column_stack([seen_test, H_test])
        accuracies.append(linear_probe(seen, y, seen_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "What goes into the second layer, sums or activations?",
        "A layer works on what the layer below hands on after its activation.",
        CURVE,
    ),
)
def last_activation_missing(params, X, y, X_test, y_test, lam):
    """The layers hand on their sums; only the probes see the activations."""
    accuracies = [linear_probe(X, y, X_test, y_test, lam)[1]]
    H, H_test = X, X_test
    for W, b, kind in params:
        H, H_test = H @ W + b, H_test @ W + b
        accuracies.append(linear_probe(act_forward(H, kind), y, act_forward(H_test, kind), y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "What does your probe read of a training sample, and what of a test sample?",
        "Both sets go through the same layers in the same way, activation included.",
        CURVE,
    ),
)
def test_samples_before_the_activation(params, X, y, X_test, y_test, lam):
    """The probes are fitted on the activations, and judged on the sums of the test samples."""
    accuracies, H, H_test = [linear_probe(X, y, X_test, y_test, lam)[1]], X, X_test
    for W, b, kind in params:
        H, Z_test = act_forward(H @ W + b, kind), H_test @ W + b
        accuracies.append(linear_probe(H, y, Z_test, y_test, lam)[1])
        H_test = act_forward(Z_test, kind)
    return np.array(accuracies)
