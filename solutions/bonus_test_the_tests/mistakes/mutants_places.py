"""Wrong implementations of mutants that learners write: places and texts."""

from autograder.checking import mistake

from .where import PLACES


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
