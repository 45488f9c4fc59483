"""Colours and empty axes.

The colours are those of Okabe and Ito ("Color Universal Design", 2008): people with any common colour blindness can tell
them apart. Classes and curves differ in shape or dash as well, never in colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.ticker import MaxNLocator

BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
PURPLE, SKY, YELLOW, GREY = "#CC79A7", "#56B4E9", "#E69F00", "#777777"
COLORS = (BLUE, ORANGE, GREEN, PURPLE, SKY, YELLOW)
# Low is blue, high is orange, the middle is light.
DIVERGING = LinearSegmentedColormap.from_list("low to high", [BLUE, "#9ecae1", "#f2f2f2", "#fdbf8c", ORANGE])

_STYLE = {
    "figure.dpi": 90,
    "figure.constrained_layout.use": True,
    "font.size": 11,
    "axes.titlesize": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "legend.frameon": False,
    "lines.linewidth": 1.8,
}


def use_style() -> None:
    """Set sizes and margins for all pictures of a notebook."""
    plt.rcParams.update(_STYLE)


def _grid(titles: Sequence[str], columns: int | None, width: float, height: float, **kwargs: object) -> list[Axes]:
    """One axes per title in rows of `columns` (default: one row); surplus places stay empty. Sizes are in inches."""
    columns = min(columns or len(titles), len(titles))
    rows = -(-len(titles) // columns)
    figure, axes = plt.subplots(rows, columns, figsize=(width * columns, height * rows), squeeze=False, **kwargs)
    for ax in axes.flat[len(titles) :]:
        ax.remove()
    for ax, title in zip(axes.flat, titles):
        ax.set_title(title)
    return list(axes.flat[: len(titles)])


def panels(titles: Sequence[str], width: float = 4.4, height: float = 3.2, columns: int | None = None) -> list[Axes]:
    """Empty plots, one for each title, side by side or in rows of `columns`; width and height of one in inches."""
    return _grid(titles, columns, width, height)


def planes(
    titles: Sequence[str], low: float = -2.0, high: float = 2.0, columns: int | None = None, size: float = 3.2
) -> list[Axes]:
    """Empty planes, one for each title: the same limits and the same unit on both axes, lines through the origin."""
    step = max(1, int((high - low) / 8))
    ticks = range(int(np.ceil(low)), int(np.floor(high)) + 1, step)
    axes = _grid(titles, columns, size, size + 0.3)
    for ax in axes:
        if low < 0 < high:
            ax.axhline(0, color=GREY, linewidth=0.8, zorder=0)
            ax.axvline(0, color=GREY, linewidth=0.8, zorder=0)
        ax.set(xlim=(low, high), ylim=(low, high), aspect="equal", xticks=ticks, yticks=ticks)
        ax.tick_params(labelsize=8, length=0)
        ax.spines[:].set_visible(False)
    return axes


def spaces(titles: Sequence[str], columns: int | None = None, size: float = 4.0) -> list[Axes]:
    """Empty three-dimensional axes, one for each title, all seen from the same place."""
    axes = _grid(titles, columns, size, size, subplot_kw={"projection": "3d"})
    for ax in axes:
        dress_space(ax)
    return axes


def dress_space(ax: Axes) -> None:
    """The look of a three-dimensional axes: light panes, small numbers, one point of view."""
    ax.view_init(elev=28, azim=-55)
    ax.set(xlabel="x1", ylabel="x2")
    ax.tick_params(labelsize=8, pad=0)
    for axis in (ax.xaxis, ax.yaxis, ax.zaxis):
        axis.set_major_locator(MaxNLocator(5))
        axis.set_pane_color((0.96, 0.96, 0.96, 1.0))
