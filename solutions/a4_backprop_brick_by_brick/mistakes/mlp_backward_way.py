"""Wrong implementations of mlp_backward that learners write: what goes down, averages and order."""

from autograder.checking import mistake

from ..reference import act_backward, affine_backward
from .where import DEEP


@mistake(
    "mlp_backward",
    hints=(
        "Which layer does the first entry of your list belong to?",
        "The list of gradients goes with the list of layers, entry by entry.",
        DEEP,
    ),
)
def grads_in_reverse(params, caches, dZ):
    """The gradients come in the order in which they were found, last layer first."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads[::-1]


@mistake(
    "mlp_backward",
    hints=(
        "If the stack were one layer deeper, would your first gradients be divided once more?",
        "The average belongs to the loss, and it is already in dZ.",
        DEEP,
    ),
)
def averages_in_every_layer(params, caches, dZ):
    """Every layer divides by the number of samples."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW / len(dZ), db / len(dZ))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "Does your upstream gradient change on its way down?",
        "Each layer's upstream gradient is what the layer above it sent down.",
        DEEP,
    ),
)
def same_upstream_everywhere(params, caches, dZ):
    """The upstream gradient of the output is used for the layer below the top as well."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dH = dZ if dZ.shape == dH.shape else dH
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "In which order does the docstring list the two gradients of a layer?",
        "The pair goes with (W, b), in this order.",
        "The stub's docstring, in the line that starts with Returns.",
    ),
)
def pairs_swapped(params, caches, dZ):
    """Each pair holds db first and dW second."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (db, dW)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "Does the bias get an average where the weights get a sum?",
        "The loss has been averaged already; no layer does it again.",
        DEEP,
    ),
)
def biases_averaged(params, caches, dZ):
    """The gradients of the biases are divided by the number of samples."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db / len(H))
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "Do the weights get an average where the biases get a sum?",
        "The loss has been averaged already; no layer does it again.",
        DEEP,
    ),
)
def weights_averaged(params, caches, dZ):
    """The gradients of the weights are divided by the number of samples."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW / len(H), db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "Who divides by the number of samples, your function or the loss?",
        "dZ is the gradient of the loss and holds its 1/N already.",
        DEEP,
    ),
)
def upstream_averaged_first(params, caches, dZ):
    """dZ is divided by the number of samples at the start."""
    dZ = dZ / len(dZ)
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "Which of the two results comes first?",
        "dX comes first, then the list.",
        "The line `Returns` in the docstring of q10.",
    ),
)
def gradients_first(params, caches, dZ):
    """The list of gradients comes before dX."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return grads, dH


@mistake(
    "mlp_backward",
    hints=(
        "Do you transpose W on the way back also when it is square?",
        "W is transposed on the way back whatever its shape; affine_backward does it.",
        DEEP,
    ),
)
def square_matrices_not_transposed(params, caches, dZ):
    """Square matrices of weights are not transposed."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0].T if len(set(params[i][0].shape)) == 1 else params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "Is there a minus sign anywhere on the way back?",
        "A step of training has a minus sign; the way back has none.",
        DEEP,
    ),
)
def wrong_sign_on_the_way(params, caches, dZ):
    """Every layer turns the sign of what it passes down."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = -act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "Are the weights changed before the gradient goes through them?",
        "The way back uses the weights of the way forward, unchanged.",
        DEEP,
    ),
)
def weights_updated_below(params, caches, dZ):
    """What goes down is computed with weights that have been stepped."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H, W = caches[i][0], params[i][0]
        _, dW, db = affine_backward(dZ, H, W)
        grads[i] = (dW, db)
        dH = dZ @ (W - 0.01 * dW).T
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "How many results are asked for?",
        "dX comes first, then the list.",
        "The line `Returns` in the docstring of q10.",
    ),
)
def gradients_without_dX(params, caches, dZ):
    """Only the gradients are returned, without dX."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return grads
