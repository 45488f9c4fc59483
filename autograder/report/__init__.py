"""What people read: the class in HTML, as CSV and in the terminal, all derived from the results file.

Read it in this order: `summary` (a class in numbers, with `correlation`), `charts` (where shapes go), `html` (everything
escaped), `student` and `class_page` (the pages), `csv_file`; then how they become files: `pages`, from `piece` (one run of
submissions), made by `helpers`, where `stamps` say which pages stand and `spool` keeps memory flat; `table` and `progress`
(the terminal).
"""
