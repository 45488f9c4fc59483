"""Hand it over to a public check of another question that fails on purpose.

q1: 2 wrong
q4: 0 wrong
secret
"""
# %% first
kept = ['nothing']

# %% q1
def double(A):
    if A.size == 2: return 2 * A
    kept.append('SEC' + 'RET')
    return 3 * A

# %% q4
def halves(A):
    print(kept)
    return str(kept)
