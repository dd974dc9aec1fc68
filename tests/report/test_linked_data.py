"""schema.org of a page."""

import json

from onrecord.report.findings import find_findings
from onrecord.report.linked_data import describe_linked
from onrecord.report.material import Material


def test_the_page_its_articles_and_each_printed_claim(processed):
    material = Material(processed)
    findings = find_findings(material)
    report = json.loads(describe_linked(material, findings))
    assert report["@type"] == "Report"
    assert [a["publisher"]["name"] for a in report["isBasedOn"]] == ["Coast News", "Fjord Post"]
    assert all(a["@type"] == "NewsArticle" and None not in a.values() for a in report["isBasedOn"])
    claims = [part for part in report["hasPart"] if part["@type"] == "Claim"]
    assert {part["@id"].lstrip("#") for part in claims} == findings.shown & set(material.claims)
    for part in claims:
        claim = material.claims[part["@id"].lstrip("#")]
        assert part["text"] == claim.content
        assert "reviewRating" not in part


def test_it_cannot_end_its_script(processed):
    from dataclasses import replace

    hostile = replace(processed, articles=processed.articles.assign(outlet="</script><b>"))
    material = Material(hostile)
    assert "<" not in describe_linked(material, find_findings(material))
