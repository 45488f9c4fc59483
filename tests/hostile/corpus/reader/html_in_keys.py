"""Return a dict whose keys are markup.

q1: 0 wrong
"""
# %% q1
def double(A):
    return {'<script>alert(1)</script>': A, '"><svg onload=alert(1)>': A, "' onmouseover='alert(1)": A}
