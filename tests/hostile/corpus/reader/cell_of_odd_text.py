"""Make the first line of a cell, which the report shows by itself, a long one of odd characters."""
# %% last
'\u202e\x1b[31m' #<script>alert(1)</script> ‮⁦ ﷽﷽﷽﷽ <b>​</b>
