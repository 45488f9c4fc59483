"""Wrong implementations of max_regions that learners write, each with hints on three levels: a question, the rule, where to look."""

import math

import numpy as np

from autograder.checking import mistake

BEST = "q5, the table of lines and regions, and the worked number."


@mistake(
    "max_regions",
    hints=(
        "How many regions can three lines make of the plane: do you get 7?",
        "Not every pattern has a region: the sum of the binomial coefficients stops at the number of inputs.",
        BEST,
    ),
)
def all_patterns(n0, n1):
    """The sum goes to n1, which makes it 2^n1: every pattern is taken to occur."""
    return sum(math.comb(n1, j) for j in range(n1 + 1))


@mistake(
    "max_regions",
    hints=(
        "Which is the last term of your sum: the one for n0 - 1 or the one for n0?",
        "The sum includes j = n0; Python's range stops before its end.",
        BEST,
    ),
)
def stops_one_early(n0, n1):
    """The last term of the sum, j = n0, is missing."""
    return sum(math.comb(n1, j) for j in range(n0))


@mistake(
    "max_regions",
    hints=(
        "Where does n0 appear in your formula?",
        "1 + n + n (n - 1) / 2 is the sum for the plane; other dimensions have fewer or more terms.",
        BEST,
    ),
)
def always_the_plane(n0, n1):
    """The formula of the plane is used for every number of inputs."""
    return 1 + n1 + n1 * (n1 - 1) // 2


@mistake(
    "max_regions",
    hints=(
        "From how many things do you choose: from the neurons or from the inputs?",
        "(n1 over j): j of the n1 neurons are chosen, and j goes up to n0.",
        BEST,
    ),
)
def inputs_and_neurons_swapped(n0, n1):
    """The binomial coefficients choose from the inputs, up to the number of neurons."""
    return sum(math.comb(n0, j) for j in range(n1 + 1))


@mistake(
    "max_regions",
    hints=(
        "What does your formula give for one line in the plane?",
        "All terms from j = 0 to n0 are added, not only the last.",
        BEST,
    ),
)
def only_the_last_term(n0, n1):
    """Only the last binomial coefficient is returned."""
    return math.comb(n1, n0)


@mistake(
    "max_regions",
    hints=(
        "How many regions has a space that nobody has cut?",
        "The sum begins with j = 0, the one region that is there before the first cut.",
        BEST,
    ),
)
def begins_with_one(n0, n1):
    """The term for j = 0 is missing."""
    return sum(math.comb(n1, j) for j in range(1, n0 + 1))


@mistake(
    "max_regions",
    hints=(
        "How many digits can float64 hold, and how many has your largest result?",
        "Counts are Python's integers from the first step to the last; a division with / leaves them.",
        "q5, the last paragraph before the stub.",
    ),
)
def through_floats(n0, n1):
    """The binomial coefficients are computed in floats, so large counts are not exact."""
    total, term = 0.0, 1.0
    for j in range(n0 + 1):
        total += term
        term = term * (n1 - j) / (j + 1)
    return int(round(total))


@mistake(
    "max_regions",
    hints=(
        "What does your formula give for three lines in the plane, and what do you get when you draw them?",
        "The count grows like a power of n1, but it is not that power: it is a sum of binomial coefficients.",
        BEST,
    ),
)
def a_bare_power(n0, n1):
    """n1 to the power of n0."""
    return n1**n0


@mistake(
    "max_regions",
    hints=(
        "What do you get for two lines in space, where n0 is larger than n1?",
        "With no more neurons than inputs every pattern occurs. (n over j) is 0 where j > n, so the sum may go on.",
        BEST,
    ),
)
def drops_what_is_left_of_small_layers(n0, n1):
    """With fewer neurons than inputs only half of the patterns are counted: the sum stops at n1 - 1."""
    return sum(math.comb(n1, j) for j in range(min(n0, max(n1 - 1, 0)) + 1))


@mistake(
    "max_regions",
    hints=(
        "Where does your sum end?",
        "range(n) ends before n.",
        BEST,
    ),
)
def one_dimension_too_many(n0, n1):
    """The sum has one term too many, j = n0 + 1."""
    return sum(math.comb(n1, j) for j in range(n0 + 2))


@mistake(
    "max_regions",
    hints=(
        "How many regions does one line make of the plane in your function?",
        "n1 is the number of neurons.",
        BEST,
    ),
)
def one_neuron_too_few(n0, n1):
    """One neuron too few is counted."""
    return sum(math.comb(max(n1 - 1, 0), j) for j in range(n0 + 1))


@mistake(
    "max_regions",
    hints=(
        "Does your result grow with every further neuron?",
        "There are terms up to n0, chosen from n1.",
        BEST,
    ),
)
def two_to_the_dimensions(n0, n1):
    """2 to the power of the dimensions is returned."""
    return 2**n0


@mistake(
    "max_regions",
    hints=(
        "How many pairs can be chosen from 4 lines, 16 or 6?",
        "The terms count choices of j neurons.",
        BEST,
    ),
)
def sum_of_powers(n0, n1):
    """Powers of n1 are added up instead of binomial coefficients."""
    return sum(n1**j for j in range(n0 + 1))


@mistake(
    "max_regions",
    hints=(
        "How many regions do three lines make of the plane?",
        "Lines also cut each other: the count grows faster than the number of lines.",
        BEST,
    ),
)
def product_of_both(n0, n1):
    """n0 times n1, plus 1."""
    return n0 * n1 + 1


@mistake(
    "max_regions",
    hints=(
        "How many regions do three parallel lines make, and how many at best?",
        "The largest count has lines that meet.",
        BEST,
    ),
)
def lines_without_meetings(n0, n1):
    """Lines that never meet are counted."""
    return n1 + 1


@mistake(
    "max_regions",
    hints=(
        "What does your sum end with if n0 is 2 and n1 is 3?",
        "The sum runs from 0 to n0, both included: range stops before its end.",
        BEST,
    ),
)
def last_term_missing_in_large_layers(n0, n1):
    """With more neurons than inputs the last term of the sum, j = n0, is missing."""
    return sum(math.comb(n1, j) for j in range(n0)) if n0 < n1 else 2**n1


@mistake(
    "max_regions",
    hints=(
        "What does your function say for 40 inputs and 100 neurons?",
        "Python's own integers have no largest number; numpy's have.",
        "q5, the docstring: exact however large.",
    ),
)
def int64_in_pascals_triangle(n0, n1):
    """The binomial coefficients are added up in int64, which overflows for large layers."""
    row = np.zeros(n0 + 1, dtype=np.int64)
    row[0] = 1
    with np.errstate(over="ignore"):
        for _ in range(n1):
            row[1:] += row[:-1].copy()
    return int(row.sum())


@mistake(
    "max_regions",
    hints=(
        "Into how many pieces do no lines cut the plane?",
        "Without a neuron the whole space is one region.",
        BEST,
    ),
)
def nothing_without_neurons(n0, n1):
    """A layer without neurons is said to make no region."""
    return sum(math.comb(n1, j) for j in range(n0 + 1)) if n1 else 0


@mistake(
    "max_regions",
    hints=(
        "What does your function say for no neuron at all?",
        "The binomial coefficients choose from the n1 neurons.",
        BEST,
    ),
)
def one_neuron_too_many(n0, n1):
    """One neuron too many is counted."""
    return sum(math.comb(n1 + 1, j) for j in range(n0 + 1))


@mistake(
    "max_regions",
    hints=(
        "How many points do three lines in general position meet in, in your code?",
        "Two lines meet in one point, whichever of them is named first.",
        BEST,
    ),
)
def products_in_place_of_binomials(n0, n1):
    """The factorials under the line are forgotten, so that ordered choices are counted."""
    return sum(math.perm(n1, j) for j in range(n0 + 1))
