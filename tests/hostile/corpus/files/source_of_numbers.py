"""Write numbers in the place of lines.

refused: cell 1 has no source text
"""
content = b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": [1, 2]}]}'
