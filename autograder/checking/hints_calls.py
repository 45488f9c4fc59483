"""Words for what a function does from call to call: its errors, its use of chance, and sequences that begin or end elsewhere."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str, str]] = {
    "state": (
        "{it} is another one when the function is called a second time with the same arguments.",
        "Is something kept from call to call (a list or array outside of the function, a default argument), or left to chance?",
        "A function gives the same result for the same arguments, whatever was called before.",
        "Look for names that are changed in the function but made outside of it, and for `np.random`.",
    ),
    "state.earlier": (
        "{it} is what was right in an earlier call, with other numbers.",
        "What is kept from one call to the next, by the shape of the arguments perhaps, or in a default argument?",
        "A function computes its result from the arguments it is given, every time.",
        "Look for a dict, list or array that outlives the call, and for what is looked up in it.",
    ),
    "state.argument": (
        "{it} would be right if {other} were what it was in an earlier call.",
        "What is kept from one call to the next, in a default argument perhaps, or in a dict or array outside of the function?",
        "A function computes its result from the arguments it is given, every time.",
        "Look for what outlives the call, and for what is looked up in it instead of being computed from {other}.",
    ),
    "mutated": (
        "The argument {other} is changed by {it}.",
        "Which line writes into an array that is not its own: with an index on the left, with +=, with sort or shuffle?",
        "What a caller hands in is theirs: a function works on a copy, or makes a new array.",
        "Look at every line with `[...] =`, `+=`, `*=`, `.sort()`, `.pop()` or `out=`, and at what the name stands for there.",
    ),
    "random.left-to-chance": (
        "{it} is another one in a second call with an equal generator.",
        "Which generator do the random numbers come from?",
        "A function that is handed a generator draws from that one and no other, so that its numbers can be repeated.",
        "Look for `np.random` in your function, and for a generator that is made there.",
    ),
    "random.ignored": (
        "{it} is the same whichever generator is handed in.",
        "Which generator do the random numbers come from?",
        "A function that is handed a generator draws from that one and no other, so that another one gives other numbers.",
        "Look for a generator or a seed that is made inside your function, and for where the one handed in is used.",
    ),
    "random.later": (
        "{it} is what right code would give for a generator that has been drawn from some times more.",
        "Is something drawn before it that should not be drawn, or is the order of the draws another one?",
        "Every number that is drawn moves a generator on, also one that nobody uses.",
        "Write down all that is drawn, in its order, and compare with what the docstring says is drawn.",
    ),
    "random.sooner": (
        "{it} is what right code would give for a generator that has been drawn from some times less.",
        "Is something not drawn that should be drawn before it, or is the order of the draws another one?",
        "Every number that is drawn moves a generator on, and so every later number is another one.",
        "Write down all that is drawn, in its order, and compare with what the docstring says is drawn.",
    ),
    "function.other": (
        "{it} is what {other}.",
        "Which function of this notebook is asked for here, and which one is called or written?",
        "Functions that take the same arguments are soon taken for each other: a function and its slope, one activation and the next.",
        "Compare the body of your function with its docstring, and the names of all functions it calls.",
    ),
    "function.after": (
        "{it} is the right one, sent through {other} once more.",
        "Where is {other} called, or written out, although the result should be left as it is?",
        "A function that is applied twice gives something else than one that is applied once.",
        "Follow the result from the line that computes it to the `return`.",
    ),
    "function.missing": (
        "{it}, sent through {other}, would be the right one.",
        "Where should {other} come in, at the end perhaps?",
        "What a formula does last is soon forgotten.",
        "Compare the last line of your function with the last operation of the definition.",
    ),
    "function.before": (
        "{it} would be right if {other}.",
        "Is an argument what came in, or what came out of such a function already?",
        "What a function is handed is stated in its docstring: before or after an activation are two different things.",
        "Look at what happens to that argument before it is used.",
    ),
    **{
        f"quantity.{what}": (
            f"In every call {{it}} is {said}.",
            "Where does this quantity come in, and should it come in there?",
            "Every term and every factor of the definition has its part in the result, exactly once.",
            "Go through the definition term by term, and find each of them in your code.",
        )
        for what, said in (
            ("more", "larger than the right one by {other}"),
            ("less", "smaller than the right one by {other}"),
            ("times", "the right one multiplied by {other}"),
            ("over", "the right one divided by {other}"),
        )
    },
    "part.less-end": (
        "{it} ends too early: what is there is right.",
        "Where does the loop or slice end, and is something collected once too little?",
        "range(n) runs from 0 to n - 1, and a slice leaves its end out.",
        "Count the entries of {it}, and look at the end of each loop, slice and range on the way to it.",
    ),
    "part.less-start": (
        "{it} begins too late: what is there is right.",
        "Which entry is the first, and is it there before the loop begins?",
        "The first entry has the index 0, and what is there at the start belongs to a history.",
        "Look at the beginning of each loop, slice and range on the way to {it}.",
    ),
    "part.only-first": (
        "{it} is the first part of the right result, alone.",
        "Is the function left before it is done?",
        "`return` ends the function at once, also inside a loop.",
        "Look at how far the `return` is indented, and for an index 0.",
    ),
    "part.only-last": (
        "{it} is the last part of the right result, alone.",
        "Is something overwritten in every turn of a loop that should be collected?",
        "What each turn of a loop makes has to be kept: in a list, or in its own place of an array.",
        "Look at what is assigned inside the loop.",
    ),
    "part.less-end.columns": (
        "{it} lacks columns at its end: what is there is right.",
        "Where does the loop or slice over the columns end, and which length is that?",
        "range(n) runs from 0 to n - 1, a slice leaves its end out, and the two axes of an array have different lengths.",
        "Look at the end of each loop, slice and range over columns on the way to {it}.",
    ),
    "part.less-start.columns": (
        "{it} lacks columns at its beginning: what is there is right.",
        "Which column is the first?",
        "The first column has the index 0.",
        "Look at the beginning of each loop, slice and range over columns on the way to {it}.",
    ),
    "part.only-first.columns": (
        "{it} is the first column of the right result, alone.",
        "What is used for the other columns?",
        "`return` ends the function at once, also inside a loop, and an index takes one column out.",
        "Look at how far the `return` is indented, and for an index 0.",
    ),
    "part.only-last.columns": (
        "{it} is the last column of the right result, alone.",
        "Is something overwritten in every turn of a loop that should be collected?",
        "What each turn of a loop makes has to be kept: in a list, or in its own column of an array.",
        "Look at what is assigned inside the loop, and for an index -1.",
    ),
    "part.more-end.columns": (
        "{it} holds the right result, with more columns after it.",
        "What is put beside it, and does it belong there?",
        "The docstring says how many columns there are.",
        "Count the columns of {it} after each step on the way to it.",
    ),
    "part.more-start.columns": (
        "{it} holds the right result, with more columns before it.",
        "What is put beside it, and does it belong there?",
        "The docstring says how many columns there are.",
        "Count the columns of {it} after each step on the way to it.",
    ),
    "part.unfilled": (
        "{it} is still zero at its end, and right before.",
        "How far does the loop or slice that fills it run?",
        "range(n) runs from 0 to n - 1, and every axis of an array has a length of its own.",
        "Look at the end of each loop, slice and range on the way to {it}, and at which length it is taken from.",
    ),
    "part.more-end": (
        "{it} holds the right result, and goes on after it.",
        "Where does the loop end, and is something collected once too often?",
        "range(n) makes n turns, from 0 to n - 1; linspace has as many points as it is told.",
        "Count the entries of {it}, and look at the end of each loop and range on the way to it.",
    ),
    "part.more-start": (
        "{it} holds the right result, with something before it.",
        "What is put in before the first turn of the loop, and does it belong there?",
        "The docstring says what comes first.",
        "Look at what {it} holds before the loop begins.",
    ),
    "sequence.early": (
        "Each entry of {it} stands one place too early.",
        "Is something noted after a step that should be noted before it, or is an index off by one?",
        "What is noted before a step and what is noted after it differ by one place.",
        "Look at the order of the lines in the loop, and at each `+ 1` and `- 1` in an index.",
    ),
    "sequence.late": (
        "Each entry of {it} stands one place too late.",
        "Is something noted before a step that should be noted after it, or is an index off by one?",
        "What is noted before a step and what is noted after it differ by one place.",
        "Look at the order of the lines in the loop, and at each `+ 1` and `- 1` in an index.",
    ),
    "sequence.from-there-on": (
        "{it} is right at its beginning, and wrong from some entry on.",
        "What is different when the first wrong entry is made: what is it computed from, and with which values?",
        "What one turn of a loop gets wrong, all later turns begin with.",
        "Print the values with which each turn of the loop begins, and what it notes.",
    ),
    "sequence.noted": (
        "{it} is wrong, and all else that the function returns is right.",
        "What exactly should be noted in each turn, and when: before or after the step, of one batch or of all samples?",
        "A loop may compute everything rightly and still note something else than what was asked for.",
        "Read in the docstring what {it} holds, and look at the lines that fill it.",
    ),
    "sequence.added-up": (
        "Each entry of {it} is the sum of the right entries up to there.",
        "Is something added up over the whole loop that should begin anew in each turn?",
        "What belongs to one turn of a loop is set back at its beginning.",
        "Look for `+=` and `cumsum`, and at where the sum is set to zero.",
    ),
    **{
        f"sequence.{which}-so-far": (
            f"Each entry of {{it}} is the {size} of the right entries up to there.",
            "Is something kept from one turn of a loop to the next that should be found anew in each?",
            "What belongs to one turn of a loop is set back at its beginning.",
            "Look for `accumulate`, for a maximum or minimum with what was there before, and at where that is set.",
        )
        for which, size in (("best", "largest"), ("least", "smallest"))
    },
    "sequence.steps": (
        "Each entry of {it} is the step from the right entry before it to the right one.",
        "Should the entries be added up?",
        "A running total adds each turn to what was there before: += and not =.",
        "Look at what is assigned in each turn of the loop, and for `diff`.",
    ),
    "error.assert": (
        "{it} uses `assert` to refuse arguments, which raises AssertionError and not the error that was asked for.",
        "Which statement raises an error of a kind that you choose?",
        "`assert` is for what cannot happen; arguments are refused with `if` and `raise`, and the error the docstring names.",
        "Look at the `assert` lines of {it}.",
    ),
    "error.none": (
        "Arguments that should be refused are not refused by {it}.",
        "Are the arguments looked at before anything is computed with them, in every way in which they can be wrong?",
        "numpy often finds some result for arguments that make no sense (indices count from the end, shapes are broadcast), so the function has to look itself.",
        "Read in the docstring of {it} which arguments are refused, and look for an `if` and a `raise` for each.",
    ),
    "error.kind": (
        "Arguments that should be refused by {it} raise another error than the one that was asked for.",
        "Does numpy or Python stumble over the arguments before your own `if` sees them?",
        "Look at the arguments first, in the first lines of the function, and raise the error the docstring names.",
        "Look at the error's name in the message, and at the order of the first lines of {it}.",
    ),
    "error.silent": (
        "The error raised by {it} has no message.",
        "What would somebody want to read who called the function with these arguments?",
        "An error says what is wrong and with which value: raise ValueError(\"...\").",
        "Look at the `raise` line of {it}.",
    ),
}
