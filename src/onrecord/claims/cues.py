"""Words that may signal a claim, and the shapes of content that the parse offers each of them.

A *proposal* is one way to read one word as a cue: "rejected" with its object, "said" with its clause, "call" with
"for".
:mod:`onrecord.claims.frames` knows from counts which of them are claims; here is only what the parse shows.
"""

from dataclasses import dataclass

from onrecord.claims.stances import class_of
from onrecord.language.spans import Tokens
from onrecord.language.trees import Tree

FINITE_KINDS = frozenset(("clause", "wh", "if"))
WH = frozenset(("WP", "WDT", "WRB", "WP$"))


@dataclass(slots=True)
class Proposal:
    """One reading of token ``head`` as a cue: its shape, the tokens of the content, and those of the cue beside it."""

    head: int
    shape: str
    content: list[Tokens]  # token spans, in order
    core: int  # the head word of the content
    also: tuple[int, ...] = ()  # further tokens of the cue: "for" of "call for"
    lemma: str = ""


def propose(tree: Tree, i: int) -> list[Proposal]:
    """Every reading of token ``i`` as a cue with content beside it in the parse."""
    pos = tree.pos[i]
    if tree.word(i) == "according":
        out = _read_according(tree, i)
    elif pos in ("VERB", "AUX"):
        out = _read_verb(tree, i)
    elif pos == "NOUN":
        out = _read_noun(tree, i)
    elif pos == "ADJ" or pos == "ADV":
        out = _read_adjective(tree, i)
    else:
        return []
    if out:
        lemma = tree.key(i)
        for p in out:
            p.lemma = lemma
    return out


def noun_span(tree: Tree, o: int) -> Tokens:
    """A noun phrase without a relative clause that only adds to it: "…'s remark, who …"."""
    a, b = tree.span(o)
    if b - o > 4:
        for k in range(o + 1, b - 1):
            if tree.tag[k + 1] in WH and tree.word(k) == "," and tree.word(k + 1) in ("who", "which", "whose"):
                return Tokens(a, k)
    return Tokens(a, b)


def clause_kind(tree: Tree, c: int) -> str:
    """How a complement clause is built: to · ing · wh · if · clause (finite, with or without that)."""
    first = None
    for k in tree.kids(c):
        if k > c:
            break
        if tree.tag[k] == "TO":
            return "to"
        if first is None and tree.dep[k] != "punct":
            first = k
    if first is not None:
        edge = tree.left(first)
        if tree.tag[edge] in WH or tree.tag[first] in WH:
            return "wh"
        if tree.dep[first] == "mark" and tree.word(first) in ("if", "whether"):
            return "if"
    if tree.tag[c] == "VBG" and not any(tree.dep[k] in ("aux", "nsubj") for k in tree.kids(c)):
        return "ing"
    if tree.pos[c] not in ("VERB", "AUX") and not any(tree.dep[k] in ("cop", "nsubj") for k in tree.kids(c)):
        return "small"
    return "clause"


def _read_according(tree: Tree, i: int) -> list[Proposal]:
    """ "According to X, S": the clause that it hangs on, however low the parse has put it."""
    h = i
    edge = i + 1 < tree.n and i > 0 and tree.word(i - 1) == ","
    start = i == tree.left(_root(tree, i))
    for _ in range(12):
        h = tree.head[h]
        finite = tree.pos[h] in ("VERB", "AUX") and tree.subject(h) is not None
        if tree.head[h] == h or (finite and not edge and not start) or (finite and tree.dep[h] in ("ccomp", "conj")):
            break
    spans = cut_out(tree.span(h), Tokens(tree.left(i), tree.right(i)))
    return [Proposal(i, "according", spans, h)] if spans and h != i else []


def _root(tree: Tree, i: int) -> int:
    while tree.head[i] != i:
        i = tree.head[i]
    return i


def _read_verb(tree: Tree, v: int) -> list[Proposal]:
    out: list[Proposal] = []
    obj = passive = None
    kids = tree.kids(v)
    for c in kids:
        d = tree.dep[c]
        if d == "ccomp" or (d == "xcomp" and c > v) or (d == "parataxis" and c < v):
            out += _read_clause(tree, v, c, obj)
        elif d == "dobj" and c > v:
            obj = c
            out.append(Proposal(v, "object", [noun_span(tree, c)], c))
        elif d == "dobj" and tree.tag[c] in WH:
            out.append(Proposal(v, "fronted", [tree.span(c)], c))  # "what X says …"
        elif d == "nsubjpass":
            passive = c
        elif d == "prep" and c > v:
            out += _read_prep(tree, v, c)
        elif d in ("acomp", "attr", "oprd") and c > v:
            out.append(Proposal(v, d, [tree.span(c)], c))
    if obj is not None:
        out += _extend_object(tree, v, obj, kids)
    if passive is not None:
        out += _read_passive(tree, v, passive, kids)
    out += _read_host(tree, v)
    return out if obj is not None or passive is not None else out + _read_relative(tree, v)


def _read_clause(tree: Tree, v: int, c: int, obj: int | None) -> list[Proposal]:
    """A complement clause after the verb, or the clause before it."""
    if c < v:
        return [Proposal(v, "before", _around(tree, c, v), c)]
    if tree.dep[c] == "xcomp" and class_of(tree.lemma[v], "raising"):
        subject = tree.child(v, "nsubj")
        if subject is None or tree.right(subject) > v or tree.tag[subject] in WH:
            return []
        return [Proposal(v, "raised", [tree.span(subject), tree.span(c)], c)]
    if tree.dep[c] == "ccomp" and obj is not None and _is_its_subject(tree, obj, c):
        return [Proposal(v, "clause", [Tokens(tree.left(obj), tree.right(c))], c)]
    return [Proposal(v, clause_kind(tree, c), [_with_joined(tree, v, c)], c)]


def _with_joined(tree: Tree, v: int, c: int) -> Tokens:
    """A clause and what goes on behind it with "and that", "but that", which the parse may join to the cue."""
    first, stop = tree.span(c)
    for k in tree.kids(v):
        mark = tree.child(k, "mark") if k > c and tree.dep[k] == "conj" and tree.dep[c] == "ccomp" else None
        if mark is not None and tree.word(mark) == "that" and tree.pos[mark - 1] == "CCONJ":
            stop = max(stop, tree.right(k))
    return Tokens(first, stop)


def _read_relative(tree: Tree, v: int) -> list[Proposal]:
    """ "the plan that X rejected": the noun before is the object."""
    h, subject = tree.head[v], tree.subject(v)
    if tree.dep[v] != "relcl" or h > v or subject is None or tree.tag[subject] in WH:
        return []
    return [Proposal(v, "relative", [Tokens(tree.left(h), max(h + 1, tree.left(v)))], h)]


def _read_prep(tree: Tree, v: int, p: int) -> list[Proposal]:
    out = []
    for o in tree.kids(p):
        if o > p and tree.dep[o] in ("pobj", "pcomp", "prep"):
            out.append(Proposal(v, tree.word(p), [noun_span(tree, o)], o, (p,)))
            break
    return out


def _is_its_subject(tree: Tree, obj: int, c: int) -> bool:
    """ "believed the plan helped": the parse makes an object of the subject of a finite clause."""
    finite = tree.tag[c] in ("VBD", "VBZ", "VBP") or any(tree.tag[k] == "MD" for k in tree.kids(c))
    return finite and tree.subject(c) is None and obj < c and tree.left(c) == tree.right(obj)


def _extend_object(tree: Tree, v: int, obj: int, kids: list[int]) -> list[Proposal]:
    """The object together with what follows it: "X as Y", "X of Y", "X to do Y"."""
    out = []
    start = tree.left(obj)
    for c in kids:
        if c > obj:
            d = tree.dep[c]
            if d == "prep":
                out.append(Proposal(v, "object+" + tree.word(c), [Tokens(start, tree.right(c))], obj))
            elif d in ("xcomp", "oprd", "ccomp", "acomp"):
                told = d == "ccomp" and tree.subject(c) is not None and clause_kind(tree, c) in FINITE_KINDS
                if told or (d == "ccomp" and _is_its_subject(tree, obj, c)):
                    continue  # "told reporters that": they are told, not part of what is said
                out.append(Proposal(v, "object+" + clause_kind(tree, c), [Tokens(start, tree.right(c))], obj))
            elif d == "advcl" and not is_comment(tree, c):
                out.append(Proposal(v, "object+advcl", [Tokens(start, tree.right(c))], obj))
    return out


def is_comment(tree: Tree, c: int) -> bool:
    """A participle after a comma goes on about the speaker: "…, arguing that", "…, citing"."""
    first = tree.left(c)
    return tree.tag[c] == "VBG" and first > 0 and tree.word(first - 1) == ","


def _read_passive(tree: Tree, v: int, subject: int, kids: list[int]) -> list[Proposal]:
    if tree.tag[subject] in WH:
        h = tree.head[v]
        if tree.dep[v] != "relcl" or h > subject:
            return []
        first = Tokens(tree.left(h), max(h + 1, tree.left(v)))
    else:
        first = tree.span(subject)
        if first[1] > v:
            return []
    out = [Proposal(v, "passive", [first], subject)]
    for c in kids:
        if c > v and tree.dep[c] in ("prep", "xcomp", "oprd", "ccomp", "advcl"):
            name = tree.word(c) if tree.dep[c] == "prep" else clause_kind(tree, c)
            out.append(Proposal(v, "passive+" + name, [first, tree.span(c)], subject))
    return out


def _around(tree: Tree, c: int, v: int) -> list[Tokens]:
    """The clause ``c`` before the cue ``v``; when the parse lets it run on past the cue, both stretches."""
    left, right = tree.span(c)
    return [Tokens(left, right if right <= v else min(right, tree.left(v) if tree.left(v) > left else v))]


def _read_host(tree: Tree, v: int) -> list[Proposal]:
    """The cue stands inside or after the clause that it reports: "The park, she said, is full"; "as she says"."""
    h, d = tree.head[v], tree.dep[v]
    if h == v or tree.pos[h] not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        return []
    if d == "parataxis":
        shape = "host"
    elif d in ("advcl", "ccomp"):
        as_mark = any(k < v and tree.word(k) == "as" and tree.dep[k] in ("mark", "advmod") for k in tree.kids(v))
        if not as_mark:
            return []
        shape = "as he says"
    else:
        return []
    spans = cut_out(tree.span(h), tree.span(v))
    return [Proposal(v, shape, spans, h)] if spans else []


def cut_out(whole: Tokens, hole: Tokens) -> list[Tokens]:
    """The token span ``whole`` without ``hole``."""
    if hole[1] <= whole[0] or whole[1] <= hole[0]:
        return [whole]
    return [s for s in (Tokens(whole[0], hole[0]), Tokens(hole[1], whole[1])) if s[0] < s[1]]


def _read_noun(tree: Tree, n: int) -> list[Proposal]:
    out = []
    for c in tree.kids(n):
        if c < n:
            continue
        d = tree.dep[c]
        if d in ("acl", "ccomp", "xcomp"):
            kind = clause_kind(tree, c)
            if (
                kind == "clause"
                and not any(tree.dep[k] == "mark" for k in tree.kids(c))
                and tree.tag[c] in ("VBN", "VBG")
            ):
                continue
            if kind != "ing":
                out.append(Proposal(n, kind, [tree.span(c)], c))
        elif d == "relcl" and any(k < c and tree.word(k) == "that" and tree.dep[k] == "mark" for k in tree.kids(c)):
            out.append(Proposal(n, "clause", [tree.span(c)], c))
        elif d == "prep" and tree.word(c) != "by":
            out += _read_prep(tree, n, c)
    h = tree.head[n]
    if tree.dep[n] == "nsubj" and tree.lemma[h] == "be":
        for c in tree.kids(h):
            if c > h and tree.dep[c] in ("ccomp", "xcomp"):
                out.append(Proposal(n, "is+" + clause_kind(tree, c), [tree.span(c)], c, (h,)))
    return out


def _read_adjective(tree: Tree, a: int) -> list[Proposal]:
    if tree.dep[a] not in ("acomp", "ROOT", "attr", "oprd", "advcl", "conj", "amod", "xcomp", "ccomp", "relcl"):
        return []
    out = []
    for c in tree.kids(a):
        if c < a:
            continue
        d = tree.dep[c]
        if d in ("ccomp", "xcomp"):
            out.append(Proposal(a, clause_kind(tree, c), [tree.span(c)], c))
        elif d == "prep":
            out += _read_prep(tree, a, c)
    return out
