"""Search what learners get for anything that only the private half says.

Private is what stands in a file below `solutions/` and nowhere in the public half or in this package: whole lines of
code and prose, strings, and the names of functions. A line that a stub shares with its reference (its `def`, its docstring) is
public and not searched for. A public cell that defines a function with the body of its reference is a leak too.
"""

from __future__ import annotations

import ast
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Assignment

_SHORTEST = 8  # letters and digits in a line worth searching for; shorter ones (`return x`) are anybody's
_PACKED = (".zip", ".whl")
_WORD = re.compile(r"\w+")
_INNER = re.compile(r"(?<=\W)\w+(?=\W)")  # words of a line that are words of every text it stands in


@dataclass(frozen=True, slots=True)
class Leak:
    """Private text in a file that learners get. `what` is the line or name, `origin` the private file it comes from."""

    file: str
    what: str
    origin: str

    def __str__(self) -> str:
        return f"{self.file} contains {self.what!r} of {self.origin}"


def find_leaks(assignment: Assignment, files: Mapping[str, bytes]) -> tuple[Leak, ...]:
    """Every private line or name in `files` (content by name; archives and notebooks are opened).

    What lies in a folder and again in an archive is searched once and reported under its first name.
    """
    lines, names = private_fragments(assignment)
    inner = {line: set(_INNER.findall(line)) for line in lines}
    leaks = []
    searched: set[str] = set()
    for file, text in _texts(files):
        if text in searched:
            continue
        searched.add(text)
        words = set(_WORD.findall(text))
        # Most lines have a word that a text has not: that is told faster than by a search for the line.
        leaks += [Leak(file, line, origin) for line, origin in lines.items() if inner[line] <= words and line in text]
        leaks += [Leak(file, name, origin) for name, origin in names.items() if name in words]
    return (*leaks, *_given_away(assignment))


def private_fragments(assignment: Assignment) -> tuple[dict[str, str], dict[str, str]]:
    """Lines and function names that stand in the private half only, each with the file it comes from."""
    public = "\n".join(_squeezed(text) for text in _public_texts(assignment))
    public_words = set(_WORD.findall(public))
    lines: dict[str, str] = {}
    names: dict[str, str] = {}
    for path in sorted(assignment.private_dir.rglob("*")):
        if not path.is_file() or path.suffix not in (".py", ".md", ".txt", ".csv", ".json"):
            continue
        text = path.read_text(encoding="utf-8")
        origin = f"solutions/{assignment.slug}/{path.relative_to(assignment.private_dir).as_posix()}"
        for line in _squeezed("\n".join([text, *(_literals(text) if path.suffix == ".py" else ())])).splitlines():
            if line not in lines and len(re.findall(r"\w", line)) >= _SHORTEST and not (public_words.issuperset(_INNER.findall(line)) and line in public):
                lines[line] = origin
        if path.suffix == ".py":
            for name in _function_names(text) - public_words:
                names.setdefault(name, origin)
    return lines, names


def _given_away(assignment: Assignment) -> Iterator[Leak]:
    """Functions that the public notebook defines with the very body of the reference.

    Helpers that no question asks for may stand in a setup cell: they are handed out, and the reference needs them too.
    """
    reference = _bodies((assignment.private_dir / "reference.py").read_text(encoding="utf-8"))
    for cell in assignment.cells:
        if cell.kind != "code":
            continue
        for name, body in _bodies(cell.source).items():
            handed_out = "setup" in cell.tags and name not in assignment.functions
            if name in reference and body == reference[name] and not handed_out:
                yield Leak(f"assignments/{assignment.slug}/notebook.py", f"def {name}", f"solutions/{assignment.slug}/reference.py")


def _bodies(source: str) -> dict[str, str]:
    """The body of every function in a source, without docstring, in a form that ignores layout."""
    try:
        tree = ast.parse(source)
    except SyntaxError:  # a cell with IPython syntax
        return {}
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) is not None else node.body
            found[node.name] = "\n".join(ast.dump(statement) for statement in body)
    return found


def _literals(source: str) -> list[str]:
    """The strings of a module: hints, titles and messages leak without the code around them."""
    return [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _function_names(source: str) -> set[str]:
    return {node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.ClassDef)}


def _public_texts(assignment: Assignment) -> Iterator[str]:
    """Everything that is public by definition: the public half of the course, this package and its description."""
    package = Path(__file__).resolve().parents[1]
    for path in (*assignment.public_dir.rglob("*.py"), *package.rglob("*.py"), package.parent / "README.md", package.parent / "pyproject.toml"):
        if path.is_file():
            yield path.read_text(encoding="utf-8").replace("\n# ", "\n")  # prose of a percent notebook, without its comment signs


def _texts(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The texts of files, whitespace squeezed; archives are opened, notebooks and JSON are decoded."""
    for name, content in files.items():
        if name.endswith(_PACKED):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                inner = {f"{name}/{info.filename}": archive.read(info) for info in archive.infolist() if not info.is_dir()}
            yield from _texts(inner)
            continue
        text = content.decode("utf-8", errors="replace")
        if name.endswith((".ipynb", ".json")):
            text += "\n" + "\n".join(_strings(json.loads(text)))
        yield name, _squeezed(text)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        yield "".join(value)
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def _squeezed(text: str) -> str:
    """Text with every run of blanks made one and lines stripped, so that indentation hides nothing."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines())
