"""Raise an error whose class is named after a script element, in a check that is shown.

q1: 0 raised
"""
# %% q1
def double(A):
    raise type('<script>alert(1)</script>', (Exception,), {})('<svg/onload=alert(1)> &lt;b&gt; &#60;i&#62; <!-- ]]>')
