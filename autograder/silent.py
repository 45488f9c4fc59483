"""Takes the place of `otter` and `autograder.notebook` where a notebook's own checks do nothing: somebody else runs them."""


class Notebook:
    """A `grader` of which every method may be called, and does nothing."""

    def __init__(self, *args, **kwargs):
        pass

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **kwargs: None
