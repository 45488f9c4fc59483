"""Stock Otter as an oracle: run `otter run`'s own code over notebooks and print its scores, question by question.

A program of its own (`python -m autograder.audit.stock OTTER_ZIP NOTEBOOK...`), because Otter changes the working
directory and executes what it grades without a sandbox: it is only ever given notebooks the project made itself.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def stock_scores(otter_zip: Path, notebooks: Sequence[Path], jobs: int = 2) -> list[dict[str, float]]:
    """Points by question that stock `otter run` gives each notebook.

    Raises RuntimeError with Otter's own words if it does not grade one.
    """
    shares = [list(notebooks[start::jobs]) for start in range(jobs)]
    with ThreadPoolExecutor(jobs) as pool:
        found = {}
        for share, scores in zip(shares, pool.map(lambda share: _run(otter_zip, share), shares), strict=True):
            found.update(zip(share, scores, strict=True))
    return [found[notebook] for notebook in notebooks]


def _run(otter_zip: Path, notebooks: Sequence[Path]) -> list[dict[str, float]]:
    if not notebooks:
        return []
    command = [sys.executable, "-m", "autograder.audit.stock", str(otter_zip), *map(str, notebooks)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"stock otter failed: {done.stderr.strip()[-2000:]}")
    return [json.loads(line.removeprefix("SCORES ")) for line in done.stdout.splitlines() if line.startswith("SCORES ")]


def main(otter_zip: str, notebooks: Sequence[str]) -> None:
    """Grade each notebook with Otter and print one line of JSON for it."""
    from otter.api import grade_submission

    for notebook in notebooks:
        results = grade_submission(notebook, otter_zip, quiet=True)
        if results.has_catastrophic_failure():
            raise SystemExit(f"{notebook}: {results.catastrophic_error}")
        print("SCORES " + json.dumps({name: float(results.get_score(name)) for name in results.results}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
