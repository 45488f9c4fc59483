"""Wrong implementations of conv2d that learners write: the filter and its places."""

import numpy as np

from autograder.checking import mistake

SLIDE = "q2, the worked number, and the formula in the docstring."
NAME = "q2, the paragraph on what is in a name."


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
    "conv2d",
    hints=(
        "Do your 3 by 3 and your 2 by 3 filters go over the image in the same way?",
        "The filter is used as it is, whatever its shape.",
        NAME,
    ),
)
def turned_where_square(x, k, pad=0):
    """A square filter is turned by 180 degrees, any other is not."""
    k = k[::-1, ::-1] if k.shape[0] == k.shape[1] else k
    x = np.pad(x, pad)
    H, W = x.shape[0] - k.shape[0] + 1, x.shape[1] - k.shape[1] + 1
    if H < 1 or W < 1:
        raise ValueError("the filter is larger than the image")
    return sum(k[i, j] * x[i : i + H, j : j + W] for i in range(k.shape[0]) for j in range(k.shape[1]))


@mistake(
    "conv2d",
    hints=(
        "How many places does a filter of 2 rows and 3 columns have in an image of 4 by 4?",
        "Rows of the result: rows of the image less rows of the filter, plus 1; and the same for columns.",
        SLIDE,
    ),
)
def sides_of_the_filter_exchanged(x, k, pad=0):
    """Height and width of the filter are exchanged in the number of places."""
    x = np.pad(x, pad)
    H, W = x.shape[0] - k.shape[1] + 1, x.shape[1] - k.shape[0] + 1
    if H < 1 or W < 1:
        raise ValueError("the filter is larger than the image")
    return sum(k[i, j] * x[i : i + H, j : j + W] for i in range(k.shape[0]) for j in range(k.shape[1]))
