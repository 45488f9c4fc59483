"""Numbers that right answers to q11 and q12 quote. Trained nets are those of the notebook: a learner's own differ."""

import numpy as np

from autograder.written import facts, printed

DISCRETE = printed(
    "q11",
    "area between bump and box, w = 100: 0.0277258", "w = 10: 0.2589049", "w = 1000: 0.0027726", "steepest slope, w = 100: 25.00", "w = 10: 2.44",
    "slopes of 12 x 12 towers: 1", "slopes of 6 ReLU neurons: 15", "slopes of 6 tanh neurons: 9990 ± 20",
)  # fmt: skip
TOWERS = printed(
    "q11",
    "skirt at distance 2: 0.333", "skirt at distance 10: 0.064", "towers: 1444", "their rmse: 0.0248", "towers: 144", "their rmse: 0.0786", "towers: 576", "their rmse: 0.0392",
    "best plane for a round tower: 0.379", "one layer of 24 neurons: 0.072 ± 0.01",
)  # fmt: skip
NETS = printed("q11", "smallest weight of the trained net: 0.09", "rmse of 6 ReLU neurons: 0.061", "rmse of 6 tanh neurons: 0.028", "rmse of 12 x 12 towers: 0.078")


@facts("q11", "most pieces by 6 lines: 22", "towers for 0.03: 1000 ± 30", "4 ln 2 / w, w = 100: 0.0277259")
def counted():
    """1 + 6 + 15; (0.9428 / 0.03)²; 4 ln 2 / 100"""
    return [1 + 6 + 15, (0.9428 / 0.03) ** 2, 4 * np.log(2) / 100]


ON_OR_OFF = printed(
    "q12",
    "right on new points, first start: 85 %", "second start: 86 %", "third start: 81 %",
    "share of the box called on, first start: 22 %", "second start: 27 %", "third start: 53 %",
    "0.01 below: 0.942", "on it: 0.928", "0.01 above: 0.909", "within 0.01 of the surface: 0.0040", "within 0.1: 0.0517", "within 0: 0.0000",
)  # fmt: skip
REGRESSION = printed(
    "q12",
    "2 tanh neurons: 0.3001 ± 0.004", "3 tanh neurons: 0.0524 ± 0.006", "6 tanh neurons: 0.0314 ± 0.004", "4 tanh neurons: 0.0454 ± 0.006", "9 tanh neurons: 0.0161 ± 0.004",
    "12 tanh neurons: 0.0054 ± 0.002", "2 ReLU neurons: 0.3022 ± 0.004", "3 ReLU neurons: 0.1070 ± 0.01", "6 ReLU neurons: 0.0562 ± 0.008", "12 ReLU neurons: 0.0338 ± 0.006",
)  # fmt: skip
