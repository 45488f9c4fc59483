"""Wrong implementations of mutants that learners write: which texts are in the list, in which order."""

from autograder.checking import mistake

from .where import PLACES


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


@mistake(
    "mutants",
    hints=(
        "Can two different pairs make the same text, and how often is it in your list then?",
        "A text is left out if it came before at all, whichever pair made it.",
        PLACES,
    ),
)
def doubles_of_other_pairs(source, swaps):
    """Texts are compared with those of the same pair only, so that two pairs can make one text twice."""
    everything = []
    for old, new in swaps:
        made, start = [], source.find(old)
        while start >= 0:
            text = source[:start] + new + source[start + len(old) :]
            try:
                compile(text, "<mutant>", "exec")
                if text != source and text not in made:
                    made.append(text)
            except SyntaxError:
                pass
            start = source.find(old, start + len(old))
        everything += made
    return everything


@mistake(
    "mutants",
    hints=(
        "In which order do your texts come: pair by pair, or place by place?",
        "Pair by pair: all places of the first pair from left to right, then those of the second.",
        PLACES,
    ),
)
def place_after_place(source, swaps):
    """All first places come first, then all second places, whichever pair they belong to."""
    found = []
    for pair, (old, new) in enumerate(swaps):
        start, number = source.find(old), 0
        while start >= 0:
            found.append((number, pair, source[:start] + new + source[start + len(old) :]))
            start, number = source.find(old, start + len(old)), number + 1
    made = []
    for _, _, text in sorted(found, key=lambda one: one[:2]):
        try:
            compile(text, "<mutant>", "exec")
        except SyntaxError:
            continue
        if text != source and text not in made:
            made.append(text)
    return made
