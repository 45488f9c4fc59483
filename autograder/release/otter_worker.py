"""Otter builds and grades: a process of its own, because Otter changes the working directory and is slow to import.

    python -m autograder.release.otter_worker MASTER RESULT AUTOGRADER_ZIP SOLUTION REPORT

1. `otter assign` of MASTER into RESULT. Its own test run is left out: it only compares total with possible, and both
   are 0 when a test file is broken.
2. The autograder zip, which Otter names and dates by the clock, goes to AUTOGRADER_ZIP with fixed dates and order.
3. `otter run` of the notebook SOLUTION with that zip.
4. Everything a verdict about this needs goes to REPORT as JSON; `verify` judges it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from autograder.release.archive import read_zip, write_zip

EXECUTABLE = frozenset({"run_autograder", "setup.sh"})


def build(master: Path, result: Path, autograder_zip: Path) -> None:
    """Run `otter assign` and keep its autograder zip, made reproducible."""
    import otter.assign

    otter.assign.main(str(master), str(result), no_pdfs=True, no_run_tests=True)
    (made,) = (result / "autograder").glob("*.zip")
    write_zip(autograder_zip, read_zip(made), EXECUTABLE)


def cases(tests: Path) -> dict[str, list[dict]]:
    """The cases Otter finds in each test file of a folder, by question, in their order."""
    from otter.test_files import ExceptionTestFile

    found = {}
    for path in sorted(tests.glob("*.py")):
        made = ExceptionTestFile.from_file(str(path)).test_cases
        found[path.stem] = [{"name": case.body.test_func.__name__, "points": case.points, "hidden": case.hidden} for case in made]
    return found


def prove(solution: Path, autograder_zip: Path) -> dict:
    """Grade a notebook as `otter run` does: passed and message of every case by question, and the executed notebook."""
    from otter.api import grade_submission

    results = grade_submission(str(solution), str(autograder_zip), quiet=True)
    questions = {
        name: [{"passed": one.passed, "message": one.message} for one in test_file.test_case_results] for name, test_file in results.results.items()
    }
    failed = str(results.catastrophic_error) if results.has_catastrophic_failure() else ""
    return {"failed": failed, "total": results.total, "possible": results.possible, "questions": questions, "notebook": results.notebook}


def main(master: str, result: str, autograder_zip: str, solution: str, report: str) -> None:
    """Build, then prove, then report."""
    build(Path(master), Path(result), Path(autograder_zip))
    # Cases are read before the proof, so that a test file Otter cannot read is named and does not just grade to 0 of 0.
    found = {half: cases(Path(result) / half / "tests") for half in ("student", "autograder")}
    made = {"cases": found, "proof": prove(Path(solution), Path(autograder_zip))}
    Path(report).write_text(json.dumps(made), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
