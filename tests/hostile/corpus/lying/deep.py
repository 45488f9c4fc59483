"""Return a tree with a billion leaves.

q1: 0 wrong
"""
# %% q1
def double(A):
    tree = []
    for _ in range(30): tree = [tree, tree]
    return tree
