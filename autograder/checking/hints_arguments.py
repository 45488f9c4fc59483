"""Words for results that would be right for other arguments."""

from __future__ import annotations

_RULE = "A result that is right for other arguments has been computed from something else than what was handed in."
_WHERE = "Follow {other} from the top of your function to the result, and print it where it is used."

TEXTS: dict[str, tuple[str, str, str, str]] = {
    f"argument.{what}": (f"{{it}} would be right {case}.", question, _RULE, _WHERE)
    for what, case, question in (
        ("negative", "if {other} had the opposite sign", "With which sign does {other} enter?"),
        ("transposed", "if {other} were transposed", "Are rows and columns of {other} taken for each other?"),
        ("absolute", "if {other} had no negative numbers", "Where does {other} lose its sign?"),
        ("doubled", "if {other} were twice as large", "Is {other} counted twice, or a factor 1/2 left out?"),
        ("halved", "if {other} were half as large", "Which factor belongs to {other}?"),
        ("one-more", "if {other} were larger by one", "Is something counted once too often, or from the wrong end?"),
        ("one-less", "if {other} were smaller by one", "Is something counted once too little, or from the wrong end?"),
        ("backwards", "if {other} stood in reverse order", "In which order are the entries of {other} used?"),
        ("turned", "if {other} were turned by half a turn", "In which order are the rows and the columns of {other} gone through?"),
        ("mirrored", "if the columns of {other} stood in reverse order", "In which order are the columns of {other} used?"),
        ("averaged", "if every row of {other} were the average of its rows", "Is {other} averaged before it is used?"),
        ("rounded", "if {other} were rounded to whole numbers", "Is {other} rounded, or turned into whole numbers?"),
        ("signs", "if only the sign of {other} counted", "What happens to the size of {other}?"),
        ("squared", "if {other} were squared", "Is {other} squared where it should be taken as it is?"),
        ("complement", "for 1 minus {other}", "Which of the two cases is {other}, and which is its opposite?"),
        ("radians", "if {other} were an angle in degrees, turned into radians once more", "In which unit is {other} handed in, and in which one do sin and cos take it?"),
        ("degrees", "if {other} were an angle in radians, turned into degrees once more", "In which unit is {other} handed in, and in which one do sin and cos take it?"),
        ("signed", "if {other} were -1 and 1 instead of 0 and 1", "Which two numbers stand for the two answers in {other}?"),
        ("exchanged", "if {other} were exchanged", "Which of {other} comes first, and where is each of them used?"),
    )
} | {
    "argument.scaled": (
        "{it} would be right if {other}.",
        "Which number multiplies which array, and where?",
        _RULE,
        "Follow each number that multiplies from the top of your function to the result, and count how often it comes in.",
    ),
}
