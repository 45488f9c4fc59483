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
# # a2 Detectors and gates
#
# "What does the hidden layer of a neural network compute?" somebody asked on a question-and-answer site, and hundreds of
# readers voted for the answers. The best known one fits into a sentence: the hidden layer turns the input into something
# the output layer can use, as a bus detector does not look for a bus but for wheels, for a box, and for size.
#
# In this assignment you build such detectors by hand. Nothing is trained: you choose every weight, and so you know what
# every unit does. You find out what one unit can say and what it never can, why two layers can, and what it means that a
# unit is *saturated*. Where the answers on that page are not quite right, you will notice.
#
# You need a1 (layers) and derivatives. Expect 3 to 6 hours.

# %% tags=["setup"]
import matplotlib.pyplot as plt
import numpy as np
from autograder.pictures import BLUE, GREEN, GREY, ORANGE, PURPLE, use_style
from autograder.pictures import arrow, classes, field, film, images, line, panels, planes

use_style()


def corners(n):
    """All inputs of n zeros and ones, (2**n, n), in counting order: (0, 0), (0, 1), (1, 0), (1, 1) for n = 2."""
    return np.indices((2,) * n).reshape(n, -1).T


def relu(z):
    """max(z, 0) for every entry: you wrote it in a1."""
    return np.maximum(z, 0.0)

# %% [markdown]
# ## A bus, as a network sees it
#
# Whether a picture shows a bus is hard to tell from pixels. It is easy to tell from three things that are themselves
# easier to tell: it has wheels, it is a box, it is large. Each of the three is a *detector*, a unit of the hidden layer.
# The output unit needs all three of them, and never looks at the picture itself.

# %% tags=["picture"]
_, ax = plt.subplots(figsize=(8, 2.7))
boxed = {"boxstyle": "round,pad=0.45", "facecolor": "white", "edgecolor": GREY}
for x, y, name in ((0, 0, "picture"), (1, 1, "wheels?"), (1, 0, "a box?"), (1, -1, "large?"), (2, 0, "a bus?")):
    ax.text(x, y, name, ha="center", va="center", fontsize=13, bbox=boxed)
for y in (1, 0, -1):
    arrow(ax, (0.78, 0.88 * y), BLUE, (0.22, 0.15 * y))
    arrow(ax, (1.82, 0.15 * y), ORANGE, (1.22, 0.88 * y))
ax.text(0.5, -1.5, "each detector looks for one thing", ha="center", color=BLUE)
ax.text(1.5, -1.5, "all three have to fire", ha="center", color=ORANGE)
ax.set(xlim=(-0.4, 2.4), ylim=(-1.7, 1.4))
ax.axis("off")
plt.show()

# %% [markdown]
# ## Conventions
#
# Rows are samples. Numbers are float64; inputs may hold integers, which count as the same numbers. Functions do not
# change their inputs. A **unit is on where w · x + b > 0**, strictly: at exactly 0 it is off. This holds for every gate
# and every network of gates below.
#
# | code | mathematics | shape | meaning |
# |---|---|---|---|
# | `N`, `D`, `M` | N, D, M | integers | number of samples, of inputs, of units |
# | `X`, `x` | x | (N, D), (D,) | samples, one per row; a single sample |
# | `w`, `b` | w, b | (D,), a number | weights and bias of one unit |
# | `W`, `b` | W, b | (D, M), (M,) | of a layer: one column of W per unit |
# | `z` | z = w · x + b | any | what a unit sees before its activation |
# | `h` | h = act(z) | as z | what it says: its output |
# | `act` | | a function | the activation: step, sigmoid, tanh, ... |
# | `d_sigmoid(z)` | σ′(z) | as z | the slope of the sigmoid at z |
# | `y` | y | (4,) or (2ⁿ,) | a truth table: 0 or 1 for every corner |
# | `corners(n)` | | (2ⁿ, n) | all inputs of n zeros and ones, in counting order |
#
# Each question has a cell to fill in and below it a cell that checks it. These checks are public. More checks, on other
# inputs, run after you hand in: other shapes, integers, numbers as large as 800. `grader.hint("q2")` shows the next hint
# for the last failure. Cells after a check draw with *your* functions, and stop with an error until they are written.
#
# **Weights of your own.** In some questions many answers are right. There your weights are not compared with ours: the
# checks look at what they do.

# %% [markdown] question="q1" points=0 functions="step"
# ## On or off
#
# This question is for practice and gives no points. The oldest activation is a switch: it is on (1) where z is positive,
# and off (0) elsewhere.
#
# **A worked number.** z = (-2, 0, 0.5) gives (0, 0, 1). The zero in the middle is the convention above: at z = 0 a unit
# is off.
#
# The function in the next cell is wrong on purpose. Run it, run its check, read the message, correct it, and run both
# again.

# %% tags=["stub"]
def step(z):
    """The step activation: on or off.

    Formula: 1 where z > 0, and 0 elsewhere; at z = 0 it is 0.

    z: an array of any shape. Returns an array of that shape, float64.

    >>> step(np.array([-2.0, 0.0, 0.5]))
    array([0., 0., 1.])
    """
    return np.where(z >= 0, 1.0, 0.0)

# %% [markdown] question="q2" points=7 functions="sigmoid, tanh"
# ## Squashing
#
# A switch has a drawback: it does not say *how sure* it is, and nobody can learn from it, because its slope is 0. So
# units are given a soft switch. The sigmoid goes from 0 to 1, tanh from -1 to 1. They are one curve: tanh(z) = 2
# sigmoid(2z) - 1.
#
# **A worked number.** sigmoid(log 3) = 1 / (1 + exp(-log 3)) = 1 / (1 + 1/3) = 3/4, and sigmoid(-log 3) = 1 / (1 + 3) =
# 1/4. The two add up to 1, as they do for every z.
#
# **Far out.** float64 ends near 1.8e308, so `np.exp(720.0)` is infinite. Of exp(z) and exp(-z) one is always harmless:
# divide the formula above and below by the other one if you need to. Also think about -40: the right answer is
# exp(-40), about 4e-18. A formula that subtracts two numbers near 1 gives 0 there, and a later logarithm gives minus
# infinity. The docstrings say how far the results have to hold.

# %% tags=["stub"]
def sigmoid(z):
    """Squash every entry into the interval from 0 to 1.

    Formula: 1 / (1 + exp(-z)).

    z: an array of any shape, floats or integers. Returns an array of that shape, float64.
    Right to ten digits for z from -400 to 400, also where the result is tiny. No exponential may overflow:
    the sigmoid of -720 is small but positive, and that of 800 or -800 is finite too.

    >>> sigmoid(np.array([0.0, 1.0, -1.0]))
    array([0.5       , 0.73105858, 0.26894142])
    >>> sigmoid(np.array([-40.0]))
    array([4.24835426e-18])
    """
    raise NotImplementedError("q2: write sigmoid")


def tanh(z):
    """Squash every entry into the interval from -1 to 1.

    Formula: (exp(z) - exp(-z)) / (exp(z) + exp(-z)) = 2 sigmoid(2 z) - 1. np.tanh may be used.

    z: an array of any shape, floats or integers, also 800 or -800. Returns an array of that shape, float64.

    >>> tanh(np.array([0.0, 1.0, -800.0]))
    array([ 0.        ,  0.76159416, -1.        ])
    """
    raise NotImplementedError("q2: write tanh")

# %% [markdown]
# **Predict, then run.** The formula as it stands, `1 / (1 + np.exp(-z))`, against yours. At which of the three z do they
# differ?

# %% tags=["picture"]
guess = None  # your guess: a list of z

with np.errstate(over="ignore"):
    for z in (-40.0, -700.0, -720.0):
        naive, careful = 1 / (1 + np.exp(-z)), sigmoid(np.array([z]))[0]
        print(f"z = {z:6.0f}: as it stands {naive:.6g}, yours {careful:.6g}")
print("you guessed", guess)

# %% [markdown]
# The naive form is not as bad as its reputation: it fails only where the answer is smaller than 1e-308. But numpy warns
# about an overflow, and a program that prints warnings every day has no way left to tell you of a real one.

# %% [markdown] question="q3" points=6 functions="leaky_relu, elu, softplus"
# ## Three relatives of ReLU
#
# ReLU is 0 for negative z, and a unit that sees only negative z is dead: whatever happens, it says 0 and its slope is 0.
# These three leave some life on the left. leaky_relu keeps a small slope, elu bends towards -alpha, softplus is ReLU
# with the corner rounded off.
#
# **A worked number** of each.
#
# - leaky_relu with slope 0.1: 3 stays 3, and -2 becomes -0.2.
# - elu with alpha = 2 at z = -log 2: 2 (1/2 - 1) = -1.
# - softplus at z = log 3: log(1 + 3) = log 4 = 1.386294.
#
# **Far out.** For z = 800 the answer of softplus is 800, but exp(800) is infinite. For z = -40 the answer is about
# 4e-18, but 1 + exp(-40) is 1 in float64 and its logarithm is 0; `np.log1p(t)` computes log(1 + t) without ever forming
# 1 + t. For elu, nobody forces you to take the exponential of a positive number.

# %% tags=["stub"]
def leaky_relu(z, slope):
    """Let positive numbers pass, and a small part of negative ones.

    Formula: z where z > 0, slope * z elsewhere.

    z: an array of any shape, floats or integers. slope: a number from 0 to 1, usually 0.01 to 0.2.
    Returns an array of the shape of z, float64.

    >>> leaky_relu(np.array([3.0, -2.0]), 0.1)
    array([ 3. , -0.2])
    """
    raise NotImplementedError("q3: write leaky_relu")


def elu(z, alpha):
    """Let positive numbers pass, and bend negative ones towards -alpha.

    Formula: z where z > 0, alpha * (exp(z) - 1) elsewhere.

    z: an array of any shape, floats or integers, also 800 or -800. alpha: a positive number.
    Returns an array of the shape of z, float64.

    >>> elu(np.array([3.0, -1.0, -800.0]), 2.0)
    array([ 3.        , -1.26424112, -2.        ])
    """
    raise NotImplementedError("q3: write elu")


def softplus(z):
    """ReLU without the corner.

    Formula: log(1 + exp(z)), natural logarithm.

    z: an array of any shape, floats or integers. Returns an array of that shape, float64.
    Right to ten digits for z from -400 to 800, also where the result is tiny: softplus(-40) is not 0.

    >>> softplus(np.array([0.0, 3.0]))
    array([0.69314718, 3.04858735])
    >>> softplus(np.array([-40.0]))
    array([4.24835426e-18])
    """
    raise NotImplementedError("q3: write softplus")

# %% [markdown]
# **Predict, then run.** Which of the six curves stay between two bounds, and which have a corner?

# %% tags=["picture"]
guess = None  # your guess: two lists of names

z = np.linspace(-4, 4, 321)
curves = {
    "step": step(z),
    "sigmoid": sigmoid(z),
    "tanh": tanh(z),
    "leaky_relu, slope 0.1": leaky_relu(z, 0.1),
    "elu, alpha = 1": elu(z, 1.0),
    "softplus": softplus(z),
}
for ax, (name, h) in zip(panels(list(curves), width=3.1, height=2.3, columns=3), curves.items()):
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.plot(z, relu(z), color=GREY, linestyle=":", linewidth=1.2)
    ax.plot(z, h, color=BLUE, linewidth=2.2)
    ax.set(ylim=(-1.3, 3), xlabel="z")
plt.show()
print("you guessed", guess)

# %% [markdown]
# The dotted line is ReLU. The three of the upper row are bounded; of the lower row, leaky_relu has a corner, and elu has
# one unless alpha is 1.

# %% [markdown] question="q4" points=5 functions="d_sigmoid, d_tanh" builds_on="sigmoid, tanh"
# ## How soft switches respond
#
# The slope says how much the output moves when z moves a little. For the sigmoid it is s (1 - s), for tanh 1 - t².
#
# **A worked number.** At z = log 3 the sigmoid is 3/4, and its slope is 3/4 · 1/4 = 3/16. At -log 3 it is 1/4 · 3/4:
# the same. tanh(log 3) is (3 - 1/3) / (3 + 1/3) = 0.8, and its slope is 1 - 0.64 = 0.36.
#
# **A subtraction that loses everything.** At z = 40 the sigmoid is 1 - 4e-18. float64 cannot tell this from 1, so 1 - s
# is 0 there, while the true slope is 4e-18, the same as at -40. You know another way to write 1 - sigmoid(z). With it
# the slope has ten digits on both sides. For tanh, look for a form without a subtraction too.

# %% tags=["stub"]
def d_sigmoid(z):
    """The slope of the sigmoid at z.

    Formula: sigmoid(z) * (1 - sigmoid(z)), where 1 - sigmoid(z) = sigmoid(-z).

    z: an array of any shape, floats or integers. Returns an array of that shape, float64.
    Right to ten digits for z from -300 to 300, on both sides: the slope at 40 is that at -40, and not 0.

    >>> d_sigmoid(np.array([0.0, 2.0]))
    array([0.25      , 0.10499359])
    >>> d_sigmoid(np.array([40.0]))
    array([4.24835426e-18])
    """
    raise NotImplementedError("q4: write d_sigmoid")


def d_tanh(z):
    """The slope of tanh at z.

    Formula: 1 - tanh(z)^2 = 1 / cosh(z)^2 = 4 d_sigmoid(2 z).

    z: an array of any shape, floats or integers. Returns an array of that shape, float64.
    Right to ten digits for z from -150 to 150, on both sides: the slope at 20 is not 0.

    >>> d_tanh(np.array([0.0, 1.0]))
    array([1.        , 0.41997434])
    >>> d_tanh(np.array([20.0]))
    array([1.6993417e-17])
    """
    raise NotImplementedError("q4: write d_tanh")

# %% [markdown]
# **Predict, then run.** What is the largest slope of the sigmoid, what is that of tanh, and where? A signal that passes
# ten layers back is multiplied by ten slopes: by how much is it weakened at least, if all ten units are sigmoids?

# %% tags=["picture"]
guess = None  # your guess: (largest slope of the sigmoid, of tanh, factor after ten sigmoids)

z = np.linspace(-6, 6, 481)
(ax,) = panels(["slopes of the two soft switches"], width=5.6)
for name, f, slope, color, dash in (("sigmoid", sigmoid, d_sigmoid, BLUE, "-"), ("tanh", tanh, d_tanh, ORANGE, "--")):
    measured = (f(z + 1e-5) - f(z - 1e-5)) / 2e-5
    ax.plot(z, slope(z), color=color, linestyle=dash, label=name)
    print(f"{name:>8}: largest slope {slope(z).max():.4f}; largest distance from the measured slope {np.abs(slope(z) - measured).max():.0e}")
ax.set(xlabel="z", ylabel="slope")
ax.legend()
plt.show()
print(f"ten sigmoids: {d_sigmoid(np.array([0.0]))[0] ** 10:.1e} at most; you guessed", guess)

# %% [markdown] question="q5" points=5 functions="d_leaky_relu, d_elu, d_softplus" builds_on="sigmoid"
# ## How the relatives of ReLU respond
#
# On the right all three rise with slope 1, or nearly so. On the left each has its own answer to the dead unit.
#
# **A worked number** of each. leaky_relu with slope 0.1: 1 at z = 3 and 0.1 at z = -2. elu with alpha = 2 at -log 2: 2 · 1/2 = 1.
# softplus at log 3: 3 / (1 + 3) = 3/4, a number you have met in q2.
#
# **At the corner** there is no slope. Programs return one of the two sides; either will do here, and no check looks at
# z = 0.

# %% tags=["stub"]
def d_leaky_relu(z, slope):
    """The slope of leaky_relu at z.

    Formula: 1 where z > 0, slope where z < 0. At z = 0 there is a corner: both numbers are accepted.

    z: an array of any shape, floats or integers. slope: a number from 0 to 1.
    Returns an array of the shape of z, float64.

    >>> d_leaky_relu(np.array([3.0, -2.0]), 0.1)
    array([1. , 0.1])
    """
    raise NotImplementedError("q5: write d_leaky_relu")


def d_elu(z, alpha):
    """The slope of elu at z.

    Formula: 1 where z > 0, alpha * exp(z) where z < 0. At z = 0 there is a corner unless alpha is 1: both numbers are
    accepted.

    z: an array of any shape, floats or integers, also 800 or -800. alpha: a positive number.
    Returns an array of the shape of z, float64.

    >>> d_elu(np.array([3.0, -1.0, -800.0]), 2.0)
    array([1.        , 0.73575888, 0.        ])
    """
    raise NotImplementedError("q5: write d_elu")


def d_softplus(z):
    """The slope of softplus at z.

    Formula: exp(z) / (1 + exp(z)), which is a function you know.

    z: an array of any shape, floats or integers, also 800 or -800. Returns an array of that shape, float64.
    Right to ten digits for z from -400 to 400.

    >>> d_softplus(np.array([0.0, -1.0]))
    array([0.5       , 0.26894142])
    """
    raise NotImplementedError("q5: write d_softplus")

# %% [markdown]
# **Predict, then run.** A unit has got stuck at z = -5. Order the four by how much they still respond there: sigmoid,
# leaky_relu with slope 0.1, elu with alpha = 1, softplus.

# %% tags=["picture"]
guess = None  # your guess: the four names, strongest first

stuck = np.array([-5.0])
responses = {"sigmoid": d_sigmoid(stuck), "leaky_relu": d_leaky_relu(stuck, 0.1), "elu": d_elu(stuck, 1.0), "softplus": d_softplus(stuck)}
for name, slope in sorted(responses.items(), key=lambda item: -item[1][0]):
    print(f"{name:>11}: {slope[0]:.5f}")
print("you guessed", guess)

# %% [markdown]
# All but the first are exponentials, and all three nearly exp(-5): only leaky_relu does not fade.
#
# The family has two more members, which you need not write. PReLU is leaky_relu with a slope that is learned like a
# weight: its output moves with the slope by z where z < 0, and not at all where z > 0. RReLU draws a new slope for every
# entry while it trains, for example between 1/8 and 1/3, and takes the middle of the two, 11/48, when it is used: z = -2
# then gives -2 · 11/48 = -0.4583, the mean of what it gives in training. The forum answer that names them (you will
# meet it in a7) praises all of them, and elu too, for being made of straight pieces. Look at the curves: is that true
# of elu?

# %% [markdown] question="q6" points=2 functions="d_sigmoid_from_output"
# ## The slope, from the output alone
#
# Programs often keep h and throw z away. The slope of the sigmoid can be had from h: it is h (1 - h). Mind which of the
# two you are given. Here it is h, and the sigmoid must not be taken a second time.
#
# **A worked number.** h = 1/4 gives 1/4 · 3/4 = 3/16, which is the slope at z = -log 3.

# %% tags=["stub"]
def d_sigmoid_from_output(h):
    """The slope of the sigmoid at a z that is no longer known, from h = sigmoid(z).

    Formula: h * (1 - h).

    h: an array of any shape, entries from 0 to 1. Returns an array of that shape, float64.

    >>> d_sigmoid_from_output(np.array([0.5, 0.25, 1.0]))
    array([0.25  , 0.1875, 0.    ])
    """
    raise NotImplementedError("q6: write d_sigmoid_from_output")

# %% [markdown]
# **Predict, then run.** z = 40 again: what is the slope from z, and what is it from h = sigmoid(40)? And at z = -40?

# %% tags=["picture"]
guess = None  # your guess: the slope from h at 40 and at -40

for z in (np.array([40.0]), np.array([-40.0])):
    print(f"z = {z[0]:4.0f}: from z {d_sigmoid(z)[0]:.4g}, from h {d_sigmoid_from_output(sigmoid(z))[0]:.4g}")
print("you guessed", guess)
whole, end = panels(["what is lost when z is thrown away", "its end, enlarged"], width=4.6)
for ax, z in ((whole, np.linspace(-45, 45, 181)), (end, np.linspace(33, 39, 121))):
    kept = d_sigmoid_from_output(sigmoid(z))
    ax.semilogy(z, d_sigmoid(z), color=BLUE, label="slope from z")
    ax.semilogy(z[kept > 0], kept[kept > 0], "o", color=ORANGE, markersize=3, label="slope from h")
    ax.set(xlabel="z", ylabel="slope")
whole.legend(loc="lower center")
plt.show()

# %% [markdown]
# On the left both agree to the last digit. On the right h gets stuck at 1, the dots form steps, and from z = 37 on they
# are gone: no formula in h can bring them back. A switch that is fully on looks the same however far past the point it
# is.

# %% [markdown] question="q7" points=5 functions="unit" builds_on="step, sigmoid"
# ## One unit
#
# A unit multiplies every input by a weight, adds up, adds its bias, and hands the sum to its activation. Its weights are
# a direction in the space of inputs, and all it ever looks at is how far a sample lies in that direction.
#
# **A worked number.** w = (2, -1), b = -2. The sample (3, 1) gives z = 6 - 1 - 2 = 3: on. (0, 1) gives -3: off. (1, 0)
# gives exactly 0: off.

# %% tags=["stub"]
def unit(X, w, b, act):
    """One unit looks at all samples.

    Formula: h[n] = act(w . X[n] + b).

    X (N, D): one sample per row. w (D,): the weights. b: the bias, a number. act: a function that works on arrays, such
    as step or sigmoid. Returns h (N,).

    >>> unit(np.array([[3.0, 1.0], [0.0, 1.0]]), np.array([2.0, -1.0]), -2.0, step)
    array([1., 0.])
    """
    raise NotImplementedError("q7: write unit")

# %% [markdown]
# The picture colours the plane by what a sigmoid unit says, and draws the line on which it says one half.
#
# **Predict, then run.** From frame to frame all its weights *and* its bias are multiplied by a number s that grows.
# Does the line of one half move? Does anything else change?

# %% tags=["picture"]
guess = None  # your guess


def draw_unit(ax, s):
    """The unit with w = (2, -1), b = -1, all multiplied by s."""
    ax.set(xlim=(-2, 2), ylim=(-2, 2), aspect="equal", xticks=[-2, 0, 2], yticks=[-2, 0, 2])
    field(ax, lambda X: unit(X, s * np.array([2.0, -1.0]), -s, sigmoid), levels=[0.5])


sharpness = [0.25, 0.5, 1, 2, 4, 8, 16, 64]
film(draw_unit, sharpness, [f"s = {s:g}" for s in sharpness], describe="A sigmoid unit becomes a step as its weights grow; its line stays.")

# %% [markdown]
# The direction of w says *what* the unit looks for, its length says *how sharply* it tells yes from no, and -b divided
# by the length says *where* it draws the line. A step is a sigmoid with very large weights.
#
# **Predict, then run.** Five sigmoid units with random weights and no bias look at the sample (0, 0). What do they say?

# %% tags=["picture"]
guess = None  # your guess

draw = np.random.default_rng(2)
print([float(unit(np.zeros((1, 2)), draw.normal(size=2), 0.0, sigmoid)[0]) for _ in range(5)], "- you guessed", guess)

# %% [markdown]
# Without a bias, z is 0 there whatever the weights are: the line of every unit goes through the origin. The bias is what
# the intercept is for a straight line. It is often drawn as an extra node that is connected to every unit, and to which
# nothing is connected: an input that is always 1. People have asked why that node is cut off from the rest.

# %% [markdown] question="q8" points=10 functions="gate" builds_on="step"
# ## Gates
#
# If inputs are 0 or 1, a unit is a logical gate, and its three or four numbers are all there is to say about it. Choose
# them for AND, OR, NAND (that is, not AND), and for an AND of three inputs.
#
# **A worked number.** A unit that is on at (1, 0) only: w = (1, -1), b = -1/2. The corners (0, 0), (0, 1), (1, 0), (1, 1)
# give z = -1/2, -3/2, 1/2, -1/2, and only the third is positive.
#
# Any weights that do it are right. Inputs are 0 and 1. Some books use -1 and 1 instead, and there the right biases are
# others.

# %% tags=["stub"]
def gate(name):
    """Weights and bias of a unit that computes a logical function of 0s and 1s.

    Formula: the unit is on where w . x + b > 0, and off where it is 0 or less. AND and AND3: on if all inputs are 1.
    OR: on if at least one input is 1. NAND: on unless all inputs are 1.

    name: "AND", "OR", "NAND" (two inputs) or "AND3" (three inputs).
    Returns the tuple (w, b): w (2,), or (3,) for AND3; b a number. Any w and b that do it are right.

    >>> w, b = gate("OR")
    >>> step(corners(2) @ w + b)
    array([0., 1., 1., 1.])
    """
    raise NotImplementedError("q8: write gate")

# %% [markdown]
# **Predict, then run.** The arrow of each line points to its positive side. For which of the three gates does it point
# to the corner (0, 0)?

# %% tags=["picture"]
guess = None  # your guess

for ax, name in zip(planes(["AND", "OR", "NAND"], -0.5, 1.5, size=2.7), ("AND", "OR", "NAND")):
    w, b = gate(name)
    line(ax, w, b, GREEN)
    classes(ax, corners(2), unit(corners(2), np.asarray(w), b, step), size=11)
plt.show()
print("orange triangles: on; blue dots: off. You guessed", guess)

# %% [markdown]
# ### The bus
#
# Eight things, each with three measurements: the number of its wheels, the share of its bounding box that it fills, and
# its length in metres. Three detectors look at one measurement each, and your AND3 looks at the detectors.

# %% tags=["setup"]
THINGS = ("pebble", "whale", "shoe box", "container", "bicycle", "crane lorry", "van", "bus")
MEASURED = np.array(
    [[0, 0.55, 0.05], [0, 0.50, 20.0], [0, 1.00, 0.33], [0, 1.00, 12.2], [2, 0.30, 1.8], [8, 0.45, 14.0], [4, 0.85, 4.5], [6, 0.90, 12.0]]
)
DETECTORS = np.eye(3)  # each detector has weight 1 for its own measurement and 0 for the others
LEAST = np.array([0.5, 0.8, 8.0])  # more than half a wheel, more than 80 % of the box, more than 8 metres


def layer(X, W, b, act):
    """A layer made of your units, one for each column of W: X (N, D), W (D, M), b (M,) to (N, M)."""
    return np.column_stack([unit(X, W[:, j], b[j], act) for j in range(W.shape[1])])


def lamps(ax, table, rows, columns):
    """A table of zeros and ones as lamps that are off and on."""
    for (i, j), on in np.ndenumerate(table):
        ax.plot(j, i, "o", markersize=13, markerfacecolor=ORANGE if on else "white", markeredgecolor=GREY)
    ax.set_xticks(range(len(columns)), columns)
    ax.set_yticks(range(len(rows)), rows)
    ax.set(xlim=(-0.6, len(columns) - 0.4), ylim=(len(rows) - 0.4, -0.6))
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)

# %% [markdown]
# **Predict, then run.** Which things have exactly two detectors on?

# %% tags=["picture"]
guess = None  # your guess

found = layer(MEASURED, DETECTORS, -LEAST, step)
w, b = gate("AND3")
bus = unit(found, np.asarray(w), b, step)
(ax,) = panels(["what the detectors say"], width=5.2, height=3.8)
lamps(ax, np.column_stack([found, bus]), THINGS, ("wheels", "box", "size", "bus"))
plt.show()
print("two of three:", [name for name, row in zip(THINGS, found) if row.sum() == 2], "- you guessed", guess)

# %% [markdown]
# The detectors are no part of the input; somebody has chosen them because they help. Which of the three would you change
# so that a minibus of 7 metres is found, and which of the eight things might then be taken for a bus? You will need
# this in q16.
#
# ### What AND can draw
#
# A unit cuts the plane into two halves, and AND3 of three units leaves what is on the right side of all three lines: a
# triangle. An OR of two such triangles makes a star, in three layers.
#
# **Predict, then run.** Take two points of a shape. Is the point half way between them always in the shape, too? Guess
# for the triangle and for the star.

# %% tags=["picture"]
guess = None  # your guess: ("always" or "not always", for the triangle and for the star)

angles = np.radians([90, 210, 330])
NORMALS = -np.array([np.cos(angles), np.sin(angles)])  # one column per side, pointing inwards


def triangle(X, turn):
    """1 inside a triangle around the origin, 0 outside; turn = 1 or -1 turns it upside down."""
    sides = layer(X, turn * NORMALS, np.full(3, 0.6), step)
    w, b = gate("AND3")
    return unit(sides, np.asarray(w), b, step)


def star(X):
    """1 inside at least one of two triangles."""
    w, b = gate("OR")
    return unit(np.column_stack([triangle(X, 1), triangle(X, -1)]), np.asarray(w), b, step)


draw = np.random.default_rng(3)
axes = planes(["AND3 of three lines", "OR of two triangles"], size=3.0)
for ax, name, shape in zip(axes, ("triangle", "star"), (lambda X: triangle(X, 1), star)):
    field(ax, shape, levels=[0.5], resolution=300)
    inside = draw.uniform(-2, 2, (20000, 2))
    inside = inside[shape(inside) == 1]
    half = len(inside) // 2
    middle = (inside[:half] + inside[half : 2 * half]) / 2
    print(f"{name:>8}: {np.mean(shape(middle) == 0):.1%} of the middles are outside")
plt.show()
print("you guessed", guess)

# %% [markdown]
# Half-planes are convex, and what is common to convex shapes is convex: with AND alone no star can be made, however many
# units there are. It takes the OR above them.

# %% [markdown] question="q9" points=10 functions="xor_net" builds_on="gate, step"
# ## What one unit cannot say, two layers can
#
# XOR is on where *exactly one* of two inputs is 1. Whether one unit can compute it is the subject of the next question;
# here you build it from two layers. Look for two facts, each of which one unit can check, such that XOR is true
# where both facts hold.
#
# **A worked number.** How a network of two layers is computed, for one that is no XOR: W1 = [1 -1; -1 1], b1 = (-1/2,
# -1/2), w2 = (-1, -1), b2 = 1/2. At (1, 0) the hidden layer sees z = (1/2, -3/2) and says (1, 0); the output sees -1 + 1/2
# and is off. At (1, 1) the hidden layer sees (-1/2, -1/2), says (0, 0), and the output sees 1/2: on. The network is on
# where the inputs are *equal*.
#
# The activation of both layers is `step`. Any weights that do it are right, and you may take more than two hidden units.

# %% tags=["stub"]
def xor_net():
    """A network of two layers of step units that computes XOR.

    Formula: h = step(x W1 + b1), y = step(h . w2 + b2), and y is 1 where exactly one of the two inputs is 1.

    Returns the tuple (W1, b1, w2, b2): W1 (2, H), b1 (H,), w2 (H,), b2 a number; H hidden units, two are enough.
    Any weights that do it are right.

    >>> W1, b1, w2, b2 = xor_net()
    >>> step(step(corners(2) @ W1 + b1) @ w2 + b2)
    array([0., 1., 1., 0.])
    """
    raise NotImplementedError("q9: write xor_net")

# %% [markdown]
# **Predict, then run.** The left picture is the space of inputs with one line per hidden unit. The right one shows where
# the hidden layer puts the four corners, with the line of the output unit. How many different points are there on the
# right?

# %% tags=["picture"]
guess = None  # your guess

W1, b1, w2, b2 = (np.asarray(part, dtype=float) for part in xor_net())
hidden = layer(corners(2), W1, b1, step)
xor = unit(hidden, w2, float(b2), step)
before, after = planes(["inputs, and the hidden units", "what the first two hidden units say"], -0.5, 1.5, size=3.4)
for j, color in zip(range(W1.shape[1]), (GREEN, PURPLE, GREY, GREY)):
    line(before, W1[:, j], b1[j], color)
classes(before, corners(2), xor, size=11)
if W1.shape[1] == 2:
    line(after, w2, float(b2), GREEN)
classes(after, hidden[:, :2], xor, size=11)
plt.show()
print("different points in the hidden layer:", len(np.unique(hidden, axis=0)), "- you guessed", guess)

# %% [markdown]
# With two hidden units there are always three points. If there were four, they would be the four corners again, and
# nothing would be gained; if there were two, one of the hidden units would compute XOR on its own. Two corners that
# belong together have become one point, and a line separates what is left. That is what a hidden layer is for: it moves
# the samples to where the next unit can deal with them.
#
# With sigmoids in place of steps you can watch the corners travel. A grid of inputs is drawn into the space of the first
# two hidden units, while all weights of the hidden layer are multiplied by s.

# %% tags=["picture"]
ticks = np.linspace(-0.25, 1.25, 31)


def draw_folding(ax, s):
    """The plane of inputs, as the hidden layer sees it."""
    for c in np.linspace(-0.25, 1.25, 13):
        for straight in (np.column_stack([ticks, 0 * ticks + c]), np.column_stack([0 * ticks + c, ticks])):
            ax.plot(*layer(straight, s * W1, s * b1, sigmoid)[:, :2].T, color="#CCCCCC", linewidth=0.8)
    classes(ax, layer(corners(2), s * W1, s * b1, sigmoid)[:, :2], corners(2).sum(axis=1) == 1, size=10)
    ax.set(xlim=(-0.1, 1.1), ylim=(-0.1, 1.1), aspect="equal", xticks=[0, 1], yticks=[0, 1])


sharpness = [0.5, 1, 2, 3, 4, 6, 9, 20]
film(draw_folding, sharpness, [f"s = {s:g}" for s in sharpness], describe="What the hidden layer makes of a square of inputs: flat at first, then bent until one line separates the classes.")

# %% [markdown]
# If both hidden units look in the same direction, as OR and NAND do, the whole plane falls onto one curve: they see
# nothing but x1 + x2. For small s the curve is nearly straight, and no straight cut takes the triangles out of the middle.
# It is the bend that makes XOR possible. Without it, with hidden units that are only sums, the picture would stay
# straight for every s.
#
# Steps are not needed for it, any bend will do. A well known XOR of two ReLU units has W1 = [1 1; 1 1], b1 = (0, -1), and
# an output without activation: w2 = (1, -2), b2 = 0.
#
# **Predict, then run.** What does it say at the four corners, and what does it say at (1/2, 1/2)? The line in the right
# picture is where it says one half.

# %% tags=["picture"]
guess = None  # your guess: five numbers


def with_relu(X):
    """XOR of two ReLU units and a sum."""
    return unit(layer(X, np.ones((2, 2)), np.array([0.0, -1.0]), relu), np.array([1.0, -2.0]), 0.0, lambda z: z)


print(with_relu(np.vstack([corners(2), [0.5, 0.5]])).tolist(), "- you guessed", guess)
yours, relus = planes(["your network of steps", "two ReLU units and a sum"], -0.5, 1.5, size=3.2)
field(yours, lambda X: unit(layer(X, W1, b1, step), w2, float(b2), step), levels=[0.5], resolution=300)
field(relus, with_relu, levels=[0.5], resolution=300)
for ax in (yours, relus):
    classes(ax, corners(2), corners(2).sum(axis=1) == 1, size=9)
plt.show()

# %% [markdown]
# Where steps have a plateau, the two ReLU units have a roof with a ridge, and beyond the corner (1, 1) it goes down for
# ever: 2 - (x1 + x2), without a bound. Both networks are right at the corners. What they say elsewhere nobody has asked for.

# %% [markdown] question="q10" points=5 functions="farkas_xor"
# ## Why one unit cannot
#
# Suppose there were w1, w2 and b for XOR. Then four things would hold, one per corner:
#
# | corner | XOR | condition | as "something ≥ 0" or "> 0" |
# |---|---|---|---|
# | (0, 0) | off | b ≤ 0 | -b ≥ 0 |
# | (0, 1) | on | w2 + b > 0 | w2 + b > 0 |
# | (1, 0) | on | w1 + b > 0 | w1 + b > 0 |
# | (1, 1) | off | w1 + w2 + b ≤ 0 | -(w1 + w2 + b) ≥ 0 |
#
# To have tried a million weights proves nothing. A proof is shorter: multiply each condition by a number that is not
# negative, and add up. The sum is a condition that would have to hold as well. If on its left side everything cancels
# and it still says "> 0", there is no such unit.
#
# **A worked number.** With the multipliers (1, 1, 0, 0) the left sides add up to -b + w2 + b = w2. So w2 > 0 would have
# to hold: true of many units, and no contradiction. With (1, 0, 1, 0) it is w1 > 0.
#
# Such multipliers are called a *certificate*: whoever has them can check the proof in a line. (That there is a
# certificate whenever there is no solution goes back to a theorem of Gyula Farkas, 1902.)

# %% tags=["stub"]
def farkas_xor():
    """Why no unit computes XOR: multipliers that turn its four conditions into 0 > 0.

    Formula: write the conditions on (w1, w2, b) so that all point the same way, in the order of the corners:
    (0, 0): -b >= 0;  (0, 1): w2 + b > 0;  (1, 0): w1 + b > 0;  (1, 1): -(w1 + w2 + b) >= 0.
    The four left sides, times m[0], ..., m[3], sum to 0, whatever w1, w2 and b are.

    Returns m (4,): multipliers that are 0 or more, and not all 0.

    >>> m = farkas_xor()
    >>> m.shape
    (4,)
    """
    raise NotImplementedError("q10: write farkas_xor")

# %% [markdown]
# The same proof as a picture: the line between the two corners that are on crosses the line between the two that are
# off. A unit that is on at both ends of a line is on all along it.
#
# **Predict, then run.** What does your certificate make of the four conditions, for any weights whatever?

# %% tags=["picture"]
guess = None  # your guess: the three coefficients of w1, w2 and b in the sum

conditions = np.array([[0, 0, -1], [0, 1, 1], [1, 0, 1], [-1, -1, -1]])
m = np.asarray(farkas_xor(), dtype=float)
print("coefficients of w1, w2, b in the sum:", m @ conditions, "- you guessed", guess)
(ax,) = planes(["XOR"], -0.5, 1.5, size=3.0)
ax.plot([0, 1], [1, 0], color=ORANGE, linestyle="--")
ax.plot([0, 1], [0, 1], color=BLUE)
classes(ax, corners(2), np.array([0, 1, 1, 0]), size=12)
plt.show()

# %% [markdown] question="q11" points=5 functions="is_separable"
# ## Which functions one unit can say
#
# There are 16 functions of two inputs. A function that some unit computes is called *linearly separable*: a line has all
# its ones on one side and all its zeros on the other. Write a test for it.
#
# **A worked number.** NAND, (1, 1, 1, 0), is separable: you have given the weights. So are (0, 0, 0, 0) and (1, 1, 1, 1):
# with w = (0, 0), b = -1 a unit is always off, and with b = 1 always on. XOR, (0, 1, 1, 0), is not, as you have proved.
#
# There are several ways. You can look for weights: for two inputs, trying small integers for w1 and w2 and some
# biases will do, if you choose the biases with care. Or you can generalise your certificate.

# %% tags=["stub"]
def is_separable(y):
    """Whether some single unit with a step computes this function of two inputs.

    Formula: there are w (2,) and b with step(w . x + b) = y at all four corners.

    y (4,): the truth table, 0 or 1 at the corners (0, 0), (0, 1), (1, 0), (1, 1).
    Returns True or False.

    >>> is_separable(np.array([0, 0, 0, 1]))
    True
    """
    raise NotImplementedError("q11: write is_separable")

# %% [markdown]
# **Predict, then run.** How many of the 16 are not separable?

# %% tags=["picture"]
guess = None  # your guess

tables = corners(4)
for ax, y in zip(planes(["".join(map(str, y)) for y in tables], -0.5, 1.5, columns=8, size=1.25), tables):
    classes(ax, corners(2), y, size=7)
    ax.set(xticks=[], yticks=[], facecolor="white" if is_separable(y) else "#F6E3D9")
    ax.set_title(ax.get_title(), fontsize=9)
plt.show()
print(sum(not is_separable(y) for y in tables), "are not separable (shaded); you guessed", guess)

# %% [markdown] question="q12" points=5 functions="count_separable" builds_on="is_separable"
# ## How many with three inputs
#
# With n inputs there are 2ⁿ corners and so 2^(2ⁿ) truth tables: 4, 16, 256 for n = 1, 2, 3. Count the separable ones.
#
# **A worked number.** One input, two corners: always off (w = 0, b = -1), on at 1 (w = 1, b = -1/2), on at 0 (w = -1, b =
# 1/2), always on. All 4 can be done.
#
# Counting the truth tables that weights produce is easier than asking for every table whether there are weights. For
# three inputs the weights -1, 0, 1 are not enough: think of a unit that is on if the first input is 1 and at least one
# of the two others.

# %% tags=["stub"]
def count_separable(n):
    """How many of the 2**(2**n) functions of n inputs a single unit with a step can compute.

    Formula: count the truth tables y (2**n,) of 0s and 1s for which there are w (n,) and b with
    step(w . x + b) = y at all 2**n corners.

    n: 1, 2 or 3. Returns an integer.

    >>> count_separable(1)
    4
    """
    raise NotImplementedError("q12: write count_separable")

# %% [markdown]
# **Predict, then run.** What share of the functions of three inputs is separable?

# %% tags=["picture"]
guess = None  # your guess, in percent

for n in (1, 2, 3):
    count, all_of_them = count_separable(n), 2 ** (2**n)
    print(f"{n} inputs: {count:3} of {all_of_them:3}, {count / all_of_them:.1%}")
print("you guessed", guess)

# %% [markdown]
# With four inputs it is 1882 of 65 536, less than 3 %. One unit can say hardly anything about many inputs. Two layers
# can say everything: one unit for each corner where the function is on, and an OR of them.

# %% [markdown] question="q13" points=10 functions="sensitivity" builds_on="d_sigmoid, sigmoid"
# ## Three units, and what they respond to
#
# One of the answers on that page takes three sigmoid units without bias:
#
# ```
# hidden_1 = 10 x1 +  0 x2 + 2 x3      very sensitive to x1, slightly to x3, not at all to x2
# hidden_2 = 10 x1 - 10 x2 + 0 x3      x1 counts for it, x2 against it
# hidden_3 =  5 x1 +  0 x2 + 5 x3      x1 and x3 share it
# ```
#
# "Sensitive" can be made a number: how much does the output of a unit move, per step of an input? That is the slope
# of its activation times the weight.
#
# **A worked number.** At (0, 0, 0) every z is 0 and every slope is 1/4, so the sensitivities are a quarter of the weights: (2.5,
# 0, 0.5) for hidden_1. At (0.1, 0, 0) it sees z = 1, the slope is 0.196612, and they are (1.96612, 0, 0.393224).

# %% tags=["stub"]
def sensitivity(x, W, b):
    """How much each hidden unit of a sigmoid layer responds to each input, at the sample x.

    Formula: with z = x W + b, the entry [j, i] is dh[j] / dx[i] = d_sigmoid(z[j]) * W[i, j].

    x (D,): one sample. W (D, M): one column of weights per unit. b (M,): the biases.
    Returns an array (M, D): one row per unit. Also finite where z is 800 or -800.

    >>> sensitivity(np.array([0.0, 0.0, 0.0]), np.array([[10.0, 5.0], [0.0, 0.0], [2.0, 5.0]]), np.zeros(2))
    array([[2.5 , 0.  , 0.5 ],
           [1.25, 0.  , 1.25]])
    """
    raise NotImplementedError("q13: write sensitivity")

# %% [markdown]
# **Predict, then run.** At (1, 1, 1): which of the three units still responds to anything, and to what?

# %% tags=["picture"]
guess = None  # your guess

W_SEED = np.array([[10.0, 10.0, 5.0], [0.0, -10.0, 0.0], [2.0, 0.0, 5.0]])
places = [np.zeros(3), np.array([0.1, 0.0, 0.0]), np.ones(3)]
for ax, x in zip(panels([f"at ({x[0]:g}, {x[1]:g}, {x[2]:g})" for x in places], width=3.0, height=2.6), places):
    table = sensitivity(x, W_SEED, np.zeros(3))
    ax.imshow(np.abs(table), cmap="Blues", vmin=0, vmax=3)
    for (j, i), value in np.ndenumerate(table):
        ax.text(i, j, f"{value:.3g}", ha="center", va="center", fontsize=10, color="white" if abs(value) > 1.8 else "black")
    ax.set_xticks(range(3), ["x1", "x2", "x3"])
    ax.set_yticks(range(3), ["hidden_1", "hidden_2", "hidden_3"])
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    print("at", x, "the units say", sigmoid(x @ W_SEED).round(6))
plt.show()
print("you guessed", guess)

# %% [markdown]
# "Very sensitive to x1" is true of hidden_1 near z = 0 only. At (1, 1, 1) its z is 12, it says 0.999994, and the slope
# has shrunk forty thousand times: the unit is *saturated*. hidden_2 is as far from the origin, but its z is 10 - 10 = 0:
# for it nothing has changed. Distance does not saturate a unit; distance *along w* does.
#
# The film shows hidden_1 in the plane of x1 and x3. A sample walks along w first, and then across it.

# %% tags=["picture"]
along = np.array([10.0, 2.0]) / np.hypot(10.0, 2.0)
across = np.array([-along[1], along[0]])
walk = [t * along for t in np.linspace(-0.8, 0.8, 9)] + [0.1 * along + t * across for t in np.linspace(-0.8, 0.8, 9)]


def draw_walk(ax, place):
    """What hidden_1 says in the plane, and where the sample is."""
    ax.set(xlim=(-1, 1), ylim=(-1, 1), aspect="equal", xticks=[-1, 0, 1], yticks=[-1, 0, 1], xlabel="x1", ylabel="x3")
    field(ax, lambda X: unit(X, np.array([10.0, 2.0]), 0.0, sigmoid), levels=[0.01, 0.5, 0.99])
    ax.plot(*place, "o", color="black", markersize=9, markeredgecolor="white")


def told(place):
    """Output and sensitivity to x1 at a place of the plane."""
    x = np.array([place[0], 0.0, place[1]])
    return f"h = {sigmoid(x @ W_SEED)[0]:.4f}, to x1: {sensitivity(x, W_SEED, np.zeros(3))[0, 0]:.2g}"


film(draw_walk, walk, [told(place) for place in walk], describe="Along w the output goes from 0 to 1 and the sensitivity from 0 over 2.5 to 0; across w nothing changes.")

# %% [markdown]
# The three lines are where the unit says 0.01, 0.5 and 0.99. Between the outer two it has something to tell; they
# are only 0.9 apart, because the weights are large.
#
# **Predict, then run.** "Beyond some point, more and more input_1 makes no difference", says the answer. For the
# mathematical sigmoid that is never quite so. From which z on is it so for float64: where does `sigmoid` give exactly
# 1.0? And where is it within 1e-8 of 1?

# %% tags=["picture"]
guess = None  # your guess: two values of z

z = np.arange(0.0, 50.0, 0.1)
h = sigmoid(z)
print(f"within 1e-8 of 1 from z = {z[np.argmax(1 - h < 1e-8)]:.1f} on, exactly 1.0 from z = {z[np.argmax(h == 1.0)]:.1f} on; you guessed", guess)
for ax, name, direction in zip(panels(["along w", "across w"], width=4.0), ("along", "across"), (along, across)):
    t = np.linspace(-1.5, 1.5, 301)
    path = np.outer(t, direction)
    ax.plot(t, unit(path, np.array([10.0, 2.0]), 0.0, sigmoid), color=BLUE, label="h")
    ax.plot(t, d_sigmoid(path @ np.array([10.0, 2.0])), color=ORANGE, linestyle="--", label="slope of the sigmoid")
    ax.set(xlabel="distance walked", ylim=(-0.05, 1.05))
ax.legend(loc="center right", bbox_to_anchor=(1.0, 0.72))
plt.show()

# %% [markdown] question="q14" points=5 functions="window" builds_on="sigmoid"
# ## Awake from 5 to 16
#
# The same answer goes on: what if a unit should wake up only for inputs between 5 and 16? For that, it says, one uses a
# radial basis function. You will build one in the next question. But first: two sigmoid units can do it as well. One
# wakes up at 5, the other at 16, and the output layer takes the difference.
#
# **A worked number.** k = 2. At x = 10.5 it is sigmoid(11) - sigmoid(-11) = 0.99997. At x = 5 it is sigmoid(0) -
# sigmoid(-22), a little less than 1/2. At x = 0 it is sigmoid(-10) - sigmoid(-32) = 4.5e-5.

# %% tags=["stub"]
def window(x, lo, hi, k):
    """A detector that is awake between lo and hi, made of two sigmoid units.

    Formula: sigmoid(k (x - lo)) - sigmoid(k (x - hi)).

    x: an array of any shape, floats or integers. lo < hi: the ends. k > 0: how sharp the ends are.
    Returns an array of the shape of x, float64. Finite for any x.

    >>> window(np.array([5.0, 10.5]), 5.0, 16.0, 1.0)
    array([0.4999833 , 0.99185972])
    """
    raise NotImplementedError("q14: write window")

# %% [markdown]
# **Predict, then run.** If k is small, both ends are soft. What happens to the height in the middle?

# %% tags=["picture"]
guess = None  # your guess

x = np.linspace(-4, 25, 581)
(ax,) = panels(["windows from 5 to 16"], width=6.0)
for k, color, dash in ((0.15, GREY, ":"), (0.5, GREEN, "-."), (2.0, BLUE, "-"), (20.0, ORANGE, "--")):
    h = window(x, 5.0, 16.0, k)
    ax.plot(x, h, color=color, linestyle=dash, label=f"k = {k:g}")
    print(f"k = {k:5}: {h.max():.4f} in the middle")
ax.axhline(0.5, color=GREY, linewidth=0.6)
ax.set(xlabel="x", ylabel="window", xticks=[0, 5, 10.5, 16, 21])
ax.legend()
plt.show()
print("you guessed", guess)

# %% [markdown] question="q15" points=5 functions="rbf"
# ## A radial basis unit
#
# A radial basis unit does not look along a direction. It looks at the distance from a place: it says 1 there and less
# all around, whichever way one goes.
#
# We want the same interval as before: centre 10.5, and one half at 5 and at 16. So its *halfwidth*, the distance at
# which it says one half, is 5.5. That is where the log(2) comes from: exp(-log(2) · 1²) = 1/2.
#
# **A worked number.** At a distance of two halfwidths it says exp(-4 log 2) = 1/16.

# %% tags=["stub"]
def rbf(x, centre, halfwidth):
    """A radial basis unit: 1 at its centre, falling off on both sides.

    Formula: exp(-log(2) ((x - centre) / halfwidth)^2), natural logarithm: one half at centre + halfwidth and at
    centre - halfwidth.

    x: an array of any shape, floats or integers. centre, halfwidth: numbers, halfwidth > 0.
    Returns an array of the shape of x, float64.

    >>> rbf(np.array([10.5, 16.0, 0.0]), 10.5, 5.5)
    array([1.        , 0.5       , 0.07995721])
    """
    raise NotImplementedError("q15: write rbf")

# %% [markdown]
# **Predict, then run.** Window with k = 2 and radial basis unit agree at 5, 10.5 and 16. Which of them is more wide awake
# at 0, and how many times?

# %% tags=["picture"]
guess = None  # your guess: how many times

at_zero = window(np.array([0.0]), 5.0, 16.0, 2.0)[0], rbf(np.array([0.0]), 10.5, 5.5)[0]
print(f"at 0: window {at_zero[0]:.1e}, radial basis unit {at_zero[1]:.4f}, {at_zero[1] / at_zero[0]:.0f} times as much; you guessed", guess)
plain, far = panels(["awake from 5 to 16", "far away, on a logarithmic scale"], width=4.4)
for ax in (plain, far):
    ax.plot(x, window(x, 5.0, 16.0, 2.0), color=BLUE, label="window, k = 2")
    ax.plot(x, rbf(x, 10.5, 5.5), color=ORANGE, linestyle="--", label="radial basis unit")
    ax.plot(x, sigmoid(2.0 * (x - 5.0)), color=GREY, linestyle=":", label="one sigmoid unit")
    ax.set(xlabel="x", xticks=[0, 5, 10.5, 16, 21])
far.set(yscale="log", ylim=(1e-9, 2))
far.legend(loc="lower center")
plt.show()

# %% [markdown]
# On the logarithmic scale the window falls along straight lines, the radial basis unit along a parabola. So near
# the ends the window is the sharper one; but from a distance of about 81 from the centre on, far outside the picture, the
# radial basis unit sleeps deeper.
#
# ## Edges, parts, faces
#
# The first answer describes what is found in networks that look at photographs: first edges, then eyes and noses made of
# edges, then faces made of parts. Here is a toy of it, 8 by 8 pixels, with every weight set by hand, and with your units
# and gates. There are 64 pictures. Half of them are faces: two eyes and a mouth where they belong. The others have the
# same parts in wrong places. And half of all pictures are *negatives*, with black and white exchanged. A negative of
# a face counts as a face.

# %% tags=["setup"]
PARTS = {"left eye": (1, 1, 2, 2), "right eye": (1, 5, 2, 2), "mouth": (5, 2, 1, 4)}  # first row, first column, height, width


def toy_pictures():
    """64 pictures (64, 8, 8), 0 is black and 1 is white, and y (64,): 1 for a face. Picture 32 + i is the negative of picture i."""
    draw = np.random.default_rng(5)
    pictures, y = [], []
    while len(pictures) < 32:
        face = len(pictures) < 16
        stays = np.ones(3, dtype=bool) if face else draw.random(3) < 0.55
        ink = np.zeros((8, 8))
        moved_far = True
        for keep, (row, column, height, width) in zip(stays, PARTS.values()):
            r, c = (row, column) if keep else (draw.integers(0, 9 - height), draw.integers(0, 9 - width))
            moved_far &= keep or max(abs(r - row), abs(c - column)) >= 2
            ink[r : r + height, c : c + width] += 1
        if face or (moved_far and ink.max() == 1 and not stays.all()):
            pictures.append(np.where(ink == 1, draw.uniform(0.0, 0.15, (8, 8)), draw.uniform(0.85, 1.0, (8, 8))))
            y.append(float(face))
    return np.concatenate([pictures, 1 - np.array(pictures)]), np.array(y + y)


def edge_layer():
    """Weights (64, 24) and biases (24,) of edge detectors: four sides for each of three parts, dark inside; then light inside.

    Each compares a strip of pixels just inside a part with the strip just outside, and is on if they differ by more than 1/2.
    """
    columns = []
    for row, column, height, width in PARTS.values():
        for inside, outside in (
            (np.s_[row, column : column + width], np.s_[row - 1, column : column + width]),
            (np.s_[row + height - 1, column : column + width], np.s_[row + height, column : column + width]),
            (np.s_[row : row + height, column], np.s_[row : row + height, column - 1]),
            (np.s_[row : row + height, column + width - 1], np.s_[row : row + height, column + width]),
        ):
            kernel = np.zeros((8, 8))
            kernel[outside] = 1 / kernel[outside].size
            kernel[inside] = -1 / kernel[inside].size
            columns.append(kernel.ravel())
    dark = np.array(columns).T
    return np.hstack([dark, -dark]), np.full(24, -0.5)


PART_WEIGHTS, PART_BIASES = np.kron(np.eye(6), np.ones((4, 1))), np.full(6, -3.5)  # a part: all four of its edges

# %% tags=["picture"]
pictures, is_face = toy_pictures()
chosen = [0, 1, 2, 16, 17, 18, 19, 20]
images(pictures[[*chosen, *(32 + i for i in chosen)]], ["face" if is_face[i] else "other" for i in chosen] * 2)
plt.show()
images(edge_layer()[0].T[[0, 1, 2, 3, 8, 9, 12, 20]].reshape(-1, 8, 8), ["top", "bottom", "left", "right", "mouth", "mouth", "top, neg.", "mouth, neg."], symmetric=True)
plt.show()

# %% [markdown]
# Above: some pictures and their negatives. Below: weights of eight of the 24 edge detectors. Blue pixels count against,
# orange ones count for.
#
# A part is there if all four of its edges are: AND of k things has weights 1 and the bias -(k - 1/2). A face is there if
# all three parts are dark, or if all three are light.
#
# **Predict, then run.** 64 pixels, 24 edges, 6 parts, 2 faces, 1 answer. How many of the 64 pictures are answered right?

# %% tags=["picture"]
guess = None  # your guess

pixels = pictures.reshape(64, 64)
edges = layer(pixels, *edge_layer(), step)
parts = layer(edges, PART_WEIGHTS, PART_BIASES, step)
w3, b3 = gate("AND3")
dark_score, light_score = (unit(some, np.asarray(w3), b3, lambda z: z) for some in (parts[:, :3], parts[:, 3:]))
w_or, b_or = gate("OR")
answer = unit(np.column_stack([step(dark_score), step(light_score)]), np.asarray(w_or), b_or, step)
print("right:", int(np.sum(answer == is_face)), "of 64; you guessed", guess)
score = np.maximum(dark_score, light_score)
print(f"score of the faces: {score[is_face == 1].min():g} or more; of the others: {score[is_face == 0].max():g} or less")
(ax,) = panels(["edges found, by kind of picture"], width=6.0, height=2.4)
for label, color, marker, height in (("face", ORANGE, "^", 1.0), ("other", BLUE, "o", 0.0)):
    counts = edges[is_face == (label == "face")].sum(axis=1)
    ax.plot(counts, height + np.linspace(-0.2, 0.2, len(counts)), marker, color=color, markersize=5)
ax.set(xlabel="number of edge detectors that are on", ylim=(-0.6, 1.6))
ax.set_yticks([0, 1], ["other", "face"])
plt.show()

# %% [markdown]
# Now the other way: *one* unit, straight on the pixels. Its score is w · x + b. We let least squares choose the weights,
# first with the 32 pictures that are not negatives, then with all 64.
#
# **Predict, then run.** How many are right in each case?

# %% tags=["picture"]
guess = None  # your guess: right of 32, right of 64

with_one = np.column_stack([pixels, np.ones(64)])
for name, rows in (("no negatives", slice(0, 32)), ("all", slice(0, 64))):
    fitted = np.linalg.lstsq(with_one[rows], is_face[rows], rcond=None)[0]
    score = with_one @ fitted
    right = np.mean((score[rows] > 0.5 + 1e-9) == is_face[rows])
    print(f"{name:>12}: {right:.0%} right, scores from {abs(score[rows].min()):.3f} to {score[rows].max():.3f}")
print("you guessed", guess)

# %% [markdown]
# With all 64 the best that least squares can do is to say 1/2 to every picture. And no other choice of weights helps
# much: a picture and its negative add up to plain white, whatever the picture is, so *their scores have the same sum for
# faces and for others*. It is the certificate of q10 once more, in 64 dimensions. If the middle of the two scores is not
# positive, at most one of a face and its negative can be on; if it is positive, at least one of any other picture and its
# negative is on. Either way one of the two classes has at least half of its pictures wrong: at most 48 of 64 are right.
# Edges that do not care which side is dark are not in the pixels. Somebody has to build them first.

# %% [markdown] question="q16" points=8 manual=true
# ## A better bus detector
#
# The three detectors and the AND3 of the bus are easily fooled. Write 150 to 300 words.
#
# 1. **Two ways to fail (3 points).** Give the three measurements of a real thing that is no bus and is taken for one, and
#    of a bus that is missed. For each, give the three values of z of the detectors, and z of your AND3.
# 2. **A fourth detector (3 points).** Choose one more measurement, and w and b for a unit that looks at it. Give weights
#    and bias for an AND of four. Show with numbers that your first failure is put right, and that the bus in the table
#    is still found.
# 3. **What one unit could do (2 points).** "Why detectors? One unit on the three measurements would do as well." Give
#    weights and a bias for a unit that finds the bus among the eight things, or argue that there is none. Then
#    say, with an example and its numbers, what the detectors do better.
#
# Points are given for claims that are true, with numbers that can be recomputed. Use the next cell for computations.

# %%
# Your computations.

# %% [markdown] tags=["answer"]
# *Write your text here, in place of this line.*

# %% [markdown] question="q17" points=7 manual=true
# ## More input makes no difference
#
# The answer with the three units says: "When the value of input_1 gets large enough, the output of the sigmoid stays at 1
# and does not grow any more: more and more of input_1 makes no difference." Write 150 to 250 words.
#
# 1. **Claim (4 points).** In what sense is this true of hidden_1, and in what sense not? Quote at least three numbers of
#    your functions: an output, a sensitivity, and a z from which on something holds. Say what a step in x2 does, and what
#    a walk across w does, and why these are not saturation.
# 2. **Consequence (3 points).** A unit learns by how its output responds to its weights, and that too is multiplied by the
#    slope. Which of the activations of this notebook would you give to a unit that has got stuck far out, at z = -12? Give
#    the slopes of at least three of them there, and one reason against your choice.

# %%
# Your computations.

# %% [markdown] tags=["answer"]
# *Write your text here, in place of this line.*
