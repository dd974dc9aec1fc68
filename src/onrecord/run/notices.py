"""What a person should look at once a story's tables are made: decisions without a row, days that cannot be right."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pandas as pd

from onrecord import comparison, report
from onrecord.language.periods import resolve_period
from onrecord.language.wording import count
from onrecord.processed import open_story, preview_story
from onrecord.story import Story
from onrecord.tables import read_table

Tell = Callable[[str], None]


def tell_notices(story: Story, processed: Path, tell: Tell, *, again: bool = False) -> None:
    """Tell all of them, read from the tables in ``processed``; nothing before a first run has written any.

    ``again``: enter the decisions as they stand in the files now, which raises ``StoryError`` naming a faulty line.
    """
    if not (processed / "claims.parquet").is_file():
        return
    made = open_story(story.name, folder=processed, story=story).recompute().decisions if again else None
    tell_decisions(story, read_table("decisions", processed) if made is None else made, tell)
    tell_late_days(processed, tell)
    tell_unmet_series(story, processed, tell)


def tell_decisions(story: Story, decisions: pd.DataFrame, tell: Tell) -> None:
    """Name the hand-made decisions that were not entered: their row is gone, or reviewers differ."""
    for row in decisions[decisions["not_entered"].notna()].itertuples():
        who = row.reviewer if isinstance(row.reviewer, str) else "somebody"
        what = f"{row.verdict} {row.column}" if isinstance(row.column, str) else row.verdict
        tell(f"  review.csv, line {row.line}: {who} {what} on {row.row_id} is not entered: {row.not_entered}")
    for line in story.read_aliases().differing:
        tell(f"  {line.where}: {line.alias!r} and {line.actor!r}: not entered, reviewers differ")


def tell_late_days(processed: Path, tell: Tell) -> None:
    """Name the claims said on a weekday that comes the day after publication ("on Sunday" in an article of a Saturday).

    The article is misdated, or means six days ago: ``said_start`` is null there.
    """
    articles = read_table("articles", processed).set_index("article_id")
    claims = read_table("claims", processed)
    undated = claims["said_text"].notna() & claims["said_start"].isna() & claims["said_end"].isna()
    for claim in claims[undated].itertuples():
        published = articles.at[claim.article_id, "published"]
        tomorrow = (published + timedelta(1)).date() if published == published else None
        if tomorrow and resolve_period(claim.said_text, published.date(), future=True) == (tomorrow, tomorrow):
            tell(
                f"  warning: {articles.at[claim.article_id, 'source_file']}: “{claim.said_text}” (claim "
                f"{claim.claim_id}) would be the day after publication, {published:%Y-%m-%d}; it is left open.\n"
                f"  Look up when the article was published, and mend story.yaml."
            )


def tell_unmet_series(story: Story, processed: Path, tell: Tell) -> None:
    """Name the series of story.yaml that no figure is set beside; nothing before the comparisons are made."""
    compared = _read_compared(processed)
    if compared is None:
        return
    for name in comparison.find_unmet_series(story, read_table("figures", processed), compared):
        series = story.about.measures[name].series
        tell(
            f"  warning: no figure is set beside the series {series} (measure {name}).\n"
            f"  onrecord check {story.name} says which figures came near, and why."
        )


def tell_measures(story: Story, processed: Path, tell: Tell) -> None:
    """List what each measure of story.yaml catches and misses, and why; nothing before the comparisons are made."""
    compared = _read_compared(processed)
    if not story.about.measures or compared is None:
        return
    references = comparison.read_references(story.reference)
    for line in comparison.tell_matches(story, references, read_table("figures", processed), compared):
        tell(line)


def tell_unreviewed(story: Story, processed: Path, tell: Tell) -> None:
    """List what the page prints and a person has to look at before it is published, and what is too uncertain for it;
    nothing before the comparisons are made."""
    if _read_compared(processed) is None:
        return
    material = report.Material(open_story(story.name, folder=processed, story=story))
    findings = report.find_findings(material)
    unreviewed = report.find_unreviewed(material, findings)
    if unreviewed:
        tell(f"To look at before publishing ({count(len(unreviewed), 'row')} of what the page prints):")
    for row in unreviewed:
        tell(f"  {row}")
    for finding in findings.to_check:
        tell(f"Not printed: {finding.text} ({'; '.join(finding.doubts)})")


def tell_preview(story: Story, articles: pd.DataFrame, exclusions: pd.DataFrame, tell: Tell) -> None:
    """List the sentences that the page would print if the story were run now."""
    material = report.Material(preview_story(story, articles, exclusions))
    printed = report.find_findings(material).printed
    said = f"say ({count(len(printed), 'finding')}):" if printed else "find nothing to say."
    tell(f"The page would {said}")
    for finding in printed:
        tell(f"  {finding.text}")


def _read_compared(processed: Path) -> set[str] | None:
    """Ids of the figures that a value of a series or list stands beside; null where 03-compare has not run."""
    folder = processed / "comparisons"
    if not (folder / "figure_checks.parquet").is_file():
        return None
    checks = read_table("figure_checks", folder)
    return {
        *checks.loc[checks["reference_value"].notna(), "figure_id"],
        *read_table("known_values", folder)["figure_id"],
    }
