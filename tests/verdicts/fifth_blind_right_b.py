"""A fifth set of right code, the part for a5 to a8, by somebody who had read the notebooks and neither checks nor variants.

Generators, recursion, classes, other formulas and other orders of summation: unusual, and right by the letter of what the notebook
asks. The pieces were committed before anything was run on them, and all of them passed.
"""

CASES = {
    "a5": r'''
#: accuracy: counted with a generator and True as 1
def accuracy(z, y):
    hits = sum((logit > 0) is (label == 1) for logit, label in zip(z.tolist(), y.tolist()))
    return hits / len(z)

#: init: the scale is given to the draw itself, and a dict is put together from pairs
def init(widths, scheme, rng):
    from itertools import pairwise

    def deviation(D, M):
        match scheme:
            case "zeros": return 0.0
            case "small": return 1e-2
            case "xavier": return ((D + M) / 2) ** -0.5
            case "he": return np.sqrt(2) / np.sqrt(D)
        raise ValueError(scheme)

    layers = enumerate(pairwise(widths), 1)
    pairs = (((f"W{i}", rng.normal(0.0, deviation(D, M), (D, M))), (f"b{i}", np.zeros(M))) for i, (D, M) in layers)
    return dict(item for pair in pairs for item in pair)

#: init: one draw behind the other through a recursion
def init(widths, scheme, rng, layer=1):
    if len(widths) == 1:
        return {}
    D, M, *_ = widths
    variance = {"zeros": 0, "small": 1e-4, "xavier": 2 / (D + M), "he": 2 / D}[scheme]
    W = rng.standard_normal((D, M))
    return {f"W{layer}": W * variance**0.5, f"b{layer}": np.zeros((M,)), **init(widths[1:], scheme, rng, layer + 1)}

#: sgd_step: everything as one long vector, cut up again
def sgd_step(params, grads, lr):
    keys = list(params)
    flat = np.concatenate([np.ravel(params[k]) for k in keys]) - lr * np.concatenate([np.ravel(grads[k]) for k in keys])
    ends = np.cumsum([np.size(params[k]) for k in keys])[:-1]
    return {k: part.reshape(np.shape(params[k])) for k, part in zip(keys, np.split(flat, ends))}

#: momentum_step: a small class with the two updates, and fresh copies at the end
class _Ball:
    def __init__(self, place, speed):
        self.place, self.speed = place, speed

    def roll(self, push, lr, friction):
        self.speed = self.speed * friction + push
        self.place = self.place + self.speed * (-lr)
        return self

def momentum_step(params, grads, velocity, lr, beta=0.9, **unused):
    balls = {k: _Ball(params[k], velocity[k]).roll(grads[k], lr, beta) for k in params}
    return {k: np.array(b.place) for k, b in balls.items()}, {k: np.array(b.speed) for k, b in balls.items()}

#: adam_step: one function per array with longdouble inside, and floats at the end
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    big = np.longdouble
    t = state["t"] + 1

    def one(key):
        g = np.asarray(grads[key], dtype=big)
        m = big(beta1) * state["m"][key] + (1 - big(beta1)) * g
        v = big(beta2) * state["v"][key] + (1 - big(beta2)) * g * g
        w = params[key] - lr * (m / (1 - big(beta1) ** t)) / (np.sqrt(v / (1 - big(beta2) ** t)) + eps)
        return [np.asarray(a, dtype=float) for a in (w, m, v)]

    w, m, v = zip(*(one(key) for key in params))
    return dict(zip(params, w)), {"t": t, "m": dict(zip(params, m)), "v": dict(zip(params, v))}

#: adam_step: both fractions multiplied out, with eps where it belongs
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t_new = state["t"] + 1
    c1, root2 = 1 - beta1**t_new, (1 - beta2**t_new) ** 0.5
    m = {k: state["m"][k] - (1 - beta1) * (state["m"][k] - g) for k, g in grads.items()}
    v = {k: state["v"][k] - (1 - beta2) * (state["v"][k] - np.square(g)) for k, g in grads.items()}
    new = {k: w - (lr * root2 / c1) * m[k] / (np.sqrt(v[k]) + eps * root2) for k, w in params.items()}
    return new, {"t": t_new, "m": m, "v": v}

#: minibatches: dealt with an iterator until nothing comes
from itertools import islice

def minibatches(N, batch, rng):
    cards = iter(rng.permutation(N))
    hands = []
    while hand := list(islice(cards, batch)):
        hands.append(np.array(hand))
    return hands

#: minibatches: split at the multiples of the size
def minibatches(N: int, batch: int, rng: np.random.Generator) -> list:
    return np.array_split(rng.permutation(N), np.arange(batch, N, batch))

#: train: a closure that keeps the optimizer, and the history as a generator
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd", callback=None):
    zero = {k: np.zeros(np.shape(v)) for k, v in params.items()}

    def make():
        memory = zero if optimizer == "momentum" else {"t": 0, "m": zero, "v": zero}

        def step(w, g):
            nonlocal memory
            if optimizer == "sgd":
                return sgd_step(w, g, lr)
            w, memory = (momentum_step if optimizer == "momentum" else adam_step)(w, g, memory, lr)
            return w

        return step

    step, current = make(), {k: np.array(v) for k, v in params.items()}

    def epochs_of_training():
        nonlocal current
        yield loss_and_gradients(current, X, y, kind)[0]
        for _ in range(epochs):
            for rows in minibatches(len(y), batch, rng):
                current = step(current, loss_and_gradients(current, X.take(rows, axis=0), y.take(rows), kind)[1])
            yield loss_and_gradients(current, X, y, kind)[0]

    history = np.fromiter(epochs_of_training(), dtype=float)
    return current, history

#: train: folded with functools.reduce
from functools import reduce

def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    loss = lambda p: loss_and_gradients(p, X, y, kind)[0]
    rules = {
        "sgd": (lambda p, g, s: (sgd_step(p, g, lr), s), ()),
        "momentum": (lambda p, g, s: momentum_step(p, g, s, lr), zeros_like(params)),
        "adam": (lambda p, g, s: adam_step(p, g, s, lr), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}),
    }
    rule, start = rules[optimizer]

    def one_batch(pair, rows):
        return rule(pair[0], loss_and_gradients(pair[0], X[rows], y[rows], kind)[1], pair[1])

    def one_epoch(run, _):
        pair, history = run
        pair = reduce(one_batch, minibatches(X.shape[0], batch, rng), pair)
        return pair, history + (loss(pair[0]),)

    (trained, _), history = reduce(one_epoch, range(epochs), ((params, start), (loss(params),)))
    return trained, np.array(history)

#: clip_by_norm: math.fsum of all squares, and a factor of one if the limit is kept
import math

def clip_by_norm(grads, limit):
    norm = math.sqrt(math.fsum(float(x) ** 2 for g in grads.values() for x in np.ravel(g)))
    factor = limit / norm if norm > limit else 1.0
    return {key: np.multiply(g, factor) for key, g in grads.items()}

#: lr_schedule: shifts of bits and the half angle of the cosine
def lr_schedule(kind, lr, step, span):
    if kind == "halving":
        return float(np.ldexp(lr, -(step // span)))
    if kind == "inverse":
        return lr * span / (span + step)
    return 0.0 if step >= span else lr * float(np.cos(np.pi * step / (2 * span))) ** 2

#: l1_l2: weights are what has two dimensions, and the sign is a difference of truths
def l1_l2(params, l1, l2):
    grads = {k: np.zeros(w.shape) for k, w in params.items()}
    penalty = 0.0
    for k in filter(lambda k: k[0] == "W", params):
        w = params[k]
        slope = (w > 0).astype(float) - (w < 0)
        grads[k] += l1 * slope + l2 * w
        penalty += float(np.vdot(slope, w)) * l1 + l2 * float(np.vdot(w, w)) / 2
    return penalty, grads

#: symmetry_experiment: a table of largest differences, and units with no equal one before them
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def different(W1, b1, **rest):
        U = np.vstack([W1, b1])
        far = np.max(np.abs(U[:, :, None] - U[:, None, :]), axis=0)
        return int(np.sum(~np.any(np.tril(far <= 1e-6, -1), axis=1)))

    counts = [different(**params)]
    w = params
    while len(counts) <= steps:
        w = {k: w[k] - lr * g for k, g in loss_and_gradients(w, X, y, kind)[1].items()}
        counts.append(different(**w))
    return np.array(counts)

#: explosion_report: a generator of losses, and next with a default
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    def losses():
        X, Y, *W = published_setup(hidden)
        slopes = (published_gradients, fixed_gradients)[bool(fixed)]
        for _ in range(steps):
            W = [w - lr * g for w, g in zip(W, slopes(X, Y, *W, reg))]
            yield published_loss(X, Y, *W, reg)

    with np.errstate(over="ignore", invalid="ignore"):
        return next((t for t, loss in enumerate(losses(), start=1) if not loss <= 1000.0), -1)

#: cures: lists of names under each verdict
def cures():
    verdicts = {
        "delays": ["lr / 10", "lr halved every 1000 steps", "penalty / 10", "3 neurons"],
        "worsens": ["penalty x 10"],
        "hides": ["clip at 10"],
        "cures": ["right gradients"],
    }
    return {name: verdict for verdict, names in verdicts.items() for name in names}

#: bias_ceiling: columns one by one, with the sum exact
def bias_ceiling(W1, w2):
    from math import fsum
    K = fsum(w2)
    R = fsum(abs(v) for j, v in enumerate(w2) if any(W1[:, j]))
    return 0.75 if 0 < abs(K) < R else 0.5

#: relu_xor: not the same scale in every column, and others outer weights to make up for it
def relu_xor():
    W1 = np.array([[2, -1, 3, -0.5], [2, -1, -3, 0.5]])
    w2 = np.array([0.5, 1.0, -1 / 3, -2.0])
    return W1, w2
''',
    "a6": r'''
#: rmse: the length of the difference
def rmse(a, b):
    d = np.ravel(a) - np.ravel(b)
    return float(np.linalg.norm(d) / d.size**0.5)

#: bump: the hyperbolic tangent of half the argument
def bump(x, left, right, h, w):
    up, down = (np.tanh(0.5 * w * (np.asarray(x) - s)) for s in (left, right))
    return h * (up - down) / 2

#: bump: number by number, with math.exp of negative numbers only
def bump(x, left, right, h, w):
    from math import exp

    def step(t):
        return 1 / (1 + exp(-t)) if t >= 0 else 1 - 1 / (1 + exp(t))

    return np.vectorize(lambda t: h * step(w * (t - left)) - h * step(w * (t - right)), otypes=[float])(x)

#: tower: both walls in one call, on a table of points shifted by the corners
def tower(X, low, high, h, w):
    low, high = np.array(low, dtype=float), np.array(high, dtype=float)
    centred = X - low
    walls = np.stack([bump(centred[:, k], 0.0, high[k] - low[k], h, w) for k in range(2)])
    return sigmoid(np.ones(2) @ walls - h - h / 2)

#: polygon_tower: complex numbers, in other order and every neuron in a scale of its own
def polygon_tower(n):
    u = np.exp(-2j * np.pi * np.arange(n) / n)
    scale = 1.0 + np.arange(n)
    return {"W1": -np.array([u.real, u.imag]) * scale, "b1": scale, "w2": np.full(n, 2.0), "b2": 1.0 - 2 * n, "act": "step"}

#: polygon_tower: neurons that say 1 outside, taken off
def polygon_tower(n):
    a = 2 * np.pi * np.arange(n)[::-1] / n
    return dict(W1=np.vstack((np.cos(a), np.sin(a))), b1=-np.ones(n), w2=-np.ones(n), b2=0.5, act="step")

#: area_mc: the standard error from the spread of zeros and ones
def area_mc(net, half, samples, rng, *, dtype=float):
    corner = np.array([half, half], dtype=dtype)
    inside = evaluate(net, rng.uniform(-corner, corner, size=(samples, 2))) > 0
    A = 4.0 * half**2
    return A * float(inside.mean()), A * float(inside.std()) / samples**0.5

#: area_mc: points one at a time, counted
def area_mc(net, half, samples, rng):
    hits = 0
    for _ in range(samples):
        point = np.array([[rng.uniform(-half, half), rng.uniform(-half, half)]])
        hits += bool(evaluate(net, point)[0] > 0)
    p, A = hits / samples, (half + half) ** 2
    return A * p, A * (p - p * p) ** 0.5 / samples**0.5

#: one_layer_tower: ones, minus what is outside on either side, with an outer bias of 1
def one_layer_tower(n):
    a = np.pi / n * np.arange(n)
    U = np.stack([np.cos(a), np.sin(a)])
    W1 = np.concatenate([-U, U], axis=1)
    return {"W1": W1, "b1": -np.ones(2 * n), "w2": -np.ones(2 * n) / n, "b2": 1.0, "act": "step"}

#: approx_by_bumps: searchsorted among the edges and a frame of zeros around the table
def approx_by_bumps(f, M):
    edges = np.linspace(-1, 1, M + 1)
    mid = (edges[1:] + edges[:-1]) / 2
    table = np.zeros((M + 2, M + 2))
    for i, m in enumerate(mid, start=1):
        table[i, 1:-1] = f(np.column_stack([np.repeat(m, M), mid]))

    def f_hat(X):
        i, j = (np.searchsorted(edges, X[:, k]) for k in (0, 1))
        return table[i, j]

    return f_hat

#: approx_by_bumps: an object that can be called, with a dict of cells
def approx_by_bumps(f, M):
    class City:
        def __init__(self):
            cells = [(i, j) for i in range(M) for j in range(M)]
            self.heights = dict(zip(cells, f(np.array([[(2 * i + 1) / M - 1, (2 * j + 1) / M - 1] for i, j in cells]))))

        def __call__(self, X):
            places = np.floor((X + 1) / 2 * M)
            return np.array([float(self.heights.get((int(i), int(j)), 0.0)) for i, j in places])

    return City()

#: surface_grid: broadcast layer by layer without a list of points
def surface_grid(net, lo, hi, G):
    t = lo + (hi - lo) * np.arange(G) / (G - 1)
    (p, q), shift = net["W1"], net["b1"]
    Z = t[:, None, None] * p + t[None, :, None] * q + shift
    return activate(Z, net["act"]) @ net["w2"] + net["b2"]

#: fit_surface: random hidden layers and regression, the best of many, then some steps
def fit_surface(f, width, act, rng):
    X, X_new = np.split(rng.uniform(-1, 1, size=(2000, 2)), [1000])
    y = f(X)
    centre, scale = np.median(y), np.ptp(y) or 1.0
    z = (y - centre) / scale

    def polish(net, steps=250):
        state = {}
        for t in range(steps):
            net, state = adam_step(net, gradients(net, X, z), state, 0.03 * (1 - t / steps) + 0.002)
        return best_outer(net, X, z)

    scored = []
    for _ in range(24):
        net = best_outer(start_net(width, act, rng), X, z)
        scored.append((rmse(evaluate(net, X), z), len(scored), net))
    finals = [polish(net) for *_, net in sorted(scored)[:5]]
    net = min(finals, key=lambda net: rmse(evaluate(net, X), z))
    net = {**net, "w2": net["w2"] * scale, "b2": float(net["b2"] * scale + centre)}
    return net, rmse(evaluate(net, X_new), f(X_new))

#: error_curve: order statistics by hand and the slope as a ratio of covariances
def error_curve(fit, widths, seeds):
    import statistics
    runs = {width: [float(fit(width, seed)) for seed in seeds] for width in widths}
    median = {width: statistics.median(errors) for width, errors in runs.items()}
    x = np.log2(np.array(list(widths), dtype=float))
    y = np.log2(np.array([median[width] for width in widths]))
    slope = np.cov(x, y, bias=True)[0, 1] / np.var(x)
    column = lambda pick: np.array([pick(runs[width]) for width in widths])
    return {"widths": np.array(list(widths)), "best": column(min), "median": column(statistics.median), "worst": column(max), "slope": float(slope)}

#: error_curve: least squares with a column of ones, errors kept in columns
def error_curve(fit, widths, seeds):
    E = np.empty((len(seeds), len(widths)))
    for j, width in enumerate(widths):
        for i, seed in enumerate(seeds):
            E[i, j] = fit(width, seed)
    low, mid, top = np.percentile(E, [0, 50, 100], axis=0)
    A = np.vander(np.log(np.asarray(widths, dtype=float)), 2)
    (slope, _), *_ = np.linalg.lstsq(A, np.log(mid), rcond=None)
    return dict(widths=np.asarray(widths), best=low, median=mid, worst=top, slope=slope)
''',
    "a7": r'''
#: hidden_neurons: the inputs of all layers but the first
def hidden_neurons(net):
    return sum(W.shape[0] for W, _ in net[1:])

#: activation_pattern: filled into a table whose columns are cut by running sums
def activation_pattern(net, X):
    ends = np.cumsum([0] + [np.size(b) for _, b in net[:-1]])
    table = np.empty((len(X), ends[-1]), dtype=bool)
    H = X
    for (W, b), start, stop in zip(net, ends, ends[1:]):
        Z = np.tensordot(H, W, axes=1) + b
        np.greater(Z, 0.0, out=table[:, start:stop])
        H = np.where(table[:, start:stop], Z, 0.0)
    return table

#: activation_pattern: a recursion over the layers, sample by sample
def activation_pattern(net, X):
    def pattern(h, layers):
        if len(layers) == 1:
            return []
        z = [float(h @ w + s) for w, s in zip(layers[0][0].T, layers[0][1])]
        return [t > 0 for t in z] + pattern(np.array([max(t, 0.0) for t in z]), layers[1:])
    return np.array([pattern(x, list(net)) for x in X], dtype=bool)

#: local_affine: one matrix that carries the shift in its last row
def local_affine(net, x):
    D = len(x)
    T, h = np.eye(D + 1), np.append(x, 1.0)
    for k, (W, b) in enumerate(net):
        layer = np.block([[W, np.zeros((len(W), 1))], [b[None, :], np.ones((1, 1))]])
        T = T @ layer
        if k < len(net) - 1:
            on = np.append(h @ T[:, :-1] > 0, True)
            T = T * on
    return T[:D, :-1], T[D, :-1]

#: local_affine: the slopes come back from the output, layer by layer
def local_affine(net, x):
    inputs, gates = x[None, :].astype(float), []
    for W, b in net[:-1]:
        Z = inputs @ W + b
        gates.append(Z[0] > 0)
        inputs = np.maximum(Z, 0)
    A, c = net[-1][0], net[-1][1]
    for (W, b), on in zip(reversed(net[:-1]), reversed(gates)):
        kept = on[:, None] * A
        A, c = W @ kept, b @ kept + c
    return np.array(A), np.array(c)

#: count_regions_1d: the different patterns in the middle of fine pieces
def count_regions_1d(net, low, high):
    cuts = {float(low), float(high)}
    for depth in range(1, len(net)):
        for p, q in list(zip(sorted(cuts), sorted(cuts)[1:])):
            A, c = local_affine(net[:depth], np.array([(p + q) / 2]))
            for a, s in zip(A[0], c):
                if a and p + 1e-9 < (x := -s / a) < q - 1e-9 and all(abs(x - z) > 1e-9 for z in cuts):
                    cuts.add(float(x))
    ends = np.array(sorted(cuts))
    middles = (ends[1:] + ends[:-1]) / 2
    return len({tuple(row) for row in activation_pattern(net, middles[:, None]).tolist()})

#: count_regions_1d: a recursive generator of pieces
def count_regions_1d(net, low, high):
    def pieces(p, q, a, c, layers):
        if len(layers) < 2:
            yield (p, q)
            return
        (W, b), *rest = layers
        a, c = a @ W, c @ W + b
        marks = [p]
        for x in sorted(-t / s for s, t in zip(a, c) if s != 0):
            if x - marks[-1] > 1e-9 and q - x > 1e-9:
                marks.append(x)
        for u, v in zip(marks, [*marks[1:], q]):
            on = a * ((u + v) / 2) + c > 0
            yield from pieces(u, v, np.where(on, a, 0), np.where(on, c, 0), rest)

    return sum(1 for _ in pieces(low, high, np.ones(1), np.zeros(1), net))

#: max_regions: neuron after neuron, with a row of exact integers
def max_regions(n0, n1):
    row = [1] + [1] * n0
    for _ in range(n1):
        row = [1] + [above + left for above, left in zip(row[1:], row)]
    return row[n0]

#: max_regions: every binomial coefficient from the one before
def max_regions(n0, n1):
    from itertools import accumulate
    return sum(accumulate(range(min(n0, n1)), lambda c, j: c * (n1 - j) // (j + 1), initial=1))

#: count_regions_2d: homogeneous coordinates and cross products
def count_regions_2d(W, b):
    def unit(line):
        line = np.array(line, dtype=float)
        return line / np.hypot(line[0], line[1])

    lines = []
    for line in map(unit, (l for l in zip(*W, b) if l[0] or l[1])):
        flipped = (line if line[:2] @ m[:2] >= 0 else -line for m in lines)
        if not any(abs(f[0] * m[1] - f[1] * m[0]) < 1e-9 and abs(f[2] - m[2]) < 1e-9 for f, m in zip(flipped, lines)):
            lines.append(line)
    regions = 1
    for k, line in enumerate(lines):
        met = []
        for other in lines[:k]:
            x, y, w = np.cross(line, other)
            if abs(w) >= 1e-9 and all(math.dist((x / w, y / w), p) >= 1e-6 for p in met):
                met.append((x / w, y / w))
        regions += 1 + len(met)
    return regions

#: count_regions_2d: along each line, the places of its meetings in order
def count_regions_2d(W, b):
    lines = []
    for w, c in zip(W.T.astype(float), b):
        n = math.hypot(*w)
        if n == 0.0:
            continue
        angle = math.atan2(w[1], w[0])
        lines.append((w / n, c / n, angle))

    def cross(v, w):
        return v[0] * w[1] - v[1] * w[0]

    total, done = 1, []
    for w, c, _ in lines:
        places, again = [], False
        foot, along = -c * w, np.array([-w[1], w[0]])
        for v, d in done:
            if abs(cross(v, w)) < 1e-9:
                again = again or abs(v @ foot + d) < 1e-9
            else:
                places.append(-(v @ foot + d) / (v @ along))
        if again:
            continue
        done.append((w, c))
        places.sort()
        total += 1 + sum(1 for k, s in enumerate(places) if k == 0 or s - places[k - 1] > 1e-6)
    return total

#: split_polygon: clipped twice, once for each sign
def split_polygon(P, w, b):
    scale = np.linalg.norm(w)
    if scale == 0:
        return (None, np.array(P)) if b > 0 else (np.array(P), None)

    def clip(sign):
        heights = [sign * (float(p @ w) + b) / scale for p in P]
        heights = [0.0 if abs(h) < 1e-9 else h for h in heights]
        if max(heights) <= 0:
            return None
        kept = []
        for k, (p, h) in enumerate(zip(P, heights)):
            before, g = P[k - 1], heights[k - 1]
            if g * h < 0:
                kept.append(before + g / (g - h) * (p - before))
            if h >= 0:
                kept.append(p)
        return np.array(kept)

    return clip(-1), clip(1)

#: regions_deep_2d: one queue of pieces, one neuron at a time
def regions_deep_2d(net, low, high):
    from collections import deque
    corners = np.array([[low, low], [low, high], [high, high], [high, low]], dtype=float)
    queue, done = deque([(corners, 0, 0, np.eye(2), np.zeros(2))]), []
    while queue:
        P, layer, neuron, A, c = queue.popleft()
        if layer == len(net) - 1:
            done.append(P)
            continue
        W, b = net[layer]
        if neuron < len(b):
            w, s = A @ W[:, neuron], c @ W[:, neuron] + b[neuron]
            queue.extend((part, layer, neuron + 1, A, c) for part in split_polygon(P, w, s) if part is not None)
        else:
            A, c = A @ W, c @ W + b
            on = np.average(P, axis=0) @ A + c > 0
            queue.append((P, layer + 1, 0, np.where(on, A, 0.0), np.where(on, c, 0.0)))
    return done

#: count_regions_deep_2d: the different patterns at the means of the corners
def count_regions_deep_2d(net, low, high):
    middles = np.array([P.mean(axis=0) for P in regions_deep_2d(net, low, high)])
    return len({row.tobytes() for row in activation_pattern(net, middles)})

#: fold_net: the tent from its two sides, scaled so that outer weights are plus and minus one
def fold_net(L):
    rise, late = np.array([[2.0, 4.0]]), np.array([0.0, -2.0])
    outer = np.array([[1.0], [-1.0]])
    hidden = [(rise if l == 0 else outer @ rise, late.copy()) for l in range(L)]
    return hidden + [(outer, np.zeros(1))]

#: fold_net: a tent of 1 minus the absolute value, with the bias in the next layer
def fold_net(L):
    W, b = np.array([[2.0, -2.0]]), np.array([-1.0, 1.0])
    V, c = np.array([[-1.0], [-1.0]]), np.array([1.0])
    net = [(W, b)]
    while len(net) < L:
        net.append((V @ W, c @ W + b))
    net.append((V, c))
    return net

#: montufar_bound: a recursion from the first layer on
def montufar_bound(n0, widths):
    first, *rest = widths
    return (first // n0) ** n0 * montufar_bound(n0, rest) if rest else max_regions(n0, first)

#: maxout: a running largest over a generator of layers
def maxout(X, W, b):
    from functools import reduce
    return reduce(np.maximum, (X @ V + c for V, c in zip(W, b)))

#: maxout_backward: sample by sample and neuron by neuron
def maxout_backward(dH, X, W, b):
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(b.shape)
    for n, x in enumerate(X):
        for m in range(W.shape[2]):
            r = int(np.argmax([x @ W[k, :, m] + b[k, m] for k in range(len(b))]))
            g = dH[n, m]
            dX[n] += g * W[r, :, m]
            dW[r, :, m] += g * x
            db[r, m] += g
    return dX, dW, db

#: maxout_bound: multiplied out, factor by factor
def maxout_bound(L, n0, k):
    return math.prod([k] * (L - 1 + n0))
''',
    "a8": r'''
#: count_params: one more input for the biases
def count_params(widths):
    return sum((D + 1) * M for D, M in zip(widths[:-1], widths[1:]))

#: conv2d: strides of the padded image and one tensordot
def conv2d(x, k, pad=0, stride=1):
    big = np.pad(np.asarray(x, dtype=float), pad, mode="constant")
    (H, W), (h, w) = big.shape, k.shape
    if min(H - h, W - w) < 0:
        raise ValueError(f"a filter {h} x {w} does not fit on {H} x {W}")
    s, t = big.strides
    windows = np.lib.stride_tricks.as_strided(big, (H - h + 1, W - w + 1, h, w), (s, t, s, t), writeable=False)
    return np.tensordot(windows, k, axes=([2, 3], [0, 1]))

#: conv2d: the product of polynomials with the filter turned round
def conv2d(x, k, pad=0):
    H, W = x.shape[0] + 2 * pad, x.shape[1] + 2 * pad
    h, w = k.shape
    if h > H or w > W:
        raise ValueError("the filter is larger than the image with its border")
    full = np.zeros((x.shape[0] + h - 1, x.shape[1] + w - 1))
    for (i, j), v in np.ndenumerate(x):
        full[i : i + h, j : j + w] += v * k[::-1, ::-1]
    out = np.zeros((H - h + 1, W - w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            a, b = i - pad + h - 1, j - pad + w - 1
            if 0 <= a < full.shape[0] and 0 <= b < full.shape[1]:
                out[i, j] = full[a, b]
    return out

#: filter_grid: rows of images glued together with lines of zeros
def filter_grid(filters, columns):
    K, h, w = filters.shape
    scale = np.abs(filters).reshape(K, -1).max(axis=1)
    shown = [f / s if s else np.zeros((h, w)) for f, s in zip(filters, scale)]
    shown += [np.zeros((h, w))] * (-K % columns)
    side = np.zeros((h, 1))
    lines = []
    for k in range(0, len(shown), columns):
        row = [shown[k]]
        for f in shown[k + 1 : k + columns]:
            row += [side, f]
        lines.append(np.hstack(row))
    grid = lines[0]
    for line in lines[1:]:
        grid = np.vstack([grid, np.zeros((1, line.shape[1])), line])
    return grid

#: saliency: the Jacobian of every sample, from the front to the back
def saliency(params, X, c):
    N, D = X.shape
    J, H = np.broadcast_to(np.eye(D), (N, D, D)), X
    for W, b, kind in params:
        Z = H @ W + b
        J = J @ W
        if kind == "relu":
            J, H = J * (Z > 0)[:, None, :], np.maximum(Z, 0)
        elif kind == "tanh":
            H = np.tanh(Z)
            J = J * (1 - H**2)[:, None, :]
        else:
            H = Z
    return J[:, :, c].copy()

#: project: one row at a time, with a match
def project(X, norm, limit):
    def ball(row):
        length = math.hypot(*row)
        return row if length <= limit else row * (limit / length)

    import math
    match norm:
        case "ball":
            return np.array([ball(row) for row in X])
        case "box":
            return np.array([[min(max(v, -limit), limit) for v in row] for row in X.tolist()])
    raise ValueError(f"{norm!r} is neither ball nor box")

#: activation_max: a recursion over the steps that hands the list of values on
def activation_max(params, c, X0, norm, limit, steps, lr, *, watch=None):
    def climb(X, left, values):
        values = [*values, mlp_forward(params, X)[0][:, c]]
        if not left:
            return X, np.vstack(values)
        return climb(project(X + lr * saliency(params, X, c), norm, limit), left - 1, values)

    if steps > 400:
        X, values = project(X0, norm, limit), []
        for _ in range(steps):
            values.append(mlp_forward(params, X)[0][:, c])
            X = project(X + lr * saliency(params, X, c), norm, limit)
        return X, np.vstack([*values, mlp_forward(params, X)[0][:, c]])
    return climb(project(X0, norm, limit), steps, [])

#: activation_max: start by start, the columns put together at the end
def activation_max(params, c, X0, norm, limit, steps, lr):
    ends, columns = [], []
    for row in X0:
        x = project(row[None, :], norm, limit)
        heights = [mlp_forward(params, x)[0][0, c]]
        for _ in range(steps):
            x = project(x + lr * saliency(params, x, c), norm, limit)
            heights.append(mlp_forward(params, x)[0][0, c])
        ends.append(x[0])
        columns.append(heights)
    return np.array(ends), np.array(columns).T

#: distinct_modes: indices of modes, and a table of all distances
def distinct_modes(ends, values, tol):
    far = np.linalg.norm(ends[:, None, :] - ends[None, :, :], axis=2)
    chosen, counts = [], []
    for n in np.argsort(values, kind="stable")[::-1].tolist():
        near = [far[n, m] for m in chosen]
        if near and (smallest := min(near)) <= tol:
            counts[near.index(smallest)] += 1
        else:
            chosen.append(n)
            counts.append(1)
    return ends[chosen], np.array(counts, dtype=int)

#: modes_of_unit: starts made row by row, and everything in one expression
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    D = len(params[0][0])
    directions = np.vstack([rng.normal(size=(1, D)) for _ in range(n_init)])
    starts = limit * directions / np.sqrt(np.einsum("nd,nd->n", directions, directions))[:, None]
    X, values = activation_max(params, c, starts, "ball", limit, steps, lr)
    return distinct_modes(X, values[-1, :], 0.1 * limit)

#: typicality: in blocks of dimensions, with the middle of the sorted lengths
def typicality(d, samples, rng):
    squares = sum((np.square(rng.standard_normal((samples, min(50, d - k)))).sum(axis=1) for k in range(0, d, 50)), np.zeros(samples))
    ordered = np.sort(np.sqrt(squares))
    median = (ordered[(samples - 1) // 2] + ordered[samples // 2]) / 2
    return float(median), float(np.mean(4 * squares < d))

#: occlusion: all painted images in one batch, chosen by a mask
def occlusion(params, X, c, size, fill):
    N, D = X.shape
    S = round(D**0.5)
    n = S - size + 1
    rows, cols = np.divmod(np.arange(D), S)
    i, j = np.divmod(np.arange(n * n), n)
    inside = (rows >= i[:, None]) & (rows < i[:, None] + size) & (cols >= j[:, None]) & (cols < j[:, None] + size)
    painted = np.where(inside[None], fill, X[:, None, :]).reshape(N * n * n, D)
    after = mlp_forward(params, painted)[0][:, c].reshape(N, n, n)
    return mlp_forward(params, X)[0][:, c][:, None, None] - after

#: permutation_importance: the outer loop is over repeats, and copies are built from columns
def permutation_importance(params, X, y, repeats, rng):
    def hits(A):
        return int(np.count_nonzero(np.argmax(mlp_forward(params, A)[0], axis=1) == y))

    N, D = X.shape
    before, after = hits(X), np.zeros(D, dtype=int)
    for _ in range(repeats):
        for j in range(D):
            order = np.argsort(rng.random(N))
            after[j] += hits(np.column_stack([X[:, :j], X[order, j], X[:, j + 1 :]]))
    return (before - after / repeats) / N

#: spurious_pixel: a pixel of the row of 64 numbers, divided
def spurious_pixel(pixel=49, c=3):
    return (*divmod(pixel, 8), c)

#: linear_probe: singular values of A, and shrunk
def linear_probe(H, y, H_test, y_test, lam):
    A = np.insert(np.asarray(H, dtype=float), H.shape[1], 1.0, axis=1)
    Y = (np.asarray(y)[:, None] == np.arange(np.max(y) + 1)) * 1.0
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    V = Vt.T @ ((s / (s**2 + lam))[:, None] * (U.T @ Y))
    scores = H_test @ V[:-1] + V[-1]
    return V, float(np.mean(np.argmax(scores, axis=1) == y_test))

#: linear_probe: the dual form, with one unknown per sample
def linear_probe(H, y, H_test, y_test, lam):
    A = np.concatenate([H, np.ones_like(H[:, :1])], axis=1)
    Y = np.identity(int(max(y)) + 1)[y]
    V = A.T @ np.linalg.solve(A @ A.T + lam * np.identity(len(A)), Y)
    right = sum(int(np.argmax(np.append(h, 1.0) @ V)) == t for h, t in zip(H_test, y_test))
    return V, right / len(y_test)

#: separability_curve: both sets go through together as one, and are parted for each probe
def separability_curve(params, X, y, X_test, y_test, lam):
    both, N = np.concatenate([X, X_test]), len(X)
    curve = []
    for W, b, kind in [*params, (None, None, None)]:
        curve.append(linear_probe(both[:N], y, both[N:], y_test, lam)[1])
        if W is not None:
            both = act_forward(both @ W + b, kind)
    return np.array(curve)
''',
}
