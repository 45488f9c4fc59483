"""Hidden checks of a5: any dict of parameters, any batch, runs of a few steps that can be followed number by number."""

import numpy as np

from autograder.checking import check, each, expect, expected_from, rng
from autograder.checking.chain import view
from autograder.checking.neurons import relus_in_order

from . import reference


# The formulas hold for numbers of any size: what is cut off, rounded or nudged at some size is wrong there.
SIZES = (1e-13, 1e9)


def starts(*key):
    """A generator whose numbers are not those of any other check."""
    return np.random.default_rng(int(rng(*key).integers(2**31)))


def scheme_is_right(init, scheme, key):
    """One scheme, for wide, narrow and single layers."""
    cases = [(widths, scheme, starts(51, key, i)) for i, widths in enumerate(([2, 5, 1], [7, 3, 2], [4, 1], [3, 3, 3], [1, 40, 30], [2, 5, 1]))]
    for call in each(init, cases):
        call.equals(expected_from(reference.init, *call.args)).unchanged().draws_like(reference.init)


@check("q2", points=1, hidden=True)
def small(init):
    """Scheme small, for any two layers."""
    scheme_is_right(init, "small", 1)


@check("q2", points=2, hidden=True)
def xavier(init):
    """Scheme xavier, for any two layers."""
    scheme_is_right(init, "xavier", 2)


@check("q2", points=2, hidden=True)
def he(init):
    """Scheme he, for any two layers."""
    scheme_is_right(init, "he", 3)


@check("q2", points=1, hidden=True)
def deep(init):
    """Five layers: all of them are there, drawn from the first to the last, and all arrays are float64."""
    for scheme in ("zeros", "he"):
        call = expect(init, [3, 4, 2, 5, 3, 1], scheme, starts(51, 4))
        call.equals(expected_from(reference.init, *call.args)).draws_like(reference.init)
        for key in call.value:
            call[key].has_dtype("float")


def bundle(draw, widths, scale=1.0):
    """Arrays like the parameters of a network of these widths, biases included."""
    arrays = {}
    for i, (D, M) in enumerate(zip(widths[:-1], widths[1:], strict=True), start=1):
        arrays[f"W{i}"], arrays[f"b{i}"] = scale * draw.normal(size=(D, M)), scale * draw.normal(size=M)
    return arrays


def turned(arrays):
    """The same dict with its keys in the other order, and so with every dict inside."""
    return {key: turned(arrays[key]) if isinstance(arrays[key], dict) else arrays[key] for key in reversed(arrays)}


def scaled(arrays, size):
    """Every array of a dict, `size` times as large."""
    return {key: size * array for key, array in arrays.items()}


WIDTHS = ([2, 5, 1], [1, 1], [3, 3, 3, 2])


@check("q3", points=2, hidden=True)
def any_step(sgd_step):
    """Any dict of parameters and any learning rate."""
    draw = rng(52, 1)
    cases = [(bundle(draw, widths), bundle(draw, widths, 3.0), lr) for widths, lr in zip(WIDTHS, (0.3, 1.5, 0.02), strict=True)]
    params, grads = bundle(draw, [2, 3, 1]), bundle(draw, [2, 3, 1])
    for size in SIZES:
        small = scaled(params, size)
        cases += [(params, scaled(grads, size), 0.5), (small, scaled(grads, size), 1 / 3), (small, grads, size / 3), (params, scaled(grads, size), 1 / size / 3)]
    square, pull = bundle(draw, [2, 2, 2]), bundle(draw, [2, 2, 2])
    # The keys tell what belongs together, not their order; and whole numbers are numbers.
    cases += [(square, turned(pull), 0.3), (square, pull, 1)]
    for call in each(sgd_step, cases):
        call.equals(expected_from(reference.sgd_step, *call.args)).unchanged()


@check("q3", points=1, hidden=True)
def leaves_the_old_weights(sgd_step):
    """The old weights and the gradients stay as they were; a learning rate of 0 gives the old weights again."""
    draw = rng(52, 2)
    params, grads = bundle(draw, [3, 2, 1]), bundle(draw, [3, 2, 1])
    step, stay = each(sgd_step, [(params, grads, 0.5), (params, grads, 0.0)])
    step.equals(expected_from(reference.sgd_step, *step.args)).unchanged()
    stay.equals(params)


def momentum_cases(*key):
    """Parameters, gradients and a velocity of its own size, with a learning rate and a beta."""
    draw = rng(53, *key)
    settings = ((0.3, 0.8), (1.5, 0.25), (0.02, 0.99))
    return [
        (bundle(draw, widths), bundle(draw, widths), bundle(draw, widths, 2.0), lr, beta)
        for widths, (lr, beta) in zip(WIDTHS, settings, strict=True)
    ]


@check("q4", points=2, hidden=True)
def any_velocity(momentum_step):
    """Any parameters, velocity, learning rate and beta: new parameters and new velocity."""
    draw = rng(53, 4)
    cases = [(bundle(draw, [2, 3]), bundle(draw, [2, 3], size), bundle(draw, [2, 3], size), 0.3, 0.8) for size in SIZES]
    params, grads, velocity = bundle(draw, [2, 3]), bundle(draw, [2, 3]), bundle(draw, [2, 3])
    for size in SIZES:
        small, fast = scaled(params, size), scaled(velocity, size)
        cases += [(small, grads, velocity, size / 3, 1 / 1.3), (small, scaled(grads, size), fast, 0.3, 0.8), (params, grads, fast, 0.3, 0.5)]
    square = [bundle(draw, [2, 2, 2]) for _ in range(3)]
    cases += [(square[0], turned(square[1]), square[2], 0.3, 0.8), (*square[:2], turned(square[2]), 0.3, 0.8), (*square, 1, 0)]
    for call in each(momentum_step, [*momentum_cases(1), *cases]):
        call.equals(expected_from(reference.momentum_step, *call.args)).unchanged()


@check("q4", points=1, hidden=True)
def beta_left_out(momentum_step):
    """Called without beta, it is 0.9."""
    for call in each(momentum_step, [case[:4] for case in momentum_cases(2)]):
        call.equals(expected_from(reference.momentum_step, *call.args))


@check("q4", points=1, hidden=True)
def leaves_the_old_velocity(momentum_step):
    """Parameters, gradients and velocity stay as they were before the call."""
    for call in each(momentum_step, momentum_cases(3)):
        call.equals(expected_from(reference.momentum_step, *call.args)).unchanged()


def adam_case(draw, widths, steps, lr, *settings, size=1.0, start=1.0):
    """Arguments of an Adam step that comes after `steps` real ones; size, start: of the gradients and the first weights."""
    params = bundle(draw, widths, start)
    state = {"t": 0, "m": reference.zeros_like(params), "v": reference.zeros_like(params)}
    for _ in range(steps):
        params, state = reference.adam_step(params, bundle(draw, widths, size), state, lr, *settings)
    return params, bundle(draw, widths, size), state, lr, *settings


@check("q5", points=1, hidden=True)
def the_first_step(adam_step):
    """The first step from any parameters."""
    draw = rng(54, 1)
    for call in each(adam_step, [adam_case(draw, widths, 0, lr) for widths, lr in zip(WIDTHS, (0.1, 2.0, 0.01), strict=True)]):
        call.equals(expected_from(reference.adam_step, *call.args))


@check("q5", points=3, hidden=True)
def later_steps(adam_step):
    """The second, fourth and eleventh step, and one after 200: parameters, t, m and v."""
    draw = rng(54, 2)
    cases = [adam_case(draw, widths, steps, 0.05) for widths, steps in zip(WIDTHS, (1, 3, 10), strict=True)]
    cases.append(adam_case(draw, [1, 2], 200, 0.05))
    sizes = ((1e-7, 1.0, 0.05), (1e-13, 1.0, 5.0), (1e9, 1.0, 0.05), (1.0, 1e-13, 1e-13 / 3), (1.0, 1e9, 1e9 / 3), (1e-13, 1e-6, 0.05))
    cases += [adam_case(draw, [2, 3], 2, lr, size=size, start=start) for size, start, lr in sizes]
    params, grads, state, lr = adam_case(draw, [2, 2, 2], 2, 0.05)
    cases += [(params, turned(grads), state, lr), (params, grads, turned(state), lr), (params, grads, state, 1)]
    for call in each(adam_step, cases):
        call.equals(expected_from(reference.adam_step, *call.args)).unchanged()


@check("q5", points=1.5, hidden=True)
def other_settings(adam_step):
    """Other betas and an eps large enough to be seen."""
    draw = rng(54, 3)
    settings = ((0.5, 0.9, 0.1), (0.0, 0.99, 0.5), (0.8, 0.6, 1e-3))
    cases = [adam_case(draw, widths, 2, 0.3, *some) for widths, some in zip(WIDTHS, settings, strict=True)]
    cases += [adam_case(draw, [1, 2], 2, 0.3, 1 / 1.9, 1 / 1.1, eps / 3, size=eps) for eps in SIZES]
    for call in each(adam_step, cases):
        call.equals(expected_from(reference.adam_step, *call.args))


@check("q5", points=1, hidden=True)
def silent_gradients(adam_step):
    """A weight whose gradient has always been 0 stays where it is: no NaN."""
    params, zero = bundle(rng(54, 4), [2, 3, 1]), reference.zeros_like(bundle(rng(54, 4), [2, 3, 1]))
    new, state = expect(adam_step, params, zero, {"t": 0, "m": zero, "v": zero}, 0.1).unpack(2)
    new.equals(params)
    state.equals({"t": 1, "m": zero, "v": zero})


@check("q5", points=0.5, hidden=True)
def leaves_the_old_state(adam_step):
    """Parameters, gradients and state stay as they were before the call."""
    call = expect(adam_step, *adam_case(rng(54, 5), [2, 4, 1], 2, 0.1))
    call.equals(expected_from(reference.adam_step, *call.args)).unchanged()


@check("q6", points=2, hidden=True)
def in_the_stated_order(minibatches):
    """The batches are cut from rng.permutation(N), from its beginning to its end; another generator deals in another order."""
    sizes = ((10, 3), (23, 5), (16, 4), (7, 6), (10, 3), (23, 5))
    for number, call in enumerate(each(minibatches, [(N, batch, starts(55, 1, i)) for i, (N, batch) in enumerate(sizes)])):
        call.equals(reference.minibatches(*call.args[:2], starts(55, 1, number))).unchanged().draws_like(reference.minibatches)


@check("q6", points=1.5, hidden=True)
def nothing_left_over(minibatches):
    """Where the samples come out even there is no empty batch, and where they do not, the last batch is the short one."""
    for call in each(minibatches, [(N, batch, starts(55, 2)) for N, batch in ((12, 4), (9, 3), (20, 6), (5, 4))]):
        N, batch = call.args[:2]
        call.holds(isinstance(call.value, list | tuple), "the result is not a list of batches")
        sizes = [np.size(part) for part in call.value]
        call.holds(sizes == [batch] * (N // batch) + [N % batch] * (N % batch > 0), "the batches do not have the right sizes")
        dealt = sorted(np.concatenate([np.ravel(part) for part in call.value]).tolist())
        call.holds(dealt == list(range(N)), "not every number appears exactly once")


@check("q6", points=1.5, hidden=True)
def very_large_and_very_small(minibatches):
    """One batch for all, batches of one, a batch larger than the data, a single sample."""
    for call in each(minibatches, [(N, batch, starts(55, 3, N)) for N, batch in ((6, 6), (8, 1), (5, 50), (1, 1))]):
        call.equals(reference.minibatches(call.args[0], call.args[1], starts(55, 3, call.args[0])))


def train_case(widths, N, epochs, batch, lr, *rest, key, size=0.7):
    """Arguments of train, for a net with biases that matter; size: of the first weights."""
    draw = rng(56, key)
    params = bundle(draw, widths, size)
    X, y = draw.normal(size=(N, widths[0])), (draw.random(N) < 0.5).astype(float)
    y[:2] = 0.0, 1.0
    return params, X, y, epochs, batch, lr, starts(56, key, 1), *rest


def trained_right(train, *cases):
    """Parameters and history of short runs, number by number; the generator ends where each epoch's one order leaves it."""
    for call in each(train, cases):
        call.equals(expected_from(reference.train, *call.args)).draws_like(reference.train)


def nearly_done(optimizer):
    """Runs that begin with a loss of 1e-2 down to 1e-9 and go on: what ends a run is the number of epochs alone."""
    y = np.array([0.0, 1.0, 1.0, 0.0, 1.0])
    X = np.where(y == 1, 1.0, -1.0)[:, None] * np.array([[1.0], [1.1], [0.9], [1.2], [1.05]])
    start = {"W1": np.array([[1.0]]), "b1": np.zeros(1)}
    return [(start | {"W1": np.array([[sure]])}, X, y, 4, 2, 0.5, starts(56, 18), "tanh", optimizer) for sure in (4.5, 9.0, 21.0)]


@check("q7", points=2, hidden=True)
def all_at_once(train):
    """All samples in one batch, two epochs of plain gradient descent."""
    trained_right(train, train_case([2, 3, 1], 6, 2, 6, 0.5, key=1), train_case([3, 1], 5, 2, 9, 1.0, key=2))


@check("q7", points=2, hidden=True)
def in_batches(train):
    """Several batches, the last one short, and three epochs of plain gradient descent."""
    cases = [train_case([2, 3, 1], 7, 3, 3, 0.5, key=3), train_case([2, 4, 1], 8, 3, 1, 0.2, "tanh", "sgd", key=4)]
    cases.append(train_case([2, 3, 1], 300, 1, 90, 0.5, key=17))  # more samples than a block of 256
    # Gradients from a millionth to ten thousands, and a learning rate that hardly moves anything.
    params, X, *rest = train_case([2, 3, 1], 6, 1, 3, 1e-9, "relu", key=11, size=1e-4)
    cases += [train_case([2, 3, 1], 6, 2, 3, 0.5, key=12, size=1e-9), train_case([3, 1], 6, 1, 3, 1e-8, key=13), (params, 1e4 * X, *rest)]
    linear, X, *rest = train_case([3, 1], 6, 1, 3, 1e-9, key=15)
    cases += [(linear, 1e5 * X, *rest), (scaled(linear, 1e7), 1e-7 * X, *rest)]
    y, epochs, batch, _, generator = rest
    cases += [({"W1": 1e7 * linear["W1"]}, 1e-9 * X, y, epochs, batch, 1e15 / 3, generator)]
    sure = np.where(y == 1, 1.0, -1.0)[:, None] * np.array([[20.0, 1.0, 0.5]])
    cases.append((linear | {"W1": np.ones((3, 1))}, sure, y, epochs, batch, 1e-9, generator))
    trained_right(train, *cases, *nearly_done("sgd"))


@check("q7", points=1.5, hidden=True)
def with_momentum(train):
    """Momentum, whose velocity lives through all epochs, however little the loss is by then."""
    params, X, *rest = train_case([3, 1], 4, 1, 2, 1 / 3, "tanh", "momentum", key=16)
    sized = [(params, 1e5 * X, *rest), (scaled(params, 1e-6), 1e-7 * X, *rest), *nearly_done("momentum")]
    trained_right(train, train_case([2, 3, 1], 7, 3, 3, 0.2, "tanh", "momentum", key=5), *sized)


@check("q7", points=1.5, hidden=True)
def with_adam(train):
    """Adam, whose state lives through all epochs, however little the loss is by then, and whether it falls or rises."""
    sized = [train_case([2, 2, 1], 4, 1, 2, 0.05, "tanh", "adam", key=14, size=1e-6), train_case([2, 3, 1], 6, 6, 3, 3.0, "tanh", "adam", key=17)]
    trained_right(train, train_case([2, 3, 1], 7, 3, 3, 0.05, "tanh", "adam", key=6), *sized, *nearly_done("adam"))


@check("q7", points=1, hidden=True)
def other_networks(train):
    """Sigmoid and ReLU layers, one network deeper, one without biases."""
    deep = train_case([2, 4, 3, 1], 6, 2, 4, 0.3, "sigmoid", "adam", key=7)
    bare = train_case([2, 4, 1], 6, 2, 4, 0.3, "relu", key=8)
    bare = ({key: bare[0][key] for key in ("W1", "W2")}, *bare[1:])
    trained_right(train, deep, bare)


@check("q7", points=1, hidden=True)
def history_is_of_all_samples(train):
    """The history begins with the loss of the given parameters and ends with that of the returned ones, on all samples."""
    for call in each(train, [train_case([2, 3, 1], 9, 2, 4, 0.5, "tanh", name, key=9) for name in ("sgd", "adam")]):
        params, history = call.unpack(2)
        params.equals(call.args[0], atol=np.inf)
        history.has_shape((3,)).finite()
        params.holds(np.any(params.value["W1"] != call.args[0]["W1"]), "the parameters did not move")
        X, y = call.args[1:3]
        first, last = (reference.loss_and_gradients(some, X, y)[0] for some in (call.args[0], params.value))
        history[0].equals(first)
        history[2].equals(last)


@check("q7", points=1, hidden=True)
def leaves_the_start_alone(train):
    """The given parameters, X and y are what they were before the call, for each optimizer, also where they are large."""
    cases = [train_case([2, 3, 1], 6, 2, 4, 0.1, "tanh", name, key=10) for name in ("sgd", "momentum", "adam")]
    params, X, *rest = train_case([3, 1], 6, 1, 3, 1e-9, key=15)
    for call in each(train, [*cases, (params, 1e5 * X, *rest)]):
        call.equals(expected_from(reference.train, *call.args)).unchanged()


@check("q8", points=1, hidden=True)
def all_arrays_together(clip_by_norm):
    """Long gradients of several arrays are scaled by one common factor."""
    draw = rng(57, 1)
    long = bundle(draw, [2, 3, 1], 5.0)
    sized = [(scaled(long, size), limit) for size, limit in ((1e-13, 1e-13 / 3), (1e9, 1e9), (1e9, 1e-6), (1e-6, 1e-13), (1.0, 1e-9))]
    plain = [(bundle(draw, widths, 5.0), limit) for widths, limit in zip((*WIDTHS, WIDTHS[0]), (1.0, 0.3, 2.5, 1.0), strict=True)]
    for call in each(clip_by_norm, [*plain, *sized, (turned(long), 2.5), (long, 2)]):
        call.equals(expected_from(reference.clip_by_norm, *call.args)).unchanged()


@check("q8", points=0.5, hidden=True)
def short_ones_stay(clip_by_norm):
    """A gradient below the limit, one exactly at it and one of zeros come back as they are."""
    tiny = bundle(rng(57, 2), [2, 3, 1], 0.01)
    at = {"W1": np.array([[3.0, 0.0]]), "b1": np.array([0.0, -4.0])}
    sized = [(scaled(tiny, 1e-11), 1e-11), (scaled(tiny, 1e9), 1e12)]
    for call in each(clip_by_norm, [(tiny, 10.0), (at, 5.0), (reference.zeros_like(tiny), 1.0), *sized]):
        call.equals(expected_from(reference.clip_by_norm, *call.args)).unchanged()


def schedule_is_right(lr_schedule, kind, key):
    """One kind of schedule, at its first steps, around multiples of the span, and far out."""
    lr = float(rng(58, key).uniform(0.5, 2.0))
    steps = ((0, 7), (1, 7), (6, 7), (7, 7), (8, 7), (20, 7), (21, 7), (50, 7), (0, 1), (3, 1), (85, 7), (9000, 100), (799, 1000))
    cases = [(kind, lr, step, span) for step, span in steps] + [(kind, size * lr, 10, 4) for size in SIZES] + [(kind, size * lr, 2, 7) for size in SIZES]
    for call in each(lr_schedule, cases):
        right = reference.lr_schedule(*call.args)
        # The end of the cosine is a difference that cancels.
        call.equals(right, atol=1e-14 * call.args[1] if kind == "cosine" else 1e-12 * right)


@check("q9", points=0.5, hidden=True)
def halving(lr_schedule):
    """Halving, before, at and after the multiples of the span."""
    schedule_is_right(lr_schedule, "halving", 1)


@check("q9", points=0.5, hidden=True)
def inverse(lr_schedule):
    """Inverse, from the first step to far out."""
    schedule_is_right(lr_schedule, "inverse", 2)


@check("q9", points=0.5, hidden=True)
def cosine(lr_schedule):
    """Cosine, from the first step to beyond its end."""
    schedule_is_right(lr_schedule, "cosine", 3)


@check("q10", points=1, hidden=True)
def any_penalty(l1_l2):
    """Any network: l1 alone, l2 alone, and both."""
    draw = rng(59, 1)
    cases = [(bundle(draw, widths), l1, l2) for widths, (l1, l2) in zip(WIDTHS, ((0.7, 0.0), (0.0, 0.4), (0.3, 1.2)), strict=True)]
    params = bundle(draw, [2, 3, 1])
    for size in SIZES:
        cases += [(scaled(params, size), 0.3, 1.2), (params, size / 3, size / 7), (scaled(params, size), 0.0, 1.2), (params, 0.0, size), (params, size, 0.0)]
    cases += [(turned(params), 0.3, 1.2), (params, 1, 2)]
    for call in each(l1_l2, cases):
        call.equals(expected_from(reference.l1_l2, *call.args)).unchanged()


@check("q10", points=0.5, hidden=True)
def weights_of_zero(l1_l2):
    """A weight of 0 feels no pull, from either side."""
    params = {"W1": np.array([[0.0, -2.0], [0.5, 0.0]]), "b1": np.array([1.0, 0.0]), "W2": np.zeros((2, 1)), "b2": np.array([3.0])}
    call = expect(l1_l2, params, 0.5, 0.25)
    call.equals((reference.l1_l2(*call.args)))


def grouped(key, b1, W2, D=2):
    """A network whose hidden neurons share the same weights in groups: b1 and W2 name the groups."""
    draw = rng(60, key)
    pool, offsets, outs = draw.normal(size=(D, 8)), draw.normal(size=8), draw.normal(size=8) + np.arange(8.0)
    X, y = draw.normal(size=(9, D)), (np.arange(9) % 2).astype(float)
    b1, W2 = np.array(b1), np.array(W2)
    params = {"W1": pool[:, b1], "b1": offsets[b1], "W2": outs[W2][:, None], "b2": draw.normal(size=1)}
    return params, X, y


def counted_right(symmetry_experiment, *cases):
    """The whole array of counts."""
    for call in each(symmetry_experiment, cases):
        call.equals(reference.symmetry_experiment(*call.args)).unchanged()


@check("q11", points=2, hidden=True)
def groups_stay(symmetry_experiment):
    """Groups of copies, with what leads away from them the same as well: the number of groups never changes."""
    first, second = grouped(1, [0, 0, 1, 1, 2], [0, 0, 1, 1, 2]), grouped(2, [3, 3, 3, 3], [1, 1, 1, 1], 3)
    counted_right(symmetry_experiment, (*first, 4, 0.3), (*second, 3, 0.5, "sigmoid"))


def _just_parted(key):
    """Arguments of one step: two units 0.5e-6 apart, which count as one. Descent makes it 1.5e-6; uphill they would stay one."""
    params, X, y = grouped(key, [0, 0], [0, 1])
    grads = reference.loss_and_gradients(params, X, y, "tanh")[1]
    gaps = np.vstack([grads["W1"], grads["b1"]]) @ [-1.0, 1.0]
    row = int(np.argmax(np.abs(gaps)))
    units = np.vstack([params["W1"], params["b1"]])
    units[row, 1] -= 0.5e-6 * np.sign(gaps[row])
    return {**params, "W1": units[:-1], "b1": units[-1]}, X, y, 1, 1e-6 / abs(gaps[row])


@check("q11", points=1, hidden=True)
def groups_part(symmetry_experiment):
    """Copies whose output weights differ part in the first step, and only those."""
    first, second = grouped(3, [0, 0, 0, 1, 1], [0, 1, 2, 3, 3]), grouped(4, [2, 2, 2, 2], [0, 0, 5, 5], 3)
    # In a deeper network whose last weights are 0 the first layer hears nothing before the second step.
    params, X, y = grouped(6, [0, 0, 0, 0], [1, 1, 1, 1])
    deep = {**params, "W2": rng(60, 7).normal(size=(4, 3)), "b2": np.array([0.1, -0.2, 0.3]), "W3": np.zeros((3, 1)), "b3": np.zeros(1)}
    counted_right(symmetry_experiment, (*first, 3, 0.5), (*second, 3, 0.5, "sigmoid"), (deep, X, np.minimum(y + (X[:, 0] > 0), 1.0), 3, 1.0))
    counted_right(symmetry_experiment, _just_parted(7))


@check("q11", points=1, hidden=True)
def biases_count(symmetry_experiment):
    """Neurons that differ in their bias only are different, by rounding they are not; before any step there is one number."""
    params, X, y = grouped(5, [0, 0, 0, 0], [1, 1, 1, 1])
    apart = {**params, "b1": params["b1"] + np.array([0.0, 0.01, 0.0, 0.5])}
    # No number differs by more than 1e-6, although rounding to six or seven decimals would tell some apart; then some do.
    alike, nearly = ({**params, "W1": np.round(params["W1"], 3) + step * np.arange(8.0).reshape(2, 4)} for step in (1e-9, 2.6e-7))
    just = {**params, "W1": params["W1"] + 1.3e-6 * np.eye(4)[:2]}
    counted_right(symmetry_experiment, (apart, X, y, 0, 0.1), (apart, X, y, 2, 0.1), (alike, X, y, 0, 0.1), (nearly, X, y, 0, 0.1), (just, X, y, 0, 0.1))
    # Copies that ReLU has shut off for every sample hear nothing and stay copies; to any other kind they would part.
    shut, X, y = grouped(9, [0, 0, 0], [0, 1, 2])
    counted_right(symmetry_experiment, ({**shut, "b1": np.full(3, -5.0)}, 0.3 * X, y, 2, 0.5, "relu"))
    # With a learning rate of 0 copies stay copies, whatever leads away from them.
    counted_right(symmetry_experiment, (*grouped(8, [0, 0, 0], [0, 1, 2]), 2, 0.0))


def reported(explosion_report, *cases):
    """The step is known to the last digit: ((arguments), step)."""
    for call, (_, step) in zip(each(explosion_report, [args for args, _ in cases]), cases, strict=True):
        call.equals(step)


# tests/course_a5/test_explosion.py holds these steps against an independent run. Before and after each of them the loss is
# at least one percent away from 1000, so another order of summation cannot move the step.
@check("q12", points=2.5, hidden=True)
def other_strengths(explosion_report):
    """Published gradients with other reg and lr."""
    reported(explosion_report, ((0.3, 0.003, False, 60), 43), ((0.1, 0.03, False, 60), 16), ((0.1, 0.003, False, 200), 120), ((0.07, 0.003, False, 200), 169), ((0.01, 0.003, False, 1200), 1151))


@check("q12", points=1.5, hidden=True)
def other_widths(explosion_report):
    """Published gradients with fewer hidden neurons."""
    late = ((0.03, 0.01, False, 2200, 2), 2179)  # for code that gives up after some round number of steps
    reported(explosion_report, ((0.5, 0.01, False, 80, 7), 48), ((0.02, 0.02, False, 200, 30), 150), ((0.2, 0.01, False, 300, 3), 274), late)


@check("q12", points=1.5, hidden=True)
def right_gradients(explosion_report):
    """Right gradients: no bad step where the published ones have one, but with enormous learning rates there is."""
    cases = (((0.3, 0.003, True, 60), -1), ((1.0, 120.0, True, 60), 11), ((1.0, 101.0, True, 250, 10), 185), ((0.5, 0.01, True, 80, 7), -1))
    reported(explosion_report, *cases)


@check("q12", points=1, hidden=True)
def straight_to_nan(explosion_report):
    """A learning rate so absurd that the first loss is not a number: step 1 is bad."""
    reported(explosion_report, ((1.0, 1e308, False, 5), 1))


@check("q12", points=0.5, hidden=True)
def steps_are_counted(explosion_report):
    """The last step that is allowed still counts."""
    reported(explosion_report, ((0.3, 0.003, False, 43), 43), ((0.3, 0.003, False, 42), -1))


def at_least(cures, count):
    """At least `count` of the seven verdicts are right."""
    call = expect(cures)
    right = reference.cures()
    call.holds(isinstance(call.value, dict), "the table is not a dict")
    agreed = sum(isinstance(call.value.get(name), str) and call.value.get(name) == verdict for name, verdict in right.items())
    call.holds(agreed >= count, "too few of the verdicts agree with the runs")


@check("q13", points=1.5, hidden=True)
def five_verdicts(cures):
    """At least five of the seven verdicts are right."""
    at_least(cures, 5)


@check("q13", points=1.5, hidden=True)
def six_verdicts(cures):
    """At least six of the seven verdicts are right."""
    at_least(cures, 6)


@check("q13", points=1.5, hidden=True)
def every_verdict(cures):
    """All seven verdicts are right."""
    at_least(cures, 7)


def bounded(bias_ceiling, *cases):
    """The bounds of some networks; all output weights are sums of powers of two, so that sums are exact in any order."""
    for call in each(bias_ceiling, cases):
        call.equals(reference.bias_ceiling(*call.args))


def columns(draw, H):
    """Weights of H hidden neurons, none of them zero."""
    return draw.choice([-1.0, 1.0], size=(2, H)) * draw.uniform(0.2, 2.0, size=(2, H))


def quarters(draw, H, sign=0):
    """Output weights that are multiples of 1/4, none of them zero, of one sign if that is asked for."""
    return draw.integers(1, 12, size=H) / 4 * (sign or draw.choice([-1.0, 1.0], size=H))


@check("q14", points=2, hidden=True)
def mixed_signs(bias_ceiling):
    """Output weights of both signs: 0.75, but 0.5 if they add up to exactly 0."""
    draw = rng(62, 1)
    w2 = np.append(quarters(draw, 4, 1), -0.25)
    balanced = np.append(w2, -np.sum(w2))
    nearly = np.append(w2, 2.0**-20 - np.sum(w2))
    bounded(bias_ceiling, (columns(draw, 5), w2), (columns(draw, 5), -w2), (columns(draw, 6), balanced), (columns(draw, 6), -balanced), (columns(draw, 6), nearly))


@check("q14", points=1.5, hidden=True)
def one_sign(bias_ceiling):
    """Output weights of one sign: d never changes its own, so 0.5; one small weight of the other sign makes it 0.75."""
    draw = rng(62, 2)
    up, down = quarters(draw, 4, 1), quarters(draw, 3, -1)
    mixed = np.append(down, 0.125)
    bounded(bias_ceiling, (columns(draw, 4), up), (columns(draw, 3), down), (columns(draw, 4), mixed), (columns(draw, 1), up[:1]))


@check("q14", points=2, hidden=True)
def dead_neurons(bias_ceiling):
    """Neurons with a column of zeros count in K but not in R."""
    draw = rng(62, 3)
    W1, w2 = columns(draw, 5), quarters(draw, 5, 1)
    W1[:, 3:] = 0.0
    live = np.sum(w2[:3])
    cases = [(W1, np.concatenate([w2[:3], dead])) for dead in ([-0.25, -0.25], [-live, -live], [-live, -live - 0.25], [-live, 0.0], [0.25, 0.5])]
    bounded(bias_ceiling, *cases)


@check("q14", points=1.5, hidden=True)
def almost_dead(bias_ceiling):
    """A column with a single weight that is not zero, of either sign and however small, is not dead."""
    draw = rng(62, 4)
    first, second = columns(draw, 3), columns(draw, 3)
    first[:, 2], second[:, 2] = (0.0, -1e-3), (0.5, -0.5)
    w2 = np.array([1.0, 2.0, -8.0])
    bounded(bias_ceiling, (first, w2), (second, -w2), (0.0 * first, w2), (second, np.array([1.0, 0.5, 8.0])), (1e-6 * first, w2), (1e6 * second, -w2))
    for call in each(bias_ceiling, [(first, w2), (1e6 * second, -w2)]):
        call.unchanged()


def drawn_right(relu_xor, points):
    """The sign of d at every point is that of x1 x2."""
    call = expect(view(relu_xor, relus_in_order))
    W1, w2 = call.unpack(2)
    H = np.shape(W1.value)[1] if np.ndim(W1.value) == 2 else 0
    W1.holds(0 < H <= 4, "W1 does not have one to four columns")
    W1.has_shape((2, H)).finite()
    w2.has_shape((H,)).finite()
    d = np.maximum(points @ np.asarray(W1.value, dtype=float), 0.0) @ np.asarray(w2.value, dtype=float)
    wrong = np.mean(np.sign(d) != np.sign(points[:, 0] * points[:, 1]))
    call.holds(wrong == 0, "some points get the wrong class")


@check("q15", points=2, hidden=True)
def whole_plane(relu_xor):
    """A thousand points, from near the origin to far out, all right."""
    draw = rng(63, 1)
    points = draw.normal(size=(1000, 2)) * 10.0 ** draw.uniform(-6, 6, size=(1000, 1))
    drawn_right(relu_xor, points[np.min(np.abs(points), axis=1) > 1e-3 * np.max(np.abs(points), axis=1)])


@check("q15", points=2, hidden=True)
def close_to_the_axes(relu_xor):
    """Points close to the axes, on both sides of each, all right."""
    near = 1e-3 * rng(63, 2).choice([-1.0, 1.0], size=40) * rng(63, 3).uniform(1.0, 5.0, size=40)
    far = np.where(np.arange(40) % 4 < 2, 1.0, -1.0) * np.linspace(0.5, 3.0, 40)
    drawn_right(relu_xor, np.vstack([np.column_stack([near, far]), np.column_stack([far, near])]))
