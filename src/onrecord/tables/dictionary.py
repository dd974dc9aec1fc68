"""The data dictionary: one pandera schema a table. ``tables`` reads, checks and writes by it.

Offsets are code points into ``articles.body``, half-open. A column that may be null is null when it cannot be decided.
"""

import pandera.pandas as pa

TEXT, INTEGER, NUMBER, FLAG = "str", "Int64", "Float64", "boolean"
DAY = "datetime64[s]"  # seconds reach beyond the years 1677 to 2262 that nanoseconds hold
TYPE_NAMES = {TEXT: "text", INTEGER: "integer", NUMBER: "number", FLAG: "true/false", DAY: "date"}

ACTS = ("says", "believes", "intends")
QUOTATIONS = ("direct", "indirect", "mixed")
STANCES = ("asserts", "denies", "supports", "refuses", "questions", "no_comment", "not_said")
ROLES = ("source", "cue", "content")
FORMS = ("name", "title", "pronoun", "nominal")
KINDS = ("person", "organisation", "country", "group", "unnamed")
BOUNDS = ("exact", "about", "more_than", "at_least", "less_than", "at_most", "range")
REVIEWS = ("unreviewed", "accepted", "rejected", "corrected")
VINTAGES = ("then", "later", "now")


def _column(description: str, dtype: str = TEXT, *, null: bool = False, of: tuple[str, ...] = (), key: bool = False):
    """One column; ``of`` lists the only values it may hold."""
    checks = [pa.Check.isin(of)] if of else []
    notes = {"type": TYPE_NAMES[dtype], "values": of}
    if dtype == DAY:  # pandera knows dates in nanoseconds only, so check_table converts them
        dtype, checks = None, [pa.Check(lambda days: days.dtype == DAY, name=DAY)]
    return pa.Column(dtype, checks, nullable=null, unique=key, description=description, metadata=notes)


def _table(description: str, **columns: pa.Column) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(columns, description=description, strict=True, ordered=True, coerce=True)


def _key(description: str = "short hash of article, table, words and offsets") -> pa.Column:
    return _column(description, key=True)


def _offsets() -> dict[str, pa.Column]:
    return {
        "start": _column("first code point of the words in articles.body", INTEGER),
        "end": _column("code point after the last", INTEGER),
    }


_ARTICLE = "the article, by its file's stem"
_REVIEW = "what a person decided in review.csv"

SCHEMAS: dict[str, pa.DataFrameSchema] = {
    "articles": _table(
        "A published item, cleaned.",
        article_id=_key("the file's stem"),
        story=_column("the story's folder name"),
        outlet=_column("who published it"),
        headline=_column("its headline", null=True),
        byline=_column("who wrote it", null=True),
        dateline=_column("the place (and agency) before the first sentence", null=True),
        published=_column("day of publication", DAY, null=True),
        published_basis=_column("where that day comes from", null=True, of=("stated", "metadata", "inferred")),
        url=_column("where it was published", null=True),
        licence=_column("the terms of the text, as known", null=True),
        language=_column("ISO 639-1 code"),
        source_file=_column("file name under data/raw/STORY"),
        source_sha256=_column("SHA-256 of that file's bytes"),
        words=_column("words of the body", INTEGER),
        body=_column("the text that all offsets count in"),
    ),
    "claims": _table(
        "A statement attributed to someone in one article.",
        claim_id=_key(),
        article_id=_column(_ARTICLE),
        within_claim_id=_column("the claim that this one stands inside", null=True),
        act=_column("what the source does: says, or holds as belief or intention", of=ACTS),
        actor_id=_column("the first speaker; null when the words leave it open", null=True),
        source=_column("the words naming who said it", null=True),
        cue=_column("the words signalling it", null=True),
        cue_lemma=_column("the cue's dictionary form", null=True),
        content=_column("what was said, verbatim; parts of a broken quotation joined by ' … '"),
        quotation=_column("whether the words are the speaker's own", of=QUOTATIONS),
        stance=_column("what the source does with the content", of=STANCES),
        target_claim_id=_column("for a denial, the claim denied", null=True),
        target_actor_id=_column("for a denial, whose claim is denied", null=True),
        said_text=_column("the words saying when it was said", null=True),
        said_start=_column("first day meant by them", DAY, null=True),
        said_end=_column("last day meant by them", DAY, null=True),
        **_offsets(),
        sentence=_column("the sentence or sentences around it"),
        rule=_column("what made the row"),
        confidence=_column("0 to 1; null where not calibrated", NUMBER, null=True),
        review=_column(_REVIEW, of=REVIEWS),
    ),
    "speakers": _table(
        "A speaker of a claim; several speak together.",
        claim_id=_column("the claim"),
        actor_id=_column("one of its speakers"),
    ),
    "spans": _table(
        "The exact words behind a claim, a row a stretch.",
        claim_id=_column("the claim"),
        role=_column("which part of the claim", of=ROLES),
        part=_column("stretch number within the role, from 1", INTEGER),
        **_offsets(),
        text=_column("the words"),
    ),
    "mentions": _table(
        "One naming of an actor.",
        mention_id=_key(),
        article_id=_column(_ARTICLE),
        actor_id=_column("who is meant; null when undecided", null=True),
        text=_column("the words"),
        form=_column("how it names", of=FORMS),
        kind=_column("kind of party", of=KINDS),
        **_offsets(),
    ),
    "actors": _table(
        "A party of the story.",
        actor_id=_key("id of its first mention"),
        name=_column("its fullest name"),
        kind=_column("kind of party", of=KINDS),
        role=_column("the office or function the texts give", null=True),
        iso3=_column("ISO 3166-1 alpha-3, for countries", null=True),
    ),
    "aliases": _table(
        "A name or title known to mean an actor.",
        actor_id=_column("the actor"),
        alias=_column("the words"),
        mentions=_column("how often the story uses them", INTEGER),
    ),
    "figures": _table(
        "A number stated in an article.",
        figure_id=_key(),
        article_id=_column(_ARTICLE),
        claim_id=_column("the innermost claim it is stated in", null=True),
        actor_id=_column("who states it; null: the outlet, or a speaker left open", null=True),
        text=_column("numeral and unit words, verbatim"),
        value=_column("the number in units; null for a range", NUMBER, null=True),
        low=_column("lower end of a range", NUMBER, null=True),
        high=_column("upper end of a range", NUMBER, null=True),
        bound=_column("how the number limits the quantity", of=BOUNDS),
        unit=_column("ISO 4217 code, English singular unit, percent or counted noun", null=True),
        unit_kind=_column("money, people, length, share, duration, count, …", null=True),
        unit_stated=_column("False: carried over from a neighbour", FLAG),
        measure=_column("what is measured", null=True),
        about=_column("of whom or what", null=True),
        about_actor_id=_column("the actor it is about", null=True),
        iso3=_column("the country it is about", null=True),
        period_text=_column("the words saying for when", null=True),
        period_start=_column("first day meant by them", DAY, null=True),
        period_end=_column("last day meant by them", DAY, null=True),
        **_offsets(),
        sentence=_column("the sentence around it"),
        rule=_column("what made the row"),
        review=_column(_REVIEW, of=REVIEWS),
    ),
    "exclusions": _table(
        "What was left out, where and why.",
        step=_column("notebook"),
        article_id=_column(_ARTICLE, null=True),
        reason=_column("why"),
        rows_before=_column("rows before", INTEGER),
        rows_after=_column("rows after", INTEGER),
    ),
}


COMPARISONS: dict[str, pa.DataFrameSchema] = {
    "claim_pairs": _table(
        "Two claims of different articles that belong together.",
        claim_a=_column("the claim of the article that story.yaml names first"),
        claim_b=_column("the claim of the other"),
        relation=_column("how they belong together", of=("same_quote", "same_claim", "disputes")),
        score=_column("share of content words in common, 0 to 1", NUMBER),
        shared=_column("content words of both, joined by ' | '", null=True),
        only_a=_column("content words of the first alone", null=True),
        only_b=_column("content words of the second alone", null=True),
    ),
    "figure_pairs": _table(
        "Two figures of one measure, party and period, by different speakers or in different articles.",
        figure_a=_column("the earlier figure"),
        figure_b=_column("the later one"),
        relation=_column("whether the numbers agree", of=("agree", "agree_rounded", "conflict")),
        difference=_column("b minus a, in the unit of both", NUMBER),
    ),
    "figure_checks": _table(
        "A figure beside a reference value. No period stated: the latest full year before publication that is known.",
        figure_id=_column("the figure"),
        series=_column("the reference series"),
        vintage=_column("as known at publication, first known later, or as known now", of=VINTAGES),
        known_from=_column("month from which the series was known, YYYY-MM"),
        year=_column("calendar year of the reference value", INTEGER, null=True),
        reference_value=_column("the value, in the series' unit; null: none known", NUMBER, null=True),
        ratio=_column("stated / reference", NUMBER, null=True),
        note=_column("what to know when reading the ratio", null=True),
    ),
    "known_values": _table(
        "A figure beside each entry of a reference list (a weapon's range, a building's height).",
        figure_id=_column("the figure"),
        series=_column("the reference list"),
        item=_column("the entry"),
        kind=_column("its kind", null=True),
        reference_value=_column("its value, in the figure's unit", NUMBER),
        ratio=_column("stated / reference", NUMBER),
        basis=_column("who claims or estimates it"),
        year=_column("when", INTEGER, null=True),
        source=_column("where it was published"),
    ),
    "per_person": _table(
        "An amount for each inhabitant, by the speaker's own numbers and by reference.",
        figure_id=_column("the amount"),
        measure=_column("what is measured"),
        iso3=_column("the country"),
        about=_column("its name"),
        basis=_column("whose numbers are divided", of=("stated", *VINTAGES)),
        amount=_column("the amount", NUMBER),
        people=_column("the inhabitants", NUMBER),
        per_person=_column("amount / people", NUMBER),
        unit=_column("unit of the amount"),
        year=_column("calendar year of the reference values", INTEGER, null=True),
        people_figure_id=_column("the stated population", null=True),
    ),
    "ratios": _table(
        "One party's measure as a share or multiple of another's, as stated and by reference.",
        figure_id=_column("the share, or the amount of the first party"),
        other_figure_id=_column("the amount of the other, where the ratio is of two stated amounts", null=True),
        measure=_column("what is measured"),
        iso3=_column("the country"),
        about=_column("its name"),
        of_iso3=_column("the country that it is set beside"),
        of=_column("its name"),
        basis=_column("whose numbers", of=("stated", *VINTAGES)),
        bound=_column("how a stated share limits the ratio", of=BOUNDS),
        ratio=_column("the first party's measure / the other's", NUMBER),
        year=_column("calendar year of the reference values", INTEGER, null=True),
    ),
    "coverage": _table(
        "Which outlet states how many figures of a measure; 0 is a row too.",
        outlet=_column("the outlet"),
        measure=_column("what is measured"),
        figures=_column("figures stated", INTEGER),
    ),
    "only_in": _table(
        "What one outlet alone reports.",
        outlet=_column("the outlet"),
        kind=_column("what it is", of=("speaker", "measure")),
        name=_column("the speaker or measure"),
        actor_id=_column("the speaker", null=True),
        rows=_column("claims or figures", INTEGER),
    ),
    "quoted_share": _table(
        "How much of a speaker's attributed words an outlet quotes; claims inside claims are left out.",
        outlet=_column("the outlet"),
        actor_id=_column("the speaker; null: left open", null=True),
        name=_column("the speaker's name"),
        claims=_column("claims", INTEGER),
        words=_column("words of their contents", INTEGER),
        quoted_words=_column("of these, inside quotation marks", INTEGER),
        quoted_share=_column("quoted_words / words", NUMBER),
    ),
    "cues": _table(
        "How often an outlet introduces claims with a cue.",
        outlet=_column("the outlet"),
        cue_lemma=_column("the cue's dictionary form"),
        claims=_column("claims with it", INTEGER),
    ),
    "readability": _table(
        "Length and readability of an article's body (textstat, English).",
        article_id=_column(_ARTICLE),
        outlet=_column("the outlet"),
        words=_column("words", INTEGER),
        sentences=_column("sentences", INTEGER),
        words_per_sentence=_column("words / sentences", NUMBER),
        flesch_reading_ease=_column("Flesch 1948: higher is easier", NUMBER),
        flesch_kincaid_grade=_column("Kincaid 1975: US school years", NUMBER),
    ),
}


def describe_tables() -> str:
    """The dictionary as Markdown, for the README (``?`` marks a column that may be null)."""
    lines = []
    for name, schema in (SCHEMAS | COMPARISONS).items():
        lines += [f"**{name}** – {schema.description}", "", "| column | type | meaning |", "|---|---|---|"]
        for column, spec in schema.columns.items():
            values = spec.metadata["values"]
            meaning = spec.description + (f" ({' · '.join(values)})" if values else "")
            lines.append(f"| `{column}`{'?' if spec.nullable else ''} | {spec.metadata['type']} | {meaning} |")
        lines.append("")
    return "\n".join(lines)
