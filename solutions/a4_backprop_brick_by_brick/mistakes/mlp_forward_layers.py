"""Wrong implementations of mlp_forward that learners write: biases, layers and form."""

from autograder.checking import mistake

from ..reference import act_forward
from .where import DEEP


@mistake(
    "mlp_forward",
    hints=(
        "If all weights were zero, would your output still depend on the biases?",
        "Every layer adds its own bias before it bends.",
        DEEP,
    ),
)
def no_biases(params, X):
    """The biases are not added."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "How many columns has your output, and how many should it have?",
        "Every layer of the list is passed, the last one too.",
        DEEP,
    ),
)
def stops_one_layer_early(params, X):
    """The last layer is left out."""
    H, caches = X, []
    for W, b, kind in params[:-1]:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "How many things does the docstring promise?",
        "What the way back needs has to be handed over now: afterwards it is gone.",
        DEEP,
    ),
)
def only_the_output(params, X):
    """Only the output is returned, without the caches."""
    H, caches = X, []
    for W, b, kind in params:
        H = act_forward(H @ W + b, kind)
    return H


@mistake(
    "mlp_forward",
    hints=(
        "Is X still the same after your function has run?",
        "An array that came in belongs to the caller: compute new arrays.",
        DEEP,
    ),
)
def adds_into_X(params, X):
    """X is changed in place by the first layer."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H.copy(), Z))
        H -= H.mean(axis=0)
        H = act_forward(Z, kind)
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "Does a positive bias make Z larger?",
        "The bias is added.",
        DEEP,
    ),
)
def biases_taken_away(params, X):
    """The biases are subtracted."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W - b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "How many biases does one neuron get?",
        "Neuron m adds entry m of b.",
        DEEP,
    ),
)
def biases_of_a_layer_summed(params, X):
    """Every neuron of a layer gets the sum of its biases."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b.sum()
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "What does the last layer give for an input of zeros?",
        "The last layer has a bias like every other; it is only not bent.",
        DEEP,
    ),
)
def last_bias_left_out(params, X):
    """The bias of the last layer is left out."""
    H, caches = X, []
    for i, (W, b, kind) in enumerate(params):
        Z = H @ W + b * (i < len(params) - 1)
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "Is anything added to a layer's output after it was bent?",
        "A layer gives its activation and nothing else.",
        DEEP,
    ),
)
def skip_connections(params, X):
    """Where the widths agree a layer's input is added to its output."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind) + (H if kind != "linear" and H.shape == Z.shape else 0.0)
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "Which of the two results comes first?",
        "First the output, then the caches.",
        "The line `Returns` in the docstring of q9.",
    ),
)
def caches_first(params, X):
    """Output and caches come in the wrong order."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return caches, H


@mistake(
    "mlp_forward",
    hints=(
        "How many layers does your function know?",
        "The loop runs over all layers of params.",
        DEEP,
    ),
)
def stops_after_two_layers(params, X):
    """Only the first two layers are used."""
    H, caches = X, []
    for W, b, kind in params[:2]:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "With which layer does your loop start?",
        "Python counts from 0: the first layer is params[0].",
        DEEP,
    ),
)
def first_layer_left_out(params, X):
    """The first layer is left out where the widths allow it."""
    H, caches = X, []
    for W, b, kind in params[1:] or params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches
