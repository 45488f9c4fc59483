"""What goes wrong on the way out, in a sentence for the instructor."""


class ExportError(Exception):
    """Grades cannot be exported as asked; the text says what is wrong, where, and what to do."""
