"""How long the commands take to answer `--help`, and what the checks add to numpy, side by side in one run.

    python tests/benchmarks/start.py [--runs 7]
"""

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "autograder --help": [str(BIN / "autograder"), "--help"],
    "otter --help": [str(BIN / "otter"), "--help"],
    "import numpy": [sys.executable, "-c", "import numpy"],
    "import numpy, autograder.checking": [sys.executable, "-c", "import numpy, autograder.checking"],
}


def seconds(command: list[str]) -> float:
    """Wall time of one run of a command."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    """Run each command a few times, interleaved, and print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, command in COMMANDS.items():
            times[name].append(seconds(command))
    print(f"{'command':<36} {'median':>8} {'best':>8}  seconds, {runs} runs")
    for name, found in times.items():
        print(f"{name:<36} {statistics.median(found):>8.3f} {min(found):>8.3f}")


if __name__ == "__main__":
    main()
