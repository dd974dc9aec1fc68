"""Rows of the tables that 01-clean and 02-extract make. Offsets are code points into ``articles.body``, half-open."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from onrecord.tables.columns import Key

Act = Literal["says", "believes", "intends"]
QuotationKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserts", "denies", "supports", "refuses", "questions", "no_comment", "not_said"]
SpanRole = Literal["source", "cue", "content"]
Form = Literal["name", "title", "pronoun", "nominal"]
ActorKind = Literal["person", "organisation", "country", "group", "unnamed"]
MergeBasis = Literal["by_hand", "surname", "short_form", "role", "country", "full_name"]
Bound = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "range"]
# In a figure's rule: what is left over ("all but $190,000"), to be compared with nothing; by how much something moved
# ("rose 5 percent"), no level to set beside one.
REMAINDER, CHANGE = "remainder", "change"
Review = Literal["unreviewed", "accepted", "rejected", "corrected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """A published item, cleaned."""

    article_id: Annotated[str, Key("the file's stem")]
    story: Annotated[str, "the story's folder name"]
    outlet: Annotated[str, "who published it"]
    headline: Annotated[str | None, "its headline"]
    byline: Annotated[str | None, "who wrote it"]
    dateline: Annotated[str | None, "the place (and agency) before the first sentence"]
    published: Annotated[date | None, "day of publication"]
    published_basis: Annotated[Literal["stated", "metadata", "inferred"] | None, "where that day comes from"]
    url: Annotated[str | None, "where it was published"]
    licence: Annotated[str | None, "the terms of the text, as known"]
    language: Annotated[str, "ISO 639-1 code"]
    source_file: Annotated[str, "file name under data/raw/STORY"]
    source_sha256: Annotated[str, "SHA-256 of that file's bytes"]
    words: Annotated[int, "words of the body"]
    body: Annotated[str, "the text that all offsets count in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceRow:
    """A sentence of an article's body, as parsed."""

    article_id: Annotated[str, "the article, by its file's stem"]
    sentence: Annotated[int, "its number in the article, from 1"]
    paragraph: Annotated[int, "the number of its paragraph, from 1"]
    start: Annotated[int, "first code point of the words in articles.body"]
    end: Annotated[int, "code point after the last"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A statement attributed to someone in one article."""

    claim_id: Annotated[str, Key("short hash of article, table, words and offsets")]
    article_id: Annotated[str, "the article, by its file's stem"]
    within_claim_id: Annotated[str | None, "the claim that this one stands inside"]
    act: Annotated[Act, "what the source does: says, or holds as belief or intention"]
    actor_id: Annotated[str | None, "the first speaker; null when the words leave it open"]
    source: Annotated[str | None, "the words naming who said it"]
    cue: Annotated[str | None, "the words signalling it"]
    cue_lemma: Annotated[str | None, "the cue's dictionary form"]
    content: Annotated[str, "what was said, verbatim; parts of a broken quotation joined by ' … '"]
    quotation: Annotated[QuotationKind, "whether the words are the speaker's own"]
    stance: Annotated[Stance, "what the source does with the content"]
    target_claim_id: Annotated[str | None, "for a denial, the claim denied"]
    target_actor_id: Annotated[str | None, "for a denial, whose claim is denied"]
    said_text: Annotated[str | None, "the words saying when it was said"]
    said_start: Annotated[date | None, "first day meant by them; open: 'Sunday' in an article of a Saturday"]
    said_end: Annotated[date | None, "last day meant by them"]
    start: Annotated[int, "first code point of the words in articles.body"]
    end: Annotated[int, "code point after the last"]
    sentence: Annotated[str, "the sentence or sentences around it"]
    quoted_words: Annotated[int, "words of the content inside quotation marks"]
    rule: Annotated[str, "what made the row"]
    confidence: Annotated[float | None, "probability that the content is right; null where not calibrated"]
    speaker_confidence: Annotated[float | None, "probability that actor_id is right; null without one or by hand"]
    review: Annotated[Review, "what a person decided in review.csv"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """A speaker of a claim; several speak together."""

    claim_id: Annotated[str, "the claim"]
    actor_id: Annotated[str, "one of its speakers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanRow:
    """The exact words behind a claim, a row a stretch."""

    claim_id: Annotated[str, "the claim"]
    role: Annotated[SpanRole, "which part of the claim"]
    part: Annotated[int, "stretch number within the role, from 1"]
    start: Annotated[int, "first code point of the words in articles.body"]
    end: Annotated[int, "code point after the last"]
    text: Annotated[str, "the words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """One naming of an actor."""

    mention_id: Annotated[str, Key("short hash of article, table, words and offsets")]
    article_id: Annotated[str, "the article, by its file's stem"]
    actor_id: Annotated[str | None, "who is meant; null when undecided"]
    text: Annotated[str, "the words"]
    form: Annotated[Form, "how it names"]
    kind: Annotated[ActorKind, "kind of party"]
    start: Annotated[int, "first code point of the words in articles.body"]
    end: Annotated[int, "code point after the last"]
    rule: Annotated[str | None, "why it is this actor's, or why it is open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """A party of the story."""

    actor_id: Annotated[str, Key("id of its first mention")]
    name: Annotated[str, "its fullest name"]
    kind: Annotated[ActorKind, "kind of party"]
    role: Annotated[str | None, "the office or function the texts give"]
    iso3: Annotated[str | None, "ISO 3166-1 alpha-3, for countries"]
    merge_basis: Annotated[MergeBasis | None, "the weakest link that makes it one actor across articles; null in one"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasRow:
    """A name or title known to mean an actor."""

    actor_id: Annotated[str, "the actor"]
    alias: Annotated[str, "the words"]
    mentions: Annotated[int, "how often the story uses them"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A number stated in an article."""

    figure_id: Annotated[str, Key("short hash of article, table, words and offsets")]
    article_id: Annotated[str, "the article, by its file's stem"]
    claim_id: Annotated[str | None, "the innermost claim it is stated in"]
    actor_id: Annotated[str | None, "who states it; null: the outlet, or a speaker left open"]
    text: Annotated[str, "numeral and unit words, verbatim"]
    value: Annotated[float | None, "the number in units; null for a range"]
    low: Annotated[float | None, "lower end of a range"]
    high: Annotated[float | None, "upper end of a range"]
    bound: Annotated[Bound, "how the number limits the quantity"]
    unit: Annotated[str | None, "ISO 4217 code, English singular unit, percent or counted noun"]
    unit_kind: Annotated[str | None, "money, people (also troops, voters), length, share, duration, age, count, …"]
    unit_stated: Annotated[bool, "False: carried over from a neighbour"]
    measure: Annotated[
        str | None,
        "what is measured, in the text's words: the counted thing and what is said of it; or a story's measure",
    ]
    about: Annotated[str | None, "the party whose number it is; null where that is not certain"]
    about_actor_id: Annotated[str | None, "the actor it is about"]
    iso3: Annotated[str | None, "the country it is about"]
    period_text: Annotated[str | None, "the words of its own clause saying for when"]
    period_start: Annotated[date | None, "first day meant by them"]
    period_end: Annotated[date | None, "last day meant by them"]
    of: Annotated[str | None, "of a share of another party's measure, that party"]
    of_iso3: Annotated[str | None, "its country"]
    start: Annotated[int, "first code point of the words in articles.body"]
    end: Annotated[int, "code point after the last"]
    sentence: Annotated[str, "the sentence around it"]
    rule: Annotated[str, "what made the row; remainder: what is left over; change: by how much something moved"]
    review: Annotated[Review, "what a person decided in review.csv"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """What a person decided of a claim, figure or finding: a line of review.csv that counts, or asks (flagged)."""

    row_id: Annotated[str, "the claim, figure or finding; the id that the line names where it has no row"]
    line: Annotated[int, "line in data/raw/STORY/review.csv"]
    verdict: Annotated[Literal["accepted", "rejected", "corrected", "flagged"], "what was decided"]
    column: Annotated[str | None, "of a correction: which column"]
    old: Annotated[str | None, "what the program had put there, actors by name"]
    new: Annotated[str | None, "what the person put there; null: not decided"]
    reviewer: Annotated[str | None, "who decided"]
    decided_on: Annotated[date | None, "on which day"]
    note: Annotated[str | None, "why"]
    not_entered: Annotated[str | None, "why it is not in the tables; null: it is"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadabilityRow:
    """Length and readability of an article's body; Flesch's scores by textstat, with its own counts of words."""

    article_id: Annotated[str, "the article, by its file's stem"]
    outlet: Annotated[str, "the outlet"]
    words: Annotated[int, "words"]
    sentences: Annotated[int, "sentences"]
    words_per_sentence: Annotated[float, "words / sentences"]
    flesch_reading_ease: Annotated[float, "Flesch 1948: higher is easier"]
    flesch_kincaid_grade: Annotated[float, "Kincaid 1975: US school years"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusionRow:
    """What was left out, where and why."""

    step: Annotated[str, "notebook"]
    article_id: Annotated[str | None, "the article, by its file's stem"]
    reason: Annotated[str, "why"]
    rows_before: Annotated[int, "rows before"]
    rows_after: Annotated[int, "rows after"]
