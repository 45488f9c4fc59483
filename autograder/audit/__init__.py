"""The grader graded: is every right answer accepted, every wrong one rejected, every mistake named?

`static` looks at the files, `inprocess` and `constants` run the checks here, `behaviour` grades made-up submissions in the
sandbox, `mutants` and `mutation` wrong code nobody wrote, `parity` and `stock` compare with stock Otter; `sample` is the
quick mode, `run` all of it in order.
"""
