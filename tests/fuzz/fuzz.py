"""Coverage-guided fuzzing of a target: what comes out is a crash file, or nothing.

    python -m tests.fuzz.fuzz reply FOLDER -max_total_time=600 -len_control=0
    python -m tests.fuzz.fuzz file FOLDER -max_total_time=600 -len_control=0

FOLDER keeps the inputs that reached something new; begin with a few hundred random files of up to 2000 bytes in it. Further
options are libFuzzer's. Needs `pip install atheris`, which is no dependency of the project and exists for Linux only.
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
