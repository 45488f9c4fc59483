"""Hand in a notebook of a format of the future.

refused: its nbformat is 99, and only 3 and 4 are understood; open and save it with a current Jupyter
"""
content = b'{"nbformat": 99, "cells": []}'
