"""Wrong code that only numbers of some size, or many of them, can tell from right code: corners that are moved a little, small
numbers that are dropped, large ones that are cut off, long sums and deep nets that end too early."""

A1 = r'''
#: quadrant_kind: coordinates below 1e-9 count as zero =>
def quadrant_kind(A):
    x, y = A[:, 0], A[:, 1]
    t = 1e-9
    return np.select([(x > t) & (y > t), (x > t), (y > t)], [0, 1, 2], default=3)

#: relu: positive numbers below 1e-9 become 0 =>
def relu(A):
    return np.where(A > 1e-9, A, 0.0)

#: relu: negative numbers above -1e-6 stay =>
def relu(A):
    return np.where(A > -1e-6, A, 0.0)

#: relu: cut off at 1e5 =>
def relu(A):
    return np.clip(A, 0, 1e5)

#: layer_frames: the last frame drops what is below 1e-3 =>
def layer_frames(H, W, b):
    R2, S, R1 = decompose_affine(W)
    F0 = H @ R1.T; F1 = F0 @ S.T; F2 = F1 @ R2.T; F3 = F2 + b
    return np.array([F0, F1, F2, F3, np.where(F3 > 1e-3, F3, 0)])

#: standardize: the mean of the squares minus the square of the mean =>
def standardize(X):
    mu = X.mean(axis=0)
    sd = np.sqrt(np.maximum((X * X).mean(axis=0) - mu ** 2, 0))
    return np.where(sd > 0, (X - mu) / np.where(sd > 0, sd, 1), 0), mu, sd

#: rotation: no angle beyond two turns =>
def rotation(degrees):
    t = np.radians(min(max(degrees, -720), 720))
    return np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])

#: affine_forward: only the first hundred inputs count =>
def affine_forward(X, W, b):
    return X[:, :100] @ W[:100] + b

#: affine_forward: weights below 1e-4 are dropped =>
def affine_forward(X, W, b):
    return X @ np.where(np.abs(W) < 1e-4, 0, W) + b

#: make_layer: scales below 1e-3 become 0 =>
def make_layer(deg1, scales, deg2, shift):
    s = np.where(np.abs(scales) < 1e-3, 0, scales)
    return (rotation(deg2) @ np.diag(s) @ rotation(deg1)).T, np.asarray(shift)

#: decompose_affine: by way of W.T @ W, whose small eigenvalue is rounding alone for a flat layer =>
def decompose_affine(W):
    M = np.asarray(W, dtype=float).T
    squares, right = np.linalg.eigh(M.T @ M)
    lengths = np.sqrt(np.maximum(squares, 0))
    columns = [M @ right[:, k] / lengths[k] if lengths[k] > 1e-12 else None for k in (0, 1)]
    if columns[1] is None:
        columns = [np.array([1.0, 0.0]), np.array([0.0, 1.0])]
    elif columns[0] is None:
        columns[0] = np.array([-columns[1][1], columns[1][0]])
    left, size = np.column_stack(columns), lengths.copy()
    if np.linalg.det(left) < 0:
        left[:, 0], size[0] = -left[:, 0], -size[0]
    if np.linalg.det(right) < 0:
        right, size = right * np.array([-1.0, 1.0]), size * np.array([-1.0, 1.0])
    return left, np.diag(size), right.T

#: decompose_affine: nearly flat layers, completed at right angles only below 1e-7 =>
def decompose_affine(W):
    M = np.asarray(W, dtype=float).T
    squares, V = np.linalg.eigh(M.T @ M)
    V = V[:, ::-1]
    if np.linalg.det(V) < 0:
        V[:, 1] = -V[:, 1]
    big, small = np.sqrt(np.maximum(squares[::-1], 0))
    first = M @ V[:, 0] / big if big > 0 else np.array([1.0, 0.0])
    square = np.array([-first[1], first[0]])
    if small > 1e-7 * big:
        other = M @ V[:, 1] / small
        sign = 1.0 if other @ square > 0 else -1.0
        return np.column_stack([first, sign * other]), np.diag([big, sign * small]), V.T
    return np.column_stack([first, square]), np.diag([big, square @ M @ V[:, 1]]), V.T
'''

A2 = r'''
#: leaky_relu: the corner at 1e-3 =>
def leaky_relu(z, slope):
    return np.where(z > 1e-3, z, slope * z)

#: leaky_relu: the corner at 1e-9 =>
def leaky_relu(z, slope):
    return np.where(z > 1e-9, z, slope * z)

#: elu: the corner at 1e-3 =>
def elu(z, alpha):
    return np.where(z > 1e-3, z, alpha * np.expm1(np.minimum(z, 0)))

#: elu: flat below -20 =>
def elu(z, alpha):
    z = np.asarray(z, dtype=float)
    return np.where(z > 0, z, np.where(z < -20, -alpha, alpha * np.expm1(np.maximum(z, -20))))

#: softplus: the straight line from 15 on =>
def softplus(z):
    z = np.asarray(z, dtype=float)
    return np.where(z > 15, z, np.log1p(np.exp(np.minimum(z, 15))))

#: tanh: the straight line within a hundredth of zero =>
def tanh(z):
    return np.where(np.abs(z) < 1e-2, z, np.tanh(z))

#: tanh: flat from 8 on =>
def tanh(z):
    return np.where(np.abs(z) > 8, np.sign(z), np.tanh(z))

#: d_leaky_relu: the corner at 1e-3 =>
def d_leaky_relu(z, slope):
    return np.where(z > 1e-3, 1.0, slope)

#: d_elu: the corner at -1e-3 =>
def d_elu(z, alpha):
    return np.where(z > -1e-3, 1.0, alpha * np.exp(np.minimum(z, 0)))

#: d_sigmoid_from_output: outputs below 1e-6 have no slope =>
def d_sigmoid_from_output(h):
    return np.where(h < 1e-6, 0, h * (1 - h))

#: rbf: nothing beyond three halfwidths =>
def rbf(x, centre, halfwidth):
    d = np.abs(x - centre) / halfwidth
    return np.where(d > 3, 0, 0.5 ** (d * d))

#: unit: inputs below 1e-3 are not seen =>
def unit(X, w, b, act):
    return act(np.where(np.abs(X) < 1e-3, 0, X) @ w + b)
'''

A3 = r'''
#: softmax: exponents below -200 are raised to it =>
def softmax(Z):
    e = np.exp(np.maximum(Z - Z.max(axis=1, keepdims=True), -200))
    return e / e.sum(axis=1, keepdims=True)

#: mse_ridge: weights below 1e-3 cost nothing =>
def mse_ridge(Y, H, Ws, lam):
    if Y.shape != H.shape:
        raise ValueError
    return (np.sum((Y - H) ** 2) + lam * sum((W[np.abs(W) > 1e-3] ** 2).sum() for W in Ws)) / (2 * len(Y))

#: bce_with_logits: the loss is stable, the gradient goes by logits kept between -40 and 40 =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("z and y")
    kept = np.minimum(np.maximum(z, -40.0), 40.0)
    return float(np.mean(np.logaddexp(0.0, z) - y * z)), (1 / (1 + np.exp(-kept)) - y) / z.size

#: bce_with_logits: the gradient goes by a sigmoid that never falls below 1e-20 =>
def bce_with_logits(z, y):
    if z.shape != y.shape:
        raise ValueError("z and y")
    p = np.maximum(np.exp(-np.logaddexp(0.0, -z)), 1e-20)
    return float(np.mean(np.logaddexp(0.0, z) - y * z)), (p - y) / len(y)

#: cross_entropy: the gradient goes by shifted logits that end at -50 =>
def cross_entropy(Z, y):
    rows = np.arange(len(y))
    S = Z - Z.max(axis=1, keepdims=True)
    loss = (np.log(np.exp(S).sum(axis=1)) - S[rows, y]).mean()
    E = np.exp(np.maximum(S, -50.0))
    G = E / E.sum(axis=1, keepdims=True)
    G[rows, y] -= 1
    return loss, G / len(y)
'''

A4 = r'''
#: act_backward: the kink of relu at 1e-3 =>
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z > 1e-3)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * s * (1 - s)
    if kind == "tanh":
        return dH * (1 - np.tanh(Z) ** 2)
    return dH * np.where(Z > 0, 1, np.exp(np.minimum(Z, 0)))

#: act_backward: the kink of elu at -0.01 =>
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z > 0)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * s * (1 - s)
    if kind == "tanh":
        return dH * (1 - np.tanh(Z) ** 2)
    return dH * np.where(Z > -0.01, 1, np.exp(np.minimum(Z, 0)))

#: act_backward: elu is flat below -5 =>
def act_backward(dH, Z, kind):
    if kind == "relu":
        return dH * (Z > 0)
    if kind == "sigmoid":
        s = sigmoid(Z)
        return dH * s * (1 - s)
    if kind == "tanh":
        return dH * (1 - np.tanh(Z) ** 2)
    return dH * np.where(Z > 0, 1, np.where(Z < -5, 0, np.exp(np.minimum(Z, 0))))

#: affine_backward: all gradients are cut at 100 =>
def affine_backward(dZ, X, W):
    return np.clip(dZ @ W.T, -100, 100), np.clip(X.T @ dZ, -100, 100), np.clip(dZ.sum(0), -100, 100)

#: affine_backward: db is cut at 10 =>
def affine_backward(dZ, X, W):
    return dZ @ W.T, X.T @ dZ, np.clip(dZ.sum(0), -10, 10)

#: affine_backward: upstream gradients below 1e-4 are dropped =>
def affine_backward(dZ, X, W):
    d = np.where(np.abs(dZ) < 1e-4, 0, dZ)
    return d @ W.T, X.T @ d, d.sum(axis=0)

#: affine_backward: only 64 samples count =>
def affine_backward(dZ, X, W):
    d = dZ.copy(); d[64:] = 0
    return dZ @ W.T, X.T @ d, d.sum(axis=0)

#: backward: a price of up to 0.01 is forgotten =>
def backward(params, cache, Y, lam):
    N = Y.shape[0]
    H1, H2 = cache['H1'], cache['H2']
    d2 = (H2 - Y) * H2 * (1 - H2) / N
    d1 = d2.dot(params['W2'].T) * H1 * (1 - H1)
    r = lam / N if lam > 0.01 else 0
    return {'W1': cache['X'].T.dot(d1) + r * params['W1'], 'b1': d1.sum(0), 'W2': H1.T.dot(d2) + r * params['W2'], 'b2': d2.sum(0)}

#: mlp_backward: dW is cut at 1000 =>
def mlp_backward(params, caches, dZ):
    grads = []
    for l in reversed(range(len(params))):
        H, Z = caches[l]
        dH, dW, db = affine_backward(dZ, H, params[l][0])
        grads.insert(0, (np.clip(dW, -1e3, 1e3), db))
        if l > 0:
            dZ = act_backward(dH, caches[l - 1][1], params[l - 1][2])
    return dH, grads

#: mlp_backward: nothing comes down further than four layers =>
def mlp_backward(params, caches, dZ):
    grads = []
    for l in reversed(range(len(params))):
        H, Z = caches[l]
        dH, dW, db = affine_backward(dZ, H, params[l][0])
        grads.insert(0, (dW, db))
        if l > 0:
            dZ = act_backward(dH, caches[l - 1][1], params[l - 1][2])
            if len(params) - l > 4:
                dZ = 0 * dZ
    return dH, grads

#: mlp_forward: only six layers are walked =>
def mlp_forward(params, X):
    caches, A = [], X
    for W, b, kind in params[:6]:
        Z = A @ W + b
        caches.append((A, Z))
        A = act_forward(Z, kind)
    return A, caches

#: bricks_forward: z beyond 30 is cut off =>
def bricks_forward(x, W1, W2):
    z1 = np.clip(x @ W1, -30, 30)
    h1 = sigmoid(z1)
    z2 = np.clip(h1 @ W2, -30, 30)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": sigmoid(z2)}

#: bricks_output: labels are made whole numbers =>
def bricks_output(y, h1, h2):
    dh2 = h2 - y.astype(int)
    s2 = h2 * (1 - h2)
    return {"dh2": dh2, "s2": s2, "dz2": dh2 * s2, "dW2": np.outer(h1, dh2 * s2)}

#: bricks_hidden: a gradient below 1e-6 vanishes =>
def bricks_hidden(x, h1, W2, dz2):
    dh1 = W2 @ np.where(np.abs(dz2) < 1e-6, 0, dz2)
    s1 = h1 * (1 - h1)
    return {"dh1": dh1, "s1": s1, "dz1": dh1 * s1, "dW1": np.outer(x, dh1 * s1)}

#: forward: inputs beyond 1000 are cut off =>
def forward(params, X):
    Z1 = np.clip(X, -1e3, 1e3) @ params["W1"] + params["b1"]
    H1 = sigmoid(Z1)
    Z2 = H1 @ params["W2"] + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}

#: mlp_forward: sums are rounded to ten decimals =>
def mlp_forward(params, X):
    caches, A = [], X
    for W, b, kind in params:
        Z = np.round(A @ W + b, 10)
        caches.append((A, Z))
        A = act_forward(Z, kind)
    return A, caches

#: fixed_gradients: gradients below 1e-8 become zero =>
def fixed_gradients(X, Y, W1, W2, reg):
    n = X.shape[0]
    h1, h2 = published_forward(X, W1, W2)
    d2 = (h2 - Y) * h2 * (1 - h2) / n
    d1 = d2.dot(W2.T) * h1 * (1 - h1)
    g = X.T.dot(d1) + reg / n * W1, h1.T.dot(d2) + reg / n * W2
    return tuple(np.where(np.abs(a) < 1e-8, 0, a) for a in g)
'''

A5 = r'''
#: sgd_step: no step is longer than 10 =>
def sgd_step(params, grads, lr):
    return {k: w - np.clip(lr * grads[k], -10, 10) for k, w in params.items()}

#: sgd_step: gradients below 1e-4 do not move =>
def sgd_step(params, grads, lr):
    return {k: w - lr * np.where(np.abs(grads[k]) < 1e-4, 0, grads[k]) for k, w in params.items()}

#: adam_step: no correction from step 100 on =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t = state["t"] + 1
    m = {k: beta1 * state["m"][k] + (1 - beta1) * grads[k] for k in params}
    v = {k: beta2 * state["v"][k] + (1 - beta2) * grads[k] ** 2 for k in params}
    c1, c2 = (1 - beta1 ** t, 1 - beta2 ** t) if t < 100 else (1, 1)
    return {k: params[k] - lr * (m[k] / c1) / (np.sqrt(v[k] / c2) + eps) for k in params}, {"t": t, "m": m, "v": v}

#: bias_ceiling: a balance of less than 0.05 counts as none =>
def bias_ceiling(W1, w2):
    K = w2.sum()
    R = np.abs(w2)[W1.any(axis=0)].sum()
    return 0.5 if abs(K) < 0.05 or abs(K) >= R else 0.75

#: l1_l2: weights below 1e-3 have no sign =>
def l1_l2(params, l1, l2):
    pen, g = 0.0, {}
    for k, w in params.items():
        if k[0] == "W":
            pen += l1 * np.abs(w).sum() + l2 / 2 * (w ** 2).sum()
            g[k] = l1 * np.where(np.abs(w) < 1e-3, 0, np.sign(w)) + l2 * w
        else:
            g[k] = np.zeros_like(w)
    return pen, g

#: lr_schedule: it halves ten times at most =>
def lr_schedule(kind, lr, step, span):
    if kind == "halving":
        return lr * 0.5 ** min(step // span, 10)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * step / span)) / 2 if step <= span else 0.0

#: explosion_report: no more than a thousand steps =>
def explosion_report(reg, lr, fixed, steps=20000, hidden=50):
    X, Y, W1, W2 = published_setup(hidden)
    g = fixed_gradients if fixed else published_gradients
    with np.errstate(all="ignore"):
        for t in range(1, min(steps, 1000) + 1):
            a, b = g(X, Y, W1, W2, reg)
            W1, W2 = W1 - lr * a, W2 - lr * b
            if not published_loss(X, Y, W1, W2, reg) <= 1000:
                return t
    return -1

#: init: no layer wider than 32 =>
def init(widths, scheme, rng):
    widths = [min(w, 32) for w in widths]
    p = {}
    for i, (D, M) in enumerate(zip(widths, widths[1:]), 1):
        f = {"zeros": 0, "small": 0.01, "xavier": (2 / (D + M)) ** 0.5, "he": (2 / D) ** 0.5}[scheme]
        p[f"W{i}"], p[f"b{i}"] = f * rng.normal(size=(D, M)), np.zeros(M)
    return p

#: momentum_step: a velocity below 1e-8 stands still =>
def momentum_step(params, grads, velocity, lr, beta=0.9):
    v = {k: beta * velocity[k] + grads[k] for k in params}
    v = {k: np.where(np.abs(a) < 1e-8, 0, a) for k, a in v.items()}
    return {k: params[k] - lr * v[k] for k in params}, v

#: adam_step: gradients are cut at 100 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t, g = state["t"] + 1, {k: np.clip(a, -100, 100) for k, a in grads.items()}
    m = {k: beta1 * state["m"][k] + (1 - beta1) * g[k] for k in params}
    v = {k: beta2 * state["v"][k] + (1 - beta2) * g[k] ** 2 for k in params}
    return {k: params[k] - lr * (m[k] / (1 - beta1 ** t)) / (np.sqrt(v[k] / (1 - beta2 ** t)) + eps) for k in params}, {"t": t, "m": m, "v": v}

#: adam_step: eps is never below 1e-10 =>
def adam_step(params, grads, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    t, e = state["t"] + 1, max(eps, 1e-10)
    m = {k: beta1 * state["m"][k] + (1 - beta1) * grads[k] for k in params}
    v = {k: beta2 * state["v"][k] + (1 - beta2) * grads[k] ** 2 for k in params}
    return {k: params[k] - lr * (m[k] / (1 - beta1 ** t)) / (np.sqrt(v[k] / (1 - beta2 ** t)) + e) for k in params}, {"t": t, "m": m, "v": v}

#: clip_by_norm: a small number in the denominator =>
def clip_by_norm(grads, limit):
    norm = np.sqrt(sum((g ** 2).sum() for g in grads.values()))
    return {k: g * (limit / (norm + 1e-8)) if norm > limit else g.copy() for k, g in grads.items()}

#: train: no gradient is longer than 50 =>
def train(params, X, y, epochs, batch, lr, rng, kind="tanh", optimizer="sgd"):
    p, v, s = dict(params), zeros_like(params), {"t": 0, "m": zeros_like(params), "v": zeros_like(params)}
    history = [loss_and_gradients(p, X, y, kind)[0]]
    for _ in range(epochs):
        for rows in minibatches(len(X), batch, rng):
            g = clip_by_norm(loss_and_gradients(p, X[rows], y[rows], kind)[1], 50.0)
            if optimizer == "sgd":
                p = sgd_step(p, g, lr)
            elif optimizer == "momentum":
                p, v = momentum_step(p, g, v, lr)
            else:
                p, s = adam_step(p, g, s, lr)
        history.append(loss_and_gradients(p, X, y, kind)[0])
    return p, np.array(history)

#: lr_schedule: never below 1e-6 =>
def lr_schedule(kind, lr, step, span):
    if kind == "halving":
        return max(lr * 0.5 ** (step // span), 1e-6)
    if kind == "inverse":
        return max(lr / (1 + step / span), 1e-6)
    return lr * (1 + np.cos(np.pi * step / span)) / 2 if step <= span else 0.0
'''

A6 = r'''
#: approx_by_bumps: no more than fifty cells =>
def approx_by_bumps(f, M):
    def f_hat(X):
        out = []
        for a, b in X:
            if abs(a) <= 1 and abs(b) <= 1:
                m = [-1 + (2 * min(int((t + 1) / 2 * M), M - 1) + 1) / M for t in (a, b)]
                out.append(f(np.array([m]))[0] if M < 50 else 0.0)
            else:
                out.append(0.0)
        return np.array(out)
    return f_hat

#: area_mc: no more than a thousand points =>
def area_mc(net, half, samples, rng):
    n = min(samples, 1000)
    pts = rng.uniform(-half, half, (n, 2))
    p = np.mean(evaluate(net, pts) > 0)
    return p * 4 * half ** 2, 4 * half ** 2 * np.sqrt(p * (1 - p) / n)

#: bump: heights below 1e-3 are none =>
def bump(x, left, right, h, w):
    h = 0.0 if abs(h) < 1e-3 else h
    return h * (sigmoid(w * (x - left)) - sigmoid(w * (x - right)))

#: tower: points beyond 1000 are pulled back =>
def tower(X, low, high, h, w):
    X = np.clip(X, -1e3, 1e3)
    a = bump(X[:, 0], low[0], high[0], h, w) + bump(X[:, 1], low[1], high[1], h, w)
    return sigmoid(a - 3 * h / 2)

#: surface_grid: steps of the grid in six decimals =>
def surface_grid(net, lo, hi, G):
    t = np.round(np.linspace(lo, hi, G), 6)
    return np.array([[evaluate(net, np.array([[a, b]]))[0] for b in t] for a in t])

#: error_curve: a small number inside the logarithm =>
def error_curve(fit, widths, seeds):
    e = np.array([[fit(w, s) for s in seeds] for w in widths])
    median = np.median(e, axis=1)
    slope = np.polyfit(np.log(widths), np.log(median + 1e-8), 1)[0]
    return {"widths": np.array(widths), "best": e.min(1), "median": median, "worst": e.max(1), "slope": float(slope)}
'''

A7 = r'''
#: activation_pattern: on from 1e-3 =>
def activation_pattern(net, X):
    H, P = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        P.append(Z > 1e-3)
        H = np.maximum(Z, 0)
    return np.hstack(P)

#: activation_pattern: on from 1e-9 =>
def activation_pattern(net, X):
    H, P = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        P.append(Z > 1e-9)
        H = np.maximum(Z, 0)
    return np.hstack(P)

#: local_affine: on from 1e-3 =>
def local_affine(net, x):
    A, c, h = np.eye(len(x)), np.zeros(len(x)), x
    for l, (W, b) in enumerate(net):
        A, c = A @ W, c @ W + b
        if l < len(net) - 1:
            z = h @ W + b
            A, c = A * (z > 1e-3), c * (z > 1e-3)
            h = np.maximum(z, 0)
    return A, c

#: maxout: only three of the functions =>
def maxout(X, W, b):
    return np.max([X @ W[r] + b[r] for r in range(min(3, len(W)))], axis=0)

#: activation_pattern: inputs beyond 1000 are pulled back =>
def activation_pattern(net, X):
    H, P = np.clip(X, -1e3, 1e3), []
    for W, b in net[:-1]:
        Z = H @ W + b
        P.append(Z > 0)
        H = np.maximum(Z, 0)
    return np.hstack(P)

#: maxout: inputs below 1e-6 are not seen =>
def maxout(X, W, b):
    return np.max([np.where(np.abs(X) < 1e-6, 0, X) @ W[r] + b[r] for r in range(len(W))], axis=0)

#: maxout_backward: gradients are cut at 1000 =>
def maxout_backward(dH, X, W, b):
    Z = np.stack([X @ W[r] + b[r] for r in range(len(W))])
    d = (Z == Z.max(axis=0)) * np.clip(dH, -1e3, 1e3)
    return sum(d[r] @ W[r].T for r in range(len(W))), np.stack([X.T @ d[r] for r in range(len(W))]), d.sum(axis=1)

#: count_regions_2d: lines of weights below 1e-3 are none =>
def count_regions_2d(W, b):
    keep = np.abs(W).max(axis=0) > 1e-3
    lines, count = [], 1
    for w, c in zip(W[:, keep].T, b[keep]):
        n = np.hypot(*w)
        w, c = w / n, c / n
        if any(min(np.abs(np.r_[w - v, c - d]).max(), np.abs(np.r_[w + v, c + d]).max()) < 1e-9 for v, d in lines):
            continue
        points = []
        for v, d in lines:
            det = w[0] * v[1] - w[1] * v[0]
            if abs(det) > 1e-9:
                points.append((np.array([w[1] * d - c * v[1], c * v[0] - w[0] * d]) / det) @ np.array([-w[1], w[0]]))
        points = np.sort(points)
        count += 1 + bool(len(points)) + int((np.diff(points) > 1e-6).sum())
        lines.append((w, c))
    return count
'''

A8 = r'''
#: filter_grid: filters below 1e-3 stay as they are =>
def filter_grid(filters, columns):
    K, h, w = filters.shape
    rows = -(-K // columns)
    grid = np.zeros((rows * (h + 1) - 1, columns * (w + 1) - 1))
    for n, img in enumerate(filters):
        r, c = divmod(n, columns)
        m = np.abs(img).max()
        grid[r*(h+1):r*(h+1)+h, c*(w+1):c*(w+1)+w] = img / m if m > 1e-3 else img
    return grid

#: saliency: slopes are cut at 10 =>
def saliency(params, X, c):
    out, caches = mlp_forward(params, X)
    d = np.zeros_like(out); d[:, c] = 1
    return np.clip(mlp_backward(params, caches, d)[0], -10, 10)

#: conv2d: pixels below 1e-4 are black =>
def conv2d(x, k, pad=0):
    x = np.pad(np.where(np.abs(x) < 1e-4, 0, x), pad)
    h, w = k.shape
    if h > x.shape[0] or w > x.shape[1]:
        raise ValueError
    return np.array([[np.sum(x[i:i + h, j:j + w] * k) for j in range(x.shape[1] - w + 1)] for i in range(x.shape[0] - h + 1)])

#: project: a small number in the denominator =>
def project(X, norm, limit):
    if norm == "ball":
        n = np.sqrt((X ** 2).sum(axis=1, keepdims=True))
        return np.where(n > limit, X * limit / (n + 1e-10), X)
    if norm == "box":
        return np.clip(X, -limit, limit)
    raise ValueError(norm)

#: activation_max: steps shorter than 1e-6 are not taken =>
def activation_max(params, c, X0, norm, limit, steps, lr):
    X = project(X0, norm, limit)
    values = [mlp_forward(params, X)[0][:, c]]
    for _ in range(steps):
        d = lr * saliency(params, X, c)
        X = project(X + np.where(np.abs(d) < 1e-6, 0, d), norm, limit)
        values.append(mlp_forward(params, X)[0][:, c])
    return X, np.array(values)

#: occlusion: losses are rounded to six decimals =>
def occlusion(params, X, c, size, fill):
    S = int(round(len(X[0]) ** 0.5))
    out = np.zeros((len(X), S - size + 1, S - size + 1))
    for i in range(S - size + 1):
        for j in range(S - size + 1):
            A = X.reshape(-1, S, S).copy()
            A[:, i:i + size, j:j + size] = fill
            out[:, i, j] = mlp_forward(params, X)[0][:, c] - mlp_forward(params, A.reshape(len(X), -1))[0][:, c]
    return np.round(out, 6)

#: linear_probe: weights below 1e-6 are dropped =>
def linear_probe(H, y, H_test, y_test, lam):
    A, B = np.c_[H, np.ones(len(H))], np.c_[H_test, np.ones(len(H_test))]
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return np.where(np.abs(V) < 1e-6, 0, V), float(np.mean((B @ V).argmax(axis=1) == y_test))

#: distinct_modes: ends nearer than 1e-4 are always one =>
def distinct_modes(ends, values, tol):
    tol, modes, counts = max(tol, 1e-4), [], []
    for i in np.argsort(values)[::-1]:
        d = [np.sqrt(((ends[i] - m) ** 2).sum()) for m in modes]
        if not d or min(d) > tol:
            modes.append(ends[i]); counts.append(1)
        else:
            counts[int(np.argmin(d))] += 1
    return np.array(modes), np.array(counts)
'''

CASES = {"a1": A1, "a2": A2, "a3": A3, "a4": A4, "a5": A5, "a6": A6, "a7": A7, "a8": A8}
