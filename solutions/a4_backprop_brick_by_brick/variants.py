"""Right implementations of a4, written differently: none of them may lose a point."""

import numpy as np

from autograder.checking import variant

from .reference import (
    act_backward,
    act_forward,
    affine_backward,
    audit_point,
    backward,
    bricks_hidden,
    bricks_output,
    forward,
    numerical_gradient,
    published_forward,
    published_gradients,
    published_loss,
    published_predict,
    published_tanh,
    sigmoid,
)


@variant("affine_backward")
def with_einsum(dZ, X, W):
    """Every sum by its indices."""
    return np.einsum("nm,dm->nd", dZ, W), np.einsum("nd,nm->dm", X, dZ), np.einsum("nm->m", dZ)


@variant("affine_backward")
def sample_by_sample(dZ, X, W):
    """One outer product per sample, added up."""
    dX, dW, db = np.zeros_like(X), np.zeros_like(W), np.zeros(W.shape[1])
    for n in range(len(X)):
        dX[n] = W @ dZ[n]
        dW += np.outer(X[n], dZ[n])
        db += dZ[n]
    return dX, dW, db


@variant("affine_backward")
def bias_as_a_weight(dZ, X, W):
    """The bias is the weight of an input that is always 1."""
    both = np.column_stack([X, np.ones(len(X))]).T @ dZ
    return (W @ dZ.T).T, both[:-1], both[-1]


@variant("affine_backward")
def with_broadcasting(dZ, X, W):
    """Three-axis products, summed over the axis that goes away; a list instead of a tuple."""
    dX = np.sum(dZ[:, None, :] * W[None, :, :], axis=2)
    dW = np.sum(X[:, :, None] * dZ[:, None, :], axis=0)
    return [dX, dW, np.ones(len(dZ)) @ dZ]


@variant("act_backward")
def from_the_output(dH, Z, kind):
    """Slopes written in the output of the activation."""
    H = act_forward(Z, kind)
    if kind == "relu":
        slope = np.sign(H)
    elif kind == "sigmoid":
        slope = H - H * H
    elif kind == "tanh":
        slope = (1.0 - H) * (1.0 + H)
    else:
        slope = np.minimum(H, 0.0) + 1.0
    return slope * dH


@variant("act_backward")
def table_of_functions(dH, Z, kind):
    """A dict of slopes, each in another closed form."""
    slopes = {
        "relu": lambda z: np.heaviside(z, 0.0),
        "sigmoid": lambda z: sigmoid(z) * sigmoid(-z),
        "tanh": lambda z: 4.0 * sigmoid(2 * z) * sigmoid(-2 * z),
        "elu": lambda z: np.exp(np.where(z > 0, 0.0, z)),
    }
    return np.multiply(dH, slopes[kind](Z))


@variant("act_backward")
def entry_by_entry(dH, Z, kind):
    """A loop over all entries, without numpy's functions."""
    dZ = np.zeros(Z.shape)
    for index, z in np.ndenumerate(Z):
        if kind == "relu":
            slope = 1.0 if z > 0 else 0.0
        elif kind == "elu":
            slope = 1.0 if z > 0 else float(np.exp(z))
        else:
            small = float(np.exp(-abs(z) if kind == "sigmoid" else -2 * abs(z)))
            slope = small / (1.0 + small) ** 2 * (1.0 if kind == "sigmoid" else 4.0)
        dZ[index] = slope * dH[index]
    return dZ


@variant("act_backward")
def with_masks(dH, Z, kind):
    """A copy of the upstream gradient, changed where the activation is not straight."""
    dZ = dH.copy()
    if kind == "relu":
        dZ[Z < 0] = 0.0
    elif kind == "elu":
        dZ[Z < 0] *= np.exp(Z[Z < 0])
    elif kind == "tanh":
        with np.errstate(over="ignore"):
            dZ /= np.cosh(Z) ** 2
    else:
        with np.errstate(over="ignore"):
            dZ /= 2.0 + 2.0 * np.cosh(Z)
    return dZ


@variant("bricks_forward")
def neuron_by_neuron(x, W1, W2):
    """Every sum written as a loop."""
    z1 = np.array([sum(x[i] * W1[i, j] for i in range(len(x))) for j in range(W1.shape[1])])
    h1 = 1 / (1 + np.exp(-z1))
    z2 = np.array([sum(h1[j] * W2[j, k] for j in range(len(h1))) for k in range(W2.shape[1])])
    return dict(z1=z1, h1=h1, z2=z2, h2=1 / (1 + np.exp(-z2)))


@variant("bricks_forward")
def columns(x, W1, W2):
    """Transposed weights acting on columns, as the drawings have it."""
    z1 = np.dot(W1.T, x)
    h1 = sigmoid(z1)
    z2 = np.dot(W2.T, h1)
    return {"h2": sigmoid(z2), "z2": z2, "h1": h1, "z1": z1}


@variant("bricks_forward")
def as_a_batch_of_one(x, W1, W2):
    """A row of a matrix, taken out again at the end; one brick more than asked for."""
    z1 = x[None, :] @ W1
    h1 = (1 + np.tanh(z1 / 2)) / 2
    z2 = h1 @ W2
    h2 = (1 + np.tanh(z2 / 2)) / 2
    return {"z1": z1[0], "h1": h1[0], "z2": z2[0], "h2": h2[0], "winner": int(np.argmax(h2))}


@variant("bricks_forward")
def with_einsum_up(x, W1, W2):
    """Sums by their indices."""
    z1 = np.einsum("i,ij->j", x, W1)
    h1 = np.exp(z1) / (np.exp(z1) + 1)
    z2 = np.einsum("j,jk->k", h1, W2)
    return {"z1": z1, "h1": h1, "z2": z2, "h2": np.exp(z2) / (np.exp(z2) + 1)}


@variant("bricks_output")
def as_the_article_writes_it(y, h1, h2):
    """The minus sign in front, and a column times a row."""
    dh2 = -(y - h2)
    s2 = h2 - h2**2
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": h1[:, None] @ dz2[None, :]}


@variant("bricks_output")
def weight_by_weight(y, h1, h2):
    """Every weight's gradient written out."""
    s2 = np.array([h * (1 - h) for h in h2])
    dh2 = np.array([h - label for h, label in zip(h2, y, strict=True)])
    dW2 = np.array([[h1[j] * dh2[k] * s2[k] for k in range(len(y))] for j in range(len(h1))])
    return {"dW2": dW2, "dz2": dh2 * s2, "s2": s2, "dh2": dh2}


@variant("bricks_output")
def as_an_affine_brick(y, h1, h2):
    """dW2 from the affine brick, with a batch of one."""
    dh2 = np.subtract(h2, y)
    s2 = 0.25 - (h2 - 0.5) ** 2
    dz2 = s2 * dh2
    _, dW2, _ = affine_backward(dz2[None, :], h1[None, :], np.zeros((len(h1), len(y))))
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": dW2}


@variant("bricks_output")
def with_broadcast_product(y, h1, h2):
    """Broadcasting instead of an outer product; the slope through the sigmoid's argument."""
    dh2 = h2 - y
    z2 = np.log(h2 / (1 - h2))
    s2 = sigmoid(z2) * sigmoid(-z2)
    dz2 = dh2 * s2
    return {"dh2": dh2, "s2": s2, "dz2": dz2, "dW2": h1[:, np.newaxis] * dz2}


@variant("bricks_hidden")
def as_rows(x, h1, W2, dz2):
    """dz2 as a row, times the transposed weights."""
    dh1 = dz2 @ W2.T
    s1 = h1 - h1 * h1
    dz1 = s1 * dh1
    return {"dh1": dh1, "s1": s1, "dz1": dz1, "dW1": x[:, None] * dz1}


@variant("bricks_hidden")
def output_by_output(x, h1, W2, dz2):
    """The contributions of the outputs, added one after the other."""
    dh1 = np.zeros(len(h1))
    for k in range(len(dz2)):
        dh1 += dz2[k] * W2[:, k]
    s1 = (1 - h1) * h1
    dz1 = np.array([a * b for a, b in zip(dh1, s1, strict=True)])
    return {"dW1": np.array([[value * slope for slope in dz1] for value in x]), "dz1": dz1, "s1": s1, "dh1": dh1}


@variant("bricks_hidden")
def as_two_bricks(x, h1, W2, dz2):
    """The affine brick and the activation brick, with a batch of one."""
    dh1, _, _ = affine_backward(dz2[None, :], h1[None, :], W2)
    z1 = np.log(h1) - np.log1p(-h1)
    dz1 = act_backward(dh1, z1[None, :], "sigmoid")
    return {"dh1": dh1[0], "s1": h1 * (1 - h1), "dz1": dz1[0], "dW1": np.outer(x, dz1[0])}


@variant("bricks_hidden")
def with_einsum_down(x, h1, W2, dz2):
    """Sums by their indices."""
    dh1 = np.einsum("k,jk->j", dz2, W2)
    s1 = 0.25 - (h1 - 0.5) ** 2
    return {"dh1": dh1, "s1": s1, "dz1": dh1 * s1, "dW1": np.einsum("i,j,j->ij", x, dh1, s1)}


@variant("forward")
def bias_as_weight(params, X):
    """The bias is the weight of an input that is always 1."""
    one = np.ones((len(X), 1))
    Z1 = np.hstack([X, one]) @ np.vstack([params["W1"], params["b1"]])
    H1 = sigmoid(Z1)
    Z2 = np.hstack([H1, one]) @ np.vstack([params["W2"], params["b2"]])
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": sigmoid(Z2)}


@variant("forward")
def row_by_row(params, X):
    """One sample at a time."""
    Z1 = np.array([x @ params["W1"] + params["b1"] for x in X])
    H1 = np.array([1 / (1 + np.exp(-np.clip(z, -700, 700))) for z in Z1])
    Z2 = np.array([h @ params["W2"] + params["b2"] for h in H1])
    H2 = np.array([1 / (1 + np.exp(-np.clip(z, -700, 700))) for z in Z2])
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": H2}


@variant("forward")
def a_fuller_cache(params, X):
    """The slopes are computed on the way and kept as well."""
    cache = {"X": X.copy()}
    for layer, below in ((1, "X"), (2, "H1")):
        cache[f"Z{layer}"] = np.dot(cache[below], params[f"W{layer}"]) + params[f"b{layer}"][None, :]
        cache[f"H{layer}"] = act_forward(cache[f"Z{layer}"], "sigmoid")
        cache[f"slope{layer}"] = cache[f"H{layer}"] * (1 - cache[f"H{layer}"])
    return cache


@variant("forward")
def with_einsum_and_tanh(params, X):
    """Sums by their indices, and the sigmoid as a shifted tanh."""
    Z1 = np.einsum("nd,dh->nh", X, params["W1"]) + params["b1"]
    H1 = 0.5 + 0.5 * np.tanh(0.5 * Z1)
    Z2 = np.einsum("nh,hc->nc", H1, params["W2"]) + params["b2"]
    return {"X": X, "Z1": Z1, "H1": H1, "Z2": Z2, "H2": 0.5 + 0.5 * np.tanh(0.5 * Z2)}


@variant("backward")
def brick_upon_brick(params, cache, Y, lam):
    """The bricks of the first questions, one after the other."""
    N = Y.shape[0]
    dZ2 = act_backward((cache["H2"] - Y) / N, cache["Z2"], "sigmoid")
    dH1, dW2, db2 = affine_backward(dZ2, cache["H1"], params["W2"])
    dZ1 = act_backward(dH1, cache["Z1"], "sigmoid")
    _, dW1, db1 = affine_backward(dZ1, cache["X"], params["W1"])
    return {"W2": dW2 + (lam / N) * params["W2"], "b2": db2, "W1": dW1 + (lam / N) * params["W1"], "b1": db1}


@variant("backward")
def average_of_samples(params, cache, Y, lam):
    """The gradients of single samples, averaged at the end."""
    N = len(Y)
    grads = {key: lam * value if key.startswith("W") else np.zeros_like(value) for key, value in params.items()}
    for n in range(N):
        x, h1, h2 = cache["X"][n], cache["H1"][n], cache["H2"][n]
        out = bricks_output(Y[n], h1, h2)
        hid = bricks_hidden(x, h1, params["W2"], out["dz2"])
        for key, value in (("W1", hid["dW1"]), ("b1", hid["dz1"]), ("W2", out["dW2"]), ("b2", out["dz2"])):
            grads[key] = grads[key] + value
    return {key: value / N for key, value in grads.items()}


@variant("backward")
def forgets_the_cache(params, cache, Y, lam):
    """Everything is computed again from X."""
    X = cache["X"]
    H1 = sigmoid(X @ params["W1"] + params["b1"])
    H2 = sigmoid(H1 @ params["W2"] + params["b2"])
    D2 = (H2 - Y) * H2 * (1 - H2)
    D1 = (D2 @ params["W2"].T) * H1 * (1 - H1)
    one = np.ones(len(X))
    return {
        "W1": (X.T @ D1 + lam * params["W1"]) / len(X),
        "b1": one @ D1 / len(X),
        "W2": (H1.T @ D2 + lam * params["W2"]) / len(X),
        "b2": one @ D2 / len(X),
    }


@variant("backward")
def with_einsum_sums(params, cache, Y, lam):
    """Sums by their indices, means where the loss has its 1/N."""
    H1, H2 = cache["H1"], cache["H2"]
    D2 = -(Y - H2) * (H2 - H2**2)
    D1 = np.einsum("nc,hc->nh", D2, params["W2"]) * (H1 - H1**2)
    shrink = lam / len(Y)
    grads = {"b1": D1.mean(axis=0), "b2": D2.mean(axis=0)}
    grads["W1"] = np.einsum("nd,nh->ndh", cache["X"], D1).mean(axis=0) + shrink * params["W1"]
    grads["W2"] = np.einsum("nh,nc->nhc", H1, D2).mean(axis=0) + shrink * params["W2"]
    return grads


@variant("mlp_forward")
def one_layer_at_a_time(params, X):
    """A call of itself for the layers above the first."""

    def climb(layers, H):
        W, b, kind = layers[0]
        Z = H @ W + b
        if len(layers) == 1:
            return Z, [(H, Z)]
        out, above = climb(layers[1:], act_forward(Z, kind))
        return out, [(H, Z), *above]

    return climb(list(params), X)


@variant("mlp_forward")
def hidden_layers_first(params, X):
    """A loop over the hidden layers, then the last layer on its own."""
    H, caches = X, []
    for W, b, kind in params[:-1]:
        Z = np.dot(H, W) + b[np.newaxis, :]
        caches.append([H, Z])
        H = act_forward(Z, kind)
    W, b, _ = params[-1]
    out = np.dot(H, W) + b
    return [out, [*caches, [H, out]]]


@variant("mlp_forward")
def bias_inside_the_weights(params, X):
    """The bias is the weight of an input that is always 1; activations written out."""
    bend = {
        "relu": lambda Z: Z * (Z > 0),
        "sigmoid": lambda Z: 0.5 * (1 + np.tanh(Z / 2)),
        "tanh": np.tanh,
        "elu": lambda Z: np.where(Z > 0, Z, np.exp(np.minimum(Z, 0)) - 1),
        "linear": lambda Z: Z,
    }
    H, caches = X, []
    for W, b, kind in params:
        Z = np.column_stack([H, np.ones(len(H))]) @ np.vstack([W, b])
        caches.append((H, Z))
        H = bend[kind](Z)
    return H, caches


@variant("mlp_forward")
def fills_two_lists(params, X):
    """All inputs in one list, all sums in another, put together at the end."""
    inputs, sums = [X], []
    for i in range(len(params)):
        sums.append(np.einsum("nd,dm->nm", inputs[i], params[i][0]) + params[i][1])
        inputs.append(act_forward(sums[i], params[i][2]))
    return sums[-1], list(zip(inputs, sums, strict=False))


@variant("mlp_backward")
def top_down(params, caches, dZ):
    """A call of itself for the layers below the last."""

    def descend(layers, kept, upstream):
        dH, dW, db = affine_backward(upstream, kept[-1][0], layers[-1][0])
        if len(layers) == 1:
            return dH, [(dW, db)]
        dX, below = descend(layers[:-1], kept[:-1], act_backward(dH, kept[-2][1], layers[-2][2]))
        return dX, [*below, (dW, db)]

    return descend(list(params), list(caches), dZ)


@variant("mlp_backward")
def slopes_written_out(params, caches, dZ):
    """No earlier function is called; the slopes are taken from what came out of each layer."""
    grads, upstream = [], dZ
    for i in range(len(params) - 1, -1, -1):
        H = caches[i][0]
        grads.insert(0, (H.T @ upstream, upstream.sum(axis=0)))
        upstream = upstream @ params[i][0].T
        if i:
            slope = {"relu": 1.0 * (H > 0), "sigmoid": H * (1 - H), "tanh": 1 - H * H, "elu": np.minimum(H, 0.0) + 1.0}
            upstream = upstream * slope[params[i - 1][2]]
    return upstream, grads


@variant("mlp_backward")
def from_X_again(params, caches, dZ):
    """Only X is taken from the caches; lists instead of tuples."""
    H, inputs, sums = caches[0][0], [], []
    for W, b, kind in params:
        inputs.append(H)
        sums.append(H @ W + b)
        H = act_forward(sums[-1], kind)
    grads = []
    for i, (W, _, _) in reversed(list(enumerate(params))):
        dH, dW, db = affine_backward(dZ, inputs[i], W)
        grads.append([dW, db])
        dZ = act_backward(dH, sums[i - 1], params[i - 1][2]) if i else dH
    return [dZ, grads[::-1]]


@variant("mlp_backward")
def last_layer_first(params, caches, dZ):
    """The last layer on its own, then the hidden layers from the top down, zipped."""
    dH, dW, db = affine_backward(dZ, caches[-1][0], params[-1][0])
    grads = [(dW, db)]
    for (W, _, kind), (H, Z) in zip(params[-2::-1], caches[-2::-1], strict=True):
        dH, dW, db = affine_backward(act_backward(dH, Z, kind), H, W)
        grads.append((dW, db))
    return dH, list(reversed(grads))


@variant("find_defects")
def as_a_list_of_numbers():
    """The numbers of the audit, typed in to seven digits, in another order."""
    return [
        ("tanh slope", "factor", 2),
        ("predict", "disagrees", 0.1741926),
        ("gradient penalty", "shared number", 0.06677534),
        ("gradient data", "factor", 50),
    ]


@variant("find_defects")
def tanh_by_its_name():
    """The tanh itself is accused of not being what its name says."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = np.max(np.abs(published_tanh(z) - np.tanh(z)))
    off = np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1]))
    one = published_gradients(X[:1], Y[:1], W1, W2, 1.0)[1] - published_gradients(X[:1], Y[:1], W1, W2, 0.0)[1]
    return (
        ("gradient data", "factor", np.float64(50.0)),
        ("gradient penalty", "shared number", reg * one[0, 0]),
        ("predict", "disagrees", off),
        ("tanh", "disagrees", gap),
    )


@variant("find_defects")
def both_sides_of_tanh():
    """The tanh and its slope are both reported."""
    z = audit_point()[-1]
    return [
        ["gradient data", "factor", 50.0],
        ["gradient penalty", "shared number", 0.06677534],
        ["predict", "disagrees", 0.17419257],
        ["tanh", "disagrees", float(np.max(np.abs(published_tanh(z) - np.tanh(z))))],
        ["tanh slope", "factor", 2.0],
    ]


@variant("find_defects")
def all_measured_on_W1():
    """The factor is measured on W1, the shared number as a difference, everything by central differences."""
    X, Y, W1, W2, reg, z = audit_point()
    without, right = published_gradients(X, Y, W1, W2, 0.0)[0], numerical_gradient(lambda W: published_loss(X, Y, W, W2, 0.0), W1)
    push = published_gradients(X, Y, W1, W2, reg)[1] - published_gradients(X, Y, W1, W2, 0.0)[1]
    off = published_predict(X, W1, W2) - published_forward(X, W1, W2)[1]
    steep = numerical_gradient(lambda t: np.sum(published_tanh(t)), z)
    return [
        ("predict", "disagrees", float(np.abs(off).max())),
        ("tanh slope", "factor", float(np.median(published_tanh(published_tanh(z), slope=True) / steep))),
        ("gradient data", "factor", float(np.median(without / right))),
        ("gradient penalty", "shared number", float(np.median(push))),
    ]


@variant("fixed_gradients")
def with_own_network(X, Y, W1, W2, reg):
    """The learner's own network, with biases of zero."""
    params = {"W1": W1, "b1": np.zeros(W1.shape[1]), "W2": W2, "b2": np.zeros(W2.shape[1])}
    grads = backward(params, forward(params, X), Y, reg)
    return grads["W1"], grads["W2"]


@variant("fixed_gradients")
def repairs_the_published(X, Y, W1, W2, reg):
    """The published data term, divided by N, and a penalty of its own."""
    dW1, dW2 = published_gradients(X, Y, W1, W2, 0)
    return (dW1 + reg * W1) / len(X), (dW2 + reg * W2) / len(X)


@variant("fixed_gradients")
def one_sample_after_another(X, Y, W1, W2, reg):
    """One sample at a time, with the bricks of the article."""
    dW1, dW2 = reg * W1, reg * W2
    for x, y in zip(X, Y, strict=True):
        h1 = sigmoid(x @ W1)
        out = bricks_output(y, h1, sigmoid(h1 @ W2))
        dW1 = dW1 + bricks_hidden(x, h1, W2, out["dz2"])["dW1"]
        dW2 = dW2 + out["dW2"]
    return dW1 / X.shape[0], dW2 / X.shape[0]


@variant("fixed_gradients")
def in_einsum(X, Y, W1, W2, reg):
    """Sums by their indices."""
    h1, h2 = published_forward(X, W1, W2)
    D2 = (h2 - Y) * h2 * (1 - h2) / len(Y)
    D1 = np.einsum("nc,hc,nh->nh", D2, W2, h1 * (1 - h1))
    return np.einsum("nd,nh->dh", X, D1) + W1 * reg / len(Y), np.einsum("nh,nc->hc", h1, D2) + W2 * reg / len(Y)
