"""Write the number of the format as text.

refused: it is JSON but not a Jupyter notebook (it has no nbformat number)
"""
content = b'{"nbformat": "4", "cells": []}'
