"""Wrong implementations of bias_ceiling that learners write, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

PROOF = "q14, step 6 of the proof and the worked number."


@mistake(
    "bias_ceiling",
    hints=(
        "What is the bracket of a neuron whose column of W1 is 0?",
        "A neuron that hears nothing always gives one half. It moves d up or down, but it cannot make it change.",
        PROOF,
    ),
)
def counts_dead_neurons(W1, w2):
    """Neurons with a column of zeros count in R."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "What does a neuron that hears nothing add to d(x) + d(-x)?",
        "A dead neuron still gives one half at x and at -x.",
        PROOF,
    ),
)
def drops_dead_neurons(W1, w2):
    """Neurons with a column of zeros do not count in K."""
    K = np.sum(w2[np.any(W1 != 0, axis=0)])
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "What is d(-x) if K is 0?",
        "If the two values of a pair add up to 0, one of the pair is called class 1 and the other class 0.",
        PROOF,
    ),
)
def forgets_the_balance(W1, w2):
    """The case K = 0 is forgotten."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Can d change its sign if all output weights are positive?",
        "If d has the same sign everywhere, all points get one class.",
        PROOF,
    ),
)
def only_the_balance(W1, w2):
    """Only the case K = 0 is looked at."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Can the second part of d reach R/2 exactly?",
        "A bracket lies strictly between its limits, so at equality d still cannot change its sign.",
        PROOF,
    ),
)
def strictly_above(W1, w2):
    """At |K| = R the bound is taken to be 0.75."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) > R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "What is your bound if all output weights are negative?",
        "Turn all signs of w2 round: the two classes change places, and the bound stays.",
        PROOF,
    ),
)
def sign_of_K_lost(W1, w2):
    """K is compared with R without taking its size: negative K never counts."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or K >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Does a neuron that hears only x1 always give one half?",
        "A neuron is dead if its whole column of W1 is 0.",
        PROOF,
    ),
)
def dead_if_any_zero(W1, w2):
    """A neuron counts as dead if one of its two weights is 0."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.all(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Does a neuron with the weights 1 and -1 always give one half?",
        "A neuron is dead if every weight of its column is 0, not if they cancel.",
        PROOF,
    ),
)
def dead_by_the_sum(W1, w2):
    """A neuron counts as dead if the sum of its weights is 0."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.sum(W1, axis=0) != 0]))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "In which two cases does step 6 of the proof come to another number?",
        "Sometimes only half is possible.",
        PROOF,
    ),
)
def always_three_of_four(W1, w2):
    """The bound is always 0.75."""
    return 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Is 0.25 the largest share that can be right, or the smallest that must be wrong?",
        "The bound is about what the network can get right.",
        PROOF,
    ),
)
def share_of_wrong(W1, w2):
    """The share that must be wrong is returned."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) >= R else 0.25


@mistake(
    "bias_ceiling",
    hints=(
        "Can your K be negative?",
        "K adds up the weights with their signs.",
        PROOF,
    ),
)
def sizes_in_K(W1, w2):
    """K is the sum of the sizes of w2."""
    K = np.sum(np.abs(w2))
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Can your R be smaller than the size of one weight?",
        "R adds up sizes.",
        PROOF,
    ),
)
def signs_in_R(W1, w2):
    """R adds up the weights with their signs."""
    K = np.sum(w2)
    R = np.sum(w2[np.any(W1 != 0, axis=0)])
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Which bound is the lower one?",
        "Where the condition holds, only half of the quadrants can be right.",
        PROOF,
    ),
)
def results_exchanged(W1, w2):
    """0.5 and 0.75 have changed places."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.75 if K == 0 or abs(K) >= R else 0.5


@mistake(
    "bias_ceiling",
    hints=(
        "Which axis of W1 counts units?",
        "A unit is a column of W1.",
        PROOF,
    ),
)
def rows_for_columns(W1, w2):
    """Rows of W1 are looked at instead of columns."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2)) if np.all(np.any(W1 != 0, axis=1)) else 0.0
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Which of the two has to be larger for the bound of one half?",
        "One half is all there is if the size of K reaches R.",
        PROOF,
    ),
)
def smaller_instead_of_larger(W1, w2):
    """The comparison of R with the size of K is the wrong way round."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) <= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Which weights does R add up?",
        "R is made of output weights.",
        PROOF,
    ),
)
def first_layer_in_R(W1, w2):
    """R adds up the sizes of W1 as well."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2 * np.abs(W1).sum(axis=0)))
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "How far can all neurons together move d, and how far a single one?",
        "Every neuron that hears something adds the size of its output weight to R.",
        PROOF,
    ),
)
def largest_weight_for_R(W1, w2):
    """R is the largest output weight, or the length of all of them, instead of the sum of their sizes."""
    K = np.sum(w2)
    R = np.max(np.abs(w2[np.any(W1 != 0, axis=0)]), initial=0.0)
    return 0.5 if K == 0 or abs(K) >= R else 0.75


@mistake(
    "bias_ceiling",
    hints=(
        "Can such a network get all four quadrants right?",
        "The theorem says that one quadrant of the four is lost at least.",
        PROOF,
    ),
)
def all_can_be_right(W1, w2):
    """Where the bound is not one half, it is taken to be 1."""
    K = np.sum(w2)
    R = np.sum(np.abs(w2[np.any(W1 != 0, axis=0)]))
    return 0.5 if K == 0 or abs(K) >= R else 1.0
