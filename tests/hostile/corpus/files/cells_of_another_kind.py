"""Write numbers in the place of cells.

refused: cell 1 is not a notebook cell
"""
content = b'{"nbformat": 4, "cells": [7, null]}'
