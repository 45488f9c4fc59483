"""Numbers that right answers to q16 and q17 quote."""

import numpy as np

from autograder.written import facts

from . import reference


@facts(
    "q16",
    "wagon, wheels: 7.5", "wagon, box: 0.15", "wagon, size: 6", "minibus, wheels: 3.5", "minibus, box: 0.08", "minibus, size: -1",
    "bus of the table, wheels: 5.5", "bus of the table, box: 0.10", "bus of the table, size: 4",
)  # fmt: skip
def detectors():
    """z of the three detectors for the guide's wagon (8, 0.95, 14), minibus (4, 0.88, 7) and the table's bus (6, 0.90, 12)"""
    return (np.array([[8, 0.95, 14.0], [4, 0.88, 7.0], [6, 0.90, 12.0]]) - np.array([0.5, 0.8, 8.0])).ravel()


@facts("q16", "bus: 2.4", "container: -1.56", "crane of the guide: 4.6")
def one_unit():
    """one unit with w = (1, 20, 0.2), b = -24"""
    w, b = np.array([1.0, 20.0, 0.2]), -24.0
    return np.array([[6, 0.90, 12.0], [0, 1.00, 12.2], [16, 0.45, 18.0]]) @ w + b


@facts("q16", "all on: 0.5", "two on: -0.5", "AND of four, all on: 0.5", "AND of four, one off: -0.5")
def gates():
    """AND3 with weights 1 and bias -2.5, AND of four with bias -3.5"""
    return [3 - 2.5, 2 - 2.5, 4 - 3.5, 3 - 3.5]


@facts("q17", "(1, 1, 1): 0.999994", "(1, 0, 0): 0.999955", "(2, 0, 0): 0.999999998", "origin: 0.5")
def outputs():
    """what hidden_1, w = (10, 0, 2), says"""
    X = np.array([[1, 1, 1], [1, 0, 0], [2, 0, 0], [0, 0, 0]], dtype=float)
    return reference.unit(X, np.array([10.0, 0.0, 2.0]), 0.0, reference.sigmoid)


@facts("q17", "(1, 1, 1), x1: 6.1e-05", "(1, 0, 0), x1: 4.5e-04", "(2, 0, 0), x1: 2.1e-08", "origin, x1: 2.5", "(4, 0, 0), x1: 4.2e-17")
def sensitivities():
    """sensitivity of hidden_1: slope times weight"""
    w = np.array([10.0, 0.0, 2.0])
    points = np.array([[1, 1, 1], [1, 0, 0], [2, 0, 0], [0, 0, 0], [4, 0, 0]], dtype=float)
    return reference.d_sigmoid(points @ w) * w[0]


@facts("q17", "z: 36.8 ± 0.1", "x1: 3.68 ± 0.01")
def exactly_one():
    """the first z, in steps of 0.01, whose sigmoid is 1.0 in float64"""
    z = np.arange(30, 45, 0.01)
    first = z[reference.sigmoid(z) == 1.0][0]
    return [first, first / 10]


@facts("q17", "sigmoid: 6.1e-06", "tanh: 1.5e-10", "elu with alpha = 1: 6.1e-06", "softplus: 6.1e-06", "leaky_relu with slope 0.1: 0.1", "ReLU: 0")
def slopes():
    """slopes at z = -12"""
    z = np.array([-12.0])
    made = [reference.d_sigmoid(z), reference.d_tanh(z), reference.d_elu(z, 1.0), reference.d_softplus(z), reference.d_leaky_relu(z, 0.1), reference.d_leaky_relu(z, 0.0)]
    return [float(one[0]) for one in made]
