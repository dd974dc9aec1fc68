"""What the tagger thinks of an article's words: how likely each is source, cue or content, and what points at what.

Two uses. :attr:`Tags.attributions` reads attributions off the tags alone. :meth:`Tags.role`, :meth:`Tags.to_cue` and
:meth:`Tags.to_source` weigh spans that something else proposes (marks, the parse), whatever the tagger itself proposes.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from onrecord.language.spans import Chars

Segment = tuple[int, int]  # pieces of a window, half-open

ROLES = ("source", "cue", "content")
OUTSIDE = 0  # tag 1 + 2r begins role r, tag 2 + 2r is inside it
LIKELY = 0.3  # a word beside a cue that a pointer found is part of it from this probability on
FLOOR = 1e-6  # below any probability that matters; keeps logarithms finite
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution as the tagger sees it; offsets are code points into the text, half-open.

    ``content`` holds one stretch a part, in reading order, with the quotation marks it stands in. ``cue`` is null for
    words whose cue lies outside the window (a quotation running on from far above); ``source`` is null when the tagger
    names nobody. Scores are the network's probabilities, not calibrated: ``cue_score`` and ``content_score`` are means
    of the tags' over the spans, ``link_score`` how surely the content points at this cue, ``source_score`` how surely
    the cue points at this source (at none, when ``source`` is null).
    """

    source: Chars | None
    cue: Chars | None
    content: tuple[Chars, ...]
    cue_score: float
    content_score: float
    link_score: float
    source_score: float


@dataclass(frozen=True, slots=True)
class Window:
    """What the network read at once, as probabilities.

    ``spans`` (pieces, 2): each piece's place in the text, (0, 0) for marks; ``goes_on``: whether it continues the word
    of the piece before; ``tags`` (pieces, 7); ``to_cue`` and ``to_source`` (pieces, pieces): how surely the row's piece
    points at the column's; column 0 stands for none.
    """

    spans: np.ndarray
    goes_on: np.ndarray
    tags: np.ndarray
    to_cue: np.ndarray
    to_source: np.ndarray

    @classmethod
    def of(cls, places: np.ndarray, tags: np.ndarray, to_cue: np.ndarray, to_source: np.ndarray) -> "Window":
        """From the network's raw scores. ``places`` (pieces, 3): start, end, whether the piece goes on with a word."""
        return cls(places[:, :2], places[:, 2] > 0, *(_softmax(scores) for scores in (tags, to_cue, to_source)))

    def roles(self) -> np.ndarray:
        """(pieces, 3): how likely each is source, cue, content."""
        return self.tags[:, 1::2] + self.tags[:, 2::2]


class Tags:
    """The windows of one article, in reading order."""

    def __init__(self, windows: list[Window]):
        self.windows = windows
        words = [np.flatnonzero(w.spans[:, 1] > w.spans[:, 0]) for w in windows]
        spans = _join([w.spans[rows] for w, rows in zip(windows, words, strict=True)], 2)
        self._starts, self._ends = spans.T.tolist()  # of all pieces but marks, in reading order
        self._window = np.repeat(np.arange(len(windows)), [len(rows) for rows in words])
        self._row = np.concatenate([np.zeros(0, dtype=np.int64), *words])
        roles = _join([w.roles()[rows] for w, rows in zip(windows, words, strict=True)], len(ROLES))
        self._sums = np.concatenate([np.zeros((1, len(ROLES))), roles.cumsum(0, dtype=np.float64)])

    def _find(self, span: Chars) -> tuple[int, int]:
        """The pieces that share a character with the span: their first number, and one past the last."""
        start = bisect_right(self._ends, span[0])
        return start, max(start, bisect_left(self._starts, span[1]))

    def role(self, spans: Iterable[Chars], role: str) -> float:
        """How likely the words of the spans have the role: a mean over word pieces; 0 for words it never read."""
        weight, count = 0.0, 0
        for start, end in map(self._find, spans):
            weight += self._sums[end, ROLES.index(role)] - self._sums[start, ROLES.index(role)]
            count += end - start
        return float(weight) / count if count else 0.0

    def to_cue(self, content: Iterable[Chars], cue: Chars) -> float:
        """How surely the content points at this cue; words in another window than the cue point elsewhere."""
        at, columns = self._place(cue)
        weight, count = 0.0, 0
        for start, end in map(self._find, content):
            rows = self._row[start:end][self._window[start:end] == at]
            count += end - start
            if len(rows) and len(columns):
                weight += float(self.windows[at].to_cue[rows][:, columns].sum())
        return weight / count if count else 0.0

    def to_source(self, cue: Chars, source: Chars | None) -> float:
        """How surely the cue points at this source, or (null) at none."""
        at, rows = self._place(cue)
        if not len(rows):
            return 0.0
        pointer = self.windows[at].to_source[rows].mean(0)
        if source is None:
            return float(pointer[0])
        there, columns = self._place(source)
        return float(pointer[columns].sum()) if there == at else 0.0

    def _place(self, span: Chars) -> tuple[int, np.ndarray]:
        """The window in which a span begins (-1: none), and the span's rows there."""
        start, end = self._find(span)
        if start == end:
            return -1, self._row[:0]
        at = int(self._window[start])
        return at, self._row[start:end][self._window[start:end] == at]

    @cached_property
    def attributions(self) -> tuple[Tagged, ...]:
        """One a cue, in reading order, and one for each stretch of content that points at no cue."""
        found = [tagged for window in self.windows for tagged in _read(window)]
        return tuple(sorted(found, key=lambda tagged: (tagged.cue or tagged.content[0], tagged.content)))


def _join(parts: list[np.ndarray], width: int) -> np.ndarray:
    return np.concatenate([np.zeros((0, width), dtype=parts[0].dtype if parts else np.int64), *parts])


def _read(window: Window) -> list[Tagged]:
    roles = window.roles()
    words = window.spans[:, 1] > window.spans[:, 0]
    segments = _segments(_best_path(window.tags, words, window.goes_on))
    cues, parts_of, loose = _link_contents(segments, window, roles, words)

    def span(segment: Segment) -> Chars:
        return int(window.spans[segment[0], 0]), int(window.spans[segment[1] - 1, 1])

    def mean(parts: list[Segment], role: str) -> float:
        return float(np.concatenate([roles[a:b, ROLES.index(role)] for a, b in parts]).mean())

    found = []
    for k, parts in parts_of.items():
        source, source_score = _link_source(segments["source"], cues[k], window, roles, words)
        link = float(np.concatenate([window.to_cue[a:b, slice(*cues[k])].sum(1) for a, b in parts]).mean())
        scores = mean([cues[k]], "cue"), mean(parts, "content"), link, source_score
        found.append(Tagged(source and span(source), span(cues[k]), tuple(map(span, parts)), *scores))
    for part in loose:
        weight = float(window.to_cue[slice(*part), 0].mean())
        found.append(Tagged(None, None, (span(part),), 0.0, mean([part], "content"), weight, 0.0))
    return found


def _link_contents(segments, window, roles, words):
    """Each content to the cue its words point at: a tagged one, or the words they point at more than at any tagged.

    Returns the cues, the contents of each cue's number, and the contents that point at none.
    """
    cues, parts_of, loose = list(segments["cue"]), {}, []
    for start, end in segments["content"]:
        pointer = window.to_cue[start:end].mean(0)
        best, weight = _heaviest(pointer, cues)
        free = _without(pointer, [*cues, (start, end)], words)
        at = int(free.argmax())
        if free[at] > max(weight, pointer[0]):
            cues.append(_grow(at, roles[:, ROLES.index("cue")] > LIKELY, window))
            best, weight = len(cues) - 1, float(free[at])
        if best is None or pointer[0] > weight:
            loose.append((start, end))
        else:
            parts_of.setdefault(best, []).append((start, end))
    return cues, parts_of, loose


def _link_source(sources, cue, window, roles, words):
    """The source that a cue points at: a tagged one, or other words where more of the weight is; null: none."""
    pointer = window.to_source[slice(*cue)].mean(0)
    best, weight = _heaviest(pointer, sources)
    free = _without(pointer, sources, words)
    at = int(free.argmax())
    if pointer[0] >= max(weight, free[at]):
        return None, float(pointer[0])
    if free[at] > weight:
        source = _grow(at, roles[:, ROLES.index("source")] > LIKELY, window)
        return source, float(pointer[slice(*source)].sum())
    return sources[best], weight


def _heaviest(pointer: np.ndarray, segments: list[Segment]) -> tuple[int | None, float]:
    weights = [float(pointer[a:b].sum()) for a, b in segments]
    best = max(range(len(weights)), key=weights.__getitem__, default=None)
    return best, 0.0 if best is None else weights[best]


def _without(pointer: np.ndarray, segments: list[Segment], words: np.ndarray) -> np.ndarray:
    rest = np.where(words, pointer, 0.0)
    for a, b in segments:
        rest[a:b] = 0.0
    return rest


def _grow(at: int, likely: np.ndarray, window: Window) -> Segment:
    """The likely words around a piece, and the rest of its own word."""
    words = window.spans[:, 1] > window.spans[:, 0]
    start, end = at, at + 1
    while window.goes_on[start] or (likely[start - 1] and words[start - 1]):
        start -= 1
    while end < len(words) and (window.goes_on[end] or (likely[end] and words[end])):
        end += 1
    return start, end


def _softmax(scores: np.ndarray) -> np.ndarray:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return raised / raised.sum(-1, keepdims=True)


def _best_path(tags: np.ndarray, words: np.ndarray, goes_on: np.ndarray) -> np.ndarray:
    """The likeliest tags of which no "inside" follows another role, and no word has two; marks are outside."""
    scores = np.log(np.maximum(tags, FLOOR))
    scores[~words, 1:] = NEVER
    steps = _steps(tags.shape[1])
    back = np.zeros(tags.shape, dtype=np.int64)
    total = scores[0]
    for i in range(1, len(tags)):
        step = total[:, None] + steps[int(goes_on[i])]
        back[i] = step.argmax(0)
        total = step.max(0) + scores[i]
    path = np.zeros(len(tags), dtype=np.int64)
    path[-1] = total.argmax()
    for i in range(len(tags) - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def _steps(count: int) -> tuple[np.ndarray, np.ndarray]:
    """What may follow what, as penalties: at the start of a word, and within one."""
    within = np.full((count, count), NEVER)
    within[OUTSIDE, OUTSIDE] = 0.0
    for inside in range(2, count, 2):
        within[[inside - 1, inside], inside] = 0.0
    fresh = within.copy()
    fresh[:, [OUTSIDE, *range(1, count, 2)]] = 0.0
    return fresh, within


def _segments(path: np.ndarray) -> dict[str, list[Segment]]:
    """Runs of one role, broken at each "begin"."""
    found = {role: [] for role in ROLES}
    start, role = 0, None
    for i, value in enumerate([*path.tolist(), OUTSIDE]):
        now = None if value == OUTSIDE else (value - 1) // 2
        if role is not None and (now != role or value % 2):
            found[ROLES[role]].append((start, i))
            role = None
        if now is not None and role is None:
            start, role = i, now
    return found
