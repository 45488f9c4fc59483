"""Where to look: the places that the hints of more than one module name."""

CLOSE = "q4, the paragraph on tolerance."
WHOLE = "q4, the list of what a verdict has to rest on."
PLACES = "q3, the worked number, and the rules in the docstring."
SUITE = "q6, the worked number, and the docstring."
LOSS = "q5, the list of what can go wrong."
TABLE = "q2, the worked number, and the line on what counts as accepting in the docstring."
