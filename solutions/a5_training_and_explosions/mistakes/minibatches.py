"""Wrong implementations of minibatches that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

DEAL = "q6, the worked number, and the formula in the docstring."


@mistake(
    "minibatches",
    hints=(
        "Which samples never appear in your epoch?",
        "In one epoch every sample is used exactly once, also those that do not fill a batch.",
        DEAL,
    ),
)
def drops_the_rest(N, batch, rng):
    """The last batch is dropped when it is not full."""
    order = rng.permutation(N)
    return [order[i : i + batch] for i in range(0, N - batch + 1, batch)]


@mistake(
    "minibatches",
    hints=(
        "Do two epochs have the same batches?",
        "Each epoch deals the samples in a new random order.",
        DEAL,
    ),
)
def not_shuffled(N, batch, rng):
    """The samples stay in their order."""
    order = np.arange(N)
    return [order[i : i + batch] for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "Does every sample appear exactly once?",
        "Samples are dealt like cards: what has been dealt does not come again.",
        DEAL,
    ),
)
def draws_with_repeats(N, batch, rng):
    """Every batch is drawn afresh, so that some samples come twice and others not at all."""
    return [rng.integers(N, size=min(batch, N - i)) for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "How long is the last batch of five samples in twos?",
        "The last batch holds what is left, even if that is less.",
        DEAL,
    ),
)
def fills_the_last_batch(N, batch, rng):
    """The last batch is filled up with samples from the beginning."""
    order = rng.permutation(N)
    return [np.resize(np.roll(order, -i), batch) for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "How many batches do six samples in threes make, with your code?",
        "A batch without samples has no mean, and no gradient.",
        DEAL,
    ),
)
def an_empty_batch_at_the_end(N, batch, rng):
    """There is one batch too many when the samples come out even."""
    order = rng.permutation(N)
    return [order[i * batch : (i + 1) * batch] for i in range(N // batch + 1)]


@mistake(
    "minibatches",
    hints=(
        "Does batch say how many samples a batch has, or how many batches there are?",
        "Five samples with batch 2 make batches of two.",
        DEAL,
    ),
)
def batch_as_number_of_batches(N, batch, rng):
    """batch is taken for the number of batches."""
    return np.array_split(rng.permutation(N), min(batch, N))


@mistake(
    "minibatches",
    hints=(
        "Which sizes do ten samples with batch 4 have in your list?",
        "All batches but the last are full.",
        DEAL,
    ),
)
def even_sizes(N, batch, rng):
    """The rest is spread over all batches."""
    return np.array_split(rng.permutation(N), -(-N // batch))


@mistake(
    "minibatches",
    hints=(
        "Which places of the order does your first batch hold?",
        "The order is cut into pieces that follow one another.",
        DEAL,
    ),
)
def every_kth_sample(N, batch, rng):
    """Batches take every k-th number of the order."""
    order, count = rng.permutation(N), -(-N // batch)
    return [order[k::count] for k in range(count)]


@mistake(
    "minibatches",
    hints=(
        "In which order do the numbers of your first batch stand?",
        "A batch is a piece of the order as it was drawn.",
        DEAL,
    ),
)
def sorts_each_batch(N, batch, rng):
    """The numbers of each batch are put in order."""
    order = rng.permutation(N)
    return [np.sort(order[i : i + batch]) for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "Which of your batches is the short one?",
        "What is left over stands in the last batch.",
        DEAL,
    ),
)
def rest_in_front(N, batch, rng):
    """The short batch comes first."""
    order = rng.permutation(N)
    first = N % batch
    return ([order[:first]] if first else []) + [order[i : i + batch] for i in range(first, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "Can one of your batches be longer than batch?",
        "What is left over is a batch of its own.",
        DEAL,
    ),
)
def rest_joined_to_the_last(N, batch, rng):
    """What is left over is joined to the last full batch."""
    order, full = rng.permutation(N), max(N // batch, 1)
    return [order[i * batch : (i + 1) * batch if i < full - 1 else N] for i in range(full)]


@mistake(
    "minibatches",
    hints=(
        "Where does your first batch start?",
        "The first batch is the first part of the order.",
        DEAL,
    ),
)
def backwards_through_the_order(N, batch, rng):
    """The batches are taken from the end of the order."""
    order = rng.permutation(N)[::-1]
    return [order[i : i + batch] for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "Is there a sample 0?",
        "The numbers run from 0 to N - 1.",
        DEAL,
    ),
)
def numbers_from_one(N, batch, rng):
    """The samples are numbered from 1."""
    order = rng.permutation(N) + 1
    return [order[i : i + batch] for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "How many arrays do you return?",
        "The order is cut into pieces of the length batch.",
        DEAL,
    ),
)
def one_long_array(N, batch, rng):
    """The order is returned as it is, without batches."""
    return [rng.permutation(N)]


@mistake(
    "minibatches",
    hints=(
        "How often do you call rng?",
        "One order is drawn, and cut.",
        DEAL,
    ),
)
def shuffled_again_for_each_batch(N, batch, rng):
    """A new order is drawn for each batch."""
    return [rng.permutation(N)[i : i + batch] for i in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "In which samples does your second batch start?",
        "Each batch starts where the one before ended.",
        DEAL,
    ),
)
def batches_overlap(N, batch, rng):
    """The batches overlap: each starts one sample after the one before."""
    order = rng.permutation(N)
    return [order[i : i + batch] for i in range(0, max(N - batch, 0) + 1)]


@mistake(
    "minibatches",
    hints=(
        "Do neighbours stay together in your batches?",
        "The samples are shuffled before they are cut into batches.",
        DEAL,
    ),
)
def order_of_batches_only(N, batch, rng):
    """The samples stay in their order, and the batches are shuffled."""
    blocks = [np.arange(i, min(i + batch, N)) for i in range(0, N, batch)]
    return [blocks[k] for k in rng.permutation(len(blocks))]


@mistake(
    "minibatches",
    hints=(
        "Which method of the generator does the docstring name?",
        "Two methods that both shuffle use the random numbers in different ways.",
        DEAL,
    ),
)
def drawn_with_choice(N, batch, rng):
    """The order comes from rng.choice without replacement, which shuffles in another way."""
    order = rng.choice(N, size=N, replace=False)
    return [order[start : start + batch] for start in range(0, N, batch)]


@mistake(
    "minibatches",
    hints=(
        "Does your code draw an order if N is not larger than batch?",
        "One batch or many: the order is drawn first, and then cut.",
        DEAL,
    ),
)
def single_batch_in_order(N, batch, rng):
    """If one batch holds everything, the samples stay in their order and nothing is drawn."""
    if batch >= N:
        return [np.arange(N)]
    order = rng.permutation(N)
    return [order[start : start + batch] for start in range(0, N, batch)]
