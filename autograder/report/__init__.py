"""What people read: the class in HTML, as CSV and in the terminal, all derived from the results file.

Read it in this order: `summary` (a class in numbers), `charts` (where shapes go), `html` (the pages, everything
escaped), `pages` (their files), `csv_file`, `table` and `progress` (the terminal).
"""
