"""Wrong implementations of maxout_bound that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

THEOREM = "q13, the worked number with the nine boxes."


@mistake(
    "maxout_bound",
    hints=(
        "What do you get for one layer: 4 for rank 2 on two inputs?",
        "The first exponent is L - 1: the last layer is in the other factor already.",
        THEOREM,
    ),
)
def one_power_too_many(L, n0, k):
    """k^L k^n0: one factor k too many."""
    return k**L * k**n0


@mistake(
    "maxout_bound",
    hints=(
        "With two inputs, does your number grow by k or by k² for every layer?",
        "The exponents are added: L - 1 and n0. Every layer after the first brings one factor k in this theorem.",
        THEOREM,
    ),
)
def exponents_multiplied(L, n0, k):
    """k^(L n0): every layer is taken to bring k^n0."""
    return k ** (L * n0)


@mistake(
    "maxout_bound",
    hints=(
        "What is multiplied with itself: the rank or the number of inputs?",
        "Both powers are powers of the rank k.",
        THEOREM,
    ),
)
def rank_and_inputs_swapped(L, n0, k):
    """The number of inputs is taken to the powers, with the rank as exponent."""
    return n0 ** (L - 1) * n0**k


@mistake(
    "maxout_bound",
    hints=(
        "Are the two powers added or multiplied?",
        "Every fold repeats all the regions of the layer above it: counts multiply.",
        THEOREM,
    ),
)
def adds_the_powers(L, n0, k):
    """The two powers are added."""
    return k ** (L - 1) + k**n0


@mistake(
    "maxout_bound",
    hints=(
        "What does your bound say about one layer with two inputs instead of one?",
        "The dimension is in the exponent: k choices for each input.",
        THEOREM,
    ),
)
def linear_in_the_inputs(L, n0, k):
    """k^(L - 1) k n0: the dimension is a factor instead of an exponent."""
    return k ** (L - 1) * k * n0


@mistake(
    "maxout_bound",
    hints=(
        "How many layers give how much more: does your number double when there are twice as many?",
        "The number of layers is in the exponent: every layer multiplies.",
        THEOREM,
    ),
)
def linear_in_the_layers(L, n0, k):
    """L k^n0: the layers are added up instead of multiplied."""
    return L * k**n0


@mistake(
    "maxout_bound",
    hints=(
        "How many digits can float64 hold?",
        "Counts are Python's integers; a float power loses the last digits.",
        "q5, the last paragraph before the stub.",
    ),
)
def float_power(L, n0, k):
    """The power is taken in floats, so large bounds are not exact."""
    return int(float(k) ** (L - 1 + n0))


@mistake(
    "maxout_bound",
    hints=(
        "How many layers fold before the last?",
        "All layers but one give a factor k.",
        THEOREM,
    ),
)
def one_layer_too_few(L, n0, k):
    """The exponent of the first power is L - 2."""
    return k ** max(L - 2, 0) * k**n0


@mistake(
    "maxout_bound",
    hints=(
        "Does your bound grow with the number of layers?",
        "Every layer but the last gives a factor k.",
        THEOREM,
    ),
)
def first_power_missing(L, n0, k):
    """The first of the two powers is missing."""
    return k**n0


@mistake(
    "maxout_bound",
    hints=(
        "Does your bound grow with the number of inputs?",
        "One layer gives k to the power of the inputs.",
        THEOREM,
    ),
)
def second_power_missing(L, n0, k):
    """The second of the two powers is missing."""
    return k ** (L - 1)


@mistake(
    "maxout_bound",
    hints=(
        "What does your function give for k = 3?",
        "The rank is the base of both powers.",
        THEOREM,
    ),
)
def rank_two_only(L, n0, k):
    """The rank is always taken to be 2."""
    return 2 ** (L - 1) * 2**n0


@mistake(
    "maxout_bound",
    hints=(
        "What is the base of your powers?",
        "k is the base.",
        THEOREM,
    ),
)
def exponents_of_the_rank(L, n0, k):
    """Base and exponent are exchanged."""
    return (L - 1) ** k * n0**k


@mistake(
    "maxout_bound",
    hints=(
        "What does your bound give for 50 layers?",
        "Python's own integers have no largest number; numpy's have.",
        "q13, the docstring: exact however large.",
    ),
)
def powers_overflow(L, n0, k):
    """The powers are taken in int64, which overflows."""
    with np.errstate(over="ignore"):
        return int(np.power(np.int64(k), L - 1) * np.power(np.int64(k), n0))


@mistake(
    "maxout_bound",
    hints=(
        "What is k^2 k^3: k^5 or k^6?",
        "Powers of one base are multiplied by adding their exponents.",
        THEOREM,
    ),
)
def exponents_multiplied_in_deep_nets(L, n0, k):
    """With more than one layer the exponents L - 1 and n0 are multiplied."""
    return k ** ((L - 1) * n0) if L > 1 else k**n0
