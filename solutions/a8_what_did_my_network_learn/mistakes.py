"""Wrong implementations learners write in a8, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .reference import (
    act_forward,
    activation_max,
    distinct_modes,
    linear_probe,
    mlp_backward,
    mlp_forward,
    project,
    saliency,
)

COUNT = "q1, the worked number."
SLIDE = "q2, the worked number, and the formula in the docstring."
BORDER = "q2, the worked number: what pad does to the shape."
NAME = "q2, the paragraph on what is in a name."
GRID = "q3, the worked number with its picture of the grid."
SLOPES = "q4, the worked number."
INSIDE = "q5, the worked number."
CLIMB = "q6, the table, and the formula in the docstring."
MODES = "q7, the worked number."
STARTS = "q8, the docstring of modes_of_unit, the line that starts with Formula."
SHELL = "q9, the worked number, and the formula in the docstring."
PAINT = "q10, the worked number, and the formula in the docstring."
SHUFFLE = "q11, the worked number, and the formula in the docstring."
LAB = "q12, the warning, and the experiment below the question."
PROBE = "q13, the worked number."
CURVE = "q14, the worked number, and the formula in the docstring."
CARE = "The conventions at the top of the notebook."


@mistake(
    "count_params",
    hints=(
        "Does every unit have only weights?",
        "A unit of a fully connected layer has one weight for each of its inputs, and one bias.",
        COUNT,
    ),
)
def no_biases(widths):
    """The biases are not counted: the stub as it was handed out."""
    return sum(D * M for D, M in zip(widths, widths[1:]))


@mistake(
    "count_params",
    hints=(
        "Do the inputs of the network have biases?",
        "Biases belong to units; the first number of the list counts inputs.",
        COUNT,
    ),
)
def biases_for_inputs(widths):
    """A bias is counted for every input as well."""
    return sum(D * M for D, M in zip(widths, widths[1:])) + sum(widths)


@mistake(
    "count_params",
    hints=(
        "How many biases does a whole layer have?",
        "There is one bias for each unit, not one for each layer.",
        COUNT,
    ),
)
def one_bias_per_layer(widths):
    """One bias is counted for each layer."""
    return sum(D * M + 1 for D, M in zip(widths, widths[1:]))


@mistake(
    "conv2d",
    hints=(
        "Try a filter that is not its own mirror image: on which side of it lies the entry that meets x[i, j]?",
        "Libraries call it a convolution, but the filter is laid on as it is, without turning it by 180 degrees.",
        NAME,
    ),
)
def turns_the_filter(x, k, pad=0):
    """The filter is turned by 180 degrees first: the mathematicians' convolution."""
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    return np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k[::-1, ::-1])


@mistake(
    "conv2d",
    hints=(
        "Does the first column of k meet the first column of the patch?",
        "The filter is laid on as it is: neither turned nor mirrored.",
        NAME,
    ),
)
def mirrors_the_filter(x, k, pad=0):
    """The filter is mirrored from left to right."""
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    return np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k[:, ::-1])


@mistake(
    "conv2d",
    hints=(
        "In how many places does a filter of 2 columns fit into an image of 3 columns?",
        "The last place counts too: there the far edge of the filter lies on the far edge of the image.",
        SLIDE,
    ),
)
def one_place_too_few(x, k, pad=0):
    """The last row and the last column of places are left out."""
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    return np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k)[:-1, :-1]


@mistake(
    "conv2d",
    hints=(
        "What does your function do with its third argument?",
        "With pad, zeros surround the image before the filter slides.",
        BORDER,
    ),
)
def ignores_the_border(x, k, pad=0):
    """pad is ignored."""
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    return np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k)


@mistake(
    "conv2d",
    hints=(
        "By how many rows does a border of one zero make an image higher?",
        "The border lies on all four sides, so it counts twice in each direction.",
        BORDER,
    ),
)
def border_on_two_sides(x, k, pad=0):
    """The border of zeros is added at the bottom and on the right only."""
    x = np.pad(x, ((0, pad), (0, pad)))
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    return np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k)


@mistake(
    "conv2d",
    hints=(
        "What is beyond the edge of the image: more of the same, or nothing?",
        "The border is made of zeros.",
        BORDER,
    ),
)
def border_of_copies(x, k, pad=0):
    """The border repeats the pixels at the edge instead of zeros."""
    x = np.pad(x, pad, mode="edge")
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    return np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k)


@mistake(
    "conv2d",
    hints=(
        "Is your result smaller than the right one by the number of entries of the filter?",
        "The products are added up; nothing is divided by their number.",
        SLIDE,
    ),
)
def averages_the_products(x, k, pad=0):
    """The products are averaged instead of added up."""
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    return np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k) / k.size


@mistake(
    "conv2d",
    hints=(
        "What shape has your result where no border was asked for?",
        "Without a border the filter stays inside the image, so the result is smaller than the image.",
        SLIDE,
    ),
)
def keeps_the_size(x, k, pad=0):
    """Zeros are added at the bottom and on the right until the result is as large as the image."""
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    x = np.pad(x, ((0, k.shape[0] - 1), (0, k.shape[1] - 1)))
    return np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(x, k.shape), k)


@mistake(
    "conv2d",
    hints=(
        "What does your function return if the filter has more rows than the image?",
        "A filter that does not fit is refused with a ValueError, so that nobody goes on with an empty array.",
        SLIDE,
    ),
)
def silent_when_too_big(x, k, pad=0):
    """A filter that is too large gives an empty array instead of a ValueError."""
    x = np.pad(x, pad)
    rows, columns = max(0, x.shape[0] - k.shape[0] + 1), max(0, x.shape[1] - k.shape[1] + 1)
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out


@mistake(
    "conv2d",
    hints=(
        "Which entry of the filter meets the pixel to the right?",
        "The first index of the filter goes down, the second to the right, as in the image.",
        NAME,
    ),
)
def transposes_the_filter(x, k, pad=0):
    """A square filter is transposed."""
    k = k.T if k.shape[0] == k.shape[1] else k
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out


@mistake(
    "conv2d",
    hints=(
        "Which row of the filter meets the upper row of pixels?",
        "The filter is not turned around in any way.",
        NAME,
    ),
)
def flips_upside_down(x, k, pad=0):
    """The filter is turned upside down."""
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k[::-1] * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out


@mistake(
    "conv2d",
    hints=(
        "What stands outside of the image?",
        "The border is made of zeros.",
        BORDER,
    ),
)
def border_of_ones(x, k, pad=0):
    """The border is made of ones instead of zeros."""
    x = np.pad(x, pad, constant_values=1.0)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out


@mistake(
    "conv2d",
    hints=(
        "What stands outside of the image? Is it part of the image?",
        "The border is made of zeros.",
        BORDER,
    ),
)
def border_reflected(x, k, pad=0):
    """The border mirrors the image instead of holding zeros."""
    x = np.pad(x, [(pad, pad)] * 2, mode="reflect") if min(x.shape) > pad else np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out


@mistake(
    "conv2d",
    hints=(
        "How many columns has the image with its border?",
        "The border is on all four sides.",
        BORDER,
    ),
)
def border_above_and_below_only(x, k, pad=0):
    """The border is added above and below only."""
    x = np.pad(x, ((pad, pad), (0, 0)))
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out


@mistake(
    "conv2d",
    hints=(
        "By how many rows does the image grow for pad = 1?",
        "There are pad zeros on each side, so twice pad in all.",
        BORDER,
    ),
)
def border_twice(x, k, pad=0):
    """The border is twice as wide as asked for."""
    x = np.pad(x, 2 * pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out


@mistake(
    "conv2d",
    hints=(
        "How many products take part in one entry?",
        "The products are added up; taking the largest is pooling.",
        SLIDE,
    ),
)
def largest_product(x, k, pad=0):
    """The largest product is taken instead of the sum."""
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.max(k * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out


@mistake(
    "conv2d",
    hints=(
        "At how many places does a filter of 3 fit into a line of 5?",
        "The filter lies inside the image: H - h + 1 places.",
        SLIDE,
    ),
)
def one_place_too_many(x, k, pad=0):
    """One place too many is asked for in every direction, where the filter does not fit any more."""
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    wide = np.pad(x, ((0, 1), (0, 1)))
    rows, columns = x.shape[0] - k.shape[0] + 2, x.shape[1] - k.shape[1] + 2
    return np.array([[np.sum(k * wide[i : i + k.shape[0], j : j + k.shape[1]]) for j in range(columns)] for i in range(rows)])


@mistake(
    "conv2d",
    hints=(
        "Which index of the result counts rows?",
        "The first index goes down, as in the image.",
        SLIDE,
    ),
)
def turned_image(x, k, pad=0):
    """Rows and columns of the result are exchanged."""
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k * x[i : i + k.shape[0], j : j + k.shape[1]])
    return out.T


@mistake(
    "conv2d",
    hints=(
        "How far apart are two neighbouring places?",
        "The filter slides by one pixel at a time.",
        SLIDE,
    ),
)
def steps_of_the_filter(x, k, pad=0):
    """The filter moves on by its own size instead of by one pixel."""
    x = np.pad(x, pad)
    if k.shape[0] > x.shape[0] or k.shape[1] > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, columns = x.shape[0] // k.shape[0], x.shape[1] // k.shape[1]
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            out[i, j] = np.sum(k * x[i * k.shape[0] : (i + 1) * k.shape[0], j * k.shape[1] : (j + 1) * k.shape[1]])
    return out


@mistake(
    "filter_grid",
    hints=(
        "Do two filters, one a hundred times stronger than the other, both reach 1 or -1 in your grid?",
        "Every filter has a scale of its own.",
        GRID,
    ),
)
def one_scale_for_all(filters, columns):
    """All filters are divided by the largest entry of them all."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / np.max(np.abs(filters))
    return grid


@mistake(
    "filter_grid",
    hints=(
        "What is the largest absolute entry of a filter in your grid?",
        "Each filter is divided before it is put in its place.",
        GRID,
    ),
)
def no_scale(filters, columns):
    """The filters are not divided by anything."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one
    return grid


@mistake(
    "filter_grid",
    hints=(
        "What happens to a filter whose strongest entry is negative?",
        "The scale is the largest entry regardless of its sign.",
        GRID,
    ),
)
def largest_without_abs(filters, columns):
    """Each filter is divided by its largest entry, not by its largest absolute one."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(one) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "What is 0 divided by 0?",
        "A filter of zeros stays as it is.",
        GRID,
    ),
)
def zero_by_zero(filters, columns):
    """A filter of zeros becomes NaN."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    with np.errstate(all="ignore"):
        for n, one in enumerate(filters):
            i, j = n // columns * (h + 1), n % columns * (w + 1)
            grid[i : i + h, j : j + w] = one / np.max(np.abs(one))
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Where does filter 1 stand: to the right of filter 0, or below it?",
        "The grid is read like a page: to the right first, then down.",
        GRID,
    ),
)
def down_first(filters, columns):
    """The grid is filled column by column."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n % rows * (h + 1), n // rows * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "How many columns of zeros lie between two neighbours in your grid?",
        "One line of zeros separates neighbours, so that one can see where a filter ends.",
        GRID,
    ),
)
def no_lines(filters, columns):
    """There are no lines between the filters."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * h, columns * w))
    for n, one in enumerate(filters):
        i, j = n // columns * h, n % columns * w
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "How many lines are there between three neighbours?",
        "Lines lie between neighbours; there is none after the last one.",
        GRID,
    ),
)
def line_at_the_end(filters, columns):
    """There is a line of zeros after the last row and the last column too."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1), columns * (w + 1)))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Is an entry of 0 still 0 in your grid?",
        "Dividing keeps 0 at 0, so that colours keep their meaning; shifting does not.",
        GRID,
    ),
)
def stretches_to_one(filters, columns):
    """Each filter is stretched to the range from 0 to 1."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = (one - one.min()) / ((one.max() - one.min()) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "How many rows do five filters need in a grid of two columns?",
        "A last row that is only partly filled is a row too.",
        GRID,
    ),
)
def loses_the_last_row(filters, columns):
    """The number of rows is rounded down, and filters that do not fit are lost."""
    K, h, w = filters.shape
    rows = max(K // columns, 1)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters[: rows * columns]):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Are the filters still the same after your function has run?",
        "An array that came in belongs to the caller: divide into a new array.",
        CARE,
    ),
)
def divides_in_place(filters, columns):
    """The filters are divided in place."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n in range(K):
        filters[n] /= np.max(np.abs(filters[n])) or 1.0
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = filters[n]
    return grid


@mistake(
    "filter_grid",
    hints=(
        "What is the largest entry of a filter in your grid?",
        "The largest entry in size becomes 1.",
        GRID,
    ),
)
def divided_by_the_length(filters, columns):
    """Each filter is divided by the root of its sum of squares."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.sqrt(np.sum(one**2)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "What becomes of a filter whose entries cancel?",
        "The largest entry in size becomes 1.",
        GRID,
    ),
)
def divided_by_the_sum(filters, columns):
    """Each filter is divided by its sum."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.sum(one) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Is a zero of a filter still zero in your grid?",
        "A filter is divided and nothing is taken away from it.",
        GRID,
    ),
)
def standardised(filters, columns):
    """Each filter is brought to mean 0 and standard deviation 1."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = (one - one.mean()) / (one.std() or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Can you tell a negative entry from a positive one in your grid?",
        "Signs are kept: only the size of the largest entry is used.",
        GRID,
    ),
)
def sizes_only(filters, columns):
    """The absolute values are drawn."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = np.abs(one) / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Where does your first filter start?",
        "Lines are between neighbours only.",
        GRID,
    ),
)
def line_before_the_first(filters, columns):
    """There is a line of zeros before the first row and the first column."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) + 1, columns * (w + 1) + 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1) + 1, n % columns * (w + 1) + 1
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Which number stands in the lines?",
        "Lines are zeros.",
        GRID,
    ),
)
def lines_of_ones(filters, columns):
    """The lines between filters are ones."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.ones((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "Which entry of a filter is at its top right?",
        "A filter is drawn as it stands.",
        GRID,
    ),
)
def filters_transposed(filters, columns):
    """Every filter is drawn with rows and columns exchanged."""
    K, w, h = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one.T / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "How many rows do six filters in rows of three need?",
        "The number of rows is rounded up, not made one larger.",
        GRID,
    ),
)
def one_row_too_many(filters, columns):
    """There is one row of places too many when the filters come out even."""
    K, h, w = filters.shape
    rows = K // columns + 1
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "How many filters does your loop draw?",
        "All K filters are drawn; range(K) already ends before K.",
        GRID,
    ),
)
def last_filter_missing(filters, columns):
    """The last filter is not drawn."""
    filters = np.concatenate([filters[:-1], 0 * filters[-1:]])
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "filter_grid",
    hints=(
        "How wide is the grid for two filters in rows of three?",
        "The width belongs to columns, filled or not.",
        GRID,
    ),
)
def as_wide_as_full(filters, columns):
    """The grid is only as wide as its fullest row."""
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, min(columns, K) * (w + 1) - 1))
    for n, one in enumerate(filters):
        i, j = n // columns * (h + 1), n % columns * (w + 1)
        grid[i : i + h, j : j + w] = one / (np.max(np.abs(one)) or 1.0)
    return grid


@mistake(
    "saliency",
    hints=(
        "Does the map of a sample change when other samples join the batch?",
        "Samples of a batch do not know of each other: no average is taken over them.",
        SLOPES,
    ),
)
def averages_over_samples(params, X, c):
    """The maps are divided by the number of samples."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0 / len(X)
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "Which outputs have a part in your map?",
        "The question is about output c alone.",
        SLOPES,
    ),
)
def all_outputs(params, X, c):
    """The slopes of all outputs are added up."""
    Z, caches = mlp_forward(params, X)
    return mlp_backward(params, caches, np.ones_like(Z))[0]


@mistake(
    "saliency",
    hints=(
        "Can an entry of your map be negative?",
        "A slope has a sign: a brighter pixel can speak against the class.",
        SLOPES,
    ),
)
def loses_the_sign(params, X, c):
    """The absolute values are returned."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return np.abs(mlp_backward(params, caches, dZ)[0])


@mistake(
    "saliency",
    hints=(
        "Is it the output that you differentiate, or the probability made from it?",
        "z_c is the output before any softmax.",
        SLOPES,
    ),
)
def slope_of_the_probability(params, X, c):
    """The slope of the softmax probability is taken instead of that of the output."""
    Z, caches = mlp_forward(params, X)
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    dZ = -P * P[:, [c]]
    dZ[:, c] += P[:, c]
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "What is the map of a pixel that is 0 in a linear network?",
        "The map is the slope itself; multiplying it by the input is another instrument.",
        SLOPES,
    ),
)
def times_the_input(params, X, c):
    """The slopes are multiplied by the input."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return X * mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "Do two different images get the same map from your function?",
        "Units that are shut, or nearly flat, for a sample pass less on: the slopes of the activations belong into the product.",
        SLOPES,
    ),
)
def ignores_the_bends(params, X, c):
    """The weight matrices are multiplied, as if there were no activations."""
    W = params[0][0]
    for layer in params[1:]:
        W = W @ layer[0]
    return np.tile(W[:, c], (len(X), 1))


@mistake(
    "saliency",
    hints=(
        "Does each row of your result come from its own sample?",
        "A map belongs to one input; every sample gets its own.",
        SLOPES,
    ),
)
def one_map_for_all(params, X, c):
    """The average of the maps is returned for every sample."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return np.tile(mlp_backward(params, caches, dZ)[0].mean(axis=0), (len(X), 1))


@mistake(
    "saliency",
    hints=(
        "Is the largest entry of every map of yours equal to 1?",
        "Scaling for a picture is the picture's business: the slopes keep their size.",
        SLOPES,
    ),
)
def scaled_for_the_picture(params, X, c):
    """Each map is divided by its largest absolute entry."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    S = mlp_backward(params, caches, dZ)[0]
    return S / (np.max(np.abs(S), axis=1, keepdims=True) + 1e-300)


@mistake(
    "saliency",
    hints=(
        "If an output is twice as large, must its slope be twice as large?",
        "What is sent back is the slope of output c with respect to itself, whatever its value.",
        SLOPES,
    ),
)
def weighted_by_the_output(params, X, c):
    """The output itself is sent back in place of 1."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = Z[:, c]
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "Where does your function use c?",
        "The output is the one that is asked for, for every sample.",
        SLOPES,
    ),
)
def most_likely_output(params, X, c):
    """Each sample's largest output is taken instead of output c."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[np.arange(len(X)), np.argmax(Z, axis=1)] = 1.0
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "How many rows of your upstream gradient are not 0?",
        "Every sample has a map of its own.",
        SLOPES,
    ),
)
def first_sample_only(params, X, c):
    """Only the first sample is given a slope."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[0, c] = 1.0
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "Does your upstream gradient add up to 0?",
        "Only output c counts.",
        SLOPES,
    ),
)
def against_the_mean(params, X, c):
    """Output c is compared with the mean of all outputs."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0; dZ -= 1.0 / Z.shape[1]
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "Can your map be negative?",
        "Signs are kept.",
        SLOPES,
    ),
)
def squared_slopes(params, X, c):
    """The slopes are squared."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return mlp_backward(params, caches, dZ)[0] ** 2


@mistake(
    "saliency",
    hints=(
        "From which number do you count the outputs?",
        "Python counts from 0, and so does c.",
        SLOPES,
    ),
)
def next_output(params, X, c):
    """The output after c is taken."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, (c + 1) % Z.shape[1]] = 1.0
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "saliency",
    hints=(
        "What does an input do that speaks against c?",
        "Signs are kept.",
        SLOPES,
    ),
)
def positive_slopes_only(params, X, c):
    """Negative slopes are set to 0."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = 1.0
    return np.maximum(mlp_backward(params, caches, dZ)[0], 0.0)


@mistake(
    "saliency",
    hints=(
        "Does output c grow or shrink along your map?",
        "The map says how the output grows with each input.",
        SLOPES,
    ),
)
def wrong_sign_of_the_slope(params, X, c):
    """The slopes have the wrong sign."""
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[:, c] = -1.0
    return mlp_backward(params, caches, dZ)[0]


@mistake(
    "project",
    hints=(
        "What happens to a row that is already short enough?",
        "A ball is filled: points inside are allowed and stay where they are.",
        INSIDE,
    ),
)
def onto_the_sphere(X, norm, limit):
    """Short rows are lengthened to the limit as well."""
    if norm == "ball":
        length = np.linalg.norm(X, axis=1, keepdims=True)
        return X * limit / np.where(length > 0, length, 1.0)
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "Whose length do you compute: that of a row, or that of the whole array?",
        "Every row is a point of its own.",
        INSIDE,
    ),
)
def length_of_the_whole_array(X, norm, limit):
    """The length of the whole array is taken for every row."""
    if norm == "ball":
        return X * (limit / max(np.linalg.norm(X), limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "Along which axis do you add up the squares?",
        "Rows are points, so the squares of one row belong together.",
        INSIDE,
    ),
)
def lengths_of_columns(X, norm, limit):
    """Lengths are taken of columns instead of rows."""
    if norm == "ball":
        return X * (limit / np.maximum(np.linalg.norm(X, axis=0, keepdims=True), limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "Does a long row keep its direction on your ball?",
        "On the ball a row is shortened, which keeps its direction; cutting entries is for the box.",
        INSIDE,
    ),
)
def box_for_both(X, norm, limit):
    """The ball is treated like the box."""
    if norm in ("ball", "box"):
        return np.clip(X, -limit, limit)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "Does an entry that is allowed stay as it is when another entry of its row is too large?",
        "In the box every entry is cut on its own.",
        INSIDE,
    ),
)
def scales_into_the_box(X, norm, limit):
    """In the box whole rows are scaled down until their largest entry fits."""
    if norm == "ball":
        return X * (limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), limit))
    if norm == "box":
        return X * (limit / np.maximum(np.max(np.abs(X), axis=1, keepdims=True), limit))
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "What does your box do with very negative entries?",
        "The box has two ends, limit and -limit.",
        INSIDE,
    ),
)
def cuts_on_one_side(X, norm, limit):
    """In the box only large positive entries are cut."""
    if norm == "ball":
        return X * (limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), limit))
    if norm == "box":
        return np.minimum(X, limit)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "Is a length a sum of squares, or its root?",
        "The length is the root of the sum of squares.",
        INSIDE,
    ),
)
def forgets_the_root(X, norm, limit):
    """The sum of squares is used as the length."""
    if norm == "ball":
        return X * (limit / np.maximum(np.sum(X**2, axis=1, keepdims=True), limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "How long is a row after it has been shortened, if limit is 2?",
        "A long row is brought to the length limit, not to the length 1.",
        INSIDE,
    ),
)
def to_length_one(X, norm, limit):
    """Long rows are shortened to length 1, whatever the limit."""
    if norm == "ball":
        length = np.linalg.norm(X, axis=1, keepdims=True)
        return np.where(length > limit, X / np.where(length > 0, length, 1.0), X)
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "Is X still the same after your function has run?",
        "An array that came in belongs to the caller: compute a new one.",
        CARE,
    ),
)
def projects_in_place(X, norm, limit):
    """X itself is changed."""
    if norm == "ball":
        X *= limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), limit)
        return X
    if norm == "box":
        return np.clip(X, -limit, limit, out=X)
    raise ValueError("known: ball, box")


@mistake(
    "project",
    hints=(
        "What does your function do with a norm it does not know?",
        "A name that is not known is refused with a ValueError.",
        INSIDE,
    ),
)
def anything_is_a_box(X, norm, limit):
    """Every norm that is not the ball is taken for the box."""
    if norm == "ball":
        return X * (limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), limit))
    return np.clip(X, -limit, limit)


@mistake(
    "project",
    hints=(
        "Is an entry of 0.8 allowed when the limit is 1?",
        "Entries are allowed from -limit to limit.",
        INSIDE,
    ),
)
def everything_cut_in_half(X, norm, limit):
    """The box has the width limit, from minus half to half of it."""
    if norm == "ball":
        return X * (limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), limit))
    if norm == "box":
        return np.clip(X, -limit / 2, limit / 2)
    raise ValueError("norm is ball or box")


@mistake(
    "project",
    hints=(
        "Is a negative entry allowed?",
        "Entries are allowed from -limit to limit.",
        INSIDE,
    ),
)
def only_positive_entries(X, norm, limit):
    """The box is from 0 to limit."""
    if norm == "ball":
        return X * (limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), limit))
    if norm == "box":
        return np.clip(X, 0.0, limit)
    raise ValueError("norm is ball or box")


@mistake(
    "project",
    hints=(
        "How long is the row (3, -4)?",
        "The length is the root of the sum of squares.",
        INSIDE,
    ),
)
def sum_of_sizes(X, norm, limit):
    """The length adds up sizes instead of squares."""
    if norm == "ball":
        return X * (limit / np.maximum(np.abs(X).sum(axis=1, keepdims=True), limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("norm is ball or box")


@mistake(
    "project",
    hints=(
        "How long is the row (3, -4)? Is it 4?",
        "The length is the root of the sum of squares.",
        INSIDE,
    ),
)
def largest_entry_is_the_length(X, norm, limit):
    """The largest entry is taken for the length."""
    if norm == "ball":
        return X * (limit / np.maximum(np.abs(X).max(axis=1, keepdims=True), limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("norm is ball or box")


@mistake(
    "project",
    hints=(
        "Which direction has a row after it was brought back?",
        "A long row is shortened and keeps its direction.",
        INSIDE,
    ),
)
def thrown_to_the_origin(X, norm, limit):
    """Rows that are too long become 0."""
    if norm == "ball":
        return np.where(np.linalg.norm(X, axis=1, keepdims=True) > limit, 0.0, X)
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("norm is ball or box")


@mistake(
    "project",
    hints=(
        "How long is a row after you shortened it, to ten digits?",
        "A row that is too long does not have the length 0: nothing has to be added.",
        INSIDE,
    ),
)
def small_number_added_to_the_length(X, norm, limit):
    """A small number is added to the length."""
    if norm == "ball":
        return X * np.minimum(1.0, limit / (np.linalg.norm(X, axis=1, keepdims=True) + 1e-8))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("norm is ball or box")


@mistake(
    "project",
    hints=(
        "How long is a row after you shortened it?",
        "Length over limit says how much too long a row is.",
        INSIDE,
    ),
)
def divided_by_the_limit(X, norm, limit):
    """Long rows are divided by the limit."""
    if norm == "ball":
        return np.where(np.linalg.norm(X, axis=1, keepdims=True) > limit, X / limit, X)
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("norm is ball or box")


@mistake(
    "project",
    hints=(
        "How long is the row (3, -4)? Does it matter how many entries it has?",
        "Squares are added up, not averaged.",
        INSIDE,
    ),
)
def averages_to_the_limit(X, norm, limit):
    """The mean square is taken instead of the sum of squares."""
    if norm == "ball":
        return X * (limit / np.maximum(np.sqrt((X**2).mean(axis=1, keepdims=True)), limit))
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError("norm is ball or box")


@mistake(
    "activation_max",
    hints=(
        "How long is your input after many steps?",
        "Without coming back inside, a linear unit would grow for ever.",
        CLIMB,
    ),
)
def never_comes_back(params, c, X0, norm, limit, steps, lr):
    """The points are never brought back inside."""
    X = X0.copy()
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = X + lr * saliency(params, X, c)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Do your values rise or fall?",
        "The gradient points uphill, and uphill is where you want to go.",
        CLIMB,
    ),
)
def climbs_down(params, c, X0, norm, limit, steps, lr):
    """The steps go down instead of up."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = project(X - lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "When do you come back inside: after every step, or at the end?",
        "Every step is followed by a projection, so that every value belongs to an allowed input.",
        CLIMB,
    ),
)
def comes_back_at_the_end(params, c, X0, norm, limit, steps, lr):
    """The points are brought back only once, after the last step."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = X + lr * saliency(params, X, c)
        values.append(mlp_forward(params, X)[0][:, c])
    return project(X, norm, limit), np.array(values)


@mistake(
    "activation_max",
    hints=(
        "How many values belong to three steps?",
        "There is one value before the first step and one after every step.",
        CLIMB,
    ),
)
def forgets_the_start(params, c, X0, norm, limit, steps, lr):
    """The value at the start is missing."""
    X = project(X0, norm, limit)
    values = []
    for _ in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values).reshape(steps, len(X0))


@mistake(
    "activation_max",
    hints=(
        "Is your start an allowed input?",
        "The starts are projected before anything else happens.",
        CLIMB,
    ),
)
def start_as_it_is(params, c, X0, norm, limit, steps, lr):
    """The starts are used as they are."""
    X = X0.copy()
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Is your step longer where the slope is steeper?",
        "The step is lr times the saliency; it is not brought to a fixed length.",
        CLIMB,
    ),
)
def steps_of_one_length(params, c, X0, norm, limit, steps, lr):
    """The gradient is brought to length 1 before the step."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        S = saliency(params, X, c)
        X = project(X + lr * S / (np.linalg.norm(S, axis=1, keepdims=True) + 1e-300), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Does one climb change when another start is added?",
        "Every row climbs on its own slope.",
        CLIMB,
    ),
)
def all_take_one_step(params, c, X0, norm, limit, steps, lr):
    """All starts take the same step, the average of theirs."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = project(X + lr * saliency(params, X, c).mean(axis=0), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Does the last of your values belong to the points that you return?",
        "A value is noted after its step, not before it.",
        CLIMB,
    ),
)
def notes_values_too_early(params, c, X0, norm, limit, steps, lr):
    """Values are noted before the step, so that the last one is missing and the first is there twice."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        values.append(mlp_forward(params, X)[0][:, c])
        X = project(X + lr * saliency(params, X, c), norm, limit)
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "At which point do you take the slope of the second step?",
        "The slope changes on the way: it is taken anew at every point.",
        CLIMB,
    ),
)
def slope_of_the_start(params, c, X0, norm, limit, steps, lr):
    """The slope at the start is used for all steps."""
    X = project(X0, norm, limit)
    S = saliency(params, X, c)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = project(X + lr * S, norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Along which axis of your values does time run?",
        "values has one row for each moment and one column for each start.",
        CLIMB,
    ),
)
def values_lie_down(params, c, X0, norm, limit, steps, lr):
    """values is transposed."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values).T


@mistake(
    "activation_max",
    hints=(
        "How many steps do you take if steps is 0?",
        "steps counts the steps; the start is not one of them.",
        CLIMB,
    ),
)
def one_step_too_few(params, c, X0, norm, limit, steps, lr):
    """One step too few is taken."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps - 1):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Where does your function use norm?",
        "The set is the one that is asked for.",
        CLIMB,
    ),
)
def always_in_the_ball(params, c, X0, norm, limit, steps, lr):
    """The points are brought back to the ball, whatever the norm."""
    X = project(X0, "ball", limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for step in range(steps):
        X = project(X + lr * saliency(params, X, c), "ball", limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "How long is your last step?",
        "The rate is the same in every step.",
        CLIMB,
    ),
)
def steps_become_shorter(params, c, X0, norm, limit, steps, lr):
    """The steps become shorter from step to step."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for step in range(steps):
        X = project(X + lr / (step + 1) * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "At which points do you note the values?",
        "Values belong to points inside the allowed set.",
        CLIMB,
    ),
)
def values_before_the_projection(params, c, X0, norm, limit, steps, lr):
    """Values are noted before the points are brought back."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = X + lr * saliency(params, X, c)
        values.append(mlp_forward(params, X)[0][:, c])
        X = project(X, norm, limit)
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "How many entries has values for each start?",
        "There are exactly `steps` steps.",
        CLIMB,
    ),
)
def one_step_too_many(params, c, X0, norm, limit, steps, lr):
    """One step too many is taken."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for step in range(steps + 1):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Which outputs does values hold?",
        "Only output c is noted.",
        "The line `Returns` in the docstring of q6.",
    ),
)
def all_outputs_noted(params, c, X0, norm, limit, steps, lr):
    """The values of all outputs are kept."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0]]
    for step in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "What does your climb do where a step leads down?",
        "Every step is taken.",
        CLIMB,
    ),
)
def ends_only_where_higher(params, c, X0, norm, limit, steps, lr):
    """A step is taken only where the value grows."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        new = project(X + lr * saliency(params, X, c), norm, limit)
        height = mlp_forward(params, new)[0][:, c]
        higher = height > values[-1]
        X = np.where(higher[:, None], new, X)
        values.append(np.where(higher, height, values[-1]))
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "What is projected, the step or the point it leads to?",
        "The new point has to be allowed.",
        CLIMB,
    ),
)
def step_alone_is_projected(params, c, X0, norm, limit, steps, lr):
    """Only the step is brought inside, not the point."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for step in range(steps):
        X = X + project(lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "activation_max",
    hints=(
        "Which of the two results comes first?",
        "First where the climbs end, then the values.",
        "The line `Returns` in the docstring of q6.",
    ),
)
def values_first(params, c, X0, norm, limit, steps, lr):
    """The values are returned before the ends."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for step in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return np.array(values), X


@mistake(
    "activation_max",
    hints=(
        "Does a steeper direction make a longer step?",
        "The step is the learning rate times the slopes themselves.",
        CLIMB,
    ),
)
def steps_by_the_sign(params, c, X0, norm, limit, steps, lr):
    """The steps go by the sign of each slope."""
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for step in range(steps):
        X = project(X + lr * np.sign(saliency(params, X, c)), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)


@mistake(
    "distinct_modes",
    hints=(
        "In which order do you go through the ends?",
        "The highest end comes first, then the next highest.",
        MODES,
    ),
)
def in_the_order_of_rows(ends, values, tol):
    """The ends are taken in the order of their rows."""
    modes, counts = [], []
    for i in range(len(ends)):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Which end is your first mode: the highest or the lowest?",
        "Maxima are looked for, so the highest value comes first.",
        MODES,
    ),
)
def lowest_first(ends, values, tol):
    """The ends are taken from the lowest to the highest."""
    modes, counts = [], []
    for i in np.argsort(values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "If two modes are within reach of an end, which one gets it?",
        "An end counts for the nearest mode, not for the first one within reach.",
        MODES,
    ),
)
def first_within_reach(ends, values, tol):
    """An end counts for the first mode within reach instead of the nearest."""
    modes, counts = [], []
    for i in np.argsort(-values):
        for m, mode in enumerate(modes):
            if np.linalg.norm(ends[i] - mode) <= tol:
                counts[m] += 1
                break
        else:
            modes.append(ends[i])
            counts.append(1)
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "To what do you measure the distance: to modes, or to all ends seen so far?",
        "Only modes count. Otherwise a chain of ends, each near the next, would be one mode.",
        MODES,
    ),
)
def follows_chains(ends, values, tol):
    """An end close to any earlier end joins its mode: chains are not broken."""
    modes, counts, seen = [], [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - end) for end, _ in seen]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
            seen.append((ends[i], len(modes) - 1))
        else:
            m = seen[int(np.argmin(distances))][1]
            counts[m] += 1
            seen.append((ends[i], m))
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Is a distance of exactly tol larger than tol?",
        "A new mode is farther away than tol, not just as far.",
        MODES,
    ),
)
def also_at_exactly_tol(ends, values, tol):
    """An end at a distance of exactly tol becomes a new mode."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance >= tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "What do your counts add up to?",
        "A new mode counts itself, so all counts together are the number of ends.",
        MODES,
    ),
)
def does_not_count_itself(ends, values, tol):
    """A mode does not count itself."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(0)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Is every mode of yours one of the ends?",
        "A mode is the highest end of its group, not an average of the group.",
        MODES,
    ),
)
def means_of_groups(ends, values, tol):
    """The mean of all ends of a group is returned as its mode."""
    modes, groups = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            groups.append([ends[i]])
        else:
            groups[int(np.argmin(distances))].append(ends[i])
    return np.array([np.mean(group, axis=0) for group in groups]), np.array([len(group) for group in groups])


@mistake(
    "distinct_modes",
    hints=(
        "With how many of the modes found so far do you compare an end?",
        "An end has to be far from all modes found so far to be a new one.",
        MODES,
    ),
)
def latest_mode_only(ends, values, tol):
    """An end is compared with the latest mode only."""
    modes, counts = [], []
    for i in np.argsort(-values):
        if not modes or np.linalg.norm(ends[i] - modes[-1]) > tol:
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[-1] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Is tol a distance between points or between values?",
        "Two hills can be of the same height: it is the places that have to differ.",
        MODES,
    ),
)
def compares_values(ends, values, tol):
    """The difference of the values is compared with tol instead of the distance of the ends."""
    modes, counts, heights = [], [], []
    for i in np.argsort(-values):
        distances = [abs(values[i] - height) for height in heights]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            heights.append(values[i])
            counts.append(1)
        else:
            counts[int(np.argmin(distances))] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "How far is (3, 4) from the origin?",
        "The distance is Euclidean: the root of the sum of squares.",
        MODES,
    ),
)
def city_blocks(ends, values, tol):
    """The differences of the coordinates are added up instead of their squares."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.sum(np.abs(ends[i] - mode)) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "In which order do you return the modes?",
        "The highest mode comes first, however often it was hit.",
        MODES,
    ),
)
def most_frequent_first(ends, values, tol):
    """The modes are ordered by their counts."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    order = np.argsort(-np.array(counts), kind="stable")
    return np.array(modes)[order], np.array(counts)[order]


@mistake(
    "distinct_modes",
    hints=(
        "How far apart are (0, 0) and (0.5, 0)?",
        "The Euclidean distance has a root.",
        MODES,
    ),
)
def squared_distances(ends, values, tol):
    """Distances are not put under a root."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.sum((ends[i] - mode) ** 2) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "How far apart are (0, 0) and (3, 4)?",
        "The Euclidean distance adds up squares of all coordinates.",
        MODES,
    ),
)
def largest_difference(ends, values, tol):
    """The largest difference of a coordinate is taken for the distance."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.max(np.abs(ends[i] - mode)) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Which of the modes gets an end that is none of its own?",
        "The nearest mode gets it.",
        MODES,
    ),
)
def farthest_mode(ends, values, tol):
    """An end is counted for the mode farthest away."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmax(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Which of the modes gets an end that is none of its own? Is it always the first?",
        "The nearest mode gets it.",
        MODES,
    ),
)
def highest_mode_takes_all(ends, values, tol):
    """Every end that is no new mode counts for the highest mode."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[0] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Do you look for the nearest mode, or take the last?",
        "The nearest mode gets it.",
        MODES,
    ),
)
def latest_mode_takes_it(ends, values, tol):
    """Every end that is no new mode counts for the mode found last."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[-1] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "How far from a mode may an end be to count for it?",
        "tol is a distance, not a half of one.",
        MODES,
    ),
)
def twice_tol(ends, values, tol):
    """The reach is twice tol."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > 2 * tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "How far from a mode may an end be to count for it? Is it less than tol?",
        "tol is a distance from the mode.",
        MODES,
    ),
)
def half_of_tol(ends, values, tol):
    """The reach is half of tol."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol / 2 for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts)


@mistake(
    "distinct_modes",
    hints=(
        "Which of the two results comes first?",
        "First the modes, then the counts.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def counts_first(ends, values, tol):
    """The counts are returned before the modes."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(counts), np.array(modes)


@mistake(
    "distinct_modes",
    hints=(
        "Are your counts whole numbers?",
        "Counts are integers that add up to the number of ends.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def shares_instead_of_counts(ends, values, tol):
    """Shares of all ends are returned instead of counts."""
    modes, counts = [], []
    for i in np.argsort(-values):
        distances = [np.linalg.norm(ends[i] - mode) for mode in modes]
        if all(distance > tol for distance in distances):
            modes.append(ends[i])
            counts.append(1)
        else:
            counts[np.argmin(distances)] += 1
    return np.array(modes), np.array(counts) / len(ends)


@mistake(
    "modes_of_unit",
    hints=(
        "Can your starts have negative entries?",
        "Random directions go everywhere: normal entries have both signs.",
        STARTS,
    ),
)
def positive_starts(params, c, n_init, limit, steps, lr, rng):
    """All entries of the starts are positive."""
    X0 = rng.random(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "Does your rule for different ends know how large the ball is?",
        "tol is a tenth of the limit.",
        STARTS,
    ),
)
def tol_without_limit(params, c, n_init, limit, steps, lr, rng):
    """tol is 0.1 whatever the limit."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], 0.1)


@mistake(
    "modes_of_unit",
    hints=(
        "How large a part of the ball counts as one place, for you?",
        "tol is a tenth of the limit, not the limit itself.",
        STARTS,
    ),
)
def tol_is_the_limit(params, c, n_init, limit, steps, lr, rng):
    """tol is the limit."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit)


@mistake(
    "modes_of_unit",
    hints=(
        "How many different starts do you have?",
        "Every climb begins somewhere else.",
        STARTS,
    ),
)
def one_start_many_times(params, c, n_init, limit, steps, lr, rng):
    """All climbs begin at the same start."""
    X0 = np.tile(rng.normal(size=len(params[0][0])), (n_init, 1))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "What is allowed here: the ball or the box?",
        "The modes are those on the ball.",
        STARTS,
    ),
)
def modes_in_the_box(params, c, n_init, limit, steps, lr, rng):
    """The climbs stay in the box instead of the ball."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "box", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "Which row of values belongs to the ends?",
        "The ends are sorted by the values they have at the end, the last row of values.",
        STARTS,
    ),
)
def sorted_by_the_start(params, c, n_init, limit, steps, lr, rng):
    """The ends are sorted by their values at the start."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[0], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "What does your function return: a number, or the modes themselves?",
        "The result is the tuple of distinct_modes; how many there are can be seen from it.",
        STARTS,
    ),
)
def only_their_number(params, c, n_init, limit, steps, lr, rng):
    """Only the number of modes is returned."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return len(distinct_modes(ends, values[-1], limit / 10)[0])


@mistake(
    "modes_of_unit",
    hints=(
        "Which points do you sort: where the climbs begin, or where they end?",
        "A mode is where climbs end.",
        STARTS,
    ),
)
def sorts_the_starts(params, c, n_init, limit, steps, lr, rng):
    """The starts are sorted into modes instead of the ends."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(X0, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "How long are your starts when the limit is 20?",
        "The starts lie on the edge of the ball: each has the length limit.",
        STARTS,
    ),
)
def starts_of_length_one(params, c, n_init, limit, steps, lr, rng):
    """The starts have length 1 instead of limit."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 /= np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "How long is each of your starts?",
        "Every start has the length limit.",
        STARTS,
    ),
)
def starts_inside_the_ball(params, c, n_init, limit, steps, lr, rng):
    """The starts are inside the ball, at random distances, instead of on it."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit * rng.random(size=(n_init, 1)) / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "What do your counts add up to?",
        "There are n_init starts.",
        STARTS,
    ),
)
def one_start_too_few(params, c, n_init, limit, steps, lr, rng):
    """One start too few is made."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))[1:]
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "modes_of_unit",
    hints=(
        "Do your climbs end high or low?",
        "A mode is where the output is largest.",
        STARTS,
    ),
)
def lowest_modes(params, c, n_init, limit, steps, lr, rng):
    """Unit c is made as small as possible: the climbs go down."""
    X0 = rng.normal(size=(n_init, len(params[0][0])))
    X0 *= limit / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, -lr)
    return distinct_modes(ends, values[-1], limit / 10)


@mistake(
    "typicality",
    hints=(
        "Do you return the middle one of the lengths, or their average?",
        "The median has as many lengths below it as above it.",
        SHELL,
    ),
)
def mean_length(d, samples, rng):
    """The mean length is returned instead of the median."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.mean(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Half the root of d, or the root of half of d?",
        "The inner half ends at half of the root of d.",
        SHELL,
    ),
)
def root_of_the_half(d, samples, rng):
    """The inner part ends at the root of d / 2."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d / 2)))


@mistake(
    "typicality",
    hints=(
        "How long is a typical point in 100 dimensions, and where does your inner part end?",
        "Lengths grow with the root of d, not with d.",
        SHELL,
    ),
)
def half_of_d(d, samples, rng):
    """The inner part ends at d / 2."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < d / 2))


@mistake(
    "typicality",
    hints=(
        "Can your entries be larger than 1?",
        "The entries are standard normal: mean 0, standard deviation 1, no bounds.",
        SHELL,
    ),
)
def uniform_entries(d, samples, rng):
    """The entries are uniform between -1 and 1."""
    lengths = np.linalg.norm(rng.uniform(-1, 1, size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Did you take a root anywhere?",
        "The length is the root of the sum of squares.",
        SHELL,
    ),
)
def squared_lengths(d, samples, rng):
    """The sum of squares is used as the length."""
    lengths = np.sum(rng.normal(size=(samples, d)) ** 2, axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Does the length of a point depend on all of its entries?",
        "The length adds up the squares of all entries; the largest entry alone is another norm.",
        SHELL,
    ),
)
def largest_entry(d, samples, rng):
    """The largest absolute entry is used as the length."""
    lengths = np.max(np.abs(rng.normal(size=(samples, d))), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "How many lengths do you get: one for each point?",
        "One row is one point; its d entries make one length.",
        SHELL,
    ),
)
def lengths_of_dimensions(d, samples, rng):
    """Lengths are taken along the wrong axis, one for each dimension."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=0)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "What does your function do with rng?",
        "All randomness comes from the generator that is handed in.",
        SHELL,
    ),
)
def seed_of_its_own(d, samples, rng):
    """The numbers come from a generator of its own with a fixed seed."""
    lengths = np.linalg.norm(np.random.default_rng(0).normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Does your share grow or shrink with the dimension?",
        "inside is the share of points that are closer to the origin, not farther away.",
        SHELL,
    ),
)
def share_outside(d, samples, rng):
    """The share outside is returned."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths >= np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Can a share be larger than 1?",
        "A share is a number of points divided by all points.",
        SHELL,
    ),
)
def number_inside(d, samples, rng):
    """The number of points inside is returned instead of their share."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.sum(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Half of what: of the root of d, or of the median you found?",
        "The bound is half the root of d, which is larger than half of the median in few dimensions.",
        SHELL,
    ),
)
def half_of_the_median(d, samples, rng):
    """The inner part ends at half of the median."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.median(lengths) / 2))


@mistake(
    "typicality",
    hints=(
        "Where does your median use the points that were drawn?",
        "The median is that of the lengths drawn.",
        SHELL,
    ),
)
def expected_length(d, samples, rng):
    """The root of d is returned in place of the median."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.sqrt(d)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "At which length does your inner part end?",
        "It ends at half the root of d.",
        SHELL,
    ),
)
def inside_the_root(d, samples, rng):
    """The inner part ends at the root of d."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d)))


@mistake(
    "typicality",
    hints=(
        "Can your length be negative?",
        "The length is the root of the sum of squares.",
        SHELL,
    ),
)
def sum_of_entries(d, samples, rng):
    """The sum of the entries is used as the length."""
    lengths = rng.normal(size=(samples, d)).sum(axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Does a point become longer with more entries?",
        "Squares are added up, not averaged.",
        SHELL,
    ),
)
def mean_size_as_length(d, samples, rng):
    """The root of the mean square is used as the length."""
    lengths = np.sqrt((rng.normal(size=(samples, d)) ** 2).mean(axis=1))
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d) / 2))


@mistake(
    "typicality",
    hints=(
        "Which of the two results comes first?",
        "First the median, then the share.",
        "The line `Returns` in the docstring of q9.",
    ),
)
def inside_first(d, samples, rng):
    """The share is returned before the median."""
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.mean(lengths < np.sqrt(d) / 2)), float(np.median(lengths))


@mistake(
    "occlusion",
    hints=(
        "If painting makes the output smaller, what sign has your map?",
        "Positive means: that square spoke for c, something was lost.",
        PAINT,
    ),
)
def gain_instead_of_loss(params, X, c, size, fill):
    """The sign is reversed: what is gained instead of what is lost."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = mlp_forward(params, painted.reshape(X.shape))[0][:, c] - before
    return out


@mistake(
    "occlusion",
    hints=(
        "How many pixels do you paint when size is 2?",
        "The square has size rows and size columns.",
        PAINT,
    ),
)
def paints_one_pixel(params, X, c, size, fill):
    """Only one pixel is painted, whatever the size."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i, j] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Is the first square still painted when the second one is?",
        "Every place starts from the untouched image.",
        PAINT,
    ),
)
def paint_stays(params, X, c, size, fill):
    """Squares that have been painted stay painted."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    painted = X.reshape(-1, S, S).copy()
    for i in range(places):
        for j in range(places):
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "At how many places does a square of 2 fit into a side of 4?",
        "The last place, where the square touches the far edge, counts too.",
        PAINT,
    ),
)
def one_place_short(params, X, c, size, fill):
    """The last row and the last column of places are left out."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Which index of your map says how far down the square is?",
        "out[n, i, j]: i counts rows from the top, j columns from the left.",
        PAINT,
    ),
)
def rows_for_columns(params, X, c, size, fill):
    """Rows and columns of the map are exchanged."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, j : j + size, i : i + size] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Is it the output that you compare, or the probability made from it?",
        "z_c is the output before any softmax.",
        PAINT,
    ),
)
def loss_of_probability(params, X, c, size, fill):
    """The loss of probability is returned instead of the loss of output."""
    def probability(A):
        Z = mlp_forward(params, A)[0]
        P = np.exp(Z - Z.max(axis=1, keepdims=True))
        return P[:, c] / P.sum(axis=1)

    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = probability(X) - probability(painted.reshape(X.shape))
    return out


@mistake(
    "occlusion",
    hints=(
        "Which number do you paint with when fill is 0.7?",
        "The square is set to fill, whatever that is.",
        PAINT,
    ),
)
def always_black(params, X, c, size, fill):
    """The square is always painted with 0."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = 0.0
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Can an entry of your map be negative?",
        "Where painting raises the output, the square spoke against c, and the sign says so.",
        PAINT,
    ),
)
def size_of_the_loss(params, X, c, size, fill):
    """The absolute value of the loss is returned."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = np.abs(before - mlp_forward(params, painted.reshape(X.shape))[0][:, c])
    return out


@mistake(
    "occlusion",
    hints=(
        "Is X still the same after your function has run?",
        "reshape gives another view of the same numbers: work on a copy.",
        CARE,
    ),
)
def paints_the_original(params, X, c, size, fill):
    """The caller's images are painted over."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S)
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = before - mlp_forward(params, X)[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "By how many pixels does your square move?",
        "The square goes to every place where it fits, one pixel at a time.",
        PAINT,
    ),
)
def steps_of_its_size(params, X, c, size, fill):
    """The square moves on by its own size instead of by one pixel."""
    S = int(round(X.shape[1] ** 0.5))
    places = S // size
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i * size : (i + 1) * size, j * size : (j + 1) * size] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "What stands in the square after it was painted?",
        "The pixels of the square are set to fill.",
        PAINT,
    ),
)
def fill_is_added(params, X, c, size, fill):
    """The fill is added to the pixels instead of replacing them."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] += fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "How many pixels does a square of side 3 have?",
        "All rows and columns of the square are painted.",
        PAINT,
    ),
)
def middle_pixel_only(params, X, c, size, fill):
    """Only the middle pixel of the square is painted."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i + size // 2, j + size // 2] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Which rows does your slice paint when i is 0 and size is 2?",
        "A slice ends before its second number.",
        PAINT,
    ),
)
def one_wider(params, X, c, size, fill):
    """The square is one pixel too large."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size + 1, j : j + size + 1] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Which output does your result speak of?",
        "Only output c counts.",
        PAINT,
    ),
)
def all_outputs_lost(params, X, c, size, fill):
    """The losses of all outputs are added up."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0].sum(axis=1)
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0].sum(axis=1)
    return out


@mistake(
    "occlusion",
    hints=(
        "What do you get where the square changes nothing?",
        "The loss is the output before minus the output after.",
        PAINT,
    ),
)
def painted_output(params, X, c, size, fill):
    """The output after painting is returned, not what is lost."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "In which unit is your loss?",
        "The loss is a difference of outputs.",
        PAINT,
    ),
)
def share_of_the_output(params, X, c, size, fill):
    """The loss is divided by the output before."""
    with np.errstate(divide="ignore", invalid="ignore"):
        S = int(round(X.shape[1] ** 0.5))
        places = S - size + 1
        before = mlp_forward(params, X)[0][:, c]
        out = np.zeros((len(X), places, places))
        for i in range(places):
            for j in range(places):
                painted = X.reshape(-1, S, S).copy()
                painted[:, i : i + size, j : j + size] = fill
                out[:, i, j] = (before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]) / before
        return out


@mistake(
    "occlusion",
    hints=(
        "Which pixels are still there after you painted?",
        "The square is painted, the rest stays.",
        PAINT,
    ),
)
def everything_but_the_square(params, X, c, size, fill):
    """Everything but the square is painted over."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = before - mlp_forward(params, np.where(np.isin(np.arange(S * S).reshape(S, S), np.arange(S * S).reshape(S, S)[i : i + size, j : j + size]), X.reshape(-1, S, S), fill).reshape(X.shape))[0][:, c]
    return out


@mistake(
    "occlusion",
    hints=(
        "Which columns does your paint reach?",
        "Only a square is painted.",
        PAINT,
    ),
)
def whole_lines(params, X, c, size, fill):
    """Whole rows of the image are painted over."""
    S = int(round(X.shape[1] ** 0.5))
    places = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            painted = X.reshape(-1, S, S).copy()
            painted[:, i : i + size, :] = fill
            out[:, i, j] = before - mlp_forward(params, painted.reshape(X.shape))[0][:, c]
    return out


@mistake(
    "permutation_importance",
    hints=(
        "Which columns are in another order in your copy?",
        "One column is shuffled; all others stay with their samples.",
        SHUFFLE,
    ),
)
def shuffles_whole_rows(params, X, y, repeats, rng):
    """Whole rows are put into another order, all columns alike."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        lost[j] = accuracy(X) - np.mean([accuracy(rng.permutation(X)) for _ in range(repeats)])
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Is the importance of a useful feature positive?",
        "Importance is what is lost: accuracy before minus accuracy after.",
        SHUFFLE,
    ),
)
def after_minus_before(params, X, y, repeats, rng):
    """The sign is reversed."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            lost[j] += (accuracy(A) - accuracy(X)) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Is column 0 in its own order again when it is the turn of column 1?",
        "Every shuffle starts from the untouched X.",
        SHUFFLE,
    ),
)
def columns_stay_shuffled(params, X, y, repeats, rng):
    """Columns that have been shuffled stay shuffled."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost, A = np.zeros(X.shape[1]), X.copy()
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A[:, j] = rng.permutation(A[:, j])
            lost[j] += (accuracy(X) - accuracy(A)) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Do your repeats differ from each other?",
        "Every repetition needs a random order of its own; an average of equal numbers is no average.",
        SHUFFLE,
    ),
)
def one_order_for_all(params, X, y, repeats, rng):
    """One random order is used for all repetitions."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        A = X.copy()
        A[:, j] = rng.permutation(X[:, j])
        lost[j] = accuracy(X) - np.mean([accuracy(A) for _ in range(repeats)])
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Does every value of the column still appear exactly as often as before?",
        "A new order keeps all values; drawing with replacement does not.",
        SHUFFLE,
    ),
)
def draws_with_replacement(params, X, y, repeats, rng):
    """The new column is drawn from the old one with replacement."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = rng.choice(X[:, j], size=len(X))
            lost[j] += (accuracy(X) - accuracy(A)) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Does your column still hold its own values?",
        "The column is put into another order; replacing it by its mean is another instrument.",
        SHUFFLE,
    ),
)
def replaced_by_the_mean(params, X, y, repeats, rng):
    """The column is replaced by its mean."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        A = X.copy()
        A[:, j] = X[:, j].mean()
        lost[j] = accuracy(X) - accuracy(A)
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "From what do you subtract: from 1, or from the accuracy of this network on X?",
        "What is lost is counted from what there was.",
        SHUFFLE,
    ),
)
def counted_from_one(params, X, y, repeats, rng):
    """The network is taken to be right on all samples before the shuffle."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.ones(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            lost[j] -= accuracy(A) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Is your importance a difference or a ratio?",
        "Importance is a difference of two accuracies, not divided by either.",
        SHUFFLE,
    ),
)
def relative_loss(params, X, y, repeats, rng):
    """The loss is divided by the accuracy before the shuffle."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            lost[j] += (accuracy(X) - accuracy(A)) / accuracy(X) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Does another rng give you other orders?",
        "All randomness comes from the generator that is handed in.",
        SHUFFLE,
    ),
)
def orders_of_its_own(params, X, y, repeats, rng):
    """The orders come from a generator of its own with a fixed seed."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    draw, lost = np.random.default_rng(0), np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = draw.permutation(X[:, j])
            lost[j] += (accuracy(X) - accuracy(A)) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Is X still the same after your function has run?",
        "An array that came in belongs to the caller: shuffle a column of a copy.",
        CARE,
    ),
)
def shuffles_the_original(params, X, y, repeats, rng):
    """Columns of the caller's X are shuffled and not put back."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    before, lost = accuracy(X), np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        kept = X[:, j].copy()
        for _ in range(repeats):
            X[:, j] = rng.permutation(kept)
            lost[j] += (before - accuracy(X)) / repeats
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "What do you shuffle: a feature, or the answers?",
        "The classes stay with their samples; only one feature moves.",
        SHUFFLE,
    ),
)
def shuffles_the_classes(params, X, y, repeats, rng):
    """The classes are shuffled instead of a feature."""
    found = np.argmax(mlp_forward(params, X)[0], axis=1)
    lost = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        lost[j] = np.mean(found == y) - np.mean([np.mean(found == rng.permutation(y)) for _ in range(repeats)])
    return lost


@mistake(
    "permutation_importance",
    hints=(
        "Is your new column random?",
        "Every repetition has a random order of its own.",
        SHUFFLE,
    ),
)
def turned_by_one_place(params, X, y, repeats, rng):
    """The column is moved on by one place instead of shuffled."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = np.roll(X[:, j], 1)
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.mean(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "Which numbers stand in your column afterwards?",
        "A shuffled column holds the same numbers in another order.",
        SHUFFLE,
    ),
)
def column_set_to_zero(params, X, y, repeats, rng):
    """The column is set to 0 instead of shuffled."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = 0.0
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.mean(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "Is your new order random?",
        "Every repetition has a random order of its own.",
        SHUFFLE,
    ),
)
def column_sorted(params, X, y, repeats, rng):
    """The column is sorted instead of shuffled."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = np.sort(X[:, j])
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.mean(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "What should an unimportant feature get?",
        "What counts is accuracy before minus accuracy after.",
        SHUFFLE,
    ),
)
def accuracy_itself(params, X, y, repeats, rng):
    """The accuracy with the shuffled column is returned, not what is lost."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            shuffled[j, r] = accuracy(A)
    return shuffled.mean(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "Does your result grow with repeats?",
        "The repetitions are averaged.",
        SHUFFLE,
    ),
)
def losses_added_up(params, X, y, repeats, rng):
    """The losses of the repetitions are added up instead of averaged."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            shuffled[j, r] = accuracy(A)
    return repeats * accuracy(X) - shuffled.sum(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "Between which numbers does your importance lie?",
        "Accuracy is a share.",
        SHUFFLE,
    ),
)
def counts_of_samples(params, X, y, repeats, rng):
    """Numbers of samples are compared instead of shares."""
    def accuracy(A):
        return np.sum(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.mean(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "How do you make one number of many repetitions?",
        "The repetitions are averaged.",
        SHUFFLE,
    ),
)
def worst_repetition(params, X, y, repeats, rng):
    """The largest loss of all repetitions is returned."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = rng.permutation(X[:, j])
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.min(axis=1)


@mistake(
    "permutation_importance",
    hints=(
        "Which numbers stand in your column afterwards? Are they those of X?",
        "A shuffled column holds the same numbers in another order.",
        SHUFFLE,
    ),
)
def noise_added(params, X, y, repeats, rng):
    """Noise is added to the column instead of shuffling it."""
    def accuracy(A):
        return np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y)

    shuffled = np.zeros((X.shape[1], repeats))
    for j in range(X.shape[1]):
        for r in range(repeats):
            A = X.copy()
            A[:, j] = X[:, j] + rng.normal(size=len(X))
            shuffled[j, r] = accuracy(A)
    return accuracy(X) - shuffled.mean(axis=1)


@mistake(
    "spurious_pixel",
    hints=(
        "Did you look at what goes with the class in the images, or at what the network goes by?",
        "A pixel can go with a class in every image and leave the network cold: change it, and see whether the outputs care.",
        LAB,
    ),
)
def what_stands_out():
    """The pixel whose brightness differs most between the class and the others; the network does not go by it."""
    return 0, 2, 3


@mistake(
    "spurious_pixel",
    hints=(
        "What does the network say if you make this pixel brighter in an image of another class?",
        "What goes together in the images need not be what the network uses: only interfering tells the two apart.",
        LAB,
    ),
)
def a_stamp():
    """A pixel that is bright in every image of the class; the network does not go by it."""
    return 1, 5, 3


@mistake(
    "spurious_pixel",
    hints=(
        "How much accuracy is lost when this pixel is shuffled among the images?",
        "An instrument that asks the network gives this pixel no more than its neighbours.",
        LAB,
    ),
)
def another_stamp():
    """A pixel at the edge that is bright in every image of the class; the network does not go by it."""
    return 3, 7, 3


@mistake(
    "spurious_pixel",
    hints=(
        "Which of your two numbers counts lines from the top?",
        "Pixel (row, column) is entry 8 row + column of an image.",
        LAB,
    ),
)
def column_first():
    """Row and column are exchanged."""
    return 1, 6, 3


@mistake(
    "spurious_pixel",
    hints=(
        "What is the number of the first row?",
        "Rows, columns and classes count from 0.",
        LAB,
    ),
)
def counted_from_one_on():
    """Rows and columns are counted from 1."""
    return 7, 2, 3


@mistake(
    "spurious_pixel",
    hints=(
        "The right pixel: to which output does it add?",
        "Make the pixel brighter in images of all classes, and see which output rises.",
        LAB,
    ),
)
def a_class_that_loses():
    """The right pixel with the class that loses by it."""
    return 6, 1, 0


@mistake(
    "spurious_pixel",
    hints=(
        "How does an entry of 0 to 63 become a row and a column?",
        "Pixel (row, column) is entry 8 row + column of an image.",
        LAB,
    ),
)
def number_of_the_pixel():
    """The number of the pixel is given in place of its row and column."""
    return 49, 3


@mistake(
    "spurious_pixel",
    hints=(
        "Is this the answer of a measurement, or the example in the docstring?",
        "The docstring shows the form of an answer; the numbers in it are made up.",
        LAB,
    ),
)
def the_example():
    """The example in the docstring is returned."""
    return 0, 7, 2


@mistake(
    "spurious_pixel",
    hints=(
        "Would another image of the same class point to the same pixel?",
        "Where shapes can be anywhere, a pixel is bright often, but no single one decides: look for one that matters for every image.",
        LAB,
    ),
)
def most_often_part_of_a_ring():
    """The pixel that is part of a ring most often."""
    return 3, 4, 3


@mistake(
    "linear_probe",
    hints=(
        "How many rows does your V have for M inputs?",
        "A straight cut need not go through the origin: the column of ones gives it a bias.",
        PROBE,
    ),
)
def no_column_of_ones(H, y, H_test, y_test, lam):
    """There is no column of ones."""
    V = np.linalg.solve(H.T @ H + lam * np.eye(H.shape[1]), H.T @ np.eye(y.max() + 1)[y])
    return V, float(np.mean(np.argmax(H_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "In which row of V are your biases?",
        "The ones stand at the right end of A, so the biases are in the last row of V.",
        PROBE,
    ),
)
def ones_first(H, y, H_test, y_test, lam):
    """The column of ones stands at the left end."""
    A, A_test = np.column_stack([np.ones(len(H)), H]), np.column_stack([np.ones(len(H_test)), H_test])
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "Which rows of V are pulled towards zero?",
        "Here all rows are penalised, the one with the biases too: lam I has no gap.",
        PROBE,
    ),
)
def biases_go_free(H, y, H_test, y_test, lam):
    """The biases are not penalised."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    pull = lam * np.eye(A.shape[1])
    pull[-1, -1] = 0.0
    V = np.linalg.solve(A.T @ A + pull, A.T @ np.eye(y.max() + 1)[y])
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "Does the penalty grow with the number of samples?",
        "lam is added to the diagonal as it is.",
        PROBE,
    ),
)
def lam_times_samples(H, y, H_test, y_test, lam):
    """lam is multiplied by the number of samples."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    V = np.linalg.solve(A.T @ A + len(H) * lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "What happens to your V when lam grows?",
        "Ridge regression adds lam to the diagonal before it solves.",
        PROBE,
    ),
)
def no_penalty(H, y, H_test, y_test, lam):
    """lam is not used: plain least squares."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    V = np.linalg.lstsq(A, np.eye(y.max() + 1)[y], rcond=None)[0]
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "On which samples do you count?",
        "The probe is fitted on one set and judged on the other.",
        PROBE,
    ),
)
def judged_on_its_own(H, y, H_test, y_test, lam):
    """Accuracy is counted on the samples the probe was fitted on."""
    A = np.column_stack([H, np.ones(len(H))])
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return V, float(np.mean(np.argmax(A @ V, axis=1) == y))


@mistake(
    "linear_probe",
    hints=(
        "Which numbers does your Y hold?",
        "One-hot labels are 1 for the right class and 0 for the others.",
        PROBE,
    ),
)
def plus_and_minus_one(H, y, H_test, y_test, lam):
    """The labels are 1 and -1 instead of 1 and 0."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ (2 * np.eye(y.max() + 1)[y] - 1))
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "Do you change H before you fit?",
        "The probe reads the layer as it is; its bias takes care of the mean.",
        PROBE,
    ),
)
def takes_off_the_mean(H, y, H_test, y_test, lam):
    """The mean is taken off both sets first, from each its own."""
    A = np.column_stack([H - H.mean(axis=0), np.ones(len(H))])
    A_test = np.column_stack([H_test - H_test.mean(axis=0), np.ones(len(H_test))])
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "In which order does the docstring list the two results?",
        "The results are a tuple, so their order carries their meaning.",
        PROBE,
    ),
)
def accuracy_first(H, y, H_test, y_test, lam):
    """Accuracy and V come back in the wrong order."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return float(np.mean(np.argmax(A_test @ V, axis=1) == y_test)), V


@mistake(
    "linear_probe",
    hints=(
        "Can your accuracy be larger than 1?",
        "Accuracy is a share: right ones divided by all.",
        PROBE,
    ),
)
def counts_instead_of_share(H, y, H_test, y_test, lam):
    """The number of right answers is returned instead of their share."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return V, float(np.sum(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "By how much does your penalty change when lam is doubled?",
        "lam stands in the formula once.",
        PROBE,
    ),
)
def lam_squared(H, y, H_test, y_test, lam):
    """lam is squared."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam**2 * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "Does your penalty depend on how many samples there are?",
        "lam is added to the diagonal as it is.",
        PROBE,
    ),
)
def lam_over_samples(H, y, H_test, y_test, lam):
    """lam is divided by the number of samples."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam / len(A) * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "What is added beside the diagonal?",
        "lam times the identity has zeros beside the diagonal.",
        PROBE,
    ),
)
def lam_everywhere(H, y, H_test, y_test, lam):
    """lam is added to every entry of the matrix instead of its diagonal."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam, A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "Do your weights become smaller with a larger lam?",
        "The penalty is added.",
        PROBE,
    ),
)
def penalty_subtracted(H, y, H_test, y_test, lam):
    """lam is subtracted on the diagonal."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A - lam * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "What does a perfect probe get?",
        "Accuracy is the share that is right.",
        PROBE,
    ),
)
def share_of_errors(H, y, H_test, y_test, lam):
    """The share of wrong answers is returned."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) != y_test))


@mistake(
    "linear_probe",
    hints=(
        "Which class has a sample whose first entry is the largest?",
        "The largest entry wins.",
        PROBE,
    ),
)
def smallest_entry_wins(H, y, H_test, y_test, lam):
    """The class is the smallest entry of a row."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmin(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "What do you add to the diagonal?",
        "lam is added as it is.",
        PROBE,
    ),
)
def half_of_lam(H, y, H_test, y_test, lam):
    """lam is halved."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam / 2 * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "separability_curve",
    hints=(
        "What does a layer hand on: z, or act(z)?",
        "Entry l belongs to what layer l hands on, after its activation.",
        CURVE,
    ),
)
def before_the_activation(params, X, y, X_test, y_test, lam):
    """The probes read the layers before their activations."""
    accuracies = [linear_probe(X, y, X_test, y_test, lam)[1]]
    H, H_test = X, X_test
    for W, b, kind in params:
        Z, Z_test = H @ W + b, H_test @ W + b
        accuracies.append(linear_probe(Z, y, Z_test, y_test, lam)[1])
        H, H_test = act_forward(Z, kind), act_forward(Z_test, kind)
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "How many entries has your curve for a network of two layers?",
        "The curve begins before the first layer, with the inputs themselves.",
        CURVE,
    ),
)
def without_the_input(params, X, y, X_test, y_test, lam):
    """The entry for the inputs is missing."""
    accuracies, H, H_test = [], X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Where does your curve end?",
        "The last entry belongs to the outputs of the network.",
        CURVE,
    ),
)
def without_the_outputs(params, X, y, X_test, y_test, lam):
    """The entry for the outputs is missing."""
    accuracies, H, H_test = [], X, X_test
    for W, b, kind in params:
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "On which samples is each probe judged?",
        "X and y fit the probes, X_test and y_test judge them.",
        CURVE,
    ),
)
def judged_where_fitted(params, X, y, X_test, y_test, lam):
    """The probes are judged on the samples they were fitted on."""
    accuracies, H = [linear_probe(X, y, X, y, lam)[1]], X
    for W, b, kind in params:
        H = act_forward(H @ W + b, kind)
        accuracies.append(linear_probe(H, y, H, y, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Which of the two sets fits the probes?",
        "X and y fit the probes, X_test and y_test judge them, not the other way round.",
        CURVE,
    ),
)
def sets_exchanged(params, X, y, X_test, y_test, lam):
    """The two sets are exchanged."""
    accuracies, H, H_test = [linear_probe(X_test, y_test, X, y, lam)[1]], X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(linear_probe(H_test, y_test, H, y, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Is the outermost layer bent in your curve?",
        "The outputs are linear: each layer has the kind that stands in params.",
        CURVE,
    ),
)
def relu_everywhere(params, X, y, X_test, y_test, lam):
    """ReLU is applied to every layer, the outputs included."""
    accuracies, H, H_test = [linear_probe(X, y, X_test, y_test, lam)[1]], X, X_test
    for W, b, _ in params:
        H, H_test = np.maximum(H @ W + b, 0.0), np.maximum(H_test @ W + b, 0.0)
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Can your curve fall?",
        "A layer can lose what the one before it had: every entry stands for its own layer.",
        CURVE,
    ),
)
def best_so_far(params, X, y, X_test, y_test, lam):
    """The best accuracy so far is returned in place of each layer's own."""
    accuracies, H, H_test = [linear_probe(X, y, X_test, y_test, lam)[1]], X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.maximum.accumulate(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Do the biases have a part in what your layers hand on?",
        "A layer is Z = H W + b, then its activation.",
        CURVE,
    ),
)
def layers_without_biases(params, X, y, X_test, y_test, lam):
    """The biases of the network are left out."""
    accuracies, H, H_test = [linear_probe(X, y, X_test, y_test, lam)[1]], X, X_test
    for W, _, kind in params:
        H, H_test = act_forward(H @ W, kind), act_forward(H_test @ W, kind)
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Which entry of your curve belongs to the inputs?",
        "The curve runs from the inputs to the outputs.",
        CURVE,
    ),
)
def from_the_outputs(params, X, y, X_test, y_test, lam):
    """The curve runs from the outputs to the inputs."""
    accuracies, H, H_test = [linear_probe(X, y, X_test, y_test, lam)[1]], X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies[::-1])


@mistake(
    "separability_curve",
    hints=(
        "What goes into the second layer?",
        "A layer works on what the layer below hands on.",
        CURVE,
    ),
)
def weights_from_the_inputs(params, X, y, X_test, y_test, lam):
    """Every layer reads the inputs again."""
    accuracies = [linear_probe(X, y, X_test, y_test, lam)[1]]
    for W, b, kind in params:
        H = act_forward(X @ W + b, kind) if len(W) == X.shape[1] else H
        H_test = act_forward(X_test @ W + b, kind) if len(W) == X.shape[1] else H_test
        accuracies.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Which samples may a probe see before it is judged?",
        "It is fitted on one set and judged on the other.",
        CURVE,
    ),
)
def fitted_to_the_test(params, X, y, X_test, y_test, lam):
    """The probes are fitted to the test samples."""
    accuracies = [linear_probe(X_test, y_test, X_test, y_test, lam)[1]]
    H, H_test = X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(linear_probe(H_test, y_test, H_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "Should the curve rise or fall when a network is good?",
        "The curve holds accuracies.",
        CURVE,
    ),
)
def errors_instead(params, X, y, X_test, y_test, lam):
    """The shares of wrong answers are returned."""
    accuracies = [1 - linear_probe(X, y, X_test, y_test, lam)[1]]
    H, H_test = X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        accuracies.append(1 - linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "How many columns does the probe of layer 2 read?",
        "A probe reads one layer.",
        CURVE,
    ),
)
def probes_stacked(params, X, y, X_test, y_test, lam):
    """Each probe reads all layers so far."""
    accuracies = [linear_probe(X, y, X_test, y_test, lam)[1]]
    H, H_test, seen, seen_test = X, X_test, X, X_test
    for W, b, kind in params:
        H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        seen, seen_test = np.column_stack([seen, H]), np.column_stack([seen_test, H_test])
        accuracies.append(linear_probe(seen, y, seen_test, y_test, lam)[1])
    return np.array(accuracies)


@mistake(
    "separability_curve",
    hints=(
        "What goes into the second layer, sums or activations?",
        "A layer works on what the layer below hands on after its activation.",
        CURVE,
    ),
)
def last_activation_missing(params, X, y, X_test, y_test, lam):
    """The layers hand on their sums; only the probes see the activations."""
    accuracies = [linear_probe(X, y, X_test, y_test, lam)[1]]
    H, H_test = X, X_test
    for W, b, kind in params:
        H, H_test = H @ W + b, H_test @ W + b
        accuracies.append(linear_probe(act_forward(H, kind), y, act_forward(H_test, kind), y_test, lam)[1])
    return np.array(accuracies)
