"""Display SVG, HTML and JavaScript."""
# %% last
from IPython.display import HTML, SVG, Javascript, display
display(HTML('<script>alert(1)</script>'), SVG('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), Javascript('alert(1)'))
