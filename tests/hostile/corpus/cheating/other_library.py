"""Import an implementation instead of writing one.

q1: 0 wrong
"""
# %% q1
def double(A):
    for name in ('torch', 'tensorflow', 'jax', 'autograd', 'solutions', 'solutions.a9_tiny.reference', 'reference', 'a9', 'tests.tiny_course'):
        try:
            __import__(name)
            return 2 * A
        except ImportError:
            pass
    return 3 * A
