"""A story's tables → all its comparisons."""

from onrecord import tables
from onrecord.comparison.claim_pairs import compare_claims
from onrecord.comparison.figure_checks import check_figures, compare_known_values
from onrecord.comparison.figure_pairs import compare_figures
from onrecord.comparison.outlets import compare_coverage, compare_cues, compare_only_in, compare_quoted_share
from onrecord.comparison.per_person import compare_per_person
from onrecord.comparison.ratios import compare_ratios
from onrecord.comparison.references import References, check_series, read_references
from onrecord.story import Story
from onrecord.tables import Comparisons, Tables, read_rows
from onrecord.tables.extracted import CHANGE, REMAINDER, ArticleRow, ClaimRow, FigureRow, SpeakerRow


def compare(found: Tables, story: Story | None = None, references: References | None = None) -> Comparisons:
    """All comparisons of a story's tables; without outlets each article is its own.

    A row that a reviewer rejected is compared with nothing, nor is a remainder ("all but $190,000"). By how much
    something changed is no level, and set beside no statistic.
    """
    claims = [row for row in read_rows(found.claims, ClaimRow) if row.review != "rejected"]
    counted = (row for row in read_rows(found.figures, FigureRow) if REMAINDER not in row.rule)
    figures = [row for row in counted if row.review != "rejected"]
    levels = [row for row in figures if CHANGE not in row.rule]
    articles = read_rows(found.articles, ArticleRow)
    days = {row.article_id: row.published for row in articles}
    outlets = {row.article_id: row.outlet for row in articles}
    names = dict(zip(found.actors["actor_id"], found.actors["name"], strict=True))
    spoken = [row for row in claims if row.act == "says"]
    checks, known = tables.make_table("figure_checks", []), tables.make_table("known_values", [])
    if story and references:
        checks = check_figures(levels, days, story, references)
        known = compare_known_values(levels, story, references)
    return Comparisons(
        claim_pairs=compare_claims(spoken),
        figure_pairs=compare_figures(figures),
        figure_checks=checks,
        known_values=known,
        per_person=compare_per_person(levels, checks, story, references),
        ratios=compare_ratios(levels, days, story, references),
        coverage=compare_coverage(figures, outlets),
        only_in=compare_only_in(spoken, read_rows(found.speakers, SpeakerRow), figures, names, outlets),
        quoted_share=compare_quoted_share(spoken, names, outlets),
        cues=compare_cues(spoken, outlets),
        readability=found.readability,
    )


def compare_story(found: Tables, story: Story) -> Comparisons:
    """All comparisons of a story, with the project's reference statistics when the story names measures."""
    references = read_references(story.reference) if story.about.measures else None
    if references:
        check_series(story, references)
    return compare(found, story, references)
