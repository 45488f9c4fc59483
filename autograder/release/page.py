"""A notebook as one self-contained web page: no scripts, nothing loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

from autograder.checking.markup import is_wide

_STYLE = """
body{max-width:70rem;margin:2rem auto;padding:0 1rem;font:16px/1.55 system-ui,sans-serif;color:#1d1d1f;background:#fff}
h1,h2,h3{line-height:1.25;margin:2.2rem 0 .6rem}h1{margin-top:0}h1,h2{border-bottom:1px solid #e3e3e6;padding-bottom:.3rem}
.anchor-link{visibility:hidden;text-decoration:none;margin-left:.4rem;color:#5f5f67}:hover>.anchor-link{visibility:visible}
.code_cell .input,.output_area{display:flex;gap:.8rem;margin:.5rem 0}
.prompt{flex:0 0 4.2rem;text-align:right;font:12px/1.9 ui-monospace,monospace;color:#5f5f67}.text_cell .prompt{display:none}
.inner_cell,.output_subarea{flex:1;min-width:0}
.text_cell .inner_cell{margin-left:5rem;max-width:48rem}
pre,code{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.input_area pre{background:#f6f6f8;border:1px solid #e3e3e6;border-radius:4px;padding:.6rem .8rem;margin:0;overflow-x:auto}
.output_text pre{margin:0;white-space:pre-wrap}
:not(pre)>code{background:#f1f1f4;padding:.1em .3em;border-radius:3px}
img{max-width:100%;height:auto}p,li{overflow-wrap:anywhere}
table{display:block;overflow-x:auto;border-collapse:collapse;margin:.8rem 0}th,td{border-bottom:1px solid #e3e3e6;padding:.3rem .8rem;text-align:left;vertical-align:top}
blockquote{margin:.8rem 0;padding:.1rem 1rem;border-left:3px solid #c9c9cf;color:#4a4a50}
.highlight .ow,.highlight .nd{color:#8414cc}.highlight .nl{color:#6b6b00}
@media(max-width:48rem){.prompt{display:none}.text_cell .inner_cell{margin-left:0}}
@media print{.input_area pre{white-space:pre-wrap}}
"""


def page(title: str, notebook: Mapping) -> str:
    """The notebook (nbformat 4 dict) as HTML, pictures embedded."""
    import nbformat
    from nbconvert import HTMLExporter
    from pygments.formatters import HtmlFormatter

    exporter = HTMLExporter(template_name="basic", embed_images=True)
    copy = nbformat.from_dict(dict(notebook))
    _describe_pictures(copy)
    body, _ = exporter.from_notebook_node(copy)
    colours = HtmlFormatter(style="default").get_style_defs(".highlight")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{colours}\n{_STYLE}</style>\n</head>\n<body>\n<main>\n{_accessible(body)}\n</main>\n</body>\n</html>\n"
    )


def _describe_pictures(notebook: Mapping) -> None:
    """Give every picture the text that stands for it: under which heading its cell stands."""
    heading = "the title"
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            heading = (re.findall(r"^#+ +(.+)", cell["source"], re.M) or [heading])[-1]
        for output in cell.get("outputs", ()):
            for kind in output.get("data", {}):
                if kind.startswith("image/"):
                    output["metadata"] = {**output.get("metadata", {}), kind: {"alt": f"Picture under the heading {heading}"}}


def _accessible(body: str) -> str:
    """What nbconvert leaves out: blocks that may be too wide for a phone scroll from the keyboard, too; a heading without
    text is no heading."""
    body = re.sub(r"<pre>(?=(.*?)</pre>)", lambda found: '<pre tabindex="0">' if _wide(found[1]) else found[0], body, flags=re.S)
    return re.sub(r"<table\b", '<table tabindex="0"', body).replace("<th></th>", "<td></td>")


def _wide(code: str) -> bool:
    return is_wide(unescape(re.sub(r"<[^>]*>", "", code)))
