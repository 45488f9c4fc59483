"""The command `autograder`. Each command imports what it needs when it runs, so that `--help` answers at once."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder import stopping
from autograder.command_group import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hidden-layers", prog_name="autograder")
def main() -> None:
    """Release, grade and audit the assignments of Hidden Layers."""


_out = click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder to write to.")
_no_steps = click.option("--quiet", is_flag=True, help="Do not show on the terminal which step is at work.")


@main.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("demo"), show_default=True, help="Folder to write to.")
def demo(out: Path) -> None:
    """Release a1, grade a made-up class, write the report, say where it is."""
    from autograder.demo import run_demo

    run_demo(out, click.echo)


@main.command("list")
def list_command() -> None:
    """The course at a glance: assignments, questions, points."""
    from autograder.course import find_root, list_assignments, load

    root = find_root()
    for name in list_assignments(root):
        assignment = load(root, name)
        hidden = f", {len(assignment.hidden_checks)} hidden" if assignment.private_dir else ", hidden checks not in this copy"
        click.echo(f"{assignment.title}  ({assignment.points:g} points, {len(assignment.public_checks)} public checks{hidden})")
        for question in assignment.questions:
            what = "written" if question.manual else ", ".join(question.functions)
            click.echo(f"  {question.id:<4} {question.points:>3g}  {question.title}  [{what}]")


@main.command()
@click.argument("assignment_id", metavar="ID")
@click.option("--title", default="A new assignment", show_default=True, help="Its title; the folder's name is made of it.")
def new(assignment_id: str, title: str) -> None:
    """Start an assignment: one question that releases, grades and passes its audit."""
    from autograder.course import find_root
    from autograder.course.new import new_assignment

    for folder in new_assignment(find_root(), assignment_id, title):
        click.echo(folder)
    click.echo(f"next: autograder audit {assignment_id}; then assignments/README.md shows how to add a question")


@main.command()
@click.argument("assignments", nargs=-1, required=True, metavar="ID...")
@_out
@click.option("--colab", is_flag=True, help="The notebook also runs in Google Colab: one more cell brings the checks along.")
@_no_steps
def release(assignments: tuple[str, ...], out: Path, colab: bool, quiet: bool) -> None:
    """Build what learners get and what graders need, below OUT/ID."""
    from autograder.course import find_root, load
    from autograder.release import release as build
    from autograder.steps import steps

    root = find_root()
    for name in assignments:
        assignment = load(root, name)
        with steps(f"releasing {assignment.id}", sys.stderr, quiet=quiet) as on_step:
            released = build(assignment, out, colab=colab, on_step=on_step)
        click.echo(f"{assignment.title}: released")
        for path in released.paths():
            click.echo(f"  {path}")


@main.command()
@click.argument("notebook", type=click.Path(path_type=Path))
@click.option("--no-repairs", is_flag=True, help="Do not look for the line with the mistake in wrong code, which takes up to 3 s.")
def check(notebook: Path, no_repairs: bool) -> None:
    """Run the public checks of a notebook, as a learner would."""
    import shutil

    from autograder.check_notebook import check_notebook, table

    report = check_notebook(notebook, lines=not no_repairs)
    for line in table(report, min(80, shutil.get_terminal_size().columns)):
        click.echo(line)
    sys.exit(0 if report.all_passed else 1)


@main.command()
@click.argument("assignment_id", metavar="ID")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@_out
@click.option("--jobs", type=click.IntRange(1), default=None, help="Sessions at the same time.  [default: one per core]")
@click.option("--timeout", type=click.FloatRange(0.1), default=10.0, show_default=True, help="Seconds for one request to a submission's functions; all of a submission gets 15 times that.")
@click.option("--memory", type=click.IntRange(128), default=2048, show_default=True, help="Megabytes for one submission.")
@click.option(
    "--isolation",
    type=click.Choice(["full", "process"]),
    default="full",
    show_default=True,
    help="`process` grades even where the system has none of the layers that hide the solutions; results say so.",
)
@click.option("--dask", default="", metavar="ADDRESS", help="Grade on the workers of a Dask cluster, as in tcp://10.0.0.1:8786; autograder/grading/CLUSTER.md.")
@click.option("--only", default="", metavar="Q,...", help="Grade these questions again and keep the other results. Who has no grade yet is graded in full.")
@click.option("--retry", default="", metavar="STATUS,...", help="Grade again the submissions with such a status on a question or as a whole, as in timeout,crashed.")
@click.option("--no-repairs", is_flag=True, help="Do not look for the line with the mistake in wrong code, which takes up to 3 s per submission.")
@click.option("--reveal", is_flag=True, help="Show hidden inputs and numbers in everything written: for instructors.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per finished submission.")
@click.option("--quiet", is_flag=True, help="No progress and no table: one line at the end.")
def grade(
    assignment_id: str,
    paths: tuple[Path, ...],
    out: Path,
    jobs: int | None,
    timeout: float,
    memory: int,
    isolation: str,
    dask: str,
    only: str,
    retry: str,
    no_repairs: bool,
    reveal: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Grade the notebooks in PATH: folders, .ipynb files, zips of grader.export(), and what Gradescope, Canvas, Moodle and
    nbgrader hand out, as a folder or as one zip.

    Writes results.sqlite, results.csv, gradescope/NAME.json and report/index.html to OUT. Run it again after an
    interruption: what is graded is kept. After a change of checks only the questions it touches are graded again.
    """
    from autograder.course import find_root, load
    from autograder.grade_class import Options, grade_class

    assignment = load(find_root(), assignment_id)
    options = Options(
        jobs=jobs,
        timeout=timeout,
        memory_mb=memory,
        isolation=isolation,
        dask=dask,
        only=only,
        retry=retry,
        repairs=not no_repairs,
        reveal=reveal,
        as_json=as_json,
        quiet=quiet,
    )
    grade_class(assignment, paths, out, options, sys.stdout)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--reveal", is_flag=True, help="Show hidden inputs and numbers: for instructors.")
@click.option("--pictures", is_flag=True, help="First draw what each submission's own code shows: some 4 seconds a submission.")
def report(folder: Path, reveal: bool, pictures: bool) -> None:
    """Write the class page and a page per student again, from the results in DIR."""
    from autograder.grade_class import write_outputs
    from autograder.grading.store import Store

    with Store(folder / "results.sqlite") as store:
        if pictures:
            from autograder.course import find_root, load
            from autograder.draw_pictures import draw_pictures

            draw_pictures(load(find_root(), store.basis.assignment), store, on_done=click.echo)
        write_outputs(store, folder, reveal=reveal)
    click.echo(f"report: {folder / 'report' / 'index.html'}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--least", type=click.FloatRange(0, 1), default=None, help="List pairs from this likeness on.  [default: 0.6]")
def similar(folder: Path, least: float | None) -> None:
    """Pairs of submissions in DIR that share more code than chance explains: evidence for a conversation."""
    from autograder.course import find_root, load
    from autograder.grading.store import Store
    from autograder.similar.pairs import ALIKE
    from autograder.similar.run import similar as compare

    with Store(folder / "results.sqlite") as store:
        assignment_id = store.basis.assignment
    found = compare(load(find_root(), assignment_id), folder, ALIKE if least is None else least)
    click.echo(f"{found.compared} submissions compared, {len(found.pairs)} pair{'s' * (len(found.pairs) != 1)} to look at: {found.page}")
    for pair in found.pairs[:10]:
        click.echo(f"  {pair.likeness:.2f}  {pair.first} and {pair.second}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port on this machine.  [default: any free one]")
@click.option("--no-open", is_flag=True, help="Print the address and leave the browser alone.")
def written(folder: Path, port: int, no_open: bool) -> None:
    """Grade the written answers in DIR by hand, with the rubric, on a page that only this machine can open."""
    from autograder.written.run import run_written

    stopping.leave_to_python()
    run_written(folder, port, open_page=not no_open, echo=click.echo)


_file = click.Path(path_type=Path, dir_okay=False)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option("--to", type=click.Choice(["csv", "canvas", "moodle", "nbgrader", "gradescope"]), default="csv", show_default=True, help="The system that reads the file.")
@click.option("--roster", type=_file, help="CSV file of the class: name, id, email, username, section, submission.")
@click.option("--rules", type=_file, help="course.toml: titles, due dates, late penalty, attempts.")
@click.option("--times", type=_file, help="CSV file: submission, submitted_at.  [default: the times in the platform's download]")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder to write to.  [default: DIR/export]")
def export(folder: Path, to: str, roster: Path | None, rules: Path | None, times: Path | None, out: Path | None) -> None:
    """Write the grades in DIR as a file for a gradebook."""
    from autograder.export import export as write

    made = write(folder, to, roster=roster, rules=rules, times=times, out=out)
    click.echo(f"{made.file}")
    if to != "gradescope":
        click.echo(f"{len(made.scores.scores)} people with a score, {len(made.scores.absent)} who handed in nothing")
    for notice in made.notices:
        click.echo(notice)
    if made.unmatched_file:
        click.echo(f"{len(made.scores.unmatched)} could not be placed: {made.unmatched_file} says why")


@main.command()
@click.argument("assignments", nargs=-1, metavar="[ID...]")
@click.option("--jobs", type=click.IntRange(1), default=2, show_default=True, help="Sessions at the same time.")
@click.option("--quick", is_flag=True, help="A sample in place of everything, as in `make test`: a fifth of the time.")
@_no_steps
def audit(assignments: tuple[str, ...], jobs: int, quick: bool, quiet: bool) -> None:
    """Grade the grader: is every right answer accepted, every wrong one rejected, every mistake named?"""
    from autograder.audit.run import audit as run_audit
    from autograder.audit.run import table
    from autograder.course import find_root, list_assignments, load
    from autograder.steps import steps

    root = find_root()
    holes = 0
    for name in assignments or list_assignments(root):
        assignment = load(root, name)
        click.echo(assignment.title)
        with steps(f"auditing {assignment.id}", sys.stderr, quiet=quiet) as on_step:
            parts = run_audit(assignment, jobs=jobs, quick=quick, on_step=on_step)
        for line in table(parts):
            click.echo("  " + line)
        holes += sum(len(part.holes) for part in parts)
    sys.exit(1 if holes else 0)


@main.command()
def doctor() -> None:
    """Versions, isolation layers, what is missing and how to get it."""
    from autograder.doctor import examine, lines

    findings = list(examine())
    for line in lines(iter(findings)):
        click.echo(line)
    sys.exit(0 if all(one.fine or not one.needed for one in findings) else 1)


if __name__ == "__main__":
    main()
