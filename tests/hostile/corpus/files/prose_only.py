"""Hand in prose.

refused: it has no code cells
"""
content = b'{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "def double(A): return 2 * A"}]}'
