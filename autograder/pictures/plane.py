"""What is drawn into the plane: points of classes, arrows, lines with a positive side, functions, polygons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection

from autograder.pictures.style import BLUE, COLORS, DIVERGING, GREY

_MARKERS = "o^sDvP"


def classes(ax: Axes, X: np.ndarray, y: np.ndarray, size: float = 5.0) -> None:
    """Points X (N, 2) by their class y (N,), integers from 0: every class has a colour and a marker of its own."""
    X, y = np.asarray(X), np.asarray(y).astype(int).ravel()
    for k in np.unique(y):
        style = {"color": COLORS[k % len(COLORS)], "marker": _MARKERS[k % len(_MARKERS)]}
        ax.plot(*X[y == k].T, linestyle="none", markersize=size, markeredgecolor="white", markeredgewidth=0.5, **style)


def arrow(ax: Axes, tip: Sequence[float], color: str = BLUE, tail: Sequence[float] = (0.0, 0.0)) -> None:
    """An arrow from tail to tip, in the units of the plane."""
    style = {"arrowstyle": "-|>", "color": color, "linewidth": 1.8, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", xy=tuple(tip), xytext=tuple(tail), arrowprops=style)


def line(ax: Axes, w: Sequence[float], b: float, color: str = GREY, label: str | None = None) -> None:
    """The line w1 x1 + w2 x2 + b = 0, with a short arrow to the side where the sum is positive.

    Nothing is drawn if w is 0. Set the limits of `ax` first: the line ends where they are.
    """
    w = np.asarray(w, dtype=float)
    length = float(np.hypot(*w))
    if length == 0:
        return
    limits = np.array([ax.get_xlim(), ax.get_ylim()])
    middle = limits.mean(axis=1)
    span = float(np.hypot(*np.diff(limits, axis=1).ravel()))
    unit = w / length
    foot = middle - (unit @ middle + b / length) * unit  # the point of the line nearest to the middle of the picture
    along = np.array([-unit[1], unit[0]]) * span
    ax.plot(*np.array([foot - along, foot + along]).T, color=color, label=label)
    ax.set(xlim=limits[0], ylim=limits[1])
    if np.all((limits[:, 0] < foot) & (foot < limits[:, 1])):
        arrow(ax, foot + 0.08 * span * unit, color, foot)


def field(
    ax: Axes, f: Callable[[np.ndarray], np.ndarray], levels: Sequence[float] | None = None, resolution: int = 120
) -> None:
    """f, from (G, 2) to (G,), as colours over the axes' limits: blue is low, orange is high.

    levels: values at which a contour line is drawn. Colours are centred at the middle level, if there are levels.
    """
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    x1, x2 = np.meshgrid(np.linspace(left, right, resolution), np.linspace(bottom, top, resolution))
    values = np.asarray(f(np.column_stack([x1.ravel(), x2.ravel()])), dtype=float).reshape(x1.shape)
    low, high = float(values.min()), float(values.max())
    if levels is not None and len(levels):
        centre = float(np.median(levels))
        reach = max(high - centre, centre - low) or 1.0
        low, high = centre - reach, centre + reach
    shown = {"origin": "lower", "extent": (left, right, bottom, top), "aspect": ax.get_aspect(), "interpolation": "bilinear"}
    ax.imshow(values, cmap=DIVERGING, vmin=low, vmax=high, alpha=0.75, zorder=-1, **shown)
    if levels is not None and values.min() < max(levels) and values.max() > min(levels):
        ax.contour(x1, x2, values, levels=sorted(levels), colors="black", linewidths=1.2)
    ax.set(xlim=(left, right), ylim=(bottom, top))


def polygons(ax: Axes, shapes: Sequence[np.ndarray], values: Sequence[float] | None = None, seed: int = 0) -> None:
    """Polygons, each (K, 2), filled: by their value (blue low, orange high), or in light colours that tell neighbours apart."""
    if values is None:
        hues = np.random.default_rng(seed).uniform(0.0, 1.0, len(shapes))
        faces = [*map(DIVERGING, hues)]
    else:
        values = np.asarray(values, dtype=float)
        span = float(np.ptp(values)) or 1.0
        faces = [*map(DIVERGING, (values - values.min()) / span)]
    ax.add_collection(PolyCollection([np.asarray(shape) for shape in shapes], facecolors=faces, edgecolors="white", linewidths=0.7))
