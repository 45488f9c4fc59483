"""How well `autograder similar` tells copies from independent right answers, on made-up classes.

    python -m tests.benchmarks.similarity [ASSIGNMENT...]

Every writer picks, for each question, one of the right variants or known mistakes at random, and their own names for
variables. Some hand in another's notebook: with every variable renamed; with the functions in another order and renamed;
with a third of the functions written anew and renamed. One table: per likeness, precision and recall over all pairs, and
recall by kind of copy. Seeds are fixed.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from autograder.course import Assignment, load, reference_source, replace_function, substitute
from autograder.similar.pairs import ALIKE, alike
from autograder.similar.run import given_shapes
from autograder.similar.shapes import shapes

ROOT = Path(__file__).resolve().parents[2]
WRITERS, COPIES, CLASSES = 60, 4, 3
KINDS = ("renamed", "reordered", "a third rewritten")
LEVELS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_WORDS = "a b c d tmp out res val total acc data mat vec left right first second step part grad back hid inp".split()


class _Renamed(ast.NodeTransformer):
    """Every local variable and argument gets a new name."""

    def __init__(self, rng: np.random.Generator, kept: set[str]) -> None:
        self.rng, self.kept, self.names = rng, kept, {}

    def new(self, name: str) -> str:
        if name in self.kept:
            return name
        if name not in self.names:
            self.names[name] = f"{self.rng.choice(_WORDS)}{self.rng.integers(100)}"
        return self.names[name]

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.arg = self.new(node.arg)
        return node

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = self.new(node.id)
        return node


def renamed(source: str, rng: np.random.Generator, kept: set[str]) -> str:
    """The same code with other local names, formatted anew."""
    import builtins

    return ast.unparse(_Renamed(rng, kept | set(dir(builtins)) | {"np"}).visit(ast.parse(source)))


def written(assignment: Assignment, question: object, rng: np.random.Generator) -> str:
    """One independent answer to a question: a variant (or, less often, a mistake) for each of its functions."""
    source = reference_source(assignment, question.id)
    for name in question.functions:
        right = [v for v in assignment.variants if v.function == name]
        wrong = [m for m in assignment.mistakes if m.function == name]
        stock = wrong if wrong and rng.random() < 0.3 else right
        if stock and rng.random() < 0.9:
            source = replace_function(source, name, substitute(stock[rng.integers(len(stock))]))
    return source


def made_up_class(
    assignment: Assignment, rng: np.random.Generator, writers: int = WRITERS, copies: int = COPIES
) -> tuple[dict[str, list[str]], dict[tuple[str, str], str]]:
    """Cells by writer, and for each copied pair how it was made; `copies` of each kind, of as many of the writers."""
    kept = {*assignment.functions, *vars(assignment.reference)}
    class_, copied = {}, {}
    for k in range(writers):
        class_[f"w{k:03d}"] = [renamed(written(assignment, q, rng), rng, kept) for q in assignment.graded]
    for number, kind in enumerate(KINDS * copies):
        source, name = f"w{number:03d}", f"x{number:03d}"
        cells = [renamed(cell, rng, kept) for cell in class_[source]]
        if kind == "reordered":
            rng.shuffle(cells)
        if kind == "a third rewritten":
            for k in rng.choice(len(cells), len(cells) // 3, replace=False):
                cells[k] = renamed(written(assignment, assignment.graded[k], rng), rng, kept)
        class_[name] = cells
        copied[source, name] = kind
    return class_, copied


def measure(assignment: Assignment) -> list[tuple]:
    """Rows of the table: level, precision, recall, recall by kind, largest likeness of an independent pair."""
    hits = {level: Counter() for level in LEVELS}
    false = Counter()
    total = Counter()
    highest = 0.0
    given = given_shapes(assignment)
    for seed in range(CLASSES):
        class_, copied = made_up_class(assignment, np.random.default_rng([seed, 7]))
        total.update(copied.values())
        pairs = alike({name: shapes(cells, assignment.functions) for name, cells in class_.items()}, given, least=0.0)
        for pair in pairs:
            kind = copied.get((pair.first, pair.second))
            if kind is None:
                highest = max(highest, pair.likeness)
            for level in LEVELS:
                if pair.likeness >= level:
                    hits[level][kind] += kind is not None
                    false[level] += kind is None
    rows = []
    for level in LEVELS:
        found = sum(hits[level].values())
        precision = found / (found + false[level]) if found + false[level] else float("nan")
        rows.append((level, precision, found / total.total(), *(hits[level][kind] / total[kind] for kind in KINDS), false[level]))
    return [*rows, ("highest independent", highest)]


def main(names: list[str]) -> None:
    """Print one table per assignment."""
    for name in names:
        rows = measure(load(ROOT, name))
        print(f"{name}: {CLASSES} classes of {WRITERS} writers and {COPIES * len(KINDS)} copies; the command reports from {ALIKE}")
        print(f"{'likeness':>9} {'precision':>9} {'recall':>7}" + "".join(f" {kind:>18}" for kind in KINDS) + f" {'false pairs':>12}")
        for level, precision, recall, *rest in rows[:-1]:
            kinds, false = rest[:-1], rest[-1]
            print(f"{level:>9} {precision:>9.3f} {recall:>7.2f}" + "".join(f" {share:>18.2f}" for share in kinds) + f" {false:>12}")
        print(f"most alike independent pair: {rows[-1][1]:.2f}\n")


if __name__ == "__main__":
    main(sys.argv[1:] or ["a1", "a3", "a4"])
