"""Names of submissions: taken from file names, unique in a batch, safe as file names anywhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

# `grader.export()` writes NOTEBOOK_2026_01_31T12_00_00_123456.zip.
EXPORTED = re.compile(r"_\d{4}_\d{2}_\d{2}T\d{2}_\d{2}_\d{2}_\d{6}$")
# What browsers, Colab and Jupyter add to the name of a copy: `a1 (1)`, `Copy of a1`, `a1-Copy1`, `a1 - Copy (2)`.
_COPY = re.compile(r"^(?:Copy of|Kopie von|Copie de|Copia de) +| ?\(\d+\)$|-Copy\d+$| - (?:Copy|Kopie)$")
# Windows gives these a meaning whatever the extension.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{d}{i}" for d in ("com", "lpt") for i in range(1, 10))}


def student_of(stem: str) -> str:
    """The student named by a file: its stem, without the time stamp Otter's export adds.

    >>> student_of("ada_2026_01_31T12_00_00_123456")
    'ada'
    """
    return EXPORTED.sub("", stem) or stem


def own_stem(stem: str) -> str:
    """The stem that a file had before it was exported, copied or downloaded again.

    >>> own_stem("Copy of ada (2)"), own_stem("ada_2026_01_31T12_00_00_123456 (1)")
    ('ada', 'ada')
    """
    bare = stem
    while (shorter := student_of(_COPY.sub("", bare)).strip()) != bare and shorter:
        bare = shorter
    return bare or stem


def time_of_export(stem: str) -> str:
    """When `grader.export()` wrote a file, by the clock of the learner's computer, ISO 8601 without a zone; "" if it did not.

    >>> time_of_export("ada_2026_01_31T12_00_00_123456")
    '2026-01-31T12:00:00.123456'
    """
    found = EXPORTED.search(re.sub(r" ?\(\d+\)$", "", stem))
    if not found:
        return ""
    numbers = [int(number) for number in re.findall(r"\d+", found[0])]
    try:
        return datetime(*numbers).isoformat()
    except ValueError:  # the learner wrote it themselves
        return ""


def safe_name(text: str) -> str:
    """A file name that is the same on every system: letters and digits of any script, `-`, `_`, `.`; at most 80 bytes.

    >>> safe_name("../../etc/pass wd")
    'etc_pass_wd'
    """
    folded = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    kept = "".join(c if c.isalnum() or c in "-_." or unicodedata.category(c) in ("Mn", "Mc") else "_" for c in folded)
    kept = re.sub(r"_{2,}", "_", re.sub(r"\.{2,}", ".", kept)).strip("._-")
    kept = kept.encode()[:80].decode("utf-8", "ignore").rstrip("._-")
    if not kept:
        return "unnamed"
    return f"{kept}_" if kept.split(".")[0].casefold() in _DEVICES else kept


def label_files(candidates: Sequence[Sequence[str]]) -> list[str]:
    """Choose one label per file: its first candidate that no other file also claims, else its last one.

    Args:
        candidates: per file, labels from the shortest to the most telling, all lists of the same length.

    Three files `a1_TIME.zip` with no student in their names so keep their full stems, and `ada/a1.ipynb` beside
    `blaise/a1.ipynb` become `ada_a1` and `blaise_a1`.
    """
    labels: list[str | None] = [None] * len(candidates)
    for level in range(max((len(c) for c in candidates), default=0)):
        open_ = [i for i, label in enumerate(labels) if label is None]
        taken = Counter(_key(label) for label in labels if label is not None)
        wanted = Counter(_key(candidates[i][level]) for i in open_)
        for i in open_:
            key = _key(candidates[i][level])
            if wanted[key] == 1 and not taken[key]:
                labels[i] = candidates[i][level]
    return [label if label is not None else c[-1] for label, c in zip(labels, candidates, strict=True)]


def unique_names(labels: Sequence[str]) -> list[str]:
    """Safe names in the order of `labels`; a name already given (in any letter case) gets `-2`, `-3`, ..."""
    given: set[str] = set()
    tries: Counter[str] = Counter()
    names = []
    for label in labels:
        base = name = safe_name(label)
        while _key(name) in given:
            tries[_key(base)] += 1
            name = f"{base}-{tries[_key(base)] + 1}"
        given.add(_key(name))
        names.append(name)
    return names


def _key(text: str) -> str:
    return unicodedata.normalize("NFC", safe_name(text)).casefold()
