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
# # a4 Backprop brick by brick, and an audit
#
# A network learns from its gradients, and a wrong gradient rarely announces itself: many wrong ones still learn. In
# this assignment you build the way back through a network from small bricks, each so small that you can check it by
# hand, and stack them to any depth. Then you audit published code with your own tools, find its defects, prove each
# one with a number, and put it right.
#
# The bricks and the code come from an article, "One LEGO at a time: explaining the math of how neural networks learn,
# with implementation from scratch", which is known in several translations. It prints the output of one small
# example, h2 = [0.37166596 0.45414264]. You will reproduce it, and everything behind it, to eight digits.
#
# You need a1 to a3: layers, activations, losses, and gradients by central differences. Expect 3 to 6 hours.

# %% tags=["setup"]
import matplotlib.pyplot as plt
import numpy as np

from autograder.pictures import BLUE, DIVERGING, GREY, ORANGE, use_style

use_style()


def sigmoid(Z):
    """1 / (1 + exp(-Z)) for every entry, without overflow."""
    small = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1.0, small) / (1.0 + small)


def act_forward(Z, kind):
    """The activation of that kind for every entry of Z; "linear" leaves Z as it is."""
    if kind == "relu":
        return np.maximum(Z, 0.0)
    if kind == "sigmoid":
        return sigmoid(Z)
    if kind == "tanh":
        return np.tanh(Z)
    if kind == "elu":
        return np.where(Z > 0, Z, np.expm1(np.minimum(Z, 0.0)))
    if kind == "linear":
        return Z.copy()
    raise ValueError(f"kind is {kind!r}; known: relu, sigmoid, tanh, elu, linear")


def numerical_gradient(f, x, eps=1e-5):
    """Central differences: entry i is (f(x + eps e_i) - f(x - eps e_i)) / (2 eps); f returns a number."""
    x = np.array(x, dtype=float)
    slope = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[i] += eps
        down[i] -= eps
        slope[i] = (f(up) - f(down)) / (2 * eps)
    return slope


def xor_cloud(N=300):
    """The article's data: X (N, 2) and Y (N, 2), [1, 0] where both coordinates have one sign, else [0, 1]."""
    X = np.random.RandomState(0).randn(N, 2)
    same = (X[:, 0] > 0) == (X[:, 1] > 0)
    return X, np.stack([same, ~same], axis=1).astype(float)


def lego_weights(hidden=3):
    """The article's first weights, W1 (2, hidden) and W2 (hidden, 2)."""
    draw = np.random.RandomState(2017)
    W1 = (2 * draw.random_sample((2, hidden)) - 1) / np.sqrt(2)
    W2 = (2 * draw.random_sample((hidden, 2)) - 1) / np.sqrt(hidden)
    return W1, W2


def error_map(ax, errors, rows, columns):
    """Relative errors as a table of colours: blue is 1e-12 and less, orange is 1 and more."""
    table = np.log10(np.clip(errors, 1e-12, 1.0))
    ax.imshow(table, cmap=DIVERGING, vmin=-12, vmax=0, aspect="auto")
    ax.set_xticks(range(len(columns)), columns)
    ax.set_yticks(range(len(rows)), rows)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    for (i, j), value in np.ndenumerate(np.asarray(errors, dtype=float)):
        strong = value > 0.3 or value < 3e-12
        ax.text(j, i, "0" if value == 0 else f"{value:.0e}", ha="center", va="center", color="white" if strong else "black")

# %% [markdown]
# ## The whole machine on one page
#
# On the way forward (blue) each brick takes the number below it and makes the next one. On the way back (orange) each
# brick takes one thing from above, the *upstream gradient*, and hands one thing down. No brick needs to know what
# lies beyond its neighbours. That is all there is to backpropagation; the rest is care with shapes, sums and signs.

# %% tags=["picture"]
figure, ax = plt.subplots(figsize=(9, 2.6))
names = ["x", "z1", "h1", "z2", "h2", "loss"]
links = ["W1", "sigmoid", "W2", "sigmoid", "label y"]
for i, name in enumerate(names):
    ax.text(i, 0, name, ha="center", va="center", fontsize=13, bbox={"boxstyle": "round,pad=0.5", "facecolor": "white", "edgecolor": GREY})
for i, link in enumerate(links):
    ax.annotate("", xy=(i + 0.75, 0.12), xytext=(i + 0.25, 0.12), arrowprops={"arrowstyle": "-|>", "color": BLUE, "linewidth": 2})
    ax.text(i + 0.5, 0.3, link, ha="center", color=BLUE)
    if i:
        ax.annotate("", xy=(i + 0.25, -0.12), xytext=(i + 0.75, -0.12), arrowprops={"arrowstyle": "-|>", "color": ORANGE, "linewidth": 2})
        ax.text(i + 0.5, -0.42, f"d{names[i]}", ha="center", color=ORANGE)
for i, name in ((1, "dW1"), (3, "dW2")):
    ax.annotate("", xy=(i - 0.35, -0.75), xytext=(i - 0.05, -0.25), arrowprops={"arrowstyle": "-|>", "color": ORANGE, "linewidth": 2})
    ax.text(i - 0.4, -0.92, name, ha="center", color=ORANGE)
ax.set(xlim=(-0.5, 5.5), ylim=(-1.1, 0.6))
ax.axis("off")
plt.show()

# %% [markdown]
# ## Conventions
#
# Rows are samples. Numbers are float64. dA is short for the derivative of the loss with respect to A, and has the
# shape of A. The loss averages over the N samples; layers never average. Functions do not change their inputs: they
# compute new arrays, or work on copies.
#
# | code | mathematics | shape | meaning |
# |---|---|---|---|
# | `N`, `D`, `M` | N, D, M | integers | number of samples, of inputs, of output neurons of a layer |
# | `H`, `C` as sizes | H, C | integers | number of hidden neurons, of outputs of the network |
# | `X` | x₁ … x_N | (N, D) | a batch: one sample per row |
# | `W`, `b` | W, b | (D, M), (M,) | weights and biases of a layer |
# | `Z` | z = x W + b | (N, M) | a layer before its activation |
# | `H` as an array | h = act(z) | (N, M) | a layer after its activation |
# | `dZ`, `dH` | ∂L/∂Z, ∂L/∂H | (N, M) | upstream gradients: what arrives from above |
# | `dX`, `dW`, `db` | ∂L/∂X, ∂L/∂W, ∂L/∂b | as X, W, b | what a layer makes of them |
# | `x`, `y`, `z1`, `h1`, ... | the same in small letters | one axis | a single sample, as in the article's example |
# | `lam`, `reg` | λ | a number | strength of the penalty on large weights; the article's code calls it `reg` |
#
# The first cell of code gives you `sigmoid`, `act_forward` and `numerical_gradient`. You wrote all three in a2 and
# a3, and yours do the same job: if you paste them over ours, nothing below changes.
#
# Each question has a cell to fill in and below it a cell that checks it. These checks are public. More checks, on
# other inputs, run after you hand in. `grader.hint("q2")` shows the next hint for the last failure.

# %% [markdown] question="q1" points=0 functions="relative_error"
# ## One number for two gradients
#
# This question is for practice and gives no points. Two arrays, one claimed and one measured: how far apart are they?
# A difference of 0.001 is nothing if the entries are about 1000, and everything if they are about 0.001. So we divide
# by the largest entry of both.
#
# **A worked number.** Claimed (1, 2), measured (1, 4). The largest difference is 2 and the largest entry is 4: the
# relative error is 0.5. If both arrays are zero, it is 0.
#
# The function in the next cell is wrong on purpose. Run it, run its check, read the message, correct it, and run both
# again.

# %% tags=["stub"]
def relative_error(claimed, numeric):
    """How far a claimed gradient is from a measured one, as one number.

    Formula: the largest |claimed - numeric|, divided by the largest |entry| of both arrays; 0 if all entries are 0.

    claimed, numeric: arrays of one shape. Returns one number.

    >>> relative_error(np.array([1.0, 2.0]), np.array([1.0, 4.0]))
    0.5
    """
    scale = max(np.max(np.abs(claimed)), np.max(np.abs(numeric)))
    return float(np.max(np.abs(claimed - numeric))) if scale else 0.0

# %% [markdown]
# Right gradients in float64 have relative errors of about 1e-7 or less against central differences. Wrong ones are
# rarely below 1e-3. Keep this in mind as the scale of all pictures below.

# %% [markdown] question="q2" points=12 functions="affine_backward"
# ## The affine brick
#
# On the way forward the brick is Z = X W + b. On the way back it gets dZ and has to say three things: what its
# weights should know (dW), what its biases should know (db), and what the layer below should know (dX).
#
# Ask one question for each: *where does this number go?* W[i, j] goes into column j of every row, each time
# multiplied by X[n, i]. b[j] goes into column j of every row as it is. X[n, i] goes into every column of row n, each
# time multiplied by W[i, j]. Where a number is used in several places, its gradients from those places add up.
#
# **A worked number.** Two samples, two inputs, three neurons:
#
# ```
# dZ = [1  0 -1]     X = [3  1]     W = [1  2  3]
#      [2  1  0]         [0  2]         [4  5  6]
# ```
#
# - dW[0, 0]: input 0 of both samples, times what neuron 0 hears: 3·1 + 0·2 = 3.
# - dW[1, 0]: input 1 of both samples, times the same: 1·1 + 2·2 = 5.
# - db[0]: what neuron 0 hears, from both samples: 1 + 2 = 3.
# - dX[0, 0]: what all three neurons hear from sample 0, through the weights of input 0: 1·1 + 0·2 + (-1)·3 = -2.
#
# In full, dW = [3 0 -3; 5 2 -1], db = (3, 1, -1), dX = [-2 -2; 4 13]. Nothing is divided by 2: the loss has done that
# already, before dZ was made.

# %% tags=["stub"]
def affine_backward(dZ, X, W):
    """Send an upstream gradient back through the layer Z = X W + b.

    Formula: dX = dZ W^T, dW = X^T dZ, db = the sum of the rows of dZ. Nothing is averaged here: the loss did that.

    dZ (N, M): dL/dZ. X (N, D): the layer's input. W (D, M): its weights.
    Returns the tuple (dX, dW, db): dX (N, D), dW (D, M), db (M,).

    >>> dX, dW, db = affine_backward(np.array([[1.0, -1.0]]), np.array([[2.0, 3.0]]), np.array([[1.0, 0.0], [5.0, 4.0]]))
    >>> dX
    array([[1., 1.]])
    >>> dW
    array([[ 2., -2.],
           [ 3., -3.]])
    >>> db
    array([ 1., -1.])
    """
    raise NotImplementedError("q2: write affine_backward")

# %% [markdown]
# The picture measures every gradient of your brick against central differences. Any upstream gradient will do, so we
# draw one. The number measured is the sum of dZ times Z: its derivative is what the brick has to return.

# %% tags=["picture"]
draw = np.random.default_rng(4)
X, W, b, dZ = draw.normal(size=(5, 3)), draw.normal(size=(3, 4)), draw.normal(size=4), draw.normal(size=(5, 4))
claimed = affine_backward(dZ, X, W)
measured = (
    numerical_gradient(lambda A: np.sum(dZ * (A @ W + b)), X),
    numerical_gradient(lambda A: np.sum(dZ * (X @ A + b)), W),
    numerical_gradient(lambda A: np.sum(dZ * (X @ W + A)), b),
)
figure, ax = plt.subplots(figsize=(5, 1.4))
error_map(ax, [[relative_error(one, other) for one, other in zip(claimed, measured)]], ["relative error"], ["dX", "dW", "db"])
plt.show()

# %% [markdown]
# **Predict, then run.** Every sample is put into the batch twice, with the same dZ. Which of dX, dW and db contain
# other numbers than before, and which only more rows? Write the factor by which dW grows.

# %% tags=["picture"]
guess = None  # your guess: dW of the doubled batch, divided by dW of the single one

once, twice = affine_backward(dZ, X, W), affine_backward(np.vstack([dZ, dZ]), np.vstack([X, X]), W)
print("dW grows by", np.mean(twice[1] / once[1]), "and db by", np.mean(twice[2] / once[2]), "- you guessed", guess)
print("dX has shape", twice[0].shape, "instead of", once[0].shape, "and its first rows are the same:", np.allclose(twice[0][:5], once[0]))

# %% [markdown] question="q3" points=8 functions="act_backward"
# ## The activation brick
#
# An activation works entry by entry, so its way back does too: upstream gradient times slope. The slope is that of
# the activation at the z of the way forward.
#
# | kind | act(z) | slope at z |
# |---|---|---|
# | relu | max(z, 0) | 1 where z > 0, else 0 |
# | sigmoid | s = 1/(1 + exp(-z)) | s (1 - s) |
# | tanh | t = tanh(z) | 1 - t² |
# | elu | z where z > 0, else exp(z) - 1 | 1 where z > 0, else exp(z) |
#
# **A worked number.** Upstream gradient 8 at z = -1 and at z = 3:
#
# | | relu | sigmoid | tanh | elu |
# |---|---|---|---|---|
# | slope at -1 | 0 | 0.19661193 | 0.41997434 | 0.36787944 |
# | times 8 | 0 | 1.57289547 | 3.35979473 | 2.94303553 |
# | slope at 3 | 1 | 0.04517666 | 0.00986604 | 1 |
# | times 8 | 8 | 0.36141328 | 0.07892830 | 8 |
#
# At z = 0 ReLU has no slope: 0 and 1 are both in use, and no check looks there.
#
# **Large numbers.** exp(800) is infinite in float64, and infinity divided by infinity is NaN. Write the slopes so
# that z = -800 and z = 800 give plain numbers. `sigmoid` above does.

# %% tags=["stub"]
def act_backward(dH, Z, kind):
    """Send an upstream gradient back through the activation H = act(Z).

    Formula: dZ = dH * act'(Z), entry by entry, with act'(z) equal to
    relu: 1 where z > 0, else 0; sigmoid: s (1 - s) with s = sigmoid(z); tanh: 1 - tanh(z)^2;
    elu: 1 where z > 0, else exp(z). No check looks at z = 0 exactly. Large |z| must not give NaN.

    dH (N, M): dL/dH. Z (N, M): what went into the activation. kind: "relu", "sigmoid", "tanh" or "elu".
    Returns dZ (N, M).

    >>> act_backward(np.array([[8.0, 8.0]]), np.array([[0.0, 3.0]]), "tanh").round(4)
    array([[8.    , 0.0789]])
    """
    raise NotImplementedError("q3: write act_backward")

# %% [markdown]
# Lines: your slopes, with an upstream gradient of 1. Dots: central differences of the activation. Grey: the
# activation itself.

# %% tags=["picture"]
z = np.linspace(-4, 4, 161)[None, :]
dots = np.linspace(-3.9, 3.9, 14)
figure, grid = plt.subplots(1, 4, figsize=(11, 2.4), sharey=True)
for ax, kind in zip(grid, ("relu", "sigmoid", "tanh", "elu")):
    ax.plot(z[0], act_forward(z, kind)[0], color=GREY, linewidth=1)
    ax.plot(z[0], act_backward(np.ones_like(z), z, kind)[0], color=BLUE)
    ax.plot(dots, numerical_gradient(lambda t: np.sum(act_forward(t, kind)), dots), "o", color=ORANGE, markersize=4)
    ax.set(title=kind, ylim=(-1.2, 2.2), xlabel="z")
    ax.spines[["top", "right"]].set_visible(False)
plt.show()

# %% [markdown]
# **Predict, then run.** A gradient of 1 passes ten sigmoids in a row, each of them at the point where its slope is
# largest. How much of it is left? Give the power of ten.

# %% tags=["picture"]
guess = None  # your guess, for example 1e-3

left = np.ones((1, 1))
for _ in range(10):
    left = act_backward(left, np.zeros((1, 1)), "sigmoid")
print(f"left after ten sigmoids: {left[0, 0]:.2e}; you guessed {guess}")

# %% [markdown] question="q4" points=8 functions="bricks_forward"
# ## The LEGO table, bricks 1 to 4: the way up
#
# Now the article's own example. Its data are 300 points, and its label says whether the two coordinates of a point
# have the same sign: the *exclusive or* of two questions, which no straight line can answer. Its network has 2
# inputs, 3 hidden neurons, 2 outputs, sigmoids in both layers, and no biases. Here are its first sample and its first
# weights:
#
# ```
# x = [1.76405235 0.40015721]    y = [1 0]
#
# W1 = [-0.67746455  0.37769425 -0.07365253]    W2 = [-0.41491732 -0.30992816]
#      [-0.53663519  0.60920496  0.21149622]         [-0.31583913 -0.27706468]
#                                                    [-0.44701662  0.15231059]
# ```
#
# **A worked number.** The first hidden neuron: z1[0] = 1.76405235·(-0.67746455) + 0.40015721·(-0.53663519) =
# -1.40982136, and h1[0] = 1/(1 + exp(1.40982136)) = 0.19626223.
#
# Each brick of the table gives points of its own, 2 per brick. If you get stuck at one, return the others: the dict
# may lack a key. The public checks use these numbers; the hidden ones use other samples, other weights and other
# widths.

# %% tags=["stub"]
def bricks_forward(x, W1, W2):
    """The four bricks of the way forward, for one sample and no biases.

    Formula: z1 = x W1, h1 = sigmoid(z1), z2 = h1 W2, h2 = sigmoid(z2).

    x (D,): one sample. W1 (D, H), W2 (H, C): the weights.
    Returns a dict with the keys z1 (H,), h1 (H,), z2 (C,), h2 (C,).

    >>> bricks = bricks_forward(np.array([1.0, 0.0]), np.zeros((2, 3)), np.ones((3, 2)))
    >>> bricks["h1"]
    array([0.5, 0.5, 0.5])
    >>> bricks["z2"]
    array([1.5, 1.5])
    """
    raise NotImplementedError("q4: write bricks_forward")

# %% tags=["picture"]
np.set_printoptions(precision=8, suppress=True)
X, Y = xor_cloud()
W1, W2 = lego_weights()
up = bricks_forward(X[0], W1, W2)
for name, brick in up.items():
    print(f"{name:>3} = {brick}")

# %% [markdown]
# The hidden layer lifts the plane into three dimensions: every sample x becomes a point h1. Blue circles have the
# label [1, 0], orange triangles [0, 1]. Before any training the sheet is gently curved, and the classes are as mixed
# on it as they were in the plane.

# %% tags=["picture"]
hidden = np.array([bricks_forward(x, W1, W2)["h1"] for x in X])
figure = plt.figure(figsize=(9, 3.8))
flat, space = figure.add_subplot(1, 2, 1), figure.add_subplot(1, 2, 2, projection="3d")
for label, color, marker in ((0, BLUE, "o"), (1, ORANGE, "^")):
    chosen = Y[:, label] == 1
    flat.plot(*X[chosen].T, marker, color=color, markersize=4, alpha=0.7)
    space.plot(*hidden[chosen].T, marker, color=color, markersize=4, alpha=0.7)
flat.axhline(0, color=GREY, linewidth=0.8)
flat.axvline(0, color=GREY, linewidth=0.8)
flat.set(title="the samples x", aspect="equal")
flat.spines[:].set_visible(False)
space.set(title="the same samples as h1", xlabel="h1[0]", ylabel="h1[1]", zlabel="h1[2]")
space.tick_params(labelsize=8)
space.set_box_aspect((1, 1, 0.9), zoom=0.9)
space.view_init(elev=12, azim=42)
space.set_xticks([0.2, 0.5, 0.8])
space.set_yticks([0.2, 0.5, 0.8])
space.set_zticks([0.4, 0.5, 0.6])
plt.show()

# %% [markdown]
# **Predict, then run.** The article calls h2 "the log probability or predicted vector". Is the sum of its two entries
# 1? Guess the sum before you run the cell.

# %% tags=["picture"]
guess = None  # your guess for h2[0] + h2[1]

print("the sum is", up["h2"].sum(), "- you guessed", guess)

# %% [markdown]
# So h2 is no probability distribution, and it holds no logarithms either: logarithms of probabilities are never
# positive. The two outputs are two separate sigmoids, each computed without looking at the other.

# %% [markdown] question="q5" points=8 functions="bricks_output"
# ## The LEGO table, bricks 5 to 8: the output layer
#
# The loss for one sample is L = 1/2 sum over k of (y[k] - h2[k])². The chain from the loss down to W2 has three
# links:
#
# 1. **dh2**: how the loss changes with h2. The 2 of the square meets the 1/2, and the inner derivative gives the
#    minus sign: dh2 = -(y - h2). Where the output is too large, dh2 is positive: a gradient points uphill.
# 2. **s2**: how h2 changes with z2. That is the sigmoid's slope, and because h2 *is* the sigmoid of z2, it can be
#    written as h2 (1 - h2). Together: dz2 = dh2 * s2.
# 3. **dW2**: how z2 changes with W2. The weight from hidden neuron j to output k multiplies h1[j], so dW2[j, k] =
#    h1[j] dz2[k].
#
# **A worked number.** Output 0 of the example: dh2[0] = -(1 - 0.37166596) = -0.62833404; s2[0] =
# 0.37166596·0.62833404 = 0.23353037; dz2[0] = -0.62833404·0.23353037 = -0.14673508; dW2[0, 0] =
# 0.19626223·(-0.14673508) = -0.02879856.

# %% tags=["stub"]
def bricks_output(y, h1, h2):
    """The four bricks of the output layer on the way back, for the loss L = 1/2 sum (y - h2)^2.

    Formula: dh2 = -(y - h2), s2 = h2 (1 - h2), dz2 = dh2 * s2, dW2[j, k] = h1[j] dz2[k].

    y (C,): the label. h1 (H,), h2 (C,): what the two layers gave.
    Returns a dict with the keys dh2 (C,), s2 (C,), dz2 (C,), dW2 (H, C).

    >>> bricks = bricks_output(np.array([1.0]), np.array([0.5, 0.25]), np.array([0.5]))
    >>> bricks["dz2"]
    array([-0.125])
    >>> bricks["dW2"]
    array([[-0.0625 ],
           [-0.03125]])
    """
    raise NotImplementedError("q5: write bricks_output")

# %% [markdown]
# **Predict, then run.** Six weights lead to the output layer. Which one feels the strongest pull, and how can you
# tell from h1 and dz2 alone, without multiplying anything?

# %% tags=["picture"]
guess = None  # your guess: (row, column) of W2

out = bricks_output(Y[0], up["h1"], up["h2"])
strongest = np.unravel_index(np.argmax(np.abs(out["dW2"])), out["dW2"].shape)
print("the strongest pull is at", tuple(int(i) for i in strongest), "- you guessed", guess)

figure, grid = plt.subplots(1, 3, figsize=(9, 2.4), gridspec_kw={"width_ratios": [3, 2, 3]})
grid[0].bar(["h1[0]", "h1[1]", "h1[2]"], up["h1"], color=GREY, width=0.6)
grid[1].bar(["dz2[0]", "dz2[1]"], out["dz2"], color=[BLUE if value < 0 else ORANGE for value in out["dz2"]], width=0.5)
grid[2].imshow(out["dW2"], cmap=DIVERGING, vmin=-0.12, vmax=0.12, aspect="auto")
for (i, j), value in np.ndenumerate(out["dW2"]):
    grid[2].text(j, i, f"{value:.4f}", ha="center", va="center", color="white" if abs(value) > 0.1 else "black")
for ax, title in zip(grid, ("the row's factor", "the column's factor", "dW2: their products")):
    ax.set_title(title)
    ax.spines[:].set_visible(False)
grid[1].axhline(0, color=GREY, linewidth=0.8)
grid[2].set_xticks([])
grid[2].set_yticks([])
plt.show()

# %% [markdown] question="q6" points=8 functions="bricks_hidden"
# ## The LEGO table, bricks 9 to 12: the hidden layer
#
# Here the economy of backpropagation shows. The hidden layer needs neither the label nor the loss: all it has to know
# about them is in dz2, which is already there.
#
# 1. **dh1**: hidden neuron j feeds both outputs, through the weights W2[j, 0] and W2[j, 1]. Its gradients from the
#    two places add up: dh1[j] = dz2[0] W2[j, 0] + dz2[1] W2[j, 1].
# 2. **s1** = h1 (1 - h1), as before, and dz1 = dh1 * s1.
# 3. **dW1**[i, j] = x[i] dz1[j], as before.
#
# **A worked number.** dh1[0] = (-0.14673508)·(-0.41491732) + 0.11258065·(-0.30992816) = 0.02599101; s1[0] =
# 0.19626223·0.80373777 = 0.15774337; dz1[0] = 0.00409991; dW1[0, 0] = 1.76405235·0.00409991 = 0.00723246.

# %% tags=["stub"]
def bricks_hidden(x, h1, W2, dz2):
    """The four bricks of the hidden layer on the way back. dz2 is all it needs to know about the loss.

    Formula: dh1[j] = sum over k of dz2[k] W2[j, k], s1 = h1 (1 - h1), dz1 = dh1 * s1, dW1[i, j] = x[i] dz1[j].

    x (D,): the sample. h1 (H,): the hidden layer. W2 (H, C): the weights above it. dz2 (C,): dL/dz2.
    Returns a dict with the keys dh1 (H,), s1 (H,), dz1 (H,), dW1 (D, H).

    >>> bricks = bricks_hidden(np.array([2.0]), np.array([0.5]), np.array([[1.0, 3.0]]), np.array([1.0, -1.0]))
    >>> bricks["dh1"]
    array([-2.])
    >>> bricks["dW1"]
    array([[-1.]])
    """
    raise NotImplementedError("q6: write bricks_hidden")

# %% [markdown]
# All twelve bricks of your table, and the weights after one step of gradient descent with learning rate 0.001:
# exactly the numbers behind the article's figures.

# %% tags=["picture"]
down = bricks_hidden(X[0], up["h1"], W2, out["dz2"])
for name, brick in {**up, **out, **down}.items():
    print(f"{name:>3} = {np.array2string(brick, prefix='      ')}")
W1_new, W2_new = W1 - 0.001 * down["dW1"], W2 - 0.001 * out["dW2"]
print("W2 after the step:", W2_new[0], W2_new[1], W2_new[2])
print("W1 after the step:", W1_new[0], W1_new[1])

# %% [markdown]
# **Predict, then run.** For a small step of size lr against the gradient, the loss falls by about lr times the sum of
# all squared gradient entries. The sum of squares of dW1 and dW2 is 0.0284. By how much does the loss fall in this
# step?

# %% tags=["picture"]
guess = None  # your guess


def loss_of(W1, W2):
    """The loss of the first sample."""
    return 0.5 * np.sum((Y[0] - bricks_forward(X[0], W1, W2)["h2"]) ** 2)


squares = np.sum(down["dW1"] ** 2) + np.sum(out["dW2"] ** 2)
print(f"sum of squares {squares:.4f}, so the loss should fall by about {0.001 * squares:.3e}")
print(f"it falls by {loss_of(W1, W2) - loss_of(W1_new, W2_new):.3e}, from {loss_of(W1, W2):.11f}; you guessed {guess}")

# %% [markdown] question="q7" points=5 functions="forward"
# ## A whole batch: forward
#
# The example had one sample and no biases. From here on there are N samples and both layers have biases. The formulas
# stay the same, with capital letters: every row is a sample.
#
# The way back needs numbers of the way forward, so `forward` hands over a *cache*. Five entries are promised, because
# the checks of this question look at them: `X`, `Z1`, `H1`, `Z2`, `H2`. Anything else you want to find there in
# `backward` you may add, as long as it is made of arrays, numbers, strings, tuples, lists and dicts.
#
# **A worked number.** All weights of the first layer are 0 and so are its biases: H1 is 0.5 everywhere, whatever X
# is. With two hidden neurons, W2 = 1 for both and b2 = log 3 - 1, Z2 is 0.5 + 0.5 + log 3 - 1 = log 3, and H2 is 3/4.

# %% tags=["stub"]
def forward(params, X):
    """The two-layer sigmoid network for a whole batch, with everything the way back will need.

    Formula: Z1 = X W1 + b1, H1 = sigmoid(Z1), Z2 = H1 W2 + b2, H2 = sigmoid(Z2).

    params: a dict with W1 (D, H), b1 (H,), W2 (H, C), b2 (C,). X (N, D).
    Returns the cache: a dict with X, Z1 (N, H), H1 (N, H), Z2 (N, C), H2 (N, C), and whatever else your backward uses.

    >>> params = {"W1": np.zeros((2, 3)), "b1": np.zeros(3), "W2": np.ones((3, 1)), "b2": np.array([-1.5])}
    >>> forward(params, np.array([[1.0, 2.0]]))["H2"]
    array([[0.5]])
    """
    raise NotImplementedError("q7: write forward")

# %% [markdown] question="q8" points=15 functions="backward" builds_on="forward, affine_backward, act_backward"
# ## A whole batch: backward
#
# The loss is that of a3, with a penalty on large weights:
#
#     L = 1/(2N) · sum of (Y - H2)²  +  lam/(2N) · (sum of W1² + sum of W2²)
#
# The first sum runs over all samples and outputs. Only the weights are penalised, not the biases.
#
# **The data term, by hand.** Two samples, one input, two hidden neurons, one output, all parameters 0, both labels 1.
# Then H1 and H2 are 0.5 everywhere. Each sample gives (0.5 - 1)/2 · 0.25 = -0.0625 for its dZ2, where the 2 is N. So
# db2 = -0.125, and each entry of dW2 is 0.5·(-0.0625) + 0.5·(-0.0625) = -0.0625. The hidden layer hears nothing,
# because W2 is 0.
#
# **The penalty, by hand.** A single weight w contributes lam/(2N) · w² to the loss, and so lam/N · w to its own
# gradient. With N = 2 and lam = 6, the weights 1 and -2 get 3 and -6 on top of the data term.
#
# You may call your earlier functions, or write the six lines afresh.

# %% tags=["stub"]
def backward(params, cache, Y, lam):
    """All gradients of the loss of a3 for the network of `forward`.

    Formula: L = 1/(2N) sum (Y - H2)^2 + lam/(2N) (sum W1^2 + sum W2^2). The biases are not penalised.

    params: as in `forward`. cache: what `forward` returned for these params. Y (N, C). lam: a number, 0 or more.
    Returns a dict with the keys W1, b1, W2, b2: dL/dW1 and so on, each of the shape of its parameter.

    >>> params = {"W1": np.zeros((1, 1)), "b1": np.zeros(1), "W2": np.full((1, 1), 2.0), "b2": np.array([-1.0])}
    >>> cache = forward(params, np.array([[4.0]]))
    >>> backward(params, cache, np.array([[1.0]]), 0.0)["W2"]
    array([[-0.0625]])
    """
    raise NotImplementedError("q8: write backward")

# %% [markdown]
# The relative error of each of your four gradients, for one sample and for fifty, with and without penalty. If a
# column is orange, the parameter is the culprit; if a row is, the setting is.

# %% tags=["picture"]
def loss(params, X, Y, lam):
    """The loss of this section, computed with your forward."""
    H2 = forward(params, X)["H2"]
    return (np.sum((Y - H2) ** 2) + lam * (np.sum(params["W1"] ** 2) + np.sum(params["W2"] ** 2))) / (2 * len(X))


def errors_of(gradients, params, X, Y, lam):
    """The relative error of every gradient in a dict, against central differences of the loss."""
    measured = {key: numerical_gradient(lambda A, key=key: loss({**params, key: A}, X, Y, lam), params[key]) for key in params}
    return [relative_error(gradients[key], measured[key]) for key in params]


draw = np.random.default_rng(5)
params = {"W1": draw.normal(size=(2, 4)), "b1": draw.normal(size=4), "W2": draw.normal(size=(4, 2)), "b2": draw.normal(size=2)}
settings = [(1, 0.0), (1, 0.1), (50, 0.0), (50, 0.1)]
table = [errors_of(backward(params, forward(params, X[:N]), Y[:N], lam), params, X[:N], Y[:N], lam) for N, lam in settings]
figure, ax = plt.subplots(figsize=(6.5, 2.4))
error_map(ax, table, [f"N = {N}, lam = {lam:g}" for N, lam in settings], list(params))
plt.show()

# %% [markdown]
# ## It trains, so it is right?
#
# An experiment. The four corners of the exclusive or, eight hidden neurons, 3000 steps with learning rate 1. Beside
# your gradients we run five wrong ones, each made from yours: no average over the four samples; biases averaged once
# too often; b1 never moved; the gradients of the hidden layer three times too large; the gradient of W1 with the
# wrong sign.
#
# **Predict, then run.** How many of the five wrong ones classify all four corners correctly in the end? And which of
# the six curves ends lowest?

# %% tags=["picture"]
guess = None  # your guess: how many of the five wrong gradients learn the task

corners, answers = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 1.0], [1.0, 0.0]])
tampered = {
    "yours": lambda g: g,
    "no average": lambda g: {key: 4 * value for key, value in g.items()},
    "biases averaged twice": lambda g: {**g, "b1": g["b1"] / 4, "b2": g["b2"] / 4},
    "b1 never moves": lambda g: {**g, "b1": 0 * g["b1"]},
    "hidden layer times 3": lambda g: {**g, "W1": 3 * g["W1"], "b1": 3 * g["b1"]},
    "sign of W1 flipped": lambda g: {**g, "W1": -g["W1"]},
}


def train_with(tamper, steps=3000):
    """The losses on the way and the parameters at the end."""
    draw = np.random.default_rng(0)
    params = {"W1": draw.normal(size=(2, 8)), "b1": draw.normal(size=8), "W2": draw.normal(size=(8, 2)), "b2": np.zeros(2)}
    losses = []
    for _ in range(steps):
        cache = forward(params, corners)
        losses.append(np.sum((answers - cache["H2"]) ** 2) / 8)
        gradients = tamper(backward(params, cache, answers, 0.0))
        params = {key: value - gradients[key] for key, value in params.items()}
    return losses, params


styles = [(BLUE, "-"), (ORANGE, "-"), (ORANGE, "--"), (ORANGE, ":"), (GREY, "-"), (GREY, "--")]
figure, ax = plt.subplots(figsize=(9, 3.2))
print(f"{'gradient':<24}{'corners right':>14}{'last loss':>12}{'relative error at the start':>30}")
for (name, tamper), (color, style) in zip(tampered.items(), styles):
    losses, params = train_with(tamper)
    right = int(np.sum(forward(params, corners)["H2"].argmax(axis=1) == answers.argmax(axis=1)))
    start = train_with(tamper, steps=0)[1]
    gradients = tamper(backward(start, forward(start, corners), answers, 0.0))
    worst = max(errors_of(gradients, start, corners, answers, 0.0))
    print(f"{name:<24}{right:>12}/4{losses[-1]:>12.5f}{worst:>30.1e}")
    ax.plot(losses, color=color, linestyle=style, label=name)
ax.set(yscale="log", xlabel="step", ylabel="loss")
ax.legend(fontsize=9, loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False)
ax.spines[["top", "right"]].set_visible(False)
plt.show()
print("you guessed", guess)

# %% [markdown]
# A falling loss and a perfect score say that the steps lead downhill, roughly. They do not say that the gradient is
# right. Only the last column tells all five wrong gradients from yours, and it needs no training at all. This is why
# no check of this notebook looks at whether a network learns. You will need these numbers in q14.

# %% [markdown] question="q9" points=4 functions="mlp_forward"
# ## Any depth: up
#
# Bricks that know only their neighbours can be stacked to any height. A network is now a list of layers, each a tuple
# `(W, b, kind)`. Each layer adds up and bends with its own kind. The last layer has the kind "linear": its Z is the
# output, and any loss of a3 can stand on it.
#
# **A worked number.** Two layers. The first has W = [1 -1; 2 0], b = (0, 2) and ReLU; the second W = (3, 5) as a
# column and b = -2.
#
# | sample | Z of layer 1 | H of layer 1 | output |
# |---|---|---|---|
# | (1, 1) | (3, 1) | (3, 1) | 3·3 + 1·5 - 2 = 12 |
# | (-3, 1) | (-1, 5) | (0, 5) | 0·3 + 5·5 - 2 = 23 |
#
# What you put into the caches is up to you. The checks of the next question hand your caches back to your own
# `mlp_backward`, and never look inside.

# %% tags=["stub"]
def mlp_forward(params, X):
    """A network of any depth.

    Formula: layer by layer, Z = H W + b and then H = act_forward(Z, kind), starting from H = X. The kind of the
    last layer is always "linear", so its Z is the output.

    params: a list of at least one layer, each a tuple (W, b, kind). X (N, D).
    Returns the tuple (Z, caches): the output Z (N, C), and a list with one entry per layer: anything your mlp_backward
    needs, as long as it is made of arrays, numbers, strings, tuples, lists and dicts.

    >>> layers = [(np.eye(2), np.zeros(2), "relu"), (np.ones((2, 1)), np.zeros(1), "linear")]
    >>> mlp_forward(layers, np.array([[3.0, -4.0]]))[0]
    array([[3.]])
    """
    raise NotImplementedError("q9: write mlp_forward")

# %% [markdown] question="q10" points=8 functions="mlp_backward" builds_on="mlp_forward, affine_backward, act_backward"
# ## Any depth: down
#
# From the last layer to the first: the affine brick, then the activation brick of the layer below, then the next
# affine brick. Below the first layer there is no activation: what comes out there is dX.
#
# **A worked number.** The same network and samples, with dZ = 1 for the first sample and 2 for the second.
#
# - Layer 2: dW = (3·1 + 0·2, 1·1 + 5·2) = (3, 11) as a column, db = 3. It sends down (3, 5) and (6, 10).
# - ReLU of layer 1: the first unit was shut for the second sample, so what goes on is (3, 5) and (0, 10).
# - Layer 1: dW = [3 -25; 3 15], db = (3, 15), dX = [-2 6; -10 0].

# %% tags=["stub"]
def mlp_backward(params, caches, dZ):
    """Send dL/dZ of the last layer back through all layers.

    Formula: for each layer from the last to the first, affine_backward; then act_backward of the layer below it.

    params: as in mlp_forward. caches: the list mlp_forward returned for these params. dZ (N, C): dL/dZ of the output.
    Returns the tuple (dX, grads): dX (N, D), and a list with one tuple (dW, db) per layer, in the order of params.

    >>> layers = [(np.eye(2), np.zeros(2), "relu"), (np.ones((2, 1)), np.zeros(1), "linear")]
    >>> Z, caches = mlp_forward(layers, np.array([[3.0, -4.0]]))
    >>> mlp_backward(layers, caches, np.array([[1.0]]))[0]
    array([[1., 0.]])
    """
    raise NotImplementedError("q10: write mlp_backward")

# %% [markdown]
# **Predict, then run.** Ten layers, nine of them with 20 neurons, with random weights and one upstream gradient: once
# with sigmoid, once with tanh, once with ReLU. For which kind is the gradient of the first layer smallest, and by how
# many powers of ten is it smaller than that of the last?

# %% tags=["picture"]
guess = None  # your guess: the kind, and the powers of ten


def stack(kind, depth=10, width=20):
    """Random layers whose weights keep the size of what passes through them about the same on the way up."""
    draw = np.random.default_rng(6)
    shapes = [(width, width)] * (depth - 1) + [(width, 1)]
    gain = np.sqrt(2) if kind == "relu" else 1.0
    kinds = [kind] * (depth - 1) + ["linear"]
    return [(gain * draw.normal(size=shape) / np.sqrt(width), np.zeros(shape[1]), name) for shape, name in zip(shapes, kinds)]


samples = np.random.default_rng(7).normal(size=(30, 20))
figure, ax = plt.subplots(figsize=(7, 3.2))
for kind, color, marker in (("sigmoid", ORANGE, "o"), ("tanh", GREY, "s"), ("relu", BLUE, "^")):
    layers = stack(kind)
    output, caches = mlp_forward(layers, samples)
    _, gradients = mlp_backward(layers, caches, np.ones_like(output) / len(samples))
    sizes = [np.sqrt(np.mean(dW**2)) for dW, _ in gradients]
    print(f"{kind:>8}: first layer {sizes[0]:.1e}, last layer {sizes[-1]:.1e}")
    ax.plot(range(1, 11), sizes, color=color, marker=marker, label=kind)
ax.set(yscale="log", xlabel="layer", ylabel="typical entry of dW", xticks=range(1, 11))
ax.legend()
ax.spines[["top", "right"]].set_visible(False)
plt.show()
print("you guessed", guess)

# %% [markdown]
# "This algorithm has been repeatedly rediscovered", the article says of backpropagation, and it is a special case of a more
# general one: automatic differentiation in reverse mode. You have just written that mode for chains of layers. Each brick
# keeps on the way up what it will need on the way down, and one way down gives the slopes of one number, the loss, for
# all parameters at once. Libraries do the same with bricks as small as + and exp, and take note of the bricks while the
# forward pass runs.

# %% [markdown]
# ## The published code
#
# The article comes with a program. Below is what it computes, in our words and cut into functions. Two things we changed, so that all pieces can be called alike: the switch for the slope of tanh is off unless you turn it
# on (in the original it is on), and `published_predict` returns the probabilities (the original goes on to return the
# index of the largest). The rest is as published.
#
# The formulas in the article itself are those of this notebook: two sigmoid layers, half the mean squared error, and
# lam/(2N) times the sum of squared weights.
#
# Read the code, but do not believe your eyes: measure. For slopes and gradients you have `numerical_gradient`; two
# pieces that should agree can be run side by side.

# %% tags=["setup"]
def published_sigmoid(z, slope=False):
    """The published sigmoid; its slope is taken from the output, so call it as published_sigmoid(h, slope=True)."""
    if slope:
        return z * (1 - z)
    return 1 / (1 + np.exp(-z))


def published_tanh(z, slope=False):
    """The published tanh; its slope is taken from the output, so call it as published_tanh(h, slope=True)."""
    if slope:
        return 1 - z * z
    return (1 - np.exp(-z)) / (1 + np.exp(-z))


def published_forward(X, W1, W2):
    """The published training network: hidden layer and output."""
    h1 = published_sigmoid(X @ W1)
    h2 = published_sigmoid(h1 @ W2)
    return h1, h2


def published_loss(X, Y, W1, W2, reg):
    """The published loss: half the mean squared error, and a penalty on large weights."""
    N = len(X)
    h1, h2 = published_forward(X, W1, W2)
    data = np.sum((Y - h2) ** 2) / (2 * N)
    penalty = reg * (np.sum(W1**2) + np.sum(W2**2)) / (2 * N)
    return data + penalty


def published_gradients(X, Y, W1, W2, reg):
    """The published gradients of published_loss with respect to W1 and W2."""
    h1, h2 = published_forward(X, W1, W2)
    dz2 = -(Y - h2) * published_sigmoid(h2, slope=True)
    dh1 = dz2 @ W2.T
    dz1 = dh1 * published_sigmoid(h1, slope=True)
    dW1 = X.T @ dz1 + reg * np.sum(W1**2)
    dW2 = h1.T @ dz2 + reg * np.sum(W2**2)
    return dW1, dW2


def published_predict(X, W1, W2):
    """The published network in use, after training."""
    h1 = published_sigmoid(X @ W1)
    scores = np.exp(h1 @ W2)
    return scores / np.sum(scores, axis=1, keepdims=True)


def audit_point():
    """Where the audit is done: X (50, 2), Y (50, 2), W1 (2, 3), W2 (3, 2), reg, and z (13,) for the activations."""
    X, Y = xor_cloud()
    W1, W2 = lego_weights()
    return X[:50], Y[:50], W1, W2, 0.1, np.linspace(-3, 3, 13)

# %% [markdown] question="q11" points=6 functions="find_defects"
# ## The audit
#
# Report every defect of the published code as a tuple `(piece, kind, evidence)`. How many there are is for you to
# find out. These are the pieces:
#
# | piece | what it is |
# |---|---|
# | "sigmoid", "sigmoid slope" | published_sigmoid without and with `slope=True` |
# | "tanh", "tanh slope" | published_tanh without and with `slope=True` |
# | "forward" | published_forward |
# | "loss data", "loss penalty" | the two terms of published_loss |
# | "gradient data" | what published_gradients gives for reg = 0 |
# | "gradient penalty" | what published_gradients adds when reg is not 0 |
# | "predict" | published_predict, which is used in place of published_forward once training is over |
#
# And these are the kinds. Give the first one in the table that is true. `audit_point()` gives X, Y, W1, W2, reg, and
# the points z for the activations; the evidence is a number, measured there, right to four digits:
#
# | kind | what is wrong | evidence |
# |---|---|---|
# | "factor" | the piece is the right one times one factor, the same for all entries | published divided by right |
# | "shared number" | one and the same number stands in all entries of a matrix, where each should have its own | that number, for W2 |
# | "lost term" | a term of the formula is missing altogether | the largest entry of the lost term, without its sign |
# | "disagrees" | the piece does not compute what its name or its use promises | largest difference between the two, without its sign |
#
# A slope belongs to the function it is published with: compare "tanh slope" with the published tanh. A slope is
# called with the *output* of its function, as published_gradients does.
#
# **Points.** Each defect with evidence that holds counts one up. Each piece that is accused although it is in order,
# or accused of the wrong kind, counts one down. Guessing does not pay.
#
# **A worked number.** Were the published sigmoid three times too large, the report would hold ("sigmoid", "factor",
# 3.0). It is not: published_sigmoid(0.0) is 0.5, as it should be.

# %%
# Your measurements.

# %% tags=["stub"]
def find_defects():
    """The report of the audit: what is wrong in the published code, and one number that shows it.

    Formula: pieces, kinds and the meaning of the evidence are in the tables above.

    Returns a list of tuples (piece, kind, evidence): two strings and a number. Each piece appears at most once.

    >>> find_defects()[0]  # doctest: +SKIP
    ('sigmoid', 'factor', 3.0)
    """
    raise NotImplementedError("q11: write find_defects")

# %% [markdown] question="q12" points=6 functions="fixed_gradients"
# ## The repair
#
# `published_loss` is what the program says it minimises. Write the gradients that belong to it. Note that there are
# no biases.
#
# **A worked number.** One sample, one input, one hidden neuron, one output, both weights 0, x = 1, y = 1, reg = 0. Then h1 and h2 are 0.5, dz2 is -0.5·0.25 = -0.125, and dW2 is 0.5·(-0.125) = -0.0625.

# %% tags=["stub"]
def fixed_gradients(X, Y, W1, W2, reg):
    """The gradients of published_loss, put right.

    Formula: the derivatives of 1/(2N) sum (Y - h2)^2 + reg/(2N) (sum W1^2 + sum W2^2), as published_loss computes it.

    X (N, D), Y (N, C), W1 (D, H), W2 (H, C). reg: a number, 0 or more.
    Returns the tuple (dW1, dW2): dW1 (D, H), dW2 (H, C).

    >>> dW1, dW2 = fixed_gradients(np.ones((1, 1)), np.ones((1, 1)), np.zeros((1, 1)), np.zeros((1, 1)), 0.0)
    >>> dW2
    array([[-0.0625]])
    """
    raise NotImplementedError("q12: write fixed_gradients")

# %% [markdown]
# Published gradients above, yours below, for the settings of q8. **Predict, then run:** in which of the four settings
# is the published row blue?

# %% tags=["picture"]
guess = None  # your guess: the settings, for example [(1, 0.0)]

X, Y, W1, W2, _, _ = audit_point()
table = []
for code in (published_gradients, fixed_gradients):
    row = []
    for N, lam in settings:
        measured = numerical_gradient(lambda A: published_loss(X[:N], Y[:N], W1, A, lam), W2)
        row.append(relative_error(code(X[:N], Y[:N], W1, W2, lam)[1], measured))
    table.append(row)
figure, ax = plt.subplots(figsize=(8, 1.7))
error_map(ax, table, ["published dW2", "your dW2"], [f"N = {N}, reg = {lam:g}" for N, lam in settings])
plt.show()
print("you guessed", guess)

# %% [markdown]
# What do the published gradients do to training? The article's own data, 50 samples, three hidden neurons,
# learning rate 0.003, reg = 0.1, 1500 steps from the same start. On the left the loss, on the right the sum of all
# squared weights, which the penalty is there to keep small. **Predict, then run:** which code has the lower loss
# after 500 steps, and for which does the sum grow?

# %% tags=["picture"]
guess = None  # your guess: lower loss, growing sum

figure, (curves, weights) = plt.subplots(1, 2, figsize=(9, 3))
for name, code, color in (("published", published_gradients, ORANGE), ("fixed", fixed_gradients, BLUE)):
    A, B = lego_weights()
    losses, sums = [], []
    for _ in range(1500):
        losses.append(published_loss(X, Y, A, B, 0.1))
        sums.append(np.sum(A**2) + np.sum(B**2))
        dA, dB = code(X, Y, A, B, 0.1)
        A, B = A - 0.003 * dA, B - 0.003 * dB
    print(f"{name:>9}: loss after 500 steps {losses[500]:.4f}, at the end {losses[-1]:.4f}; sum of squares {sums[0]:.2f}, at the end {sums[-1]:.2f}")
    curves.plot(losses, color=color, label=name)
    weights.plot(sums, color=color, label=name)
curves.set(xlabel="step", ylabel="loss")
weights.set(xlabel="step", ylabel="sum of squared weights", ylim=(0, None))
for ax in (curves, weights):
    ax.spines[["top", "right"]].set_visible(False)
curves.legend()
plt.show()
print("you guessed", guess)

# %% [markdown]
# Both halves of the picture follow from your report. Explain them to yourself: why the published code is faster at first,
# and why the sum grows although the penalty is there to keep it small. Where that leads, and why the article blames the
# number of neurons for it, is a question of the next assignment.

# %% [markdown] question="q13" points=5 manual=true
# ## Errata
#
# Five statements from the article, its figures and its table of derivatives:
#
# 1. "[0.37166596 0.45414264] represents the log probability."
# 2. In the figure with the chain for W2: dh2/dz2 = [-0.23353037 0.2478971].
# 3. In the text on the chain for W2: the result is a 3 by 2 matrix.
# 4. In the figure with the chain for W1: the numbers [0.23353037 0.2478971] stand under the label dL/dz2, next to
#    dL/dh1 = [0.02599101 0.01515256 0.08274025].
# 5. In the table of derivatives: the function is Loss = (y - h2)², its first derivative -(y - h2).
#
# Four of them are wrong or do not fit together. Say which one is right. For each of the others write one or two
# sentences: what should stand there, and one number from your own bricks that shows it. Example of the form:
# "Statement 9 is wrong: ..., because bricks_output(...)["s2"] is ...". 1 point for each statement.

# %% [markdown] tags=["answer"]
# *Write your five answers here, in place of this line.*

# %% [markdown] question="q14" points=7 manual=true
# ## What a loss curve can prove
#
# Write two paragraphs of 100 to 200 words each.
#
# 1. **Claim (4 points).** "A network that learns its task has a right gradient." Argue against it with the experiment
#    below q8: quote at least two of its numbers, and say what kind of error a loss curve *can* show, with a third
#    number. Then describe a test that separates right from wrong without training, and say what number it gave for
#    your gradient and for a wrong one.
# 2. **Convention (3 points).** Some code averages its gradient over the samples, other code only adds up. Somebody says: "It is
#    only a factor, the learning rate takes care of it." When is that true, and when is it not? Think of a second batch of
#    another size, and of the penalty. Quote a factor from your audit.
#
# Points are given for a true claim, a number that can be recomputed, an argument, and clear writing. Use the next
# cell for your computations.

# %%
# Your computations for the two paragraphs.

# %% [markdown] tags=["answer"]
# *Write your two paragraphs here, in place of this line.*
