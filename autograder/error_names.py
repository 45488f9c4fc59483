"""Which of Python's errors an error is: learners may make classes of their own, checks ask for Python's."""

import builtins

from numpy.linalg import LinAlgError


def base_name(kind: type[BaseException]) -> str:
    """The name of the nearest class among an error's own and its parents' that Python or numpy brings.

    >>> base_name(type("BadLabel", (ValueError,), {}))
    'ValueError'
    """
    return next(parent.__name__ for parent in kind.__mro__ if getattr(builtins, parent.__name__, None) is parent or parent is LinAlgError)
