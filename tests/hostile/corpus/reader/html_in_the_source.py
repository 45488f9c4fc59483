"""Write markup where the report quotes the code."""
# %% last
"</code></pre><script>alert(1)</script><iframe srcdoc='<script>alert(2)</script>'></iframe><base href=//evil.example>"
