"""Numbers that right answers to q12 quote. Most learners choose layers and points of their own: those are recomputed from
the call they name."""

import numpy as np

from autograder.written import facts, printed

from . import reference


@facts(
    "q12",
    "f(2, 0), first: 0.715", "f(2, 0), second: 0.036", "f(-2, 0), first: -2.915", "f(-2, 0), second: -1.836",
    "f of the midpoint, first: -1.1", "f of the midpoint, second: -0.9",
)  # fmt: skip
def article_layer():
    """W, b = make_layer(30, (0.8, 1.5), -20, (-1.1, -0.9))"""
    W, b = reference.make_layer(30, (0.8, 1.5), -20, (-1.1, -0.9))
    return reference.affine_forward(np.array([[2.0, 0.0], [-2.0, 0.0], [0.0, 0.0]]), W, b).ravel()


@facts("q12", "det W: -1.2", "S, larger: 1.5", "S, smaller: -0.8", "det R1: 1", "det R2: 1")
def mirror():
    """make_layer(30, (0.8, -1.5), -20, (0, 0)) and its decompose_affine"""
    W, _ = reference.make_layer(30, (0.8, -1.5), -20, (0, 0))
    R2, S, R1 = reference.decompose_affine(W)
    # Which of the two scales carries the sign is free: the larger one in size is named first.
    signed = sorted(np.diag(S), key=abs, reverse=True)
    return [np.linalg.det(W), *signed, np.linalg.det(R1), np.linalg.det(R2)]


NOTEBOOK = printed("q12", "points left without ReLU: 24", "points left with ReLU: 15")
