"""An executed notebook as a page: what it shows, without what runs."""

import subprocess
import sys

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat import v4

from onrecord.report.notebook_exporter import NotebookExporter

TABLE = "<table><thead><tr><th>a</th></tr></thead><tbody><tr><th>0</th></tr></tbody></table>"


def cell_of(source="1", **data):
    return v4.new_code_cell(source, outputs=[v4.new_output("execute_result", data)] if data else [])


def page_of(*cells):
    html, _ = NotebookExporter().from_notebook_node(v4.new_notebook(cells=list(cells)))
    return BeautifulSoup(html, "html.parser")


def test_code_is_folded_and_what_it_shows_is_open():
    page = page_of(v4.new_markdown_cell("# Who speaks?"), cell_of("table_of_all()", **{"text/html": TABLE}))
    assert page.title.string == page.h1.get_text(strip=True) == "Who speaks?"
    assert page.details.summary.string == "Code"
    assert "table_of_all" in page.details.get_text()
    assert page.find("table").find_parent("details") is None


def test_tables_tell_their_heads_and_can_be_scrolled_by_keyboard():
    page = page_of(cell_of(**{"text/html": TABLE}))
    assert [head["scope"] for head in page.select("th")] == ["col", "row"]
    assert page.find("table").parent["tabindex"] == "0"


@pytest.mark.parametrize(
    "html",
    [
        "<p>words<script>run()</script></p>",
        '<p onmouseover="run()">words</p>',
        '<p>words <a href=" JavaScript:run()">on</a></p>',
        '<p>words<iframe src="https://elsewhere.example"></iframe></p>',
    ],
    ids=["script", "handler", "address", "frame"],
)
def test_nothing_runs(html):
    page = page_of(cell_of(**{"text/html": html, "text/plain": "words"}))
    assert "run()" not in str(page.main)
    assert "elsewhere" not in str(page.main)
    assert "words" in page.main.get_text()
    assert "default-src 'none'" in page.find("meta", attrs={"http-equiv": True})["content"]


def test_a_widget_leaves_its_plain_text():
    page = page_of(cell_of(**{"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/plain": "12 rows"}))
    assert "12 rows" in page.main.get_text()


def test_charts_are_inside_with_words_for_those_who_do_not_see_them():
    page = page_of(cell_of(**{"image/svg+xml": '<svg xmlns="http://www.w3.org/2000/svg"/>', "text/plain": "chart"}))
    assert page.img["src"].startswith("data:image/svg+xml;base64,")
    assert page.img["alt"]


def test_no_folder_of_the_run_is_told():
    cell = cell_of('story = "x"\nbuild = "/home/roe/.onrecord/x/build-1"\n')
    cell.metadata["tags"] = ["injected-parameters"]
    assert "roe" not in str(page_of(cell))


def test_jupyter_finds_it_by_name(tmp_path):
    source = tmp_path / "own.ipynb"
    nbformat.write(v4.new_notebook(cells=[cell_of(**{"text/plain": "shown"})]), source)
    command = [sys.executable, "-m", "nbconvert", "--to", "onrecord", str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert "shown" in source.with_suffix(".html").read_text(encoding="utf8")
