"""Hand in a notebook in which git has marked a conflict.

refused: it is not valid JSON: expecting property name enclosed in double quotes at line 2, column 1
"""
content = b'{\n<<<<<<< HEAD\n "cells": [],\n=======\n "cells": [1],\n>>>>>>> mine\n "nbformat": 4}\n'
