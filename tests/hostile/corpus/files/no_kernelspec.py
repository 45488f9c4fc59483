"""Leave the name of the kernel out."""
import json
from tests.hostile.course import right_notebook

content = json.dumps({**right_notebook(), "metadata": {}}).encode()
