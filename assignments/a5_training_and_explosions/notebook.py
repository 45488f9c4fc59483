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
# # a5 Training, explosions and a 75 % theorem
#
# You have gradients. Now a network learns with them, and new things can go wrong: a start that never gets going, steps
# that are too long, a penalty that blows up the weights it should keep small, and a network that cannot learn its task
# however long it trains. In this assignment you write the whole training loop, and then you settle a case.
#
# The case: the article "One LEGO at a time" trains networks on XOR. With 50 hidden neurons, it says, "exploding
# gradients" appear; one should lower the learning rate, or use stronger regularisation. You will find out what really
# explodes, when to the step, and which of the article's cures work. And you will prove that its network could
# not have learned XOR in the first place, with any number of neurons.
#
# You need a1 to a4. Expect 3 to 6 hours.

# %% tags=["setup"]
import matplotlib.pyplot as plt
import numpy as np

from autograder.pictures import BLUE, COLORS, GREEN, GREY, ORANGE, classes, field, film, intervals, panels, planes, use_style

use_style()

def sigmoid(Z):
    """1 / (1 + exp(-Z)) for every entry, without overflow."""
    small = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1.0, small) / (1.0 + small)


def act_forward(Z, kind):
    """The activation of that kind for every entry of Z: "tanh", "sigmoid" or "relu"."""
    if kind == "tanh":
        return np.tanh(Z)
    if kind == "sigmoid":
        return sigmoid(Z)
    if kind == "relu":
        return np.maximum(Z, 0.0)
    raise ValueError(f"kind is {kind!r}; known: tanh, sigmoid, relu")


def act_slope(H, kind):
    """The slope of the activation, from its output H."""
    return {"tanh": 1.0 - H**2, "sigmoid": H * (1.0 - H), "relu": (H > 0).astype(float)}[kind]


def hidden_layers(params, X, kind):
    """What goes into each layer of weights: [X, first hidden layer, second hidden layer, ...]."""
    depth = sum(key.startswith("W") for key in params)
    inputs = [X]
    for i in range(1, depth):
        inputs.append(act_forward(inputs[-1] @ params[f"W{i}"] + params.get(f"b{i}", 0.0), kind))
    return inputs


def network(params, X, kind="tanh"):
    """The network's logit for every row of X (N, D): (N,). Above 0 it says class 1.

    params: W1 (D, H1), b1 (H1,), W2 (H1, H2), ..., the last W has one column. A bias that is not in the dict is 0.
    The hidden layers bend with `kind`; the last layer does not bend.
    """
    last = hidden_layers(params, X, kind)
    i = len(last)
    return (last[-1] @ params[f"W{i}"] + params.get(f"b{i}", 0.0))[:, 0]


def loss_and_gradients(params, X, y, kind="tanh"):
    """The mean binary cross-entropy of the network for labels y (N,) of 0 and 1, and its gradients, a dict like params."""
    inputs = hidden_layers(params, X, kind)
    z = network(params, X, kind)
    loss = float(np.mean(np.logaddexp(0.0, z) - y * z))
    dZ = ((sigmoid(z) - y) / len(y))[:, None]
    grads = {}
    for i in range(len(inputs), 0, -1):
        H = inputs[i - 1]
        grads[f"W{i}"], grads[f"b{i}"] = H.T @ dZ, dZ.sum(axis=0)
        if i > 1:
            dZ = dZ @ params[f"W{i}"].T * act_slope(H, kind)
    return loss, {key: grads[key] for key in params}


def zeros_like(params):
    """A dict with the same keys and arrays of zeros of the same shapes."""
    return {key: np.zeros_like(value) for key, value in params.items()}


def xor_cloud(N=300):
    """The article's data: X (N, 2), and y (N,), 1 where both coordinates have the same sign, else 0."""
    X = np.random.RandomState(0).randn(N, 2)
    return X, ((X[:, 0] > 0) == (X[:, 1] > 0)).astype(float)

# %% [markdown]
# ## Something explodes
#
# This is the run in question: the article's program on 50 samples of its XOR data, with 50 hidden neurons and learning
# rate 0.003. We made its penalty stronger than the article does, so that you do not have to wait. The sum of all
# squared weights grows, slowly at first. Then, within ten steps, it grows ten thousandfold and leaves the picture. The
# blue curve is the same run with the gradients that you put right in a4.

# %% tags=["setup"]
def lego_weights(hidden):
    """The article's first weights, W1 (2, hidden) and W2 (hidden, 2)."""
    draw = np.random.RandomState(2017)
    W1 = (2 * draw.random_sample((2, hidden)) - 1) / np.sqrt(2)
    W2 = (2 * draw.random_sample((hidden, 2)) - 1) / np.sqrt(hidden)
    return W1, W2


def published_setup(hidden=50):
    """Where the article's run starts: X (50, 2), Y (50, 2) with one column per class, W1 (2, hidden), W2 (hidden, 2)."""
    X, y = xor_cloud()
    return X[:50], np.column_stack([y, 1.0 - y])[:50], *lego_weights(hidden)


def published_loss(X, Y, W1, W2, reg):
    """The published loss: half the mean squared error, and reg/(2N) times the sum of all squared weights."""
    H2 = sigmoid(sigmoid(X @ W1) @ W2)
    return (np.sum((Y - H2) ** 2) + reg * (np.sum(W1**2) + np.sum(W2**2))) / (2 * len(X))


def published_gradients(X, Y, W1, W2, reg):
    """The published gradients (dW1, dW2): not those of published_loss, as a4 found out."""
    H1 = sigmoid(X @ W1)
    H2 = sigmoid(H1 @ W2)
    dZ2 = (H2 - Y) * H2 * (1 - H2)
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    return X.T @ dZ1 + reg * np.sum(W1**2), H1.T @ dZ2 + reg * np.sum(W2**2)


def fixed_gradients(X, Y, W1, W2, reg):
    """The gradients (dW1, dW2) of published_loss, as you put them right in a4."""
    N = len(X)
    H1 = sigmoid(X @ W1)
    H2 = sigmoid(H1 @ W2)
    dZ2 = (H2 - Y) * H2 * (1 - H2)
    dZ1 = dZ2 @ W2.T * H1 * (1 - H1)
    return (X.T @ dZ1 + reg * W1) / N, (H1.T @ dZ2 + reg * W2) / N

# %% tags=["picture"]
(ax,) = panels(["the sum of all squared weights"], width=5.6, height=3.2)
for name, gradients, color, style in (("published", published_gradients, ORANGE, "-"), ("put right", fixed_gradients, BLUE, "--")):
    X, Y, W1, W2 = published_setup()
    squares = []
    for _ in range(125):
        squares.append(np.sum(W1**2) + np.sum(W2**2))
        if squares[-1] > 1e9:
            break
        dW1, dW2 = gradients(X, Y, W1, W2, 0.1)
        W1, W2 = W1 - 0.003 * dW1, W2 - 0.003 * dW2
    ax.plot(squares, color=color, linestyle=style, label=name)
ax.set(yscale="log", xlabel="step", ylim=(1, 1e9))
ax.legend()
plt.show()

# %% [markdown]
# ## Conventions
#
# Rows are samples. Numbers are float64. The loss averages over the samples. Functions do not change their inputs: a
# step takes parameters and returns new ones. Randomness comes in as `rng`, a `np.random.Generator`, and each docstring
# says which draws are made, in which order: two right solutions draw the same numbers.
#
# | code | mathematics | shape | meaning |
# |---|---|---|---|
# | `N`, `D`, `H` | N, D, H | integers | number of samples, of inputs, of hidden neurons |
# | `X`, `y` | x₁ … x_N, y₁ … y_N | (N, D), (N,) | a batch of samples, and their labels, 0 or 1 |
# | `params` | w | dict of arrays | `W1` (D, H), `b1` (H,), `W2` (H, 1), `b2` (1,), and more for deeper networks |
# | `grads` | g = ∂L/∂w | dict of arrays | the same keys, the same shapes |
# | `z` | z | (N,) | logits: above 0 means class 1 |
# | `lr` | η | a number | learning rate |
# | `t` | t | an integer | number of steps done |
# | `velocity`; `m`, `v` | v; m, v | dicts like `params` | what momentum and Adam remember |
# | `kind` | tanh, σ, ReLU | a string | activation of the hidden layers |
# | `w2` | w₂ | (H,) | output weights of a network with one output, as one row of numbers |
# | `reg` | λ | a number | strength of the article's penalty |
#
# The cells above give you `network`, `loss_and_gradients` and their bricks. They do what yours did in a3 and a4, for a
# network of any depth with one output, a sigmoid behind it, and binary cross-entropy as loss. From the second cell you
# have the article's program as you know it, published and put right.
#
# Each question has a cell to fill in and below it a cell that checks it. These checks are public. More checks, on
# other inputs, run after you hand in. `grader.hint("q2")` shows the next hint for the last failure.

# %% [markdown]
# Trust, but measure: the given gradients against central differences, entry by entry, for each kind of hidden layer.

# %% tags=["picture"]
draw = np.random.default_rng(0)
X, y = draw.normal(size=(7, 2)), np.array([1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0])
for kind in ("tanh", "sigmoid", "relu"):
    params = {"W1": draw.normal(size=(2, 4)), "b1": draw.normal(size=4), "W2": draw.normal(size=(4, 1)), "b2": draw.normal(size=1)}
    _, grads = loss_and_gradients(params, X, y, kind)
    worst = 0.0
    for key in params:
        for i in np.ndindex(params[key].shape):
            up, down = params[key].copy(), params[key].copy()
            up[i] += 1e-5
            down[i] -= 1e-5
            rise = loss_and_gradients({**params, key: up}, X, y, kind)[0] - loss_and_gradients({**params, key: down}, X, y, kind)[0]
            worst = max(worst, abs(grads[key][i] - rise / 2e-5))
    print(f"{kind:>8}: largest difference {worst:.0e}")

# %% [markdown] question="q1" points=0 functions="accuracy"
# ## How many are right?
#
# This question is for practice and gives no points. The network gives a logit z for each sample. The probability of
# class 1 is sigmoid(z), which is above one half exactly where z is above 0.
#
# **A worked number.** Logits 0.2, -1, 3, -0.1 and labels 1, 0, 1, 1. Predicted are 1, 0, 1, 0. Three of four are right:
# 0.75.
#
# The function in the next cell is wrong on purpose. Run it, run its check, read the message, correct it, and run both
# again.

# %% tags=["stub"]
def accuracy(z, y):
    """The share of samples whose class is predicted right.

    Formula: a logit above 0 says class 1, any other says class 0; the result is the mean of "right" over the samples.

    z (N,): logits. y (N,): labels, 0 or 1. Returns one number from 0 to 1.

    >>> float(accuracy(np.array([0.2, -1.0, 3.0, -0.1]), np.array([1.0, 0.0, 1.0, 1.0])))
    0.75
    """
    return np.mean((z > 0.5) == (y == 1))

# %% [markdown] question="q2" points=8 functions="init"
# ## Where to start
#
# A network starts with random weights. How large should they be? Take a neuron with D inputs of typical size 1. It adds
# up D terms of random sign. Such a sum has a typical size of √D times that of one term. To come out with size 1 again,
# the weights need a typical size of √(1/D). Glorot and Bengio ("xavier", 2010) take the mean of D and M, so that the way
# back is served as well. He and others (2015) double the square for ReLU, which shuts half of what comes in.
#
# **A worked number.** The widths 2, 6, 1, scheme "xavier". W1 is 2 by 6, its scale √(2/(2 + 6)) = 0.5. W2 is 6 by 1, its
# scale √(2/7) = 0.5345. With "he": √(2/2) = 1 and √(2/6) = 0.5774.

# %% tags=["stub"]
def init(widths, scheme, rng):
    """The first weights of a network.

    Formula: for each layer in order, one draw rng.normal(size=(D, M)), times the scale of the scheme: "zeros" 0,
    "small" 0.01, "xavier" sqrt(2 / (D + M)), "he" sqrt(2 / D). Biases are 0 and draw nothing. "zeros" draws as well, so
    that rng goes on in the same place whatever the scheme is.

    widths: a list of at least two integers, inputs first, outputs last. rng: a np.random.Generator.
    Returns a dict with W1 (widths[0], widths[1]), b1 (widths[1],), W2, b2, ... up to the last layer.

    >>> params = init([2, 3, 1], "he", np.random.default_rng(0))
    >>> params["W1"].shape, params["W2"].shape, params["b2"]
    ((2, 3), (3, 1), array([0.]))
    """
    raise NotImplementedError("q2: write init")

# %% [markdown]
# **Predict, then run.** Ten hidden layers of 100 neurons, and inputs of size 1. The picture shows the typical size of
# what comes out of each layer, for four starts. Two of them keep it alive. Which two?

# %% tags=["picture"]
guess = None  # your guess, for example ["tanh small", "relu he"]

(ax,) = panels(["typical size of a layer's output"], width=6.2, height=3.4)
samples = np.random.default_rng(1).normal(size=(200, 100))
for (kind, scheme), color, marker in zip([("tanh", "small"), ("tanh", "xavier"), ("relu", "xavier"), ("relu", "he")], COLORS, "os^D"):
    layers = hidden_layers(init([100] * 11 + [1], scheme, np.random.default_rng(2)), samples, kind)
    sizes = [np.sqrt(np.mean(H**2)) for H in layers]
    ax.plot(range(11), sizes, color=color, marker=marker, label=f"{kind} {scheme}")
    print(f"{kind} {scheme}: after ten layers {sizes[-1]:.1e}")
ax.set(yscale="log", xlabel="layer (0: the input)", ylim=(1e-11, 10))
ax.legend(loc="lower left")
plt.show()
print("you guessed", guess)

# %% [markdown] question="q3" points=4 functions="sgd_step"
# ## One step
#
# The gradient points to where the loss grows fastest. A step goes the other way, lr times as far. The function does not
# touch what it is given: it makes a new dict of new arrays. So you can compare before and after, or throw a step away.
#
# **A worked number.** Weights (1, 2), gradient (10, -10), lr 0.1: the new weights are (1 - 1, 2 + 1) = (0, 3).

# %% tags=["stub"]
def sgd_step(params, grads, lr):
    """One step of gradient descent.

    Formula: w - lr g, for every array in the dict.

    params: a dict of arrays. grads: a dict with the same keys and shapes. lr: a number, 0 or more.
    Returns a new dict like params; neither params nor grads is changed.

    >>> sgd_step({"W1": np.array([[1.0, 2.0]])}, {"W1": np.array([[10.0, -10.0]])}, 0.1)
    {'W1': array([[0., 3.]])}
    """
    raise NotImplementedError("q3: write sgd_step")

# %% [markdown] question="q4" points=6 functions="momentum_step"
# ## A step with momentum
#
# A ball that rolls does not stop at every pebble. Momentum keeps a *velocity*: in each step the old one, times beta,
# plus the new gradient. The weights follow the velocity.
#
# Books write this in two forms. Here the gradient comes in whole. In the other form it is multiplied by 1 - beta, and
# the learning rate has to be larger to make up for it. Neither is wrong; a library does one of them, and you have to
# know which.
#
# **A worked number.** Velocity 10, gradient 2, beta 0.5, weight 1, lr 0.1. The new velocity is 0.5·10 + 2 = 7. The new
# weight is 1 - 0.1·7 = 0.3.

# %% tags=["stub"]
def momentum_step(params, grads, velocity, lr, beta=0.9):
    """One step of gradient descent with momentum.

    Formula: first v_new = beta v + g, then w_new = w - lr v_new, for every array in the dict. The gradient is not
    multiplied by 1 - beta.

    params, grads: dicts with the same keys and shapes. velocity: the same, all zeros before the first step.
    Returns the tuple (params, velocity) of new dicts; no argument is changed.

    >>> params, velocity = momentum_step({"b1": np.array([1.0])}, {"b1": np.array([2.0])}, {"b1": np.array([10.0])}, 0.1, 0.5)
    >>> params, velocity
    ({'b1': array([0.3])}, {'b1': array([7.])})
    """
    raise NotImplementedError("q4: write momentum_step")

# %% [markdown]
# **Predict, then run.** The gradient is 1 in every step, lr = 0.01, beta = 0.9. Without momentum a weight moves by 1 in
# 100 steps. How far does it move with momentum?

# %% tags=["picture"]
guess = None  # your guess

weight, velocity = {"w": np.array(0.0)}, {"w": np.array(0.0)}
for _ in range(100):
    weight, velocity = momentum_step(weight, {"w": np.array(1.0)}, velocity, 0.01, 0.9)
print(f"it moves by {-float(weight['w']):.2f}, and its velocity at the end is {float(velocity['w']):.3f}; you guessed {guess}")

# %% [markdown] question="q5" points=8 functions="adam_step"
# ## Adam
#
# Some weights have large gradients, others tiny ones, and one learning rate has to serve them all. Adam (Kingma and Ba,
# 2015) measures each weight by itself. It keeps a running mean m of the gradients and a running mean v of their
# squares, and steps by m / √v: the direction, in units of the usual size.
#
# Both means start at 0, and are too small at first: after one step m is (1 - beta1) g, a tenth of g. Dividing by
# 1 - beta1^t puts that right, where t is the number of gradients seen, 1 in the first step. For v it is the same with
# beta2.
#
# **A worked number.** Gradients 4 and -0.001, first step, lr 0.1. For the first weight m = 0.1·4 = 0.4, divided by 1 -
# 0.9 gives 4; v = 0.001·16 = 0.016, divided by 1 - 0.999 gives 16, and its root is 4. The step is 0.1·4/4 = 0.1. For
# the second weight the same happens with -0.001: its step is -0.1. The first step of Adam is lr times the sign of the
# gradient, whatever its size.

# %% tags=["stub"]
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step of Adam.

    Formula: t_new = t + 1; m_new = beta1 m + (1 - beta1) g; v_new = beta2 v + (1 - beta2) g^2;
    w_new = w - lr a / (sqrt(b) + eps) with a = m_new / (1 - beta1^t_new) and b = v_new / (1 - beta2^t_new).
    The eps stands outside the root. The state keeps m_new and v_new, before the division.

    params, grads: dicts with the same keys and shapes. state: a dict with t, an integer, and m and v, dicts like
    params; before the first step t is 0 and all entries of m and v are 0.
    Returns the tuple (params, state) of new dicts; no argument is changed.
    Source: Kingma and Ba, Adam, 2015, algorithm 1.

    >>> start = {"t": 0, "m": {"b1": np.zeros(2)}, "v": {"b1": np.zeros(2)}}
    >>> params, state = adam_step({"b1": np.array([1.0, 1.0])}, {"b1": np.array([4.0, -0.001])}, start, 0.1)
    >>> params["b1"].round(4), state["t"]
    (array([0.9, 1.1]), 1)
    """
    raise NotImplementedError("q5: write adam_step")

# %% [markdown]
# A narrow valley: the loss is (w1² + 25 w2²) / 2, the minimum is in the middle. All three start at the black square and
# do 40 steps. **Predict, then run:** who zigzags, who overshoots, and who walks off at 45 degrees?

# %% tags=["picture"]
guess = None  # your guess


def walk(step, state, steps=40):
    """The path of one optimizer: (steps + 1, 2)."""
    params, path = {"w": np.array([-3.0, 1.5])}, [np.array([-3.0, 1.5])]
    for _ in range(steps):
        params, state = step(params, {"w": params["w"] * np.array([1.0, 25.0])}, state)
        path.append(params["w"])
    return np.array(path)


start = {"w": np.zeros(2)}
paths = {
    "sgd, lr 0.07": walk(lambda p, g, s: (sgd_step(p, g, 0.07), s), None),
    "momentum, lr 0.02": walk(lambda p, g, s: momentum_step(p, g, s, 0.02), start),
    "Adam, lr 0.3": walk(lambda p, g, s: adam_step(p, g, s, 0.3), {"t": 0, "m": start, "v": start}),
}
for ax, (name, path), color in zip(planes(list(paths), -3.6, 3.6), paths.items(), COLORS):
    field(ax, lambda points: np.log(0.1 + points[:, 0] ** 2 + 25 * points[:, 1] ** 2))
    ax.plot(*path.T, "o-", color="black", linewidth=1, markersize=2.5)
    ax.plot(*path[0], "s", color="black")
    print(f"{name}: distance from the minimum after 40 steps {np.hypot(*path[-1]):.3f}")
plt.show()
print("you guessed", guess)

# %% [markdown] question="q6" points=7 functions="minibatches"
# ## Dealing the samples
#
# A gradient from all samples is exact and slow. One from a few samples is noisy and fast. In one *epoch* every sample
# is used exactly once, in batches, in a new random order.
#
# **A worked number.** Five samples, batches of 2: the batches have 2, 2 and 1 samples. The last one is short, and it
# belongs to the epoch like the others.

# %% tags=["stub"]
def minibatches(N, batch, rng):
    """Deal the numbers 0 to N - 1 into batches, in random order.

    Formula: order = rng.permutation(N), called once; the first batch is the first `batch` entries of order, the second
    the next, and so on. The last batch holds what is left, which may be fewer.

    N, batch: integers, 1 or more. rng: a np.random.Generator.
    Returns a list of integer arrays.

    >>> [len(indices) for indices in minibatches(5, 2, np.random.default_rng(0))]
    [2, 2, 1]
    """
    raise NotImplementedError("q6: write minibatches")

# %% [markdown]
# **Predict, then run.** How noisy is the gradient of a batch? The picture shows the typical distance between the
# gradient of a batch and that of all 300 samples. With 16 times as many samples per batch, by what factor does it
# shrink?

# %% tags=["picture"]
guess = None  # your guess

X, y = xor_cloud()
params = init([2, 8, 1], "xavier", np.random.default_rng(3))
exact = loss_and_gradients(params, X, y)[1]["W1"]
draw, sizes, noise = np.random.default_rng(4), (1, 4, 16, 64), []
for batch in sizes:
    parts = [rows for _ in range(8) for rows in minibatches(300, batch, draw)]
    away = [loss_and_gradients(params, X[rows], y[rows])[1]["W1"] - exact for rows in parts if len(rows) == batch]
    noise.append(np.sqrt(np.mean(np.square(away))))
(ax,) = panels(["noise of a gradient entry"], width=5.0)
ax.plot(sizes, noise, "o-", color=BLUE, label="measured")
ax.plot(sizes, noise[0] / np.sqrt(sizes), "--", color=GREY, label="1 / square root of the size")
ax.set(xscale="log", yscale="log", xlabel="samples in a batch", xticks=sizes, xticklabels=sizes)
ax.set(yticks=[0.02, 0.05, 0.1], yticklabels=["0.02", "0.05", "0.1"])
ax.minorticks_off()
ax.legend()
plt.show()
print(f"from 1 to 16 samples: {noise[0] / noise[2]:.1f} times smaller, from 4 to 64: {noise[1] / noise[3]:.1f}; you guessed {guess}")

# %% [markdown]
# The article advises larger batches when training takes long, because they vary less. They do, but not in proportion: for a
# quarter of the noise, a step has to look at 16 times as many samples.

# %% [markdown] question="q7" points=12 functions="train" builds_on="minibatches, sgd_step, momentum_step, adam_step"
# ## The training loop
#
# Everything comes together: epoch after epoch, deal the samples, and for each batch one gradient and one step.
#
# Keep two things apart. The gradient of a step comes from the rows of *its batch*. The history holds the loss on *all*
# samples, measured between epochs: one number before the first, and one after each.
#
# **A worked number.** One input, one hidden neuron, all parameters 0; four samples with the labels 1, 1, 1, 0. All
# logits are 0, the loss is log 2 = 0.6931. Every sample pulls at b2 with sigmoid(0) - y, which is -0.5 three times and
# 0.5 once, so the gradient of b2 is -1/4. The other gradients are 0. One epoch with one batch of 4 and lr = 0.4 makes
# b2 = 0.1. Now the loss is (3·0.6444 + 0.7444)/4 = 0.6694. The history is (0.6931, 0.6694).

# %% tags=["stub"]
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    """Train the network of `network` on labelled samples.

    Formula: each epoch calls minibatches(N, batch, rng) once and takes its batches in order. For each batch, take the
    gradients of loss_and_gradients on the rows of that batch, and do one step. Nothing else uses rng. The optimizer is
    "sgd", "momentum" (beta 0.9) or "adam" (its defaults); its state starts at zero once, before the first epoch.

    params: a dict as made by init. X (N, D), y (N,) of 0 and 1. epochs: an integer, 0 or more. kind: "tanh", "sigmoid" or
    "relu", for the hidden layers.
    Returns the tuple (params, history): the trained params, and an array (epochs + 1,): the loss on all the samples,
    before the first epoch and after each. No argument is changed, but for rng, which moves on.

    >>> start = {"W1": np.zeros((1, 1)), "b1": np.zeros(1), "W2": np.zeros((1, 1)), "b2": np.zeros(1)}
    >>> X, y = np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([1.0, 1.0, 1.0, 0.0])
    >>> params, history = train(start, X, y, 1, 4, 0.4, np.random.default_rng(0))
    >>> params["b2"], history.round(4)
    (array([0.1]), array([0.6931, 0.6694]))
    """
    raise NotImplementedError("q7: write train")

# %% [markdown]
# **The article's experiment.** XOR on 300 points, once with 3 hidden neurons and once with 50. Unlike the article's
# network, yours has biases. The film shows the decision boundary while it trains, with the accuracy and the loss
# below. **Predict before you run:** what does the boundary look like at the beginning, and can three neurons draw
# four quadrants?

# %% tags=["picture"]
guess = None  # your guess: accuracy of 3 neurons, accuracy of 50


def story(hidden, stops=(0, 5, 10, 20, 40, 60, 80, 100, 150, 200, 300, 500, 600, 700, 1000)):
    """One training run, as frames: (epoch, params, losses so far, accuracies so far, their epochs)."""
    rng = np.random.default_rng(3)
    params, frames, epochs, losses, rights = init([2, hidden, 1], "xavier", rng), [], [], [], []
    for before, stop in zip((0, *stops), stops):
        params, history = train(params, X, y, stop - before, 100, 1.0, rng, kind="sigmoid")
        epochs, losses = [*epochs, stop], [*losses, history[-1]]
        rights = [*rights, accuracy(network(params, X, "sigmoid"), y)]
        frames.append((stop, params, losses, rights, epochs))
    return frames


def scene(ax, frame):
    """The boundary above; below it accuracy and loss up to this epoch."""
    stop, params, losses, rights, epochs = frame
    ax.set_axis_off()
    plane = ax.inset_axes([0.15, 0.36, 0.7, 0.62])
    plane.set(xlim=(-2.6, 2.6), ylim=(-2.6, 2.6), xticks=[], yticks=[], aspect="equal")
    field(plane, lambda points: sigmoid(network(params, points, "sigmoid")), levels=[0.5], resolution=80)
    classes(plane, X, y, size=3)
    for place, values, title, top in ((0.06, rights, "accuracy", 1.0), (0.58, losses, "loss", 1.5)):
        curve = ax.inset_axes([place, 0.04, 0.36, 0.18])
        curve.plot(epochs, values, color=BLUE, marker="o", markersize=2.5, linewidth=1.2)
        curve.set(xlim=(-20, 1020), ylim=(0, top * 1.05), yticks=[0, 1], xticks=[0, 1000])
        curve.set_title(f"{title} {values[-1]:.2f}", fontsize=9)
        curve.tick_params(labelsize=7)


few, many = story(3), story(50)
print(f"accuracy after 1000 epochs: 3 neurons {few[-1][3][-1]:.3f}, 50 neurons {many[-1][3][-1]:.3f}; you guessed {guess}")
titles = [f"3 neurons, epoch {frame[0]}" for frame in few]
film(scene, few, titles, describe="With 3 neurons the boundary starts as a line, becomes a band, and bends; parts of two quadrants stay on the wrong side.")

# %% tags=["picture"]
titles = [f"50 neurons, epoch {frame[0]}" for frame in many]
film(scene, many, titles, describe="With 50 neurons the boundary starts as a line as well, and ends close to the two axes.")

# %% [markdown]
# Nothing exploded. Accuracy, boundary and loss are the three panels of the article's own pictures; there, the run with
# 50 neurons ends in a loss that shoots up.
#
# **How many neurons does XOR need?** Take the four corners (0, 0), (0, 1), (1, 0), (1, 1) with labels 0, 1, 1, 0. One
# run that fails, or one that succeeds, says little: a start may be unlucky. The cell below trains 100 networks at once
# for every width and kind, each from another of *your* starts, and counts those that get all four corners right. The
# whiskers are 95 % Wilson intervals: the success rates for which what was seen is not unusual. **Predict, then run:**
# two hidden neurons are enough on paper. In how many of 100 runs are they enough in practice, with ReLU?

# %% tags=["picture"]
guess = None  # your guess


def wilson(k, n):
    """The 95 % interval of Wilson (1927) for k successes in n runs: (low, high). Unlike p ± 1.96 √(p(1-p)/n) it stays in [0, 1]."""
    s = 1.96**2 / n
    middle, reach = (k / n + s / 2) / (1 + s), np.sqrt(k / n * (1 - k / n) * s + s**2 / 4) / (1 + s)
    return min(middle - reach, k / n), max(middle + reach, k / n)  # min and max: rounding


def train_side_by_side(starts, X, y, steps, lr, kind):
    """Plain gradient descent on all samples for many networks at once; which of them end with all samples right."""
    P = {key: np.stack([start[key] for start in starts]) for key in starts[0]}
    for _ in range(steps):
        H = act_forward(X @ P["W1"] + P["b1"][:, None], kind)
        dZ = (sigmoid(H @ P["W2"] + P["b2"][:, None]) - y[:, None]) / len(y)
        dZ1 = dZ @ P["W2"].swapaxes(1, 2) * act_slope(H, kind)
        P["W2"], P["b2"] = P["W2"] - lr * H.swapaxes(1, 2) @ dZ, P["b2"] - lr * dZ.sum(axis=1)
        P["W1"], P["b1"] = P["W1"] - lr * X.T @ dZ1, P["b1"] - lr * dZ1.sum(axis=1)
    return [accuracy(network({key: P[key][i] for key in P}, X, kind), y) == 1 for i in range(len(starts))]


corners, labels, widths = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([0.0, 1.0, 1.0, 0.0]), (1, 2, 3, 4, 8)
(ax,) = panels(["share of runs that learn XOR"], width=6.0, height=3.6)
for shift, (kind, color) in enumerate(zip(("sigmoid", "tanh", "relu"), COLORS)):
    rates = []
    for width in widths:
        starts = [init([2, width, 1], "xavier", np.random.default_rng([5, seed])) for seed in range(100)]
        k = int(np.sum(train_side_by_side(starts, corners, labels, 2000, 1.0, kind)))
        rates.append((k / 100, *wilson(k, 100)))
    middle, low, high = np.array(rates).T
    intervals(ax, np.arange(5) + 0.12 * (shift - 1), low, middle, high, kind, color)
    print(f"{kind:>8}: " + ", ".join(f"{width} neurons {int(round(100 * p))}" for width, p in zip(widths, middle)))
ax.set(xlabel="hidden neurons", xticks=range(5), xticklabels=widths, ylim=(-0.03, 1.03))
ax.legend(loc="lower right")
plt.show()
print("you guessed", guess)

# %% [markdown] question="q8" points=2 functions="clip_by_norm"
# ## Too long: clip
#
# Three tools that the article names, or that people name in its place. The first shortens gradients that are too long.
# All arrays together are one long vector. If it is longer than the limit, it is scaled down as a whole: its direction
# stays.
#
# **A worked number.** W1 has the entry 3, b1 the entry 4. The norm is √(9 + 16) = 5. With limit 1 both are multiplied by
# 1/5: 0.6 and 0.8.

# %% tags=["stub"]
def clip_by_norm(grads, limit):
    """Shorten a gradient that is too long, and keep its direction.

    Formula: the norm is the square root of the sum of all squared entries, over all arrays together. If it is above
    limit, every entry is multiplied by limit / norm; if not, nothing changes.

    grads: a dict of arrays. limit: a number above 0. Returns a new dict; grads is not changed.

    >>> clip_by_norm({"W1": np.array([[3.0]]), "b1": np.array([4.0])}, 1.0)
    {'W1': array([[0.6]]), 'b1': array([0.8])}
    """
    raise NotImplementedError("q8: write clip_by_norm")

# %% [markdown] question="q9" points=2 functions="lr_schedule"
# ## Too fast: slow down
#
# The second tool makes the learning rate smaller as training goes on.
#
# **A worked number.** lr 0.8, span 100. After 250 steps, "halving" has halved twice, at 100 and at 200: 0.2. "inverse"
# gives 0.8/(1 + 2.5) = 0.2286. "cosine" is over: 0. At step 50 the three give 0.8, 0.5333 and 0.4.

# %% tags=["stub"]
def lr_schedule(kind, lr, step, span):
    """The learning rate of a step that is done later than the first.

    Formula: "halving": lr halved once for every `span` full steps that are over. "inverse": lr / (1 + step / span).
    "cosine": lr (1 + cos(pi step / span)) / 2 up to step = span, and 0 from there on.

    kind: one of the three. lr: the learning rate of step 0. step: an integer, 0 for the first step. span: an integer, 1
    or more. Returns one number.

    >>> lr_schedule("halving", 0.8, 250, 100)
    0.2
    """
    raise NotImplementedError("q9: write lr_schedule")

# %% [markdown]
# **Predict, then run.** A run of 300 steps, lr 0.8, span 100. Which schedule has taken its steps the farthest in all,
# if you add up the learning rates? And which of the three can move a weight arbitrarily far, if you only wait?

# %% tags=["picture"]
guess = None  # your guess: the kind that goes farthest, the kind that never stops

(ax,) = panels(["learning rate"], width=5.6)
for kind, color, style in (("halving", BLUE, "-"), ("inverse", ORANGE, "--"), ("cosine", GREEN, ":")):
    rates = [lr_schedule(kind, 0.8, step, 100) for step in range(300)]
    ax.plot(rates, color=color, linestyle=style, label=kind)
    longer = np.sum([lr_schedule(kind, 0.8, step, 100) for step in range(30000)])
    print(f"{kind:>8}: sum of 300 learning rates {np.sum(rates):.0f}, of 30 000 {longer:.0f}")
ax.set(xlabel="step", ylim=(0, 0.85))
ax.legend()
plt.show()
print("you guessed", guess)

# %% [markdown] question="q10" points=2 functions="l1_l2"
# ## Too large: penalise
#
# The third tool adds a penalty on large weights to the loss. L2 pulls every weight towards 0 in proportion to its size.
# L1 pulls with the same force at all of them, and so brings small ones to 0 altogether.
#
# **A worked number.** Weights 2 and -3, l1 = 0.1, l2 = 1. The penalty is 0.1·(2 + 3) + 0.5·(4 + 9) = 7. The gradients
# are 0.1 + 2 = 2.1 and -0.1 - 3 = -3.1.

# %% tags=["stub"]
def l1_l2(params, l1, l2):
    """A penalty on large weights, and its gradients.

    Formula: l1 times the sum of |w|, plus l2 / 2 times the sum of w^2, over all weights. Biases are not penalised. The
    slope of |w| is -1, 0 or 1: the sign of w. Nothing is divided by the number of samples.

    params: a dict with W1, b1, ... l1, l2: numbers, 0 or more.
    Returns the tuple (penalty, grads): a number, and a dict like params, with zeros for the biases.

    >>> penalty, grads = l1_l2({"W1": np.array([[2.0, -3.0]]), "b1": np.array([5.0, 5.0])}, 0.1, 1.0)
    >>> float(penalty), grads
    (7.0, {'W1': array([[ 2.1, -3.1]]), 'b1': array([0., 0.])})
    """
    raise NotImplementedError("q10: write l1_l2")

# %% [markdown]
# **Predict, then run.** Twenty weights from -1 to 1 that nothing pulls at but the penalty, 60 steps with lr 0.02. One
# of the two penalties brings all weights to 0 within these steps, up to a small jitter. Which one?

# %% tags=["picture"]
guess = None  # your guess: L1 or L2

for ax, (l1, l2) in zip(panels(["L1 alone", "L2 alone"], height=2.8), ((1.0, 0.0), (0.0, 1.0))):
    weights, path = {"W1": np.linspace(-1.0, 1.0, 20)[:, None]}, []
    for _ in range(60):
        path.append(weights["W1"][:, 0])
        weights = sgd_step(weights, l1_l2(weights, l1, l2)[1], 0.02)
    ax.plot(path, color=BLUE, linewidth=1)
    ax.set(xlabel="step", ylabel="weights", ylim=(-1.05, 1.05))
    print(f"l1 = {l1:g}, l2 = {l2:g}: largest weight at the end {np.max(np.abs(weights['W1'])):.3f}")
plt.show()
print("you guessed", guess)

# %% [markdown] question="q11" points=6 functions="symmetry_experiment" builds_on="sgd_step"
# ## Why random?
#
# A reader of the page from which a2 starts asked (in our words): all hidden neurons are made from the same inputs, so do
# their weights not all converge to the same solution?
#
# Suppose two hidden neurons start with the same weights. They compute the same thing. If what leads *away* from them is
# the same too, they get the same gradients, and after the step they are still the same. Fifty such neurons are one
# neuron.
#
# Count how many different neurons a layer has while it trains. A neuron is given by the numbers that lead *into* it: its
# column of W1 and its entry of b1. Rounding may tell apart what is equal on paper, so numbers that differ by at most
# 1e-6 count as equal.
#
# **A worked number.** W1 = [1 1 1; 1 1 1], b1 = 0, W2 = (1, 1, 1): one different neuron before the first step, and
# after any number of steps. With b1 = (0, 0, 2) there are two. With b1 = 0 again and W2 = (1, 1, 3) there is one before
# the first step, and two after it: the third neuron hears another upstream gradient.

# %% tags=["stub"]
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    """How many different units the first hidden layer has, while a network is trained.

    Formula: `steps` steps of gradient descent (sgd), each on all samples. Unit j is given by the numbers W1[:, j] and b1[j].
    Two units count as one if none of these numbers differs by more than 1e-6.

    params: W1 (D, H), b1 (H,), W2, b2, ... X (N, D), y (N,) of 0 and 1.
    Returns an integer array (steps + 1,): the number of different units before the first step and after each.

    >>> twins = {"W1": np.ones((2, 3)), "b1": np.zeros(3), "W2": np.ones((3, 1)), "b2": np.zeros(1)}
    >>> symmetry_experiment(twins, np.array([[1.0, 2.0], [-1.0, 0.0]]), np.array([1.0, 0.0]), 2, 0.5)
    array([1, 1, 1])
    """
    raise NotImplementedError("q11: write symmetry_experiment")

# %% [markdown]
# **Predict, then run.** Eight hidden neurons, six starts. How many different neurons does each have after ten
# steps? Mind the pair of zeros: both matrices 0, or only one of them.

# %% tags=["picture"]
guess = None  # your guess: six numbers

draw = np.random.default_rng(7)
into, away = draw.normal(size=(2, 8)), draw.normal(size=(8, 1))
starts = {
    "both random": (into, away),
    "W1 ones, W2 ones": (np.ones((2, 8)), np.ones((8, 1))),
    "W1 ones, W2 random": (np.ones((2, 8)), away),
    "W1 zeros, W2 zeros": (np.zeros((2, 8)), np.zeros((8, 1))),
    "W1 zeros, W2 random": (np.zeros((2, 8)), away),
    "W1 ones, W2 of two values": (np.ones((2, 8)), np.array([[1.0], [-1.0]] * 4)),
}
for name, (W1, W2) in starts.items():
    counts = symmetry_experiment({"W1": W1, "b1": np.zeros(8), "W2": W2, "b2": np.zeros(1)}, X[:50], y[:50], 10, 0.5)
    print(f"{name:>26}: {counts}")
print("you guessed", guess)

# %% [markdown] question="q12" points=9 functions="explosion_report"
# ## The explosion, to the step
#
# Now to the case. The given `published_setup` is where the article's run starts: 50 samples, 50 hidden neurons, no
# biases. Run it, and report the first step after which the loss is *bad*: above 1000, or not a finite number. The
# largest loss the data can cause is 1, so whatever is bad comes from the weights.
#
# Take care at the end of such a run: the comparison of NaN with 1000 is False, whichever way round you write it.
#
# **A worked number.** With reg = 1 and lr = 0.003 the loss after 12 steps is 8.75, after 13 steps 29.9, after
# 14 steps 205, and after 15 steps 5757: the first bad step is 15.

# %% tags=["stub"]
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    """The first step after which the published loss is bad.

    Formula: from published_setup(hidden), do up to `steps` steps W1 - lr dW1, W2 - lr dW2, with both gradients taken before
    either is moved. Step t, counted from 1, is bad if published_loss after it is above 1000 or is not a finite number.

    reg, lr: numbers. fixed: True for fixed_gradients, False for published_gradients. steps, hidden: integers, 1 or more.
    Returns an integer: the number of the first bad step, or -1 if none of the `steps` steps is bad.

    >>> explosion_report(1.0, 0.003, False, steps=100)
    15
    """
    raise NotImplementedError("q12: write explosion_report")

# %% [markdown]
# **Predict, then run.** The article advises *stronger* regularisation. Ten times the penalty: does it blow up ten times
# later, later, sooner, or ten times sooner? And a learning rate ten times smaller?

# %% tags=["picture"]
guess = None  # your guess

regs = np.array([1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001])
bad = np.array([explosion_report(reg, 0.003, False) for reg in regs])
ax, other = panels(["first bad step", "first bad step, reg = 0.01"])
ax.plot(regs, bad, "o", color=ORANGE, label="published gradients")
ax.plot(regs, bad[4] * regs[4] / regs, "--", color=GREY, label="proportional to 1 / reg")
ax.set(xscale="log", yscale="log", xlabel="reg")
ax.legend()
neurons = np.array([3, 5, 10, 20, 50, 100])
by_width = np.array([explosion_report(0.01, 0.003, False, hidden=int(hidden)) for hidden in neurons])
other.plot(neurons, by_width, "o", color=ORANGE)
other.plot(neurons, by_width[-1] * neurons[-1] / neurons, "--", color=GREY, label="proportional to 1 / neurons")
other.legend()
other.set(xscale="log", yscale="log", xlabel="hidden neurons", xticks=neurons, xticklabels=neurons)
other.minorticks_off()
plt.show()
print("first bad step by reg:", dict(zip(regs.tolist(), bad.tolist())))
print("with lr = 0.0003 and reg = 0.01:", explosion_report(0.01, 0.0003, False))
print("by number of neurons:", dict(zip(neurons.tolist(), by_width.tolist())))
print("put right, reg = 0.01:", explosion_report(0.01, 0.003, True))
print("you guessed", guess)

# %% [markdown]
# The published gradient of the penalty is reg times the sum of squares S, one and the same number for every weight of a
# matrix. Let the n weights of a matrix have mean m. Each step lowers m by lr·reg·S, and S is at least n m². Once m is
# negative, it falls faster the lower it is: dm/dtime = -reg·n·m², where time is lr times the number of steps. Such a
# quantity reaches minus infinity after a *finite* time, for the same start proportional to 1/(reg·n). So, roughly,
#
# - ten times the penalty blows up about ten times sooner,
# - a tenth of the learning rate blows up at the same time, which is after ten times as many steps,
# - more neurons blow up sooner, because n is larger. This is what the article saw, and it blamed the gradient's way
#   through the layers.
#
# With reg = 0.0001 the first bad step is 102 674 (we ran it for you). With the right gradients there is no such law:
# each step multiplies a weight by 1 - lr·reg/N, which can only grow if lr·reg/N is above 2.

# %% [markdown] question="q13" points=5 functions="cures"
# ## Which cures work?
#
# Seven cures for the run with reg = 0.01, lr = 0.003 and 50 neurons, whose first bad step is 1151. Try each one, up to
# step 23 020, which is 20 times as long. You may use everything you have written.
#
# | cure | what is changed |
# |---|---|
# | "lr / 10" | lr = 0.0003 |
# | "lr halved every 1000 steps" | step t, counted from 1, uses lr_schedule("halving", 0.003, t - 1, 1000) |
# | "penalty x 10" | reg = 0.1 |
# | "penalty / 10" | reg = 0.001 |
# | "3 neurons" | hidden = 3 |
# | "clip at 10" | both gradients together are clipped to norm 10 in each step |
# | "right gradients" | fixed_gradients |
#
# | verdict | when |
# |---|---|
# | "worsens" | the first bad step comes before 1151 |
# | "delays" | the first bad step comes after 1151 |
# | "hides" | no step is bad, but at the end the sum of all squared weights is more than ten times that of the start |
# | "cures" | no step is bad, and the sum is not that large |
#
# Take your time for the measuring in the next cell. The function itself only returns the table you have found.

# %%
# Your measurements.

# %% tags=["stub"]
def cures():
    """What each proposed cure does to the published run.

    Formula: the cures and the four verdicts are in the tables above.

    Returns a dict with one verdict for each of the seven cures: "cures", "hides", "delays" or "worsens".

    >>> sorted(cures())[:3]
    ['3 neurons', 'clip at 10', 'lr / 10']
    """
    raise NotImplementedError("q13: write cures")

# %% [markdown]
# Each advice is right for some other illness. Clipping and a smaller learning rate help when steps are too long for a
# right gradient. Shorter steps in a wrong direction arrive later at the same place. First measure the gradient; you
# know how.
#
# One more trace. The picture of the explosion on the article's page is the file `all_50neurons_lr_0.003_reg_0.0001.gif`.
# The one below it, which is to show that a lower learning rate helps, is `all_50neurons_lr_0.003_reg_0.000001.gif`. If the
# names are right, the learning rate is the same, and the penalty is 100 times *weaker*.

# %% [markdown] question="q14" points=9 functions="bias_ceiling"
# ## A theorem: 75 %
#
# The article's network has no biases, and its hidden neurons are sigmoids. *Such a network cannot get more than 75 % of
# XOR right, however many neurons it has and however long it trains.* Here is why, in six small steps. XOR means: class
# 1 where x1 and x2 have the same sign, class 0 where they have different signs. The network says class 1 where d(x) >
# 0, with
#
#     d(x) = sum over j of w2[j] · sigmoid(x . W1[:, j])
#
# 1. **Sigmoids mirror.** sigmoid(-t) = 1 - sigmoid(t). For example sigmoid(2) = 0.881 and sigmoid(-2) = 0.119.
# 2. **The sum is a constant.** At -x every hidden neuron gets minus what it gets at x, because nothing else is added. By
#    step 1 it gives 1 minus what it gave. So d(x) + d(-x) = K, where K is the sum of all w2, whatever x is.
# 3. **The labels do not change.** If x1 and x2 have the same sign, so do -x1 and -x2. The points x and -x belong to the
#    same class.
# 4. **One class loses.** Suppose K > 0. Then d(x) and d(-x) cannot both be 0 or less, so the network says class 1 for x
#    or for -x or for both. If x is of class 0, at most one of the two is right. Suppose K < 0. Then d(x) and d(-x)
#    cannot both be above 0, and the same happens to class 1.
# 5. **Count.** Take (a, b), (-a, -b), (a, -b), (-a, b): one point in each quadrant, two pairs, one of each class. In
#    one of the pairs at most one is right: at most three of four. A cloud that is equally dense at these four points
#    consists of such foursomes. So at most 75 %.
# 6. **Sometimes only half.** If K = 0 then d(-x) = -d(x): of every pair one is called class 1 and the other class 0,
#    lines with d(x) = 0 aside. One of two is right: 50 %. And if d never changes its sign, all points get one class: 50
#    % again. When is that certain? Write d(x) = K/2 + sum of w2[j] (sigmoid(...) - 1/2). A bracket lies strictly
#    between -1/2 and 1/2, and is 0 for a neuron whose column of W1 is 0. So the second part is smaller in size than
#    R/2, where R is the sum of |w2[j]| over all other neurons. If |K| ≥ R (or R = 0), d has the sign of K everywhere.
#
# Nothing changes if the output has a bias c: K becomes K + 2c. And a network with two outputs that says the class of the
# larger one, like the article's, has as its d the difference of the two: w2 = W2[:, 0] - W2[:, 1].
#
# **A worked number.** W1 = [-20 0 0; 0 20 0], w2 = (2, 2, -1). K = 3. The third neuron has a column of zeros, so R =
# 2 + 2 = 4. K is not 0 and 3 < 4: the bound is 0.75. Without the third neuron K = 4 and R = 4: the bound is 0.5.

# %% tags=["stub"]
def bias_ceiling(W1, w2):
    """The largest share of the four quadrants that this network can get right, by the theorem above.

    Formula: d(x) = sum over j of w2[j] sigmoid(x . W1[:, j]). K is the sum of all w2. R is the sum of |w2[j]| over the
    units j whose column of W1 is not all zero. The bound is 0.5 if K = 0 or |K| >= R, and 0.75 in all other cases.

    W1 (2, H): weights of the hidden layer, which has no biases. w2 (H,): weights of the output.
    Returns one number, 0.5 or 0.75.

    >>> bias_ceiling(np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([3.0, -1.0]))
    0.75
    """
    raise NotImplementedError("q14: write bias_ceiling")

# %% [markdown]
# See the theorem at work. First the constant: five points and their mirror images, through a random network of 50
# sigmoids without biases. Then four networks on a cloud of 600 points that contains -x with every x. The first one is
# the worked number: it gets within reach of its bound. The next two are trained by your `train`, once without biases
# and once with. The last one is trained without biases as well, but with ReLU. **Predict, then run:** what is the
# accuracy of each?

# %% tags=["picture"]
guess = None  # your guess: four accuracies

draw = np.random.default_rng(8)
W1, w2, five = draw.normal(size=(2, 50)), draw.normal(size=50), draw.normal(size=(5, 2))
print("d(x) + d(-x):", sigmoid(five @ W1) @ w2 + sigmoid(-five @ W1) @ w2, "K:", np.sum(w2))

both, twice = np.vstack([X, -X]), np.concatenate([y, y])


def trained(kind, biases):
    """Fifty hidden neurons after 100 epochs of Adam on the mirrored cloud."""
    rng = np.random.default_rng(9)
    start = init([2, 50, 1], "xavier", rng)
    start = start if biases else {"W1": start["W1"], "W2": start["W2"]}
    return train(start, both, twice, 100, 20, 0.03, rng, kind, "adam")[0]


by_hand = {"W1": np.array([[-20.0, 0.0, 0.0], [0.0, 20.0, 0.0]]), "W2": np.array([[2.0], [2.0], [-1.0]])}
cases = {
    "three sigmoids by hand": (by_hand, "sigmoid"),
    "50 sigmoids, no biases": (trained("sigmoid", False), "sigmoid"),
    "50 sigmoids, biases": (trained("sigmoid", True), "sigmoid"),
    "50 ReLUs, no biases": (trained("relu", False), "relu"),
}
for ax, (name, (params, kind)) in zip(planes(list(cases), -2.6, 2.6, size=3.0), cases.items()):
    field(ax, lambda points: sigmoid(network(params, points, kind)), levels=[0.5])
    classes(ax, both, twice, size=2.5)
    right = accuracy(network(params, both, kind), twice)
    ax.set_title(f"{name}\naccuracy {right:.3f}")
    bound = f", bound {bias_ceiling(params['W1'], params['W2'][:, 0])}" if "b1" not in params and kind == "sigmoid" else ""
    print(f"{name}: {right:.3f}{bound}")
plt.show()
print("you guessed", guess)

# %% [markdown] question="q15" points=5 functions="relu_xor"
# ## The network that escapes
#
# ReLU does not mirror: relu(t) + relu(-t) = |t|, which is no constant. So there is a way out. Build
# it by hand, without any bias, and without training.
#
# **A worked number.** One pair of neurons, with the columns (1, 0) and (-1, 0) and output weights 1 and 1, gives |x1|:
# for x1 = -3 it is relu(-3) + relu(3) = 3. Two such pairs are enough. Which two sums or differences of x1 and x2 do you
# have to compare in size? Try the points (2, 3) and (2, -3).

# %% tags=["stub"]
def relu_xor():
    """A network of ReLU units without any bias that gets the four quadrants right, everywhere.

    Formula: d(x) = sum over j of w2[j] relu(x . W1[:, j]) is above 0 wherever x1 and x2 have the same sign, and below 0
    wherever they have different signs. On the axes, where x1 or x2 is 0, anything goes.

    Returns the tuple (W1, w2): W1 (2, H) and w2 (H,), with H at most 4.

    >>> W1, w2 = relu_xor()
    >>> np.sign(np.maximum(np.array([[2.0, 3.0], [2.0, -3.0]]) @ W1, 0.0) @ w2)
    array([ 1., -1.])
    """
    raise NotImplementedError("q15: write relu_xor")

# %% tags=["picture"]
W1, w2 = relu_xor()
params = {"W1": W1, "W2": w2[:, None]}
(ax,) = planes(["your network: no bias, no training"], -2.6, 2.6, size=3.8)
field(ax, lambda points: network(params, points, "relu"), levels=[0.0])
classes(ax, X, y, size=3)
plt.show()
print("accuracy on the article's cloud:", accuracy(network(params, X, "relu"), y))

# %% [markdown] question="q16" points=8 manual=true
# ## What the theorem says, and what it does not
#
# Answer in two to five sentences each.
#
# 1. **Another network (3 points).** The hidden neurons are tanh instead of sigmoid, still without biases, and the
#    output has a bias c: d(x) = w2 . tanh(x W1) + c. Find d(x) + d(-x). For which c is the ceiling 50 %, and for which
#    c can it be 75 % at most? Say which steps of the proof you had to change.
# 2. **Where it breaks (2 points).** Which step of the proof fails when the *hidden* neurons have biases, and why? Which
#    fails for ReLU? Quote the accuracy you saw in each case.
# 3. **An objection (3 points).** "I trained the article's kind of network, 50 sigmoids without biases, on the first 12
#    points of the cloud, and it got all 12 right. So the theorem is wrong." Try it: 500 epochs of Adam, all 12 in one
#    batch, lr 0.03. Then answer: quote the accuracy on the 12 points and on the mirrored cloud `both`, and say which
#    step of the proof does not hold for the 12 points.

# %%
# Your computations for the three answers.

# %% [markdown] tags=["answer"]
# *Write your three answers here, in place of this line.*

# %% [markdown] question="q17" points=7 manual=true
# ## A letter to the author
#
# The article says, about its run with 50 hidden neurons (in our words): *more neurons brought more power, and with it
# exploding gradients: when gradients are large, the multiplications of backpropagation make large updates, and so the
# loss suddenly rises. Lower the learning rate over time, or apply stronger regularisation.*
#
# Write a letter of 150 to 250 words to its author. Say what explodes and why (a formula of one line), and why it comes
# sooner with more neurons. Take two of the cures and say what they really do. Support each claim with a number from
# your own runs, at least four in all, and say how each can be recomputed, for example "explosion_report(0.1, 0.003,
# False) is ...". Close with one thing that even the repaired program cannot do, and why.
#
# Points are given for true claims, numbers that can be recomputed, an explanation that connects them, and a tone in
# which you would like to be corrected yourself.

# %%
# Your computations for the letter.

# %% [markdown] tags=["answer"]
# *Write your letter here, in place of this line.*

# %% [markdown]
# The parameters that are trained here are weights and biases. The article remarks that people also train other things:
# connections that skip a layer, the way inputs are normalised, the shape of the network, the learning rate. Everything
# you chose by hand in this assignment is a candidate.
