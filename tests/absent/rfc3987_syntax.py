"""Not there, for the processes of a test run: see `tests/conftest.py`."""

raise ModuleNotFoundError("left out of test runs, because importing it takes a second", name=__name__)
