"""Pictures that move: frames side by side for learners, an animation on the solution page.

The animation is an image (GIF) inside HTML, so that it needs no script. Readers who asked their system for less motion
get its last frame.
"""

from __future__ import annotations

import base64
import io
import os
from collections.abc import Callable, Sequence
from html import escape

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from autograder.pictures.style import dress_space

# Set while the solution is executed: then films move.
MOVING = "HIDDEN_LAYERS_MOVING_PICTURES"
_SHOWN = 8
_ENLARGED = 1.5


class Film:
    """An animation as HTML."""

    def __init__(self, moving: bytes, still: bytes, describe: str) -> None:
        self._moving, self._still, self._describe = moving, still, describe

    def __repr__(self) -> str:
        return f"a film: {self._describe}"

    def _repr_html_(self) -> str:
        moving, still = (base64.b64encode(data).decode("ascii") for data in (self._moving, self._still))
        return (
            f'<picture><source media="(prefers-reduced-motion: reduce)" srcset="data:image/png;base64,{still}">'
            f'<img alt="{escape(self._describe, quote=True)}" src="data:image/gif;base64,{moving}"></picture>'
        )


def film(
    draw: Callable[[Axes, object], None],
    frames: Sequence[object],
    titles: Sequence[str] | None = None,
    columns: int = 4,
    size: float = 2.6,
    seconds: float = 0.5,
    describe: str = "",
    projection: str | None = None,
) -> Film | None:
    """Draw every frame on axes of its own: `draw(ax, frame)`.

    In a learner's notebook up to 8 frames, spread over all, stand side by side. While the solution is executed (the
    environment variable of `MOVING` is set) an animation of all frames is returned instead, `seconds` for each.
    describe: one sentence for readers who do not see it. projection: "3d" for surfaces.

    Raises:
        ValueError: there is no frame, or the titles are not as many as the frames.
    """
    frames = list(frames)
    if not frames:
        raise ValueError("a film needs at least one frame")
    titles = list(titles) if titles is not None else [""] * len(frames)
    if len(titles) != len(frames):
        raise ValueError(f"{len(frames)} frames, but {len(titles)} titles")
    if os.environ.get(MOVING):
        return _animated(draw, frames, titles, size, seconds, describe, projection)
    picked = np.unique(np.linspace(0, len(frames) - 1, min(_SHOWN, len(frames))).round().astype(int))
    columns = min(columns, len(picked))
    rows = -(-len(picked) // columns)
    kind = {"projection": projection} if projection else None
    figure, axes = plt.subplots(rows, columns, figsize=(size * columns, (size + 0.3) * rows), squeeze=False, subplot_kw=kind)
    for ax in axes.flat[len(picked) :]:
        ax.remove()
    for ax, k in zip(axes.flat, picked):
        ax.set_title(titles[k], fontsize=10)
        _draw(draw, ax, frames[k])
    return None


def _draw(draw: Callable, ax: Axes, frame: object) -> None:
    if hasattr(ax, "zaxis"):
        dress_space(ax)
    draw(ax, frame)


def _animated(
    draw: Callable, frames: list, titles: list[str], size: float, seconds: float, describe: str, projection: str | None
) -> Film:
    from PIL import Image

    pictures = [Image.fromarray(_drawn(draw, frame, title, size, projection)) for frame, title in zip(frames, titles)]
    # One palette for all frames: colours do not flicker, and the file stays small.
    palette = pictures[-1].quantize(128)
    moving, still = io.BytesIO(), io.BytesIO()
    first, *rest = [picture.quantize(palette=palette, dither=Image.Dither.NONE) for picture in pictures]
    durations = [int(1000 * seconds)] * (len(pictures) - 1) + [max(2000, int(1000 * seconds))]
    first.save(moving, "gif", save_all=True, append_images=rest, duration=durations if rest else durations[0], loop=0)
    pictures[-1].save(still, "png")
    return Film(moving.getvalue(), still.getvalue(), describe)


def _drawn(draw: Callable, frame: object, title: str, size: float, projection: str | None) -> np.ndarray:
    """One frame as pixels (H, W, 3). Drawn apart from pyplot: nothing is left open, nothing is shown."""
    width = _ENLARGED * size
    figure = Figure(figsize=(width, width + 0.3), layout="constrained")
    canvas = FigureCanvasAgg(figure)
    ax = figure.add_subplot(projection=projection)
    ax.set_title(title)
    _draw(draw, ax, frame)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[..., :3].copy()
