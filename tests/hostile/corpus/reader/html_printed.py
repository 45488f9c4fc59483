"""Print a page that runs a script when the report shows it."""
# %% last
print('</pre><script>alert(1)</script><img src=x onerror=alert(1)><style>*{display:none}</style>')
raise ValueError('</code></pre></details><script>alert(2)</script>')
