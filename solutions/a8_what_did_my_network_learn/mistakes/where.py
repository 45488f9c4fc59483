"""Where to look: the places that the hints of more than one function name."""

CARE = "The conventions at the top of the notebook."
