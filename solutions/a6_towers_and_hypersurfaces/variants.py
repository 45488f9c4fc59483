"""Right implementations of a6, written differently: none of them may lose a point."""

import numpy as np

from autograder.checking import variant

from .reference import activate, adam_step, best_outer, bump, evaluate, gradients, rmse, sigmoid, start_net


@variant("bump")
def with_tanh(x, left, right, h, w):
    """Sigmoids written as tanh."""
    return h / 2 * (np.tanh(w * (x - left) / 2) - np.tanh(w * (x - right) / 2))


@variant("bump")
def naive_sigmoid(x, left, right, h, w):
    """1 / (1 + exp(-z)), whose overflow ends in the right 0."""
    with np.errstate(over="ignore"):
        return h / (1 + np.exp(-w * (x - left))) - h / (1 + np.exp(-w * (x - right)))


@variant("bump")
def as_a_net(x, left, right, h, w):
    """Two hidden neurons with weights, biases and outer weights, point by point."""
    heights = np.zeros(np.shape(x))
    for place in np.ndindex(np.shape(x)):
        hidden = sigmoid(x[place] * np.array([w, w]) + np.array([-w * left, -w * right]))
        heights[place] = hidden @ np.array([h, -h])
    return heights


@variant("bump")
def a_falling_step(x, left, right, h, w):
    """A rising step plus a falling one, minus the height."""
    return h * sigmoid(w * (x - left)) + h * sigmoid(w * (right - x)) - h


@variant("tower")
def as_three_layers(X, low, high, h, w):
    """Weight matrices with the zeros that the construction asks for."""
    W1 = w * np.array([[1.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 1.0]])
    b1 = -w * np.array([low[0], high[0], low[1], high[1]])
    return sigmoid(sigmoid(X @ W1 + b1) @ np.array([h, -h, h, -h]) - 3 * h / 2)


@variant("tower")
def point_by_point(X, low, high, h, w):
    """One point after the other."""
    heights = []
    for x1, x2 in X:
        total = bump(np.array(x1), low[0], high[0], h, w) + bump(np.array(x2), low[1], high[1], h, w)
        heights.append(float(sigmoid(np.array(total - 1.5 * h))))
    return np.array(heights)


@variant("tower")
def with_unpacking(X, low, high, h, w):
    """A loop over the two inputs."""
    total = np.full(len(X), -3.0 * h / 2)
    for column, start, end in zip(X.T, low, high):
        total = total + bump(column, start, end, h, w)
    return sigmoid(total)


@variant("tower")
def in_units_of_the_height(X, low, high, h, w):
    """Bumps of height 1, scaled at the end."""
    walls = sum(bump(X[:, k], low[k], high[k], 1.0, w) for k in range(2))
    return (1 + np.tanh(h * (walls - 1.5) / 2)) / 2


@variant("polygon_tower")
def side_by_side(n):
    """A loop over the sides."""
    W1, b1 = np.zeros((2, n)), np.zeros(n)
    for k in range(n):
        angle = 2 * np.pi * k / n
        W1[0, k], W1[1, k], b1[k] = -np.cos(angle), -np.sin(angle), 1.0
    return {"W1": W1, "b1": b1, "w2": np.ones(n), "b2": -(n - 0.5), "act": "step"}


@variant("polygon_tower")
def counting_violations(n):
    """Neurons that say 1 outside, with negative outer weights: positive where none of them does."""
    angles = np.linspace(0, 2 * np.pi, n, endpoint=False)
    return {"W1": np.stack([np.cos(angles), np.sin(angles)]), "b1": np.full(n, -1.0), "w2": np.full(n, -1.0), "b2": 0.5, "act": "step"}


@variant("polygon_tower")
def in_another_scale(n):
    """Steep weights, another threshold between n - 1 and n, sides in reverse order, and an extra entry."""
    angles = -2 * np.pi * np.arange(n) / n
    W1 = -40.0 * np.vstack((np.cos(angles), np.sin(angles)))
    return {"W1": W1, "b1": np.repeat(40.0, n), "w2": np.repeat(2.0, n), "b2": np.float64(0.4 - 2 * n), "act": "step", "sides": n}


@variant("polygon_tower")
def with_complex_numbers(n):
    """Roots of unity."""
    roots = np.exp(2j * np.pi * np.arange(n) / n)
    return {"W1": -np.array([roots.real, roots.imag]), "b1": np.ones(n), "w2": np.ones(n), "b2": 1 / 3 - n, "act": "step"}


@variant("area_mc")
def one_input_at_a_time(net, half, samples, rng):
    """The points are drawn column by column."""
    X = np.column_stack([rng.uniform(-half, half, samples) for _ in range(2)])
    hits = int(np.count_nonzero(evaluate(net, X) > 0))
    p, square = hits / samples, 4 * half * half
    return p * square, square * (p * (1 - p) / samples) ** 0.5


@variant("area_mc")
def from_random(net, half, samples, rng):
    """Numbers between 0 and 1, stretched."""
    inside = evaluate(net, half * (2 * rng.random((samples, 2)) - 1)) > 0
    square = (2.0 * half) ** 2
    return square * inside.mean(), square * inside.std() / np.sqrt(samples)


@variant("area_mc")
def with_the_other_ddof(net, half, samples, rng):
    """The standard error with samples - 1 under the root."""
    inside = 1.0 * (evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    square = (2.0 * half) ** 2
    return [float(square * np.mean(inside)), float(square * np.std(inside, ddof=1) / np.sqrt(samples))]


@variant("area_mc")
def hit_by_hit(net, half, samples, rng):
    """A loop that counts."""
    hits = 0
    for x in rng.uniform(-half, half, size=(samples, 2)):
        hits += bool(evaluate(net, x[None, :])[0] > 0)
    p = hits / samples
    return p * (2 * half) ** 2, (2 * half) ** 2 * np.sqrt(p - p * p) / np.sqrt(samples)


@variant("one_layer_tower")
def ridge_by_ridge(n):
    """The two steps of a ridge next to each other."""
    W1, b1, w2 = np.zeros((2, 2 * n)), np.zeros(2 * n), np.zeros(2 * n)
    for k in range(n):
        u = np.array([np.cos(np.pi * k / n), np.sin(np.pi * k / n)])
        W1[:, 2 * k], b1[2 * k], w2[2 * k] = u, 1.0, 1 / n
        W1[:, 2 * k + 1], b1[2 * k + 1], w2[2 * k + 1] = u, -1.0, -1 / n
    return {"W1": W1, "b1": b1, "w2": w2, "b2": 0.0, "act": "step"}


@variant("one_layer_tower")
def both_steps_face_inwards(n):
    """Each step faces the middle line; where only one of them says 1, the outer bias takes it off."""
    angles = np.pi * np.arange(n) / n
    across = np.stack([np.cos(angles), np.sin(angles)])
    return {"W1": np.hstack([across, -across]), "b1": np.ones(2 * n), "w2": np.full(2 * n, 1 / n), "b2": -1.0, "act": "step"}


@variant("one_layer_tower")
def both_steps_face_outwards(n):
    """Whatever is off a ridge is taken off the full height."""
    angles = np.linspace(0, np.pi, n, endpoint=False)
    across = np.stack([np.cos(angles), np.sin(angles)])
    return {"W1": np.hstack([across, -across]), "b1": -np.ones(2 * n), "w2": -np.ones(2 * n) / n, "b2": 1.0, "act": "step"}


@variant("one_layer_tower")
def other_side_of_each_ridge(n):
    """The opposite directions, in another scale."""
    angles = np.pi + np.pi * np.arange(n) / n
    across = 7.0 * np.array([np.cos(angles), np.sin(angles)])
    b1, w2 = np.array([7.0, -7.0] * n), np.array([1.0, -1.0] * n) / n
    return {"W1": np.repeat(across, 2, axis=1), "b1": b1, "w2": w2, "b2": 0, "act": "step"}


@variant("approx_by_bumps")
def tower_after_tower(f, M):
    """Every tower is added to what is there."""
    edges = np.linspace(-1, 1, M + 1)
    towers = []
    for i in range(M):
        for j in range(M):
            middle = np.array([[(edges[i] + edges[i + 1]) / 2, (edges[j] + edges[j + 1]) / 2]])
            towers.append((i, j, float(f(middle)[0])))

    def f_hat(X):
        values = np.zeros(len(X))
        for i, j, height in towers:
            wall1 = (X[:, 0] > edges[i]) & (X[:, 0] <= edges[i + 1])
            wall2 = (X[:, 1] > edges[j]) & (X[:, 1] <= edges[j + 1])
            values = values + height * (wall1 & wall2)
        return values

    return f_hat


@variant("approx_by_bumps")
def with_searchsorted(f, M):
    """Cells found by their edges; a lambda is returned."""
    edges = np.linspace(-1.0, 1.0, M + 1)
    middle = (edges[1:] + edges[:-1]) / 2
    table = np.pad(f(np.stack(np.meshgrid(middle, middle, indexing="ij"), axis=-1).reshape(-1, 2)).reshape(M, M), 1)
    return lambda X: table[np.searchsorted(edges, X[:, 0]), np.searchsorted(edges, X[:, 1])]


@variant("approx_by_bumps")
def nearest_middle(f, M):
    """The point moved to the middle of its cell, and f asked there."""

    def f_hat(X):
        middles = (np.floor((X + 1) * M / 2) + 0.5) * 2 / M - 1
        return np.where(np.max(np.abs(X), axis=1) < 1, f(middles), 0.0)

    return f_hat


@variant("approx_by_bumps")
def with_a_dict(f, M):
    """Heights by cell in a dict, looked up point by point."""
    cells = [(i, j) for i in range(M) for j in range(M)]
    asked = f(np.array([((2 * i + 1) / M - 1, (2 * j + 1) / M - 1) for i, j in cells]))
    heights = dict(zip(cells, asked.tolist()))

    def f_hat(X):
        return np.array([heights.get((int(np.floor((x1 + 1) * M / 2)), int(np.floor((x2 + 1) * M / 2))), 0.0) for x1, x2 in X])

    return f_hat


@variant("surface_grid")
def row_by_row(net, lo, hi, G):
    """One row of the table after the other."""
    t = np.linspace(lo, hi, G)
    return np.array([evaluate(net, np.column_stack([np.full(G, x1), t])) for x1 in t])


@variant("surface_grid")
def point_after_point(net, lo, hi, G):
    """Two loops and one point at a time."""
    values = np.zeros((G, G))
    for i in range(G):
        for j in range(G):
            x = np.array([lo + i * (hi - lo) / (G - 1), lo + j * (hi - lo) / (G - 1)])
            values[i, j] = activate(x @ net["W1"] + net["b1"], net["act"]) @ net["w2"] + net["b2"]
    return values


@variant("surface_grid")
def transposed_numpy_grid(net, lo, hi, G):
    """The usual grid of numpy, transposed at the end."""
    t = np.linspace(lo, hi, G)
    x1, x2 = np.meshgrid(t, t)
    return evaluate(net, np.c_[x1.ravel(), x2.ravel()]).reshape(G, G).T


@variant("surface_grid")
def with_three_axes(net, lo, hi, G):
    """All points as one array with three axes, through the layers by broadcasting."""
    t = np.linspace(lo, hi, G)
    Z = t[:, None, None] * net["W1"][0] + t[None, :, None] * net["W1"][1] + net["b1"]
    return np.sum(activate(Z, net["act"]) * net["w2"], axis=2) + net["b2"]


@variant("fit_surface")
def random_hidden_layers(f, width, act, rng):
    """No gradient at all: the best of many random hidden layers, with regression for the outer weights."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    best, least = None, np.inf
    for _ in range(150):
        net = best_outer(start_net(width, act, rng), X, y)
        error = rmse(evaluate(net, X), y)
        if error < least:
            best, least = net, error
    return best, rmse(evaluate(best, fresh), f(fresh))


@variant("fit_surface")
def several_starts(f, width, act, rng):
    """Outer weights first, then Adam, from six starts; the best on the training points goes on."""
    X = rng.uniform(-1, 1, size=(1000, 2))
    y = f(X)

    def trained(net, steps):
        state = {}
        for _ in range(steps):
            net, state = adam_step(net, gradients(net, X, y), state, 0.04)
        return net

    nets = [trained(best_outer(start_net(width, act, rng), X, y), 20) for _ in range(6)]
    net = trained(min(nets, key=lambda one: np.mean((evaluate(one, X) - y) ** 2)), 150)
    fresh = rng.uniform(-1, 1, size=(2000, 2))
    return net, float(np.sqrt(np.mean((evaluate(net, fresh) - f(fresh)) ** 2)))


@variant("fit_surface")
def scaled_heights(f, width, act, rng):
    """Heights with mean 0 and spread 1, a start from regression, and the scale put back at the end."""
    X = 2 * rng.random((1000, 2)) - 1
    mean, spread = np.mean(f(X)), np.std(f(X))
    y = (f(X) - mean) / spread
    nets = [best_outer(start_net(width, act, rng), X, y) for _ in range(60)]
    nets.sort(key=lambda one: rmse(evaluate(one, X), y))
    net, state = nets[0], {}
    for step in range(120):
        net, state = adam_step(net, gradients(net, X, y), state, 0.04 * 0.995**step)
    net = {**net, "w2": spread * net["w2"], "b2": float(spread * net["b2"] + mean), "steps": 120}
    fresh = 2 * rng.random((1000, 2)) - 1
    return net, rmse(evaluate(net, fresh), f(fresh))


@variant("fit_surface")
def damped_newton(f, width, act, rng):
    """Levenberg and Marquardt: linear regression on the slopes of the output, again and again."""
    X, fresh = rng.uniform(-1, 1, size=(2, 1000, 2))
    y = f(X)
    net = min((best_outer(start_net(width, act, rng), X, y) for _ in range(40)), key=lambda one: rmse(evaluate(one, X), y))
    damping = 1e-2
    for _ in range(15):
        Z = X @ net["W1"] + net["b1"]
        H = activate(Z, act)
        bend = net["w2"] * (1 - H * H if act == "tanh" else 1.0 * (Z > 0))
        J = np.hstack([bend * X[:, :1], bend * X[:, 1:], bend, H, np.ones((len(X), 1))])
        left = y - (H @ net["w2"] + net["b2"])
        move = np.linalg.solve(J.T @ J + damping * np.eye(J.shape[1]), J.T @ left)
        dW1, db1, dw2 = move[: 2 * width].reshape(2, width), move[2 * width : 3 * width], move[3 * width : 4 * width]
        tried = {"W1": net["W1"] + dW1, "b1": net["b1"] + db1, "w2": net["w2"] + dw2, "b2": float(net["b2"] + move[-1]), "act": act}
        if rmse(evaluate(tried, X), y) < rmse(evaluate(net, X), y):
            net, damping = tried, damping / 3
        else:
            damping *= 4
    return net, rmse(evaluate(net, fresh), f(fresh))


@variant("error_curve")
def width_by_width(fit, widths, seeds):
    """Lists that grow, and the slope by its formula."""
    best, median, worst = [], [], []
    for width in widths:
        errors = sorted(float(fit(width, seed)) for seed in seeds)
        half = len(errors) // 2
        best.append(errors[0])
        median.append(errors[half] if len(errors) % 2 else (errors[half - 1] + errors[half]) / 2)
        worst.append(errors[-1])
    x, y = np.log(widths) - np.mean(np.log(widths)), np.log(median)
    slope = np.sum(x * y) / np.sum(x * x)
    return {"widths": np.array(widths), "best": np.array(best), "median": np.array(median), "worst": np.array(worst), "slope": slope}


@variant("error_curve")
def seeds_in_rows(fit, widths, seeds):
    """The table the other way round, base 10 and lstsq; one entry more than asked for."""
    errors = np.array([[fit(width, seed) for width in widths] for seed in seeds])
    median = np.median(errors, axis=0)
    A = np.column_stack([np.log10(widths), np.ones(len(widths))])
    slope = np.linalg.lstsq(A, np.log10(median), rcond=None)[0][0]
    return dict(widths=np.array(widths), best=errors.min(0), median=median, worst=errors.max(0), slope=slope, errors=errors)


@variant("error_curve")
def with_quantiles(fit, widths, seeds):
    """All three at once, as quantiles."""
    errors = np.stack([np.array([fit(int(width), int(seed)) for seed in seeds]) for width in widths])
    best, median, worst = np.quantile(errors, [0.0, 0.5, 1.0], axis=1)
    line = np.polynomial.Polynomial.fit(np.log(widths), np.log(median), 1).convert()
    return {"widths": np.array(widths, dtype=float), "best": best, "median": median, "worst": worst, "slope": line.coef[1]}


@variant("error_curve")
def with_a_covariance(fit, widths, seeds):
    """The slope as a covariance over a variance."""
    table = {width: [fit(width, seed) for seed in seeds] for width in widths}
    median = np.array([np.median(table[width]) for width in widths])
    spread = np.cov(np.log2(widths), np.log2(median))
    return {
        "widths": np.array(list(widths)),
        "best": np.array([min(table[width]) for width in widths]),
        "median": median,
        "worst": np.array([max(table[width]) for width in widths]),
        "slope": float(spread[0, 1] / spread[0, 0]),
    }
