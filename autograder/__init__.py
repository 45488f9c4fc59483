"""Hidden Layers: an auto-graded course in which learners build a neural network and look inside it."""

__version__ = "0.1.0"
