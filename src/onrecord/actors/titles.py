"""Titles: what roles people hold in an article, and whose role "the foreign minister" is.

A title resolves when one holder fits best; otherwise it stays open. A spokesman without a name is an actor of his own,
and "the spokesman" after him is he.
"""

from onrecord.actors import roles
from onrecord.actors.mentions import Mention
from onrecord.actors.office_holders import find_holder
from onrecord.actors.parties import Parties, read_kin
from onrecord.actors.roles import Role, read_general_nouns
from onrecord.language.noun_phrases import complement_end, phrase_start

DETERMINERS = frozenset(
    ("a", "an", "one", "another", "some", "several", "many", "two", "three", "other", "no", "any", "every", "each")
)

SERVING = frozenset(
    ("serve", "act", "work", "stay", "remain", "resign", "step", "return", "continue", "retire", "begin")
)


def find_roles(parties: Parties) -> None:
    """Give every person the roles that stand before, behind or in a clause about one of their names."""
    text, tree = parties.text, parties.text.tree
    heads = {m.head: i for i, m in enumerate(parties.mentions) if m.form == "name"}
    for i, m in enumerate(parties.mentions):
        party = parties.of[i]
        if party is None or m.kind != "person" or m.form != "name":
            continue
        before = text.words[m.first - 1].casefold() if m.first else ""
        if gender := read_kin().get(before):
            parties.all[party].genders.add(gender)
        for role in _roles_of_name(parties, m):
            parties.add_role(party, role)
            if role.noun in roles.read_genders():
                parties.all[party].genders.add(roles.read_genders()[role.noun])
    for i, m in enumerate(parties.mentions):
        if m.form in ("title", "nominal") and m.anchor in heads and parties.of[heads[m.anchor]] is not None:
            party = parties.of[heads[m.anchor]]
            if m.kind == "group" and parties.all[party].kind == "person":
                continue  # "two other senators, Ada Moss and Ivo Brandt"
            role = roles.read_role(tree, text.words, (m.first, m.stop), _noun_token(parties, m), _is_past(tree, m.head))
            if role and m.kind == "person":
                parties.add_role(party, role)
                if role.noun in roles.read_genders():
                    parties.all[party].genders.add(roles.read_genders()[role.noun])
            parties.put(i, party, "in apposition to the name")


def _noun_token(parties: Parties, m: Mention) -> int:
    """The token in a title whose word the role table knows."""
    words = parties.text.words
    return (
        m.head
        if roles.is_role_word(words[m.head])
        else next((k for k in range(m.first, m.stop) if roles.is_role_word(words[k]) and not _owns(parties, k)), m.head)
    )


def _owns(parties: Parties, k: int) -> bool:
    """Whether a noun is whose something is ("the attacker's father")."""
    return parties.text.tree.dep[k] == "poss"


def _is_past(tree, head: int) -> bool:
    top = tree.head[head]
    return tree.dep[head] == "attr" and tree.tag[top] == "VBD"


def _roles_of_name(parties: Parties, m: Mention) -> list[Role]:
    """The role in the words before a name, and that in a relative clause after it ("who was the commander of …")."""
    tree, text = parties.text.tree, parties.text
    found = _read_roles(parties, role_start(parties, m), m.first)
    for clause in tree.kids(m.head):
        if tree.dep[clause] == "relcl" and tree.lemma[clause] == "be" and (attr := tree.child(clause, "attr")):
            stop = tree.right(clause)
            role = roles.read_role(
                tree, text.words, (tree.left(attr), max(stop, attr + 1)), attr, tree.tag[clause] == "VBD"
            )
            if role:
                found.append(role)
    return found + _roles_served(parties, m)


def _roles_served(parties: Parties, m: Mention) -> list[Role]:
    """ "Roe has served as prime minister since March", "Roe will step aside as leader of the party"."""
    tree, verb = parties.text.tree, parties.text.tree.head[m.head]
    if tree.dep[m.head] != "nsubj" or tree.lemma[verb] not in SERVING:
        return []
    held = (k for as_ in tree.kids(verb) if tree.word(as_) == "as" for k in tree.kids(as_) if tree.dep[k] == "pobj")
    read = (
        roles.read_role(
            tree, parties.text.words, (tree.left(k), complement_end(tree, k, k + 1)), k, tree.tag[verb] == "VBD"
        )
        for k in held
    )
    return [role for role in read if role]


def _read_roles(parties: Parties, first: int, stop: int) -> list[Role]:
    """One role, or several: a role word after "of …" or "and" begins the next ("Leader of the Party Marshal X")."""
    words, starts, heads = parties.text.words, [first], []
    for i in range(first, stop):
        if not roles.is_role_word(words[i]) or parties.text.tree.tag[i] in ("VBD", "VBN"):
            continue  # "they accused President Roe"
        between = {w.casefold() for w in words[heads[-1] + 1 : i]} if heads else set()
        noun = roles.find_noun(words, i)
        if (
            heads
            and (noun is None or noun[1] > heads[-1])
            and between & {"of", "for", "and"}
            and not between & {"'s", "’s"}
        ):
            starts.append(noun[1] if noun else i)
            heads.append(i)
        elif heads:
            heads[-1] = i
        else:
            heads.append(i)
    spans = zip(starts, [*starts[1:], stop], heads, strict=False)
    found = [roles.read_role(parties.text.tree, words, (a, b), head) for a, b, head in spans]
    return [role for role in found if role]


def role_start(parties: Parties, m: Mention) -> int:
    """Where the words before a name that belong to it begin: its title, its modifiers, "the economist"."""
    text, tree = parties.text, parties.text.tree
    noun = min(m.title[0] if m.title else m.first, m.first)
    first = min(noun, phrase_start(tree, m.head))
    while first < noun and tree.pos[first] in ("DET", "SCONJ"):  # an article is no part of a role
        first += 1
    others = [o.stop for o in parties.mentions if o.form == "name" and o.kind == "person" and first <= o.first < noun]
    first = max([first, *(stop + 1 for stop in others if tree.pos[stop] == "CCONJ")])  # "Moss and Minister Roe"
    top = tree.head[m.head]
    if tree.dep[m.head] == "appos" and top < m.first and top >= first - 1 and roles.is_role_word(text.words[top]):
        first = min(first, tree.left(top))
    if first == m.first and m.first and roles.is_role_word(text.words[m.first - 1]) and tree.dep[m.first - 1]:
        first = m.first - 1
    while (
        first > 0
        and text.words[first - 1] in ("'s", "’s")
        and first - 2 >= 0
        and tree.dep[first - 2]
        and tree.head[first - 2] >= first
    ):
        first = tree.left(first - 2)
    if m.title and first == m.title[0] and first >= 2 and text.words[first - 1] in ("'s", "’s"):
        first = max(0, tree.left(first - 2))
    return first


def resolve_titles(parties: Parties, sources: set[int]) -> None:
    """Find the holder of every title left, in reading order; unnamed holders become parties when they are sources."""
    outer: list[int] = []
    for i, m in enumerate(parties.mentions):
        if m.form not in ("title", "nominal"):
            continue
        if m.kind not in ("person", "group"):
            continue
        outer = [k for k in outer if parties.mentions[k].stop >= m.stop]
        if parties.of[i] is None:
            _resolve_title(parties, i, i in sources, {parties.all[parties.of[k]].country for k in outer} - {None})
        if parties.of[i] is not None:
            outer.append(i)


def _resolve_title(parties: Parties, i: int, source: bool, lands: set[str]) -> None:
    """``lands``: the countries of those whose title this one is part of ("the president’s chief of staff")."""
    m, text = parties.mentions[i], parties.text
    past = _is_past(text.tree, m.head)
    role = roles.read_role(text.tree, text.words, (m.first, m.stop), _noun_token(parties, m), past)
    if role is None:
        return
    indefinite = text.words[m.first].casefold() in DETERMINERS
    found, reason = None, ""
    if role and not indefinite and (same := _introduced(parties, i)) is not None:
        found, reason = same, "the one without a name who is called so right before"
    elif role and not indefinite:
        found, reason = find_holder(parties, m, role, i, lands)
        if found is None and m.form == "title":
            found, reason = _next_speaker(parties, m), "the only person named, who speaks next"
    if found is not None:
        parties.put(i, found, reason)
    elif _is_general(parties, m):
        return  # "the candidate": read like a pronoun, later
    elif source or _speaks_for(parties, m) or _is_name(parties, m):
        kind = "group" if m.kind == "group" else "person" if _is_name(parties, m) else "unnamed"
        party = parties.new(kind)
        parties.all[party].text = parties.words(m)
        if role:
            parties.add_role(party, role)
        parties.put(
            i, party, "a title used as a name" if kind == "person" else "an unnamed source, in the text's words"
        )


def _introduced(parties: Parties, i: int) -> int | None:
    """ "A former council official said … . The official": who came in without a name by the same noun, at most two
    sentences before."""
    text, m = parties.text, parties.mentions[i]
    noun, bare = text.words[m.head].casefold(), m.stop - m.first == 2
    for k in range(i - 1, -1, -1) if bare and m.kind == "person" else ():
        other, party = parties.mentions[k], parties.of[k]
        if sum(text.start[other.stop : m.first + 1]) > 2:
            break
        indefinite = text.words[other.first].casefold() in DETERMINERS and text.words[other.head].casefold() == noun
        if indefinite and party is not None and parties.all[party].kind == "unnamed":
            return party
    return None


def _is_general(parties: Parties, m: Mention) -> bool:
    words = parties.text.words
    return words[m.first].casefold() == "the" and words[m.head].casefold() in read_general_nouns("person")


def _is_name(parties: Parties, m: Mention) -> bool:
    """ "Chancellor once said": a capital title alone, acting, is what the text calls somebody whom it does not name."""
    tree = parties.text.tree
    alone = m.stop - m.first == 1 and tree.tag[m.head] == "NNP" and not parties.text.start[m.first]
    return alone and tree.dep[m.head] == "nsubj" and tree.tag[tree.head[m.head]].startswith("VB")


def _next_speaker(parties: Parties, m: Mention) -> int | None:
    """ "The French president said … . Henri Morel was speaking in Lyon.": the one person, named as a speaker next."""
    tree = parties.text.tree
    people = [p for p, party in enumerate(parties.all) if party.kind == "person" and party.names]
    if len(people) != 1 or parties.all[people[0]].roles:
        return None
    first = parties.mentions[min(parties.all[people[0]].mentions)]
    near = m.stop < first.first and 0 < sum(parties.text.start[m.stop : first.first + 1]) <= 2
    verb = tree.head[first.head]
    return (
        people[0]
        if near and tree.dep[first.head] == "nsubj" and tree.lemma[verb] in ("say", "speak", "tell", "add", "talk")
        else None
    )


def _speaks_for(parties: Parties, m: Mention) -> bool:
    """ "A spokesman for Moreno" is somebody, whether he is a claim's source or not."""
    return parties.text.words[m.head].casefold() in ("spokesman", "spokeswoman", "spokesperson") and m.stop > m.head + 1
