"""Wrong implementations of cures that learners write: verdicts that were mixed up or not looked at."""

from autograder.checking import mistake

from .where import CURES


@mistake(
    "cures",
    hints=(
        "What has become of the weights at the end of the clipped run?",
        "Where no step is bad, the sum of all squared weights decides between two verdicts.",
        CURES,
    ),
)
def clipping_cures():
    """Clipping is taken for a cure: no step is bad, but the weights were not looked at."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "cures",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "Is it better or worse to blow up later?",
        "The verdict compares the first bad step with 1151.",
        CURES,
    ),
)
def late_is_worse():
    """Worse and later have changed places."""
    return {
        "lr / 10": "worsens",
        "lr halved every 1000 steps": "worsens",
        "penalty x 10": "delays",
        "penalty / 10": "worsens",
        "3 neurons": "worsens",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "Which step of the clipped run is the first bad one?",
        "Two of the verdicts are for runs without a bad step.",
        CURES,
    ),
)
def clipping_delays():
    """Clipping is taken for a delay: the weights grow, but no step of the run is bad."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "delays",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "At which step does your run with the penalty x 10 end?",
        "What blows up is the penalty's own gradient: ten times as much of it is no help.",
        CURES,
    ),
)
def stronger_penalty_cures():
    """Ten times the penalty is taken for a cure, as the article says."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "cures",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "Is the first bad step of your run with the penalty x 10 before or after step 1151?",
        "What blows up is the penalty's own gradient: with more of it the end comes earlier.",
        CURES,
    ),
)
def stronger_penalty_delays():
    """Ten times the penalty is said to delay the blow-up."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "delays",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "Is the first bad step of your run with the penalty / 10 before or after step 1151?",
        "What blows up is the penalty's own gradient: less of it means later.",
        CURES,
    ),
)
def weaker_penalty_worsens():
    """A tenth of the penalty is said to make it worse."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "worsens",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "Is the first bad step of your run with 3 neurons before or after step 1151?",
        "The verdict compares the first bad step with 1151; what a narrow network can learn is not asked.",
        CURES,
    ),
)
def fewer_neurons_worsen():
    """Three neurons are said to make it worse."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "worsens",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "How large are the squared weights at the end of your run with the right gradients?",
        "Where no step is bad and the weights stay small, nothing is left to be hidden.",
        CURES,
    ),
)
def right_gradients_hide():
    """The right gradients are said to hide the blow-up only."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "hides",
    }
