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
    "affine_backward",
    hints=(
        "Can the shape of a square W tell you whether it has to be transposed?",
        "The transpose belongs to the formula, whatever the shape.",
        LAYER,
    ),
)
def transposes_only_where_it_must(dZ, X, W):
    """W is transposed only where it is not square."""
    return dZ @ (W if W.shape[0] == W.shape[1] else W.T), X.T @ dZ, dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "What happens to the first sample's part of dW when the second one is reached?",
        "dW is a sum over the samples: each one is added.",
        LAYER,
    ),
)
def last_sample_only_in_dW(dZ, X, W):
    """dW holds the last sample only: every sample overwrites the one before."""
    return dZ @ W.T, np.outer(X[-1], dZ[-1]), dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "How many samples does your db listen to?",
        "The bias acts on every sample, so its gradient is a sum over all of them.",
        LAYER,
    ),
)
def first_row_as_db(dZ, X, W):
    """db is the first row of dZ."""
    return dZ @ W.T, X.T @ dZ, dZ[0].copy()


@mistake(
    "affine_backward",
    hints=(
        "What happens to the first sample's part of db when the second one is reached?",
        "The bias acts on every sample, so its gradient is a sum over all of them.",
        LAYER,
    ),
)
def last_row_as_db(dZ, X, W):
    """db is the last row of dZ: every sample overwrites the one before."""
    return dZ @ W.T, X.T @ dZ, dZ[-1].copy()


@mistake(
    "affine_backward",
    hints=(
        "Does your dW change when dZ is doubled?",
        "Each of the three results is the upstream gradient times a local slope.",
        LAYER,
    ),
)
def ignores_the_upstream_in_dW(dZ, X, W):
    """dW does not contain the upstream gradient."""
    return dZ @ W.T, np.outer(X.sum(axis=0), np.ones(dZ.shape[1])), dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Do you multiply first and then sum over the samples, or the other way round?",
        "A sum of products is not the product of the sums; both agree for a single sample only.",
        LAYER,
    ),
)
def product_of_two_sums(dZ, X, W):
    """dW is the product of the sum of X and the sum of dZ."""
    return dZ @ W.T, np.outer(X.sum(axis=0), dZ.sum(axis=0)), dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Does a step along a gradient make the loss larger or smaller?",
        "A gradient points uphill; the minus sign of training belongs to the step.",
        LAYER,
    ),
)
def downhill_in_all_three(dZ, X, W):
    """All three gradients have the wrong sign."""
    return -dZ @ W.T, -X.T @ dZ, -dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Does the first sample's dX change when the batch becomes longer?",
        "Nothing is averaged here: the loss did that.",
        LAYER,
    ),
)
def averages_dX(dZ, X, W):
    """dX is divided by the number of samples."""
    return dZ @ W.T / len(X), X.T @ dZ, dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "Who has divided by the number of samples already?",
        "Nothing is averaged here: the loss did that.",
        LAYER,
    ),
)
def averages_all_three(dZ, X, W):
    """All three gradients are divided by the number of samples."""
    return dZ @ W.T / len(X), X.T @ dZ / len(X), dZ.mean(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "How many biases has the layer?",
        "Each output neuron has a bias of its own, so db has one entry per column of dZ.",
        LAYER,
    ),
)
def db_as_one_number(dZ, X, W):
    """db is one number, the sum of all entries of dZ."""
    return dZ @ W.T, X.T @ dZ, np.full(dZ.shape[1], dZ.sum())


@mistake(
    "affine_backward",
    hints=(
        "Which shape has dX for a batch of one sample?",
        "A gradient has the shape of what it belongs to, also when an axis has length 1.",
        LAYER,
    ),
)
def loses_axes_of_one(dZ, X, W):
    """Axes of length one are dropped from the results."""
    return np.squeeze(dZ @ W.T), np.squeeze(X.T @ dZ), dZ.sum(axis=0)


@mistake(
    "affine_backward",
    hints=(
        "How many digits do your gradients keep?",
        "The course computes in float64, which keeps about 16 digits.",
        LAYER,
    ),
)
def single_precision_gradients(dZ, X, W):
    """The gradients are computed in float32."""
    dZ, X, W = (part.astype(np.float32) for part in (dZ, X, W))
    return (dZ @ W.T).astype(float), (X.T @ dZ).astype(float), dZ.sum(axis=0).astype(float)


@mistake(
    "affine_backward",
    hints=(
        "In which order are the three results asked for?",
        "First dX, then dW, then db.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def db_before_dW(dZ, X, W):
    """dW and db come back in the wrong order."""
    return dZ @ W.T, dZ.sum(axis=0), X.T @ dZ


@mistake(
    "affine_backward",
    hints=(
        "Is there a largest entry that a gradient may have?",
        "A gradient is what it is; cutting it is a choice of whoever trains.",
        LAYER,
    ),
)
def clips_the_gradients(dZ, X, W):
    """Gradients are cut at 5."""
    return np.clip(dZ @ W.T, -5, 5), np.clip(X.T @ dZ, -5, 5), np.clip(dZ.sum(axis=0), -5, 5)


@mistake(
    "affine_backward",
    hints=(
        "By what is the bias multiplied in the layer?",
        "The bias is added as it is: its local slope is 1.",
        LAYER,
    ),
)
def bias_sees_the_input(dZ, X, W):
    """db is summed over the samples with the inputs, as if the bias had an input of its own that is not 1."""
    return dZ @ W.T, X.T @ dZ, (dZ * X.sum(axis=1, keepdims=True)).sum(axis=0)


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
    "act_backward",
    hints=(
        "Which side of ReLU is flat?",
        "The slope is 1 where z is positive and 0 where it is negative.",
        SLOPE,
    ),
)
def relu_mask_upside_down(dH, Z, kind):
    """ReLU lets through where z < 0 instead of where z > 0."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z <= 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What comes through a ReLU that is off?",
        "Where z is negative nothing comes through, not a hundredth either.",
        SLOPE,
    ),
)
def relu_leaks(dH, Z, kind):
    """ReLU has a small slope on the negative side."""
    H = act_forward(Z, kind)
    slopes = {"relu": np.where(Z > 0, 1.0, 0.01), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Which entries of dH does a ReLU stop?",
        "Where z is negative the slope is 0.",
        SLOPE,
    ),
)
def relu_passes_everything(dH, Z, kind):
    """ReLU lets everything through."""
    H = act_forward(Z, kind)
    slopes = {"relu": np.ones_like(Z), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is the slope of ReLU larger for larger z?",
        "On the positive side ReLU is a straight line: its slope is 1 everywhere.",
        SLOPE,
    ),
)
def relu_value_as_slope(dH, Z, kind):
    """The value of ReLU is used as its slope."""
    H = act_forward(Z, kind)
    slopes = {"relu": H, "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is the sigmoid steep where it is close to 1?",
        "The slope is largest in the middle and 0 at both ends.",
        SLOPE,
    ),
)
def sigmoid_value_as_slope(dH, Z, kind):
    """The value of the sigmoid is used as its slope."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H, "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What should the slope of the sigmoid be far out to the right?",
        "Far out the sigmoid is flat: one of the two factors has to go to 0.",
        SLOPE,
    ),
)
def sigmoid_slope_with_plus(dH, Z, kind):
    """The sigmoid's slope is s (1 + s)."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 + H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is the sigmoid anywhere decreasing?",
        "The sigmoid rises everywhere, so its slope is positive.",
        SLOPE,
    ),
)
def sigmoid_slope_upside_down(dH, Z, kind):
    """The sigmoid's slope is s (s - 1), negative everywhere."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (H - 1.0), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What should the slope be far out to the left, and what does your formula give there?",
        "tanh is flat on both sides; only with the square is that so.",
        SLOPE,
    ),
)
def tanh_without_the_square(dH, Z, kind):
    """The slope of tanh is 1 - tanh(z), without the square."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is the slope of tanh at 0 equal to 0?",
        "tanh is steepest at 0.",
        SLOPE,
    ),
)
def tanh_value_as_slope(dH, Z, kind):
    """The value of tanh is used as its slope."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": H, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Which of the two formulas belongs to tanh?",
        "h (1 - h) belongs to outputs between 0 and 1; tanh lies between -1 and 1.",
        SLOPE,
    ),
)
def tanh_like_the_sigmoid(dH, Z, kind):
    """tanh is given the slope of the sigmoid's form, h (1 - h)."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": H * (1.0 - H), "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What do you get when you square your slope?",
        "The slope is 1 over the square of cosh.",
        SLOPE,
    ),
)
def one_over_cosh(dH, Z, kind):
    """The slope of tanh is 1 / cosh(z), without the square."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 / np.cosh(np.clip(Z, -700, 700)), "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What is the slope of ELU at z = 3?",
        "On the positive side ELU is a straight line of slope 1.",
        SLOPE,
    ),
)
def elu_exponential_everywhere(dH, Z, kind):
    """ELU has the slope exp(z) on both sides."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.exp(np.minimum(Z, 700.0))}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Is ELU a straight line on the negative side?",
        "On the negative side ELU bends towards -1 and its slope goes to 0.",
        SLOPE,
    ),
)
def elu_a_straight_line(dH, Z, kind):
    """ELU has the slope 1 on both sides."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.ones_like(Z)}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What should the slope be just left of 0?",
        "The factor alpha is 1 here: ELU has no corner at 0.",
        SLOPE,
    ),
)
def elu_of_half_the_size(dH, Z, kind):
    """On the negative side ELU has half the slope."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, 0.5 * (H + 1.0))}
    return dH * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What comes out when nothing comes from above?",
        "The chain rule multiplies.",
        SLOPE,
    ),
)
def adds_the_upstream(dH, Z, kind):
    """The upstream gradient and the slope are added."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH + slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "Does a flat activation let much through, or little?",
        "The chain rule multiplies by the local slope; where it is small, little comes through.",
        SLOPE,
    ),
)
def divides_by_the_slope(dH, Z, kind):
    """The upstream gradient is divided by the slope."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    with np.errstate(all="ignore"):
        return dH / slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "How often does the slope stand in the formula?",
        "Going through an activation once multiplies by its slope once.",
        SLOPE,
    ),
)
def slope_applied_twice(dH, Z, kind):
    """The slope is applied twice."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * slopes[kind] ** 2


@mistake(
    "act_backward",
    hints=(
        "Is the slope the same for all samples?",
        "Every entry has a z of its own, and a slope of its own.",
        SLOPE,
    ),
)
def mean_slope_of_the_batch(dH, Z, kind):
    """All samples get the mean slope of the batch."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return dH * np.mean(slopes[kind], axis=0)


@mistake(
    "act_backward",
    hints=(
        "Is the activation applied to the gradient?",
        "On the way back the gradient is multiplied by a slope; the activation itself belongs to the way forward.",
        SLOPE,
    ),
)
def activates_the_gradient(dH, Z, kind):
    """The gradient is sent through the activation itself, not through its slope."""
    return act_forward(dH, kind)


@mistake(
    "act_backward",
    hints=(
        "May a gradient be negative?",
        "The sign of the upstream gradient says whether to go up or down, and goes through unchanged.",
        SLOPE,
    ),
)
def sign_of_the_upstream_lost(dH, Z, kind):
    """The upstream gradient loses its sign."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 0), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
    return np.abs(dH) * slopes[kind]


@mistake(
    "act_backward",
    hints=(
        "What is the slope of ReLU at z = 0.5?",
        "The slope changes at 0.",
        SLOPE,
    ),
)
def relu_mask_at_the_output_one(dH, Z, kind):
    """ReLU lets through only where z > 1."""
    H = act_forward(Z, kind)
    slopes = {"relu": 1.0 * (Z > 1), "sigmoid": H * (1.0 - H), "tanh": 1.0 - H**2, "elu": np.where(Z > 0, 1.0, H + 1.0)}
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
    "bricks_forward",
    hints=(
        "Can a hidden neuron be exactly 0?",
        "Both layers of the article's network are sigmoids.",
        UP,
    ),
)
def relu_in_the_hidden_layer(x, W1, W2):
    """The hidden layer uses ReLU instead of the sigmoid."""
    z1 = x @ W1
    h1 = np.maximum(z1, 0.0)
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "Between which two numbers does an output lie?",
        "Both layers of the article's network are sigmoids.",
        UP,
    ),
)
def tanh_at_the_output(x, W1, W2):
    """The output layer uses tanh instead of the sigmoid."""
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    h2 = np.tanh(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "How often is z1 bent before it meets W2?",
        "Every layer is bent once.",
        UP,
    ),
)
def hidden_layer_bent_twice(x, W1, W2):
    """The sigmoid is applied twice in the hidden layer."""
    z1 = x @ W1
    h1 = sigmoid(sigmoid(z1))
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "Can the shape of a square W1 tell you whether it is the right way round?",
        "One column of W1 is one hidden neuron, also when W1 is square.",
        UP,
    ),
)
def square_weights_transposed(x, W1, W2):
    """A square W1 is transposed."""
    z1 = x @ (W1.T if W1.shape[0] == W1.shape[1] else W1)
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "Can the shape of a square W2 tell you whether it is the right way round?",
        "One column of W2 is one output neuron, also when W2 is square.",
        UP,
    ),
)
def square_weights_above_transposed(x, W1, W2):
    """A square W2 is transposed."""
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ (W2.T if W2.shape[0] == W2.shape[1] else W2)
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "How many axes has x?",
        "One sample is a vector, and so is every brick.",
        "The line `Returns` in the docstring of q4.",
    ),
)
def rows_instead_of_vectors(x, W1, W2):
    """Every brick is a row of a matrix instead of a vector."""
    z1 = x.reshape(1, -1) @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "What is z1 when x is 0?",
        "This network has no biases.",
        "The formula in the docstring of q4.",
    ),
)
def a_bias_of_one(x, W1, W2):
    """A bias of 1 is added in the hidden layer."""
    z1 = x @ W1 + 1.0
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "Is h1 larger or smaller than one half where z1 is positive?",
        "The sigmoid rises: a positive z gives more than one half.",
        UP,
    ),
)
def minus_sign_lost_in_the_exponent(x, W1, W2):
    """The hidden layer's sigmoid has the wrong sign in its exponent."""
    z1 = x @ W1
    h1 = sigmoid(-z1)
    z2 = h1 @ W2
    h2 = sigmoid(z2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


@mistake(
    "bricks_forward",
    hints=(
        "Do the outputs have to add up to 1?",
        "Every output is a sigmoid of its own.",
        UP,
    ),
)
def outputs_add_up_to_one(x, W1, W2):
    """The outputs are divided by their sum."""
    z1 = x @ W1
    h1 = sigmoid(z1)
    z2 = h1 @ W2
    h2 = sigmoid(z2) / sigmoid(z2).sum()
    return {"z1": z1, "h1": h1, "z2": z2, "h2": h2}


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
    "bricks_output",
    hints=(
        "Which activation has the output layer?",
        "The sigmoid's slope is written with h and 1 - h.",
        OUTPUT,
    ),
)
def slope_of_tanh(y, h1, h2):
    """s2 is the slope of tanh, 1 - h^2."""
    dh2 = h2 - y
    s2 = 1.0 - h2**2
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "What should s2 be when h2 is close to 1?",
        "A sigmoid that is close to 1 is flat.",
        OUTPUT,
    ),
)
def slope_with_plus(y, h1, h2):
    """s2 is h2 (1 + h2)."""
    dh2 = h2 - y
    s2 = h2 * (1.0 + h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Is the output's sigmoid steep where h2 is close to 1?",
        "The slope is small at both ends.",
        OUTPUT,
    ),
)
def slope_is_the_output(y, h1, h2):
    """s2 is h2 itself."""
    dh2 = h2 - y
    s2 = h2
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "What tells dh2 whether h2 is too large or too small?",
        "The sign of the error says in which direction the output has to go.",
        OUTPUT,
    ),
)
def size_of_the_error(y, h1, h2):
    """dh2 is the absolute error."""
    dh2 = np.abs(h2 - y)
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Is dh2 the loss, or its slope?",
        "The slope of a square is proportional to the error itself.",
        OUTPUT,
    ),
)
def squared_error_as_gradient(y, h1, h2):
    """dh2 is the squared error."""
    dh2 = (h2 - y) ** 2
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "What cancels the 1/2 when the square is differentiated?",
        "The slope of a square brings a factor of 2.",
        OUTPUT,
    ),
)
def half_of_the_error(y, h1, h2):
    """dh2 keeps the factor 1/2 of the loss."""
    dh2 = (h2 - y) / 2
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Which loss is this, and does it contain a logarithm?",
        "The loss is half the squared error.",
        "The formula in the docstring of q5.",
    ),
)
def cross_entropy_at_the_output(y, h1, h2):
    """dh2 is the slope of cross-entropy."""
    dh2 = (h2 - y) / (h2 * (1.0 - h2))
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Of which two bricks is dz2 the product?",
        "dz2 is the brick dh2 times the brick s2, each once.",
        OUTPUT,
    ),
)
def dz2_times_the_error_twice(y, h1, h2):
    """dz2 multiplies by the error twice."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "What should dz2 be when the error is 0?",
        "The chain rule multiplies.",
        OUTPUT,
    ),
)
def sum_instead_of_product(y, h1, h2):
    """dz2 is the sum of dh2 and s2."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 + s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Does dW2 look through the hidden layer, or only at what it gives?",
        "The weights of the output layer meet h1 as it is.",
        OUTPUT,
    ),
)
def slope_of_the_hidden_layer_in_dW2(y, h1, h2):
    """dW2 contains the slope of the hidden layer."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1 * (1.0 - h1), dz2)}


@mistake(
    "bricks_output",
    hints=(
        "What did W2 multiply on the way forward?",
        "The gradient of a weight is what came into it times what comes from above.",
        OUTPUT,
    ),
)
def dW2_from_h2(y, h1, h2):
    """dW2 uses the output h2 where h1 belongs."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h2, dz2)}


@mistake(
    "bricks_output",
    hints=(
        "Over what would you be averaging in dW2?",
        "There is one sample, and every weight has an entry of its own.",
        OUTPUT,
    ),
)
def dW2_averaged(y, h1, h2):
    """dW2 is divided by the number of hidden neurons."""
    dh2 = h2 - y
    s2 = h2 * (1.0 - h2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": np.outer(h1, dz2) / len(h1)}


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
    "bricks_hidden",
    hints=(
        "How many outputs does a hidden neuron feed?",
        "Every output sends something back, and it adds up.",
        HIDDEN,
    ),
)
def only_the_first_output(x, h1, W2, dz2):
    """dh1 listens to the first output only."""
    dh1 = W2[:, 0] * dz2[0]
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "What happens to the first output's part of dh1 when the second one is reached?",
        "What comes from all outputs adds up.",
        HIDDEN,
    ),
)
def only_the_last_output(x, h1, W2, dz2):
    """dh1 holds the last output's part only: every output overwrites the one before."""
    dh1 = W2[:, -1] * dz2[-1]
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Do all hidden neurons get the same dh1?",
        "Every output's part is multiplied by the weight it came through.",
        HIDDEN,
    ),
)
def weights_forgotten(x, h1, W2, dz2):
    """dh1 is the sum of dz2 for every hidden neuron: the weights are forgotten."""
    dh1 = np.full(len(W2), dz2.sum())
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "How often is s1 a factor of dW1?",
        "dz1 holds the slope already.",
        HIDDEN,
    ),
)
def slope_at_both_places(x, h1, W2, dz2):
    """The slope is applied in dz1 and once more in dW1."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1 * s1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Which activation has the hidden layer?",
        "The sigmoid's slope is written with h and 1 - h.",
        HIDDEN,
    ),
)
def tanh_slope_below(x, h1, W2, dz2):
    """s1 is the slope of tanh, 1 - h^2."""
    dh1 = W2 @ dz2
    s1 = 1.0 - h1**2
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "What should s1 be when h1 is close to 1?",
        "A sigmoid that is close to 1 is flat.",
        HIDDEN,
    ),
)
def hidden_slope_with_plus(x, h1, W2, dz2):
    """s1 is h1 (1 + h1)."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 + h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Is the sigmoid steep where h1 is close to 1?",
        "The slope is small at both ends.",
        HIDDEN,
    ),
)
def hidden_output_as_slope(x, h1, W2, dz2):
    """s1 is h1 itself."""
    dh1 = W2 @ dz2
    s1 = h1
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Can the shape of a square W2 tell you which way round it is?",
        "Row j of W2 holds the weights that leave hidden neuron j.",
        HIDDEN,
    ),
)
def square_W2_the_other_way(x, h1, W2, dz2):
    """A square W2 is transposed."""
    dh1 = (W2.T if W2.shape[0] == W2.shape[1] else W2) @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "What does a negative weight do to what is sent back?",
        "A weight is used with its sign, on both ways.",
        HIDDEN,
    ),
)
def size_of_the_weights(x, h1, W2, dz2):
    """dh1 uses the sizes of the weights without their signs."""
    dh1 = np.abs(W2) @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "What should dz1 be when nothing comes from above?",
        "The chain rule multiplies.",
        HIDDEN,
    ),
)
def hidden_sum_instead_of_product(x, h1, W2, dz2):
    """dz1 is the sum of dh1 and s1."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 + s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "Is there a minus sign in the sum that gives dh1?",
        "The sign of the error is in dz2 already.",
        HIDDEN,
    ),
)
def downhill_below(x, h1, W2, dz2):
    """dh1 has the wrong sign."""
    dh1 = -(W2 @ dz2)
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(x, dz1)}


@mistake(
    "bricks_hidden",
    hints=(
        "What did W1 multiply on the way forward?",
        "The gradient of a weight is what came into it times what comes from above.",
        HIDDEN,
    ),
)
def dW1_from_h1(x, h1, W2, dz2):
    """dW1 uses h1 where x belongs."""
    dh1 = W2 @ dz2
    s1 = h1 * (1.0 - h1)
    dz1 = dh1 * s1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": np.outer(h1, dz1)}


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
    "forward",
    hints=(
        "Can a hidden neuron be exactly 0?",
        "Both layers are sigmoids.",
        FORWARD,
    ),
)
def relu_below(params, X):
    """The hidden layer uses ReLU instead of the sigmoid."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = np.maximum(Z1, 0.0)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Between which two numbers does an entry of H1 lie?",
        "Both layers are sigmoids.",
        FORWARD,
    ),
)
def tanh_below(params, X):
    """The hidden layer uses tanh instead of the sigmoid."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = np.tanh(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Between which two numbers does an entry of H2 lie?",
        "Both layers are sigmoids.",
        FORWARD,
    ),
)
def tanh_above(params, X):
    """The output layer uses tanh instead of the sigmoid."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = np.tanh(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Is the second bias multiplied by weights?",
        "The weights act on what comes in, the bias on what comes out.",
        FORWARD,
    ),
)
def bias_before_the_product(params, X):
    """The bias of the output layer is added to H1, before the product."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = (H1 + (params["b2"] if len(params["b2"]) in (1, H1.shape[1]) else 0.0)) @ params["W2"]
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "What does the second layer multiply, Z1 or H1?",
        "A layer works on what the layer below has bent.",
        FORWARD,
    ),
)
def second_layer_sees_Z1(params, X):
    """The second layer gets Z1 instead of H1."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = Z1 @ params["W2"] + params["b2"]
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "How often is Z2 bent?",
        "Every layer is bent once.",
        FORWARD,
    ),
)
def bent_twice_at_the_output(params, X):
    """The sigmoid is applied twice at the output."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = sigmoid(sigmoid(Z2))
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Does a positive bias make Z1 larger?",
        "The bias is added.",
        FORWARD,
    ),
)
def biases_subtracted(params, X):
    """The biases are subtracted."""
    Z1 = X @ params["W1"] - params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] - params["b2"]
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Is H1 above one half where Z1 is positive?",
        "The sigmoid rises: a positive z gives more than one half.",
        FORWARD,
    ),
)
def exponent_upside_down(params, X):
    """The sign in the sigmoid's exponent is wrong."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(-Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = sigmoid(-Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Is there a largest Z1?",
        "A stable sigmoid takes any z; what the cache holds is the sum itself.",
        FORWARD,
    ),
)
def sums_clipped(params, X):
    """The sums are cut at 10."""
    Z1 = np.clip(X @ params["W1"] + params["b1"], -10, 10)
    H1 = sigmoid(Z1)
    Z2 = np.clip(H1 @ params["W2"] + params["b2"], -10, 10)
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "What is exp(800), and what is that divided by itself?",
        "A stable sigmoid never takes the exponential of a large positive number.",
        FORWARD,
    ),
)
def overflows_for_large_sums(params, X):
    """The sigmoid is exp(z) / (1 + exp(z)), which is NaN for large z."""
    Z1 = X @ params["W1"] + params["b1"]
    with np.errstate(all="ignore"):
        H1 = np.exp(Z1) / (1.0 + np.exp(Z1))
        Z2 = H1 @ params["W2"] + params["b2"]
        H2 = np.exp(Z2) / (1.0 + np.exp(Z2))
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Which shape has Z1 for a batch of one sample?",
        "A batch of one is still a batch: its arrays have two axes.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def one_sample_loses_its_row(params, X):
    """Axes of length one are dropped, so that a single sample loses its row."""
    Z1 = np.squeeze(X @ params["W1"] + params["b1"])
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    H2 = sigmoid(Z2)
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@mistake(
    "forward",
    hints=(
        "Which keys are promised, and which does your cache have?",
        "The way back needs the input of every layer, the first one included.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def cache_without_the_input(params, X):
    """The cache does not hold X."""
    Z1 = X @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}


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
    "backward",
    hints=(
        "Does a larger weight make the penalty larger?",
        "The penalty grows with a weight, so its gradient has the sign of the weight.",
        PENALTY,
    ),
)
def penalty_backwards(params, cache, Y, lam):
    """The penalty's gradient is subtracted."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 - lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 - lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "What cancels the 1/2 of the penalty when the square is differentiated?",
        "The slope of a square brings a factor of 2.",
        PENALTY,
    ),
)
def penalty_halved(params, cache, Y, lam):
    """The penalty's gradient is half as large as it should be."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / (2 * N) * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / (2 * N) * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which weights stand in the penalty?",
        "The penalty is over the weights of both layers.",
        PENALTY,
    ),
)
def penalises_the_first_layer_only(params, cache, Y, lam):
    """Only W1 is penalised."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2, "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Does your penalty's gradient grow with the weight?",
        "The penalty is a sum of squares, and the slope of a square is proportional to the weight.",
        PENALTY,
    ),
)
def signs_of_the_weights(params, cache, Y, lam):
    """The penalty's gradient is the sign of the weights, as for a penalty of absolute values."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * np.sign(params["W1"]), "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * np.sign(params["W2"]), "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Does every weight get the same share of the penalty's gradient?",
        "The penalty's derivative with respect to one weight contains this weight alone.",
        PENALTY,
    ),
)
def sum_of_the_weights_added(params, cache, Y, lam):
    """The penalty adds one number, lam times the sum of the weights over N, to every weight."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * np.sum(params["W1"]), "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * np.sum(params["W2"]), "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Is the derivative of a square a square?",
        "Differentiating a square leaves the number itself and a factor of 2.",
        PENALTY,
    ),
)
def squares_for_weights(params, cache, Y, lam):
    """The penalty's gradient is the square of each weight."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"] ** 2, "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"] ** 2, "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "What cancels the 2 of the square?",
        "The 1/2 of the loss takes the factor 2 away.",
        BACKWARD,
    ),
)
def factor_two_left_over(params, cache, Y, lam):
    """The data term keeps a factor 2."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = 2.0 * (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "How many samples are there, and by what do you divide?",
        "N counts samples, which are the rows.",
        BACKWARD,
    ),
)
def divides_by_outputs(params, cache, Y, lam):
    """The data term is divided by the number of outputs instead of the number of samples."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / Y.shape[1] * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which activation has the hidden layer?",
        "Both layers are sigmoids, and each has the sigmoid's slope.",
        BACKWARD,
    ),
)
def mask_of_relu_below(params, cache, Y, lam):
    """The hidden layer is passed as if it were a ReLU."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * (cache["Z1"] > 0)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "To which activation does the slope 1 - h^2 belong?",
        "The sigmoid's slope is written with h and 1 - h.",
        "The formula of the sigmoid's slope in q3, and the formula in the docstring of q8.",
    ),
)
def tanh_slope_in_the_hidden_layer(params, cache, Y, lam):
    """The hidden layer is passed with the slope of tanh."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * (1.0 - H1**2)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "From which array do you take the hidden slope, Z1 or H1?",
        "The short form of the sigmoid's slope is written with its output.",
        BACKWARD,
    ),
)
def sums_for_outputs_in_the_slope(params, cache, Y, lam):
    """The hidden slope is z (1 - z) with the sum Z1 where the output H1 belongs."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * cache["Z1"] * (1.0 - cache["Z1"])
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "From which array do you take the output slope, Z2 or H2?",
        "The short form of the sigmoid's slope is written with its output.",
        BACKWARD,
    ),
)
def output_sums_in_the_slope(params, cache, Y, lam):
    """The output slope is z (1 - z) with the sum Z2 where the output H2 belongs."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * cache["Z2"] * (1.0 - cache["Z2"])
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Is the error in the gradient squared?",
        "The slope of a square is proportional to the error itself.",
        BACKWARD,
    ),
)
def error_squared(params, cache, Y, lam):
    """The output error is squared."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) ** 2 / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Can the shape of a square W2 tell you whether it has to be transposed?",
        "On the way back W2 is used transposed, whatever its shape.",
        BACKWARD,
    ),
)
def square_weights_not_transposed(params, cache, Y, lam):
    """W2 is transposed only where it is not square."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ (params["W2"] if params["W2"].shape[0] == params["W2"].shape[1] else params["W2"].T) * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which of your arrays do you sum for b1?",
        "The bias is added to Z1, so it gets the gradient of Z1.",
        BACKWARD,
    ),
)
def bias_gradient_before_the_slope(params, cache, Y, lam):
    """The gradient of b1 does not contain the hidden slope."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": (dZ2 @ params["W2"].T).sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which of your arrays do you sum for b2?",
        "The bias is added to Z2, so it gets the gradient of Z2.",
        BACKWARD,
    ),
)
def output_bias_before_the_slope(params, cache, Y, lam):
    """The gradient of b2 does not contain the output slope."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": ((H2 - Y) / N).sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Does a bias get a larger gradient when every sample is given twice?",
        "The loss is a mean over the samples, for the biases too.",
        BACKWARD,
    ),
)
def biases_not_averaged(params, cache, Y, lam):
    """The gradients of the biases are not divided by N."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": N * dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": N * dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Do W1 and W2 both move downhill in one step?",
        "The sign of the error is set once, at the output.",
        BACKWARD,
    ),
)
def hidden_layer_downhill(params, cache, Y, lam):
    """What goes into the hidden layer has the wrong sign."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = -(dZ2 @ params["W2"].T) * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Is W2 changed before it is used on the way back?",
        "The way back uses the parameters of the way forward, unchanged.",
        BACKWARD,
    ),
)
def penalty_goes_down_too(params, cache, Y, lam):
    """W2 has its penalty added before the gradient goes down through it."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ (params["W2"] + lam / N * params["W2"]).T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "By what is the penalty divided in the loss?",
        "N counts samples; outputs do not come into it.",
        PENALTY,
    ),
)
def penalty_divided_by_entries(params, cache, Y, lam):
    """The penalty's gradient is divided by N times the number of outputs."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / Y.size * params["W1"], "b1": dZ1.sum(axis=0), "W2": H1.T @ dZ2 + lam / Y.size * params["W2"], "b2": dZ2.sum(axis=0)}


@mistake(
    "backward",
    hints=(
        "Which parameters stand in the penalty?",
        "The biases are not penalised, none of them.",
        PENALTY,
    ),
)
def only_b1_penalised(params, cache, Y, lam):
    """b1 is penalised."""
    X, H1, H2, N = cache["X"], cache["H1"], cache["H2"], len(Y)
    dZ2 = (H2 - Y) / N * H2 * (1.0 - H2)
    dZ1 = dZ2 @ params["W2"].T * H1 * (1.0 - H1)
    return {"W1": X.T @ dZ1 + lam / N * params["W1"], "b1": dZ1.sum(axis=0) + lam / N * params["b1"], "W2": H1.T @ dZ2 + lam / N * params["W2"], "b2": dZ2.sum(axis=0)}


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
    "mlp_forward",
    hints=(
        "Do the outputs have to add up to 1?",
        "The last layer's kind is 'linear': its Z is the output.",
        DEEP,
    ),
)
def softmax_at_the_end(params, X):
    """The output goes through a softmax."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return np.exp(H - H.max(axis=1, keepdims=True)) / np.exp(H - H.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True), caches


@mistake(
    "mlp_forward",
    hints=(
        "Where does your function read the kind of a layer?",
        "Every layer names its own activation.",
        DEEP,
    ),
)
def always_relu(params, X):
    """Every hidden layer is a ReLU, whatever its kind."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, "linear" if kind == "linear" else "relu")
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "Does a layer of kind 'relu' give zeros in your function?",
        "Every layer names its own activation.",
        DEEP,
    ),
)
def always_sigmoid(params, X):
    """Every hidden layer is a sigmoid, whatever its kind."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, "linear" if kind == "linear" else "sigmoid")
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
        "How often is Z bent?",
        "Every layer is bent once.",
        DEEP,
    ),
)
def activations_twice(params, X):
    """Every activation is applied twice."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(act_forward(Z, kind), kind)
    return H, caches


@mistake(
    "mlp_forward",
    hints=(
        "Whose kind do you use for the first layer?",
        "A layer's tuple holds its own kind.",
        DEEP,
    ),
)
def bends_with_the_next_kind(params, X):
    """Every layer is bent with the kind of the layer above it."""
    H, caches = X, []
    for i, (W, b, _) in enumerate(params):
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, params[min(i + 1, len(params) - 1)][2])
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
    "find_defects",
    hints=(
        "In which unit is the evidence of a factor?",
        "A factor is the published number over the right one.",
        AUDIT,
    ),
)
def evidence_in_percent():
    """The factors are given in percent."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "factor", 100.0 * len(X)), ("gradient penalty", "shared number", shared), ("predict", "disagrees", gap), ("tanh slope", "factor", 200.0)]


@mistake(
    "find_defects",
    hints=(
        "Is something missing in these gradients, or is something there in the wrong size?",
        "The kinds are told apart by what is done to each entry: look at published over right.",
        AUDIT,
    ),
)
def lost_terms():
    """Both gradients are reported as lost terms."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "lost term", 0.02), ("gradient penalty", "lost term", shared), ("predict", "disagrees", gap), ("tanh slope", "factor", 2.0)]


@mistake(
    "find_defects",
    hints=(
        "How many pieces did you compare?",
        "At least four pieces do not do what they should.",
        AUDIT,
    ),
)
def nothing_found():
    """An empty report is returned."""
    return []


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


@mistake(
    "fixed_gradients",
    hints=(
        "What cancels the 1/2 of the penalty when the square is differentiated?",
        "The slope of a square brings a factor of 2.",
        REPAIR,
    ),
)
def penalty_of_half_the_size(X, Y, W1, W2, reg):
    """The penalty's gradient is half as large as it should be."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + reg / (2 * N) * W1, h1.T @ dz2 + reg / (2 * N) * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Which weights stand in the penalty of published_loss?",
        "The penalty is over the weights of both layers.",
        REPAIR,
    ),
)
def penalty_on_the_last_layer_only(X, Y, W1, W2, reg):
    """Only W2 is penalised."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1, h1.T @ dz2 + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Does published_loss penalise W2?",
        "The penalty is over the weights of both layers.",
        REPAIR,
    ),
)
def penalty_on_the_first_layer_only(X, Y, W1, W2, reg):
    """Only W1 is penalised."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2


@mistake(
    "fixed_gradients",
    hints=(
        "Is the 1/N in both gradients?",
        "The loss divides by N, so every gradient of it does.",
        REPAIR,
    ),
)
def first_data_term_not_averaged(X, Y, W1, W2, reg):
    """Only the gradient of W2 is averaged over the samples."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return N * (X.T @ dz1) + reg / N * W1, h1.T @ dz2 + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Does the gradient of W2 contain the 1/N?",
        "The loss divides by N, so every gradient of it does.",
        REPAIR,
    ),
)
def second_data_term_not_averaged(X, Y, W1, W2, reg):
    """Only the gradient of W1 is averaged over the samples."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + reg / N * W1, N * (h1.T @ dz2) + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Does a step along your gradient make the loss larger?",
        "A gradient points uphill: the error is output minus label.",
        REPAIR,
    ),
)
def sign_turned(X, Y, W1, W2, reg):
    """The data terms have the wrong sign."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (Y - h2) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Which gradient comes first?",
        "dW1 comes first, then dW2.",
        "The line `Returns` in the docstring of q12.",
    ),
)
def second_gradient_first(X, Y, W1, W2, reg):
    """The two gradients come in the wrong order."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return h1.T @ dz2 + reg / N * W2, X.T @ dz1 + reg / N * W1


@mistake(
    "fixed_gradients",
    hints=(
        "Which activation does published_forward use in the hidden layer?",
        "A sigmoid has the sigmoid's slope.",
        REPAIR,
    ),
)
def slope_of_tanh_below(X, Y, W1, W2, reg):
    """The hidden layer is passed with the slope of tanh."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * (1.0 - h1**2)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Through how many activations does the gradient of W1 go?",
        "It passes the output's sigmoid and the hidden layer's.",
        REPAIR,
    ),
)
def hidden_slope_forgotten(X, Y, W1, W2, reg):
    """The slope of the hidden layer is left out."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Through which activation does the error go first?",
        "The output is a sigmoid of its sum, and its slope is a factor of everything below.",
        REPAIR,
    ),
)
def output_slope_forgotten(X, Y, W1, W2, reg):
    """The slope of the output is left out."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + reg / N * W1, h1.T @ dz2 + reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "What does the 2 in the denominator of the loss cancel?",
        "The 1/2 of the loss takes the factor 2 of the square away, in both terms.",
        REPAIR,
    ),
)
def everything_twice(X, Y, W1, W2, reg):
    """All gradients are twice too large."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = 2.0 * (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 + 2.0 * reg / N * W1, h1.T @ dz2 + 2.0 * reg / N * W2


@mistake(
    "fixed_gradients",
    hints=(
        "Does a larger weight make the penalty larger?",
        "The penalty grows with a weight, so its gradient has the sign of the weight.",
        REPAIR,
    ),
)
def penalty_subtracted(X, Y, W1, W2, reg):
    """The penalty's gradient is subtracted."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    dz2 = (h2 - Y) / N * h2 * (1.0 - h2)
    dz1 = dz2 @ W2.T * h1 * (1.0 - h1)
    return X.T @ dz1 - reg / N * W1, h1.T @ dz2 - reg / N * W2
