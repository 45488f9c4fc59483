"""What the instructors' guide says about each known mistake."""

from __future__ import annotations

import re

from autograder.course import Assignment


def guide_advice(assignment: Assignment) -> dict[str, str]:
    """Per known mistake that the guide mentions: "guide.md, line 57: what it says", by `advice_key`.

    A guide mentions a mistake by the name of its function in code type; what counts is the sentence around the first
    mention under the heading "Common errors" (anywhere, if there is no such heading).
    """
    text = guide_text(assignment)
    question_of = {name: question.id for question in assignment.graded for name in question.functions}
    errors = re.search(r"^#+ common errors", text, re.I | re.M)
    made = {}
    for mistake in assignment.mistakes:
        at = text.find(f"`{mistake.name}`", errors.start() if errors else 0)
        if at >= 0:
            line = text.count("\n", 0, at) + 1
            made[advice_key(question_of[mistake.function], mistake.description)] = f"guide.md, line {line}: {_sentence(text, at)}"
    return made


def guide_text(assignment: Assignment) -> str:
    """The instructors' guide, Markdown; "" if there is none in this copy."""
    path = assignment.private_dir / "guide.md" if assignment.private_dir else None
    return path.read_text(encoding="utf-8") if path and path.is_file() else ""


def advice_key(question: str, mistake: str) -> str:
    """How the advice on a mistake of a question is found."""
    return f"{question}: {mistake}"


def _sentence(text: str, at: int) -> str:
    start = text.rfind("\n\n", 0, at) + 1
    end = text.find("\n\n", at)
    paragraph = text[start : end if end >= 0 else len(text)]
    place = at - start
    begins = [0, *(found.end() for found in re.finditer(r"[.!?:]\*?\*?\s+(?=[`\"A-Z*])", paragraph))]
    begin = max(number for number in begins if number <= place)
    after = [number for number in begins if number > place]
    sentence = " ".join(paragraph[begin : after[0] if after else len(paragraph)].split())
    return re.sub(r"^\*\*\w+\.?\*\*\s*", "", sentence).replace("**", "").strip()
