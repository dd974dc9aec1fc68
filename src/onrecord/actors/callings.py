"""Callings: the noun that a name is given to, "a group calling itself Nought", "a man named Ivo Brandt"."""

from onrecord.actors.words import Words

NAMED = frozenset(("called", "named", "dubbed", "nicknamed"))
REFLEXIVE = frozenset(("itself", "himself", "herself", "themselves"))


def find_called(text: Words, first: int) -> int | None:
    """The noun whose name begins at token ``first``, null where no participle before it gives one."""
    tree, words = text.tree, text.words
    k = first - 1
    two = k > 1 and ((words[k - 1] == "calling" and words[k] in REFLEXIVE) or words[k - 1 : k + 1] == ["known", "as"])
    if not two and (k < 1 or words[k] not in NAMED):
        return None
    k -= two
    noun = tree.head[k]
    return noun if tree.dep[k] == "acl" and noun < k else None
