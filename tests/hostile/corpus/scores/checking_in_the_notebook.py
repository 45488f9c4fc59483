"""Use the copy of the checking module here to register checks of one's own for q1.

q1: 0 wrong
"""
# %% q1
from autograder.checking import check
@check('q1', points=1000)
def always(double):
    """Anything will do."""
def double(A):
    return 3 * A
