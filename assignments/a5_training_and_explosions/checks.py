"""Public checks of a5: the worked numbers of the notebook, shapes, inputs left as they were."""

import numpy as np

from autograder.checking import check, each, expect
from autograder.checking.chain import view
from autograder.checking.neurons import relus_in_order


@check("q1", points=0)
def three_of_four(accuracy):
    """Logits 0.2, -1, 3, -0.1 for the labels 1, 0, 1, 1: three of four are right."""
    expect(accuracy, np.array([0.2, -1.0, 3.0, -0.1]), np.array([1.0, 0.0, 1.0, 1.0])).equals(0.75)


@check("q1", points=0)
def all_and_none(accuracy):
    """Logits with the right signs give 1, with the wrong signs 0, however small they are."""
    z, y = np.array([0.1, -0.1, 0.4]), np.array([1.0, 0.0, 1.0])
    right, wrong = each(accuracy, [(z, y), (-z, y)])
    right.equals(1.0)
    wrong.equals(0.0)


@check("q1", points=0)
def zero_is_class_0(accuracy):
    """A logit of exactly 0 says class 0; every sample counts the same, however many there are of its class."""
    z, y = np.array([0.0, 0.0, 2.0, -1.0, -3.0]), np.array([0.0, 0.0, 1.0, 1.0, 0.0])
    some, few = each(accuracy, [(z, y), (np.array([-1.0, -1.0, 0.0]), np.array([1.0, 0.0, 1.0]))])
    some.equals(0.8)
    few.equals(1 / 3).unchanged()


@check("q2", points=1)
def shapes_from_widths(init):
    """Widths 2, 6, 1, scheme zeros: W1 (2, 6), b1 (6,), W2 (6, 1), b2 (1,), all zero."""
    right = {"W1": np.zeros((2, 6)), "b1": np.zeros(6), "W2": np.zeros((6, 1)), "b2": np.zeros(1)}
    expect(init, [2, 6, 1], "zeros", np.random.default_rng(1)).equals(right)


@check("q2", points=1)
def xavier_by_hand(init):
    """Widths 2, 6, 1, xavier: the numbers of rng.normal times 0.5 and times the square root of 2/7."""
    call = expect(init, [2, 6, 1], "xavier", np.random.default_rng(1))
    draw = np.random.default_rng(1)
    W1, W2 = 0.5 * draw.normal(size=(2, 6)), np.sqrt(2 / 7) * draw.normal(size=(6, 1))
    call.equals({"W1": W1, "b1": np.zeros(6), "W2": W2, "b2": np.zeros(1)})


@check("q3", points=1)
def step_by_hand(sgd_step):
    """Weights (1, 2), gradient (10, -10), lr 0.1: the new weights are (0, 3)."""
    call = expect(sgd_step, {"W1": np.array([[1.0, 2.0]])}, {"W1": np.array([[10.0, -10.0]])}, 0.1)
    call.equals({"W1": np.array([[0.0, 3.0]])}).unchanged()


@check("q4", points=1)
def momentum_by_hand(momentum_step):
    """Velocity 10, gradient 2, beta 0.5, weight 1, lr 0.1: the velocity becomes 7 and the weight 0.3."""
    call = expect(momentum_step, {"b1": np.array([1.0])}, {"b1": np.array([2.0])}, {"b1": np.array([10.0])}, 0.1, 0.5)
    call.equals(({"b1": np.array([0.3])}, {"b1": np.array([7.0])}))


@check("q4", points=1)
def starts_like_sgd(momentum_step):
    """From velocity zero the first step is that of plain gradient descent, and no argument is changed."""
    params, grads = {"W1": np.array([[1.0, 2.0]])}, {"W1": np.array([[10.0, -10.0]])}
    call = expect(momentum_step, params, grads, {"W1": np.zeros((1, 2))}, 0.1)
    call.equals(({"W1": np.array([[0.0, 3.0]])}, grads)).unchanged()


@check("q5", points=1)
def first_step_by_hand(adam_step):
    """Gradients 4 and -0.001, first step, lr 0.1: the steps are -0.1 and 0.1; m and v are kept as they are."""
    start = {"t": 0, "m": {"b1": np.zeros(2)}, "v": {"b1": np.zeros(2)}}
    params, state = expect(adam_step, {"b1": np.array([1.0, 1.0])}, {"b1": np.array([4.0, -0.001])}, start, 0.1).unpack(2)
    params.equals({"b1": np.array([0.9, 1.1])}, atol=2e-6)
    state.equals({"t": 1, "m": {"b1": np.array([0.4, -0.0001])}, "v": {"b1": np.array([0.016, 1e-9])}}, atol=1e-12)


@check("q6", points=1)
def sizes_of_batches(minibatches):
    """Five samples in batches of 2: the sizes are 2, 2 and 1."""
    call = expect(minibatches, 5, 2, np.random.default_rng(0))
    call.holds(isinstance(call.value, list | tuple), "the result is not a list of batches")
    sizes = [np.size(part) for part in call.value]
    call.holds(sizes == [2, 2, 1], f"the batches have the sizes {sizes}, not [2, 2, 1]")


@check("q6", points=1)
def every_sample_once(minibatches):
    """Twelve samples in batches of 5: every number from 0 to 11 appears once."""
    call = expect(minibatches, 12, 5, np.random.default_rng(0))
    call.holds(isinstance(call.value, list | tuple) and len(call.value) > 0, "the result is not a list of batches")
    dealt = sorted(int(i) for part in call.value for i in np.ravel(part))
    call.holds(dealt == list(range(12)), "not every number from 0 to 11 appears exactly once")


def four_samples():
    """The worked number of q7: all parameters 0, labels 1, 1, 1, 0."""
    start = {"W1": np.zeros((1, 1)), "b1": np.zeros(1), "W2": np.zeros((1, 1)), "b2": np.zeros(1)}
    return start, np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([1.0, 1.0, 1.0, 0.0])


@check("q7", points=1)
def one_epoch_by_hand(train):
    """Four samples, one batch, one epoch, lr 0.4: b2 becomes 0.1, the history is (0.6931, 0.6694)."""
    start, X, y = four_samples()
    params, history = expect(train, start, X, y, 1, 4, 0.4, np.random.default_rng(0)).unpack(2)
    params.equals({**start, "b2": np.array([0.1])})
    history.equals(np.array([0.69314718, 0.66939667]), atol=5e-8)


@check("q7", points=1)
def no_epoch(train):
    """No epoch at all: the parameters come back as they were, the history has one entry, and nothing is changed."""
    start, X, y = four_samples()
    call = expect(train, start, X, y, 0, 2, 0.4, np.random.default_rng(0), "relu", "adam").unchanged()
    call.equals((start, np.array([np.log(2.0)])))


@check("q8", points=0.5)
def clip_by_hand(clip_by_norm):
    """Entries 3 and 4 have norm 5: with limit 1 they become 0.6 and 0.8, with limit 6 nothing changes."""
    grads = {"W1": np.array([[3.0]]), "b1": np.array([4.0])}
    short, same = each(clip_by_norm, [(grads, 1.0), (grads, 6.0)])
    short.equals({"W1": np.array([[0.6]]), "b1": np.array([0.8])})
    same.equals(grads)


@check("q9", points=0.5)
def schedules_by_hand(lr_schedule):
    """lr 0.8, span 100: at step 250 the three kinds give 0.2, 0.2286 and 0, at step 50 they give 0.8, 0.5333 and 0.4."""
    kinds = ("halving", "inverse", "cosine")
    right = (0.2, 0.8 / 3.5, 0.0, 0.8, 0.8 / 1.5, 0.4)
    cases = [(kind, 0.8, step, 100) for step in (250, 50) for kind in kinds]
    for call, value in zip(each(lr_schedule, cases), right, strict=True):
        call.equals(value)


@check("q10", points=0.5)
def penalty_by_hand(l1_l2):
    """Weights 2 and -3, l1 = 0.1, l2 = 1: the penalty is 7, the gradients are 2.1 and -3.1, the biases' are 0."""
    call = expect(l1_l2, {"W1": np.array([[2.0, -3.0]]), "b1": np.array([5.0, 5.0])}, 0.1, 1.0)
    call.equals((7.0, {"W1": np.array([[2.1, -3.1]]), "b1": np.zeros(2)}))


def three_neurons(b1, W2):
    """Three hidden neurons with the same weights into them; what is in b1 and W2 may tell them apart."""
    return {"W1": np.ones((2, 3)), "b1": np.array(b1), "W2": np.array(W2)[:, None], "b2": np.zeros(1)}


SAMPLES = np.array([[1.0, 2.0], [-1.0, 0.0]]), np.array([1.0, 0.0])


@check("q11", points=1)
def copies_stay_copies(symmetry_experiment):
    """Three copies stay one neuron in three steps; with b1 = (0, 0, 2) there are two neurons, before and after."""
    one, two = each(
        symmetry_experiment,
        [(three_neurons([0.0, 0.0, 0.0], [1.0, 1.0, 1.0]), *SAMPLES, 3, 0.5), (three_neurons([0.0, 0.0, 2.0], [1.0, 1.0, 1.0]), *SAMPLES, 3, 0.5)],
    )
    one.equals(np.array([1, 1, 1, 1])).unchanged()
    two.equals(np.array([2, 2, 2, 2]))


@check("q11", points=1)
def copies_that_part(symmetry_experiment):
    """Three copies with output weights 1, 1, 3: one neuron before the first step, two from then on."""
    call = expect(symmetry_experiment, three_neurons([0.0, 0.0, 0.0], [1.0, 1.0, 3.0]), *SAMPLES, 2, 0.5)
    call.equals(np.array([1, 2, 2]))


@check("q12", points=1)
def the_fifteenth_step(explosion_report):
    """reg = 1, lr = 0.003, published: step 15 is the first bad one."""
    expect(explosion_report, 1.0, 0.003, False, 100).equals(15)


@check("q12", points=1)
def not_that_far(explosion_report):
    """The same run with 14 steps only ends before anything bad happens: -1. With 15 steps it does not."""
    short, enough = each(explosion_report, [(1.0, 0.003, False, 14), (1.0, 0.003, False, 15)])
    short.equals(-1)
    enough.equals(15)


CURES = ("lr / 10", "lr halved every 1000 steps", "penalty x 10", "penalty / 10", "3 neurons", "clip at 10", "right gradients")
VERDICTS = ("cures", "hides", "delays", "worsens")


@check("q13", points=0.5)
def a_readable_table(cures):
    """The table is a dict with one of the four verdicts for each of the seven cures."""
    call = expect(cures)
    call.holds(isinstance(call.value, dict), "the table is not a dict")
    lacking = [name for name in CURES if name not in call.value]
    call.holds(not lacking, f"there is no verdict for {', '.join(map(repr, lacking))}")
    call.holds(len(call.value) == len(CURES), "there are more entries than the seven cures")
    for name in CURES:
        verdict = call.value[name]
        call.holds(isinstance(verdict, str) and verdict in VERDICTS, f"{verdict!r} is not one of the verdicts {', '.join(VERDICTS)}")


@check("q14", points=2)
def bounds_by_hand(bias_ceiling):
    """The worked number: 0.75 with the third neuron, 0.5 without it."""
    W1, w2 = np.array([[-20.0, 0.0, 0.0], [0.0, 20.0, 0.0]]), np.array([2.0, 2.0, -1.0])
    three, two = each(bias_ceiling, [(W1, w2), (W1[:, :2], w2[:2])])
    three.equals(0.75).unchanged()
    two.equals(0.5)


def answers(call, points):
    """d at the points, from the returned W1 and w2, after a look at their shapes."""
    W1, w2 = call.unpack(2)
    H = np.shape(W1.value)[1] if np.ndim(W1.value) == 2 else 0
    W1.holds(0 < H <= 4, "W1 does not have one to four columns")
    W1.has_shape((2, H)).finite()
    w2.has_shape((H,)).finite()
    return np.maximum(points @ np.asarray(W1.value, dtype=float), 0.0) @ np.asarray(w2.value, dtype=float)


@check("q15", points=1)
def four_quadrants(relu_xor):
    """(2, 3) and (-2, -3) get a positive number, (2, -3) and (-2, 3) a negative one."""
    call = expect(view(relu_xor, relus_in_order))
    d = answers(call, np.array([[2.0, 3.0], [-2.0, -3.0], [2.0, -3.0], [-2.0, 3.0]]))
    call.holds(np.all(np.sign(d) == [1, 1, -1, -1]), f"at (2, 3), (-2, -3), (2, -3), (-2, 3) the network gives {np.round(d, 4).tolist()}")
