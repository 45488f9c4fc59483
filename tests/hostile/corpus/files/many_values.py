"""Fill JSON with three million small numbers.

refused: its JSON holds more than two million values; clear the outputs, save it and hand it in again
"""
content = b'{"nbformat": 4, "cells": [' + b"7," * 3_000_000 + b"7]}"
