"""The words that an outlet prints in quotation marks, and what of somebody's sentence is among them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import groupby, pairwise

from onrecord.language.quotations import find_quotations
from onrecord.language.surnames import without_accents
from onrecord.language.words import count_words, find_words
from onrecord.tables.compared import Extent
from onrecord.tables.extracted import ArticleRow

RUN = 4  # words in a row that are the same speech
SAID, TOLD = 1, 2  # of these, those that say something: of words in quotation marks, and of words without
BETWEEN = 25  # words between two quotations of which one goes on with the other
AROUND = 12  # words beside a run in which an outlet's differing words are looked for
LONG = 7  # letters of a word alone
ALIKE = 0.85  # of a sentence's words, which an outlet prints with small differences

Forms = tuple[str, ...]
Begins = Set[tuple[str, int]]  # where sentences of articles begin


@dataclass(frozen=True, slots=True)
class MarkedWord:
    """A word of a body: in which part of a quotation it stands, null where in none, in which turn of quotations that go
    on with each other, and whether it begins a sentence."""

    form: str
    article_id: str
    start: int
    end: int
    part: int | None
    turn: int
    is_content: bool
    opens: bool


@dataclass(frozen=True)
class Printed:
    """What an outlet prints of a sentence or a speech, stretch by stretch."""

    extent: Extent
    stretches: tuple[tuple[MarkedWord, ...], ...] = ()

    @property
    def words(self) -> list[MarkedWord]:
        return [word for stretch in self.stretches for word in stretch]


class MarkedText:
    """An outlet's words: those in quotation marks one after the other, and all, with where runs of them begin."""

    def __init__(self, articles: Sequence[ArticleRow], begins: Begins):
        self.words = [word for row in articles for word in _read_words(row, begins)]
        self.quoted = [word for word in self.words if word.part is not None]
        self.parts = [[*part] for _, part in groupby(self.quoted, key=lambda word: (word.article_id, word.part))]
        self._starts: dict[Forms, list[int]] = defaultdict(list)
        for at, run in enumerate(find_grams([word.form for word in self.quoted])):
            self._starts[run].append(at)
        self._told = {run for _, run in find_runs(self.words, TOLD)}

    def find(self, sentence: Sequence[MarkedWord]) -> Printed:
        """The words of a sentence that the outlet prints in marks, wherever the longest run of them stands."""
        forms = [word.form for word in sentence]
        whole = next(self._find_all(forms), None)
        if whole is not None:
            return Printed("whole", (tuple(self.quoted[whole : whole + len(forms)]),))
        found = [self._extend(forms, i, at) for i, run in find_runs(sentence) for at in self._starts.get(run, ())]
        if not found:
            return self._find_fragments(sentence)
        _, i, at = max(found)
        window = self.quoted[max(0, at - i - AROUND) : at + len(forms) - i + AROUND]
        blocks = SequenceMatcher(None, forms, [w.form for w in window], autojunk=False).get_matching_blocks()
        if _is_alike(len(forms), blocks):
            first = max(0, blocks[0].b - blocks[0].a)
            return Printed("alike", (tuple(window[first : first + len(forms)]),))
        found_at = (tuple(window[b.b : b.b + b.size]) for b in blocks)
        return Printed("part", tuple(words for words in found_at if len(words) >= RUN - 1 or self._is_part(words)))

    def _is_part(self, words: tuple[MarkedWord, ...]) -> bool:
        """Whether words in a row are all that stands between two marks (“could not”)."""
        return len(words) > 1 and [*words] in self.parts

    def _find_fragments(self, sentence: Sequence[MarkedWord]) -> Printed:
        """What the outlet has in marks that is nothing but words of a sentence: “an old pier”."""
        told = f" {' '.join(word.form for word in sentence)} "
        said = [part for part in self.parts if any(word.is_content and _is_telling(part, word) for word in part)]
        found = [part for part in said if f" {' '.join(word.form for word in part)} " in told]
        if found:
            return Printed("part", tuple(tuple(part) for part in found))
        return Printed("unmarked" if any(run in self._told for _, run in find_runs(sentence, TOLD)) else "none")

    def behind(self, printed: Printed) -> list[MarkedWord]:
        """The words of the last turn of which some are printed that stand behind them."""
        if not printed.stretches:
            return []
        last = max(printed.words, key=lambda word: (word.article_id, word.start))
        turn = (word for word in self.quoted if (word.article_id, word.turn) == (last.article_id, last.turn))
        return [word for word in turn if word.start > last.start]

    def _find_all(self, forms: Sequence[str]) -> Iterator[int]:
        """Where a sentence stands in marks, one of few words as a sentence too."""
        if len(forms) < RUN:
            yield from (at for at in range(len(self.quoted)) if self._is_sentence(at, forms))
            return
        for at in self._starts.get(tuple(forms[:RUN]), ()):
            if self._extend(forms, 0, at)[0] == len(forms):
                yield at

    def _is_sentence(self, at: int, forms: Sequence[str]) -> bool:
        words = self.quoted[at : at + len(forms)]
        begins = at == 0 or self._ends_at(at - 1)
        return [word.form for word in words] == [*forms] and begins and self._ends_at(at + len(forms) - 1)

    def _ends_at(self, at: int) -> bool:
        """Whether a quotation's part or a sentence ends with a word in marks."""
        after = self.quoted[at + 1] if at + 1 < len(self.quoted) else None
        return after is None or after.part != self.quoted[at].part or after.opens

    def _extend(self, forms: Sequence[str], i: int, at: int) -> tuple[int, int, int]:
        """How many words in a row are the same around a run that both have, and where they begin."""
        quoted, n = self.quoted, RUN
        while i and at and quoted[at - 1].form == forms[i - 1]:
            i, at, n = i - 1, at - 1, n + 1
        while i + n < len(forms) and at + n < len(quoted) and quoted[at + n].form == forms[i + n]:
            n += 1
        return n, i, at


def _is_telling(part: Sequence[MarkedWord], word: MarkedWord) -> bool:
    """Whether a part of a quotation is known again: of one word a long one (“shameful”)."""
    return len(part) > 1 or len(word.form) >= LONG


def _is_alike(length: int, blocks: Sequence[Match]) -> bool:
    """Whether nearly all words are the same: nowhere do two in a row differ."""
    ends = [0, *(block.a + block.size for block in blocks)]
    gaps = [begin - end for end, begin in zip(ends, [*(block.a for block in blocks), length], strict=True)]
    inserted = [other.b - one.b - one.size for one, other in pairwise(blocks[:-1])]
    return max([*gaps, *inserted]) < 2 and sum(gaps) <= (1 - ALIKE) * length


def _read_words(article: ArticleRow, begins: Begins) -> list[MarkedWord]:
    """The words of an article in order, with the quotations' parts and turns numbered."""
    body = article.body
    outer = [quotation for quotation in find_quotations(body) if quotation.depth == 0]
    parts = [(part, n) for n, quotation in enumerate(outer) for part in quotation.parts]
    starts = {at for name, at in begins if name == article.article_id}
    out: list[MarkedWord] = []
    at = last = quoted = turn = 0  # where the word before ends, and the one before in marks
    for word in find_words(body):
        while at < len(parts) and parts[at][0].end <= word.start:
            at += 1
        part = at if at < len(parts) and parts[at][0].start <= word.start else None
        opens = not starts.isdisjoint(range(last, word.start + 1))
        if part is not None:
            if last <= parts[at][0].start:  # the first of its part
                gap = range(quoted, word.start + 1)
                same = at > 0 and parts[at - 1][1] == parts[at][1]
                turn += not same and not _goes_on(body, gap, starts)
                opens = opens or body[quoted : quoted + 1] != ","  # “I think,” she said, “that …”
            quoted = word.end
        place = word.start, word.end
        out.append(
            MarkedWord(without_accents(word.form), article.article_id, *place, part, turn, word.is_content, opens)
        )
        last = word.end
    return out


def _goes_on(body: str, gap: range, starts: Set[int]) -> bool:
    """Whether a quotation goes on with the one before: who says it stands between and nothing else, or two that are no
    sentences stand in one (“old” and “rotten”)."""
    between = body[gap.start : gap.stop - 1].rstrip("“\"‘'«")
    begun = max((at for at in gap if at in starts), default=None)
    if "\n" in between or count_words(between) > BETWEEN:
        return False
    if begun is not None:
        return not find_words(body[begun : gap.stop - 1])
    return between[:1] != "," or between.rstrip().endswith(",")  # no “It fell,” said Roe, who called it “rotten”


def find_runs(words: Sequence[MarkedWord], least: int = SAID) -> Iterator[tuple[int, Forms]]:
    """Every few words in a row of which so many say something, with where they begin."""
    for i, run in enumerate(find_grams([word.form for word in words])):
        if sum(word.is_content for word in words[i : i + RUN]) >= least:
            yield i, run


def find_grams(forms: Sequence[str]) -> Iterator[Forms]:
    """Every few words in a row."""
    yield from (tuple(forms[i : i + RUN]) for i in range(len(forms) - RUN + 1))
