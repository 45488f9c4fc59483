"""Wrong implementations of fold_net that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

FOLD = "q10, the tent, and the worked number with 0.3 and 0.7."


@mistake(
    "fold_net",
    hints=(
        "How high is the top of your tent?",
        "The tent maps each half of [0, 1] onto the whole of [0, 1], so it has slope 2.",
        FOLD,
    ),
)
def a_tent_of_half_the_height(L):
    """The tent rises with slope 1 and reaches only 1/2."""
    first = (np.array([[1.0, 1.0]]), np.array([0.0, -0.5]))
    between = (np.array([[1.0, 1.0], [-2.0, -2.0]]), np.array([0.0, -0.5]))
    return [first] + [between] * (L - 1) + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "What is the slope of your tent right of 1/2?",
        "The second neuron has to undo the rise of the first and then bring the tent down as fast as it rose.",
        FOLD,
    ),
)
def rises_and_stays(L):
    """The second neuron only stops the rise: a ramp and a plateau instead of a tent."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-2.0, -2.0]]), np.array([0.0, -1.0]))
    return [first] + [between] * (L - 1) + [(np.array([[1.0], [-1.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "How many pieces has fold_net(1), and how many has the tent?",
        "L counts the hidden layers, and each of them is one tent.",
        FOLD,
    ),
)
def one_fold_too_many(L):
    """There are L + 1 hidden layers."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    return [first] + [between] * L + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "How many entries has the list for L = 3, and how many of them are hidden layers?",
        "L hidden layers and one more entry for the output: L + 1 entries in all.",
        FOLD,
    ),
)
def one_fold_too_few(L):
    """L is taken for the number of all layers, so one fold is missing."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    return [first] + [between] * (L - 2) + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "At which x does your second neuron switch on?",
        "A neuron w x + b switches at -b / w, and the tent bends at 1/2.",
        FOLD,
    ),
)
def bends_at_the_wrong_place(L):
    """The second neuron sets in at 1/4 instead of 1/2."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -0.5]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -0.5]))
    return [first] + [between] * (L - 1) + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "In W (2, 2), which index belongs to the neuron below and which to the neuron above?",
        "W acts on rows: W[i, j] leads from neuron i below to neuron j above.",
        FOLD,
    ),
)
def transposes_the_layers_between(L):
    """The weights between two tents are transposed; a single tent is right."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, -4.0], [2.0, -4.0]]), np.array([0.0, -1.0]))
    return [first] + [between] * (L - 1) + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "What is your zigzag at x = 0?",
        "The tent is 0 at both ends and 1 in the middle.",
        FOLD,
    ),
)
def upside_down(L):
    """The zigzag starts at 1 and is 0 where it should be 1."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    return [first] + [between] * (L - 1) + [(np.array([[-1.0], [2.0]]), np.array([1.0]))]


@mistake(
    "fold_net",
    hints=(
        "How many neurons does your net have for L = 5, and how many may it have?",
        "The point of the fold is that 2 neurons in each of L layers are enough.",
        FOLD,
    ),
)
def one_wide_layer(L):
    """One hidden layer with 2^L neurons draws the same zigzag, without any fold."""
    n = 2**L
    slopes = 2.0 * n * (-1.0) ** np.arange(n)
    slopes[0] = n
    return [(np.ones((1, n)), -np.arange(n) / n), (slopes[:, None], np.zeros(1))]


@mistake(
    "fold_net",
    hints=(
        "Where does the second neuron of the second layer switch on?",
        "Every tent needs its own bias: each layer has a neuron that sets in at 1/2.",
        FOLD,
    ),
)
def biases_in_the_first_layer_only(L):
    """Only the first layer has biases: the second neuron of every further tent sets in at 0."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.zeros(2))
    return [first] + [between] * (L - 1) + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "What shapes do the weights of your hidden layers have?",
        "The sum that ends one tent and the neurons that begin the next are both affine, and two affine maps in a row are one.",
        FOLD,
    ),
)
def a_layer_for_the_sum(L):
    """The sum of every tent is a hidden layer of its own, with one neuron."""
    tent = [(np.array([[2.0, 2.0]]), np.array([0.0, -1.0])), (np.array([[1.0], [-2.0]]), np.array([0.0]))]
    return tent * L


@mistake(
    "fold_net",
    hints=(
        "How steep is the second fold?",
        "Every tent has slopes of 2 and -2 in what comes into it.",
        FOLD,
    ),
)
def slopes_not_doubled(L):
    """The layers between do not double what the tent below gives."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[1.0, 1.0], [-2.0, -2.0]]), np.array([0.0, -1.0]))
    last = (np.array([[1.0], [-2.0]]), np.array([0.0]))
    return [first] + [between] * (L - 1) + [last]


@mistake(
    "fold_net",
    hints=(
        "What does your net give at x = 1 for L = 1?",
        "The slope changes from 2 to -2.",
        FOLD,
    ),
)
def comes_down_to_minus_one(L):
    """The second neuron bends twice too far: the tent comes down to -1."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    last = (np.array([[1.0], [-3.0]]), np.array([0.0]))
    return [first] + [between] * (L - 1) + [last]


@mistake(
    "fold_net",
    hints=(
        "Does your graph come down again after 1/2?",
        "The second neuron takes away twice what the first gives.",
        FOLD,
    ),
)
def plus_in_the_tent(L):
    """The second neuron is added with the wrong sign, so that nothing folds."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    last = (np.array([[1.0], [2.0]]), np.array([0.0]))
    return [first] + [between] * (L - 1) + [last]


@mistake(
    "fold_net",
    hints=(
        "What does your net give at x = 0?",
        "The zigzag starts at 0.",
        FOLD,
    ),
)
def ends_shifted(L):
    """The output has a bias."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    last = (np.array([[1.0], [-2.0]]), np.array([0.5]))
    return [first] + [between] * (L - 1) + [last]


@mistake(
    "fold_net",
    hints=(
        "How many layers has your net for L = 3?",
        "Every fold is a layer of its own.",
        FOLD,
    ),
)
def always_one_fold(L):
    """There is one hidden layer, whatever L is."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    last = (np.array([[1.0], [-2.0]]), np.array([0.0]))
    return [first, last]


@mistake(
    "fold_net",
    hints=(
        "How many layers has your net for L = 6?",
        "Every fold is a hidden layer: the list has L + 1 entries.",
        FOLD,
    ),
)
def no_more_than_four_folds(L):
    """There are at most four folds, however many are asked for."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    return [first] + [between] * (min(L, 4) - 1) + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]
