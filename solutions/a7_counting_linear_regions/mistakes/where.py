"""Where to look: the places that the hints of more than one module name."""

DEEP = "q8, the table with the four quarters."
MAXOUT = "q12, the worked number, forward and back."
PATTERN = "q2, the table with the four samples, and the definition of a pattern in the conventions."
LINE = "q4, the worked number, and the list of four things below it."
PLANE = "q6, the worked number, and the paragraph of other things that happen."
MAP = "q3, the table with the three regions."
KNIFE = "q7, the walk around the polygon and the worked number."
