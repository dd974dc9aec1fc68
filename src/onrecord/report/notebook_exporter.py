"""An executed notebook as one HTML file in the report's style: ``jupyter nbconvert --to onrecord NOTEBOOK``.

What a cell shows stands open and its code is folded. The file has no script and loads nothing: what a widget would draw
in a browser is left out, and its plain text, which the notebook holds beside it, stands instead.
"""

import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from markupsafe import Markup
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode

from onrecord.report.rendering import pin_style, templates

INERT = frozenset(
    ("class", "id", "href", "src", "alt", "scope", "colspan", "rowspan", "tabindex", "role", "aria-label")
)
GONE = ("script", "style", "link", "iframe", "object", ".prompt", ".anchor-link")
BUILD = re.compile(r'^build = ".+"\n?', re.MULTILINE)  # a folder of the run that is gone, under the user's own path
SHOWN = ("text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/plain")


class NotebookExporter(HTMLExporter):
    """nbconvert's HTML, cut down to what it says and put into the house's page."""

    export_from_notebook = "On the Record (HTML)"

    def __init__(self, **given: Any):
        super().__init__(**{"template_name": "basic", **given})  # type: ignore[no-untyped-call]
        self.embed_images = True

    def from_notebook_node(  # type: ignore[override]  # as HTMLExporter's own: a page is no notebook
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **given: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page, and nbconvert's resources. Its title is the notebook's first heading, else its file's name."""
        for cell in nb.cells:
            _plain_outputs(cell)
            if "injected-parameters" in cell.metadata.get("tags", ()):
                cell.source = BUILD.sub("", cell.source)
        html, found = super().from_notebook_node(nb, resources, **given)
        body = BeautifulSoup(html, "html.parser")
        _clean(body)
        heading = body.find("h1")
        title = heading.get_text(" ", strip=True) if heading else found.get("metadata", {}).get("name", "Notebook")
        style, digest = pin_style("page.css", "notebook.css")
        page = templates().get_template("notebook.html.j2")
        return page.render(title=title, body=Markup(body), style=style, style_hash=digest), found


def _plain_outputs(cell: NotebookNode) -> None:
    """Only what a page without scripts can show; what a widget says in plain text stands in its place."""
    for output in cell.get("outputs", ()):
        data = output.get("data")
        if data is None:
            continue
        widget = any(kind not in SHOWN for kind in data) or "<script" in data.get("text/html", "")
        kinds = ("text/plain",) if widget and "text/plain" in data else SHOWN
        for kind in data.keys() - set(kinds):
            del data[kind]


def _clean(body: BeautifulSoup) -> None:
    for tag in body.select(", ".join(GONE)):
        tag.decompose()
    for tag in body.find_all(True):
        tag.attrs = {name: value for name, value in tag.attrs.items() if name in INERT and not _runs(name, value)}
    for head in body.select("thead th"):
        head["scope"] = "col"
    for head in body.select("tbody th"):
        head["scope"] = "row"
    for wide in body.select("table, pre"):
        if not wide.find_parent(class_="scroll"):
            frame = wide.wrap(body.new_tag("div", attrs={"class": "scroll", "tabindex": "0", "role": "group"}))
            frame["aria-label"] = "table" if wide.name == "table" else "text"
    for image in body.find_all("img"):
        image["alt"] = image.get("alt") or "A picture without a description."
    for code in body.select(".input"):
        _fold(body, code)


def _runs(name: str, value: Any) -> bool:
    return name in ("href", "src") and str(value).strip().lower().startswith(("javascript:", "vbscript:"))


def _fold(body: BeautifulSoup, code: Tag) -> None:
    summary = body.new_tag("summary")
    summary.string = "Code"
    code.wrap(body.new_tag("details")).insert(0, summary)
