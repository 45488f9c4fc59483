"""The threat model names what exists: every test, file and folder it points to is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "autograder" / "sandbox" / "README.md").read_text(encoding="utf-8")


def test_what_the_threat_model_points_to_exists():
    """Tests beside the one named before them, groups of the corpus, and modules of the engine."""
    places = [ROOT, ROOT / "autograder", ROOT / "autograder/sandbox", ROOT / "autograder/grading", ROOT / "autograder/gradescope", ROOT / "tests/hostile"]
    places += [ROOT / "tests/sandbox", ROOT / "tests/gradescope"]
    named = [name for name in re.findall(r"`([\w/.]+)`", README) if ("/" in name and name[0] != "/") or name.endswith((".py", ".md"))]
    assert len(named) > 25
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


def test_it_is_one_page():
    """Not more than eighty lines, none of them endless but the rows of tables."""
    lines = README.splitlines()
    assert len(lines) <= 80 and all(len(line) <= 135 for line in lines if not line.startswith("|"))
