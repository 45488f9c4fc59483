"""The common look of the course's pictures: colours, axes, and the few kinds of drawing that notebooks share.

Shipped to learners; needs matplotlib and numpy only. `style` (colours, empty axes), `plane` (points, arrows, lines and
regions of the plane), `surfaces` (functions of two variables, small images, measurements with their spread), `films`
(pictures that move).

Conventions: points are rows, (N, 2). A function of the plane takes (G, 2) and gives (G,). A table of values on a grid is
indexed `values[i, j]` for x1 = grid[i], x2 = grid[j].
"""

from autograder.pictures.films import film
from autograder.pictures.plane import arrow, classes, field, line, polygons
from autograder.pictures.style import (
    BLUE,
    COLORS,
    DIVERGING,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    SKY,
    YELLOW,
    panels,
    planes,
    spaces,
    use_style,
)
from autograder.pictures.surfaces import heat, images, intervals, surface

__all__ = [
    "BLUE",
    "COLORS",
    "DIVERGING",
    "GREEN",
    "GREY",
    "ORANGE",
    "PURPLE",
    "SKY",
    "YELLOW",
    "arrow",
    "classes",
    "field",
    "film",
    "heat",
    "images",
    "intervals",
    "line",
    "panels",
    "planes",
    "polygons",
    "spaces",
    "surface",
    "use_style",
]
