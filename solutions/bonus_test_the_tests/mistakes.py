"""Wrong implementations and poor tests, each with hints on three levels: a question, the rule, where to look."""

import numpy as np

from autograder.checking import mistake

from .reference import affine_forward, numerical_gradient, same

TABLE = "q2, the worked number, and the line on what counts as accepting in the docstring."
PLACES = "q3, the worked number, and the rules in the docstring."
INPUTS = "q4, the table of inputs and what they cannot see."
CLOSE = "q4, the paragraph on tolerance."
WHOLE = "q4, the list of what a verdict has to rest on."
LOSS = "q5, the list of what can go wrong."
LARGE = "q5, the paragraph on large logits."
SUITE = "q6, the worked number, and the docstring."


@mistake(
    "same",
    hints=(
        "What does numpy do when it compares (3,) with (1, 3)?",
        "Comparing entry by entry stretches shapes until they fit; a test has to look at the shapes first.",
        "q1, the worked number.",
    ),
)
def lets_numpy_broadcast(one, other, rtol):
    """Shapes are not compared: the stub as it was handed out."""
    return bool(np.allclose(one, other, rtol=rtol, atol=rtol))


@mistake(
    "same",
    hints=(
        "Are 0.1 + 0.2 and 0.3 the same float64?",
        "Right code may add in another order, and then differs in the last digit.",
        "q1, the formula in the docstring.",
    ),
)
def to_the_last_bit(one, other, rtol):
    """Entries have to be equal in every bit."""
    return bool(np.array_equal(one, other))


# verdict_table


@mistake(
    "verdict_table",
    hints=(
        "What does True mean in your table: accepted, or rejected?",
        "The table holds True where a test accepts.",
        TABLE,
    ),
)
def true_where_rejected(tests, candidates):
    """The table is True where a test rejects."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
            except Exception:
                table[t, k] = True
    return table


@mistake(
    "verdict_table",
    hints=(
        "Which of the two belongs along the rows of your table?",
        "Row t belongs to test t, column k to candidate k.",
        TABLE,
    ),
)
def one_row_per_candidate(tests, candidates):
    """The table has a row per candidate and a column per test."""
    table = np.zeros((len(candidates), len(tests)), dtype=bool)
    for k, candidate in enumerate(candidates):
        for t, test in enumerate(tests):
            try:
                test(candidate)
                table[k, t] = True
            except Exception:
                continue
    return table


@mistake(
    "verdict_table",
    hints=(
        "Which errors besides a failed assertion may a test or a candidate raise?",
        "Whatever is raised is a rejection: a wrong candidate may divide by zero before anything can be asserted.",
        TABLE,
    ),
)
def only_assertions_reject(tests, candidates):
    """Only AssertionError counts as rejecting; every other error ends the whole table."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
                table[t, k] = True
            except AssertionError:
                continue
    return table


@mistake(
    "verdict_table",
    hints=(
        "What does a test return that ends without a return statement?",
        "A test accepts by coming to its end; what it returns says nothing.",
        TABLE,
    ),
)
def believes_what_is_returned(tests, candidates):
    """A test that returns False, 0 or nothing counts as rejecting."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                table[t, k] = bool(test(candidate))
            except Exception:
                continue
    return table


@mistake(
    "verdict_table",
    hints=(
        "After a test has rejected one candidate, does it look at the next?",
        "Every pair of a test and a candidate has a verdict of its own.",
        TABLE,
    ),
)
def gives_up_after_a_rejection(tests, candidates):
    """A test that has rejected one candidate is not run on the rest."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        try:
            for k, candidate in enumerate(candidates):
                test(candidate)
                table[t, k] = True
        except Exception:
            continue
    return table


@mistake(
    "verdict_table",
    hints=(
        "If False is returned on purpose, has the test raised anything?",
        "Only an exception rejects; None and False are both just returned.",
        TABLE,
    ),
)
def none_accepts_false_rejects(tests, candidates):
    """A test that returns False counts as rejecting, one that returns nothing as accepting."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                table[t, k] = test(candidate) is not False
            except Exception:
                continue
    return table


@mistake(
    "verdict_table",
    hints=(
        "What is the dtype of your table?",
        "A verdict is True or False; a table of 1.0 and 0.0 cannot pick rows or columns.",
        TABLE,
    ),
)
def zeros_and_ones(tests, candidates):
    """The table holds floats."""
    table = np.zeros((len(tests), len(candidates)))
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
                table[t, k] = 1.0
            except Exception:
                continue
    return table


@mistake(
    "verdict_table",
    hints=(
        "Does the verdict of one test change that of another?",
        "Every test is run on every candidate.",
        TABLE,
    ),
)
def rejected_once_and_for_all(tests, candidates):
    """A candidate that one test has rejected is taken to be rejected by all later ones."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    gone = set()
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                if k not in gone:
                    test(candidate)
                    table[t, k] = True
            except Exception:
                gone.add(k)
    return table


@mistake(
    "verdict_table",
    hints=(
        "How many candidates does your loop see?",
        "Every test is run on every candidate.",
        TABLE,
    ),
)
def last_candidate_left_out(tests, candidates):
    """The last candidate is not tested."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates[:-1]):
            try:
                test(candidate)
                table[t, k] = True
            except Exception:
                table[t, k] = False
    return table


@mistake(
    "verdict_table",
    hints=(
        "What stands in your table where a test has raised?",
        "An exception is a rejection.",
        TABLE,
    ),
)
def whole_table_accepted(tests, candidates):
    """Everything is accepted: an exception is caught and forgotten."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
                table[t, k] = True
            except Exception:
                table[t, k] = False
    return np.ones_like(table)


@mistake(
    "verdict_table",
    hints=(
        "Which type has your table?",
        "The table is an array of truth values.",
        "The line `Returns` in the docstring of q2.",
    ),
)
def lists_instead_of_a_table(tests, candidates):
    """A list of lists is returned."""
    table = np.zeros((len(tests), len(candidates)), dtype=bool)
    for t, test in enumerate(tests):
        for k, candidate in enumerate(candidates):
            try:
                test(candidate)
                table[t, k] = True
            except Exception:
                table[t, k] = False
    return table.tolist()


# mutants


@mistake(
    "mutants",
    hints=(
        "How many places does one of your texts change?",
        "A mutant has one change at one place: with two, each may hide the other.",
        PLACES,
    ),
)
def all_places_at_once(source, swaps):
    """A pair is applied at all its places together."""
    made = []
    for old, new in swaps:
        text = source.replace(old, new)
        try:
            compile(text, "<mutant>", "exec")
        except SyntaxError:
            continue
        if text != source and text not in made:
            made.append(text)
    return made


@mistake(
    "mutants",
    hints=(
        "Does your search go on behind the first place?",
        "Every place of a pair makes a text of its own.",
        PLACES,
    ),
)
def first_place_only(source, swaps):
    """A pair is applied at its first place only."""
    made = []
    for old, new in swaps:
        text = source.replace(old, new, 1)
        try:
            compile(text, "<mutant>", "exec")
        except SyntaxError:
            continue
        if text != source and text not in made:
            made.append(text)
    return made


@mistake(
    "mutants",
    hints=(
        "Can Python read all of your texts?",
        "A text that is not valid Python is rejected by every test and says nothing about any of them.",
        PLACES,
    ),
)
def keeps_invalid_texts(source, swaps):
    """Texts that are not valid Python stay in the list."""
    made = []
    for old, new in swaps:
        start = source.find(old)
        while start >= 0:
            text = source[:start] + new + source[start + len(old) :]
            if text != source and text not in made:
                made.append(text)
            start = source.find(old, start + len(old))
    return made


@mistake(
    "mutants",
    hints=(
        "From which text does the second change start?",
        "Every text differs from the source by one swap: changes do not pile up.",
        PLACES,
    ),
)
def changes_pile_up(source, swaps):
    """Every change is made to the text before it instead of the source."""
    made, current = [], source
    for old, new in swaps:
        start = current.find(old)
        while start >= 0:
            text = current[:start] + new + current[start + len(old) :]
            try:
                compile(text, "<mutant>", "exec")
                valid = True
            except SyntaxError:
                valid = False
            if valid and text != source and text not in made:
                made.append(text)
                current = text
                start = current.find(old, start + len(new))
            else:
                start = current.find(old, start + len(old))
    return made


@mistake(
    "mutants",
    hints=(
        "Do two pairs of yours ever lead to the same text?",
        "The same mutant twice counts twice in every score; it is listed once, and the source itself never.",
        PLACES,
    ),
)
def keeps_doubles(source, swaps):
    """Texts equal to the source or to an earlier one stay in the list."""
    made = []
    for old, new in swaps:
        start = source.find(old)
        while start >= 0:
            text = source[:start] + new + source[start + len(old) :]
            try:
                compile(text, "<mutant>", "exec")
                made.append(text)
            except SyntaxError:
                pass
            start = source.find(old, start + len(old))
    return made


@mistake(
    "mutants",
    hints=(
        "Where does your search go on after a place of two letters?",
        "Places do not overlap: behind a place the search starts at its end.",
        PLACES,
    ),
)
def places_overlap(source, swaps):
    """The search goes on one letter further, so that places overlap."""
    made = []
    for old, new in swaps:
        start = source.find(old)
        while start >= 0:
            text = source[:start] + new + source[start + len(old) :]
            try:
                compile(text, "<mutant>", "exec")
                if text != source and text not in made:
                    made.append(text)
            except SyntaxError:
                pass
            start = source.find(old, start + 1)
    return made


@mistake(
    "mutants",
    hints=(
        "What does your loop do when a text cannot be compiled?",
        "A text that is no Python is left out, and the search goes on with the next place.",
        PLACES,
    ),
)
def stops_at_an_invalid_text(source, swaps):
    """The first text of a pair that is not valid Python ends the search for this pair."""
    made = []
    for old, new in swaps:
        start = source.find(old)
        while start >= 0:
            text = source[:start] + new + source[start + len(old) :]
            try:
                compile(text, "<mutant>", "exec")
            except SyntaxError:
                break
            if text != source and text not in made:
                made.append(text)
            start = source.find(old, start + len(old))
    return made


@mistake(
    "mutants",
    hints=(
        "In which order do your texts stand?",
        "Pair by pair, and for each pair from left to right: the order of the list tells which change is which.",
        PLACES,
    ),
)
def in_alphabetical_order(source, swaps):
    """The right texts, sorted."""
    made = set()
    for old, new in swaps:
        start = source.find(old)
        while start >= 0:
            text = source[:start] + new + source[start + len(old) :]
            try:
                compile(text, "<mutant>", "exec")
                made.add(text)
            except SyntaxError:
                pass
            start = source.find(old, start + len(old))
    return sorted(made - {source})


@mistake(
    "mutants",
    hints=(
        "How many places does your search visit?",
        "Each place gives a text of its own.",
        PLACES,
    ),
)
def last_place_only(source, swaps):
    """A pair is applied at its last place only."""
    made = []
    for old, new in swaps:
        start = source.rfind(old)
        text = source[:start] + new + source[start + len(old) :]
        try:
            compile(text, "<mutant>", "exec")
        except SyntaxError:
            continue
        if start >= 0 and text != source and text not in made:
            made.append(text)
    return made


@mistake(
    "mutants",
    hints=(
        "Which place of a pair comes first in your list?",
        "Places are taken from left to right.",
        PLACES,
    ),
)
def from_right_to_left(source, swaps):
    """The places of a pair are taken from right to left."""
    made = []
    for old, new in swaps:
        places, start = [], source.find(old)
        while start >= 0:
            places.append(start)
            start = source.find(old, start + len(old))
        for start in reversed(places):
            text = source[:start] + new + source[start + len(old) :]
            try:
                compile(text, "<mutant>", "exec")
            except SyntaxError:
                continue
            if text != source and text not in made:
                made.append(text)
    return made


@mistake(
    "mutants",
    hints=(
        "Does a pair (old, new) also put old in the place of new?",
        "A pair has one direction.",
        PLACES,
    ),
)
def both_ways(source, swaps):
    """Every pair is applied in both directions."""
    made = []
    for old, new in [pair for old, new in swaps for pair in ((old, new), (new, old)) if pair[0]]:
        start = source.find(old)
        while start >= 0:
            text = source[:start] + new + source[start + len(old) :]
            try:
                compile(text, "<mutant>", "exec")
            except SyntaxError:
                pass
            else:
                if text != source and text not in made:
                    made.append(text)
            start = source.find(old, start + len(old))
    return made


@mistake(
    "mutants",
    hints=(
        "Is the unchanged text a mutant?",
        "Texts equal to the source are left out.",
        PLACES,
    ),
)
def source_in_the_list(source, swaps):
    """The source itself is part of the list."""
    made = []
    for old, new in swaps:
        start = source.find(old)
        while start >= 0:
            text = source[:start] + new + source[start + len(old) :]
            try:
                compile(text, "<mutant>", "exec")
            except SyntaxError:
                pass
            else:
                if text != source and text not in made:
                    made.append(text)
            start = source.find(old, start + len(old))
    return [source, *made]


@mistake(
    "mutants",
    hints=(
        "Where does the rest of your text begin?",
        "Nothing but the place is changed.",
        PLACES,
    ),
)
def rest_of_the_text_lost(source, swaps):
    """What stands behind the place is lost."""
    made = []
    for old, new in swaps:
        start = source.find(old)
        while start >= 0:
            text = source[:start] + new
            try:
                compile(text, "<mutant>", "exec")
            except SyntaxError:
                pass
            else:
                if text != source and text not in made:
                    made.append(text)
            start = source.find(old, start + len(old))
    return made


@mistake(
    "mutants",
    hints=(
        "How many letters does a swap take out?",
        "What is taken out is old, whatever is put in.",
        PLACES,
    ),
)
def length_of_the_new_text(source, swaps):
    """The rest of the text begins after as many letters as the new text has."""
    made = []
    for old, new in swaps:
        start = source.find(old)
        while start >= 0:
            text = source[:start] + new + source[start + len(new) :]
            try:
                compile(text, "<mutant>", "exec")
            except SyntaxError:
                pass
            else:
                if text != source and text not in made:
                    made.append(text)
            start = source.find(old, start + len(old))
    return made


@mistake(
    "mutants",
    hints=(
        "How many pairs does your loop see?",
        "All pairs are used, in order.",
        PLACES,
    ),
)
def last_pair_left_out(source, swaps):
    """The last pair is not used."""
    made = []
    for old, new in swaps[:-1]:
        start = source.find(old)
        while start >= 0:
            text = source[:start] + new + source[start + len(old) :]
            try:
                compile(text, "<mutant>", "exec")
            except SyntaxError:
                pass
            else:
                if text != source and text not in made:
                    made.append(text)
            start = source.find(old, start + len(old))
    return made


# test_affine_backward


@mistake(
    "test_affine_backward",
    hints=(
        "Which number of the result does your test look at?",
        "Right shapes say nothing about the numbers in them.",
        WHOLE,
    ),
)
def looks_at_shapes_only(candidate):
    """Only shapes are tested."""
    draw = np.random.default_rng(0)
    for N, D, M in ((4, 3, 2), (1, 1, 1), (1, 2, 3), (3, 1, 2), (2, 3, 1)):
        dX, dW, db = candidate(draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M)))
        assert dX.shape == (N, D)
        assert dW.shape == (D, M)
        assert db.shape == (M,)


@mistake(
    "test_affine_backward",
    hints=(
        "Which errors cannot be seen with this one example?",
        "One example shows one shape and one set of signs; wrong code is often right there.",
        INPUTS,
    ),
)
def one_example(candidate):
    """One worked example, with positive numbers in X and W."""
    dX, dW, db = candidate(np.array([[1.0, 0, -1], [2, 1, 0]]), np.array([[3.0, 1], [0, 2]]), np.array([[1.0, 2, 3], [4, 5, 6]]))
    assert np.allclose(dX, [[-2, -2], [4, 13]])
    assert np.allclose(dW, [[3, 0, -3], [5, 2, -1]])
    assert np.allclose(db, [3, 1, -1])


@mistake(
    "test_affine_backward",
    hints=(
        "What is the mean of one row, and what is its sum?",
        "With a single row a sum and a mean are the same.",
        INPUTS,
    ),
)
def one_row_only(candidate):
    """All inputs have one row."""
    draw = np.random.default_rng(0)
    for D, M in ((3, 2), (2, 2), (4, 1), (1, 3)):
        dZ, X, W = draw.normal(size=(1, M)), draw.normal(size=(1, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 1e-9)
        assert same(dW, np.outer(X[0], dZ[0]), 1e-9)
        assert same(db, dZ[0], 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Which lengths do your inputs have?",
        "Where all lengths are 3, shapes cannot be mixed up, and no axis of length 1 can get lost.",
        INPUTS,
    ),
)
def square_only(candidate):
    """All inputs are square, of size 3."""
    draw = np.random.default_rng(0)
    for _ in range(3):
        dZ, X, W = draw.normal(size=(3, 3, 3))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 1e-9)
        assert same(dW, X.T @ dZ, 1e-9)
        assert same(db, dZ.sum(axis=0), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Is your W equal to its transpose?",
        "A symmetric matrix cannot show that a transpose is missing.",
        INPUTS,
    ),
)
def symmetric_inputs(candidate):
    """The inputs are symmetric matrices."""
    for W in (np.array([[2.0, -1.0], [-1.0, 3.0]]), np.array([[0.5, 4.0], [4.0, -2.0]])):
        X = np.array([[1.0, -2.0], [-2.0, 5.0]])
        dZ = np.array([[-3.0, 1.0], [1.0, 2.0]])
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W, 1e-9)
        assert same(dW, X @ dZ, 1e-9)
        assert same(db, dZ[0] + dZ[1], 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Does every right program add in the same order?",
        "Sums in another order differ in the last digit; a test that asks for equal bits rejects right code.",
        CLOSE,
    ),
)
def equal_bits(candidate):
    """Floats are compared with ==."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert np.array_equal(dX, dZ @ W.T)
        assert np.array_equal(dW, X.T @ dZ)
        assert np.array_equal(db, dZ.sum(axis=0))


@mistake(
    "test_affine_backward",
    hints=(
        "Which wrong db has the same sum as the right one?",
        "A sum over everything forgets which entry is which, and which axis was summed.",
        WHOLE,
    ),
)
def db_by_its_sum(candidate):
    """Of db only the sum is tested."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 1e-9)
        assert same(dW, X.T @ dZ, 1e-9)
        assert np.isclose(np.sum(db), dZ.sum())


@mistake(
    "test_affine_backward",
    hints=(
        "How many percent may dX be off before your test says no?",
        "Rounding is some 1e-15; a tolerance of percents lets real errors pass.",
        CLOSE,
    ),
)
def tolerance_of_percents(candidate):
    """The tolerance is five percent."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 0.05)
        assert same(dW, X.T @ dZ, 0.05)
        assert same(db, dZ.sum(axis=0), 0.05)


@mistake(
    "test_affine_backward",
    hints=(
        "How far is a measured slope from the exact one?",
        "Central differences are right to about ten digits; asking them for fourteen rejects right code.",
        CLOSE,
    ),
)
def asks_measurements_for_too_much(candidate):
    """Measured slopes are compared with a tolerance of 1e-14."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 3, 2), (4, 1, 2), (3, 3, 3), (4, 2, 3)):
        dZ, X, W, b = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M)), draw.normal(size=M)
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, numerical_gradient(lambda A: np.sum(dZ * affine_forward(A, W, b)), X), 1e-14)
        assert same(dW, numerical_gradient(lambda A: np.sum(dZ * affine_forward(X, A, b)), W), 1e-14)
        assert same(db, numerical_gradient(lambda A: np.sum(dZ * affine_forward(X, W, A)), b), 1e-14)


@mistake(
    "test_affine_backward",
    hints=(
        "Which entries of the result would change if two rows of a matrix of ones were exchanged?",
        "With equal numbers everywhere nothing can be in the wrong place.",
        INPUTS,
    ),
)
def all_ones(candidate):
    """All inputs are ones."""
    for N, D, M in ((1, 1, 1), (4, 3, 2), (2, 2, 2), (1, 3, 2), (4, 2, 1), (3, 1, 2)):
        dX, dW, db = candidate(np.ones((N, M)), np.ones((N, D)), np.ones((D, M)))
        assert same(dX, np.full((N, D), float(M)), 1e-9)
        assert same(dW, np.full((D, M), float(N)), 1e-9)
        assert same(db, np.full(M, float(N)), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Is anything left to judge when every answer is no?",
        "A test that rejects right code is of no use, however much wrong code it catches.",
        WHOLE,
    ),
)
def says_no_to_everything(candidate):
    """Every candidate is rejected."""
    raise AssertionError("not good enough")


@mistake(
    "test_affine_backward",
    hints=(
        "What happens in your test when dW is wrong?",
        "A call that does not crash proves next to nothing.",
        WHOLE,
    ),
)
def only_calls_it(candidate):
    """The candidate is called, and its result is not looked at."""
    draw = np.random.default_rng(1)
    candidate(draw.normal(size=(4, 2)), draw.normal(size=(4, 3)), draw.normal(size=(3, 2)))


@mistake(
    "test_affine_backward",
    hints=(
        "What happens to the value that your test returns?",
        "A test rejects by raising: `return` with False is a yes.",
        WHOLE,
    ),
)
def returns_its_verdict(candidate):
    """The verdict is returned instead of asserted."""
    draw = np.random.default_rng(1)
    dZ, X, W = draw.normal(size=(4, 2)), draw.normal(size=(4, 3)), draw.normal(size=(3, 2))
    dX, dW, db = candidate(dZ, X, W)
    return same(dX, dZ @ W.T, 1e-9) and same(dW, X.T @ dZ, 1e-9) and same(db, dZ.sum(axis=0), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Would your test notice a db of shape (1, M)?",
        "np.allclose stretches shapes until they fit; shapes need an assertion of their own.",
        "q1, the worked number.",
    ),
)
def shapes_are_stretched(candidate):
    """Numbers are compared with np.allclose, shapes not at all."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert np.allclose(dX, dZ @ W.T)
        assert np.allclose(dW, X.T @ dZ)
        assert np.allclose(db, dZ.sum(axis=0))


@mistake(
    "test_affine_backward",
    hints=(
        "Which of the two, tuple or list, does the description allow?",
        "A test asks for what is promised, and for nothing else.",
        "q4, the docstring: what is right.",
    ),
)
def insists_on_a_tuple(candidate):
    """Results that are lists are rejected."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        result = candidate(dZ, X, W)
        assert isinstance(result, tuple)
        for one, other in zip(result, (dZ @ W.T, X.T @ dZ, dZ.sum(axis=0)), strict=True):
            assert same(one, other, 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "How many digits has a float32?",
        "With inputs of seven digits the results have seven digits, and right code looks wrong.",
        CLOSE,
    ),
)
def calls_it_with_float32(candidate):
    """The inputs are float32, the expected numbers float64."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 3, 2), (4, 1, 2), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ.astype(np.float32), X.astype(np.float32), W.astype(np.float32))
        assert same(dX, dZ @ W.T, 1e-9)
        assert same(dW, X.T @ dZ, 1e-9)
        assert same(db, dZ.sum(axis=0), 1e-9)


@mistake(
    "test_affine_backward",
    hints=(
        "Does your test say the same as the description about averages?",
        "A test can be wrong too: here the layer does not average, the loss has done that.",
        "q4, the docstring: what is right.",
    ),
)
def expects_averages(candidate):
    """The test itself expects db to be a mean."""
    draw = np.random.default_rng(1)
    for N, D, M in ((1, 1, 1), (1, 3, 2), (4, 1, 2), (5, 2, 1), (3, 3, 3), (4, 2, 3)):
        dZ, X, W = draw.normal(size=(N, M)), draw.normal(size=(N, D)), draw.normal(size=(D, M))
        dX, dW, db = candidate(dZ, X, W)
        assert same(dX, dZ @ W.T, 1e-9)
        assert same(dW, X.T @ dZ, 1e-9)
        assert same(db, dZ.mean(axis=0), 1e-9)


# test_cross_entropy


@mistake(
    "test_cross_entropy",
    hints=(
        "Which line of your test would fail if dZ were zero?",
        "Two results need two tests: a right loss says nothing about its gradient.",
        WHOLE,
    ),
)
def looks_at_the_loss_only(candidate):
    """dZ is not tested."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        assert same(candidate(Z, y)[0], right, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[0], np.log(2), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "If the loss itself is ten times too large, does your test notice?",
        "Loss and gradient can be wrong together: one of them needs a number that you know from elsewhere.",
        LOSS,
    ),
)
def loss_and_slope_agree(candidate):
    """Only the agreement of dZ with the measured slopes of the candidate's own loss is tested."""
    draw = np.random.default_rng(2)
    for N, C in ((1, 2), (3, 4), (4, 3)):
        Z, y = draw.normal(size=(N, C)), (N - np.arange(N)) % C
        dZ = candidate(Z, y)[1]
        assert same(dZ, numerical_gradient(lambda A: candidate(A, y)[0], Z), 1e-6)
    assert np.isfinite(candidate(np.array([[1000.0, 0.0]]), np.array([1]))[0])


@mistake(
    "test_cross_entropy",
    hints=(
        "Which other arrays have rows that sum to zero?",
        "The slopes of a row cancel for many wrong gradients too: their numbers have to be compared.",
        WHOLE,
    ),
)
def rows_sum_to_zero(candidate):
    """Of dZ only the sums of its rows are tested."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ.sum(axis=1), np.zeros(N), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "What is the largest logit your test uses?",
        "Most slips in this function are hidden as long as no exponential overflows.",
        LARGE,
    ),
)
def small_logits_only(candidate):
    """No logit is larger than 3."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0,) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "What is the mean of one loss?",
        "With one sample sum and mean are the same, and no label can be mixed up with another.",
        LOSS,
    ),
)
def one_sample_only(candidate):
    """All batches have one sample."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (1, 4), (1, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), np.array([C - 1])
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Which classes are the right ones in your test?",
        "Code that ignores the labels is right if all labels are what it takes them for.",
        LOSS,
    ),
)
def label_zero_only(candidate):
    """All labels are 0."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), np.zeros(N, dtype=int)
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "How many classes has your largest example?",
        "With two classes, taking any label but 0 for 1 changes nothing.",
        LOSS,
    ),
)
def two_classes_only(candidate):
    """There are never more than two classes."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 2), (4, 2))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Would your test notice if the labels were sorted first?",
        "Labels that are sorted already cannot show that somebody sorts them.",
        LOSS,
    ),
)
def labels_in_increasing_order(candidate):
    """Labels stand in increasing order."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), np.arange(N) * (C - 1) // N
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Is there only one order in which a row can be added up?",
        "Right code differs in the last digits; a test that asks for equal bits rejects it.",
        CLOSE,
    ),
)
def loss_in_equal_bits(candidate):
    """Floats are compared with ==."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert loss == right
        assert np.array_equal(dZ, slopes)


@mistake(
    "test_cross_entropy",
    hints=(
        "How far may the loss be off before your test says no?",
        "Rounding is some 1e-15 of the largest number; real errors hide in a tolerance of percents.",
        CLOSE,
    ),
)
def loss_to_percents(candidate):
    """The tolerance is five percent."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 0.05)
        assert same(dZ, slopes, 0.05)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Which kinds of numbers does the description allow?",
        "A numpy float and an array without axes are numbers too: a test asks for what is promised, and for nothing else.",
        "q5, the docstring: what is right.",
    ),
)
def insists_on_a_plain_float(candidate):
    """A loss that is not a plain float is rejected."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert type(loss) is float
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)
    half = np.array([[1, 1]])
    assert same(candidate(half, np.array([0]))[1], np.array([[-0.5, 0.5]]), 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Which dtypes may Z have?",
        "Integers are allowed as logits, and an array made like them cannot hold a gradient.",
        LOSS,
    ),
)
def floats_only(candidate):
    """All logits are floats."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right, 1e-9)
        assert same(dZ, slopes, 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Which number of the result does your test look at?",
        "Right shapes say nothing about the numbers in them.",
        WHOLE,
    ),
)
def loss_by_its_shapes(candidate):
    """Only shapes are tested."""
    draw = np.random.default_rng(2)
    for N, C in ((1, 2), (3, 4), (4, 3)):
        loss, dZ = candidate(draw.normal(size=(N, C)), (N - np.arange(N)) % C)
        assert np.shape(loss) == ()
        assert np.shape(dZ) == (N, C)


@mistake(
    "test_cross_entropy",
    hints=(
        "Which class does the network favour in your test?",
        "With equal logits every class has the same share, whatever is done with the logits.",
        LOSS,
    ),
)
def equal_logits(candidate):
    """All logits are zero."""
    for N, C in ((1, 2), (3, 4), (4, 3)):
        y = (N - np.arange(N)) % C
        loss, dZ = candidate(np.zeros((N, C)), y)
        assert same(loss, np.log(C), 1e-9)
        assert same(dZ, (1 / C - np.eye(C)[y]) / N, 1e-9)


@mistake(
    "test_cross_entropy",
    hints=(
        "Is anything left to judge when every answer is no?",
        "A test that rejects right code is of no use, however much wrong code it catches.",
        WHOLE,
    ),
)
def no_loss_is_good_enough(candidate):
    """Every candidate is rejected."""
    raise AssertionError("not good enough")


@mistake(
    "test_cross_entropy",
    hints=(
        "What happens to the value that your test returns?",
        "A test rejects by raising: `return` with False is a yes.",
        WHOLE,
    ),
)
def answers_instead_of_raising(candidate):
    """The verdict is returned instead of asserted."""
    loss, dZ = candidate(np.log([[2.0, 1.0, 1.0], [1.0, 1.0, 2.0]]), np.array([0, 0]))
    return abs(loss - 1.5 * np.log(2)) < 1e-9 and np.allclose(dZ, [[-0.25, 0.125, 0.125], [-0.375, 0.125, 0.25]])


@mistake(
    "test_cross_entropy",
    hints=(
        "Does your test say the same as the description about averages?",
        "A test can be wrong too: this loss is a mean over the samples.",
        "q5, the docstring: what is right.",
    ),
)
def expects_a_sum(candidate):
    """The test itself expects the sum of the losses."""
    draw = np.random.default_rng(2)
    for scale, (N, C) in [(scale, shape) for scale in (1.0, 400.0) for shape in ((1, 2), (3, 4), (4, 3))]:
        Z, y = scale * draw.normal(size=(N, C)).clip(-2.4, 2.4), (N - np.arange(N)) % C
        logs = Z - Z.max(axis=1, keepdims=True)
        logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
        right, slopes = -logs[np.arange(len(y)), y].mean(), (np.exp(logs) - np.eye(Z.shape[1])[y]) / len(y)
        loss, dZ = candidate(Z, y)
        assert same(loss, right * N, 1e-9)
        assert same(dZ, slopes * N, 1e-9)


@mistake(
    "smallest_suite",
    hints=(
        "Is the test that catches most always part of the smallest suite?",
        "Taking the best next step does not always lead to the fewest tests.",
        SUITE,
    ),
)
def greedy(caught):
    """The test that catches most of what is left comes next, until nothing is left."""
    left, suite = caught.any(axis=0), []
    while left.any():
        best = int(np.argmax((caught & left).sum(axis=1)))
        suite.append(best)
        left = left & ~caught[best]
    return tuple(sorted(suite))


@mistake(
    "smallest_suite",
    hints=(
        "Does every test of your suite catch something that the others let pass?",
        "A test that adds nothing to the others is left out.",
        SUITE,
    ),
)
def every_useful_test(caught):
    """Every test that catches something is taken."""
    return tuple(int(t) for t in np.flatnonzero(caught.any(axis=1)))


@mistake(
    "smallest_suite",
    hints=(
        "What does your function do when no test catches a candidate?",
        "Only what all tests together catch has to be caught.",
        SUITE,
    ),
)
def none_missing(caught):
    """A suite has to catch every candidate, also those that no test catches."""
    from itertools import combinations

    for size in range(len(caught) + 1):
        for suite in combinations(range(len(caught)), size):
            if caught[list(suite)].any(axis=0).all():
                return suite
    return tuple(range(len(caught)))


@mistake(
    "smallest_suite",
    hints=(
        "Which of two suites of the same size comes first?",
        "Of several smallest suites the one with the smallest first number counts.",
        SUITE,
    ),
)
def last_of_the_smallest(caught):
    """Of several smallest suites the last one is returned."""
    from itertools import combinations

    possible = caught.any(axis=0)
    for size in range(len(caught) + 1):
        fitting = [suite for suite in combinations(range(len(caught)), size) if np.array_equal(caught[list(suite)].any(axis=0), possible)]
        if fitting:
            return fitting[-1]


@mistake(
    "smallest_suite",
    hints=(
        "Is a suite from which nothing can be dropped always a smallest one?",
        "Dropping one test at a time can end in a suite that is larger than necessary.",
        SUITE,
    ),
)
def drops_from_the_front(caught):
    """Starting from all tests, each one that is not needed is dropped, the first ones first."""
    suite, possible = list(range(len(caught))), caught.any(axis=0)
    for t in range(len(caught)):
        rest = [other for other in suite if other != t]
        if np.array_equal(caught[rest].any(axis=0), possible):
            suite = rest
    return tuple(suite)


@mistake(
    "smallest_suite",
    hints=(
        "Can one test of your suite do the work of two others?",
        "A suite made candidate by candidate may hold tests that later ones make superfluous.",
        SUITE,
    ),
)
def each_once(caught):
    """For every candidate the first test that catches it is taken."""
    return tuple(sorted({int(np.argmax(caught[:, k])) for k in range(caught.shape[1]) if caught[:, k].any()}))


@mistake(
    "smallest_suite",
    hints=(
        "What is the number of the first test?",
        "Row 0 of the table is test 0.",
        SUITE,
    ),
)
def counts_from_one(caught):
    """Tests are counted from 1."""
    from itertools import combinations

    possible = caught.any(axis=0)
    for size in range(len(caught) + 1):
        for suite in combinations(range(len(caught)), size):
            if np.array_equal(caught[list(suite)].any(axis=0), possible):
                return tuple(t + 1 for t in suite)


@mistake(
    "smallest_suite",
    hints=(
        "What does True mean in the table that your function gets?",
        "caught[t, k] is True where test t rejects candidate k.",
        SUITE,
    ),
)
def accepted_for_caught(caught):
    """True is read as accepted instead of caught."""
    from itertools import combinations

    missed = ~caught
    possible = missed.any(axis=0)
    for size in range(len(caught) + 1):
        for suite in combinations(range(len(caught)), size):
            if np.array_equal(missed[list(suite)].any(axis=0), possible):
                return suite


@mistake(
    "smallest_suite",
    hints=(
        "Is every candidate caught that can be caught?",
        "The suite catches what all tests together catch.",
        SUITE,
    ),
)
def first_useful_test(caught):
    """The first test that catches anything is taken, and no other."""
    found = [int(t) for t in np.flatnonzero(caught.any(axis=1))]
    return tuple(found[:1])


@mistake(
    "smallest_suite",
    hints=(
        "Is every candidate caught that can be caught, with the best test alone?",
        "The suite catches what all tests together catch.",
        SUITE,
    ),
)
def best_single_test(caught):
    """The test that catches most is taken, and no other."""
    return (int(np.argmax(caught.sum(axis=1))),)


@mistake(
    "smallest_suite",
    hints=(
        "Can one of your tests be left out?",
        "The suite has as few tests as possible.",
        SUITE,
    ),
)
def all_tests_taken(caught):
    """All tests are taken."""
    return tuple(range(len(caught)))


@mistake(
    "smallest_suite",
    hints=(
        "How many tests does it take to catch nothing?",
        "The fewest tests may be none.",
        SUITE,
    ),
)
def never_empty(caught):
    """A suite has one test at least, also where no test catches anything."""
    from itertools import combinations

    possible = caught.any(axis=0)
    for size in range(1, len(caught) + 1):
        for suite in combinations(range(len(caught)), size):
            if np.array_equal(caught[list(suite)].any(axis=0), possible):
                return suite
    return ()


@mistake(
    "smallest_suite",
    hints=(
        "What does your function return when three tests are needed?",
        "The size of a suite goes up to the number of tests.",
        SUITE,
    ),
)
def two_at_most(caught):
    """Suites of more than two tests are not looked for."""
    from itertools import combinations

    possible = caught.any(axis=0)
    for size in range(min(2, len(caught)) + 1):
        for suite in combinations(range(len(caught)), size):
            if np.array_equal(caught[list(suite)].any(axis=0), possible):
                return suite
    return tuple(range(len(caught)))


@mistake(
    "smallest_suite",
    hints=(
        "Which axis of the table counts tests?",
        "Tests are rows.",
        SUITE,
    ),
)
def candidates_for_tests(caught):
    """Rows and columns are exchanged: candidates are chosen instead of tests."""
    from itertools import combinations

    table = caught.T
    possible = table.any(axis=0)
    for size in range(len(table) + 1):
        for suite in combinations(range(len(table)), size):
            if np.array_equal(table[list(suite)].any(axis=0), possible):
                return suite
    return ()


@mistake(
    "smallest_suite",
    hints=(
        "Is one test of a suite enough to catch a candidate?",
        "Together means: at least one of them.",
        SUITE,
    ),
)
def everything_together(caught):
    """A candidate counts as caught only if all tests of the suite catch it."""
    from itertools import combinations

    possible = caught.any(axis=0)
    for size in range(1, len(caught) + 1):
        for suite in combinations(range(len(caught)), size):
            if np.array_equal(caught[list(suite)].all(axis=0), possible):
                return suite
    return ()
