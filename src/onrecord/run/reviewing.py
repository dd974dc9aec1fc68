"""The command on people's decisions: how far a review has come, a sample to review, and what was decided as gold."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import UsageError
from onrecord.run.sharing import Story, shown


def review(
    name: Story,
    sample: Annotated[int | None, typer.Option(metavar="N", help="draw so many rows at random to be reviewed")] = None,
    gold: Annotated[Path | None, typer.Option(metavar="FILE", help="write reviewed articles as JSON lines")] = None,
) -> None:
    """Tell how far a story's review has come; draw a random sample to review, or write what was decided as gold.

    Rows are reviewed in JupyterLab (make lab, notebooks/review.ipynb) or in data/raw/STORY/review.csv.
    """
    from onrecord import extraction, processed
    from onrecord.language.wording import count

    story = processed.open_story(name).recompute()
    if sample is not None and gold is not None:
        raise UsageError("review: --sample and --gold are two things.", "Ask for one of them.")
    if sample is not None:
        path = extraction.draw_sample(story, story.story, sample)
        typer.echo(f"{shown(path)}: review these rows with sample = True in notebooks/review.ipynb.")
        return
    if gold is not None:
        _write_gold(extraction.list_gold(story), gold)
        return
    for what, table in (("claim", story.claims), ("figure", story.figures)):
        done = int(table["review"].ne("unreviewed").sum())
        typer.echo(f"{count(len(table), what)}, {done} reviewed")
    if drawn := extraction.read_sample(story.story):
        typer.echo(extraction.tell_sample(extraction.count_sample(story, drawn)))


def _write_gold(lines: Iterable[tuple[str, str | None]], path: Path) -> None:
    """Only articles of which every row was reviewed: half an article is no gold."""
    from onrecord.tables.folders import writing

    if path.is_dir() or not path.parent.is_dir():
        raise UsageError(f"{path}: cannot be written.", "Name a file in a folder that is there.")
    made = dict(lines)
    whole = [line for line in made.values() if line is not None]
    for article in [article for article, line in made.items() if line is None]:
        typer.echo(f"left out: {article}: some of its rows nobody has reviewed")
    if not whole:
        raise UsageError("review: no article is reviewed whole.", "Review every claim and figure of one first.")
    with writing(path) as aside:
        aside.write_text("".join(f"{line}\n" for line in whole), encoding="utf8", newline="\n")
    typer.echo(f"{shown(path)}: {len(whole)} reviewed whole")
