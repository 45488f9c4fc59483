"""Name a kernel that is a path to a program."""
import json
from tests.hostile.course import right_notebook

kernel = {"name": "../../../bin/sh", "display_name": "R", "language": "R", "argv": ["/bin/sh", "-c", "touch /tmp/.mark_of_mallory"]}
content = json.dumps({**right_notebook(), "metadata": {"kernelspec": kernel, "language_info": {"name": "R"}}}).encode()
