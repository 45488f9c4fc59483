"""Text of strangers, made harmless for terminals, pages and spreadsheets without losing what it says."""

from __future__ import annotations

import re
import unicodedata

# Escape sequences that terminals obey: CSI (colours, cursor), OSC (title, links), and the single-character ones.
_ESCAPES = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[@-Z\\-_a-z0-9]")
_STARTS = ("\x1b", "\x9b", "\x9d")
# Line and paragraph separators, and the marks that reorder or hide text: what is shown must be what is there.
_SPANS = ((0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xFFF9, 0xFFFB), (0xE0000, 0xE007F))
_INVISIBLE = set("\u00ad\u061c\u180e\ufeff") | {chr(code) for first, last in _SPANS for code in range(first, last + 1)}


def _visible(char: str) -> str:
    if char in "\n\t" or char.isprintable() and char not in _INVISIBLE:
        return char
    if unicodedata.category(char) == "Zs":
        return " "
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\ufffd" if 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 else f"\u27e8U+{code:04X}\u27e9"


class _Shown(dict):
    """For `str.translate`: what is shown for a character, by its number; the common ones are remembered."""

    def __missing__(self, code: int) -> str:
        shown = _visible(chr(code))
        if code < 0x3000:
            self[code] = shown
        return shown


_SHOWN = _Shown()


def plain(text: object, limit: int = 20_000) -> str:
    """`text` without terminal escapes, with control, bidi and invisible characters made visible, cut at `limit` characters."""
    raw = str(text)
    cut = raw[: limit + 1000].replace("\r\n", "\n").replace("\r", "\n")
    shown = _ESCAPES.sub("", cut) if any(start in cut for start in _STARTS) else cut
    if not shown.isascii() or not shown.isprintable():
        shown = shown.translate(_SHOWN)
    if len(shown) > limit or len(raw) > limit + 1000:
        shown = shown[:limit] + f"\n[cut: {len(raw):,} characters in all]"
    return shown


def one_line(text: object, limit: int = 400) -> str:
    """`plain` on a single line, for tables: runs of white space become one space."""
    joined = " ".join(plain(text, limit * 4).split())
    return joined if len(joined) <= limit else joined[: limit - 1] + "\u2026"
