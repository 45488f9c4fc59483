"""Wrong implementations of mutants that learners write, each with hints on three levels: a question, the rule, where to look."""

from autograder.checking import mistake

PLACES = "q3, the worked number, and the rules in the docstring."


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
        "What does a plus or a dot mean in a regular expression?",
        "Texts are looked for letter by letter: str.find, or re.escape before re.finditer.",
        PLACES,
    ),
)
def text_read_as_a_pattern(source, swaps):
    """The old text is read as a regular expression."""
    import re

    made = []
    for old, new in swaps:
        for place in re.finditer(old, source):
            text = source[: place.start()] + new + source[place.end() :]
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
        "Where does your code find the second letter of np.maximum?",
        "A place is wherever the text stands, inside a word as well.",
        PLACES,
    ),
)
def whole_words_only(source, swaps):
    """Only whole words are exchanged, and signs not at all."""
    import re

    made = []
    for old, new in swaps:
        for place in re.finditer(r"\b" + re.escape(old) + r"\b", source):
            text = source[: place.start()] + new + source[place.end() :]
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
