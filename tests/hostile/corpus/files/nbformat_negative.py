"""Hand in a notebook of a format that is a gigantic negative number.

refused: its nbformat is no number Jupyter has ever used, and only 3 and 4 are understood; open and save it with a current Jupyter
"""
content = b'{"nbformat": -99999999999999999999, "cells": []}'
