"""Where to look: the places that the hints of more than one function name."""

SQUASH = "q2, the worked number, and below it what is said under 'Far out'."
RELATIVES = "q3, the list with a worked number of each."
RELATIVES_FAR = "q3, what is said under 'Far out'."
SLOPES = "q4, the worked number, where both slopes are computed from the outputs."
RELATIVE_SLOPES = "q5, a worked number of each."
