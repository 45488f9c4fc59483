"""Slips: right code with one small change, each with a sentence that says which, to be recognised by its numbers."""
