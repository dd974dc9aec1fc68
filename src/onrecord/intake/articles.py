"""A story's files → ``articles``; what is left out goes to ``exclusions``, by name."""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from onrecord import tables
from onrecord.errors import DataError, near
from onrecord.intake.agencies import find_agency
from onrecord.intake.article_rows import Made, make_article, split_received
from onrecord.intake.copies import Copies
from onrecord.intake.inputs import read_bytes, read_content
from onrecord.story import NEVER_ARTICLES, ArticleEntry, Story
from onrecord.tables.extracted import ArticleRow, ExclusionRow

FILES, LINES = "01-clean", "01-clean: lines"  # the steps of exclusions: what their rows count


@dataclass
class Cleaned:
    """The result of 01-clean: the two tables, and what a reader should know though nothing was left out for it."""

    articles: pd.DataFrame
    exclusions: pd.DataFrame
    notices: list[str] = field(default_factory=list)

    @property
    def files_left_out(self) -> pd.DataFrame:
        """The exclusions that are of whole files, not of lines inside one."""
        return self.exclusions[self.exclusions["step"] == FILES]


def read_articles(story: Story) -> Cleaned:
    """The story's files, cleaned, in ``story.yaml``'s order; a file that cannot be used is left out by name.

    Raises ``DataError`` when no article is left.
    """
    made: dict[str, Made] = {}
    reasons: list[tuple[str, str]] = []
    notices: list[str] = []
    copies = Copies()
    present = sorted(p.name for p in story.raw.iterdir() if not p.name.startswith("."))
    for file, entry in story.about.articles.items():
        try:
            one = _read_article(story, file, entry)
            notices += [f"{one.row.article_id}: {one.notice}."] if one.notice else []
            notices += _check_copies(one.row, made, copies)
            made[one.row.article_id] = one
            copies.add(one.row.article_id, one.row.body)
        except DataError as error:
            hint = "" if file in present else near(file, [name for name in present if name not in NEVER_ARTICLES])
            reasons.append((Path(file).stem, error.what + hint))
    extra = [name for name in present if name not in {*story.about.articles, *NEVER_ARTICLES}]
    reasons += [(Path(name).stem, f"{name} is not listed in story.yaml") for name in extra]
    if not made:
        told = "; ".join(f"{article}: {reason}" for article, reason in reasons)
        raise DataError(f"data/raw/{story.name}: no article can be used. {told}", "Mend the files or story.yaml.")
    rows = [one.row for one in made.values()]
    return Cleaned(tables.make_table("articles", rows), _exclusions(reasons, list(made.values())), notices)


def read_body(path: Path, headline: str | None) -> str:
    """The body of one file as received; ``headline``: the one that ``story.yaml`` gives it. Raises ``DataError``."""
    return split_received(read_content(path.name, read_bytes(path)), headline).body


def _check_copies(row: ArticleRow, kept: dict[str, Made], copies: Copies) -> list[str]:
    """Notices of other outlets' articles whose text this one prints: that is coverage too. Its own outlet's raise."""
    notices = []
    for copy in copies.find(row.body):
        other = kept[copy.article_id].row
        if (copy.is_whole or copy.equal) and other.outlet == row.outlet:
            raise DataError(f"the same words as {other.article_id}, by the same outlet", "Take one of them out.")
        agency = find_agency(other) or find_agency(row)
        what = f"a text of {agency}" if agency else "a text"
        same = "they are equal" if copy.equal else "the rest is its own"
        told = "it is compared once" if copy.is_whole else same
        notices.append(f"{row.article_id} shares {copy.share:.0%} of {what} with {other.article_id}; {told}.")
    return notices


def _exclusions(reasons: list[tuple[str, str]], made: list[Made]) -> pd.DataFrame:
    """One row an article left out, the counts running from all files down to those kept; then one for each article from
    which furniture was cut, counted in lines of its text."""
    total = len(made) + len(reasons)
    files = [
        ExclusionRow(step=FILES, article_id=a, reason=why, rows_before=total - i, rows_after=total - i - 1)
        for i, (a, why) in enumerate(reasons)
    ]
    lines = [
        ExclusionRow(
            step=LINES,
            article_id=one.row.article_id,
            reason=one.told,
            rows_before=one.lines,
            rows_after=one.lines - sum(one.cut.values()),
        )
        for one in made
        if one.cut
    ]
    return tables.make_table("exclusions", [*files, *lines])


def _read_article(story: Story, file: str, entry: ArticleEntry) -> Made:
    """One article; raises ``DataError`` with the reason why it cannot be one."""
    path = story.raw / file
    content = read_bytes(path)
    return make_article(read_content(file, content), path.stem, content, file, story=story.name, entry=entry)
