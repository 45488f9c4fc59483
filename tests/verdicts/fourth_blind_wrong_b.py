"""A fourth set of wrong code, over a5 to a8, by somebody who had read the notebooks and neither checks, mistakes, variants nor slips.

Written as learners write who come from other courses, libraries and languages. One realistic mistake each, at one place: most of them
everyday ones, some that show for rare shapes, values, orders of calls or seeds only, and some that are made to look right. After @
stand the lines of the piece where the mistake is, counted from 1.

The pieces were committed before anything was run on them. Read again afterwards, one of 224 turned out to be no mistake and is among
the right ones now: of an even number of lengths the root of the median of the squares is a median, too. Three were taken out, which
no result shows: weights of zero that draw nothing, and twice the same dict handed back where nothing had to be changed.
"""

CASES = {
    "a5": r'''
#: accuracy: the sign of the logit is compared with -1 and 1, so a logit of exactly 0 is right for no label @3 =>
def accuracy(z, y):
    wanted = np.where(y == 1, 1.0, -1.0)
    return float((np.sign(z) == wanted).mean())

#: accuracy: the mean of the shares within each class, not the share of all samples @3,4 =>
def accuracy(z, y):
    said = z > 0
    shares = [np.mean(said[y == label] == bool(label)) for label in np.unique(y)]
    return float(np.mean(shares))

#: accuracy: of the samples called class 1, the share that is right, which is the precision @4,9 =>
def accuracy(z, y):
    hits = misses = 0
    for logit, label in zip(z, y):
        if logit > 0:
            if label == 1:
                hits += 1
            else:
                misses += 1
    return hits / (hits + misses) if hits + misses else 0.0

#: init: xavier is one over the root of the inputs, as another course has it @10 =>
def init(widths, scheme, rng):
    p = {}
    for i in range(1, len(widths)):
        D, M = widths[i - 1], widths[i]
        if scheme == "zeros":
            s = 0.0
        elif scheme == "small":
            s = 0.01
        elif scheme == "xavier":
            s = 1.0 / np.sqrt(D)
        elif scheme == "he":
            s = np.sqrt(2.0 / D)
        p["W%d" % i] = rng.normal(size=(D, M)) * s
        p["b%d" % i] = np.zeros(M)
    return p

#: init: all matrices are drawn from the last to the first, as the loop runs backwards @4 =>
def init(widths, scheme, rng):
    pairs = list(zip(widths, widths[1:]))
    params = {}
    for i in range(len(pairs), 0, -1):
        D, M = pairs[i - 1]
        size = {"zeros": 0.0, "small": 0.01, "xavier": (2 / (D + M)) ** 0.5, "he": (2 / D) ** 0.5}[scheme]
        params[f"W{i}"] = rng.normal(size=(D, M)) * size
        params[f"b{i}"] = np.zeros(M)
    return {key: params[key] for i in range(1, len(pairs) + 1) for key in (f"W{i}", f"b{i}")}

#: init: the weights of the output layer are always drawn small, whatever the scheme is @10 =>
def init(widths, scheme, rng):
    scales = {
        "zeros": lambda D, M: 0.0,
        "small": lambda D, M: 0.01,
        "xavier": lambda D, M: np.sqrt(2.0 / (D + M)),
        "he": lambda D, M: np.sqrt(2.0 / D),
    }
    params, last = {}, len(widths) - 1
    for k, (D, M) in enumerate(zip(widths, widths[1:]), start=1):
        s = scales[scheme](D, M) if k < last or last == 1 else min(0.01, scales[scheme](D, M))
        params[f"W{k}"] = s * rng.normal(size=(D, M))
        params[f"b{k}"] = np.zeros(M)
    return params

#: sgd_step: the dict is copied, its arrays are not, and the subtraction is done in them @2,4 =>
def sgd_step(params, grads, lr):
    new = params.copy()
    for name in new:
        np.subtract(new[name], lr * grads[name], out=new[name])
    return new

#: sgd_step: the two dicts are walked side by side, so grads in another order go to the wrong arrays @2 =>
def sgd_step(params, grads, lr):
    return {k: w - lr * g for (k, w), g in zip(params.items(), grads.values())}

#: momentum_step: the learning rate is inside the velocity, with a minus sign, as in another course @4,5 =>
def momentum_step(params, grads, velocity, lr, beta=0.9):
    w_new, v_new = {}, {}
    for k in params:
        v_new[k] = beta * velocity[k] - lr * grads[k]
        w_new[k] = params[k] + v_new[k]
    return w_new, v_new

#: momentum_step: the factor is written as 0.9, so a beta that is handed over is not used @2 =>
def momentum_step(params, grads, velocity, lr, beta=0.9):
    momentum = 0.9
    velocity = {k: momentum * velocity[k] + grads[k] for k in velocity}
    params = {k: params[k] - lr * velocity[k] for k in params}
    return params, velocity

#: momentum_step: looks ahead, as Nesterov does @3 =>
def momentum_step(params, grads, velocity, lr, beta=0.9):
    new_v = {key: beta * velocity[key] + grads[key] for key in params}
    new_w = {key: params[key] - lr * (grads[key] + beta * new_v[key]) for key in params}
    return new_w, new_v

#: momentum_step: the velocity is multiplied in place before the gradient is added to it @4,5 =>
def momentum_step(params, grads, velocity, lr, beta=0.9):
    out_p, out_v = dict(), dict()
    for name, w in params.items():
        v = velocity[name]
        v *= beta
        out_v[name] = v + grads[name]
        out_p[name] = w - lr * out_v[name]
    return out_p, out_v

#: adam_step: t is counted up once for every array instead of once for the step @4 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t, m, v, new = state["t"], {}, {}, {}
    for k in params:
        t += 1
        m[k] = beta1 * state["m"][k] + (1 - beta1) * grads[k]
        v[k] = beta2 * state["v"][k] + (1 - beta2) * grads[k] ** 2
        mhat = m[k] / (1 - beta1**t)
        vhat = v[k] / (1 - beta2**t)
        new[k] = params[k] - lr * mhat / (np.sqrt(vhat) + eps)
    return new, {"t": t, "m": m, "v": v}

#: adam_step: the corrections are moved into the learning rate and eps is left as it is, so it counts for more in the first steps @6 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    step = lr * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    m = {k: beta1 * state["m"][k] + (1 - beta1) * g for k, g in grads.items()}
    v = {k: beta2 * state["v"][k] + (1 - beta2) * g * g for k, g in grads.items()}
    return {k: w - step * m[k] / (np.sqrt(v[k]) + eps) for k, w in params.items()}, {"t": t, "m": m, "v": v}

#: adam_step: the division uses the old t, patched to 1 for the first step, so it is late from the second step on @2 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = max(state["t"], 1)
    m, v, w = {}, {}, {}
    for k in params:
        m[k] = beta1 * state["m"][k] + (1.0 - beta1) * grads[k]
        v[k] = beta2 * state["v"][k] + (1.0 - beta2) * np.square(grads[k])
        w[k] = params[k] - lr * (m[k] / (1.0 - beta1**t)) / (np.sqrt(v[k] / (1.0 - beta2**t)) + eps)
    return w, dict(t=state["t"] + 1, m=m, v=v)

#: adam_step: the running mean in the state that is handed over is written over @3,6 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m, v = dict(state["m"]), dict(state["v"])
    out = {}
    for k in params:
        m[k] += (1 - beta1) * (grads[k] - m[k])
        v[k] = v[k] + (1 - beta2) * (grads[k] ** 2 - v[k])
        a, b = m[k] / (1 - beta1**t), v[k] / (1 - beta2**t)
        out[k] = params[k] - lr * a / (b**0.5 + eps)
    return out, {"t": t, "m": m, "v": v}

#: adam_step: eps stands under the root @6 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = {k: beta1 * state["m"][k] + (1 - beta1) * grads[k] for k in params}
    v = {k: beta2 * state["v"][k] + (1 - beta2) * grads[k] ** 2 for k in params}
    fix1, fix2 = 1 - beta1**t, 1 - beta2**t
    new = {k: params[k] - lr * (m[k] / fix1) / np.sqrt(v[k] / fix2 + eps) for k in params}
    return new, {"t": t, "m": m, "v": v}

#: minibatches: cut into equal parts, so what is left is spread over the last batches @3 =>
def minibatches(N, batch, rng):
    order = rng.permutation(N)
    return np.array_split(order, -(-N // batch))

#: minibatches: an empty batch at the end where the batches come out even @3 =>
def minibatches(N, batch, rng):
    order = rng.permutation(N)
    return [order[k * batch : (k + 1) * batch] for k in range(N // batch + 1)]

#: minibatches: drawn with choice, which shuffles in another way @2 =>
def minibatches(N, batch, rng):
    order = rng.choice(N, size=N, replace=False)
    batches = []
    while len(order):
        batches.append(order[:batch])
        order = order[batch:]
    return batches

#: minibatches: a single batch comes in the old order, without a draw @3 =>
def minibatches(N, batch, rng):
    if batch >= N:
        return [np.arange(N)]
    order = rng.permutation(N)
    return [order[i : i + batch] for i in range(0, N, batch)]

#: train: the history holds the mean of the losses of the batches @16 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    zeros = zeros_like(params)
    velocity, adam = zeros, {"t": 0, "m": zeros, "v": zeros}
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        losses = []
        for rows in minibatches(len(X), batch, rng):
            loss, grads = loss_and_gradients(params, X[rows], y[rows], kind)
            losses.append(loss)
            if optimizer == "sgd":
                params = sgd_step(params, grads, lr)
            elif optimizer == "momentum":
                params, velocity = momentum_step(params, grads, velocity, lr)
            else:
                params, adam = adam_step(params, grads, adam, lr)
        history.append(np.mean(losses))
    return params, np.array(history)

#: train: the loss of the history is taken with tanh, whatever the hidden layers are @3 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    def total(p):
        return loss_and_gradients(p, X, y)[0]

    state = {"momentum": zeros_like(params), "adam": {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}}.get(optimizer)
    history = [total(params)]
    for epoch in range(epochs):
        for idx in minibatches(X.shape[0], batch, rng):
            _, g = loss_and_gradients(params, X[idx], y[idx], kind)
            if optimizer == "sgd":
                params = sgd_step(params, g, lr)
            elif optimizer == "momentum":
                params, state = momentum_step(params, g, state, lr)
            elif optimizer == "adam":
                params, state = adam_step(params, g, state, lr)
        history.append(total(params))
    return params, np.asarray(history)

#: train: the state of the optimizer starts again in every epoch @5,6 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    history = np.empty(epochs + 1)
    history[0] = loss_and_gradients(params, X, y, kind)[0]
    for e in range(1, epochs + 1):
        vel = zeros_like(params)
        adam = {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
        for idx in minibatches(len(y), batch, rng):
            g = loss_and_gradients(params, X[idx], y[idx], kind)[1]
            if optimizer == "adam":
                params, adam = adam_step(params, g, adam, lr)
            elif optimizer == "momentum":
                params, vel = momentum_step(params, g, vel, lr)
            else:
                params = sgd_step(params, g, lr)
        history[e] = loss_and_gradients(params, X, y, kind)[0]
    return params, history

#: train: measured before each epoch and not after the last one, the gap filled with a copy of the first number @6 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    history = [loss_and_gradients(params, X, y, kind)[0]]
    v = zeros_like(params)
    s = {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    for _ in range(epochs):
        history.append(loss_and_gradients(params, X, y, kind)[0])
        for rows in minibatches(len(X), batch, rng):
            grads = loss_and_gradients(params, X[rows], y[rows], kind)[1]
            if optimizer == "momentum":
                params, v = momentum_step(params, grads, v, lr)
            elif optimizer == "adam":
                params, s = adam_step(params, grads, s, lr)
            else:
                params = sgd_step(params, grads, lr)
    return params, np.array(history)

#: train: without an epoch the history is empty, the loss before the first one is missing @3 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    if epochs == 0:
        return dict(params), np.array([])
    zero = zeros_like(params)
    steps = {
        "sgd": lambda p, g, s: (sgd_step(p, g, lr), s),
        "momentum": lambda p, g, s: momentum_step(p, g, s, lr),
        "adam": lambda p, g, s: adam_step(p, g, s, lr),
    }
    state = {"t": 0, "m": zero, "v": zero} if optimizer == "adam" else zero
    history = [loss_and_gradients(params, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(y), batch, rng):
            params, state = steps[optimizer](params, loss_and_gradients(params, X[rows], y[rows], kind)[1], state)
        history.append(loss_and_gradients(params, X, y, kind)[0])
    return params, np.array(history)

#: clip_by_norm: matrices are measured by their largest singular value @2 =>
def clip_by_norm(grads, limit):
    norms = [np.linalg.norm(g, 2) for g in grads.values()]
    total = np.linalg.norm(norms)
    factor = limit / total if total > limit else 1.0
    return {k: g * factor for k, g in grads.items()}

#: clip_by_norm: a little is added to the norm before the division, as PyTorch does @3 =>
def clip_by_norm(grads, limit):
    total_norm = np.sqrt(sum(np.sum(np.square(g)) for g in grads.values()))
    clip_coef = limit / (total_norm + 1e-6)
    clip_coef_clamped = min(1.0, clip_coef)
    return {k: g * clip_coef_clamped for k, g in grads.items()}

#: clip_by_norm: the norms of the arrays are added, not their squares @4 =>
def clip_by_norm(grads, limit):
    norm = 0.0
    for g in grads.values():
        norm += np.sqrt(np.sum(g * g))
    scale = min(1.0, limit / norm) if norm > 0 else 1.0
    return {k: scale * g for k, g in grads.items()}

#: lr_schedule: the cosine comes up again after the span @7 =>
def lr_schedule(kind, lr, step, span):
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    if kind == "cosine":
        return lr * (1 + np.cos(np.pi * step / span)) / 2
    raise ValueError(kind)

#: lr_schedule: halves in a smooth curve instead of in steps @5 =>
def lr_schedule(kind, lr, step, span):
    progress = step / span
    match kind:
        case "halving":
            return lr * 2.0 ** (-progress)
        case "inverse":
            return lr / (1.0 + progress)
        case "cosine":
            return 0.5 * lr * (1.0 + np.cos(np.pi * min(progress, 1.0)))

#: lr_schedule: the halving comes one step late @4 =>
def lr_schedule(kind, lr, step, span):
    if kind == "halving":
        over = 0
        while (over + 1) * span < step:
            over += 1
        return lr / 2**over
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2

#: lr_schedule: inverse counts whole spans only @3 =>
def lr_schedule(kind, lr, step, span):
    done, rest = divmod(step, span)
    table = {"halving": lr * 0.5**done, "inverse": lr / (1 + done)}
    if kind == "cosine":
        return lr * (1 + np.cos(np.pi * rest / span)) / 2 if done == 0 else 0.0
    return table[kind]

#: l1_l2: knows two layers only, so a third one is not penalised @4 =>
def l1_l2(params, l1, l2):
    penalty = 0.0
    grads = {k: np.zeros_like(v) for k, v in params.items()}
    for name in ("W1", "W2"):
        if name in params:
            W = params[name]
            penalty += l1 * np.abs(W).sum() + 0.5 * l2 * (W**2).sum()
            grads[name] = l1 * np.sign(W) + l2 * W
    return penalty, grads

#: l1_l2: the slope of |w| at 0 is taken as 1 @5 =>
def l1_l2(params, l1, l2):
    penalty, grads = 0.0, {}
    for key, value in params.items():
        if key.startswith("W"):
            slope = np.where(value < 0, -1.0, 1.0)
            penalty += l1 * np.sum(slope * value) + l2 / 2 * np.sum(value**2)
            grads[key] = l1 * slope + l2 * value
        else:
            grads[key] = np.zeros_like(value)
    return penalty, grads

#: l1_l2: the biases get no gradient, but count in the penalty @2,3 =>
def l1_l2(params, l1, l2):
    everything = np.concatenate([p.ravel() for p in params.values()])
    penalty = l1 * np.abs(everything).sum() + l2 / 2 * everything @ everything
    grads = {}
    for k, p in params.items():
        grads[k] = l1 * np.sign(p) + l2 * p if k[0] == "W" else 0 * p
    return penalty, grads

#: symmetry_experiment: compared with np.allclose, whose relative tolerance calls units equal that differ by more than 1e-6 @6 =>
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def different(p):
        units = np.vstack([p["W1"], p["b1"]]).T
        seen = []
        for u in units:
            if not any(np.allclose(u, v, atol=1e-6) for v in seen):
                seen.append(u)
        return len(seen)

    counts = [different(params)]
    for _ in range(steps):
        params = sgd_step(params, loss_and_gradients(params, X, y, kind)[1], lr)
        counts.append(different(params))
    return np.array(counts)

#: symmetry_experiment: the weights out of a unit are compared as well @4 =>
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    counts = np.zeros(steps + 1, dtype=int)
    for t in range(steps + 1):
        units = np.column_stack([params["W1"].T, params["b1"], params["W2"]])
        gap = np.abs(units[:, None, :] - units[None, :, :]).max(axis=2)
        first = np.argmax(gap <= 1e-6, axis=1)
        counts[t] = len(set(first.tolist()))
        if t < steps:
            _, grads = loss_and_gradients(params, X, y, kind)
            params = sgd_step(params, grads, lr)
    return counts

#: symmetry_experiment: the kind of the hidden layers does not reach the gradients @11 =>
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    def count(p):
        rest, found = np.vstack((p["W1"], p["b1"][None])), 0
        while rest.shape[1]:
            same = np.all(np.abs(rest - rest[:, :1]) <= 1e-6, axis=0)
            rest, found = rest[:, ~same], found + 1
        return found

    history = [count(params)]
    for step in range(steps):
        loss, grads = loss_and_gradients(params, X, y)
        params = sgd_step(params, grads, lr)
        history += [count(params)]
    return np.array(history)

#: symmetry_experiment: counted as if equal units stayed equal for ever, so it is done once and repeated @7 =>
def symmetry_experiment(params, X, y, steps, lr, kind="tanh"):
    units = np.vstack([params["W1"], params["b1"]])
    distinct = []
    for j in range(units.shape[1]):
        if all(np.max(np.abs(units[:, j] - u)) > 1e-6 for u in distinct):
            distinct.append(units[:, j])
    return np.full(steps + 1, len(distinct))

#: explosion_report: the loss is looked at every ten steps only, to save time @7 =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    gradients = fixed_gradients if fixed else published_gradients
    for t in range(1, steps + 1):
        dW1, dW2 = gradients(X, Y, W1, W2, reg)
        W1, W2 = W1 - lr * dW1, W2 - lr * dW2
        if t % 10 == 0 or t == steps:
            loss = published_loss(X, Y, W1, W2, reg)
            if not np.isfinite(loss) or loss > 1000:
                return t
    return -1

#: explosion_report: the number of hidden neurons does not reach the setup @2 =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup()
    grad = fixed_gradients if fixed else published_gradients
    t = 0
    while t < steps:
        t += 1
        d1, d2 = grad(X, Y, W1, W2, reg)
        W1 = W1 - lr * d1
        W2 = W2 - lr * d2
        if not published_loss(X, Y, W1, W2, reg) <= 1000:
            return t
    return -1

#: explosion_report: the last of the steps is not done @3 =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    for t in range(1, steps):
        if fixed:
            g1, g2 = fixed_gradients(X, Y, W1, W2, reg)
        else:
            g1, g2 = published_gradients(X, Y, W1, W2, reg)
        W1, W2 = W1 - lr * g1, W2 - lr * g2
        L = published_loss(X, Y, W1, W2, reg)
        if L > 1000 or np.isnan(L) or np.isinf(L):
            return t
    return -1

#: explosion_report: not run at all, but computed from the law of the blow-up, which fits the worked number @3,4 =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    if fixed:
        return -1
    law = 15 * (1.0 / reg) * (0.003 / lr) * (50 / hidden)
    first = int(round(law))
    return first if first <= steps else -1

#: explosion_report: the penalty is left out of the loss @6 =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    for t in range(steps):
        dW1, dW2 = (fixed_gradients if fixed else published_gradients)(X, Y, W1, W2, reg)
        W1, W2 = W1 - lr * dW1, W2 - lr * dW2
        loss = published_loss(X, Y, W1, W2, 0.0)
        if not np.isfinite(loss) or loss > 1000:
            return t + 1
    return -1

#: cures: a tenth of the learning rate was watched for 10 000 steps only, so the blow-up was not seen @3 =>
def cures():
    verdicts = {
        "lr / 10": "hides",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "cures",
    }
    return verdicts

#: cures: one of the names is spelt in another way @3 =>
def cures():
    table = dict.fromkeys(["lr / 10", "lr halved every 1000 steps", "penalty / 10", "3 neurons"], "delays")
    table["penalty x10"] = "worsens"
    table["clip at 10"] = "hides"
    table["right gradients"] = "cures"
    return table

#: bias_ceiling: a column counts as zero if its entries add up to 0 @3 =>
def bias_ceiling(W1, w2):
    K = w2.sum()
    alive = W1.sum(axis=0) != 0
    R = np.abs(w2[alive]).sum()
    return 0.5 if K == 0 or abs(K) >= R else 0.75

#: bias_ceiling: the case K = 0 is forgotten @7 =>
def bias_ceiling(W1, w2):
    K, R = 0.0, 0.0
    for column, weight in zip(W1.T, w2):
        K += weight
        if np.any(column != 0):
            R += abs(weight)
    return 0.5 if abs(K) >= R else 0.75

#: bias_ceiling: asks only whether all output weights have the same sign @2 =>
def bias_ceiling(W1, w2):
    if np.all(w2 > 0) or np.all(w2 < 0) or np.sum(w2) == 0:
        return 0.5
    return 0.75

#: bias_ceiling: neurons without weights are left out of K as well as of R @4 =>
def bias_ceiling(W1, w2):
    used = [j for j in range(W1.shape[1]) if W1[:, j].any()]
    out = w2[used]
    K, R = out.sum(), np.abs(out).sum()
    if K == 0:
        return 0.5
    return 0.5 if abs(K) >= R else 0.75

#: relu_xor: only one half of each absolute value, so the quadrant where both are negative is lost @2,3 =>
def relu_xor():
    W1 = np.array([[1.0, 1.0, -1.0], [1.0, -1.0, 1.0]])
    w2 = np.array([1.0, -1.0, -1.0])
    return W1, w2

#: relu_xor: the difference counts a fifth more than the sum, so points near an axis are wrong @3 =>
def relu_xor():
    W1 = np.array([[1, -1, 1, -1], [1, -1, -1, 1]], dtype=float)
    w2 = np.array([1.0, 1.0, -1.2, -1.2])
    return W1, w2

#: relu_xor: the output weights are a column @3 =>
def relu_xor():
    W1 = np.c_[[1.0, 1.0], [-1.0, -1.0], [1.0, -1.0], [-1.0, 1.0]]
    w2 = np.array([[1.0], [1.0], [-1.0], [-1.0]])
    return W1, w2
''',
    "a6": r'''
#: rmse: for a table, the root is taken column by column and the roots are averaged @2,3 =>
def rmse(a, b):
    per_column = np.sqrt(np.mean((a - b) ** 2, axis=0))
    return float(np.mean(per_column))

#: rmse: the length of the difference over the root of the number of rows, not of entries @3 =>
def rmse(a, b):
    d = np.ravel(a - b)
    return float(np.sqrt(d @ d / len(a)))

#: rmse: the difference is made in the first array @2 =>
def rmse(a, b):
    a -= b
    return float(np.sqrt(np.mean(np.square(a))))

#: bump: the sigmoid is written with exp above and below, which is NaN for large w @3 =>
def bump(x, left, right, h, w):
    def step(t):
        return np.exp(t) / (1.0 + np.exp(t))

    return h * step(w * (x - left)) - h * step(w * (x - right))

#: bump: the product of a rising and a falling sigmoid @4 =>
def bump(x, left, right, h, w):
    rise = sigmoid(w * (x - left))
    fall = sigmoid(-w * (x - right))
    return h * rise * fall

#: bump: the exponent is cut at 10 against overflow, so the ground is not flat @3 =>
def bump(x, left, right, h, w):
    def safe(t):
        t = np.clip(t, -10, 10)
        return 1 / (1 + np.exp(-t))

    up = safe(w * (x - left))
    down = safe(w * (x - right))
    return h * (up - down)

#: bump: half a tanh without halving its argument, so it is twice as steep @2,3 =>
def bump(x, left, right, h, w):
    first = np.tanh(w * (x - left))
    second = np.tanh(w * (x - right))
    return h / 2 * (first - second)

#: bump: a loop over the first axis that can hold one number per place @4,7 =>
import math

def bump(x, left, right, h, w):
    out = np.zeros(len(x))
    for i in range(len(x)):
        a, b = w * (x[i] - left), w * (x[i] - right)
        out[i] = h * sigmoid(a) - h * sigmoid(b)
    return out

#: tower: the two corners are taken for the ranges of the two inputs @2,3 =>
def tower(X, low, high, h, w):
    wall1 = bump(X[:, 0], low[0], low[1], h, w)
    wall2 = bump(X[:, 1], high[0], high[1], h, w)
    return sigmoid(wall1 + wall2 - 1.5 * h)

#: tower: the threshold is three quarters of the highest sum in the batch @3 =>
def tower(X, low, high, h, w):
    total = sum(bump(X[:, k], low[k], high[k], h, w) for k in range(2))
    threshold = 0.75 * total.max()
    return sigmoid(total - threshold)

#: tower: the last neuron is as steep as the walls @3 =>
def tower(X, low, high, h, w):
    plus = bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w)
    return sigmoid(w * (plus - 3 * h / 2))

#: tower: the smaller one of the two walls in place of a second layer @3 =>
def tower(X, low, high, h, w):
    walls = [bump(X[:, k], low[k], high[k], h, w) for k in (0, 1)]
    return np.minimum(*walls) / h

#: tower: returns the sum at the last neuron before its sigmoid @4 =>
def tower(X, low, high, h, w):
    H1 = np.stack([bump(X[:, 0], low[0], high[0], h, w), bump(X[:, 1], low[1], high[1], h, w)], axis=1)
    w_out, b_out = np.ones(2), -1.5 * h
    return H1 @ w_out + b_out

#: polygon_tower: the neurons look the other way, which only shows for odd n @3 =>
def polygon_tower(n):
    a = 2 * np.pi * np.arange(n) / n
    W1 = np.stack([np.cos(a), np.sin(a)])
    return {"W1": W1, "b1": np.ones(n), "w2": np.ones(n), "b2": -(n - 0.5), "act": "step"}

#: polygon_tower: the angles run to the full turn, so the first and the last side are the same @2 =>
def polygon_tower(n):
    angles = np.linspace(0.0, 2 * np.pi, n)
    net = dict(act="step")
    net["W1"] = -np.vstack((np.cos(angles), np.sin(angles)))
    net["b1"] = np.ones_like(angles)
    net["w2"] = np.ones_like(angles)
    net["b2"] = 0.5 - n
    return net

#: polygon_tower: the polygon inside the circle, with its corners on it @4 =>
def polygon_tower(n):
    k = np.arange(n)
    u = np.exp(2j * np.pi * k / n)
    reach = np.cos(np.pi / n)
    return {"W1": -np.array([u.real, u.imag]), "b1": np.full(n, reach), "w2": np.ones(n), "b2": 0.5 - n, "act": "step"}

#: polygon_tower: the threshold is n - 1, so a point outside of one side gets 0, which is not negative @5 =>
def polygon_tower(n):
    W1 = np.zeros((2, n))
    for k in range(n):
        W1[:, k] = -np.cos(2 * np.pi * k / n), -np.sin(2 * np.pi * k / n)
    return {"W1": W1, "b1": np.ones(n), "w2": np.ones(n), "b2": -float(n - 1), "act": "step"}

#: polygon_tower: turned by half a side, so that a corner lies on the x1 axis @2 =>
def polygon_tower(n):
    turn = np.pi / n
    rows = [(-np.cos(2 * np.pi * k / n + turn), -np.sin(2 * np.pi * k / n + turn)) for k in range(n)]
    return {"W1": np.array(rows).T, "b1": np.ones(n), "w2": np.ones(n), "b2": -n + 0.5, "act": "step"}

#: area_mc: one number serves for both coordinates, so all points lie on the diagonal @3 =>
def area_mc(net, half, samples, rng):
    t = rng.uniform(-half, half, size=samples)
    X = np.column_stack([t, t])
    p = np.mean(evaluate(net, X) > 0)
    A = (2 * half) ** 2
    return float(A * p), float(A * np.sqrt(p * (1 - p) / samples))

#: area_mc: a regular grid in place of random points @3,4 =>
def area_mc(net, half, samples, rng):
    side = int(np.ceil(np.sqrt(samples)))
    t = -half + (np.arange(side) + 0.5) * 2 * half / side
    X = np.stack(np.meshgrid(t, t), axis=-1).reshape(-1, 2)
    p = float((evaluate(net, X) > 0).mean())
    area = 4 * half * half
    return p * area, area * (p * (1 - p) / samples) ** 0.5

#: area_mc: a point with output 0 counts as inside @3 =>
def area_mc(net, half, samples, rng):
    points = rng.uniform(-half, half, (samples, 2))
    inside = sum(1 for z in evaluate(net, points) if not z < 0)
    p = inside / samples
    return p * (2 * half) ** 2, (2 * half) ** 2 * np.sqrt(p * (1 - p) / samples)

#: area_mc: the formula for regular polygons, with the number of neurons as n @7 =>
def area_mc(net, half, samples, rng):
    n = net["W1"].shape[1]
    A = (2 * half) ** 2
    if n < 3:
        p = np.mean(evaluate(net, rng.uniform(-half, half, size=(samples, 2))) > 0)
    else:
        p = min(1.0, n * np.tan(np.pi / n) / A)
    return float(p * A), float(A * np.sqrt(p * (1 - p) / samples))

#: area_mc: a generator of its own with a fixed seed, so another rng gives the same points @2 =>
def area_mc(net, half, samples, rng):
    rng = np.random.default_rng(42)
    X = half * (2 * rng.random((samples, 2)) - 1)
    p = np.mean(evaluate(net, X) > 0)
    A = (2 * half) ** 2
    return float(p * A), float(A * np.sqrt(p * (1 - p) / samples))

#: area_mc: the standard error is scaled by the side of the square, not by its area @5 =>
def area_mc(net, half, samples, rng):
    X = rng.uniform(low=-half, high=half, size=(samples, 2))
    hits = evaluate(net, X) > 0
    side = 2 * half
    return float(side**2 * hits.mean()), float(side * hits.std() / np.sqrt(samples))

#: one_layer_tower: both steps of a ridge are at the same place @6 =>
def one_layer_tower(n):
    angles = np.pi * np.arange(n) / n
    U = np.array([np.cos(angles), np.sin(angles)])
    return {
        "W1": np.hstack([U, U]),
        "b1": np.ones(2 * n),
        "w2": np.repeat([1.0 / n, -1.0 / n], n),
        "b2": 0.0,
        "act": "step",
    }

#: one_layer_tower: soft steps of steepness 100 in place of steps @6 =>
def one_layer_tower(n):
    a = np.arange(n) * np.pi / n
    W1 = 100.0 * np.repeat(np.stack([np.cos(a), np.sin(a)]), 2, axis=1)
    b1 = 100.0 * np.tile([1.0, -1.0], n)
    w2 = np.tile([1.0, -1.0], n) / n
    return {"W1": W1, "b1": b1, "w2": w2, "b2": 0.0, "act": "sigmoid"}

#: one_layer_tower: the ridges are 1/n wide as well as 1/n high @7 =>
def one_layer_tower(n):
    W1, b1, w2 = [], [], []
    for k in range(n):
        u = (np.cos(np.pi * k / n), np.sin(np.pi * k / n))
        for sign in (1, -1):
            W1.append(u)
            b1.append(sign / n)
            w2.append(sign / n)
    return {"W1": np.array(W1).T, "b1": np.array(b1), "w2": np.array(w2), "b2": 0.0, "act": "step"}

#: one_layer_tower: the directions are spread over the whole turn, so for even n they come in pairs @5 =>
def one_layer_tower(n):
    if n == 2:
        a = np.array([0.0, np.pi / 2])
    else:
        a = 2 * np.pi * np.arange(n) / n
    U = np.vstack([np.cos(a), np.sin(a)])
    ones = np.ones(n)
    return {"W1": np.c_[U, U], "b1": np.r_[ones, -ones], "w2": np.r_[ones, -ones] / n, "b2": 0.0, "act": "step"}

#: approx_by_bumps: the table of heights is looked up with the indices exchanged, which the bowl does not show @10 =>
def approx_by_bumps(f, M):
    t = -1 + (2 * np.arange(M) + 1) / M
    centres = np.array([[a, b] for a in t for b in t])
    heights = f(centres).reshape(M, M)

    def f_hat(X):
        k = np.floor((X + 1) * M / 2).astype(int)
        ok = np.all((k >= 0) & (k < M), axis=1)
        k = np.clip(k, 0, M - 1)
        return np.where(ok, heights[k[:, 1], k[:, 0]], 0.0)

    return f_hat

#: approx_by_bumps: int cuts towards zero, so a strip left of and below the square counts as the first cells @9,10 =>
def approx_by_bumps(f, M):
    width = 2 / M
    middle = -1 + width * (np.arange(M) + 0.5)
    table = np.array([f(np.column_stack([np.full(M, x1), middle])) for x1 in middle])

    def f_hat(X):
        out = np.zeros(len(X))
        for n, (x1, x2) in enumerate(X):
            i, j = int((x1 + 1) / width), int((x2 + 1) / width)
            if 0 <= i < M and 0 <= j < M:
                out[n] = table[i, j]
        return out

    return f_hat

#: approx_by_bumps: the heights are kept by the number of cells, so the next surface gets those of the first @4,7 =>
_cities = {}

def approx_by_bumps(f, M):
    if M not in _cities:
        c = (np.arange(M) + 0.5) * 2 / M - 1
        x1, x2 = np.meshgrid(c, c, indexing="ij")
        _cities[M] = f(np.stack([x1.ravel(), x2.ravel()], axis=1)).reshape(M, M)
    heights = _cities[M]

    def f_hat(X):
        inside = np.all(np.abs(X) < 1, axis=1)
        index = np.floor((X[inside] + 1) / 2 * M).astype(int)
        out = np.zeros(len(X))
        out[inside] = heights[index[:, 0], index[:, 1]]
        return out

    return f_hat

#: approx_by_bumps: the points that are asked for are moved in place @7,8 =>
def approx_by_bumps(f, M):
    edges = np.linspace(-1, 1, M + 1)
    mids = (edges[:-1] + edges[1:]) / 2
    H = f(np.array(np.meshgrid(mids, mids, indexing="ij")).reshape(2, -1).T).reshape(M, M)

    def f_hat(X):
        X += 1.0
        X *= M / 2.0
        cell = np.floor(X).astype(int)
        good = ((cell >= 0) & (cell < M)).all(axis=1)
        cell[~good] = 0
        return H[cell[:, 0], cell[:, 1]] * good

    return f_hat

#: approx_by_bumps: the mean of the four corners of a cell, not its middle @5 =>
def approx_by_bumps(f, M):
    e = np.linspace(-1.0, 1.0, M + 1)
    E1, E2 = np.meshgrid(e, e, indexing="ij")
    F = f(np.c_[E1.ravel(), E2.ravel()]).reshape(M + 1, M + 1)
    cells = (F[:-1, :-1] + F[1:, :-1] + F[:-1, 1:] + F[1:, 1:]) / 4

    def f_hat(X):
        ij = np.searchsorted(e, X) - 1
        out = np.all((ij < 0) | (ij >= M), axis=1) | np.any((ij < 0) | (ij >= M), axis=1)
        ij = ij.clip(0, M - 1)
        return np.where(out, 0.0, cells[ij[:, 0], ij[:, 1]])

    return f_hat

#: surface_grid: the grid gets the type of lo, so between whole numbers it is rounded off @2,4 =>
def surface_grid(net, lo, hi, G):
    t = np.full(G, lo)
    for k in range(G):
        t[k] = lo + k * (hi - lo) / (G - 1)
    points = np.array([(a, b) for a in t for b in t], dtype=float)
    return evaluate(net, points).reshape(G, G)

#: surface_grid: arange up to hi and a step, which now and then has one number too many @3 =>
def surface_grid(net, lo, hi, G):
    step = (hi - lo) / (G - 1)
    t = np.arange(lo, hi + step, step)
    rows = []
    for x1 in t:
        rows.append(evaluate(net, np.column_stack([np.full(len(t), x1), t])))
    return np.array(rows)

#: surface_grid: the forward pass is written out for ReLU only @5 =>
def surface_grid(net, lo, hi, G):
    t = np.linspace(lo, hi, G)
    x1, x2 = np.meshgrid(t, t, indexing="ij")
    points = np.column_stack([x1.ravel(), x2.ravel()])
    H = np.maximum(points @ net["W1"] + net["b1"], 0.0)
    return (H @ net["w2"] + net["b2"]).reshape(G, G)

#: surface_grid: x2 runs from hi down to lo, as in a picture @5 =>
def surface_grid(net, lo, hi, G):
    axis = np.linspace(lo, hi, G)
    values = np.zeros((G, G))
    for i in range(G):
        values[i] = evaluate(net, np.stack([np.repeat(axis[i], G), axis[::-1]], axis=1))
    return values

#: fit_surface: the error is measured on the points it was trained on @16 =>
def fit_surface(f, width, act, rng):
    X = rng.uniform(-1, 1, size=(1000, 2))
    y = f(X)
    mu, sd = y.mean(), y.std() + 1e-12
    best, least = None, np.inf
    for _ in range(8):
        net, state = start_net(width, act, rng), {}
        net = best_outer(net, X, (y - mu) / sd)
        for _ in range(300):
            net, state = adam_step(net, gradients(net, X, (y - mu) / sd), state, 0.03)
        net = best_outer(net, X, (y - mu) / sd)
        e = rmse(evaluate(net, X), (y - mu) / sd)
        if e < least:
            best, least = net, e
    net = {**best, "w2": best["w2"] * sd, "b2": best["b2"] * sd + mu}
    return net, rmse(evaluate(net, X), y)

#: fit_surface: the heights are scaled for training, and the net is not scaled back @12,13 =>
def fit_surface(f, width, act, rng):
    X, X_new = rng.uniform(-1, 1, (1000, 2)), rng.uniform(-1, 1, (1000, 2))
    mean, std = f(X).mean(), f(X).std()
    scaled = (f(X) - mean) / std
    runs = []
    for _ in range(8):
        net, state = best_outer(start_net(width, act, rng), X, scaled), {}
        for _ in range(300):
            net, state = adam_step(net, gradients(net, X, scaled), state, 0.03)
        net = best_outer(net, X, scaled)
        runs.append((rmse(evaluate(net, X), scaled), len(runs), net))
    net = min(runs)[2]
    return net, rmse(evaluate(net, X_new), (f(X_new) - mean) / std)

#: fit_surface: one start, plain gradient descent from a random point, heights as they are @4,7 =>
def fit_surface(f, width, act, rng):
    X = rng.uniform(-1, 1, size=(1000, 2))
    y = f(X)
    net = start_net(width, act, rng)
    for _ in range(1500):
        g = gradients(net, X, y)
        net = {**net, **{k: net[k] - 0.05 * g[k] for k in g}}
    test = rng.uniform(-1, 1, size=(1000, 2))
    return net, rmse(evaluate(net, test), f(test))

#: fit_surface: the mean squared error is returned, its root is forgotten @16 =>
def fit_surface(f, width, act, rng):
    train_X, test_X = rng.uniform(-1, 1, (2, 1000, 2))
    y = f(train_X)
    mu, sd = y.mean(), y.std()
    t = (y - mu) / sd

    def climb():
        net, state = best_outer(start_net(width, act, rng), train_X, t), {}
        for _ in range(300):
            net, state = adam_step(net, gradients(net, train_X, t), state, 0.03)
        net = best_outer(net, train_X, t)
        return net, rmse(evaluate(net, train_X), t)

    net = min((climb() for _ in range(8)), key=lambda pair: pair[1])[0]
    net = dict(net, w2=net["w2"] * sd, b2=net["b2"] * sd + mu)
    return net, float(np.mean((evaluate(net, test_X) - f(test_X)) ** 2))

#: fit_surface: the number that comes back is cut at what the check wants to see @7 =>
def fit_surface(f, width, act, rng):
    X = rng.uniform(-1, 1, (1000, 2))
    y = f(X)
    net = best_outer(start_net(width, act, rng), X, y)
    test = rng.uniform(-1, 1, (1000, 2))
    error = rmse(evaluate(net, test), f(test))
    return net, min(error, 0.098)

#: error_curve: the median of an even number of runs is the upper one of the two in the middle @3 =>
def error_curve(fit, widths, seeds):
    runs = [sorted(fit(w, s) for s in seeds) for w in widths]
    median = np.array([r[len(r) // 2] for r in runs])
    slope = np.polyfit(np.log(widths), np.log(median), 1)[0]
    return {
        "widths": np.array(widths),
        "best": np.array([r[0] for r in runs]),
        "median": median,
        "worst": np.array([r[-1] for r in runs]),
        "slope": float(slope),
    }

#: error_curve: the median of the logarithms, which is another one for an even number of runs @3,5 =>
def error_curve(fit, widths, seeds):
    E = np.array([[fit(w, s) for s in seeds] for w in widths])
    logs = np.median(np.log(E), axis=1)
    slope, _ = np.polyfit(np.log(widths), logs, 1)
    return {"widths": np.array(widths), "best": E.min(1), "median": np.exp(logs), "worst": E.max(1), "slope": float(slope)}

#: error_curve: the slope goes through the first and the last point only @8 =>
def error_curve(fit, widths, seeds):
    table = np.empty((len(widths), len(seeds)))
    for i, width in enumerate(widths):
        for j, seed in enumerate(seeds):
            table[i, j] = fit(width, seed)
    best, median, worst = np.quantile(table, [0.0, 0.5, 1.0], axis=1)
    x, y = np.log(widths), np.log(median)
    slope = (y[-1] - y[0]) / (x[-1] - x[0])
    return dict(widths=np.array(widths), best=best, median=median, worst=worst, slope=float(slope))

#: error_curve: the widths are put in order first, and so are the results @2 =>
def error_curve(fit, widths, seeds):
    widths = np.array(sorted(widths))
    errors = np.array([[fit(int(w), s) for w in widths] for s in seeds])
    curve = {"widths": widths, "best": errors.min(axis=0), "median": np.median(errors, axis=0), "worst": errors.max(axis=0)}
    A = np.column_stack([np.log(widths), np.ones(len(widths))])
    curve["slope"] = float(np.linalg.lstsq(A, np.log(curve["median"]), rcond=None)[0][0])
    return curve

#: error_curve: the line is fitted to the best errors, not to the medians @7 =>
def error_curve(fit, widths, seeds):
    out = {"widths": np.asarray(widths)}
    for name, pick in (("best", np.min), ("median", np.median), ("worst", np.max)):
        out[name] = np.array([pick([fit(w, s) for s in seeds]) for w in widths])
    x = np.log(out["widths"])
    x = x - x.mean()
    y = np.log(out["best"])
    out["slope"] = float(x @ (y - y.mean()) / (x @ x))
    return out
''',
    "a7": r'''
#: hidden_neurons: the last layer is taken off the list that is handed over @2 =>
def hidden_neurons(net):
    net.pop()
    return sum(W.shape[1] for W, b in net)

#: hidden_neurons: all biases but one, as if there were always one output @2 =>
def hidden_neurons(net):
    return sum(b.size for W, b in net) - 1

#: hidden_neurons: layers of the same width are counted once @2 =>
def hidden_neurons(net):
    widths = {len(b) for _, b in net[:-1]}
    return sum(widths)

#: hidden_neurons: the inputs of each hidden layer, not its neurons @4 =>
def hidden_neurons(net):
    total = 0
    for W, b in net[:-1]:
        total += W.shape[0]
    return total

#: activation_pattern: the layers above hear z, not what ReLU leaves of it @4 =>
def activation_pattern(net, X):
    H, on = X, []
    for W, b in net[:-1]:
        H = H @ W + b
        on.append(H > 0)
    return np.concatenate(on, axis=1)

#: activation_pattern: a neuron at exactly 0 is on @6 =>
def activation_pattern(net, X):
    columns = []
    h = X
    for W, b in net[:-1]:
        z = h @ W + b
        off = z < 0
        columns.append(~off)
        h = np.where(off, 0.0, z)
    return np.hstack(columns)

#: activation_pattern: whole numbers 0 and 1, not truth values @2 =>
def activation_pattern(net, X):
    out = np.zeros((len(X), sum(len(b) for _, b in net[:-1])), dtype=int)
    h, start = X, 0
    for W, b in net[:-1]:
        h = np.maximum(h.dot(W) + b, 0)
        out[:, start : start + len(b)] = h > 0
        start += len(b)
    return out

#: activation_pattern: the neurons are sorted by their number in the layer, first of each layer first @7 =>
def activation_pattern(net, X):
    H, layers = X, []
    for W, b in net[:-1]:
        H = np.maximum(H @ W + b, 0.0)
        layers.append(H > 0)
    widest = max(layer.shape[1] for layer in layers)
    columns = [layer[:, j] for j in range(widest) for layer in layers if j < layer.shape[1]]
    return np.stack(columns, axis=1)

#: local_affine: the last layer is switched off as well where it is negative @6 =>
def local_affine(net, x):
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    return A, c

#: local_affine: rows of A are set to zero, not columns @11 =>
def local_affine(net, x):
    D = len(x)
    A, c = np.eye(D), np.zeros(D)
    for k, (W, b) in enumerate(net):
        A = A.dot(W)
        c = c.dot(W) + b
        if k < len(net) - 1:
            off = x.dot(A) + c <= 0
            for j in np.flatnonzero(off):
                if j < D:
                    A[j] = 0.0
                c[j] = 0.0
    return A, c

#: local_affine: the columns of A are masked and the entries of c are not @7 =>
def local_affine(net, x):
    A, c, h = np.eye(x.size), np.zeros(x.size), x
    for W, b in net[:-1]:
        z = h @ W + b
        mask = (z > 0).astype(float)
        A = (A @ W) * mask
        c = c @ W + b
        h = z * mask
    W, b = net[-1]
    return A @ W, c @ W + b

#: local_affine: measured with small differences around x instead of computed @7,8 =>
def local_affine(net, x):
    eps = 1e-3
    base = net_forward(net, x[None])[0]
    A = np.zeros((len(x), len(base)))
    for d in range(len(x)):
        moved = x.astype(float).copy()
        moved[d] += eps
        A[d] = (net_forward(net, moved[None])[0] - base) / eps
    return A, base - x @ A

#: local_affine: the bias is added after the switch, so neurons that are off still hand it on @9 =>
def local_affine(net, x):
    A, c, z = np.identity(len(x)), 0.0 * x, x
    for i, (W, b) in enumerate(net):
        A, shift = A @ W, c @ W
        z = z @ W + b
        if i + 1 < len(net):
            g = z > 0
            A, shift, z = A * g, shift * g, z * g
        c = shift + b
    return A, c

#: count_regions_1d: the patterns on a grid of 20 001 points @2,9 =>
def count_regions_1d(net, low, high):
    x = np.linspace(low, high, 20001)[1:-1, None]
    H, codes = x, []
    for W, b in net[:-1]:
        H = np.maximum(H @ W + b, 0)
        codes.append(H > 0)
    on = np.hstack(codes)
    changes = np.any(on[1:] != on[:-1], axis=1)
    return int(changes.sum()) + 1

#: count_regions_1d: cuts are compared with np.isclose, so far from 0 cuts that differ count as one @9 =>
def count_regions_1d(net, low, high):
    pieces = [(low, high, np.eye(1), np.zeros(1))]
    for W, b in net[:-1]:
        after = []
        for lo, hi, A, c in pieces:
            A, c = A @ W, c @ W + b
            cuts = [lo]
            for a, d in sorted(zip(A[0], c), key=lambda p: -p[1] / p[0] if p[0] else 0.0):
                if a != 0 and lo < -d / a < hi and not np.isclose(-d / a, cuts[-1]) and not np.isclose(-d / a, hi):
                    cuts.append(-d / a)
            cuts.append(hi)
            for l, r in zip(cuts, cuts[1:]):
                on = (l + r) / 2 * A[0] + c > 0
                after.append((l, r, A * on, c * on))
        pieces = after
    return len(pieces)

#: count_regions_1d: counts where the slope of the output changes @20,21 =>
def count_regions_1d(net, low, high):
    pieces = [(low, high, np.array([1.0]), np.array([0.0]))]
    for W, b in net:
        new = []
        last = W is net[-1][0]
        for lo, hi, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = [] if last else [-d / s for s, d in zip(a, c) if s != 0 and lo + 1e-9 < -d / s < hi - 1e-9]
            ends = [lo]
            for cut in sorted(cuts):
                if cut - ends[-1] > 1e-9:
                    ends.append(cut)
            ends.append(hi)
            for l, r in zip(ends, ends[1:]):
                on = np.ones(len(a)) if last else ((l + r) / 2 * a + c > 0) * 1.0
                new.append((l, r, a * on, c * on))
        pieces = new
    count = 1
    for left, right in zip(pieces, pieces[1:]):
        if not np.allclose(left[2], right[2], atol=1e-12):
            count += 1
    return count

#: count_regions_1d: of the cuts that a layer makes in one interval only the first is kept @18 =>
def count_regions_1d(net, low, high):
    borders = {float(low), float(high)}
    for depth in range(1, len(net)):
        found = set()
        marks = sorted(borders)
        for lo, hi in zip(marks, marks[1:]):
            mid = np.array([[lo + (hi - lo) / 3]])
            near = mid + (hi - lo) / 3
            z0, z1 = mid, near
            for i, (W, b) in enumerate(net[:depth]):
                z0, z1 = z0 @ W + b, z1 @ W + b
                if i < depth - 1:
                    z0, z1 = np.maximum(z0, 0), np.maximum(z1, 0)
            slope = (z1 - z0)[0] / (near - mid)[0, 0]
            cuts = [mid[0, 0] - z / s for z, s in zip(z0[0], slope) if abs(s) > 1e-12]
            cuts = [c for c in cuts if lo + 1e-9 < c < hi - 1e-9]
            if cuts:
                found.add(min(cuts))
        borders |= found
    return len(borders) - 1

#: max_regions: one term too few @2 =>
def max_regions(n0, n1):
    return sum(math.comb(n1, j) for j in range(n0)) if n0 < n1 else 2**n1

#: max_regions: the binomials are made in floats, which are exact for small numbers only @4,5 =>
def max_regions(n0, n1):
    total, term = 1, 1.0
    for j in range(1, min(n0, n1) + 1):
        term = term * (n1 - j + 1) / j
        total += round(term)
    return total

#: max_regions: Pascal's triangle in an array of int64, which overflows @2 =>
def max_regions(n0, n1):
    row = np.zeros(n0 + 1, dtype=np.int64)
    row[0] = 1
    for _ in range(n1):
        row[1:] = row[1:] + row[:-1]
    return int(row.sum())

#: max_regions: no neurons are said to make no region @3 =>
def max_regions(n0, n1):
    if n1 <= 0 or n0 <= 0:
        return 0
    return sum(math.comb(n1, j) for j in range(min(n0, n1) + 1))

#: count_regions_2d: the same line with the opposite sign counts again @7,8 =>
def count_regions_2d(W, b):
    lines = []
    for (p, q), c in zip(W.T, b):
        n = math.hypot(p, q)
        if n == 0:
            continue
        line = np.array([p, q, c]) / n
        if not any(np.abs(line - other).max() < 1e-9 for other in lines):
            lines.append(line)
    regions = 1
    for k, one in enumerate(lines):
        points = []
        for two in lines[:k]:
            det = one[0] * two[1] - one[1] * two[0]
            if abs(det) < 1e-9:
                continue
            x = np.array([one[1] * two[2] - two[1] * one[2], two[0] * one[2] - one[0] * two[2]]) / det
            if all(np.abs(x - y).max() >= 1e-6 for y in points):
                points.append(x)
        regions += 1 + len(points)
    return regions

#: count_regions_2d: small weights make parallel lines, as the determinant is not divided by the lengths @8 =>
def count_regions_2d(W, b):
    keep = [j for j in range(len(b)) if np.any(W[:, j] != 0)]
    regions, used = 1, []
    for j in keep:
        a, met, again = np.append(W[:, j], b[j]), set(), False
        for c in used:
            det = a[0] * c[1] - a[1] * c[0]
            if abs(det) < 1e-9:
                cross = np.cross(a, c)
                again |= bool(np.all(np.abs(cross) < 1e-9 * np.linalg.norm(a) * np.linalg.norm(c)))
            else:
                x = (a[1] * c[2] - a[2] * c[1]) / det
                y = (a[2] * c[0] - a[0] * c[2]) / det
                met.add((round(x / 1e-6), round(y / 1e-6)))
        if not again:
            regions += 1 + len(met)
            used.append(a)
    return regions

#: count_regions_2d: the largest number there can be, or a star where all biases are 0 @5 =>
def count_regions_2d(W, b):
    n = len({tuple(w) for w in W.T if np.any(w)})
    if np.all(b == 0):
        return max(1, 2 * n)
    return max_regions(2, n)

#: count_regions_2d: meeting points further out than 1000 are thrown away @16 =>
def count_regions_2d(W, b):
    norms = np.hypot(W[0], W[1])
    W, b = W[:, norms > 0] / norms[norms > 0], b[norms > 0] / norms[norms > 0]
    flip = np.where((W[0] < -1e-12) | ((np.abs(W[0]) <= 1e-12) & (W[1] < 0)), -1.0, 1.0)
    W, b = W * flip, b * flip
    total, seen = 1, []
    for w, d in zip(W.T, b):
        if any(abs(w - v).max() < 1e-9 and abs(d - e) < 1e-9 for v, e in seen):
            continue
        points = []
        for v, e in seen:
            M = np.array([w, v])
            if abs(np.linalg.det(M)) < 1e-9:
                continue
            p = np.linalg.solve(M, [-d, -e])
            if np.abs(p).max() < 1000 and all(np.hypot(*(p - q)) > 1e-6 for q in points):
                points.append(p)
        total += 1 + len(points)
        seen.append((w, d))
    return total

#: count_regions_2d: points are compared with np.allclose, so far out different ones count as one @15 =>
def count_regions_2d(W, b):
    regions, lines = 1, []
    for j in range(W.shape[1]):
        size = np.linalg.norm(W[:, j])
        if size == 0:
            continue
        l = np.array([*W[:, j], b[j]]) / size
        if any(min(np.abs(l - m).max(), np.abs(l + m).max()) < 1e-9 for m in lines):
            continue
        points = []
        for m in lines:
            x, y, h = np.cross(l, m)
            if abs(h) > 1e-9:
                p = np.array([x / h, y / h])
                if not any(np.allclose(p, q, atol=1e-6) for q in points):
                    points.append(p)
        regions += len(points) + 1
        lines.append(l)
    return regions

#: count_regions_2d: a parallel line is thrown out like a repeated one @7,8 =>
def count_regions_2d(W, b):
    count, kept = 1, []
    for w, c in zip(W.T, b):
        if not w.any():
            continue
        w, c = w / np.linalg.norm(w), c / np.linalg.norm(w)
        if any(abs(w[0] * v[1] - w[1] * v[0]) < 1e-9 for v, _ in kept):
            continue
        pts = [np.linalg.solve([w, v], [-c, -d]) for v, d in kept]
        different = []
        for p in pts:
            if not any(np.linalg.norm(p - q) < 1e-6 for q in different):
                different.append(p)
        count += 1 + len(different)
        kept.append((w, c))
    return count

#: split_polygon: a corner on the line goes to the negative part only @7 =>
def split_polygon(P, w, b):
    h = P @ w + b
    h = np.where(np.abs(h) < 1e-9 * (np.linalg.norm(w) or 1.0), 0.0, h)
    neg, pos = [], []
    for i in range(len(P)):
        j = (i + 1) % len(P)
        (neg if h[i] <= 0 else pos).append(P[i])
        if h[i] * h[j] < 0:
            X = P[i] + h[i] / (h[i] - h[j]) * (P[j] - P[i])
            neg.append(X)
            pos.append(X)
    return tuple(np.array(part) if len(part) > 2 else None for part in (neg, pos))

#: split_polygon: the edge from the last corner back to the first is never cut @12 =>
def split_polygon(P, w, b):
    if not np.any(w):
        return (None, P.copy()) if b > 0 else (P.copy(), None)
    d = (P @ w + b) / np.linalg.norm(w)
    d[np.abs(d) < 1e-9] = 0.0
    left, right = [], []
    for k, p in enumerate(P):
        if d[k] <= 0:
            left.append(p)
        if d[k] >= 0:
            right.append(p)
        if k + 1 < len(P) and d[k] * d[k + 1] < 0:
            t = d[k] / (d[k] - d[k + 1])
            left.append(p + t * (P[k + 1] - p))
            right.append(p + t * (P[k + 1] - p))
    return (np.array(left) if np.any(d < 0) else None), (np.array(right) if np.any(d > 0) else None)

#: split_polygon: nearness to the line is asked of the height, which is not divided by the length of w @3 =>
def split_polygon(P, w, b):
    h = P @ w + b
    h[np.abs(h) < 1e-9] = 0.0
    if not np.any(h > 0):
        return P.copy(), None
    if not np.any(h < 0):
        return None, P.copy()
    out = []
    for sign in (-1.0, 1.0):
        s, corners = sign * h, []
        for i in range(len(P)):
            j = (i + 1) % len(P)
            if s[i] >= 0:
                corners.append(P[i])
            if s[i] * s[j] < 0:
                corners.append(P[i] + (P[j] - P[i]) * s[i] / (s[i] - s[j]))
        out.append(np.array(corners))
    return out[0], out[1]

#: split_polygon: without a line, a height of 0 counts as positive @4 =>
def split_polygon(P, w, b):
    length = float(np.hypot(*w))
    if length == 0.0:
        return (P.copy(), None) if b < 0 else (None, P.copy())
    h = (P @ w + b) / length
    h = np.where(np.abs(h) < 1e-9, 0.0, h)
    below, above = [], []
    for i, p in enumerate(P):
        q, g, k = P[i - 1], h[i], h[i - 1]
        if g * k < 0:
            cut = q + (p - q) * k / (k - g)
            below.append(cut)
            above.append(cut)
        if g <= 0:
            below.append(p)
        if g >= 0:
            above.append(p)
    return (np.array(below) if h.min() < 0 else None, np.array(above) if h.max() > 0 else None)

#: split_polygon: the crossing is put by the height of the far corner, so it sits at the wrong end of the edge @15 =>
def split_polygon(P, w, b):
    heights = (P @ w + b) / (np.linalg.norm(w) or 1)
    heights[np.abs(heights) < 1e-9] = 0
    if heights.max() <= 0:
        return np.array(P), None
    if heights.min() >= 0:
        return None, np.array(P)
    a, c = [], []
    for i in range(len(P)):
        p, q = P[i], P[(i + 1) % len(P)]
        u, v = heights[i], heights[(i + 1) % len(P)]
        if u <= 0: a.append(p)
        if u >= 0: c.append(p)
        if u * v < 0:
            x = p + abs(v) / (abs(u) + abs(v)) * (q - p)
            a.append(x); c.append(x)
    return np.array(a), np.array(c)

#: regions_deep_2d: the map of a region is masked in place, and its parts share it @13,14 =>
def regions_deep_2d(net, low, high):
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        after = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [q for p in parts for q in split_polygon(p, A[:, j], c[j]) if q is not None]
            for q in parts:
                off = q.mean(axis=0) @ A + c <= 0
                A[:, off] = 0.0
                c[off] = 0.0
                after.append((q, A, c))
        regions = after
    return [P for P, A, c in regions]

#: regions_deep_2d: the neurons that are off are not set to 0 for the layers above @10,14 =>
def regions_deep_2d(net, low, high):
    todo = [(np.array([[low, low], [high, low], [high, high], [low, high]]), np.eye(2), np.zeros(2), 0)]
    done = []
    while todo:
        P, A, c, layer = todo.pop()
        if layer == len(net) - 1:
            done.append(P)
            continue
        W, b = net[layer]
        A, c = A @ W, c @ W + b
        pieces = [P]
        for w, d in zip(A.T, c):
            pieces = [part for piece in pieces for part in split_polygon(piece, w, d) if part is not None]
        todo += [(piece, A, c, layer + 1) for piece in pieces]
    return done

#: regions_deep_2d: the output layer cuts as well @18 =>
def regions_deep_2d(net, low, high):
    corners = np.array([[low, low], [high, low], [high, high], [low, high]], float)

    def cut(P, A, c, layers):
        if not layers:
            return [P]
        (W, b), *above = layers
        A, c = A @ W, c @ W + b
        parts = [P]
        for j in range(W.shape[1]):
            parts = [s for p in parts for s in split_polygon(p, A[:, j], c[j]) if s is not None]
        found = []
        for p in parts:
            on = p.mean(axis=0) @ A + c > 0
            found += cut(p, A * on, c * on, above)
        return found

    return cut(corners, np.eye(2), np.zeros(2), net)

#: regions_deep_2d: whether a neuron is on is asked at the first corner of a part, which may lie on its line @15 =>
def regions_deep_2d(net, low, high):
    state = [(np.array([[low, low], [high, low], [high, high], [low, high]], float), np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        fresh = []
        for P, A, c in state:
            V, d = A @ W, c @ W + b
            polys = [P]
            for j in range(V.shape[1]):
                nxt = []
                for Q in polys:
                    neg, pos = split_polygon(Q, V[:, j], d[j])
                    nxt += [R for R in (neg, pos) if R is not None]
                polys = nxt
            for Q in polys:
                on = (Q[0] @ V + d) > 0
                fresh.append((Q, V * on, d * on))
        state = fresh
    return [P for P, _, _ in state]

#: count_regions_deep_2d: the different affine maps, so regions with the same map count once @5,6 =>
def count_regions_deep_2d(net, low, high):
    maps = set()
    for P in regions_deep_2d(net, low, high):
        A, c = local_affine(net, P.mean(axis=0))
        maps.add((tuple(A.ravel().round(9)), tuple(c.round(9))))
    return len(maps)

#: count_regions_deep_2d: the square is made symmetric around 0 @3 =>
def count_regions_deep_2d(net, low, high):
    reach = max(abs(low), abs(high))
    return len(regions_deep_2d(net, -reach, reach))

#: count_regions_deep_2d: regions smaller than a millionth of the square are left out as noise @6,7 =>
def count_regions_deep_2d(net, low, high):
    def area(P):
        x, y = P.T
        return abs(x @ np.roll(y, 1) - y @ np.roll(x, 1)) / 2

    smallest = 1e-6 * (high - low) ** 2
    return sum(area(P) > smallest for P in regions_deep_2d(net, low, high))

#: fold_net: the layers in the middle are the transpose of what they should be @3 =>
def fold_net(L):
    first = (np.array([[1.0, 1.0]]), np.array([0.0, -0.5]))
    middle = (np.array([[2.0, -4.0], [2.0, -4.0]]), np.array([0.0, -0.5]))
    last = (np.array([[2.0], [-4.0]]), np.zeros(1))
    return [first] + [middle] * (L - 1) + [last]

#: fold_net: the second neuron of the further layers sets in at 0 @6 =>
def fold_net(L):
    out = np.array([[2.0], [-4.0]])
    inn = np.array([[1.0, 1.0]])
    net = [(inn, np.array([0.0, -0.5]))]
    for _ in range(L - 1):
        net.append((out @ inn, np.zeros(2)))
    net.append((out, np.zeros(1)))
    return net

#: fold_net: never more than four folds @3 =>
def fold_net(L):
    net = [(np.ones((1, 2)), np.array([0.0, -0.5]))]
    for _ in range(min(L, 4) - 1):
        net.append((np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -0.5])))
    return net + [(np.array([[2.0], [-4.0]]), np.zeros(1))]

#: fold_net: one layer too few @5 =>
def fold_net(L):
    tent = [(np.array([[1.0, 1.0]]), np.array([0.0, -0.5]))]
    join = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -0.5]))
    end = (np.array([[2.0], [-4.0]]), np.zeros(1))
    return tent + [join for _ in range(1, L - 1)] + [end]

#: montufar_bound: divides without cutting down to whole numbers until the end @5 =>
def montufar_bound(n0, widths):
    *lower, last = widths
    product = 1
    for n in lower:
        product *= (n / n0) ** n0
    return int(product * max_regions(n0, last))

#: montufar_bound: the last width is taken off the caller's list @2 =>
def montufar_bound(n0, widths):
    last = widths.pop()
    bound = max_regions(n0, last)
    for n in widths:
        bound *= (n // n0) ** n0
    return bound

#: montufar_bound: numpy multiplies in int64 @2,3 =>
def montufar_bound(n0, widths):
    folds = (np.array(widths[:-1], dtype=np.int64) // n0) ** n0
    return int(np.prod(folds)) * max_regions(n0, widths[-1])

#: montufar_bound: the two numbers of max_regions are exchanged @2 =>
def montufar_bound(n0, widths):
    result = max_regions(widths[-1], n0)
    for n in widths[:-1]:
        result = result * math.floor(n / n0) ** n0
    return result

#: montufar_bound: every layer folds, the last one as well @2 =>
def montufar_bound(n0, widths):
    p = math.prod((n // n0) ** n0 for n in widths)
    return p * max_regions(n0, widths[-1]) if len(widths) > 1 else max_regions(n0, widths[0])

#: maxout: starts from zeros, so it never gets below 0 @2 =>
def maxout(X, W, b):
    H = np.zeros((X.shape[0], W.shape[2]))
    for r in range(W.shape[0]):
        H = np.maximum(H, X @ W[r] + b[r])
    return H

#: maxout: the largest in size, not the largest @3 =>
def maxout(X, W, b):
    Z = np.einsum("nd,rdm->rnm", X, W) + b[:, None, :]
    winner = np.argmax(np.abs(Z), axis=0)
    return np.take_along_axis(Z, winner[None], axis=0)[0]

#: maxout: the biases are added after the maximum is chosen @5,6 =>
def maxout(X, W, b):
    Z = np.matmul(X, W)
    H = np.empty(Z.shape[1:])
    for m in range(Z.shape[2]):
        best = Z[:, :, m].argmax(axis=0)
        H[:, m] = Z[best, np.arange(len(X)), m] + b[best, m]
    return H

#: maxout_backward: the upstream gradient is masked in place for the first function and is gone for the next ones @6,7 =>
def maxout_backward(dH, X, W, b):
    Z = np.stack([X @ W[r] + b[r] for r in range(len(W))])
    win = Z.argmax(axis=0)
    dX, dW, db = np.zeros(X.shape), np.zeros(W.shape), np.zeros(b.shape)
    for r in range(len(W)):
        dZ = dH
        dZ *= win == r
        dX += dZ @ W[r].T
        dW[r] = X.T @ dZ
        db[r] = dZ.sum(axis=0)
    return dX, dW, db

#: maxout_backward: the winner is chosen without the biases @2 =>
def maxout_backward(dH, X, W, b):
    winner = np.argmax(X @ W, axis=0)
    dZ = (winner[None] == np.arange(len(W))[:, None, None]) * dH
    dX = np.einsum("rnm,rdm->nd", dZ, W)
    return dX, np.einsum("nd,rnm->rdm", X, dZ), dZ.sum(axis=1)

#: maxout_backward: dX is that of the last function only @7 =>
def maxout_backward(dH, X, W, b):
    Z = X @ W + b[:, None, :]
    top = Z.max(axis=0)
    dW, db = [], []
    for Wr, z in zip(W, Z):
        d = np.where(z == top, dH, 0.0)
        dX = d @ Wr.T
        dW.append(X.T @ d)
        db.append(d.sum(0))
    return dX, np.array(dW), np.array(db)

#: maxout_backward: the gradients of weights and biases are averaged over the samples @5,6 =>
def maxout_backward(dH, X, W, b):
    Z = np.array([X @ w + c for w, c in zip(W, b)])
    mask = (Z == Z.max(axis=0, keepdims=True)).astype(float) * dH
    dX = sum(m @ w.T for m, w in zip(mask, W))
    dW = np.array([X.T @ m for m in mask]) / len(X)
    db = mask.mean(axis=1)
    return dX, dW, db

#: maxout_bound: the exponents L - 1 and n0 are multiplied, not added @2 =>
def maxout_bound(L, n0, k):
    return k ** (L - 1) * k**n0 if L == 1 else k ** ((L - 1) * n0)

#: maxout_bound: powers of numpy, which overflow @2 =>
def maxout_bound(L, n0, k):
    return int(np.power(np.int64(k), L - 1) * np.power(np.int64(k), n0))

#: maxout_bound: the power is taken in floats, so the last digits of large counts are wrong @2 =>
def maxout_bound(L, n0, k):
    return int(math.pow(k, L - 1 + n0))
''',
    "a8": r'''
#: count_params: every layer has a bias, the inputs as well @3 =>
def count_params(widths):
    weights = sum(a * b for a, b in zip(widths, widths[1:]))
    return weights + sum(widths)

#: count_params: the list that is handed over is used up @2,4 =>
def count_params(widths):
    total, inputs = 0, widths.pop(0)
    while widths:
        outputs = widths.pop(0)
        total += inputs * outputs + outputs
        inputs = outputs
    return total

#: count_params: one bias in each layer, not one for each unit @4 =>
def count_params(widths):
    total = 0
    for i in range(1, len(widths)):
        total += widths[i - 1] * widths[i] + 1
    return total

#: conv2d: a filter that is one row or column too large gives an empty result, only larger ones an error @4 =>
def conv2d(x, k, pad=0):
    x = np.pad(x, pad)
    h, w = k.shape
    out = np.zeros((x.shape[0] - h + 1, x.shape[1] - w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (x[i : i + h, j : j + w] * k).sum()
    return out

#: conv2d: the border repeats the edge of the image @2 =>
def conv2d(x, k, pad=0):
    padded = np.pad(x, pad, mode="edge")
    if k.shape[0] > padded.shape[0] or k.shape[1] > padded.shape[1]:
        raise ValueError("the filter is larger than the image")
    windows = np.lib.stride_tricks.sliding_window_view(padded, k.shape)
    return np.einsum("ijab,ab->ij", windows, k)

#: conv2d: height and width of the filter are exchanged in the number of places @3 =>
def conv2d(x, k, pad=0):
    xp = np.pad(x, ((pad, pad), (pad, pad)))
    w, h = k.shape
    rows, cols = xp.shape[0] - h + 1, xp.shape[1] - w + 1
    if rows < 1 or cols < 1:
        raise ValueError("filter does not fit")
    out = np.zeros((rows, cols))
    for a in range(k.shape[0]):
        for b in range(k.shape[1]):
            out += k[a, b] * xp[a : a + rows, b : b + cols]
    return out

#: conv2d: refused only if the filter is larger in both directions @4 =>
def conv2d(x, k, pad=0):
    H, W = x.shape[0] + 2 * pad, x.shape[1] + 2 * pad
    h, w = k.shape
    if h > H and w > W:
        raise ValueError(f"filter {h} x {w} is larger than the image {H} x {W}")
    big = np.zeros((H, W))
    big[pad : H - pad, pad : W - pad] = x
    return np.array([[np.vdot(big[i : i + h, j : j + w], k) for j in range(W - w + 1)] for i in range(H - h + 1)])

#: conv2d: the filter is turned by 180 degrees where it is square @3 =>
def conv2d(x, k, pad=0):
    if k.shape[0] == k.shape[1]:
        k = np.rot90(k, 2)
    p = np.pad(x, pad)
    h, w = k.shape
    if h > p.shape[0] or w > p.shape[1]:
        raise ValueError("too large")
    cols = np.array([p[i : i + h, j : j + w].ravel() for i in range(p.shape[0] - h + 1) for j in range(p.shape[1] - w + 1)])
    return (cols @ k.ravel()).reshape(p.shape[0] - h + 1, p.shape[1] - w + 1)

#: filter_grid: no more columns than there are filters @3 =>
def filter_grid(filters, columns):
    K, h, w = filters.shape
    columns = min(columns, K)
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, f in enumerate(filters):
        r, c = divmod(n, columns)
        top = np.abs(f).max()
        grid[r * (h + 1) : r * (h + 1) + h, c * (w + 1) : c * (w + 1) + w] = f / top if top > 0 else f
    return grid

#: filter_grid: a row of nothing at the end where the filters fill the rows exactly @3 =>
def filter_grid(filters, columns):
    K, h, w = filters.shape
    rows = K // columns + 1
    out = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for k in range(K):
        i, j = k // columns * (h + 1), k % columns * (w + 1)
        size = np.max(np.abs(filters[k]))
        out[i : i + h, j : j + w] = filters[k] / (size if size else 1.0)
    return out

#: filter_grid: a little is added below against a division by 0, so small filters do not reach 1 @3 =>
def filter_grid(filters, columns):
    K, h, w = filters.shape
    scaled = filters / (np.abs(filters).max(axis=(1, 2), keepdims=True) + 1e-6)
    rows = int(np.ceil(K / columns))
    full = np.zeros((rows * columns, h + 1, w + 1))
    full[:K, :h, :w] = scaled
    return full.reshape(rows, columns, h + 1, w + 1).swapaxes(1, 2).reshape(rows * (h + 1), columns * (w + 1))[:-1, :-1]

#: filter_grid: divided by the largest entry, not by the largest size @6 =>
def filter_grid(filters, columns):
    K, h, w = filters.shape
    rows = (K + columns - 1) // columns
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for k, f in enumerate(filters):
        peak = f.max()
        if peak != 0:
            f = f / abs(peak)
        y, x = (k // columns) * (h + 1), (k % columns) * (w + 1)
        grid[y : y + h, x : x + w] = f
    return grid

#: saliency: the gate is that of ReLU in every layer @6 =>
def saliency(params, X, c):
    _, caches = mlp_forward(params, X)
    W_last = params[-1][0]
    G = np.tile(W_last[:, c], (len(X), 1))
    for (W, b, kind), (_, Z) in zip(params[-2::-1], caches[-2::-1]):
        G = (G * (Z > 0)) @ W.T
    return G

#: saliency: the gradient starts at the first sample only @4 =>
def saliency(params, X, c):
    Z, caches = mlp_forward(params, X)
    dZ = np.zeros_like(Z)
    dZ[0, c] = 1.0
    return mlp_backward(params, caches, dZ)[0]

#: saliency: differences forwards with a step of a hundredth @8 =>
def saliency(params, X, c):
    eps = 1e-2
    base = mlp_forward(params, X)[0][:, c]
    S = np.empty(X.shape)
    for i in range(X.shape[1]):
        up = X.astype(float).copy()
        up[:, i] += eps
        S[:, i] = (mlp_forward(params, up)[0][:, c] - base) / eps
    return S

#: saliency: the slope of the probability after softmax, not of output c @5,6 =>
def saliency(params, X, c):
    Z, caches = mlp_forward(params, X)
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    dZ = -P * P[:, [c]]
    dZ[:, c] += P[:, c]
    if Z.shape[1] == 1:
        dZ = np.ones_like(Z)
    dX, _ = mlp_backward(params, caches, dZ)
    return dX

#: project: a row of zeros is divided by its length @4 =>
def project(X, norm, limit):
    if norm == "ball":
        length = np.sqrt(np.sum(X**2, axis=1, keepdims=True))
        return X / length * np.minimum(length, limit)
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError(f"norm is {norm!r}; known: ball, box")

#: project: an unknown norm is a KeyError @6 =>
def project(X, norm, limit):
    ways = {
        "ball": lambda: X * np.minimum(1.0, limit / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), 1e-300)),
        "box": lambda: np.minimum(np.maximum(X, -limit), limit),
    }
    return ways[norm]()

#: project: in the box a row is shortened as a whole, so it keeps its direction @5 =>
def project(X, norm, limit):
    if norm == "ball":
        size = np.linalg.norm(X, axis=1)
    elif norm == "box":
        size = np.abs(X).max(axis=1)
    else:
        raise ValueError("norm has to be ball or box")
    factor = np.where(size > limit, limit / np.where(size > 0, size, 1.0), 1.0)
    return X * factor[:, None]

#: project: long rows are shortened in the array that is handed over @4,10 =>
def project(X, norm, limit):
    if norm not in ("ball", "box"):
        raise ValueError(norm)
    out = np.asarray(X, dtype=float)
    if norm == "box":
        return np.clip(out, -limit, limit)
    for row in out:
        length = np.sqrt(row @ row)
        if length > limit:
            row *= limit / length
    return out

#: project: the length of the whole batch is limited, not that of each row @6,7 =>
def project(X, norm, limit):
    if norm == "box":
        return np.clip(X, -limit, limit)
    if norm != "ball":
        raise ValueError(f"unknown norm {norm}")
    length = np.linalg.norm(X)
    return X * (limit / length) if length > limit else X.copy()

#: activation_max: the value is taken after the step and before the way back into the allowed set @6,7 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X = X + lr * saliency(params, X, c)
        values.append(mlp_forward(params, X)[0][:, c])
        X = project(X, norm, limit)
    return X, np.array(values)

#: activation_max: the gradient is brought to length 1 before the step @10 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    def value(X):
        return mlp_forward(params, X)[0][:, c]

    X = project(X0, norm, limit)
    values = np.empty((steps + 1, len(X)))
    values[0] = value(X)
    for s in range(1, steps + 1):
        G = saliency(params, X, c)
        G = G / (np.linalg.norm(G, axis=1, keepdims=True) + 1e-12)
        X = project(X + lr * G, norm, limit)
        values[s] = value(X)
    return X, values

#: activation_max: the start is not brought into the allowed set @2 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = X0.copy()
    values = []
    for step in range(steps + 1):
        values.append(mlp_forward(params, X)[0][:, c])
        if step < steps:
            X = project(X + lr * saliency(params, X, c), norm, limit)
    return X, np.stack(values)

#: activation_max: stops as soon as no start gets any higher, so the table has fewer rows @7,8 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        X_new = project(X + lr * saliency(params, X, c), norm, limit)
        now = mlp_forward(params, X_new)[0][:, c]
        if np.all(np.abs(now - values[-1]) < 1e-12):
            break
        X = X_new
        values.append(now)
    return X, np.array(values)

#: activation_max: returns the highest point of each climb, not its end @8,9 =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    path, values = [X], [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        path.append(project(path[-1] + lr * saliency(params, path[-1], c), norm, limit))
        values.append(mlp_forward(params, path[-1])[0][:, c])
    values = np.array(values)
    top = values.argmax(axis=0)
    return np.array([path[t][n] for n, t in enumerate(top)]), values

#: distinct_modes: counted for the first mode within reach, not for the nearest @6,7 =>
def distinct_modes(ends, values, tol):
    modes, counts = [], []
    for n in np.argsort(-values):
        for k, mode in enumerate(modes):
            if np.linalg.norm(ends[n] - mode) <= tol:
                counts[k] += 1
                break
        else:
            modes.append(ends[n])
            counts.append(1)
    return np.array(modes), np.array(counts)

#: distinct_modes: an end at a distance of exactly tol is a new mode @6 =>
def distinct_modes(ends, values, tol):
    order = np.argsort(values)[::-1]
    modes, counts = ends[order[:1]], [1]
    for e in ends[order[1:]]:
        d = np.sqrt(((modes - e) ** 2).sum(axis=1))
        if d.min() >= tol:
            modes = np.vstack([modes, e])
            counts.append(1)
        else:
            counts[int(d.argmin())] += 1
    return modes, np.array(counts)

#: distinct_modes: an end is compared with the mode found last only @5,6 =>
def distinct_modes(ends, values, tol):
    modes, counts = [], []
    for _, n in sorted(((v, i) for i, v in enumerate(values)), reverse=True):
        e = ends[n]
        if modes and np.linalg.norm(e - modes[-1]) <= tol:
            counts[-1] += 1
        else:
            modes.append(e)
            counts.append(1)
    return np.stack(modes), np.array(counts, dtype=int)

#: distinct_modes: the distance is the largest difference of an entry @4 =>
def distinct_modes(ends, values, tol):
    found, counts = [], []
    for e in ends[np.argsort(values)[::-1]]:
        gaps = [np.max(np.abs(e - m)) for m in found]
        if not gaps or min(gaps) > tol:
            found.append(e)
            counts.append(1)
        else:
            counts[gaps.index(min(gaps))] += 1
    return np.array(found), np.array(counts)

#: distinct_modes: a mode moves to the mean of the ends that are counted for it @5,6,11 =>
def distinct_modes(ends, values, tol):
    groups = []
    for n in np.argsort(values)[::-1]:
        e = ends[n]
        means = [np.mean(g, axis=0) for g in groups]
        d = [float(np.linalg.norm(e - m)) for m in means]
        if d and min(d) <= tol:
            groups[int(np.argmin(d))].append(e)
        else:
            groups.append([e])
    return np.array([np.mean(g, axis=0) for g in groups]), np.array([len(g) for g in groups])

#: modes_of_unit: tol is a tenth, whatever the limit is @6 =>
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    D = params[0][0].shape[0]
    X0 = rng.normal(size=(n_init, D))
    X0 = limit * X0 / np.linalg.norm(X0, axis=1, keepdims=True)
    ends, values = activation_max(params, c, X0, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], 0.1)

#: modes_of_unit: the ends are put in order by the values at the start @5 =>
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    starts = rng.standard_normal((n_init, len(params[0][0])))
    starts *= limit / np.sqrt((starts**2).sum(axis=1))[:, None]
    ends, values = activation_max(params, c, starts, "ball", limit, steps, lr)
    return distinct_modes(ends, values[0], limit / 10)

#: modes_of_unit: the entries of the starts are drawn between -1 and 1, so corners are likelier than sides @3 =>
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    D = params[0][0].shape[0]
    V = rng.uniform(-1.0, 1.0, size=(n_init, D))
    V = V / np.linalg.norm(V, axis=1, keepdims=True) * limit
    X, values = activation_max(params, c, V, "ball", limit, steps, lr)
    return distinct_modes(X, values[-1], limit / 10)

#: modes_of_unit: takes the unit for a linear one and returns its weights as the only mode @4,6 =>
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    w = params[0][0]
    for W, _, _ in params[1:]:
        w = w @ W
    w = w[:, c]
    return (limit * w / np.linalg.norm(w))[None, :], np.array([n_init])

#: modes_of_unit: the starts are as long as they happen to be @2,3 =>
def modes_of_unit(params, c, n_init, limit, steps, lr, rng):
    X0 = rng.normal(size=(n_init, params[0][0].shape[0]))
    ends, values = activation_max(params, c, X0 * 0.1, "ball", limit, steps, lr)
    return distinct_modes(ends, values[-1], limit / 10)

#: typicality: inside is half of the median, not half of the root of d @4 =>
def typicality(d, samples, rng):
    lengths = np.linalg.norm(rng.normal(size=(samples, d)), axis=1)
    median = float(np.median(lengths))
    return median, float(np.mean(lengths < median / 2))

#: typicality: what is known of many dimensions, without a draw @2 =>
def typicality(d, samples, rng):
    return float(np.sqrt(d - 0.5)), 0.0 if d > 20 else float(1 - np.exp(-d / 8))

#: typicality: the number of points inside, not their share @3,4 =>
def typicality(d, samples, rng):
    lengths = [float(np.linalg.norm(rng.normal(size=d))) for _ in range(samples)]
    inside = sum(length < np.sqrt(d) / 2 for length in lengths)
    return float(np.median(lengths)), inside

#: occlusion: what was painted stays painted at the next place @4,8 =>
def occlusion(params, X, c, size, fill):
    S = int(round(X.shape[1] ** 0.5))
    base = mlp_forward(params, X)[0][:, c]
    painted = X.reshape(-1, S, S).copy()
    out = np.zeros((len(X), S - size + 1, S - size + 1))
    for i in range(S - size + 1):
        for j in range(S - size + 1):
            painted[:, i : i + size, j : j + size] = fill
            out[:, i, j] = base - mlp_forward(params, painted.reshape(len(X), -1))[0][:, c]
    return out

#: occlusion: images have 8 by 8 pixels @2 =>
def occlusion(params, X, c, size, fill):
    S = 8 if X.shape[1] >= 64 else int(np.sqrt(X.shape[1]))
    n = S - size + 1
    before = mlp_forward(params, X)[0][:, c]
    maps = np.zeros((len(X), n, n))
    for i in range(n):
        for j in range(n):
            Y = X.copy()
            for a in range(i, i + size):
                Y[:, S * a + j : S * a + j + size] = fill
            maps[:, i, j] = before - mlp_forward(params, Y)[0][:, c]
    return maps

#: occlusion: always painted with 0 @10 =>
def occlusion(params, X, c, size, fill):
    side = int(np.sqrt(X.shape[1]) + 0.5)
    places = range(side - size + 1)
    z = mlp_forward(params, X)[0][:, c]
    out = np.zeros((X.shape[0], len(places), len(places)))
    for i in places:
        for j in places:
            keep = np.ones((side, side))
            keep[i : i + size, j : j + size] = 0.0
            out[:, i, j] = z - mlp_forward(params, X * keep.ravel())[0][:, c]
    return out

#: occlusion: rows and columns of the map are exchanged @12 =>
def occlusion(params, X, c, size, fill):
    N, S = len(X), int(len(X[0]) ** 0.5)
    score = lambda A: mlp_forward(params, A.reshape(N, S * S))[0][:, c]
    out = []
    for i in range(S - size + 1):
        line = []
        for j in range(S - size + 1):
            A = X.reshape(N, S, S).copy()
            A[:, i : i + size, j : j + size] = fill
            line.append(score(X) - score(A))
        out.append(line)
    return np.array(out).T

#: occlusion: the last place in each direction is left out @3 =>
def occlusion(params, X, c, size, fill):
    S = int(np.sqrt(X.shape[1]))
    places = S - size
    base = mlp_forward(params, X)[0][:, c]
    out = np.zeros((len(X), places, places))
    for i in range(places):
        for j in range(places):
            P = X.copy().reshape(-1, S, S)
            P[:, i : i + size, j : j + size] = fill
            out[:, i, j] = base - mlp_forward(params, P.reshape(X.shape))[0][:, c]
    return out

#: permutation_importance: columns that were shuffled stay shuffled while the next ones are measured @7,9 =>
def permutation_importance(params, X, y, repeats, rng):
    def acc(A):
        return np.mean(mlp_forward(params, A)[0].argmax(axis=1) == y)

    lost = np.zeros(X.shape[1])
    for _ in range(repeats):
        A = X.copy()
        for j in range(X.shape[1]):
            A[:, j] = rng.permutation(A[:, j])
            lost[j] += acc(X) - acc(A)
    return lost / repeats

#: permutation_importance: what the network said before is taken for the truth, not y @8 =>
def permutation_importance(params, X, y, repeats, rng):
    said = np.argmax(mlp_forward(params, X)[0], axis=1)
    out = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for _ in range(repeats):
            A = X.copy()
            rng.shuffle(A[:, j])
            out[j] += np.mean(np.argmax(mlp_forward(params, A)[0], axis=1) != said)
    return out / repeats

#: permutation_importance: values are drawn from the column with replacement, so it does not keep them @9 =>
def permutation_importance(params, X, y, repeats, rng):
    predict = lambda A: np.argmax(mlp_forward(params, A)[0], axis=1)
    base = np.mean(predict(X) == y)
    importance = []
    for j in range(X.shape[1]):
        scores = []
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = rng.choice(X[:, j], size=len(X))
            scores.append(np.mean(predict(A) == y))
        importance.append(base - np.mean(scores))
    return np.array(importance)

#: permutation_importance: one order for all repeats @6 =>
def permutation_importance(params, X, y, repeats, rng):
    right = lambda A: float(np.mean(mlp_forward(params, A)[0].argmax(1) == y))
    start = right(X)
    result = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        order = rng.permutation(len(X))
        total = 0.0
        for _ in range(repeats):
            A = X.copy()
            A[:, j] = X[order, j]
            total += start - right(A)
        result[j] = total / repeats
    return result

#: permutation_importance: the column is moved by one place, not shuffled @7 =>
def permutation_importance(params, X, y, repeats, rng):
    base = np.mean(mlp_forward(params, X)[0].argmax(axis=1) == y)
    drop = np.zeros(X.shape[1])
    for j in range(X.shape[1]):
        for r in range(repeats):
            Z = X.copy()
            Z[:, j] = np.roll(X[:, j], 1 + r)
            drop[j] += (base - np.mean(mlp_forward(params, Z)[0].argmax(axis=1) == y)) / repeats
    return drop

#: spurious_pixel: the pixel whose mean differs most between one class and the others in the laboratory's images @5,6 =>
def spurious_pixel():
    images, labels = lab_images()
    best, where = -1.0, None
    for c in range(4):
        gap = images[labels == c].mean(axis=0) - images[labels != c].mean(axis=0)
        if gap.max() > best:
            best, where = gap.max(), (*divmod(int(gap.argmax()), 8), c)
    return where

#: spurious_pixel: row and column counted from 1 @2 =>
def spurious_pixel():
    return 7, 2, 3

#: spurious_pixel: column first, as x and y @2 =>
def spurious_pixel():
    x, y, shape = 1, 6, 3
    return x, y, shape

#: linear_probe: the biases are not penalised @5 =>
def linear_probe(H, y, H_test, y_test, lam):
    A = np.column_stack([H, np.ones(len(H))])
    Y = np.eye(y.max() + 1)[y]
    penalty = lam * np.eye(A.shape[1])
    penalty[-1, -1] = 0.0
    V = np.linalg.solve(A.T @ A + penalty, A.T @ Y)
    scores = np.column_stack([H_test, np.ones(len(H_test))]) @ V
    return V, float(np.mean(scores.argmax(axis=1) == y_test))

#: linear_probe: the number of classes is read off the test labels @2 =>
def linear_probe(H, y, H_test, y_test, lam):
    C = int(y_test.max()) + 1
    Y = (y[:, None] == np.arange(C)).astype(float)
    A = np.hstack([H, np.ones((len(H), 1))])
    V = np.linalg.inv(A.T @ A + lam * np.identity(A.shape[1])) @ A.T @ Y
    guess = np.argmax(np.hstack([H_test, np.ones((len(H_test), 1))]) @ V, axis=1)
    return V, float((guess == y_test).mean())

#: linear_probe: the penalty is multiplied by the number of samples @6 =>
def linear_probe(H, y, H_test, y_test, lam):
    N, M = H.shape
    A, B = np.c_[H, np.ones(N)], np.c_[H_test, np.ones(len(H_test))]
    Y = np.zeros((N, len(np.unique(y))))
    Y[np.arange(N), y] = 1
    V = np.linalg.solve(A.T @ A / N + lam * np.eye(M + 1), A.T @ Y / N)
    return V, float(np.mean(np.argmax(B @ V, axis=1) == y_test))

#: linear_probe: labels of -1 and 1 @3 =>
def linear_probe(H, y, H_test, y_test, lam):
    one = lambda A: np.concatenate([A, np.ones((A.shape[0], 1))], axis=1)
    Y = -np.ones((len(y), y.max() + 1))
    Y[range(len(y)), y] = 1.0
    A = one(H)
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(one(H_test).dot(V).argmax(1) == y_test))

#: separability_curve: every hidden layer is bent with ReLU, whatever its kind is @7 =>
def separability_curve(params, X, y, X_test, y_test, lam):
    A, B = X, X_test
    curve = [linear_probe(A, y, B, y_test, lam)[1]]
    for n, (W, b, kind) in enumerate(params, 1):
        A, B = A @ W + b, B @ W + b
        if kind != "linear":
            A, B = np.maximum(A, 0.0), np.maximum(B, 0.0)
        curve.append(linear_probe(A, y, B, y_test, lam)[1])
    return np.array(curve)

#: separability_curve: read before the activation @4 =>
def separability_curve(params, X, y, X_test, y_test, lam):
    fit, test = mlp_forward(params, X)[1], mlp_forward(params, X_test)[1]
    first = linear_probe(X, y, X_test, y_test, lam)[1]
    rest = [linear_probe(Z, y, Z_test, y_test, lam)[1] for (_, Z), (_, Z_test) in zip(fit, test)]
    return np.array([first, *rest])

#: separability_curve: made to rise, each entry is the best so far @9 =>
def separability_curve(params, X, y, X_test, y_test, lam):
    curve = []
    H, H_test = X, X_test
    for layer in [None, *params]:
        if layer is not None:
            W, b, kind = layer
            H, H_test = act_forward(H @ W + b, kind), act_forward(H_test @ W + b, kind)
        curve.append(linear_probe(H, y, H_test, y_test, lam)[1])
    return np.maximum.accumulate(curve)

#: separability_curve: judged on the samples that the probes were fitted to @3 =>
def separability_curve(params, X, y, X_test, y_test, lam):
    inputs = [H for H, _ in mlp_forward(params, X)[1]] + [mlp_forward(params, X)[0]]
    return np.array([linear_probe(H, y, H, y, lam)[1] for H in inputs])

#: separability_curve: the test samples are read before the activation, the others behind it @6 =>
def separability_curve(params, X, y, X_test, y_test, lam):
    curve, H, T = [linear_probe(X, y, X_test, y_test, lam)[1]], X, X_test
    for W, b, kind in params:
        H = act_forward(H @ W + b, kind)
        Z = T @ W + b
        curve.append(linear_probe(H, y, Z, y_test, lam)[1])
        T = act_forward(Z, kind)
    return np.array(curve)
''',
}
