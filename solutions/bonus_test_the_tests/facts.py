"""Numbers that right answers to q7 quote."""

from autograder.written import printed

MUTANTS = printed(
    "q7", "mutants: 36", "caught by a good test: 34", "caught by the five together: 33", "caught by shapes_only: 0.11", "right code is accepted from rtol: 3e-16 ± 3e-16",
    "right code against measured slopes from rtol: 3e-11 ± 3e-11",
)  # fmt: skip
