"""Before and beside publishing: what must be reviewed first, and a report for each outlet."""

from collections.abc import Callable
from html import escape
from pathlib import Path

from onrecord.errors import DataError, OnRecordError, UsageError
from onrecord.language.wording import count
from onrecord.run.chain import run_story
from onrecord.story import read_story

Tell = Callable[[str], None]
MOST_TOLD = 12  # rows in one message; the rest is counted


def check_publishable(name: str) -> None:
    """Raise ``DataError`` naming the unreviewed denials, accusations and numbers that the story's page prints."""
    from onrecord import report
    from onrecord.processed import open_story

    material = report.Material(open_story(name))
    rows = report.find_unreviewed(material, report.find_findings(material))
    if rows:
        told = [f"  {row}" for row in rows[:MOST_TOLD]]
        told += [f"  and {count(len(rows) - MOST_TOLD, 'other')}"] if len(rows) > MOST_TOLD else []
        raise DataError(
            "\n".join(
                [f"{name}: not to be published yet, {count(len(rows), 'printed row')} nobody has reviewed:", *told]
            ),
            f"Accept, correct or reject them in data/raw/{name}/review.csv, and run again.",
        )


def run_each(name: str, what: str, given: dict[str, str], tell: Tell) -> Path:
    """A report for each outlet of a story, in ``.onrecord``, and a page that links them; one that fails stops only
    itself. Raises ``UsageError`` for anything but ``outlet``, ``OnRecordError`` where none could be made."""
    if what != "outlet":
        raise UsageError(f"run: there is no report for each {what!r}.", "Write --each outlet.")
    story = read_story(name)
    made: dict[str, Path] = {}
    for outlet in story.outlets:
        try:
            made[outlet] = run_story(name, given | {"outlet": outlet}, tell)
        except OnRecordError as error:
            tell(f"{outlet}: {error.what}\n{error.remedy}".strip())
    if not made:
        raise OnRecordError(f"{name}: no outlet has a report.", "See the messages above.")
    index = story.work / "variants" / "index.html"
    links = "".join(
        f'<li><a href="{escape(path.relative_to(index.parent).as_posix())}">{escape(outlet)}</a></li>'
        for outlet, path in made.items()
    )
    title = escape(story.about.title)
    index.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        f"<h1>{title}</h1><ul>{links}</ul></html>\n",
        encoding="utf8",
        newline="\n",
    )
    return index
