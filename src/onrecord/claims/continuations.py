"""Quotations without a cue of their own: the rest of the claim before them, a continued speaker's, or nobody's."""

from bisect import bisect_left
from collections.abc import Iterable

from onrecord.claims.attributions import STATED, Draft
from onrecord.claims.contents import Marks
from onrecord.claims.links import Quoted
from onrecord.language.spans import Tokens
from onrecord.language.trees import Tree

LEAST_WORDS = 6  # of a quotation that nothing introduces: shorter ones are captions, signs and slogans


class _Cover:
    """Which tokens some spans cover."""

    def __init__(self, spans: Iterable[Tokens]):
        self.starts: list[int] = []
        self.ends: list[int] = []
        for a, b in sorted(spans):
            if self.ends and a <= self.ends[-1]:
                self.ends[-1] = max(b, self.ends[-1])
            else:
                self.starts.append(a)
                self.ends.append(b)

    def meets(self, span: Tokens) -> bool:
        at = bisect_left(self.starts, span[1]) - 1
        return at >= 0 and self.ends[at] > span[0]


def attach_followers(tree: Tree, marks: Marks, quoted: list[Quoted], drafts: list[Draft]) -> list[Draft]:
    """Give utterances without a cue to the drafts that they continue; return new drafts for the others."""
    holder = {id(q): d for d in drafts for q in d.quotes}
    covered = [(d, d.cue) for d in drafts if not d.quotes and d.cue is not None and marks.inside[d.cue] < 0]
    taken = _Cover(span for d, _ in covered for span in d.spans)
    stated = sorted(cue for d, cue in covered if d.shape in STATED)
    new: list[Draft] = []
    last: tuple[Quoted, Draft] | None = None
    for q in quoted:
        if q.quotation.depth or not q.utterance:
            continue
        if id(q) in holder:
            last = q, holder[id(q)]
            continue
        if taken.meets(q.span):
            last = None
            continue
        speaker = _continuing(tree, q, last, stated)
        long = sum(tree.pos[k] != "PUNCT" for part in q.parts for k in range(*part)) >= LEAST_WORDS
        goes_on = long and speaker is not None and last is not None and speaker == last[1].cue
        if last and (goes_on or _follows(tree, last[0], q, last[1])):
            last[1].quotes.append(q)
            last = q, last[1]
        elif long:
            draft = Draft(None, "", [], quotes=[q], rule="quotation without cue")
            if speaker is not None:
                draft.leader, draft.rule = speaker, "quotation of a continuing speaker"
            new.append(draft)
            last = q, draft
    return new


def _continuing(tree: Tree, q: Quoted, last: tuple[Quoted, Draft] | None, stated: list[int]) -> int | None:
    """The cue whose speaker goes on in a quotation without one: in this paragraph, or at the end of the last."""
    here = tree.paragraph[q.span[0]]
    cues = []
    if last is not None and (cue := last[1].cue if last[1].cue is not None else last[1].leader) is not None:
        cues.append(cue)
        gap = [k for k in range(last[0].span[1], q.span[0]) if tree.tag[k] == "."]
        starts = q.span[0] == 0 or not tree.dep[q.span[0] - 1]
        if tree.paragraph[last[0].span[1] - 1] != here and starts and len(gap) < 2:
            return cue if _is_next_paragraph(tree, max(cue, last[0].span[1] - 1), q.span[0]) else None
    before = bisect_left(stated, q.span[0])
    cues += stated[max(0, before - 1) : before]
    cues = [c for c in cues if tree.paragraph[c] == here and c < q.span[0]]
    return max(cues) if cues else None


def _is_next_paragraph(tree: Tree, i: int, j: int) -> bool:
    """Is ``j`` in the paragraph after that of ``i``?"""
    return sum(not tree.dep[k] for k in range(i, j)) == 1


def _follows(tree: Tree, last: Quoted, q: Quoted, draft: Draft) -> bool:
    """Is between the two only the reporting clause (or nothing), or does ``q`` fill the next paragraph?"""
    between = range(last.span[1], q.span[0])
    if len(between) > 40:
        return False
    words = [k for k in between if tree.pos[k] not in ("PUNCT", "SPACE", "CCONJ") and tree.dep[k]]
    if not words:
        return True
    if tree.paragraph[between[0]] != tree.paragraph[q.span[0]] or draft.cue not in between:
        return False
    return sum(tree.tag[k] == "." for k in between) <= 1
