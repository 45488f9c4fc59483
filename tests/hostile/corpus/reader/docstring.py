"""Give the function a name, a docstring and a repr that are markup and formulas.

q1: 0 wrong
"""
# %% q1
class double:
    """<script>alert(1)</script>"""
    __name__ = __qualname__ = '=1+1'
    def __repr__(self): return '\x1b[2J<script>alert(1)</script>'
    def __call__(self, A): return self
double = double()
