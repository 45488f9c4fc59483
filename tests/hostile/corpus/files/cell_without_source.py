"""Leave the source of a cell out.

refused: cell 1 has no source text
"""
content = b'{"nbformat": 4, "cells": [{"cell_type": "code"}]}'
