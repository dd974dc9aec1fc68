"""Callings: the noun that a name is given to ("a group calling itself Nought", "the Delvo news agency")."""

from collections.abc import Iterable

from onrecord.actors.mentions import Mention
from onrecord.actors.words import ACRONYM, Words, read_organisation_words

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


def find_body_before(text: Words, head: int, names: Iterable[Mention]) -> Mention | None:
    """The body's name before a noun that only says what it is: "the Delvo news agency", "the DWU union"; no "police
    union", which is not the police."""
    tree, noun = text.tree, text.words[head]
    union = noun == "union"
    if not union and noun not in read_organisation_words("behind"):
        return None
    kids = {k for k in tree.kids(head) if k < head and tree.dep[k] in ("compound", "nmod")}
    found = [m for m in names if m.head in kids and m.kind == "organisation"]
    lettered = len(found) == 1 and ACRONYM.fullmatch(text.words[found[0].head])
    return found[0] if len(found) == 1 and (lettered or not union) else None
