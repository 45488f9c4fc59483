"""A fourth set of right code, over a5 to a8, by somebody who had read the notebooks and neither checks nor variants.

Other formulas, other orders of work, recursion, generators, classes, the standard library in place of numpy: unusual, and right by the
letter of what the notebook asks. The pieces were committed before anything was run on them.
"""

CASES = {
    "a5": r'''
#: accuracy: the sign bit of minus the logit, counted
def accuracy(z, y):
    return np.count_nonzero((z > 0) ^ (y < 0.5)) / len(y)

#: accuracy: a fold over pairs
from functools import reduce

def accuracy(z, y):
    right = reduce(lambda n, pair: n + int((pair[0] > 0) is (pair[1] == 1)), zip(z.tolist(), y.tolist()), 0)
    return right / len(z)

#: init: all numbers in one long draw, then cut into matrices
def init(widths, scheme, rng):
    shapes = list(zip(widths, widths[1:]))
    scale = {"zeros": lambda D, M: 0, "small": lambda D, M: 1e-2, "xavier": lambda D, M: (2 / (D + M)) ** 0.5, "he": lambda D, M: (2 / D) ** 0.5}[scheme]
    ends = np.cumsum([D * M for D, M in shapes])
    pieces = np.split(rng.normal(size=int(ends[-1])), ends[:-1])
    params = {}
    for i, ((D, M), piece) in enumerate(zip(shapes, pieces), 1):
        params |= {f"W{i}": piece.reshape(D, M) * scale(D, M), f"b{i}": np.zeros(M)}
    return params

#: init: by recursion over the widths
def init(widths, scheme, rng, _depth=1):
    if len(widths) < 2:
        return {}
    D, M, *_ = widths
    draws = rng.normal(size=(D, M))
    W = {"zeros": draws * 0.0, "small": draws / 100, "xavier": draws / np.sqrt((D + M) / 2), "he": draws / np.sqrt(D / 2)}[scheme]
    return {f"W{_depth}": W, f"b{_depth}": np.zeros((M,)), **init(widths[1:], scheme, rng, _depth + 1)}

#: sgd_step: deep copies first, then in place on the copies
import copy

def sgd_step(params, grads, lr):
    new = copy.deepcopy(params)
    for key, w in new.items():
        w -= lr * grads[key]
    return new

#: momentum_step: a small class that remembers, used once
class _Momentum:
    def __init__(self, velocity, beta):
        self.velocity = {k: v.copy() for k, v in velocity.items()}
        self.beta = beta

    def push(self, grads):
        for k, g in grads.items():
            self.velocity[k] = g + self.beta * self.velocity[k]
        return self

def momentum_step(params, grads, velocity, lr, beta=0.9):
    v = _Momentum(velocity, beta).push(grads).velocity
    return {k: params[k] + (-lr) * v[k] for k in params}, v

#: adam_step: as PyTorch writes it, with the corrections in the step and under the root
import math

def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8, *, maximize=False):
    t = state["t"] + 1
    sign = -1.0 if maximize else 1.0
    step_size, root = lr / (1 - beta1**t), math.sqrt(1 - beta2**t)
    m, v, w = {}, {}, {}
    for k, g in grads.items():
        m[k] = state["m"][k] * beta1 + sign * g * (1 - beta1)
        v[k] = state["v"][k] * beta2 + g * g * (1 - beta2)
        w[k] = params[k] - step_size * m[k] / (np.sqrt(v[k]) / root + eps)
    return w, {"t": t, "m": m, "v": v}

#: adam_step: running means moved by the difference, all arrays through one helper
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    def towards(old, new, keep):
        return {k: old[k] + (1 - keep) * (new[k] - old[k]) for k in old}

    t = state["t"] + 1
    m = towards(state["m"], grads, beta1)
    v = towards(state["v"], {k: np.square(g) for k, g in grads.items()}, beta2)
    moved = {}
    for k in params:
        a, b = m[k] / -np.expm1(t * np.log(beta1)), v[k] / -np.expm1(t * np.log(beta2))
        moved[k] = params[k] - np.divide(lr * a, eps + np.sqrt(b))
    return moved, {"t": t, "m": m, "v": v}

#: minibatches: an iterator that is emptied slice by slice
from itertools import islice

def minibatches(N, batch, rng):
    cards = iter(rng.permutation(N).tolist())
    dealt = []
    while hand := list(islice(cards, batch)):
        dealt.append(np.array(hand, dtype=int))
    return dealt

#: train: a generator of losses, a table of steps, and a copy at the start
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    step, state = {
        "sgd": (lambda p, g, s: (sgd_step(p, g, lr), s), None),
        "momentum": (lambda p, g, s: momentum_step(p, g, s, lr, 0.9), zeros_like(params)),
        "adam": (lambda p, g, s: adam_step(p, g, s, lr), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}),
    }[optimizer]
    now = {k: np.array(v) for k, v in params.items()}

    def losses():
        nonlocal now, state
        yield loss_and_gradients(now, X, y, kind)[0]
        for _ in range(epochs):
            for rows in minibatches(len(y), batch, rng):
                now, state = step(now, loss_and_gradients(now, X.take(rows, axis=0), y.take(rows), kind)[1], state)
            yield loss_and_gradients(now, X, y, kind)[0]

    history = np.fromiter(losses(), dtype=float, count=epochs + 1)
    return now, history

#: clip_by_norm: math.hypot of all entries
import math

def clip_by_norm(grads, limit):
    norm = math.hypot(*(float(x) for g in grads.values() for x in np.ravel(g)))
    shrink = limit / max(norm, limit)
    return {k: np.multiply(g, shrink) for k, g in grads.items()}

#: lr_schedule: ldexp for the halving and a squared cosine
import math

def lr_schedule(kind: str, lr: float, step: int, span: int) -> float:
    if kind == "halving":
        return math.ldexp(lr, -(step // span))
    if kind == "inverse":
        return lr * span / (span + step)
    angle = math.pi / 2 * min(1.0, step / span)
    return lr * math.cos(angle) ** 2 if step < span else 0.0

#: l1_l2: both penalties from the singular parts of one polynomial in |w|
def l1_l2(params, l1, l2):
    weights = {k for k in params if k.upper().startswith("W")}
    size = {k: np.abs(params[k]) for k in weights}
    penalty = float(sum((a * (l1 + l2 / 2 * a)).sum() for a in size.values()))
    grads = {k: (l1 + l2 * size[k]) * np.sign(p) if k in weights else p * 0.0 for k, p in params.items()}
    return penalty, grads

#: symmetry_experiment: a matrix of near pairs, and who is the first of its kind
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    now, counts = dict(params), []
    for t in range(steps + 1):
        units = np.concatenate([now["W1"], now["b1"][None, :]])
        near = np.max(np.abs(units[:, :, None] - units[:, None, :]), axis=0) <= 1e-6
        counts.append(int(np.sum(~np.any(np.tril(near, -1), axis=1))))
        if t != steps:
            now = sgd_step(now, loss_and_gradients(now, X, y, kind)[1], lr)
    return np.asarray(counts)

#: explosion_report: asks whether the loss is at most 1000, which NaN is not
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    gradients = (published_gradients, fixed_gradients)[bool(fixed)]
    X, Y, *W = published_setup(hidden)
    with np.errstate(all="ignore"):
        for t in range(1, 1 + steps):
            W = [w - lr * d for w, d in zip(W, gradients(X, Y, *W, reg))]
            if not (published_loss(X, Y, *W, reg) <= 1000.0):
                return t
    return -1

#: bias_ceiling: a set of the two numbers that decide
def bias_ceiling(W1, w2):
    total = sum(w2.tolist())
    reach = sum(abs(w) for w, column in zip(w2.tolist(), W1.T.tolist()) if set(column) - {0.0})
    return (0.75, 0.5)[not 0 < abs(total) < reach]

#: relu_xor: the four neurons in other lengths, made up for by the output weights
def relu_xor():
    lengths = np.array([1.0, 2.0, 4.0, 8.0])
    W1 = np.array([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, -1.0, 1.0]]) * lengths
    return W1, np.array([3.0, 3.0, -3.0, -3.0]) / lengths

#: cures: grouped by verdict and turned around
def cures():
    groups = {
        "cures": ["right gradients"],
        "hides": ["clip at 10"],
        "worsens": ["penalty x 10"],
        "delays": ["lr / 10", "lr halved every 1000 steps", "penalty / 10", "3 neurons"],
    }
    return {cure: verdict for verdict, cures_ in groups.items() for cure in cures_}
''',
    "a6": r'''
#: rmse: a norm over all entries
def rmse(a, b):
    gap = np.subtract(a, b)
    return float(np.linalg.norm(gap.ravel()) / np.sqrt(gap.size))

#: rmse: mean and spread of the difference
def rmse(a, b):
    d = np.asarray(a, float) - np.asarray(b, float)
    return float(np.hypot(d.mean(), d.std()))

#: bump: hyperbolic tangents with half the argument
def bump(x, left, right, h, w):
    def t(edge):
        return np.tanh(0.5 * w * (x - edge))

    return 0.5 * h * (t(left) - t(right))

#: bump: number by number, with math.exp on the safe side only
import math

def bump(x, left, right, h, w):
    def soft(t):
        return 1 / (1 + math.exp(-t)) if t >= 0 else math.exp(max(t, -745.0)) / (1 + math.exp(max(t, -745.0)))

    return np.vectorize(lambda s: h * soft(w * (s - left)) - h * soft(w * (s - right)), otypes=[float])(x)

#: tower: as a net with two layers of matrices
def tower(X, low, high, h, w):
    W1 = np.kron(np.eye(2), [[w, w]])
    b1 = -w * np.array([low[0], high[0], low[1], high[1]], dtype=float)
    H = sigmoid(X @ W1 + b1)
    return sigmoid(H @ (h * np.array([1.0, -1.0, 1.0, -1.0])) - h * 3 / 2)

#: tower: point by point, in a comprehension
def tower(X, low, high, h, w):
    def height(p):
        return sum(float(bump(np.array([v]), a, b, h, w)[0]) for v, a, b in zip(p, low, high))

    return np.array([float(sigmoid(height(p) - 1.5 * h)) for p in X])

#: polygon_tower: neurons that say outside, each with weight minus one
def polygon_tower(n):
    a = 2 * np.pi / n * np.arange(n)
    return {"W1": np.array([np.cos(a), np.sin(a)]), "b1": -np.ones(n), "w2": -np.ones(n), "b2": 0.5, "act": "step"}

#: polygon_tower: directions by turning the one before
def polygon_tower(n):
    turn = complex(np.cos(2 * np.pi / n), np.sin(2 * np.pi / n))
    u, columns = 1 + 0j, []
    for _ in range(n):
        columns.append([-u.real, -u.imag])
        u *= turn
    return dict(act="step", W1=5.0 * np.transpose(columns), b1=np.full(n, 5.0), w2=np.full(n, 2.0), b2=1.0 - 2.0 * n)

#: area_mc: in pieces of a thousand points
def area_mc(net, half, samples, rng):
    hits, left = 0, samples
    while left > 0:
        part = min(left, 1000)
        hits += int(np.count_nonzero(evaluate(net, half * (2 * rng.random((part, 2)) - 1)) > 0))
        left -= part
    p, A = hits / samples, 4.0 * half**2
    return p * A, A * (p * (1 - p) / samples) ** 0.5

#: one_layer_tower: the outer step of each ridge looks from the other side
def one_layer_tower(n):
    a = np.pi * np.arange(n) / n
    U = np.array([np.cos(a), np.sin(a)])
    return {
        "W1": np.concatenate([-U, U], axis=1),
        "b1": np.ones(2 * n),
        "w2": np.full(2 * n, 1.0 / n),
        "b2": -1.0,
        "act": "step",
    }

#: approx_by_bumps: nearest middle, cell by cell, in a dict
def approx_by_bumps(f, M):
    middles = [(-1 + (2 * i + 1) / M, -1 + (2 * j + 1) / M) for i in range(M) for j in range(M)]
    heights = dict(zip(((i, j) for i in range(M) for j in range(M)), f(np.array(middles)).tolist()))

    def f_hat(X):
        return np.array([heights.get((int(np.floor((a + 1) * M / 2)), int(np.floor((b + 1) * M / 2))), 0.0) for a, b in X])

    return f_hat

#: approx_by_bumps: a table with a border of zeros and digitize
def approx_by_bumps(f, M):
    edges = np.linspace(-1, 1, M + 1)
    mid = 0.5 * (edges[1:] + edges[:-1])
    inner = f(np.array([(a, b) for a in mid for b in mid])).reshape(M, M)
    table = np.pad(np.asarray(inner, dtype=float), 1)
    return lambda X: table[tuple(np.digitize(X, edges).T)]

#: surface_grid: one row of points after the other
def surface_grid(net, lo, hi, G):
    t = [lo + (hi - lo) * k / (G - 1) for k in range(G)]
    return np.vstack([evaluate(net, np.array([[x1, x2] for x2 in t], dtype=float)) for x1 in t])

#: surface_grid: a grid from mgrid with a complex step
def surface_grid(net, lo, hi, G):
    x1, x2 = np.mgrid[lo : hi : G * 1j, lo : hi : G * 1j]
    return evaluate(net, np.c_[x1.ravel(), x2.ravel()]).reshape(x1.shape)

#: fit_surface: scaled heights, many starts, the outer weights by regression before and after
def fit_surface(f, width, act, rng):
    X, checks, new = (rng.uniform(-1, 1, size=(1000, 2)) for _ in range(3))
    y = f(X)
    mu, sd = float(np.mean(y)), float(np.std(y)) or 1.0
    t = (y - mu) / sd
    finished = []
    for attempt in range(12):
        net, state = best_outer(start_net(width, act, rng), X, t), {}
        for step in range(400):
            net, state = adam_step(net, gradients(net, X, t), state, 0.05 if step < 250 else 0.01)
        net = best_outer(net, X, t)
        net = {**net, "w2": sd * net["w2"], "b2": sd * net["b2"] + mu}
        finished.append((rmse(evaluate(net, checks), f(checks)), attempt, net))
    net = min(finished, key=lambda one: one[:2])[2]
    return net, rmse(evaluate(net, new), f(new))

#: error_curve: statistics from the standard library and the covariance for the slope
from statistics import linear_regression, median
from math import log

def error_curve(fit, widths, seeds):
    runs = [[float(fit(width, seed)) for seed in seeds] for width in widths]
    medians = [median(run) for run in runs]
    slope = linear_regression([log(w) for w in widths], [log(m) for m in medians]).slope
    return {
        "widths": np.array(list(widths)),
        "best": np.array([min(run) for run in runs]),
        "median": np.array(medians),
        "worst": np.array([max(run) for run in runs]),
        "slope": slope,
    }

#: error_curve: logarithms to base ten, which have the same slope
def error_curve(fit, widths, seeds):
    E = np.sort(np.stack([np.array([fit(w, s) for w in widths]) for s in seeds], axis=1), axis=1)
    k = E.shape[1]
    mid = (E[:, (k - 1) // 2] + E[:, k // 2]) / 2
    V = np.vander(np.log10(widths), 2)
    slope = np.linalg.solve(V.T @ V, V.T @ np.log10(mid))[0]
    return {"widths": np.array(widths), "best": E[:, 0], "median": mid, "worst": E[:, -1], "slope": float(slope)}
''',
    "a7": r'''
#: hidden_neurons: the inputs of all layers but the first
def hidden_neurons(net):
    return int(sum(np.shape(W)[0] for W, _ in net[1:]))

#: activation_pattern: columns joined one layer at a time, by recursion
def activation_pattern(net, X):
    if len(net) == 1:
        return np.zeros((len(X), 0), dtype=bool)
    (W, b), *above = net
    Z = X @ W + b
    return np.column_stack([Z > 0, activation_pattern(above, Z.clip(min=0))])

#: activation_pattern: sample by sample, neuron by neuron
def activation_pattern(net, X):
    rows = []
    for x in X:
        h, row = list(x), []
        for W, b in net[:-1]:
            z = [sum(a * w for a, w in zip(h, column)) + c for column, c in zip(W.T, b)]
            row += [bool(v > 0) for v in z]
            h = [v if v > 0 else 0.0 for v in z]
        rows.append(row)
    return np.array(rows, dtype=bool).reshape(len(X), -1)

#: local_affine: one matrix with a row of ones, multiplied layer by layer
def local_affine(net, x):
    def lifted(W, b):
        return np.block([[W, np.zeros((len(W), 1))], [b[None, :], np.ones((1, 1))]])

    T = np.eye(len(x) + 1)
    point = np.append(x, 1.0)
    for W, b in net[:-1]:
        T = T @ lifted(W, b)
        on = np.append((point @ T)[:-1] > 0, True)
        T = T @ np.diag(on.astype(float))
    T = T @ lifted(*net[-1])
    return T[:-1, :-1], T[-1, :-1]

#: local_affine: A by going back through the layers, c from the output
def local_affine(net, x):
    h, gates = np.asarray(x, float), []
    for W, b in net[:-1]:
        z = h @ W + b
        gates.append(z > 0)
        h = np.where(z > 0, z, 0.0)
    y = h @ net[-1][0] + net[-1][1]
    A = net[-1][0]
    for (W, _), gate in zip(net[-2::-1], gates[::-1]):
        A = W @ (gate[:, None] * A)
    return A, y - x @ A

#: count_regions_1d: intervals on a stack, cut by one neuron at a time
def count_regions_1d(net, low, high):
    stack, regions = [(float(low), float(high), np.ones(1), np.zeros(1), 0)], 0
    while stack:
        lo, hi, a, c, layer = stack.pop()
        if layer == len(net) - 1:
            regions += 1
            continue
        W, b = net[layer]
        a, c = a @ W, c @ W + b
        with np.errstate(divide="ignore", invalid="ignore"):
            cuts = np.sort((-c / a)[a != 0])
        inside = cuts[(cuts > lo + 1e-9) & (cuts < hi - 1e-9)]
        inside = inside[np.diff(inside, prepend=-np.inf) > 1e-9]
        marks = [lo, *inside, hi]
        for left, right in zip(marks, marks[1:]):
            on = a * (0.5 * (left + right)) + c > 0
            stack.append((left, right, a * on, c * on, layer + 1))
    return regions

#: max_regions: rows of Pascal's triangle, in whole numbers of Python
def max_regions(n0, n1):
    row = [1] + [0] * n0
    for _ in range(n1):
        row = [1] + [row[j] + row[j - 1] for j in range(1, n0 + 1)]
    return sum(row)

#: max_regions: falling factorials, divided exactly
def max_regions(n0, n1):
    total = term = 1
    for j in range(1, n0 + 1):
        term = term * (n1 - j + 1) // j
        total += term
        if not term:
            break
    return total

#: count_regions_2d: vertices with their number of lines, and the formula of Euler
def count_regions_2d(W, b):
    lines = []
    for w0, w1, c in zip(*W, b):
        n = math.hypot(w0, w1)
        if n == 0:
            continue
        l = np.array([w0, w1, c]) / n
        if not any(min(np.max(np.abs(l - m)), np.max(np.abs(l + m))) < 1e-9 for m in lines):
            lines.append(l)
    vertices = []
    for i, l in enumerate(lines):
        for j, m in enumerate(lines[:i]):
            det = l[0] * m[1] - l[1] * m[0]
            if abs(det) < 1e-9:
                continue
            p = (l[1] * m[2] - l[2] * m[1]) / det, (l[2] * m[0] - l[0] * m[2]) / det
            for place, through in vertices:
                if math.dist(place, p) < 1e-6:
                    through |= {i, j}
                    break
            else:
                vertices.append((p, {i, j}))
    return 1 + len(lines) + sum(len(through) - 1 for _, through in vertices)

#: split_polygon: one side at a time, the other one by turning the line around
def split_polygon(P, w, b):
    length = float(np.linalg.norm(w))
    h = (P @ w + b) / length if length > 0 else np.full(len(P), 1.0 if b > 0 else -1.0)
    h = h * (np.abs(h) >= 1e-9)

    def keep(s):
        if not (s > 0).any():
            return None
        corners = []
        for i in range(len(P)):
            if s[i - 1] * s[i] < 0:
                t = s[i - 1] / (s[i - 1] - s[i])
                corners.append((1 - t) * P[i - 1] + t * P[i])
            if s[i] >= 0:
                corners.append(P[i])
        return np.array(corners)

    return keep(-h), keep(h)

#: regions_deep_2d: one neuron after the other, with the weights of each region taken by local maps
def regions_deep_2d(net, low, high):
    Ps = [np.array([(low, low), (high, low), (high, high), (low, high)], dtype=float)]
    for depth in range(1, len(net)):
        W, b = net[depth - 1]
        finer = []
        for P in Ps:
            middle, A, c = P.mean(axis=0), np.eye(2), np.zeros(2)
            for V, d in net[: depth - 1]:
                A, c = A @ V, c @ V + d
                on = middle @ A + c > 0
                A, c = A * on, c * on
            pieces = [P]
            for w, s in zip((A @ W).T, c @ W + b):
                pieces = [half for Q in pieces for half in split_polygon(Q, w, s) if half is not None]
            finer.extend(pieces)
        Ps = finer
    return Ps

#: count_regions_deep_2d: counted one by one with a generator
def count_regions_deep_2d(net, low, high):
    return sum(1 for _ in iter(regions_deep_2d(net, low, high)))

#: fold_net: a tent whose second neuron is scaled, and layers multiplied from two halves
def fold_net(L):
    into = (np.array([[2.0, 4.0]]), np.array([0.0, -2.0]))
    out = np.array([[1.0], [-1.0]])
    layers = [into]
    while len(layers) < L:
        layers.append((out @ into[0], into[1].copy()))
    return layers + [(out, np.zeros(1))]

#: fold_net: the tent from its top, one minus two rises
def fold_net(L):
    W, b = np.array([[-1.0, 1.0]]), np.array([0.5, -0.5])
    net = [(W, b)]
    for _ in range(L - 1):
        V = np.array([[-2.0], [-2.0]])
        net.append((V @ W, W[0] * 1.0 + b))
    return net + [(np.array([[-2.0], [-2.0]]), np.array([1.0]))]

#: fold_net: every tent but the first gets one minus what the one before gives, which is the same for a tent
def fold_net(L):
    W_in, b_in = np.array([[1.0, 1.0]]), np.array([0.0, -0.5])
    W_out = np.array([[2.0], [-4.0]])
    layers = [(W_in, b_in)]
    for k in range(1, L):
        layers.append((-W_out @ W_in, b_in + 1.0))
    layers.append((W_out, np.array([0.0])))
    return layers

#: montufar_bound: a product over pairs by reduce
from functools import reduce

def montufar_bound(n0, widths):
    return reduce(lambda bound, n: bound * pow(n // n0, n0), widths[:-1], max_regions(n0, widths[-1]))

#: maxout: a reduction over a generator
from functools import reduce

def maxout(X, W, b):
    return reduce(np.maximum, (X @ Wr + br for Wr, br in zip(W, b)))

#: maxout: the bias trick and one large matrix
def maxout(X, W, b):
    k, D, M = W.shape
    big = np.concatenate([W, b[:, None, :]], axis=1).transpose(1, 2, 0).reshape(D + 1, M * k)
    return (np.column_stack([X, np.ones(len(X))]) @ big).reshape(len(X), M, k).max(-1)

#: maxout_backward: sample by sample and neuron by neuron
def maxout_backward(dH, X, W, b):
    dX, dW, db = np.zeros_like(X), np.zeros_like(W), np.zeros_like(b)
    for n, m in np.ndindex(*dH.shape):
        r = max(range(len(W)), key=lambda s: X[n] @ W[s, :, m] + b[s, m])
        dX[n] += dH[n, m] * W[r, :, m]
        dW[r, :, m] += dH[n, m] * X[n]
        db[r, m] += dH[n, m]
    return dX, dW, db

#: maxout_bound: one power
def maxout_bound(L, n0, k):
    return pow(k, n0 + L - 1)
''',
    "a8": r'''
#: count_params: a dot product of inputs with a one, and outputs
def count_params(widths):
    return int(np.dot(np.array(widths[:-1]) + 1, widths[1:]))

#: conv2d: with Fourier transforms
def conv2d(x, k, pad=0):
    p = np.pad(np.asarray(x, float), pad)
    (H, W), (h, w) = p.shape, k.shape
    if h > H or w > W:
        raise ValueError(f"a filter {k.shape} does not fit into {p.shape}")
    F = np.fft.rfft2(p) * np.conj(np.fft.rfft2(k, s=p.shape))
    return np.fft.irfft2(F, s=p.shape)[: H - h + 1, : W - w + 1]

#: conv2d: a matrix that holds the filter once for every place
def conv2d(x, k, pad=0):
    H, W = (n + 2 * pad for n in x.shape)
    h, w = k.shape
    rows, cols = H - h + 1, W - w + 1
    if min(rows, cols) <= 0:
        raise ValueError("the filter does not fit")
    big = np.zeros((H, W))
    big[pad : H - pad, pad : W - pad] = x
    T = np.zeros((rows * cols, H * W))
    for i, j in np.ndindex(rows, cols):
        placed = np.zeros((H, W))
        placed[i : i + h, j : j + w] = k
        T[i * cols + j] = placed.ravel()
    return (T @ big.ravel()).reshape(rows, cols)

#: filter_grid: blocks with a border, cut off at the end
def filter_grid(filters, columns):
    def framed(f):
        top = np.abs(f).max()
        return np.pad(f / top if top else f * 0.0, ((0, 1), (0, 1)))

    tiles = [framed(np.asarray(f, float)) for f in filters]
    while len(tiles) % columns:
        tiles.append(np.zeros_like(tiles[0]))
    return np.block([tiles[i : i + columns] for i in range(0, len(tiles), columns)])[:-1, :-1]

#: saliency: the Jacobian carried forwards, layer by layer
def saliency(params, X, c):
    J = np.broadcast_to(np.eye(X.shape[1]), (len(X), X.shape[1], X.shape[1]))
    H = X
    for W, b, kind in params:
        Z = H @ W + b
        H = act_forward(Z, kind)
        slope = {"relu": (Z > 0) * 1.0, "tanh": 1 / np.cosh(Z) ** 2, "linear": np.ones_like(Z)}[kind]
        J = (J @ W) * slope[:, None, :]
    return np.array(J[:, :, c])

#: saliency: one sample at a time, with the c-th unit vector
def saliency(params, X, c):
    def one(x):
        z, caches = mlp_forward(params, x[None])
        e = (np.arange(z.shape[1]) == c)[None].astype(float)
        return mlp_backward(params, caches, e)[0][0]

    return np.apply_along_axis(one, 1, X)

#: project: divided by how far a row is too long
def project(X, norm, limit):
    match norm:
        case "ball":
            excess = np.sqrt(np.einsum("nd,nd->n", X, X)) / limit
            return X / np.fmax(excess, 1.0)[:, np.newaxis]
        case "box":
            return np.sort(np.stack([X, np.full_like(X, -limit), np.full_like(X, limit)]), axis=0)[1]
    raise ValueError(f"norm {norm!r} is neither 'ball' nor 'box'")

#: activation_max: the climb as an accumulation over a range
from itertools import accumulate

def activation_max(params, c, X0, norm, limit, steps, lr):
    def climb(X, _):
        return project(X + lr * saliency(params, X, c), norm, limit)

    path = list(accumulate(range(steps), climb, initial=project(X0, norm, limit)))
    return path[-1], np.stack([mlp_forward(params, X)[0][:, c] for X in path])

#: distinct_modes: all distances at once, and a queue of indices
def distinct_modes(ends, values, tol):
    D = np.sqrt(((ends[:, None] - ends[None]) ** 2).sum(-1))
    heads, counts = [], {}
    for n in sorted(range(len(values)), key=values.__getitem__, reverse=True):
        near = min(heads, key=lambda m: D[n, m], default=None)
        if near is None or D[n, near] > tol:
            heads.append(n)
            near = n
        counts[near] = counts.get(near, 0) + 1
    return ends[heads], np.array([counts[m] for m in heads])

#: modes_of_unit: starts one by one, divided by their own length
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    D = len(params[0][0])
    X0 = np.empty((n_init, D))
    for row in X0:
        v = rng.normal(size=D)
        row[:] = v * (limit / np.sqrt(v @ v))
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], 0.1 * limit)

#: typicality: squares summed one dimension at a time
def typicality(d, samples, rng):
    squares = np.zeros(samples)
    for _ in range(d):
        squares += np.square(rng.standard_normal(samples))
    lengths = np.sqrt(squares)
    return float(np.quantile(lengths, 0.5)), float(np.count_nonzero(2 * lengths < d**0.5)) / samples

#: typicality: the root of the median of the squares, which is a median of the lengths as well
def typicality(d, samples, rng):
    squares = np.sum(rng.standard_normal((samples, d)) ** 2, axis=1)
    return float(np.sqrt(np.median(squares))), float(np.mean(squares < d / 4))

#: occlusion: masks for all places, one forward pass for everything
def occlusion(params, X, c, size, fill):
    S = round(X.shape[1] ** 0.5)
    n = S - size + 1
    r = np.arange(S)
    inside = (r >= np.arange(n)[:, None]) & (r < np.arange(n)[:, None] + size)
    masks = (inside[:, None, :, None] & inside[None, :, None, :]).reshape(n * n, S * S)
    painted = np.where(masks[None], fill, X[:, None, :])
    z = mlp_forward(params, painted.reshape(-1, S * S))[0][:, c].reshape(len(X), n, n)
    return mlp_forward(params, X)[0][:, c][:, None, None] - z

#: permutation_importance: all repeats of a column in one forward pass
def permutation_importance(params, X, y, repeats, rng):
    N, D = X.shape
    right = lambda A, labels: np.argmax(mlp_forward(params, A)[0], axis=1) == labels
    base = right(X, y).mean()
    out = []
    for j in range(D):
        big = np.tile(X, (repeats, 1))
        big[:, j] = rng.permuted(np.tile(X[:, j], (repeats, 1)), axis=1).ravel()
        out.append(base - right(big, np.tile(y, repeats)).mean())
    return np.array(out)

#: permutation_importance: repeats outside, columns inside, with a sorted list of random keys
def permutation_importance(params, X, y, repeats, rng):
    def share(A):
        return float(np.mean(mlp_forward(params, A)[0].argmax(axis=1) == y))

    scores = np.zeros((repeats, X.shape[1]))
    for r, j in np.ndindex(scores.shape):
        A = np.array(X, copy=True)
        A[:, j] = A[np.argsort(rng.random(len(A))), j]
        scores[r, j] = share(A)
    return share(X) - scores.mean(axis=0)

#: spurious_pixel: asks the network, by making one pixel brighter in images of the other classes
def spurious_pixel():
    params = load_net("lab")
    X, y = shapes(600, np.random.default_rng(123))
    most, found = -1.0, None
    for c in range(4):
        others = X[y != c]
        before = np.mean(mlp_forward(params, others)[0].argmax(axis=1) == c)
        for p in range(64):
            marked = others.copy()
            marked[:, p] += 1.0
            gain = np.mean(mlp_forward(params, marked)[0].argmax(axis=1) == c) - before
            if gain > most:
                most, found = gain, (p // 8, p % 8, c)
    return found

#: linear_probe: least squares with extra rows for the penalty
def linear_probe(H, y, H_test, y_test, lam):
    A = np.pad(np.asarray(H, float), ((0, 0), (0, 1)), constant_values=1.0)
    Y = np.equal.outer(y, np.arange(y.max() + 1)).astype(float)
    p = A.shape[1]
    V = np.linalg.lstsq(np.vstack([A, np.sqrt(lam) * np.eye(p)]), np.vstack([Y, np.zeros((p, Y.shape[1]))]), rcond=None)[0]
    hits = [int(np.argmax(np.append(h, 1.0) @ V)) == int(label) for h, label in zip(H_test, y_test)]
    return V, sum(hits) / len(hits)

#: separability_curve: both sets go up the network together
def separability_curve(params, X, y, X_test, y_test, lam):
    N = len(X)
    _, caches = mlp_forward([*params, (np.eye(params[-1][0].shape[1]), 0.0, "linear")], np.concatenate([X, X_test]))
    return np.array([linear_probe(H[:N], y, H[N:], y_test, lam)[1] for H, _ in caches])
''',
}
