"""Where to look: the places that the hints of more than one module name."""

CITY = "q7, the worked number with four cells."
CURVE = "q10, the worked number and the formula in the docstring."
