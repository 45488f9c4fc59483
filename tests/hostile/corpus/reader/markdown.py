"""Write links and pictures for whoever renders Markdown, and a target for scripts in JSON.

q1: 0 raised
"""
# %% q1
def double(A):
    raise ValueError('[click](javascript:alert(1)) ![x](http://evil.example/pixel.png) <!-- --> `x` </script><script>alert(1)</script>\u2028')

# %% last
raise ValueError("data:text/html,<script>alert(1)</script> file:///etc/passwd //evil.example \\\\evil.example\\share")
