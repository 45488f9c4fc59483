"""Release an assignment: all of it is built and proved in a folder of its own, then put in place at once."""

from __future__ import annotations

import errno
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.course import Assignment, student_notebook, without_pictures
from autograder.release import archive, compose, gradescope, handout, verify
from autograder.release.colab import with_install_cell
from autograder.release.errors import ReleaseError
from autograder.release.hints import sealed_hints
from autograder.release.leaks import find_leaks
from autograder.release.page import page
from autograder.release.solution import executed

# Gradescope and `otter grade` unpack the autograder zip here; nothing else knows where the wheel will be.
_GRADING_SOURCE = "/autograder/source/files"


@dataclass(frozen=True, slots=True)
class Released:
    """Where the parts of a release are. `student` and `student_zip` are for learners, the others never."""

    folder: Path
    student: Path
    student_zip: Path
    solution: Path
    solution_html: Path
    otter_zip: Path
    gradescope_zip: Path

    @classmethod
    def in_folder(cls, folder: Path) -> Released:
        """The parts below `folder`."""
        return cls(
            folder,
            folder / "student",
            folder / "student.zip",
            folder / "solution.ipynb",
            folder / "solution.html",
            folder / "otter.zip",
            folder / "gradescope.zip",
        )

    def paths(self) -> tuple[Path, ...]:
        """Every part, in the order people look for them."""
        return (self.student, self.student_zip, self.solution, self.solution_html, self.otter_zip, self.gradescope_zip)


def release(
    assignment: Assignment, out: Path, *, colab: bool = False, pictures: bool = True, on_step: Callable[[str], None] = lambda step: None
) -> Released:
    """Build the release of an assignment below `out/ID` and return where its parts are.

    colab: the student notebook carries, in one cell more, what it needs to run in Google Colab.
    pictures: False leaves the picture cells out of the solution that is proved and shown: nearly all of the time goes
    into them, and a look at everything else does not need them. on_step: told each step in words as it begins.
    Whatever was there of an earlier release is replaced, and only if this one is sound. The same source gives the
    same bytes.

    Raises:
        ReleaseError: it cannot be released as it is; the reference does not earn every point with `otter run`; Otter
            lost a check; or something private would reach learners.
        PermissionError: nothing may be written to `out`; this is found out first.
    """
    if assignment.private_dir is None:
        raise ReleaseError(f"{assignment.id} has no private half in this copy of the course: solutions/{assignment.slug} is needed to release it")
    _require_writable(Path(out) / assignment.id)
    with tempfile.TemporaryDirectory(prefix="release-") as name:
        work = Path(name).resolve()  # Otter compares paths as text: no symbolic link may be in this one
        staged = Released.in_folder(work / "release")
        staged.student.mkdir(parents=True)
        _build(assignment, work, staged, colab, pictures, on_step)
        on_step("it takes its place")
        return _put_in_place(staged, Released.in_folder(Path(out) / assignment.id))


def _build(assignment: Assignment, work: Path, staged: Released, colab: bool, pictures: bool, on_step: Callable[[str], None]) -> None:
    on_step("the wheel for learners is built")
    wheel = archive.build_wheel(work)
    public, private = compose.support_files(assignment)
    for_grading = {**private, wheel.name: wheel.read_bytes()}
    needed = [f"hidden-layers @ file://{_GRADING_SOURCE}/{wheel.name}"]
    solution = compose.solution_notebook(assignment)

    source = work / "master"
    archive.write_folder(source, {**public, **for_grading})
    _write_notebook(source / f"{assignment.id}.ipynb", compose.master(assignment, tuple(public), tuple(for_grading), needed))
    proved = solution if pictures else without_pictures(solution)
    _write_notebook(work / "solution" / f"{assignment.id}.ipynb", proved)
    on_step("Otter assigns it, runs the solution and grades it")
    made = _run_otter(assignment, work, staged.otter_zip)
    on_step("what Otter made is looked through, and what is handed out is written")
    verify.verify_cases(assignment, made["cases"])
    verify.verify_proof(assignment, made["proof"])
    for half, wanted in (("student", student_notebook(assignment)), ("autograder", solution)):
        built = json.loads((work / "otter" / half / f"{assignment.id}.ipynb").read_text(encoding="utf-8"))
        verify.verify_notebook(assignment, half, built, wanted)

    beside = archive.read_folder(work / "otter" / "student") | {"tests/hints.json": sealed_hints(assignment)}
    beside.pop(f"{assignment.id}.ipynb")
    beside[handout.LISTING] = handout.listing(beside)
    handed_out = {
        **beside,
        wheel.name: wheel.read_bytes(),
        "requirements.txt": handout.requirements(wheel.name).encode("utf-8"),
        "README.md": handout.readme(assignment, colab=colab).encode("utf-8"),
    }
    archive.write_folder(staged.student, handed_out)
    # Ours and Otter's say the same, as was just verified; ours has the same cell ids every time.
    notebook = student_notebook(assignment)
    if colab:
        notebook = with_install_cell(notebook, beside, wheel)
    _write_notebook(staged.student / f"{assignment.id}.ipynb", notebook)
    handed_out = archive.read_folder(staged.student)
    archive.write_zip(staged.student_zip, {f"{assignment.id}/{name}": content for name, content in handed_out.items()})
    shown = executed(assignment, proved, made["proof"]["notebook"])
    _write_notebook(staged.solution, shown)
    staged.solution_html.write_text(page(assignment.title, shown), encoding="utf-8")

    gradescope.write_bundle(staged.gradescope_zip, assignment, wheel)

    on_step("what learners get is searched for anything private")
    leaks = find_leaks(assignment, {**handed_out, "student.zip": staged.student_zip.read_bytes()})
    if leaks:
        more = f" (and {len(leaks) - 1} more)" if len(leaks) > 1 else ""
        raise ReleaseError(f"{assignment.id} is not released, because learners would see what is private: {leaks[0]}{more}")


def _run_otter(assignment: Assignment, work: Path, otter_zip: Path) -> Mapping:
    notebook = f"{assignment.id}.ipynb"
    report = work / "report.json"
    command = [sys.executable, "-m", "autograder.release.otter_worker"]
    command += [str(work / "master" / notebook), str(work / "otter"), str(otter_zip), str(work / "solution" / notebook), str(report)]
    done = subprocess.run(command, cwd=work, env=_environment(work), capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode or not report.is_file():
        last = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()[-1]
        raise ReleaseError(f"{assignment.id}: Otter could not build the release: {last}")
    return json.loads(report.read_text(encoding="utf-8"))


def _environment(work: Path) -> dict[str, str]:
    """The environment Otter and the solution's kernel run in: what a person has configured for themselves stays out."""
    kept = {key: value for key, value in os.environ.items() if key != "MPLBACKEND"}
    checkout = str(Path(__file__).resolve().parents[2])
    settings = {
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "PYTHONPATH": os.pathsep.join(part for part in (checkout, os.environ.get("PYTHONPATH", "")) if part),
        "IPYTHONDIR": str(work / "ipython"),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "HIDDEN_LAYERS_MOVING_PICTURES": "1",  # films of the solution move; see autograder.pictures.films
    }
    matplotlib = importlib.util.find_spec("matplotlib")
    if matplotlib:
        settings["MATPLOTLIBRC"] = str(Path(matplotlib.origin).parent / "mpl-data" / "matplotlibrc")
    return {**kept, **settings}


def _write_notebook(path: Path, notebook: Mapping) -> None:
    import nbformat

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(nbformat.from_dict(dict(notebook))) + "\n", encoding="utf-8", newline="\n")


def _require_writable(folder: Path) -> None:
    """Building takes half a minute: whoever may not write to `folder` is told before."""
    folder = Path(os.path.abspath(folder))
    while not os.path.isdir(folder) and folder != folder.parent:  # False, too, where nobody may look
        folder = folder.parent
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def _put_in_place(staged: Released, final: Released) -> Released:
    """Copy a release beside an earlier one, then let it take its place; if it cannot be copied the earlier one stays."""
    final.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".release-", dir=final.folder) as name:
        beside = Released.in_folder(Path(name))
        for made, place in zip(staged.paths(), beside.paths(), strict=True):
            _copy(made, place)
        if final.student.exists():
            shutil.rmtree(final.student)
        for made, place in zip(beside.paths(), final.paths(), strict=True):
            made.replace(place)
    return final


def _copy(made: Path, place: Path) -> None:
    """Copy a file, or a folder with all that is in it; an OSError names the file that could not be written."""
    if made.is_dir():
        place.mkdir()
        for inside in sorted(made.iterdir()):
            _copy(inside, place / inside.name)
        return
    try:
        shutil.copyfile(made, place)
    except OSError as error:
        error.filename, error.filename2 = str(place), None
        raise
