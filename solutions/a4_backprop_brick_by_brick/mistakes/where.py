"""Where to look: the places that the hints of more than one function name."""

SLOPE = "q3, the table of slopes and the worked numbers below it."
DEEP = "q9, the table with two layers, and q10, the worked number."
