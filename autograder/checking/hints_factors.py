"""Words for results that are right but for a number, a sign, a scale or their precision."""

from __future__ import annotations

_GRADIENT_FACTOR_RULE = "The forward function fixes every factor: what it divides by divides its gradient too, exactly once."
_VALUE_FACTOR_RULE = "A sum and a mean differ by the number of things that are added up."

TEXTS: dict[str, tuple[str, str, str, str]] = {
    "zero": (
        "{it} is zero everywhere.",
        "Is {it} filled after it was created, and does every term that belongs to it enter?",
        "np.zeros only makes room: the numbers have to be written into it, and the filled array has to be returned.",
        "Follow {it} from the line that creates it to the `return`, term by term.",
    ),
    "not-finite": (
        "{it} holds NaN or infinity.",
        "Which step can divide by zero, take the logarithm of zero, or overflow for large inputs?",
        "exp overflows above about 709, log(0) is -inf, and 0/0 and inf - inf are NaN: a stable formula never gets there.",
        "Print the results of the intermediate steps for this kind of input, and find the first one that is not finite.",
    ),
    "sign": (
        "{it} has the right size and the opposite sign.",
        "Which difference is taken the wrong way round, or which minus sign is lost?",
        "a - b and b - a have opposite signs, and so have the gradients with respect to a and b.",
        "Look at every minus sign on the way to {it}.",
    ),
    "factor": (
        "{it} is the same number times the right one in every entry.",
        "Which constant factor is left out, or counted twice?",
        "One factor that is the same everywhere comes from a constant, a length, or a number computed from whole arrays: not from single entries.",
        "Collect all constant factors on the way to {it} and compare them with the definition.",
    ),
    "gradient.factor": (
        "{it} is the same number times the right one in every entry.",
        "Which constant factor of the forward function is left out, or counted twice?",
        _GRADIENT_FACTOR_RULE,
        "Collect all constant factors of the forward function and find each of them in {it}.",
    ),
    "factor.negative": (
        "{it} is the same negative number times the right one in every entry.",
        "Is a sign lost, and a constant factor as well?",
        "A sign and a constant factor are two separate mistakes: settle the sign first.",
        "Look at every minus sign and every constant on the way to {it}.",
    ),
    "factor.two": (
        "{it} is twice as large as it should be.",
        "Where does a factor 2 come in, and does it belong there?",
        "A factor 1/2 in a definition is often there to cancel the 2 that comes from differentiating a square.",
        "Look at the constants in the definition and in the line that computes {it}.",
    ),
    "factor.half": (
        "{it} is half as large as it should be.",
        "Is a factor 2 left out, or is something halved twice?",
        "The derivative of a square has a factor 2, and a mean of squares keeps it.",
        "Look at the constants in the definition and in the line that computes {it}.",
    ),
    "factor.rows": (
        "{it} is as many times too large as there are rows.",
        "Does the definition average over the examples where the code adds up?",
        _VALUE_FACTOR_RULE,
        "Look for the place where the batch is added up on the way to {it}.",
    ),
    "gradient.factor.rows": (
        "{it} is as many times too large as there are rows in the batch.",
        "Does the forward function average over the examples, and does {it} know that?",
        _GRADIENT_FACTOR_RULE,
        "Look for the place where the backward pass starts, and where the division by the batch size should happen.",
    ),
    "factor.per-rows": (
        "{it} is as many times too small as there are rows.",
        "Is there a mean where the definition has a sum, or is the average taken twice?",
        _VALUE_FACTOR_RULE,
        "Look for `mean` and for divisions by the number of examples on the way to {it}.",
    ),
    "gradient.factor.per-rows": (
        "{it} is as many times too small as there are rows in the batch.",
        "Is there a mean where a sum belongs, or is the average over the examples taken twice?",
        _GRADIENT_FACTOR_RULE,
        "Look for `mean` and for divisions by the batch size on the way to {it}.",
    ),
    "factor.rows-squared": (
        "{it} is too large by the number of rows, twice.",
        "Is something multiplied by the batch size that should be divided by it?",
        "Multiplying where one should divide is off by the square.",
        "Look for the batch size in the line that computes {it}.",
    ),
    "factor.two-rows": (
        "{it} is too large by twice the number of rows.",
        "Are an average over the rows and a factor 1/2 both left out?",
        "A mean with 1/2 in front divides by the number of rows and by two.",
        "Compare every constant of the definition with the line that computes {it}.",
    ),
    "factor.per-two-rows": (
        "{it} is too small by twice the number of rows.",
        "Is the average taken twice, and a factor 2 left out?",
        "Every constant of the definition appears exactly once.",
        "Compare every constant of the definition with the line that computes {it}.",
    ),
    "factor.rows-over-two": (
        "{it} is too large by half the number of rows.",
        "Is an average over the rows left out, and a factor 2 as well?",
        "Every constant of the definition appears exactly once.",
        "Compare every constant of the definition with the line that computes {it}.",
    ),
    "factor.entries": (
        "{it} is too large by the number of entries of an array.",
        "Is a mean over all entries meant where the code adds them up?",
        _VALUE_FACTOR_RULE,
        "Look at what the definition divides by, and at `size`, `len` and `mean` in your code.",
    ),
    "factor.per-entries": (
        "{it} is too small by the number of entries of an array.",
        "Is a mean over all entries taken where a sum, or a mean over the rows, is meant?",
        "`mean()` without an axis divides by the number of all entries, rows times columns.",
        "Look at what the definition divides by, and at `size`, `len` and `mean` in your code.",
    ),
    "factor.columns": (
        "{it} is as many times too large as there are columns.",
        "Is a mean over the columns, or over all entries, left out?",
        _VALUE_FACTOR_RULE,
        "Look at what the definition divides by, and at the axis of every sum and mean.",
    ),
    "factor.per-columns": (
        "{it} is as many times too small as there are columns.",
        "Is a mean taken over all entries where only the rows should be averaged?",
        "`mean()` without an axis divides by the number of all entries, rows times columns.",
        "Look at what the definition divides by, and at the axis of every sum and mean.",
    ),
    "factor.length": (
        "{it} is too large by the length of one of the axes.",
        "Is a mean left out along one of the axes?",
        _VALUE_FACTOR_RULE,
        "Look at what the definition divides by, and at the axis of every sum and mean.",
    ),
    "factor.per-length": (
        "{it} is too small by the length of one of the axes.",
        "Is a mean taken where a sum is meant?",
        _VALUE_FACTOR_RULE,
        "Look at what the definition divides by, and at the axis of every sum and mean.",
    ),
    "factor.parameter": (
        "{it} is off by a factor that is one of the numbers handed in.",
        "Is that number multiplied in where it does not belong, or counted twice?",
        "A strength or rate multiplies only the term it belongs to.",
        "Follow each number among the arguments to the place where it is used.",
    ),
    "factor.log2": (
        "{it} is the right one for logarithms to base 2.",
        "Which logarithm is meant?",
        "np.log is the natural logarithm; the course uses no other.",
        "Look for log2 on the way to {it}.",
    ),
    "factor.log10": (
        "{it} is off by the factor between logarithms to base 10 and natural ones.",
        "Which logarithm is meant?",
        "np.log is the natural logarithm; the course uses no other.",
        "Look for log10 on the way to {it}.",
    ),
    "close": (
        "{it} is almost right, but off by more than rounding.",
        "Is a small number added, something clipped, pi written with few digits, single precision used, a slope measured by a step, or the small difference of two large numbers taken?",
        "A right and stable formula in float64 is good to about fifteen digits, in any order of summation.",
        "Look for constants written by hand, `clip`, `round`, float32, and for numbers on the way to {it} that nearly cancel.",
    ),
    "gradient.close": (
        "{it} is almost right, but off by more than rounding.",
        "Is the gradient computed by differences, or is a small number added, or single precision used?",
        "An exact formula in float64 is good to about fifteen digits.",
        "Look for small constants and float32 on the way to {it}.",
    ),
    "close.cancelled": (
        "{it} is right but for the last digits of larger numbers.",
        "Is it the small difference of two numbers that are nearly equal?",
        "Numbers are rounded to sixteen digits; a difference of two that nearly agree keeps only the digits in which they differ.",
        "Look for one minus something, and for differences of squares or sums, on the way to {it}, and for a formula without them.",
    ),
    "close.single": (
        "Every number in {it} that is off is a single precision number.",
        "Which step works in float32?",
        "float32 keeps seven digits, float64 sixteen; what is lost does not come back by converting again.",
        "Look for float32 and for arrays that are created with a dtype.",
    ),
    "close.rounded": (
        "{it} is the right result rounded to a few decimals.",
        "Is there a `round` that should only be in what is printed?",
        "Round when you show a number, never while you compute.",
        "Look for `round` and for formatted text that is turned into numbers.",
    ),
    "close.logarithm": (
        "{it} stops at the logarithm of a small number where it should be larger.",
        "Is a small number added inside a logarithm, or is what goes into it clipped?",
        "A logarithm that is simplified before it is computed needs no protection: log(exp(z)) is z, however large.",
        "Look at what stands inside each `log`, and rewrite the formula so that nothing in it can become zero.",
    ),
    "value.absolute": (
        "{it} has lost its signs.",
        "Where do negative numbers become positive?",
        "abs and squares make every number positive.",
        "Look for `abs` and `** 2` on the way to {it}.",
    ),
    "value.complement": (
        "{it} is one minus the right result.",
        "Which of the two cases is counted?",
        "The probabilities of a case and its opposite add up to one.",
        "Look at which class, or which side, the result stands for.",
    ),
    "value.squared": (
        "{it} is the square of the right result.",
        "Is something squared that should not be, or is a square root missing?",
        "A length is the square root of a sum of squares.",
        "Look for `** 2` and `sqrt` on the way to {it}.",
    ),
    "value.root": (
        "{it} is the square root of the right result.",
        "Is a square missing, or a root taken that the definition does not have?",
        "A variance is the square of a standard deviation.",
        "Look for `** 2` and `sqrt` on the way to {it}.",
    ),
    "value.log": (
        "{it} is the logarithm of the right result.",
        "On which scale is the result wanted?",
        "exp undoes log.",
        "Look at the last step before the `return`.",
    ),
    "value.exp": (
        "{it} is the exponential of the right result.",
        "On which scale is the result wanted?",
        "log undoes exp.",
        "Look at the last step before the `return`.",
    ),
}
