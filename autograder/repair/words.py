"""What is said of a repair: what kind of thing it changes, never what it changes it to. Where it is, feedback says.

For every aspect a question, which may be put to any place with that aspect, and a rule that is true in general.
"""

from __future__ import annotations

from dataclasses import dataclass

from autograder.repair.model import Repair

TEXTS: dict[str, tuple[str, str]] = {
    "accumulate": ("Should this line build something up, or write it anew?", "`=` forgets what was there before; `+=` adds to it."),
    "argument.extra": ("Does every argument of this call belong there?", "An argument that is left out has a default, which is often the one that is wanted."),
    "argument.missing": ("Is this call handed all that it needs?", "An argument that is left out has a default, whatever the function around the call was given."),
    "argument.order": ("In which order does this call want its arguments?", "A function takes its arguments by their position, whatever they are called outside of it."),
    "asymmetry": ("This line is built like another one, but for one thing: is the difference meant?", "What a formula does for one layer it does for the next, and for weights as for biases, unless it says otherwise."),
    "axis": ("Which axis should disappear here?", "The axis you name is the one that is gone afterwards: axis 0 runs down the rows, axis 1 along a row."),
    "brackets": ("What is done first here, and what after it?", "Powers come before products and fractions, these before sums; a function is applied to all that stands in its brackets."),
    "call.extra": ("Is every function that is called here part of the definition?", "Each step that is not in the definition changes the numbers."),
    "call.missing": ("Is there a step in the definition that is not done here?", "Each function in the definition is a step in the code."),
    "case": ("Are there really two cases here, and is each of them where it belongs?", "A case of its own is right only if the definition has it."),
    "comparison": ("Which side of the comparison is meant?", "A mask is True where the condition holds: try it on one number from each side."),
    "comparison.border": ("What should happen when both sides are equal?", "`<` and `<=` differ exactly at the border."),
    "complement": ("Which of the two is meant, a number or one minus it?", "A share and what is left of the whole add up to one."),
    "condition": ("When exactly should this hold?", "`and` holds if both do, `or` if one does, `not` turns a condition round."),
    "constant": ("Where does the number in this line come from?", "Every number in a formula has a reason in the definition."),
    "constant.name": ("Should this number be the same for every input?", "A number that is written out stays the same whatever the function is given."),
    "copy": ("Whose array is changed here?", "An array that is changed in place changes for everyone who holds it; a copy is one's own."),
    "ddof": ("What is the sum of squares divided by?", "A variance of N numbers divides by N unless it says otherwise; `ddof` changes that."),
    "division": ("Should this division give whole numbers?", "`//` rounds down, `/` does not."),
    "division.by.zero": ("What happens here where the denominator is zero?", "0/0 is NaN and 1/0 is infinite: such a case needs an answer of its own."),
    "dtype": ("Which type do the numbers have here?", "An array of whole numbers cuts off what is written into it, and float32 keeps seven digits."),
    "encoding": ("Which two numbers stand for the two answers?", "0 and 1 or -1 and 1: a formula is written for one of the two."),
    "expression": ("Is this the quantity that is meant here?", "Quantities that are computed in the same function are easily taken for each other."),
    "factor.count": ("What does this line divide by, and what should it divide by?", "A mean divides by the number of what is averaged, exactly once."),
    "factor.extra": ("Does every factor in this line belong there?", "A factor that the definition does not have changes every number."),
    "factor.missing": ("Is a factor missing here?", "In a chain of functions the slope of every link is a factor, and so is what comes from above."),
    "factor.slope": ("Which slope belongs here, and of what is it taken?", "The slope of an activation is another function than the activation, and it may be written with its output."),
    "factor.two": ("Is there a 2 too many or too few?", "A square has a 2 in its derivative; a 1/2 in the definition takes it away again."),
    "formula": ("Does this part compute what the definition says?", "Put the definition beside the line and go through both, one operation after the other."),
    "function": ("Is this the function that is meant?", "Functions with similar names do different things: look yours up."),
    "guard": ("What should happen for arguments that do not fit?", "What cannot be computed is refused with an error, before broadcasting makes something of it."),
    "index": ("Which entry is meant here?", "Counting begins with 0; -1 is the last; `a:b` ends before b; rows come before columns."),
    "keepdims": ("Which shape has this result?", "A sum over an axis loses it; `keepdims=True` leaves an axis of length one, so that rows still meet rows."),
    "item.extra": ("Does every item belong there?", "What is listed counts."),
    "key": ("Which entry of the dict is meant?", "A dict gives back what was put in under exactly that name."),
    "length": ("The length of what is meant here?", "`shape[0]` and `len` count rows, `shape[1]` columns, `size` all entries."),
    "loop.order": ("In which order should this loop go?", "What a turn of a loop uses must have been computed in an earlier one."),
    "loop.range": ("With what does this loop begin, and with what does it end?", "`range(a, b)` begins with a and ends before b."),
    "mask": ("Where does nothing get through?", "A mask is 1 where something passes and 0 where it does not."),
    "name": ("Is each name in this line the one that is meant?", "Two arrays of the same shape can stand in each other's place without an error."),
    "name.constant": ("Does this name belong here?", "What stands in a formula without reason changes the result."),
    "operand.order": ("Which of the two comes first in this product?", "`A @ B` sums over the columns of A and the rows of B; the other order is another product."),
    "operand.transposed": ("Which of the arrays in this line should be transposed?", "In `A @ B` the columns of A meet the rows of B, and the result has the rows of A and the columns of B."),
    "operator": ("Is each sign of arithmetic in this line the right one?", "Sum, difference, product and fraction are four different things, also where one of the two is 0 or 1."),
    "order": ("In which order should these entries stand?", "What is collected while going backwards stands in reverse."),
    "overflow": ("What happens here for very large or very negative numbers?", "exp overflows above about 709; it never does if its argument is not positive."),
    "power": ("Is something squared here, or should it be?", "A square, a root and the number itself are the same only for 0 and 1."),
    "product": ("Which product is meant: entry by entry, of matrices, or every entry with every other?", "`*` multiplies entry by entry, `@` sums products of rows and columns, `np.outer` takes every pair."),
    "random": ("Which generator do these numbers come from?", "A function that is handed a generator draws from that one and no other, so that its numbers can be repeated."),
    "reduction": ("Sum, mean, or something else?", "A mean is a sum divided by the number of what is added up."),
    "reduction.missing": ("Should one number come out here, or many?", "Where a formula has a sum, the code has one too, over the same axis."),
    "result.dropped": ("What happens to what this call returns?", "A function that returns something new leaves its arguments as they are: what it returns needs a name."),
    "result.type": ("What should come out: an array, a number, a list or a tuple?", "A list of arrays is no array, and an array with one number is no number."),
    "return.missing": ("What does the function give back?", "A function without `return` gives back None."),
    "returned": ("Are these the results that are asked for?", "What is returned is said in the docstring, with its order."),
    "returned.order": ("In which order are the results asked for?", "Results are told apart by their places alone."),
    "shape.axis": ("How many axes has this array, and how many should it have?", "`[:, None]` makes a column, `[None, :]` a row; shapes are compared from the last axis."),
    "shape.order": ("Rows or columns first?", "A shape says the number of rows first, then that of columns."),
    "shift": ("What happens here for large numbers?", "A softmax stays the same if the largest entry of a row is taken off first, and then exp cannot overflow."),
    "sign": ("Plus or minus?", "a - b and b - a differ in their sign, and a gradient points uphill."),
    "state": ("What is left here from the call before?", "What is made outside of a function, or as a default argument, lives on from call to call."),
    "step.case": ("Does this step belong to one case only?", "What stands inside an `if` happens in that case only."),
    "step.extra": ("Is this step needed?", "Each step that is not in the definition changes the numbers."),
    "step.loop": ("Should this happen once, or in every turn of the loop?", "What stands inside a loop is done in every turn; what stands before or after it, once."),
    "step.missing": ("Is this what was there before a step, or after it?", "Each step needs the result of the one before it."),
    "step.order": ("Which comes first, this step or its neighbour?", "A line uses the values that are there when it is reached."),
    "step.undone": ("Is what is changed here put back?", "A change for the sake of a measurement has to be undone before the next one."),
    "term.constant": ("Is something counted once too often or too little?", "The number of fences and the number of posts differ by one."),
    "term.epsilon": ("Does the definition have this small number?", "A small number that guards against a division by zero changes every result a little."),
    "term.extra": ("Does every term in this line belong there?", "A term that the definition does not have changes the result."),
    "term.missing": ("Is a term missing here?", "Each term of the definition has to come in once."),
    "text": ("Is this the word that is asked for?", "Words are compared letter by letter."),
    "unpacked.order": ("In which order do these values come?", "Values that come together are told apart by their places alone."),
}


@dataclass(frozen=True, slots=True)
class Words:
    """A question about the place, and the rule."""

    question: str
    rule: str


def words(repair: Repair) -> Words:
    """What may be said of a repair that makes every check of its question pass."""
    return Words(*TEXTS[repair.aspect])
