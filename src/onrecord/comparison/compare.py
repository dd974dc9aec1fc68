"""A story's tables → all its comparisons."""

from onrecord import tables
from onrecord.comparison.claim_pairs import pair_claims
from onrecord.comparison.copies import find_copies
from onrecord.comparison.figure_checks import check_figures, compare_known_values
from onrecord.comparison.figure_pairs import compare_figures
from onrecord.comparison.left_out import compare_left_out
from onrecord.comparison.namings import compare_named
from onrecord.comparison.only_in import compare_only_in
from onrecord.comparison.outlet_texts import Found
from onrecord.comparison.outlets import (
    compare_coverage,
    compare_cues,
    compare_quoted_share,
    compare_said_when,
    compare_speakers,
)
from onrecord.comparison.parallels import compare_parallels
from onrecord.comparison.per_person import compare_per_person
from onrecord.comparison.printings import compare_printings
from onrecord.comparison.ratios import compare_ratios
from onrecord.comparison.references import References, check_series, read_references
from onrecord.comparison.reporting_verbs import compare_reporting_verbs
from onrecord.comparison.statements import compare_statements
from onrecord.comparison.wordings import compare_wordings
from onrecord.story import Story
from onrecord.tables import Comparisons, Tables, read_rows
from onrecord.tables.compared_figures import FigurePairRow
from onrecord.tables.extracted import (
    CHANGE,
    REMAINDER,
    ActorRow,
    ArticleRow,
    ClaimRow,
    FigureRow,
    MentionRow,
    SentenceRow,
    SpanRow,
    SpeakerRow,
)


def compare(found: Tables, story: Story | None = None, references: References | None = None) -> Comparisons:
    """All comparisons of a story's tables; without outlets each article is its own.

    A text that several outlets print is compared once, as its first outlet's; who prints the same sentences, and what
    an outlet left out, is looked up in all.
    A row that a reviewer rejected is compared with nothing, nor is a remainder ("all but $190,000"). By how much
    something changed is no level, and set beside no statistic.
    """
    claims = [row for row in read_rows(found.claims, ClaimRow) if row.review != "rejected"]
    counted = (row for row in read_rows(found.figures, FigureRow) if REMAINDER not in row.rule)
    figures = [row for row in counted if row.review != "rejected"]
    articles = read_rows(found.articles, ArticleRow)
    copies = find_copies(articles)
    copied = {row.article_id for row in copies}
    once = [row for row in articles if row.article_id not in copied]
    days = {row.article_id: row.published for row in articles}
    outlets = {row.article_id: row.outlet for row in articles}
    bodies = {row.article_id: row.body for row in articles}
    sentences = read_rows(found.sentences, SentenceRow)
    actors = {row.actor_id: row for row in read_rows(found.actors, ActorRow)}
    names = {actor: row.name for actor, row in actors.items()}
    spoken = [row for row in claims if row.act == "says"]
    own = [row for row in spoken if row.article_id not in copied]
    own_figures = [row for row in figures if row.article_id not in copied]
    levels = [row for row in own_figures if CHANGE not in row.rule]
    checks, known = tables.make_table("figure_checks", []), tables.make_table("known_values", [])
    if story and references:
        checks = check_figures(levels, days, story, references)
        known = compare_known_values(levels, story, references)
    by_outlet = compare_speakers(spoken, read_rows(found.speakers, SpeakerRow), sentences, outlets)
    pairs = pair_claims(own, read_rows(found.spans, SpanRow), sentences, actors, bodies)
    claim_pairs = [pair for pair, _ in pairs]
    outlet = {claim.claim_id: outlets[claim.article_id] for claim in spoken}
    across = [pair for pair in pairs if outlet[pair[0].claim_a] != outlet[pair[0].claim_b]]
    texts: dict[str, str] = {}
    for row in articles:
        texts[row.outlet] = f"{texts.get(row.outlet, '')}\n{row.body}"
    figure_pairs = compare_figures(own_figures, sentences, claim_pairs)
    whole = Found(articles, sentences, spoken, actors, figures)
    return Comparisons(
        copies=tables.make_table("copies", copies),
        claim_pairs=tables.make_table("claim_pairs", claim_pairs),
        statements=compare_statements(once, {row.claim_id: row for row in own}, claim_pairs),
        printings=compare_printings(articles, sentences, own, actors),
        parallels=compare_parallels(articles, sentences),
        wordings=compare_wordings(across, texts, outlet),
        reporting_verbs=compare_reporting_verbs((pair for pair, _ in across), {row.claim_id: row for row in spoken}),
        figure_pairs=figure_pairs,
        figure_checks=checks,
        known_values=known,
        per_person=compare_per_person(levels, checks, story, references),
        ratios=compare_ratios(levels, days, story, references),
        coverage=compare_coverage(figures, outlets),
        left_out=compare_left_out(whole, claim_pairs, read_rows(figure_pairs, FigurePairRow)),
        only_in=compare_only_in(whole),
        speakers_by_outlet=by_outlet,
        named_in=compare_named(articles, actors, read_rows(found.mentions, MentionRow), list(by_outlet["actor_id"])),
        said_when=compare_said_when(spoken, days),
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
