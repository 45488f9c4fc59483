"""Wrong implementations of cures that learners write, each with hints on three levels: a question, the rule, where to look."""

from autograder.checking import mistake

CURES = "q13, the two tables."


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
