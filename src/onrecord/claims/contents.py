"""The content of a claim: stretches of the parse and quotations made to agree, marks outside, white space trimmed."""

from dataclasses import dataclass

from onrecord.claims.frames import joined_to
from onrecord.claims.links import Quoted
from onrecord.language.spans import Chars, Tokens
from onrecord.language.trees import Tree

EDGE = frozenset(("PUNCT", "SPACE"))
OPENERS = "“„«‘\"'`("
CLOSERS = "”»’\"')"


@dataclass(frozen=True, slots=True)
class Content:
    """Character spans of the parts, the token spans that they come from, and the number of characters."""

    parts: list[Chars]
    spans: list[Tokens]
    size: int


class Marks:
    """Which tokens stand in which quotation."""

    def __init__(self, tree: Tree, quoted: list[Quoted]):
        self.tree = tree
        self.outer = [q for q in quoted if q.quotation.depth == 0]
        self.inner = [q for q in quoted if q.quotation.depth > 0]
        self.inside = [-1] * tree.n  # index into outer, of utterances only
        self.any = [-1] * tree.n
        for n, q in enumerate(self.outer):
            for a, b in q.parts:
                for i in range(a, b):
                    self.any[i] = n
                    if q.utterance:
                        self.inside[i] = n

    def kind(self, content: Content, outer: Content | None) -> str:
        """direct: every word in quotation marks; mixed: some; indirect: none.

        Marks around an enclosing claim's words do not count.
        """
        words = [i for a, b in content.spans for i in range(a, b) if self.tree.pos[i] not in EDGE]
        if not words:
            return "indirect"
        around = {self.any[i] for i in words}
        if outer is not None and len(around) == 1 and around != {-1}:
            q = self.outer[around.pop()]
            if q.quotation.start <= content.parts[0][0] and any(a <= content.parts[0][0] <= b for a, b in outer.parts):
                whole = outer.parts[0][0] < content.parts[0][0] or outer.parts[-1][1] > content.parts[-1][1]
                enclosed = any(a <= x and y <= b for a, b in q.quotation.parts for x, y in outer.parts)
                if whole and enclosed:
                    return self._inner_kind(words)
        hits = sum(self.any[i] >= 0 for i in words)
        return "direct" if hits == len(words) else "mixed" if hits else "indirect"

    def _inner_kind(self, words: list[int]) -> str:
        hits = sum(any(a <= i < b for q in self.inner for a, b in q.parts) for i in words)
        return "direct" if hits == len(words) else "mixed" if hits else "indirect"


def settle(tree: Tree, marks: Marks, spans: list[Tokens], quotes: list[Quoted], cue: int | None) -> Content | None:
    """The content of a draft: its spans, widened to the quotations that they cut, and its quotations, in order."""
    stretches: list[tuple[Tokens, Chars]] = []
    border = tree.n if cue is None else _border(tree, marks, spans, cue)
    for span in (Tokens(a, min(b, border)) for a, b in spans if a < border):
        span = _widen(marks, span, cue)
        span = trim(tree, span)
        if span[0] < span[1]:
            stretches.append((span, _characters(tree, marks, span)))
    for q in quotes:
        if not any(a <= q.parts[0][0] and q.parts[-1][1] <= b for (a, b), _ in stretches):
            stretches += zip(q.parts, q.quotation.parts, strict=False)
    stretches = _disjoint(sorted(stretches))
    if not stretches:
        return None
    parts = [chars for _, chars in stretches]
    return Content(parts, [s for s, _ in stretches], sum(b - a for a, b in parts))


def _disjoint(stretches: list[tuple[Tokens, Chars]]) -> list[tuple[Tokens, Chars]]:
    out: list[tuple[Tokens, Chars]] = []
    for span, chars in stretches:
        if out and chars[0] < out[-1][1][1]:
            continue
        out.append((span, chars))
    return out


def _border(tree: Tree, marks: Marks, spans: list[Tokens], cue: int) -> int:
    """Where what follows a cue ends at the latest: before a verb that is joined to the cue itself ("acknowledged that
    …, *but insisted*"), and at a semicolon behind which another sentence begins."""
    for a, b in spans:
        for k in range(max(a, cue + 1), b):
            if marks.any[k] >= 0:
                continue
            if tree.word(k) == ";" and _begins_sentence(tree, k + 1, b):
                return k
            if k > a and joined_to(tree, k) == cue:
                first = tree.left(k)
                while first > a and (tree.pos[first - 1] == "CCONJ" or tree.word(first - 1) == ","):
                    first -= 1
                return first
    return tree.n


def _begins_sentence(tree: Tree, start: int, stop: int) -> bool:
    """Whether a subject and its verb stand there before the next comma, and no "that" before them."""
    for k in range(start, stop):
        if tree.tag[k] in ("TO", "WDT", "WP") or tree.word(k) in ("that", ","):
            return False
        if tree.dep[k] in ("nsubj", "nsubjpass"):
            return tree.head[k] > k
    return False


def _widen(marks: Marks, span: Tokens, cue: int | None) -> Tokens:
    """A span that cuts a quotation takes in all of it, unless the cue is in there too."""
    a, b = span
    first, last = marks.any[a], marks.any[b - 1]
    for n in {first, last} - {-1}:
        q = marks.outer[n]
        if cue is not None and q.span[0] <= cue < q.span[1]:
            continue
        if q.span[0] < a < q.span[1] and n == first and a - q.parts[0][0] > 2 and last == n:
            continue  # a span inside one quotation stays inside
        if n == last and a < q.span[0]:
            b = max(b, q.span[1])
        elif n == first and b > q.span[1]:
            a = min(a, q.span[0])
    return Tokens(a, b)


def trim(tree: Tree, span: Tokens) -> Tokens:
    """Without punctuation at the edges, without a leading "that" and an "and" that leads on."""
    a, b = span
    while a < b and (tree.pos[a] == "SPACE" or (tree.pos[a] == "PUNCT" and tree.word(a)[0] not in OPENERS)):
        a += 1
    if a + 1 < b and tree.word(a) == "that" and tree.dep[a] == "mark":
        a += 1
    while a < b and (tree.pos[a] == "SPACE" or (tree.pos[a] == "PUNCT" and tree.word(a)[0] not in OPENERS)):
        a += 1
    while a < b and (
        tree.pos[b - 1] in ("SPACE", "CCONJ") or (tree.pos[b - 1] == "PUNCT" and tree.word(b - 1)[-1] not in CLOSERS)
    ):
        b -= 1
    return Tokens(a, b)


def _characters(tree: Tree, marks: Marks, span: Tokens) -> Chars:
    """Characters of a span; when one quotation is all of it, its words without the marks."""
    a, b = span
    n = max(marks.any[a], marks.any[min(a + 1, b - 1)])
    if n >= 0:
        q = marks.outer[n]
        if q.span[0] <= a and b <= q.span[1]:
            start, end = tree.chars(span)
            low, high = q.quotation.parts[0][0], q.quotation.parts[-1][1]
            if max(start, low) < min(end, high):
                return Chars(max(start, low), min(end, high))
    return tree.chars(span)
