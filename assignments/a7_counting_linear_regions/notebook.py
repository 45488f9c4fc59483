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
# # a7 Counting linear regions
#
# A ReLU network is made of flat pieces: it cuts its inputs into regions, and on each region it is one affine map. How
# many regions? In this assignment you count them exactly, without sampling, for networks of any depth. Then you test
# a famous sentence: "deep networks have exponentially many regions".
#
# The sentence comes from an answer on a Spanish question-and-answer site, which asks for "the geometric intuition of
# the inner workings of neural networks". The answer quotes two articles, Pascanu, Montúfar and Bengio (2013) and
# Montúfar, Pascanu, Cho and Bengio (2014), and concludes that a trained deep network *has learned* an exponential
# number of regions. The theorems are right. You will compute their bounds, and build a network that reaches
# exponentially many regions with your own hands. Whether the conclusion follows is for you to measure.
#
# You need a1, a2 and a4: layers, ReLU, and the way back through a layer. Expect 3 to 6 hours.

# %% tags=["setup"]
import math

import matplotlib.pyplot as plt
import numpy as np

from autograder.pictures import BLUE, DIVERGING, GREEN, GREY, ORANGE, PURPLE, field, film, intervals, line
from autograder.pictures import panels, planes, polygons, spaces, surface, use_style

use_style()
plt.rcParams["contour.negative_linestyle"] = "solid"


def net_forward(net, X):
    """The output (N, C) of the net for the samples X (N, D): ReLU after every layer but the last."""
    H = X
    for W, b in net[:-1]:
        H = np.maximum(H @ W + b, 0.0)
    W, b = net[-1]
    return H @ W + b


def random_net(widths, rng, bias=1.0):
    """A net with weights of size sqrt(2 / inputs) and biases of size `bias`; widths: inputs, hidden layers, outputs."""
    return [
        (rng.normal(size=(D, M)) * np.sqrt(2 / D), bias * rng.normal(size=M)) for D, M in zip(widths, widths[1:])
    ]


def parameters(net):
    """How many numbers a net learns."""
    return sum(W.size + b.size for W, b in net)


def train(net, X, Y, steps, lr=0.01):
    """The net after `steps` steps of Adam on the mean squared error, and the root of that error at the end."""
    net = [(W.copy(), b.copy()) for W, b in net]
    flat = [p for layer in net for p in layer]
    mean, square = [np.zeros_like(p) for p in flat], [np.zeros_like(p) for p in flat]
    for t in range(1, steps + 1):
        inputs = [X]
        for W, b in net[:-1]:
            inputs.append(np.maximum(inputs[-1] @ W + b, 0.0))
        error = inputs[-1] @ net[-1][0] + net[-1][1] - Y
        dZ, grads = 2 * error / error.size, []
        for (W, _), H in zip(net[::-1], inputs[::-1]):
            grads = [H.T @ dZ, dZ.sum(axis=0)] + grads
            dZ = dZ @ W.T * (H > 0)
        for i, g in enumerate(grads):
            mean[i] = 0.9 * mean[i] + 0.1 * g
            square[i] = 0.999 * square[i] + 0.001 * g**2
            flat[i] -= lr * mean[i] / (1 - 0.9**t) / (np.sqrt(square[i] / (1 - 0.999**t)) + 1e-8)
    return net, float(np.sqrt(np.mean(error**2)))


def cells(ax, shapes, seed=0):
    """Polygons in colours that have no meaning but to tell neighbours apart."""
    polygons(ax, shapes, values=np.random.default_rng(seed).permutation(len(shapes)))


def paint(ax, codes):
    """Colour the square of the axes by integers (G, G), codes[i, j] at x1 = grid[i], x2 = grid[j]."""
    hues = codes.T * 0.6180339887 % 1.0  # equal integers have equal colours, and neighbours hardly ever do
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    shown = {"cmap": DIVERGING, "vmin": 0, "vmax": 1, "zorder": -1, "interpolation": "nearest"}
    ax.imshow(hues, origin="lower", extent=(left, right, bottom, top), **shown)
    ax.set(xlim=(left, right), ylim=(bottom, top))

# %% [markdown]
# ## Made of flat pieces
#
# One hidden layer of five ReLU neurons, two inputs, one output, seen as a surface over the plane and as a map with
# contour lines. Every crease is a line along which one neuron switches on. Between the creases the surface is flat,
# so its contour lines are straight and parallel there.

# %% tags=["picture"]
FIVE = [
    (np.array([[1.0, -0.4, -1.0, 0.7, 0.2], [0.3, 1.0, -0.6, -1.0, 0.9]]), np.array([0.2, -0.5, 0.6, 0.3, 0.9])),
    (np.array([[1.0], [1.2], [0.8], [-0.9], [-0.6]]), np.array([0.0])),
]
grid = np.linspace(-2, 2, 81)
mesh = np.stack(np.meshgrid(grid, grid, indexing="ij"), axis=-1).reshape(-1, 2)
(ax,) = spaces(["the surface"])
surface(ax, net_forward(FIVE, mesh).reshape(81, 81), -2, 2)
(ax,) = planes(["its contour lines, and the five lines"], size=3.6)
field(ax, lambda X: net_forward(FIVE, X)[:, 0], levels=np.arange(-1, 4, 0.25))
for w, b in zip(FIVE[0][0].T, FIVE[0][1]):
    line(ax, w, b, GREEN)
plt.show()

# %% [markdown]
# ## Conventions
#
# Rows are samples. Numbers are float64. Functions do not change their inputs. Counts are integers, never floats.
#
# A **net** is a list of tuples `(W, b)`, from the first layer to the last. Every layer but the last is followed by
# ReLU; the last one gives the output as it is. So a net with three entries has two hidden layers.
#
# | code | mathematics | shape | meaning |
# |---|---|---|---|
# | `net` | | list of (W, b) | all layers but the last are followed by ReLU |
# | `W`, `b` | W, b | (D, M), (M,) | weights and biases of a layer: z = h W + b |
# | `X`, `x` | x | (N, D), (D,) | samples, one sample |
# | `n0`, `n1`, `widths` | n₀, n₁, (n₁, …, n_L) | integers | number of inputs, neurons of the first hidden layer, of all hidden layers |
# | `L` | L | an integer | number of hidden layers, without the output layer |
# | `H` | n₁ + … + n_L | an integer | number of hidden neurons |
# | `A`, `c` | y ↦ y A + c | (D, C), (C,) | the affine map of one region; C is the number of outputs |
# | `P` | | (K, 2) | a convex polygon: its K corners, one after the other around it |
# | `low`, `high` | | numbers | the interval low < x < high, or the square low < x1, x2 < high |
# | `k` | k | an integer | rank of a maxout layer |
#
# A neuron is **on** where z > 0 and **off** where z ≤ 0. The **activation pattern** of a sample says of every hidden
# neuron whether it is on. A **region** is a part of the input space on which the pattern is one and the same, and
# which has length (1-D) or area (2-D): single points and lines are no regions.
#
# With this definition every switching neuron counts, whether or not the output bends there. In the literature these are
# called activation regions. A net can never have more flat pieces than regions.
#
# **Near ties.** Computers round. Each docstring says how close two things have to be to count as one. The checks stay
# far away from these limits: where lines meet in one point or coincide, they do so exactly, with weights that are
# small integers.

# %% [markdown] question="q1" points=0 functions="hidden_neurons"
# ## What a net is
#
# This question is for practice and gives no points. How many neurons of a net are hidden?
#
# **A worked number.** A net with 2 inputs, hidden layers of 8 and 4 neurons and 1 output is a list of three tuples,
# with W of shapes (2, 8), (8, 4) and (4, 1). It has 8 + 4 = 12 hidden neurons.
#
# The function in the next cell is wrong on purpose. Run it, run its check, read the message, correct it, and run both
# again.

# %% tags=["stub"]
def hidden_neurons(net):
    """The number of hidden neurons: those that are followed by ReLU.

    Formula: the sum of the widths of all layers but the last.

    net: a list of (W, b), W (D, M), b (M,). Returns an int.

    >>> hidden_neurons([(np.ones((2, 3)), np.zeros(3)), (np.ones((3, 1)), np.zeros(1))])
    3
    """
    return sum(len(b) for _, b in net)

# %% [markdown] question="q2" points=8 functions="activation_pattern"
# ## On or off
#
# The pattern is what a region is known by. Two samples are in the same region exactly when their patterns are the
# same, because each neuron of a pattern asks for one side of a straight cut, and an intersection of such sides has no
# gaps. In deeper layers the cut is straight only within a region of the layers below, and that is enough.
#
# **A worked number.** One input, two hidden neurons: z1 = x and z2 = 2 - x.
#
# | x | z1 | z2 | pattern |
# |---|---|---|---|
# | 1 | 1 | 1 | on, on |
# | 3 | 3 | -1 | on, off |
# | -1 | -1 | 3 | off, on |
# | 0 | 0 | 2 | off, on |
#
# No x has the pattern off, off: of four thinkable patterns three occur.

# %% tags=["stub"]
def activation_pattern(net, X):
    """Which hidden neurons are on, for every sample.

    Formula: a neuron is on where its z = h W + b is greater than 0; where z is 0 or less it is off. h is X for the
    first layer, and for every other the layer below it after ReLU. The last layer of the net has no ReLU: it is not
    part of the pattern.

    net: a list of (W, b). X (N, D).
    Returns a bool array (N, H): one column per hidden neuron, layer by layer from the first, in the order of b.

    >>> net = [(np.array([[1.0, -1.0]]), np.array([0.0, 2.0])), (np.ones((2, 1)), np.zeros(1))]
    >>> activation_pattern(net, np.array([[1.0], [3.0], [0.0]]))
    array([[ True,  True],
           [ True, False],
           [False,  True]])
    """
    raise NotImplementedError("q2: write activation_pattern")

# %% [markdown]
# A colour for each pattern, on a grid of samples: on the left one layer of 6 neurons, in the middle two layers of 3,
# on the right three layers of 2. **Predict, then run.** Six neurons have 64 thinkable patterns. How many does the grid
# see in each picture?

# %% tags=["picture"]
guess = None  # your guess, for example (64, 64, 64)


def codes_seen(net, low, high, G):
    """The patterns on a G x G grid as integers (G, G)."""
    grid = np.linspace(low, high, G)
    mesh = np.stack(np.meshgrid(grid, grid, indexing="ij"), axis=-1).reshape(-1, 2)
    on = activation_pattern(net, mesh)
    return (on @ (1 << np.arange(on.shape[1]))).reshape(G, G)


seen = []
for ax, widths in zip(planes(["6 neurons", "3 + 3 neurons", "2 + 2 + 2 neurons"], -3, 3), ([6], [3, 3], [2, 2, 2])):
    codes = codes_seen(random_net([2, *widths, 1], np.random.default_rng(1)), -3, 3, 300)
    seen.append(len(np.unique(codes)))
    paint(ax, codes)
plt.show()
print("patterns seen:", seen, "- you guessed", guess)

# %% [markdown]
# On the left all borders are straight. In the other two they bend: a neuron of the second layer looks at the first
# layer, and where that changes its mind, the border changes its direction.

# %% [markdown] question="q3" points=12 functions="local_affine"
# ## One map for each region
#
# On a region the pattern is fixed, so ReLU does nothing but keep the neurons that are on and replace the others by 0.
# What is left is a chain of affine maps, and a chain of affine maps is one affine map: y ↦ y A + c.
#
# **A worked number.** The two neurons of q2, and the output 3 h1 + 5 h2 + 1.
#
# | region | on | output | A | c |
# |---|---|---|---|---|
# | x < 0 | h2 = 2 - x | 5 (2 - x) + 1 = 11 - 5x | -5 | 11 |
# | 0 < x < 2 | h1 = x, h2 = 2 - x | 3x + 5 (2 - x) + 1 = 11 - 2x | -2 | 11 |
# | x > 2 | h1 = x | 3x + 1 | 3 | 1 |
#
# The maps of neighbours agree on the border: at x = 0 both give 11, at x = 2 both give 7. The output has creases, but
# no jumps.

# %% tags=["stub"]
def local_affine(net, x):
    """The affine map that the net is on the region of x: net(y) = y A + c for every sample y of that region.

    Formula: start with A = identity, c = 0. For every layer A becomes A W and c becomes c W + b; after every layer
    but the last, the columns of A and the entries of c that belong to neurons that are off at x become 0.

    net: a list of (W, b). x (D,): one sample; a neuron that is exactly 0 there counts as off.
    Returns the tuple (A, c): A (D, C), c (C,), for a net with C outputs.

    >>> net = [(np.array([[1.0, -1.0]]), np.array([0.0, 2.0])), (np.array([[3.0], [5.0]]), np.array([1.0]))]
    >>> local_affine(net, np.array([3.0]))
    (array([[3.]]), array([1.]))
    >>> local_affine(net, np.array([1.0]))
    (array([[-2.]]), array([11.]))
    """
    raise NotImplementedError("q3: write local_affine")

# %% [markdown]
# Grey: a net with one input and two hidden layers of five neurons. At each dot your `local_affine` says which straight
# line the net follows there; the line is drawn beyond its region, so that you see where it stops being true.

# %% tags=["picture"]
net = random_net([1, 5, 5, 1], np.random.default_rng(33))
x = np.linspace(-3, 3, 601)
y = net_forward(net, x[:, None])[:, 0]
(ax,) = panels(["a net, and its affine map at five points"], width=7.5, height=3.4)
ax.plot(x, y, color=GREY, linewidth=4, alpha=0.5)
for point, color in zip((-2.2, -0.6, 0.3, 1.0, 2.4), (BLUE, ORANGE, GREEN, PURPLE, "black")):
    A, c = local_affine(net, np.array([point]))
    near = np.array([point - 0.9, point + 0.9])
    ax.plot(near, near * A[0, 0] + c[0], color=color)
    ax.plot(point, point * A[0, 0] + c[0], "o", color=color)
ax.set(xlabel="x", ylabel="output")
plt.show()

# %% [markdown]
# **Predict, then run.** A net with 30 hidden neurons in one layer can have up to 466 regions in the plane. You walk
# along a straight line through all of it. How many different maps do you meet at most?

# %% tags=["picture"]
guess = None  # your guess

net = random_net([2, 30, 1], np.random.default_rng(3))
walk = np.linspace(-40, 40, 8001)[:, None] * np.array([0.6, 0.8]) + np.array([0.1, -0.2])
slopes = np.array([local_affine(net, point)[0][:, 0] for point in walk])
changes = 1 + np.sum(np.any(slopes[1:] != slopes[:-1], axis=1))
(ax,) = panels(["the two entries of A along the walk"], width=7.5, height=2.6)
for k, color in enumerate((BLUE, ORANGE)):
    ax.plot(walk @ [0.6, 0.8], slopes[:, k], color=color, label=f"A[{k}, 0]")
ax.set(xlim=(-6, 6), xlabel="distance walked")
ax.legend()
plt.show()
print("different maps met:", changes, "- you guessed", guess)

# %% [markdown]
# Each line is crossed at most once, so a walk meets at most 31 regions. Remember this: it is why one layer can
# make only so many, and the idea behind the count in q6.

# %% [markdown] question="q4" points=8 functions="count_regions_1d"
# ## Counting on a line
#
# With one input, regions are intervals. A sampled grid can miss one that is narrow. You will not sample: on an
# interval on which the layers so far are affine, the next layer is affine too, z = x a + c for every neuron, so it
# cuts at x = -c / a and nowhere else. Cut the interval there, give each piece its own a and c (0 for the neurons that
# are off on it), and go on with the next layer.
#
# **A worked number.** z1 = x and z2 = 2 - x cut (-5, 5) at 0 and 2: three regions. Above them a neuron
# with z = h1 + h2 - 3:
#
# | interval | h1 | h2 | z | its cut |
# |---|---|---|---|---|
# | (-5, 0) | 0 | 2 - x | -1 - x | at -1, inside |
# | (0, 2) | x | 2 - x | -1 | none |
# | (2, 5) | x | 0 | x - 3 | at 3, inside |
#
# So one neuron of the second layer cuts twice: five regions.
#
# Four things to get right:
#
# - A neuron that does not change on an interval cuts nothing.
# - A cut outside the interval is none.
# - Two neurons may cut at the same place: that is one cut.
# - Whether the *output* bends at a cut does not matter.

# %% tags=["stub"]
def count_regions_1d(net, low, high):
    """The number of regions of a net with one input, between low and high.

    A region is a longest open interval inside (low, high) on which the activation pattern is the same. Patterns that
    occur at single points do not count, and whether the output bends between two regions does not matter.

    net: a list of (W, b), the first W has one row. low, high: numbers, low < high.
    Returns an int, at least 1. Cuts closer than 1e-9 to each other or to low or high are one cut.

    >>> net = [(np.array([[1.0, -1.0]]), np.array([0.0, 2.0])), (np.ones((2, 1)), np.zeros(1))]
    >>> count_regions_1d(net, -5.0, 5.0), count_regions_1d(net, 0.0, 5.0)
    (3, 2)
    """
    raise NotImplementedError("q4: write count_regions_1d")

# %% [markdown]
# Random nets with 2 or 8 neurons in every hidden layer, between -3 and 3. The dots are medians of 15 nets, the
# whiskers the smallest and the largest. **Predict, then run.** "Exponentially many" would mean that every further
# layer multiplies the number. Does it multiply, or add?

# %% tags=["picture"]
guess = None  # "multiplies" or "adds"


def spread(counts):
    """The smallest, the median and the largest of some counts."""
    return np.min(counts), np.median(counts), np.max(counts)


depths = [1, 2, 3, 4, 6, 8]
typical = {}
for width in (2, 8):
    nets = [[random_net([1] + [width] * L + [1], np.random.default_rng(s)) for s in range(15)] for L in depths]
    typical[width] = np.array([spread([count_regions_1d(net, -3.0, 3.0) for net in row]) for row in nets]).T
(ax,) = panels(["regions of random nets with one input"], width=6)
intervals(ax, depths, *typical[2], label="2 neurons in each layer", color=BLUE)
intervals(ax, depths, *typical[8], label="8 neurons in each layer", color=ORANGE)
ax.set(xlabel="hidden layers", ylabel="regions", ylim=(0, None))
ax.legend()
plt.show()
print("medians for 8 neurons:", dict(zip(depths, typical[8][1].tolist())), "- you guessed that a layer", guess)

# %% [markdown] question="q5" points=4 functions="max_regions"
# ## As many as there can be
#
# How many regions can n lines make of the plane? The first cuts it in two. Each further line crosses every earlier
# one at most once, so it is cut into at most as many pieces as there were lines, plus one, and each piece cuts one
# region in two:
#
# | lines | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
# |---|---|---|---|---|---|---|---|---|---|
# | new regions | | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
# | regions | 1 | 2 | 4 | 7 | 11 | 16 | 22 | 29 | 37 |
#
# The same argument in n0 dimensions, with planes and hyperplanes, ends in a sum of binomial coefficients (Zaslavsky,
# 1975). **A worked number.** Three lines in the plane: (3 over 0) + (3 over 1) + (3 over 2) = 1 + 3 + 3 = 7. Of the
# 2³ = 8 thinkable patterns one is missing: the lines form a triangle, and what is inside it has no opposite.
#
# `math.comb(n, j)` is (n over j), exact, and 0 where j > n. The counts soon have more digits than float64 or int64
# can hold, so stay with Python's integers. A few hundred neurons should take no time.

# %% tags=["stub"]
def max_regions(n0, n1):
    """The largest number of regions that n1 ReLU neurons in one layer can make of a space with n0 dimensions.

    Formula: the sum of the binomial coefficients (n1 over j) for j = 0 to n0 (Zaslavsky 1975). (n over j) is 0 where
    j > n.

    n0: an int, at least 1. n1: an int, at least 0. Returns an int, exact however large.

    >>> max_regions(2, 3), max_regions(2, 8), max_regions(5, 3)
    (7, 37, 8)
    """
    raise NotImplementedError("q5: write max_regions")

# %% [markdown]
# Both axes grow by powers, so that a power of n is a straight line. One layer is not exponential: with n0 inputs
# the number of regions grows like the n0-th power of the number of neurons.

# %% tags=["picture"]
neurons = np.unique(np.logspace(0, 2, 40).astype(int))
(ax,) = panels(["one layer at its best"], width=6, height=3.6)
ax.plot(neurons[neurons <= 40], 2.0 ** neurons[neurons <= 40], color=GREY, linestyle="--", label="all patterns, 2^n")
for n0, color in ((1, BLUE), (2, ORANGE), (3, GREEN), (10, PURPLE)):
    ax.plot(neurons, [max_regions(n0, int(n)) for n in neurons], color=color, label=f"{n0} input{'s' * (n0 > 1)}")
ax.set(xscale="log", yscale="log", xlabel="neurons in the layer", ylabel="regions", ylim=(1, 1e13))
ax.legend()
plt.show()

# %% [markdown] question="q6" points=14 functions="count_regions_2d"
# ## Counting in the plane
#
# Now the regions that a given layer really makes. A new line cuts in two as many regions as it has pieces, and it has
# one piece more than there are *different* points at which earlier lines meet it. Count the points, and the rest is
# addition. No grid, no window.
#
# **A worked number.** The lines x1 = 0, x2 = 0 and x1 + x2 = 1: the first adds 1, the second meets it at one point
# and adds 2, the third meets them at (0, 1) and at (1, 0) and adds 3. With the 1 at the start: 7. Now move the third
# line to x1 + x2 = 0. It meets both at (0, 0), one point, and adds 2: 6 regions. Three lines through one point make
# six sectors, and no formula in n alone can know that.
#
# Other things that happen: parallel lines do not meet. Two neurons can have the same line, with other weights, even
# with opposite signs; the second adds nothing. A neuron with weights 0 has no line. And two lines that are nearly
# parallel meet, far away.

# %% tags=["stub"]
def count_regions_2d(W, b):
    """The number of regions that one layer of ReLU neurons makes of the whole plane.

    Formula: neuron j cuts the plane along the line W[0, j] x1 + W[1, j] x2 + b[j] = 0. The k-th line cuts as many
    regions in two as the earlier lines cut it into pieces: one more than the number of different points at which
    they meet it. A line that has been there before cuts nothing, and a neuron with W[:, j] = 0 has no line.

    W (2, n), b (n,). Returns an int. Meeting points closer than 1e-6 are one point; lines whose directions differ by
    less than 1e-9 are parallel, and parallel lines less than 1e-9 apart are one line.

    >>> count_regions_2d(np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([0.0, 0.0, -1.0]))
    7
    >>> count_regions_2d(np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.zeros(3))
    6
    """
    raise NotImplementedError("q6: write count_regions_2d")

# %% [markdown]
# Why not simply count the patterns on a fine grid? Here are eight random lines and the grid of q2, ever finer, in
# windows of three sizes. **Predict, then run.** Your function says how many regions there are. Which grid finds them
# all?

# %% tags=["picture"]
guess = None  # your guess: a window and a number of samples

draw = np.random.default_rng(116)
EIGHT = [(draw.normal(size=(2, 8)), draw.normal(size=8)), (np.ones((8, 1)), np.zeros(1))]
true = count_regions_2d(*EIGHT[0])
(ax,) = panels(["eight lines: what grids see"], width=6.5, height=3.4)
ax.axhline(true, color="black", label=f"your count: {true}")
finer = [10, 20, 50, 100, 200, 500, 1000]
for reach, color, marker in ((3, BLUE, "o"), (30, ORANGE, "s"), (300, GREEN, "^")):
    seen = [len(np.unique(codes_seen(EIGHT, -reach, reach, G))) for G in finer]
    print(f"window -{reach} to {reach}:", dict(zip(finer, seen)))
    ax.plot(finer, seen, color=color, marker=marker, label=f"window ±{reach}")
ax.set(xscale="log", xlabel="samples along each axis", ylabel="regions found", ylim=(0, 40))
ax.set_xticks(finer, finer)
ax.minorticks_off()
ax.legend(loc="lower right")
plt.show()

# %% [markdown]
# A million samples in the small window find 28, in the middle one 34, and in the large one fewer again: a small
# window does not reach the crossings far away, a large one steps over the narrow regions near the origin. The film
# zooms out, with 300 samples along each axis in every frame. Look at how many lines are still apart from each other.

# %% tags=["picture"]
def zoom(ax, reach):
    """The eight lines in a window, over the patterns that a grid sees there."""
    ticks = [-reach, 0, reach]
    ax.set(xlim=(-reach, reach), ylim=(-reach, reach), aspect="equal", xticks=ticks, yticks=ticks)
    ax.tick_params(labelsize=8, length=0)
    paint(ax, codes_seen(EIGHT, -reach, reach, 300))
    for w, b in zip(EIGHT[0][0].T, EIGHT[0][1]):
        foot, along = -b * w / (w @ w), np.array([-w[1], w[0]]) / np.hypot(*w) * 4 * reach
        ax.plot(*np.array([foot - along, foot + along]).T, color="black", linewidth=0.7)
    ax.set(xlim=(-reach, reach), ylim=(-reach, reach))


reaches = [1, 2, 4, 8, 16, 32, 64, 128]
titles = [f"±{r}: {len(np.unique(codes_seen(EIGHT, -r, r, 300)))} of {true}" for r in reaches]
told = "Eight lines in the plane, seen in larger and larger windows; a grid never sees all 37 regions."
film(zoom, reaches, titles, seconds=0.9, describe=told)

# %% [markdown]
# **Predict, then run.** Training usually starts with random weights and with all biases 0. How many regions do 8
# neurons have then, with two inputs? Draw the lines in your mind first.

# %% tags=["picture"]
guess = None  # your guess

star = count_regions_2d(EIGHT[0][0], np.zeros(8))
print("biases 0:", star, "- random biases:", count_regions_2d(*EIGHT[0]), "- you guessed", guess)

# %% [markdown] question="q7" points=6 functions="split_polygon"
# ## Cutting a polygon
#
# For deeper nets the lines bend, so the trick with the crossing points is over. What still works is to hold every
# region in your hands as a polygon and cut it. This is the knife.
#
# Walk around the polygon, corner by corner. The height of a corner is w · x + b. A corner with negative height
# belongs to the negative part, one with positive height to the positive part, one with height 0 to both. Between two
# corners whose heights have opposite signs there is a crossing point, and it is a corner of both parts.
#
# **A worked number.** The unit square, and 4 x1 - 1. The corners (0, 0) and (1, 0) have heights -1 and 3. Seen from
# the first corner the crossing is at 1 / (1 + 3) = 1/4 of the edge, at (0.25, 0).
#
# A line that only touches the polygon, at a corner or along an edge, does not cut it: the other part has no area,
# and is None.

# %% tags=["stub"]
def split_polygon(P, w, b):
    """Cut a convex polygon along the line w . x + b = 0.

    Formula: corners on the side of the line keep their order; where the line crosses an edge between its ends, the
    crossing point is a corner of both parts.

    P (K, 2): the corners, one after the other around the polygon. w (2,), b: a number. w may be 0; then there is no
    line, and the whole polygon has the sign of b (0 counts as negative).
    Returns the tuple (negative, positive): the part where w . x + b <= 0 and the part where it is >= 0, each an array
    of its corners in order around it, or None if it has no area. Corners closer than 1e-9 to the line lie on it.

    >>> square = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    >>> negative, positive = split_polygon(square, np.array([4.0, 0.0]), -1.0)
    >>> negative
    array([[0.  , 0.  ],
           [0.25, 0.  ],
           [0.25, 1.  ],
           [0.  , 1.  ]])
    >>> split_polygon(square, np.array([1.0, 1.0]), -2.0)[1] is None
    True
    """
    raise NotImplementedError("q7: write split_polygon")

# %% [markdown]
# A cake with twelve corners, and seven cuts with your knife. A cut goes through every piece it meets. **Predict, then
# run.** How many pieces are there after seven cuts, if every two cuts cross inside the cake?

# %% tags=["picture"]
guess = None  # your guess

angles = 2 * np.pi * np.arange(12) / 12
cakes = [[np.column_stack([np.cos(angles), np.sin(angles)])]]
for k in range(7):
    w, b = np.array([np.cos(0.45 * k + 0.2), np.sin(0.45 * k + 0.2)]), 0.12 * np.cos(2.0 * k)
    cakes.append([part for P in cakes[-1] for part in split_polygon(P, w, b) if part is not None])


def serve(ax, pieces):
    """The pieces of a cake."""
    cells(ax, pieces, seed=4)
    ax.set(xlim=(-1.1, 1.1), ylim=(-1.1, 1.1), aspect="equal", xticks=[], yticks=[])
    ax.spines[:].set_visible(False)


print("pieces:", [len(pieces) for pieces in cakes], "- you guessed", guess)
titles = [f"{k} cuts: {len(pieces)} pieces" for k, pieces in enumerate(cakes)]
film(serve, cakes, titles, seconds=0.8, describe="A cake cut seven times, each cut through every piece it meets.")

# %% [markdown] question="q8" points=7 functions="regions_deep_2d" builds_on="split_polygon"
# ## All regions, at any depth
#
# The idea of q4, with polygons for intervals. Begin with the square, on which "the layers so far" do nothing: h = x.
# For each layer, and for each region so far, the layer is affine on the region: h = x A + c becomes z = x (A W) + (c
# W + b). So neuron j cuts this region along a straight line with w = column j of A W, or not at all. Cut with all
# neurons of the layer. Then, for each part, set the columns of the neurons that are off on it to 0, and go up to the
# next layer.
#
# Which neurons are on in a part? Ask any point inside it, for example the mean of its corners.
#
# **A worked number.** The first layer is relu(x1) and relu(x2), above it one neuron with z = h1 + h2 - 1/2, in the
# square from -1 to 1. The first layer makes four quarters.
#
# | quarter | z | its line |
# |---|---|---|
# | x1 > 0, x2 > 0 | x1 + x2 - 1/2 | x1 + x2 = 1/2 |
# | x1 > 0, x2 < 0 | x1 - 1/2 | x1 = 1/2 |
# | x1 < 0, x2 > 0 | x2 - 1/2 | x2 = 1/2 |
# | x1 < 0, x2 < 0 | -1/2 | none |
#
# Three of the quarters are cut: 7 regions. The border of the upper neuron is one line that bends twice.

# %% tags=["stub"]
def regions_deep_2d(net, low, high):
    """The regions of a net with two inputs inside the square low < x1, x2 < high, as polygons.

    A region is a part of the square on which the activation pattern is the same; parts without area do not count.

    Formula: on every region of the layers so far the next layer is an affine function of x, so each of its neurons
    cuts that region along a straight line, or not at all. Begin with the square.

    net: a list of (W, b), the first W has two rows. low, high: numbers, low < high.
    Returns a list of arrays (K, 2), the corners of the regions, in any order of the regions.

    >>> net = [(np.array([[1.0, 0.0], [0.0, 1.0]]), np.zeros(2)), (np.ones((2, 1)), np.zeros(1))]
    >>> len(regions_deep_2d(net, -1.0, 1.0)), len(regions_deep_2d(net, 0.0, 1.0))
    (4, 1)
    """
    raise NotImplementedError("q8: write regions_deep_2d")

# %% [markdown] question="q9" points=3 functions="count_regions_deep_2d" builds_on="regions_deep_2d, split_polygon"
# ## How many are there?
#
# What is left is one line. But say what you count: regions, not the patterns that could be written down, nor the
# different affine maps. Two regions can have the same map, for example all those on which every neuron of the last
# hidden layer is off.
#
# **A worked number.** In the example of q8 the last neuron is off in four of the seven regions: below x1 + x2 = 1/2,
# left of x1 = 1/2, below x2 = 1/2, and in the whole quarter where both are negative. On all four the output is the
# same constant. They are still four regions of seven.

# %% tags=["stub"]
def count_regions_deep_2d(net, low, high):
    """The number of regions of a net with two inputs inside the square low < x1, x2 < high.

    net, low, high: as in regions_deep_2d. Returns an int, at least 1.

    >>> net = [(np.array([[1.0, 0.0], [0.0, 1.0]]), np.zeros(2)), (np.ones((2, 1)), np.zeros(1))]
    >>> count_regions_deep_2d(net, -1.0, 1.0)
    4
    """
    raise NotImplementedError("q9: write count_regions_deep_2d")

# %% [markdown]
# Your polygons, for four nets with 16 hidden neurons each. Colours have no meaning here but to tell neighbours apart.
# Look for straight lines, for lines that bend at other lines, and for where the small regions are.

# %% tags=["picture"]
shapes = [[16], [8, 8], [6, 5, 5], [4, 4, 4, 4]]
nets = [random_net([2, *widths, 1], np.random.default_rng(11)) for widths in shapes]
found = [regions_deep_2d(net, -3.0, 3.0) for net in nets]
titles = [f"{widths}: {len(regions)} regions" for widths, regions in zip(shapes, found)]
for k, (ax, regions) in enumerate(zip(planes(titles, -3, 3, columns=2, size=4.2), found)):
    cells(ax, regions, seed=k)
plt.show()

# %% [markdown]
# ## An experiment: the same number of parameters
#
# A fair race needs equal means. A net with two inputs, one hidden layer of n neurons and one output learns 4n + 1
# numbers. With two hidden layers of m neurons it learns m² + 5m + 1. For n = 9 and m = 4 that is 37 numbers for both,
# for n = 26 and m = 8 it is 105 for both.
#
# Thirty random nets of each kind, counted with your function in the square from -30 to 30, which is large enough for
# nearly all crossings. **Predict, then run.** Which has more regions as a rule: one layer of 26, or two layers of 8?
# By what factor?

# %% tags=["picture"]
guess = None  # your guess: the shape, and the factor

RACE = [[9], [4, 4], [26], [8, 8]]
counts = {}
for widths in RACE:
    nets = [random_net([2, *widths, 1], np.random.default_rng(s)) for s in range(30)]
    counts[str(widths)] = [count_regions_deep_2d(net, -30.0, 30.0) for net in nets]
    low, middle, high = spread(counts[str(widths)])
    print(f"{widths}: {parameters(nets[0])} parameters, smallest {low}, median {middle}, largest {high}")
(ax,) = panels(["regions of 30 random nets"], width=6.5, height=3.4)
draw = np.random.default_rng(0)
for k, widths in enumerate(RACE):
    color = BLUE if len(widths) == 1 else ORANGE
    ax.plot(k + draw.uniform(-0.12, 0.12, 30), counts[str(widths)], "o", color=color, markersize=4, alpha=0.6)
ax.plot([], [], "o", color=BLUE, label="one hidden layer")
ax.plot([], [], "o", color=ORANGE, label="two hidden layers")
ax.set_xticks(range(4), [f"{w}\n{parameters(random_net([2, *w, 1], draw))} parameters" for w in RACE])
ax.set(ylabel="regions", ylim=(0, 400), xlim=(-0.6, 3.6))
ax.legend(loc="upper left")
plt.show()
print("you guessed", guess)

# %% [markdown]
# The answer speaks of "the same number of computational units", so we counted neurons, too, in the same way: 24 neurons in
# one layer have 292 regions in the median, in three layers of 8 they have 253.5. The deep nets differ more: from 136 to 436
# regions, where one layer of 24 can have 301 at most. Hanin and Rolnick (2019) proved that this is the rule: for random
# weights and biases, under mild conditions, the mean number of regions in a box grows at most like the number of neurons
# to the power of the number of inputs, in deep nets as in shallow ones.
#
# Random nets are nets before training. The answer from which this assignment starts says: the deep net "has learned
# an exponential number of regions". So train: 400 samples of x1² + x2² + 3, 1500 steps, from the usual start with
# biases 0. **Predict, then run.** By what factor does training multiply the number of regions: of one layer of 26, of
# two layers of 8?

# %% tags=["picture"]
guess = None  # your guess: two factors

draw = np.random.default_rng(0)
X = draw.uniform(-2, 2, size=(400, 2))
Y = np.sum(X**2, axis=1, keepdims=True) + 3
stages, titles = [], []
for widths in ([26], [8, 8]):
    start = random_net([2, *widths, 1], np.random.default_rng(0), bias=0.0)
    end, error = train(start, X, Y, 1500)
    for stage, net in (("before", start), ("after", end)):
        stages.append(regions_deep_2d(net, -2.0, 2.0))
        titles.append(f"{widths} {stage}: {len(stages[-1])}")
    print(f"{widths}: {len(stages[-2])} regions before training, {len(stages[-1])} after it, error {error:.3f}")
for k, (ax, regions) in enumerate(zip(planes(titles, -2, 2, columns=2, size=3.6), stages)):
    cells(ax, regions, seed=k)
plt.show()
print("you guessed", guess)

# %% [markdown] question="q10" points=8 functions="fold_net"
# ## The fold
#
# So where does "exponential" come from? From one construction. Fold a strip of paper in the middle and draw a mark
# through both halves: unfolded, it has two marks. Fold it L times, and one mark becomes 2^L marks. A layer can fold:
# the tent
#
# t(x) = 2x for x up to 1/2, and 2 - 2x from there on
#
# maps both halves of [0, 1] onto the whole of [0, 1], and whatever the layers above do there, they do in both halves.
#
# **A worked number.** t(0.3) = 0.6, t(0.6) = 0.8, t(0.8) = 0.4. So three tents in a row send 0.3 to 0.4. They send
# 0.7 to 0.4 as well, because t(0.7) = 0.6.
#
# Two ReLU neurons are enough for a tent: think of one that rises on the whole of [0, 1], and of another that sets in
# at 1/2. What has to be added up, with which weights? Then put the tents on top of each other. The sum that ends one
# tent and the neurons that begin the next one are both affine: they become one layer.

# %% tags=["stub"]
def fold_net(L):
    """A net with one input, one output and L hidden layers of 2 neurons whose graph over [0, 1] is a zigzag of 2^L pieces.

    Formula: the tent t(x) = 2x up to 1/2 and 2 - 2x from there on, put into itself L times: t(t(...t(x))). The zigzag
    starts at 0, is 1 at x = 1/2^L, 0 at 2/2^L, 1 at 3/2^L, and so on. Outside [0, 1] the net may do what it likes.

    L: an int, at least 1. Returns a net: a list of L + 1 tuples (W, b) with shapes (1, 2) or (2, 2) for the hidden
    layers and (2, 1) for the last.

    >>> net_forward(fold_net(2), np.array([[0.0], [0.25], [0.5], [0.75], [0.875]])).ravel()
    array([0. , 1. , 0. , 1. , 0.5])
    """
    raise NotImplementedError("q10: write fold_net")

# %% tags=["picture"]
def draw_zigzag(ax, L):
    """The graph of fold_net(L) over [0, 1]."""
    x = np.linspace(0, 1, 2**7 + 1)
    ax.plot(x, net_forward(fold_net(L), x[:, None])[:, 0], color=BLUE, linewidth=1.2)
    ax.set(xlim=(0, 1), ylim=(0, 1.05), xticks=[0, 0.5, 1], yticks=[0, 1])


folds = [1, 2, 3, 4, 5, 6]
titles = [f"L = {L}: {count_regions_1d(fold_net(L), 0.0, 1.0)} regions" for L in folds]
film(draw_zigzag, folds, titles, columns=3, seconds=0.9, describe="The zigzag of 2, 4, 8, 16, 32 and 64 pieces.")

# %% [markdown]
# The same plot as in q4, now with the fold, for nets with 2 neurons in each layer: the same shape, the same number
# of parameters, other weights. The scale on the left grows by powers of two.

# %% tags=["picture"]
(ax,) = panels(["2 neurons in each hidden layer"], width=6)
ax.plot(depths, [count_regions_1d(fold_net(L), 0.0, 1.0) for L in depths], "^-", color=GREEN, label="your fold, on [0, 1]")
intervals(ax, depths, *typical[2], label="random nets, on [-3, 3]", color=BLUE)
ax.set(yscale="log", xlabel="hidden layers", ylabel="regions", yticks=[1, 2, 4, 8, 16, 32, 64, 128, 256])
ax.set_yticklabels(ax.get_yticks().astype(int))
ax.minorticks_off()
ax.legend()
plt.show()

# %% [markdown]
# The same in the plane. Take your fold twice, once for x1 and once for x2, side by side in layers of 4 neurons: the
# unit square is folded along both of its middle lines. A last layer of 4 neurons cuts the folded square along four
# lines, 11 regions. The film unfolds it again: every region is there four times, each time as a mirror image.

# %% tags=["setup"]
FOUR = (np.array([[1.0, 0.0, 1.0, 1.0], [0.0, 1.0, 1.0, -1.0]]), -np.array([5.0, 5.0, 7.0, 1.0]) / 8)


def both_ways(net):
    """A net with one input and one output, done to x1 and to x2 side by side."""
    zero = np.zeros_like
    return [(np.block([[W, zero(W)], [zero(W), W]]), np.concatenate([b, b])) for W, b in net]


def folded_lines(fold, W, b):
    """A net that does `fold` (a net, or [] for nothing) to x1 and x2 and then has one more hidden layer, W and b."""
    *hidden, (V, c) = both_ways(fold) if fold else [(np.eye(2), np.zeros(2))]
    return [*hidden, (V @ W, c @ W + b), (np.ones((W.shape[1], 1)), np.zeros(1))]

# %% tags=["picture"]
flat = regions_deep_2d(folded_lines([], *FOUR), 0.0, 1.0)
hues = np.random.default_rng(3).permutation(len(flat))


def unfold(ax, angles):
    """The folded square, opened by two angles in degrees: to the right, then upwards."""
    shapes, values = [], []
    for right in (False, True):
        for up in (False, True):
            for P, hue in zip(flat, hues):
                Q = (P - 1) / 2 * [np.cos(np.radians(angles[0] * right)), np.cos(np.radians(angles[1] * up))] + 0.5
                shapes.append(Q)
                values.append(hue)
    polygons(ax, shapes, values=values)
    ax.set(xlim=(-0.02, 1.02), ylim=(-0.02, 1.02), aspect="equal", xticks=[], yticks=[])
    ax.spines[:].set_visible(False)


frames = [(0, 0), (50, 0), (130, 0), (180, 0), (180, 50), (180, 130), (180, 180)]
titles = ["11 regions"] * 3 + ["22 regions"] * 3 + ["44 regions"]
film(unfold, frames, titles, seconds=0.7, describe="A square folded twice opens: 11 regions become 22 and then 44.")

# %% [markdown]
# **Predict, then run.** The film is only a drawing. Count: the four lines alone, folded once, twice, three times. And
# how many regions can as many neurons make at most, if all of them are in one layer?

# %% tags=["picture"]
guess = None  # your guess, for example [(11, 11), (22, 37), ...]

for folds in range(4):
    net = folded_lines(fold_net(folds) if folds else [], *FOUR)
    neurons = sum(len(b) for _, b in net[:-1])
    count = count_regions_deep_2d(net, 0.0, 1.0)
    most = max_regions(2, neurons)
    print(f"folded {folds} times, {neurons:>2} neurons: {count:>3} regions in the unit square; one layer: at most {most}")
print("you guessed", guess)
found = [regions_deep_2d(folded_lines(fold_net(folds), *FOUR), 0.0, 1.0) for folds in (1, 2, 3)]
for ax, regions in zip(planes([f"{len(regions)} regions" for regions in found], 0, 1, size=3.6), found):
    cells(ax, regions, seed=2)
plt.show()

# %% [markdown] question="q11" points=4 functions="montufar_bound" builds_on="max_regions"
# ## What the theorem says
#
# Montúfar and the others do this for every width. A layer of n_l neurons has floor(n_l / n0) neurons for each of the
# n0 inputs. With p neurons a layer folds one input p times onto itself (your tent is p = 2), so it folds the whole
# space onto itself p^n0 times. The last layer cuts what is folded. The net that does it all has at least
#
# floor(n_1 / n0)^n0 · ... · floor(n_{L-1} / n0)^n0 · ((n_L over 0) + ... + (n_L over n0))
#
# regions. So the *maximum* over all weights is at least that: it is a lower bound on the maximum. It says nothing
# about the weights that you have.
#
# **A worked number.** Two inputs, widths [6, 6]: floor(6 / 2) = 3, squared 9, times 22 for the last layer: 198.
# Widths [4, 4]: 4 · 11 = 44, your film.

# %% tags=["stub"]
def montufar_bound(n0, widths):
    """A number of regions that some net of these widths has: the lower bound on the maximum of Montufar et al. (2014).

    Formula: the product over all hidden layers but the last of floor(width / n0)^n0, times max_regions(n0, last width).

    n0: the number of inputs, an int, at least 1. widths: the widths of the hidden layers, a list of at least one int,
    each at least n0. Returns an int, exact however large.

    >>> montufar_bound(2, [6, 6]), montufar_bound(2, [8, 8, 8]), montufar_bound(2, [8])
    (198, 9472, 37)
    """
    raise NotImplementedError("q11: write montufar_bound")

# %% [markdown]
# The race again, with the same parameters for both: lines for what is possible, dots for the random nets that you
# counted. For one layer "at most" is exact. For two layers the line is Montúfar's bound: the true maximum is there or
# higher. **Predict, then run.** From which size on does the bound promise more for two layers than one layer can have?

# %% tags=["picture"]
guess = None  # your guess: the number of parameters

pairs = [(m, (m * m + 5 * m) // 4) for m in (3, 4, 7, 8, 11, 12, 16)]  # 4n + 1 = m² + 5m + 1
sizes = [4 * n + 1 for _, n in pairs]
one, two = [max_regions(2, n) for _, n in pairs], [montufar_bound(2, [m, m]) for m, _ in pairs]
(ax,) = panels(["what can be, and what is"], width=7, height=3.8)
ax.plot(sizes, one, color=BLUE, label="one layer, at most")
ax.plot(sizes, two, color=ORANGE, linestyle="--", label="two layers, some net")
for widths, color in zip(RACE, (BLUE, ORANGE, BLUE, ORANGE)):
    size = parameters(random_net([2, *widths, 1], np.random.default_rng(0)))
    aside = 0.985 if len(widths) == 1 else 1.015  # next to each other, not on top of each other
    ax.plot([aside * size] * 30, counts[str(widths)], "o", color=color, markersize=4, alpha=0.4)
ax.plot([], [], "o", color=GREY, label="your random nets")
ax.set(xscale="log", yscale="log", xlabel="parameters", ylabel="regions", xticks=sizes, xticklabels=sizes)
ax.minorticks_off()
ax.tick_params(axis="x", labelsize=9)
ax.legend()
plt.show()
for (m, n), size, a, b in zip(pairs, sizes, one, two):
    print(f"{size:>3} parameters: one layer of {n:>2} at most {a:>4}; two layers of {m:>2}, some net: {b:>4}")
print("most regions of a random net [4, 4]:", max(counts["[4, 4]"]), "- you guessed", guess)

# %% [markdown]
# The bound is no maximum: one of the thirty random nets [4, 4] has 52 regions, more than the 44 of the bound, and
# more than the 46 of any single layer with as many parameters. It is one of thirty; the median is 30.

# %% [markdown] question="q12" points=7 functions="maxout, maxout_backward"
# ## Maxout: the largest of k
#
# ReLU takes the larger of z and 0. A maxout neuron of rank k takes the largest of k affine functions, all of them
# learned. The theorem that the answer quotes, theorem 8 of the second article, is about such nets.
#
# **A worked number.** One input, one neuron, rank 2: the larger of 2x - 1 and 1 - 2x, a V.
#
# - x = 1/4: the functions give -1/2 and 1/2. The second wins, H = 1/2.
# - x = 1: they give 1 and -1. The first wins, H = 1.
#
# And back, with the upstream gradients 1 and 10:
#
# - The first sample speaks to the second function only: dX = 1·(-2) = -2, and for this function dW gets 1·(1/4) and
#   db gets 1.
# - The second sample speaks to the first function only: dX = 10·2 = 20, and for this function dW gets 10·1 and db
#   gets 10.
#
# So it is the affine brick of a4, k times, behind a switch. Where two functions are equal there is no gradient, and
# no check looks there.

# %% tags=["stub"]
def maxout(X, W, b):
    """A maxout layer of rank k: every neuron is the largest of k affine functions.

    Formula: H[n, m] = the largest over r of (X W[r] + b[r])[n, m].

    X (N, D). W (k, D, M): the weights of the k affine functions. b (k, M): their biases. Returns H (N, M).

    >>> W, b = np.array([[[2.0]], [[-2.0]]]), np.array([[-1.0], [1.0]])
    >>> maxout(np.array([[0.0], [0.25], [1.0]]), W, b)
    array([[1. ],
           [0.5],
           [1. ]])
    """
    raise NotImplementedError("q12: write maxout")


def maxout_backward(dH, X, W, b):
    """Send an upstream gradient back through the maxout layer H = maxout(X, W, b).

    Formula: for every sample and neuron, only the affine function that is the largest gets dH[n, m], the others get 0;
    then the affine brick of a4 for each of them, and dX is the sum over all. No check looks where two are equal.

    dH (N, M): dL/dH. X (N, D), W (k, D, M), b (k, M): as in maxout.
    Returns the tuple (dX, dW, db): dX (N, D), dW (k, D, M), db (k, M).

    >>> W, b = np.array([[[2.0]], [[-2.0]]]), np.array([[-1.0], [1.0]])
    >>> dX, dW, db = maxout_backward(np.array([[1.0], [10.0]]), np.array([[0.25], [1.0]]), W, b)
    >>> dX.ravel(), dW.ravel(), db.ravel()
    (array([-2., 20.]), array([10.  ,  0.25]), array([10.,  1.]))
    """
    raise NotImplementedError("q12: write maxout_backward")

# %% [markdown]
# The V folds too: it maps both halves of [0, 1] onto the whole. One, two, three and four of your maxout layers on top
# of each other, one neuron each:

# %% tags=["picture"]
V = (np.array([[[2.0]], [[-2.0]]]), np.array([[-1.0], [1.0]]))
x = np.linspace(0, 1, 257)[:, None]
h = x
titles = ["1 layer: 2 pieces", "2 layers: 4 pieces", "3 layers: 8 pieces", "4 layers: 16 pieces"]
for ax in panels(titles, width=2.6, height=2.4):
    h = maxout(h, *V)
    ax.plot(x[:, 0], h[:, 0], color=BLUE)
    ax.set(xticks=[0, 0.5, 1], yticks=[0, 1])
plt.show()

# %% [markdown] question="q13" points=4 functions="maxout_bound"
# ## Theorem 8
#
# "A maxout network with L layers of width n0 and rank k can compute functions with at least k^(L-1) k^n0 linear
# regions."
#
# **A worked number.** Two inputs, one layer of two neurons of rank 3. Let the first neuron look at x1 only, and
# change its function twice as x1 grows; let the second do so with x2. The plane falls into 3 · 3 = 9 boxes, and
# k^(L-1) k^n0 = 3^0 · 3^2 = 9. With L = 3 it is 9 · 9 = 81.
#
# Note the word "can", and the two exponents: the first counts layers, the second dimensions.

# %% tags=["stub"]
def maxout_bound(L, n0, k):
    """A number of regions that some maxout net has: theorem 8 of Montufar et al. (2014).

    Formula: k^(L - 1) k^n0, for L layers of n0 neurons of rank k on n0 inputs.

    L, n0, k: ints, L and n0 at least 1, k at least 2. Returns an int, exact however large.

    >>> maxout_bound(3, 2, 3), maxout_bound(1, 2, 2)
    (81, 4)
    """
    raise NotImplementedError("q13: write maxout_bound")

# %% [markdown]
# The nine boxes, and two layers of the same shape with random weights, cut out with your `split_polygon`: where
# function r wins, its differences to all others are positive. **Predict, then run.** How many regions does a random
# maxout layer of this shape have as a rule: more than nine, nine, fewer?

# %% tags=["picture"]
guess = None  # your guess


def maxout_regions(W, b, low, high):
    """The polygons on which every neuron of a maxout layer with two inputs keeps its function."""
    parts = [np.array([[low, low], [high, low], [high, high], [low, high]])]
    for m in range(W.shape[2]):
        won = []
        for r in range(len(W)):
            share = parts
            for s in range(len(W)):
                if s != r:
                    cut = [split_polygon(P, W[r, :, m] - W[s, :, m], b[r, m] - b[s, m])[1] for P in share]
                    share = [P for P in cut if P is not None]
            won += share
        parts = won
    return parts


boxes = np.zeros((3, 2, 2)), np.zeros((3, 2))
boxes[0][:, 0, 0] = boxes[0][:, 1, 1] = [-1.0, 0.0, 1.0]
boxes[1][:] = [[-1.0, -1.0], [0.0, 0.0], [-1.0, -1.0]]
draw = np.random.default_rng(0)
randoms = [(draw.normal(size=(3, 2, 2)), draw.normal(size=(3, 2))) for _ in range(200)]
shown = [boxes, randoms[0], randoms[4]]
found = [maxout_regions(W, b, -4.0, 4.0) for W, b in shown]
titles = [f"{name}: {len(regions)}" for name, regions in zip(("boxes", "random", "random"), found)]
for ax, regions in zip(planes(titles, -4, 4), found):
    cells(ax, regions, seed=5)
plt.show()
sizes, times = np.unique([len(maxout_regions(W, b, -100.0, 100.0)) for W, b in randoms], return_counts=True)
print("200 random layers, regions: how often", dict(zip(sizes.tolist(), times.tolist())), "- you guessed", guess)

# %% [markdown] question="q14" points=9 manual=true
# ## At most, or as a rule
#
# The sentence: "Deep networks have exponentially many linear regions, many more than shallow networks with the same
# number of parameters."
#
# Write 150 to 250 words. Say what is true about it and what is not. Your text needs
#
# 1. one pair of numbers for "at most": a shallow maximum and a deep count or bound, for the same number of neurons or of
#    parameters, and which of them is exact and which is a bound (3 points);
# 2. one pair of numbers for "as a rule", of nets that you counted yourself in the next cell, with other seeds or other
#    widths than the notebook's, and how many nets you counted (3 points);
# 3. a reason why the two differ: what is special about the weights of `fold_net`, and what would have to happen for a
#    net to come upon them by chance (2 points).
#
# One more point is for a sentence that you would put in the place of the first one: true, and as short.

# %%
# Your counts.

# %% [markdown] tags=["answer"]
# *Write your text here, in place of this line.*

# %% [markdown] question="q15" points=6 manual=true
# ## The last paragraph of the answer
#
# The answer ends: "If the intuition is right, then by using deep networks with ReLUs, our deep network has learned
# an exponential number of regions, each with its own linear hypersurface. (...) the linear approximations can become
# so fine that we do not perceive the jaggedness."
#
# Write 100 to 200 words on these two questions.
#
# 1. Did the nets of the experiment above *learn* exponentially many regions? Quote the numbers before and after
#    training. What does training change, and why do the biases matter for that (3 points)?
# 2. Does a good approximation need many regions, and do many regions make a good approximation? Find a net in this
#    notebook with many regions whose output approximates nothing useful, and say how many regions the flat part of a
#    function needs (3 points).

# %%
# Your computations.

# %% [markdown] tags=["answer"]
# *Write your text here, in place of this line.*
