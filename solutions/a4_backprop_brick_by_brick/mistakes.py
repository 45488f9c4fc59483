"""Wrong implementations learners write in a4, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .reference import (
    act_backward,
    act_forward,
    affine_backward,
    audit_point,
    published_forward,
    published_gradients,
    published_predict,
    sigmoid,
)

LAYER = "q2, the worked number: how dW, db and dX are put together there."
SLOPE = "q3, the table of slopes and the worked numbers below it."
UP = "q4, the worked number, and the formula in the docstring."
OUTPUT = "q5, the chain of three links and the worked number."
HIDDEN = "q6, the list of three steps and the worked number."
FORWARD = "q7, the worked number, and the formula in the docstring."
BACKWARD = "q8, the loss, and the data term by hand."
PENALTY = "q8, the loss, and the penalty by hand."
DEEP = "q9, the table with two layers, and q10, the worked number."
AUDIT = "q11, the tables of pieces and kinds."
REPAIR = "q12, the worked number, and in q8 the penalty by hand."


@mistake(
    "relative_error",
    hints=(
        "Is a difference of 2 as bad between millions as it is between ones?",
        "A relative error is a difference measured by the size of what is compared.",
        "q1, the worked number.",
    ),
)
def does_not_divide(claimed, numeric):
    """The difference is not divided by the largest entry: the stub as it was handed out."""
    scale = max(np.max(np.abs(claimed)), np.max(np.abs(numeric)))
    return float(np.max(np.abs(claimed - numeric))) if scale else 0.0


@mistake(
    "relative_error",
    hints=(
        "In which order do you divide and look for the largest?",
        "One small entry next to zero must not decide: the largest difference is divided by the largest entry.",
        "q1, the worked number.",
    ),
)
def divides_entry_by_entry(claimed, numeric):
    """Every difference is divided by its own entry before the largest is taken."""
    return float(np.max(np.abs(claimed - numeric) / np.abs(claimed)))


@mistake(
    "affine_backward",
    hints=(
        "Which sums does your db take, and does anything in them depend on how many samples there are?",
        "A layer never averages: the loss has already put its 1/N into dZ.",
        LAYER,
    ),
)
def averages_db(dZ, X, W):
    """db is the mean over the samples instead of their sum."""
    return dZ @ W.T, X.T @ dZ, dZ.mean(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "How many numbers does b hold, and which axis of dZ is as long as that?",
        "b[j] is added in column j of every row, so every entry of column j of dZ speaks about b[j].",
        LAYER,
    ),
)
def sums_db_over_neurons(dZ, X, W):
    """db is summed over the neurons instead of the samples."""
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=1)


@mistake(
    "affine_backward",
    hints=(
        "b has the shape (M,): what shape has your db?",
        "A gradient has the shape of the thing it belongs to. One b is shared by all rows, so their gradients come together.",
        LAYER,
    ),
)
def does_not_sum_db(dZ, X, W):
    """db is dZ itself, one row per sample."""
    return dZ @ W.T, X.T @ dZ, dZ.copy()


@mistake(
    "affine_backward",
    hints=(
        "How many axes does b have, and how many does your db have?",
        "A gradient has exactly the shape of the thing it belongs to: (M,) is not (1, M).",
        LAYER,
    ),
)
def keeps_an_axis_in_db(dZ, X, W):
    """db has the shape (1, M) instead of (M,)."""
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0, keepdims=True)


@mistake(
    "affine_backward",
    hints=(
        "W has the shape (D, M): what shape has your dW when D and M differ?",
        "dW[i, j] pairs input i with neuron j: the inputs go along the rows.",
        LAYER,
    ),
)
def transposes_dW(dZ, X, W):
    """dW comes out transposed, (M, D) instead of (D, M)."""
    return dZ @ W.T, dZ.T @ X, dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "If every sample came twice, with the same dZ, what would dW do?",
        "A layer never averages: dividing by N is the job of the loss, and it has been done.",
        LAYER,
    ),
)
def averages_dW(dZ, X, W):
    """dW is divided by the number of samples."""
    return dZ @ W.T, X.T @ dZ / len(X), dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Does dividing by the number of samples appear anywhere in Z = X W + b?",
        "A layer never averages, neither for its weights nor for its biases: the loss has done it once.",
        LAYER,
    ),
)
def averages_dW_and_db(dZ, X, W):
    """dW and db are both divided by the number of samples."""
    return dZ @ W.T, X.T @ dZ / len(X), dZ.mean(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "On the way forward W leads from D numbers to M: which way does it lead on the way back?",
        "dX[n, i] collects, over the neurons j, dZ[n, j] times the weight from input i to neuron j.",
        LAYER,
    ),
)
def does_not_transpose_W(dZ, X, W):
    """dX uses W as it is: a crash, or wrong numbers if W is square."""
    return dZ @ W, X.T @ dZ, dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Is dZ still the same after your function has run?",
        "An array that came in belongs to the caller: compute new arrays, do not write into old ones.",
        "The conventions at the top of the notebook.",
    ),
)
def clears_the_upstream(dZ, X, W):
    """dZ is overwritten with zeros after it has been used."""
    results = dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)
    dZ[...] = 0.0
    return results


@mistake(
    "affine_backward",
    hints=(
        "In which order does the docstring list the three results?",
        "The results are a tuple, so their order carries their meaning.",
        "The stub's docstring, in the line that starts with Returns.",
    ),
)
def returns_dW_first(dZ, X, W):
    """dX and dW come back in the wrong order."""
    return X.T @ dZ, dZ @ W.T, dZ.sum(axis=0)


@mistake(
    "act_backward",
    hints=(
        "If dH were twice as large, what should happen to dZ?",
        "The chain rule multiplies: a slope alone is the answer only where the upstream gradient is 1.",
        SLOPE,
    ),
)
def forgets_the_upstream(dH, Z, kind):
    """The slope alone is returned, without the upstream gradient."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Your function gets Z: at which number does it take the slope, at z or at act(z)?",
        "The slope is that of the activation at the point where it was evaluated on the way forward.",
        SLOPE,
    ),
)
def slope_at_the_output(dH, Z, kind):
    """The slope is taken at the activation's output instead of at Z."""
    A = act_forward(Z, kind)
    H = act_forward(A, kind)
    slopes = {"relu": 1.0 * (A > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(A > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Sigmoid never falls: can its slope be negative, as yours is at some z?",
        "The short forms of these slopes are written in the output of the activation, not in its input.",
        SLOPE,
    ),
)
def short_form_with_z(dH, Z, kind):
    """z (1 - z) and 1 - z^2 are used with z before the activation."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": Z * (1.0 - Z), "tanh": 1.0 - Z**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What decides whether ReLU lets a gradient through: the gradient, or the number that came in on the way forward?",
        "A ReLU that was open on the way forward lets any gradient through, also a negative one.",
        SLOPE,
    ),
)
def mask_from_the_upstream(dH, Z, kind):
    """ReLU lets through where dH > 0 instead of where z > 0."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (dH > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What happens in your ReLU to a negative upstream gradient where z is positive?",
        "The derivative of ReLU is multiplied with the upstream gradient; ReLU itself is not applied again.",
        SLOPE,
    ),
)
def relu_of_the_gradient(dH, Z, kind):
    """ReLU is applied to the gradient after masking, so negative gradients are lost."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return np.maximum(dH * slopes[kind], 0.0) if kind == "relu" else dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "At a very negative z ELU is nearly flat at -1: is your slope there near 0, or near -1?",
        "A constant disappears when one differentiates.",
        SLOPE,
    ),
)
def elu_value_as_slope(dH, Z, kind):
    """For z < 0 the value of ELU, exp(z) - 1, is used as its slope."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What distinguishes ELU from ReLU on the negative side, and does your slope know about it?",
        "ReLU stops every gradient on the negative side; ELU lets a part through, less and less further out.",
        SLOPE,
    ),
)
def elu_like_relu(dH, Z, kind):
    """ELU is given the slope of ReLU."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": 1.0 * (Z > 0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What is exp(800), and what is it divided by itself?",
        "A formula can be right on paper and give NaN in float64: write it so that exp never gets a large argument.",
        "q3, the paragraph on large numbers.",
    ),
)
def overflows_far_out(dH, Z, kind):
    """The sigmoid's slope is exp(-z) / (1 + exp(-z))^2, which is NaN for very negative z."""
    H = act_forward(Z, kind)
    with np.errstate(all="ignore"):
        sigmoid_slope = np.exp(-Z) / (1.0 + np.exp(-Z)) ** 2
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": sigmoid_slope, "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is dH still the same after your function has run?",
        "An array that came in belongs to the caller: write into a copy, or multiply by a mask.",
        "The conventions at the top of the notebook.",
    ),
)
def masks_in_place(dH, Z, kind):
    """ReLU's mask is written into dH itself."""
    if kind == "relu":
        dH[Z <= 0] = 0.0
        return dH
    H = act_forward(Z, kind)
    slopes = {"sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What is the slope of tanh at 0, and what is yours?",
        "Near 0, tanh(z) is z: its slope there is 1.",
        SLOPE,
    ),
)
def tanh_half_as_steep(dH, Z, kind):
    """The slope of tanh is that of tanh(z / 2)."""
    H = act_forward(Z, kind)
    half = np.tanh(Z / 2)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": (1.0 - half**2) / 2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "bricks_forward",
    hints=(
        "What does the hidden layer do to z1 before it hands it on?",
        "Each of the two layers has two bricks: a sum, then a bend.",
        UP,
    ),
)
def hidden_layer_not_bent(x, W1, W2):
    """h1 is z1: the sigmoid of the hidden layer is missing."""
    z1 = x @ W1
    z2 = z1 @ W2
    return {"z1": z1, "h1": z1, "z2": z2, "h2": sigmoid(z2)}


@mistake(
    "bricks_forward",
    hints=(
        "Must the two entries of h2 add up to one, in this network?",
        "Each output neuron is bent on its own, without asking its neighbours.",
        UP,
    ),
)
def softmax_at_the_output(x, W1, W2):
    """h2 is a softmax over z2 instead of a sigmoid of each entry."""
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    e = np.exp(z2 - z2.max())
    return {"z1": z1, "h1": h1, "z2": z2, "h2": e / e.sum()}


@mistake(
    "bricks_forward",
    hints=(
        "Can an output of this network be negative?",
        "The output layer has two bricks as well: a sum, then a bend.",
        UP,
    ),
)
def output_not_bent(x, W1, W2):
    """h2 is z2: the sigmoid of the output layer is missing."""
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": z2}


@mistake(
    "bricks_forward",
    hints=(
        "Which brick does the second layer stand on: the hidden layer before the bend, or after it?",
        "What a layer hands on is its h, not its z.",
        UP,
    ),
)
def second_layer_takes_z1(x, W1, W2):
    """z2 is z1 W2 instead of h1 W2."""
    z1 = x @ W1
    z2 = z1 @ W2
    return {"z1": z1, "h1": sigmoid(z1), "z2": z2, "h2": sigmoid(z2)}


@mistake(
    "bricks_forward",
    hints=(
        "Between which two numbers do your hidden activations lie?",
        "The article bends both layers with the same function, whose values lie between 0 and 1.",
        UP,
    ),
)
def tanh_in_the_hidden_layer(x, W1, W2):
    """The hidden layer uses tanh instead of the sigmoid."""
    z1 = x @ W1
    h1 = np.tanh(z1)
    z2 = h1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(z2)}


@mistake(
    "bricks_forward",
    hints=(
        "Is your sigmoid of a positive number above one half, or below?",
        "The sigmoid rises from 0 on the far left to 1 on the far right.",
        UP,
    ),
)
def sigmoid_upside_down(x, W1, W2):
    """The sign in the sigmoid's exponent is wrong."""
    z1 = x @ W1
    h1 = sigmoid(-z1)
    z2 = h1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(-z2)}


@mistake(
    "bricks_forward",
    hints=(
        "How many bends lie between x and h2?",
        "Two layers, two bends: each z is bent exactly once.",
        UP,
    ),
)
def output_bent_twice(x, W1, W2):
    """The sigmoid is applied twice at the output."""
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(sigmoid(z2))}


@mistake(
    "bricks_output",
    hints=(
        "If h2 is larger than y, does raising h2 make the loss larger or smaller, and does your dh2 say so?",
        "A gradient points uphill.",
        OUTPUT,
    ),
)
def error_with_the_wrong_sign(y, h1, h2):
    """dh2 is y - h2 instead of its negative."""
    dh2 = y - h2
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "h2 has already been through the sigmoid: does your slope send it through once more?",
        "The short form of the slope is written in the output of the sigmoid, which is what you have.",
        OUTPUT,
    ),
)
def bends_h2_again(y, h1, h2):
    """The slope is taken at sigmoid(h2) instead of at h2."""
    dh2 = h2 - y
    again = sigmoid(h2)
    s2 = again * (1.0 - again)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Does the sigmoid rise or fall, and what does that say about the sign of s2?",
        "The slope of a rising function is positive.",
        OUTPUT,
    ),
)
def slope_with_the_wrong_sign(y, h1, h2):
    """s2 is h2 (h2 - 1), negative everywhere."""
    dh2 = h2 - y
    s2 = h2 * (h2 - 1.0)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Which number stands in front of the sum of squares in this loss?",
        "The factor in front of the sum goes through the derivative, and meets the one that comes down from the square.",
        OUTPUT,
    ),
)
def forgets_the_half(y, h1, h2):
    """dh2 is twice too large: the factor 1/2 of the loss is forgotten."""
    dh2 = 2.0 * (h2 - y)
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Between the loss and z2 there are two links: which one is missing from your dz2?",
        "Every brick between the loss and a number leaves a factor in the gradient with respect to that number.",
        OUTPUT,
    ),
)
def no_slope_in_dz2(y, h1, h2):
    """dz2 is dh2: the sigmoid's slope is left out."""
    dh2 = h2 - y
    return {"dh2": dh2, "s2": h2 * (1.0 - h2), "dz2": dh2, "dW2": np.outer(h1, dh2)}


@mistake(
    "bricks_output",
    hints=(
        "W2 has one row per hidden neuron: what do the rows of your dW2 stand for?",
        "A gradient has the shape of the thing it belongs to; here three rows and two columns.",
        OUTPUT,
    ),
)
def dW2_transposed(y, h1, h2):
    """dW2 comes out transposed."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(dz2, h1)}


@mistake(
    "bricks_output",
    hints=(
        "The weights make z2, not h2: which of your bricks speaks about z2?",
        "A weight's gradient is what came in on the way forward times the gradient of the sum it feeds.",
        OUTPUT,
    ),
)
def dW2_from_the_error(y, h1, h2):
    """dW2 uses dh2 where dz2 belongs; dz2 itself is right."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    return {"dh2": dh2, "s2": s2, "dz2": dh2 * s2, "dW2": np.outer(h1, dh2)}


@mistake(
    "bricks_output",
    hints=(
        "Does this loss divide by the number of outputs?",
        "The loss averages over samples and adds over outputs; with one sample nothing is divided but by 2.",
        OUTPUT,
    ),
)
def averages_over_outputs(y, h1, h2):
    """dh2 is divided by the number of outputs."""
    dh2 = (h2 - y) / len(y)
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_hidden",
    hints=(
        "Between h1 and z1 stands a sigmoid: where is its slope in your dz1?",
        "Every brick that is passed on the way back leaves a factor.",
        HIDDEN,
    ),
)
def no_slope_in_dz1(x, h1, W2, dz2):
    """dz1 is dh1: the sigmoid's slope is left out."""
    dh1 = W2 @ dz2
    return {"dh1": dh1, "s1": h1 * (1.0 - h1), "dz1": dh1, "dW1": np.outer(x, dh1)}


@mistake(
    "bricks_hidden",
    hints=(
        "h1 has already been through the sigmoid: does your slope send it through once more?",
        "The short form of the slope is written in the output of the sigmoid, which is what you have.",
        HIDDEN,
    ),
)
def bends_h1_again(x, h1, W2, dz2):
    """The slope is taken at sigmoid(h1) instead of at h1."""
    dh1 = W2 @ dz2
    again = sigmoid(h1)
    s1 = again * (1.0 - again)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "W1 has one row per input: what do the rows of your dW1 stand for?",
        "A gradient has the shape of the thing it belongs to; here two rows and three columns.",
        HIDDEN,
    ),
)
def dW1_transposed(x, h1, W2, dz2):
    """dW1 comes out transposed."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(dz1, x)}


@mistake(
    "bricks_hidden",
    hints=(
        "The weights W1 make z1, not h1: which of your bricks speaks about z1?",
        "A weight's gradient is what came in on the way forward times the gradient of the sum it feeds.",
        HIDDEN,
    ),
)
def dW1_from_dh1(x, h1, W2, dz2):
    """dW1 uses dh1 where dz1 belongs; dz1 itself is right."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    return {"dh1": dh1, "s1": s1, "dz1": dh1 * s1, "dW1": np.outer(x, dh1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Each hidden neuron reaches each output through a weight of its own: does your dh1 use every pair?",
        "dh1[j] adds, over the outputs, that output's gradient times the one weight that leads there from j.",
        HIDDEN,
    ),
)
def sums_before_weighing(x, h1, W2, dz2):
    """dh1 multiplies the sum of the weights by the sum of the gradients."""
    dh1 = W2.sum(axis=1) * dz2.sum()
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "A hidden neuron feeds all outputs: are their contributions added, or averaged?",
        "Where a number is used in several places, its gradients from those places add up.",
        HIDDEN,
    ),
)
def averages_dh1(x, h1, W2, dz2):
    """dh1 is averaged over the outputs instead of summed."""
    dh1 = W2 @ dz2 / len(dz2)
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Does the sigmoid rise or fall, and what does that say about the sign of s1?",
        "The slope of a rising function is positive.",
        HIDDEN,
    ),
)
def hidden_slope_with_the_wrong_sign(x, h1, W2, dz2):
    """s1 is h1 (h1 - 1), negative everywhere."""
    dh1 = W2 @ dz2
    s1 = h1 * (h1 - 1.0)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "forward",
    hints=(
        "If W1 were all zeros, would your Z1 still depend on b1?",
        "Every layer here adds its own bias before it bends.",
        FORWARD,
    ),
)
def forgets_b1(params, X):
    """The hidden layer's bias is not added."""
    Z1 = X @ params["W1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}


@mistake(
    "forward",
    hints=(
        "If W2 were all zeros, would your output still depend on b2?",
        "Every layer here adds its own bias before it bends.",
        FORWARD,
    ),
)
def forgets_b2(params, X):
    """The output layer's bias is not added."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}


@mistake(
    "forward",
    hints=(
        "What would be left of two layers if the first one did not bend?",
        "What the second layer sees is H1, and H1 is bent.",
        FORWARD,
    ),
)
def hidden_layer_is_affine(params, X):
    """H1 is Z1: the sigmoid of the hidden layer is missing."""
    Z1 = X @ params["W1"] + params["b1"]
    Z2 = Z1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": Z1, "Z2": Z2, "H2": sigmoid(Z2)}


@mistake(
    "forward",
    hints=(
        "Can an output of this network be larger than 1?",
        "The output layer bends as well.",
        FORWARD,
    ),
)
def output_is_affine(params, X):
    """H2 is Z2: the sigmoid of the output layer is missing."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": Z2}


@mistake(
    "forward",
    hints=(
        "Do the outputs of a row of your H2 always add up to one?",
        "Each output neuron is bent on its own, without asking its neighbours.",
        FORWARD,
    ),
)
def softmax_output(params, X):
    """The output is a softmax over each row instead of sigmoids."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    E = np.exp(Z2 - Z2.max(axis=1, keepdims=True))
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": E / E.sum(axis=1, keepdims=True)}


@mistake(
    "forward",
    hints=(
        "Which of Z1 and H1 always lies between 0 and 1, and under which name do you store it?",
        "Z is the number before the bend, H the one after it.",
        FORWARD,
    ),
)
def stores_H_as_Z(params, X):
    """Z1 and Z2 in the cache hold the values after the sigmoid."""
    H1 = sigmoid(X @ params["W1"] + params["b1"])
    H2 = sigmoid(H1 @ params["W2"] + params["b2"])
    return {"X": X, "Z1": H1, "H1": H1, "Z2": H2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Is the bias added before the bend, or after it?",
        "A bias shifts the point at which a neuron wakes up, so it belongs inside the sigmoid.",
        FORWARD,
    ),
)
def bias_after_the_bend(params, X):
    """The hidden layer's bias is added after the sigmoid."""
    Z1 = X @ params["W1"]
    H1 = sigmoid(Z1) + params["b1"]
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}


@mistake(
    "backward",
    hints=(
        "Two things to look at: does a batch twice as long give gradients twice as large, and does the penalty push every weight the same way?",
        "The loss averages over samples, and so do its gradients; and the derivative of a sum of squares differs from weight to weight.",
        PENALTY,
    ),
)
def published_gradient(params, cache, Y, lam):
    """The data term is not divided by N, and the penalty adds one number, lam times the sum of W^2, to every weight."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam * np.sum(params["W1"] ** 2), "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam * np.sum(params["W2"] ** 2), "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Should a large weight and a small one get the same push from the penalty?",
        "The derivative of a sum of squares with respect to one weight depends on that weight only.",
        PENALTY,
    ),
)
def penalty_adds_one_number(params, cache, Y, lam):
    """The penalty adds one number, lam times the sum of W^2, to every weight."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam * np.sum(params["W1"] ** 2), "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam * np.sum(params["W2"] ** 2), "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "If every sample came twice, would the loss change, and would your gradients?",
        "The loss is an average over samples, so its gradients are averages as well.",
        BACKWARD,
    ),
)
def no_average(params, cache, Y, lam):
    """The data term is not divided by N."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "What stands under the fraction in front of the sum of squares: does the number of outputs appear there?",
        "The loss averages over samples and adds over outputs.",
        BACKWARD,
    ),
)
def averages_over_outputs_too(params, cache, Y, lam):
    """The data term is divided by N times the number of outputs."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / Y.size * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Does lam appear anywhere in your gradients?",
        "The loss has two terms, and each of them has a gradient.",
        PENALTY,
    ),
)
def forgets_the_penalty(params, cache, Y, lam):
    """The gradients do not contain the penalty."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1, "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2, "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which parameters does the penalty in the loss add up?",
        "What does not appear in a term of the loss gets no gradient from it.",
        PENALTY,
    ),
)
def penalises_biases(params, cache, Y, lam):
    """The biases are penalised like the weights."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0) + lam / N * params["b1"], "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0) + lam / N * params["b2"]}


@mistake(
    "backward",
    hints=(
        "What stands under lam in the loss?",
        "The factor in front of a term goes through the derivative as it is.",
        PENALTY,
    ),
)
def penalty_not_over_N(params, cache, Y, lam):
    """The penalty's gradient is not divided by N."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "What is left of the 1/2 in front of a square when it is differentiated?",
        "The 2 that comes down from the square meets the 2 under the fraction.",
        PENALTY,
    ),
)
def penalty_without_the_half(params, cache, Y, lam):
    """The penalty's gradient is twice too large."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + 2 * lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + 2 * lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which weight matrices does the penalty in the loss add up?",
        "Each term of the loss leaves a gradient for every parameter it contains.",
        PENALTY,
    ),
)
def penalises_the_last_layer_only(params, cache, Y, lam):
    """Only W2 is penalised."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1, "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "What goes back through W2: the gradient with respect to H2, or with respect to Z2?",
        "W2 made Z2, so what goes back through it is dZ2.",
        BACKWARD,
    ),
)
def error_instead_of_delta(params, cache, Y, lam):
    """The hidden layer gets the output error without the output's slope."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = ((H2 - Y) / N) @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Between the loss and Z2 there are two links: which one is missing?",
        "Every brick between the loss and a number leaves a factor in its gradient.",
        BACKWARD,
    ),
)
def no_output_slope(params, cache, Y, lam):
    """The slope of the output's sigmoid is left out."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "H2 has already been through the sigmoid: does your slope send it through once more?",
        "The short form of the slope is written in the output of the sigmoid.",
        SLOPE,
    ),
)
def output_slope_twice_bent(params, cache, Y, lam):
    """The output's slope is taken at sigmoid(H2) instead of at H2."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    S = sigmoid(H2)
    dZ2 = (H2 - Y) / N * S * (1.0 - S)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Between H1 and Z1 stands a sigmoid: where is its slope?",
        "Every brick that is passed on the way back leaves a factor.",
        BACKWARD,
    ),
)
def no_hidden_slope(params, cache, Y, lam):
    """The slope of the hidden layer's sigmoid is left out."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "H1 has already been through the sigmoid: does your hidden slope send it through once more?",
        "The short form of the slope is written in the output of the sigmoid, not in the output's output.",
        SLOPE,
    ),
)
def hidden_slope_twice_bent(params, cache, Y, lam):
    """The hidden layer's slope is taken at sigmoid(H1) instead of at H1."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    S = sigmoid(H1)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * S * (1.0 - S)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "If an output is too large, does your gradient say that raising it makes the loss larger?",
        "A gradient points uphill; the minus sign belongs to the step, not to the gradient.",
        BACKWARD,
    ),
)
def downhill(params, cache, Y, lam):
    """All data terms have the wrong sign."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (Y - H2) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "How often does your b1 meet a division by N on the way from the loss?",
        "The average is taken once, at the loss; below it everything is a sum.",
        BACKWARD,
    ),
)
def averages_db_again(params, cache, Y, lam):
    """The gradients of the biases are averaged a second time."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.mean(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.mean(axis=0)}


@mistake(
    "backward",
    hints=(
        "What shape has b1, and what shape has its gradient in your result?",
        "A gradient has exactly the shape of the thing it belongs to.",
        BACKWARD,
    ),
)
def keeps_an_axis(params, cache, Y, lam):
    """b1 and b2 come out with the shape (1, H) and (1, C)."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0, keepdims=True), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0, keepdims=True)}


@mistake(
    "backward",
    hints=(
        "With which W2 was the loss computed, and with which one do you go back?",
        "All gradients belong to one and the same point: finish them before anything moves.",
        BACKWARD,
    ),
)
def steps_before_it_is_done(params, cache, Y, lam):
    """W2 is updated before the gradient of W1 is computed with it."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    stepped = params["W2"] - H1.T @ dZ2
    dZ1 = dZ2 @ stepped.T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Is the cache still the same after your function has run?",
        "An array that came in belongs to the caller: compute new arrays.",
        "The conventions at the top of the notebook.",
    ),
)
def writes_into_the_cache(params, cache, Y, lam):
    """The error is written into the cache's H2."""
    X, H1, N = cache["X"], cache["H1"], len(Y)
    s2 = cache["H2"] * (1.0 - cache["H2"])
    cache["H2"] -= Y
    dZ2 = cache["H2"] / N * s2
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    W1, W2 = X.T @ dZ1 + lam / N * params["W1"], H1.T @ dZ2 + lam / N * params["W2"]
    return {"W1": W1, "b1": dZ1.sum(axis=0), "W2": W2, "b2": dZ2.sum(axis=0)}


@mistake(
    "mlp_forward",
    hints=(
        "What does a stack of affine layers without a bend amount to?",
        "Each hidden layer bends its Z with its own kind before it hands it on.",
        DEEP,
    ),
)
def never_bends(params, X):
    """No activation is applied anywhere."""
    H, caches = X, []
    for W, b, _ in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = Z
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "Which layer's kind does your loop use in the second layer?",
        "The kind of a layer stands in its own tuple.",
        DEEP,
    ),
)
def bends_with_the_first_kind(params, X):
    """Every hidden layer uses the kind of the first one."""
    H, caches = X, []
    for i, (W, b, _) in enumerate(params):
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, params[0][2]) if i < len(params) - 1 else Z
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "In which order do the two steps of a layer happen?",
        "A layer first adds up, then bends.",
        DEEP,
    ),
)
def bends_before_the_sum(params, X):
    """The activation is applied to what comes into a layer instead of to its Z."""
    H, caches = X, []
    for W, b, kind in params:
        H = act_forward(H, kind)
        Z = H @ W + b
        caches.append((H, Z))
        H = Z
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "What does the kind of the last layer say?",
        "The last layer's Z is the output, so that any loss can stand on it.",
        DEEP,
    ),
)
def bends_the_output(params, X):
    """The last layer is bent with the kind of the layer below it."""
    H, caches = X, []
    for i, (W, b, kind) in enumerate(params):
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind if i < len(params) - 1 else params[i - 1][2])
    return H, caches


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
    "find_defects",
    hints=(
        "Which pieces does training not call at all, and did you audit those as well?",
        "Everything that is published is audited, also what training never calls.",
        AUDIT,
    ),
)
def only_the_gradients():
    """Only the two defects of the gradients are reported."""
    X, Y, W1, W2, reg, z = audit_point()
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "factor", float(len(X))), ("gradient penalty", "shared number", shared)]


@mistake(
    "find_defects",
    hints=(
        "For how many functions that have a slope did you compare the two?",
        "A slope belongs to a function: central differences of the one have to give the other.",
        AUDIT,
    ),
)
def never_looks_at_tanh():
    """The defect of the tanh is missing."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "factor", float(len(X))), ("gradient penalty", "shared number", shared), ("predict", "disagrees", gap)]


@mistake(
    "find_defects",
    hints=(
        "Which pieces are meant to give the same numbers, and do they?",
        "Two pieces that are meant to compute the same thing can be run side by side.",
        AUDIT,
    ),
)
def never_looks_at_predict():
    """The defect of predict is missing."""
    X, Y, W1, W2, reg, z = audit_point()
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "factor", float(len(X))), ("gradient penalty", "shared number", shared), ("tanh slope", "factor", 2.0)]


@mistake(
    "find_defects",
    hints=(
        "Is your factor larger or smaller than one, and which of the two is larger, the published number or the right one?",
        "The evidence of a factor is published divided by right.",
        AUDIT,
    ),
)
def factors_upside_down():
    """The factors are given as right over published."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "factor", 1.0 / len(X)), ("gradient penalty", "shared number", shared), ("predict", "disagrees", gap), ("tanh slope", "factor", 0.5)]


@mistake(
    "find_defects",
    hints=(
        "With which argument does the published code call the slope of its sigmoid?",
        "A piece is judged by how it is used: compare it with central differences at the same point.",
        AUDIT,
    ),
)
def accuses_the_sigmoid_slope():
    """The slope of the sigmoid is accused as well, although it is right when it is given h."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "factor", float(len(X))), ("gradient penalty", "shared number", shared), ("predict", "disagrees", gap), ("tanh slope", "factor", 2.0), ("sigmoid slope", "disagrees", 1.0)]


@mistake(
    "find_defects",
    hints=(
        "For which of your entries did you measure a difference at all?",
        "A finding needs a number that shows it; a piece without one is in order.",
        AUDIT,
    ),
)
def accuses_everything():
    """Every piece is accused."""
    pieces = ["sigmoid", "sigmoid slope", "tanh", "tanh slope", "forward", "loss data", "loss penalty", "gradient data", "gradient penalty", "predict"]
    return [(piece, "disagrees", 1.0) for piece in pieces]


@mistake(
    "find_defects",
    hints=(
        "The loss and its gradient disagree by a factor: which of the two does what the article says?",
        "The article's formula averages the loss over the samples; compare each piece with that formula.",
        AUDIT,
    ),
)
def blames_the_loss():
    """The missing 1/N is blamed on the loss instead of on the gradient."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    shared = float(reg * np.sum(W2**2))
    return [("loss data", "factor", 1.0 / len(X)), ("gradient penalty", "shared number", shared), ("predict", "disagrees", gap), ("tanh slope", "factor", 2.0)]


@mistake(
    "find_defects",
    hints=(
        "Divide published by right, entry by entry: is the ratio the same everywhere?",
        "A factor is one number for all entries; look at the difference from entry to entry instead.",
        AUDIT,
    ),
)
def penalty_as_a_factor():
    """The penalty's gradient is called a wrong factor, although no one factor fits all entries."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    return [("gradient data", "factor", float(len(X))), ("gradient penalty", "factor", float(len(X))), ("predict", "disagrees", gap), ("tanh slope", "factor", 2.0)]


@mistake(
    "fixed_gradients",
    hints=(
        "Two things to look at: does a batch twice as long give gradients twice as large, and does the penalty push every weight the same way?",
        "The loss averages over samples, and so do its gradients; and the derivative of a sum of squares differs from weight to weight.",
        REPAIR,
    ),
)
def as_published(X, Y, W1, W2, reg):
    """Nothing is repaired: no 1/N in the data term, and reg times the sum of W^2 added to every weight."""
    return published_gradients(X, Y, W1, W2, reg)


@mistake(
    "fixed_gradients",
    hints=(
        "Should a large weight and a small one get the same push from the penalty?",
        "The derivative of a sum of squares with respect to one weight depends on that weight only.",
        REPAIR,
    ),
)
def only_the_average_repaired(X, Y, W1, W2, reg):
    """The data term is averaged, but the penalty still adds reg times the sum of W^2 to every weight."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 / len(X) + reg * np.sum(W1**2), dW2 / len(X) + reg * np.sum(W2**2)


@mistake(
    "fixed_gradients",
    hints=(
        "If every sample came twice, would the loss change, and would the data part of your gradients?",
        "The loss is an average over samples, so its gradients are averages as well.",
        REPAIR,
    ),
)
def only_the_penalty_repaired(X, Y, W1, W2, reg):
    """The penalty is right, but the data term is still not divided by N."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 + reg / len(X) * W1, dW2 + reg / len(X) * W2


@mistake(
    "fixed_gradients",
    hints=(
        "After your repair, does the penalty still add one and the same number everywhere?",
        "Dividing by N repairs a scale; a term of the wrong form stays of the wrong form.",
        REPAIR,
    ),
)
def all_divided_by_N(X, Y, W1, W2, reg):
    """The published gradients are divided by N as they are, the shared number included."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, reg)
    return dW1 / len(X), dW2 / len(X)


@mistake(
    "fixed_gradients",
    hints=(
        "What stands under reg in the loss?",
        "The factor in front of a term goes through the derivative as it is.",
        REPAIR,
    ),
)
def repaired_penalty_without_N(X, Y, W1, W2, reg):
    """The penalty's gradient is not divided by N."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 / len(X) + reg * W1, dW2 / len(X) + reg * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Does reg still appear in your gradients?",
        "The loss still has its penalty, and every term of the loss has a gradient.",
        REPAIR,
    ),
)
def penalty_thrown_out(X, Y, W1, W2, reg):
    """The penalty is left out of the gradients."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 / len(X), dW2 / len(X)


@mistake(
    "fixed_gradients",
    hints=(
        "What is left of the 1/2 in front of a square when it is differentiated?",
        "The 2 that comes down from the square meets the 2 under the fraction.",
        REPAIR,
    ),
)
def repaired_penalty_without_the_half(X, Y, W1, W2, reg):
    """The penalty's gradient is twice too large."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 / len(X) + 2 * reg / len(X) * W1, dW2 / len(X) + 2 * reg / len(X) * W2


@mistake(
    "fixed_gradients",
    hints=(
        "What does the 2 under the fraction in front of the sum of squares become when a square is differentiated, and does the number of outputs appear there?",
        "The loss averages over samples and adds over outputs, and the derivative of a square brings a factor of its own.",
        REPAIR,
    ),
)
def averages_over_every_entry(X, Y, W1, W2, reg):
    """The data term is divided by 2 N, which here is N times the number of outputs, too."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0.0)
    return dW1 / Y.size + reg / len(X) * W1, dW2 / Y.size + reg / len(X) * W2
