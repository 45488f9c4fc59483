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
# # a3 Losses and honest gradients
#
# To learn, a network needs one number that says how wrong it is, the *loss*, and the direction in which this number
# falls. Both are easily almost right: a loss that breaks down at large numbers, a gradient that is off by a factor. No
# error message appears, and the network often learns something all the same. In this assignment you write the losses of
# the course with their gradients, and then an instrument that finds a wrong gradient without knowing any formula. At
# the end you fit the smallest network there is, and read what it has learned.
#
# You need Python, a little numpy, and derivatives. Expect 3 to 6 hours.

# %% tags=["setup"]
import matplotlib.pyplot as plt
import numpy as np

from autograder.pictures import BLUE, GREY, ORANGE, panels, use_style

use_style()


def sigmoid(z):
    """1 / (1 + exp(-z)), for logits of moderate size."""
    return 1 / (1 + np.exp(-z))

# %% [markdown]
# ## How do you know that a slope is right?
#
# You measure it. The grey curve is a function, the dotted line its tangent at the black dot. The blue line joins two
# points of the curve, one a step to the left and one a step to the right of the black dot: it is almost parallel to the
# tangent. The orange line takes one step only, to the right, and is not. You will build the instrument from the blue
# line, and find out why the step must not be made as small as possible.

# %% tags=["picture"]
(ax,) = panels(["one curve, one tangent, two measurements"], width=5.2, height=3.6)
middle, step = 1.0, 1.2
t, ends = np.linspace(-1.2, 2.7, 200), np.array([-0.9, 2.9])
left, here, right = np.exp(0.6 * np.array([middle - step, middle, middle + step]))
ax.plot(t, np.exp(0.6 * t), color=GREY, linewidth=4, alpha=0.45)
ax.plot(ends, here + 0.6 * here * (ends - middle), color=GREY, linewidth=1.5, linestyle=":", label="tangent")
ax.plot(ends, right + (right - left) / (2 * step) * (ends - middle - step), color=BLUE, label="a step to both sides")
ax.plot(ends, right + (right - here) / step * (ends - middle - step), color=ORANGE, linestyle="--", label="a step to one side")
ax.plot([middle - step, middle + step], [left, right], "o", color=BLUE)
ax.plot(middle, here, "o", color="black")
ax.set(xlabel="x", ylabel="f(x)")
ax.legend();

# %% [markdown]
# ## Conventions
#
# Rows are samples. Numbers are float64 unless they are labels, counts or indices. Inputs may also hold integers; they
# count as the same numbers. A function never changes its inputs. Functions return their result; they print nothing.
#
# **Losses average over the N samples**, and over nothing else: a sample's C classes or M outputs are summed. `log` is
# the natural logarithm. Where a text says *nothing is added and nothing is clipped*, it means that no small number like
# 1e-9 may stand inside a logarithm or a denominator: such numbers hide errors instead of avoiding them.
#
# | code | mathematics | shape | meaning |
# |---|---|---|---|
# | `N`, `C`, `M` | N, C, M | integers | number of samples, of classes, of outputs |
# | `y` | y | (N,) | labels: the class of each sample, 0 to C-1 |
# | `Y` | | (N, C) | the same labels, as rows with a single 1 |
# | `Z` | z | (N, C) | *logits*: one score per class, any real numbers |
# | `P` | p = softmax(z) | (N, C) | probabilities: each row sums to 1 |
# | `dZ` | ∂L/∂Z | (N, C) | the gradient of the loss with respect to Z: one slope for each entry of Z |
# | `z`, `dz` | z, ∂L/∂z | (N,) | the same with two classes: one logit per sample, which speaks for class 1 |
# | `Y`, `H`, `dH` | y, h, ∂L/∂H | (N, M) or (N,) | in q5 and q6: targets, outputs, gradient |
# | `Ws`, `lam` | W, λ | list, number | weight arrays, and the price on large weights |
# | `f`, `g` | f, ∇f | functions | a function from an array to one number, and its claimed gradient |
# | `eps` | ε | number | the step of a measurement |
# | `X`, `w`, `b` | x, w, b | (N, D), (D,), number | in q9: samples, weights, bias |
#
# Each question has a cell to fill in and below it a cell that checks it. These checks are public. More checks, on other
# inputs, run after you hand in: other shapes, one sample, integers, very large numbers. When a check fails you see what
# was called, what came back, and a hint. `grader.hint("q1")` shows the next hint. Cells after a check draw with *your*
# functions; they stop with an error as long as the function is not written.

# %% [markdown] question="q1" points=5 functions="one_hot"
# ## One-hot labels
#
# A label such as 2 is a name, not a quantity: class 2 is not twice class 1. A network with C outputs needs the label in
# another form, as a target for each output: 1 for the right class and 0 for all others.
#
# **A worked number.** The labels 2 and 0 with C = 3:
#
# ```
# y = (2, 0)      Y = [0 0 1]
#                     [1 0 0]
# ```
#
# A label that does not exist is a fault in the data. numpy does not always see it: the index -1 means the last column.
# So look at the labels first, and raise `ValueError` if one of them is not 0, 1, ..., C-1.
#
# **To get going:** run the check below before you write anything. It fails and says that the question is not attempted.
# Then replace the line with `raise NotImplementedError`, run the cell, and run the check again.

# %% tags=["stub"]
def one_hot(y, C):
    """Labels as rows of zeros with a single one.

    Formula: Y[i, c] is 1 where c = y[i] and 0 elsewhere.

    y (N,): integer labels, each one of 0, 1, ..., C-1. C: the number of classes; some of them may not occur in y.
    Returns Y (N, C), float64.
    Raises ValueError if a label is negative, or C, or larger.

    >>> one_hot(np.array([2, 0]), 3)
    array([[0., 0., 1.],
           [1., 0., 0.]])
    """
    raise NotImplementedError("q1: write one_hot")

# %% [markdown]
# **Predict, then run.** Eight samples with five classes. What do the rows of `Y` sum to? What do the columns sum to,
# and is every one of these sums positive?

# %% tags=["picture"]
guess = None  # your guess: the five sums of the columns, as a list

labels = np.array([0, 3, 1, 1, 0, 3, 3, 1])
Y = one_hot(labels, 5)
(ax,) = panels(["Y: one row per sample"], width=3.4)
for i, c in np.ndindex(Y.shape):
    ax.plot(c, i, "s", markersize=15, color=BLUE if Y[i, c] else "#E4E4E4")
ax.set(xlabel="class", ylabel="sample", xticks=range(5), yticks=range(8), xlim=(-0.6, 4.6), ylim=(7.6, -0.6))
print("rows sum to", Y.sum(axis=1))
print("columns sum to", Y.sum(axis=0), "- you guessed", guess)

# %% [markdown]
# The sum of a column counts the samples of a class. Classes 2 and 4 do not occur in this batch, but they have their
# columns: the network has five outputs, whoever happens to be in the batch.

# %% [markdown] question="q2" points=10 functions="softmax"
# ## Softmax
#
# The last layer of a classifier gives C numbers per sample, its logits. Softmax turns them into shares: every logit is
# put into an exponential, which makes it positive, and divided by the sum, which makes the row sum to 1.
#
# **A worked number.** The logits (log 1, log 2, log 5) have the exponentials 1, 2, 5 with the sum 8. The shares are
# 1/8, 2/8, 5/8.
#
# **Moving a row.** Add 7 to all three logits: every exponential is multiplied by exp(7), the sum as well, and the
# shares stay what they were. So a row may be moved by any number before the exponentials are taken. That is not a
# luxury: float64 ends near 1e308, `np.exp(1000.0)` is `inf`, and `inf / inf` is not a number. Which number would you
# choose for a row, if none of its exponentials may overflow and not all of them may become 0? It may be another one for
# each row.

# %% tags=["stub"]
def softmax(Z):
    """Turn each row of logits into probabilities.

    Formula: P[i, c] = exp(Z[i, c]) / sum over k of exp(Z[i, k]).

    Z (N, C): logits, floats or integers, of any size: also 1000 or -1000.
    Returns P (N, C), float64: every row sums to 1. Nothing is added and nothing is clipped.

    >>> softmax(np.array([[0.0, np.log(3.0)], [1000.0, 1000.0]]))
    array([[0.25, 0.75],
           [0.5 , 0.5 ]])
    """
    raise NotImplementedError("q2: write softmax")

# %% [markdown]
# **Predict, then run.** The logits of three classes are (z, 0, 0), and z grows from -6 to 6. The first class goes from
# nearly 0 to nearly 1. At which z does it get exactly one half?

# %% tags=["picture"]
guess = None  # your guess for z

z = np.linspace(-6, 6, 241)
shares = softmax(np.column_stack([z, 0 * z, 0 * z]))
(ax,) = panels(["softmax of (z, 0, 0)"], width=5.0)
ax.plot(z, shares[:, 0], color=BLUE, linewidth=2, label="first class")
ax.plot(z, shares[:, 1], color=ORANGE, linestyle="--", linewidth=2, label="each of the two others")
ax.axhline(0.5, color=GREY, linewidth=0.8)
ax.set(xlabel="z", ylabel="probability", ylim=(-0.03, 1.03))
ax.legend(loc="upper left")
print(f"the first class gets one half at z = {np.interp(0.5, shares[:, 0], z):.3f}; log 2 = {np.log(2):.3f}; you guessed {guess}")

# %% [markdown]
# The exponential of z must be as large as the two others together: exp(z) = 2.
#
# **Predict, then run.** Which of the two changes the shares of (1, 2, 3): adding 100 to all logits, or multiplying all
# of them by 10?

# %% tags=["picture"]
guess = None  # your guess: "adding", "multiplying" or "both"

logits = np.array([[1.0, 2.0, 3.0]])
for name, changed in (("as they are", logits), ("plus 100", logits + 100), ("times 10", logits * 10)):
    print(f"{name:12}", np.round(softmax(changed), 6))
print("you guessed", guess)

# %% [markdown]
# Only differences of logits count. Multiplying makes the differences larger, and the network more certain, without
# making it any wiser.

# %% [markdown] question="q3" points=15 functions="cross_entropy" builds_on="one_hot, softmax"
# ## Cross-entropy
#
# The loss of a sample is -log of the probability that the network gave to the right class: 0 if it was certain of it,
# and without limit if it was certain of something else. The loss of a batch is the mean.
#
# The gradient has a form that looks too simple to be true. Write p for the probabilities of one sample with the right
# class r. The logarithm of a share is a logit minus the logarithm of a sum: log p_r = z_r - log(sum of exp z_k). So the
# loss is log(sum of exp z_k) - z_r. Its derivative by z_c is exp(z_c) / (sum of exp z_k) = p_c from the first part, and
# -1 from the second part if c is r. For N samples, each counts 1/N: **dZ = (P - Y) / N**.
#
# **A worked number.** Two samples, both of class 0, with the probabilities (1/2, 1/4, 1/4) and (1/4, 1/4, 1/2). The
# losses are log 2 and log 4, so the loss of the batch is (log 2 + log 4) / 2 = 1.5 log 2 = 1.039721. And
#
# ```
# dZ = [1/2 - 1   1/4   1/4] / 2  =  [-0.25   0.125  0.125]
#      [1/4 - 1   1/4   1/2]         [-0.375  0.125  0.25 ]
# ```
#
# **The logarithm of a fraction.** With the logits (0, 1000) the probability of class 0 is exp(-1000), which float64
# rounds to 0; the logarithm of that is -inf. The loss itself is harmless: it is 1000. The formula above, log(sum of exp
# z_k) - z_r, never forms the fraction. Move the row first, as in q2.

# %% tags=["stub"]
def cross_entropy(Z, y):
    """Softmax and cross-entropy in one step: the mean of -log(probability of the right class), and its gradient.

    Formula: loss = (1/N) sum over i of -log P[i, y[i]] with P = softmax(Z), natural logarithm;
    dZ = dL/dZ = (P - one_hot(y, C)) / N.

    Z (N, C): logits of any size: also 1000 or -1000. y (N,): integer labels 0, 1, ..., C-1.
    Returns the tuple (loss, dZ): one number, and dZ (N, C). Nothing is added and nothing is clipped.

    >>> loss, dZ = cross_entropy(np.log(np.array([[2.0, 1.0, 1.0]])), np.array([0]))
    >>> round(loss, 6)
    0.693147
    >>> np.round(dZ, 6)
    array([[-0.5 ,  0.25,  0.25]])
    """
    raise NotImplementedError("q3: write cross_entropy")

# %% [markdown]
# The picture shows three samples of class 0. The upper bars are the probabilities, the lower bars the three slopes of
# dZ, times N so that batches of any size look alike. A step *against* the slopes lifts the logit of class 0 and lowers
# the others, most where the network is most wrong.
#
# **Predict, then run.** What do the three slopes of one sample sum to?

# %% tags=["picture"]
guess = None  # your guess

Z = np.array([[3.0, 0.0, 0.5], [0.3, 0.0, 0.2], [-1.0, 2.5, 0.0]])
loss, dZ = cross_entropy(Z, np.array([0, 0, 0]))
P = softmax(Z)
_, grid = plt.subplots(2, 3, figsize=(9, 3.8), sharey="row", sharex=True)
for i, title in enumerate(("certain and right", "undecided", "certain and wrong")):
    cost = cross_entropy(Z[i : i + 1], np.array([0]))[0]
    grid[0, i].bar(range(3), P[i], color=[BLUE, "#BBBBBB", "#BBBBBB"])
    grid[0, i].set_title(f"{title}: loss {cost:.2f}")
    grid[1, i].bar(range(3), 3 * dZ[i], color=[BLUE, "#BBBBBB", "#BBBBBB"])
    grid[1, i].axhline(0, color=GREY, linewidth=0.8)
    grid[1, i].set(xlabel="class", xticks=range(3))
grid[0, 0].set_ylabel("probability")
grid[1, 0].set_ylabel("slope, times N")
print(f"the loss of the three together is {loss:.4f}")
print("each row of dZ sums to", np.abs(dZ.sum(axis=1)).round(12), "- you guessed", guess)

# %% [markdown]
# Moving a row of logits changes nothing, so the slopes of a row have to cancel.
#
# **Predict, then run.** A fresh network knows nothing: all its logits are nearly the same. What is its loss with 10
# classes, before any training? With 1000? Remember these numbers: they are the first thing to look at when a training
# starts.

# %% tags=["picture"]
guess = None  # your guess for 10 classes

for C in (2, 10, 1000):
    loss, _ = cross_entropy(np.zeros((4, C)), np.array([0, 1, 1, 0]))
    print(f"{C:5} classes: loss {loss:.6f}")
print("you guessed", guess, "for 10 classes")

# %% [markdown]
# Equal logits give every class the probability 1/C, and the loss log C, whatever the labels are.

# %% [markdown] question="q4" points=10 functions="bce_with_logits"
# ## Two classes
#
# With two classes one logit is enough: z speaks for class 1, and the probability of class 1 is p = sigmoid(z) = 1 / (1
# + exp(-z)). This is softmax of the two logits (0, z). The loss is -log p for a sample with y = 1 and -log(1 - p) for
# one with y = 0; its mean is called binary cross-entropy. The gradient has the same form as before: dz = (p - y) / N.
#
# **A worked number.** z = (0, log 3) with y = (1, 0). The probabilities of class 1 are 1/2 and 3/4. The first sample
# costs -log(1/2) = log 2, the second -log(1 - 3/4) = log 4, and the loss is 1.5 log 2 = 1.039721. The slopes are (1/2 -
# 1)/2 = -0.25 and (3/4 - 0)/2 = 0.375.
#
# **log(1 + exp(z)).** Written with the logit, a sample costs log(1 + exp(z)) - y z. For z = 1000 the exponential
# overflows, while the value is 1000 to all digits: for large z the 1 hardly counts, for very negative z it is all that
# counts. Take max(z, 0) out of the logarithm and see which exponential is left. The probability wants the same care:
# for z = -1000 the exponential in 1 / (1 + exp(-z)) overflows, for z = 1000 it does not.
#
# **Shapes.** If z is (3,) and y is (3, 1), numpy makes z - y a (3, 3) table in which every logit meets every answer,
# and says nothing. Raise `ValueError` if the shapes differ.

# %% tags=["stub"]
def bce_with_logits(z, y):
    """Sigmoid and binary cross-entropy in one step: the mean loss, and its gradient.

    Formula: with p = 1 / (1 + exp(-z)), loss = (1/N) sum of -(y log p + (1 - y) log(1 - p)), natural logarithm;
    dz = dL/dz = (p - y) / N.

    z (N,): logits of any size: also 1000 or -1000. y (N,): 0 or 1, as integers or floats.
    Returns the tuple (loss, dz): one number, and dz (N,). Nothing is added and nothing is clipped.
    Raises ValueError if z and y differ in shape.

    >>> loss, dz = bce_with_logits(np.array([0.0, np.log(3.0)]), np.array([1, 0]))
    >>> round(loss, 6)  # (log 2 + log 4) / 2
    1.039721
    >>> np.round(dz, 6)
    array([-0.25 ,  0.375])
    """
    raise NotImplementedError("q4: write bce_with_logits")

# %% [markdown]
# The picture compares two losses of one sample with y = 1, against its logit: your cross-entropy, and half the squared
# distance between p and 1.
#
# **Predict, then run.** At z = -10 the network is certain of the wrong answer. How strongly does each of the two losses
# push z upwards there: what are the two slopes, roughly?

# %% tags=["picture"]
guess = None, None  # your guess for the two slopes at z = -10

z = np.linspace(-10, 6, 161)
single = [bce_with_logits(z[i : i + 1], np.array([1])) for i in range(len(z))]
entropy, entropy_slope = np.array([loss for loss, _ in single]), np.array([dz[0] for _, dz in single])
p = sigmoid(z)
square, square_slope = (1 - p) ** 2 / 2, (p - 1) * p * (1 - p)
losses, slopes = panels(["loss of a sample with y = 1", "slope of the loss"])
losses.plot(z, entropy, color=BLUE, linewidth=2, label="cross-entropy")
losses.plot(z, square, color=ORANGE, linestyle="--", linewidth=2, label="half the square")
slopes.plot(z, entropy_slope, color=BLUE, linewidth=2)
slopes.plot(z, square_slope, color=ORANGE, linestyle="--", linewidth=2)
losses.set(xlabel="logit z", ylabel="loss", xticks=range(-10, 7, 4))
slopes.set(xlabel="logit z", ylabel="slope", xticks=range(-10, 7, 4))
losses.legend()
print(f"slopes at z = -10: cross-entropy {entropy_slope[0]:.6f}, half the square {square_slope[0]:.6f}; you guessed {guess}")

# %% [markdown]
# The squared distance is flat where the network is most wrong: the derivative of sigmoid, p (1 - p), is a factor of its
# slope and is nearly 0 there. In the cross-entropy this factor is cancelled by the derivative of the logarithm.
#
# **What the number means.** Ten people are alike in everything the network can see; seven of them have y = 1. It has to
# give all ten the same p. **Predict, then run:** which p makes the mean cross-entropy smallest, and which p makes the
# mean squared distance smallest?

# %% tags=["picture"]
guess = None, None  # your guess for the two values of p

answers = np.array([1, 1, 1, 1, 1, 1, 1, 0, 0, 0])
p = np.linspace(0.02, 0.98, 97)
entropy = np.array([bce_with_logits(np.full(10, np.log(q / (1 - q))), answers)[0] for q in p])
square = np.array([np.mean((q - answers) ** 2) / 2 for q in p])
(ax,) = panels(["mean loss of ten people, seven with y = 1"], width=5.0)
ax.plot(p, entropy, color=BLUE, linewidth=2, label="cross-entropy")
ax.plot(p, square, color=ORANGE, linestyle="--", linewidth=2, label="half the square")
ax.axvline(0.7, color=GREY, linewidth=0.8)
ax.set(xlabel="p", ylabel="mean loss", ylim=(0, 2))
ax.legend(loc="upper center", bbox_to_anchor=(0.42, 1.0))
print(f"smallest at p = {p[entropy.argmin()]:.2f} and p = {p[square.argmin()]:.2f}; you guessed {guess}")

# %% [markdown]
# Both are smallest at the share 0.7. With either loss the output of a network tends to a *conditional probability*: the
# share of ones among the samples that look the same to it. The two losses differ in how hard they push, not in where
# they push to.

# %% [markdown] question="q5" points=8 functions="mse_ridge"
# ## Squares, and a price on weights
#
# Where the target is a quantity and not a class, the usual loss is the squared distance. The published network that you
# will take apart in a4 uses it with two extra features: a half, so that no 2 is left over in the gradient, and a second
# term that makes large weights expensive (*ridge*, or L2 regularisation):
#
# L = (1/2N) Σ (Y - H)² + (λ/2N) Σ W²
#
# The first sum is over all samples and outputs, the second over all entries of all weight arrays.
#
# **A worked number.** Two samples with two outputs, the weights (3, 1) and (-2), and λ = 0.1:
#
# ```
# Y = [1 0]    H = [0.5 2]    (Y - H)² = [0.25 4]    sum 5.25
#     [2 3]        [1   3]               [1    0]
# ```
#
# The weights give 9 + 1 + 4 = 14. With 2N = 4 the loss is 5.25/4 + 0.1 · 14/4 = 1.3125 + 0.35 = 1.6625.
#
# For its first sample, with target (1, 0) and output (0.37166596, 0.45414264), the published network has the loss
# 0.30052460. You will meet these numbers in the check, and again in a4.
#
# Raise `ValueError` if Y and H differ in shape, for the same reason as in q4.

# %% tags=["stub"]
def mse_ridge(Y, H, Ws, lam):
    """Squared distance between targets and outputs, plus a price on large weights.

    Formula: loss = (1/2N) sum of (Y - H)^2 + (lam/2N) sum of W^2, the second sum over all entries of all arrays in Ws.

    Y, H: targets and outputs, both (N, M) or both (N,); N is the number of samples.
    Ws: list of weight arrays of any shapes; it may be empty. lam: one number, 0 or positive.
    Returns one number.
    Raises ValueError if Y and H differ in shape.

    >>> mse_ridge(np.array([[1.0, 0.0]]), np.array([[0.5, 2.0]]), [np.array([[3.0]])], 0.1)
    2.575
    """
    raise NotImplementedError("q5: write mse_ridge")

# %% [markdown]
# The picture shows the loss of a model with one weight, h = w x, on four points that lie exactly on the line y = 2 x.
#
# **Predict, then run.** Without a price the best weight is 2. The sum of x² over the four points is 30. Where is the
# best weight for λ = 30?

# %% tags=["picture"]
guess = None  # your guess for the best weight with lam = 30

x = np.array([1.0, 2.0, 3.0, 4.0])
w = np.linspace(-0.5, 3.0, 351)
(ax,) = panels(["loss of h = w x, for three prices on w"], width=5.2)
for lam, color, style in ((0.0, BLUE, "-"), (30.0, ORANGE, "--"), (300.0, GREY, ":")):
    loss = np.array([mse_ridge(2 * x, v * x, [np.array([v])], lam) for v in w])
    ax.plot(w, loss, color=color, linestyle=style, linewidth=2, label=f"lam = {lam:g}")
    ax.plot(w[loss.argmin()], loss.min(), "o", color=color)
    print(f"lam = {lam:5g}: smallest at w = {w[loss.argmin()]:.3f}")
ax.set(xlabel="w", ylabel="loss", ylim=(-2, 60))
ax.legend(loc="upper right")
print("you guessed", guess)

# %% [markdown]
# The best weight is 2 · 30 / (30 + λ): a price as large as the sum of x² halves it. The price shrinks this weight, and
# never makes it exactly 0.

# %% [markdown] question="q6" points=5 functions="mse_grad" builds_on="mse_ridge"
# ## The slope of the squares
#
# The gradient of the first term with respect to the outputs: the 2 of the square cancels the half, and dH = (H - Y) /
# N. It is positive where an output is too large.
#
# **A worked number.** The two samples of q5:
#
# ```
# H - Y = [-0.5  2]    dH = [-0.25  1]
#         [-1    0]         [-0.5   0]
# ```

# %% tags=["stub"]
def mse_grad(Y, H):
    """The gradient of the data term of mse_ridge with respect to the outputs H.

    Formula: dH = dL/dH = (H - Y) / N for L = (1/2N) sum of (Y - H)^2.

    Y, H: both (N, M) or both (N,).
    Returns dH, same shape as H.
    Raises ValueError if Y and H differ in shape.

    >>> mse_grad(np.array([1.0, 0.0]), np.array([0.5, 2.0]))
    array([-0.25,  1.  ])
    """
    raise NotImplementedError("q6: write mse_grad")

# %% [markdown]
# This is all that gradient descent needs to fit a line. With h = X w, the gradient with respect to the weights is `X.T
# @ dH`; why that is so is the subject of a4. A step is w <- w - lr · X.T @ dH.
#
# The loss of such a model is a bowl. A step that is too long jumps across the valley and lands higher than it started.
# The limit is known: 2 / (largest eigenvalue of XᵀX / N).
#
# **Predict, then run.** Three learning rates: half the limit, one percent below it, one percent above it. How far does
# each get in 300 steps, compared with the solution of `np.linalg.lstsq`?

# %% tags=["picture"]
guess = None  # your guess: which of the three get closer and closer to the solution?

X = np.array([[1.0, 0.5], [1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])
y = np.array([1.2, 1.4, 3.1, 3.9])
best = np.linalg.lstsq(X, y, rcond=None)[0]
limit = 2 / np.linalg.eigvalsh(X.T @ X / len(y)).max()
line, descent = panels(["the line", "distance to the solution"])
for share, color, style in ((0.5, BLUE, "-"), (0.99, GREY, ":"), (1.01, ORANGE, "--")):
    w, distance = np.zeros(2), []
    for _ in range(300):
        distance.append(np.linalg.norm(w - best))
        w = w - share * limit * X.T @ mse_grad(y, X @ w)
    descent.semilogy(distance, color=color, linestyle=style, linewidth=2, label=f"{share:g} of the limit")
    print(f"{share:4g} of the limit: w = {np.round(w, 4)}, distance {np.linalg.norm(w - best):.1e}")
line.plot(X[:, 1], y, "o", color=ORANGE)
line.plot([0, 3.5], [best[0], best[0] + 3.5 * best[1]], color=BLUE)
line.set(xlabel="x", ylabel="y")
descent.set(xlabel="step", ylabel="distance")
descent.legend(loc="lower left")
print(f"lstsq: w = {np.round(best, 4)}; limit {limit:.4f}; you guessed {guess}")

# %% [markdown] question="q7" points=12 functions="numerical_gradient"
# ## Measuring a gradient
#
# A gradient is a promise about small steps: if x moves by a little, f changes by the slope times the move. You can test
# the promise without knowing any formula. Move one entry of x a step up and a step down, and divide the rise by the
# distance:
#
# (f(x + ε) - f(x - ε)) / 2ε
#
# This is a *central difference*. Do it for every entry of x, with all other entries where they were.
#
# **A worked number.** f(x) = x³ at x = 2 with ε = 0.1: 2.1³ = 9.261, 1.9³ = 6.859, and (9.261 - 6.859) / 0.2 = 12.01.
# The derivative is 12. The rest, 0.01, is ε². On a parabola there is no rest: a central difference is exact there,
# whatever ε.
#
# Three traps. An integer cannot move by 0.1: work on a float64 copy. x belongs to the caller, who wants it back as it
# was, to the last bit; and x + ε - ε is not always x. And x may have any shape, also none (a single number in an array
# without axes): `np.ndindex` lists the positions of any shape.

# %% tags=["stub"]
def numerical_gradient(f, x, eps):
    """The gradient of f at x, measured by moving one entry of x at a time.

    Formula: entry i is (f(x + eps e_i) - f(x - eps e_i)) / (2 eps), where e_i is 1 at entry i and 0 elsewhere.

    f: takes a float64 array of the shape of x, returns one number.
    x: array of any shape, also without axes; floats of any precision, or integers. eps: one positive number.
    Returns float64, same shape as x. All arithmetic is in float64. x itself is not changed, not even in its last bit.

    >>> np.round(numerical_gradient(lambda x: x[0] ** 2 + 3 * x[1], np.array([2, 5]), 0.5), 6)
    array([4., 3.])
    """
    raise NotImplementedError("q7: write numerical_gradient")

# %% [markdown]
# Now the promised question: how small should the step be? The slope of sigmoid at 1 is known, p (1 - p) with p =
# sigmoid(1). The picture shows the error of your central difference, and of the one-sided difference, for steps from
# 0.1 to 1e-12.
#
# **Predict, then run.** At which of these twelve steps is the central difference most accurate? And how many digits are
# right there, of the sixteen that a float64 has?

# %% tags=["picture"]
guess = None, None  # your guess: the best step, and the number of right digits


def one_logit(x):
    return sigmoid(x[0])


x = np.array([1.0])
true = sigmoid(1.0) * (1 - sigmoid(1.0))
steps = 10.0 ** -np.arange(1, 13)
central = np.array([abs(numerical_gradient(one_logit, x, eps)[0] - true) for eps in steps])
one_sided = np.array([abs((sigmoid(1.0 + eps) - sigmoid(1.0)) / eps - true) for eps in steps])
(ax,) = panels(["error of a measured slope: sigmoid at 1"], width=5.6, height=3.8)
ax.loglog(steps, central, "o-", color=BLUE, label="central difference")
ax.loglog(steps, one_sided, "s--", color=ORANGE, label="one-sided difference")
ax.loglog(steps[:6], 0.00589 * steps[:6] ** 2, color=GREY, linewidth=1)
ax.loglog(steps[4:], 1.1e-16 * sigmoid(1.0) / steps[4:], color=GREY, linewidth=1)
ax.text(1.5e-4, 2e-12, "curvature: eps²", color=GREY)
ax.text(1.5e-11, 4e-5, "rounding: 1/eps", color=GREY)
ax.set(xlabel="step eps", ylabel="error")
ax.legend(loc="lower left")
for eps, c, o in zip(steps, central, one_sided):
    print(f"eps {eps:.0e}   central {c:.1e}   one-sided {o:.1e}")
print("you guessed", guess)

# %% [markdown]
# The curve has the shape of a U. On its right branch the step is too long: the curve bends between the two points. The
# error of a central difference is ε² times a sixth of the third derivative, so ten times shorter means a hundred times
# better. On the left branch the step is too short: the two values of f agree in nearly all of their digits, the
# difference is what rounding has left, about 1e-16, and it is divided by 2ε. The best step lies between, near 1e-5, and
# about eleven digits are right there. The one-sided difference has an error proportional to ε on the right branch, and
# never gets better than about eight digits.

# %% [markdown] question="q8" points=10 functions="gradcheck" builds_on="numerical_gradient"
# ## Checking a gradient
#
# Now the instrument. It gets a function f, a claimed gradient g, and a point x. It says how far the claim is from the
# measurement, and where.
#
# **Relative, not absolute.** A difference of 0.001 is nothing between slopes of 1000 and everything between slopes of
# 0.001. So the difference of a = g(x) and n, the measured one, is divided by the larger of the two sizes: |a - n| /
# max(|a|, |n|).
#
# **A worked number.** f(x) = x0² + x1² at (1, 3) has the slopes (2, 6). Somebody claims (2, 12). The first entry is
# right. At the second the difference is 6 and the larger size 12: relative error 0.5. A wrong sign gives 2, a claim of
# 0 gives 1.
#
# **Three traps.** (1) 0/0: where a and n are both exactly 0 they agree, and the error is 0. (2) NaN is neither larger
# nor smaller than any number, so `error > limit` lets it pass. Where a or n is not finite the error is infinite. (3)
# *Kinks*: |x| has the slope -1 to the left of 0 and +1 to the right. A central difference at 0 gives 0, which is
# neither. At such an entry the measurement says nothing, so it is counted and left out. To find kinks, measure the
# slope on both sides separately. On a smooth curve the two differ by about ε times the curvature, at a kink by much
# more; the docstring gives the limit.
#
# Take ε = 1e-5 throughout.

# %% tags=["stub"]
def gradcheck(f, g, x):
    """Compare a claimed gradient with the numerical one, entry by entry.

    Formula: with a = g(x) and n = numerical_gradient(f, x, 1e-5), the relative error of an entry is
    |a - n| / max(|a|, |n|); it is 0 where a and n are both exactly 0, and infinite where a or n is not finite.
    An entry is at a kink if the slopes right = (f(x + eps e_i) - f(x)) / eps and left = (f(x) - f(x - eps e_i)) / eps,
    eps = 1e-5, differ by more than 1e-3 * max(1, |right|, |left|). Entries at a kink are left out.

    f: takes an array of the shape of x, returns one number. g: takes the same array, returns the claimed gradient.
    x: array of any shape.
    Returns a dict: "max_rel", the largest relative error; "worst_index", the tuple i with which x[i] is the entry that
    has it (any of them if there are several); "kinks", the number of entries left out.
    If all are left out, max_rel is 0.0 and worst_index is None.
    Raises ValueError if g(x) does not have the shape of x.

    >>> report = gradcheck(lambda x: np.sum(x**2), lambda x: np.array([2.0, 4.0]) * x, np.array([1.0, 3.0]))
    >>> round(report["max_rel"], 6), report["worst_index"], report["kinks"]
    (0.5, (1,), 0)
    """
    raise NotImplementedError("q8: write gradcheck")

# %% [markdown]
# Does a wrong gradient matter, if the network learns? Here are 60 points of three classes and one layer, trained with
# five gradients: your own, and four that are wrong on purpose. The right-hand picture shows the largest relative error
# that your `gradcheck` finds for each, at a random point.
#
# **Predict, then run.** Which of the four wrong gradients can you tell from the loss curve or from the accuracy at the
# end?

# %% tags=["picture"]
guess = None  # your guess: a list of names

draw = np.random.default_rng(8)
labels = np.repeat([0, 1, 2], (30, 20, 10))
points = np.array([[0.0, 1.5], [-1.3, -0.8], [1.3, -0.8]])[labels] + 0.9 * draw.normal(size=(60, 2))
A = np.column_stack([points, np.ones(60)])  # the column of ones carries the biases
claims = {
    "right": lambda Z: cross_entropy(Z, labels)[1],
    "half": lambda Z: cross_entropy(Z, labels)[1] / 2,
    "class 2 left out": lambda Z: cross_entropy(Z, labels)[1] * [1, 1, 0],
    "times p (1 - p)": lambda Z: cross_entropy(Z, labels)[1] * softmax(Z) * (1 - softmax(Z)),
    "not averaged": lambda Z: cross_entropy(Z, labels)[1] * 60,
}
curves, errors = panels(["loss while training", "largest relative error"])
place = 0.5 * draw.normal(size=(3, 3))
for number, (name, claim) in enumerate(claims.items()):
    W, history = np.zeros((3, 3)), []
    for _ in range(200):
        history.append(cross_entropy(A @ W, labels)[0])
        W = W - 0.5 * A.T @ claim(A @ W)
    accuracy = np.mean((A @ W).argmax(axis=1) == labels)
    report = gradcheck(lambda W: cross_entropy(A @ W, labels)[0], lambda W: A.T @ claim(A @ W), place)
    color, style = [(BLUE, "-"), (ORANGE, "--"), (ORANGE, ":"), (ORANGE, "-."), (GREY, "-")][number]
    curves.semilogy(history, color=color, linestyle=style, linewidth=0.8 if color == GREY else 2, zorder=-number, label=name)
    errors.barh(number, report["max_rel"], color=color)
    print(f"{name:18} loss {history[0]:.3f} -> {history[-1]:.3f}   accuracy {accuracy:.3f}   max_rel {report['max_rel']:.1e}")
curves.set(xlabel="step", ylabel="loss", ylim=(0.25, 80))
curves.set_yticks([0.3, 1, 3], ["0.3", "1", "3"], minor=False)
curves.set_yticks([], minor=True)
curves.legend(fontsize=9, loc="upper center", ncols=2)
errors.set(xscale="log", xlim=(1e-11, 10), yticks=range(5), yticklabels=claims, xlabel="max_rel")
errors.invert_yaxis()
print("you guessed", guess)

# %% [markdown]
# Three of the four wrong gradients end with the same accuracy as the right one, and with nearly the same loss. That a
# network learns says little about its gradient. The instrument leaves no doubt: about 1e-10 for the right one, 0.5 and
# more for the wrong.
#
# Do not trust a single number blindly, though. Where a slope is truly 0 but the measurement is 1e-12 of rounding, the
# relative error is 1 and means nothing. Look at the entry that `worst_index` names before you judge.

# %% [markdown] question="q9" points=10 functions="fit_logistic" builds_on="bce_with_logits"
# ## One layer is logistic regression
#
# One neuron with a sigmoid: p = sigmoid(x w + b). Statisticians have used it under the name of logistic regression
# since long before there were deep networks, because its weights can be read. Write p / (1 - p) for the *odds*. Then
# log(odds) = x w + b: one unit more of feature j adds w_j to the logarithm of the odds, so it multiplies the odds by
# exp(w_j), the *odds ratio*.
#
# **A worked number.** Forty photographs: does the picture show a bus? The only feature is whether there is a big box in
# it (x = 1) or not (x = 0).
#
# | | bus | no bus | odds |
# |---|---|---|---|
# | big box | 12 | 4 | 12 : 4 = 3 |
# | no big box | 6 | 18 | 6 : 18 = 1/3 |
#
# The odds ratio is 3 / (1/3) = 9. So with no price on weights, w has to become log 9 = 2.197225 and b, the log-odds at
# x = 0, log(1/3) = -1.098612.
#
# Fit it by plain gradient descent. With `dz` from q4, the gradient with respect to w is `X.T @ dz`, and with respect to
# b it is the sum of `dz`. The price (λ/2N) Σ w² adds λ/N · w to the first and nothing to the second: a bias is not a
# preference for a feature, and is not charged. Everything starts from zero, so everybody gets the same numbers.
#
# **The first step by hand.** X = (1, 2, 3, 4) as a column, y = (0, 0, 0, 1), learning rate 0.1, λ = 0. All logits are
# 0, all p are 1/2, dz = (0.125, 0.125, 0.125, -0.125). The gradient for w is 0.125 · (1 + 2 + 3 - 4) = 0.25, for b it
# is 0.25. After one step w = -0.025 and b = -0.025.

# %% tags=["stub"]
def fit_logistic(X, y, lam, steps, lr):
    """Logistic regression by plain gradient descent: one layer, one sigmoid, one loss.

    Formula: loss(w, b) = (1/N) sum of the binary cross-entropy of z = X w + b, plus (lam/2N) sum of w^2.
    The bias is not regularised. Start from w = 0 and b = 0; each of the `steps` steps is
    w <- w - lr * dL/dw, b <- b - lr * dL/db, both gradients taken at the old w and b.

    X (N, D): floats or integers. y (N,): 0 or 1. lam: 0 or positive. steps: an integer, 0 or positive. lr: positive.
    Returns the tuple (w, b): w (D,) and one number b.

    >>> w, b = fit_logistic(np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([0, 0, 0, 1]), 0.0, 1, 0.1)
    >>> np.round(w, 6), round(b, 6)
    (array([-0.025]), -0.025)
    """
    raise NotImplementedError("q9: write fit_logistic")

# %% [markdown]
# **Predict, then run.** The table above, three times: as it is; with the feature counted in half boxes, so that a big
# box is x = 2; and with a price of λ = 10. What are the three odds ratios exp(w)?

# %% tags=["picture"]
guess = None, None, None  # your guess

X = np.repeat([[1.0], [1.0], [0.0], [0.0]], (12, 4, 6, 18), axis=0)
y = np.repeat([1, 0, 1, 0], (12, 4, 6, 18))
for name, features, lam in (("as it is", X, 0.0), ("in half boxes", 2 * X, 0.0), ("with lam = 10", X, 10.0)):
    w, b = fit_logistic(features, y, lam, 2000, 0.5)
    print(f"{name:14} w = {w[0]:.6f}  b = {b:.6f}  odds ratio {np.exp(w[0]):.3f}")
print("you guessed", guess)

# %% [markdown]
# An odds ratio belongs to a *unit* of its feature: two steps of 3 make one of 9. And a price on weights makes the
# feature look weaker than it is in the table. Neither number says why buses and big boxes go together.
#
# **One layer is logistic regression.** Now the same table with a softmax layer of two outputs, trained with your
# `cross_entropy`. Only differences of logits count, so look at W[:, 1] - W[:, 0]. The picture follows this difference
# (dots) and the weights of `fit_logistic` (lines), step by step.
#
# **Predict, then run.** The layer learns with the rate 0.5. With which rate does `fit_logistic` have to run so that the
# dots lie on the lines?

# %% tags=["picture"]
guess = None  # your guess for the rate of fit_logistic

A = np.column_stack([X, np.ones(len(y))])  # the column of ones carries the biases
W = np.zeros((2, 2))
layer, single = [], []
for step in range(61):
    layer.append(W[:, 1] - W[:, 0])
    w, b = fit_logistic(X, y, 0.0, step, 1.0)
    single.append([w[0], b])
    W = W - 0.5 * A.T @ cross_entropy(A @ W, y)[1]
layer, single = np.array(layer), np.array(single)
(ax,) = panels(["two outputs with softmax, one output with sigmoid"], width=5.6)
for column, color, name in ((0, BLUE, "w"), (1, ORANGE, "b")):
    ax.plot(single[:, column], color=color, label=f"fit_logistic: {name}")
    ax.plot(range(0, 61, 5), layer[::5, column], "o", color=color, label=f"softmax layer: {name}")
for target in (np.log(9), np.log(1 / 3)):
    ax.axhline(target, color=GREY, linewidth=0.8, linestyle=":")
ax.set(xlabel="step", ylabel="value", xlim=(0, 100), xticks=range(0, 61, 20))
ax.legend(loc="center right", fontsize=9)
print(f"largest difference over 60 steps: {np.abs(layer - single).max():.1e}; you guessed {guess}")

# %% [markdown]
# The two are one model. Each of the two columns takes its own step, in opposite directions, so their difference moves
# twice as fast: rate 1 for the single output. With a hidden layer in between this reading of the weights is lost, since
# a feature can then raise the odds for one input and lower them for another.

# %% [markdown] question="q10" points=15 manual=true
# ## Claim and evidence
#
# Answer the three parts in 4 to 8 sentences each. A good answer makes a claim, quotes at least one number that you
# computed in this notebook or in a cell of your own, explains it, and says where the claim stops being true. Numbers
# are recomputed when this is read.
#
# **(a) The best step (5 points).** Somebody says: "The derivative is a limit, so I take eps = 1e-12 to be precise." Use
# your U-curve to say what is wrong with that. Then predict the best step, roughly, if f were computed in float32 (about
# 7 digits), and say how you reasoned or what you measured.
#
# **(b) Reading a weight (5 points).** In the table of q9 the odds ratio is 9. Say in plain words what this number says
# about photographs, and two things that it does not say. Use the fit in half boxes or the one with λ = 10 as evidence
# for at least one of them.
#
# **(c) What a passed check proves (5 points).** A gradient passes your `gradcheck` at one point with max_rel = 1e-9.
# Give one way in which it can still be wrong elsewhere, and one case in which a *right* gradient looks wrong. Show one
# of the two with a small function of your own and the numbers that `gradcheck` reports for it.

# %% [markdown] tags=["answer"]
# **(a)** Type your answer here.
#
# **(b)** Type your answer here.
#
# **(c)** Type your answer here.

# %% tags=["picture"]
# Room for your own experiments.
