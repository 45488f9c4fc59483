"""Hand in a list.

refused: it is JSON but not a Jupyter notebook (it has no nbformat number)
"""
content = b'[{"nbformat": 4, "cells": []}]'
