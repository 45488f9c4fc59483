"""Wrong implementations learners write in a7, each with hints on three levels: a question, the rule, where to look."""

import math

import numpy as np

from autograder.checking import mistake

from .reference import activation_pattern, local_affine, max_regions, regions_deep_2d, split_polygon

PATTERN = "q2, the table with the four samples, and the definition of a pattern in the conventions."
MAP = "q3, the table with the three regions."
LINE = "q4, the worked number, and the list of four things below it."
BEST = "q5, the table of lines and regions, and the worked number."
PLANE = "q6, the worked number, and the paragraph of other things that happen."
KNIFE = "q7, the walk around the polygon and the worked number."
DEEP = "q8, the table with the four quarters."
FOLD = "q10, the tent, and the worked number with 0.3 and 0.7."
BOUND = "q11, the formula and the worked number for [6, 6]."
MAXOUT = "q12, the worked number, forward and back."
THEOREM = "q13, the worked number with the nine boxes."


@mistake(
    "hidden_neurons",
    hints=(
        "Which entries of the list have ReLU behind them?",
        "The last layer gives the output: its neurons are not hidden.",
        "q1, the worked number.",
    ),
)
def counts_the_output_too(net):
    """The output neurons are counted as well: the stub as it was handed out."""
    return sum(len(b) for _, b in net)


@mistake(
    "activation_pattern",
    hints=(
        "What does your function say of a neuron whose z is exactly 0?",
        "On means greater than 0. A neuron at 0 passes nothing on, so it counts as off.",
        PATTERN,
    ),
)
def on_at_zero(net, X):
    """A neuron with z = 0 counts as on."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z >= 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "How many columns does your result have, and how many hidden neurons has the net?",
        "The last layer has no ReLU, so nothing in it is switched on or off.",
        PATTERN,
    ),
)
def the_output_in_the_pattern(net, X):
    """The neurons of the last layer are part of the pattern."""
    H, on = X, []
    for W, b in net:
        Z = H @ W + b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "What does the second layer get to see: z of the first, or what ReLU made of it?",
        "Every hidden layer passes on h = max(z, 0); negative numbers never reach the layer above.",
        PATTERN,
    ),
)
def never_bends(net, X):
    """z goes up to the next layer without ReLU."""
    H, on = X, []
    for W, b in net[:-1]:
        H = H @ W + b
        on.append(H > 0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Does a net with two hidden layers have more columns in your pattern than one with only the upper layer?",
        "A pattern has one entry for every hidden neuron of the net, from the first layer on.",
        PATTERN,
    ),
)
def only_the_last_hidden_layer(net, X):
    """Only the neurons of the last hidden layer are reported."""
    H = X
    for W, b in net[:-1]:
        Z = H @ W + b
        H = np.maximum(Z, 0.0)
    return Z > 0


@mistake(
    "activation_pattern",
    hints=(
        "What is the dtype of your result?",
        "A neuron is on or off: the pattern is an array of truth values.",
        "The stub's docstring, in the line that starts with Returns.",
    ),
)
def ones_and_zeros(net, X):
    """The pattern holds the numbers 1.0 and 0.0 instead of True and False."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(1.0 * (Z > 0))
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Which axis of your result is as long as the number of samples?",
        "Rows are samples, here as everywhere.",
        PATTERN,
    ),
)
def neurons_along_the_rows(net, X):
    """The pattern comes out transposed, (H, N)."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on).T


@mistake(
    "activation_pattern",
    hints=(
        "Which layer do the first columns of your result belong to?",
        "The pattern lists the layers in the order of the net, from the input upwards.",
        PATTERN,
    ),
)
def layers_in_reverse(net, X):
    """The columns of the last hidden layer come first."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.insert(0, Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "At which x does a neuron with z = 2 - x switch, and where does yours?",
        "The bias is part of z: without it every neuron of the first layer switches at the origin.",
        PATTERN,
    ),
)
def forgets_the_biases(net, X):
    """The biases are left out."""
    H, on = X, []
    for W, _ in net[:-1]:
        Z = H @ W
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Where is the neuron with z = x on: left of 0 or right of it?",
        "On means that ReLU lets z through.",
        PATTERN,
    ),
)
def on_and_off_swapped(net, X):
    """True stands where the neuron is off."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z <= 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "How many columns has your pattern for two hidden layers?",
        "There is one column for every hidden neuron of every layer.",
        PATTERN,
    ),
)
def first_hidden_layer_only(net, X):
    """Only the neurons of the first hidden layer are reported."""
    H, on = X, []
    for W, b in net[:1]:
        Z = H @ W + b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Which sign has b in z?",
        "z is h W plus b.",
        PATTERN,
    ),
)
def biases_subtracted_from_z(net, X):
    """The biases are subtracted."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W - b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Is a neuron with a negative z on?",
        "On means greater than 0.",
        PATTERN,
    ),
)
def size_of_z_decides(net, X):
    """A neuron counts as on where z is not 0."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z != 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Is a neuron with z = 0.3 on?",
        "On means greater than 0.",
        PATTERN,
    ),
)
def on_above_one(net, X):
    """A neuron counts as on where z is greater than 1."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > 1)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "With which number do you compare z?",
        "On means greater than 0, whatever the others are.",
        PATTERN,
    ),
)
def compared_with_the_mean(net, X):
    """z is compared with the mean of its layer."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > Z.mean(axis=1, keepdims=True))
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "What is h for the second hidden layer, numbers or yes and no?",
        "h is z after ReLU.",
        PATTERN,
    ),
)
def masks_go_up(net, X):
    """The pattern goes up to the next layer instead of the values."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > 0)
        H = 1.0 * (Z > 0)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "What is h for the second hidden layer?",
        "h is z after ReLU: what is negative becomes 0, the rest stays.",
        PATTERN,
    ),
)
def sigmoid_goes_up(net, X):
    """Another activation than ReLU goes up to the next layer."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > 0)
        H = np.tanh(Z)
    return np.hstack(on)


@mistake(
    "activation_pattern",
    hints=(
        "Which shape has your pattern for one sample?",
        "The pattern has one row per sample, also for one.",
        PATTERN,
    ),
)
def single_sample_loses_its_row(net, X):
    """Axes of length one are dropped, so that a single sample loses its row."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = H @ W + b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.squeeze(np.hstack(on))


@mistake(
    "activation_pattern",
    hints=(
        "What goes into the second hidden layer?",
        "h is X for the first layer only.",
        PATTERN,
    ),
)
def every_layer_sees_the_samples(net, X):
    """Every layer sees the samples themselves, where the widths allow it."""
    H, on = X, []
    for W, b in net[:-1]:
        Z = (X if len(W) == X.shape[1] else H) @ W + b
        on.append(Z > 0)
        H = np.maximum(Z, 0.0)
    return np.hstack(on)


@mistake(
    "local_affine",
    hints=(
        "What does a neuron that is off contribute to the layer above it?",
        "On a region ReLU keeps the neurons that are on and replaces the others by 0: their columns of A and entries of c go.",
        MAP,
    ),
)
def keeps_all_neurons(net, x):
    """No neuron is ever switched off: the net without ReLU."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net:
        A, c = A @ W, c @ W + b
    return A, c


@mistake(
    "local_affine",
    hints=(
        "Which axis of A belongs to the neurons of the layer: the rows or the columns?",
        "A (D, M) has one column for each neuron of the layer it has reached.",
        MAP,
    ),
)
def switches_off_rows(net, x):
    """The rows of A are set to 0 instead of its columns: a crash, or wrong numbers where the widths agree."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on[:, None], c * on
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "A neuron with a large negative bias is off. What is left of that bias in your c?",
        "A neuron that is off is 0, slope and offset both.",
        MAP,
    ),
)
def keeps_c_of_neurons_that_are_off(net, x):
    """Only A loses the neurons that are off; their offsets stay in c."""
    A, c, h = np.eye(len(x)), np.zeros(len(x)), x
    for W, b in net[:-1]:
        A, c, z = A @ W, c @ W + b, h @ W + b
        A, h = A * (z > 0), np.maximum(z, 0.0)
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "Can the output of this net be negative? Can yours?",
        "Every layer but the last is followed by ReLU; the last one is not.",
        MAP,
    ),
)
def switches_off_outputs(net, x):
    """Outputs that are negative are switched off like hidden neurons."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    return A, c


@mistake(
    "local_affine",
    hints=(
        "Two layers without x, only with biases: what does the second layer do to the bias of the first?",
        "The offset goes through the weights as well: c becomes c W + b.",
        MAP,
    ),
)
def adds_up_the_biases(net, x):
    """c does not go through the weights: only the last bias is left of it."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, b.copy()


@mistake(
    "local_affine",
    hints=(
        "What shape has your A for a net with three inputs and two outputs?",
        "A acts on rows, like a W: one row for each input, one column for each output.",
        MAP,
    ),
)
def transposes_A(net, x):
    """A comes out as (C, D)."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return (A @ W).T, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "What does y A + c give at y = x, if c is what you return?",
        "c is where the plane would be at the origin, not where the net is at x.",
        MAP,
    ),
)
def output_for_offset(net, x):
    """c is the output of the net at x."""
    A, h = np.eye(len(x)), x
    for W, b in net[:-1]:
        A, h = A @ W, h @ W + b
        A, h = A * (h > 0), np.maximum(h, 0.0)
    W, b = net[-1]
    return A @ W, h @ W + b


@mistake(
    "local_affine",
    hints=(
        "In which order does the docstring list the two results?",
        "The results are a tuple, so their order carries their meaning.",
        "The stub's docstring, in the line that starts with Returns.",
    ),
)
def offset_first(net, x):
    """c and A come back in the wrong order."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return c @ W + b, A @ W


@mistake(
    "local_affine",
    hints=(
        "When you decide which neurons of the second layer are on, what do they see of the first?",
        "The pattern at x is that of the net with ReLU: neurons that are off pass 0 on, not their negative z.",
        MAP,
    ),
)
def pattern_without_relu(net, x):
    """Which neurons are on is decided with a z that has not passed ReLU."""
    A, c, z = np.eye(len(x)), np.zeros(len(x)), x
    for W, b in net[:-1]:
        A, c, z = A @ W, c @ W + b, z @ W + b
        A, c = A * (z > 0), c * (z > 0)
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "Does your A depend on the sign of x A, or of x A + c?",
        "Whether a neuron is on depends on z with its bias.",
        MAP,
    ),
)
def pattern_without_biases(net, x):
    """Which neurons are on is decided without the biases."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "Is a neuron with z = 0 on or off?",
        "Exactly 0 counts as off.",
        MAP,
    ),
)
def on_at_zero_too(net, x):
    """A neuron that is exactly 0 at x counts as on."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c >= 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "What does the net give where all hidden neurons are off?",
        "The last layer has a bias like the others.",
        MAP,
    ),
)
def last_bias_left_out(net, x):
    """The bias of the last layer is left out."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W


@mistake(
    "local_affine",
    hints=(
        "What is left of the bias of a neuron that is off?",
        "All entries of c that belong to a neuron that is off become 0.",
        MAP,
    ),
)
def bias_of_what_is_on_only(net, x):
    """Every bias is kept, only what came before is switched off."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        on = x @ (A @ W) + c @ W + b > 0
        A, c = A @ W * on, c @ W * on + b
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "By what do you multiply the columns of neurons that are on?",
        "What is on stays as it is, what is off becomes 0.",
        MAP,
    ),
)
def values_instead_of_pattern(net, x):
    """The columns are multiplied by the neurons' values instead of by 0 or 1."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = np.maximum(x @ A + c, 0.0)
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "Which columns do you keep?",
        "The columns of neurons that are off become 0.",
        MAP,
    ),
)
def off_and_on_exchanged(net, x):
    """The neurons that are on are switched off."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c <= 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W + b


@mistake(
    "local_affine",
    hints=(
        "Is your c ever different from 0?",
        "c becomes c W + b in every layer.",
        MAP,
    ),
)
def biases_forgotten(net, x):
    """The biases are left out."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W, c @ W


@mistake(
    "local_affine",
    hints=(
        "How many results are asked for?",
        "An affine map has a matrix and an offset.",
        "The line `Returns` in the docstring of q3.",
    ),
)
def linear_part_only(net, x):
    """Only A is returned."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A @ W


@mistake(
    "local_affine",
    hints=(
        "Which shape has your A for a net with one output?",
        "A and c go through all layers; only the last has no ReLU.",
        MAP,
    ),
)
def last_layer_missing(net, x):
    """The last layer is left out."""
    A, c = np.eye(len(x)), np.zeros(len(x))
    for W, b in net[:-1]:
        A, c = A @ W, c @ W + b
        on = x @ A + c > 0
        A, c = A * on, c * on
    W, b = net[-1]
    return A, c


@mistake(
    "count_regions_1d",
    hints=(
        "One cut: how many regions does it leave?",
        "Between the first cut and the last there are regions, and one before and one after them as well.",
        LINE,
    ),
)
def counts_the_cuts(net, low, high):
    """The number of cuts is returned, one less than that of the regions."""
    pieces = [(low, high, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = sorted({-c[j] / a[j] for j in np.flatnonzero(a) if left < -c[j] / a[j] < right})
            for start, end in zip([left, *cuts], [*cuts, right]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    return len(pieces) - 1


@mistake(
    "count_regions_1d",
    hints=(
        "How narrow can a region be before your samples miss it?",
        "A cut is where z = x a + c is 0; it can be computed, and need not be searched for.",
        LINE,
    ),
)
def samples_a_grid(net, low, high):
    """The patterns on 2001 samples are compared; narrow regions fall between them."""
    on = activation_pattern(net, np.linspace(low, high, 2001)[:, None])
    return 1 + int(np.sum(np.any(on[1:] != on[:-1], axis=1)))


@mistake(
    "count_regions_1d",
    hints=(
        "A neuron whose weight in the last layer is 0: does it have a place at which it switches on?",
        "A region is known by its pattern. The output need not bend where a neuron switches.",
        LINE,
    ),
)
def counts_bends_of_the_output(net, low, high):
    """Neighbouring regions with the same output map are counted as one."""
    pieces = [(low, high, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = sorted({-c[j] / a[j] for j in np.flatnonzero(a) if left < -c[j] / a[j] < right})
            for start, end in zip([left, *cuts], [*cuts, right]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    slopes = [a @ net[-1][0] for _, _, a, _ in pieces]
    return 1 + sum(not np.allclose(one, other, rtol=0, atol=1e-12) for one, other in zip(slopes, slopes[1:]))


@mistake(
    "count_regions_1d",
    hints=(
        "Two neurons that switch at the same place: how many cuts is that?",
        "Regions lie between different places. A place where two neurons switch is one cut.",
        LINE,
    ),
)
def equal_cuts_count_twice(net, low, high):
    """Every neuron that switches inside is counted, also where another one has cut already."""
    count, pieces = 1, [(low, high, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = sorted(-c[j] / a[j] for j in np.flatnonzero(a) if left < -c[j] / a[j] < right)
            count += len(cuts)
            for start, end in zip([left, *cuts], [*cuts, right]):
                if start < end:
                    on = a * (start + end) / 2 + c > 0
                    finer.append((start, end, a * on, c * on))
        pieces = finer
    return count


@mistake(
    "count_regions_1d",
    hints=(
        "Where is the cut of a neuron that switches at 2, if you count between 3 and 4?",
        "Only cuts between low and high count.",
        LINE,
    ),
)
def forgets_the_window(net, low, high):
    """All cuts of the whole line are counted, whatever low and high are."""
    pieces = [(-1e6, 1e6, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = sorted({-c[j] / a[j] for j in np.flatnonzero(a) if left < -c[j] / a[j] < right})
            for start, end in zip([left, *cuts], [*cuts, right]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    return len(pieces)


@mistake(
    "count_regions_1d",
    hints=(
        "Does your count change if a second hidden layer is added to the net?",
        "Every hidden layer cuts. A layer above the first can cut every region of the layers below again.",
        LINE,
    ),
)
def only_the_first_layer(net, low, high):
    """Only the neurons of the first layer cut."""
    W, b = net[0]
    cuts = {-b[j] / W[0, j] for j in np.flatnonzero(W[0])}
    return 1 + sum(low < cut < high for cut in cuts)


@mistake(
    "count_regions_1d",
    hints=(
        "How often can one neuron of the second layer switch?",
        "A neuron above the first layer sees a bent function, which can pass through 0 several times, or never.",
        LINE,
    ),
)
def one_cut_for_each_neuron(net, low, high):
    """Every hidden neuron is taken to cut exactly once."""
    return 1 + sum(len(b) for _, b in net[:-1])


@mistake(
    "count_regions_1d",
    hints=(
        "Do all patterns that can be written down occur for some x?",
        "On a line the neurons switch one after the other, so most patterns never occur.",
        LINE,
    ),
)
def all_patterns_1d(net, low, high):
    """Two to the number of hidden neurons: all patterns that can be written down."""
    return 2 ** sum(len(b) for _, b in net[:-1])


@mistake(
    "count_regions_1d",
    hints=(
        "After the cuts of a layer, what is left of a neuron on the side where it is off?",
        "Each piece goes on with its own a and c: those of neurons that are off on it are 0.",
        LINE,
    ),
)
def goes_on_without_relu(net, low, high):
    """The pieces are cut, but neurons that are off go on as if they were on."""
    pieces = [(low, high, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = sorted({-c[j] / a[j] for j in np.flatnonzero(a) if left < -c[j] / a[j] < right})
            finer += [(start, end, a, c) for start, end in zip([left, *cuts], [*cuts, right])]
        pieces = finer
    return len(pieces)


@mistake(
    "count_regions_1d",
    hints=(
        "What do you do with a cut that lies exactly at low or at high?",
        "A region is inside the open interval; a cut at its border leaves nothing on the other side.",
        LINE,
    ),
)
def cuts_at_the_border(net, low, high):
    """A cut at low, at high, or where the region ends anyway counts as one more."""
    pieces = [(low, high, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = sorted({-c[j] / a[j] for j in np.flatnonzero(a) if left <= -c[j] / a[j] <= right})
            for start, end in zip([left, *cuts], [*cuts, right]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    return len(pieces)


@mistake(
    "max_regions",
    hints=(
        "How many regions can three lines make of the plane: do you get 7?",
        "Not every pattern has a region: the sum of the binomial coefficients stops at the number of inputs.",
        BEST,
    ),
)
def all_patterns(n0, n1):
    """The sum goes to n1, which makes it 2^n1: every pattern is taken to occur."""
    return sum(math.comb(n1, j) for j in range(n1 + 1))


@mistake(
    "max_regions",
    hints=(
        "Which is the last term of your sum: the one for n0 - 1 or the one for n0?",
        "The sum includes j = n0; Python's range stops before its end.",
        BEST,
    ),
)
def stops_one_early(n0, n1):
    """The last term of the sum, j = n0, is missing."""
    return sum(math.comb(n1, j) for j in range(n0))


@mistake(
    "max_regions",
    hints=(
        "Where does n0 appear in your formula?",
        "1 + n + n (n - 1) / 2 is the sum for the plane; other dimensions have fewer or more terms.",
        BEST,
    ),
)
def always_the_plane(n0, n1):
    """The formula of the plane is used for every number of inputs."""
    return 1 + n1 + n1 * (n1 - 1) // 2


@mistake(
    "max_regions",
    hints=(
        "From how many things do you choose: from the neurons or from the inputs?",
        "(n1 over j): j of the n1 neurons are chosen, and j goes up to n0.",
        BEST,
    ),
)
def inputs_and_neurons_swapped(n0, n1):
    """The binomial coefficients choose from the inputs, up to the number of neurons."""
    return sum(math.comb(n0, j) for j in range(n1 + 1))


@mistake(
    "max_regions",
    hints=(
        "What does your formula give for one line in the plane?",
        "All terms from j = 0 to n0 are added, not only the last.",
        BEST,
    ),
)
def only_the_last_term(n0, n1):
    """Only the last binomial coefficient is returned."""
    return math.comb(n1, n0)


@mistake(
    "max_regions",
    hints=(
        "How many regions has a space that nobody has cut?",
        "The sum begins with j = 0, the one region that is there before the first cut.",
        BEST,
    ),
)
def begins_with_one(n0, n1):
    """The term for j = 0 is missing."""
    return sum(math.comb(n1, j) for j in range(1, n0 + 1))


@mistake(
    "max_regions",
    hints=(
        "How many digits can float64 hold, and how many has your largest result?",
        "Counts are Python's integers from the first step to the last; a division with / leaves them.",
        "q5, the last paragraph before the stub.",
    ),
)
def through_floats(n0, n1):
    """The binomial coefficients are computed in floats, so large counts are not exact."""
    total, term = 0.0, 1.0
    for j in range(n0 + 1):
        total += term
        term = term * (n1 - j) / (j + 1)
    return int(round(total))


@mistake(
    "max_regions",
    hints=(
        "What does your formula give for three lines in the plane, and what do you get when you draw them?",
        "The count grows like a power of n1, but it is not that power: it is a sum of binomial coefficients.",
        BEST,
    ),
)
def a_bare_power(n0, n1):
    """n1 to the power of n0."""
    return n1**n0


@mistake(
    "max_regions",
    hints=(
        "What do you get for two lines in space, where n0 is larger than n1?",
        "With no more neurons than inputs every pattern occurs. (n over j) is 0 where j > n, so the sum may go on.",
        BEST,
    ),
)
def drops_what_is_left_of_small_layers(n0, n1):
    """With fewer neurons than inputs only half of the patterns are counted: the sum stops at n1 - 1."""
    return sum(math.comb(n1, j) for j in range(min(n0, max(n1 - 1, 0)) + 1))


@mistake(
    "max_regions",
    hints=(
        "Where does your sum end?",
        "range(n) ends before n.",
        BEST,
    ),
)
def one_dimension_too_many(n0, n1):
    """The sum has one term too many, j = n0 + 1."""
    return sum(math.comb(n1, j) for j in range(n0 + 2))


@mistake(
    "max_regions",
    hints=(
        "How many regions does one line make of the plane in your function?",
        "n1 is the number of neurons.",
        BEST,
    ),
)
def one_neuron_too_few(n0, n1):
    """One neuron too few is counted."""
    return sum(math.comb(max(n1 - 1, 0), j) for j in range(n0 + 1))


@mistake(
    "max_regions",
    hints=(
        "Does your result grow with every further neuron?",
        "There are terms up to n0, chosen from n1.",
        BEST,
    ),
)
def two_to_the_dimensions(n0, n1):
    """2 to the power of the dimensions is returned."""
    return 2**n0


@mistake(
    "max_regions",
    hints=(
        "How many pairs can be chosen from 4 lines, 16 or 6?",
        "The terms count choices of j neurons.",
        BEST,
    ),
)
def sum_of_powers(n0, n1):
    """Powers of n1 are added up instead of binomial coefficients."""
    return sum(n1**j for j in range(n0 + 1))


@mistake(
    "max_regions",
    hints=(
        "How many regions do three lines make of the plane?",
        "Lines also cut each other: the count grows faster than the number of lines.",
        BEST,
    ),
)
def product_of_both(n0, n1):
    """n0 times n1, plus 1."""
    return n0 * n1 + 1


@mistake(
    "max_regions",
    hints=(
        "How many regions do three parallel lines make, and how many at best?",
        "The largest count has lines that meet.",
        BEST,
    ),
)
def lines_without_meetings(n0, n1):
    """Lines that never meet are counted."""
    return n1 + 1


@mistake(
    "count_regions_2d",
    hints=(
        "Does your count look at the weights at all?",
        "A formula in the number of lines is the count for lines of which no two are parallel and no three meet.",
        PLANE,
    ),
)
def always_general_position(W, b):
    """The largest possible count for as many lines is returned, wherever the lines are."""
    return max_regions(2, W.shape[1])


@mistake(
    "count_regions_2d",
    hints=(
        "Three lines: which of the eight patterns has no region?",
        "Of the 2^n patterns most do not occur in the plane.",
        PLANE,
    ),
)
def all_patterns_2d(W, b):
    """Two to the number of neurons."""
    return 2 ** W.shape[1]


@mistake(
    "count_regions_2d",
    hints=(
        "At how many points is a line cut that passes through the crossing of two others?",
        "Pieces lie between different points. Lines that are met at one and the same point make one point.",
        PLANE,
    ),
)
def meetings_instead_of_points(W, b):
    """Every pair of lines that meet counts, also where several pairs meet at one point."""
    lines = []
    for (w1, w2), shift in zip(W.T, b):
        if np.hypot(w1, w2) > 0:
            line = np.array([w1, w2, shift]) / np.hypot(w1, w2)
            if all(np.abs(np.cross(line, other)).max() > 1e-9 for other in lines):
                lines.append(line)
    pairs = sum(abs(p[0] * q[1] - p[1] * q[0]) > 1e-9 for i, p in enumerate(lines) for q in lines[:i])
    return 1 + len(lines) + pairs


@mistake(
    "count_regions_2d",
    hints=(
        "Could a region be smaller than the steps of your grid, or lie outside its window?",
        "Lines and their meeting points say exactly how many regions there are; no sample is needed.",
        "q6, the picture of what grids see.",
    ),
)
def counts_on_a_grid(W, b):
    """The patterns on a grid between -3 and 3 are counted."""
    grid = np.linspace(-3, 3, 150)
    mesh = np.stack(np.meshgrid(grid, grid), axis=-1).reshape(-1, 2)
    return len(np.unique(mesh @ W + b > 0, axis=0))


@mistake(
    "count_regions_2d",
    hints=(
        "Two neurons have the same line. How many regions does the second one add?",
        "A line that has been there before cuts nothing.",
        PLANE,
    ),
)
def equal_lines_count_twice(W, b):
    """A line that several neurons share is counted once for each of them."""
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.T, b):
        if np.hypot(w1, w2) == 0:
            continue
        points = []
        for v1, v2, other in lines:
            det = w1 * v2 - w2 * v1
            if abs(det) > 1e-9:
                point = np.array([w2 * other - v2 * shift, v1 * shift - w1 * other]) / det
                if all(np.hypot(*(point - p)) > 1e-6 for p in points):
                    points.append(point)
        regions += 1 + len(points)
        lines.append((w1, w2, shift))
    return regions


@mistake(
    "count_regions_2d",
    hints=(
        "Where is the line of a neuron whose weights are both 0?",
        "A neuron without weights is on everywhere or off everywhere: it cuts nothing.",
        PLANE,
    ),
)
def neurons_without_weights_cut(W, b):
    """A neuron with weights 0 counts as one more line."""
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.T, b):
        length = np.hypot(w1, w2)
        if length == 0:
            regions += 1
            continue
        line = np.array([w1, w2, shift]) / length
        if any(np.abs(np.cross(line, other)).max() <= 1e-9 for other in lines):
            continue
        points = []
        for other in lines:
            meeting = np.cross(line, other)
            if abs(meeting[2]) > 1e-9 and all(np.hypot(*(meeting[:2] / meeting[2] - p)) > 1e-6 for p in points):
                points.append(meeting[:2] / meeting[2])
        regions += 1 + len(points)
        lines.append(line)
    return regions


@mistake(
    "count_regions_2d",
    hints=(
        "Three lines through one point: how often does that point count in your sum?",
        "What counts is how many points there are on each new line, not how many there are in all.",
        PLANE,
    ),
)
def points_of_all_lines_together(W, b):
    """One, plus the lines, plus the different meeting points: a point where many lines meet counts only once."""
    lines, points = [], []
    for (w1, w2), shift in zip(W.T, b):
        if np.hypot(w1, w2) > 0:
            line = np.array([w1, w2, shift]) / np.hypot(w1, w2)
            if all(np.abs(np.cross(line, other)).max() > 1e-9 for other in lines):
                lines.append(line)
    for i, line in enumerate(lines):
        for other in lines[:i]:
            meeting = np.cross(line, other)
            if abs(meeting[2]) > 1e-9 and all(np.hypot(*(meeting[:2] / meeting[2] - p)) > 1e-6 for p in points):
                points.append(meeting[:2] / meeting[2])
    return 1 + len(lines) + len(points)


@mistake(
    "count_regions_2d",
    hints=(
        "How many regions has the plane before the first line?",
        "Lines cut what is there; the count starts with the whole plane.",
        PLANE,
    ),
)
def starts_at_zero(W, b):
    """The region that is there before the first cut is not counted."""
    lines, regions = [], 0
    for (w1, w2), shift in zip(W.T, b):
        if np.hypot(w1, w2) == 0:
            continue
        line = np.array([w1, w2, shift]) / np.hypot(w1, w2)
        if any(np.abs(np.cross(line, other)).max() <= 1e-9 for other in lines):
            continue
        points = []
        for other in lines:
            meeting = np.cross(line, other)
            if abs(meeting[2]) > 1e-9 and all(np.hypot(*(meeting[:2] / meeting[2] - p)) > 1e-6 for p in points):
                points.append(meeting[:2] / meeting[2])
        regions += 1 + len(points)
        lines.append(line)
    return regions


@mistake(
    "count_regions_2d",
    hints=(
        "Is the line of a neuron a row of W or a column of W?",
        "W is (2, n): one column with two weights for each neuron.",
        PLANE,
    ),
)
def rows_for_lines(W, b):
    """The rows of W are taken for the lines."""
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.reshape(-1, 2), b):
        if np.hypot(w1, w2) == 0:
            continue
        line = np.array([w1, w2, shift]) / np.hypot(w1, w2)
        if any(np.abs(np.cross(line, other)).max() <= 1e-9 for other in lines):
            continue
        points = []
        for other in lines:
            meeting = np.cross(line, other)
            if abs(meeting[2]) > 1e-9 and all(np.hypot(*(meeting[:2] / meeting[2] - p)) > 1e-6 for p in points):
                points.append(meeting[:2] / meeting[2])
        regions += 1 + len(points)
        lines.append(line)
    return regions


@mistake(
    "count_regions_2d",
    hints=(
        "Is x1 = 1 the same line as -2 x1 = -2?",
        "A line is the same whatever number all of its weights and its bias are multiplied by, a negative one too.",
        PLANE,
    ),
)
def only_the_same_weights_are_equal(W, b):
    """A line counts as new unless a neuron with exactly the same weights and bias came before."""
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.T, b):
        if np.hypot(w1, w2) == 0 or any(np.allclose((w1, w2, shift), line, rtol=0, atol=1e-12) for line in lines):
            continue
        points = []
        for v1, v2, other in lines:
            det = w1 * v2 - w2 * v1
            if abs(det) > 1e-9:
                point = np.array([w2 * other - v2 * shift, v1 * shift - w1 * other]) / det
                if all(np.hypot(*(point - p)) > 1e-6 for p in points):
                    points.append(point)
        regions += 1 + len(points)
        lines.append((w1, w2, shift))
    return regions


@mistake(
    "count_regions_2d",
    hints=(
        "Two lines are nearly parallel. Do they meet in the whole plane?",
        "The count is for the whole plane, without a window: every meeting point counts, however far away.",
        PLANE,
    ),
)
def only_meetings_nearby(W, b):
    """Only meeting points within 100 of the origin count."""
    lines, regions = [], 1
    for (w1, w2), shift in zip(W.T, b):
        if np.hypot(w1, w2) == 0:
            continue
        line = np.array([w1, w2, shift]) / np.hypot(w1, w2)
        if any(np.abs(np.cross(line, other)).max() <= 1e-9 for other in lines):
            continue
        points = []
        for other in lines:
            meeting = np.cross(line, other)
            if np.hypot(*meeting[:2]) < 100 * abs(meeting[2]) and all(np.hypot(*(meeting[:2] / meeting[2] - p)) > 1e-6 for p in points):
                points.append(meeting[:2] / meeting[2])
        regions += 1 + len(points)
        lines.append(line)
    return regions


@mistake(
    "count_regions_2d",
    hints=(
        "What happens where two lines meet?",
        "A line cuts every region it passes through.",
        PLANE,
    ),
)
def lines_that_never_meet(W, b):
    """One region is counted for each line and one more."""
    return 1 + len({(float(w1 / w2) if w2 else None, float(shift / (w2 or w1))) for (w1, w2), shift in zip(W.T, b) if w1 or w2})


@mistake(
    "count_regions_2d",
    hints=(
        "Do two parallel lines meet?",
        "The formula of q5 is for lines in general position only.",
        PLANE,
    ),
)
def dead_neurons_in_general_position(W, b):
    """Neurons without weights are left out, and all other lines are taken to meet each other."""
    return max_regions(2, int(np.any(W != 0, axis=0).sum()))


@mistake(
    "count_regions_2d",
    hints=(
        "Where does your line meet axis 1?",
        "b moves a line away from the origin.",
        PLANE,
    ),
)
def biases_left_out_in_the_plane(W, b):
    """The biases are left out, so that all lines pass through the origin."""
    angles = {round(float(np.arctan2(w2, w1) % np.pi), 9) for w1, w2 in W.T if w1 or w2}
    return max(1, 2 * len(angles))


@mistake(
    "split_polygon",
    hints=(
        "Which area has a part with two corners?",
        "A line that only touches the polygon leaves nothing on its other side: that part is None.",
        KNIFE,
    ),
)
def keeps_parts_without_area(P, w, b):
    """Where the line runs along an edge, the other part is that edge instead of None."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if not np.any(height):
        return P.copy(), None
    negative, positive = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative) if len(negative) > 1 else None, np.array(positive) if len(positive) > 1 else None


@mistake(
    "split_polygon",
    hints=(
        "Which part comes first, and is w . x + b negative there?",
        "The tuple is (negative, positive).",
        "The stub's docstring, in the line that starts with Returns.",
    ),
)
def positive_first(P, w, b):
    """The positive part comes first."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return None, P.copy()
    if np.all(height >= 0):
        return P.copy(), None
    parts = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            parts[0].append(crossing)
            parts[1].append(crossing)
        if height[i] <= 0:
            parts[1].append(P[i])
        if height[i] >= 0:
            parts[0].append(P[i])
    return np.array(parts[0]), np.array(parts[1])


@mistake(
    "split_polygon",
    hints=(
        "Heights -1 and 3 at the two ends of an edge: is the line in the middle of it?",
        "The height changes evenly along the edge, so the crossing divides it in the ratio of the two heights.",
        KNIFE,
    ),
)
def crosses_in_the_middle(P, w, b):
    """The crossing point is the middle of the edge."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = (P[i] + P[i - 1]) / 2
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "The corner with the smaller height: is the crossing nearer to it or farther from it?",
        "The crossing is near the end whose height is small.",
        KNIFE,
    ),
)
def measures_from_the_wrong_end(P, w, b):
    """The ratio of the heights is laid off from the wrong end of the edge."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = P[i - 1] + height[i] / (height[i] - height[i - 1]) * (P[i] - P[i - 1])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "How many edges has a polygon with four corners, and how many do you look at?",
        "The last corner and the first one are neighbours too.",
        KNIFE,
    ),
)
def does_not_close_the_polygon(P, w, b):
    """The edge from the last corner to the first is never looked at."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if i > 0 and height[i - 1] * height[i] < 0:
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "If you draw the corners of a part in the order you return them, do the edges cross each other?",
        "A polygon is its corners one after the other around it: crossing points belong between their neighbours.",
        KNIFE,
    ),
)
def crossings_at_the_end(P, w, b):
    """The crossing points are put behind all corners, so the order around the part is lost."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    crossings = [P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i]) for i in range(len(P)) if height[i - 1] * height[i] < 0]
    return np.array([*P[height <= 0], *crossings]), np.array([*P[height >= 0], *crossings])


@mistake(
    "split_polygon",
    hints=(
        "Do the areas of your two parts add up to the area of the polygon?",
        "Where the line crosses an edge there is a new corner, and both parts have it.",
        KNIFE,
    ),
)
def no_new_corners(P, w, b):
    """The corners are dealt out, but no crossing point is added."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    return P[height <= 0], P[height >= 0]


@mistake(
    "split_polygon",
    hints=(
        "A line through a corner of the polygon: which part does that corner belong to?",
        "A corner with height 0 is a corner of both parts.",
        KNIFE,
    ),
)
def corners_on_the_line_are_lost(P, w, b):
    """A corner that lies on the line goes to neither part."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] < 0:
            negative.append(P[i])
        if height[i] > 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "What is the sign of the polygon if w and b are both 0?",
        "Without a line the sign of b decides, and 0 counts as negative: a neuron with z = 0 is off.",
        "The stub's docstring, where w may be 0.",
    ),
)
def zero_counts_as_positive(P, w, b):
    """Where w and b are 0 the polygon goes to the positive side."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height >= 0):
        return None, P.copy()
    if np.all(height <= 0):
        return P.copy(), None
    negative, positive = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "Does your cut move when b changes?",
        "The height of a corner is w . x + b.",
        KNIFE,
    ),
)
def cuts_through_the_origin(P, w, b):
    """b is left out: every line passes through the origin."""
    height = P @ w
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if height[i - 1] * height[i] < 0:
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "How many parts does a line make?",
        "Both parts are returned.",
        "The line `Returns` in the docstring of q7.",
    ),
)
def other_part_is_lost(P, w, b):
    """Only the negative part is returned where the line cuts."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), None


@mistake(
    "split_polygon",
    hints=(
        "Has your positive part as many corners as it should?",
        "A crossing point is a corner of both parts.",
        KNIFE,
    ),
)
def crossing_for_one_part(P, w, b):
    """The crossing points are corners of the negative part only."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array([p for p in positive if any(np.array_equal(p, q) for q in P)]).reshape(-1, 2)


@mistake(
    "split_polygon",
    hints=(
        "How does the height change along an edge?",
        "Along an edge the height changes evenly: the ratio of the heights is enough.",
        KNIFE,
    ),
)
def weighted_by_squares(P, w, b):
    """The crossing point is laid off by the squares of the heights."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] ** 2 / (height[i] ** 2 + height[i - 1] ** 2) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "On which side of your line does the origin lie?",
        "The height of a corner is w . x plus b.",
        KNIFE,
    ),
)
def bias_with_a_minus(P, w, b):
    """b is subtracted."""
    height = P @ w - b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "To which part belongs a corner with the height 0?",
        "A corner on the line belongs to both parts.",
        KNIFE,
    ),
)
def corners_on_the_line_positive_only(P, w, b):
    """Corners on the line go to the positive part only."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] < 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "To which part belongs a corner with the height 0? Is it one part or two?",
        "A corner on the line belongs to both parts.",
        KNIFE,
    ),
)
def corners_on_the_line_negative_only(P, w, b):
    """Corners on the line go to the negative part only."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9 * np.hypot(*w), 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] > 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "split_polygon",
    hints=(
        "Is the height of a corner its distance from the line?",
        "A distance is the height divided by the length of w.",
        "The last sentence of `Returns` in the docstring of q7.",
    ),
)
def tolerance_in_heights(P, w, b):
    """Heights are compared with 1e-9 as if they were distances: w is not taken to have a length."""
    height = P @ w + b
    height = np.where(np.abs(height) <= 1e-9, 0.0, height)
    if np.all(height <= 0):
        return P.copy(), None
    if np.all(height >= 0):
        return None, P.copy()
    negative, positive = [], []
    for i in range(len(P)):
        if min(height[i - 1], height[i]) < 0 < max(height[i - 1], height[i]):
            crossing = P[i] + height[i] / (height[i] - height[i - 1]) * (P[i - 1] - P[i])
            negative.append(crossing)
            positive.append(crossing)
        if height[i] <= 0:
            negative.append(P[i])
        if height[i] >= 0:
            positive.append(P[i])
    return np.array(negative), np.array(positive)


@mistake(
    "regions_deep_2d",
    hints=(
        "On the side where a neuron is off, what does the layer above see of it?",
        "Every part goes on with its own A and c, in which neurons that are off are 0. Only that makes lines bend.",
        DEEP,
    ),
)
def cuts_without_relu(net, low, high):
    """Neurons that are off go on as if they were on, so all lines are straight."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            finer += [(part, A, c) for part in parts]
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "What is z of a neuron at a corner that its own line has just made?",
        "At corners a neuron can be exactly 0. Ask a point inside the part.",
        DEEP,
    ),
)
def asks_a_corner(net, low, high):
    """Which neurons are on is decided at the first corner of a part, which may lie on a line."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part[0] @ A + c > 1e-9
                finer.append((part, A * on, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "Does your count change if a second hidden layer is added?",
        "Every hidden layer cuts, each in the regions of the layers below it.",
        DEEP,
    ),
)
def only_the_first_layer_cuts(net, low, high):
    """Only the lines of the first layer are drawn."""
    parts = [np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)]
    W, b = net[0]
    for j in range(len(b)):
        parts = [half for part in parts for half in split_polygon(part, W[:, j], b[j]) if half is not None]
    return parts


@mistake(
    "regions_deep_2d",
    hints=(
        "Is there a ReLU behind the last entry of the list?",
        "The last layer has no neurons that switch: it cuts nothing.",
        DEEP,
    ),
)
def the_output_cuts_too(net, low, high):
    """The lines on which an output is 0 count as cuts."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A * on, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "After the first neuron has cut a region in two, which of the parts does the second neuron cut?",
        "Each neuron cuts every part that is there by then.",
        DEEP,
    ),
)
def every_neuron_cuts_one_part(net, low, high):
    """After a cut only the positive part is cut further by the neurons of the same layer."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts, rest = [], P
            for j in range(len(b)):
                negative, positive = split_polygon(rest, A[:, j], c[j])
                if negative is not None and positive is not None:
                    parts.append(negative)
                    rest = positive
            for part in [*parts, rest]:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A * on, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "A neuron is off in a part. What is left of its bias there?",
        "A neuron that is off is 0: its column of A and its entry of c.",
        DEEP,
    ),
)
def keeps_c_of_dead_neurons(net, low, high):
    """Only A loses the neurons that are off; their offsets stay in c."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A * on, c))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "What do the weights of the second layer do to the biases of the first?",
        "The offset goes through the weights: c becomes c W + b.",
        DEEP,
    ),
)
def offset_not_through_the_weights(net, low, high):
    """c is replaced by b in every layer instead of going through W."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A in regions:
            A = A @ W
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], b[j]) if half is not None]
            finer += [(part, A * (part.mean(axis=0) @ A + b > 0)) for part in parts]
        regions = finer
    return [P for P, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "Do your polygons fill the square?",
        "A region counts however small it is, as long as it has area.",
        DEEP,
    ),
)
def throws_small_regions_away(net, low, high):
    """Regions smaller than a hundredth of the square are dropped."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A * on, c * on))
        regions = finer
    polygons = [P for P, _, _ in regions]
    after = [np.roll(P, -1, axis=0) for P in polygons]
    areas = [abs(np.sum(P[:, 0] * Q[:, 1] - P[:, 1] * Q[:, 0])) / 2 for P, Q in zip(polygons, after)]
    return [P for P, size in zip(polygons, areas) if size > 0.01 * (high - low) ** 2]


@mistake(
    "regions_deep_2d",
    hints=(
        "How many neurons of a layer does your loop see?",
        "range(n) already ends before n.",
        DEEP,
    ),
)
def last_neuron_of_a_layer_missing(net, low, high):
    """The last neuron of each layer does not cut."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b) - 1):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A * on, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "What is handed to the next layer where a neuron is on?",
        "ReLU keeps what is positive.",
        DEEP,
    ),
)
def other_side_is_on(net, low, high):
    """Neurons are switched off where they are on."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c <= 0
                finer.append((part, A * on, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "Do all your lines pass through one point?",
        "The next layer is A W and c W + b.",
        DEEP,
    ),
)
def biases_left_out_in_the_square(net, low, high):
    """The biases are left out."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A * on, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "What does a neuron that is off hand on?",
        "Columns of A and entries of c become 0 together.",
        DEEP,
    ),
)
def keeps_A_of_dead_neurons(net, low, high):
    """Only c loses the neurons that are off; their columns stay in A."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A, c * on))
        regions = finer
    return [P for P, _, _ in regions]


@mistake(
    "regions_deep_2d",
    hints=(
        "What does your list hold?",
        "The list holds the corners of the regions.",
        "The line `Returns` in the docstring of q8.",
    ),
)
def output_of_the_maps(net, low, high):
    """The regions come with their maps."""
    square = np.array([[low, low], [high, low], [high, high], [low, high]], dtype=float)
    regions = [(square, np.eye(2), np.zeros(2))]
    for W, b in net[:-1]:
        finer = []
        for P, A, c in regions:
            A, c = A @ W, c @ W + b
            parts = [P]
            for j in range(len(b)):
                parts = [half for part in parts for half in split_polygon(part, A[:, j], c[j]) if half is not None]
            for part in parts:
                on = part.mean(axis=0) @ A + c > 0
                finer.append((part, A * on, c * on))
        regions = finer
    return regions


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Could a region be smaller than the steps of your grid?",
        "You have all regions as polygons already: they can be counted one by one.",
        DEEP,
    ),
)
def patterns_on_a_grid(net, low, high):
    """The patterns on a grid of samples are counted."""
    grid = np.linspace(low, high, 42)[1:-1]
    mesh = np.stack(np.meshgrid(grid, grid), axis=-1).reshape(-1, 2)
    return len(np.unique(activation_pattern(net, mesh), axis=0))


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Two regions with the same map: are their patterns the same as well?",
        "A region is known by its pattern. Regions far apart, or on both sides of a silent neuron, can share their map.",
        "The conventions at the top of the notebook, where a region is defined.",
    ),
)
def different_maps(net, low, high):
    """Different affine maps are counted; regions that share a map count once."""
    maps = set()
    for P in regions_deep_2d(net, low, high):
        A, c = local_affine(net, P.mean(axis=0))
        maps.add(tuple(np.round([*A.ravel(), *c], 9) + 0.0))
    return len(maps)


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Does every region of the first layer contain every line of the second?",
        "A layer cuts only some of the regions below it, so the counts of the layers do not multiply.",
        DEEP,
    ),
)
def product_of_the_layers(net, low, high):
    """The largest counts of the single layers are multiplied."""
    return math.prod(max_regions(2, len(b)) for _, b in net[:-1])


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Does your count depend on where the lines are?",
        "The largest possible count of one layer says nothing about this net, and neither do its deeper layers cut along straight lines.",
        DEEP,
    ),
)
def as_if_it_were_one_layer(net, low, high):
    """The largest count of one layer with as many neurons."""
    return max_regions(2, sum(len(b) for _, b in net[:-1]))


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Do all patterns that can be written down occur in the square?",
        "Most patterns have no region.",
        DEEP,
    ),
)
def every_pattern(net, low, high):
    """Two to the number of hidden neurons."""
    return 2 ** sum(len(b) for _, b in net[:-1])


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Which square does your function look at?",
        "Only regions between low and high count.",
        "The stub's docstring, where low and high are explained.",
    ),
)
def always_the_same_square(net, low, high):
    """The square from -10 to 10 is used, whatever low and high are."""
    return len(regions_deep_2d(net, -10.0, 10.0))


@mistake(
    "count_regions_deep_2d",
    hints=(
        "Is the length of your list the number of polygons, or of their corners?",
        "One polygon is one region, however many corners it has.",
        DEEP,
    ),
)
def counts_the_corners(net, low, high):
    """The corners of all polygons are counted."""
    return sum(len(P) for P in regions_deep_2d(net, low, high))


@mistake(
    "fold_net",
    hints=(
        "How high is the top of your tent?",
        "The tent maps each half of [0, 1] onto the whole of [0, 1], so it has slope 2.",
        FOLD,
    ),
)
def a_tent_of_half_the_height(L):
    """The tent rises with slope 1 and reaches only 1/2."""
    first = (np.array([[1.0, 1.0]]), np.array([0.0, -0.5]))
    between = (np.array([[1.0, 1.0], [-2.0, -2.0]]), np.array([0.0, -0.5]))
    return [first] + [between] * (L - 1) + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "What is the slope of your tent right of 1/2?",
        "The second neuron has to undo the rise of the first and then bring the tent down as fast as it rose.",
        FOLD,
    ),
)
def rises_and_stays(L):
    """The second neuron only stops the rise: a ramp and a plateau instead of a tent."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-2.0, -2.0]]), np.array([0.0, -1.0]))
    return [first] + [between] * (L - 1) + [(np.array([[1.0], [-1.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "How many pieces has fold_net(1), and how many has the tent?",
        "L counts the hidden layers, and each of them is one tent.",
        FOLD,
    ),
)
def one_fold_too_many(L):
    """There are L + 1 hidden layers."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    return [first] + [between] * L + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "How many entries has the list for L = 3, and how many of them are hidden layers?",
        "L hidden layers and one more entry for the output: L + 1 entries in all.",
        FOLD,
    ),
)
def one_fold_too_few(L):
    """L is taken for the number of all layers, so one fold is missing."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    return [first] + [between] * (L - 2) + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "At which x does your second neuron switch on?",
        "A neuron w x + b switches at -b / w, and the tent bends at 1/2.",
        FOLD,
    ),
)
def bends_at_the_wrong_place(L):
    """The second neuron sets in at 1/4 instead of 1/2."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -0.5]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -0.5]))
    return [first] + [between] * (L - 1) + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "In W (2, 2), which index belongs to the neuron below and which to the neuron above?",
        "W acts on rows: W[i, j] leads from neuron i below to neuron j above.",
        FOLD,
    ),
)
def transposes_the_layers_between(L):
    """The weights between two tents are transposed; a single tent is right."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, -4.0], [2.0, -4.0]]), np.array([0.0, -1.0]))
    return [first] + [between] * (L - 1) + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "What is your zigzag at x = 0?",
        "The tent is 0 at both ends and 1 in the middle.",
        FOLD,
    ),
)
def upside_down(L):
    """The zigzag starts at 1 and is 0 where it should be 1."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    return [first] + [between] * (L - 1) + [(np.array([[-1.0], [2.0]]), np.array([1.0]))]


@mistake(
    "fold_net",
    hints=(
        "How many neurons does your net have for L = 5, and how many may it have?",
        "The point of the fold is that 2 neurons in each of L layers are enough.",
        FOLD,
    ),
)
def one_wide_layer(L):
    """One hidden layer with 2^L neurons draws the same zigzag, without any fold."""
    n = 2**L
    slopes = 2.0 * n * (-1.0) ** np.arange(n)
    slopes[0] = n
    return [(np.ones((1, n)), -np.arange(n) / n), (slopes[:, None], np.zeros(1))]


@mistake(
    "fold_net",
    hints=(
        "Where does the second neuron of the second layer switch on?",
        "Every tent needs its own bias: each layer has a neuron that sets in at 1/2.",
        FOLD,
    ),
)
def biases_in_the_first_layer_only(L):
    """Only the first layer has biases, so only the first tent bends."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.zeros(2))
    return [first] + [between] * (L - 1) + [(np.array([[1.0], [-2.0]]), np.array([0.0]))]


@mistake(
    "fold_net",
    hints=(
        "What shapes do the weights of your hidden layers have?",
        "The sum that ends one tent and the neurons that begin the next are both affine, and two affine maps in a row are one.",
        FOLD,
    ),
)
def a_layer_for_the_sum(L):
    """The sum of every tent is a hidden layer of its own, with one neuron."""
    tent = [(np.array([[2.0, 2.0]]), np.array([0.0, -1.0])), (np.array([[1.0], [-2.0]]), np.array([0.0]))]
    return tent * L


@mistake(
    "fold_net",
    hints=(
        "How steep is the second fold?",
        "Every tent has slopes of 2 and -2 in what comes into it.",
        FOLD,
    ),
)
def slopes_not_doubled(L):
    """The layers between do not double what the tent below gives."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[1.0, 1.0], [-2.0, -2.0]]), np.array([0.0, -1.0]))
    last = (np.array([[1.0], [-2.0]]), np.array([0.0]))
    return [first] + [between] * (L - 1) + [last]


@mistake(
    "fold_net",
    hints=(
        "What does your net give at x = 1 for L = 1?",
        "The slope changes from 2 to -2.",
        FOLD,
    ),
)
def comes_down_to_minus_one(L):
    """The second neuron bends twice too far: the tent comes down to -1."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    last = (np.array([[1.0], [-3.0]]), np.array([0.0]))
    return [first] + [between] * (L - 1) + [last]


@mistake(
    "fold_net",
    hints=(
        "Does your graph come down again after 1/2?",
        "The second neuron takes away twice what the first gives.",
        FOLD,
    ),
)
def plus_in_the_tent(L):
    """The second neuron is added with the wrong sign, so that nothing folds."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    last = (np.array([[1.0], [2.0]]), np.array([0.0]))
    return [first] + [between] * (L - 1) + [last]


@mistake(
    "fold_net",
    hints=(
        "What does your net give at x = 0?",
        "The zigzag starts at 0.",
        FOLD,
    ),
)
def ends_shifted(L):
    """The output has a bias."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    last = (np.array([[1.0], [-2.0]]), np.array([0.5]))
    return [first] + [between] * (L - 1) + [last]


@mistake(
    "fold_net",
    hints=(
        "How many layers has your net for L = 3?",
        "Every fold is a layer of its own.",
        FOLD,
    ),
)
def always_one_fold(L):
    """There is one hidden layer, whatever L is."""
    first = (np.array([[2.0, 2.0]]), np.array([0.0, -1.0]))
    between = (np.array([[2.0, 2.0], [-4.0, -4.0]]), np.array([0.0, -1.0]))
    last = (np.array([[1.0], [-2.0]]), np.array([0.0]))
    return [first, last]


@mistake(
    "montufar_bound",
    hints=(
        "How many neurons has each input, if there are 7 neurons for 2 inputs?",
        "floor: what is left over after the division folds nothing. Counts are integers.",
        BOUND,
    ),
)
def divides_without_floor(n0, widths):
    """The widths are divided without floor, so the bound is a float and too large."""
    return math.prod((width / n0) ** n0 for width in widths[:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "For a single layer, is there any fold in your product?",
        "The last layer does not fold: it only brings the binomial sum.",
        BOUND,
    ),
)
def the_last_layer_folds_too(n0, widths):
    """The product runs over all layers, the last one included."""
    return math.prod((width // n0) ** n0 for width in widths) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "Which layer cuts what the others have folded?",
        "The binomial sum belongs to the last layer, the floors to all before it.",
        BOUND,
    ),
)
def first_layer_cuts(n0, widths):
    """The first layer gets the binomial sum, and the others the floors."""
    return math.prod((width // n0) ** n0 for width in widths[1:]) * max_regions(n0, widths[0])


@mistake(
    "montufar_bound",
    hints=(
        "A layer folds each of two inputs three times: how often is the plane folded onto itself?",
        "The floor is taken to the power n0, because every input is folded.",
        BOUND,
    ),
)
def folds_one_input_only(n0, widths):
    """The power n0 of the floors is missing."""
    return math.prod(width // n0 for width in widths[:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "What do you get for [6, 6], and what is in the text?",
        "The folding layers count with their floors; only the last layer counts with its largest number of regions.",
        BOUND,
    ),
)
def multiplies_the_maxima(n0, widths):
    """The largest counts of all layers are multiplied."""
    return math.prod(max_regions(n0, width) for width in widths)


@mistake(
    "montufar_bound",
    hints=(
        "Do you round before you take the power, or after it?",
        "First floor, then power: half a fold in each of two inputs is no fold.",
        BOUND,
    ),
)
def floor_after_the_power(n0, widths):
    """The floor is taken after the power."""
    return math.prod(width**n0 // n0**n0 for width in widths[:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "What does your bound give for a single layer?",
        "The last layer cuts what is folded, and its number of regions is a factor.",
        BOUND,
    ),
)
def only_the_folds(n0, widths):
    """The factor of the last layer is missing."""
    return math.prod((width // n0) ** n0 for width in widths[:-1])


@mistake(
    "montufar_bound",
    hints=(
        "What is the largest number an int64 can hold?",
        "numpy's integers wrap around without a word; Python's do not.",
        "q5, the last paragraph before the stub.",
    ),
)
def through_int64(n0, widths):
    """The product is taken in int64, which overflows for deep nets."""
    folds = np.prod([(width // n0) ** n0 for width in widths[:-1]], dtype=np.int64) if len(widths) > 1 else 1
    return int(folds) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "7 neurons, 2 inputs: can each input have 4 of them?",
        "The division is rounded down: a neuron that is left over cannot be shared.",
        BOUND,
    ),
)
def rounds_up(n0, widths):
    """The widths are divided and rounded up."""
    return math.prod((-(-width // n0)) ** n0 for width in widths[:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "What happens to the number of regions when one more layer folds?",
        "Every fold multiplies what is drawn above it.",
        BOUND,
    ),
)
def sum_of_the_layers(n0, widths):
    """The factors are added up instead of multiplied."""
    return sum((width // n0) ** n0 for width in widths[:-1]) + max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "How many neurons does one input get?",
        "The neurons of a layer are shared among the inputs.",
        BOUND,
    ),
)
def widths_without_division(n0, widths):
    """The widths are not divided by the number of inputs."""
    return math.prod(width**n0 for width in widths[:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "Which layers fold?",
        "All hidden layers but the last fold, the first one included.",
        BOUND,
    ),
)
def first_layer_left_out(n0, widths):
    """The product begins with the second layer."""
    return math.prod((width // n0) ** n0 for width in widths[1:-1]) * max_regions(n0, widths[-1])


@mistake(
    "montufar_bound",
    hints=(
        "In which order does max_regions take its arguments?",
        "Inputs come first, neurons second.",
        BOUND,
    ),
)
def last_width_as_inputs(n0, widths):
    """The arguments of max_regions are exchanged."""
    return math.prod((width // n0) ** n0 for width in widths[:-1]) * max_regions(widths[-1], n0)


@mistake(
    "montufar_bound",
    hints=(
        "How many regions do six lines make of the plane at most?",
        "The last factor is the count of q5.",
        BOUND,
    ),
)
def all_patterns_at_the_end(n0, widths):
    """The last layer is taken to make all patterns."""
    return math.prod((width // n0) ** n0 for width in widths[:-1]) * 2 ** widths[-1]


@mistake(
    "maxout",
    hints=(
        "At x = 1 the two functions of the V give 1 and -1. What does the neuron give?",
        "The neuron gives the largest of the k numbers; the others do not matter.",
        MAXOUT,
    ),
)
def adds_the_functions(X, W, b):
    """The k functions are added instead of compared."""
    return np.sum(X @ W + b[:, None, :], axis=0)


@mistake(
    "maxout",
    hints=(
        "Is your V open at the top or at the bottom?",
        "The largest of the k numbers counts, not the smallest.",
        MAXOUT,
    ),
)
def takes_the_smallest(X, W, b):
    """The smallest of the k functions is returned."""
    return np.min(X @ W + b[:, None, :], axis=0)


@mistake(
    "maxout",
    hints=(
        "What do the k functions give at X = 0?",
        "Each of the k functions has its own bias.",
        MAXOUT,
    ),
)
def maxout_without_biases(X, W, b):
    """The biases are left out."""
    return np.max(X @ W, axis=0)


@mistake(
    "maxout",
    hints=(
        "Which is larger, 2x - 1 or 1 - 2x: can that be decided without the biases?",
        "First the whole affine function, bias included, then the comparison.",
        MAXOUT,
    ),
)
def adds_the_bias_afterwards(X, W, b):
    """The largest product and the largest bias are added."""
    return np.max(X @ W, axis=0) + np.max(b, axis=0)


@mistake(
    "maxout",
    hints=(
        "Can a maxout neuron be negative? Can yours?",
        "The neuron compares its k functions with each other, and with nothing else.",
        MAXOUT,
    ),
)
def compares_with_zero_too(X, W, b):
    """0 takes part in the comparison, as in ReLU."""
    return np.maximum(np.max(X @ W + b[:, None, :], axis=0), 0.0)


@mistake(
    "maxout",
    hints=(
        "Which axis counts the k functions?",
        "The k functions of one neuron are compared, for one sample: not the neurons, and not the samples.",
        MAXOUT,
    ),
)
def compares_the_neurons(X, W, b):
    """The neurons are compared with each other instead of the functions of one neuron."""
    return np.max(X @ W + b[:, None, :], axis=2).T


@mistake(
    "maxout",
    hints=(
        "Which of -3 and 1 is the larger one?",
        "The largest number wins, not the one farthest from 0.",
        MAXOUT,
    ),
)
def takes_the_farthest_from_zero(X, W, b):
    """The function with the largest absolute value wins."""
    Z = X @ W + b[:, None, :]
    return np.take_along_axis(Z, np.argmax(np.abs(Z), axis=0)[None], axis=0)[0]


@mistake(
    "maxout",
    hints=(
        "Which of the k functions decides?",
        "The largest one is taken.",
        MAXOUT,
    ),
)
def mean_of_the_functions(X, W, b):
    """The mean of the k functions is returned."""
    return np.mean(X @ W + b[:, None, :], axis=0)


@mistake(
    "maxout",
    hints=(
        "How many biases has one neuron?",
        "Function r has its own bias b[r].",
        MAXOUT,
    ),
)
def bias_of_the_first_function(X, W, b):
    """Every function gets the bias of the first one."""
    return np.max(X @ W + b[0], axis=0)


@mistake(
    "maxout",
    hints=(
        "How many functions take part when k is 3?",
        "All k functions take part.",
        MAXOUT,
    ),
)
def first_two_functions(X, W, b):
    """Only the first two functions are compared."""
    return np.max((X @ W + b[:, None, :])[:2], axis=0)


@mistake(
    "maxout",
    hints=(
        "What makes this layer bend?",
        "The largest of all k functions is taken.",
        MAXOUT,
    ),
)
def first_function_only(X, W, b):
    """Only the first function is computed."""
    return X @ W[0] + b[0]


@mistake(
    "maxout",
    hints=(
        "Is your result a value or the number of a function?",
        "argmax tells which one, max how much.",
        MAXOUT,
    ),
)
def which_one_is_largest(X, W, b):
    """The number of the largest function is returned instead of its value."""
    return 1.0 * np.argmax(X @ W + b[:, None, :], axis=0)


@mistake(
    "maxout",
    hints=(
        "May two samples have different winners?",
        "The comparison is made for every sample and neuron.",
        MAXOUT,
    ),
)
def same_function_for_all_samples(X, W, b):
    """The function that is largest on average is used for all samples."""
    Z = X @ W + b[:, None, :]
    winner = np.argmax(Z.mean(axis=1), axis=0)
    return np.stack([Z[r, :, m] for m, r in enumerate(winner)], axis=1)


@mistake(
    "maxout",
    hints=(
        "Which sign has b in the formula?",
        "The bias is added.",
        MAXOUT,
    ),
)
def biases_taken_away(X, W, b):
    """The biases are subtracted."""
    return np.max(X @ W - b[:, None, :], axis=0)


@mistake(
    "maxout",
    hints=(
        "How many rows has your result for 5 samples?",
        "The first axis counts functions; it is the one that goes.",
        MAXOUT,
    ),
)
def samples_for_functions(X, W, b):
    """The comparison runs over the samples instead of the functions."""
    return np.max(X @ W + b[:, None, :], axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "A function that has lost the comparison: does the output change when it changes a little?",
        "Only the largest function of each sample and neuron gets the upstream gradient; the others get 0.",
        MAXOUT,
    ),
)
def everyone_gets_the_gradient(dH, X, W, b):
    """All k functions get the upstream gradient."""
    dZ = np.broadcast_to(dH, (len(W), *dH.shape))
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Which functions get the gradient: the positive ones, or the largest?",
        "Maxout has no 0 to compare with: the largest function gets the gradient, whatever its sign.",
        MAXOUT,
    ),
)
def gates_like_relu(dH, X, W, b):
    """The gradient goes to every function that is positive, as in ReLU."""
    dZ = dH * (X @ W + b[:, None, :] > 0)
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Does the bias take part in deciding which function is the largest?",
        "The comparison is that of the way forward: bias included.",
        MAXOUT,
    ),
)
def winner_without_biases(dH, X, W, b):
    """The winner is decided without the biases."""
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(X @ W, axis=0))
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Should the gradients of W and b be smaller if there are more samples?",
        "A layer never averages: the loss has done that.",
        MAXOUT,
    ),
)
def averages_over_samples(dH, X, W, b):
    """dW and db are divided by the number of samples."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ / len(X), np.mean(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "How many functions look at one entry of X, and what happens to their gradients?",
        "Where a number is used in several places, its gradients from those places add up; dX has the shape of X.",
        MAXOUT,
    ),
)
def averages_dX_over_functions(dH, X, W, b):
    """dX is the mean over the k functions instead of their sum."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    return np.mean(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Which function won at x = 1, and which one gets the gradient there?",
        "The gradient goes where the value came from: to the largest, not to the smallest.",
        MAXOUT,
    ),
)
def the_loser_gets_it(dH, X, W, b):
    """The smallest function gets the gradient."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmin(Z, axis=0))
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "If dH were twice as large, what should happen to the results?",
        "The chain rule multiplies: the mask alone is the answer only where the upstream gradient is 1.",
        MAXOUT,
    ),
)
def forgets_the_upstream(dH, X, W, b):
    """The upstream gradient is left out."""
    Z = X @ W + b[:, None, :]
    dZ = 1.0 * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "What shape does b have, and what shape does your db have?",
        "A bias is shared by all samples, so their gradients come together: db is (k, M).",
        MAXOUT,
    ),
)
def does_not_sum_db(dH, X, W, b):
    """db keeps one row for each sample."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    return np.sum(dZ @ W.transpose(0, 2, 1), axis=0), X.T @ dZ, dZ


@mistake(
    "maxout_backward",
    hints=(
        "What happens to the first function's part of dX when the second is reached?",
        "dX is the sum over all functions.",
        MAXOUT,
    ),
)
def dX_of_the_last_function(dH, X, W, b):
    """dX holds the last function's part only."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = dZ[-1] @ W[-1].T
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Which functions does your dX listen to?",
        "dX is the sum over all functions.",
        MAXOUT,
    ),
)
def dX_of_the_first_function(dH, X, W, b):
    """dX holds the first function's part only."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = dZ[0] @ W[0].T
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "How much does a function get that is not the largest?",
        "The largest function gets all of it, the others 0.",
        MAXOUT,
    ),
)
def shared_among_all(dH, X, W, b):
    """The upstream gradient is shared by all functions in equal parts."""
    Z = X @ W + b[:, None, :]
    dZ = np.broadcast_to(dH / len(W), Z.shape)
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "May a gradient be negative?",
        "The upstream gradient goes to the winner as it is.",
        MAXOUT,
    ),
)
def winner_without_upstream_sign(dH, X, W, b):
    """The upstream gradient loses its sign."""
    Z = X @ W + b[:, None, :]
    dZ = np.abs(dH) * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Is the sum over the samples a mean in your db?",
        "Nothing is averaged here: the loss did that.",
        MAXOUT,
    ),
)
def averages_db(dH, X, W, b):
    """db is the mean over the samples instead of their sum."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.mean(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "What is the slope of the largest with respect to itself?",
        "The winner gets dH as it is.",
        MAXOUT,
    ),
)
def weighted_by_the_values(dH, X, W, b):
    """The upstream gradient is multiplied by the winner's value."""
    Z = X @ W + b[:, None, :]
    dZ = dH * Z * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "May two samples have different winners?",
        "The winner is found for every sample and neuron.",
        MAXOUT,
    ),
)
def same_winner_for_the_batch(dH, X, W, b):
    """The function that is largest on average gets the gradient of all samples."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z.mean(axis=1), axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "In which order are the three results asked for?",
        "First dX, then dW, then db.",
        "The line `Returns` in the docstring of q12.",
    ),
)
def weights_first(dH, X, W, b):
    """dW is returned before dX."""
    Z = X @ W + b[:, None, :]
    dZ = dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return X.T @ dZ, dX, np.sum(dZ, axis=1)


@mistake(
    "maxout_backward",
    hints=(
        "Does a step along your gradient make the loss larger?",
        "There is no minus sign on the way back.",
        MAXOUT,
    ),
)
def downhill_from_the_top(dH, X, W, b):
    """All gradients have the wrong sign."""
    Z = X @ W + b[:, None, :]
    dZ = -dH * (np.arange(len(W))[:, None, None] == np.argmax(Z, axis=0))
    dX = np.sum(dZ @ W.transpose(0, 2, 1), axis=0)
    return dX, X.T @ dZ, np.sum(dZ, axis=1)


@mistake(
    "maxout_bound",
    hints=(
        "What do you get for one layer: 4 for rank 2 on two inputs?",
        "The first exponent is L - 1: the last layer is in the other factor already.",
        THEOREM,
    ),
)
def one_power_too_many(L, n0, k):
    """k^L k^n0: one factor k too many."""
    return k**L * k**n0


@mistake(
    "maxout_bound",
    hints=(
        "With two inputs, does your number grow by k or by k² for every layer?",
        "The exponents are added: L - 1 and n0. Every layer after the first brings one factor k in this theorem.",
        THEOREM,
    ),
)
def exponents_multiplied(L, n0, k):
    """k^(L n0): every layer is taken to bring k^n0."""
    return k ** (L * n0)


@mistake(
    "maxout_bound",
    hints=(
        "What is multiplied with itself: the rank or the number of inputs?",
        "Both powers are powers of the rank k.",
        THEOREM,
    ),
)
def rank_and_inputs_swapped(L, n0, k):
    """The number of inputs is taken to the powers, with the rank as exponent."""
    return n0 ** (L - 1) * n0**k


@mistake(
    "maxout_bound",
    hints=(
        "Are the two powers added or multiplied?",
        "Every fold repeats all the regions of the layer above it: counts multiply.",
        THEOREM,
    ),
)
def adds_the_powers(L, n0, k):
    """The two powers are added."""
    return k ** (L - 1) + k**n0


@mistake(
    "maxout_bound",
    hints=(
        "What does your bound say about one layer with two inputs instead of one?",
        "The dimension is in the exponent: k choices for each input.",
        THEOREM,
    ),
)
def linear_in_the_inputs(L, n0, k):
    """k^(L - 1) k n0: the dimension is a factor instead of an exponent."""
    return k ** (L - 1) * k * n0


@mistake(
    "maxout_bound",
    hints=(
        "How many layers give how much more: does your number double when there are twice as many?",
        "The number of layers is in the exponent: every layer multiplies.",
        THEOREM,
    ),
)
def linear_in_the_layers(L, n0, k):
    """L k^n0: the layers are added up instead of multiplied."""
    return L * k**n0


@mistake(
    "maxout_bound",
    hints=(
        "How many digits can float64 hold?",
        "Counts are Python's integers; a float power loses the last digits.",
        "q5, the last paragraph before the stub.",
    ),
)
def float_power(L, n0, k):
    """The power is taken in floats, so large bounds are not exact."""
    return int(float(k) ** (L - 1 + n0))


@mistake(
    "maxout_bound",
    hints=(
        "How many layers fold before the last?",
        "All layers but one give a factor k.",
        THEOREM,
    ),
)
def one_layer_too_few(L, n0, k):
    """The exponent of the first power is L - 2."""
    return k ** max(L - 2, 0) * k**n0


@mistake(
    "maxout_bound",
    hints=(
        "Does your bound grow with the number of layers?",
        "Every layer but the last gives a factor k.",
        THEOREM,
    ),
)
def first_power_missing(L, n0, k):
    """The first of the two powers is missing."""
    return k**n0


@mistake(
    "maxout_bound",
    hints=(
        "Does your bound grow with the number of inputs?",
        "One layer gives k to the power of the inputs.",
        THEOREM,
    ),
)
def second_power_missing(L, n0, k):
    """The second of the two powers is missing."""
    return k ** (L - 1)


@mistake(
    "maxout_bound",
    hints=(
        "What does your function give for k = 3?",
        "The rank is the base of both powers.",
        THEOREM,
    ),
)
def rank_two_only(L, n0, k):
    """The rank is always taken to be 2."""
    return 2 ** (L - 1) * 2**n0


@mistake(
    "maxout_bound",
    hints=(
        "What is the base of your powers?",
        "k is the base.",
        THEOREM,
    ),
)
def exponents_of_the_rank(L, n0, k):
    """Base and exponent are exchanged."""
    return (L - 1) ** k * n0**k
