"""Interviews: in a text of questions and answers without quotation marks, "I" is the one who was asked.

An article counts as one when it says so ("interviewed X", "spoke to X") and says "I" outside quotation marks often
enough; with two people asked, nobody is taken for "I".
"""

from collections.abc import Callable

from onrecord.actors.mentions import Mention
from onrecord.actors.parties import Parties
from onrecord.language.pronouns import YOU, I

ASKS = ("interview", "speak", "talk", "chat", "sit", "catch")
ENOUGH = 5  # "I" outside quotation marks; below that it is a reporter's aside


def resolve_interview(parties: Parties, quoted: Callable[[int], int]) -> None:
    """Give "I" and the "you" of the questions to the one person interviewed; ``quoted(offset)`` tells quotations."""
    loose = [i for i, m in enumerate(parties.mentions) if _is_loose(parties, i, m, quoted)]
    said = sum(1 for i in loose if parties.text.words[parties.mentions[i].first] in ("I", "my", "me", "My"))
    if said < ENOUGH:
        return
    asked = _find_asked(parties)
    if len(asked) != 1:
        return
    person, questions = asked.pop(), _question_paragraphs(parties)
    for i in loose:
        m = parties.mentions[i]
        word = parties.text.words[m.first].casefold()
        if word in I or parties.text.tree.paragraph[m.first] in questions:
            parties.put(i, person, "the one person interviewed")


def _is_loose(parties: Parties, i: int, m: Mention, quoted: Callable[[int], int]) -> bool:
    word = parties.text.words[m.first].casefold()
    return m.form == "pronoun" and parties.of[i] is None and word in I | YOU and quoted(m.start) < 0


def _find_asked(parties: Parties) -> set[int]:
    """Who was interviewed: the object of "interview", the one that somebody "spoke to", the next name after it."""
    tree = parties.text.tree
    named = {m.head: parties.of[i] for i, m in enumerate(parties.mentions) if m.form in ("name", "pronoun")}
    at = {k: p for k, p in named.items() if p is not None and parties.all[p].kind == "person"}
    asked: set[int | None] = set()
    for i, lemma in enumerate(tree.lemma):
        if lemma not in ASKS and not lemma.casefold().startswith("interview"):
            continue
        objects = _objects(parties, i, lemma in ASKS[1:])
        if not objects and lemma not in ASKS[1:]:
            stop = next((k for k in range(i + 1, min(i + 15, tree.n)) if parties.text.start[k]), min(i + 15, tree.n))
            objects = [k for k in range(i + 1, stop) if k in at][:1]
        objects += [k for head in objects for k in tree.kids(head) if tree.dep[k] in ("conj", "nmod") and k in at]
        asked |= {_person(parties, k, at) for k in objects}
    return {person for person in asked if person is not None}


def _objects(parties: Parties, verb: int, through: bool) -> list[int]:
    """The words that a verb (or noun) of interviewing takes as the one asked."""
    tree, words = parties.text.tree, parties.text.words
    found = [] if through else [k for k in tree.kids(verb) if tree.dep[k] in ("dobj", "nsubjpass")]
    for k in tree.kids(verb):
        if tree.dep[k] == "prep" and words[k].casefold() in ("with", "to"):
            found += [j for j in tree.kids(k) if tree.dep[j] == "pobj"]
    return found


def _person(parties: Parties, token: int, at: dict[int, int]) -> int | None:
    """ "The director, Ann Roe": the name itself or the one in apposition to the noun."""
    for _ in range(3):
        if token in at:
            return at[token]
        behind = parties.text.tree.child(token, "appos")
        if behind is None:
            return None
        token = behind
    return None


def _question_paragraphs(parties: Parties) -> set[int]:
    """Paragraphs that ask: with a question mark, and nobody in them who says "I"."""
    tree, words = parties.text.tree, parties.text.words
    asking = (span for span in tree.paragraphs if "?" in words[slice(*span)] and "I" not in words[slice(*span)])
    return {tree.paragraph[start] for start, _ in asking}
