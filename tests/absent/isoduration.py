"""Not there, for the processes of a test run: see `tests/conftest.py`."""

raise ModuleNotFoundError("left out of test runs, because the library of dates it brings is long in importing", name=__name__)
