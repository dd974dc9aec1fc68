"""Sentences of several outlets that are near each other, whoever speaks in them: ``parallels``, a row an outlet.

Two sentences are near where the content words in common weigh six tenths of the mean of both (Dice's coefficient of
1945, over words weighed by rarity), and more than names are in common. Of each two outlets a sentence has one nearest;
what is nearest both ways belongs together, and a further outlet's sentence that is fairly near joins them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

import pandas as pd

from onrecord import tables
from onrecord.comparison.alignment import weigh_stems
from onrecord.language.words import Word, find_words
from onrecord.tables.compared import ParallelRow
from onrecord.tables.extracted import ArticleRow, SentenceRow

LEAST = 0.6  # Dice's coefficient from which two sentences are near
FAIRLY = 0.45  # from which a further outlet's sentence joins two that are near
FEWEST = 8  # words of a sentence
SHARED = 5  # content words in common, of which
PLAIN = 3  # are no names
RARE = 12  # sentences that have a word by which two are found at all


@dataclass(frozen=True)
class _Sentence:
    row: SentenceRow
    outlet: str
    words: tuple[Word, ...]
    weights: Mapping[str, float]  # of its content words, by stem
    plain: frozenset[str]  # stems of content words that stand without a capital

    @property
    def weight(self) -> float:
        return fsum(self.weights.values())


def compare_parallels(articles: Sequence[ArticleRow], sentences: Sequence[SentenceRow]) -> pd.DataFrame:
    """``parallels``: sentences that belong together, one of an outlet, in the story's order."""
    read = _read(articles, sentences)
    nearest = _nearest(read)
    groups = [_with_others(read, group, nearest) for group in _join(read, nearest)]
    rows = [row for group in groups for row in _rows(read, group, nearest)]
    return tables.make_table("parallels", rows)


def _read(articles: Sequence[ArticleRow], sentences: Sequence[SentenceRow]) -> list[_Sentence]:
    bodies = {row.article_id: row for row in articles}
    texts = [bodies[row.article_id].body[row.start : row.end] for row in sentences]
    weights = weigh_stems(texts)
    read = []
    for row, text in zip(sentences, texts, strict=True):
        words = find_words(text)
        content = [word for word in words if word.is_content]
        plain = frozenset(word.stem for word in content if text[word.start].islower() or text[word.start].isdigit())
        own = {word.stem: weights[word.stem] for word in content}
        read.append(_Sentence(row, bodies[row.article_id].outlet, words, own, plain))
    return read


def _nearest(read: Sequence[_Sentence]) -> dict[tuple[int, int], float]:
    """Pairs of sentences of two outlets that are each the other's nearest there, with the coefficient."""
    best: dict[tuple[int, str], tuple[float, int]] = {}
    for i, j in _candidates(read):
        dice = _dice(read[i], read[j])
        if dice >= LEAST:
            for one, other in ((i, j), (j, i)):
                key = one, read[other].outlet
                best[key] = max(best.get(key, (0.0, -1)), (dice, -other))
    found = {}
    for (i, outlet), (dice, place) in best.items():
        j = -place
        if best.get((j, read[i].outlet)) == (dice, -i) and i < j and outlet == read[j].outlet:
            found[i, j] = dice
    return found


def _candidates(read: Sequence[_Sentence]) -> Iterator[tuple[int, int]]:
    """Pairs of long sentences of two outlets that share a rare word."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, sentence in enumerate(read):
        if len(sentence.words) >= FEWEST:
            for stem in sentence.weights:
                holders[stem].append(i)
    seen = Counter(
        (i, j)
        for found in holders.values()
        if len(found) <= RARE
        for n, i in enumerate(found)
        for j in found[n + 1 :]
        if read[i].outlet != read[j].outlet
    )
    yield from sorted(seen)


def _dice(a: _Sentence, b: _Sentence) -> float:
    """Dice's coefficient of the weights; 0 where little but names is in common."""
    common = a.weights.keys() & b.weights.keys()
    if len(common) < SHARED or len(common & a.plain & b.plain) < PLAIN:
        return 0.0
    return round(2 * fsum(a.weights[stem] for stem in sorted(common)) / (a.weight + b.weight), 3)


def _join(read: Sequence[_Sentence], pairs: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Groups of sentences that pairs join, the nearest first; one sentence of an outlet in a group."""
    group_of: dict[int, list[int]] = {}
    for i, j in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        one, other = group_of.get(i, [i]), group_of.get(j, [j])
        outlets = [read[k].outlet for k in (*one, *other)]
        if one is not other and len(set(outlets)) == len(outlets):
            joined = sorted((*one, *other))
            group_of |= dict.fromkeys(joined, joined)
    unique = {tuple(group) for group in group_of.values()}
    return [list(group) for group in sorted(unique)]


def _with_others(read: Sequence[_Sentence], group: list[int], dice: dict[tuple[int, int], float]) -> list[int]:
    """The group with the nearest sentence of each outlet that has none in it but one that is fairly near."""
    have = {read[i].outlet for i in group}
    best: dict[str, tuple[float, int, int]] = {}
    for k, sentence in enumerate(read):
        if sentence.outlet not in have and len(sentence.words) >= FEWEST:
            near, i = max((_dice(read[i], sentence), i) for i in group)
            if near >= FAIRLY and near > best.get(sentence.outlet, (0.0, 0, 0))[0]:
                best[sentence.outlet] = near, i, k
    for near, i, k in best.values():
        dice[min(i, k), max(i, k)] = near
    return sorted([*group, *(k for _, _, k in best.values())])


def _rows(read: Sequence[_Sentence], group: list[int], dice: Mapping[tuple[int, int], float]) -> Iterator[ParallelRow]:
    joining = [dice[i, j] for n, i in enumerate(group) for j in group[n + 1 :] if (i, j) in dice]
    first = read[group[0]]
    forms = [tuple(word.form for word in read[i].words) for i in group]
    place = first.row.article_id, first.row.start, first.row.end
    for i, own in zip(group, forms, strict=True):
        yield ParallelRow(
            parallel_id=tables.row_id("parallels", *place, " ".join(forms[0])),
            outlet=read[i].outlet,
            article_id=read[i].row.article_id,
            start=read[i].row.start,
            end=read[i].row.end,
            same_words=own == forms[0],
            overlap=min(joining),
        )
