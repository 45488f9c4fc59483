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
# # a8 What did my network learn?
#
# A network that is right 99 times out of 100 has learnt *something*. Whether it is what you meant, its accuracy does
# not say. In this assignment you build the instruments that look inside: filters, saliency, occlusion, maximising
# images, shuffled features, probes. Then a laboratory hands you a network that is right for a wrong reason, and you
# find out which.
#
# The questions come from a discussion on a site for statistics, which we have in Japanese: "What did my neural network
# learn? Which features matter, and why?" Its answers and comments make claims. You will test them, one by one, and some
# do not survive. What stands in quotation marks below is our translation.
#
# You need a1 to a4: layers, activations, gradients. Expect 3 to 6 hours.

# %% tags=["setup"]
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from autograder.pictures import BLUE, COLORS, DIVERGING, GREY, ORANGE, film, images, panels, use_style

use_style()
DATA = Path("data")
CLASSES = ("lying bar", "standing bar", "cross", "ring")


def act_forward(Z, kind):
    """The activation of that kind for every entry of Z: "relu", "tanh", or "linear", which leaves Z as it is."""
    return {"relu": np.maximum(Z, 0.0), "tanh": np.tanh(Z), "linear": Z.copy()}[kind]


def mlp_forward(params, X):
    """Output (N, C) of a network, and one pair (input, Z before the activation) per layer; params as in a4."""
    H, caches = X, []
    for W, b, kind in params:
        Z = H @ W + b
        caches.append((H, Z))
        H = act_forward(Z, kind)
    return H, caches


def mlp_backward(params, caches, dZ):
    """From dL/dZ of the last layer: dL/dX (N, D), and one pair (dW, db) per layer."""
    grads = [None] * len(params)
    for i in reversed(range(len(params))):
        H, _ = caches[i]
        grads[i] = (H.T @ dZ, dZ.sum(axis=0))
        dZ = dZ @ params[i][0].T
        if i > 0:
            Z, kind = caches[i - 1][1], params[i - 1][2]
            dZ = dZ * {"relu": 1.0 * (Z > 0), "tanh": 1.0 - np.tanh(Z) ** 2, "linear": 1.0}[kind]
    return dZ, grads


def up_to(params, layer):
    """The first `layer` layers as a network of their own, whose outputs are the units of that layer before the bend."""
    W, b, _ = params[layer - 1]
    return [*params[: layer - 1], (W, b, "linear")]


def shapes(N, rng):
    """N noisy images (N, 64) of one shape each, at random places, and their classes (N,), 0 to 3 as in CLASSES."""
    y = rng.integers(4, size=N)
    images = np.zeros((N, 8, 8))
    for image, kind in zip(images, y):
        line, start = rng.integers(8), rng.integers(4)
        if kind == 0:
            image[line, start : start + 5] = 1.0
        elif kind == 1:
            image[start : start + 5, line] = 1.0
        elif kind == 2:
            i, j = rng.integers(2, 6, size=2)
            image[i, j - 2 : j + 3] = image[i - 2 : i + 3, j] = 1.0
        else:
            i, j = rng.integers(5, size=2)
            image[i : i + 4, j : j + 4] = 1.0
            image[i + 1 : i + 3, j + 1 : j + 3] = 0.0
    images *= rng.uniform(0.6, 1.0, size=(N, 1, 1))
    return images.reshape(N, 64) + 0.1 * rng.normal(size=(N, 64)), y


def load_net(name):
    """A trained network of data/<name>.npz, as a list of layers (W, b, kind); the hidden layers are ReLU."""
    with np.load(DATA / f"{name}.npz") as file:
        depth = sum(key.startswith("W") for key in file)
        kinds = ["relu"] * (depth - 1) + ["linear"]
        return [(file[f"W{i}"], file[f"b{i}"], kind) for i, kind in enumerate(kinds, start=1)]


def lab_images():
    """The laboratory's own test images (400, 64) and their classes (400,)."""
    with np.load(DATA / "lab_images.npz") as file:
        return file["hundredths"] / 100.0, file["y"].astype(int)

# %% [markdown]
# ## Four shapes
#
# All images of this assignment are made by the function `shapes` above: 8 by 8 pixels, one shape at a random place,
# some brightness, some noise. A network with 64 inputs, two hidden layers of 12 and 8 ReLU units and 4 outputs was
# trained on 4000 of them. You get it ready-made; the question is what is in it.

# %% tags=["picture"]
net = load_net("shapes")
X, y = shapes(1000, np.random.default_rng(1))
print(f"right on {np.mean(np.argmax(mlp_forward(net, X)[0], axis=1) == y):.1%} of 1000 new images")
shown = np.concatenate([np.flatnonzero(y == c)[:4] for c in range(4)])
images(X[shown].reshape(-1, 8, 8), titles=[CLASSES[c] for c in y[shown]], columns=8, size=1.15)
plt.show()

# %% [markdown]
# ## Conventions
#
# Rows are samples. Numbers are float64. An image is a row of 64 numbers, its 8 by 8 pixels read line by line: pixel
# (i, j) is entry 8 i + j. Dark is 0, bright is 1. Randomness comes in as `rng`, a numpy Generator. Functions do not
# change their inputs: they compute new arrays, or work on copies.
#
# | code | mathematics | shape | meaning |
# |---|---|---|---|
# | `N`, `D`, `C` | N, D, C | integers | number of samples, of inputs, of outputs |
# | `X`, `y` | x₁ … x_N | (N, D), (N,) | samples, one per row, and their classes 0, 1, … |
# | `params` | W, b, act | list | a network: one tuple (W, b, kind) per layer, as in a4; the last kind is "linear" |
# | `mlp_forward(params, X)[0]` | z | (N, C) | the outputs, before any softmax; the largest one names the class |
# | `c` | c | an integer | which output we ask about |
# | `k` | k | (h, w) | a filter |
# | `norm`, `limit` | ‖x‖ ≤ r, or all abs(x_i) ≤ r | text, number | which inputs are allowed: the "ball" or the "box", and its size r |
# | `rng` | | | a numpy Generator |
#
# **A hidden unit is an output of a shorter network.** `up_to(net, 2)` is the network that ends with layer 2, before
# its activation. Every instrument you build for outputs works for hidden units as well: call it with `up_to(net,
# layer)`.
#
# `mlp_forward` and `mlp_backward` are those of a4, cut down to what is needed here. If you paste yours over them,
# nothing changes, as long as they know the kinds "relu", "tanh" and "linear".
#
# Each question has a cell to fill in and below it a cell that checks it. These checks are public. More checks, on
# other inputs, run after you hand in. `grader.hint("q2")` shows the next hint for the last failure.

# %% [markdown] question="q1" points=0 functions="count_params"
# ## How black is the box?
#
# This question is for practice and gives no points. An answer in the discussion calls networks black boxes: what they
# learn are parameters, and "hundreds of thousands of parameters are quite normal". How many has a network with layers
# of 784, 500 and 10 units, a common first network for handwritten digits?
#
# **A worked number.** From 784 to 500 units: 784·500 weights and 500 biases. From 500 to 10: 500·10 weights and 10
# biases. Together 392 000 + 500 + 5000 + 10 = 397 510. The answer is right about that.
#
# The function in the next cell is wrong on purpose. Run it, run its check, read the message, correct it, and run both
# again.

# %% tags=["stub"]
def count_params(widths):
    """How many numbers a fully connected network learns: all weights and all biases.

    Formula: the sum over the layers of inputs times outputs, plus outputs.

    widths: a list of at least two integers: inputs, hidden layers, outputs. Returns an int.

    >>> count_params([2, 3, 1])
    13
    """
    return sum(D * M for D, M in zip(widths, widths[1:]))

# %% tags=["picture"]
print("our network:", count_params([64, 12, 8, 4]), "parameters")
print("784-300-100-10:", count_params([784, 300, 100, 10]), " 3072-100-10:", count_params([3072, 100, 10]))

# %% [markdown] question="q2" points=8 functions="conv2d"
# ## A filter slides over an image
#
# The first layer of a convolutional network lays a small filter on every place of the image, multiplies what lies on
# top of each other, and adds up. A large sum means: here the image looks like me. This is the dot product of a1,
# place by place.
#
# **What is in a name.** Mathematicians call this a *cross-correlation*. Their *convolution* turns the filter by 180
# degrees first, k[h-1-a, w-1-b] in place of k[a, b]. What deep-learning libraries call a convolution does not turn
# it, and neither do we. A filter that is its own mirror image does not show the difference, so test with one that is
# not.
#
# **A worked number.** A border of zeros can be added around the image first: with `pad=1` a 2 by 3 image becomes 4 by
# 5.
#
# ```
# x = [1  2  0]     k = [1 -1]     conv2d(x, k) = [ 1·1 - 1·2 + 2·3 + 0·1    1·2 - 1·0 + 2·1 + 0·4 ] = [5  4]
#     [3  1  4]         [2  0]
# ```
#
# Here k has 2 rows and 2 columns, x has 2 and 3: there are 1 by 2 places. With pad=1 there are 3 by 4.
#
# A filter of one row and one column is allowed, and so is an image smaller than the filter once the border is added.
# If the filter does not fit even then, raise a ValueError.

# %% tags=["stub"]
def conv2d(x, k, pad=0):
    """Slide a filter over an image: the layer that libraries call a convolution.

    Formula: out[i, j] = sum over a, b of k[a, b] x[i + a, j + b], for all i, j where k lies inside the image. Before
    that, x gets a border of `pad` zeros on all four sides. k is not turned around: this is a cross-correlation.

    x (H, W): an image. k (h, w): a filter. pad: an integer, 0 or more.
    Returns an array (H + 2 pad - h + 1, W + 2 pad - w + 1).
    Raises ValueError if k is higher or wider than the image with its border.

    >>> conv2d(np.array([[1.0, 2.0, 4.0]]), np.array([[1.0, -1.0]]))
    array([[-1., -2.]])
    >>> conv2d(np.array([[5.0]]), np.ones((3, 3)), pad=1)
    array([[5.]])
    """
    raise NotImplementedError("q2: write conv2d")

# %% [markdown]
# **The same layer again.** Write every patch as a row of a matrix: then the layer is X W of a1, with the filter as
# its only column of weights. A convolutional layer is an affine layer that uses its weights again at every place.
#
# The discussion gives an example of a filter one can understand by looking at it. As printed in the translation we
# have, it is
#
# ```
# [0 1 0]
# [1 4 1]
# [0 1 0]
# ```
#
# "If all pixels had the same colour, they would cancel, giving 0. But if, say, the upper half is different from the
# lower half, the value may be large. In fact, this filter is an edge detector." **Predict, then run.** What does the
# printed filter give where all pixels are 1? Which single sign was lost?

# %% tags=["picture"]
guess = None  # your guess: the value on a constant image of ones

printed = np.array([[0.0, 1.0, 0.0], [1.0, 4.0, 1.0], [0.0, 1.0, 0.0]])
mended = printed * np.array([[1, 1, 1], [1, -1, 1], [1, 1, 1]])
step = np.repeat(np.array([[0.0, 0.0, 0.0, 1.0, 1.0, 1.0]]), 6, axis=0)
print("constant image, as printed:", conv2d(np.ones((5, 5)), printed)[1, 1], " mended:", conv2d(np.ones((5, 5)), mended)[1, 1], " you guessed", guess)
print("one row across a step from 0 to 1, as printed:", conv2d(step, printed)[1], " mended:", conv2d(step, mended)[1])
four = [X[np.flatnonzero(y == c)[0]].reshape(8, 8) for c in range(4)]
images(np.stack(four), titles=list(CLASSES), columns=4, size=1.5)
plt.show()
images(np.stack([conv2d(x, printed, pad=1) for x in four]), titles=["as printed: a blur"] * 4, columns=4, size=1.5, symmetric=True)
plt.show()
images(np.stack([conv2d(x, mended, pad=1) for x in four]), titles=["with the sign"] * 4, columns=4, size=1.5, symmetric=True)
plt.show()

# %% [markdown]
# Grey: the images. In the coloured rows blue is negative and orange is positive. The mended filter answers with one
# sign inside a line and with the other beside it, and with about 0 where nothing changes. It answers 0 on any image
# whose brightness grows evenly in one direction, too: try `conv2d(np.add.outer(np.arange(6.0), 2 * np.arange(6.0)),
# mended)`.

# %% [markdown] question="q3" points=4 functions="filter_grid"
# ## All filters at a glance
#
# The units of the first layer of our network see the whole image: their filters are 8 by 8, the columns of W1. The
# famous picture of first-layer filters shows many of them in one grid. Build that grid.
#
# **A worked number.** Three filters of one pixel each, 2, -4 and 0, in two columns. Each is divided by its own
# largest absolute entry: 1, -1, and 0 stays 0. Between neighbours lies a line of zeros:
#
# ```
# [1  0 -1]
# [0  0  0]
# [0  0  0]
# ```
#
# The last place is empty, so it is 0.

# %% tags=["stub"]
def filter_grid(filters, columns):
    """One image of many filters, side by side in rows of `columns`, with one line of zeros between neighbours.

    Formula: every filter is divided by the largest |entry| of its own, so that its colours use the whole scale; a
    filter of zeros stays as it is. Filter 0 is at the top left, filter 1 to the right of it. Places that are left over
    in the last row are 0.

    filters (K, h, w). columns: an integer, 1 or more.
    Returns an array (rows (h + 1) - 1, columns (w + 1) - 1), where rows is K / columns, rounded up.

    >>> filter_grid(np.array([[[2.0]], [[-4.0]], [[0.0]]]), 2)
    array([[ 1.,  0., -1.],
           [ 0.,  0.,  0.],
           [ 0.,  0.,  0.]])
    """
    raise NotImplementedError("q3: write filter_grid")

# %% [markdown]
# **Predict, then run.** The columns of W1 after training on the left, random numbers as before training on the right.
# What will you see in the trained filters: whole shapes, lines, or nothing you could name?

# %% tags=["picture"]
guess = None  # your guess

random_weights = np.random.default_rng(3).normal(size=(64, 12))
axes = panels(["filters of the trained network", "before training"], width=4.6, height=3.6)
for ax, W in zip(axes, (net[0][0], random_weights)):
    ax.imshow(filter_grid(W.T.reshape(12, 8, 8), 4), cmap=DIVERGING, vmin=-1, vmax=1)
    ax.set_axis_off()
plt.show()

# %% [markdown]
# Blue is negative, orange positive. A first-layer filter can be read like a picture because its input is one. For the
# units of layer 2 there is nothing like it: their weights belong to twelve numbers that are no pixels. From here on
# we need instruments.

# %% [markdown] question="q4" points=5 functions="saliency"
# ## Saliency: which way would the output move?
#
# The first instrument asks for every pixel: if it got a little brighter, how much would output c change? That is a
# gradient, with respect to the *input* instead of the weights, and backpropagation has it for free.
#
# **A worked number.** Two inputs, two ReLU units, one output, no biases:
#
# ```
# W1 = [1 -1]    W2 = [3]
#      [2  0]         [5]
# ```
#
# - x = (1, 1): z1 = (3, -1). The second unit is shut, so the output is 3·(x1 + 2 x2), and S = (3, 6).
# - x = (-3, 1): z1 = (-1, 3). The first is shut, the output is 5·(-x1), and S = (-5, 0).
#
# One network, two answers: a saliency map belongs to one input. Only for a network without hidden layers is it the
# same everywhere, and then it is the weight vector itself. That is why logistic regression (a3) can be explained by
# its weights, and a deep network cannot.
#
# The samples of a batch do not know of each other: nothing is averaged over them.

# %% tags=["stub"]
def saliency(params, X, c):
    """How fast output c of a network changes with each input, for every sample.

    Formula: S[n, i] = d z_c(X[n]) / d X[n, i], where z_c is output c before any softmax.

    params: a network as in mlp_forward, its last layer linear. X (N, D). c: an integer.
    Returns S (N, D), signs included.

    >>> saliency([(np.array([[3.0, 1.0], [-4.0, 0.0]]), np.zeros(2), "linear")], np.ones((1, 2)), 0)
    array([[ 3., -4.]])
    """
    raise NotImplementedError("q4: write saliency")

# %% [markdown]
# Four images, and below each the saliency map of its own class, drawn on a scale of its own. Orange: a brighter pixel
# here would speak for the class. Blue: it would speak against it.

# %% tags=["picture"]
images(np.stack(four), titles=list(CLASSES), columns=4, size=1.5)
plt.show()
maps = np.stack([saliency(net, x.reshape(1, 64), c)[0].reshape(8, 8) for c, x in enumerate(four)])
scaled = maps / np.max(np.abs(maps), axis=(1, 2), keepdims=True)
images(scaled, titles=[f"for {name}" for name in CLASSES], columns=4, size=1.5, symmetric=True)
plt.show()

# %% [markdown]
# **Predict, then run.** A ReLU network without biases doubles its output when the input is doubled. What does that
# say about the sum over all pixels of x_i · S_i? Below, the sum for our network with its biases taken away, and for
# our network as it is.

# %% tags=["picture"]
guess = None  # your guess: to what is the sum equal, without biases?

bare = [(W, np.zeros_like(b), kind) for W, b, kind in net]
for name, params in (("without biases", bare), ("with biases", net)):
    outputs = mlp_forward(params, X[:4])[0][:, 3]
    sums = np.sum(X[:4] * saliency(params, X[:4], 3), axis=1)
    print(f"{name:>15}: outputs {outputs.round(3)}, sums {sums.round(3)}")
print("you guessed", guess)

# %% [markdown] question="q5" points=4 functions="project"
# ## Staying inside
#
# The second instrument turns the question round: which input makes a unit answer most? Without a limit there is no
# answer: twice the input of a linear unit gives twice the value. So we allow only inputs in a *ball* (length at most
# r) or in a *box* (every entry between -r and r). Climbing will lead out of them; this function brings a point back
# to the nearest one that is allowed.
#
# **A worked number.** The row (3, -4) has length 5. Ball with r = 1: (0.6, -0.8). Box with r = 1: (1, -1). The row
# (0.1, 0.2) is allowed in both and stays as it is. A row of zeros stays as well, without a division by zero.

# %% tags=["stub"]
def project(X, norm, limit):
    """Bring every row back to the nearest allowed point; rows that are allowed stay as they are.

    Formula: "ball" allows lengths up to limit (length: root of the sum of squares): a longer row is shortened to it.
    "box" allows entries from -limit to limit: every entry is cut there.

    X (N, D). norm: "ball" or "box". limit: a positive number. Returns an array (N, D).
    Raises ValueError for any other norm.

    >>> project(np.array([[3.0, -4.0], [0.1, 0.2]]), "ball", 1.0)
    array([[ 0.6, -0.8],
           [ 0.1,  0.2]])
    >>> project(np.array([[3.0, -4.0], [0.1, 0.2]]), "box", 1.0)
    array([[ 1. , -1. ],
           [ 0.1,  0.2]])
    """
    raise NotImplementedError("q5: write project")

# %% tags=["picture"]
points = np.random.default_rng(5).normal(size=(60, 2)) * 1.6
for ax, norm in zip(panels(["onto the ball", "onto the box"], width=3.4, height=3.4), ("ball", "box")):
    inside = project(points, norm, 1.0)
    for before, after in zip(points, inside):
        ax.plot(*zip(before, after), color=GREY, linewidth=0.8)
    ax.plot(*points.T, ".", color=GREY)
    ax.plot(*inside.T, ".", color=ORANGE, markersize=7)
    ax.set(xlim=(-3, 3), ylim=(-3, 3), aspect="equal")
plt.show()

# %% [markdown] question="q6" points=10 functions="activation_max" builds_on="saliency, project"
# ## Climbing: the input that a unit likes most
#
# Now climb: step along the saliency, come back inside, repeat. Several starts climb at once, each row on its own.
# This is *activation maximisation* (Erhan and others, 2009).
#
# **A worked number.** One linear unit with w = (3, -4) and no bias, ball with r = 1, start at (0, 0), lr = 0.1:
#
# | | X | value |
# |---|---|---|
# | start | (0, 0) | 0 |
# | after step 1 | (0.3, -0.4) | 2.5 |
# | after step 2 | (0.6, -0.8) | 5 |
# | after step 3 | (0.9, -1.2), back to (0.6, -0.8) | 5 |
#
# On the ball nothing beats w / ‖w‖, with the value ‖w‖ = 5: that is the inequality of Cauchy and Schwarz. In the box
# with r = 1 the climb ends at (1, -1), the signs of w, with the value 3 + 4 = 7.
#
# The start is projected first, so that every value belongs to an allowed input.

# %% tags=["stub"]
def activation_max(params, c, X0, norm, limit, steps, lr):
    """Climb output c from several starts at once, without leaving the allowed set.

    Formula: X = project(X0, norm, limit); then, `steps` times, X = project(X + lr * saliency(params, X, c), norm, limit).

    params: a network as in mlp_forward, its last layer linear. c: an integer. X0 (n, D): the starts.
    norm, limit: as in project. steps: an integer, 0 or more. lr: a positive number.
    Returns the tuple (X, values): X (n, D), where the climbs end; values (steps + 1, n): output c at the projected
    starts and after every step.

    >>> net = [(np.array([[3.0], [-4.0]]), np.zeros(1), "linear")]
    >>> X, values = activation_max(net, 0, np.zeros((1, 2)), "ball", 1.0, 2, 0.1)
    >>> X
    array([[ 0.6, -0.8]])
    >>> values.round(6)
    array([[0. ],
           [2.5],
           [5. ]])
    """
    raise NotImplementedError("q6: write activation_max")

# %% [markdown]
# A comment in the discussion says: "a common misconception is that the patch of an image that maximises the output of
# a neuron looks like the filter. It does not, because it is a convolution and not template matching." **Predict, then
# run.** First-layer units, the maximising image on the ball and in the box. Above each image stands the cosine of its
# angle with the filter: 1 means the same up to a factor. In which row will it be 1?

# %% tags=["picture"]
guess = None  # your guess: ball, box, both or neither

first = up_to(net, 1)
start = np.zeros((1, 64))
for norm, limit in (("ball", 3.0), ("box", 0.375)):
    best = [activation_max(first, unit, start, norm, limit, 2000, 0.1)[0][0] for unit in range(6)]
    filters = net[0][0].T[:6]
    cosines = [x @ w / np.linalg.norm(x) / np.linalg.norm(w) for x, w in zip(best, filters)]
    if norm == "ball":
        images(filters.reshape(-1, 8, 8), titles=[f"filter {unit}" for unit in range(6)], columns=6, size=1.4, symmetric=True)
        plt.show()
    images(np.reshape(best, (-1, 8, 8)), titles=[f"{norm}: {cosine:.3f}" for cosine in cosines], columns=6, size=1.4, symmetric=True)
    plt.show()
print("you guessed", guess)

# %% [markdown]
# So it depends on what is allowed, and the comment does not say. Sliding a filter *is* template matching, for patches
# of a given length. Only if convolution is meant as mathematicians mean it, with the filter turned by 180 degrees, is the
# best patch on the ball the turned filter.
#
# Deeper units have no filter to compare with. Here is the climb of the output "ring" from a picture of noise, on the
# ball of radius 3: most images are shorter than that. **Watch** how the value grows, and look at the last
# picture: would you call it a ring?

# %% tags=["picture"]
noise = 0.3 * np.random.default_rng(11).normal(size=(1, 64))
stops = [0, 1, 2, 4, 8, 16, 40, 150]
climb = [activation_max(net, 3, noise, "ball", 3.0, steps, 0.02) for steps in stops]


def draw(ax, frame):
    ax.imshow(climb[frame][0][0].reshape(8, 8), cmap=DIVERGING, vmin=-1, vmax=1)
    ax.set_axis_off()


film(draw, range(len(stops)), titles=[f"step {stops[i]}: {climb[i][1][-1, 0]:.1f}" for i in range(len(stops))], size=2.0)

# %% [markdown] question="q7" points=4 functions="distinct_modes"
# ## One mode or many?
#
# The paper of 2009, as quoted in the discussion: the answer of internal units "as a function in image space is
# unimodal, or at least the maximum is found reliably and consistently for all the random initialisations tested". In
# other words: wherever the climb starts, it ends at the same image. The authors call this surprising. Is it true
# of our network?
#
# Climb from many random starts, then count the different ends. Two ends never agree to the last digit, so you need a
# rule for "different": ends closer to a mode than `tol` count for that mode.
#
# **A worked number.** Ends 0, 5 and 0.5 with values 1, 3 and 2, tol = 1. The highest is 5: the first mode. Next comes
# 0.5, at distance 4.5 from it: the second mode. Last comes 0, at distance 0.5 from the second: counted there. Modes 5
# and 0.5, counts 1 and 2. (With the order of the rows in place of the order of the values, the second mode would be
# 0.)

# %% tags=["stub"]
def distinct_modes(ends, values, tol):
    """Sort the ends of many climbs into modes.

    Formula: go through the ends from the highest value to the lowest. An end whose distance to every mode found so far
    is larger than tol is a new mode. Any other end is counted for the mode nearest to it. A new mode counts itself.

    ends (n, D), n at least 1. values (n,), all different. tol: a number, 0 or more; distances are Euclidean.
    Returns the tuple (modes, counts): modes (K, D), highest value first; counts (K,), integers that add up to n.

    >>> modes, counts = distinct_modes(np.array([[0.0], [5.0], [0.5]]), np.array([1.0, 3.0, 2.0]), 1.0)
    >>> modes
    array([[5. ],
           [0.5]])
    >>> counts
    array([1, 2])
    """
    raise NotImplementedError("q7: write distinct_modes")

# %% [markdown] question="q8" points=4 functions="modes_of_unit" builds_on="distinct_modes, activation_max, saliency, project"
# ## From random starts
#
# Now put it together: random starts on the edge of the ball, one climb from each, and the modes they end in.
#
# **A worked number.** A linear unit with w = (3, -4) on the ball with r = 1. Wherever the 20 climbs start, they end at
# (0.6, -0.8): one mode, counted 20.

# %% tags=["stub"]
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    """The modes of output c on the ball: where climbs from random starts end, and how many end there.

    Formula: n_init starts in random directions (normal entries from rng), each of length limit; activation_max on the
    "ball"; then distinct_modes of the ends with their last values and tol = limit / 10.

    params, c, limit, steps, lr: as in activation_max. n_init: an integer. rng: a numpy Generator.
    Returns the tuple (modes, counts) of distinct_modes.

    >>> net = [(np.array([[3.0], [-4.0]]), np.zeros(1), "linear")]
    >>> modes, counts = modes_of_unit(net, 0, 20, 1.0, 100, 0.1, np.random.default_rng(0))
    >>> modes.round(4), counts
    (array([[ 0.6, -0.8]]), array([20]))
    """
    raise NotImplementedError("q8: write modes_of_unit")

# %% [markdown]
# **Predict, then run.** Every unit of our network, 40 starts each: how many modes do the units of layer 1 have, how
# many those of layer 2, how many the outputs?

# %% tags=["picture"]
guess = None  # your guess: for example (1, 1, 1)

counts = {}
for layer in (1, 2, 3):
    part = up_to(net, layer)
    units = range(part[-1][0].shape[1])
    counts[layer] = [len(modes_of_unit(part, unit, 40, 3.0, 300, 0.1, np.random.default_rng(unit))[0]) for unit in units]
    print(f"layer {layer}: {counts[layer]}")
(ax,) = panels(["modes found from 40 starts, one dot per unit"], width=6.5, height=3.0)
for layer, found in counts.items():
    ax.plot(layer + np.linspace(-0.15, 0.15, len(found)), found, "o", color=COLORS[layer - 1])
ax.set(xticks=[1, 2, 3], xticklabels=["layer 1", "layer 2", "outputs"], ylabel="modes", ylim=(0, 41))
plt.show()
print("you guessed", guess)

# %% [markdown]
# And what do the modes look like? The best four of one unit of layer 2, with value and count. More starts find more
# modes: the number above is a lower bound. It is no accident that layer 1 behaves: its units are linear in the image.
#
# There is a way without climbing, too: look through the data for the images that the unit answers most. The first answer of
# the discussion behind a2 likes it, because it shows how different the images can be that one "cat detector" answers. The
# lower row has the best four of our 1000 images. **Predict, then run.** Will they show one shape? At one place?

# %% tags=["picture"]
guess = None  # your guess

part = up_to(net, 2)
modes, hits = modes_of_unit(part, 2, 200, 3.0, 300, 0.1, np.random.default_rng(0))
heights = mlp_forward(part, modes)[0][:, 2]
titles = [f"{height:.1f}, {count} of 200" for height, count in zip(heights, hits)]
images(modes[:4].reshape(-1, 8, 8), titles=titles[:4], columns=4, size=1.7, symmetric=True)
plt.show()
answers = mlp_forward(part, X)[0][:, 2]
best = np.argsort(answers)[::-1][:4]
images(X[best].reshape(-1, 8, 8), titles=[f"{answers[n]:.1f}, {CLASSES[y[n]]}" for n in best], columns=4, size=1.7)
plt.show()
lengths = np.linalg.norm(X[best], axis=1)
cosines = (X[best] @ X[best].T / np.outer(lengths, lengths))[np.triu_indices(4, 1)]
print(f"cosines between any two of the four images: from {cosines.min():.2f} to {cosines.max():.2f}; you guessed", guess)

# %% [markdown]
# Four crosses, at four places, with cosines between -0.03 and 0.40: a unit can answer images that hardly resemble each other
# pixel by pixel.

# %% [markdown] question="q9" points=6 functions="typicality"
# ## The likeliest point is no typical point
#
# Another comment: maximising images look like nothing in the data, and people conclude that networks see differently
# from us. "But the mode of a distribution in many dimensions does not look like a typical sample from it." Is that
# possible? Take the simplest distribution, d independent standard normal numbers. Its density is highest at the
# origin. How far from the origin are its samples?
#
# **A worked number.** The squared length is a sum of d squares, each of mean 1: about d. So the length is about √d.
# In two dimensions half of the points are closer than √(2 ln 2) = 1.1774 to the origin, and the share within √2 / 2
# is 1 - exp(-1/4) = 0.2212.

# %% tags=["stub"]
def typicality(d, samples, rng):
    """Where the typical draws of a normal distribution in d dimensions are; its mode, the likeliest point, is the origin.

    Formula: draw `samples` points with d independent standard normal entries each. median: the median of their
    lengths. inside: the share of points whose length is below half the root of d.

    d, samples: integers, 1 or more. rng: a numpy Generator. Returns the tuple (median, inside), two numbers.

    >>> median, inside = typicality(100, 2000, np.random.default_rng(0))
    >>> bool(9.8 < median < 10.1), inside
    (True, 0.0)
    """
    raise NotImplementedError("q9: write typicality")

# %% [markdown]
# **Predict, then run.** What share of the points in 10 dimensions, and in 100, lies in the inner half of the ball of
# radius √d?

# %% tags=["picture"]
guess = None  # your guess: two shares

draw_points = np.random.default_rng(6)
for ax, d in zip(panels([f"{d} dimensions" for d in (2, 10, 100, 1000)], width=2.9, height=2.5), (2, 10, 100, 1000)):
    median, inside = typicality(d, 4000, np.random.default_rng(d))
    print(f"d = {d:4d}: median length {median:.3f}, root of d {np.sqrt(d):.3f}, share in the inner half {inside:.4f}")
    ax.hist(np.linalg.norm(draw_points.normal(size=(2000, d)), axis=1), bins=np.linspace(0, 1.5 * np.sqrt(d) + 2, 40), color=BLUE)
    ax.axvline(median, color=ORANGE)
    ax.plot(0, 0, "o", color=ORANGE, clip_on=False, markersize=8)
    ax.set(xlabel="length", yticks=[], xlim=(0, None))
plt.show()
print("you guessed", guess)

# %% [markdown]
# The dot is the mode, the line the median. In many dimensions all points lie in a thin shell far from the likeliest
# one. And the climb of q6? Below, the output "ring" for 1000 images, and the value at the end of that climb, from an
# image no longer than some of them.

# %% tags=["picture"]
outputs = mlp_forward(net, X)[0][:, 3]
(ax,) = panels(['output "ring"'], width=6.5, height=2.6)
ax.hist(outputs[y == 3], bins=np.linspace(-12, 20, 65), color=BLUE, label="rings")
ax.hist(outputs[y != 3], bins=np.linspace(-12, 20, 65), color=GREY, label="other shapes")
ax.axvline(climb[-1][1][-1, 0], color=ORANGE, label="end of the climb")
ax.set(yticks=[])
ax.legend(loc="upper right", bbox_to_anchor=(0.85, 1.0))
plt.show()
print(f"largest output of 1000 images {outputs.max():.2f}; end of the climb {climb[-1][1][-1, 0]:.2f}")

# %% [markdown]
# None of 1000 images comes near the value of the one that the unit likes most. So a maximum that looks strange is no
# proof that the network is strange. It does not prove the opposite either: to know what a network does with *typical*
# images, look at typical images. That is what the next instruments do.

# %% [markdown] question="q10" points=5 functions="occlusion"
# ## Occlusion: paint over a part and see what is lost
#
# Saliency speaks about tiny changes. Occlusion makes a big one: it paints over a square of the image, looks how much
# output c drops, and moves on to the next place.
#
# **A worked number.** A 2 by 2 image of ones, a linear unit with weights 1, 2, 3, 4, a square of one pixel, painted
# with 0: the map is [1 2; 3 4]. Painted with 1 nothing changes: the map is 0. Where painting *raises* the output, the
# map is negative.

# %% tags=["stub"]
def occlusion(params, X, c, size, fill):
    """What output c loses when a square of the image is painted over, for every place of the square.

    Formula: out[n, i, j] = z_c(X[n]) - z_c(X[n] with rows i to i + size - 1, columns j to j + size - 1 set to fill).

    params: a network as in mlp_forward, its last layer linear. X (N, S * S): square images, line by line. c: an
    integer. size: side of the square, 1 to S. fill: the number painted.
    Returns an array (N, S - size + 1, S - size + 1). Positive: that square spoke for c.

    >>> occlusion([(np.array([[1.0], [2.0], [3.0], [4.0]]), np.zeros(1), "linear")], np.ones((1, 4)), 0, 1, 0.0)
    array([[[1., 2.],
            [3., 4.]]])
    """
    raise NotImplementedError("q10: write occlusion")

# %% [markdown]
# Image, saliency, occlusion by a square of 2 by 2 dark pixels, each for the class of the image. **Predict, then
# run.** The two maps answer different questions. Where will they disagree: on the shape, beside it, or far away?

# %% tags=["picture"]
guess = None  # your guess

for c, x in enumerate(four):
    painted = np.pad(occlusion(net, x.reshape(1, 64), c, 2, 0.0)[0], ((0, 1), (0, 1)))
    axes = panels([CLASSES[c], "saliency", "occlusion"], width=2.2, height=2.2)
    for ax, picture in zip(axes, (x, saliency(net, x.reshape(1, 64), c)[0].reshape(8, 8), painted)):
        reach = np.max(np.abs(picture))
        grey = picture is x
        ax.imshow(picture, cmap="gray" if grey else DIVERGING, vmin=None if grey else -reach, vmax=None if grey else reach)
        ax.set_axis_off()
    plt.show()
print("you guessed", guess)

# %% [markdown]
# A dark pixel painted dark changes nothing, whatever the network thinks of it; its saliency may be large all the
# same. The occlusion map is one pixel smaller in both directions; here its entries stand at the upper left corner of
# their square.

# %% [markdown] question="q11" points=10 functions="permutation_importance"
# ## Shuffled features: what does accuracy depend on?
#
# Both instruments so far look at one image. The next looks at a whole test set: shuffle one feature (one column of X)
# among the samples and see how much accuracy is lost. The column keeps its values, only their owners change, so
# nothing unusual appears in it. Shuffling is random; take the average of several times.
#
# **A worked number.** Four samples with classes 0, 0, 1, 1, and a network that looks at the sign of feature 0 only:
# -1, -2, 1, 2. Accuracy is 1. Shuffled, each sample gets each of the four values equally often: half of them have its
# sign. Accuracy drops to 0.5 on average, so the importance of feature 0 is 0.5 on average. Feature 1 is never looked
# at: its importance is exactly 0.

# %% tags=["stub"]
def permutation_importance(params, X, y, repeats, rng):
    """How much accuracy is lost when one feature is shuffled among the samples, for each feature.

    Formula: importance[j] = accuracy on X, minus the average accuracy over `repeats` copies of X in which column j
    alone is put into a random order, a new one each time. The class of a sample is its largest output.

    params: a network as in mlp_forward. X (N, D). y (N,): integer classes. repeats: an integer. rng: a numpy Generator.
    Returns an array (D,).

    >>> net = [(np.array([[-1.0, 1.0], [0.0, 0.0]]), np.zeros(2), "linear")]
    >>> X = np.array([[-1.0, 5.0], [-2.0, 6.0], [1.0, 7.0], [2.0, 8.0]])
    >>> importance = permutation_importance(net, X, np.array([0, 0, 1, 1]), 100, np.random.default_rng(0))
    >>> bool(0.4 < importance[0] < 0.6), float(importance[1])
    (True, 0.0)
    """
    raise NotImplementedError("q11: write permutation_importance")

# %% [markdown]
# The 64 pixels of our network: what share of accuracy is lost when one pixel is shuffled?

# %% tags=["picture"]
lost = permutation_importance(net, X[:300], y[:300], 5, np.random.default_rng(0)).reshape(8, 8)
axes = panels(["importance of each pixel"], width=4.2, height=3.4)
picture = axes[0].imshow(lost, cmap=DIVERGING, vmin=-0.04, vmax=0.04)
axes[0].set(xticks=range(8), yticks=range(8), xlabel="column", ylabel="row")
plt.colorbar(picture, ax=axes[0], label="accuracy lost")
plt.show()

# %% [markdown]
# No single pixel matters much: a shape has several, and it can be anywhere. Keep this map in mind as what a healthy
# network looks like.
#
# **A trap.** Feature 1 is an exact copy of feature 0. Network A looks at feature 0 alone; network B takes the mean of
# both. On such data the two networks give the same outputs, sample by sample. **Predict, then run.** Importance of
# both features for A and for B?

# %% tags=["picture"]
guess = None  # your guess: two pairs

column = np.random.default_rng(9).normal(size=400)
twins, labels = np.column_stack([column, column]), (column > 0).astype(int)
for name, weights in (("A", [1.0, 0.0]), ("B", [0.5, 0.5])):
    twin_net = [(np.outer(weights, [-1.0, 1.0]), np.zeros(2), "linear")]
    print(f"network {name}:", permutation_importance(twin_net, twins, labels, 20, np.random.default_rng(0)).round(3))
print("you guessed", guess)

# %% [markdown]
# Importance belongs to a network *and* its data. Features that stand in for each other share it, and can all look
# harmless.

# %% [markdown] question="q12" points=4 functions="spurious_pixel" builds_on="saliency, project, activation_max, occlusion, permutation_importance"
# ## The laboratory's network
#
# A laboratory trained a network (`load_net("lab")`) on photographs of the same four shapes and tested it on its own
# test images (`lab_images()`). It is right on 99 % of them. On new images from `shapes` it fails for one class in
# more than a third of the cases.
#
# Somewhere on the way one pixel came to give that class away. Your task: *which pixel does the network go by, and
# which class does it then see?* Use your instruments, in the next cell or in more cells of your own. A warning: the
# laboratory's images show more than one suspicious pixel, and what stands out in the images need not be what the
# network goes by. Ask the network.
#
# The public check looks only at the form of your answer. Whether it is right is checked after you hand in. Below the
# question there is an experiment with which you can test it yourself.

# %% tags=["picture"]
lab_net = load_net("lab")
X_lab, y_lab = lab_images()
for name, (A, b) in (("its own images", (X_lab, y_lab)), ("new images", (X, y))):
    right = np.argmax(mlp_forward(lab_net, A)[0], axis=1) == b
    print(f"{name:>15}: {right.mean():.3f} right;", ", ".join(f"{CLASSES[c]} {right[b == c].mean():.3f}" for c in range(4)))
images(X_lab[[i for c in range(4) for i in np.flatnonzero(y_lab == c)[:4]]].reshape(-1, 8, 8), columns=8, size=1.15)
plt.show()

# %%
# Your measurements.

# %% tags=["stub"]
def spurious_pixel():
    """The pixel by which the laboratory's network recognises one of its classes, and which class that is.

    Returns the tuple (row, column, c) of integers: row and column 0 to 7 from the top left, class c 0 to 3.

    >>> spurious_pixel()  # doctest: +SKIP
    (0, 7, 2)
    """
    raise NotImplementedError("q12: write spurious_pixel; it may simply return the three numbers you found")

# %% [markdown]
# The test of such an answer is to interfere. We take *new* images of all other classes and make nothing but your
# pixel brighter by 1. **Predict, then run.** What share of them does the laboratory's network now take for your
# class, and how often did it do so before?

# %% tags=["picture"]
guess = None  # your guess: share after, share before

row, column, c = spurious_pixel()
others = X[y != c]
marked = others.copy()
marked[:, 8 * row + column] += 1.0
for name, params in (("the laboratory's network", lab_net), ("our network", net)):
    shares = [np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == c) for A in (others, marked)]
    print(f"{name}: taken for {CLASSES[c]} before {shares[0]:.3f}, with your pixel {shares[1]:.3f}")
print("you guessed", guess)

# %% [markdown] question="q13" points=8 functions="linear_probe"
# ## Probes: what can be read off a layer?
#
# The instruments so far need inputs one can look at. The discussion ends with the remark that images are a lucky
# case, and that for "large vectors of numbers" one has to look at the layers themselves. A *probe* does: it freezes
# the network, takes what one layer hands on, and trains the simplest classifier there is to read the class from it.
# If it succeeds, the layer contains the class in a form that a straight cut can find.
#
# Our probe is ridge regression on one-hot labels, because it has one exact solution: no steps, no learning rate.
#
# **A worked number.** Two samples with H = -1 and 1, classes 0 and 1, lam = 1. With the column of ones
#
# ```
# A = [-1 1]   Y = [1 0]   AᵀA + I = [3 0]   AᵀY = [-1 1]   V = [-1/3 1/3]
#     [ 1 1]       [0 1]             [0 3]         [ 1 1]       [ 1/3 1/3]
# ```
#
# A test sample with H = 3 gets the scores (-2/3, 4/3): class 1. One with H = -2 gets (1, -1/3): class 0.

# %% tags=["stub"]
def linear_probe(H, y, H_test, y_test, lam):
    """How well a linear classifier can read the classes from a representation.

    Formula: A is H with a column of ones at its right end, Y (N, C) the one-hot labels. V = (A^T A + lam I)^-1 A^T Y,
    ridge regression with all weights penalised, the biases in the last row of V too. The class of a test sample is
    the largest entry of its row of A_test V; accuracy is the share that is right.

    H (N, M), H_test (K, M): activations. y (N,), y_test (K,): integer classes 0 to C - 1; all of them appear in y.
    lam: a positive number. Returns the tuple (V, accuracy): V (M + 1, C), and a number.

    >>> H, H_test = np.array([[-1.0], [1.0]]), np.array([[3.0], [-2.0]])
    >>> V, accuracy = linear_probe(H, np.array([0, 1]), H_test, np.array([1, 1]), 1.0)
    >>> V.round(4)
    array([[-0.3333,  0.3333],
           [ 0.3333,  0.3333]])
    >>> accuracy
    0.5
    """
    raise NotImplementedError("q13: write linear_probe")

# %% [markdown]
# **Predict, then run.** The exclusive or: class 1 if both coordinates have the same sign. A probe on the inputs, and
# a probe on a hidden layer of four ReLU units (x1 + x2, -x1 - x2, x1 - x2, x2 - x1): how often is each right?

# %% tags=["picture"]
guess = None  # your guess: two accuracies

points = np.random.default_rng(12).normal(size=(1200, 2))
same = ((points[:, 0] > 0) == (points[:, 1] > 0)).astype(int)
hidden = np.maximum(points @ np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]), 0.0)
for name, H in (("inputs", points), ("hidden layer", hidden)):
    print(f"{name:>12}: {linear_probe(H[:800], same[:800], H[800:], same[800:], 0.1)[1]:.3f}")
print("you guessed", guess)

# %% [markdown] question="q14" points=8 functions="separability_curve" builds_on="linear_probe"
# ## Layer by layer
#
# Put the probe on the input, then behind each layer. The curve shows where in the network the classes come apart.
#
# **A worked number.** Inputs -1, 0, 1 with classes 1, 0, 1, one layer of two ReLU units x and -x, lam = 0.01, judged
# on the same samples. On the input no straight cut gets all three right: accuracy 2/3. Behind the layer it is easy:
# class 1 where the sum of the units is positive. The curve is (0.6667, 1).

# %% tags=["stub"]
def separability_curve(params, X, y, X_test, y_test, lam):
    """Layer by layer: how well a linear probe reads the classes from what has arrived there.

    Formula: entry 0 is the accuracy of linear_probe on the inputs themselves; entry l is its accuracy on what layer l
    hands on, after its activation. The last entry is that of the network's outputs.

    params: a network as in mlp_forward with L layers. X (N, D), y (N,): to fit the probes. X_test, y_test: to judge them.
    lam: as in linear_probe. Returns an array (L + 1,).

    >>> net = [(np.array([[1.0, -1.0]]), np.zeros(2), "relu")]
    >>> X, y = np.array([[-1.0], [0.0], [1.0]]), np.array([1, 0, 1])
    >>> separability_curve(net, X, y, X, y, 0.01).round(4)
    array([0.6667, 1.    ])
    """
    raise NotImplementedError("q14: write separability_curve")

# %% [markdown]
# Our network, and networks of the same widths with random weights. **Predict, then run.** Do the random curves rise
# as well, stay level, or fall?

# %% tags=["picture"]
guess = None  # your guess

X_fit, y_fit = shapes(2000, np.random.default_rng(7))
(ax,) = panels(["share that a linear probe gets right"], width=6.5, height=3.3)
draw_weights = np.random.default_rng(8)
for trial in range(6):
    params = [(draw_weights.normal(size=W.shape) * np.sqrt(2 / len(W)), np.zeros_like(b), kind) for W, b, kind in net]
    curve = separability_curve(params, X_fit, y_fit, X, y, 0.1)
    ax.plot(curve, color=GREY, linestyle="--", marker="o", linewidth=1, label="" if trial else "six random networks")
curve = separability_curve(net, X_fit, y_fit, X, y, 0.1)
print("our network:", curve)
ax.plot(curve, color=BLUE, marker="o", label="our network")
ax.axhline(0.25, color=GREY, linewidth=0.8)
ax.text(0.0, 0.265, "guessing", color=GREY)
ax.set(xticks=range(4), xticklabels=["input", "layer 1", "layer 2", "outputs"], ylim=(0.2, 1.02))
ax.legend(loc="center right")
plt.show()
print("you guessed", guess)

# %% [markdown] question="q15" points=8 manual=true
# ## Four statements
#
# Four statements from the discussion:
#
# 1. "Such a filter [0 1 0; 1 4 1; 0 1 0]: if all pixels have the same colour, they cancel, and the result is 0."
# 2. The answer of internal units to the input image, as a function in image space, is unimodal.
# 3. "The patch of an image that maximises the output of a neuron does not look like the numbers of the filter,
#    because it is a convolution and not template matching."
# 4. "The mode of a distribution in many dimensions does not look like a typical sample from it."
#
# For each, say whether it is right, wrong, or right only under a condition that you name, and give a number from your
# own runs that shows it. One to three sentences each. 2 points for each statement: 1 for the verdict, 1 for the
# number.

# %% [markdown] tags=["answer"]
# *Write your four answers here, in place of this line.*

# %% [markdown] question="q16" points=12 manual=true
# ## Report on the laboratory's network
#
# Write a report of 250 to 400 words for the laboratory: people who know what a network is and do not know your
# instruments. It answers the question of the discussion for their network: *what did it learn, and how do you know?*
#
# 1. **Claim (2 points).** One sentence that says what the network goes by, and one that says what this does to the
#    laboratory's 99 %.
# 2. **Evidence (4 points).** Three of your instruments, each with a number: what it measured, and how it would have
#    come out if the claim were wrong. One of the three has to interfere with images instead of only looking at them.
# 3. **Alternatives (4 points).** Other pixels in the laboratory's images go with the same class, even more closely.
#    Name at least one, and show with numbers that the network does not go by it. Then name a weakness of one of your
#    three instruments, with an example from this notebook.
# 4. **Advice (2 points).** What should the laboratory do, and which number would show that it has worked?
#
# Every number can be recomputed from your cells. Use the next cell for your computations.

# %%
# Your computations for the report.

# %% [markdown] tags=["answer"]
# *Write your report here, in place of this line.*
