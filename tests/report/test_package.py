"""The report's folder: what is in it, and what its data says of itself."""

import csv
import json
from dataclasses import replace

from conftest import STORY

from onrecord import tables
from onrecord.report import package


def test_the_report_s_folder(written):
    assert {p.name for p in written.iterdir()} == {
        "annotations.jsonld",
        "charts",
        "data",
        "datapackage.json",
        "index.html",
        "provenance.json",
    }
    assert sorted(p.name for p in written.parent.iterdir()) == [STORY]
    assert {p.suffix for p in (written / "charts").iterdir()} == {".svg", ".csv"}


def test_a_body_is_published_only_where_its_licence_lets_it(written):
    with (written / "data" / "articles.csv").open(encoding="utf8", newline="") as file:
        bodies = {row["article_id"]: row["body"] for row in csv.DictReader(file)}
    assert bodies["coast-news"].startswith("Portugal rejected")
    assert bodies["fjord-post"] == ""
    shown = (written / "index.html").read_text(encoding="utf8")
    assert shown.count("<summary>The whole text of") == 1


def test_the_package_describes_each_file_and_column(written):
    described = json.loads((written / "datapackage.json").read_text(encoding="utf8"))
    assert {r["path"] for r in described["resources"]} == {f"data/{p.name}" for p in (written / "data").iterdir()}
    for resource in described["resources"]:
        with (written / resource["path"]).open(encoding="utf8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_every_type_of_the_dictionary_is_one_of_the_package():
    types = {spec.metadata["type"] for schema in tables.SCHEMAS.values() for spec in schema.columns.values()}
    assert types <= set(package.FIELD_TYPES)


def test_published_cells_are_no_formulas(page, standing):
    claims = page.story.claims
    page.story = replace(page.story, claims=claims.assign(content="=HYPERLINK(1)", source="-5 of them"))
    page.write()
    with (standing.reports / "data" / "claims.csv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["content"] for row in rows} == {"'=HYPERLINK(1)"}
    assert {row["source"] for row in rows} == {"'-5 of them"}
    assert rows[0]["start"].isdecimal()
