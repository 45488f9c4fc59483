"""Write the number of the format as true.

refused: it is JSON but not a Jupyter notebook (it has no nbformat number)
"""
content = b'{"nbformat": true, "cells": []}'
