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
# # Bonus Test the tests
#
# In a3 and a4 your functions were tested, by a checker written by somebody else. Now you write the checker. The candidates
# are many versions of `affine_backward` and `cross_entropy`: some right, in different styles, most of them wrong in ways
# that people are wrong. Your tests are graded by what they say: wrong code that you accept costs points, and so does
# right code that you reject.
#
# You need a3 and a4. Expect 3 to 5 hours.

# %% tags=["setup"]
from itertools import combinations

import matplotlib.pyplot as plt
import numpy as np
from autograder.pictures import BLUE, GREY, ORANGE, panels, use_style

use_style()


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


def affine_forward(X, W, b):
    """The layer: X W + b."""
    return X @ W + b


def verdict_map(ax, table, tests, candidates, right):
    """A table of verdicts, yes for accepted and no for rejected; orange where a test is mistaken.

    The first `right` columns are right code, the others are wrong.
    """
    mistaken = np.column_stack([~table[:, :right], table[:, right:]])
    for (t, k), accepted in np.ndenumerate(table):
        color, ink = (ORANGE, "white") if mistaken[t, k] else ("#eeeeee", "black")
        ax.add_patch(plt.Rectangle((k - 0.47, t - 0.45), 0.94, 0.9, color=color))
        ax.text(k, t, "yes" if accepted else "no", ha="center", va="center", color=ink, fontsize=9)
    ax.axvline(right - 0.5, color="black", linewidth=1.5)
    ax.set(xlim=(-0.5, table.shape[1] - 0.5), ylim=(table.shape[0] - 0.5, -0.5))
    ax.set_xticks(range(table.shape[1]), [name.replace("_", "\n") for name in candidates], fontsize=9)
    ax.set_yticks(range(table.shape[0]), tests)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)

# %% [markdown]
# ## Six tests that look reasonable
#
# Each row is a test, each column a version of `affine_backward`. Left of the line stands right code, on the other side wrong
# code. "yes" means that the test accepts. Orange marks a mistaken verdict: a yes to wrong code, or a no to right code. None
# of the six tests is free of orange. Every one of them has been written, many times, by people who wanted to be careful.

# %% tags=["picture"]
TABLE = """
y y y y n y y y
y y n y y y n n
y y y n y n n n
y y n y y n n n
y y n y n y n n
n n n y y n n n
"""
opening = np.array([[letter == "y" for letter in line.split()] for line in TABLE.split("\n")[1:-1]])
rows = ["shapes_only", "one_example", "one_row", "squares", "all_ones", "equal_bits"]
columns = ["one_by_one", "by_broadcasting", "averages_db", "forgets_to_transpose"]
columns += ["keeps_an_axis", "ignores_signs", "slightly_long", "only_zeros"]
(ax,) = panels(["what six tests say of eight layers"], width=9.5, height=3.6)
verdict_map(ax, opening, rows, columns, right=2)

# %% [markdown]
# ## Conventions
#
# Rows are samples, as always. A *candidate* is a function that claims to be `affine_backward` or `cross_entropy`. A *test*
# is a function of one argument, the candidate. It calls the candidate, looks at what comes back, and gives a verdict:
#
# - It **accepts** by coming to its end. What it returns does not count.
# - It **rejects** by raising an exception: a failed `assert`, or any other. If the candidate itself raises an error and
#   the test does not catch it, that is a rejection too.
#
# This is how tests work in Python everywhere. A candidate never changes the arrays it is given.
#
# | code | mathematics | shape | meaning |
# |---|---|---|---|
# | `T`, `K` | T, K | integers | number of tests, of candidates |
# | `table` | | (T, K) bool | verdicts: `table[t, k]` is True where test t accepts candidate k |
# | `caught` | | (T, K) bool | True where test t rejects the wrong candidate k |
# | `rtol` | | number | tolerance, relative to the largest entry or 1 |
# | `N`, `D`, `M`, `C` | N, D, M, C | integers | samples, inputs, neurons, classes |
# | `X`, `W`, `b` | x, W, b | (N, D), (D, M), (M,) | what goes into a layer |
# | `dZ` of a layer | ∂L/∂Z | (N, M) | the upstream gradient |
# | `dX`, `dW`, `db` | ∂L/∂X, ∂L/∂W, ∂L/∂b | as X, W, b | what a layer makes of it |
# | `Z`, `y` | z, y | (N, C), (N,) | logits, labels 0 to C-1 |
# | `loss`, `dZ` of a loss | L, ∂L/∂Z | number, (N, C) | what `cross_entropy` returns |
#
# Each question has a cell to fill in and below it a cell that checks it. In q4 and q5 the public checks use the candidates
# that you see in this notebook. The hidden ones use others, in *families*: averages, axes, corners, values, digits, slopes,
# labels, large logits. A family gives points if your test rejects all of its wrong code **and** accepts all right code. So a
# test that always says yes earns nothing, and one that always says no earns nothing.

# %% tags=["setup"]
# Right layers, in two styles.


def one_by_one(dZ, X, W):
    """Entry by entry, in loops; a list instead of a tuple."""
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(W.shape[1])
    for n, d, m in np.ndindex(*X.shape, W.shape[1]):
        dX[n, d] += dZ[n, m] * W[d, m]
        dW[d, m] += dZ[n, m] * X[n, d]
    for row in dZ:
        db += row
    return [dX, dW, db]


def by_broadcasting(dZ, X, W):
    """Products with three axes, summed over one."""
    return (dZ[:, None, :] * W).sum(axis=2), (X[:, :, None] * dZ[:, None, :]).sum(axis=0), np.ones(len(dZ)) @ dZ


# Wrong layers.


def averages_db(dZ, X, W):
    """db is the mean of the rows of dZ instead of their sum."""
    return dZ @ W.T, X.T @ dZ, dZ.mean(axis=0)


def forgets_to_transpose(dZ, X, W):
    """W is not transposed where it is square."""
    return dZ @ (W if len(W) == W.shape[1] else W.T), X.T @ dZ, dZ.sum(axis=0)


def keeps_an_axis(dZ, X, W):
    """db has the shape (1, M) instead of (M,)."""
    return dZ @ W.T, X.T @ dZ, dZ.sum(axis=0, keepdims=True)


def ignores_signs(dZ, X, W):
    """dX is made with the sizes of the weights, without their signs."""
    return dZ @ np.abs(W).T, X.T @ dZ, dZ.sum(axis=0)


def slightly_long(dZ, X, W):
    """dW is one part in a thousand too large."""
    return dZ @ W.T, 1.001 * (X.T @ dZ), dZ.sum(axis=0)


def only_zeros(dZ, X, W):
    """Zeros of the right shapes."""
    return 0 * X, 0 * W, 0 * W[0]


LAYERS = [one_by_one, by_broadcasting]
LAYERS += [averages_db, forgets_to_transpose, keeps_an_axis, ignores_signs, slightly_long, only_zeros]

# %% tags=["setup"]
def shapes_only(candidate):
    """The shapes of the three results, for two sizes."""
    for N, D, M in ((4, 3, 2), (2, 2, 5)):
        dX, dW, db = candidate(np.ones((N, M)), np.ones((N, D)), np.ones((D, M)))
        assert dX.shape == (N, D) and dW.shape == (D, M) and db.shape == (M,)


def one_example(candidate):
    """The worked number of a4."""
    dX, dW, db = candidate(np.array([[1.0, 0, -1], [2, 1, 0]]), np.array([[3.0, 1], [0, 2]]), np.array([[1.0, 2, 3], [4, 5, 6]]))
    assert np.allclose(dX, [[-2, -2], [4, 13]]) and np.allclose(dW, [[3, 0, -3], [5, 2, -1]]) and np.allclose(db, [3, 1, -1])


def one_row(candidate):
    """A single sample, where all sums are easy."""
    dZ, X, W = np.array([[2.0, -1.0]]), np.array([[3.0, -4.0]]), np.array([[1.0, -2.0], [-3.0, 5.0]])
    dX, dW, db = candidate(dZ, X, W)
    assert np.allclose(dX, [[4.0, -11.0]]) and np.allclose(dW, [[6.0, -3.0], [-8.0, 4.0]]) and np.allclose(db, [2.0, -1.0])


def squares(candidate):
    """Symmetric square matrices, because they are easy to type."""
    S, R = np.array([[2.0, -1.0], [-1.0, 3.0]]), np.array([[1.0, 4.0], [4.0, -2.0]])
    dX, dW, db = candidate(S, R, R)
    assert np.allclose(dX, S @ R) and np.allclose(dW, R @ S) and np.allclose(db, [1.0, 2.0])


def all_ones(candidate):
    """Ones everywhere: the results are numbers of rows and of columns."""
    dX, dW, db = candidate(np.ones((4, 2)), np.ones((4, 3)), np.ones((3, 2)))
    assert np.array_equal(dX, np.full((4, 3), 2.0)) and np.array_equal(dW, np.full((3, 2), 4.0)) and np.array_equal(db, [4.0, 4.0])


def equal_bits(candidate):
    """Random numbers, and the formula once more."""
    draw = np.random.default_rng(0)
    dZ, X, W = draw.normal(size=(5, 4)), draw.normal(size=(5, 6)), draw.normal(size=(6, 4))
    dX, dW, db = candidate(dZ, X, W)
    assert (dX == dZ @ W.T).all() and (dW == X.T @ dZ).all() and (db == dZ.sum(axis=0)).all()


WEAK = [shapes_only, one_example, one_row, squares, all_ones, equal_bits]

# %% [markdown] question="q1" points=0 functions="same"
# ## The same, up to rounding
#
# This question is for practice and gives no points. A test compares what came back with what should have. Two things go
# wrong there more often than anywhere else: floats are compared with ==, and shapes are not compared at all.
#
# **A worked number.** [1, 2] and [1, 2 + 1e-9] are the same up to rounding: with rtol = 1e-6 and a largest entry of 2, the
# entries may differ by 1e-6 · (1 + 2) = 3e-6. But [1, 2] and [[1, 2]] are not the same: the shapes are (2,) and (1, 2), and
# the next layer would do other things with the second. numpy stretches one of them to the shape of the other before it
# compares.
#
# The function in the next cell is wrong on purpose. Run it, run its check, read the message, correct it, and run both again.

# %% tags=["stub"]
def same(one, other, rtol):
    """Whether an array is the expected one, up to rounding.

    Formula: same shape, and every |one - other| is at most rtol * (1 + the largest |entry| of other).
    Nothing is broadcast: shapes (3,) and (1, 3) are different. NaN is not the same as anything.

    one, other: arrays or numbers. rtol: a small positive number. Returns True or False.

    >>> same(np.array([1.0, 2.0]), np.array([1.0, 2.0 + 1e-9]), 1e-6)
    True
    >>> same(np.array([1.0, 2.0]), np.array([[1.0, 2.0]]), 1e-6)
    False
    """
    return bool(np.allclose(one, other, rtol=rtol, atol=rtol))

# %% [markdown]
# **Predict, then run.** Three pairs of arrays. Which pairs does `np.allclose` call close, and which are the same for your
# function?

# %% tags=["picture"]
guess = None  # your guess: for each pair, what np.allclose says, and what yours says

row, column = np.array([[2.0, 2.0]]), np.array([[2.0], [2.0]])
for name, one, other in (("(1, 2) and (2, 1)", row, column), ("(1, 2) and a number", row, 2.0), ("0.1 + 0.2 and 0.3", 0.1 + 0.2, 0.3)):
    print(f"{name:20} allclose {bool(np.allclose(one, other))!s:6} same {same(one, other, 1e-12)!s:6} == {bool(np.all(one == other))}")
print("you guessed", guess)

# %% [markdown] question="q2" points=10 functions="verdict_table"
# ## A table of verdicts
#
# To test tests you need a machine that runs every test on every candidate and notes who accepts whom.
#
# **A worked number.** Two tests of a function that should square: A asserts `candidate(1) == 1`, B asserts
# `candidate(2) == 4`. Two candidates: x·x, and x+x. A accepts the first and rejects the second, since 1+1 is not 1. B
# accepts both: 2+2 is 4. The table is [[True, False], [True, True]], and B has been unlucky with its number.
#
# A verdict is about what is *raised*, and about nothing else. A test that ends with `return False` has accepted. A candidate
# that divides by zero while it is tested has been rejected, if the test lets the error pass.

# %% tags=["stub"]
def verdict_table(tests, candidates):
    """Run every test on every candidate.

    A test is a function of one argument, the candidate. It accepts by returning, whatever it returns; it rejects by
    raising an exception, whichever it is.

    tests: list of T functions. candidates: list of K functions.
    Returns a table (T, K) of bool: True where test t accepts candidate k.

    >>> def positive(candidate):
    ...     assert candidate(1) > 0
    >>> verdict_table([positive], [abs, float, lambda x: -x])
    array([[ True,  True, False]])
    """
    raise NotImplementedError("q2: write verdict_table")

# %% [markdown]
# Here is the opening picture again, from your own machine. Compare.
#
# **Predict, then run.** One of the six wrong layers is caught by a single test. Which layer, and by which test? And which test
# is wrong about right code?

# %% tags=["picture"]
guess = None  # your guess: a layer and two tests

table = verdict_table(WEAK, LAYERS)
(ax,) = panels(["six tests, eight layers"], width=9.5, height=3.6)
verdict_map(ax, table, [test.__name__ for test in WEAK], [layer.__name__ for layer in LAYERS], right=2)
for k, layer in enumerate(LAYERS[2:], 2):
    print(f"{layer.__name__:22} caught by", ", ".join(test.__name__ for t, test in enumerate(WEAK) if not table[t, k]))
print("you guessed", guess)

# %% [markdown]
# `forgets_to_transpose` is caught by `one_row` alone, the only test with a square W that is not symmetric.
# `one_example` has unequal lengths, and `squares` has symmetric matrices. `equal_bits` is wrong about right code: both
# right layers add in another order than `@` does, and differ in the last digit.

# %% [markdown] question="q3" points=12 functions="mutants"
# ## Mutants by hand
#
# Where do wrong candidates come from? You can collect slips of people, as above. Or you can make them: take code that is
# right, change one thing at one place, and ask your test about the result. Such a text is called a *mutant*. A test that
# accepts a mutant is either too weak, or the change makes no difference.
#
# **A worked number.** The source `a + b + c` with the pair ("+", "-") has two places, and gives two mutants: `a - b + c` and
# `a + b - c`. With the pair ("b", "") the only place gives `a +  + c`. That looks broken, but it is valid Python, as + can
# also be a sign. With the pair ("c", "") it would be `a + b + `, which is not, and is left out.
#
# One change per mutant: with two at once, each might hide the other. Python tells you whether a text is valid:
# `compile(text, "a mutant", "exec")` raises SyntaxError if it is not.

# %% tags=["stub"]
def mutants(source, swaps):
    """Every text that differs from `source` by one swap at one place.

    For each pair (old, new) of `swaps`, in order, and each place where `old` stands in `source`, from left to right
    (places do not overlap): the source with `new` at that place and nothing else changed. Left out are texts that are
    not valid Python, texts equal to `source`, and texts that came before.

    source: the text of a function. swaps: list of pairs of texts, none of them empty on the left.
    Returns the list of texts.

    >>> mutants("a + b + c", [("+", "-"), ("b", ""), ("a", "c")])
    ['a - b + c', 'a + b - c', 'a +  + c', 'c + b + c']
    """
    raise NotImplementedError("q3: write mutants")

# %% tags=["setup"]
LAYER = """
def layer(dZ, X, W):
    N, D, M = len(X), W.shape[0], W.shape[1]
    dX, dW, db = np.zeros((N, D)), np.zeros((D, M)), np.zeros(M)
    for n in range(N):
        for m in range(M):
            db[m] += dZ[n, m]
            for d in range(D):
                dX[n, d] += dZ[n, m] * W[d, m]
                dW[d, m] += dZ[n, m] * X[n, d]
    return dX, dW, db
"""
SWAPS = [("+=", "="), ("+=", "-="), (" * ", " + "), ("dZ[n, m]", "abs(dZ[n, m])"), ("dZ[n, m]", "dZ[n, m] / N")]
SWAPS += [("dZ[n, m]", "1.01 * dZ[n, m]"), ("range(N)", "range(1, N)"), ("range(N)", "range(min(N, 4))")]
SWAPS += [("range(M)", "range(min(M, 2))"), ("range(D)", "range(max(D - 1, 1))"), ("range(D)", "reversed(range(D))")]
SWAPS += [("W[d, m]", "W[d - 1, m]"), ("W[d, m]", "abs(W[d, m])"), ("W[d, m]", "(W.T if D == M else W)[d, m]")]
SWAPS += [("X[n, d]", "X[0, d]"), ("X[n, d]", "abs(X[n, d])"), ("np.zeros((N, D))", "np.ones((N, D))")]
SWAPS += [("np.zeros(M)", "np.zeros((1, M))[0]"), ("db[m]", "db[0]"), ("dW, db\n", "dW, db[None]\n")]
SWAPS += [("return dX, dW", "return dX, dW.T"), ("return dX, dW", "return dW, dX")]


def functions(texts, name):
    """The function called `name` in each of the texts."""
    made = []
    for text in texts:
        names = {"np": np}
        exec(text, names)
        made.append(names[name])
    return made

# %% [markdown]
# The cell above holds a right layer as a text, and pairs to change it with. The picture shows how many of its mutants each of
# the six tests catches.
#
# **Predict, then run.** Which of the six catches most? What share of the mutants does `shapes_only` catch?

# %% tags=["picture"]
guess = None  # your guess: a test, and a share

texts = mutants(LAYER, SWAPS)
LAYER_MUTANTS = functions(texts, "layer")
scores = (~verdict_table(WEAK, LAYER_MUTANTS)).mean(axis=1)
(ax,) = panels([f"share of {len(texts)} mutants caught"], width=6.5, height=2.8)
ax.barh([test.__name__ for test in WEAK], scores, color=BLUE)
for t, score in enumerate(scores):
    ax.text(score + 0.01, t, f"{score:.2f}", va="center")
ax.invert_yaxis()
ax.set(xlim=(0, 1.1), xlabel="mutation score")
print(f"{len(texts)} mutants; shapes_only catches {scores[0]:.2f} of them; you guessed {guess}")

# %% [markdown]
# `equal_bits` catches every mutant. That sounds perfect, but it would catch right layers as well: a score says nothing
# without a look at right code. `shapes_only` catches one mutant in nine, and `squares` with its symmetric matrices five
# in six. Keep the numbers in mind for q6.

# %% [markdown] question="q4" points=25 functions="test_affine_backward" builds_on="same"
# ## Test a layer
#
# Now your own test. It may do anything: compare with numbers worked by hand, with slopes measured by `numerical_gradient`,
# with a formula of your own, or look for laws that must hold. It gets no reference.
#
# What a verdict has to rest on:
#
# - Numbers, and all of them: every entry of dX, of dW and of db. A sum over entries forgets which is which.
# - Shapes, apart from numbers: see q1.
# - Exceptions: what your test returns is not looked at.
# - What is promised, and nothing more: a list is as good as a tuple.
#
# Inputs decide what can be seen at all:
#
# | input | cannot see |
# |---|---|
# | one row | any division by N, anything that happens between rows |
# | many rows only | an axis that is lost when N is 1 |
# | all lengths equal | shapes that are mixed up, or axes that are lost |
# | all lengths different | code that goes another way for square matrices |
# | symmetric matrices | a missing transpose |
# | ones, or positive numbers | a lost sign, entries in the wrong place |
#
# **Tolerance.** Right code adds in its own order, so its last digits differ: by some 1e-15 of the largest entry. Slopes
# measured by central differences are right to about ten digits here. Wrong code is off by 1e-4 and more. Between the two
# there is plenty of room.
#
# **A worked number.** One row, one input, two neurons: dZ = [2 3], X = [5], W = [7 11]. Then dX = [2·7 + 3·11] = [47],
# dW = [10 15], db = [2 3]. What would each of the six wrong layers above return? Three of them are right here.

# %% tags=["stub"]
def test_affine_backward(candidate):
    """Test an implementation of affine_backward: return if it is right, raise an exception if it is wrong.

    What is right: candidate(dZ, X, W), with float64 arrays dZ (N, M), X (N, D), W (D, M) and any N, D, M from 1 on,
    returns a tuple or list of three float64 arrays, (dX, dW, db), with the shapes of X, of W, and (M,). They are the
    gradients of the sum of dZ * Z with respect to X, W and b, for Z = X W + b. Nothing is averaged.
    Right code differs from exact results by rounding only, some 1e-15 of the largest entry. Wrong code differs by
    1e-4 of it and more.

    candidate: called at most 1000 times, with arrays of 1 to 1000 entries each.
    Returns None; what a test returns does not count. Raises AssertionError, or any other exception, to reject.

    >>> verdict_table([test_affine_backward], [lambda dZ, X, W: (0 * X, 0 * W, 0 * W[0])])
    array([[False]])
    """
    raise NotImplementedError("q4: write test_affine_backward")

# %% [markdown]
# Your test below the six others, and its share of mutants.
#
# **Predict, then run.** Two mutants are accepted by your test, if it is good. Look at SWAPS: which changes make no
# difference?

# %% tags=["picture"]
guess = None  # your guess: two of the changes

table = verdict_table([*WEAK, test_affine_backward], LAYERS)
(ax,) = panels(["six tests and yours"], width=9.5, height=4.0)
verdict_map(ax, table, [*(test.__name__ for test in WEAK), "yours"], [layer.__name__ for layer in LAYERS], right=2)
accepted = verdict_table([test_affine_backward], LAYER_MUTANTS)[0]
print(f"your test catches {np.sum(~accepted)} of {len(texts)} mutants; it accepts:")
for text in [text for text, yes in zip(texts, accepted) if yes]:
    print("   ", *[new.strip() for old, new in zip(LAYER.split("\n"), text.split("\n")) if old != new])
print("you guessed", guess)

# %% [markdown]
# `np.zeros((1, M))[0]` is `np.zeros(M)` written in another way, and the order in which d runs does not matter. Such
# mutants are called *equivalent*: no test can catch them, and a test that does is mistaken. Whether a mutant that
# survives is equivalent or shows a hole in the test has to be thought about, one by one; no program can decide it for
# all programs.
#
# **How wide is the window?** Here are two kinds of tests with a tolerance that you can turn: one compares with a formula, one
# with measured slopes. Right code is tried in both styles. Wrong code is off by a factor
# 1 + δ, with δ from 1e-2 down to 1e-9.
#
# **Predict, then run.** At which tolerance does each of the two kinds begin to reject right code? Write two powers of ten.

# %% tags=["picture"]
guess = None  # your guess: for the formula, for measured slopes


def formula_test(rtol):
    def test(candidate):
        draw = np.random.default_rng(5)
        dZ, X, W = draw.normal(size=(6, 5)), draw.normal(size=(6, 4)), draw.normal(size=(4, 5))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, rtol) and same(dW, X.T @ dZ, rtol) and same(db, dZ.sum(axis=0), rtol)

    return test


def slope_test(rtol):
    def test(candidate):
        draw = np.random.default_rng(5)
        dZ, X, W = draw.normal(size=(6, 5)), draw.normal(size=(6, 4)), draw.normal(size=(4, 5))
        slope = numerical_gradient(lambda A: np.sum(dZ * (A @ W)), X)
        assert same(candidate(dZ, X, W)[0], slope, rtol)

    return test


def off_by(delta):
    return lambda dZ, X, W: tuple((1 + delta) * part for part in by_broadcasting(dZ, X, W))


tolerances, deltas = 10.0 ** np.arange(-18, 0.5, 0.5), 10.0 ** -np.arange(2.0, 9.5, 0.5)
axes = panels(["compared with a formula", "compared with measured slopes"], width=4.6)
for ax, make in zip(axes, (formula_test, slope_test)):
    tests = [make(rtol) for rtol in tolerances]
    right = verdict_table(tests, [one_by_one, by_broadcasting]).all(axis=1)
    wrong = ~verdict_table(tests, [off_by(delta) for delta in deltas])
    ax.semilogx(tolerances, right, color=BLUE, label="right code accepted")
    ax.semilogx(tolerances, wrong.mean(axis=1), color=ORANGE, linestyle="--", label="share of wrong code caught")
    ax.set(xlabel="rtol", ylim=(-0.05, 1.3), xticks=[1e-16, 1e-12, 1e-8, 1e-4, 1], yticks=[0, 0.5, 1])
    ax.legend(loc="upper right", fontsize=8)
    print(f"{ax.get_title()}: right code is accepted from rtol = {tolerances[right][0]:.0e} on")
print("you guessed", guess)

# %% [markdown]
# With a formula the window opens at a few 1e-16, the last digit of a float64. Measured slopes are off by some 1e-11
# themselves, so their window opens there. At the other end it closes early: an error that is smaller than the tolerance
# passes. In between, with a tolerance of 1e-9 or 1e-6, every verdict that matters is right.

# %% [markdown] question="q5" points=28 functions="test_cross_entropy" builds_on="same"
# ## Test a loss
#
# Cross-entropy is harder to test than a layer: two results that depend on each other, labels, and numbers that overflow.
#
# What can go wrong:
#
# - Averages: in the loss, in dZ, or in both. If both are sums they still fit each other, so measured slopes agree; only a loss
#   that you know from elsewhere tells.
# - Slopes that belong to something else: to the probabilities, to a squared error, to the loss with the opposite sign.
# - Labels: ignored, sorted, replaced by the network's own guess, read as yes or no.
# - Corners: one sample; logits that are integers; a loss per sample instead of one number.
# - Digits: labels of 0.995, logits divided by 1.01.
#
# **Large logits.** For the logits (1000, 0) and label 1 the loss is 1000; what is missing, 5e-435, is too small for a float64.
# Code that takes exponentials first gives infinity or NaN, and code that adds 1e-12 inside its logarithm never gives more
# than 28. Try gaps of
# different size, and rows of different height: one row near 1000 and one near -1000 in the same batch.
#
# **A worked number.** From a3: log of [2 1 1] and of [1 1 2], both with label 0, are the probabilities (1/2, 1/4, 1/4) and
# (1/4, 1/4, 1/2). The loss is (log 2 + log 4) / 2 = 1.5 log 2 = 1.039721, and dZ is [-0.25 0.125 0.125] in the first row,
# [-0.375 0.125 0.25] in the second. Both labels are 0: which family can this example not see?

# %% tags=["stub"]
def test_cross_entropy(candidate):
    """Test an implementation of cross_entropy: return if it is right, raise an exception if it is wrong.

    What is right: candidate(Z, y), with logits Z (N, C), floats or integers between -1000 and 1000, and labels y (N,),
    integers from 0 to C - 1, N from 1 and C from 2 on, returns a tuple or list (loss, dZ). loss is a number (a float, a
    numpy float, or an array without axes): the mean over the samples of -log(probability of the right class), with
    probabilities exp(z_c) / (sum over k of exp(z_k)). dZ (N, C), float64, is the gradient of the loss with respect to Z.
    Right code differs from exact results by rounding only, some 1e-15 of the largest logit or 1. Wrong code differs by
    1e-4 and more, or gives NaN or infinity.

    candidate: called at most 1000 times, with arrays of 1 to 1000 entries each.
    Returns None; what a test returns does not count. Raises AssertionError, or any other exception, to reject.

    >>> verdict_table([test_cross_entropy], [lambda Z, y: (0.0, 0.0 * Z)])
    array([[False]])
    """
    raise NotImplementedError("q5: write test_cross_entropy")

# %% tags=["setup"]
# Right losses, in two styles.


def with_logarithms(Z, y):
    """Logarithms of the shares, from rows moved to a maximum of 0."""
    moved = Z - Z.max(axis=1, keepdims=True)
    logs = moved - np.log(np.exp(moved).sum(axis=1, keepdims=True))
    dZ = np.exp(logs)
    dZ[np.arange(len(y)), y] -= 1
    return -logs[np.arange(len(y)), y].mean(), dZ / len(y)


def one_sample_at_a_time(Z, y):
    """A loop over the samples; a list, and the loss as a plain float."""
    loss, dZ = 0.0, np.zeros(Z.shape)
    for n, label in enumerate(y):
        weights = np.exp(Z[n] - Z[n].max())
        loss += float(np.log(weights.sum()) - (Z[n, label] - Z[n].max())) / len(y)
        dZ[n] = weights / weights.sum() / len(y)
        dZ[n, label] -= 1 / len(y)
    return [loss, dZ]


# Wrong losses.


def sums_everything(Z, y):
    """Loss and gradient are sums over the samples, not means."""
    loss, dZ = with_logarithms(Z, y)
    return loss * len(y), dZ * len(y)


def slope_of_the_sum(Z, y):
    """The loss is a mean; its gradient is not divided by N."""
    loss, dZ = with_logarithms(Z, y)
    return loss, dZ * len(y)


def class_zero_for_all(Z, y):
    """Every sample counts as one of class 0."""
    return with_logarithms(Z, np.zeros_like(y))


def naive(Z, y):
    """Right on paper; the exponentials of large logits overflow."""
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    dZ = P.copy()
    dZ[np.arange(len(y)), y] -= 1
    return -np.log(P[np.arange(len(y)), y]).mean(), dZ / len(y)


def softened_labels(Z, y):
    """The gradient takes the right class for 0.998 instead of 1."""
    loss, dZ = with_logarithms(Z, y)
    dZ[np.arange(len(y)), y] += 0.002 / len(y)
    return loss, dZ


def nothing(Z, y):
    """Loss 0 and a gradient of zeros."""
    return 0.0, np.zeros(Z.shape)


LOSSES = [with_logarithms, one_sample_at_a_time]
LOSSES += [sums_everything, slope_of_the_sum, class_zero_for_all, naive, softened_labels, nothing]


def worked_number(candidate):
    """The worked number, and nothing else."""
    loss, dZ = candidate(np.log([[2.0, 1.0, 1.0], [1.0, 1.0, 2.0]]), np.array([0, 0]))
    assert np.isclose(loss, 1.5 * np.log(2)) and np.allclose(dZ, [[-0.25, 0.125, 0.125], [-0.375, 0.125, 0.25]])


def measured_slopes(candidate):
    """dZ against measured slopes of the candidate's own loss."""
    Z, y = np.random.default_rng(3).normal(size=(4, 3)), np.array([2, 0, 1, 1])
    assert np.allclose(candidate(Z, y)[1], numerical_gradient(lambda A: candidate(A, y)[0], Z), rtol=0, atol=1e-7)


def rows_cancel(candidate):
    """The slopes of every row sum to zero, and the loss is not negative."""
    Z, y = np.random.default_rng(3).normal(size=(4, 3)), np.array([2, 0, 1, 1])
    loss, dZ = candidate(Z, y)
    assert loss >= 0 and np.allclose(dZ.sum(axis=1), 0)


def log_of_c(candidate):
    """Equal logits cost log C."""
    for C in (2, 3, 10):
        assert np.isclose(candidate(np.zeros((2, C)), np.array([0, C - 1]))[0], np.log(C))


def no_overflow(candidate):
    """Large logits give numbers."""
    loss, dZ = candidate(np.array([[1000.0, 0.0], [-1000.0, 0.0]]), np.array([1, 0]))
    assert np.isfinite(loss) and np.isfinite(dZ).all()


PROPERTIES = [worked_number, measured_slopes, rows_cancel, log_of_c, no_overflow]

# %% [markdown]
# Five tests of one property each, and yours. Each of the five is a good idea, and right code passes all of them.
#
# **Predict, then run.** Which wrong losses pass `measured_slopes`? Is there one that passes all five?

# %% tags=["picture"]
guess = None  # your guess: names

with np.errstate(all="ignore"):  # naive overflows, and is meant to
    table = verdict_table([*PROPERTIES, test_cross_entropy], LOSSES)
(ax,) = panels(["five properties and your test"], width=9.5, height=3.6)
verdict_map(ax, table, [*(test.__name__ for test in PROPERTIES), "yours"], [loss.__name__ for loss in LOSSES], right=2)
for k, loss in enumerate(LOSSES[2:], 2):
    print(f"{loss.__name__:20} passes", ", ".join(test.__name__ for t, test in enumerate(PROPERTIES) if table[t, k]) or "none")
print("you guessed", guess)

# %% [markdown]
# `measured_slopes` lets every loss pass that is consistently wrong: sums with the gradient of sums, zero with the
# gradient of zero. And `class_zero_for_all` passes all five. It fits its own slopes, the worked number has no other
# label than 0, and equal logits cost log C whatever the label. Five good ideas together are not yet a good test.

# %% [markdown] question="q6" points=10 functions="smallest_suite"
# ## The smallest suite
#
# Tests cost time, to run and to read. Given a table of what each test catches, which tests would you keep?
#
# **A worked number.** Three tests, three wrong candidates. Test 0 catches the first two, test 1 the first, test 2 the third.
# All together catch all three. Tests 0 and 2 do so alone, and no single test does: the smallest suite is (0, 2).
#
# It is tempting to take the test that catches most, then the one that adds most, and so on. That does not always give the
# fewest. With a handful of tests you can try all suites: `itertools.combinations` lists them in the order that the docstring
# asks for. A candidate that no test catches does not count.

# %% tags=["stub"]
def smallest_suite(caught):
    """The fewest tests that together catch every wrong candidate that all tests together catch.

    caught (T, K): bool, True where test t catches (rejects) the wrong candidate k.
    Returns the tuple of the tests' numbers, in increasing order. Of several suites with as few tests it is the one
    with the smallest first number, then the smallest second number, and so on.

    >>> smallest_suite(np.array([[True, True, False], [True, False, False], [False, False, True]]))
    (0, 2)
    """
    raise NotImplementedError("q6: write smallest_suite")

# %% [markdown]
# Five of the six tests of the beginning against the mutants of the layer. `equal_bits` is left out, as it rejects right code. A
# mark is a mutant caught; the tests of the smallest suite have blue dots.
#
# **Predict, then run.** How many of the five do you need to catch everything that the five catch together? How many of the
# mutants remain?

# %% tags=["picture"]
guess = None  # your guess: two numbers

honest = WEAK[:5]  # equal_bits rejects right code, so what it catches does not count
caught = ~verdict_table(honest, LAYER_MUTANTS)
suite = smallest_suite(caught)
order = np.lexsort(caught)
(ax,) = panels(["who catches which mutant"], width=8.5, height=2.8)
for t in range(len(honest)):
    found = np.flatnonzero(caught[t, order])
    ax.plot(found, np.full(len(found), t), "o" if t in suite else "x", color=BLUE if t in suite else GREY, markersize=5)
ax.set(xlabel="mutant, sorted by who catches it", xlim=(-1, caught.shape[1]), ylim=(4.5, -0.5))
ax.set_yticks(range(len(honest)), [test.__name__ for test in honest])
print("smallest suite:", ", ".join(honest[t].__name__ for t in suite))
print(f"together the five catch {caught.any(axis=0).sum()} of {caught.shape[1]} mutants; you guessed {guess}")

# %% [markdown]
# Three of the five are enough. `squares` has the highest score of the five and is not among them; `shapes_only` has the
# lowest and is: it sees the added axis of db, which of the others only `all_ones` sees. A test is worth what it sees
# and others do not. Of the three mutants that remain two are equivalent. The third stops after four rows, and no test
# of the five has more.

# %% [markdown] question="q7" points=15 manual=true
# ## Claim and evidence
#
# Answer the three parts in 4 to 8 sentences each. A good answer makes a claim, quotes at least one number that you computed in
# this notebook or in a cell of your own, explains it, and says where the claim stops being true.
#
# **(a) A wrong layer of your own (5 points).** Write a wrong `affine_backward` that at least four of the six tests in WEAK
# accept and that somebody could really have written. Show the verdicts. Say which input exposes it, and why the tests that
# accept it cannot see it.
#
# **(b) A score of 100 percent (5 points).** Somebody says: "My test catches every mutant, so it will catch every error."
# Use what you found about mutants, equivalent ones included, to say what a mutation score shows and what it does not. Quote a
# number.
#
# **(c) The oracle (5 points).** A test needs something to compare with: numbers by hand, a second formula, measured slopes, a
# law. Take two of them that you used in q4 or q5. For each, name one error that it cannot see and one case in which it
# rejects right code or would be too slow, with a number for at least one of them.

# %% [markdown] tags=["answer"]
# **(a)** Type your answer here.
#
# **(b)** Type your answer here.
#
# **(c)** Type your answer here.

# %% tags=["picture"]
# Room for your own experiments.
