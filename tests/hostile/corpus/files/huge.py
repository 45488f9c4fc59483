"""Hand in a file of fifty megabytes.

refused: it is larger than 48 MB
"""
content = b'{"nbformat": 4, "cells": ["' + b"x" * (50 << 20) + b'"]}'
