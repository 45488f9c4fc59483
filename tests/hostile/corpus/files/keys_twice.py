"""Give every key twice, with two different contents.

q1: 0 wrong
"""
import json
from tests.hostile.course import right_notebook

right, wrong = (json.dumps(right_notebook({"q1": f"def double(A):\n    return {k} * A"})["cells"]) for k in (2, 3))
content = f'{{"nbformat": 3, "nbformat": 4, "cells": {right}, "cells": {wrong}}}'.encode()
