"""The report's folder beside the page: charts, data, a data package, annotations and the provenance."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pandas as pd

from onrecord import tables
from onrecord.charts import Chart
from onrecord.processed import ProcessedStory
from onrecord.report.annotations import describe_annotations
from onrecord.report.corrections import find_published
from onrecord.report.material import Material
from onrecord.tables import SCHEMAS, Comparisons, Tables

FIELD_TYPES = {"text": "string", "integer": "integer", "number": "number", "true/false": "boolean", "date": "date"}


def write_package(folder: Path, story: ProcessedStory, drawn: list[Chart], provenance: dict[str, Any]) -> None:
    """``charts/``, ``data/``, ``datapackage.json`` (Frictionless), ``annotations.jsonld`` and ``provenance.json``.

    The body of an article is left out unless ``story.yaml`` says that its full text may be published; sentences and
    contents stay, as quotations.
    """
    (folder / "charts").mkdir()
    for chart in drawn:
        (folder / "charts" / f"{chart.name}.svg").write_text(chart.svg(), encoding="utf8", newline="\n")
        tables.neutralise(chart.data).to_csv(folder / "charts" / f"{chart.name}.csv", index=False, lineterminator="\n")
    published = {field.name: getattr(story, field.name) for field in fields(Tables)} | {"exclusions": story.exclusions}
    published["articles"] = _without_bodies(story)
    published["decisions"] = find_published(story)
    published |= {field.name: getattr(story.compared, field.name) for field in fields(Comparisons)}
    for name, table in published.items():
        tables.write_csv(name, table, folder / "data", published=True)
    _write_json(folder / "datapackage.json", describe_package(story, list(published)))
    _write_json(folder / "provenance.json", provenance)
    _write_json(folder / "annotations.jsonld", describe_annotations(Material(story)))


def _without_bodies(story: ProcessedStory) -> pd.DataFrame:
    allowed = {Path(f).stem for f, entry in story.story.about.articles.items() if entry.full_text}
    kept = story.articles["body"].where(story.articles["article_id"].isin(allowed), "")
    return story.articles.assign(body=kept)


def describe_package(story: ProcessedStory, names: list[str]) -> dict[str, Any]:
    """A Frictionless data package: each table's path, columns, types and meanings."""
    resources = []
    for name in names:
        columns = SCHEMAS[name].columns
        listed = [
            {"name": c, "type": FIELD_TYPES[spec.metadata["type"]], "description": spec.description}
            for c, spec in columns.items()
        ]
        resources.append({"name": name.replace("_", "-"), "path": f"data/{name}.csv", "schema": {"fields": listed}})
    return {"name": story.story.name, "title": story.story.about.title, "resources": resources}


def _write_json(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf8", newline="\n")
