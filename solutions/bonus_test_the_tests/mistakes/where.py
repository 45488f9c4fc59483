"""Where to look: the places that the hints of more than one function name."""

CLOSE = "q4, the paragraph on tolerance."
WHOLE = "q4, the list of what a verdict has to rest on."
