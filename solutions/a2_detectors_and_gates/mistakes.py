"""Wrong implementations learners write in a2, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .reference import corners, d_sigmoid, sigmoid

SQUASH = "q2, the worked number, and below it what is said under 'Far out'."
RELATIVES = "q3, the list with a worked number of each."
RELATIVES_FAR = "q3, what is said under 'Far out'."
SLOPES = "q4, the worked number, where both slopes are computed from the outputs."
TAILS = "q4, the paragraph about a subtraction that loses everything."
RELATIVE_SLOPES = "q5, a worked number of each."
FROM_OUTPUT = "q6, the worked number."
UNIT = "q7, the worked number: three sums, three verdicts."
GATES = "q8, the worked number: z is computed at all four corners."
XOR = "q9, the worked number shows how a network of two layers is computed."
CERTIFICATE = "q10, the table, and the worked number below it."
SEPARABLE = "q11, the worked number, and below it the ways to do it."
COUNT = "q12, the worked number, and the lines below it."
SENSITIVE = "q13, the worked number."
WINDOW = "q14, the worked number."
RADIAL = "q15, where the halfwidth is explained, and the worked number."


# step


@mistake(
    "step",
    hints=(
        "What should a unit say at exactly 0?",
        "A unit is on where z is positive, and 0 is not.",
        "q1, the worked number.",
    ),
)
def still_on_at_zero(z):
    """On at 0 as well: the stub as it was handed out."""
    return np.where(z >= 0, 1.0, 0.0)


@mistake(
    "step",
    hints=(
        "What does a unit say when it is off?",
        "On is 1 and off is 0; the numbers 1 and -1 belong to another convention.",
        "q1, the worked number.",
    ),
)
def minus_one_for_off(z):
    """-1 instead of 0 where the unit is off."""
    return np.where(z > 0, 1.0, -1.0)


# sigmoid


@mistake(
    "sigmoid",
    hints=(
        "What is exp(720) in float64?",
        "One of exp(z) and exp(-z) is always at most 1: only that one should ever be taken.",
        SQUASH,
    ),
)
def overflows_on_the_left(z):
    """The exponential of -z is taken also where -z is large: it overflows."""
    return 1.0 / (1.0 + np.exp(-z))


@mistake(
    "sigmoid",
    hints=(
        "What is your result at z = 800, and what is exp(800)?",
        "Infinity divided by infinity is not a number: no exponential of a large number may be taken.",
        SQUASH,
    ),
)
def overflows_on_the_right(z):
    """The exponential of z is taken above and below the line also where z is large: infinity over infinity."""
    return np.exp(z) / (1.0 + np.exp(z))


@mistake(
    "sigmoid",
    hints=(
        "Is your function rising or falling?",
        "The larger z, the more the unit is on.",
        "q2, the worked number: compare log 3 and -log 3.",
    ),
)
def falls_instead_of_rises(z):
    """The sign in the exponential is turned round: the function falls."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, small, 1.0) / (1.0 + small)


@mistake(
    "sigmoid",
    hints=(
        "What is your result at z = log 3?",
        "Nothing multiplies z in the exponential but a sign.",
        "q2, the worked number.",
    ),
)
def half_as_steep(z):
    """z is halved in the exponential."""
    small = np.exp(-np.abs(z) / 2)
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


@mistake(
    "sigmoid",
    hints=(
        "Where does your function have its steepest point, and how steep is it there?",
        "Twice z belongs into the relation between sigmoid and tanh, not into the sigmoid itself.",
        "q2, the worked number.",
    ),
)
def twice_as_steep(z):
    """z is doubled in the exponential."""
    small = np.exp(-2 * np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


@mistake(
    "sigmoid",
    hints=(
        "Which two numbers does your formula subtract, or add with opposite signs, at z = -40?",
        "A number as small as 4e-18 cannot come out of a sum with 1.",
        SQUASH,
    ),
)
def small_results_lost(z):
    """The result comes from a sum or difference with 1, so that small results are rounded to 0."""
    return 0.5 * (1.0 + np.tanh(0.5 * z))


@mistake(
    "sigmoid",
    hints=(
        "Is your largest value 1, or a quarter?",
        "The function and its slope are two questions; this one is about the function.",
        "q2, the worked number.",
    ),
)
def slope_instead_of_sigmoid(z):
    """The slope is returned instead of the function."""
    small = np.exp(-np.abs(z))
    return small / (1.0 + small) ** 2


@mistake(
    "sigmoid",
    hints=(
        "What happens to 0.95 when it is written into an array of integers?",
        "An array made in the likeness of z has the dtype of z.",
        "The conventions at the top of the notebook say what inputs may hold.",
    ),
)
def rounds_for_integers(z):
    """The result is written into an array of the dtype of z, which cuts off everything after the point for integers."""
    h = np.zeros_like(z)
    small = np.exp(-np.abs(z))
    h[...] = np.where(z >= 0, 1.0, small) / (1.0 + small)
    return h


@mistake(
    "sigmoid",
    hints=(
        "Does your result at -40 differ from that at -30?",
        "To cut z off avoids the overflow, but also changes results that have to be right.",
        "The docstring says how far out the result has to hold.",
    ),
)
def cuts_z_off(z):
    """z is cut off at -30 and 30."""
    return 1.0 / (1.0 + np.exp(-np.clip(z, -30, 30)))


@mistake(
    "sigmoid",
    hints=(
        "What should the sigmoid give at 0?",
        "The sigmoid runs from 0 to 1 and is one half in the middle.",
        SQUASH,
    ),
)
def shifted_by_one_half(z):
    """One half is subtracted, so that the function runs from -1/2 to 1/2."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small) - 0.5


@mistake(
    "sigmoid",
    hints=(
        "Between which two numbers does the sigmoid run?",
        "tanh runs from -1 to 1, the sigmoid from 0 to 1.",
        SQUASH,
    ),
)
def tanh_taken_for_sigmoid(z):
    """tanh is returned."""
    return np.tanh(z)


@mistake(
    "sigmoid",
    hints=(
        "Do z and -z give the same number in your function?",
        "The sigmoid rises: of z and -z the larger one gives more than one half.",
        SQUASH,
    ),
)
def symmetric_about_zero(z):
    """The same exponential is used on both sides, so that z and -z give the same."""
    return 1.0 / (1.0 + np.exp(-np.abs(z)))


@mistake(
    "sigmoid",
    hints=(
        "What does Python divide first in 1 / 1 + exp(-z)?",
        "The whole sum stands under the line.",
        SQUASH,
    ),
)
def bracket_under_the_line_forgotten(z):
    """1 is divided first and the exponential is added afterwards: a bracket is missing."""
    with np.errstate(over="ignore"):
        return 1.0 / 1.0 + np.exp(-z)


@mistake(
    "sigmoid",
    hints=(
        "What should the sigmoid of -300 be, and what is the smallest number your function gives?",
        "A cut exponent avoids the overflow, but small results stop at the cut.",
        SQUASH,
    ),
)
def exponents_cut_at_100(z):
    """Exponents are cut off at 100, so that small results are too large."""
    return 1.0 / (1.0 + np.exp(-np.clip(z, -100, 100)))


@mistake(
    "sigmoid",
    hints=(
        "How many digits does your result keep?",
        "A float32 keeps about seven digits.",
        SQUASH,
    ),
)
def single_precision_sigmoid(z):
    """The result is rounded to float32."""
    small = np.exp(-np.abs(z))
    return (np.where(z >= 0, 1.0, small) / (1.0 + small)).astype(np.float32).astype(float)


@mistake(
    "sigmoid",
    hints=(
        "Is your function curved anywhere between its ends?",
        "The sigmoid bends everywhere: it comes close to 0 and 1 without reaching them.",
        SQUASH,
    ),
)
def linear_in_the_middle(z):
    """A straight line cut off at 0 and 1 is used."""
    return np.clip(0.25 * z + 0.5, 0.0, 1.0)


@mistake(
    "sigmoid",
    hints=(
        "Is there anything between 0 and 1 in your result?",
        "The sigmoid is a smooth switch.",
        SQUASH,
    ),
)
def switch_instead_of_sigmoid(z):
    """The step is returned."""
    return np.where(z > 0, 1.0, 0.0)


# tanh


@mistake(
    "tanh",
    hints=(
        "What is your result at z = 1?",
        "Above and below the line of the formula there are two exponentials each, of z and of -z.",
        SQUASH,
    ),
)
def tanh_of_half(z):
    """One exponential is missing above and below the line: it is tanh of z / 2."""
    return np.tanh(0.5 * z)


@mistake(
    "tanh",
    hints=(
        "What is exp(800) divided by exp(800) in float64?",
        "Infinity over infinity is not a number: no exponential of a large number may be taken.",
        SQUASH,
    ),
)
def tanh_overflows(z):
    """The formula as it stands: its exponentials overflow far out."""
    up, down = np.exp(z), np.exp(-z)
    return (up - down) / (up + down)


@mistake(
    "tanh",
    hints=(
        "What is the smallest value of your function?",
        "tanh goes from -1 to 1.",
        "q2, where the two soft switches are compared.",
    ),
)
def never_negative(z):
    """The sigmoid of 2 z, not stretched to the interval from -1 to 1."""
    return sigmoid(2 * z)


@mistake(
    "tanh",
    hints=(
        "Is your function rising or falling?",
        "tanh has the sign of z.",
        "q2, the formula that joins the two soft switches.",
    ),
)
def tanh_falls(z):
    """The sign is turned round."""
    return -np.tanh(z)


@mistake(
    "tanh",
    hints=(
        "What is your result far out, at 800?",
        "The function of angles with the similar name is another one.",
        SQUASH,
    ),
)
def tangent_of_an_angle(z):
    """The tangent of an angle instead of the hyperbolic one."""
    return np.tan(z)


@mistake(
    "tanh",
    hints=(
        "What is your result at z = 0?",
        "The function is 0 at 0 and rises; its slope is another question.",
        SQUASH,
    ),
)
def slope_instead_of_tanh(z):
    """The slope is returned instead of the function."""
    return 1.0 - np.tanh(z) ** 2


@mistake(
    "tanh",
    hints=(
        "What is your result at z = 1, and at z = 2?",
        "A soft switch comes near its bounds, and never has a corner.",
        SQUASH,
    ),
)
def hard_switch(z):
    """z is cut off at -1 and 1 instead of being squashed."""
    return np.clip(z, -1.0, 1.0)


@mistake(
    "tanh",
    hints=(
        "What should tanh give at 0?",
        "Above the line there is a difference, below it a sum.",
        RELATIVES,
    ),
)
def plus_above_the_line(z):
    """The exponentials are added above the line as well."""
    return np.ones(np.shape(z))


@mistake(
    "tanh",
    hints=(
        "Which slope has tanh at 0?",
        "There is one z in each exponential, with the factors of the formula.",
        RELATIVES,
    ),
)
def tanh_of_twice(z):
    """Twice z is used: it is tanh of 2 z."""
    return np.tanh(2.0 * z)


@mistake(
    "tanh",
    hints=(
        "What is the factor in front of z in the formula with the sigmoid?",
        "Stretching the sigmoid of z gives tanh of half of z.",
        RELATIVES,
    ),
)
def sigmoid_not_doubled(z):
    """The sigmoid of z is stretched where that of 2 z is meant."""
    return sigmoid(2.0 * z) - 1.0


@mistake(
    "tanh",
    hints=(
        "Can tanh be larger than 1?",
        "The difference of the exponentials stands above, their sum below.",
        RELATIVES,
    ),
)
def upside_down_fraction(z):
    """What stands above and below the line is exchanged."""
    with np.errstate(divide="ignore"):
        return 1.0 / np.tanh(z)


@mistake(
    "tanh",
    hints=(
        "What is your result for z = 5?",
        "The difference is divided by the sum, so that nothing is larger than 1.",
        RELATIVES,
    ),
)
def sine_instead_of_tanh(z):
    """The hyperbolic sine is returned: nothing is divided."""
    with np.errstate(over="ignore"):
        return np.sinh(z)


# leaky_relu


@mistake(
    "leaky_relu",
    hints=(
        "What is leaky_relu of 3?",
        "Positive numbers pass as they are.",
        RELATIVES,
    ),
)
def slope_on_both_sides(z, slope):
    """Positive numbers are multiplied by the slope as well."""
    return slope * z


@mistake(
    "leaky_relu",
    hints=(
        "Does your result change when the slope is another one?",
        "The slope on the left is an argument.",
        "The docstring of leaky_relu.",
    ),
)
def always_one_percent(z, slope):
    """The slope on the left is always 0.01."""
    return np.where(z > 0, z, 0.01 * z)


@mistake(
    "leaky_relu",
    hints=(
        "What is left of negative numbers?",
        "This is ReLU; the leak is what makes the difference.",
        RELATIVES,
    ),
)
def no_leak(z, slope):
    """Negative numbers become 0."""
    return np.maximum(z, 0.0)


@mistake(
    "leaky_relu",
    hints=(
        "On which side is the small slope?",
        "Positive numbers pass, negative ones leak.",
        RELATIVES,
    ),
)
def sides_exchanged(z, slope):
    """The slope is applied to positive numbers, and negative ones pass."""
    return np.where(z > 0, slope * z, z)


@mistake(
    "leaky_relu",
    hints=(
        "Does your result on the left depend on z?",
        "A slope is multiplied by something.",
        RELATIVES,
    ),
)
def slope_as_value(z, slope):
    """Negative numbers are replaced by the slope itself."""
    return np.where(z > 0, z, slope)


@mistake(
    "leaky_relu",
    hints=(
        "Which sign has your result for -2?",
        "The leak is small, and it keeps the sign.",
        RELATIVES,
    ),
)
def leaks_upwards(z, slope):
    """Negative numbers come out positive."""
    return np.where(z > 0, z, -slope * z)


@mistake(
    "leaky_relu",
    hints=(
        "Is the array that was handed in still the same after the call?",
        "A function makes a new array, or works on a copy.",
        "The conventions at the top of the notebook, first lines.",
    ),
)
def leaks_in_place(z, slope):
    """The negative entries of the argument itself are changed."""
    z[z < 0] = slope * z[z < 0]
    return z


@mistake(
    "leaky_relu",
    hints=(
        "What should -2 become when the slope is 0.1?",
        "A negative number is multiplied by the slope.",
        RELATIVES,
    ),
)
def slope_subtracted(z, slope):
    """The slope is subtracted from negative numbers instead of multiplied."""
    return np.where(z > 0, z, z - slope)


@mistake(
    "leaky_relu",
    hints=(
        "Is the leak smaller than what leaks?",
        "A negative number is multiplied by the slope, which is smaller than 1.",
        RELATIVES,
    ),
)
def divided_by_the_slope(z, slope):
    """Negative numbers are divided by the slope."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(z > 0, z, z / slope)


@mistake(
    "leaky_relu",
    hints=(
        "What should come through when the slope is 0?",
        "The slope itself is the share that comes through.",
        RELATIVES,
    ),
)
def leak_of_what_is_left(z, slope):
    """Negative numbers are multiplied by 1 minus the slope."""
    return np.where(z > 0, z, (1.0 - slope) * z)


@mistake(
    "leaky_relu",
    hints=(
        "With which number do you compare z?",
        "The two sides meet at 0, whatever the slope.",
        RELATIVES,
    ),
)
def slope_of_the_threshold(z, slope):
    """z is compared with the slope instead of with 0."""
    return np.where(z > slope, z, slope * z)


@mistake(
    "leaky_relu",
    hints=(
        "Which type has your result when z holds integers?",
        "An array of integers keeps no fractions; the result is float64.",
        RELATIVES,
    ),
)
def leak_in_the_type_of_z(z, slope):
    """The result is written into an array of the type of z, so that integers lose their leak."""
    h = np.array(z)
    h[...] = np.where(z > 0, z, slope * z)
    return h


# elu


@mistake(
    "elu",
    hints=(
        "What is your result just left of 0, and just right of it?",
        "The two pieces have to meet at 0.",
        RELATIVES,
    ),
)
def elu_forgets_the_minus_one(z, alpha):
    """1 is not subtracted from the exponential: the function jumps at 0."""
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0.0)))


@mistake(
    "elu",
    hints=(
        "To which number does your result go far out on the left?",
        "alpha says how deep the curve goes, so it multiplies what comes out of the exponential.",
        RELATIVES,
    ),
)
def alpha_in_the_exponent(z, alpha):
    """alpha multiplies z inside the exponential."""
    return np.where(z > 0, z, np.expm1(alpha * np.minimum(z, 0.0)))


@mistake(
    "elu",
    hints=(
        "Does your result change with alpha?",
        "alpha says how deep the curve goes on the left.",
        "The docstring of elu.",
    ),
)
def alpha_is_always_one(z, alpha):
    """alpha is not used."""
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0.0)))


@mistake(
    "elu",
    hints=(
        "What is elu of 3 for alpha = 2?",
        "alpha is about the left side; positive numbers pass.",
        RELATIVES,
    ),
)
def alpha_on_both_sides(z, alpha):
    """Positive numbers are multiplied by alpha as well."""
    return alpha * np.where(z > 0, z, np.expm1(np.minimum(z, 0.0)))


@mistake(
    "elu",
    hints=(
        "What is 0 times infinity?",
        "A mask multiplied by an infinite number is not 0: keep positive numbers out of the exponential.",
        RELATIVES_FAR,
    ),
)
def masks_by_multiplying(z, alpha):
    """Both pieces are computed everywhere and multiplied by masks: 0 times infinity far out."""
    return (z > 0) * z + (z <= 0) * alpha * (np.exp(z) - 1.0)


@mistake(
    "elu",
    hints=(
        "Where does your curve go far out on the left?",
        "elu bends towards a bound; a straight line does not.",
        RELATIVES,
    ),
)
def straight_on_the_left(z, alpha):
    """A straight line with slope alpha on the left, as for leaky_relu."""
    return np.where(z > 0, z, alpha * z)


@mistake(
    "elu",
    hints=(
        "Is your result on the left negative?",
        "exp(z) - 1 is negative for negative z.",
        RELATIVES,
    ),
)
def bends_upwards(z, alpha):
    """The difference on the left is taken the wrong way round."""
    return np.where(z > 0, z, -alpha * np.expm1(np.minimum(z, 0.0)))


@mistake(
    "elu",
    hints=(
        "Which of the two numbers does alpha multiply on the left?",
        "The bracket counts: alpha times the whole difference.",
        RELATIVES,
    ),
)
def bracket_forgotten(z, alpha):
    """alpha multiplies the exponential only, and 1 is subtracted afterwards."""
    return np.where(z > 0, z, alpha * np.exp(np.minimum(z, 0.0)) - 1.0)


@mistake(
    "elu",
    hints=(
        "Does your left side come close to -alpha?",
        "On the left z is negative already: the exponential goes to 0 by itself.",
        RELATIVES,
    ),
)
def exponent_turned_round(z, alpha):
    """The sign in the exponential is turned round."""
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(-z, 700.0)))


@mistake(
    "elu",
    hints=(
        "What should the function give just left of 0?",
        "alpha is a factor: both pieces meet at 0.",
        RELATIVES,
    ),
)
def alpha_added(z, alpha):
    """alpha is added on the left instead of multiplied."""
    return np.where(z > 0, z, alpha + np.expm1(np.minimum(z, 0.0)))


@mistake(
    "elu",
    hints=(
        "What is exp(-1)?",
        "exp is a power of e.",
        RELATIVES,
    ),
)
def base_two_on_the_left(z, alpha):
    """A power of 2 stands in the place of the exponential."""
    return np.where(z > 0, z, alpha * (2.0 ** np.minimum(z, 0.0) - 1.0))


@mistake(
    "elu",
    hints=(
        "Which type has your result when z holds integers?",
        "An array of integers keeps no fractions; the result is float64.",
        RELATIVES,
    ),
)
def elu_in_the_type_of_z(z, alpha):
    """The result is written into an array of the type of z, so that integers lose their fractions."""
    h = np.array(z)
    h[...] = np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0.0)))
    return h


@mistake(
    "elu",
    hints=(
        "What is left of a negative number?",
        "On the left the function bends towards -alpha.",
        RELATIVES,
    ),
)
def elu_ends_at_zero(z, alpha):
    """The left side is 0."""
    return np.maximum(z, 0.0)


@mistake(
    "elu",
    hints=(
        "What should 3 become?",
        "Positive numbers pass as they are.",
        RELATIVES,
    ),
)
def elu_on_both_sides(z, alpha):
    """The exponential is used on both sides."""
    return alpha * np.expm1(np.minimum(z, 700.0))


@mistake(
    "elu",
    hints=(
        "What does the function come close to far out on the left when alpha is 2?",
        "alpha is a factor of the left side.",
        RELATIVES,
    ),
)
def divided_by_alpha(z, alpha):
    """The left side is divided by alpha."""
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0.0)) / alpha)


# softplus


@mistake(
    "softplus",
    hints=(
        "What is exp(800), and what is 1 + exp(-40)?",
        "Far out on the right the exponential overflows, far out on the left it vanishes beside the 1.",
        RELATIVES_FAR,
    ),
)
def softplus_as_it_stands(z):
    """The formula as it stands: it overflows on the right and is rounded to 0 on the left."""
    return np.log(1.0 + np.exp(z))


@mistake(
    "softplus",
    hints=(
        "What is your result at 800?",
        "The left side is cured. On the right, take out of the logarithm what makes the exponential large.",
        RELATIVES_FAR,
    ),
)
def softplus_overflows(z):
    """The exponential of a large z overflows."""
    return np.log1p(np.exp(z))


@mistake(
    "softplus",
    hints=(
        "What is 1 + exp(-40) in float64?",
        "Nothing overflows any more, but the logarithm of 1 plus a tiny number needs a function of its own.",
        RELATIVES_FAR,
    ),
)
def softplus_rounds_to_zero(z):
    """Far out on the left 1 plus the exponential is rounded to 1."""
    return np.maximum(z, 0.0) + np.log(1.0 + np.exp(-np.abs(z)))


@mistake(
    "softplus",
    hints=(
        "Is your result at z = log 3 the one in the text?",
        "The logarithm is the natural one.",
        RELATIVES,
    ),
)
def logarithm_to_base_two(z):
    """The logarithm to base 2 instead of the natural one."""
    return np.logaddexp(0.0, z) / np.log(2.0)


@mistake(
    "softplus",
    hints=(
        "What is your result at z = 0?",
        "softplus comes near ReLU on both sides, and is above it everywhere.",
        RELATIVES,
    ),
)
def relu_with_its_corner(z):
    """ReLU itself."""
    return np.maximum(z, 0.0)


@mistake(
    "softplus",
    hints=(
        "Is your function rising or falling?",
        "Where z is large the result is nearly z.",
        RELATIVES,
    ),
)
def softplus_turned_round(z):
    """The sign of z is turned round in the exponential."""
    return np.logaddexp(0.0, -z)


@mistake(
    "softplus",
    hints=(
        "Is there a bound your result never passes?",
        "softplus has no bound on the right; its slope does.",
        RELATIVES,
    ),
)
def slope_of_softplus_instead(z):
    """The slope is returned instead of the function."""
    return sigmoid(z)


@mistake(
    "softplus",
    hints=(
        "How large should softplus be at 800?",
        "Far out on the right softplus is z itself.",
        RELATIVES_FAR,
    ),
)
def growing_part_missing(z):
    """The part that grows on the right is missing."""
    return np.log1p(np.exp(-np.abs(z)))


@mistake(
    "softplus",
    hints=(
        "Does your softplus still grow beyond 20?",
        "Far out on the right softplus goes on growing like z.",
        RELATIVES_FAR,
    ),
)
def flat_from_twenty_on(z):
    """From 20 on softplus stays at 20."""
    return np.logaddexp(0.0, np.minimum(z, 20.0))


@mistake(
    "softplus",
    hints=(
        "What should softplus give at -40?",
        "Far out on the left softplus is about exp(z): tiny, but not 0.",
        RELATIVES_FAR,
    ),
)
def zero_below_minus_twenty(z):
    """Below -20 the result is 0."""
    return np.where(z < -20, 0.0, np.logaddexp(0.0, z))


@mistake(
    "softplus",
    hints=(
        "What is log(exp(z))?",
        "The 1 keeps the result positive on the left.",
        RELATIVES,
    ),
)
def one_forgotten(z):
    """The 1 inside the logarithm is forgotten, so that z itself comes out."""
    return np.array(z, dtype=float)


@mistake(
    "softplus",
    hints=(
        "Which sign has the logarithm of a number below 1?",
        "softplus is positive everywhere.",
        RELATIVES,
    ),
)
def log_of_the_sigmoid(z):
    """The logarithm of the sigmoid is returned."""
    return -np.logaddexp(0.0, -np.asarray(z, dtype=float))


# d_sigmoid


@mistake(
    "d_sigmoid",
    hints=(
        "Can the slope of a rising function be negative?",
        "In s (1 - s), s is the output of the sigmoid.",
        SLOPES,
    ),
)
def short_form_with_z(z):
    """z stands in the formula where the output of the sigmoid belongs."""
    return z * (1.0 - z)


@mistake(
    "d_sigmoid",
    hints=(
        "How often do you take the sigmoid?",
        "The argument is z: one sigmoid makes an output of it, a second one does not belong there.",
        SLOPES,
    ),
)
def squashed_twice(z):
    """The sigmoid is taken twice before the formula."""
    s = sigmoid(sigmoid(z))
    return s * (1.0 - s)


@mistake(
    "d_sigmoid",
    hints=(
        "What is 1 - sigmoid(40) in float64?",
        "A difference of two numbers that agree to 17 digits has no digits left.",
        TAILS,
    ),
)
def right_tail_lost(z):
    """1 - s is formed by subtraction, which leaves 0 far out on the right."""
    s = sigmoid(z)
    return s * (1.0 - s)


@mistake(
    "d_sigmoid",
    hints=(
        "What is the largest value of your function?",
        "The slope is largest in the middle and falls off on both sides.",
        SLOPES,
    ),
)
def sigmoid_instead_of_slope(z):
    """The function is returned instead of its slope."""
    return sigmoid(z)


@mistake(
    "d_sigmoid",
    hints=(
        "Which sign has your slope?",
        "The sigmoid rises everywhere, so no slope is negative.",
        SLOPES,
    ),
)
def slope_with_the_wrong_sign(z):
    """The two factors are subtracted the wrong way round: the slope is negative."""
    return -sigmoid(z) * sigmoid(-z)


@mistake(
    "d_sigmoid",
    hints=(
        "What is your slope at z = 0?",
        "1 - t² belongs to the switch that goes from -1 to 1.",
        SLOPES,
    ),
)
def formula_of_tanh(z):
    """The formula for tanh, with the sigmoid in it."""
    return 1.0 - sigmoid(z) ** 2


@mistake(
    "d_sigmoid",
    hints=(
        "What is the square of exp(800)?",
        "Written with one exponential and a square, the slope overflows on one side.",
        TAILS,
    ),
)
def slope_overflows(z):
    """One exponential over a square: infinity over infinity far out on the left."""
    small = np.exp(-z)
    return small / (1.0 + small) ** 2


@mistake(
    "d_sigmoid",
    hints=(
        "How many factors has the formula for the slope?",
        "sigmoid(-z) alone is how far the unit is from being on.",
        SLOPES,
    ),
)
def one_factor_missing(z):
    """Only one of the two factors is returned."""
    return sigmoid(-z)


@mistake(
    "d_sigmoid",
    hints=(
        "How steep is the sigmoid at 0?",
        "At 0 the two factors are both one half.",
        SLOPES,
    ),
)
def slope_four_times_too_large(z):
    """The slope is divided by its largest value: it is 1 at 0."""
    return 4.0 * sigmoid(z) * sigmoid(-z)


@mistake(
    "d_sigmoid",
    hints=(
        "What should the slope be far out on the right?",
        "The sigmoid is flat on both sides: one factor goes to 0 on each.",
        SLOPES,
    ),
)
def plus_in_the_slope(z):
    """The second factor is 1 + s."""
    return sigmoid(z) * (1.0 + sigmoid(z))


@mistake(
    "d_sigmoid",
    hints=(
        "Is your slope 0 far out on the right?",
        "The two factors are s and what is missing to 1.",
        SLOPES,
    ),
)
def square_of_the_sigmoid(z):
    """The sigmoid is squared."""
    return sigmoid(z) ** 2


@mistake(
    "d_sigmoid",
    hints=(
        "At which point do you take the slope?",
        "The sigmoid's own slope has no factor in front of z.",
        SLOPES,
    ),
)
def slope_of_twice_z(z):
    """The slope is taken at 2 z."""
    return sigmoid(2.0 * z) * sigmoid(-2.0 * z)


# d_tanh


@mistake(
    "d_tanh",
    hints=(
        "What is your slope at z = 2?",
        "In 1 - t², t is the output of tanh.",
        SLOPES,
    ),
)
def square_of_z(z):
    """z stands in the formula where the output of tanh belongs."""
    return 1.0 - z**2


@mistake(
    "d_tanh",
    hints=(
        "What is tanh(20) in float64?",
        "The difference of 1 and something that is rounded to 1 has no digits left.",
        "q4, the last sentence before the stub, and the docstring.",
    ),
)
def tails_of_tanh_lost(z):
    """The square is subtracted from 1, which leaves 0 far out."""
    return 1.0 - np.tanh(z) ** 2


@mistake(
    "d_tanh",
    hints=(
        "How often do you take tanh?",
        "The argument is z, not the output.",
        SLOPES,
    ),
)
def tanh_taken_twice(z):
    """tanh is taken twice before the formula."""
    return 1.0 - np.tanh(np.tanh(z)) ** 2


@mistake(
    "d_tanh",
    hints=(
        "How steep is tanh at 0?",
        "tanh stretches the sigmoid to both sides and runs through it twice as fast: both make it steeper.",
        "The formulas in the docstring of d_tanh.",
    ),
)
def four_times_too_flat(z):
    """The slope of the sigmoid at 2 z, without the factor."""
    return d_sigmoid(2.0 * z)


@mistake(
    "d_tanh",
    hints=(
        "What does the 2 before the sigmoid do to the slope, and what does the 2 inside it?",
        "By the chain rule both of them multiply the slope.",
        "The formulas in the docstring of d_tanh.",
    ),
)
def one_factor_of_two(z):
    """The chain rule is used for the outer factor 2 only."""
    return 2.0 * d_sigmoid(2.0 * z)


@mistake(
    "d_tanh",
    hints=(
        "Is your slope the same on both sides?",
        "There is a square in the formula.",
        SLOPES,
    ),
)
def square_forgotten(z):
    """tanh is subtracted from 1 without being squared."""
    return 1.0 - np.tanh(z)


@mistake(
    "d_tanh",
    hints=(
        "What is your slope at z = 0?",
        "tanh is steepest at 0.",
        SLOPES,
    ),
)
def tanh_instead_of_slope(z):
    """The function is returned instead of its slope."""
    return np.tanh(z)


@mistake(
    "d_tanh",
    hints=(
        "What do you get when you square your result?",
        "The slope of tanh is 1 over the square of cosh.",
        SLOPES,
    ),
)
def root_of_the_slope(z):
    """1 over cosh is returned, without the square."""
    return 1.0 / np.cosh(np.clip(z, -300, 300))


@mistake(
    "d_tanh",
    hints=(
        "Which slope has tanh at 0?",
        "t (1 - t) belongs to outputs between 0 and 1.",
        SLOPES,
    ),
)
def formula_of_the_sigmoid(z):
    """The formula for the sigmoid, with tanh in it."""
    return np.tanh(z) * (1.0 - np.tanh(z))


@mistake(
    "d_tanh",
    hints=(
        "Is tanh steeper far out than in the middle?",
        "tanh is flat far out: there the square is subtracted from 1.",
        SLOPES,
    ),
)
def plus_the_square(z):
    """The square is added to 1."""
    return 1.0 + np.tanh(z) ** 2


@mistake(
    "d_tanh",
    hints=(
        "Does tanh rise or fall?",
        "tanh rises everywhere.",
        SLOPES,
    ),
)
def slope_of_tanh_negative(z):
    """The difference is taken the wrong way round: the slope is negative."""
    small = np.exp(-2.0 * np.abs(z))
    return -4.0 * small / (1.0 + small) ** 2


@mistake(
    "d_tanh",
    hints=(
        "At which point is the slope of the sigmoid taken in the formula?",
        "tanh(z) is made of the sigmoid of 2 z.",
        SLOPES,
    ),
)
def sigmoid_slope_for_tanh(z):
    """The slope of the sigmoid at z is returned, times 4."""
    return 4.0 * d_sigmoid(z)


@mistake(
    "d_tanh",
    hints=(
        "What is squared in the formula?",
        "The output of tanh is squared.",
        SLOPES,
    ),
)
def square_inside(z):
    """The square is taken of z, inside tanh."""
    return 1.0 - np.tanh(np.asarray(z, dtype=float) ** 2)


# d_leaky_relu


@mistake(
    "d_leaky_relu",
    hints=(
        "Does your result depend on how large z is?",
        "On each side of 0 the function is straight, so its slope is one number.",
        RELATIVE_SLOPES,
    ),
)
def value_of_leaky_relu(z, slope):
    """The function is returned instead of its slope."""
    return np.where(z > 0, z, slope * z)


@mistake(
    "d_leaky_relu",
    hints=(
        "What does the leak do to the slope on the left?",
        "This is the slope of ReLU; leaky_relu still rises on the left.",
        RELATIVE_SLOPES,
    ),
)
def dead_on_the_left(z, slope):
    """0 on the left, as for ReLU."""
    return np.where(z > 0, 1.0, 0.0)


@mistake(
    "d_leaky_relu",
    hints=(
        "On which side is the function steeper?",
        "Positive numbers pass with slope 1.",
        RELATIVE_SLOPES,
    ),
)
def slopes_exchanged(z, slope):
    """The two slopes have changed sides."""
    return np.where(z > 0, slope, 1.0)


@mistake(
    "d_leaky_relu",
    hints=(
        "Is your slope right on the right?",
        "Positive numbers pass as they are, whatever the leak.",
        RELATIVE_SLOPES,
    ),
)
def leak_everywhere(z, slope):
    """The slope of the leak is returned on both sides."""
    return np.full(np.shape(z), float(slope))


@mistake(
    "d_leaky_relu",
    hints=(
        "How large is your slope at -2, and how large at -4?",
        "A slope says what z is multiplied by; z itself is no part of it.",
        RELATIVE_SLOPES,
    ),
)
def leak_times_z(z, slope):
    """1 on the right, and the value of the function on the left."""
    return np.where(z > 0, 1.0, slope * z)


@mistake(
    "d_leaky_relu",
    hints=(
        "Does your result change when the slope is another one?",
        "The slope on the left is an argument.",
        "The docstring of d_leaky_relu.",
    ),
)
def leak_of_one_percent(z, slope):
    """The slope on the left is always 0.01."""
    return np.where(z > 0, 1.0, 0.01)


@mistake(
    "d_leaky_relu",
    hints=(
        "With which number do you compare z?",
        "The function has its corner at 0.",
        "The formula in the docstring of d_leaky_relu.",
    ),
)
def corner_at_the_slope(z, slope):
    """z is compared with the slope instead of with 0."""
    return np.where(z > slope, 1.0, slope)


@mistake(
    "d_leaky_relu",
    hints=(
        "Does leaky_relu fall anywhere?",
        "On the left it rises, too, only more slowly.",
        RELATIVE_SLOPES,
    ),
)
def slope_with_a_minus(z, slope):
    """The slope on the left is negative."""
    return np.where(z > 0, 1.0, -slope)


@mistake(
    "d_leaky_relu",
    hints=(
        "Which type has your result when z holds integers?",
        "An array of integers keeps no fractions; the result is float64.",
        RELATIVE_SLOPES,
    ),
)
def slopes_in_the_type_of_z(z, slope):
    """The slopes are written into an array of the type of z, so that integers lose the fraction."""
    h = np.array(z)
    h[...] = np.where(z > 0, 1.0, slope)
    return h


@mistake(
    "d_leaky_relu",
    hints=(
        "How steep is leaky_relu on the left?",
        "On the left the slope is that of the leak.",
        RELATIVE_SLOPES,
    ),
)
def steep_everywhere(z, slope):
    """The slope is 1 everywhere."""
    return np.ones(np.shape(z))


@mistake(
    "d_leaky_relu",
    hints=(
        "How steep is leaky_relu on the left when slope is 0?",
        "The slope of the leak is the number that is given.",
        RELATIVE_SLOPES,
    ),
)
def what_is_left_of_the_slope(z, slope):
    """The slope on the left is 1 minus the slope."""
    return np.where(z > 0, 1.0, 1.0 - slope)


# d_elu


@mistake(
    "d_elu",
    hints=(
        "What becomes of a constant when the slope is taken?",
        "The 1 that is subtracted in the function does not change, so it adds nothing to the slope.",
        RELATIVE_SLOPES,
    ),
)
def value_of_elu_on_the_left(z, alpha):
    """On the left the function is returned instead of its slope."""
    return np.where(z > 0, 1.0, alpha * np.expm1(np.minimum(z, 0.0)))


@mistake(
    "d_elu",
    hints=(
        "Does your result change with alpha?",
        "What multiplies a function multiplies its slope.",
        RELATIVE_SLOPES,
    ),
)
def slope_without_alpha(z, alpha):
    """alpha is not used."""
    return np.exp(np.minimum(z, 0.0))


@mistake(
    "d_elu",
    hints=(
        "Is elu flat on the left?",
        "This is the slope of ReLU; elu still rises on the left.",
        RELATIVE_SLOPES,
    ),
)
def elu_dead_on_the_left(z, alpha):
    """0 on the left, as for ReLU."""
    return np.where(z > 0, 1.0, 0.0)


@mistake(
    "d_elu",
    hints=(
        "How steep is elu at z = 3?",
        "alpha is about the left side.",
        RELATIVE_SLOPES,
    ),
)
def alpha_on_the_right_as_well(z, alpha):
    """The slope on the right is alpha instead of 1."""
    return alpha * np.exp(np.minimum(z, 0.0))


@mistake(
    "d_elu",
    hints=(
        "For which alpha have you checked the relation between the slope and the value?",
        "The slope is the value plus a number, but this number is 1 for one alpha only.",
        RELATIVE_SLOPES,
    ),
)
def value_plus_one(z, alpha):
    """The value plus 1 on the left: right for alpha = 1 only."""
    return np.where(z > 0, 1.0, alpha * np.expm1(np.minimum(z, 0.0)) + 1.0)


@mistake(
    "d_elu",
    hints=(
        "What is 0 times infinity?",
        "Keep positive numbers out of the exponential; a mask afterwards comes too late.",
        RELATIVES_FAR,
    ),
)
def slope_masked_by_multiplying(z, alpha):
    """The exponential is taken everywhere and multiplied by a mask: 0 times infinity far out."""
    return (z > 0) * 1.0 + (z <= 0) * alpha * np.exp(z)


@mistake(
    "d_elu",
    hints=(
        "Does your slope on the left depend on z?",
        "The further left, the flatter the curve: it bends towards its bound.",
        RELATIVE_SLOPES,
    ),
)
def same_slope_everywhere_left(z, alpha):
    """The slope on the left is alpha, as for leaky_relu."""
    return np.where(z > 0, 1.0, alpha)


@mistake(
    "d_elu",
    hints=(
        "How steep is elu far out on the left?",
        "alpha is a factor: far out the slope goes to 0.",
        RELATIVE_SLOPES,
    ),
)
def alpha_added_to_the_slope(z, alpha):
    """alpha is added to the exponential instead of multiplied."""
    return np.where(z > 0, 1.0, alpha + np.exp(np.minimum(z, 0.0)))


@mistake(
    "d_elu",
    hints=(
        "How steep is your elu far out on the right?",
        "On the right elu is a straight line of slope 1.",
        RELATIVE_SLOPES,
    ),
)
def exponential_on_both_sides(z, alpha):
    """The exponential is used on both sides."""
    with np.errstate(over="ignore"):
        return alpha * np.exp(np.asarray(z, dtype=float))


@mistake(
    "d_elu",
    hints=(
        "Is elu a straight line on the left?",
        "On the left elu bends, and its slope goes to 0.",
        RELATIVE_SLOPES,
    ),
)
def straight_everywhere(z, alpha):
    """The slope is 1 everywhere."""
    return np.ones(np.shape(z))


@mistake(
    "d_elu",
    hints=(
        "Does elu fall anywhere?",
        "elu rises everywhere, so its slope is never negative.",
        RELATIVE_SLOPES,
    ),
)
def slope_falls_below_zero(z, alpha):
    """The slope on the left has a minus sign."""
    return np.where(z > 0, 1.0, -alpha * np.exp(np.minimum(z, 0.0)))


@mistake(
    "d_elu",
    hints=(
        "How does the slope on the left change when alpha is doubled?",
        "A factor goes through the derivative as it is.",
        RELATIVE_SLOPES,
    ),
)
def alpha_divides_the_slope(z, alpha):
    """The slope on the left is divided by alpha."""
    return np.where(z > 0, 1.0, np.exp(np.minimum(z, 0.0)) / alpha)


# d_softplus


@mistake(
    "d_softplus",
    hints=(
        "What is your slope at z = 0?",
        "softplus has no corner, so its slope does not jump.",
        RELATIVE_SLOPES,
    ),
)
def slope_of_relu(z):
    """The slope of ReLU: 0 or 1."""
    return np.where(z > 0, 1.0, 0.0)


@mistake(
    "d_softplus",
    hints=(
        "What is exp(800) divided by exp(800) in float64?",
        "The formula is one that you have already made safe.",
        "q2, what is said under 'Far out'.",
    ),
)
def slope_of_softplus_overflows(z):
    """The exponential of z is taken also where z is large: infinity over infinity."""
    return np.exp(z) / (1.0 + np.exp(z))


@mistake(
    "d_softplus",
    hints=(
        "How steep is softplus far out on the right?",
        "The slope of softplus is a sigmoid; the slope of the sigmoid is one question earlier.",
        RELATIVE_SLOPES,
    ),
)
def one_slope_too_many(z):
    """The slope is taken twice."""
    return d_sigmoid(z)


@mistake(
    "d_softplus",
    hints=(
        "On which side is softplus steep?",
        "It is like ReLU: flat on the left, slope 1 on the right.",
        RELATIVE_SLOPES,
    ),
)
def steep_on_the_left(z):
    """The sign of z is turned round."""
    return sigmoid(-z)


@mistake(
    "d_softplus",
    hints=(
        "Is there a bound your result never passes?",
        "softplus comes near the slope 1, and never gets steeper.",
        RELATIVE_SLOPES,
    ),
)
def softplus_itself(z):
    """The function is returned instead of its slope."""
    return np.logaddexp(0.0, z)


@mistake(
    "d_softplus",
    hints=(
        "Which two numbers do you subtract at z = -40?",
        "A number as small as 4e-18 cannot come out of a difference from 1.",
        "q2, what is said under 'Far out', and q4, the paragraph about a subtraction that loses everything.",
    ),
)
def left_tail_lost(z):
    """The slope is formed as 1 minus something, which leaves 0 far out on the left."""
    return 1.0 - sigmoid(-z)


@mistake(
    "d_softplus",
    hints=(
        "Can the slope of softplus be negative?",
        "softplus rises everywhere: its slope lies between 0 and 1.",
        RELATIVE_SLOPES,
    ),
)
def tanh_for_the_slope(z):
    """tanh is returned."""
    return np.tanh(z)


# d_sigmoid_from_output


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "Is the argument z or the output?",
        "The sigmoid has been taken already.",
        FROM_OUTPUT,
    ),
)
def squashes_the_output(h):
    """The output is taken for z and squashed a second time."""
    return d_sigmoid(h)


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "Which sign stands in the bracket?",
        "A unit that is fully on has slope 0.",
        FROM_OUTPUT,
    ),
)
def plus_in_the_bracket(h):
    """A plus instead of the minus."""
    return h * (1.0 + h)


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "Can the slope of a rising function be negative?",
        "The bracket is what is missing to 1.",
        FROM_OUTPUT,
    ),
)
def negative_slope(h):
    """The difference in the bracket is taken the wrong way round."""
    return h * (h - 1.0)


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "What is the slope of a unit that is fully off?",
        "One minus a square is the formula of the other soft switch.",
        FROM_OUTPUT,
    ),
)
def formula_for_tanh_outputs(h):
    """The formula for the outputs of tanh."""
    return 1.0 - h**2


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "How many factors has the formula?",
        "What is missing to 1 is only one of two factors.",
        FROM_OUTPUT,
    ),
)
def only_what_is_missing(h):
    """The factor h is forgotten."""
    return 1.0 - h


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "Is the array that was handed in still the same after the call?",
        "A function makes a new array, or works on a copy.",
        "The conventions at the top of the notebook, first lines.",
    ),
)
def writes_into_the_outputs(h):
    """The argument itself is multiplied."""
    h *= 1.0 - h
    return h


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "What is a quarter of what, at h = 1/2?",
        "A square alone has its largest value at a unit that is fully on.",
        FROM_OUTPUT,
    ),
)
def square_of_the_output(h):
    """The output is squared."""
    return h * h


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "What should the slope be where h is exactly 1?",
        "h may be 0 or 1: the slope is 0 there.",
        FROM_OUTPUT,
    ),
)
def kept_off_the_ends(h):
    """The outputs are kept away from 0 and 1 first."""
    h = np.clip(h, 1e-7, 1.0 - 1e-7)
    return h * (1.0 - h)


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "What does your line give when h is 0.5?",
        "The bracket holds the whole difference.",
        FROM_OUTPUT,
    ),
)
def misplaced_bracket(h):
    """The bracket is misplaced: h times 1, minus h."""
    return h * 1.0 - h


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "What do h and 1 - h add up to?",
        "The two are multiplied.",
        FROM_OUTPUT,
    ),
)
def sum_of_both(h):
    """h and 1 - h are added."""
    return h + (1.0 - h)


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "Do you return a z or a slope?",
        "The slope can be written with h alone; z is not needed.",
        FROM_OUTPUT,
    ),
)
def z_recovered_and_returned(h):
    """The z that belongs to h is returned."""
    with np.errstate(divide="ignore"):
        return np.log(h) - np.log(1.0 - h)


@mistake(
    "d_sigmoid_from_output",
    hints=(
        "What should the slope be at h = 0.5?",
        "h and 1 - h are multiplied and that is all.",
        FROM_OUTPUT,
    ),
)
def root_of_the_product(h):
    """The root of the product is returned."""
    return np.sqrt(h * (1.0 - h))


# unit


@mistake(
    "unit",
    hints=(
        "What does your unit say to a sample of zeros?",
        "A sample of zeros gives z = b.",
        UNIT,
    ),
)
def forgets_the_bias(X, w, b, act):
    """The bias is not added."""
    return act(X @ w)


@mistake(
    "unit",
    hints=(
        "Which sign has the bias in the formula?",
        "A threshold is subtracted; a bias is added.",
        UNIT,
    ),
)
def bias_as_threshold(X, w, b, act):
    """The bias is subtracted, as if it were a threshold."""
    return act(X @ w - b)


@mistake(
    "unit",
    hints=(
        "What is the fourth argument for?",
        "A unit hands its sum to the activation.",
        "The formula in the docstring of unit.",
    ),
)
def forgets_the_activation(X, w, b, act):
    """The sum is returned as it is."""
    return X @ w + b


@mistake(
    "unit",
    hints=(
        "What does the activation get to see: the sum with the bias or without it?",
        "First everything is added up, the bias as well; the activation comes last.",
        "The formula in the docstring of unit.",
    ),
)
def bias_after_the_activation(X, w, b, act):
    """The bias is added after the activation."""
    return act(X @ w) + b


@mistake(
    "unit",
    hints=(
        "How often is the activation used for one sample?",
        "It is used on the sum, once per sample, and not on the inputs.",
        "The formula in the docstring of unit.",
    ),
)
def activates_the_inputs(X, w, b, act):
    """The activation is used on the inputs, before the weights."""
    return act(X) @ w + b


@mistake(
    "unit",
    hints=(
        "How many axes has your result?",
        "One unit says one number per sample: the shape is (N,).",
        "The docstring of unit.",
    ),
)
def keeps_an_axis(X, w, b, act):
    """The result is a column of shape (N, 1)."""
    return act(X @ w + b)[:, np.newaxis]


@mistake(
    "unit",
    hints=(
        "Does your z grow when more inputs are on?",
        "The weighted inputs are added up, and not averaged.",
        UNIT,
    ),
)
def averages_the_inputs(X, w, b, act):
    """The weighted inputs are averaged instead of added up."""
    return act((X * w).mean(axis=1) + b)


@mistake(
    "unit",
    hints=(
        "Is the bias multiplied by the weights?",
        "The bias is added once, to the sum.",
        UNIT,
    ),
)
def bias_before_the_weights(X, w, b, act):
    """The bias is added to every input, before the weights."""
    return act((X + b) @ w)


@mistake(
    "unit",
    hints=(
        "What would your unit do if its weights were ten times as large?",
        "The length of w says how sharply the unit tells yes from no, so it must stay what it is.",
        UNIT,
    ),
)
def weights_of_length_one(X, w, b, act):
    """The weights are divided by their length."""
    return act(X @ (w / np.sqrt(np.sum(w * w))) + b)


@mistake(
    "unit",
    hints=(
        "Which samples does your function look at?",
        "Every row of X has a result of its own.",
        UNIT,
    ),
)
def first_sample_for_all(X, w, b, act):
    """All samples get the result of the first one."""
    return np.full(len(X), act(X @ w + b)[0])


@mistake(
    "unit",
    hints=(
        "What does the activation see: one product, or their sum?",
        "The sum comes first: there is one activation per sample.",
        UNIT,
    ),
)
def activates_every_product(X, w, b, act):
    """The activation is used on every product before adding."""
    return act(X * w).sum(axis=1) + b


@mistake(
    "unit",
    hints=(
        "How many products does your sum have?",
        "All D inputs take part; a slice up to -1 ends before the last.",
        UNIT,
    ),
)
def last_input_ignored(X, w, b, act):
    """The last input is left out."""
    return act(X[:, :-1] @ w[:-1] + b)


@mistake(
    "unit",
    hints=(
        "How often is the sum activated?",
        "There is one activation.",
        UNIT,
    ),
)
def activates_twice(X, w, b, act):
    """The activation is used twice."""
    return act(act(X @ w + b))


@mistake(
    "unit",
    hints=(
        "How many numbers do you return, and how many samples are there?",
        "There is one sum per sample, over its inputs.",
        UNIT,
    ),
)
def sums_over_the_samples(X, w, b, act):
    """The products are added up over the samples."""
    return act((X * w).sum(axis=0) + b)


@mistake(
    "unit",
    hints=(
        "Does a large positive input with a positive weight wake your unit?",
        "Sum and bias are added.",
        UNIT,
    ),
)
def weights_negated_in_the_unit(X, w, b, act):
    """The weighted sum is subtracted from the bias."""
    return act(b - X @ w)


@mistake(
    "unit",
    hints=(
        "How often is the bias added to one sum?",
        "The bias is added once.",
        UNIT,
    ),
)
def bias_for_every_product(X, w, b, act):
    """The bias is added once for every input."""
    return act((X * w + b).sum(axis=1))


# gate


@mistake(
    "gate",
    hints=(
        "What is z where your gates should just come on, and is a unit on there?",
        "At z = 0 a unit is off: the corner has to be on the positive side, not on the line.",
        GATES,
    ),
)
def on_at_zero(name):
    """The corners that should just be on have z = 0, where a unit is off."""
    w, b = {"AND": ([1, 1], -2), "OR": ([1, 1], -1), "NAND": ([-1, -1], 1), "AND3": ([1, 1, 1], -3)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What does your OR say to the input (0, 0)?",
        "Inputs are 0 and 1 here. Biases for inputs of -1 and 1 are others.",
        "q8, the last lines before the stub.",
    ),
)
def inputs_of_minus_one_and_one(name):
    """The weights are right for inputs of -1 and 1, not for 0 and 1."""
    w, b = {"AND": ([1, 1], -1), "OR": ([1, 1], 1), "NAND": ([-1, -1], 1), "AND3": ([1, 1, 1], -2)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What is z at (0, 0)?",
        "The bias is added; to ask for more than some number, it has to be minus that number.",
        GATES,
    ),
)
def thresholds_instead_of_biases(name):
    """Thresholds are given instead of biases: the sign of b is turned round."""
    w, b = {"AND": ([1, 1], 1.5), "OR": ([1, 1], 0.5), "NAND": ([-1, -1], -1.5), "AND3": ([1, 1, 1], 2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What does your NAND say at (0, 1)?",
        "NAND is the opposite of AND: off at one corner only.",
        "q8: what the four names mean, in the docstring.",
    ),
)
def nor_for_nand(name):
    """NAND is on only if both inputs are 0."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 0.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What is z of your AND3 at (1, 1, 0)?",
        "With one more input, two ones are no longer enough.",
        "q8: what the four names mean, in the docstring.",
    ),
)
def two_of_three(name):
    """AND3 has the bias of AND, so that two ones are enough."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -1.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "Which of the two needs more ones to come on, AND or OR?",
        "The more has to be reached, the lower the bias.",
        "q8: what the four names mean, in the docstring.",
    ),
)
def and_or_exchanged(name):
    """AND and OR have changed places."""
    w, b = {"AND": ([1, 1], -0.5), "OR": ([1, 1], -1.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "What is z of your NAND at (1, 1)?",
        "To turn an answer round, z has to change its sign at every corner: weights and bias alike.",
        GATES,
    ),
)
def nand_turns_the_bias_only(name):
    """For NAND only the sign of the bias is turned round, not those of the weights."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([1, 1], 1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "Is your NAND ever on?",
        "To turn an answer round, z has to change its sign at every corner: weights and bias alike.",
        GATES,
    ),
)
def nand_turns_the_weights_only(name):
    """For NAND only the signs of the weights are turned round, not that of the bias."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], -1.5), "AND3": ([1, 1, 1], -2.5)}[name]
    return np.array(w, dtype=float), b


@mistake(
    "gate",
    hints=(
        "How many inputs has AND3?",
        "There is one weight per input.",
        "The docstring of gate gives the shape of w.",
    ),
)
def and3_with_two_weights(name):
    """AND3 gets the two weights of AND."""
    w, b = {"AND": ([1, 1], -1.5), "OR": ([1, 1], -0.5), "NAND": ([-1, -1], 1.5), "AND3": ([1, 1], -1.5)}[name]
    return np.array(w, dtype=float), b


# xor_net


@mistake(
    "xor_net",
    hints=(
        "How many of your two facts have to hold?",
        "Exactly one input is 1 if both facts hold: at least one is 1, and not both are.",
        XOR,
    ),
)
def output_is_or():
    """The output unit is on if at least one of OR and NAND is: always."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5]), np.ones(2), -0.5


@mistake(
    "xor_net",
    hints=(
        "Which corners have both of your facts?",
        "The second fact should exclude (1, 1), not ask for it.",
        XOR,
    ),
)
def and_in_place_of_nand():
    """The second hidden unit is AND instead of NAND, so that the network computes AND."""
    return np.ones((2, 2)), np.array([-0.5, -1.5]), np.ones(2), -1.5


@mistake(
    "xor_net",
    hints=(
        "What does your network say where both inputs are equal?",
        "XOR is on where exactly one input is 1.",
        "q9: the network of the worked number does the same as yours.",
    ),
)
def on_where_equal():
    """The network of the worked number: on where the inputs are equal."""
    return np.array([[1.0, -1.0], [-1.0, 1.0]]), np.array([-0.5, -0.5]), -np.ones(2), 0.5


@mistake(
    "xor_net",
    hints=(
        "Your network treats (0, 1) and (1, 0) in different ways: with which weights does each hidden unit take in the two inputs?",
        "Every column of W1 is one hidden unit, every row one input. XOR stays the same if its inputs are exchanged.",
        "The notation table: the row for W.",
    ),
)
def on_at_one_corner():
    """The network is on at (1, 0) alone, as if the hidden units stood in the rows of W1."""
    return np.array([[1.0, 1.0], [-1.0, -1.0]]), np.array([-0.5, 1.5]), np.ones(2), -1.5


@mistake(
    "xor_net",
    hints=(
        "What does your network say at (1, 1)?",
        "One line cannot do it: something has to tell (1, 1) from the corners beside it, and to count against the output there.",
        "q9, the first paragraph.",
    ),
)
def computes_or():
    """The network computes OR: nothing counts against the output at (1, 1)."""
    return np.ones((2, 1)), np.array([-0.5]), np.ones(1), -0.5


@mistake(
    "xor_net",
    hints=(
        "What do your hidden units say to the input (0, 0)?",
        "Inputs are 0 and 1, and so are the outputs of the hidden units: -1 does not occur.",
        "q8, the last lines before the stub.",
    ),
)
def gates_for_minus_one_and_one():
    """The weights are right for inputs and outputs of -1 and 1."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([1.0, 1.0]), np.ones(2), -1.0


@mistake(
    "xor_net",
    hints=(
        "At which corners is each of your hidden units on, and what is z of the output there?",
        "A network that is never on has no corner where z of its output is above 0. Biases are added; thresholds would be subtracted.",
        XOR,
    ),
)
def hidden_thresholds():
    """The network is never on, as if the signs of the hidden biases were turned round."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([0.5, -1.5]), np.ones(2), -1.5


@mistake(
    "xor_net",
    hints=(
        "What shape has your w2?",
        "The output is one unit, and its weights have one axis.",
        "The docstring of xor_net.",
    ),
)
def w2_as_a_column():
    """w2 is a column of shape (2, 1)."""
    return np.array([[1.0, -1.0], [1.0, -1.0]]), np.array([-0.5, 1.5]), np.ones((2, 1)), -1.5


# farkas_xor


@mistake(
    "farkas_xor",
    hints=(
        "Which of your multipliers are negative, and what happens to a condition that is multiplied by one?",
        "The signs are in the conditions already: all of them point the same way.",
        CERTIFICATE,
    ),
)
def signs_put_in_twice():
    """The signs of the conditions are put into the multipliers as well."""
    return np.array([-1.0, 1.0, 1.0, -1.0])


@mistake(
    "farkas_xor",
    hints=(
        "What does 0 = 0 prove?",
        "At least one condition has to take part.",
        CERTIFICATE,
    ),
)
def nothing_at_all():
    """All multipliers are 0."""
    return np.zeros(4)


@mistake(
    "farkas_xor",
    hints=(
        "What is the sum of your left sides?",
        "The two corners that are on give w1 + w2 + 2b > 0: true of many units.",
        CERTIFICATE,
    ),
)
def only_those_that_are_on():
    """Only the two conditions of the corners that are on take part."""
    return np.array([0.0, 1.0, 1.0, 0.0])


@mistake(
    "farkas_xor",
    hints=(
        "Have you added up the left sides of your two conditions?",
        "The two corners that are off give w1 + w2 + 2b ≤ 0: true of many units.",
        CERTIFICATE,
    ),
)
def only_those_that_are_off():
    """Only the two conditions of the corners that are off take part."""
    return np.array([1.0, 0.0, 0.0, 1.0])


@mistake(
    "farkas_xor",
    hints=(
        "What is left of b when you add up?",
        "Every one of the three coefficients has to cancel.",
        CERTIFICATE,
    ),
)
def outer_ones_doubled():
    """The outer conditions count twice, so that the left sides do not cancel."""
    return np.array([2.0, 1.0, 1.0, 2.0])


@mistake(
    "farkas_xor",
    hints=(
        "What does the condition of the corner (1, 1) say, and where is it in your sum?",
        "Of the conditions of the other three corners alone, no contradiction can come: OR meets them.",
        CERTIFICATE,
    ),
)
def last_corner_left_out():
    """The condition of the corner (1, 1) does not take part."""
    return np.array([1.0, 1.0, 1.0, 0.0])


@mistake(
    "farkas_xor",
    hints=(
        "How many conditions are there, and how many multipliers?",
        "Asked for is one multiplier per condition, not weights of a unit.",
        "The docstring of farkas_xor.",
    ),
)
def weights_instead():
    """Three numbers, as if weights and a bias were asked for."""
    return np.array([1.0, 1.0, -0.5])


# is_separable


@mistake(
    "is_separable",
    hints=(
        "Is the function that is just the first input separable?",
        "How many ones a table has does not decide it; where they are does.",
        SEPARABLE,
    ),
)
def as_many_ones_as_zeros(y):
    """Every table with as many ones as zeros is called not separable."""
    return bool(np.sum(y) != 2)


@mistake(
    "is_separable",
    hints=(
        "What about the function that is on where the inputs are equal?",
        "If a unit computed the opposite of XOR, a unit with all signs turned round would nearly compute XOR.",
        SEPARABLE,
    ),
)
def only_xor(y):
    """Only XOR is called not separable; its opposite is forgotten."""
    return list(y) != [0, 1, 1, 0]


@mistake(
    "is_separable",
    hints=(
        "Is (0, 0, 0, 1) among the functions that you find weights for?",
        "Without a bias the line of a unit goes through the corner (0, 0).",
        SEPARABLE,
    ),
)
def no_bias(y):
    """Only lines through the origin are tried."""
    return tuple(y) in {tuple((corners(2) @ np.array([v, w]) > 0).astype(int)) for v in range(-3, 4) for w in range(-3, 4)}


@mistake(
    "is_separable",
    hints=(
        "Is NAND among the functions that you find weights for?",
        "An input may also count against.",
        SEPARABLE,
    ),
)
def no_negative_weights(y):
    """Only weights of 0 and more are tried."""
    return tuple(y) in {tuple((corners(2) @ np.array([v, w]) + b > 0).astype(int)) for v in (0, 1, 2) for w in (0, 1, 2) for b in (-2.5, -1.5, -0.5, 0.5)}


@mistake(
    "is_separable",
    hints=(
        "What does the unit with w = (0, 0) and b = -1 compute?",
        "A line may also have all four corners on one side.",
        SEPARABLE,
    ),
)
def both_classes_needed(y):
    """Tables of only zeros or only ones are called not separable."""
    return bool(y[0] != y[3] or y[1] != y[2])


@mistake(
    "is_separable",
    hints=(
        "For which of AND, OR and NAND do you find weights?",
        "With weights of -1 and 1, z at the corners goes from -2 to 2: the bias has to reach as far.",
        SEPARABLE,
    ),
)
def too_few_biases(y):
    """Weights and biases of -1, 0 and 1 only are tried."""
    return tuple(y) in {tuple((corners(2) @ np.array([v, w]) + b > 0).astype(int)) for v in (-1, 0, 1) for w in (-1, 0, 1) for b in (-1, 0, 1)}


@mistake(
    "is_separable",
    hints=(
        "What do you return for AND?",
        "The question is whether it is separable, not whether it is not.",
        "The docstring of is_separable.",
    ),
)
def turned_round(y):
    """True and False have changed places."""
    return bool(y[0] == y[3] and y[1] == y[2] and y[0] != y[1])


@mistake(
    "is_separable",
    hints=(
        "What have you proved if the search has not found weights yet?",
        "A search for weights may need more rounds; stop it only when it cannot succeed any more.",
        SEPARABLE,
    ),
)
def stops_too_early(y):
    """Weights are corrected corner by corner, but only for two rounds."""
    weights = np.zeros(3)
    for _ in range(2):
        for x, wanted in zip(corners(2), y, strict=True):
            weights += (wanted - float(weights @ np.array([*x, 1.0]) > 0)) * np.array([*x, 1.0])
    return bool(np.array_equal(np.column_stack([corners(2), np.ones(4)]) @ weights > 0, np.asarray(y) == 1))


@mistake(
    "is_separable",
    hints=(
        "Is XOR separable?",
        "A diagonal pair cannot be cut off, whichever of the two it is.",
        SEPARABLE,
    ),
)
def only_the_opposite_of_xor(y):
    """Only the opposite of XOR is called not separable; XOR itself is forgotten."""
    return list(y) != [1, 0, 0, 1]


@mistake(
    "is_separable",
    hints=(
        "Is there a line with (0, 1) and (1, 0) on one side and the other two corners on the other?",
        "Two of the sixteen functions have no line.",
        SEPARABLE,
    ),
)
def everything_is_separable(y):
    """Every table is called separable."""
    return True


@mistake(
    "is_separable",
    hints=(
        "What does a unit without weights and with a positive bias compute?",
        "A line may pass outside of the square.",
        SEPARABLE,
    ),
)
def no_constant_tables(y):
    """The table of only ones is called not separable."""
    return bool(np.sum(y) < 4 and not (y[0] == y[3] and y[1] == y[2] and y[0] != y[1]))


# count_separable


@mistake(
    "count_separable",
    hints=(
        "Which weights do you try for three inputs?",
        "Sometimes one input has to count as much as two others together.",
        COUNT,
    ),
)
def weights_up_to_one(n):
    """Only weights of -1, 0 and 1 are tried."""
    sums = corners(n) @ (np.indices((3,) * n).reshape(n, -1) - 1)
    return len({tuple(table) for least in range(-n, n + 2) for table in (sums >= least).T.tolist()})


@mistake(
    "count_separable",
    hints=(
        "How many functions are there in all?",
        "Not every function is separable: for two inputs you have seen two that are not.",
        COUNT,
    ),
)
def all_functions(n):
    """All functions are counted."""
    return 2 ** (2**n)


@mistake(
    "count_separable",
    hints=(
        "For how many inputs do exactly two functions fail?",
        "With three inputs there are many more tables than XOR and its opposite that no unit computes.",
        COUNT,
    ),
)
def all_but_two(n):
    """All functions but two are counted, whatever n is."""
    return 2 ** (2**n) - 2 * (n > 1)


@mistake(
    "count_separable",
    hints=(
        "Can two choices of weights give the same table?",
        "Count tables, not weights.",
        COUNT,
    ),
)
def counts_weights(n):
    """The weights that are tried are counted, and not the tables they give."""
    return (5**n) * (4 * n + 2)


@mistake(
    "count_separable",
    hints=(
        "Is AND among the functions you count?",
        "Without a bias a unit is always off at the corner of zeros, and can do little else.",
        COUNT,
    ),
)
def no_bias_when_counting(n):
    """Only units without bias are tried."""
    sums = corners(n) @ (np.indices((7,) * n).reshape(n, -1) - 3)
    return len({tuple(table) for table in (sums > 0).T.tolist()})


@mistake(
    "count_separable",
    hints=(
        "Is the function that is on at 0 only among those you count for one input?",
        "An input may also count against.",
        COUNT,
    ),
)
def no_negative_weights_when_counting(n):
    """Only weights of 0 and more are tried."""
    sums = corners(n) @ np.indices((3,) * n).reshape(n, -1)
    return len({tuple(table) for least in range(2 * n + 2) for table in (sums >= least).T.tolist()})


@mistake(
    "count_separable",
    hints=(
        "Is the function that is always off among those you count?",
        "A unit that never changes its answer is a unit all the same.",
        COUNT,
    ),
)
def without_the_constant_ones(n):
    """The two functions that never change are not counted."""
    return {1: 2, 2: 12, 3: 102}[n]


@mistake(
    "count_separable",
    hints=(
        "How many functions of two inputs are left out?",
        "Of two inputs all but two functions can be computed.",
        COUNT,
    ),
)
def half_of_all_and_two(n):
    """Half of all functions, and two more, are counted."""
    return 2 ** (2**n) // 2 + 2


@mistake(
    "count_separable",
    hints=(
        "Do you count every truth table once?",
        "Tables are counted, not weights, and each one once.",
        COUNT,
    ),
)
def one_off_for_three(n):
    """The number for three inputs is wrong."""
    return {1: 4, 2: 14, 3: 108}[n]


@mistake(
    "count_separable",
    hints=(
        "Do you count corners or functions?",
        "Each function of n inputs is a table of zeros and ones over all corners.",
        COUNT,
    ),
)
def corners_counted(n):
    """The corners are counted."""
    return 2**n


@mistake(
    "count_separable",
    hints=(
        "Can a unit be off everywhere?",
        "A unit that never changes is a function, too.",
        COUNT,
    ),
)
def one_table_too_few(n):
    """The table of only zeros is not counted."""
    return {1: 3, 2: 13, 3: 103}[n]


# sensitivity


@mistake(
    "sensitivity",
    hints=(
        "Does your result depend on x?",
        "The weights say what reaches z; how much of it comes through depends on the slope there.",
        SENSITIVE,
    ),
)
def weights_alone(x, W, b):
    """The weights themselves, without the slope."""
    return W.T.copy()


@mistake(
    "sensitivity",
    hints=(
        "Which axis of your result counts the units?",
        "There is one row per unit.",
        "The docstring of sensitivity.",
    ),
)
def inputs_in_rows(x, W, b):
    """Rows and columns are exchanged: one row per input."""
    return W * d_sigmoid(x @ W + b)


@mistake(
    "sensitivity",
    hints=(
        "What do your units respond to when they are fully on?",
        "How much the output moves depends on the slope, not on the output.",
        SENSITIVE,
    ),
)
def output_for_slope(x, W, b):
    """The output of the units stands where their slope belongs."""
    return sigmoid(x @ W + b)[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "How often do you take the sigmoid?",
        "The slope is that at z; a function that wants z must not be given the output.",
        SENSITIVE,
    ),
)
def slope_at_the_output(x, W, b):
    """The slope is taken at the output instead of at z."""
    return d_sigmoid(sigmoid(x @ W + b))[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "What is z of your units?",
        "The bias moves z, and with it the slope.",
        "The formula in the docstring of sensitivity.",
    ),
)
def sensitivity_without_bias(x, W, b):
    """The bias is left out of z."""
    return d_sigmoid(x @ W)[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "Are your units equally awake wherever x is?",
        "A quarter is the slope at z = 0 only.",
        SENSITIVE,
    ),
)
def always_a_quarter(x, W, b):
    """The slope is taken to be a quarter everywhere."""
    return 0.25 * W.T


@mistake(
    "sensitivity",
    hints=(
        "What do you get for an input that is 0 but has a large weight?",
        "What an input contributes is one thing, what the output does when it moves is another.",
        SENSITIVE,
    ),
)
def contribution_of_each_input(x, W, b):
    """The weights are multiplied by the inputs as well."""
    return d_sigmoid(x @ W + b)[:, np.newaxis] * W.T * x


@mistake(
    "sensitivity",
    hints=(
        "Which inputs count against a unit?",
        "The sign belongs to the sensitivity: it says in which direction the output moves.",
        "The formula in the docstring of sensitivity.",
    ),
)
def signs_dropped(x, W, b):
    """The absolute values are returned."""
    return np.abs(d_sigmoid(x @ W + b)[:, np.newaxis] * W.T)


@mistake(
    "sensitivity",
    hints=(
        "How steep are your units at z = 0?",
        "The units are sigmoids; the other soft switch is steeper.",
        SENSITIVE,
    ),
)
def units_of_tanh(x, W, b):
    """The slope of tanh instead of that of the sigmoid."""
    return (1.0 - np.tanh(x @ W + b) ** 2)[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "How large is the slope of a unit whose z is -100?",
        "The slope is taken at z itself.",
        SENSITIVE,
    ),
)
def z_cut_at_thirty(x, W, b):
    """z is cut at 30, so that units far out look alive."""
    return d_sigmoid(np.clip(x @ W + b, -30, 30))[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "Does your result contain the weights?",
        "A unit responds to an input by the weight of that input times its own slope.",
        SENSITIVE,
    ),
)
def slope_forgotten_for_outputs(x, W, b):
    """The outputs of the units are returned for every input."""
    return np.repeat(sigmoid(x @ W + b)[:, np.newaxis], len(x), axis=1)


@mistake(
    "sensitivity",
    hints=(
        "How often does the slope stand in the formula?",
        "One slope and one weight are multiplied.",
        SENSITIVE,
    ),
)
def slope_squared(x, W, b):
    """The slope is used twice."""
    return d_sigmoid(x @ W + b)[:, np.newaxis] ** 2 * W.T


@mistake(
    "sensitivity",
    hints=(
        "Does the response of one unit depend on how many others there are?",
        "Every unit responds by itself.",
        SENSITIVE,
    ),
)
def averaged_over_the_units(x, W, b):
    """Every entry is divided by the number of units."""
    return d_sigmoid(x @ W + b)[:, np.newaxis] * W.T / len(b)


@mistake(
    "sensitivity",
    hints=(
        "Which sign has the bias in z?",
        "z is x W plus b.",
        SENSITIVE,
    ),
)
def bias_as_a_threshold(x, W, b):
    """The bias is subtracted in z."""
    return d_sigmoid(x @ W - b)[:, np.newaxis] * W.T


@mistake(
    "sensitivity",
    hints=(
        "How steep is a sigmoid where z is positive?",
        "The slope is that of the sigmoid at z.",
        SENSITIVE,
    ),
)
def relu_units(x, W, b):
    """The units are taken for ReLUs."""
    return (x @ W + b > 0)[:, np.newaxis] * W.T


# window


@mistake(
    "window",
    hints=(
        "What is your result far out on the right?",
        "Where both units are awake, their effects have to cancel.",
        WINDOW,
    ),
)
def units_added(x, lo, hi, k):
    """The two units are added instead of subtracted."""
    return sigmoid(k * (x - lo)) + sigmoid(k * (x - hi))


@mistake(
    "window",
    hints=(
        "Which sign has your result in the middle?",
        "The unit that wakes up first is the one that counts for.",
        WINDOW,
    ),
)
def window_upside_down(x, lo, hi, k):
    """The difference is taken the wrong way round."""
    return sigmoid(k * (x - hi)) - sigmoid(k * (x - lo))


@mistake(
    "window",
    hints=(
        "At which x is your first unit one half?",
        "k multiplies the distance from the end, not x alone.",
        "The formula in the docstring of window.",
    ),
)
def bracket_left_out(x, lo, hi, k):
    """k multiplies x only, so that the ends move with k."""
    return sigmoid(k * x - lo) - sigmoid(k * x - hi)


@mistake(
    "window",
    hints=(
        "Does a larger k make the ends sharper?",
        "k multiplies.",
        WINDOW,
    ),
)
def divides_by_k(x, lo, hi, k):
    """The distances are divided by k."""
    return sigmoid((x - lo) / k) - sigmoid((x - hi) / k)


@mistake(
    "window",
    hints=(
        "How high is your window in the middle?",
        "k makes the ends sharper; it does not make the window higher.",
        "The formula in the docstring of window.",
    ),
)
def k_outside(x, lo, hi, k):
    """k multiplies the result instead of the distances."""
    return k * (sigmoid(x - lo) - sigmoid(x - hi))


@mistake(
    "window",
    hints=(
        "What is your result exactly at the ends?",
        "The ends are soft: one half where a unit just wakes up.",
        WINDOW,
    ),
)
def hard_ends(x, lo, hi, k):
    """1 between the ends and 0 elsewhere."""
    return np.where((x > lo) & (x < hi), 1.0, 0.0)


@mistake(
    "window",
    hints=(
        "How do you put the two units together?",
        "The output layer takes a difference. A product is about as high, but not the same where both ends are near.",
        "The formula in the docstring of window.",
    ),
)
def product_of_two_units(x, lo, hi, k):
    """One rising and one falling unit are multiplied."""
    return sigmoid(k * (x - lo)) * sigmoid(k * (hi - x))


@mistake(
    "window",
    hints=(
        "Do both of your ends get sharper with k?",
        "Both units have the same k.",
        WINDOW,
    ),
)
def one_sharp_end(x, lo, hi, k):
    """Only the left end depends on k."""
    return sigmoid(k * (x - lo)) - sigmoid(x - hi)


@mistake(
    "window",
    hints=(
        "What makes the detector fall asleep beyond hi?",
        "A second unit is subtracted, at the right end.",
        WINDOW,
    ),
)
def one_end_only(x, lo, hi, k):
    """Only the left unit is used."""
    return sigmoid(k * (np.asarray(x, dtype=float) - lo))


@mistake(
    "window",
    hints=(
        "What makes the detector sleep before lo?",
        "There are two units, one for each end.",
        WINDOW,
    ),
)
def right_end_only_falls(x, lo, hi, k):
    """Only the right unit is used, turned round."""
    return sigmoid(k * (hi - np.asarray(x, dtype=float)))


@mistake(
    "window",
    hints=(
        "Is k inside both sigmoids?",
        "k multiplies both distances.",
        WINDOW,
    ),
)
def k_at_the_left_end_only(x, lo, hi, k):
    """k multiplies the result of the second unit instead of its distance."""
    return sigmoid(k * (x - lo)) - k * sigmoid(x - hi)


@mistake(
    "window",
    hints=(
        "Does the left unit rise or fall with x?",
        "Both units rise; each is 0 far on the left.",
        WINDOW,
    ),
)
def ends_exchanged(x, lo, hi, k):
    """The ends are exchanged inside the sigmoids' brackets: the distance is taken the other way round."""
    return sigmoid(k * (lo - x)) - sigmoid(k * (x - hi))


@mistake(
    "window",
    hints=(
        "Does the sharpness depend on how wide the window is?",
        "k multiplies the distances as it is.",
        WINDOW,
    ),
)
def width_in_the_sharpness(x, lo, hi, k):
    """k is divided by the width of the window."""
    return sigmoid(k / (hi - lo) * (x - lo)) - sigmoid(k / (hi - lo) * (x - hi))


# rbf


@mistake(
    "rbf",
    hints=(
        "What is your result at a distance of one halfwidth?",
        "It has to be one half there, not 1/e.",
        RADIAL,
    ),
)
def log_two_left_out(x, centre, halfwidth):
    """The factor log(2) is left out: 1/e at a distance of one halfwidth."""
    return np.exp(-(((x - centre) / halfwidth) ** 2))


@mistake(
    "rbf",
    hints=(
        "Does your curve go through one half at the two ends?",
        "The formula of the normal distribution has another factor: its width is not a halfwidth.",
        RADIAL,
    ),
)
def halfwidth_as_standard_deviation(x, centre, halfwidth):
    """The halfwidth is taken for a standard deviation."""
    return np.exp(-0.5 * ((x - centre) / halfwidth) ** 2)


@mistake(
    "rbf",
    hints=(
        "Has your curve a peak or a round top?",
        "The distance is squared.",
        RADIAL,
    ),
)
def distance_not_squared(x, centre, halfwidth):
    """The distance is not squared: one half at the right places, but a peak in the middle."""
    return np.exp(-np.log(2.0) * np.abs((x - centre) / halfwidth))


@mistake(
    "rbf",
    hints=(
        "Is the halfwidth squared as well?",
        "What is squared is the distance, counted in halfwidths.",
        "The formula in the docstring of rbf.",
    ),
)
def halfwidth_not_squared(x, centre, halfwidth):
    """Only the distance is squared, not the halfwidth."""
    return np.exp(-np.log(2.0) * (x - centre) ** 2 / halfwidth)


@mistake(
    "rbf",
    hints=(
        "What is your result at a distance of two halfwidths?",
        "One half at one halfwidth is not enough: the fall-off is that of an exponential.",
        RADIAL,
    ),
)
def falls_off_too_slowly(x, centre, halfwidth):
    """1 over 1 plus the square: one half at the right places, but far too much further out."""
    return 1.0 / (1.0 + ((x - centre) / halfwidth) ** 2)


@mistake(
    "rbf",
    hints=(
        "At which distance is your result one half?",
        "The halfwidth is the distance from the centre to one end, not from end to end.",
        RADIAL,
    ),
)
def halfwidth_as_full_width(x, centre, halfwidth):
    """The halfwidth is taken for the distance from end to end."""
    return 0.5 ** ((2.0 * (x - centre) / halfwidth) ** 2)


@mistake(
    "rbf",
    hints=(
        "Which logarithm do you use?",
        "It is the natural one: the same base as that of the exponential.",
        RADIAL,
    ),
)
def logarithm_to_base_ten(x, centre, halfwidth):
    """The logarithm to base 10 instead of the natural one."""
    return np.exp(-np.log10(2.0) * ((x - centre) / halfwidth) ** 2)


@mistake(
    "rbf",
    hints=(
        "Where is your result largest?",
        "A radial unit looks at the distance from its centre.",
        RADIAL,
    ),
)
def no_centre(x, centre, halfwidth):
    """The distance from 0 is taken, not that from the centre."""
    return 0.5 ** ((x / halfwidth) ** 2)


@mistake(
    "rbf",
    hints=(
        "What should the unit give at a distance of one halfwidth?",
        "log(2) alone makes one half at one halfwidth.",
        RADIAL,
    ),
)
def half_too_many(x, centre, halfwidth):
    """The exponent has another factor 1/2: one half is reached too far out."""
    return 0.5 ** (0.5 * ((x - centre) / halfwidth) ** 2)


@mistake(
    "rbf",
    hints=(
        "What does your function give at a distance of half a halfwidth?",
        "One slash divides; two slashes divide and round down.",
        RADIAL,
    ),
)
def whole_quotients(x, centre, halfwidth):
    """The quotient is rounded down to a whole number."""
    return 0.5 ** ((x - centre) // halfwidth) ** 2


@mistake(
    "rbf",
    hints=(
        "What should the unit give far away from its centre?",
        "The unit falls off on both sides.",
        RADIAL,
    ),
)
def grows_outwards(x, centre, halfwidth):
    """The minus sign in the exponent is missing."""
    return np.exp(np.minimum(np.log(2.0) * ((x - centre) / halfwidth) ** 2, 700.0))


@mistake(
    "rbf",
    hints=(
        "Does a larger halfwidth make your bump wider?",
        "The distance is measured in halfwidths.",
        RADIAL,
    ),
)
def multiplied_by_halfwidth(x, centre, halfwidth):
    """The distance is multiplied by the halfwidth instead of divided."""
    return 0.5 ** ((x - centre) * halfwidth) ** 2


@mistake(
    "rbf",
    hints=(
        "What should the unit give at a distance of one halfwidth? Is it one quarter?",
        "One half is reached at one halfwidth.",
        RADIAL,
    ),
)
def twice_the_logarithm(x, centre, halfwidth):
    """The exponent has a factor 2 too many."""
    return 0.25 ** ((x - centre) / halfwidth) ** 2


@mistake(
    "rbf",
    hints=(
        "What is the distance of x from the centre when both are equal?",
        "The distance from the centre is a difference.",
        RADIAL,
    ),
)
def centre_added(x, centre, halfwidth):
    """The centre is added to x instead of subtracted."""
    return 0.5 ** ((x + centre) / halfwidth) ** 2
