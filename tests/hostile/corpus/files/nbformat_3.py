"""Hand in a right notebook of the format before this one."""
import nbformat
from tests.hostile.course import right_notebook

content = nbformat.writes(nbformat.convert(nbformat.from_dict(right_notebook()), 3)).encode()
