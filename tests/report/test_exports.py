"""A page in other formats."""

import importlib
import os
import re
import zlib

import pytest

from onrecord.errors import OnRecordError, UsageError
from onrecord.report import exports


@pytest.fixture
def html(page):
    return page.render()


def test_the_fragment_is_the_public_part_alone(html, tmp_path):
    file = exports.export_page(html, "fragment", tmp_path / "story")
    assert file.name == "story.fragment.html"
    shown = file.read_text(encoding="utf8")
    assert "What sets the outlets apart" in shown
    assert "Draft, not reviewed by a person" in shown
    assert "the row" not in shown
    for left_out in ("<script", "<style", "<details id=", "Evidence, method and limits", 'href="#'):
        assert left_out not in shown


def test_markdown_has_findings_quotations_and_tables(html, tmp_path):
    shown = exports.export_page(html, "md", tmp_path / "story").read_text(encoding="utf8")
    assert shown.startswith("# Are Portugal's harbours safe?\n\nDraft, not reviewed by a person\n")
    assert "\n## What sets the outlets apart\n" in shown
    assert "\n> “We have never closed a single harbour in winter,” " in shown
    assert "\n- Harbour spending of Portugal; Stated: 4.2 billion US dollars" in shown
    assert "the row" not in shown


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        pytest.param("a *b* [c](d) `e` _f_", r"a \*b\* \[c\](d) \`e\` \_f\_", id="marks"),
        pytest.param("- a", r"\- a", id="a-list"),
        pytest.param("a - b", "a - b", id="a-dash"),
        pytest.param("<b>", "&lt;b>", id="a-tag"),
    ],
)
def test_an_article_s_words_are_no_markdown(words, plain):
    assert exports._plain(words) == plain


def _inflate(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def has_pango() -> bool:
    try:
        importlib.import_module("weasyprint")
    except OSError:
        return False
    return True


@pytest.mark.skipif(not has_pango() and os.environ.get("CI") != "true", reason="no Pango here; with CI=true a failure")
def test_the_pdf_is_tagged_and_always_the_same(html, tmp_path):
    first = exports.export_page(html, "pdf", tmp_path / "a").read_bytes()
    assert first == exports.export_page(html, "pdf", tmp_path / "b").read_bytes()
    assert first.startswith(b"%PDF-")
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", first, re.DOTALL)
    whole = first + b"".join(_inflate(stream) for stream in streams)
    for part in (b"/StructTreeRoot", b"/Lang", b"/Outlines", b"pdfuaid"):
        assert part in whole


def test_a_pdf_without_its_library_is_told(html, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    with pytest.raises(OnRecordError, match="The PDF cannot be made") as told:
        exports.export_page(html, "pdf", tmp_path / "story")
    assert "Install Pango" in told.value.remedy
    assert not list(tmp_path.glob("story*"))


def test_another_format_is_told(html, tmp_path):
    with pytest.raises(UsageError, match="no format 'docx'"):
        exports.export_page(html, "docx", tmp_path / "story")
