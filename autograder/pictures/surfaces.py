"""Functions of two variables in relief and as maps, small images, and measurements with their spread."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from autograder.pictures.style import BLUE, DIVERGING


def surface(ax: Axes, values: np.ndarray, low: float, high: float, color: str | None = None) -> None:
    """values (G, G) over the square [low, high]² as a surface in a three-dimensional axes; see `spaces`.

    Coloured by height, or in one `color`, half transparent, to lie over another surface.
    """
    grid = np.linspace(low, high, len(values))
    x1, x2 = np.meshgrid(grid, grid, indexing="ij")
    stride = max(1, len(values) // 40)  # more faces than this take long to draw and look the same
    look = {"color": color, "alpha": 0.5} if color else {"cmap": DIVERGING}
    ax.plot_surface(x1, x2, values, rstride=stride, cstride=stride, linewidth=0.2, edgecolor="#55555555", **look)


def heat(ax: Axes, values: np.ndarray, low: float, high: float, symmetric: bool = False, label: str = "") -> None:
    """values (G, G) over the square [low, high]² as a flat map with a colour bar.

    symmetric: colours are centred at 0, as for residuals: blue is negative, orange is positive.
    """
    reach = float(np.abs(values).max()) or 1.0
    limits = {"vmin": -reach, "vmax": reach} if symmetric else {}
    shown = ax.imshow(np.asarray(values).T, origin="lower", extent=(low, high, low, high), cmap=DIVERGING, **limits)
    ax.set(xlabel="x1", ylabel="x2")
    ax.figure.colorbar(shown, ax=ax, shrink=0.8, label=label)


def intervals(
    ax: Axes, x: Sequence[float], low: Sequence[float], middle: Sequence[float], high: Sequence[float], label: str | None = None, color: str = BLUE
) -> None:
    """Dots at `middle` with whiskers from `low` to `high`, joined by a thin line: a measurement and its spread."""
    low, middle, high = (np.asarray(one, dtype=float) for one in (low, middle, high))
    ax.errorbar(x, middle, yerr=[middle - low, high - middle], fmt="o-", color=color, linewidth=1.0, capsize=3, markersize=4, label=label)


def images(
    stack: np.ndarray, titles: Sequence[str] | None = None, columns: int = 8, symmetric: bool = False, size: float = 1.1
) -> list[Axes]:
    """Small images (K, H, W) side by side on a common scale: grey (black is low), or symmetric about 0 in colours."""
    stack = np.asarray(stack, dtype=float)
    columns = min(columns, len(stack))
    rows = -(-len(stack) // columns)
    height = size * stack.shape[1] / stack.shape[2] + (0.3 if titles is not None else 0.0)
    figure, axes = plt.subplots(rows, columns, figsize=(max(size * columns, 2.0), height * rows), squeeze=False)
    reach = float(np.abs(stack).max()) or 1.0
    scale = {"cmap": DIVERGING, "vmin": -reach, "vmax": reach} if symmetric else {"cmap": "gray", "vmin": stack.min(), "vmax": stack.max()}
    for k, ax in enumerate(axes.flat):
        ax.set_axis_off()
        if k < len(stack):
            ax.imshow(stack[k], **scale)
            if titles is not None:
                ax.set_title(titles[k], fontsize=9)
    return list(axes.flat[: len(stack)])
