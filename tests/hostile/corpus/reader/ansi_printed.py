"""Print escape sequences that clear the screen, set the title, and write to the clipboard."""
# %% last
print('\x1b[2J\x1b[H\x1b]0;owned\x07\x1b]52;c;ZXZpbA==\x07\x1b[31mred\x9b31m\x90q\x9c\x1bP$q\x1b\\')
raise ValueError('\x1b[2Jcleared\r\nq1 5 of 5\x08\x08\x7f\x00')
