"""A story made from invented texts, as far as a page needs it."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import onrecord
from onrecord import tables
from onrecord.processed import ProcessedStory
from onrecord.report.material import Material
from onrecord.story import Story, StoryFile
from onrecord.tables import Tables


def make_story(texts: dict[str, str], days: dict[str, date] | None = None) -> ProcessedStory:
    """The story of these texts, each an article of an outlet named like its key."""
    outlets = {key: key.replace("-", " ").title() for key in texts}
    found = onrecord.extract(texts, outlets=outlets, published=days, story=True)
    about = {
        "title": "What of the pier?",
        "question": "Who says what?",
        "articles": {f"{key}.txt": {"outlet": outlet} for key, outlet in outlets.items()},
    }
    return ProcessedStory(
        **{field.name: getattr(found, field.name) for field in fields(Tables)},
        story=Story("pier", Path(), StoryFile.model_validate(about)),
        exclusions=tables.make_table("exclusions", []),
        comparisons=onrecord.compare(found),
    )


def make_material(texts: dict[str, str], days: dict[str, date] | None = None) -> Material:
    """The same, as a page reads it."""
    return Material(make_story(texts, days))


def words_of(material: Material, clipping) -> str:
    """The words of a clipping on one line."""
    return " ".join(material.articles[clipping.article_id].body[clipping.start : clipping.end].split())
