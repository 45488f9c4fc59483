# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # a0 A new assignment
#
# Say in three sentences why this matters, and show one picture.
#
# Rows are samples. Numbers are float64. Functions do not change their inputs.

# %% tags=["setup"]
import numpy as np

from autograder.pictures import classes, planes, use_style

use_style()

# %% [markdown] question="q1" points=10 functions="centre"
# ## Move the cloud to the origin
#
# Take the mean of each column away from that column. Then every column has the mean 0, and differences between samples
# stay what they were.
#
# **A worked number.** The columns of `[[1, 10], [3, 30]]` have the means 2 and 20, so that the result is
# `[[-1, -10], [1, 10]]`.

# %% tags=["stub"]
def centre(X):
    """Each column less its own mean.

    X: (N, D), one sample per row. Returns (N, D).

    >>> centre(np.array([[1.0, 10.0], [3.0, 30.0]]))
    array([[ -1., -10.],
           [  1.,  10.]])
    """
    raise NotImplementedError("q1: write centre")

# %% [markdown]
# **Predict, then run.** Where will the cross of the two lines lie in the right picture?

# %% tags=["picture"]
cloud = np.random.default_rng(0).normal([1.0, 0.5], 0.3, (40, 2))
before, after = planes(["before", "after"])
classes(before, cloud, np.zeros(40))
classes(after, centre(cloud), np.zeros(40))

# %% [markdown] question="q2" points=5 manual=true
# ## Claim and evidence
#
# Does centring change the distance between two samples? Claim, and give one number of your own as evidence.

# %% [markdown] tags=["answer"]
# Type your answer here.
