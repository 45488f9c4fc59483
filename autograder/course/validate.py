"""Faults in an assignment's source, told before anything is built from it: file, line, what to do."""

from __future__ import annotations

import ast
import functools
import inspect
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from autograder.checking import Mistake, Variant
from autograder.course.model import Assignment, CourseError
from autograder.course.modules import module_names, module_of, module_path
from autograder.course.source import line_of_question


def validate(assignment: Assignment) -> None:
    """Raise CourseError for the first fault found in a loaded assignment."""
    folders = [folder for folder in (assignment.public_dir, assignment.private_dir) if folder]
    for folder in folders:
        for name in sorted(module_names(folder) - {"notebook"}):  # jupytext's cells, whose faults are told elsewhere
            _no_duplicate_functions(module_path(folder, name))
    _no_check_in_both_halves(assignment)
    _functions_are_written_once(assignment)
    _checks_fit_questions(assignment)
    _stubs_define_their_functions(assignment)
    if assignment.private_dir:
        _reference_is_complete(assignment)
        _mistakes_and_variants_fit(assignment)
        _signatures_agree(assignment)
        _checks_use_what_the_reference_has(assignment)
        _points_add_up(assignment)


def line_of(path: Path, function: str) -> int:
    """The line on which a module defines a function; 1 if it does not."""
    lines = [line for name, line in _functions(path) if name == function]
    return lines[-1] if lines else 1


def _place(assignment: Assignment, question: str) -> str:
    """Where a question is opened: file and line."""
    path = assignment.public_dir / "notebook.py"
    return f"{path}:{line_of_question(path, question)}"


def _functions(path: Path) -> tuple[tuple[str, int], ...]:
    return _defined(path.read_text(encoding="utf-8")) if path.is_file() else ()


@functools.lru_cache(maxsize=64)  # the same few files, asked about for every check
def _defined(source: str) -> tuple[tuple[str, int], ...]:
    """The functions of a module, in order: (name, line)."""
    return tuple((node.name, node.lineno) for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))


def _no_duplicate_functions(path: Path) -> None:
    seen: dict[str, int] = {}
    for name, line in _functions(path):
        if name in seen:
            raise CourseError(
                f"{path}:{line}: {name} is already defined on line {seen[name]}; "
                "the second would silently replace the first: rename one of them"
            )
        seen[name] = line


def _no_check_in_both_halves(assignment: Assignment) -> None:
    counts = Counter((c.question, c.name) for c in (*assignment.public_checks, *assignment.hidden_checks))
    for (question, name), count in counts.items():
        if count > 1:
            path = assignment.private_dir / "checks.py"
            raise CourseError(f"{path}:{line_of(path, name)}: {question} already has a public check called {name}: rename this one")
    for one in assignment.public_checks:
        if one.hidden:
            path = assignment.public_dir / "checks.py"
            raise CourseError(f"{path}:{line_of(path, one.name)}: {one.name} is marked hidden but stands in the public half: move it to solutions/")
    for one in assignment.hidden_checks:
        if not one.hidden:
            path = assignment.private_dir / "checks.py"
            raise CourseError(f"{path}:{line_of(path, one.name)}: {one.name} stands in the private half: mark it hidden=True, or move it")


def _functions_are_written_once(assignment: Assignment) -> None:
    counts = Counter(assignment.functions)
    for name, count in counts.items():
        if count > 1:
            asking = [question.id for question in assignment.questions if name in question.functions]
            raise CourseError(f"{_place(assignment, asking[-1])}: {name} is asked for in {count} questions ({', '.join(asking)}): keep one")
    for question in assignment.questions:
        for name in question.builds_on:
            if name not in counts:
                known = ", ".join(counts) or "none"
                raise CourseError(f"{_place(assignment, question.id)}: {question.id} builds on {name}, which no question asks for; the functions are {known}")


def _checks_fit_questions(assignment: Assignment) -> None:
    graded = {question.id for question in assignment.graded}
    for folder, checks in ((assignment.public_dir, assignment.public_checks), (assignment.private_dir, assignment.hidden_checks)):
        for one in checks:
            path = folder / "checks.py"
            place = f"{path}:{line_of(path, one.name)}"
            if one.question not in graded:
                raise CourseError(f"{place}: check {one.name} is for question {one.question!r}; the questions with code are {', '.join(sorted(graded)) or 'none'}")
            for parameter in one.parameters:
                if parameter not in assignment.functions:
                    raise CourseError(f"{place}: check {one.name} asks for {parameter!r}, which no question of {assignment.id} defines")
    for question in assignment.graded:
        if not any(c.question == question.id for c in assignment.public_checks):
            path = assignment.public_dir / "checks.py"
            raise CourseError(
                f"{path}:1: question {question.id} (line {line_of_question(assignment.public_dir / 'notebook.py', question.id)} of notebook.py) "
                "has no public check: add one, a learner needs it to see progress"
            )


def _stubs_define_their_functions(assignment: Assignment) -> None:
    for question in assignment.graded:
        place = _place(assignment, question.id)
        try:
            tree = ast.parse(assignment.stub_source(question.id))
        except SyntaxError as error:
            raise CourseError(f"{place}: the stub of {question.id} is not valid Python (its line {error.lineno}): {error.msg}") from error
        defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
        for name in question.functions:
            if name not in defined:
                raise CourseError(f"{place}: the stub of {question.id} does not define {name}: add `def {name}(...)`, or fix functions=...")


def _reference_is_complete(assignment: Assignment) -> None:
    for question in assignment.graded:
        for name in question.functions:
            if not callable(getattr(assignment.reference, name, None)):
                path = assignment.private_dir / "reference.py"
                raise CourseError(f"{path}:1: {name} is missing: {_place(assignment, question.id)} asks for it in {question.id}; add `def {name}(...)`")


def _mistakes_and_variants_fit(assignment: Assignment) -> None:
    seen: dict[str, str] = {}
    for entry in (*assignment.mistakes, *assignment.variants):
        if entry.function not in assignment.functions:
            known = ", ".join(assignment.functions)
            raise CourseError(f"{_written_at(entry)}: {entry.name} is about {entry.function!r}; the functions are {known}")
    for mistake in assignment.mistakes:
        if mistake.name in seen:
            raise CourseError(f"{_written_at(mistake)}: {seen[mistake.name]} already has a mistake called {mistake.name}: rename one of them")
        seen[mistake.name] = module_of(mistake)


def _written_at(entry: Mistake | Variant) -> str:
    """Where a mistake or variant is written: file and line."""
    path = Path(entry.implementation.__code__.co_filename)
    return f"{path}:{line_of(path, entry.name)}"


def _signatures_agree(assignment: Assignment) -> None:
    """The reference takes what the stub takes, by the same names; mistakes and variants can be called with as much."""
    for question in assignment.graded:
        stubs = {node.name: node for node in ast.parse(assignment.stub_source(question.id)).body if isinstance(node, ast.FunctionDef)}
        for name in question.functions:
            if name not in stubs:
                continue
            wanted = _parameters(stubs[name])
            path = assignment.private_dir / "reference.py"
            given = tuple(inspect.signature(getattr(assignment.reference, name)).parameters)
            if given != wanted:
                raise CourseError(
                    f"{path}:{line_of(path, name)}: the reference is {name}({', '.join(given)}), but the stub in {_place(assignment, question.id)} "
                    f"is {name}({', '.join(wanted)}): give both the same parameters"
                )
            for entry in (*assignment.mistakes, *assignment.variants):
                if entry.function == name and not _takes(entry.implementation, stubs[name]):
                    raise CourseError(f"{_written_at(entry)}: {entry.name} cannot be called as {name}({', '.join(wanted)}): give it the parameters of the stub")


def _parameters(node: ast.FunctionDef) -> tuple[str, ...]:
    arguments = node.args
    stars = [one for one in (arguments.vararg, arguments.kwarg) if one]
    return tuple(one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *stars))


def _takes(function: Callable, stub: ast.FunctionDef) -> bool:
    positional = len(stub.args.posonlyargs) + len(stub.args.args)
    signature = inspect.signature(function)
    try:
        signature.bind(*range(positional), **{one.arg: 0 for one in stub.args.kwonlyargs})
        signature.bind(*range(positional - len(stub.args.defaults)))
    except TypeError:
        return False
    return True


def _checks_use_what_the_reference_has(assignment: Assignment) -> None:
    """`reference.centre` in a hidden check, where `reference` is the module: there is such a name."""
    path = assignment.private_dir / "checks.py"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "reference":
            if not hasattr(assignment.reference, node.attr):
                known = ", ".join(assignment.functions)
                raise CourseError(f"{path}:{node.lineno}: there is no {node.attr!r} in reference.py; the functions asked for are {known}")


def _points_add_up(assignment: Assignment) -> None:
    for question in assignment.graded:
        total = sum(c.points for c in assignment.checks_of(question.id))
        if abs(total - question.points) > 1e-9:
            raise CourseError(
                f"{_place(assignment, question.id)}: {question.id} is worth {question.points:g} points, but its checks add up to {total:g} "
                f"({', '.join(f'{c.name} {c.points:g}' for c in assignment.checks_of(question.id))}): change one or the other"
            )
