"""What a number measures and of whom: two links from the number's place in the parse.

The measure is the text's own words, or the name of a story's measure whose words they hold. Whose it is, is a span: the
subject of the clause, the owner of what is measured ("Iran's missiles", "our population"), or the party that has it
("the Emirates with a million people").
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.lexicon import read_rows
from onrecord.quantities import Quantity

Span = tuple[int, int]


class Link(NamedTuple):
    """``measure``: words (null: none found); ``about``: the span of the party's words; ``verb``: the governing verb's token.

    ``own``: whether the measure names something itself, and is not only the verb ("spent", without on what).
    """

    measure: str | None
    about: Span | None
    verb: int | None
    rule: str
    own: bool = True


NAMED = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "PRODUCT", "EVENT")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
STEPS = 12  # links climbed at most; no clause is deeper
EMPTY_NOUNS = frozenset(["total", "sum", "number", "amount", "maximum", "minimum", "record", "most", "rest", "estimate"])
_RIGHT = frozenset(["of", "for", "in", "on", "to", "against", "with", "from", "by", "between", "at"])


@cache
def _changes() -> frozenset[str]:
    return frozenset(row["lemma"] for row in read_rows("change_verbs"))


@cache
def _states() -> frozenset[str]:
    """Verbs that say how much their subject is: the subject is the measure."""
    return frozenset(row["lemma"] for row in read_rows("measure_verbs") if row["kind"] == "state")


@cache
def _gifts() -> frozenset[str]:
    """Verbs of handing over: without a giver the figure is about the one who receives."""
    return frozenset(row["lemma"] for row in read_rows("measure_verbs") if row["kind"] == "transfer")


def find_link(doc: Doc, quantity: Quantity) -> Link:
    """The measure and the party of one quantity, from the parse of its own sentence; null where that shows none."""
    link = _listed(doc, quantity) or _linked(doc, quantity)
    if link.measure and _words_of(link.measure) <= _words_of(quantity.unit or ""):
        link = link._replace(measure=None)  # the unit says it already
    if link.about and link.about[0] < quantity.end and quantity.start < link.about[1]:
        link = link._replace(about=None)
    return link


def _linked(doc: Doc, quantity: Quantity) -> Link:
    token = doc[quantity.token]
    base = _base(doc, token, quantity)
    if base is not None:
        return _of_base(doc, quantity, token, base)
    return _climb(doc, quantity, token) if quantity.noun is None else _counted(doc, quantity, doc[quantity.noun])


_LISTED = re.compile(r"(?:,\s(?:up|down|off)|\s?\((?:up|down)?|\)?,|(?<=[\w%]))\s?$")


def _listed(doc: Doc, quantity: Quantity) -> Link | None:
    """Tables in words: "Maldonado (15.3 points", "Acme, up 5p", "Dow +0.2%": the name right before, without a verb."""
    i = quantity.token
    while i > 0 and doc[i].idx >= quantity.start:
        i -= 1
    lead = i
    while i > 0 and doc[i].text in ("(", ",", "up", "down", "off"):
        i -= 1
    name, marks = doc[i], {doc[j].text for j in range(i + 1, lead + 1)}
    if name.pos_ != "PROPN" or name.ent_type_ in ("DATE", "TIME") or (marks == {","} or marks & {"up", "down"} and "," not in marks):
        return None
    if not marks and doc.text[quantity.start] not in "+-−–":
        return None
    return Link(None, _span(name), None, "listed after a name")


def _counted(doc: Doc, quantity: Quantity, noun: Token) -> Link:
    """ "has 13,000 workers in Britain": the workers, of whoever has them; "a million people are under arms": the clause."""
    words = phrase(doc, noun, quantity)
    if noun.lemma_.lower() == "population":
        return Link("population", _near_owner(noun) or _having(doc, noun) or _owner(noun), None, "counted population")
    up = _climb(doc, quantity, noun)
    if noun.dep_ in SUBJECTS and noun.head.pos_ in ("VERB", "AUX"):
        return Link(_clause(doc, noun, words), _near_owner(noun) or _receiver(noun.head), noun.head.i, "counted subject")
    about = _near_owner(noun) or up.about or _owner(noun)
    if up.measure and up.rule in ("subject", "of noun", "object", "modified noun"):
        return up._replace(about=about)
    return Link(words, about, up.verb, "counted noun")


def _clause(doc: Doc, noun: Token, words: str) -> str:
    """The counted noun with what is said of it: "people on the arms", "pilgrims killed"; what it does is no measure."""
    verb = noun.head
    if verb.lemma_ == "be":
        rest = next((c for c in verb.children if c.dep_ == "prep" and c.i > verb.i), None)
        return f"{words} {_text(doc, rest.i, _right_edge(rest))}" if rest is not None else words
    return f"{words} {verb.text}" if noun.dep_ == "nsubjpass" else words


_SIZES = ("hundred", "thousand", "million", "billion", "trillion", "dollar", "euro", "pound", "percent", "%")


def _base(doc: Doc, token: Token, quantity: Quantity) -> Token | None:
    """What it is an amount or a share of: "57 % of voters", "8 miles of tunnels", "half the condos"."""
    if quantity.noun is not None and quantity.style != "fraction":
        return None
    i = token.i + 1
    while i < len(doc) and doc[i].idx < quantity.end:
        i += 1
    if i < len(doc) and doc[i].text == "(":
        i = next((j + 1 for j in range(i, min(i + 7, len(doc))) if doc[j].text == ")"), i)
    if i < len(doc) and doc[i].lower_ == "of":
        return _pobj(doc[i])
    if token.dep_ in ("predet", "nummod", "quantmod", "det") and quantity.style == "fraction" and token.head.i > token.i:
        return token.head
    return None


def _pobj(prep: Token) -> Token | None:
    found = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if found is not None and found.lemma_ in _SIZES:
        further = next((g for c in found.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
        return further
    return found if found is not None and found.pos_ in ("NOUN", "PROPN") else None


def _of_base(doc: Doc, quantity: Quantity, token: Token, base: Token) -> Link:
    up = _climb(doc, quantity, token)
    words, rule = phrase(doc, base, quantity), "share of" if quantity.unit_kind in ("share", None) else "amount of"
    having = _having(doc, token)
    if having:
        return Link(words, having, up.verb, rule)
    passive = _reduced(doc, quantity, base)
    about = _near_owner(base) or (up.about if up.about != _span(base) else None) or _owner(base)
    if passive is not None:
        words = f"{words} {passive.text}"
        about = _receiver(passive) or about
    return Link(words, about, up.verb, rule)


def _reduced(doc: Doc, quantity: Quantity, base: Token) -> Token | None:
    """The participle of a relative clause on the amount or its noun: "weapons that are being sold"."""
    words = [base, *(token for token in doc[max(0, base.i - 8) : base.i] if token.idx >= quantity.start)]
    for word in words:
        for child in word.children:
            if child.dep_ in ("relcl", "acl") and child.i > base.i and child.tag_ == "VBN":
                return child
    return None


def _receiver(verb: Token) -> Span | None:
    """ "sold to Arab countries": the countries."""
    if verb.lemma_.lower() not in _gifts():
        return None
    for prep in verb.children:
        if prep.lower_ == "to" and prep.i > verb.i:
            found = next((c for c in prep.children if c.dep_ == "pobj"), None)
            return None if found is None else _span(found, wide=True)
    return None


def _having(doc: Doc, token: Token) -> Span | None:
    """ "the Emirates with a million people": who has it, whatever the parse makes of the rest."""
    left = min(token.left_edge.i, token.i)
    for i in range(left, max(left - 4, 0), -1):
        if doc[i].lower_ == "with" and i > 0:
            before = doc[i - 1]
            return _span(before) if before.pos_ in ("PROPN", "NOUN", "PRON") else None
    head = token.head
    if token.dep_ == "dobj" and head.lemma_ in ("have", "possess", "own"):
        return _subject_span(head)
    return None


def _climb(doc: Doc, quantity: Quantity, token: Token) -> Link:
    """Up from the number to the noun that it modifies, or to the verb of its clause."""
    words, about, far, rule, child = None, None, None, "", token
    for _ in range(STEPS):
        head, dep = child.head, child.dep_
        if head is child:
            break
        if dep in ("conj", "appos") or (dep == "npadvmod" and head.like_num):
            child = head
            continue
        if head.pos_ in ("VERB", "AUX") or (dep == "pobj" and head.head.pos_ in ("VERB", "AUX") and head.head is not head):
            verb = head if head.pos_ in ("VERB", "AUX") else head.head
            link = _of_verb(doc, quantity, child, verb, words, about, rule)
            return link._replace(about=link.about or far)
        if words is None and dep == "npadvmod" and head.pos_ == "ADJ" and head.i > child.i:
            words, rule = head.text, "measured adjective"
        noun = head.head if dep == "pobj" else head
        if noun.pos_ in ("NOUN", "PROPN") and not noun.like_num and not _inside(noun, quantity):
            if dep == "pobj" and head.lower_ == "with":
                about = about or _span(noun)
            elif words is None and noun.lemma_.lower() not in EMPTY_NOUNS:
                words, rule = phrase(doc, noun, quantity), "of noun" if dep == "pobj" else "modified noun"
                about = about or _near_owner(noun)
                far = _owner(noun)
        child = noun if dep == "pobj" and noun is not head else head
    return Link(words, about or far, None, rule or "none")


def _inside(token: Token, quantity: Quantity) -> bool:
    return quantity.start <= token.idx < quantity.end


def _of_verb(doc: Doc, quantity: Quantity, child: Token, verb: Token, words: str | None, about: Span | None, rule: str) -> Link:
    """The measure that the verb's clause gives: its subject, its object, or the verb with what follows it."""
    subject = _subject(verb)
    subject = None if subject is not None and _inside(subject, quantity) else subject
    lemma = verb.lemma_.lower()
    if words is not None:
        if child is subject or child.dep_ in SUBJECTS:
            return Link(words, about, verb.i, rule)
        return Link(words, about or _agent(verb), verb.i, rule)
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "obj") and c.pos_ in ("NOUN", "PROPN")), None)
    if thing is not None and (thing is child or _inside(thing, quantity) or thing.lemma_ in EMPTY_NOUNS):
        thing = None
    if thing is not None and thing.i != quantity.token:
        return Link(phrase(doc, thing, quantity), _held(thing) or _agent(verb) or _owner(thing), verb.i, "object")
    if subject is None or child is subject:
        words = _verb_words(doc, verb, quantity) if child.dep_ == "dobj" and child is not subject else None
        return Link(words, _receiver(verb), verb.i, "verb" if words else "none", own=False)
    if lemma in _states() or lemma in _changes() or child.dep_ in ("attr", "acomp", "npadvmod", "advmod", "oprd"):
        if subject.pos_ in ("NOUN", "PROPN") and not _is_party(subject):
            return Link(phrase(doc, subject, quantity), _owner(subject), verb.i, "subject")
        return Link(None, _subject_span(verb), verb.i, "subject is party", own=False)
    own = _complement(verb, quantity) is not None
    words = _verb_words(doc, verb, quantity) if own or child.dep_ == "dobj" else None
    return Link(words, _subject_span(verb), verb.i, "verb and object", own)


def _agent(verb: Token) -> Span | None:
    """The subject as a party; the "it" of "it is easy to extend" is none."""
    subject = _subject(verb)
    return None if subject is not None and subject.lower_ in ("it", "there", "that", "this") and _subject_span(verb) == _span(subject) else _subject_span(verb)


def _is_party(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in NAMED


def _verb_words(doc: Doc, verb: Token, quantity: Quantity) -> str | None:
    """The verb and the phrase that says on what: "spent … on its military"; "…" where the number stood between."""
    if verb.lemma_ in ("be", "have", "do", "say", "go"):
        return None
    rest = _complement(verb, quantity)
    if rest is None:
        return verb.text
    words = _text(doc, rest.i, _right_edge(rest))
    gap = doc.text[verb.idx + len(verb) : doc[rest.i].idx].strip()
    return f"{verb.text} … {words}" if gap else f"{verb.text} {words}"


def _complement(verb: Token, quantity: Quantity) -> Token | None:
    """The prepositional phrase after the number that names a thing, no time and no number."""
    for prep in [*verb.children, *verb.doc[quantity.token].children]:
        if prep.dep_ != "prep" or prep.idx < quantity.end or prep.lower_ not in ("on", "for", "in", "into", "of", "to", "from"):
            continue
        found = next((c for c in prep.children if c.dep_ == "pobj"), None)
        if found is not None and found.pos_ in ("NOUN", "PROPN") and found.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT"):
            return prep
    return None


_PARTS = frozenset(["each", "most", "all", "some", "both", "rest", "many", "none", "majority", "either"])


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, of the clause it is coordinated with or that it completes; of "each of them", them."""
    for _ in range(STEPS):
        found = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if found is not None:
            if found.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                return verb.head
            if found.lemma_.lower() in _PARTS:
                whole = next((g for c in found.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
                return found if whole is None else whole
            return found
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN"):
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "advmod") or verb.head is verb:
            return None
        verb = verb.head
    return None


def _subject_span(verb: Token) -> Span | None:
    """The subject's words; "it" in what a body says is that body ("the company said it has …")."""
    subject = _subject(verb)
    if subject is None:
        return None
    if subject.lower_ in ("it", "they") and subject.head.dep_ == "ccomp" and subject.head.lemma_ != "be":
        speaker = _subject(subject.head.head)
        if speaker is not None and speaker.pos_ in ("NOUN", "PROPN") and speaker.ent_type_ != "PERSON":
            return _span(speaker)
    return _span(subject)


def _near_owner(noun: Token) -> Span | None:
    """Whose, before the noun: "Iran's missiles", "our population", "Iranian missiles"."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.ent_type_ in NAMED and child.i < noun.i and child.dep_ in ("amod", "compound", "nmod")):
            return _span(child)
    return None


def _held(noun: Token) -> Span | None:
    """The owner before the noun, or the possessive pronoun of a noun after it: "the range of its missiles"."""
    return _near_owner(noun) or next((_span(t) for t in noun.subtree if t.tag_ == "PRP$" and noun.i < t.i <= noun.i + 3), None)


def _owner(noun: Token) -> Span | None:
    """Whose: before the noun, else after it ("the missiles of Iran", "shares in Acme")."""
    if owner := _near_owner(noun):
        return owner
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "in", "at", "by", "for", "from"):
            for thing in prep.children:
                if thing.dep_ == "pobj":
                    if thing.pos_ == "PROPN":
                        return _span(thing)
                    if owner := _owner(thing):
                        return owner
    return None


def _span(token: Token, wide: bool = False) -> Span:
    """The words of a party: its name or noun with modifiers, without what follows (``wide``: with it)."""
    if token.pos_ == "PRON" or token.dep_ == "poss" and token.tag_ == "PRP$":
        return token.idx, token.idx + len(token)
    left = token.i
    for child in token.lefts:
        if child.dep_ in ("compound", "amod", "nmod", "poss", "det") and all(not t.is_punct or t.text in "-’'" for t in token.doc[child.left_edge.i : token.i]):
            left = min(left, child.left_edge.i)
    if token.doc[left].pos_ == "DET" and left < token.i:
        left += 1
    right = _right_edge(token) if wide else token.i
    if not wide and token.ent_type_ and token.pos_ == "PROPN":
        while right + 1 < len(token.doc) and token.doc[right + 1].ent_iob_ == "I" and token.doc[right + 1].pos_ == "PROPN":
            right += 1
    last = token.doc[right]
    return token.doc[left].idx, last.idx + len(last)


def phrase(doc: Doc, noun: Token, quantity: Quantity) -> str:
    """A noun with its modifiers and the "of", "for", "in" after it, without article, number and clauses."""
    left = noun.i
    for child in reversed(list(noun.lefts)):
        if child.dep_ not in ("compound", "amod", "nmod", "poss") or child.right_edge.i + 1 != left or child.like_num:
            break
        left = child.left_edge.i
    if doc[left].dep_ == "poss" and doc[left].tag_ == "PRP$" and left < noun.i:
        left += 1
    while left < noun.i and (doc[left].idx < quantity.end and quantity.start <= doc[left].idx or doc[left].pos_ == "DET"):
        left += 1
    return _text(doc, left, _right_edge(noun, quantity))


def _right_edge(token: Token, quantity: Quantity | None = None) -> int:
    """The last token of a phrase: prepositional phrases on it are followed, clauses and lists are not."""
    edge = token.i
    for _ in range(3):
        found = None
        for child in token.doc[edge].rights if edge != token.i else token.rights:
            if child.i != edge + 1:
                continue
            if child.dep_ == "pobj" or (child.dep_ == "prep" and child.lower_ in _RIGHT):
                found = child
        if found is None:
            break
        thing = found if found.dep_ == "pobj" else next((c for c in found.children if c.dep_ == "pobj"), None)
        if thing is None or thing.like_num or thing.ent_type_ in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY"):
            break
        if quantity and any(quantity.start <= t.idx < quantity.end for t in token.doc[edge + 1 : thing.i + 1]):
            break
        edge = thing.i
    if token.dep_ == "prep" and edge == token.i:
        thing = next((c for c in token.children if c.dep_ == "pobj"), None)
        edge = thing.i if thing is not None else edge
    return edge


def _text(doc: Doc, first: int, last: int) -> str:
    return " ".join(doc.text[doc[first].idx : doc[last].idx + len(doc[last])].split())


_WORD = re.compile(r"[^\W\d_]+")
_STOP = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "for", "to", "by", "with", "and", "or", "its", "their", "his", "her", "our", "my",
     "this", "that", "these", "those", "is", "are", "was", "were", "be", "being", "been", "has", "have", "had", "from", "as"]
)


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in read_rows("irregular_forms")}


def _stem(word: str) -> str:
    """A crude stem, the same for "spent", "spending" and "spends"."""
    word = _irregular().get(word, word)
    for ending, least in (("ings", 3), ("ing", 3), ("ies", 3), ("ed", 3), ("es", 4), ("s", 3)):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            word = word[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    return word.removesuffix("e")


def _words_of(text: str) -> frozenset[str]:
    return frozenset(_stem(w) for w in _WORD.findall(text.lower()))


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(w) for w in _WORD.findall(text.lower()) if w not in _STOP)


def match_measure(measure: str, measures: Mapping[str, Sequence[str]]) -> str | None:
    """The name of the story's measure whose words (or name) all occur in ``measure``, in any order and inflection.

    The entry that accounts for most words wins ("military spending" before "spending"); two alike give null.
    """
    have, best = _stems(measure), {}
    for name, phrases in measures.items():
        sizes = [len(s) for s in map(_stems, [name, *phrases]) if s and s <= have]
        if sizes:
            best[name] = max(sizes)
    top = [name for name, size in best.items() if size == max(best.values())]
    return top[0] if len(top) == 1 else None
