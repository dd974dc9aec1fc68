"""One attribution a cue: what the words, the marks and the counts propose, linked into drafts of claims.

A draft is in tokens: a cue, stretches of the parse, quotations. Whatever interrupts a quotation, and whatever follows
it without a cue of its own, stays one draft.
"""

from dataclasses import dataclass, field, fields
from functools import cache

from onrecord.claims.circumstances import describe_cue
from onrecord.claims.contents import Content, Marks, settle, trim
from onrecord.claims.cues import Proposal, is_comment, propose
from onrecord.claims.estimates import RULE as ESTIMATE
from onrecord.claims.estimates import find_estimates
from onrecord.claims.frames import judge, rate_of
from onrecord.claims.links import Quoted
from onrecord.claims.signatures import POST, find_headings, find_posts, sign
from onrecord.claims.stances import class_of, head_of, is_stance_cue
from onrecord.language.documents import read_documents
from onrecord.language.spans import Tokens
from onrecord.language.trees import Tree

# Probabilities from which a proposal is taken, set by hand on PolNeAR's training half, the corpus of frames.csv.
LEAST = 0.40  # of a statement: where F1 is best
LEAST_OTHER = 0.55  # the same for other shapes, which annotators outside political news take for claims less often
LEAST_STANCE = 0.05  # the same for "denied the charge" and "declined to comment": never anything else
LEAST_NAMELESS = 0.6  # the same for a statement that nobody is named for
LEAST_OTHER_NAMELESS = 0.75
LEAST_INSIDE = 0.55  # the same inside another's quotation, where most "I think" are manner of speaking
ESTIMATED = 0.9  # of a number put on something; set by hand: PolNeAR takes such words for acts
STATED = frozenset(
    ("clause", "wh", "if", "before", "host", "as he says", "according", "is+clause", "quote>", "<quote", "")
)
CONTRASTS = frozenset(("though", "although", "while", "but"))
NEAR = 8  # tokens between a cue and a participle that goes on after its comma
LONGEST = 400  # tokens of a content that is searched for joined-on clauses
SURE = 0.6  # a participle that the parse hangs on a content is taken for the speaker's from here on
HOPELESS = -3.2  # log-odds of a lemma below which its proposals are not looked at


@dataclass(slots=True)
class Draft:
    """A claim in the making, in tokens: what may be its cue, its words and its source."""

    cue: int | None
    shape: str
    spans: list[Tokens]
    chance: float | None = None
    also: tuple[int, ...] = ()
    quotes: list[Quoted] = field(default_factory=list)
    source: Tokens | None = None
    rule: str = ""
    leader: int | None = None  # the cue whose speaker goes on here: "…, arguing that"


@dataclass(slots=True)
class SettledDraft(Draft):
    """A draft whose content agrees with the marks; ``within``: the number of the draft that it stands inside."""

    content: Content = field(kw_only=True)
    within: int | None = field(default=None, kw_only=True)


def settle_draft(tree: Tree, marks: Marks, draft: Draft, quotes: list[Quoted] | None = None) -> SettledDraft | None:
    """The draft with its content, null when nothing is left of it. ``quotes``: only these widen it (null: its own)."""
    own = draft.quotes if quotes is None else quotes
    content = settle(tree, marks, draft.spans, own, draft.cue)
    if content is None or not content.parts:
        return None
    return SettledDraft(**{f.name: getattr(draft, f.name) for f in fields(Draft)}, content=content)


def propose_drafts(tree: Tree, marks: Marks, quoted: list[Quoted]) -> list[Draft]:
    """One draft for each word that is likely enough a cue, with its best content and its quotations."""
    by_cue: dict[int, list[Quoted]] = {}
    for q in quoted:
        if q.cue is not None:
            by_cue.setdefault(q.cue, []).append(q)
    out = [
        Draft(colon, "colon", [content], source=name, rule="name and colon")
        for colon, name, content in find_headings(tree)
    ]
    out += _draft_signed(tree, marks)
    estimates = dict(find_estimates(tree))
    out += [Draft(v, "object", [span], ESTIMATED, rule=ESTIMATE) for v, span in estimates.items()]
    for i in range(tree.n):
        if i in estimates:
            continue
        quotes = by_cue.get(i, [])
        pos = tree.pos[i]
        if not quotes and (pos not in ("VERB", "NOUN", "ADJ", "AUX", "ADV", "SCONJ", "ADP") or _is_hopeless(tree, i)):
            continue
        draft = best_draft(tree, i, LEAST_INSIDE if marks.inside[i] >= 0 else LEAST)
        if quotes:
            draft = with_quotes(tree, i, quotes, draft)
        if draft is not None:
            out.append(draft)
    return out


def _draft_signed(tree: Tree, marks: Marks) -> list[Draft]:
    """Quotations and posts with their author's signature; what a post quotes is part of the post."""
    posts = {dash: (name, content) for dash, name, content in find_posts(tree)}
    out = []
    for q in marks.outer:
        if not q.utterance or q.cue is not None or not (signed := sign(tree, q)):
            continue
        dash, name = signed
        if dash in posts:
            if posts[dash][1][0] < q.span[0]:
                continue
            name, _ = posts.pop(dash)
        out.append(Draft(dash, "<quote", [], quotes=[q], source=name, rule="signed quotation"))
    return out + [Draft(dash, "colon", [content], source=name, rule=POST) for dash, (name, content) in posts.items()]


def _is_hopeless(tree: Tree, i: int) -> bool:
    if tree.dep[i] in ("aux", "auxpass", "compound", ""):
        return True
    if tree.pos[i] in ("ADP", "SCONJ", "ADV"):
        return tree.word(i) != "according"
    return lemma_rate(tree.key(i), tree.pos[i]) < HOPELESS


@cache
def lemma_rate(lemma: str, pos: str) -> float:
    return rate_of(lemma, pos, "")


def best_draft(tree: Tree, i: int, least: float) -> Draft | None:
    """The likeliest reading of word ``i`` as a cue, if it is likely enough."""
    around = None
    best: Draft | None = None
    highest = 0.0
    for p in propose(tree, i):
        around = around or describe_cue(tree, i)
        chance = judge(tree, p, around)
        enough = least if p.shape in STATED or _answers(tree, p) else max(least, LEAST_OTHER)
        if is_stance_cue(tree, i, p.shape, p.content):
            enough = LEAST_STANCE
        if chance >= enough and (best is None or chance > highest):
            highest, best = (
                chance,
                Draft(i, p.shape, p.content, chance, p.also, rule=f"{tree.pos[i].lower()}: {p.shape}"),
            )
    return best


def _answers(tree: Tree, p: Proposal) -> bool:
    """A word of denial or support whose object is something stated: "the theory was shot down"."""
    return bool(class_of(p.lemma) and class_of(tree.lemma[p.core], "object"))


def with_quotes(tree: Tree, i: int, quotes: list[Quoted], draft: Draft | None) -> Draft:
    """The cue's quotations are its content; a stretch of the parse that runs into one of them is kept (mixed)."""
    spans: list[Tokens] = []
    if draft is not None:
        for a, b in draft.spans:
            touching = [q for q in quotes if a < q.span[1] and q.span[0] < b]
            if not touching or a <= i < b:
                continue
            start, end = touching[0].span[0], touching[-1].span[1]
            open_end = tree.text[touching[-1].quotation.parts[-1][1] - 1] not in ",.?!" and _has_words(tree, end, b)
            if open_end or _has_words(tree, a, start):
                spans.append(Tokens(min(a, start), max(b, end) if open_end else end))
    side = quotes[0].side
    rule = "quotation after cue" if side == "quote>" else "quotation before cue"
    return Draft(i, side, spans, quotes[0].chance, draft.also if draft else (), quotes, rule=rule)


def _has_words(tree: Tree, a: int, b: int) -> bool:
    return any(tree.pos[k] not in ("PUNCT", "SPACE") and tree.word(k) != "that" for k in range(a, b))


def cut_comments(tree: Tree, marks: Marks, drafts: list[Draft]) -> None:
    """A reporting participle or verb that the parse hangs on the end of the content belongs to the speaker."""
    by_cue = {d.cue: d for d in drafts if d.cue is not None}
    for d in drafts:
        if d.cue is None or not d.spans or d.shape not in STATED or len(d.spans) > 1:
            continue
        a, b = d.spans[0]
        if b <= d.cue or b - a > LONGEST:
            continue
        for k in range(a + 2, b):
            other = by_cue.get(k)
            if other is None or marks.any[k] >= 0 or (other.chance is not None and other.chance < SURE):
                continue
            first = tree.left(k)
            if is_comment(tree, k) and tree.dep[k] in ("advcl", "acl") and a + 1 < first:
                other.leader = d.leader if d.leader is not None else d.cue
                d.spans[0] = Tokens(a, first - 1)
                break
            if other.shape in STATED and (cut := _new_clause(tree, k, a)) is not None:
                d.spans[0] = Tokens(a, cut)
                break


def is_likely(d: Draft) -> bool:
    """A proposal that names no source needs more than one that does."""
    if d.source is not None or d.quotes or d.cue is None or d.chance is None:
        return True
    return d.chance >= (LEAST_NAMELESS if d.shape in STATED else LEAST_OTHER_NAMELESS)


def _new_clause(tree: Tree, k: int, a: int) -> int | None:
    """Where a contrasting clause with a cue of its own begins, which the parse has joined on: ", though she noted"."""
    first = tree.left(k)
    joined = tree.dep[k] == "advcl" and first > a + 2 and tree.word(first - 1) == ","
    return first - 1 if joined and tree.word(first) in CONTRASTS and tree.subject(k) is not None else None


def share_speakers(tree: Tree, drafts: list[Draft]) -> None:
    """ "…," he said, adding that …: a participle without a speaker has that of the cue just before its comma."""
    by_cue = {d.cue: d for d in drafts if d.cue is not None}
    for d in drafts:
        if d.source is not None or d.cue is None or tree.tag[d.cue] != "VBG":
            continue
        comma = next((k for k in range(d.cue - 1, max(0, d.cue - 3), -1) if tree.word(k) == ","), 0)
        near = (by_cue.get(k) for k in range(comma - 1, max(0, comma - NEAR), -1))
        d.source = next((other.source for other in near if other is not None and other.source is not None), None)


def merge_makers(tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """One claim where a verb takes its own speaker's noun: "presented as evidence that", "issued a note saying"."""
    by_cue = {d.cue: d for d in drafts if d.cue is not None}
    gone: set[int] = set()
    for d in drafts:
        if d.cue is None or d.quotes or d.shape in STATED or len(d.spans) != 1:
            continue
        head = head_of(tree, trim(tree, d.spans[0]))
        if tree.pos[head] != "NOUN" or not d.cue < head:
            continue
        inner = by_cue.get(head)
        if inner is not None and inner.source == d.source and d.source is not None and id(inner) not in gone:
            d.spans, d.shape, d.quotes = inner.spans, inner.shape, inner.quotes
            gone.add(id(inner))
            continue
        a, b = d.spans[0]
        for k in range(head + 1, b):
            said = by_cue.get(k) if tree.tag[k] == "VBG" else None
            if said is not None and said.shape in STATED and said.source == d.source:
                d.spans = [Tokens(a, tree.left(k))] if tree.left(k) > a else []
                if not d.spans or tree.lemma[head] in read_documents():
                    gone.add(id(d))
                break
    return [d for d in drafts if id(d) not in gone]
