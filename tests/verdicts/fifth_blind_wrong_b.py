"""A fifth set of wrong code, the part for a5 to a8, by somebody who had read the notebooks and neither checks, mistakes nor slips.

Everyday mistakes in the styles of people who come from MATLAB, R or torch, of hurried code and of assistants that are nearly right,
and beside them mistakes that show only for a rare shape, value, seed or order of calls, and code that only tries to look right.
One mistake each at one place, now and then two. After @ stand the lines of the piece where the mistake is, counted from 1.
The pieces were committed before anything was run on them. Of 168, four passed the checks of that day: a start of zeros that draws
nothing, a counter of the caller's that is moved on, a training that stops early, a loss of accuracy that is cut at 0. One was taken
out: a standard error with N - 1, which the guide of a6 accepts.
"""

CASES = {
    "a5": r'''
#: accuracy: compared by sign with labels of plus and minus one, so a logit of exactly 0 is never right @3 =>
def accuracy(z, y):
    targets = 2 * np.asarray(y) - 1
    return float(np.mean(np.sign(z) == targets))

#: init: the scale of the first layer is used for all layers @3 =>
def init(widths, scheme, rng):
    D, M = widths[0], widths[1]
    scale = {"zeros": 0.0, "small": 0.01, "xavier": np.sqrt(2 / (D + M)), "he": np.sqrt(2 / D)}[scheme]
    params = {}
    for i, (fan_in, fan_out) in enumerate(zip(widths, widths[1:]), start=1):
        params[f"W{i}"] = scale * rng.normal(size=(fan_in, fan_out))
        params[f"b{i}"] = np.zeros(fan_out)
    return params

#: init: the scheme "zeros" saves itself the draws, and rng stays where it was @3,4 => !property
def init(widths, scheme, rng):
    layers = list(zip(widths[:-1], widths[1:]))
    if scheme == "zeros":
        weights = [np.zeros(shape) for shape in layers]
    else:
        def scale(D, M):
            if scheme == "small":
                return 0.01
            return (2 / (D + M)) ** 0.5 if scheme == "xavier" else (2 / D) ** 0.5
        weights = [rng.normal(size=shape) * scale(*shape) for shape in layers]
    params = {}
    for i, W in enumerate(weights):
        params[f"W{i + 1}"], params[f"b{i + 1}"] = W, np.zeros(W.shape[1])
    return params

#: init: drawn as (outputs, inputs), as torch keeps weights, and turned afterwards @14,15 =>
def init(widths, scheme, rng):
    params = {}
    for n in range(1, len(widths)):
        fan_in, fan_out = widths[n - 1], widths[n]
        match scheme:
            case "zeros":
                gain = 0.0
            case "small":
                gain = 0.01
            case "xavier":
                gain = np.sqrt(2.0 / (fan_in + fan_out))
            case "he":
                gain = np.sqrt(2.0 / fan_in)
        weight = rng.normal(size=(fan_out, fan_in))
        params[f"W{n}"] = gain * weight.T
        params[f"b{n}"] = np.zeros(fan_out)
    return params

#: init: written for hidden layers and an output layer that is always called number 2 @11,12 =>
def init(widths, scheme, rng):
    def draw(D, M):
        s = dict(zeros=0, small=0.01, xavier=(2 / (D + M)) ** 0.5, he=(2 / D) ** 0.5)[scheme]
        return s * rng.normal(size=(D, M))

    *hidden, last = widths
    params = {}
    for i in range(len(hidden) - 1):
        params[f"W{i + 1}"] = draw(hidden[i], hidden[i + 1])
        params[f"b{i + 1}"] = np.zeros(hidden[i + 1])
    params["W2"] = draw(hidden[-1], last)
    params["b2"] = np.zeros(last)
    return params

#: sgd_step: goes through W1, b1, W2, b2 by number and loses whatever has another name or no bias @3,4 =>
def sgd_step(params, grads, lr):
    new = {}
    for i in range(1, len(params) // 2 + 1):
        for letter in "Wb":
            key = f"{letter}{i}"
            if key in params:
                new[key] = params[key] - lr * grads[key]
    return new

#: sgd_step: the copy of the dict still holds the caller's arrays, and they are moved in place @4,6 =>
from copy import copy

def sgd_step(params, grads, lr):
    stepped = copy(params)
    for name, g in grads.items():
        np.subtract(stepped[name], lr * g, out=stepped[name])
    return stepped

#: momentum_step: a beta of 0 counts as not given @2 =>
def momentum_step(params, grads, velocity, lr, beta=None):
    beta = beta or 0.9
    new_velocity = {key: beta * velocity[key] + grads[key] for key in params}
    new_params = {key: params[key] - lr * new_velocity[key] for key in params}
    return new_params, new_velocity

#: momentum_step: looks ahead as Nesterov does @5 =>
def momentum_step(params, grads, velocity, lr, beta=0.9):
    w, v = {}, {}
    for key, g in grads.items():
        v[key] = beta * velocity[key] + g
        w[key] = params[key] - lr * (g + beta * v[key])
    return w, v

#: momentum_step: the learning rate goes into the velocity @4,5 =>
def momentum_step(params, grads, velocity, lr, beta=0.9):
    v_new = {}
    for key in velocity:
        v_new[key] = beta * velocity[key] + lr * grads[key]
    return {key: params[key] - v_new[key] for key in params}, v_new

#: momentum_step: the weights follow the velocity of before the step @5 =>
def momentum_step(params, grads, velocity, lr, beta=0.9):
    pairs = {}
    for key in params:
        old, g = velocity[key], grads[key]
        pairs[key] = (params[key] - lr * old, beta * old + g)
    return {k: p[0] for k, p in pairs.items()}, {k: p[1] for k, p in pairs.items()}

#: adam_step: t grows by one for every array, not for every step @5 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"]
    new, m_all, v_all = {}, {}, {}
    for key, w in params.items():
        t += 1
        g = grads[key]
        m = beta1 * state["m"][key] + (1 - beta1) * g
        v = beta2 * state["v"][key] + (1 - beta2) * g**2
        step = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
        new[key], m_all[key], v_all[key] = w - lr * step, m, v
    return new, {"t": t, "m": m_all, "v": v_all}

#: adam_step: both corrections are put into the learning rate, and eps is not corrected along @3,6 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    alpha = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    m = {k: beta1 * state["m"][k] + (1 - beta1) * grads[k] for k in grads}
    v = {k: beta2 * state["v"][k] + (1 - beta2) * np.square(grads[k]) for k in grads}
    new = {k: params[k] - alpha * m[k] / (np.sqrt(v[k]) + eps) for k in params}
    return new, dict(t=t, m=m, v=v)

#: adam_step: corrected with the old t, patched so that the first step does not divide by 0 @2 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = max(state["t"], 1)
    out, m, v = {}, {}, {}
    for key in params:
        m[key] = state["m"][key] + (1 - beta1) * (grads[key] - state["m"][key])
        v[key] = state["v"][key] + (1 - beta2) * (grads[key] ** 2 - state["v"][key])
        a = m[key] / (1 - beta1**t)
        b = v[key] / (1 - beta2**t)
        out[key] = params[key] - lr * a / (b**0.5 + eps)
    return out, {"t": state["t"] + 1, "m": m, "v": v}

#: adam_step: the running mean of squares never gets smaller, as in AMSGrad @6 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    new, mean, square = {}, {}, {}
    for key, g in grads.items():
        mean[key] = beta1 * state["m"][key] + (1 - beta1) * g
        square[key] = np.maximum(state["v"][key], beta2 * state["v"][key] + (1 - beta2) * g * g)
        a = mean[key] / (1 - beta1**t)
        b = square[key] / (1 - beta2**t)
        new[key] = params[key] - lr * a / (np.sqrt(b) + eps)
    return new, {"t": t, "m": mean, "v": square}

#: adam_step: the counter of the caller's state is moved on @2 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    state["t"] += 1
    t = state["t"]
    m = {k: beta1 * m + (1 - beta1) * grads[k] for k, m in state["m"].items()}
    v = {k: beta2 * v + (1 - beta2) * grads[k] ** 2 for k, v in state["v"].items()}
    bias1, bias2 = 1 - beta1**t, 1 - beta2**t
    new = {k: w - lr * (m[k] / bias1) / (np.sqrt(v[k] / bias2) + eps) for k, w in params.items()}
    return new, {"t": t, "m": m, "v": v}

#: minibatches: as many batches as needed, but all of about the same size @4 =>
def minibatches(N, batch, rng):
    order = rng.permutation(N)
    how_many = -(-N // batch)
    return np.array_split(order, how_many)

#: minibatches: an empty batch at the end if the division leaves nothing @4 =>
def minibatches(N, batch, rng):
    order = rng.permutation(N)
    batches = []
    for k in range(N // batch + 1):
        batches.append(order[k * batch : (k + 1) * batch])
    return batches

#: minibatches: the full batches are split off first, which fails if there is none @4 =>
def minibatches(N, batch, rng):
    order = rng.permutation(N)
    full = N // batch
    parts = np.split(order[: full * batch], full)
    rest = order[full * batch :]
    return parts + [rest] if len(rest) else parts

#: minibatches: every batch is drawn from all samples again @7 =>
def minibatches(N, batch, rng):
    def sizes():
        left = N
        while left > 0:
            yield min(batch, left)
            left -= batch
    return [rng.permutation(N)[:size] for size in sizes()]

#: train: the loss for the history is always that of tanh @3,13 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    state = {"momentum": zeros_like(params), "adam": {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}}.get(optimizer)
    history = [loss_and_gradients(params, X, y)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, state = momentum_step(params, grads, state, lr)
            else:
                params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y)[0])
    return params, np.array(history)

#: train: what the optimizer remembers is kept from one call to the next @1,2 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd", memory={}):
    if optimizer not in memory:
        zero = {k: 0 * v for k, v in params.items()}
        memory[optimizer] = zero if optimizer == "momentum" else {"t": 0, "m": zero, "v": zero}
    losses = np.empty(epochs + 1)
    losses[0] = loss_and_gradients(params, X, y, kind)[0]
    for epoch in range(1, epochs + 1):
        for rows in minibatches(len(X), batch, rng):
            _, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            else:
                step = momentum_step if optimizer == "momentum" else adam_step
                params, memory[optimizer] = step(params, grads, memory[optimizer], lr)
        losses[epoch] = loss_and_gradients(params, X, y, kind)[0]
    return params, losses

#: train: a batch of a single sample is left out, as one would for batch normalisation @19,20 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    velocity = zeros_like(params)
    adam = {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}

    def one(params, rows):
        nonlocal velocity, adam
        g = loss_and_gradients(params, X[rows], y[rows], kind)[1]
        if optimizer == "momentum":
            params, velocity = momentum_step(params, g, velocity, lr, 0.9)
        elif optimizer == "adam":
            params, adam = adam_step(params, g, adam, lr)
        else:
            params = sgd_step(params, g, lr)
        return params

    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(y), batch, rng):
            if len(rows) < 2:
                continue
            params = one(params, rows)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)

#: train: the loss of before is only written down in the first epoch, so none is there without epochs @5,6 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    history = []
    state = {"sgd": None, "momentum": zeros_like(params)}.get(optimizer, {"t": 0, "m": zeros_like(params), "v": zeros_like(params)})
    for epoch in range(epochs):
        if epoch == 0:
            history.append(loss_and_gradients(params, X, y, kind)[0])
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            match optimizer:
                case "sgd":
                    params = sgd_step(params, grads, lr)
                case "momentum":
                    params, state = momentum_step(params, grads, state, lr)
                case "adam":
                    params, state = adam_step(params, grads, state, lr)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.asarray(history, dtype=float)

#: train: learning rate and beta change places in the momentum step @10 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    N = X.shape[0]
    history = np.zeros(epochs + 1)
    history[0], _ = loss_and_gradients(params, X, y, kind)
    velocity, moments = zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    for e in range(epochs):
        for idx in minibatches(N, batch, rng):
            _, grads = loss_and_gradients(params, X[idx, :], y[idx], kind)
            if optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, 0.9, lr)
            elif optimizer == "adam":
                params, moments = adam_step(params, grads, moments, lr)
            else:
                params = sgd_step(params, grads, lr)
        history[e + 1], _ = loss_and_gradients(params, X, y, kind)
    return params, history

#: train: stops when the loss is nearly 0 and fills the rest of the history @10,11,12 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    steps = {
        "sgd": lambda p, g, s: (sgd_step(p, g, lr), s),
        "momentum": lambda p, g, s: momentum_step(p, g, s, lr),
        "adam": lambda p, g, s: adam_step(p, g, s, lr),
    }
    state = {"t": 0, "m": zeros_like(params), "v": zeros_like(params)} if optimizer == "adam" else zeros_like(params)
    history = [loss_and_gradients(params, X, y, kind)[0]]
    while len(history) < epochs + 1:
        if history[-1] < 1e-2:
            history += [history[-1]] * (epochs + 1 - len(history))
            break
        for rows in minibatches(len(X), batch, rng):
            params, state = steps[optimizer](params, loss_and_gradients(params, X[rows], y[rows], kind)[1], state)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)

#: clip_by_norm: with the small number in the denominator that torch adds @3 =>
def clip_by_norm(grads, limit):
    total = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    factor = min(1.0, limit / (total + 1e-6))
    return {key: factor * g for key, g in grads.items()}

#: clip_by_norm: the largest singular value of a matrix in place of the root of all its squares @2 =>
def clip_by_norm(grads, limit):
    norms = [np.linalg.norm(g, 2) for g in grads.values()]
    norm = np.hypot.reduce(norms)
    if norm > limit:
        return {k: g * (limit / norm) for k, g in grads.items()}
    return {k: g.copy() for k, g in grads.items()}

#: lr_schedule: twice the number of halvings instead of two to their power @3 =>
def lr_schedule(kind, lr, step, span):
    if kind == "halving":
        return lr / max(1, 2 * (step // span))
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2

#: lr_schedule: after the span the cosine rises a second time @6 =>
def lr_schedule(kind, lr, step, span):
    r = step / span
    table = {
        "halving": lambda: lr * 0.5 ** int(r),
        "inverse": lambda: lr / (1 + r),
        "cosine": lambda: lr * (1 + np.cos(np.pi * r)) / 2,
    }
    return table[kind]()

#: l1_l2: a weight of 0 gets the slope of a positive one @8 =>
def l1_l2(params, l1, l2):
    penalty, grads = 0.0, {}
    for key, w in params.items():
        if key.startswith("b"):
            grads[key] = np.zeros_like(w)
            continue
        penalty += l1 * np.abs(w).sum() + 0.5 * l2 * (w * w).sum()
        grads[key] = l1 * np.where(w < 0, -1.0, 1.0) + l2 * w
    return penalty, grads

#: l1_l2: only the first bias is spared @3 =>
def l1_l2(params, l1, l2):
    grads = zeros_like(params)
    weights = [key for key in params if key not in ("b", "b1")]
    for key in weights:
        grads[key] = l1 * np.sign(params[key]) + l2 * params[key]
    penalty = sum(l1 * np.sum(np.abs(params[key])) + l2 / 2 * np.sum(params[key] ** 2) for key in weights)
    return penalty, grads

#: symmetry_experiment: allclose brings a relative tolerance along, so large numbers may differ by more @6 =>
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def different(p):
        units = np.vstack([p["W1"], p["b1"]]).T
        kept = []
        for u in units:
            if not any(np.allclose(u, v, atol=1e-6) for v in kept):
                kept.append(u)
        return len(kept)

    counts = [different(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(different(params))
    return np.array(counts)

#: symmetry_experiment: every unit is only compared with the one beside it @5,6 =>
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    counts = np.zeros(steps + 1, dtype=int)
    for t in range(steps + 1):
        units = np.concatenate([params["W1"], params["b1"][None, :]])
        jumps = np.max(np.abs(np.diff(units, axis=1)), axis=0) > 1e-6
        counts[t] = 1 + np.count_nonzero(jumps)
        grads = loss_and_gradients(params, X, y, kind)[1]
        params = sgd_step(params, grads, lr)
    return counts

#: symmetry_experiment: the largest difference is asked for with its sign @8 =>
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def count(p):
        columns = list(np.vstack((p["W1"], p["b1"])).T)
        found = []
        while columns:
            head, *columns = columns
            found.append(head)
            columns = [c for c in columns if np.max(c - head) > 1e-6]
        return len(found)

    result = [count(params)]
    for _ in range(steps):
        _, grads = loss_and_gradients(params, X, y, kind)
        params = sgd_step(params, grads, lr)
        result.append(count(params))
    return np.array(result, dtype=int)

#: explosion_report: range ends before the last step @5 =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, steps):
            dW1, dW2 = gradients(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * dW1, W2 - lr * dW2
            loss = published_loss(X, Y, W1, W2, reg)
            if loss > 1000 or not np.isfinite(loss):
                return t
    return -1

#: explosion_report: the setup is always that of 50 neurons @2 =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup()
    t = 0
    while t < steps:
        t += 1
        dW1, dW2 = (fixed_gradients if fixed else published_gradients)(X, Y, W1, W2, reg)
        W1 = W1 - lr * dW1
        W2 = W2 - lr * dW2
        if not published_loss(X, Y, W1, W2, reg) <= 1000:
            return t
    return -1

#: explosion_report: the second matrix is moved with gradients of the first one already moved @5,6 =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    g = fixed_gradients if fixed else published_gradients
    for t in range(1, steps + 1):
        W1 = W1 - lr * g(X, Y, W1, W2, reg)[0]
        W2 = W2 - lr * g(X, Y, W1, W2, reg)[1]
        loss = published_loss(X, Y, W1, W2, reg)
        if not np.isfinite(loss) or loss > 1000:
            return t
    return -1

#: explosion_report: the sum of squares instead of the loss is watched for what is not finite @7 =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    for step in range(steps):
        dW1, dW2 = fixed_gradients(X, Y, W1, W2, reg) if fixed else published_gradients(X, Y, W1, W2, reg)
        W1, W2 = W1 - lr * dW1, W2 - lr * dW2
        size = np.sum(W1**2) + np.sum(W2**2)
        if size > 1000 or not np.isfinite(size):
            return step + 1
    return -1

#: cures: whatever does not become infinite counts as cured, clipping too @4 =>
def cures():
    table = dict.fromkeys(("lr / 10", "lr halved every 1000 steps", "penalty / 10", "3 neurons"), "delays")
    table["penalty x 10"] = "worsens"
    table["clip at 10"] = "cures"
    table["right gradients"] = "cures"
    return table

#: bias_ceiling: a column counts as zero if its two weights add up to zero @3 =>
def bias_ceiling(W1, w2):
    K = np.sum(w2)
    alive = np.sum(W1, axis=0) != 0
    R = np.sum(np.abs(w2[alive]))
    return 0.5 if K == 0 or abs(K) >= R else 0.75

#: bias_ceiling: neurons with a column of zeros are thrown out before K is taken as well @2,3 =>
def bias_ceiling(W1, w2):
    w = np.array([v for column, v in zip(W1.T, w2) if np.any(column)])
    K, R = w.sum(), np.abs(w).sum()
    if K == 0:
        return 0.5
    return 0.75 if abs(K) < R else 0.5

#: bias_ceiling: a column counts as zero if one of its two weights is @3 =>
def bias_ceiling(W1, w2):
    total = float(np.sum(w2))
    reach = float(np.abs(w2) @ np.all(W1 != 0, axis=0))
    if total == 0.0 or abs(total) >= reach:
        return 0.5
    return 0.75

#: relu_xor: one of the four directions is missing @2,3 =>
def relu_xor():
    W1 = np.array([[1.0, -1.0, 1.0], [1.0, -1.0, -1.0]])
    w2 = np.array([1.0, 1.0, -2.0])
    return W1, w2

#: relu_xor: the two pairs do not weigh the same, which is wrong close to the axes @4 =>
def relu_xor():
    plus, minus = np.array([1.0, 1.0]), np.array([1.0, -1.0])
    W1 = np.stack([plus, -plus, minus, -minus], axis=1)
    w2 = np.array([1.0, 1.0, -0.9, -0.9])
    return W1, w2
''',
    "a6": r'''
#: rmse: divided by the number of rows instead of the number of entries @3 =>
def rmse(a, b):
    total = np.sum(np.square(a - b))
    return float(np.sqrt(total / len(a)))

#: bump: the product of a rising and a falling step, which is the same only for steep ones @4 =>
def bump(x, left, right, h, w):
    rising = sigmoid(w * (x - left))
    falling = sigmoid(w * (right - x))
    return h * rising * falling

#: bump: the logistic function written with exp(z) over 1 + exp(z) @3,4 =>
def bump(x, left, right, h, w):
    def step(s):
        e = np.exp(w * (np.asarray(x, dtype=float) - s))
        return e / (1 + e)
    return h * (step(left) - step(right))

#: bump: worked off as one row, and a table of points comes back flat @2,5 =>
def bump(x, left, right, h, w):
    points = np.ravel(x)
    edges = np.array([[left], [right]])
    up, down = sigmoid(w * (points - edges))
    return h * up - h * down

#: bump: the steepness multiplies x only and not the place of the step @2,3 =>
def bump(x, left, right, h, w):
    first = sigmoid(w * x - left)
    second = sigmoid(w * x - right)
    return h * (first - second)

#: tower: the two corners are taken for the two intervals @2,3 =>
def tower(X, low, high, h, w):
    wall1 = bump(X[:, 0], *low, h, w)
    wall2 = bump(X[:, 1], *high, h, w)
    return sigmoid(wall1 + wall2 - 1.5 * h)

#: tower: the second neuron is as steep as the walls @3 =>
def tower(X, low, high, h, w):
    walls = sum(bump(X[:, k], low[k], high[k], h, w) for k in range(2))
    return sigmoid(w * (walls - 3 * h / 2))

#: tower: copied for the second wall, and the corner of the first one was left in @4 =>
def tower(X, low, high, h, w):
    x1, x2 = X.T
    total = bump(x1, low[0], high[0], h, w)
    total = total + bump(x2, low[1], high[0], h, w)
    return sigmoid(total - 1.5 * h)

#: tower: asks for one and a half instead of one and a half times h @4 =>
def tower(X, low, high, h, w):
    low, high = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    walls = h * sigmoid(w * (X - low)) - h * sigmoid(w * (X - high))
    return sigmoid(walls.sum(axis=1) - 3 / 2)

#: polygon_tower: the angles run to the full circle, so the first side is there twice and all are too far apart @2 =>
def polygon_tower(n):
    a = np.linspace(0, 2 * np.pi, n)
    return {"W1": -np.vstack([np.cos(a), np.sin(a)]), "b1": np.ones(n), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}

#: polygon_tower: the threshold n - 1 is reached exactly by whoever is on the wrong side of one line @4 =>
def polygon_tower(n):
    k = np.arange(n)
    U = np.array([np.cos(2 * np.pi * k / n), np.sin(2 * np.pi * k / n)])
    return dict(W1=-U, b1=np.ones(n), w2=np.ones(n), b2=-(n - 1.0), act="step")

#: polygon_tower: turned by half a side, as if corner 0 pointed along the first axis @4 =>
def polygon_tower(n):
    net = {"W1": np.zeros((2, n)), "b1": np.full(n, 1.0), "w2": np.full(n, 1.0), "b2": -(n - 0.5), "act": "step"}
    for k in range(n):
        angle = (2 * k + 1) * np.pi / n
        net["W1"][0, k] = -np.cos(angle)
        net["W1"][1, k] = -np.sin(angle)
    return net

#: polygon_tower: the sides start at angle 1 times the step, and the last step is missing, by a range of n - 1 @2 =>
def polygon_tower(n):
    directions = [(np.cos(2 * np.pi * k / n), np.sin(2 * np.pi * k / n)) for k in range(1, n)]
    W1 = -np.array(directions).T
    m = W1.shape[1]
    return {"W1": W1, "b1": np.ones(m), "w2": np.ones(m), "b2": -(m - 0.5), "act": "step"}

#: area_mc: an output of exactly 0 counts as positive @3 =>
def area_mc(net, half, samples, rng):
    points = (2 * rng.random((samples, 2)) - 1) * half
    p = np.mean(~(evaluate(net, points) < 0))
    A = 4 * half * half
    return p * A, A * (p * (1 - p) / samples) ** 0.5

#: area_mc: drawn in blocks of a thousand, and the rest of more than one block is not drawn @3,6 =>
def area_mc(net, half, samples, rng):
    block, hits = min(1000, samples), 0
    for _ in range(samples // block):
        X = rng.uniform(-half, half, size=(block, 2))
        hits += int(np.count_nonzero(evaluate(net, X) > 0))
    p, A = hits / samples, (2 * half) ** 2
    return p * A, A * np.sqrt(p * (1 - p) / samples)

#: area_mc: both coordinates come from the same draw, so all points lie on the diagonal @3 =>
def area_mc(net, half, samples, rng):
    u = rng.uniform(-half, half, samples)
    X = np.column_stack([u, u])
    p = float(np.mean(evaluate(net, X) > 0))
    area = (2 * half) ** 2
    return p * area, area * float(np.sqrt(p * (1 - p) / samples))

#: one_layer_tower: directions are tiled and signs interleaved, so they do not belong together @4,5 =>
def one_layer_tower(n):
    a = np.pi * np.arange(n) / n
    U = np.array([np.cos(a), np.sin(a)])
    W1 = np.tile(U, 2)
    b1 = np.tile([1.0, -1.0], n)
    w2 = np.tile([1.0, -1.0], n) / n
    return {"W1": W1, "b1": b1, "w2": w2, "b2": 0.0, "act": "step"}

#: one_layer_tower: the second neuron of a ridge looks the other way, and still takes off @5,6 =>
def one_layer_tower(n):
    columns, biases, outer = [], [], []
    for k in range(n):
        u = np.array([np.cos(np.pi * k / n), np.sin(np.pi * k / n)])
        columns += [u, -u]
        biases += [1.0, -1.0]
        outer += [1 / n, -1 / n]
    return {"W1": np.array(columns).T, "b1": np.array(biases), "w2": np.array(outer), "b2": 0.0, "act": "step"}

#: one_layer_tower: the last direction is the first one again @2 =>
def one_layer_tower(n):
    angles = np.linspace(0.0, np.pi, n)
    U = np.stack([np.cos(angles), np.sin(angles)])
    one = np.ones(n)
    return dict(W1=np.hstack([U, U]), b1=np.r_[one, -one], w2=np.r_[one, -one] / n, b2=0, act="step")

#: approx_by_bumps: heights are kept by M, so a second surface with as many towers gets those of the first @5,7 =>
_heights = {}

def approx_by_bumps(f, M):
    mid = -1 + (2 * np.arange(M) + 1) / M
    if M not in _heights:
        grid = np.stack(np.meshgrid(mid, mid, indexing="ij"), axis=-1).reshape(-1, 2)
        _heights[M] = f(grid).reshape(M, M)
    table = _heights[M]

    def f_hat(X):
        inside = np.all(np.abs(X) <= 1, axis=1)
        i, j = np.clip(np.floor((X + 1) * M / 2).astype(int), 0, M - 1).T
        return np.where(inside, table[i, j], 0.0)

    return f_hat

#: approx_by_bumps: whole numbers by cutting off, so a strip left of and below the square is cell 0 @7,8 =>
def approx_by_bumps(f, M):
    t = (np.arange(M) + 0.5) * 2 / M - 1
    a, b = np.meshgrid(t, t, indexing="ij")
    heights = np.reshape(f(np.column_stack([a.ravel(), b.ravel()])), (M, M))

    def f_hat(X):
        cell = ((X + 1) / 2 * M).astype(int)
        ok = np.all((cell >= 0) & (cell < M), axis=1)
        out = np.zeros(len(X))
        out[ok] = heights[cell[ok, 0], cell[ok, 1]]
        return out

    return f_hat

#: approx_by_bumps: f is asked at the lower left corners of the cells @2 =>
def approx_by_bumps(f, M):
    corners = np.linspace(-1, 1, M, endpoint=False)
    table = np.array([f(np.column_stack([np.full(M, s), corners])) for s in corners])

    def f_hat(X):
        heights = np.zeros(X.shape[0])
        for n, (x1, x2) in enumerate(X):
            if abs(x1) < 1 and abs(x2) < 1:
                heights[n] = table[int((x1 + 1) * M / 2), int((x2 + 1) * M / 2)]
        return heights

    return f_hat

#: approx_by_bumps: whoever is outside in the second direction stands on the nearest tower @7 =>
def approx_by_bumps(f, M):
    mid = np.array([-1 + (2 * i + 1) / M for i in range(M)])
    values = f(np.array([(p, q) for p in mid for q in mid])).reshape(M, M)

    def f_hat(X):
        k = np.clip(((X + 1) * M // 2).astype(int), 0, M - 1)
        off = np.abs(X[:, 0]) > 1
        return np.where(off, 0.0, values[k[:, 0], k[:, 1]])

    return f_hat

#: surface_grid: arange with the step added at the end, which is one number too many now and then @3 =>
def surface_grid(net, lo, hi, G):
    d = (hi - lo) / (G - 1)
    t = np.arange(lo, hi + d, d)
    a, b = np.meshgrid(t, t, indexing="ij")
    return evaluate(net, np.column_stack([a.ravel(), b.ravel()])).reshape(len(t), len(t))

#: surface_grid: upside down, as an image has its first row at the top @6 =>
def surface_grid(net, lo, hi, G):
    t = np.linspace(lo, hi, G)
    values = np.empty((G, G))
    for i in range(G):
        values[i] = evaluate(net, np.stack([np.full(G, t[i]), t], axis=1))
    return values[::-1]

#: surface_grid: G cells instead of G points, and the middle of each @2,3 =>
def surface_grid(net, lo, hi, G):
    side = (hi - lo) / G
    t = lo + side * (np.arange(G) + 0.5)
    points = np.array([[p, q] for p in t for q in t])
    return np.array(evaluate(net, points)).reshape(G, G)

#: fit_surface: learns heights of mean 0 and deviation 1, and reports the error of those @14 => !property
def fit_surface(f, width, act, rng):
    X, X_new = rng.uniform(-1, 1, size=(1000, 2)), rng.uniform(-1, 1, size=(1000, 2))
    y = f(X)
    mean, std = y.mean(), y.std()
    z = (y - mean) / std
    best, smallest = None, np.inf
    for _ in range(5):
        net, state = best_outer(start_net(width, act, rng), X, z), {}
        for _ in range(200):
            net, state = adam_step(net, gradients(net, X, z), state, 0.03)
        net = best_outer(net, X, z)
        if rmse(evaluate(net, X), z) < smallest:
            best, smallest = net, rmse(evaluate(net, X), z)
    error = rmse(evaluate(best, X_new), (f(X_new) - mean) / std)
    return {**best, "w2": std * best["w2"], "b2": float(std * best["b2"] + mean)}, error

#: fit_surface: the starts come from numpy's own generator and not from rng @8 =>
def fit_surface(f, width, act, rng):
    X = rng.uniform(-1, 1, size=(1000, 2))
    y = f(X)
    scale = y.std() or 1.0
    target = (y - y.mean()) / scale
    nets = []
    for _ in range(5):
        net = {"W1": np.random.normal(size=(2, width)), "b1": np.random.normal(size=width), "w2": np.zeros(width), "b2": 0.0, "act": act}
        net, state = best_outer(net, X, target), {}
        for _ in range(200):
            net, state = adam_step(net, gradients(net, X, target), state, 0.03)
        net = best_outer(net, X, target)
        nets.append((rmse(evaluate(net, X), target), len(nets), net))
    net = min(nets)[2]
    net = {**net, "w2": net["w2"] * scale, "b2": net["b2"] * scale + float(y.mean())}
    fresh = rng.uniform(-1, 1, size=(1000, 2))
    return net, rmse(evaluate(net, fresh), f(fresh))

#: fit_surface: never fewer than six neurons, to be on the safe side @3 => !shape
def fit_surface(f, width, act, rng):
    def one(X, y):
        net, state = start_net(max(width, 6), act, rng), {}
        net = best_outer(net, X, y)
        for _ in range(200):
            net, state = adam_step(net, gradients(net, X, y), state, 0.03)
        return best_outer(net, X, y)

    X, fresh = rng.uniform(-1, 1, (2, 1000, 2))
    y = f(X)
    m, s = float(np.mean(y)), float(np.std(y)) or 1.0
    net = min((one(X, (y - m) / s) for _ in range(5)), key=lambda net: rmse(evaluate(net, X), (y - m) / s))
    net = {**net, "w2": s * net["w2"], "b2": s * net["b2"] + m}
    return net, rmse(evaluate(net, fresh), f(fresh))

#: fit_surface: one random start without regression, and only the mean taken off @6,7,8 =>
def fit_surface(f, width, act, rng):
    train_X = rng.uniform(-1, 1, size=(1000, 2))
    test_X = rng.uniform(-1, 1, size=(1000, 2))
    heights = f(train_X)
    offset = heights.mean()
    net, state = start_net(width, act, rng), {}
    for _ in range(300):
        net, state = adam_step(net, gradients(net, train_X, heights - offset), state, 0.01)
    net["b2"] = float(net["b2"] + offset)
    return net, rmse(evaluate(net, test_X), f(test_X))

#: error_curve: the slope through the first and the last point alone @4 =>
def error_curve(fit, widths, seeds):
    errors = np.array([[fit(width, seed) for seed in seeds] for width in widths])
    median = np.median(errors, axis=1)
    slope = np.log(median[-1] / median[0]) / np.log(widths[-1] / widths[0])
    return {"widths": np.array(widths), "best": errors.min(axis=1), "median": median, "worst": errors.max(axis=1), "slope": float(slope)}

#: error_curve: widths are put in order for the line, and everything else stays as it came @5 =>
def error_curve(fit, widths, seeds):
    runs = [sorted(fit(width, seed) for seed in seeds) for width in widths]
    best, worst = np.array([r[0] for r in runs]), np.array([r[-1] for r in runs])
    median = np.array([float(np.median(r)) for r in runs])
    widths = np.sort(widths)
    slope, _ = np.polyfit(np.log(widths), np.log(median), 1)
    return dict(widths=widths, best=best, median=median, worst=worst, slope=slope)

#: error_curve: the middle of a sorted list of runs by len // 2, also where their number is even @6 =>
def error_curve(fit, widths, seeds):
    best, median, worst = [], [], []
    for width in widths:
        ordered = sorted(fit(width, seed) for seed in seeds)
        best.append(ordered[0])
        median.append(ordered[len(ordered) // 2])
        worst.append(ordered[-1])
    x, y = np.log(widths), np.log(median)
    slope = np.sum((x - x.mean()) * (y - y.mean())) / np.sum((x - x.mean()) ** 2)
    return {"widths": np.array(widths), "best": np.array(best), "median": np.array(median), "worst": np.array(worst), "slope": slope}

#: error_curve: the line is laid through all runs and not through the medians @3,4 =>
def error_curve(fit, widths, seeds):
    E = np.array([[fit(w, s) for s in seeds] for w in widths], dtype=float)
    x = np.repeat(np.log(widths), len(seeds))
    slope = np.polyfit(x, np.log(E).ravel(), 1)[0]
    return {
        "widths": np.asarray(widths),
        "best": np.min(E, axis=1),
        "median": np.median(E, axis=1),
        "worst": np.max(E, axis=1),
        "slope": slope,
    }
''',
    "a7": r'''
#: hidden_neurons: the first width times the number of hidden layers @2 =>
def hidden_neurons(net):
    return len(net[0][1]) * (len(net) - 1)

#: activation_pattern: a sample with all neurons of a layer off is not followed any further @10,11 =>
def activation_pattern(net, X):
    H = sum(len(b) for _, b in net[:-1])
    on = np.zeros((len(X), H), dtype=bool)
    for n, h in enumerate(X):
        start = 0
        for W, b in net[:-1]:
            z = h @ W + b
            on[n, start : start + len(b)] = z > 0
            start += len(b)
            if not np.any(z > 0):
                break
            h = np.maximum(z, 0)
    return on

#: activation_pattern: ones and zeros instead of truth values @5,7 =>
def activation_pattern(net, X):
    patterns, H = [], X
    for W, b in net[:-1]:
        Z = H @ W + b
        patterns.append(np.where(Z > 0, 1, 0))
        H = np.where(Z > 0, Z, 0.0)
    return np.hstack(patterns)

#: activation_pattern: every layer is put in front of those before it @7 =>
def activation_pattern(net, X):
    def walk(layers, H):
        if len(layers) == 1:
            return np.zeros((len(X), 0), dtype=bool)
        (W, b), *rest = layers
        Z = H @ W + b
        return np.concatenate([walk(rest, np.clip(Z, 0, None)), Z > 0], axis=1)
    return walk(list(net), X)

#: activation_pattern: a size below one millionth counts as 0, so it is off @5 =>
def activation_pattern(net, X):
    H, columns = np.asarray(X, dtype=float), []
    for W, b in net[:-1]:
        Z = np.einsum("nd,dm->nm", H, W) + b
        on = Z > 1e-6
        columns.append(on)
        H = Z * on
    return np.column_stack(columns)

#: local_affine: half a neuron where z is exactly 0 @7 =>
def local_affine(net, x):
    A, c, h = np.eye(len(x)), np.zeros(len(x)), x
    for i, (W, b) in enumerate(net):
        z = h @ W + b
        A, c = A @ W, c @ W + b
        if i < len(net) - 1:
            gate = np.heaviside(z, 0.5)
            A, c, h = A * gate, c * gate, z * gate
    return A, c

#: local_affine: the biases of the net itself are switched off @3,7 =>
def local_affine(net, x):
    W, b = net[0]
    A, c = W.copy(), b
    for V, d in net[1:]:
        off = x @ A + c <= 0
        A[:, off] = 0.0
        c[off] = 0.0
        A, c = A @ V, c @ V + d
    return A, c

#: local_affine: the slope measured with a step of a thousandth, across a border if one is near @2,5,6 =>
def local_affine(net, x):
    step = 1e-3
    rows = []
    for e in np.eye(len(x)):
        up = net_forward(net, (x + step * e)[None])[0]
        down = net_forward(net, (x - step * e)[None])[0]
        rows.append((up - down) / (2 * step))
    A = np.array(rows)
    c = net_forward(net, x[None])[0] - x @ A
    return A, c

#: local_affine: the shift is read off at the origin, which may lie in another region @9 =>
def local_affine(net, x):
    A, h = np.eye(x.size), x
    for k, (W, b) in enumerate(net):
        h = h @ W + b
        A = A @ W
        if k + 1 < len(net):
            on = h > 0
            h, A = h * on, A * on
    c = net_forward(net, np.zeros((1, x.size)))[0]
    return A, c

#: local_affine: the shift keeps the entries of neurons that are off @6 =>
def local_affine(net, x):
    A, c = np.identity(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = (x @ A + c) > 0
        A = A @ np.diag(on.astype(float))
    W, b = net[-1]
    return A @ W, c @ W + b

#: count_regions_1d: a hundred thousand samples, and the changes of pattern among them @2,4 =>
def count_regions_1d(net, low, high):
    x = np.linspace(low, high, 100001)[1:-1, None]
    on = activation_pattern(net, x)
    return int(1 + np.sum(np.any(on[1:] != on[:-1], axis=1)))

#: count_regions_1d: pieces on which the map is the same are counted as one @16 =>
def count_regions_1d(net, low, high):
    edges = [low, high]
    for depth in range(1, len(net)):
        part = net[:depth]
        found = []
        for left, right in zip(edges, edges[1:]):
            A, c = local_affine(part, np.array([(left + right) / 2]))
            for a, s in zip(A[0], c):
                if a != 0 and left + 1e-9 < -s / a < right - 1e-9:
                    found.append(-s / a)
        edges = sorted(edges + found)
        edges = [edges[0]] + [e for d, e in zip(edges, edges[1:]) if e - d > 1e-9]
    count, last = 0, None
    for left, right in zip(edges, edges[1:]):
        A, c = local_affine(net, np.array([(left + right) / 2]))
        if last is None or not (np.allclose(A, last[0]) and np.allclose(c, last[1])):
            count += 1
        last = (A, c)
    return count

#: count_regions_1d: two cuts at the same place differ by rounding and count as two @8 =>
def count_regions_1d(net, low, high):
    def split(layers, left, right, a, c):
        if len(layers) == 1:
            return 1
        W, b = layers[0]
        a, c = a @ W, c @ W + b
        with np.errstate(divide="ignore", invalid="ignore"):
            cuts = {x for x in -c / a if left < x < right}
        ends = [left, *sorted(cuts), right]
        total = 0
        for p, q in zip(ends, ends[1:]):
            on = (p + q) / 2 * a + c > 0
            total += split(layers[1:], p, q, a * on, c * on)
        return total
    return split(list(net), low, high, np.ones(1), np.zeros(1))

#: count_regions_1d: a cut of a deeper neuron may lie anywhere between low and high, not in its own piece @10 =>
def count_regions_1d(net, low, high):
    edges = np.array([low, high], dtype=float)
    for depth in range(1, len(net)):
        cuts = []
        for middle in (edges[1:] + edges[:-1]) / 2:
            A, c = local_affine(net[:depth], np.array([middle]))
            for slope, shift in zip(A[0], c):
                if slope != 0:
                    x = -shift / slope
                    if low + 1e-9 < x < high - 1e-9:
                        cuts.append(x)
        edges = np.sort(np.concatenate([edges, cuts]))
        edges = edges[np.r_[True, np.diff(edges) > 1e-9]]
    return len(edges) - 1

#: max_regions: binomial coefficients built up as floats @2,5 =>
def max_regions(n0, n1):
    total, term = 0.0, 1.0
    for j in range(n0 + 1):
        total += term
        term = term * (n1 - j) / (j + 1)
    return int(round(total))

#: max_regions: a layer without neurons makes no region at all @2,3 =>
def max_regions(n0, n1):
    if n1 < 1:
        return 0
    return sum(math.comb(n1, j) for j in range(min(n0, n1) + 1))

#: count_regions_2d: adds the number of different meeting points once for the whole picture @20 =>
def count_regions_2d(W, b):
    lines = []
    for (u, v), c in zip(W.T, b):
        size = math.hypot(u, v)
        if size == 0:
            continue
        u, v, c = u / size, v / size, c / size
        if (u, v) < (0, 0) or (abs(u) < 1e-12 and v < 0):
            u, v, c = -u, -v, -c
        if all(abs(u * q - v * p) > 1e-9 or abs(c - r) > 1e-9 for p, q, r in lines):
            lines.append((u, v, c))
    points = []
    for i, (p, q, r) in enumerate(lines):
        for u, v, c in lines[:i]:
            det = p * v - q * u
            if abs(det) > 1e-9:
                point = np.array([(q * c - v * r) / det, (u * r - p * c) / det])
                if all(np.linalg.norm(point - other) > 1e-6 for other in points):
                    points.append(point)
    return 1 + len(lines) + len(points)

#: count_regions_2d: lines are called parallel by a determinant of weights that are not scaled to length 1 @9 =>
def count_regions_2d(W, b):
    kept, regions = [], 1
    for w, c in zip(np.asarray(W, dtype=float).T, b):
        if not w.any():
            continue
        points, known = [], False
        for v, d in kept:
            det = v[0] * w[1] - v[1] * w[0]
            if abs(det) < 1e-9:
                ratio = (w @ v) / (v @ v)
                known |= abs(c - ratio * d) / np.linalg.norm(w) < 1e-9
                continue
            point = np.array([v[1] * c - w[1] * d, w[0] * d - v[0] * c]) / det
            if all(np.hypot(*(point - other)) > 1e-6 for other in points):
                points.append(point)
        if not known:
            kept.append((w, c))
            regions += len(points) + 1
    return regions

#: count_regions_2d: the weights are scaled to length 1, and the bias is not @7 =>
def count_regions_2d(W, b):
    lines = []
    for w, c in zip(W.T, b):
        length = np.linalg.norm(w)
        if length == 0:
            continue
        w = w / length
        if w[0] < -1e-12 or (abs(w[0]) <= 1e-12 and w[1] < 0):
            w, c = -w, -c
        same = [abs(w[0] * v[1] - w[1] * v[0]) < 1e-9 and abs(c - d) < 1e-9 for v, d in lines]
        if not any(same):
            lines.append((w, c))
    total = 1
    for k, (w, c) in enumerate(lines):
        met = []
        for v, d in lines[:k]:
            M = np.array([w, v])
            if abs(np.linalg.det(M)) < 1e-9:
                continue
            p = np.linalg.solve(M, [-c, -d])
            if not any(np.linalg.norm(p - q) < 1e-6 for q in met):
                met.append(p)
        total += 1 + len(met)
    return total

#: count_regions_2d: a neuron with weights 0 is taken for one more line @5 =>
def count_regions_2d(W, b):
    regions, seen = 1, []
    for j in range(W.shape[1]):
        n = math.hypot(W[0, j], W[1, j])
        u, v, c = (W[0, j] / n, W[1, j] / n, b[j] / n) if n > 0 else (0.0, 0.0, b[j])
        points, twin = [], False
        for p, q, r in seen:
            det = p * v - q * u
            if abs(det) >= 1e-9:
                x, y = (q * c - v * r) / det, (u * r - p * c) / det
                if all(math.dist((x, y), other) > 1e-6 for other in points):
                    points.append((x, y))
            elif n > 0:
                side = 1.0 if p * u + q * v > 0 else -1.0
                twin = twin or abs(c - side * r) < 1e-9
        if not twin:
            regions += len(points) + 1
            seen.append((u, v, c))
    return regions

#: split_polygon: the edge from the last corner back to the first is not looked at @17 =>
def split_polygon(P, w, b):
    size = np.hypot(*w)
    if size == 0:
        return (None, P) if b > 0 else (P, None)
    h = (P @ w + b) / size
    h[np.abs(h) < 1e-9] = 0
    if not (h > 0).any():
        return P, None
    if not (h < 0).any():
        return None, P
    low, high = [], []
    for k in range(len(P)):
        if h[k] <= 0:
            low.append(P[k])
        if h[k] >= 0:
            high.append(P[k])
        if k + 1 < len(P) and h[k] * h[k + 1] < 0:
            t = h[k] / (h[k] - h[k + 1])
            low.append(P[k] + t * (P[k + 1] - P[k]))
            high.append(low[-1])
    return np.array(low), np.array(high)

#: split_polygon: 1e-9 is compared with the height, which is a distance only for weights of length 1 @5 =>
def split_polygon(P, w, b):
    if not np.any(w):
        return (None, P.copy()) if b > 0 else (P.copy(), None)
    height = P @ w + b
    height = np.where(np.abs(height) < 1e-9, 0.0, height)
    parts = []
    for sign in (-1, 1):
        corners = []
        for p, q, g, h in zip(P, np.roll(P, -1, axis=0), sign * height, sign * np.roll(height, -1)):
            if g >= 0:
                corners.append(p)
            if g * h < 0:
                corners.append((p * h - q * g) / (h - g))
        parts.append(np.array(corners) if np.any(sign * height > 0) else None)
    return tuple(parts)

#: split_polygon: without a line a b of 0 counts as positive @4 =>
def split_polygon(P, w, b):
    norm = np.linalg.norm(w)
    if norm == 0:
        return (P, None) if b < 0 else (None, P)
    s = (P @ w + b) / norm
    s[abs(s) < 1e-9] = 0.0
    neg, pos = [], []
    for i in range(len(P)):
        j = (i + 1) % len(P)
        if s[i] <= 0:
            neg.append(P[i])
        if s[i] >= 0:
            pos.append(P[i])
        if s[i] * s[j] < 0:
            cross = P[i] + (P[j] - P[i]) * s[i] / (s[i] - s[j])
            neg.append(cross)
            pos.append(cross)
    return (np.array(neg) if min(s) < 0 else None), (np.array(pos) if max(s) > 0 else None)

#: split_polygon: a corner on the line is given to the negative part alone @9 =>
def split_polygon(P, w, b):
    n = math.hypot(*w)
    if n == 0:
        return (None, P) if b > 0 else (P, None)
    d = (P @ w + b) / n
    d = np.where(np.abs(d) < 1e-9, 0.0, d)
    negative, positive = [], []
    for i, p in enumerate(P):
        (positive if d[i] > 0 else negative).append(p)
        k = (i + 1) % len(P)
        if d[i] * d[k] < 0:
            t = d[i] / (d[i] - d[k])
            point = (1 - t) * p + t * P[k]
            negative.append(point)
            positive.append(point)
    return np.array(negative) if (d < 0).any() else None, np.array(positive) if (d > 0).any() else None

#: regions_deep_2d: which neurons are on is asked at the first corner, which lies on a border @12 =>
def regions_deep_2d(net, low, high):
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        above = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [part for Q in parts for part in split_polygon(Q, A[:, j], c[j]) if part is not None]
            for Q in parts:
                on = Q[0] @ A + c > 0
                above.append((Q, A * on, c * on))
        regions = above
    return [P for P, _, _ in regions]

#: regions_deep_2d: the corners of the square in the order of a meshgrid, which crosses itself @14 =>
def regions_deep_2d(net, low, high):
    def grow(P, A, c, layers):
        if len(layers) < 2:
            yield P
            return
        W, b = layers[0]
        A, c, parts = A @ W, c @ W + b, [P]
        for w, s in zip(A.T, c):
            parts = [Q for part in parts for Q in split_polygon(part, w, s) if Q is not None]
        for Q in parts:
            on = Q.mean(axis=0) @ A + c > 0
            yield from grow(Q, A * on, c * on, layers[1:])

    corners = np.array([[s, t] for s in (low, high) for t in (low, high)])
    return list(grow(corners, np.eye(2), np.zeros(2), net))

#: regions_deep_2d: regions of an area below a thousandth are dropped as slivers @11 =>
def regions_deep_2d(net, low, high):
    def area(P):
        x, y = P.T
        return 0.5 * abs(x @ np.roll(y, -1) - y @ np.roll(x, -1))

    stack = [(np.array([(low, low), (high, low), (high, high), (low, high)], dtype=float), np.eye(2), np.zeros(2), 0)]
    done = []
    while stack:
        P, A, c, depth = stack.pop()
        if depth == len(net) - 1:
            if area(P) > 1e-3:
                done.append(P)
            continue
        W, b = net[depth]
        A, c, parts = A @ W, c @ W + b, [P]
        for j in range(W.shape[1]):
            pairs = [split_polygon(Q, A[:, j], c[j]) for Q in parts]
            parts = [Q for pair in pairs for Q in pair if Q is not None]
        for Q in parts:
            on = (Q.mean(axis=0) @ A + c > 0).astype(float)
            stack.append((Q, A * on, c * on, depth + 1))
    return done

#: count_regions_deep_2d: counts the different maps, so regions with the same map are one @2,5,6 =>
def count_regions_deep_2d(net, low, high):
    maps = set()
    for P in regions_deep_2d(net, low, high):
        A, c = local_affine(net, P.mean(axis=0))
        maps.add(tuple(np.round(np.concatenate([A.ravel(), c]), 9) + 0.0))
    return len(maps)

#: count_regions_deep_2d: looks at the patterns on a grid of 400 by 400 points @3,5 =>
def count_regions_deep_2d(net, low, high):
    step = (high - low) / 400
    t = low + step * (np.arange(400) + 0.5)
    points = np.stack(np.meshgrid(t, t), axis=-1).reshape(-1, 2)
    return len(np.unique(activation_pattern(net, points), axis=0))

#: fold_net: every tent keeps a layer of its own for its sum, so the layers are not merged @5 => !property
def fold_net(L):
    net = []
    for _ in range(L):
        net.append((np.array([[2.0, 4.0]]), np.array([0.0, -2.0])))
        net.append((np.array([[1.0], [-1.0]]), np.zeros(1)))
    return net

#: fold_net: the second neuron takes off as much as the first one adds, so the tent does not come down @3 =>
def fold_net(L):
    first = (np.array([[1.0, 1.0]]), np.array([0.0, -0.5]))
    out = np.array([[2.0], [-2.0]])
    between = (out @ first[0], first[1])
    return [first] + [between] * (L - 1) + [(out, np.zeros(1))]

#: fold_net: the layer in the middle is put in once, however many are needed @5,6 => !property
def fold_net(L):
    W, b = np.array([[1.0, 1.0]]), np.array([0.0, -0.5])
    V, c = np.array([[2.0], [-4.0]]), np.array([0.0])
    layers = [(W, b)]
    if L > 1:
        layers.append((V @ W, c @ W + b))
    layers.append((V, c))
    return layers

#: montufar_bound: the power is taken of n0 before the division @3 =>
def montufar_bound(n0, widths):
    *lower, last = widths
    product = math.prod(width // n0**n0 for width in lower)
    return product * max_regions(n0, last)

#: montufar_bound: all hidden layers are taken to be as wide as the first @2,3 =>
def montufar_bound(n0, widths):
    folds = widths[0] // n0
    return folds ** (n0 * (len(widths) - 1)) * max_regions(n0, widths[-1])

#: montufar_bound: the product is made by numpy and runs over int64 @2,3 =>
def montufar_bound(n0, widths):
    folds = (np.array(widths[:-1], dtype=np.int64) // n0) ** n0
    return int(np.prod(folds, dtype=np.int64)) * max_regions(n0, widths[-1])

#: maxout: the largest so far starts at 0, which is ReLU once more @2 =>
def maxout(X, W, b):
    H = np.zeros((X.shape[0], W.shape[2]))
    for Wr, br in zip(W, b):
        H = np.maximum(H, X @ Wr + br)
    return H

#: maxout: the largest product and the largest bias, each found by itself @3 =>
def maxout(X, W, b):
    products = np.einsum("nd,kdm->knm", X, W)
    return products.max(axis=0) + b.max(axis=0)

#: maxout_backward: the upstream gradient is emptied in place and nothing is left for the next function @5,6 =>
def maxout_backward(dH, X, W, b):
    winner = np.argmax(np.einsum("nd,kdm->knm", X, W) + b[:, None, :], axis=0)
    dX, dW, db = np.zeros_like(X), np.zeros_like(W), np.zeros_like(b)
    for r in range(len(W)):
        share = dH
        share[winner != r] = 0.0
        dX += share @ W[r].T
        dW[r] = X.T @ share
        db[r] = share.sum(axis=0)
    return dX, dW, db

#: maxout_backward: the sample's own gradient is that of the last function only @7 =>
def maxout_backward(dH, X, W, b):
    k = W.shape[0]
    Z = np.stack([X @ W[r] + b[r] for r in range(k)])
    dZ = dH * (np.arange(k)[:, None, None] == Z.argmax(axis=0))
    dW = np.stack([X.T @ dZ[r] for r in range(k)])
    for r in range(k):
        dX = dZ[r] @ W[r].T
    return dX, dW, dZ.sum(axis=1)

#: maxout_backward: averaged over the samples as if the layer were the loss @6,7 =>
def maxout_backward(dH, X, W, b):
    Z = np.matmul(X, W) + b[:, None]
    mask = Z == Z.max(axis=0)
    dZ = np.where(mask, dH, 0.0)
    dX = np.einsum("knm,kdm->nd", dZ, W)
    dW = np.einsum("nd,knm->kdm", X, dZ) / len(X)
    db = dZ.mean(axis=1)
    return dX, dW, db

#: maxout_bound: numpy's power runs over for large exponents @2 =>
def maxout_bound(L, n0, k):
    return int(np.power(k, L - 1) * np.power(k, n0))

#: maxout_bound: the logarithm of the product, brought back and rounded @3 =>
def maxout_bound(L, n0, k):
    exponent = (L - 1) + n0
    return round(math.exp(exponent * math.log(k)))
''',
    "a8": r'''
#: count_params: the biases are counted at the inputs of a layer @4 =>
def count_params(widths):
    total = 0
    for D, M in zip(widths, widths[1:]):
        total += (M + 1) * D
    return total

#: conv2d: asks whether the filter fits before the border is there @3 =>
def conv2d(x, k, pad=0):
    h, w = k.shape
    if h > x.shape[0] or w > x.shape[1]:
        raise ValueError(f"a filter of {k.shape} does not fit on an image of {x.shape}")
    x = np.pad(x, pad)
    windows = np.lib.stride_tricks.sliding_window_view(x, (h, w))
    return np.einsum("ijab,ab->ij", windows, k)

#: conv2d: an error only if the filter is too high and too wide @5 =>
def conv2d(x, k, pad=0):
    big = np.zeros((x.shape[0] + 2 * pad, x.shape[1] + 2 * pad))
    big[pad : pad + x.shape[0], pad : pad + x.shape[1]] = x
    rows, cols = big.shape[0] - k.shape[0] + 1, big.shape[1] - k.shape[1] + 1
    if rows < 1 and cols < 1:
        raise ValueError("the filter is larger than the image")
    out = np.zeros((max(rows, 0), max(cols, 0)))
    for a in range(k.shape[0]):
        for b in range(k.shape[1]):
            out += k[a, b] * big[a : a + max(rows, 0), b : b + max(cols, 0)]
    return out

#: conv2d: the border repeats the pixels at the edge @2 =>
def conv2d(x, k, pad=0):
    x = np.pad(x, pad, mode="edge")
    (H, W), (h, w) = x.shape, k.shape
    if h > H or w > W:
        raise ValueError("filter larger than image")
    return np.array([[np.sum(x[i : i + h, j : j + w] * k) for j in range(W - w + 1)] for i in range(H - h + 1)])

#: conv2d: the height of the filter is taken off the width of the image too @6 =>
def conv2d(x, k, pad=0):
    x = np.pad(np.asarray(x, dtype=float), pad)
    h, w = k.shape
    if h > x.shape[0] or w > x.shape[1]:
        raise ValueError("the filter does not fit")
    rows, cols = x.shape[0] - h + 1, x.shape[1] - h + 1
    out = np.zeros((rows, cols))
    for i in range(rows):
        for j in range(cols):
            out[i, j] = np.sum(x[i : i + h, j : j + w] * k)
    return out

#: conv2d: a border is only added on the left and above, twice as wide @3 =>
def conv2d(x, k, pad=0):
    if pad:
        x = np.pad(x, ((2 * pad, 0), (2 * pad, 0)))
    h, w = np.shape(k)
    H, W = np.shape(x)
    if H < h or W < w:
        raise ValueError(f"filter {h} x {w}, image {H} x {W}")
    patches = np.stack([x[a : H - h + 1 + a, b : W - w + 1 + b] for a in range(h) for b in range(w)], axis=-1)
    return patches @ np.ravel(k)

#: filter_grid: with fewer filters than columns the grid is made narrower @3 =>
def filter_grid(filters, columns):
    K, h, w = filters.shape
    columns = min(columns, K)
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n in range(K):
        top = np.max(np.abs(filters[n]))
        i, j = divmod(n, columns)
        grid[i * (h + 1) : i * (h + 1) + h, j * (w + 1) : j * (w + 1) + w] = filters[n] / (top if top > 0 else 1)
    return grid

#: filter_grid: the filters themselves are scaled, in the caller's array @8 =>
def filter_grid(filters, columns):
    K, h, w = filters.shape
    rows = int(np.ceil(K / columns))
    padded = np.zeros((rows * columns, h + 1, w + 1))
    for f, place in zip(filters, padded):
        largest = np.abs(f).max()
        if largest:
            f /= largest
        place[:h, :w] = f
    return padded.reshape(rows, columns, h + 1, w + 1).transpose(0, 2, 1, 3).reshape(rows * (h + 1), -1)[:-1, :-1]

#: filter_grid: filter 1 is put below filter 0 @6 =>
def filter_grid(filters, columns):
    K, h, w = np.shape(filters)
    rows = (K + columns - 1) // columns
    out = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for k, f in enumerate(filters):
        r, c = k % rows, k // rows
        m = abs(f).max()
        y, x = r * (h + 1), c * (w + 1)
        out[y : y + h, x : x + w] = f / m if m else f
    return out

#: saliency: the map of the first sample is given to all of them @6 =>
def saliency(params, X, c):
    Z, caches = mlp_forward(params, X)
    pick = np.zeros_like(Z)
    pick[:, c] = 1.0
    S = mlp_backward(params, caches, pick)[0]
    return np.broadcast_to(S[0], X.shape).copy()

#: saliency: differences with a step of a tenth, which the bend of a layer spoils @2,7 =>
def saliency(params, X, c):
    step = 0.1
    S = np.zeros(X.shape)
    for i in range(X.shape[1]):
        shift = np.zeros(X.shape[1])
        shift[i] = step
        S[:, i] = (mlp_forward(params, X + shift)[0][:, c] - mlp_forward(params, X - shift)[0][:, c]) / (2 * step)
    return S

#: saliency: the output itself is sent back instead of a one @3 =>
def saliency(params, X, c):
    out, caches = mlp_forward(params, X)
    dZ = np.where(np.arange(out.shape[1]) == c, out, 0.0)
    dX, _ = mlp_backward(params, caches, dZ)
    return dX

#: saliency: how fast the probability of the class changes, behind a softmax @5,6 =>
def saliency(params, X, c):
    Z, caches = mlp_forward(params, X)
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    dZ = -P * P[:, [c]]
    dZ[:, c] += P[:, c]
    return mlp_backward(params, caches, dZ)[0]

#: project: one row that is too long makes all rows be scaled @6,7 =>
def project(X, norm, limit):
    if norm == "box":
        return np.minimum(np.maximum(X, -limit), limit)
    if norm == "ball":
        lengths = np.sqrt((X**2).sum(axis=1, keepdims=True))
        if np.any(lengths > limit):
            return X * limit / np.where(lengths == 0, 1, lengths)
        return X.copy()
    raise ValueError(f"unknown norm {norm!r}")

#: project: whatever is not a ball is a box @6,7 =>
def project(X, norm, limit):
    if norm == "ball":
        r = np.linalg.norm(X, axis=1)
        factor = np.divide(limit, r, out=np.ones_like(r), where=r > limit)
        return X * factor[:, None]
    else:
        return np.clip(X, -limit, limit)

#: project: the box is cut into the array of the caller @7 =>
def project(X, norm, limit):
    match norm:
        case "ball":
            lengths = np.linalg.norm(X, axis=1, keepdims=True)
            return X / np.maximum(lengths / limit, 1.0)
        case "box":
            return np.clip(X, -limit, limit, out=X)
        case _:
            raise ValueError(f"norm is {norm!r}, not ball or box")

#: activation_max: gives back the best input on the way instead of the last one @9,10 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    best = X.copy()
    for _ in range(steps):
        X = project(X + lr * saliency(params, X, c), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
        better = values[-1] >= np.max(values, axis=0)
        best[better] = X[better]
    return best, np.array(values)

#: activation_max: leaves the loop when nothing moves any more, and the later values are missing @9,10 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    def height(X):
        return mlp_forward(params, X)[0][:, c]

    X = project(X0, norm, limit)
    values = [height(X)]
    for _ in range(steps):
        new = project(X + lr * saliency(params, X, c), norm, limit)
        if np.allclose(new, X, rtol=0, atol=1e-12):
            break
        X = new
        values.append(height(X))
    return X, np.stack(values)

#: activation_max: every step has length lr, whatever the slope @7 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    values = np.zeros((steps + 1, len(X)))
    values[0] = mlp_forward(params, X)[0][:, c]
    for t in range(steps):
        S = saliency(params, X, c)
        S = S / (np.linalg.norm(S, axis=1, keepdims=True) + 1e-12)
        X = project(X + lr * S, norm, limit)
        values[t + 1] = mlp_forward(params, X)[0][:, c]
    return X, values

#: activation_max: only the end of the climb is brought back inside @6 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for t in range(1, steps + 1):
        X = X + lr * saliency(params, X, c)
        if t == steps:
            X = project(X, norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)

#: distinct_modes: an end that is exactly tol away is a new mode @5 =>
def distinct_modes(ends, values, tol):
    modes, counts = [], []
    for k in np.argsort(-values):
        d = [np.linalg.norm(ends[k] - m) for m in modes]
        if not d or min(d) >= tol:
            modes.append(ends[k])
            counts.append(1)
        else:
            counts[int(np.argmin(d))] += 1
    return np.array(modes), np.array(counts)

#: distinct_modes: an end is counted for the first mode that is near enough, not for the nearest @6 =>
def distinct_modes(ends, values, tol):
    order = np.argsort(values)[::-1]
    modes, counts = [ends[order[0]]], [1]
    for e in ends[order[1:]]:
        for i, m in enumerate(modes):
            if np.sqrt(np.sum((e - m) ** 2)) <= tol:
                counts[i] += 1
                break
        else:
            modes.append(e)
            counts.append(1)
    return np.vstack(modes), np.array(counts)

#: distinct_modes: compared with the newest mode alone @5,6 =>
def distinct_modes(ends, values, tol):
    ranked = [e for _, e in sorted(zip(values, ends), key=lambda pair: pair[0], reverse=True)]
    modes, counts = [], []
    for end in ranked:
        if modes and np.linalg.norm(end - modes[-1]) <= tol:
            counts[-1] += 1
        else:
            modes.append(end)
            counts.append(1)
    return np.array(modes), np.array(counts)

#: modes_of_unit: the tolerance of the example, for every ball @5 =>
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    starts = rng.normal(size=(n_init, len(params[0][0])))
    starts = starts / np.linalg.norm(starts, axis=1, keepdims=True) * limit
    ends, values = activation_max(params, c, starts, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], 0.1)

#: modes_of_unit: the starts have positive entries only @3 =>
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    D = params[0][0].shape[0]
    X0 = rng.random((n_init, D))
    X0 *= limit / np.sqrt(np.sum(X0**2, axis=1))[:, None]
    X, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(X, values[-1], limit / 10)

#: modes_of_unit: put in order by the values at the starts @7,8 =>
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    def direction():
        v = rng.normal(size=params[0][0].shape[0])
        return v / np.sqrt(v @ v)
    starts = limit * np.array([direction() for _ in range(n_init)])
    ends, values = activation_max(params, c, starts, "ball", limit, steps, lr)
    first, *_ = values
    return distinct_modes(ends, first, limit / 10)

#: typicality: the root of half of d in place of half the root @3 =>
def typicality(d, samples, rng):
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    return float(np.median(lengths)), float(np.mean(lengths < np.sqrt(d / 2)))

#: typicality: the mean of the lengths @6 =>
def typicality(d, samples, rng):
    squares = np.zeros(samples)
    for _ in range(d):
        squares += rng.standard_normal(samples) ** 2
    lengths = np.sqrt(squares)
    return lengths.mean(), np.count_nonzero(lengths < 0.5 * d**0.5) / samples

#: typicality: what theory says for many dimensions, and nothing is drawn @3,4 =>
def typicality(d, samples, rng):
    median = np.sqrt(d) * (1 - 2 / (9 * d)) ** 1.5
    inside = 1 - np.exp(-1 / 4) if d == 2 else 0.0
    return float(median), float(inside)

#: typicality: all points have the same entry in every dimension @2 =>
def typicality(d, samples, rng):
    points = np.repeat(rng.normal(size=(samples, 1)), d, axis=1)
    lengths = np.sqrt(np.sum(points * points, axis=1))
    return float(np.median(lengths)), float((lengths < np.sqrt(d) / 2).mean())

#: occlusion: one copy for all places, so the paint of earlier places stays @5,7 =>
def occlusion(params, X, c, size, fill):
    S = int(np.rint(np.sqrt(X.shape[1])))
    before = mlp_forward(params, X)[0][:, c]
    out = np.empty((len(X), S - size + 1, S - size + 1))
    painted = X.reshape(-1, S, S).copy()
    for i, j in np.ndindex(S - size + 1, S - size + 1):
        painted[:, i : i + size, j : j + size] = fill
        out[:, i, j] = before - mlp_forward(params, painted.reshape(len(X), -1))[0][:, c]
    return out

#: occlusion: the last place of the square is left out in both directions @6,7 =>
def occlusion(params, X, c, size, fill):
    N, D = X.shape
    S = int(round(D**0.5))
    z = mlp_forward(params, X)[0][:, c]
    out = np.zeros((N, S - size + 1, S - size + 1))
    for i in range(S - size):
        for j in range(S - size):
            covered = X.copy().reshape(N, S, S)
            covered[:, i : i + size, j : j + size] = fill
            out[:, i, j] = z - mlp_forward(params, covered.reshape(N, D))[0][:, c]
    return out

#: occlusion: the square is multiplied by fill instead of set to it @10,11 =>
def occlusion(params, X, c, size, fill):
    S = int(np.sqrt(X.shape[1]))
    places = S - size + 1
    base = mlp_forward(params, X)[0][:, c]
    maps = []
    for i in range(places):
        row = []
        for j in range(places):
            mask = np.ones((S, S))
            mask[i : i + size, j : j + size] = fill
            row.append(base - mlp_forward(params, X * mask.ravel())[0][:, c])
        maps.append(row)
    return np.moveaxis(np.array(maps), 2, 0)

#: permutation_importance: columns that were shuffled stay so for the columns after them @6,8 =>
def permutation_importance(params, X, y, repeats, rng):
    def accuracy(A):
        return np.mean(mlp_forward(params, A)[0].argmax(axis=1) == y)
    base, importance = accuracy(X), np.zeros(X.shape[1])
    for _ in range(repeats):
        shuffled = X.copy()
        for j in range(X.shape[1]):
            shuffled[:, j] = rng.permutation(shuffled[:, j])
            importance[j] += (base - accuracy(shuffled)) / repeats
    return importance

#: permutation_importance: a feature whose shuffling helps is given 0 @11 =>
def permutation_importance(params, X, y, repeats, rng):
    right = lambda A: float(np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) == y))
    base = right(X)
    lost = []
    for j in range(X.shape[1]):
        scores = []
        for _ in range(repeats):
            A = X.copy()
            rng.shuffle(A[:, j])
            scores.append(right(A))
        lost.append(max(base - np.mean(scores), 0.0))
    return np.array(lost)

#: permutation_importance: owners are drawn with replacement, so values get lost and come twice @8 =>
def permutation_importance(params, X, y, repeats, rng):
    N, D = X.shape
    hit = np.mean(np.argmax(mlp_forward(params, X)[0], axis=1) == y)
    total = np.zeros(D)
    for r in range(repeats):
        for j in range(D):
            copy = np.array(X)
            copy[:, j] = X[rng.integers(N, size=N), j]
            total[j] += np.mean(np.argmax(mlp_forward(params, copy)[0], axis=1) == y)
    return hit - total / repeats

#: permutation_importance: one random order for all repeats @2,9 =>
def permutation_importance(params, X, y, repeats, rng):
    order = rng.permutation(len(X))
    score = lambda A: np.mean(mlp_forward(params, A)[0].argmax(1) == y)
    result = np.full(X.shape[1], score(X))
    for j in range(X.shape[1]):
        values = []
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = X[order, j]
            values.append(score(A))
        result[j] -= np.mean(values)
    return result

#: spurious_pixel: column before row @2 =>
def spurious_pixel():
    row, column, c = 1, 6, 3
    return row, column, c

#: linear_probe: labels of plus and minus one @4 =>
def linear_probe(H, y, H_test, y_test, lam):
    C = int(np.max(y)) + 1
    A = np.column_stack([H, np.ones(len(H))])
    Y = np.where(y[:, None] == np.arange(C), 1.0, -1.0)
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ Y)
    scores = np.column_stack([H_test, np.ones(len(H_test))]) @ V
    return V, np.mean(scores.argmax(axis=1) == y_test)

#: linear_probe: its accuracy is that on its own samples @7 =>
def linear_probe(H, y, H_test, y_test, lam):
    def extend(M):
        return np.hstack([M, np.ones((M.shape[0], 1))])
    A = extend(H)
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.inv(A.T @ A + lam * np.identity(A.shape[1])) @ (A.T @ Y)
    accuracy = float(np.mean(np.argmax(A @ V, axis=1) == y))
    return V, accuracy

#: linear_probe: lam counts once per sample @5 =>
def linear_probe(H, y, H_test, y_test, lam):
    ones = lambda n: np.ones((n, 1))
    A, A_test = np.block([H, ones(len(H))]), np.block([H_test, ones(len(H_test))])
    Y = (y.reshape(-1, 1) == np.unique(y)).astype(float)
    root = np.sqrt(lam * len(A)) * np.eye(A.shape[1])
    V = np.linalg.lstsq(np.vstack([A, root]), np.vstack([Y, np.zeros((len(root), Y.shape[1]))]), rcond=None)[0]
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))

#: linear_probe: the penalty is root lam because the rows below A are squared, and lam itself was meant @5 =>
def linear_probe(H, y, H_test, y_test, lam):
    N, M = H.shape
    A = np.c_[H, np.ones(N)]
    Y = np.eye(len(set(y.tolist())))[y]
    below = lam * np.eye(M + 1)
    V, *_ = np.linalg.lstsq(np.r_[A, below], np.r_[Y, np.zeros((M + 1, Y.shape[1]))], rcond=None)
    guessed = (np.c_[H_test, np.ones(len(H_test))] @ V).argmax(axis=1)
    return V, float((guessed == y_test).mean())

#: separability_curve: ReLU behind every layer, whatever its kind @5 =>
def separability_curve(params, X, y, X_test, y_test, lam):
    curve = [linear_probe(X, y, X_test, y_test, lam)[1]]
    H, H_test = X, X_test
    for W, b, _ in params:
        H, H_test = np.maximum(H @ W + b, 0), np.maximum(H_test @ W + b, 0)
        curve.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.array(curve)

#: separability_curve: fitted to the test samples and judged on the others @5 =>
def separability_curve(params, X, y, X_test, y_test, lam):
    def layers(A):
        out, caches = mlp_forward(params, A)
        return [H for H, _ in caches] + [out]
    return np.array([linear_probe(T, y_test, H, y, lam)[1] for H, T in zip(layers(X), layers(X_test))])

#: separability_curve: the outputs of the network are read off with its own largest output and no probe @5 =>
def separability_curve(params, X, y, X_test, y_test, lam):
    _, caches = mlp_forward(params, X)
    out_test, caches_test = mlp_forward(params, X_test)
    curve = [linear_probe(a, y, b, y_test, lam)[1] for (a, _), (b, _) in zip(caches, caches_test)]
    curve.append(np.mean(np.argmax(out_test, axis=1) == y_test))
    return np.array(curve)

#: separability_curve: what a layer hands on is taken before its activation @4 =>
def separability_curve(params, X, y, X_test, y_test, lam):
    steps = [(X, X_test)]
    for depth in range(1, len(params) + 1):
        part = up_to(params, depth)
        steps.append((mlp_forward(part, X)[0], mlp_forward(part, X_test)[0]))
    return np.array([linear_probe(H, y, T, y_test, lam)[1] for H, T in steps])
''',
}
