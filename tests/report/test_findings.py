"""A story's findings: chosen, ranked, and made from the tables alone."""

from dataclasses import replace
from pathlib import Path

import pytest
from report_material import make_material

from onrecord.comparison import compare_story
from onrecord.report import findings
from onrecord.report.finding import Finding
from onrecord.report.findings import find_findings
from onrecord.report.material import Material
from onrecord.tables import make_table
from onrecord.tables.extracted import DecisionRow

PIER = Path(__file__).parents[1] / "gold" / "helden-pier"


@pytest.fixture(scope="module")
def pier():
    return make_material({file.stem: file.read_text(encoding="utf8") for file in sorted(PIER.glob("*.txt"))})


def test_the_findings_of_three_outlets(pier):
    found = find_findings(pier)
    assert [finding.text for finding in found.first] == [
        "Of one statement by Mira Olsund, Coast News writes “said”, Fjord Post “admitted”.",
        "Coast News has 48 pages, Fjord Post has 47 pages.",
    ]
    (line,) = found.printings
    assert line.parts["Coast News"] == "all"
    assert "without a single crown" in line.parts["Island Times"]
    assert "Fjord Post" not in {outlet for outlet, part in line.parts.items() if part == "all"}
    assert [finding.text for finding in found.exchanges] == [
        "Denied by the harbour office, in Fjord Post: “it had ignored three written warnings about the wiring”."
    ]
    (doubtful,) = found.to_check
    assert doubtful.kind == "answer"
    assert doubtful.doubts[0] == "who denies is not certain, or has no name"


def test_what_all_print_alike_does_not_set_them_apart():
    said = "“We shall rebuild the old pier in stone before the storms return,” Mira Olsund said on Monday."
    found = find_findings(make_material({"paper-a": said, "paper-b": said.replace("Monday", "Tuesday")}))
    assert (found.printed, found.printings) == ((), ())


def test_what_a_line_tells_is_no_card():
    said = "“We shall rebuild the old pier in stone before the storms return,” Mira Olsund said on Monday."
    texts = {"paper-a": said, "paper-b": said.replace("Monday", "Tuesday"), "paper-c": "It rained in Helden."}
    found = find_findings(make_material(texts))
    assert found.printed == ()
    assert [line.parts for line in found.printings] == [{"Paper A": "all", "Paper B": "all", "Paper C": "none"}]


def test_they_are_ranked(pier):
    ranks = [finding.rank for finding in find_findings(pier).first]
    assert ranks == sorted(ranks, reverse=True)


def test_every_row_is_on_the_page_and_every_clipping_in_its_article(processed):
    material = Material(processed)
    rows = {*processed.claims["claim_id"], *processed.figures["figure_id"]}
    printed = find_findings(material).printed
    assert printed
    for finding in printed:
        assert set(finding.rows) <= rows
        for clipping in finding.clippings:
            body = material.articles[clipping.article_id].body
            assert 0 <= clipping.start < clipping.end <= len(body)
            assert all(clipping.start <= m.start < m.end <= clipping.end for m in clipping.marks)


def test_a_rejected_claim_is_in_no_finding(processed):
    rejected = replace(processed, claims=processed.claims.assign(review="rejected"))
    compared = replace(rejected, comparisons=compare_story(rejected, rejected.story))
    found = find_findings(Material(compared))
    assert not any(row in set(processed.claims["claim_id"]) for finding in found.printed for row in finding.rows)


def test_a_story_without_anything_has_none(processed):
    empty = {name: getattr(processed, name).head(0) for name in ("claims", "speakers", "spans", "figures", "sentences")}
    bare = replace(processed, **empty)
    bare = replace(bare, comparisons=compare_story(bare, bare.story))
    assert find_findings(Material(bare)).printed == ()


def test_no_kind_stands_first_more_than_twice_and_no_more_than_six():
    many = [Finding(kind, f"{kind} {n}") for kind in ("answer", "verbs", "alone", "described") for n in range(4)]
    chosen = findings._choose(many)
    assert [finding.text for finding in chosen] == ["answer 0", "answer 1", "verbs 0", "verbs 1", "alone 0", "alone 1"]


def test_a_finding_with_a_doubt_is_never_printed(pier, monkeypatch):
    doubted = Finding("answer", "Doubtful.").doubted("the speaker is open")
    monkeypatch.setattr(findings, "find_answers", lambda material: [doubted])
    found = find_findings(pier)
    assert doubted in found.to_check
    assert doubted not in found.printed


def test_a_page_has_room_for_so_many_words(pier, monkeypatch):
    whole = find_findings(pier).printed
    monkeypatch.setattr(findings, "ROOM", 120)
    fewer = find_findings(pier).printed
    assert 0 < len(fewer) < len(whole)
    assert set(fewer) <= set(whole)
    monkeypatch.setattr(findings, "ROOM", 0)
    assert find_findings(pier).printed == ()


def test_what_a_reviewer_refused_is_printed_nowhere(pier, monkeypatch):
    """Of every kind, also of those that are found last: parallels and lone words."""
    late = {kind: Finding(kind, f"Late: {kind}.", rows=(kind,)) for kind in ("parallel", "words")}
    monkeypatch.setattr(findings, "find_parallels", lambda material, shown: [late["parallel"]])
    monkeypatch.setattr(findings, "find_words_of", lambda quoted, told, above: [late["words"]])
    found = find_findings(pier)
    assert set(late.values()) < set(found.printed)
    rows = [
        DecisionRow(
            row_id=finding.finding_id, line=n, verdict="rejected", column=None, old=None, new=None, reviewer="AB",
            decided_on=None, note=None, not_entered=None,
        )
        for n, finding in enumerate(found.printed)
    ]  # fmt: skip
    refused = replace(pier.story, decisions=make_table("decisions", rows))
    texts = {finding.text for finding in found.printed}
    assert not texts & {finding.text for finding in find_findings(Material(refused)).printed}
