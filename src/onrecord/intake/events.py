"""Which articles tell of one event: near in time, with rare names and words in common.

An article is the stems and names of its beginning, weighed by how often it uses them and how rare they are (tf-idf;
Salton and Buckley, Term-weighting approaches in automatic text retrieval, 1988): rare in the articles at hand and in a
count of 840 others, so that three articles are grouped as three of a thousand are. Only articles that share rare ones
are compared. Groups grow by average linkage: one likeness more does not chain two events.
"""

import hashlib
import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.language.words import find_words, read_stem_counts, stem

BEGINNING = 3000  # characters of an article; what comes later is often background that other events share
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4}")  # inside a sentence
DAYS = 3  # between the first and the last article on one event, at most
# Average likeness within an event, fitted on half of 69 events as three outlets told them; lower where days are known.
ALIKE, ALIKE_NEAR = 0.22, 0.14
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
OTHER_DAY = 0.8  # of the likeness of two articles without a day that name two weekdays most
RARE = 0.03  # of the articles: what more of them have brings no two together
FEWEST_RARE = 3  # rare terms in common, from which two articles are compared
MOST_HOLDERS = 200  # articles that share a rare term and are compared for it; those before are too many to be one event


@dataclass(frozen=True)
class Told:
    """An article as far as grouping needs it."""

    article_id: str
    outlet: str
    published: date | None
    text: str  # headline and body


@dataclass(frozen=True)
class Event:
    """Articles on one event, in their order; ``words``: the rare names and words that most of them share."""

    articles: tuple[Told, ...]
    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """A short digest of the articles' ids."""
        told = "\0".join(sorted(one.article_id for one in self.articles))
        return hashlib.sha256(told.encode()).hexdigest()[:8]

    @property
    def outlets(self) -> list[str]:
        return list(dict.fromkeys(one.outlet for one in self.articles))

    @property
    def days(self) -> list[date]:
        return sorted({one.published for one in self.articles if one.published})


def group_events(articles: Sequence[Told]) -> list[Event]:
    """The events that at least two outlets tell of, those with most outlets first, then by day."""
    vectors = _weigh([_count_terms(one.text) for one in articles])
    likeness = _compare(articles, vectors)
    groups = [group for group in _link(len(articles), likeness, articles) if len(group) > 1]
    events = [_make_event([articles[k] for k in group], [vectors[k] for k in group]) for group in groups]
    events = [event for event in events if len(event.outlets) > 1]
    return sorted(events, key=lambda event: (-len(event.outlets), event.days[:1], event.key))


def _count_terms(text: str) -> dict[str, float]:
    beginning = text[:BEGINNING]
    counts = Counter(word.stem for word in find_words(beginning) if word.is_content)
    counts.update(NAME.findall(beginning))
    return {term: 1 + math.log(count) for term, count in counts.items()}


def _weigh(counts: list[dict[str, float]]) -> list[dict[str, float]]:
    """Each article's terms by use and rarity, as a vector of length one."""
    known, holders = read_stem_counts(), Counter(term for one in counts for term in one)
    whole = len(counts) + known[""]
    vectors = []
    for one in counts:
        weights = {t: use * math.log(whole / (holders[t] + _known(t, known))) for t, use in one.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append({term: weight / length for term, weight in weights.items()})
    return vectors


def _known(term: str, known: dict[str, int]) -> int:
    """In how many of the counted articles a stem stands; a name of several words as its rarest."""
    return (
        min(known.get(stem(word.casefold()), 0) for word in term.split(" "))
        if term[:1].isupper()
        else known.get(term, 0)
    )


def _compare(articles: Sequence[Told], vectors: list[dict[str, float]]) -> dict[tuple[int, int], float]:
    """How alike two articles are, for those that share rare terms and are not days apart."""
    holders = Counter(term for vector in vectors for term in vector)
    known = read_stem_counts()
    common = {t for t, n in holders.items() if n + _known(t, known) > max(3.0, RARE * (len(articles) + known[""]))}
    order = sorted(range(len(articles)), key=lambda k: (articles[k].published or date.min, k))
    met: dict[str, list[int]] = defaultdict(list)
    likeness: dict[tuple[int, int], float] = {}
    for k in order:
        rare = [term for term in vectors[k] if term not in common]
        shared = Counter(other for term in rare for other in met[term][-MOST_HOLDERS:])
        for other, terms in shared.items():
            if terms >= FEWEST_RARE and _are_near(articles[k], articles[other]):
                value = _cosine(vectors[k], vectors[other])
                likeness[min(k, other), max(k, other)] = value * _weigh_days(articles[k], articles[other])
        for term in rare:
            met[term].append(k)
    return likeness


def _are_near(a: Told, b: Told) -> bool:
    return not (a.published and b.published) or abs((a.published - b.published).days) <= DAYS


def _weigh_days(a: Told, b: Told) -> float:
    """Less than one for two articles that name different weekdays most often, where a day of theirs is not known."""
    one, other = _weekdays(a.text), _weekdays(b.text)
    unlike = not (a.published and b.published) and one and other and not one & other
    return OTHER_DAY if unlike else 1.0


@lru_cache(maxsize=10_000)
def _weekdays(text: str) -> frozenset[str]:
    """The weekdays that an article's beginning names most often."""
    counts = Counter(WEEKDAY.findall(text, 0, BEGINNING))
    return frozenset(day for day, count in counts.items() if count == max(counts.values()))


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[term] for term, weight in a.items() if term in b)


def _link(size: int, likeness: dict[tuple[int, int], float], articles: Sequence[Told]) -> Iterator[list[int]]:
    """Groups by average linkage: the two most alike on average become one, until no two are alike enough.

    The sum of likenesses between two groups is kept, so that joining costs their neighbours only.
    """
    groups = {k: [k] for k in range(size)}
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), value in likeness.items():
        sums[a][b] = sums[b][a] = value
    days = {k: _span(articles[k].published) for k in range(size)}
    queue: list[tuple[float, int, int]] = []

    def offer(a: int, b: int) -> None:
        average = sums[a][b] / (len(groups[a]) * len(groups[b]))
        both = [day for day in (*days[a], *days[b]) if day]
        if both and (max(both) - min(both)).days > DAYS:
            return
        if average >= (ALIKE_NEAR if all((*days[a], *days[b])) else ALIKE):
            heapq.heappush(queue, (-average, min(a, b), max(a, b)))

    for a, b in likeness:
        offer(a, b)
    made = size
    while queue:
        _, a, b = heapq.heappop(queue)
        if a not in groups or b not in groups:
            continue
        groups[made] = sorted(groups.pop(a) + groups.pop(b))
        days[made] = _join_spans(days[a], days[b])
        for old in (a, b):
            for other, value in sums.pop(old).items():
                if other not in (a, b) and other in groups:
                    sums[made][other] = sums[other][made] = sums[made].get(other, 0.0) + value
                sums[other].pop(old, None)
        for other in list(sums[made]):
            offer(made, other)
        made += 1
    yield from (group for _, group in sorted(groups.items(), key=lambda one: one[1][0]))


def _span(day: date | None) -> tuple[date | None, date | None]:
    return day, day


def _join_spans(
    a: tuple[date | None, date | None], b: tuple[date | None, date | None]
) -> tuple[date | None, date | None]:
    """First and last day of two groups; the last is null where articles of either are undated, so that the stricter
    likeness is asked for."""
    known = [day for day in (*a, *b) if day]
    return (min(known), max(known)) if all((*a, *b)) else (min(known, default=None), None)


def _make_event(articles: list[Told], vectors: list[dict[str, float]]) -> Event:
    shared = Counter(term for vector in vectors for term in vector)
    weights = {
        t: sum(v.get(t, 0.0) for v in vectors) for t, n in shared.items() if 2 * n >= len(vectors) and t[:1].isupper()
    }
    words = sorted(weights, key=lambda term: (-weights[term], term))
    kept = [word for i, word in enumerate(words) if not any(word in other or other in word for other in words[:i])]
    ordered = sorted(articles, key=lambda one: (one.published or date.max, one.article_id))
    return Event(tuple(ordered), tuple(kept[:4]))
