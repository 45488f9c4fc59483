"""Words for gradients in which a derivative, the upstream gradient, an operand or a term of the loss is wrong."""

from __future__ import annotations

_UPSTREAM_RULE = "Chain rule: the gradient handed in from above multiplies the local derivative, once, in every entry."

TEXTS: dict[str, tuple[str, str, str, str]] = {
    "local.missing": (
        "{it} is the upstream gradient, unchanged.",
        "Where is the derivative of this step?",
        _UPSTREAM_RULE,
        "Look for the derivative of the function itself in the line that computes {it}.",
    ),
    "local.twice": (
        "{it} contains the local derivative twice.",
        "Is the derivative multiplied in at two places?",
        "Each step of the forward pass contributes its derivative exactly once.",
        "Look for the derivative both in this function and in what it is called with.",
    ),
    "local.inverted": (
        "{it} is divided by the local derivative instead of multiplied by it.",
        "Is there a division where the chain rule has a product?",
        _UPSTREAM_RULE,
        "Look for divisions in the line that computes {it}.",
    ),
    "local.at-output": (
        "{it} uses the derivative at the output where the derivative at the input is needed.",
        "At which value is the derivative taken: before or after the function was applied?",
        "f'(z) needs z. Some functions let you write f'(z) with h = f(z), but that is another formula.",
        "Check which array is handed to the derivative.",
    ),
    "local.input-for-output": (
        "{it} uses a formula for the derivative that is written for the output, with the input in its place.",
        "Does the formula of the derivative want the input of the function, or its output?",
        "h * (1 - h) and 1 - h**2 are derivatives written with the output h of the function.",
        "Check which array is handed to the formula of the derivative.",
    ),
    "local.diagonal": (
        "{it} leaves out that every output of a row depends on every input of that row.",
        "How does one output change when another input of the same row changes?",
        "Where a row is normalised, every input moves every output: the derivative of a row is a whole matrix.",
        "Look for the terms that connect different entries of a row.",
    ),
    "upstream.missing": (
        "{it} does not contain the upstream gradient.",
        "Is the gradient that arrives from above used?",
        _UPSTREAM_RULE,
        "Look for the upstream gradient in the line that computes {it}.",
    ),
    "upstream.twice": (
        "{it} contains the upstream gradient squared.",
        "Is the upstream gradient multiplied in twice?",
        _UPSTREAM_RULE,
        "Count how often the upstream gradient appears on the way to {it}.",
    ),
    "upstream.added": (
        "The upstream gradient is added to {it} where it should be multiplied in.",
        "Plus or times?",
        _UPSTREAM_RULE,
        "Look at the sign between the upstream gradient and the local derivative.",
    ),
    "upstream.transposed": (
        "{it} is the right gradient for the transposed upstream gradient.",
        "Which factor of the product is transposed?",
        "Write the shapes under every factor, with all lengths different, and let them decide.",
        "Look at every `.T` on the way to {it}.",
    ),
    "upstream.absolute": (
        "{it} ignores the sign of the upstream gradient.",
        "Where does the sign get lost?",
        _UPSTREAM_RULE,
        "Look for `abs` and squares on the way to {it}.",
    ),
    "upstream.averaged": (
        "{it} uses an average of the upstream gradient in place of its entries.",
        "Is the upstream gradient averaged before it is used?",
        "Every row of the batch has its own upstream gradient: multiply first, add up afterwards.",
        "Look at where `mean` or `sum` is applied to the upstream gradient.",
    ),
    "batch.first": (
        "{it} contains the contribution of the first example only.",
        "What happens to the other rows of the batch?",
        "What belongs to a batch adds up, or averages, what every example contributes.",
        "Look for an index 0, or a `return` inside a loop.",
    ),
    "batch.last": (
        "{it} contains the contribution of the last example only.",
        "Is the sum over the batch built up, or overwritten in every turn of the loop?",
        "What belongs to a batch adds up what every example contributes: += and not =.",
        "Look at the assignment inside the loop over the batch.",
    ),
    "batch.without-first": (
        "{it} leaves out what the first example contributes.",
        "With which index does the loop or slice over the examples begin?",
        "The first example has the index 0.",
        "Look at the beginning of the loop or slice over the batch.",
    ),
    "batch.without-last": (
        "{it} leaves out what the last example contributes.",
        "Where does the loop or slice over the examples end?",
        "range(n) runs from 0 to n - 1, and a slice leaves its end out.",
        "Look at the end of the loop or slice over the batch.",
    ),
    "operand.ignored": (
        "{it} is right for the case that {other} is zero.",
        "Is {other} taken into account on the way to {it}?",
        "A backward pass needs the same numbers as the forward pass: everything that went in there matters.",
        "Look at where {other} is used in the forward pass, and whether the same happens here.",
    ),
    "operand.negative": (
        "{it} is right for the case that {other} has the opposite sign.",
        "With which sign does {other} enter?",
        "A backward pass needs the same numbers as the forward pass, with the same signs.",
        "Look at where {other} is used in the forward pass, and whether the same happens here.",
    ),
    "operand.transposed": (
        "{it} is right for the case that {other} is transposed.",
        "Should {other} be transposed in this product?",
        "For Z = X @ W the shapes decide which factor is transposed: think of all lengths as different.",
        "Look at every `.T` on the way to {it}.",
    ),
    "number.ignored": (
        "{it} is right for the case that {other} is zero.",
        "Where does the term with {other} enter {it}?",
        "Every term of the loss has a gradient; the gradients add up.",
        "Look for the term with {other} in the loss, and for its derivative in your code.",
    ),
    "number.doubled": (
        "{it} is right for twice the value of {other}.",
        "Which factor belongs to the term with {other}?",
        "Differentiate the term as it stands in the loss, with its own constants.",
        "Look at the constants around {other}.",
    ),
    "number.halved": (
        "{it} is right for half the value of {other}.",
        "Which factor belongs to the term with {other}?",
        "Differentiate the term as it stands in the loss, with its own constants.",
        "Look at the constants around {other}.",
    ),
    "number.negative": (
        "{it} is right if {other} had the opposite sign.",
        "With which sign does the term with {other} enter?",
        "The gradient of a sum is the sum of the gradients, with the same signs.",
        "Look at the sign in front of the term with {other}.",
    ),
    "term.constant": (
        "{it} is the right result with the same number added to every entry.",
        "Is a single number added where an array belongs, a sum where its terms are meant?",
        "The slope of a sum with respect to one entry is the slope of that entry's own term.",
        "Look for a `sum` that is added to an array.",
    ),
    "term.own.missing": (
        "{it} differs from the right gradient by a negative multiple of the array it belongs to.",
        "Which term of the loss has a slope in proportion to the array itself, and is it counted in full?",
        "The square of a number has a slope in proportion to the number. Every term of the loss contributes its slope.",
        "Look at the squares in the loss, and for what they leave behind in {it}.",
    ),
    "term.own.extra": (
        "{it} differs from the right gradient by a positive multiple of the array it belongs to.",
        "Is a term in proportion to the array itself counted that does not belong here, or with too large a factor?",
        "Only what the loss contains contributes to its gradient, with the constants the loss has.",
        "Look at the penalty term, its constants, and which arrays it is meant for.",
    ),
    "term.scalar": (
        "{it} differs from the right gradient by a multiple of its array and by one number that is the same in every entry.",
        "Is the slope of the penalty a single number where it should have one entry per weight?",
        "The slope of a sum of squares with respect to one weight depends on that weight alone.",
        "Look for a `sum` in the gradient of the penalty.",
    ),
    "term.own.form": (
        "{it} is the right gradient plus something that depends on the array it belongs to, entry by entry.",
        "Is the slope of the penalty term the right one?",
        "The slope of w**2 is in proportion to w: neither w**2 itself nor its sign.",
        "Look at the derivative of the penalty term.",
    ),
    "term.bias": (
        "{it} is the right gradient plus a multiple of the array it belongs to.",
        "Is this array meant to be in the penalty, and with which factor?",
        "Only what the loss contains contributes to its gradient, with its own constants; a bias is often left out of a penalty.",
        "Compare the arrays and constants in the penalty of the loss with those in your gradient.",
    ),
    "term.argument.missing": (
        "{it} differs from the right result by a negative multiple of {other}.",
        "Is {other} left out, or does it come in with a wrong sign or too small a factor?",
        "What the definition adds or subtracts has to appear, with its own sign and factor.",
        "Look for {other} in the line that computes {it}.",
    ),
    "term.argument.extra": (
        "{it} differs from the right result by a positive multiple of {other}.",
        "Is {other} added where it should not be, not subtracted where it should be, or does it come in with too large a factor?",
        "What the definition adds or subtracts has to appear, with its own sign and factor.",
        "Look for {other} in the line that computes {it}.",
    ),
    "two.rows": (
        "Two things are wrong in {it}: one part is as many times too large as there are rows, and another part is not right either.",
        "Is the division by the batch size there, and is the slope of the penalty an array with one entry per weight?",
        "Every term has its own factor, and the slope of a penalty has the shape of what is penalised.",
        "Take the terms of the loss one at a time: set the strength of the penalty to zero first.",
    ),
    "two": (
        "Two things are wrong in {it}: one part has a wrong constant factor, and another part is not right either.",
        "Which factor belongs to the data term, and which to the other term?",
        "Every term of the loss has its own factor.",
        "Take the terms of the loss one at a time: set the strength of the penalty to zero first.",
    ),
}
