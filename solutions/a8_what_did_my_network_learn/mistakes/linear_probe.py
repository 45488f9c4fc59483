"""Wrong implementations of linear_probe that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

PROBE = "q13, the worked number."


@mistake(
    "linear_probe",
    hints=(
        "How many rows does your V have for M inputs?",
        "A straight cut need not go through the origin: the column of ones gives it a bias.",
        PROBE,
    ),
)
def no_column_of_ones(H, y, H_test, y_test, lam):
    """There is no column of ones."""
    V = np.linalg.solve(H.T @ H + lam * np.eye(H.shape[1]), H.T @ np.eye(y.max() + 1)[y])
    return V, float(np.mean(np.argmax(H_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "In which row of V are your biases?",
        "The ones stand at the right end of A, so the biases are in the last row of V.",
        PROBE,
    ),
)
def ones_first(H, y, H_test, y_test, lam):
    """The column of ones stands at the left end."""
    A, A_test = np.column_stack([np.ones(len(H)), H]), np.column_stack([np.ones(len(H_test)), H_test])
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "Which rows of V are pulled towards zero?",
        "Here all rows are penalised, the one with the biases too: lam I has no gap.",
        PROBE,
    ),
)
def biases_go_free(H, y, H_test, y_test, lam):
    """The biases are not penalised."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    pull = lam * np.eye(A.shape[1])
    pull[-1, -1] = 0.0
    V = np.linalg.solve(A.T @ A + pull, A.T @ np.eye(y.max() + 1)[y])
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "Does the penalty grow with the number of samples?",
        "lam is added to the diagonal as it is.",
        PROBE,
    ),
)
def lam_times_samples(H, y, H_test, y_test, lam):
    """lam is multiplied by the number of samples."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    V = np.linalg.solve(A.T @ A + len(H) * lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "What happens to your V when lam grows?",
        "Ridge regression adds lam to the diagonal before it solves.",
        PROBE,
    ),
)
def no_penalty(H, y, H_test, y_test, lam):
    """lam is not used: plain least squares."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    V = np.linalg.lstsq(A, np.eye(y.max() + 1)[y], rcond=None)[0]
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "On which samples do you count?",
        "The probe is fitted on one set and judged on the other.",
        PROBE,
    ),
)
def judged_on_its_own(H, y, H_test, y_test, lam):
    """Accuracy is counted on the samples the probe was fitted on."""
    A = np.column_stack([H, np.ones(len(H))])
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return V, float(np.mean(np.argmax(A @ V, axis=1) == y))


@mistake(
    "linear_probe",
    hints=(
        "Which numbers does your Y hold?",
        "One-hot labels are 1 for the right class and 0 for the others.",
        PROBE,
    ),
)
def plus_and_minus_one(H, y, H_test, y_test, lam):
    """The labels are 1 and -1 instead of 1 and 0."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ (2 * np.eye(y.max() + 1)[y] - 1))
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "Do you change H before you fit?",
        "The probe reads the layer as it is; its bias takes care of the mean.",
        PROBE,
    ),
)
def takes_off_the_mean(H, y, H_test, y_test, lam):
    """The mean is taken off both sets first, from each its own."""
    A = np.column_stack([H - H.mean(axis=0), np.ones(len(H))])
    A_test = np.column_stack([H_test - H_test.mean(axis=0), np.ones(len(H_test))])
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "In which order does the docstring list the two results?",
        "The results are a tuple, so their order carries their meaning.",
        PROBE,
    ),
)
def accuracy_first(H, y, H_test, y_test, lam):
    """Accuracy and V come back in the wrong order."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return float(np.mean(np.argmax(A_test @ V, axis=1) == y_test)), V


@mistake(
    "linear_probe",
    hints=(
        "Can your accuracy be larger than 1?",
        "Accuracy is a share: right ones divided by all.",
        PROBE,
    ),
)
def counts_instead_of_share(H, y, H_test, y_test, lam):
    """The number of right answers is returned instead of their share."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ np.eye(y.max() + 1)[y])
    return V, float(np.sum(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "By how much does your penalty change when lam is doubled?",
        "lam stands in the formula once.",
        PROBE,
    ),
)
def lam_squared(H, y, H_test, y_test, lam):
    """lam is squared."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam**2 * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "Does your penalty depend on how many samples there are?",
        "lam is added to the diagonal as it is.",
        PROBE,
    ),
)
def lam_over_samples(H, y, H_test, y_test, lam):
    """lam is divided by the number of samples."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam / len(A) * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "What is added beside the diagonal?",
        "lam times the identity has zeros beside the diagonal.",
        PROBE,
    ),
)
def lam_everywhere(H, y, H_test, y_test, lam):
    """lam is added to every entry of the matrix instead of its diagonal."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam, A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "Do your weights become smaller with a larger lam?",
        "The penalty is added.",
        PROBE,
    ),
)
def penalty_subtracted(H, y, H_test, y_test, lam):
    """lam is subtracted on the diagonal."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A - lam * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "What does a perfect probe get?",
        "Accuracy is the share that is right.",
        PROBE,
    ),
)
def share_of_errors(H, y, H_test, y_test, lam):
    """The share of wrong answers is returned."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) != y_test))


@mistake(
    "linear_probe",
    hints=(
        "Which class has a sample whose first entry is the largest?",
        "The largest entry wins.",
        PROBE,
    ),
)
def smallest_entry_wins(H, y, H_test, y_test, lam):
    """The class is the smallest entry of a row."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmin(A_test @ V, axis=1) == y_test))


@mistake(
    "linear_probe",
    hints=(
        "What do you add to the diagonal?",
        "lam is added as it is.",
        PROBE,
    ),
)
def half_of_lam(H, y, H_test, y_test, lam):
    """lam is halved."""
    A, A_test = np.column_stack([H, np.ones(len(H))]), np.column_stack([H_test, np.ones(len(H_test))])
    Y = np.eye(y.max() + 1)[y]
    V = np.linalg.solve(A.T @ A + lam / 2 * np.eye(A.shape[1]), A.T @ Y)
    return V, float(np.mean(np.argmax(A_test @ V, axis=1) == y_test))
