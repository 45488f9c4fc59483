"""Return an object whose type is named after markup.

q1: 0 wrong
"""
# %% q1
def double(A):
    return type('<img src=x onerror=alert(1)>', (), {})()
