"""Wrong implementations of lr_schedule that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

SLOW = "q9, the worked number."


@mistake(
    "lr_schedule",
    hints=(
        "Does your learning rate change between step 0 and step 50, with span 100?",
        "Halving waits for a full span to be over, then halves at once.",
        SLOW,
    ),
)
def halves_gradually(kind, lr, step, span):
    """The halving happens a little in every step instead of after full spans."""
    if kind == "halving":
        return lr * 0.5 ** (step / span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "How many full spans are over at step 100, with span 100?",
        "Step 0 is the first step, so at step number span one full span is over.",
        SLOW,
    ),
)
def halves_one_step_late(kind, lr, step, span):
    """At exactly the end of a span the learning rate is not halved yet."""
    if kind == "halving":
        return lr * 0.5 ** (max(step - 1, 0) // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is your learning rate after five spans?",
        "Each full span halves what the one before it has left.",
        SLOW,
    ),
)
def halves_only_once(kind, lr, step, span):
    """The learning rate is halved once and then never again."""
    if kind == "halving":
        return lr * 0.5 if step >= span else lr
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "After two spans, which part of lr is left in the worked number?",
        "Halving twice leaves a quarter.",
        SLOW,
    ),
)
def divides_by_the_number_of_spans(kind, lr, step, span):
    """Instead of halving again and again, lr is divided by 1 plus the number of spans."""
    if kind == "halving":
        return lr / (1 + step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is your inverse schedule at step 0?",
        "At step 0 every schedule gives lr itself.",
        SLOW,
    ),
)
def inverse_without_the_one(kind, lr, step, span):
    """The schedule inverse starts at infinity."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / max(step / span, 1e-3)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What does span do in your inverse schedule?",
        "After span steps the inverse schedule has come down to a half.",
        SLOW,
    ),
)
def inverse_of_the_step(kind, lr, step, span):
    """The schedule inverse does not use the span."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is your cosine schedule at step 150, with span 100?",
        "When the span is over, the cosine schedule is over too, and stays so.",
        SLOW,
    ),
)
def cosine_comes_back(kind, lr, step, span):
    """Beyond the span the cosine rises again."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * step / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What does the worked number say at half of the span?",
        "The cosine goes from its top to its bottom in one span, through half of a circle.",
        SLOW,
    ),
)
def quarter_of_a_cosine(kind, lr, step, span):
    """The cosine is that of a quarter circle."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * np.cos(np.pi / 2 * min(step, span) / span)


@mistake(
    "lr_schedule",
    hints=(
        "Does your rate change between two multiples of span?",
        "Only halving waits for full spans.",
        SLOW,
    ),
)
def inverse_in_whole_spans(kind, lr, step, span):
    """The schedule inverse counts full spans only."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step // span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is your rate at half of the span?",
        "One plus the cosine runs from 2 to 0.",
        SLOW,
    ),
)
def cosine_ends_at_half(kind, lr, step, span):
    """The cosine runs to the middle only: it is not shifted up."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * max(np.cos(np.pi * min(step, span) / span), 0.0)


@mistake(
    "lr_schedule",
    hints=(
        "What is your rate in the very first step?",
        "At step 0 every schedule gives lr.",
        SLOW,
    ),
)
def cosine_twice_as_large(kind, lr, step, span):
    """The cosine's sum is not halved."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span))


@mistake(
    "lr_schedule",
    hints=(
        "What should the rate be at the end of the span?",
        "Over the span the angle goes from 0 to pi.",
        SLOW,
    ),
)
def full_circle_of_the_cosine(kind, lr, step, span):
    """The cosine goes through a full circle over the span."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(2 * np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is left of lr after one span?",
        "Halving leaves one half.",
        SLOW,
    ),
)
def third_instead_of_half(kind, lr, step, span):
    """The schedule halving takes a tenth each time."""
    if kind == "halving":
        return lr * 0.1 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "How often is the rate halved in a hundred steps with a span of 100?",
        "It is halved once for every full span.",
        SLOW,
    ),
)
def halves_at_every_step(kind, lr, step, span):
    """The rate is halved in every step."""
    if kind == "halving":
        return lr * 0.5**step
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is left of lr after one span? Is it one half?",
        "Nothing is squared and no root is taken.",
        SLOW,
    ),
)
def inverse_of_the_square(kind, lr, step, span):
    """The schedule inverse has a root."""
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / np.sqrt(1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2


@mistake(
    "lr_schedule",
    hints=(
        "What is your rate in the very first step? Is it lr?",
        "step is 0 for the first step.",
        SLOW,
    ),
)
def counted_from_one(kind, lr, step, span):
    """The first step is counted as 1."""
    step = step + 1
    if kind == "halving":
        return lr * 0.5 ** (step // span)
    if kind == "inverse":
        return lr / (1 + step / span)
    return lr * (1 + np.cos(np.pi * min(step, span) / span)) / 2
