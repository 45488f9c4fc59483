"""Lines: where a learner's mistake stands, told in the learner's own notebook.

`own_code` reads cells, `told` says it; both serve the grader too. In a notebook, `ask` starts a Python of its own, in which
`search` tries changes against the public checks (`trial`, `stopwatch`, `harmless`): the kernel that asks stays as it is.
"""
