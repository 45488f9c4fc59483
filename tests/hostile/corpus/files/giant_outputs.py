"""Keep thirty megabytes of pictures in the outputs."""
import json
from tests.hostile.course import right_notebook

notebook = right_notebook()
notebook["cells"][-1]["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": {"image/png": "A" * (30 << 20)}}]
content = json.dumps(notebook).encode()
