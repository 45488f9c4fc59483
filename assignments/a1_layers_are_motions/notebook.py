# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # a1 Layers are motions
#
# A layer of a neural network takes a table of numbers and gives back another table of numbers.
# With two numbers in each row, every row is a point of the plane, and you can watch what the layer does:
# it turns the points, stretches them, turns them again, shifts them, and then pushes all of them into the corner
# where no coordinate is negative.
# In this assignment you write each of these steps as a small function, take a given layer apart into its steps, and
# find out which step gives a deep network its power.
#
# The idea comes from a Japanese article of 2020, "ニューラルネットワークの計算を図で描く" (drawing what a neural network
# computes). Its author ends with a doubt: can every layer be taken apart like this, with negative scales for mirrors?
# No source said so. At the end of this notebook you will be able to answer, with numbers.
#
# You need Python, a little numpy, and matrices. Expect 3 to 6 hours.

# %% tags=["setup"]
import numpy as np

from autograder.pictures import BLUE, GREY, ORANGE, SKY, YELLOW, arrow, classes, film, panels, planes, use_style

use_style()
FRAME = {"low": -2.0, "high": 3.2}  # the limits of most planes in this notebook


def two_classes(ax, points):
    """The first half of the points as blue circles, the second half as orange triangles."""
    classes(ax, points, np.arange(len(points)) >= len(points) // 2)


def angle_between(u, v):
    """The angle between two vectors, in degrees."""
    return np.degrees(np.arccos(u @ v / np.hypot(*u) / np.hypot(*v)))


# A minibatch of two classes. Its points come out of an earlier layer, so no coordinate is negative; some are 0.
draw = np.random.default_rng(2)
first_class = draw.uniform([0.1, 0.7], [1.0, 1.9], (12, 2))
second_class = draw.uniform([0.8, 0.1], [1.9, 1.0], (12, 2))
CLOUD = np.vstack([first_class, second_class])
CLOUD[:2, 0] = 0.0
CLOUD[12:14, 1] = 0.0

# A letter, to see turns and mirrors.
LETTER = np.array([[0.0, 0.0], [0.0, 2.0], [1.2, 2.0], [0.0, 2.0], [0.0, 1.1], [0.8, 1.1]])

# The scales and the shift of the article's layer, and the ones that do nothing.
SCALES, SHIFT = np.array([0.8, 1.5]), np.array([-1.1, -0.9])
NO_SCALE, NO_SHIFT = np.ones(2), np.zeros(2)

# %% [markdown]
# ## Before and after
#
# Here are twelve points before and after one layer. On the left they are spread over the plane. On the right all of them
# are in the first quadrant or on its border: seven lie on the border, and three of these have become one point, the origin.
# Grey lines join each point to its image. By the end you will have written the functions that move them.

# %% tags=["picture"]
BEFORE = [(-1.0, 1.5), (0.2, 1.8), (1.0, 2.2), (-0.6, 0.4), (0.4, 0.9), (1.4, 1.2)]
BEFORE += [(0.2, -0.6), (1.0, 0.1), (1.8, 0.4), (0.6, -1.4), (1.6, -0.8), (2.4, -0.3)]
AFTER = [(0.0, 1.17), (0.0, 2.14), (0.46, 3.05), (0.0, 0.0), (0.0, 1.01), (0.75, 1.88)]
AFTER += [(0.0, 0.0), (0.31, 0.20), (1.06, 0.99), (0.0, 0.0), (0.80, 0.0), (1.56, 0.32)]
left, right = planes(["before the layer", "after the layer"], **FRAME)
two_classes(left, np.array(BEFORE))
two_classes(right, np.array(AFTER))
for start, end in zip(BEFORE, AFTER):
    right.plot(*zip(start, end), color=GREY, linewidth=0.6, alpha=0.6)

# %% [markdown]
# ## Conventions
#
# Rows are samples. Numbers are float64, the type numpy uses for `1.5`: it keeps about 16 digits, and nothing is rounded
# on the way. Inputs may also hold integers; they count as the same numbers. Angles are in degrees, counter-clockwise.
# A function never changes its inputs: it computes new arrays, or works on copies.
# Functions return their result; they print nothing.
#
# | code | mathematics | shape | meaning |
# |---|---|---|---|
# | `N`, `D`, `M` | N, D, M | integers | number of samples, of inputs, of output neurons |
# | `X` | x₁ … x_N, one below the other | (N, D) | a batch: one sample per row |
# | `W` | W | (D, M) | weights: one row per input, one column per output neuron |
# | `b` | b | (M,) | biases: one per output neuron, the same for every sample |
# | `Z` or `A` | z = x W + b | (N, M) | the layer before its activation |
# | `H` | h = ReLU(z) | (N, M) | the layer after its activation, and the input of the next one |
# | `W_seed` | W in a = b + W h | (M, D) | the article's weights, for points written as columns: `W_seed = W.T` |
# | `R1`, `S`, `R2` | W.T = R2 S R1 | (2, 2) | turn, scale, turn: matrices that act on a point written as a column |
# | `rng` | | `np.random.Generator` | the only source of chance in a function that needs chance |
#
# Each question has a cell to fill in and below it a cell that checks it. These checks are public. More checks, on other
# inputs, run after you hand in: a function that gives the right answer only for the example in the text does not pass.
# When a check fails you see what was called, what came back, and a hint. `grader.hint("q2")` shows the next hint.

# %% [markdown] question="q1" points=0 functions="count_parameters"
# ## How this notebook works
#
# This question is for practice and gives no points.
# How many numbers does a layer learn? **A worked number.** With 3 inputs and 2 output neurons, each neuron has 3 weights
# and 1 bias. That is 4 numbers for the first neuron and 4 for the second: 8 in all.
#
# 1. Run the next cell. The function in it is wrong on purpose.
# 2. Run the check below it. It fails, and its message says what came back and what was expected.
# 3. Correct the function, run its cell again, and run the check again.

# %% tags=["stub"]
def count_parameters(D, M):
    """How many numbers a layer of D inputs and M outputs learns.

    Formula: D * M weights and M biases.

    D, M: positive integers.
    Returns one integer.

    >>> count_parameters(3, 2)
    8
    """
    return D * M

# %% [markdown]
# This is how all questions work. The others start from a cell that says `raise NotImplementedError`: replace that line.
# You may use any numpy function, write helper functions in the same cell, and call functions of earlier questions.
# Cells after a check draw with *your* functions; they stop with an error as long as the function is not written.

# %% [markdown] question="q2" points=10 functions="affine_forward"
# ## A layer before its activation
#
# Each output neuron adds up the inputs, each times a weight, and adds a bias. For a whole batch this is one product of
# matrices and one addition. Written like this, a layer is an *affine map*: a linear map followed by a shift.
#
# **A worked number.** One sample (1, 2) with two inputs, and three neurons:
#
# | | neuron 1 | neuron 2 | neuron 3 |
# |---|---|---|---|
# | weight of input 1 | 3 | 0 | -1 |
# | weight of input 2 | 1 | 2 | 4 |
# | bias | 10 | 20 | 30 |
# | sum over the inputs | 1·3 + 2·1 = 5 | 1·0 + 2·2 = 4 | 1·(-1) + 2·4 = 7 |
# | plus the bias | 15 | 24 | 37 |
#
# A batch of N samples gives N such rows. The biases are the same for all of them. A sample of zeros gives the biases alone, as
# the intercept of a regression does.

# %% tags=["stub"]
def affine_forward(X, W, b):
    """A layer before its activation, for a whole batch at once.

    Formula: Z = X W + b, with the same b in every row.

    X (N, D): one sample per row. W (D, M): one column per output neuron. b (M,): one number per output neuron.
    Returns Z (N, M).

    >>> X, b = np.array([[1.0, 2.0]]), np.array([10.0, 20.0, 30.0])
    >>> W = np.array([[3.0, 0.0, -1.0], [1.0, 2.0, 4.0]])
    >>> affine_forward(X, W, b)
    array([[15., 24., 37.]])
    """
    raise NotImplementedError("q2: write affine_forward")

# %% [markdown]
# The picture sends a grid of lines through one layer with two inputs and two outputs. Straight lines stay straight, and
# parallel lines stay parallel. That is true of every affine map, except that a flat one can shrink a line to a point.

# %% tags=["picture"]
W, b = np.array([[0.9, 0.5], [-0.4, 1.1]]), np.array([0.5, 0.5])
before, after = planes(["a grid", "the same grid after the layer"], **FRAME)
for c in np.linspace(-1, 1, 5):
    for line, color in ((np.array([[-1, c], [1, c]]), BLUE), (np.array([[c, -1], [c, 1]]), ORANGE)):
        before.plot(*line.T, color=color)
        after.plot(*affine_forward(line, W, b).T, color=color)

# %% [markdown]
# **Predict, then run.** Three affine layers in a row, 2 to 5 to 4 to 3 neurons, with no activation between them. How many
# numbers do the three layers have in all, and what is the smallest number that does the same job for every input?
# Write your guess for the second one into the cell, then run it.

# %% tags=["picture"]
guess = None  # your guess

draw = np.random.default_rng(3)
widths = ((2, 5), (5, 4), (4, 3))
(W1, b1), (W2, b2), (W3, b3) = [(draw.normal(size=(D, M)), draw.normal(size=M)) for D, M in widths]
X = draw.normal(size=(6, 2))
three = affine_forward(affine_forward(affine_forward(X, W1, b1), W2, b2), W3, b3)
one = affine_forward(X, W1 @ W2 @ W3, (b1 @ W2 + b2) @ W3 + b3)
print("three layers have", sum(count_parameters(D, M) for D, M in widths), "numbers")
print("one layer has", count_parameters(2, 3), "numbers; you guessed", guess)
print(f"largest difference between the two: {np.abs(three - one).max():.1e}")

# %% [markdown]
# Affine layers in a row are worth no more than a single one. Something has to stand between them. That is the activation,
# and question q7.

# %% [markdown] question="q3" points=5 functions="from_columns" builds_on="affine_forward"
# ## Rows or columns
#
# The article writes a sample as a column h and a layer as `a = b + W_seed h`. This course writes a sample as a row x and a
# layer as `z = x W + b`. Both are in use, and code found elsewhere may follow either.
# Mixing them up raises an error as long as D and M differ. When W is square nothing warns you.
#
# **A worked number.** Three neurons with two inputs, in the article's form and in ours:
#
# ```
# W_seed = [1 2]      W = [1 3 5]      b = (7, 8, 9) in both
#          [3 4]          [2 4 6]
#          [5 6]
# ```
#
# For the sample (1, 1) both give (1+2+7, 3+4+8, 5+6+9) = (10, 15, 20).

# %% tags=["stub"]
def from_columns(W_seed, b):
    """Translate a layer written for columns, a = b + W_seed h, into one for rows, z = x W + b.

    Both layers give the same numbers for the same sample.

    W_seed (M, D): one row per output neuron. b (M,): one number per output neuron.
    Returns the tuple (W, b): W (D, M) and b (M,).

    >>> W, b = from_columns(np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), np.array([7.0, 8.0, 9.0]))
    >>> W
    array([[1., 3., 5.],
           [2., 4., 6.]])
    >>> b
    array([7., 8., 9.])
    """
    raise NotImplementedError("q3: write from_columns")

# %% [markdown]
# **Predict, then run.** The article's own layer has the square matrix below. The left picture translates it first; the
# right one uses it as it stands. The arrows are the images of (1, 0) and (0, 1). What is the same in both pictures, and
# what is not: the angle between the arrows, the area they span, the two lengths?

# %% tags=["picture"]
guess = None  # your guess: "angle", "area" or "lengths" stay the same

W_seed, none = np.array([[0.907553, 0.068420], [0.467811, 1.357505]]), np.zeros(2)
grid = planes(["translated", "as it stands"], low=-0.5, high=2.0)
for ax, W in zip(grid, (from_columns(W_seed, none)[0], W_seed)):
    one, two = affine_forward(np.eye(2), W, none)
    arrow(ax, one, BLUE)
    arrow(ax, two, ORANGE)
    area, lengths = abs(np.linalg.det(W)), f"{np.hypot(*one):.3f} and {np.hypot(*two):.3f}"
    ax.set_title(f"{ax.get_title()}: {angle_between(one, two):.3f} degrees\narea {area:.3f}, lengths {lengths}")
print("you guessed", guess)

# %% [markdown]
# The area is the same, because a matrix and its transpose have the same determinant. The angle and the lengths are not:
# 59.845 degrees belongs to the article's drawing, 66.674 to the mix-up. You will meet 59.845 again in q5.

# %% [markdown] question="q4" points=5 functions="rotation"
# ## Turning
#
# The first and the third step of a layer are turns about the origin. A turn keeps every length and every angle, and it does
# not mirror: its matrix R fulfils `R.T @ R = identity` and `det R = +1`.
#
# **A worked number.** Turn by 30 degrees, counter-clockwise. The point (1, 0) goes to (cos 30°, sin 30°) =
# (0.866025, 0.5). The point (0, 1) goes to (-sin 30°, cos 30°) = (-0.5, 0.866025). These two images are the columns of R:
#
# ```
# R = [0.866025  -0.5     ]
#     [0.5        0.866025]
# ```
#
# For 90 degrees the columns are (0, 1) and (-1, 0).
#
# **Units.** numpy's `sin` and `cos` take radians. A full turn is 360 degrees or 2 pi radians.
#
# **Columns and rows.** R acts on a point written as a column, as in a drawing: `R @ p`. Points in a batch are rows, and
# the same turn for all rows of X is `X @ R.T`.

# %% tags=["stub"]
def rotation(degrees):
    """The matrix R that turns a point p, written as a column, by an angle about the origin: R @ p.

    Formula: the first column of R is where (1, 0) goes, the second column is where (0, 1) goes.

    degrees: one number, any size; positive is counter-clockwise.
    Returns R (2, 2), float64.

    >>> np.round(rotation(30), 6)
    array([[ 0.866025, -0.5     ],
           [ 0.5     ,  0.866025]])
    """
    raise NotImplementedError("q4: write rotation")

# %% tags=["picture"]
angles = (0, 30, 90, -20, 400)
for ax, degrees in zip(planes([f"{degrees} degrees" for degrees in angles], low=-2.5, high=2.7, size=2.7), angles):
    ax.plot(*LETTER.T, color=GREY, linewidth=1, linestyle=":")
    ax.plot(*(LETTER @ rotation(degrees).T).T, color=BLUE, linewidth=3)

# %% [markdown]
# **Predict, then run.** Somebody forgets the `.T` and writes `LETTER @ rotation(30)`. By how many degrees, and in which
# direction, does the letter turn?

# %% tags=["picture"]
guess = None  # your guess, in degrees; negative is clockwise

turned = LETTER @ rotation(30)
measured = np.degrees(np.arctan2(turned[1, 1], turned[1, 0]) - np.arctan2(LETTER[1, 1], LETTER[1, 0]))
print(f"the letter turned by {measured:.1f} degrees; you guessed {guess}")

# %% [markdown] question="q5" points=10 functions="make_layer" builds_on="rotation, affine_forward, from_columns"
# ## A layer from its motions
#
# Now build a layer from the steps it should make. A point is
#
# 1. turned by `deg1`,
# 2. scaled along the two axes by `scales`,
# 3. turned by `deg2`,
# 4. shifted by `shift`.
#
# **A worked number.** Turn by 90 degrees, scale by (2, 1), do not turn again, shift by (5, 5). The point (1, 0) goes to
# (0, 1), stays at (0, 1) because axis 2 is scaled by 1, stays there again, and is shifted to (5, 6).
# The origin goes to (5, 5).
#
# The article's example turns by 30 degrees, scales by 0.8 and 1.5, turns back by 20 degrees, and shifts to the left and
# down. In the article's form and in ours its matrix is
#
# ```
# W_seed = [0.907553  0.068420]      W = [0.907553  0.467811]
#          [0.467811  1.357505]          [0.068420  1.357505]
# ```
#
# **Rows.** The formula below moves one point written as a column. Your function returns the layer for rows, the one
# that `affine_forward` takes.

# %% tags=["stub"]
def make_layer(deg1, scales, deg2, shift):
    """The layer that turns by deg1, then scales along the axes, then turns by deg2, then shifts.

    Formula: one point p, written as a column, goes to R(deg2) diag(scales) R(deg1) p + shift.

    deg1, deg2: angles in degrees. scales (2,): factors along axis 1 and axis 2; a negative one flips. shift (2,).
    Returns the tuple (W, b) for rows: X @ W + b makes that motion of every row of X. W (2, 2), b (2,).

    >>> W, b = make_layer(90, np.array([2.0, 1.0]), 0, np.array([5.0, 5.0]))
    >>> np.round(np.array([[1.0, 0.0]]) @ W + b, 6)
    array([[5., 6.]])
    """
    raise NotImplementedError("q5: write make_layer")

# %% [markdown]
# The picture builds the article's layer step by step. The arrows are the two axes of the points at the start. Watch the
# angle between them: at which step do they stop being perpendicular?

# %% tags=["picture"]
steps = {
    "start": make_layer(0, NO_SCALE, 0, NO_SHIFT),
    "turn by 30": make_layer(30, NO_SCALE, 0, NO_SHIFT),
    "scale by 0.8 and 1.5": make_layer(30, SCALES, 0, NO_SHIFT),
    "turn by -20": make_layer(30, SCALES, -20, NO_SHIFT),
    "shift left and down": make_layer(30, SCALES, -20, SHIFT),
}
for ax, (name, (W, b)) in zip(planes(list(steps), **FRAME, size=2.7), steps.items()):
    origin, one, two = affine_forward(np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]), W, b)
    two_classes(ax, affine_forward(CLOUD, W, b))
    arrow(ax, origin + 2 * (one - origin), "black", tail=origin)
    arrow(ax, origin + 2 * (two - origin), "black", tail=origin)
    ax.set_title(f"{name}\n{angle_between(one - origin, two - origin):.3f} degrees")

# %% [markdown]
# **Predict, then run.** Exchange the two angles: first -20, then 30. Does the area of the cloud change by another factor than
# before? Is the angle between the axes the same?

# %% tags=["picture"]
guess = None  # your guess: "same area", "same angle", "both" or "neither"

for deg1, deg2 in ((30, -20), (-20, 30)):
    W, _ = make_layer(deg1, SCALES, deg2, SHIFT)
    area, angle = abs(np.linalg.det(W)), angle_between(*W)  # the rows of W are the images of the axes
    print(f"{deg1:4} degrees first: area times {area:.3f}, angle between the axes {angle:.3f} degrees")
print("you guessed", guess)

# %% [markdown]
# Turns keep areas, so the area changes by 0.8 · 1.5 = 1.2 either way. The angle depends on how the axes lie when the
# scaling hits them, and that depends on the first turn alone.

# %% [markdown] question="q6" points=15 functions="decompose_affine" builds_on="rotation, make_layer"
# ## Taking a layer apart
#
# The other way round is harder: given W, find a turn, a scaling and a turn. That this works for *every* W is the
# singular value decomposition (SVD). With it, each layer from the plane to the plane is one of the motions of q5, and what
# you learn here about those motions holds for all of them.
#
# **numpy.** `U, s, Vt = np.linalg.svd(M)` gives three factors with `U @ np.diag(s) @ Vt` equal to M. `s` holds the
# singular values: the factors by which M stretches, never negative, largest first. U and Vt keep all lengths.
#
# **Mirrors.** Keeping lengths is not enough. A matrix that keeps lengths has determinant +1 (a turn) or -1 (a mirror), and
# numpy's U and Vt can be either. This is the article's doubt: it allows negative scales for mirrors, so that both outer
# factors can be turns. A mirror is a turn times a flip of one axis, `diag(1, -1)`, and the flip can be handed over to S:
# a minus sign taken out of an outer factor has to appear in S.
#
# **A worked number.** The mirror that swaps the two axes:
#
# ```
#  W.T       R2        S        R1
# [0 1]    [0 -1]   [1  0]   [1 0]
# [1 0]  = [1  0]   [0 -1]   [0 1]
# ```
#
# R2 turns by 90 degrees, S flips axis 2, R1 does not turn. Multiply it out. R2 and R1 have determinant +1; the -1 of the
# mirror is in S.
#
# For the article's layer S holds 1.5 and 0.8. Their order is free, and both signs may be changed together, because two
# flips make half a turn, which goes into R1 or R2. Several triples are right; the checks accept each of them.

# %% tags=["stub"]
def decompose_affine(W):
    """Take a layer's W apart into turn, scale, turn: W.T = R2 @ S @ R1.

    W (2, 2), any matrix: mirrored, of rank one, zero.
    Returns the tuple (R2, S, R1), each (2, 2) float64:
    R1 and R2 are rotations: R.T @ R is the identity and det R = +1, also where W mirrors;
    S is diagonal: its entries are the singular values of W in any order, with signs such that det S = det W.
    Several answers are right. Each one with these properties is accepted.

    >>> R2, S, R1 = decompose_affine(np.array([[0.0, 1.0], [1.0, 0.0]]))
    >>> np.round(R2 @ S @ R1, 6) + 0.0
    array([[0., 1.],
           [1., 0.]])
    >>> np.round([np.linalg.det(R2), np.linalg.det(S), np.linalg.det(R1)], 6)
    array([ 1., -1.,  1.])
    """
    raise NotImplementedError("q6: write decompose_affine")

# %% [markdown]
# The picture takes a layer apart that was built with a negative scale. The letter F shows in which step it is mirrored, and
# the circle shows the stretching.

# %% tags=["picture"]
W, _ = make_layer(30, np.array([0.8, -1.5]), -20, NO_SHIFT)
R2, S, R1 = decompose_affine(W)
circle = np.array([(np.cos(t), np.sin(t)) for t in np.linspace(0, 2 * np.pi, 100)])
steps = {"start": np.eye(2), "R1": R1, "S R1": S @ R1, "R2 S R1 = W.T": R2 @ S @ R1}
for ax, (name, matrix) in zip(planes(list(steps), low=-3.7, high=3.7, columns=4, size=3), steps.items()):
    ax.plot(*(matrix @ circle.T), color=GREY)
    ax.plot(*(matrix @ LETTER.T), color=BLUE, linewidth=3)
    ax.set_title(f"{name}\ndet = {np.linalg.det(matrix):.2f}")
print("S =", S.round(6).tolist())

# %% [markdown]
# **Predict, then run.** Take 1000 random matrices W. Among those with det W > 0, and among those with det W < 0: how many of
# the two outer factors that `np.linalg.svd` returns are mirrors? Which of the numbers 0, 1, 2 can occur in each group?

# %% tags=["picture"]
guess = None  # your guess

draw = np.random.default_rng(6)
counts = {"det W > 0": [0, 0, 0], "det W < 0": [0, 0, 0]}
for W in draw.normal(size=(1000, 2, 2)):
    U, s, Vt = np.linalg.svd(W.T)
    mirrors = int(np.linalg.det(U) < 0) + int(np.linalg.det(Vt) < 0)
    counts["det W > 0" if np.linalg.det(W) > 0 else "det W < 0"][mirrors] += 1
for group, (none, one, two) in counts.items():
    print(f"{group}: {none} times no mirror, {one} times one, {two} times two")
print("you guessed", guess)

# %% [markdown]
# Determinants multiply, and the singular values are positive here. So det W < 0 forces exactly one mirror, and det W > 0
# allows none or two; which of these you see depends on the library numpy was built with. Whoever looks only at the sign of
# det W misses the case of two.

# %% [markdown] question="q7" points=5 functions="relu"
# ## ReLU
#
# The last step of a layer is its activation. The article uses ReLU: every negative number becomes 0, every other number stays.
# In the plane this pushes each point to the nearest point of the first quadrant.
#
# **A worked number.**
#
# ```
# [ 1.5  -2.0]      [1.5  0.0]
# [-0.5   0.0]  ->  [0.0  0.0]
# [-3.0   4.0]      [0.0  4.0]
# ```
#
# The first point lands on axis 1, the second at the origin, the third on axis 2.

# %% tags=["stub"]
def relu(A):
    """The activation ReLU (rectified linear unit): positive entries stay, all others become 0.

    Formula: max(a, 0) for every entry a.

    A: array of any shape.
    Returns an array of the same shape.

    >>> relu(np.array([[1.5, -2.0], [-0.5, 0.0]]))
    array([[1.5, 0. ],
           [0. , 0. ]])
    """
    raise NotImplementedError("q7: write relu")

# %% [markdown]
# The picture draws an arrow from each point to where ReLU puts it. Points beside the quadrant land on an axis,
# points behind it land at the origin, points inside do not move.

# %% tags=["picture"]
points = np.random.default_rng(7).uniform(-1.9, 2.9, (45, 2))
(ax,) = planes(["ReLU pushes every point into the first quadrant"], **FRAME, size=4.2)
ax.fill_between([0, 3], 0, 3, color=BLUE, alpha=0.08)
for start, end in zip(points, relu(points)):
    if np.any(start != end):
        arrow(ax, end, ORANGE, tail=start)
ax.plot(*points.T, "o", color=GREY, markersize=4)
ax.plot(*relu(points).T, "o", color=BLUE, markersize=5);

# %% [markdown]
# **Predict, then run.** What does a second ReLU right after the first one change? And is `relu(p + q)` the same as
# `relu(p) + relu(q)`? Give an example in your head before you run the cell.

# %% tags=["picture"]
guess = None  # your guess

p, q = points[:20], points[20:40]
print("a second ReLU changes", int(np.sum(relu(relu(p)) != relu(p))), "entries")
gap = relu(p) + relu(q) - relu(p + q)
print("the two sums differ in", int(np.sum(np.abs(gap) > 1e-12)), "of", gap.size, "entries")
print("the smallest difference is", abs(gap.min().round(6)), "and the largest", gap.max().round(6))
print("you guessed", guess)

# %% [markdown]
# ReLU twice is ReLU once: a point that has been pushed to the nearest point of the quadrant is there already. But ReLU is not
# linear. The two sums agree only where p and q have the same sign.

# %% [markdown] question="q8" points=8 functions="quadrant_kind" builds_on="relu"
# ## Four fates
#
# In the plane a point meets one of four fates. Where does ReLU put it?
#
# - **0**: inside the first quadrant. Both coordinates are positive, and the point does not move.
# - **1**: on axis 1. Only the first coordinate is positive after ReLU.
# - **2**: on axis 2. Only the second coordinate is positive after ReLU.
# - **3**: at the origin. No coordinate is positive. All points of this kind become one and the same point.
#
# A coordinate of exactly 0 is not positive, before and after ReLU.
#
# **A worked number.** (2, 1) is 0, (2, -1) is 1, (-2, 1) is 2, (-2, -1) is 3, and (2, 0) is 1.

# %% tags=["stub"]
def quadrant_kind(A):
    """Where ReLU puts each point of the plane.

    Formula: 0 inside the first quadrant (both entries of relu(a) are positive), 1 on axis 1 (only the first is),
    2 on axis 2 (only the second is), 3 at the origin (none is).

    A (N, 2): points before ReLU.
    Returns N integers, shape (N,).

    >>> quadrant_kind(np.array([[2.0, 1.0], [2.0, -1.0], [-2.0, 1.0], [-2.0, -1.0], [2.0, 0.0]]))
    array([0, 1, 2, 3, 1])
    """
    raise NotImplementedError("q8: write quadrant_kind")

# %% [markdown]
# **Predict, then run.** A cloud of 2000 points around the origin, and the same cloud shifted by (-1, -1). What share of each
# cloud has kind 0, and what share has kind 3? In the second cloud the two differ by a factor: guess it.

# %% tags=["picture"]
guess = None  # your guess: kind 3 is so many times as frequent as kind 0 in the shifted cloud

KIND_MARKERS = (("o", BLUE), ("s", SKY), ("D", YELLOW), ("x", "black"))
cloud = np.random.default_rng(8).standard_normal((2000, 2))
grid = planes(["around the origin", "shifted by (-1, -1)"], low=-4, high=3, size=4)
for ax, points in zip(grid, (cloud, cloud - 1)):
    kind = quadrant_kind(points)
    for number, (marker, color) in enumerate(KIND_MARKERS):
        label = f"{number}: {np.mean(kind == number):.1%}"
        shown = points[:600][kind[:600] == number]  # fewer points, to keep the picture clear
        ax.plot(*shown.T, marker, color=color, markersize=4, alpha=0.7, label=label)
    ax.legend(loc="lower right", fontsize=9, title="kind", framealpha=0.9)
times = np.sum(kind == 3) / np.sum(kind == 0)
print(f"shifted: kind 3 is {times:.0f} times as frequent as kind 0; you guessed {guess}")

# %% [markdown] question="q9" points=7 functions="orthant_fraction" builds_on="relu"
# ## How much survives
#
# The article is struck by the force of ReLU: the first quadrant is 1/4 of the plane, in space it is 1/8, and in N dimensions
# all data is pressed into 1/2^N of the space. Measure it. Draw points at random, all directions equally likely, and count those
# that ReLU leaves untouched.
#
# **A worked number.** Of the four points (0.3, 1.2), (-0.4, 0.7), (1.1, -2.0), (-0.2, -0.1) only the first is untouched.
# The share is 1/4 = 0.25. With a few points the share is rough; its standard error is sqrt(p (1 - p) / samples).

# %% tags=["stub"]
def orthant_fraction(n, samples, rng):
    """The share of random points of n dimensions that ReLU leaves untouched, found by trying.

    Formula: draw `samples` points, each of n independent standard normal numbers from rng;
    (number of points with n positive entries) / samples.

    n, samples: positive integers. rng: np.random.Generator; the only source of chance.
    Returns a float between 0 and 1.

    >>> round(orthant_fraction(2, 200_000, np.random.default_rng(1)), 2)
    0.25
    """
    raise NotImplementedError("q9: write orthant_fraction")

# %% tags=["picture"]
dimensions, samples = np.arange(1, 11), 50_000
measured = [orthant_fraction(int(n), samples, np.random.default_rng(n)) for n in dimensions]
expected = 0.5**dimensions
error = 2 * np.sqrt(expected * (1 - expected) / samples)
(ax,) = panels(["how much of space survives ReLU"], width=6, height=3.6)
ax.plot(dimensions, expected, color=GREY, label="1 / 2^n")
label = "measured, with two standard errors"
ax.errorbar(dimensions, measured, yerr=error, fmt="o", color=BLUE, capsize=3, label=label)
ax.set(yscale="log", xlabel="dimensions n", ylabel="share of untouched points", xticks=dimensions)
ax.legend();

# %% [markdown]
# **Predict, then run.** In 20 dimensions, with 100 000 points: how many points are untouched? And how many of its 20
# coordinates does a point keep on average?

# %% tags=["picture"]
guess = None  # your guess: untouched points, coordinates kept

untouched = round(100_000 * orthant_fraction(20, 100_000, np.random.default_rng(20)))
points = np.random.default_rng(21).standard_normal((20_000, 20))
kept = np.mean(np.sum(relu(points) > 0, axis=1))
print(f"{untouched} of 100 000 points are untouched; a point keeps {kept:.2f} of 20 coordinates")
print("you guessed", guess)

# %% [markdown]
# So 1/2^n is the share of points that do not move at all. It is not the share of what is left of a point:
# on average half of the coordinates survive, whatever n is. The share sent to the origin is 1/2^n too, for this cloud; in q8 you saw
# how a shift changes that.

# %% [markdown] question="q10" points=15 functions="layer_frames" builds_on="decompose_affine, relu, affine_forward, make_layer, rotation"
# ## A layer as a film
#
# Put everything together: a film of five frames that shows what a given layer does to a batch of points.
#
# - **F[0]**: the points, turned by R1,
# - **F[1]**: then scaled by S,
# - **F[2]**: then turned by R2; this is `H @ W`,
# - **F[3]**: then shifted by b; this is `H @ W + b`,
# - **F[4]**: then ReLU.
#
# R1, S and R2 come from your `decompose_affine`. Which of the right triples it returns does not matter.
#
# **A worked number.** Let W = diag(2, 3) and b = (-4, 1). With R1 = R2 = identity and S = diag(2, 3) the point (1, 1) goes
# to (1, 1), (2, 3), (2, 3), (-2, 4), (0, 4). With the other right triples the first two frames differ, the last three do not.

# %% tags=["stub"]
def layer_frames(H, W, b):
    """A layer as a film of five frames: turned, scaled, turned, shifted, ReLU.

    Formula: with W.T = R2 @ S @ R1, each frame moves the points of the frame before it:
    frame 0 turns H by R1, frame 1 scales by S, frame 2 turns by R2, frame 3 adds b, frame 4 applies ReLU.

    H (N, 2): points. W (2, 2), b (2,): the layer.
    Returns F (5, N, 2), float64. F[2] is H @ W, F[3] is H @ W + b. Any right R2, S, R1 is accepted.

    >>> F = layer_frames(np.array([[1.0, 1.0]]), np.array([[2.0, 0.0], [0.0, 3.0]]), np.array([-4.0, 1.0]))
    >>> F[2], F[3], F[4]
    (array([[2., 3.]]), array([[-2.,  4.]]), array([[0., 4.]]))
    """
    raise NotImplementedError("q10: write layer_frames")

# %% [markdown]
# The upper row is the article's figure: the layer built from its known steps. The lower row is your film, found from W
# alone. Arrows show the axes of the points at the start.
#
# **Predict, then run.** In which of the five columns can the two rows differ?

# %% tags=["picture"]
guess = None  # your guess: the columns, counted from 0

W, b = make_layer(30, SCALES, -20, SHIFT)
AXES = np.array([[0.0, 0.0], [2.0, 0.0], [0.0, 2.0]])
points = np.vstack([CLOUD, AXES])
known = [make_layer(30, NO_SCALE, 0, NO_SHIFT), make_layer(30, SCALES, 0, NO_SHIFT)]
known += [make_layer(30, SCALES, -20, NO_SHIFT), make_layer(30, SCALES, -20, SHIFT)]
article = [affine_forward(points, *layer) for layer in known]
article.append(relu(article[-1]))
yours = layer_frames(points, W, b)
names = ("turn", "scale", "turn", "shift", "ReLU")
titles = [f"{who}: {name}" for who in ("article", "your film") for name in names]
for number, (ax, frame) in enumerate(zip(planes(titles, **FRAME, columns=5, size=2.7), [*article, *yours])):
    two_classes(ax, frame[:-3])
    if number % 5 < 4:
        origin, one, two = frame[-3:]
        arrow(ax, one, "black", tail=origin)
        arrow(ax, two, "black", tail=origin)
different = [i for i in range(5) if not np.allclose(article[i], yours[i])]
print("the rows differ in columns", different, "; you guessed", guess)

# %% [markdown]
# The triple that turns a layer into its film is not unique, but the film ends the same way. Up to F[3] every step can be
# undone, because S has no 0 here: different points stay different. ReLU can make different points equal, and that
# cannot be undone.
#
# Here is the same film with moments between your frames. Your functions give the ends of each motion, and a motion is
# gradual: a turn by 30 degrees passes through 10 and 20.

# %% tags=["picture"]
def moment(share):
    """The points after `share` of all motions, from 0 to 5: turn, scale, turn, shift, ReLU."""
    first, scale, second, shift, fold = (min(max(share - step, 0.0), 1.0) for step in range(5))
    layer = make_layer(30 * first, 1 + scale * (SCALES - 1), -20 * second, shift * SHIFT)
    moved = affine_forward(points, *layer)
    return (1 - fold) * moved + fold * relu(moved)


def draw_moment(ax, share):
    """One picture of the film."""
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.axvline(0, color=GREY, linewidth=0.8)
    two_classes(ax, moment(share)[:-3])
    ax.set(xlim=(-2.0, 3.2), ylim=(-2.0, 3.2), aspect="equal")


shares = np.linspace(0, 5, 36)
doing = [names[min(int(share), 4)] for share in shares]
film(draw_moment, shares, titles=doing, seconds=0.12, describe="24 points are turned, scaled, turned, shifted and folded by ReLU")

# %% [markdown]
# Now three random layers in a row. The upper row leaves ReLU out, the lower row has it.
#
# **Predict, then run.** How many different points are left after three layers, in each row? The cloud has 24.

# %% tags=["picture"]
guess = None  # your guess: points left without ReLU, points left with ReLU

draw = np.random.default_rng(2081)
layers = [(draw.normal(size=(2, 2)), 0.5 * draw.normal(size=2)) for _ in range(3)]
rows = []
for frame in (3, 4):
    points = [CLOUD]
    for W, b in layers:
        points.append(layer_frames(points[-1], W, b)[frame])
    rows += points
places = ("start", "layer 1", "layer 2", "layer 3")
titles = [f"{row}: {place}" for row in ("affine only", "with ReLU") for place in places]
for ax, points in zip(planes(titles, low=-1.2, high=2.2, columns=4, size=3), rows):
    two_classes(ax, points)
left = [len(np.unique(points.round(9), axis=0)) for points in (rows[3], rows[7])]
print(f"different points left: {left[0]} without ReLU, {left[1]} with ReLU; you guessed {guess}")

# %% [markdown]
# Without ReLU the three layers are one affine map, as in q2: the cloud is only turned, stretched and shifted. With ReLU the
# shape of the cloud changes. Here the weights are random, so the change serves no purpose. Training, from a5 on, looks for weights with
# which the two classes end up on two sides of a straight line.
#
# **The output layer** is one more affine map, without ReLU. If it returns the point ŷ where y was wanted, the *squared loss*
# is the squared distance between the two points. Training moves ŷ by changing turns, scales and shifts.

# %% tags=["picture"]
wanted = np.array([1.0, 2.0])
output = affine_forward(CLOUD[-1:], *make_layer(-40, np.array([1.2, 0.7]), 10, np.array([0.5, 0.3])))[0]
loss = np.sum((output - wanted) ** 2)
(ax,) = planes([f"squared loss = squared distance = {loss:.3f}"], low=-1, high=3, size=3.4)
ax.plot(*zip(output, wanted), color=GREY, linestyle=":")
ax.plot(*wanted, "*", color=ORANGE, markersize=14)
ax.plot(*output, "o", color=BLUE, markersize=8)
ax.annotate("y, wanted", wanted, xytext=(8, 6), textcoords="offset points")
ax.annotate("ŷ, returned", output, xytext=(8, -14), textcoords="offset points");

# %% [markdown] question="q11" points=5 functions="standardize" builds_on="relu, quadrant_kind"
# ## Standardise the cloud
#
# In q8 a shift decided how many points ReLU spares. So it helps to know where a cloud is. *Standardising* moves the cloud to
# the origin and gives it the same width along every axis. Data is prepared like this before training, and *batch
# normalisation* does it between the layers of a network; the article ends by saying that its pictures help to understand that.
#
# **A worked number.** Two samples, three columns:
#
# ```
# X = [1  7   2]      mean = (2, 7, 6)      Z = [-1  0  -1]
#     [3  7  10]      std  = (1, 0, 4)          [ 1  0   1]
# ```
#
# First column: the distances from the mean 2 are -1 and 1, the mean of their squares is 1, its root is 1. The middle
# column is constant: its std is 0, and since there is nothing to divide its Z is 0.

# %% tags=["stub"]
def standardize(X):
    """Shift and scale every column to mean 0 and standard deviation 1.

    Formula: Z = (X - mean) / std, column by column; std is the root of the mean squared distance from the mean
    (divide by N, not N - 1). Nothing is added to std. Where a column is constant its std is 0 and its Z is 0; a column
    of very small numbers that differ is not constant.

    X (N, D): one sample per row.
    Returns the tuple (Z, mean, std): Z (N, D), mean (D,), std (D,).

    >>> Z, mean, std = standardize(np.array([[1.0, 7.0], [3.0, 7.0]]))
    >>> Z
    array([[-1.,  0.],
           [ 1.,  0.]])
    >>> mean, std
    (array([2., 7.]), array([1., 0.]))
    """
    raise NotImplementedError("q11: write standardize")

# %% [markdown]
# **Predict, then run.** The cloud below lies far to the left and down. How many of its 24 points survive ReLU untouched, as it
# is and after standardising? And what changes in Z if 100 is added to every entry of X first?

# %% tags=["picture"]
guess = None  # your guess: untouched points before, untouched points after

far = CLOUD * [1.0, 2.0] - [4.0, 6.0]
Z, mean, std = standardize(far)
counts = [int(np.sum(quadrant_kind(points) == 0)) for points in (far, Z)]
names = ("far away", "standardised")
titles = [f"{name}: {count} of {len(far)} untouched" for name, count in zip(names, counts)]
for ax, points in zip(planes(titles, low=-6.5, high=3, size=3.8), (far, Z)):
    ax.fill_between([0, 3], 0, 3, color=BLUE, alpha=0.08)
    two_classes(ax, points)
print(f"untouched: {counts}; you guessed {guess}")
print(f"largest change of Z after adding 100: {np.abs(standardize(far + 100)[0] - Z).max():.1e}")

# %% [markdown]
# Z knows nothing of where the cloud was and how wide: that is in `mean` and `std`, and `Z * std + mean` gives X back. Programs
# use this to return a network's answer in the units of the data.

# %% [markdown] question="q12" points=15 manual=true
# ## What only ReLU can do
#
# Write one paragraph of 150 to 300 words for each of the two claims. Support each claim with an argument *and* with at least
# one number that you computed with your own functions. Say which call gave the number, so that a reader can repeat it.
#
# 1. **The claim of this notebook (9 points).** "An affine map cannot change which point lies midway between two others; ReLU can."
#    Show why the first half holds for every W and b. Give two points for which the second half holds, with the numbers.
#    What follows for a stack of layers with ReLU and without?
# 2. **The author's doubt (6 points).** The article takes W apart into turn, scale, turn and lets a negative scale mean a mirror.
#    Its author found no source for this and was not sure. Is it right? Does it work for *every* W? Support your
#    answer with one layer that mirrors: its determinant, your S, and the determinants of your R1 and R2.
#
# Points are given for a true claim, an argument that covers every case and not just the example, a number that can be
# recomputed, and clear writing. Use the next cell for your computations.

# %%
# Your computations for the two paragraphs.

# %% [markdown] tags=["answer"]
# *Write your two paragraphs here, in place of this line.*
