"""Public checks of t1. Names and titles are chosen to collide with Otter's own names and to break quoting."""

from pathlib import Path

import numpy as np

from autograder.checking import check, expect


def numbers():
    """A helper between the checks: Otter would take it for the test if they shared a cell."""
    return np.loadtxt(Path(__file__).parent / "data" / "numbers.csv", delimiter=",")


@check("q1", points=0)
def starts_at_one(start):
    """start() is 1."""
    expect(start).equals(1)


@check("q2", points=1.5)
def points(double):
    """Title with "double", 'single' and \\new lines\\n, größer, \""" and {braces} {{ twice }} {% raw %}"""
    expect(double, np.array([1.0, 2.0])).equals(np.array([2.0, 4.0]))


@check("q2", points=1)
def name(double):
    """The file's numbers are doubled."""
    expect(double, numbers()).equals(2 * numbers()).unchanged()


@check("q3", points=1)
def test_case(shift):
    """[1, 2] doubled and moved by 3 is [5, 7]."""
    expect(shift, np.array([1.0, 2.0]), 3.0).equals(np.array([5.0, 7.0]))
