"""Votes for a place: what stands around a name that says where, or whose mayor somebody is."""

from onrecord.actors.namings import Naming
from onrecord.actors.person_votes import word_votes
from onrecord.actors.words import ACRONYM, Words, read_organisation_words

HELD = frozenset(("shares", "share", "stake", "stakes", "stock", "trust", "confidence", "faith", "interest",
                  "investment", "investments", "investors", "invested", "believe", "believes"))  # fmt: skip
WHERE = frozenset(("in", "near", "across", "outside", "throughout", "around", "above", "below", "beyond", "towards"))
SEATED = frozenset(("mp", "tds", "td", "member", "mla", "msp", "senator", "congressman", "congresswoman", "candidate"))
GOVERNED = frozenset(("mayor", "governor", "sheriff", "town", "city", "village", "hamlet", "suburb", "outskirts",
                      "district", "province", "port", "residents", "region", "county", "borough", "valley",
                      "neighbourhood", "neighborhood"))  # fmt: skip
OWNED = frozenset(("mayor", "police", "airport", "streets", "suburbs", "outskirts", "residents", "downtown",
                   "fire", "schools", "harbour", "harbor"))  # fmt: skip
BUILT = frozenset(("bridge", "avenue", "street", "road", "wharf", "quay", "pier", "square", "roundabout", "beach",
                   "boulevard", "neighbourhood", "neighborhood", "suburb", "motorway", "highway", "tunnel", "canal",
                   "river", "dam", "stadium", "airport", "harbour", "harbor"))  # fmt: skip
SOVEREIGN = frozenset(("ambassador", "embassy", "navy", "army", "borders"))
PORTFOLIOS = frozenset(("prime", "foreign", "defence", "defense", "interior"))
POSSESSIVES = (["'s"], ["’s"])


def place_votes(text: Words, naming: Naming) -> float:
    """Its mayor, its police, whom it elected, "in" before it; a word in the name for a place."""
    tree, words = text.tree, text.words
    head, single = naming.end - 1, naming.end - naming.start == 1
    body, total = tree.text[tree.idx[naming.start] : tree.end[head]], 0.0
    if _is_governed(words, naming) or _is_seat(text, naming):
        total += 2.5
    elif single and _owns(words, naming) and {word.casefold() for word in words[naming.end + 1 :][:1]} & OWNED:
        total += 2.5  # "Delvo's police chief"
    elif _is_where(words, naming) and not ACRONYM.fullmatch(body) and not word_votes(words, naming):
        total += 1.2
    if words[naming.end : naming.end + 1] == ["police"] and tree.dep[head] == "compound":
        total += 2
    if _is_of_place(text, naming):
        total += 2.5
    if not single and words[head].casefold() in read_organisation_words("place"):
        total += 1.5
    if words[naming.start].rstrip(".") == "St" and _owns(words, naming):
        total += 6  # "St Karla's hospital"
    return total


def is_state(text: Words, head: int) -> bool:
    """ "Korland’s ambassador", "Korland’s foreign minister": what only a state has, though no list may have it."""
    tree, words = text.tree, text.words
    owned, behind = tree.head[head], head + 2
    if tree.dep[head] != "poss" or owned < behind or words[head + 1] not in ("'s", "’s", "’", "'"):
        return False
    noun = words[owned].casefold()
    return noun in SOVEREIGN or (noun == "minister" and words[owned - 1].casefold() in PORTFOLIOS)


def _owns(words: list[str], naming: Naming) -> bool:
    return words[naming.end : naming.end + 1] in POSSESSIVES


def _is_of_place(text: Words, naming: Naming) -> bool:
    """ "The Delvo bridge", "the avenue Karla Roe": a street or a building is called so."""
    tree, head = text.tree, naming.end - 1
    before = naming.lead > 0 and text.words[naming.lead - 1] in BUILT
    behind = text.words[naming.end : naming.end + 1]
    return before or (tree.dep[head] in ("compound", "nmod") and tree.head[head] == naming.end and {*behind} <= BUILT)


def _is_governed(words: list[str], naming: Naming) -> bool:
    """ "The mayor of Delvo", "the town of Delvo": a place."""
    of = naming.lead - 1
    return of > 0 and words[of] == "of" and words[of - 1].casefold() in GOVERNED


def _is_seat(text: Words, naming: Naming) -> bool:
    """ "The MP for Delvo and Lower Quay": whom a lawmaker was elected by."""
    tree, head = text.tree, naming.end - 1
    top = tree.head[head] if tree.dep[head] == "conj" else head
    prep = tree.head[top]
    return tree.dep[top] == "pobj" and tree.word(prep) == "for" and tree.word(tree.head[prep]) in SEATED


def _is_where(words: list[str], naming: Naming) -> bool:
    """ "In Delvo", "near Delvo"; but what somebody has a stake or faith in may be anything."""
    at = naming.lead - 1
    return at >= 0 and words[at].casefold() in WHERE and (at == 0 or words[at - 1].casefold() not in HELD)
