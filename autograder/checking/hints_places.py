"""Words for results that are wrong in their order, shape, axis, or in some entries only."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str, str]] = {
    "argument.ignored": (
        "{it} does not depend on {other}.",
        "Where is {other} used on the way to the result?",
        "Every argument of the function has its part in the result.",
        "Look for {other} in your code, and whether something else is used in its place.",
    ),
    "argument.ignored.choice": (
        "{it} would be right for another value of {other}, whatever {other} is.",
        "Is {other} passed on to every function that needs it, and looked at in every case?",
        "A choice that is not handed on is made anew by the function that is called: its default counts.",
        "Look for each call of another function in your code, and whether {other} is handed to it.",
    ),
    "value.truncated": (
        "{it} holds whole numbers where the right ones have digits behind the point.",
        "Is the result written into an array of integers, or divided with //?",
        "What is assigned to an entry of an integer array loses its digits: an array made from integers holds integers.",
        "Look at how the array for the result is made, at `dtype`, `astype`, and at // in the place of /.",
    ),
    "clipped": (
        "{it} is right up to a number and stays at that number where it should go beyond.",
        "Is something clipped, or limited with a minimum or maximum, that should not be?",
        "Only what the definition limits may be limited: large numbers are no mistake.",
        "Look for `clip`, `minimum`, `maximum` and comparisons on the way to {it}.",
    ),
    "line.columns.factor": (
        "Every column of {it} is right but for a factor, another one for each column.",
        "What is each column multiplied with or divided by, and is that the right number for it?",
        "A number that belongs to a column is computed along the rows of that column, with the formula of the text.",
        "Look at the number that each column is divided by or multiplied with.",
    ),
    "line.rows.factor": (
        "Every row of {it} is right but for a factor, another one for each row.",
        "What is each row divided by, and does that number take in all of the row and nothing else?",
        "A number that belongs to a row is computed from all entries of that row.",
        "Look at the number that each row is divided by or multiplied with.",
    ),
    "line.columns.added": (
        "Every column of {it} is off by a number, another one for each column.",
        "What is added to each column, or subtracted from it, and is it the right number for that column?",
        "What is added to a whole column has one number for each column: entry j belongs to column j.",
        "Look at what is added or subtracted, at its shape and its sign.",
    ),
    "line.rows.added": (
        "Every row of {it} is off by a number, another one for each row.",
        "What is added to each row, or subtracted from it, and is it the right number for that row?",
        "What is added to a whole row has one number for each row: entry i belongs to row i.",
        "Look at what is added or subtracted, at its shape, and at the axis of a sum, mean or maximum.",
    ),
    "transpose": (
        "{it} holds the right numbers with rows and columns exchanged.",
        "Which matrix of the product should be transposed, and in which order do the factors stand?",
        "(A @ B).T is B.T @ A.T: write the shapes under every factor and let them decide the order.",
        "Look at the product that gives {it}, with all lengths different in your mind.",
    ),
    "swapped": (
        "{it} has the numbers of another one of the results.",
        "Are two results exchanged, or is the step left out that leads from one to the other?",
        "Every result has its own place and its own formula, both told in the docstring.",
        "Compare the `return` line with the docstring, and the lines that compute the two results.",
    ),
    "swapped.later": (
        "{it} has the numbers of a result that comes after it.",
        "Are the two one and the same array, into which a later step writes, or are they exchanged?",
        "`b = a` and `list.append(a)` make no copy: what is written into an array later is seen under each of its names.",
        "Look for `out=`, `+=` and assignments to entries after {it} was put away, and compare the `return` line with the docstring.",
    ),
    "argument.returned": (
        "{it} is one of the arguments, unchanged.",
        "Which variable is returned?",
        "The result has to be kept under a name, and that name has to be returned.",
        "Look at the `return` line.",
    ),
    "axis.summed": (
        "{it} has been added up or averaged along an axis where it should not be.",
        "Which axis does the sum or mean run over, and is it needed here?",
        "A sum over an axis removes that axis; broadcasting may bring it back with equal rows.",
        "Look at every `sum` and `mean` on the way to {it}.",
    ),
    "axis.centred": (
        "{it} is the right result with its mean along an axis subtracted.",
        "Is a mean subtracted that the definition does not have?",
        "Subtract only what the definition subtracts.",
        "Look for `mean` on the way to {it}.",
    ),
    "axis.unsummed": (
        "Added up (or averaged) along one axis, {it} would be right, or right but for its shape.",
        "Along which axis should {it} still be added up or averaged?",
        "What is used by every row of a batch collects a contribution from every row.",
        "Look at how an array with fewer axes was broadcast in the forward formula.",
    ),
    "axis.other": (
        "{it} is what the right code gives if rows and columns change their parts throughout.",
        "Along which axis does each sum, mean or maximum run?",
        "axis=0 runs down the rows and leaves one number for each column; axis=1 runs across and leaves one for each row.",
        "Look at every `axis=` and every loop on the way to {it}, and at which of the two lengths it runs over.",
    ),
    "axis.wrong": (
        "{it} is the upstream gradient added up along the wrong axis.",
        "Which axis is the batch?",
        "Add up over the axis along which the array was broadcast, so that its own shape is left.",
        "Look at the `axis=` of the sum that gives {it}.",
    ),
    "axis.all": (
        "{it} is a single number where an array is right: everything has been added up or averaged.",
        "Over which axis should the sum run?",
        "`sum()` and `mean()` without an axis take all entries together.",
        "Look for `sum`, `mean` and `np.sum` without `axis=`.",
    ),
    "axis.per-row": (
        "{it} holds as many numbers as there are rows, where as many as there are columns are asked for.",
        "Along which axis does the sum, mean or maximum run?",
        "axis=0 goes down the rows and leaves one number for each column; axis=1 goes across and leaves one for each row.",
        "Write the shape of each array beside its line, and look at every `axis=`.",
    ),
    "axis.per-column": (
        "{it} holds as many numbers as there are columns, where as many as there are rows are asked for.",
        "Along which axis does the sum, mean or maximum run?",
        "axis=0 goes down the rows and leaves one number for each column; axis=1 goes across and leaves one for each row.",
        "Write the shape of each array beside its line, and look at every `axis=`.",
    ),
    "shape.diagonal": (
        "{it} is a list of numbers where a square table is asked for.",
        "Are these the numbers of its diagonal?",
        "numpy's decompositions hand back a diagonal matrix as the list of its diagonal.",
        "Print the shape of everything that numpy hands back there, and read in its documentation how it is meant.",
    ),
    "shape.extra-axis": (
        "{it} holds the right numbers and has an axis of length one too many.",
        "Where does the extra axis come from?",
        "keepdims=True and indexing with None keep an axis of length one; (1, M) and (M,) are different shapes.",
        "Look for `keepdims`, `reshape` and `[:, None]` on the way to {it}.",
    ),
    "shape.missing-axis": (
        "{it} holds the right numbers in another shape.",
        "Which axis got lost, or which reshape is missing?",
        "The shape of a result is part of its definition; broadcasting hides a wrong one.",
        "Compare the shape in the docstring with the shape after every step.",
    ),
    "mask.missing": (
        "{it} is right wherever the right result is not zero, and not zero where it should be.",
        "Which entries should be zero, and what sets them to zero?",
        "Where a condition switches something off, the result there is exactly zero.",
        "Look for the condition, and for what it is compared with.",
    ),
    "mask.too-much": (
        "{it} is zero in some entries where it should not be, and right elsewhere.",
        "Which condition switches these entries off?",
        "A condition must hold for exactly the entries that the definition names.",
        "Look at the comparison that makes the mask, and at what is compared.",
    ),
    "mask.inverted": (
        "{it} is zero exactly where it should not be.",
        "Is the condition the wrong way round?",
        "A mask keeps what it is True for.",
        "Look at the comparison that makes the mask.",
    ),
    "side": (
        "{it} is right on one side of zero and wrong on the other.",
        "What should happen for negative inputs, and what for positive ones?",
        "A function that is defined in cases has one formula per case.",
        "Try one negative and one positive number by hand.",
    ),
    "side.near": (
        "{it} is wrong close to zero, on one side, and right further out.",
        "Where exactly does one case end and the other begin?",
        "A function that is defined in cases changes its formula at the threshold of the definition.",
        "Look at the number in the comparison.",
    ),
    "side.swapped": (
        "{it} has the slope of negative inputs for positive ones, and the other way round.",
        "Which case belongs to which side?",
        "np.where(condition, a, b) gives a where the condition holds, and b elsewhere.",
        "Look at the condition, and at the order of what follows it.",
    ),
    "side.far": (
        "{it} is right for small inputs and wrong for large ones.",
        "Is something clipped, or does an intermediate result overflow or lose its digits?",
        "A stable formula holds for every size of the input.",
        "Try one large input by hand, and look at each intermediate result.",
    ),
    "side.far-negative": (
        "{it} is right except for very negative inputs.",
        "Is something clipped, or does an intermediate result vanish or overflow there?",
        "A stable formula holds for every size of the input.",
        "Try one very negative input by hand, and look at each intermediate result.",
    ),
    "side.far-positive": (
        "{it} is right except for large positive inputs.",
        "Is something clipped, or does an intermediate result overflow or lose its digits there?",
        "A stable formula holds for every size of the input.",
        "Try one large positive input by hand, and look at each intermediate result.",
    ),
    "entries.label": (
        "{it} is wrong in one entry per row, that of the row's label, and right everywhere else.",
        "What is special about the entry of the right class?",
        "The entry of the label gets a contribution the others do not get.",
        "Look at how the labels are turned into positions.",
    ),
    "entries.not-label": (
        "{it} is right in one entry per row, that of the row's label, and wrong everywhere else.",
        "Is something that belongs to the right class alone done to every class?",
        "The entry of the label gets a contribution the others do not get.",
        "Look at how the labels are turned into positions.",
    ),
    "entries.few": (
        "{it} is wrong in a few single entries only.",
        "Do these entries come from a boundary, an equality, or an index that is off by one?",
        "Where nearly everything is right, the formula is, and a special case is not.",
        "Look at comparisons with equality, and at the first and last index of every loop.",
    ),
    "where.parts": (
        "Nothing that {it} returns is ever wrong but {other}: the rest is right in every call.",
        "Which lines make this part alone, and what do they leave out, or take from somewhere else?",
        "What several results have in common has been computed rightly if some of them are right.",
        "Go back from the `return` to the line where {other} gets its value, and compare it with the definition.",
    ),
    **{
        f"where.{kind}{only}": (
            f"{{it}} is {wrong}.",
            f"What does your code do otherwise in these {kind}, or leave out?",
            "Code that is right for some arguments and wrong for others has a case too many or too few, or uses something that is the same by chance.",
            f"Follow two of the {kind} through your function, one in which {{other}} and one of the others, and compare them line by line.",
        )
        for kind, where in (("calls", "call of the checks"), ("rows", "row"), ("entries", "entry"))
        for only, wrong in (("", f"wrong in every {where} in which {{other}}, and right in all others"), (".only", f"wrong only in {kind} in which {{other}}, and right in some of these"))
    },
    "row": (
        "{it} is wrong in the first or last row only.",
        "Where does the loop or slice over the rows start and end?",
        "range(n) runs from 0 to n - 1, and a slice leaves its end out.",
        "Look at the first and last index of the loop or slice over the rows.",
    ),
    "row.only-first": (
        "{it} is right in the first row only.",
        "What is used for the other rows?",
        "Every row of a batch is computed from its own row of the input.",
        "Look for an index 0, and for a `return` inside a loop.",
    ),
    "row.only-last": (
        "{it} is right in the last row only.",
        "Is something used in the loop over the rows before it is complete, or overwritten in every turn?",
        "Every row of a batch is computed from its own row of the input.",
        "Look at what is assigned inside the loop over the rows.",
    ),
    "column": (
        "{it} is wrong in the first or last column only.",
        "Where does the loop or slice over the columns start and end?",
        "range(n) runs from 0 to n - 1, and a slice leaves its end out.",
        "Look at the first and last index of the loop or slice over the columns.",
    ),
    "column.only-first": (
        "{it} is right in the first column only.",
        "What is used for the other columns?",
        "Every column is computed from its own numbers.",
        "Look for an index 0.",
    ),
    "column.only-last": (
        "{it} is right in the last column only.",
        "Is something used in the loop over the columns before it is complete, or overwritten in every turn?",
        "Every column is computed from its own numbers, and a sum is complete only after its loop.",
        "Look at what is assigned inside the loop over the columns.",
    ),
    "order": (
        "{it} holds the right numbers in the wrong places.",
        "Is there a reshape where a transpose is meant, or an order that is reversed?",
        "reshape keeps the order in memory and only cuts it anew; it does not exchange axes.",
        "Look at every `reshape`, `ravel`, `sort` and reversed slice on the way to {it}.",
    ),
}
