"""Rules and tagger together: which of their proposals are claims, and whose reading of each to take.

The rules propose from marks and parse, the tagger from all words around. Each proposal is weighed by what both say of
it (:mod:`onrecord.claims.weights`), so that the tagger also judges claims that it did not propose itself. Where both
read one claim differently the likelier reading is taken, content and source apart. Claims inside claims are the rules'
alone: the tagger learnt from texts in which no word belongs to two.
"""

from collections import defaultdict

from onrecord.claims.attributions import ESTIMATED, LEAST_STANCE, Draft, SettledDraft, settle_draft
from onrecord.claims.circumstances import describe_cue
from onrecord.claims.contents import Marks
from onrecord.claims.cues import propose
from onrecord.claims.estimates import RULE as ESTIMATE
from onrecord.claims.frames import judge
from onrecord.claims.signatures import POST
from onrecord.claims.sources import find_source, subject_over
from onrecord.claims.stances import is_proposition, is_stance_cue
from onrecord.claims.tags import Tagged, Tags
from onrecord.claims.weights import (
    Pair,
    describe_contents,
    describe_sources,
    has_verb,
    is_claim,
    overlap,
    weigh,
    words_of,
)
from onrecord.language.spans import Chars, Tokens
from onrecord.language.trees import Tree

# Set by hand on PolNeAR's development half, as the weights of proposal_weights.csv were fitted there.
LEAST = 0.5  # probability from which a proposal is a claim
# The same where no statement is quoted, spelt out or named ("rejected the bill"): outside political news annotators
# take these for claims less often.
LEAST_NAMED = 0.75
EVEN = 0.5
# Of drafts that a rule is sure of, there is nothing to weigh: a post with its author's signature (a convention, no such
# post is in PolNeAR), a number put on something.
TOLD = {POST: 0.95, ESTIMATE: ESTIMATED}
SAME = 0.5  # Dice of two contents without a common cue from which they are one claim
STRETCH = 250  # tokens: claims that share no stretch share no word
SHARED = 0.4  # of the shorter content's words: claims that share more are one, unless one's cue is in the other


def combine(tree: Tree, marks: Marks, drafts: list[SettledDraft], tags: Tags) -> list[SettledDraft]:
    """An article's drafts after the tagger was heard, not nested yet; ``drafts`` are the rules', settled and nested.

    ``chance`` becomes the probability that both together give. A claim inside a claim that the rules alone see stays,
    with its own, when the outer one does.
    """
    pairs = pair_up(tree, marks, drafts, tags)
    for pair in pairs:
        told = TOLD.get(pair.rules.rule) if pair.rules is not None else None
        if told is not None:
            pair.tagged = None
        pair.chance = is_claim(tree, pair, tags) if told is None else told
    sure = [pair for pair in pairs if pair.chance >= _least(tree, pair)]
    kept = {id(pair.rules) for pair in sure if pair.rules is not None}
    inner = [pair for pair in pairs if _is_inner(pair) and id(_root(drafts, pair.rules)) in kept]
    likely = sure + [pair for pair in inner if id(pair.rules) not in kept]
    within = {id(drafts[pair.rules.within]) for pair in inner}
    cues = {pair.rules.cue for pair in inner}
    for pair in likely:
        _choose(tree, marks, pair, tags, cues if id(pair.rules) in within else set())
    return [pair.reading for pair in drop_doubles(likely)]


def _least(tree: Tree, pair: Pair) -> float:
    if _is_inner(pair):
        return 2.0 if pair.tagged is None else LEAST  # never by itself
    draft = pair.rules or pair.tagged
    if draft.cue is not None and draft.source is not None and is_stance_cue(tree, draft.cue, draft.shape, draft.spans):
        return LEAST_STANCE
    stated = draft.quotes or has_verb(tree, draft) or is_proposition(tree, draft.shape, draft.spans)
    return LEAST if stated else LEAST_NAMED


def _is_inner(pair: Pair) -> bool:
    return pair.rules is not None and pair.rules.within is not None


def _root(drafts: list[SettledDraft], d: SettledDraft) -> SettledDraft:
    while d.within is not None:
        d = drafts[d.within]
    return d


def pair_up(tree: Tree, marks: Marks, drafts: list[SettledDraft], tags: Tags) -> list[Pair]:
    """Each rules' draft with the tagger's of the same cue or, failing that, of much the same content.

    A draft inside another has no partner but by its cue: what the tagger reads there is the outer one.
    """
    found = [make_draft(tree, marks, tagged) for tagged in tags.attributions if tagged.cue]
    free = dict(enumerate(t for t in found if t is not None))
    by_cue = {i: k for k, t in free.items() for i in (t.cue, *t.also)}
    out = [Pair(d, free.pop(by_cue.get(d.cue), None)) for d in drafts]
    for pair in out:
        if pair.tagged is None and not _is_inner(pair):
            shared = {k: overlap(pair.rules, t) for k, t in free.items()}
            best = max((k for k, x in shared.items() if x >= SAME), key=shared.__getitem__, default=None)
            pair.tagged = free.pop(best, None)
    return out + [Pair(None, t) for t in free.values()]


def make_draft(tree: Tree, marks: Marks, tagged: Tagged) -> SettledDraft | None:
    """The tagger's attribution in tokens, as a draft whose shape is that of the parse's proposal nearest to it."""
    cue, also = _find_cue(tree, _tokens(tree, tagged.cue))
    spans = [_tokens(tree, part) for part in tagged.content]
    source = _tokens(tree, tagged.source) if tagged.source else None
    quotes = [
        q for q in marks.outer if q.utterance and any(a <= q.parts[0][0] and q.parts[-1][1] <= b for a, b in spans)
    ]
    draft = settle_draft(tree, marks, Draft(cue, "tagged", spans, None, also, quotes, source, "tagger"), [])
    if draft is not None:
        _find_shape(tree, draft)
    return draft


def _tokens(tree: Tree, span: Chars) -> Tokens:
    return tree.token_at(span[0]), tree.token_at(span[1] - 1) + 1


def _find_cue(tree: Tree, span: Chars) -> tuple[int, tuple[int, ...]]:
    """Which word of a cue heads the others, a verb or noun if there is one; and those others."""
    heads = [i for i in range(*span) if tree.head[i] == i or not span[0] <= tree.head[i] < span[1]]
    cue = next((i for i in heads if tree.pos[i] in ("VERB", "NOUN")), heads[0] if heads else span[0])
    return cue, tuple(i for i in range(*span) if i != cue)


def _find_shape(tree: Tree, draft: SettledDraft) -> None:
    words, best = words_of(draft), SAME
    for p in propose(tree, draft.cue):
        there = {i for a, b in p.content for i in range(a, b)}
        shared = 2 * len(there & words) / (len(there) + len(words))
        if shared > best:
            best, draft.shape = shared, p.shape
            draft.chance = judge(tree, p, describe_cue(tree, draft.cue))


def _choose(tree: Tree, marks: Marks, pair: Pair, tags: Tags, inner: set[int]) -> None:
    """Give the pair its reading: the rules' draft where there is one, with the better content and source.

    ``inner``: cues of the claims inside it, which its content must go on holding.
    """
    d, t = pair.rules or pair.tagged, pair.tagged
    if t is not None:
        source = rules_source(tree, marks, pair)
        if source != t.source and weigh("source", describe_sources(tree, pair, tags, source)) < EVEN:
            source = subject_over(tree, t.cue, t.source) or t.source
        # Marks know better than either where a quotation ends.
        free = pair.rules is not None and not d.quotes and d.content.parts != t.content.parts
        if (
            free
            and not (words_of(d) - words_of(t)) & inner
            and weigh("content", describe_contents(tree, pair, tags)) < EVEN
        ):
            d.spans, d.content = t.spans, t.content
            d.rule += ", words by tagger"
        if d.cue is None:
            d.cue, d.also, d.shape = t.cue, t.also, t.shape
        d.source = source
    if t is not None or not _is_inner(pair):
        d.chance = pair.chance
    pair.reading = d


def rules_source(tree: Tree, marks: Marks, pair: Pair) -> Tokens | None:
    """What the rules take for the source: their draft's, or what they find from the tagger's cue."""
    if pair.rules is not None:
        return pair.rules.source
    return find_source(tree, pair.tagged.cue, pair.tagged.shape, marks.inside)


def drop_doubles(pairs: list[Pair]) -> list[Pair]:
    """Of claims that share much of their content, neither's cue inside the other's, only the likeliest."""
    kept: list[tuple[Pair, set[int]]] = []
    near: dict[int, list[int]] = defaultdict(list)  # a stretch of the text → the kept claims with words in it
    for pair in sorted(pairs, key=lambda pair: -pair.chance):
        words = words_of(pair.reading)
        stretches = {word // STRETCH for word in words}
        others = (kept[k] for k in dict.fromkeys(k for stretch in stretches for k in near[stretch]))
        if not any(_is_double(pair.reading, words, other.reading, theirs) for other, theirs in others):
            for stretch in stretches:
                near[stretch].append(len(kept))
            kept.append((pair, words))
    return [pair for pair, _ in kept]


def _is_double(d: SettledDraft, words: set[int], other: SettledDraft, theirs: set[int]) -> bool:
    if d.cue in theirs or other.cue in words:
        return False
    return len(words & theirs) > SHARED * min(len(words), len(theirs))
