"""Is what Otter made what was asked for? Otter loses tests without an error; a release does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.checking import Check
from autograder.course import Assignment
from autograder.release.compose import SOLUTION_BEGIN, SOLUTION_END, case_name
from autograder.release.errors import ReleaseError


def verify_cases(assignment: Assignment, found: Mapping[str, Mapping[str, Sequence[Mapping]]]) -> None:
    """Every test file holds exactly the checks of its question, with their points; students' files the public ones.

    found: "student" and "autograder" -> question -> cases (name, points, hidden), as Otter reads them back.
    """
    for half, public_only in (("student", True), ("autograder", False)):
        wanted = {}
        for question in assignment.graded:
            checks = [one for one in assignment.checks_of(question.id) if not (public_only and one.hidden)]
            wanted[question.id] = [_case(one) for one in checks]
        for question_id in sorted({*wanted, *found[half]}):
            made, asked = list(found[half].get(question_id, [])), wanted.get(question_id, [])
            if made != asked:
                raise ReleaseError(
                    f"{assignment.id} {question_id}: Otter's {half} test file has {_listed(made)}, but the course has {_listed(asked)}: "
                    "this release is not handed out; look at the names and points of these checks"
                )


def verify_proof(assignment: Assignment, proof: Mapping) -> None:
    """`otter run` of the reference passes every check and earns every point, and there are points to earn."""
    if proof["failed"]:
        raise ReleaseError(f"{assignment.id}: `otter run` could not grade the reference: {proof['failed']}")
    wanted = {question.id: len(assignment.checks_of(question.id)) for question in assignment.graded}
    graded = {question_id: len(cases) for question_id, cases in proof["questions"].items()}
    if graded != wanted:
        raise ReleaseError(f"{assignment.id}: `otter run` graded {graded} checks by question, but the course has {wanted}")
    for question_id, cases in proof["questions"].items():
        for one, case in zip(assignment.checks_of(question_id), cases, strict=True):
            if not case["passed"]:
                raise ReleaseError(f"{assignment.id} {question_id}: the reference does not pass {one.name}: {case['message']}")
    possible = assignment.graded_points
    if not (possible > 0 and abs(proof["total"] - possible) < 1e-6 and abs(proof["possible"] - possible) < 1e-6):
        raise ReleaseError(
            f"{assignment.id}: the reference earns {proof['total']:g} of {proof['possible']:g} points with `otter run`; "
            f"the questions with code are worth {possible:g}, which must be more than 0"
        )


def verify_notebook(assignment: Assignment, half: str, made: Mapping, wanted: Mapping) -> None:
    """Otter's notebook says, cell by cell, what the course's own notebook says.

    Otter rewrites cells it has a meaning for (a line that ends in `# IGNORE`, a fenced block called otter), which
    would otherwise go out unnoticed. half: "student" or "autograder"; made: Otter's notebook; wanted: ours.
    """
    got, asked = [_said(cell) for cell in _answered(half, made)], [_said(cell) for cell in wanted["cells"]]
    for number, (one, other) in enumerate(zip(got, asked, strict=False)):
        if one != other:
            raise ReleaseError(
                f"{assignment.public_dir / 'notebook.py'}: Otter changed cell {number} of the {half} notebook; it should begin "
                f"{other[1][:60]!r} and now begins {one[1][:60]!r}: look in it for lines that mean something to `otter assign`"
            )
    if len(got) != len(asked):
        raise ReleaseError(f"{assignment.id}: Otter's {half} notebook has {len(got)} cells, but the course has {len(asked)}")


def _answered(half: str, notebook: Mapping) -> list[Mapping]:
    """Otter's cells without what it leaves of the other half's answers.

    It empties the solution's code cells for students but keeps the cells; it keeps the stubs in the solution.
    """
    if half == "student":
        return [cell for cell in notebook["cells"] if _source(cell)]
    return [cell for cell in notebook["cells"] if "stub" not in cell["metadata"].get("tags", ())]


def _said(cell: Mapping) -> tuple[str, str]:
    source = _source(cell)
    if source.startswith(SOLUTION_BEGIN) and source.endswith(SOLUTION_END):
        source = source.removeprefix(SOLUTION_BEGIN).removesuffix(SOLUTION_END).strip("\n")
    return cell["cell_type"], source.strip()


def _source(cell: Mapping) -> str:
    return "".join(cell["source"])


def _case(check: Check) -> dict:
    return {"name": case_name(check), "points": check.points, "hidden": check.hidden}


def _listed(cases: Sequence[Mapping]) -> str:
    return ", ".join(f"{case['name']} ({case['points']:g}{', hidden' if case['hidden'] else ''})" for case in cases) or "no checks"
