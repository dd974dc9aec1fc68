"""What each outlet prints of a speech, word for word: ``printings``, a row a speech and outlet.

A speech is what one speaker says in quotation marks in one go, with nothing between but who says it. Only words in
marks count as printed; whether an outlet tells the same in words of its own is not asked here, but that it has some of
them without marks is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from onrecord import tables
from onrecord.comparison.marked_words import RUN, Forms, MarkedText, MarkedWord, Printed, find_grams, find_runs
from onrecord.comparison.statements import is_certain
from onrecord.language.pronouns import FEMALE, MALE, I
from onrecord.language.words import find_words
from onrecord.tables.compared import PrintingRow
from onrecord.tables.extracted import ActorRow, ArticleRow, ClaimRow, SentenceRow

LONGEST = 45  # words of a speech; a longer one is several, each of as many whole sentences
ELLIPSIS = " … "
# Of a quotation inside the words.
CLOSES = re.compile(r"[.,!?]?['’]")
OPENED, CLOSED = re.compile(r"(?:\A|(?<=\s))['‘](?=\w)"), re.compile(r"(?<=\w)['’](?=\s|\Z|[.,;!?])")


@dataclass(frozen=True)
class _Speech:
    """Sentences that one speaker says in quotation marks."""

    outlet: str
    claim: ClaimRow
    sentences: Sequence[Sequence[MarkedWord]]

    @property
    def words(self) -> list[MarkedWord]:
        return [word for sentence in self.sentences for word in sentence]


class _Sources:
    """Who says what stands in an article's stretch, by its claims, those inside others left out."""

    def __init__(self, claims: Sequence[ClaimRow], actors: Mapping[str, ActorRow]):
        self._claims: dict[str, list[ClaimRow]] = defaultdict(list)
        self._actors = actors
        for claim in claims:
            if claim.within_claim_id is None:
                self._claims[claim.article_id].append(claim)

    def claims_of(self, words: Sequence[MarkedWord]) -> list[ClaimRow]:
        """The claims that a stretch of words touches."""
        first, last = words[0], words[-1]
        return [c for c in self._claims[first.article_id] if c.start < last.end and first.start < c.end]

    def speakers_of(self, words: Sequence[MarkedWord]) -> set[str | None]:
        """To whom a stretch is given, certain or not; null: to somebody who is only described, or to nobody."""
        return {self._tell(claim) for claim in self.claims_of(words)}

    def _tell(self, claim: ClaimRow) -> str | None:
        if claim.actor_id:
            return None if self._actors[claim.actor_id].kind == "unnamed" else claim.actor_id
        person = claim.source is None or claim.source.casefold() in MALE | FEMALE | I
        return None if person else claim.source  # "it said": a body that is left open


def compare_printings(
    articles: Sequence[ArticleRow],
    sentences: Sequence[SentenceRow],
    claims: Sequence[ClaimRow],
    actors: Mapping[str, ActorRow],
) -> pd.DataFrame:
    """``printings``: each speech of which two outlets print some words in marks, with every outlet's row, in the
    story's order."""
    bodies = {row.article_id: row.body for row in articles}
    names = list(dict.fromkeys(row.outlet for row in articles))
    begins = {(row.article_id, row.start) for row in sentences}
    outlets = {name: MarkedText([row for row in articles if row.outlet == name], begins) for name in names}
    sources = _Sources(claims, actors)
    speeches = [speech for row in articles for speech in _find_speeches(row, outlets[row.outlet], sources)]
    speakers = _find_speakers(outlets.values(), sources)
    rows: list[PrintingRow] = []
    told: set[Forms] = set()
    for speech in sorted(speeches, key=lambda s: -len(s.words)):
        one_speaker = all(speakers[run] <= {speech.claim.actor_id, None} for _, run in find_runs(speech.words))
        runs = set(find_grams([word.form for word in speech.words]))
        if one_speaker and not runs & told and (made := _compare(speech, outlets, bodies, sources)):
            told |= runs
            rows += made
    order = {row.article_id: n for n, row in enumerate(articles)}
    place = {row.speech_id: (order[str(row.article_id)], row.start) for row in rows if row.is_longest}
    rows.sort(key=lambda row: (place[row.speech_id], names.index(row.outlet)))
    return tables.make_table("printings", rows)


def _find_speakers(outlets: Iterable[MarkedText], sources: _Sources) -> Mapping[Forms, set[str | None]]:
    """To whom each run of words in marks is given somewhere."""
    found: dict[Forms, set[str | None]] = defaultdict(set)
    for outlet in outlets:
        for at, run in find_runs(outlet.quoted):
            found[run] |= sources.speakers_of(outlet.quoted[at : at + RUN])
    return found


def _compare(
    speech: _Speech, outlets: Mapping[str, MarkedText], bodies: Mapping[str, str], sources: _Sources
) -> list[PrintingRow]:
    """A row an outlet; none where no other outlet prints some of the speech, or a few of its words are somebody else's
    there."""
    found = {name: _join([outlet.find(words) for words in speech.sentences]) for name, outlet in outlets.items()}
    if not any(printed.stretches for name, printed in found.items() if name != speech.outlet):
        return []
    few = (words for printed in found.values() for words in printed.stretches if len(words) < RUN)
    if any(not sources.speakers_of(words) <= {speech.claim.actor_id, None} for words in few):
        return []
    first = speech.words[0]
    whole = bodies[first.article_id][first.start : speech.words[-1].end]
    named = tables.row_id("printings", first.article_id, first.start, speech.words[-1].end, whole)
    found[speech.outlet] = Printed("whole", tuple(tuple(sentence) for sentence in speech.sentences))
    made = ((name, found[name], _goes_on(outlet, found[name], sources)) for name, outlet in outlets.items())
    return [_row(named, speech, name, printed, more, bodies) for name, printed, more in made]


def _goes_on(outlet: MarkedText, printed: Printed, sources: _Sources) -> bool:
    """Whether who is quoted goes on: the words behind, in the same turn, are in a claim of the same speaker."""
    behind = outlet.behind(printed)
    if not behind:
        return False
    last = max(printed.words, key=lambda word: (word.article_id, word.start))
    own = {claim.actor_id for claim in sources.claims_of([last])}
    more = ({claim.actor_id for claim in sources.claims_of([word])} == own for word in behind)
    return bool(own) and sum(more) >= RUN


def _row(
    named: str, speech: _Speech, outlet: str, found: Printed, goes_on: bool, bodies: Mapping[str, str]
) -> PrintingRow:
    words = found.words
    article = max((w.article_id for w in words), key=[w.article_id for w in words].count, default=None)
    inside = [word for word in words if word.article_id == article]
    stretches = [stretch for stretch in found.stretches if stretch[0].article_id == article]
    return PrintingRow(
        speech_id=named,
        actor_id=str(speech.claim.actor_id),
        claim_id=speech.claim.claim_id,
        outlet=outlet,
        is_longest=outlet == speech.outlet,
        extent=found.extent,
        goes_on=goes_on,
        article_id=article,
        start=min(word.start for word in inside) if inside else None,
        end=max(word.end for word in inside) if inside else None,
        words=ELLIPSIS.join(_texts(stretches, bodies)) or None,
    )


def _texts(stretches: Sequence[Sequence[MarkedWord]], bodies: Mapping[str, str]) -> Iterator[str]:
    """The stretches as they stand, those that meet in one quotation as one."""
    joined: list[list[MarkedWord]] = []
    for stretch in stretches:
        last = joined[-1][-1] if joined else None
        meets = last is not None and (last.part, last.article_id) == (stretch[0].part, stretch[0].article_id)
        if last and meets and _follows(bodies[last.article_id], last, stretch[0]):
            joined[-1] += stretch
        else:
            joined.append([*stretch])
    for words in joined:
        for part in _parts(words):
            yield _with_inner_mark(bodies[part[0].article_id], part[0].start, part[-1].end)


def _follows(body: str, one: MarkedWord, other: MarkedWord) -> bool:
    return one.end <= other.start and not find_words(body[one.end : other.start])


def _with_inner_mark(body: str, start: int, end: int) -> str:
    """The words from ``start`` to ``end``, with the mark that closes a quotation inside them."""
    words = body[start:end]
    closes = CLOSES.match(body, end) if len(OPENED.findall(words)) > len(CLOSED.findall(words)) else None
    return body[start : closes.end() if closes else end]


def _parts(words: Sequence[MarkedWord]) -> Iterator[Sequence[MarkedWord]]:
    """The words by the part of a quotation that they stand in: between two are the outlet's own."""
    first = 0
    for n, (one, other) in enumerate(pairwise(words), 1):
        if one.part != other.part or one.article_id != other.article_id:
            yield words[first:n]
            first = n
    yield words[first:]


def _join(found: Sequence[Printed]) -> Printed:
    """What an outlet prints of a speech, by what it prints of each sentence."""
    extents = {one.extent for one in found}
    stretches = tuple(stretch for one in found for stretch in one.stretches)
    if "unmarked" in extents:
        return Printed("unmarked", stretches)
    if extents <= {"whole", "alike"}:
        return Printed("alike" if "alike" in extents else "whole", stretches)
    return Printed("part", stretches) if stretches else Printed("none")


def _find_speeches(article: ArticleRow, outlet: MarkedText, sources: _Sources) -> Iterator[_Speech]:
    """The speeches of an article whose speaker is certain: turns of quotations, paragraph by paragraph."""
    turn: list[MarkedWord] = []
    by: ClaimRow | None = None
    for words in outlet.parts:
        if words[0].article_id != article.article_id:
            continue
        saying = sources.claims_of(words)
        speakers = {claim.actor_id for claim in saying}
        claim = saying[0] if len(speakers) == 1 and all(map(is_certain, saying)) else None
        same = by is not None and claim is not None and claim.actor_id == by.actor_id
        if not same or words[0].turn != turn[-1].turn or "\n" in article.body[turn[-1].end : words[0].start]:
            yield from _cut(article, by, turn)
            turn, by = [], claim
        turn += words if claim else []
    yield from _cut(article, by, turn)


def _cut(article: ArticleRow, claim: ClaimRow | None, words: Sequence[MarkedWord]) -> Iterator[_Speech]:
    """As many sentences as are not too long together."""
    if claim is None:
        return
    sentences: list[list[MarkedWord]] = []
    for sentence in _split(words):
        if sentences and sum(map(len, sentences)) + len(sentence) > LONGEST:
            yield from _speak(article, claim, sentences)
            sentences = []
        sentences.append(sentence)
    yield from _speak(article, claim, sentences)


def _speak(article: ArticleRow, claim: ClaimRow, sentences: Sequence[Sequence[MarkedWord]]) -> Iterator[_Speech]:
    if sum(map(len, sentences)) >= RUN:
        yield _Speech(article.outlet, claim, sentences)


def _split(words: Sequence[MarkedWord]) -> list[list[MarkedWord]]:
    """The sentences of a speech, and what stands in marks inside one of the outlet's sentences."""
    split: list[list[MarkedWord]] = []
    for n, word in enumerate(words):
        if n == 0 or word.opens:
            split.append([])
        split[-1].append(word)
    return split
