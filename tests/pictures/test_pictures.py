"""The shared pictures: what is drawn where, and that films stand still for learners and move on the solution page."""

import base64
import io
import re

import numpy as np
import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

import matplotlib.pyplot as plt  # noqa: E402

from autograder import pictures  # noqa: E402
from autograder.pictures.films import MOVING  # noqa: E402


@pytest.fixture(autouse=True)
def no_figure_left():
    """Every test starts and ends without open figures."""
    plt.close("all")
    yield
    plt.close("all")


def test_planes_share_limits_and_unit():
    """Every plane has the limits asked for, and one unit is as long on both axes."""
    for ax in pictures.planes(["one", "two"], low=-1, high=3):
        assert ax.get_xlim() == ax.get_ylim() == (-1, 3)
        assert ax.get_aspect() == 1


def test_surplus_places_of_a_grid_stay_empty():
    """Three titles in rows of two make three axes, not four."""
    made = pictures.panels(["a", "b", "c"], columns=2)
    assert plt.gcf().axes == made and [ax.get_title() for ax in made] == ["a", "b", "c"]


def test_classes_differ_in_colour_and_in_marker():
    """A reader who sees no colours still tells the classes apart."""
    (ax,) = pictures.planes(["points"])
    pictures.classes(ax, np.zeros((4, 2)), np.array([0, 1, 2, 1]))
    drawn = [one for one in ax.lines if len(one.get_xdata()) and one.get_marker() != "None"]
    assert len({one.get_marker() for one in drawn}) == len({one.get_color() for one in drawn}) == 3


@pytest.mark.parametrize("w, b", [((1.0, 2.0), -0.5), ((0.0, 3.0), 1.0), ((-2.0, 0.0), 0.0)])
def test_line_lies_where_the_sum_is_zero_and_points_to_the_positive_side(w, b):
    """Both ends of the drawn line fulfil w . x + b = 0, and the arrow's tip has a positive sum."""
    (ax,) = pictures.planes(["line"])
    pictures.line(ax, w, b)
    drawn = ax.lines[-1].get_xydata()
    assert np.allclose(drawn @ w + b, 0)
    assert np.dot(ax.texts[-1].xy, w) + b > 0


def test_line_without_direction_is_not_drawn():
    """A unit with no weights has no line."""
    (ax,) = pictures.planes(["none"])
    before = len(ax.lines)
    pictures.line(ax, (0.0, 0.0), 1.0)
    assert len(ax.lines) == before


def test_field_shows_the_value_at_its_place():
    """A field that is larger to the right has its largest pixel column on the right, and a contour at its level."""
    (ax,) = pictures.planes(["field"])
    pictures.field(ax, lambda X: X[:, 0], levels=[0.0], resolution=11)
    shown = ax.images[0].get_array()
    assert np.allclose(shown, np.linspace(-2, 2, 11)[None, :])
    assert len(ax.collections) == 1


def test_field_without_a_crossing_has_no_contour():
    """A constant field is drawn, without a warning about missing contours."""
    (ax,) = pictures.planes(["flat"])
    pictures.field(ax, lambda X: np.ones(len(X)), levels=[0.0], resolution=5)
    assert not ax.collections


def test_heat_puts_the_first_index_on_the_horizontal_axis():
    """values[i, j] stands at x1 = grid[i]: a table that grows with i grows to the right."""
    (ax,) = pictures.panels(["heat"])
    pictures.heat(ax, np.repeat(np.arange(4.0)[:, None], 4, axis=1), 0, 1, symmetric=True)
    shown = ax.images[0]
    assert np.array_equal(shown.get_array()[0], np.arange(4.0)) and shown.get_clim() == (-3.0, 3.0)


def test_surface_heights_are_the_values():
    """The relief reaches from the smallest to the largest value."""
    (ax,) = pictures.spaces(["relief"])
    pictures.surface(ax, np.add.outer(np.arange(5.0), np.arange(5.0)), -1, 1)
    low, high = ax.get_zlim()
    assert low <= 0 and high >= 8


def test_images_share_one_scale():
    """The same value has the same grey in every image."""
    made = pictures.images(np.arange(12.0).reshape(3, 2, 2), titles=["a", "b", "c"])
    assert {ax.images[0].get_clim() for ax in made} == {(0.0, 11.0)}


def test_polygons_are_all_drawn():
    """One filled shape for each polygon."""
    (ax,) = pictures.planes(["cells"])
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1]])
    pictures.polygons(ax, [square, square + 1], values=[1, 2])
    assert len(ax.collections[0].get_paths()) == 2


def dot(ax, frame):
    """A frame of the films below."""
    ax.plot([frame], [0], "o")
    ax.set(xlim=(-1, 30), ylim=(-1, 1))


def test_learners_see_frames_from_the_first_to_the_last(monkeypatch):
    """Of 20 frames 8 stand side by side; the first and the last are among them."""
    monkeypatch.delenv(MOVING, raising=False)
    assert pictures.film(dot, range(20), titles=[str(k) for k in range(20)]) is None
    shown = [ax.get_title() for ax in plt.gcf().axes]
    assert len(shown) == 8 and shown[0] == "0" and shown[-1] == "19"


def test_solution_moves_without_scripts_and_stands_still_where_asked(monkeypatch):
    """HTML with an animation of every frame, a still picture for readers who want less motion, and words for the rest."""
    from PIL import Image

    monkeypatch.setenv(MOVING, "1")
    html = pictures.film(dot, range(5), describe='a dot "walks"')._repr_html_()
    moving = re.search(r"data:image/gif;base64,([^\"]+)", html).group(1)
    assert Image.open(io.BytesIO(base64.b64decode(moving))).n_frames == 5
    assert "prefers-reduced-motion" in html and "script" not in html
    assert 'alt="a dot &quot;walks&quot;"' in html
    assert not plt.get_fignums()


def test_film_is_the_same_every_time(monkeypatch):
    """The release is reproducible byte for byte, films included."""
    monkeypatch.setenv(MOVING, "1")
    assert pictures.film(dot, range(3))._repr_html_() == pictures.film(dot, range(3))._repr_html_()


@pytest.mark.parametrize("frames, titles", [([], None), ([1, 2], ["one"])])
def test_film_says_what_does_not_fit(frames, titles):
    """No frames, or another number of titles, is an error in words."""
    with pytest.raises(ValueError, match="frame"):
        pictures.film(dot, frames, titles=titles)
