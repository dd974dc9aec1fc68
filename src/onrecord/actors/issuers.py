"""Issuers: whose a statement, letter or post is, when the article says who put it out.

Only such a message passes on to its author. Records, filings, indictments, polls and articles speak for themselves, or
for the body that the noun phrase says made them: "court papers say" is never the accused whom they name.
"""

from collections.abc import Iterator

from onrecord.actors.antecedents import read_reporting
from onrecord.actors.mentions import Mention
from onrecord.actors.parties import Parties
from onrecord.actors.words import is_organisation_word
from onrecord.language.documents import read_documents
from onrecord.language.subjects import find_subject

REACH = 4  # sentences back in which a message that is spoken of again was put out


def is_message(noun: str) -> bool:
    return noun in read_documents(issued=True)


def find_issuer(parties: Parties, document: Mention, over: dict[int, list[int]]) -> int | None:
    """The party that put out this message, null when the text does not say; ``over``: token → mentions that hold it.

    Told by the noun itself ("his letter", "a statement from Acme"), or by the sentence that spoke of it last ("Acme
    issued a statement", "Moss said in a letter", "Moss tweeted": the tweet), else by the last that says of somebody
    that he wrote, sent or published.
    """
    noun = parties.text.words[document.head].casefold()
    if (owner := _owner(parties, document.head)) is not None:
        return _party_at(parties, over, owner)
    before = list(_words_before(parties, document.first))
    for t in before:
        if parties.text.words[t].casefold() == noun and (owner := _owner(parties, t)) is not None:
            return _party_at(parties, over, owner)
        if noun in (parties.text.words[t].casefold(), _verb(parties, t)):
            break
    else:
        t = next((t for t in before if _verb(parties, t) in read_reporting("put_out")), -1)
    doer = _doer(parties, t) if t >= 0 else None
    return None if doer is None else _party_at(parties, over, doer)


def find_maker(parties: Parties, document: Mention, over: dict[int, list[int]]) -> int | None:
    """The body or people whose record, report or figures these are by the noun phrase itself ("ministry figures", "a
    report by the Harbour Board", "its accounts"); null for a person's: "Moss's record" may be about him."""
    tree = parties.text.tree
    owner = _owner(parties, document.head)
    if owner is None:
        owner = next((k for k in tree.kids(document.head) if k < document.head and tree.dep[k] == "compound"), None)
    party = None if owner is None else _party_at(parties, over, owner)
    if party is None and owner is not None and tree.dep[owner] == "compound":
        party = _body_with(parties, parties.text.words[owner].casefold())
    return party if party is not None and parties.all[party].kind in ("organisation", "group", "country") else None


def _body_with(parties: Parties, word: str) -> int | None:
    """The one body of the article that has this word in its name ("ministry" of "ministry figures")."""
    bodies = (p for p, one in enumerate(parties.all) if one.kind == "organisation")
    found = [p for p in bodies if any(word in name.words for name in parties.all[p].names)]
    return found[0] if len(found) == 1 and is_organisation_word(word) else None


def _words_before(parties: Parties, first: int) -> Iterator[int]:
    """The words of the sentences within reach, from the last one back."""
    sentences = 0
    for t in range(first - 1, -1, -1):
        sentences += parties.text.start[t + 1]
        if sentences > REACH:
            return
        yield t


def _verb(parties: Parties, token: int) -> str:
    """The lemma of a verb, else nothing."""
    return parties.text.tree.lemma[token].lower() if parties.text.tree.pos[token] == "VERB" else ""


def is_owned_by_pronoun(parties: Parties, document: Mention) -> bool:
    """ "Her letter": whose it is, is known when the pronouns are."""
    owner = _owner(parties, document.head)
    return owner is not None and parties.text.tree.tag[owner] == "PRP$"


def _owner(parties: Parties, noun: int) -> int | None:
    """The possessor, or the one after "by" or "from"."""
    tree = parties.text.tree
    owner = tree.child(noun, "poss")
    by = next((k for k in tree.kids(noun) if parties.text.words[k] in ("by", "from")), None)
    return owner if owner is not None or by is None else tree.child(by, "pobj")


def _doer(parties: Parties, token: int) -> int | None:
    """Who issued or signed a message, or said or did something in it ("resigned in a letter")."""
    tree = parties.text.tree
    verb, within = token, False
    while tree.pos[verb] != "VERB" and tree.dep[verb] in ("dobj", "pobj", "prep", "nsubjpass", "appos"):
        verb = tree.head[verb]
        within = within or tree.word(verb) == "in"
    told = verb == token or within or tree.lemma[verb].lower() in read_reporting("issue") | read_reporting("speech")
    if tree.pos[verb] != "VERB" or not told:
        return None
    agent = tree.child(verb, "agent")
    if agent is not None:
        return tree.child(agent, "pobj")
    made = find_subject(tree, verb, passive=False)
    return made.word if made and made.tie == "subject" else None


def _party_at(parties: Parties, over: dict[int, list[int]], token: int) -> int | None:
    """The party named at this word, or by the name in apposition to it ("the company Acme")."""
    tree = parties.text.tree
    for at in (token, *(k for k in tree.kids(token) if tree.dep[k] == "appos")):
        for k in over.get(at, ()):
            party = parties.of[k]
            if party is not None and (parties.mentions[k].head == at or parties.mentions[k].form == "name"):
                return party
    return None
