"""What instructors are told about each known mistake: the guide's words, else its rule."""

from __future__ import annotations

import re

from autograder.checking import Mistake
from autograder.course import Assignment


def guide_advice(assignment: Assignment) -> dict[str, str]:
    """Per known mistake that the guide mentions: "guide.md, line 57: what it says", by `advice_key`.

    A guide mentions a mistake by the name of its function in code type; what counts is the list item, or the sentence,
    around the first mention under the heading "Common errors" (anywhere, if there is no such heading), from where that
    speaks of the mistake's question on, if it does: `**q3`.
    """
    text = guide_text(assignment)
    errors = re.search(r"^#+ common errors", text, re.I | re.M)
    made = {}
    for mistake in assignment.mistakes:
        heading = errors.start() if errors else 0
        about = max(heading, text.find(f"**{assignment.question_of(mistake.function).id}", heading))
        at = text.find(f"`{mistake.name}`", about)
        if at >= 0:
            line = text.count("\n", 0, at) + 1
            made[_key(assignment, mistake)] = f"guide.md, line {line}: {_sentence(text, at)}"
    return made


def advice_on(assignment: Assignment) -> dict[str, str]:
    """What there is to say about every known mistake, by `advice_key`: as `guide_advice`, else the rule that learners are told."""
    rules = {_key(assignment, mistake): mistake.hints[1] for mistake in assignment.mistakes}
    return rules | guide_advice(assignment)


def guide_text(assignment: Assignment) -> str:
    """The instructors' guide, Markdown; "" if there is none in this copy."""
    path = assignment.private_dir / "guide.md" if assignment.private_dir else None
    return path.read_text(encoding="utf-8") if path and path.is_file() else ""


def advice_key(question: str, mistake: str) -> str:
    """How the advice on a mistake of a question is found."""
    return f"{question}: {mistake}"


def _key(assignment: Assignment, mistake: Mistake) -> str:
    return advice_key(assignment.question_of(mistake.function).id, mistake.description)


def _sentence(text: str, at: int) -> str:
    start = max(text.rfind(before, 0, at) for before in ("\n\n", "\n- ")) + 1
    end = min((found for after in ("\n\n", "\n- ") if (found := text.find(after, at)) >= 0), default=len(text))
    paragraph = text[start:end]
    if paragraph.startswith("- "):
        return " ".join(paragraph[2:].split())
    place = at - start
    begins = [0, *(found.end() for found in re.finditer(r"[.!?:]\*?\*?\s+(?=[`\"A-Z*])", paragraph))]
    begin = max(number for number in begins if number <= place)
    after = [number for number in begins if number > place]
    sentence = " ".join(paragraph[begin : after[0] if after else len(paragraph)].split())
    return re.sub(r"^\*\*\w+\.?\*\*\s*", "", sentence).replace("**", "").strip()
