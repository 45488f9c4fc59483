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
# # a6 Towers and hypersurfaces
#
# A network with two inputs and one output is a landscape: every point of the plane has a height. Training means to
# press this landscape onto one that is wanted. In this assignment you build landscapes by hand, first out of
# towers, then you let a network with 2 to 6 hidden neurons find its own, and you look at all of them in relief.
#
# The assignment answers a question asked on a forum, "How to understand the geometric intuition of the inner
# workings of neural networks?", which is known in several translations. Somebody had read that networks approximate
# any function by towers, as a city of blocks approximates a hill, and did not believe it: *Is the result not
# smooth? Are towers possible with a single hidden layer? Can a tower have more than four sides, up to a circle? And
# do trained networks look like that at all?* To find out, the author wanted to take f(x1, x2) = x1² + x2² + 3 and
# 1000 points, and to watch a hidden layer of 2 to 6 neurons. Nobody did the experiment for them. You will.
#
# You need a1 to a5: layers, activations, gradients, training. Expect 3 to 6 hours.

# %% tags=["setup"]
import matplotlib.pyplot as plt
import numpy as np
from autograder.pictures import BLUE, GREEN, GREY, ORANGE, use_style
from autograder.pictures import field, film, heat, intervals, panels, planes, spaces, surface

use_style()


def sigmoid(Z):
    """1 / (1 + exp(-Z)) for every entry, without overflow."""
    small = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1.0, small) / (1.0 + small)


def activate(Z, act):
    """The activation of that name for every entry of Z: step (1 where Z > 0, else 0), sigmoid, tanh or relu."""
    if act == "step":
        return np.where(Z > 0, 1.0, 0.0)
    if act == "sigmoid":
        return sigmoid(Z)
    if act == "tanh":
        return np.tanh(Z)
    if act == "relu":
        return np.maximum(Z, 0.0)
    raise ValueError(f"act is {act!r}; known: step, sigmoid, tanh, relu")


def evaluate(net, X):
    """The output of a net at the points X (N, 2): an array (N,)."""
    return activate(X @ net["W1"] + net["b1"], net["act"]) @ net["w2"] + net["b2"]


def soften(net, w):
    """The same net with sigmoids of steepness w in place of its steps."""
    return {**net, "W1": w * net["W1"], "b1": w * net["b1"], "act": "sigmoid"}


def bowl(X):
    """x1^2 + x2^2 + 3, the surface of the question. X (N, 2); returns (N,)."""
    return X[:, 0] ** 2 + X[:, 1] ** 2 + 3

# %% [markdown]
# ## The surface of the question
#
# On the left f(x1, x2) = x1² + x2² + 3 over the square from -1 to 1: a bowl whose lowest point is 3. On the right
# the author's plan: 1000 points in space, most of them on the surface (blue), some above and a few below it
# (orange). A network is to learn which is which, and the surface should become visible in what it learned. Keep
# this plan in mind. We come back to it after the towers.

# %% tags=["picture"]
def points_in_space(rng, on=600, above=300, below=100):
    """The plan's data: P (1000, 3), and y (1000,) with 1 for a point on the bowl and 0 for one above or below it."""
    X = rng.uniform(-1, 1, size=(on + above + below, 2))
    off = np.concatenate([np.zeros(on), rng.uniform(0, 1, above), -rng.uniform(0, 1, below)])
    return np.column_stack([X, bowl(X) + off]), (off == 0).astype(float)


t = np.linspace(-1, 1, 41)
x1, x2 = np.meshgrid(t, t, indexing="ij")
BOWL = x1**2 + x2**2 + 3
left, right = spaces(["f(x1, x2) = x1² + x2² + 3", "1000 points: on the bowl, or not"])
surface(left, BOWL, -1, 1)
P, on_surface = points_in_space(np.random.default_rng(0))
for label, color, marker in ((1, BLUE, "o"), (0, ORANGE, "^")):
    right.plot(*P[on_surface == label].T, marker, color=color, markersize=2.5)
right.set_zlim(2, 6)
plt.show()

# %% [markdown]
# ## Conventions
#
# Rows are samples: points of the plane are an array X (N, 2), and a function of the plane takes X and gives N
# heights, an array (N,). Numbers are float64. Functions do not change their inputs. All chance comes in as `rng`.
#
# Every net in this assignment has two inputs, one hidden layer and one output, and is a dict:
#
# | code | mathematics | shape | meaning |
# |---|---|---|---|
# | `net["W1"]`, `net["b1"]` | W₁, b₁ | (2, M), (M,) | weights and biases of the M hidden neurons, one column each |
# | `net["act"]` | act | text | their activation: "step", "sigmoid", "tanh" or "relu" |
# | `net["w2"]`, `net["b2"]` | w₂, b₂ | (M,), a number | outer weights and outer bias |
# | `evaluate(net, X)` | act(x W₁ + b₁) · w₂ + b₂ | (N,) | the output: the height of the landscape at every point |
# | `f` | f(x₁, x₂) | (N, 2) to (N,) | the surface that is wanted, a function |
# | `values` | f(tᵢ, tⱼ) | (G, G) | heights on a grid; the first index belongs to x₁ |
# | `h`, `w` | h, w | numbers | height and steepness of a bump |
# | `n`, `M` | n, M | integers | sides or ridges of a tower; cells on a side, or hidden neurons |
#
# The first cell of code gives you `sigmoid`, `activate`, `evaluate`, `soften` and `bowl`; read them. You wrote such
# functions in a1 and a2.
#
# Each question has a cell to fill in and below it a cell that checks it. These checks are public. More checks, on
# other inputs, run after you hand in. `grader.hint("q2")` shows the next hint for the last failure.

# %% [markdown] question="q1" points=0 functions="rmse"
# ## How far apart are two surfaces?
#
# This question is for practice and gives no points. We will compare surfaces all day, and want one number for it,
# in the unit of the heights: the root mean squared error.
#
# **A worked number.** Heights (1, 2) and (2, 9). The differences are 1 and 7, their squares 1 and 49, the mean of
# these 25, and its root 5.
#
# The function in the next cell is wrong on purpose. Run it, run its check, read the message, correct it, and run
# both again.

# %% tags=["stub"]
def rmse(a, b):
    """How far two arrays are apart: the root of the mean squared difference.

    Formula: sqrt(mean((a - b)^2)), over all entries.

    a, b: arrays of one shape. Returns one number.

    >>> rmse(np.array([1.0, 2.0]), np.array([2.0, 9.0]))
    5.0
    """
    return float(np.mean((a - b) ** 2))

# %% [markdown]
# Two numbers to remember: the heights of the bowl have mean 3 2/3 and standard deviation √(8/45) = 0.4216 over the
# square. So a horizontal plane at the right height has an rmse of 0.4216. No tilted plane does better, as the bowl
# is the same on all sides.

# %% [markdown] question="q2" points=6 functions="bump"
# ## A bump from two neurons
#
# One sigmoid neuron with a large weight is nearly a step: sigmoid(w (x - s)) climbs from 0 to 1 around x = s,
# within a few times 1/w. Two of them, one added and one taken off, make a bump.
#
# **A worked number.** left = 0.4, right = 0.6, h = 2, w = 100.
#
# - In the middle, x = 0.5: 2 sigmoid(10) - 2 sigmoid(-10) = 2 · 0.9999546 - 2 · 0.0000454 = 1.9998184.
# - On the left edge, x = 0.4: 2 sigmoid(0) - 2 sigmoid(-20) = 1 - 0.000000004.
#
# **Large numbers.** exp(1000) is infinite in float64. `sigmoid` above is careful; use it.

# %% tags=["stub"]
def bump(x, left, right, h, w):
    """A bump on the line, made of two sigmoid neurons: about h between left and right, about 0 elsewhere.

    Formula: h sigmoid(w (x - left)) - h sigmoid(w (x - right)), for every entry of x.

    x: an array of any shape. left < right: where the two steps are. h: the height. w: the steepness, more than 0;
    even w = 1e6 must not give NaN. Returns an array of the shape of x.

    >>> bump(np.array([0.0, 0.4, 0.5]), 0.4, 0.6, 2.0, 100.0).round(4)
    array([0.    , 1.    , 1.9998])
    """
    raise NotImplementedError("q2: write bump")

# %% [markdown]
# **Predict, then run.** The box is the bump with perfectly steep sides. Between the bump and the box lies an area.
# When w grows from 10 to 100, by which factor does this area shrink? And what happens to the steepest slope of the
# bump?

# %% tags=["picture"]
guess = None  # your guess: the two factors

x = np.linspace(0, 1, 400001)
box = ((x > 0.25) & (x < 0.75)) * 1.0
(ax,) = panels(["bumps of height 1"], width=6)
ax.plot(x, box, color=GREY, label="box")
for w, color, dash in ((10, BLUE, ":"), (30, GREEN, "--"), (100, ORANGE, "-")):
    ax.plot(x, bump(x, 0.25, 0.75, 1.0, w), dash, color=color, label=f"w = {w}")
ax.set(xlabel="x", ylabel="height")
ax.legend(loc="upper right", bbox_to_anchor=(1.3, 1.0))
plt.show()
print("    w   area between   4 ln 2 / w   steepest slope   w / 4")
for w in (10, 100, 1000):
    values = bump(x, 0.25, 0.75, 1.0, float(w))
    between, steepest = np.mean(np.abs(values - box)), np.max(np.diff(values)) / (x[1] - x[0])
    print(f"{w:5}   {between:12.7f}   {4 * np.log(2) / w:10.7f}   {steepest:14.2f}   {w / 4:6.2f}")
print("you guessed", guess)

# %% [markdown]
# This is the first half of the answer to "smooth or discrete?". Every bump is smooth, with slopes of at most w h/4.
# The box is what it approaches when w grows, and the distance is known: 4 ln 2 / w for height 1. For w = 10 it is a
# little less, because part of the area lies outside of the picture, and because the two edges overlap.

# %% [markdown] question="q3" points=8 functions="tower" builds_on="bump"
# ## A tower from two hidden layers
#
# A bump that ignores x2 is a wall across the plane. Two walls that cross, one for each input, add up to a plus
# sign: height 2h where they cross, h on the four arms, 0 elsewhere. A neuron in a *second* hidden layer looks at
# this sum and asks whether it is more than 3h/2. Only the crossing is.
#
# **A worked number.** h = 10 and steep walls. The last neuron gets the sum minus 15:
#
# | where | sum | minus 3h/2 | sigmoid |
# |---|---|---|---|
# | far from both walls | 0 | -15 | 0.0000003 |
# | on an arm | 10 | -5 | 0.006693 |
# | at the crossing | 20 | 5 | 0.993307 |

# %% tags=["stub"]
def tower(X, low, high, h, w):
    """A tower over a rectangle: two bumps in the first hidden layer, and a neuron that asks for both in the second.

    Formula: sigmoid(bump of x1 from low[0] to high[0] + bump of x2 from low[1] to high[1] - 3h/2).

    X (N, 2): points. low, high: the corners of the rectangle, two numbers each. h: the height of both bumps.
    w: their steepness. Returns the outputs (N,), between 0 and 1.

    >>> tower(np.array([[9.0, 9.0], [0.5, 9.0], [0.5, 0.5]]), (0, 0), (1, 1), 10.0, 1000.0).round(6)
    array([0.      , 0.006693, 0.993307])
    """
    raise NotImplementedError("q3: write tower")

# %% [markdown]
# The same tower in its three stages. Each wall has one weight of its neurons forced to zero: it cannot see the
# other input.

# %% tags=["picture"]
t = np.linspace(-1, 1, 81)
grid = np.stack(np.meshgrid(t, t, indexing="ij"), axis=-1).reshape(-1, 2)  # 81 x 81 points as rows


def on_grid(heights):
    """Heights at the points of `grid` as a table that `surface` can draw."""
    return np.asarray(heights).reshape(81, 81)


walls = [bump(grid[:, k], -0.4, 0.4, 10.0, 40.0) for k in (0, 1)]
axes = spaces(["one wall", "two walls, added", "the tower"], size=3.6)
for ax, heights in zip(axes, (walls[0], walls[0] + walls[1], tower(grid, (-0.4, -0.4), (0.4, 0.4), 10.0, 40.0))):
    surface(ax, on_grid(heights), -1, 1)
plt.show()

# %% [markdown]
# **Predict, then run.** How high are the arms if the last neuron asks for h instead of 3h/2? And how high is the
# tower if h is 1 instead of 10?

# %% tags=["picture"]
guess = None  # your guess: height of the arms, height of the tower

sums = np.array([0.0, 10.0, 20.0])
print("threshold h:    far, arm, crossing =", sigmoid(sums - 10.0).round(6))
print("threshold 3h/2: far, arm, crossing =", sigmoid(sums - 15.0).round(6))
places = np.array([[9.0, 9.0], [0.0, 9.0], [0.0, 0.0]])
print("3h/2 and h = 1: far, arm, crossing =", tower(places, (-1, -1), (1, 1), 1.0, 1000.0).round(3))
print("you guessed", guess)

# %% [markdown]
# A film: the steepness w of the walls grows. The tower is smooth in every frame, and looks discrete at the end.

# %% tags=["picture"]
def draw_tower(ax, w):
    """The tower with walls of steepness w."""
    surface(ax, on_grid(tower(grid, (-0.4, -0.4), (0.4, 0.4), 10.0, float(w))), -1, 1)
    ax.set_zlim(0, 1)


steepness = (4, 6, 8, 10, 14, 20, 40, 200)
told = "A soft hill turns into a block with vertical walls."
film(draw_tower, steepness, [f"w = {w}" for w in steepness], projection="3d", describe=told)

# %% [markdown] question="q4" points=7 functions="polygon_tower"
# ## Towers with n sides
#
# "Can a tower have from 4 to n sides, and nearly be a circle?" Yes. A step neuron splits the plane along a line: it
# says 1 on one side and 0 on the other. A polygon with n sides is where n such neurons all say 1. So add them up
# and ask whether the sum is more than n - 1/2.
#
# Here the question is put into the outer weights: w2 are ones and b2 is -(n - 1/2), so the output is *positive
# inside and negative outside*. A neuron of a second hidden layer that looks at the sign makes the tower of it.
#
# **A worked number.** n = 4: the lines are x1 = 1, x2 = 1, x1 = -1 and x2 = -1.
#
# - (0.9, 0.9) is on the inner side of all four: 4 - 3.5 = 0.5, inside.
# - (1.1, 0) is on the wrong side of the first: 3 - 3.5 = -0.5, outside.
#
# Neuron k says 1 where u_k · x < 1, that is where 1 - u_k · x > 0.

# %% tags=["stub"]
def polygon_tower(n):
    """A net of n step neurons whose output is positive inside a regular polygon with n sides, and negative outside.

    The polygon is the one around the unit circle: it touches the circle in the middle of each side. Side k, for
    k = 0 .. n-1, faces the direction u_k = (cos a_k, sin a_k) with a_k = 2 pi k / n. No other neurons are needed.

    n: the number of sides, 3 or more.
    Returns a net: a dict with W1 (2, n), b1 (n,), w2 (n,), b2 (a number) and act = "step". Its columns may come in any
    order, and its numbers in any scale.

    >>> net = polygon_tower(4)
    >>> evaluate(net, np.array([[0.9, 0.9], [1.1, 0.0]])) > 0
    array([ True, False])
    """
    raise NotImplementedError("q4: write polygon_tower")

# %% [markdown]
# Your polygons from above, with the unit circle.

# %% tags=["picture"]
sides = (3, 4, 5, 6, 8, 16)
circle = np.linspace(0, 2 * np.pi, 200)
for ax, n in zip(planes([f"n = {n}" for n in sides], -2, 2, columns=6, size=2.2), sides):
    field(ax, lambda X: evaluate(polygon_tower(n), X) > 0, levels=[0.5], resolution=160)
    ax.plot(np.cos(circle), np.sin(circle), color="white", linewidth=1.5)
plt.show()

# %% [markdown]
# And as towers: `soften` puts sigmoids in place of the steps, and the second layer is a sigmoid as well.

# %% tags=["picture"]
def draw_polygon(ax, n):
    """The tower with n sides, with soft walls."""
    surface(ax, on_grid(sigmoid(10 * evaluate(soften(polygon_tower(n), 15.0), 1.8 * grid))), -1.8, 1.8)
    ax.set_zlim(0, 1)


sides = (3, 4, 5, 6, 7, 8, 12, 24)
told = "A triangular tower gets more and more sides until it is round."
film(draw_polygon, sides, [f"n = {n}" for n in sides], projection="3d", describe=told)

# %% [markdown] question="q5" points=5 functions="area_mc"
# ## Measuring an area with random points
#
# How close to the circle is the polygon? Its area says it: a regular polygon around the unit circle has the area n
# tan(π/n), and the circle has π. We measure the area of *any* net's positive part by throwing points into a square
# and counting.
#
# A measurement needs an error bar. Each point hits with probability p, so the share of N points has a standard
# deviation of √(p (1 - p) / N). Both are scaled by the area of the square.
#
# **A worked number.** A square of side 3 (half = 1.5), 100 points, 40 of them inside. p = 0.4, the area is 0.4 · 9
# = 3.6, and its standard error 9 · √(0.4 · 0.6 / 100) = 0.4409.

# %% tags=["stub"]
def area_mc(net, half, samples, rng):
    """The area of the part of the square [-half, half]^2 in which a net is positive, measured with random points.

    Formula: p is the share of the points at which the output is more than 0, and A = (2 half)^2 the area of the
    square. The area is p A, its standard error A sqrt(p (1 - p) / samples).

    net: a net with act = "step". half: a number. samples: how many points are drawn, uniformly in the square.
    rng: where they are drawn from. Returns the tuple (area, standard error) of two numbers.

    >>> everywhere = {"W1": np.zeros((2, 1)), "b1": np.ones(1), "w2": np.ones(1), "b2": 0.0, "act": "step"}
    >>> area_mc(everywhere, 1.5, 100, np.random.default_rng(0))
    (9.0, 0.0)
    """
    raise NotImplementedError("q5: write area_mc")

# %% [markdown]
# **Predict, then run.** The square has 4/π = 1.273 times the area of the circle. What is this ratio for 8 sides,
# for 64?

# %% tags=["picture"]
guess = None  # your guess: 8 sides, 64 sides

rng = np.random.default_rng(5)
print(" n   area measured     n tan(π/n)   measured / π   exact ratio")
for n in (3, 4, 6, 8, 16, 64):
    area, error = area_mc(polygon_tower(n), 2.0, 40000, rng)
    exact = n * np.tan(np.pi / n)
    print(f"{n:2}   {area:.3f} ± {error:.3f}   {exact:10.4f}   {area / np.pi:12.3f}   {exact / np.pi:11.4f}")
print("you guessed", guess)

# %% [markdown] question="q6" points=7 functions="one_layer_tower"
# ## Towers with a single hidden layer?
#
# "The towers come from *two* hidden layers. How can I see it with one?" Let us leave out the second layer, and add
# up n ridges that cross at the origin, each a bump across the plane in its own direction. In the middle all of them
# add up. Away from it fewer and fewer do.
#
# **A worked number.** n = 2: ridge 0 covers |x1| < 1, ridge 1 covers |x2| < 1, each 1/2 high. At the origin the
# height is 1. At (0, 5) only ridge 0 is left: 1/2. At (5, 5) there is none: 0.
#
# Each ridge takes two step neurons: 1 where u_k · x > -1, minus 1 where u_k · x > 1.

# %% tags=["stub"]
def one_layer_tower(n):
    """A net with one hidden layer of 2n step neurons: n ridges that cross at the origin, added up.

    Ridge k, for k = 0 .. n-1, is 1/n high where |u_k . x| < 1 and 0 elsewhere, with u_k = (cos a_k, sin a_k) and
    a_k = pi k / n. The output is the sum of all ridges: 1 at the origin, 1/n far out on one ridge, 0 off all of them.

    n: the number of ridges, 1 or more.
    Returns a net: a dict with W1 (2, 2n), b1 (2n,), w2 (2n,), b2 (a number) and act = "step". Its columns may come in
    any order, and its numbers in any scale.

    >>> evaluate(one_layer_tower(2), np.array([[0.0, 0.0], [0.0, 5.0], [5.0, 5.0]]))
    array([1. , 0.5, 0. ])
    """
    raise NotImplementedError("q6: write one_layer_tower")

# %% tags=["picture"]
ridges = (2, 3, 5, 20)
for ax, n in zip(spaces([f"{n} ridges" for n in ridges], size=3.2), ridges):
    surface(ax, on_grid(evaluate(one_layer_tower(n), 4 * grid)), -4, 4)
    ax.set_zlim(0, 1)
plt.show()

# %% [markdown]
# With more ridges the tower gets rounder, and the arms get thinner: each is 1/n high. But there are more of them.
# **Predict, then run.** With very many ridges, how high is the landscape at distance 2 from the middle, and at
# distance 10?

# %% tags=["picture"]
guess = None  # your guess: height at distance 2, at distance 10

distance = np.linspace(0, 10, 400)
(ax,) = panels(["height along a ray from the middle"], width=6)
for n, color, dash in ((3, BLUE, ":"), (20, GREEN, "--"), (400, ORANGE, "-")):
    ray = distance[:, None] * np.array([np.cos(0.3), np.sin(0.3)])
    ax.plot(distance, evaluate(one_layer_tower(n), ray), dash, color=color, label=f"{n} ridges")
limit = 2 / np.pi * np.arcsin(1 / np.maximum(distance, 1))
ax.plot(distance, limit, color=GREY, linewidth=1, label="(2/π) arcsin(1/r)")
ax.set(xlabel="distance r", ylabel="height", ylim=(0, 1.05))
ax.legend()
plt.show()
for r in (2.0, 10.0):
    height = evaluate(one_layer_tower(4000), np.array([[r, 0.1]]))[0]
    print(f"distance {r:4}: {height:.3f} with 4000 ridges, {2 / np.pi * np.arcsin(1 / r):.3f} in the limit")
print("you guessed", guess)

# %% [markdown]
# So equal ridges in one layer make a tower with skirts: at distance r a share of (2/π) arcsin(1/r) of all ridges is
# still under your feet, about 0.64/r. The skirt goes down to 0, but slowly, and it is never flat on the ground. A
# second layer cuts it off with a threshold. A single layer can only do it with ridges of *different* heights, some
# of them negative. Whether training finds such ridges is an experiment for later.

# %% [markdown] question="q7" points=12 functions="approx_by_bumps"
# ## A city of towers
#
# Now the claim that made the author doubt: any surface can be covered with towers. Cut the square [-1, 1]² into M x
# M cells, and put a tower into every cell, as high as f is in its middle. We take towers with perfectly steep
# walls, so the height at a point is that of its own cell.
#
# **A worked number.** f = x1² + 3 x2 and M = 2. The middles are (±0.5, ±0.5). For x2 > 0 the heights are 0.25 + 1.5
# = 1.75, for x2 < 0 they are 0.25 - 1.5 = -1.25. The point (0.9, 0.1) lies in the cell with the middle (0.5, 0.5),
# so f_hat is 1.75 there. A point outside the square stands on the ground: 0.
#
# Your function returns a *function*: write it with `def` inside, and return its name. Ask f for its heights once,
# for all middles, and let f_hat look them up.

# %% tags=["stub"]
def approx_by_bumps(f, M):
    """Cover the square [-1, 1]^2 with M x M towers, each as high as f is in the middle of its cell.

    Formula: cell (i, j) reaches from -1 + 2i/M to -1 + 2(i+1)/M in x1, and in the same way with j in x2. In a cell,
    f_hat is what f is at the cell's middle; outside the square it is 0. No check looks at borders of cells.

    f: a function from points (N, 2) to heights (N,). M: the number of cells on each side, 1 or more.
    Returns f_hat, a function from points (N, 2) to heights (N,).

    >>> f_hat = approx_by_bumps(bowl, 2)
    >>> f_hat(np.array([[0.9, 0.1], [0.2, 3.0]]))
    array([3.5, 0. ])
    """
    raise NotImplementedError("q7: write approx_by_bumps")

# %% tags=["picture"]
counts = (3, 6, 12, 24)
for ax, M in zip(spaces([f"{M} x {M} towers" for M in counts], size=3.2), counts):
    surface(ax, on_grid(approx_by_bumps(bowl, M)(0.999 * grid)), -1, 1)
    ax.set_zlim(3, 5)
plt.show()

# %% [markdown]
# **Predict, then run.** When M doubles, there are four times as many towers. By which factor does the error fall?
# How many towers does it take to bring the rmse down to 0.025?

# %% tags=["picture"]
guess = None  # your guess: the factor, and the number of towers

fresh = np.random.default_rng(7).uniform(-1, 1, size=(20000, 2))
print("  M   towers     rmse   0.9428 / M")
for M in (3, 6, 12, 24, 38, 48):
    print(f"{M:3}   {M * M:6}   {rmse(approx_by_bumps(bowl, M)(fresh), bowl(fresh)):.4f}   {0.9428 / M:10.4f}")
print("you guessed", guess)

# %% [markdown]
# The rule behind it: in a cell of width d the heights differ by the slope times the distance from the middle, which
# makes an rmse of d/√12 times the root mean squared slope. For the bowl that is (2/M)/√12 · √(8/3) = 0.9428/M. A
# city of 1444 towers reaches 0.025. Each tower is a neuron of its own in the second layer. Remember these numbers
# for q9.

# %% [markdown] question="q8" points=7 functions="surface_grid"
# ## A surface for the eye
#
# From here on, nets come out of training, and we want to see them. A picture needs the heights on a grid, as a
# table, and tables have a trap: which index belongs to which input? Here `values[i, j]` belongs to x1 = t_i and x2
# = t_j. If you swap them, the picture shows the mirror image of the surface. On the bowl nobody would notice.
#
# **A worked number.** A net with one ReLU neuron that looks at x1 only: W1 = (1, 0), b1 = 0, w2 = 1, b2 = 0. On the
# grid 0, 1, 2 the heights are 0, 1, 2 from row to row, and all the same within a row.

# %% tags=["stub"]
def surface_grid(net, lo, hi, G):
    """The output of a net on a grid of G x G points: what a picture of its surface is drawn from.

    Formula: values[i, j] is the output at (t_i, t_j), where t_0 = lo, ..., t_(G-1) = hi are G equally spaced numbers.
    The first index belongs to x1.

    net: a net. lo < hi: numbers. G: 2 or more. Returns an array (G, G).

    >>> net = {"W1": np.array([[1.0], [0.0]]), "b1": np.zeros(1), "w2": np.ones(1), "b2": 0.0, "act": "relu"}
    >>> surface_grid(net, 0.0, 2.0, 3)
    array([[0., 0., 0.],
           [1., 1., 1.],
           [2., 2., 2.]])
    """
    raise NotImplementedError("q8: write surface_grid")

# %% [markdown]
# A net of three ReLU neurons, made by hand: a roof with its ridge along x1 + x2 = 0, on a slope that rises with x2.
# **Predict, then run:** in which corner of the map is it highest?

# %% tags=["picture"]
guess = None  # your guess: the corner, as (x1, x2)

roof = {
    "W1": np.array([[1.0, -1.0, 0.0], [1.0, -1.0, 1.0]]),
    "b1": np.array([0.0, 0.0, 1.0]),
    "w2": np.array([-1.0, -1.0, 1.5]),
    "b2": 2.0,
    "act": "relu",
}
values = surface_grid(roof, -1, 1, 81)
figure = plt.figure(figsize=(8, 3.4))
space, flat = figure.add_subplot(1, 2, 1, projection="3d"), figure.add_subplot(1, 2, 2)
space.view_init(elev=28, azim=-55)
space.set(xlabel="x1", ylabel="x2")
space.tick_params(labelsize=8, pad=0)
surface(space, values, -1, 1)
heat(flat, values, -1, 1, label="height")
plt.show()
i, j = np.unravel_index(np.argmax(values), values.shape)
print(f"highest at x1 = {t[i]:.0f}, x2 = {t[j]:.0f}; you guessed", guess)

# %% [markdown]
# # The experiment
#
# ## First the author's own plan: on the surface, or not?
#
# The plan was to give the network points of *space*, (x1, x2, x3), and to teach it to say 1 for points on the
# surface and 0 for the others. The next cell does that: 600 points on the bowl, 300 above, 100 below, at distances
# of up to 1. The net has 3 inputs and 6 hidden tanh neurons; the loss is the cross-entropy of a3.
#
# **Predict, then run.** The point (0.3, -0.4, 3.25) is on the bowl. What does the net say 0.01 above it? And which
# share of *all* the space around the bowl, the box with x3 from 2 to 6, will it call "on the surface"?

# %% tags=["setup"]
def gradients(net, X, y):
    """The gradients of 1/(2N) sum (output - y)^2: a dict with the keys W1, b1, w2, b2. tanh and relu only."""
    Z = X @ net["W1"] + net["b1"]
    H = activate(Z, net["act"])
    d = (H @ net["w2"] + net["b2"] - y) / len(y)
    slope = 1.0 - H * H if net["act"] == "tanh" else np.where(Z > 0, 1.0, 0.0)
    dZ = d[:, None] * net["w2"] * slope
    return {"W1": X.T @ dZ, "b1": dZ.sum(axis=0), "w2": H.T @ d, "b2": d.sum()}


def adam_step(net, grads, state, lr):
    """One step of Adam: the tuple (new net, new state). Start with the state {}."""
    t = state.get("t", 0) + 1
    new, memory = dict(net), {"t": t}
    for key, g in grads.items():
        m, v = state.get(key, (0.0, 0.0))
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        new[key] = net[key] - lr * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        memory[key] = (m, v)
    return new, memory


def start_net(width, act, rng):
    """A net with random weights and biases."""
    W1, b1, w2 = rng.normal(size=(2, width)), rng.normal(size=width), rng.normal(size=width) / np.sqrt(width)
    return {"W1": W1, "b1": b1, "w2": w2, "b2": 0.0, "act": act}


def best_outer(net, X, y):
    """The same hidden layer with the w2 and b2 that are best for it: linear regression of y on its outputs."""
    H = np.column_stack([activate(X @ net["W1"] + net["b1"], net["act"]), np.ones(len(X))])
    *w2, b2 = np.linalg.lstsq(H, y, rcond=None)[0]
    return {**net, "w2": np.array(w2), "b2": float(b2)}

# %% tags=["picture"]
guess = None  # your guess: probability 0.01 above, and the share of the box


def classifier(width, rng, steps=2000):
    """Train a net on the plan's data. Returns a function from points (N, 3) to probabilities of "on the surface"."""
    P, on_surface = points_in_space(rng)
    middle = P.mean(axis=0)
    net = {**start_net(width, "tanh", rng), "W1": rng.normal(size=(3, width))}
    state = {}
    for _ in range(steps):
        score = evaluate(net, P - middle)
        pull = sigmoid(score) - on_surface  # the slope of the cross-entropy; `gradients` takes output - y
        net, state = adam_step(net, gradients(net, P - middle, score - pull), state, 0.03)
    return lambda points: sigmoid(evaluate(net, points - middle))


height = np.linspace(-1, 1, 401)
above = np.column_stack([np.full(401, 0.3), np.full(401, -0.4), 3.25 + height])
box = np.random.default_rng(1).uniform([-1, -1, 2], [1, 1, 6], size=(20000, 3))
new_points, new_labels = points_in_space(np.random.default_rng(2))
(ax,) = panels(["what the classifier says above and below (0.3, -0.4, 3.25)"], width=7)
for seed, color, dash in ((0, BLUE, "-"), (1, ORANGE, "--"), (2, GREEN, ":")):
    says = classifier(6, np.random.default_rng(seed))
    ax.plot(height, says(above), dash, color=color, label=f"start {seed}")
    right = np.mean((says(new_points) > 0.5) == new_labels)
    below, on, over = says(np.array([[0.3, -0.4, 3.24], [0.3, -0.4, 3.25], [0.3, -0.4, 3.26]]))
    print(f"start {seed}: {right:.0%} of 1000 new points right, calls {np.mean(says(box) > 0.5):.0%} of the box 'on';", end=" ")
    print(f"0.01 below {below:.3f}, on it {on:.3f}, 0.01 above {over:.3f}")
ax.axvline(0, color=GREY, linewidth=0.8)
ax.set(xlabel="distance from the surface", ylabel="probability 'on'", ylim=(0, 1))
ax.legend()
plt.show()
print("points of the box within a distance of the surface, upwards or downwards:")
for delta in (0.1, 0.01, 0.001, 0.0):
    print(f"  {delta:5}: {np.mean(np.abs(box[:, 2] - bowl(box)) <= delta):.4f}")
print("you guessed", guess)

# %% [markdown]
# Look at the last table: a surface has no volume. Of points thrown into the box *none* is on it, so whoever always
# answers "not on the surface" is right on all of them. And the output of a network is continuous: what it says on
# the surface, it must nearly say a little above. What it can learn from such labels is a thick shell, and how thick
# depends on how far away the other points happened to be. The labels do not even hold what we know: of a point that
# is 0.7 too high they say "no", and the 0.7 is thrown away.
#
# So we do what the answer in the forum says: regression. The network gets (x1, x2) and is to say the *height*.

# %% [markdown]
# ## Then regression: where to start from
#
# The cell above that begins with `def gradients` gives you four helpers, three of them from earlier assignments:
# `gradients` of half the mean squared error, `adam_step`, `start_net` with random weights, and `best_outer`. The
# last one is new: for a given hidden layer the output is a linear function of w2 and b2, so the best ones are a
# linear regression, solved by `np.linalg.lstsq`.
#
# **Predict, then run.** Six tanh neurons on the bowl, 600 steps of Adam, four random starts. In the first row the
# start is random. In the second it is the same, but the heights get mean 0 before training. In the third row w2 and
# b2 come from `best_outer` before the first step. A plane has an rmse of 0.42. What will the three rows be like?

# %% tags=["picture"]
guess = None  # your guess: a typical rmse for each row

X = np.random.default_rng(0).uniform(-1, 1, size=(1000, 2))
y = bowl(X)
for name in ("random start", "heights centred", "best_outer first"):
    errors, biases = [], []
    for seed in range(4):
        net, state = start_net(6, "tanh", np.random.default_rng(seed)), {}
        shift = y.mean() if name == "heights centred" else 0.0
        if name == "best_outer first":
            net = best_outer(net, X, y)
        for _ in range(600):
            net, state = adam_step(net, gradients(net, X, y - shift), state, 0.02)
        errors.append(rmse(evaluate(net, X) + shift, y))
        biases.append(float(net["b2"]))
    print(f"{name:>16}: rmse {np.round(errors, 3)}, outer bias {np.round(biases, 1)}")
print("you guessed", guess)

# %% [markdown]
# Why is the first row so bad? All heights are around 3.7, but look at the outer bias: after 600 steps it has come
# to 0.7 or 0.8 only. The missing 3 is carried by the hidden neurons, and what they carry with they cannot bend
# with. The lesson is older than neural networks: take off what you know (the mean, or everything that regression
# can do) before you look for the rest.

# %% [markdown] question="q9" points=18 functions="fit_surface" builds_on="rmse"
# ## Fit a surface
#
# Write the whole experiment as one function: 1000 random points, training, and an honest error on points that were
# not used. You are free in how you train: Adam, gradient descent, as many starts as you like, regression for the
# outer weights.
#
# **The goal.** Let E be the rmse of the best plane. With 6 hidden neurons or more, your net's rmse has to be at
# most E/3 for tanh and at most 0.4 E for ReLU. Checks use the bowl, x1² - x2², x1² + 3 x2 and surfaces you have not
# seen; none is wilder than these, but some are steeper, or lie far from 0.
#
# | surface | E | with tanh at most | with ReLU at most |
# |---|---|---|---|
# | bowl, x1² + x2² + 3 | 0.4216 | 0.140 | 0.168 |
# | saddle, x1² - x2² | 0.4216 | 0.140 | 0.168 |
# | x1² + 3 x2 | 0.2981 | 0.099 | 0.119 |
#
# **How many starts?** Some starts get stuck. If a single one misses the goal with probability p, then the best of k
# misses it with probability p to the power of k. Measure p with your own code, over 30 seeds say, and choose k so
# that you miss less than once in 10,000. (Best on which points? On those you train on, or on a third set; the last
# 1000 points are for the final error only.)
#
# **Time.** A call should take about a tenth of a second, and is stopped after ten seconds.
#
# **A worked number.** For p = 0.1, how many starts are needed? 0.1 to the power of 4 is 1 in 10,000.

# %%
# Your measurements.

# %% tags=["stub"]
def fit_surface(f, width, act, rng):
    """Train a net with one hidden layer so that its output is the surface f over the square [-1, 1]^2.

    Draw 1000 points uniformly in the square, train on them and their heights, and measure the error on 1000 other
    points. How you train is up to you; the goal is in the text above. f may be steep, and far above or below 0.

    f: a function from points (N, 2) to heights (N,). width: the number of hidden neurons. act: "tanh" or "relu".
    rng: all chance comes from it. Returns the tuple (net, error): the net is a dict with W1 (2, width), b1 (width,),
    w2 (width,), b2 (a number) and act; error is the rmse between net and f on the points not used for training.

    >>> net, error = fit_surface(bowl, 6, "tanh", np.random.default_rng(0))
    >>> net["W1"].shape, error < 0.14
    ((2, 6), True)
    """
    raise NotImplementedError("q9: write fit_surface")

# %% [markdown]
# Here it is, the experiment of the question: one hidden layer of 2, 3, 4 and 6 neurons. Above the surfaces of tanh,
# below those of ReLU. With two neurons look at the number: 0.2981 = √(4/45) is what is left of the bowl when one of
# its two squares is fitted and the other is not.

# %% tags=["picture"]
few = (2, 3, 4, 6)
trained = {(act, M): fit_surface(bowl, M, act, np.random.default_rng([2, M])) for act in ("tanh", "relu") for M in few}
for act in ("tanh", "relu"):
    axes = spaces([f"{M} {act}: rmse {trained[act, M][1]:.3f}" for M in few], size=3.2)
    for ax, M in zip(axes, few):
        surface(ax, surface_grid(trained[act, M][0], -1, 1, 81), -1, 1)
        ax.set_zlim(2.8, 5)
    plt.show()

# %% [markdown]
# **Predict, then run.** Residual maps show the net minus the bowl: orange where it is too high, blue where it is
# too low. How many flat pieces do you expect with 3 ReLU neurons, and where is each kind of net worst?

# %% tags=["picture"]
guess = None  # your guess: the number of pieces, and the places

axes = panels([f"{M} {act}: residual" for act, M in trained], width=3.1, height=2.7, columns=4)
for ax, (net, _) in zip(axes, trained.values()):
    values = surface_grid(net, -1, 1, 81)
    heat(ax, values - on_grid(bowl(grid)), -1, 1, symmetric=True)
plt.show()
print("you guessed", guess)

# %% [markdown]
# **Do trained networks build towers?** Here is a net with 6 tanh neurons taken apart: each map shows what one
# hidden neuron adds to the output, its mean taken off. Below them stand its weights. **Predict, then run:** how many of
# the 12 weights in W1 are zero, as they are in a tower?

# %% tags=["picture"]
guess = None  # your guess: how many zeros

net, error = trained["tanh", 6]
axes = panels([f"neuron {k}" for k in range(6)], width=2.9, height=2.5, columns=3)
for k, ax in enumerate(axes):
    alone = {**net, "W1": net["W1"][:, k : k + 1], "b1": net["b1"][k : k + 1], "w2": net["w2"][k : k + 1], "b2": 0.0}
    added = surface_grid(alone, -1, 1, 81)
    heat(ax, added - added.mean(), -1, 1, symmetric=True)
plt.show()
print("W1 =", net["W1"].round(2), sep="\n")
print("w2 =", net["w2"].round(2), "  b2 =", round(float(net["b2"]), 2))
print("smallest entry of W1, without its sign:", np.abs(net["W1"]).min().round(3), "- you guessed", guess)

# %% [markdown]
# No towers. In a tower every neuron of the first layer is blind for one input; here hardly any weight is near 0. Each
# neuron is one soft edge across the whole plane, in a direction of its own, and its heights can be larger than those of
# the whole bowl: the edges cancel each other except for what is wanted. A city of more than a thousand towers and a
# handful of edges can have the same error.
#
# **A film: neurons are added.** Each frame is a net of its own, trained from the start.

# %% tags=["picture"]
def draw_net(ax, net):
    """The surface of a net over the bowl's square."""
    surface(ax, surface_grid(net, -1, 1, 41), -1, 1)
    ax.set_zlim(2.8, 5)


widths = (1, 2, 3, 4, 5, 6, 9, 12)
grown = [fit_surface(bowl, M, "relu", np.random.default_rng(M)) for M in widths]
titles = [f"{M} ReLU: {error:.3f}" for M, (_, error) in zip(widths, grown)]
told = "A bent sheet with more and more facets turns into the bowl."
film(draw_net, [net for net, _ in grown], titles, projection="3d", seconds=0.8, describe=told)

# %% [markdown]
# **A film: training.** Six tanh neurons from a random start, centred heights, one frame after each of these numbers
# of steps. When does it look like a bowl?

# %% tags=["picture"]
stops = (0, 5, 20, 50, 100, 150, 200, 300, 500, 1000)
net, state, frames, done = start_net(6, "tanh", np.random.default_rng(1)), {}, [], 0
for stop in stops:
    for _ in range(stop - done):
        net, state = adam_step(net, gradients(net, X, y - y.mean()), state, 0.02)
    done = stop
    frames.append({**net, "b2": net["b2"] + y.mean()})
titles = [f"step {stop}: {rmse(evaluate(frame, X), y):.3f}" for stop, frame in zip(stops, frames)]
told = "A tilted sheet flattens, then bends up at its corners into a bowl."
film(draw_net, frames, titles, projection="3d", seconds=0.7, describe=told)

# %% [markdown]
# **Surfaces of other shapes.** A saddle, a slope, and a round tower: can a single hidden layer learn what no sum of
# equal ridges could do? Above the fits with 6, 6 and 24 tanh neurons, below what is wanted.

# %% tags=["picture"]
def saddle(X):
    """x1^2 - x2^2."""
    return X[:, 0] ** 2 - X[:, 1] ** 2


def slope(X):
    """x1^2 + 3 x2."""
    return X[:, 0] ** 2 + 3 * X[:, 1]


def round_tower(X):
    """1 within distance 0.6 of the origin, 0 further out, with walls of steepness 15."""
    return sigmoid(15 * (0.6 - np.hypot(X[:, 0], X[:, 1])))


wanted = (("saddle", saddle, 6), ("slope", slope, 6), ("round tower", round_tower, 24))
fits = [fit_surface(f, M, "tanh", np.random.default_rng(3)) for _, f, M in wanted]
titles = [f"{name}, {M} tanh: {error:.3f}" for (name, _, M), (_, error) in zip(wanted, fits)]
for ax, (net, _) in zip(spaces(titles, size=3.3), fits):
    surface(ax, surface_grid(net, -1, 1, 81), -1, 1)
plt.show()
for ax, (_, f, _) in zip(spaces([f"{name}, wanted" for name, _, _ in wanted], size=3.3), wanted):
    surface(ax, on_grid(f(grid)), -1, 1)
plt.show()
A = np.column_stack([X, np.ones(len(X))])
plane = A @ np.linalg.lstsq(A, round_tower(X), rcond=None)[0]
print(f"round tower: best plane {rmse(plane, round_tower(X)):.3f}, one hidden layer of 24 neurons {fits[2][1]:.3f}")

# %% [markdown] question="q10" points=10 functions="error_curve"
# ## Error against width
#
# One training run says little; the next one ends elsewhere. So we train several times for every width and report
# the best, the usual (median) and the worst error. If the error falls like a power of the width, error = c ·
# width^s, then log error is a straight line over log width, and its slope is s.
#
# **A worked number.** Medians 2 at width 1 and 0.02 at width 10: the slope is (log 0.02 - log 2) / (log 10 - log 1)
# = -2.
#
# Your function gets `fit` from outside, so it can be checked without training anything.

# %% tags=["stub"]
def error_curve(fit, widths, seeds):
    """Error against width: what is best, usual and worst among several runs, and how fast the error falls.

    Formula: for every width, the smallest, the median and the largest of fit(width, seed) over all seeds. The slope
    is that of the straight line through the points (log width, log median) that is best in least squares.

    fit: a function; fit(width, seed) trains one net and returns its error, a number above 0. widths: a list of two or
    more different integers. seeds: a list of one or more integers. Returns a dict with the keys widths, best, median
    and worst, arrays (K,) in the order of widths, and slope, a number.

    >>> curve = error_curve(lambda width, seed: (1 + seed) / width**2, [1, 10], [0, 1, 5])
    >>> curve["median"].round(6), curve["worst"].round(6), round(curve["slope"], 6)
    (array([2.  , 0.02]), array([6.  , 0.06]), -2.0)
    """
    raise NotImplementedError("q10: write error_curve")

# %% [markdown]
# Dots are medians of six runs, whiskers reach from the best to the worst. The grey line is the city of towers of
# q7; its width is the number of towers, which is the number of neurons in the second layer alone. **Predict, then
# run:** which slope will each of the three have?

# %% tags=["picture"]
guess = None  # your guess: tanh, ReLU, towers

widths, seeds = [2, 3, 4, 6, 9, 12], range(6)
(ax,) = panels(["the bowl: error against width"], width=6.5, height=4.2)
for act, color in (("tanh", BLUE), ("relu", ORANGE)):
    curve = error_curve(lambda M, seed: fit_surface(bowl, M, act, np.random.default_rng([seed, M]))[1], widths, seeds)
    label = f"{act}, slope {curve['slope']:.2f}"
    intervals(ax, curve["widths"], curve["best"], curve["median"], curve["worst"], label=label, color=color)
    print(f"{act}: medians", ", ".join(f"{M}: {error:.4f}" for M, error in zip(widths, curve["median"])))
cells = np.arange(1, 13)
city = [rmse(approx_by_bumps(bowl, M)(fresh), bowl(fresh)) for M in cells]
slope_of_city = np.polyfit(np.log(cells[2:] ** 2), np.log(city[2:]), 1)[0]
ax.plot(cells**2, city, "s-", color=GREY, markersize=4, label=f"towers, slope {slope_of_city:.2f}")
ax.axhline(0.4216, color=GREY, linewidth=0.8, linestyle=":", label="best plane")
ax.set(xscale="log", yscale="log", xlabel="neurons, or towers", ylabel="rmse")
ax.legend(loc="lower right")
plt.show()
print("you guessed", guess)

# %% [markdown]
# **Smooth or discrete, measured.** Three surfaces of yours: a city of 12 x 12 towers, a net of ReLU and a net of
# tanh. At 10,000 random points we take the slope in both directions, to three digits, and count how many different
# ones there are. **Predict, then run:** order the three by this number.

# %% tags=["picture"]
guess = None  # your guess: the order

some = np.random.default_rng(8).uniform(-0.999, 0.999, size=(10000, 2))
surfaces = {
    "12 x 12 towers": approx_by_bumps(bowl, 12),
    "6 ReLU": lambda X: evaluate(trained["relu", 6][0], X),
    "6 tanh": lambda X: evaluate(trained["tanh", 6][0], X),
}
for ax, (name, f) in zip(spaces(list(surfaces), size=3.3), surfaces.items()):
    slopes = np.stack([(f(some + step) - f(some - step)) / 2e-7 for step in 1e-7 * np.eye(2)], axis=1)
    different = len({tuple(row) for row in slopes.round(3) + 0.0})
    surface(ax, on_grid(f(0.999 * grid)), -1, 1)
    ax.set_zlim(2.8, 5)
    print(f"{name:>15}: rmse {rmse(f(some), bowl(some)):.3f}, different slopes: {different}")
plt.show()
print("you guessed", guess)

# %% [markdown] question="q11" points=10 manual=true
# ## Smooth or discrete, towers or not?
#
# The author asked: "The approximation is smooth, as far as I know, but this intuition seems to give a discrete one.
# Is that right?" and "The towers are made with some weights forced to zero. I have not seen this in the networks I
# have played with. Will it be a tower?"
#
# Answer in 150 to 300 words. Say what is smooth and what is discrete among towers with steep walls, ReLU nets and
# tanh nets (4 points); whether a single hidden layer makes towers, by hand and by training (3 points); and what the
# comparison of 6 neurons with a city of towers tells about the tower picture as an explanation (3 points). For
# every claim quote a number that a cell of this notebook prints, or one of your own with the code that gives it.

# %% [markdown] tags=["answer"]
# *Write your answer here, in place of this line.*

# %% [markdown] question="q12" points=10 manual=true
# ## What is wrong with "on the surface = 1"?
#
# Write to the author of the question, in 150 to 300 words. Their plan was to label points on the surface with 1,
# all others with 0, and to train a classifier. Explain why it fails, with three different arguments of your own
# choice, each with a number (6 points). Then say what to do instead and what came out of it, again with numbers: at
# least two widths and one residual map described in words (4 points).
#
# Use the next cell for your computations.

# %%
# Your computations.

# %% [markdown] tags=["answer"]
# *Write your letter here, in place of this line.*
