"""Where to look: the places that the hints of more than one function name."""

DEEP = "q8, the table with the four quarters."
MAXOUT = "q12, the worked number, forward and back."
