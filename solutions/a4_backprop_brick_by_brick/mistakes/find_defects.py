"""Wrong implementations of find_defects that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from ..reference import audit_point, published_forward, published_predict

AUDIT = "q11, the tables of pieces and kinds."


@mistake(
    "find_defects",
    hints=(
        "Which pieces does training not call at all, and did you audit those as well?",
        "Everything that is published is audited, also what training never calls.",
        AUDIT,
    ),
)
def only_the_gradients():
    """Only the two defects of the gradients are reported."""
    X, Y, W1, W2, reg, z = audit_point()
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "factor", float(len(X))), ("gradient penalty", "shared number", shared)]


@mistake(
    "find_defects",
    hints=(
        "For how many functions that have a slope did you compare the two?",
        "A slope belongs to a function: central differences of the one have to give the other.",
        AUDIT,
    ),
)
def never_looks_at_tanh():
    """The defect of the tanh is missing."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "factor", float(len(X))), ("gradient penalty", "shared number", shared), ("predict", "disagrees", gap)]


@mistake(
    "find_defects",
    hints=(
        "Which pieces are meant to give the same numbers, and do they?",
        "Two pieces that are meant to compute the same thing can be run side by side.",
        AUDIT,
    ),
)
def never_looks_at_predict():
    """The defect of predict is missing."""
    X, Y, W1, W2, reg, z = audit_point()
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "factor", float(len(X))), ("gradient penalty", "shared number", shared), ("tanh slope", "factor", 2.0)]


@mistake(
    "find_defects",
    hints=(
        "Is your factor larger or smaller than one, and which of the two is larger, the published number or the right one?",
        "The evidence of a factor is published divided by right.",
        AUDIT,
    ),
)
def factors_upside_down():
    """The factors are given as right over published."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "factor", 1.0 / len(X)), ("gradient penalty", "shared number", shared), ("predict", "disagrees", gap), ("tanh slope", "factor", 0.5)]


@mistake(
    "find_defects",
    hints=(
        "With which argument does the published code call the slope of its sigmoid?",
        "A piece is judged by how it is used: compare it with central differences at the same point.",
        AUDIT,
    ),
)
def accuses_the_sigmoid_slope():
    """The slope of the sigmoid is accused as well, although it is right when it is given h."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "factor", float(len(X))), ("gradient penalty", "shared number", shared), ("predict", "disagrees", gap), ("tanh slope", "factor", 2.0), ("sigmoid slope", "disagrees", 1.0)]


@mistake(
    "find_defects",
    hints=(
        "For which of your entries did you measure a difference at all?",
        "A finding needs a number that shows it; a piece without one is in order.",
        AUDIT,
    ),
)
def accuses_everything():
    """Every piece is accused."""
    pieces = ["sigmoid", "sigmoid slope", "tanh", "tanh slope", "forward", "loss data", "loss penalty", "gradient data", "gradient penalty", "predict"]
    return [(piece, "disagrees", 1.0) for piece in pieces]


@mistake(
    "find_defects",
    hints=(
        "The loss and its gradient disagree by a factor: which of the two does what the article says?",
        "The article's formula averages the loss over the samples; compare each piece with that formula.",
        AUDIT,
    ),
)
def blames_the_loss():
    """The missing 1/N is blamed on the loss instead of on the gradient."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    shared = float(reg * np.sum(W2**2))
    return [("loss data", "factor", 1.0 / len(X)), ("gradient penalty", "shared number", shared), ("predict", "disagrees", gap), ("tanh slope", "factor", 2.0)]


@mistake(
    "find_defects",
    hints=(
        "Divide published by right, entry by entry: is the ratio the same everywhere?",
        "A factor is one number for all entries; look at the difference from entry to entry instead.",
        AUDIT,
    ),
)
def penalty_as_a_factor():
    """The penalty's gradient is called a wrong factor, although no one factor fits all entries."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    return [("gradient data", "factor", float(len(X))), ("gradient penalty", "factor", float(len(X))), ("predict", "disagrees", gap), ("tanh slope", "factor", 2.0)]


@mistake(
    "find_defects",
    hints=(
        "In which unit is the evidence of a factor?",
        "A factor is the published number over the right one.",
        AUDIT,
    ),
)
def evidence_in_percent():
    """The factors are given in percent."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "factor", 100.0 * len(X)), ("gradient penalty", "shared number", shared), ("predict", "disagrees", gap), ("tanh slope", "factor", 200.0)]


@mistake(
    "find_defects",
    hints=(
        "Is something missing in these gradients, or is something there in the wrong size?",
        "The kinds are told apart by what is done to each entry: look at published over right.",
        AUDIT,
    ),
)
def lost_terms():
    """Both gradients are reported as lost terms."""
    X, Y, W1, W2, reg, z = audit_point()
    gap = float(np.max(np.abs(published_predict(X, W1, W2) - published_forward(X, W1, W2)[1])))
    shared = float(reg * np.sum(W2**2))
    return [("gradient data", "lost term", 0.02), ("gradient penalty", "lost term", shared), ("predict", "disagrees", gap), ("tanh slope", "factor", 2.0)]


@mistake(
    "find_defects",
    hints=(
        "How many pieces did you compare?",
        "At least four pieces do not do what they should.",
        AUDIT,
    ),
)
def nothing_found():
    """An empty report is returned."""
    return []
