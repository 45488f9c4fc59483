"""Wrong implementations of mlp_backward that learners write: activations on the way down."""

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
