"""IPython's syntax into Python's, past the search for it in cells that hold none."""

import re

from IPython.core.inputtransformer2 import TransformerManager, classic_prompt

# Whatever IPython's own syntax needs: a mark at the start of a line or after `=`, a `?` at the end of one, a prompt; and
# what it tidies: lines of blanks, tabs (and, told by `splitlines`, characters that some take for the end of a line).
_MARKED_LINE = re.compile(r"\n[ \t]*(?:[!%?,;/]|\.{3,}:|In \[|\[(?:nav|ins)\])|\n[ \t]+(?=\n|$)|\n *\t")
_MARK_INSIDE = re.compile(r"=[\s\\]*[!%]|(?m:\?[ \t;\\]*$)")
# A single line that calls a method is no magic, no macro and no command by itself, the only things looked for in single lines.
METHOD_CALL = re.compile(r"(\w+\.\w+)\([^\n#]*\)\n?")


class Transformers(TransformerManager):
    """IPython's syntax into Python's. Most cells hold none of it, and finding that out by tokens takes longer than running them."""

    def __init__(self) -> None:
        super().__init__()
        self._own = self._now()

    def _now(self) -> tuple[list, ...]:
        return [*self.cleanup_transforms], [*self.line_transforms], [*self.token_transformers]

    def transform_cell(self, cell: str) -> str:
        if not cell or cell[0].isspace() or _has_marks(cell) or self._own != self._now():
            return super().transform_cell(cell)
        if ">>>" in cell and not only_in_docstrings(cell) and classic_prompt(lines := cell.splitlines(keepends=True)) != lines:  # a pasted session, no docstring
            return super().transform_cell(cell)
        return cell if cell.endswith("\n") else cell + "\n"


def _has_marks(cell: str) -> bool:
    return (
        _MARKED_LINE.search("\n" + cell) is not None
        or (("!" in cell or "%" in cell or "?" in cell) and _MARK_INSIDE.search(cell) is not None)
        or "\r" in cell
        or len(cell.splitlines()) != cell.count("\n") + (cell[-1] != "\n")
    )


def only_in_docstrings(cell: str) -> bool:
    """Whether every `>>>` stands between triple quotes that open at the start of a line: those IPython leaves alone."""
    parts = cell.split('"""')
    outside = parts[::2]
    return (
        len(parts) % 2 == 1
        and "'''" not in cell
        and '\\"' not in cell
        and not any(">>>" in part for part in outside)
        and not any(part.rpartition("\n")[2].strip() for part in outside[:-1])
    )
