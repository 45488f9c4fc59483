"""Wrong implementations of count_regions_1d that learners write: what the deeper layers do."""

import numpy as np

from autograder.checking import mistake

from .where import LINE


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
        "How many neurons of a layer can switch inside one interval?",
        "Every neuron that switches inside an interval cuts it.",
        LINE,
    ),
)
def first_cut_only(net, low, high):
    """Of the cuts that a layer makes in one interval only the first is kept."""
    pieces = [(low, high, np.ones(1), np.zeros(1))]
    for W, b in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = sorted(-c[j] / a[j] for j in np.flatnonzero(a) if left + 1e-9 < -c[j] / a[j] < right - 1e-9)[:1]
            for start, end in zip([left, *cuts], [*cuts, right]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    return len(pieces)


@mistake(
    "count_regions_1d",
    hints=(
        "Where on the line does a neuron with weight 1 and bias -2 switch in your code?",
        "A neuron switches where its whole z is 0, bias included.",
        LINE,
    ),
)
def biases_left_out_on_the_line(net, low, high):
    """The biases are left out, so that neurons of the first layer can switch at 0 only."""
    pieces = [(low, high, np.ones(1), np.zeros(1))]
    for W, _ in net[:-1]:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W
            cuts = sorted({-c[j] / a[j] for j in np.flatnonzero(a) if left < -c[j] / a[j] < right})
            for start, end in zip([left, *cuts], [*cuts, right]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    return len(pieces)


@mistake(
    "count_regions_1d",
    hints=(
        "Does the last layer of the net have ReLU?",
        "A pattern knows the hidden neurons only.",
        LINE,
    ),
)
def neurons_of_the_output_cut(net, low, high):
    """The places where an output is 0 count as cuts."""
    pieces = [(low, high, np.ones(1), np.zeros(1))]
    for W, b in net:
        finer = []
        for left, right, a, c in pieces:
            a, c = a @ W, c @ W + b
            cuts = [left]
            for cut in sorted(-c[j] / a[j] for j in np.flatnonzero(a) if left + 1e-9 < -c[j] / a[j] < right - 1e-9):
                if cut - cuts[-1] > 1e-9:
                    cuts.append(cut)
            for start, end in zip(cuts, [*cuts[1:], right]):
                on = a * (start + end) / 2 + c > 0
                finer.append((start, end, a * on, c * on))
        pieces = finer
    return len(pieces)
