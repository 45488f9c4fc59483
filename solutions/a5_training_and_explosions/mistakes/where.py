"""Where to look: the places that the hints of more than one module name."""

ADAM = "q5, the worked number, and the formula in the docstring."
CURES = "q13, the two tables."
BAD = "q12, what counts as bad, and the worked number."
START = "q2, the worked number, and the formula in the docstring."
PULL = "q10, the worked number."
COPIES = "q11, the worked number with its three cases."
LOOP = "q7, the worked number, and what is to be kept apart."
