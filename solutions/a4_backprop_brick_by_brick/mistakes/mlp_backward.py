"""Wrong implementations of mlp_backward that learners write, each with hints on three levels: a question, the rule, where to look."""

from autograder.checking import mistake

from ..reference import act_backward, affine_backward
from .where import DEEP


@mistake(
    "mlp_backward",
    hints=(
        "What stands between the H of one layer and its Z?",
        "Going down one layer means passing two bricks: the affine one and the activation below it.",
        DEEP,
    ),
)
def forgets_the_activations(params, caches, dZ):
    """What comes out of one layer goes into the one below without passing the activation."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = dH
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "Between layer i and layer i - 1: whose activation is it that you pass?",
        "The activation between two layers belongs to the lower one, whose Z it bent.",
        DEEP,
    ),
)
def kind_of_the_layer_above(params, caches, dZ):
    """The activation passed is that of the layer above."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], "relu" if params[i][2] == "linear" else params[i][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "Does act_backward want what went into the activation, or what came out?",
        "The slope is that of the activation at the point where it was evaluated on the way forward.",
        DEEP,
    ),
)
def slope_at_H(params, caches, dZ):
    """The slopes are taken at H instead of at Z."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, H, params[i - 1][2])
    return dH, grads


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
        "Does your way back look at the kind of each layer?",
        "Each hidden layer has a kind of its own, and its slope goes with it.",
        DEEP,
    ),
)
def all_relu(params, caches, dZ):
    """Every activation is passed as if it were a ReLU."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], "relu")
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "How many bends lie between X and the first Z?",
        "X goes into the first affine brick as it is.",
        DEEP,
    ),
)
def one_bend_too_many(params, caches, dZ):
    """dX is sent through an activation at the input as well."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return act_backward(dH, caches[0][0], params[0][2] if len(params) > 1 else "relu"), grads


@mistake(
    "mlp_backward",
    hints=(
        "With respect to what is dZ given: the last layer's Z, or something above it?",
        "dZ belongs to the last Z itself: nothing stands between them.",
        DEEP,
    ),
)
def one_bend_too_many_at_the_top(params, caches, dZ):
    """dZ is sent through an activation before the last layer."""
    grads = [None] * len(params)
    dZ = act_backward(dZ, caches[-1][1], params[-2][2] if len(params) > 1 else "relu")
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
        "Whose kind do you use on the way back?",
        "Each activation is passed with its own kind.",
        DEEP,
    ),
)
def kind_of_the_last_hidden_layer(params, caches, dZ):
    """Every activation passed is that of the last hidden layer."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[max(len(params) - 2, 0)][2])
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "Do you ask a layer for its kind on the way back?",
        "Each activation is passed with its own slope.",
        DEEP,
    ),
)
def all_sigmoid(params, caches, dZ):
    """Every activation is passed as if it were a sigmoid."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], "sigmoid")
    return dH, grads


@mistake(
    "mlp_backward",
    hints=(
        "Which Z belongs to the activation you pass?",
        "The activation of layer i - 1 was applied to Z of layer i - 1.",
        DEEP,
    ),
)
def sums_of_the_layer_above(params, caches, dZ):
    """The slopes are taken at the sums of the layer above."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i][1] if caches[i][1].shape == dH.shape else caches[i - 1][1], params[i - 1][2])
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
        "Through how many weight matrices has your dX gone?",
        "The last thing the way back meets is the first layer's W.",
        DEEP,
    ),
)
def dX_before_the_first_weights(params, caches, dZ):
    """dX is the gradient of the first layer's sums, not of its input."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H = caches[i][0]
        dH, dW, db = affine_backward(dZ, H, params[i][0])
        grads[i] = (dW, db)
        if i > 0:
            dZ = act_backward(dH, caches[i - 1][1], params[i - 1][2])
    return dZ, grads


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
