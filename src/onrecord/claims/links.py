"""Which cue a quotation belongs to: the words of its own sentence before and after it, weighed by counts.

A parser cuts a quotation of several sentences at its first full stop; where the marks stand does not depend on it. So
each quotation asks the unquoted words beside it, in its paragraph only, and takes the likeliest cue.
"""

from bisect import bisect_right
from dataclasses import dataclass
from math import exp

from onrecord.claims.circumstances import describe_subject
from onrecord.claims.frames import rate_of, weigh
from onrecord.claims.stances import class_of
from onrecord.language.quotations import Quotation
from onrecord.language.spans import Tokens
from onrecord.language.trees import Tree

FULL_STOPS = frozenset((".", "!", "?"))
CUE_POS = frozenset(("VERB", "AUX", "NOUN"))
LEAST_WORDS = 4  # shorter quotations are scare quotes and titles unless they read as an utterance
LEAST_INNER = -1.0  # log-odds for a quotation in a quotation: somebody else's words, so somebody's cue is near
FARTHEST = 40  # tokens: a cue that introduces a quotation is not farther from it


@dataclass(slots=True)
class Quoted:
    """A quotation in the tree: tokens with its marks, tokens of each part, and whether it reads as an utterance."""

    quotation: Quotation
    span: Tokens
    parts: list[Tokens]
    utterance: bool
    cue: int | None = None
    side: str = ""  # "quote>" when the cue comes before the quotation, "<quote" after
    chance: float | None = None


def place_quotations(tree: Tree, quotations: list[Quotation]) -> list[Quoted]:
    """The quotations as token spans, those without a token left out."""
    out = []
    for q in quotations:
        if q.end > len(tree.text) or q.start >= q.end:
            continue
        parts = [Tokens(tree.first_from(a), tree.token_at(b - 1) + 1) for a, b in q.parts]
        parts = [p for p in parts if p[0] < p[1]]
        if parts:
            span = Tokens(tree.token_at(q.start), tree.token_at(q.end - 1) + 1)
            hull = Tokens(min(span[0], parts[0][0]), max(span[1], parts[-1][1]))
            out.append(Quoted(q, hull, parts, _is_utterance(tree, parts)))
    return out


def _is_utterance(tree: Tree, parts: list[Tokens]) -> bool:
    a, b = parts[0][0], parts[-1][1]
    words = [i for i in range(a, min(b, a + 12)) if tree.pos[i] not in ("PUNCT", "SPACE")]
    if b - a < 12 and _is_title(tree, words):
        return False
    if len(words) >= LEAST_WORDS:
        return True
    last = tree.text[tree.end[b - 1] - 1]
    return bool(words) and last in ",.?!" and tree.text[tree.idx[a]].isupper()


def _is_title(tree: Tree, words: list[int]) -> bool:
    """Every long word with a capital, and two of them or more: a name of a work, not an utterance."""
    long = [tree.text[tree.idx[i]] for i in words if tree.end[i] - tree.idx[i] > 3]
    return (
        len(long) > 1
        and all(c.isupper() for c in long)
        and not tree.text[tree.idx[words[0]] : tree.end[words[-1]]].isupper()
    )


def windows(tree: Tree, quoted: list[Quoted], k: int, paragraph: Tokens) -> tuple[Tokens, Tokens]:
    """The unquoted tokens of the same sentence before and after utterance ``k`` (of the utterances of a paragraph)."""
    q = quoted[k]
    low = max(paragraph[0], quoted[k - 1].span[1] if k else paragraph[0], q.span[0] - FARTHEST)
    start = stop_before = q.span[0]
    if start <= paragraph[0] + 1 and (colon := colon_before(tree, paragraph[0])) is not None:
        start = stop_before = colon + 1
        low = max(0, start - FARTHEST)
        while low < start and tree.paragraph[low] != tree.paragraph[colon]:
            low += 1
    while start > low and not (tree.tag[start - 1] == "." and tree.word(start - 1) in FULL_STOPS):
        start -= 1
    high = min(paragraph[1], quoted[k + 1].span[0] if k + 1 < len(quoted) else paragraph[1], q.span[1] + FARTHEST)
    stop = q.span[1]
    while stop < high and not (tree.tag[stop] == "." and tree.word(stop) in FULL_STOPS):
        stop += 1
    return Tokens(start, stop_before), Tokens(q.span[1], stop)


def colon_before(tree: Tree, start: int) -> int | None:
    """The colon or comma that ends the paragraph before the one starting at token ``start``."""
    i = start - 1
    while i >= 0 and start - i < 4 and (not tree.dep[i] or tree.pos[i] == "SPACE"):
        i -= 1
    return i if i >= 0 and start - i < 4 and tree.word(i) in (":", ",") else None


def candidates(tree: Tree, before: Tokens, after: Tokens) -> list[tuple[int, str]]:
    """(token, shape) of the words that could cue a quotation between two windows."""
    out = []
    for (a, b), shape in ((before, "quote>"), (after, "<quote")):
        for i in range(a, b):
            usual = (
                tree.pos[i] in CUE_POS
                and tree.word(i)[0].isalpha()
                and tree.dep[i] not in ("aux", "auxpass", "compound", "npadvmod")
            )
            if usual or tree.word(i) == "according":
                out.append((i, shape))
    return out


def describe_link(tree: Tree, q: Quoted, i: int, shape: str, window: Tokens) -> list[str]:
    """The circumstances of token ``i`` as the cue of quotation ``q``."""
    s = shape
    stop = q.span[0]
    while stop > i + 1 and not tree.dep[stop - 1]:
        stop -= 1  # the gap between two paragraphs
    between = range(i + 1, stop) if s == "quote>" else range(q.span[1], i)
    verbs = sum(tree.pos[k] == "VERB" for k in between)
    out = [f"{s}:always", f"{s}:far={_bucket(len(between))}", f"{s}:verbs={min(verbs, 2)}", f"{s}:pos={tree.pos[i]}"]
    out.append(f"{s}:dep={tree.dep[i]}")
    out.append(f"{s}:tag={tree.tag[i]}")
    last = tree.text[tree.end[q.parts[-1][1] - 1] - 1]
    out.append(f"{s}:ends={last if last in ',.?!-–—…' else 'word'}")
    if s == "quote>":
        gap = tree.word(stop - 1) if stop - 1 > i else "cue"
        out.append(f"{s}:gap=" + (gap if gap in (",", ":", "that", "cue", "as", "of") else tree.pos[stop - 1]))
        out.append(f"{s}:starts=" + ("upper" if tree.text[tree.idx[q.parts[0][0]]].isupper() else "lower"))
    else:
        lead = tree.text[tree.idx[window[0]]] if window[0] < tree.n else "."
        out.append(f"{s}:lead=" + ("upper" if lead.isupper() else "lower" if lead.islower() else lead))
    out.append(f"{s}:subject=" + describe_subject(tree, i))
    if tree.pos[i] == "NOUN" and class_of(tree.lemma[i], "object"):
        out.append(f"{s}:statement")
    h = tree.head[i]
    a, b = q.parts[0][0], q.parts[-1][1]
    if any(a <= c < b for c in tree.kids(i)):
        out.append(f"{s}:parse=over")
    elif a <= h < b:
        out.append(f"{s}:parse=under")
    return out


def _bucket(n: int) -> str:
    return str(n) if n < 3 else "3-5" if n < 6 else "6-10" if n < 11 else "11-20" if n < 21 else "21"


def link_quotations(tree: Tree, quoted: list[Quoted]) -> None:
    """Give each utterance the likeliest cue beside it, if any is likely."""
    spoken = [q for q in quoted if q.utterance and q.quotation.depth == 0]
    for paragraph, group in by_paragraph(tree, spoken, [p[0] for p in tree.paragraphs]):
        for k, q in enumerate(group):
            _link(tree, q, *windows(tree, group, k, paragraph))
    outer = [part for q in spoken for part in q.parts]
    starts = [a for a, _ in outer]
    for q in quoted:
        if q.utterance and q.quotation.depth:  # a quotation in a quotation has its cue beside it in there
            at = bisect_right(starts, q.span[0]) - 1
            if at >= 0 and q.span[1] <= outer[at][1]:
                _link(tree, q, *windows(tree, [q], 0, outer[at]))


def _link(tree: Tree, q: Quoted, before: Tokens, after: Tokens) -> None:
    best = least = 0.0 if q.quotation.depth == 0 else LEAST_INNER
    for i, shape in candidates(tree, before, after):
        names = describe_link(tree, q, i, shape, after)
        score = weigh(rate_of(tree.key(i), tree.pos[i], shape), "quote", ["quote:always", *names])
        # of two likely words before a quotation the nearer introduces it: "issued a statement saying"
        if score > best or (score > least and shape == q.side == "quote>"):
            best, q.cue, q.side, q.chance = score, i, shape, 1 / (1 + exp(-min(score, 30.0)))


def by_paragraph(tree: Tree, quoted: list[Quoted], starts: list[int]) -> list[tuple[Tokens, list[Quoted]]]:
    """Quotations grouped by the paragraph in which they open; with the paragraph where they close as its end."""
    out: list[tuple[Tokens, list[Quoted]]] = []
    groups: dict[int, list[Quoted]] = {}
    for q in quoted:
        groups.setdefault(max(0, bisect_right(starts, q.span[0]) - 1), []).append(q)
    for number, group in groups.items():
        end = tree.paragraphs[max(0, bisect_right(starts, group[-1].span[1] - 1) - 1)][1]
        out.append((Tokens(tree.paragraphs[number][0], end), group))
    return out
