"""Office holders: whose role a title without a name names ("the foreign minister"), among those the article gives one.

One holder must fit best: by the title's noun, a broader one, and the words that tell which office it is.
"""

from onrecord.actors import roles
from onrecord.actors.mentions import Mention
from onrecord.actors.names import fold
from onrecord.actors.parties import Parties
from onrecord.actors.people import OWN
from onrecord.actors.roles import Role

VAGUE = frozenset(("official", "lawmaker", "leader", "politician", "expert", "aide", "member", "critic", "source"))
DEFINITE = frozenset(("the", "these", "those", "both", "his", "her", "their", "its"))


def find_holder(parties: Parties, m: Mention, title: Role, number: int, lands: set[str]) -> tuple[int | None, str]:
    """The one party of the article whose role this title best names, and why; null where none or two do.

    ``number``: the mention's; ``lands``: the countries of those whose title this one is part of ("the president's chief
    of staff").
    """
    scores: dict[int, int] = {}
    for p in sorted(parties.holders.get(title.noun, ())):
        party = parties.all[p]
        if party.kind not in ("person", "unnamed", "group") or (party.kind == "group") != (m.kind == "group"):
            continue
        gender = roles.read_genders().get(title.noun)
        if gender and party.gender and gender != party.gender:
            continue
        if lands and party.country and party.country not in lands:
            continue
        if party.kind != "person" and min(parties.mentions[k].start for k in party.mentions) > m.start:
            continue
        fit = max((roles.fits(title, role, party.country) for role in party.roles), default=0)
        if party.kind == "group" and not _is_same_group(parties, m, title, party.text):
            continue
        if fit and (party.kind != "group" or fit > 1):
            scores[p] = fit
    if not scores:
        one = _one_of_noun(parties, m, title)
        one = _bears_office(parties, m, title) if one is None else one
        return one, "the one person with this role, whose it is left unsaid"
    top = max(scores.values())
    best = [p for p in scores if scores[p] == top]
    if len(best) > 1:
        before = [p for p in best if any(k < number for k in parties.all[p].mentions)]
        best = before if len(before) == 1 else _nearest(parties, best, m)
    return (best[0], "the one holder of this title") if len(best) == 1 else (None, "")


def _is_same_group(parties: Parties, m: Mention, title: Role, text: str) -> bool:
    """ "The officials", "prosecutors" may be the "city officials", "federal prosecutors" met before.

    "Officials" or "US prosecutors", without an article, are they only by the same words: a vague noun, or more told.
    """
    first = parties.text.words[m.first].casefold()
    bare = m.stop - m.first == 1 and title.noun not in VAGUE
    return bare or first in DEFINITE or parties.words(m).casefold() == text.casefold()


def _one_of_noun(parties: Parties, m: Mention, title: Role) -> int | None:
    """ "Ms. Moss's lawyer" after "her lawyer, Ivo Brandt": the one holder of the noun, said to be nobody else's."""
    owner = parties.text.tree.child(m.head, "poss")
    if owner is None or parties.text.tree.pos[owner] != "PROPN" or len(title.modifiers) != 1 or title.former:
        return None
    if m.kind == "group":
        return None
    held = [p for p in sorted(parties.holders.get(title.noun, ())) if parties.all[p].kind == "person"]
    if len(held) != 1 or fold(parties.text.words[owner]) not in title.modifiers:
        return None
    words = parties.text.words
    said = [parties.mentions[k] for k in parties.all[held[0]].mentions]
    owned = [n for n in said if words[n.first].casefold() in OWN and words[n.head].casefold() == title.noun]
    same = [role for role in parties.all[held[0]].roles if role.noun == title.noun]
    return held[0] if owned and not any(role.modifiers or role.former for role in same) else None


def _bears_office(parties: Parties, m: Mention, title: Role) -> int | None:
    """ "Delvo's police chief" where the article has one "Chief Ana Roe", of whom it does not say whose chief she
    is, and nobody else of that title."""
    tree, last = parties.text.tree, title.noun.split()[-1]
    owners = [k for k in tree.kids(m.head) if tree.dep[k] == "poss"]
    owned = {fold(parties.text.words[i]) for k in owners for i in range(tree.left(k), k + 1)}
    if title.noun not in roles.read_sole_nouns() or title.former or not owned or not title.modifiers <= owned | {"own"}:
        return None
    nouns = (title.noun, last)
    held = [
        (p, role)
        for p, one in enumerate(parties.all)
        if one.kind == "person"
        for role in one.roles
        if role.noun in nouns
    ]
    bare = all(not role.modifiers and not role.former for _, role in held)
    people = {p for p, _ in held}
    return people.pop() if bare and len(people) == 1 else None


def _nearest(parties: Parties, candidates: list[int], m: Mention) -> list[int]:
    """Of several holders, the one named in this paragraph alone."""
    paragraph = parties.text.tree.paragraph
    here = [p for p in candidates
            if any(paragraph[parties.mentions[k].first] == paragraph[m.first] and k < len(parties.mentions)
                   and parties.mentions[k].start < m.start for k in parties.all[p].mentions)]  # fmt: skip
    return here
