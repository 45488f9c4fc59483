"""Wrong implementations of cures that learners write: runs that were not long enough."""

from autograder.checking import mistake

from .where import CURES


@mistake(
    "cures",
    hints=(
        "Which of your verdicts have you measured?",
        "A cure is a run of 23 020 steps without a bad one, and with weights that stay small.",
        CURES,
    ),
)
def believes_the_article():
    """The article's own advice is taken for a cure."""
    return {
        "lr / 10": "cures",
        "lr halved every 1000 steps": "cures",
        "penalty x 10": "cures",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "How many steps did your longest run have?",
        "Every cure is tried for 20 times as long as the published run lasted.",
        CURES,
    ),
)
def stops_too_early():
    """Whatever has not blown up by twice the time is called a cure."""
    return {
        "lr / 10": "cures",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "cures",
        "3 neurons": "cures",
        "clip at 10": "cures",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "At which step does the run with 3 neurons end?",
        "A run that ends later than the published one is delayed, however much later it is.",
        CURES,
    ),
)
def blames_the_neurons():
    """Fewer neurons are taken for a cure, as the article's story suggests."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "cures",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "How many steps are over when the learning rate is halved for the first time, and how far has the run come by then?",
        "A smaller learning rate helps only if it comes early enough. Measure when it comes here.",
        CURES,
    ),
)
def schedule_cures():
    """Halving the learning rate is taken for a cure."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "cures",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "How many steps did your run with lr / 10 have?",
        "Ten times slower is not never. Every cure is tried for 20 times as long as the published run lasted.",
        CURES,
    ),
)
def small_rate_hides():
    """Learning at a tenth of the rate is said to hide the blow-up: the run was not long enough to see it."""
    return {
        "lr / 10": "hides",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "How many steps does your run with lr / 10 survive?",
        "A run that ends later than the published one is delayed, however much later it is.",
        CURES,
    ),
)
def small_rate_cures():
    """Learning at a tenth of the rate is taken for a cure."""
    return {
        "lr / 10": "cures",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "delays",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "cures",
    }


@mistake(
    "cures",
    hints=(
        "How many steps does your run with the penalty / 10 survive?",
        "Less of what blows up delays the end; only none of it, or the right gradient, prevents it.",
        CURES,
    ),
)
def weaker_penalty_cures():
    """A tenth of the penalty is taken for a cure."""
    return {
        "lr / 10": "delays",
        "lr halved every 1000 steps": "delays",
        "penalty x 10": "worsens",
        "penalty / 10": "cures",
        "3 neurons": "delays",
        "clip at 10": "hides",
        "right gradients": "cures",
    }
