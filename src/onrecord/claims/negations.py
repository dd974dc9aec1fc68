"""Negations that decide what was said, and whether anything was.

"No official has defended it" is nobody's statement, and of "expressed *no* concern that it would fail" the content
begins with the negated noun.
"""

from onrecord.claims.attributions import SettledDraft
from onrecord.claims.contents import Marks, settle
from onrecord.language.noun_phrases import phrase_start
from onrecord.language.spans import Tokens
from onrecord.language.trees import Tree

NOBODY = frozenset(("no", "none", "nobody", "neither", "nothing"))
NEGATING = frozenset(("no", "little", "neither", "scant"))
LINKS = frozenset(("that", "to", "of", "about", "over", "for"))  # between a noun and what it is about


def restore_negations(tree: Tree, marks: Marks, drafts: list[SettledDraft]) -> list[SettledDraft]:
    """The drafts without those of nobody, each content with the negation of the noun that it hangs on."""
    kept = [d for d in drafts if d.source is None or not _is_nobody(tree, d.source)]
    for d in kept:
        if d.cue is not None and (start := _negated_noun(tree, d.cue, d.content.spans[0][0])) is not None:
            spans = [Tokens(start, d.content.spans[0][1]), *d.content.spans[1:]]
            d.content = settle(tree, marks, spans, d.quotes, d.cue) or d.content
    return kept


def _is_nobody(tree: Tree, source: Tokens) -> bool:
    """ "No official", "none of them", "neither side"; not "No 10"."""
    a, b = source
    return tree.word(a) in NOBODY and not (a + 1 < b and tree.numeric[a + 1] and tree.word(a + 1) != "one")


def _negated_noun(tree: Tree, cue: int, start: int) -> int | None:
    """Where the negated noun phrase between a cue and its content begins, null when there is none."""
    noun = start - 1
    while noun > cue and tree.word(noun) in LINKS:
        noun -= 1
    if noun <= cue or tree.pos[noun] != "NOUN":
        return None
    first = phrase_start(tree, noun)
    return first if cue < first and tree.word(first) in NEGATING else None
