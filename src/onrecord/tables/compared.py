"""Rows of the small tables that 03-compare makes of words and speakers."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from onrecord.tables.columns import Key

PairRelation = Literal["same_quote", "same_claim", "disputes"]
Change = Literal["identical", "shorter", "reworded"]
Side = Literal["a", "b"]
TellingForm = Literal["quoted", "told", "printed", "part"]
Extent = Literal["whole", "alike", "part", "none", "unmarked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """An article that prints the text of an earlier one, as outlets print an agency's: earlier in story.yaml, and in a
    corpus by its day.

    Claims and figures are paired without it, so that one text counts once; what an outlet left out, and which sentences
    outlets share, is looked up in it too.
    """

    article_id: Annotated[str, Key("the article, by its file's stem")]
    copy_of: Annotated[str, "the earlier article"]
    share: Annotated[float, "of its five-word runs outside quotations, those that the earlier article has"]
    agency: Annotated[str | None, "the news agency that either credits in its dateline, its byline or at its end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPairRow:
    """Passages of two articles that belong together: one statement of one speaker, or a denial and what it denies.

    A claim may stand in several rows. Left out: what is less probable than even, what two denials have in common, and
    what says a thing in other words than the two share.
    """

    pair_id: Annotated[str, Key("short hash of the two passages")]
    claim_a: Annotated[str, "the claim of the article that story.yaml names first"]
    claim_b: Annotated[str, "the claim of the other"]
    relation: Annotated[
        PairRelation, "one quotation, one statement of which one side at least is reported, or a denial"
    ]
    score: Annotated[float, "how probable it is that they are one statement; of disputes the words in common, 0 to 1"]
    start_a: Annotated[int, "first code point of the first passage in its article's body"]
    end_a: Annotated[int, "code point after its last"]
    start_b: Annotated[int, "first code point of the second passage in its article's body"]
    end_b: Annotated[int, "code point after its last"]
    paragraph_a: Annotated[int, "the paragraph in which the first passage begins, from 1"]
    paragraph_b: Annotated[int, "the paragraph in which the second begins, from 1"]
    change: Annotated[
        Change | None,
        "of one statement: the same words, one with less of them, or other words; null for disputes",
    ]
    denier: Annotated[Side | None, "of a dispute, the side that denies"]
    shared: Annotated[str | None, "content words of both passages, joined by ' | '"]
    only_a: Annotated[str | None, "content words of the first alone"]
    only_b: Annotated[str | None, "content words of the second alone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One outlet's telling of a statement that two outlets at least have, one speaker certain in each.

    A statement has a row an outlet; what stands next to each other in every outlet is one statement.
    """

    statement_id: Annotated[str, "short hash of its first telling; the rows of one statement share it"]
    actor_id: Annotated[str, "the speaker"]
    outlet: Annotated[str, "the outlet"]
    article_id: Annotated[str, "the article"]
    claim_id: Annotated[str | None, "the first claim that has it; null where the words stand outside any"]
    form: Annotated[
        TellingForm, "in quotation marks, reported, the very words in a row outside any claim, or a part of them"
    ]
    start: Annotated[int, "first code point of the passage in the article's body"]
    end: Annotated[int, "code point after its last"]
    shared: Annotated[
        float | None,
        "share of the words of the shortest long quotation that stand in this passage in order; null: none",
    ]
    score: Annotated[float, "the least of the probabilities that join its passages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintingRow:
    """What one outlet prints, in quotation marks, of a speech: what one speaker, certain in the outlet that prints most
    of it, says in marks without other words between than who says it. A long one is several, of whole sentences.

    A speech of which two outlets print some has a row an outlet. "none" says nothing of what an outlet tells in its own
    words. Left out: words that two outlets give to two speakers.
    """

    speech_id: Annotated[str, "short hash of the speech where most of it is printed; its rows share it"]
    actor_id: Annotated[str, "the speaker"]
    claim_id: Annotated[str, "the first claim of the speech where most of it is printed"]
    outlet: Annotated[str, "the outlet"]
    is_longest: Annotated[bool, "whether it is the outlet that prints most of it"]
    extent: Annotated[
        Extent,
        "all its words in order, all but small differences, some, none, or some without marks",
    ]
    goes_on: Annotated[bool, "whether the same quotation goes on there with other words"]
    article_id: Annotated[str | None, "the article; null where none of the words stand in marks"]
    start: Annotated[int | None, "first code point of the first of the words in the article's body"]
    end: Annotated[int | None, "code point after the last"]
    words: Annotated[str | None, "the words in marks as they stand, parts joined by ' … '"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelRow:
    """One outlet's sentence of several outlets' sentences that are near each other, whoever speaks in them."""

    parallel_id: Annotated[str, "short hash of the first sentence; the rows of one parallel share it"]
    outlet: Annotated[str, "the outlet; a parallel has at most one sentence of each"]
    article_id: Annotated[str, "the article"]
    start: Annotated[int, "first code point of the sentence in the article's body"]
    end: Annotated[int, "code point after its last"]
    same_words: Annotated[
        bool, "whether its words are those of the first sentence, all and in order; true for the first"
    ]
    overlap: Annotated[float, "least of Dice's coefficients that join the sentences: content words weighed by rarity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingRow:
    """One quotation as two outlets print it. What one prints elsewhere in the article is no cut."""

    pair: Annotated[str, "the row of claim_pairs"]
    change: Annotated[Change, "the same words, one with less of them, or other words"]
    cut_a: Annotated[str | None, "words of the second outlet's quotation that the first leaves off, joined by ' … '"]
    cut_b: Annotated[str | None, "words of the first outlet's quotation that the second leaves off"]
    words: Annotated[str | None, "words that differ, first → second, joined by ' | '; capitals and marks are no change"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingVerbRow:
    """One statement that two outlets introduce with verbs of different classes."""

    pair: Annotated[str, "the row of claim_pairs"]
    verb_a: Annotated[str, "the first outlet's cue, in its dictionary form"]
    class_a: Annotated[str, "its class in lexicon/reporting_classes.csv"]
    verb_b: Annotated[str, "the second outlet's cue"]
    class_b: Annotated[str, "its class"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutRow:
    """What other outlets carry and one does not, where its whole text shows that it does not.

    A statement or a figure is carried by two others at least, a speaker by one, and each by half of the others. Nothing
    is said of a speaker who is not certain, nor where the outlet has a near name, an unnamed speaker who may be meant,
    a passage that is near, or published before the others.
    """

    outlet: Annotated[str, "the outlet without it"]
    kind: Annotated[Literal["statement", "speaker", "figure"], "what it is"]
    row_id: Annotated[str, "the claim, actor or figure, of an outlet that carries it"]
    evidence: Annotated[str, "the outlets that carry it, and what was looked for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyInRow:
    """What one outlet alone prints, by the whole text of the others.

    A quotation: no five of its words stand in a row in another outlet, and no sentence there is near it. A number of
    money, people or a share: no other outlet has its digits or its value.
    """

    outlet: Annotated[str, "the outlet that has it"]
    kind: Annotated[Literal["quotation", "number"], "what it is"]
    row_id: Annotated[str, "the claim or figure"]
    others: Annotated[str, "the outlets that were looked through"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletSpeakerRow:
    """One speaker in one outlet; claims inside claims are left out, so that no word counts twice."""

    actor_id: Annotated[str, "the speaker"]
    outlet: Annotated[str, "the outlet"]
    claims: Annotated[int, "claims"]
    words: Annotated[int, "words of their contents"]
    quoted_words: Annotated[int, "of these, inside quotation marks"]
    first: Annotated[int, "the first paragraph of an article of the outlet in which it has a claim, from 1"]
    last: Annotated[int, "the last one"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedInRow:
    """Whether an outlet names a person who speaks in one of the outlets: looked for in headlines and the whole text."""

    actor_id: Annotated[str, "the person, who has a first name and a surname in the story"]
    outlet: Annotated[str, "the outlet"]
    naming: Annotated[
        Literal["named", "not_named"] | None,
        "whether the person is named there; null: the surname occurs, and somebody else may bear it",
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidWhenRow:
    """When something was said, beside when it was reported; claims of which the text tells when."""

    claim_id: Annotated[str, "the claim"]
    said_start: Annotated[date, "first day on which it may have been said"]
    said_end: Annotated[date, "last day"]
    published: Annotated[date | None, "the day of publication"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedShareRow:
    """How much of a speaker's attributed words an outlet quotes; claims inside claims are left out."""

    outlet: Annotated[str, "the outlet"]
    actor_id: Annotated[str | None, "the speaker; null: left open"]
    name: Annotated[str, "the speaker's name"]
    claims: Annotated[int, "claims"]
    words: Annotated[int, "words of their contents"]
    quoted_words: Annotated[int, "of these, inside quotation marks"]
    quoted_share: Annotated[float, "quoted_words / words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRow:
    """How often an outlet introduces claims with a cue."""

    outlet: Annotated[str, "the outlet"]
    cue_lemma: Annotated[str, "the cue's dictionary form"]
    claims: Annotated[int, "claims with it"]
