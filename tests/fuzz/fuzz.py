"""Coverage-guided fuzzing of a target: what comes out is a crash file, or nothing.

    python -m tests.fuzz.fuzz reply FOLDER -max_total_time=600
    python -m tests.fuzz.fuzz file FOLDER -max_total_time=600

FOLDER keeps the inputs that reached something new; further options are libFuzzer's. Needs the extra `fuzz` (atheris).
"""

import sys
import warnings

import atheris

with atheris.instrument_imports(include=["autograder", "json", "zipfile"]):
    from tests.fuzz.targets import TARGETS


def main(arguments: list[str]) -> None:
    """Fuzz until the time is over; a failed target leaves crash-DIGEST beside its traceback."""
    warnings.simplefilter("ignore")  # zipfile has an opinion on the archives made here
    target, *options = arguments
    atheris.Setup([sys.argv[0], "-max_len=4096", "-timeout=25", "-rss_limit_mb=1500", *options], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
