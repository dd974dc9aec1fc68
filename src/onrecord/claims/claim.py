"""Claims: who says, believes or intends what, in one parsed article.

Three layers. *Proposals* of spans come from quotation marks (:mod:`onrecord.claims.links`) and from the parse
(:mod:`onrecord.claims.cues`, weighed by :mod:`onrecord.claims.frames`). *Linking* gives each cue one content
(:mod:`onrecord.claims.attributions`) and one source (:mod:`onrecord.claims.sources`), whatever interrupts it.
*Corrections* make content and marks agree (:mod:`onrecord.claims.contents`), nest claims in claims, and read stance,
target and time.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.claims.attributions import (
    STATED,
    Draft,
    SettledDraft,
    cut_comments,
    is_likely,
    merge_makers,
    propose_drafts,
    settle_draft,
    share_speakers,
)
from onrecord.claims.contents import Marks
from onrecord.claims.continuations import attach_followers
from onrecord.claims.falsity import find_falsity
from onrecord.claims.links import link_quotations, place_quotations
from onrecord.claims.negations import restore_negations
from onrecord.claims.rules_and_tagger import combine
from onrecord.claims.said_times import find_said
from onrecord.claims.sources import find_source, only_hears
from onrecord.claims.stances import class_of, find_stance, head_of, is_stance_cue
from onrecord.claims.tags import Tags
from onrecord.claims.targets import find_antecedent, find_repeated, find_target
from onrecord.language.pronouns import WE, I
from onrecord.language.quotations import Quotation
from onrecord.language.spans import Chars
from onrecord.language.trees import Tree, read_tree
from onrecord.lexicon import read_rows
from onrecord.tables.extracted import Act, QuotationKind, Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc

NEIGHBOURS = 25  # drafts looked back on for the one that holds a draft: more never nest in one sentence


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement attributed to someone. Spans are characters of the article, half-open; null = not in the text.

    ``source`` names who; ``cue`` signals it (null when a quotation goes on without one); ``content`` is what was said,
    a stretch a part, without outer quotation marks and a leading "that". ``quotation``: direct, indirect or mixed;
    ``act``: says, believes or intends; ``stance`` as :mod:`onrecord.claims.stances`. ``within``: index of the
    enclosing claim. ``target``: the words naming whose claim is denied; ``target_claim``: its index here. ``said``: the
    reporting clause's own time expression. ``rule`` names what made the row; ``confidence`` is the probability that the
    counts give it, null for quotations without a cue.
    """

    source: Chars | None
    cue: Chars | None
    cue_lemma: str | None
    content: tuple[Chars, ...]
    quotation: QuotationKind
    act: Act
    stance: Stance
    within: int | None
    target: Chars | None
    target_claim: int | None
    said: Chars | None
    rule: str
    confidence: float | None


def find_claims(doc: "Doc", quotations: list[Quotation], tags: Tags | None = None) -> list[Claim]:
    """The claims of an article in reading order, an enclosing one before those within it.

    ``quotations`` are those of the same text (:func:`onrecord.language.quotations.find_quotations`), ``tags`` what the
    tagger reads in it (:func:`onrecord.claims.tagger.read`); without them, or without its weights, rules alone decide.
    """
    tree, marks, drafts = draft_claims(doc, quotations)
    if tags is not None and tags.windows:
        drafts = combine(tree, marks, drafts, tags)
    return finish(tree, marks, nest(restore_negations(tree, marks, drafts), marks))


def draft_claims(doc: "Doc", quotations: list[Quotation]) -> tuple[Tree, Marks, list[SettledDraft]]:
    """What the rules alone take for claims, in tokens, settled and nested."""
    tree = read_tree(doc)
    quoted = place_quotations(tree, quotations)
    link_quotations(tree, quoted)
    marks = Marks(tree, quoted)
    drafts = propose_drafts(tree, marks, quoted)
    drafts += attach_followers(tree, marks, quoted, drafts)
    cut_comments(tree, marks, drafts)
    for draft in drafts:
        leader = draft.leader if draft.leader is not None else draft.cue
        if leader is not None and draft.source is None:
            draft.source = find_source(tree, leader, draft.shape, marks.inside)
    share_speakers(tree, drafts)
    drafts = merge_makers(tree, [d for d in drafts if is_likely(d)])
    settled = (settle_draft(tree, marks, draft) for draft in drafts)
    return tree, marks, nest([draft for draft in settled if draft is not None], marks)


def nest(drafts: list[SettledDraft], marks: Marks) -> list[SettledDraft]:
    """Reading order; each draft's ``within`` is the smallest other one whose content holds its cue and content."""
    drafts.sort(key=lambda d: (d.content.parts[0][0], -d.content.parts[-1][1], d.cue if d.cue is not None else -1))
    kept: list[SettledDraft] = []
    for d in drafts:
        around = [n for n in range(max(0, len(kept) - NEIGHBOURS), len(kept)) if _holds(kept[n], d, marks.tree)]
        d.within = min(around, key=lambda n: kept[n].content.size, default=None)
        if d.within is not None:
            same = kept[d.within].content.parts == d.content.parts
            done = d.cue is not None and kept[d.within].shape == "to" and marks.tree.head[d.cue] == kept[d.within].cue
            loose = d.shape not in STATED and not _takes_stance(d, marks.tree)
            if same or done or loose or _repeats_oneself(d, marks):
                continue
        kept.append(d)
    return kept


def _takes_stance(d: SettledDraft, tree: Tree) -> bool:
    """ "said it rejects the accusations", "agrees with the ruling": a stance in a claim is a claim of its own."""
    spans = d.content.spans
    stance = find_stance(tree, d.cue, d.shape, spans, bool(d.quotes))
    of_something_said = bool(class_of(tree.lemma[head_of(tree, spans[0])], "object"))
    refusing = stance in ("refuses", "no_comment") and d.cue is not None and is_stance_cue(tree, d.cue, d.shape, spans)
    return refusing or (stance in ("denies", "supports") and of_something_said)


def _holds(outer: SettledDraft, inner: SettledDraft, tree: Tree) -> bool:
    parts = outer.content.parts
    if inner.cue is not None and not any(a <= tree.idx[inner.cue] < b for a, b in parts):
        return False
    return parts[0][0] <= inner.content.parts[0][0] and inner.content.parts[-1][1] <= parts[-1][1]


def _repeats_oneself(d: Draft, marks: Marks) -> bool:
    """ "I have told you that …" inside one's own quotation: the same speaker, whose words are a claim already."""
    tree = marks.tree
    if d.cue is None or d.source is None or marks.inside[d.cue] < 0 or _acts().get(tree.lemma[d.cue]) is not None:
        return False
    return d.source[1] - d.source[0] == 1 and tree.word(d.source[0]) in I | WE


def find_act(tree: Tree, cue: int) -> str:
    """Does the source say it, believe it or intend it? By the cue's lemma, and "is convinced" feels."""
    feels = tree.tag[cue] == "VBN" and class_of(tree.lemma[cue], "feeling") and tree.child(cue, "agent") is None
    return "believes" if feels else _acts().get(tree.lemma[cue], "says")


@cache
def _acts() -> dict[str, str]:
    return {r["lemma"]: r["act"] for r in read_rows("acts")}


def finish(tree: Tree, marks: Marks, drafts: list[SettledDraft]) -> list[Claim]:
    """Drafts in tokens → claims in characters, with quotation, act, stance, target and time."""
    number = {d.cue: n for n, d in enumerate(drafts) if d.cue is not None}
    out = []
    for n, d in enumerate(drafts):
        spans, quoted = d.content.spans, bool(d.quotes)
        if d.cue is not None and d.source is not None and only_hears(tree, d.cue, d.source):
            d.source = None
        stance = find_stance(tree, d.cue, d.shape, spans, quoted)
        said_false = find_falsity(tree, spans[0]) if stance == "asserts" and (quoted or d.shape in STATED) else None
        stance = "denies" if said_false is not None else stance
        head, owner = find_target(tree, spans, quoted, said_false) if stance == "denies" else (None, None)
        target_claim = number.get(head)
        if stance == "denies" and owner is None and target_claim in (None, n):
            target_claim = find_antecedent(tree, drafts, n, head)
            target_claim = find_repeated(tree, drafts, n) if target_claim is None else target_claim
        out.append(
            Claim(
                source=tree.chars(d.source) if d.source else None,
                cue=None if d.cue is None else _cue_span(tree, d),
                cue_lemma=None if d.cue is None else tree.key(d.cue),
                content=tuple(d.content.parts),
                quotation=marks.kind(d.content, None if d.within is None else drafts[d.within].content),
                act="says" if d.cue is None else find_act(tree, d.cue),
                stance=stance,
                within=d.within,
                target=tree.chars(owner) if owner else None,
                target_claim=None if target_claim is None or drafts[target_claim] is d else target_claim,
                said=None if d.cue is None else find_said(tree, d.cue, spans, d.source),
                rule=d.rule,
                confidence=None if d.chance is None else round(d.chance, 3),
            )
        )
    return out


def _cue_span(tree: Tree, d: Draft) -> Chars:
    """The cue with the particle or preposition that touches it: "shot down", "called for", "according to"."""
    end = d.cue + 1
    while end < tree.n and (
        end in d.also
        or (tree.dep[end] == "prt" and tree.head[end] == d.cue)
        or (end == d.cue + 1 and tree.word(d.cue) == "according")
    ):
        end += 1
    return tree.chars((d.cue, end))
