"""Wrong implementations of quadrant_kind that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import relu


@mistake(
    "quadrant_kind",
    hints=(
        "Which coordinate is 0 for a point on axis 1?",
        "On axis 1 the first coordinate is positive and the second is 0.",
        "The second point in the worked number of q8.",
    ),
)
def axes_exchanged(A):
    """Axis 1 and axis 2 are exchanged."""
    is_zero = relu(A) == 0
    return is_zero[:, 0] + 2 * is_zero[:, 1]


@mistake(
    "quadrant_kind",
    hints=(
        "Is a point with a coordinate of exactly 0 inside the quadrant or on its border?",
        "Inside means that both coordinates are positive; 0 is not positive.",
        "The last point in the worked number of q8.",
    ),
)
def zero_counts_as_inside(A):
    """A coordinate of exactly 0 is counted as positive."""
    return 2 * (A[:, 0] < 0) + (A[:, 1] < 0)


@mistake(
    "quadrant_kind",
    hints=(
        "How do you tell a point on axis 1 from one on axis 2?",
        "It matters which coordinate becomes 0, not only how many do.",
        "The list of the four kinds in q8.",
    ),
)
def counts_zeros(A):
    """The kind is the number of coordinates that become 0."""
    return (relu(A) == 0).sum(axis=1)


@mistake(
    "quadrant_kind",
    hints=(
        "With which number does the list of kinds start?",
        "The kinds run from 0 to 3.",
        "The list of the four kinds in q8.",
    ),
)
def numbered_from_one(A):
    """The kinds are numbered from 1."""
    is_zero = relu(A) == 0
    return 1 + 2 * is_zero[:, 0] + is_zero[:, 1]


@mistake(
    "quadrant_kind",
    hints=(
        "Which type of number is a kind?",
        "A kind is a label, and labels are integers here.",
        "The line `Returns` in the docstring of q8.",
    ),
)
def kinds_as_floats(A):
    """The kinds are floats instead of integers."""
    kind = np.zeros(len(A))
    H = relu(A)
    kind[H[:, 1] == 0] += 1
    kind[H[:, 0] == 0] += 2
    return kind


@mistake(
    "quadrant_kind",
    hints=(
        "Which branch does a point reach whose two coordinates are both negative?",
        "The first condition that holds decides; a point with two negative coordinates meets an earlier one.",
        "The fourth point in the worked number of q8.",
    ),
)
def origin_never_reached(A):
    """Points that land at the origin are taken for points on an axis."""
    return np.where(A[:, 0] <= 0, 2, np.where(A[:, 1] <= 0, 1, 0))


@mistake(
    "quadrant_kind",
    hints=(
        "Are the kinds numbered like the quadrants in school?",
        "The number says where the point lands after ReLU, not in which quadrant it starts.",
        "The list of the four kinds in q8.",
    ),
)
def school_numbers(A):
    """The quadrants are numbered counter-clockwise, as in school."""
    H = relu(A)
    return np.array([(0 if y > 0 else 3) if x > 0 else (1 if y > 0 else 2) for x, y in H])


@mistake(
    "quadrant_kind",
    hints=(
        "How many axes should the result have?",
        "There is one number for each point, so the result has a single axis.",
        "The line `Returns` in the docstring of q8.",
    ),
)
def kinds_as_a_column(A):
    """The kinds are returned as a column."""
    is_zero = relu(A) == 0
    return (2 * is_zero[:, 0] + is_zero[:, 1])[:, np.newaxis]


@mistake(
    "quadrant_kind",
    hints=(
        "Is 1e-9 positive?",
        "A coordinate is positive or it is not; no tolerance is asked for.",
        "The formula in the docstring of q8.",
    ),
)
def nearly_zero_is_zero(A):
    """A very small positive coordinate counts as 0."""
    is_zero = np.isclose(relu(A), 0)
    return 2 * is_zero[:, 0] + is_zero[:, 1]


@mistake(
    "quadrant_kind",
    hints=(
        "Do you look at the second coordinate when the first is positive?",
        "Inside means that both coordinates are positive.",
        "The second point in the worked number of q8.",
    ),
)
def axis_one_never_found(A):
    """Points on axis 1 are counted as inside."""
    return np.where(A[:, 0] > 0, 0, np.where(A[:, 1] > 0, 2, 3))


@mistake(
    "quadrant_kind",
    hints=(
        "Do you look at the second coordinate when the first is not positive?",
        "At the origin neither coordinate is positive.",
        "The third point in the worked number of q8.",
    ),
)
def axis_two_never_found(A):
    """Points on axis 2 are counted as points at the origin."""
    return np.where(A[:, 0] > 0, np.where(A[:, 1] > 0, 0, 1), 3)


@mistake(
    "quadrant_kind",
    hints=(
        "Which number does a point inside the quadrant get?",
        "What is counted are coordinates that become 0, so a point inside gets the smallest number.",
        "The list of the four kinds in q8.",
    ),
)
def counted_from_the_other_end(A):
    """The numbers run the other way: 3 inside and 0 at the origin."""
    stays = relu(A) > 0
    return 2 * stays[:, 0] + stays[:, 1]


@mistake(
    "quadrant_kind",
    hints=(
        "Do you ask the same of both coordinates?",
        "For both coordinates 0 is not positive.",
        "The last point in the worked number of q8.",
    ),
)
def zero_inside_for_the_second(A):
    """A second coordinate of exactly 0 is counted as positive."""
    return 2 * (A[:, 0] <= 0) + (A[:, 1] < 0)


@mistake(
    "quadrant_kind",
    hints=(
        "Is a first coordinate of 0 treated as you treat a second one?",
        "For both coordinates 0 is not positive.",
        "The list of the four kinds in q8.",
    ),
)
def zero_inside_for_the_first(A):
    """A first coordinate of exactly 0 is counted as positive."""
    return 2 * (A[:, 0] < 0) + (A[:, 1] <= 0)


@mistake(
    "quadrant_kind",
    hints=(
        "Where does the point (2, 0) end?",
        "Inside means that both coordinates are positive; a point on the border is on an axis.",
        "The last point in the worked number of q8.",
    ),
)
def corner_counts_as_inside(A):
    """A point with no negative coordinate is counted as inside, though one of them may be 0."""
    x, y = A[:, 0], A[:, 1]
    return np.where((x >= 0) & (y >= 0), 0, np.where(x > 0, 1, np.where(y > 0, 2, 3)))


@mistake(
    "quadrant_kind",
    hints=(
        "Which shape has the result for a batch of one point?",
        "The result has one entry per point, also for a single one.",
        "The line `Returns` in the docstring of q8.",
    ),
)
def one_point_loses_its_axis(A):
    """For a single point a number is returned instead of an array of one."""
    is_zero = relu(A) == 0
    return np.squeeze(2 * is_zero[:, 0] + is_zero[:, 1])


@mistake(
    "quadrant_kind",
    hints=(
        "How many kinds are there?",
        "A point that is not inside lands on axis 1, on axis 2 or at the origin.",
        "The list of the four kinds in q8.",
    ),
)
def inside_or_not(A):
    """Only two kinds are told apart: inside or not."""
    return (~(A > 0).all(axis=1)).astype(int)


@mistake(
    "quadrant_kind",
    hints=(
        "Which kind does a point with one negative coordinate get?",
        "One negative coordinate is enough to leave the quadrant.",
        "The second point in the worked number of q8.",
    ),
)
def whole_point_on_one_side(A):
    """Only points with both coordinates negative are told from the others by both coordinates; a point on an axis is taken for one inside."""
    return np.where((A <= 0).all(axis=1), 3, 0)
