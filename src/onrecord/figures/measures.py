"""What a number measures and of whom: two links from the number's place in the parse.

The measure is the text's own words, or the name of a story's measure whose words they hold. Whose it is, is a span: the
subject of the clause, the owner of what is measured ("Peru's ports", "our population"), or the party that has it
("Malta with half a million people").
"""

from spacy.tokens import Doc, Token

from onrecord.figures.clauses import EMPTY_NOUNS, Link, is_inside, of_verb
from onrecord.figures.owners import STEPS, SUBJECTS, Span, having, is_party, near_owner, owner, receiver, span_of
from onrecord.figures.phrases import phrase, right_edge, text_of
from onrecord.figures.quantities import Quantity
from onrecord.language.words import stems


def find_link(doc: Doc, quantity: Quantity) -> Link:
    """The measure and the party of one quantity, from the parse of its own sentence; null where that shows none."""
    link = _listed(doc, quantity) or _linked(doc, quantity)
    if link.measure is None and link.about is None and link.rule not in ("counted subject", "number as subject"):
        link = _before_copula(doc, quantity) or link
    if link.measure and stems(link.measure) <= stems(quantity.unit or ""):
        link = link._replace(measure=None)  # the unit says it already
    return link._replace(about=_outside(link.about, quantity))


def _outside(span: Span | None, quantity: Quantity) -> Span | None:
    """The span, unless the number stands in it: no number is about itself."""
    return None if span and span[0] < quantity.end and quantity.start < span[1] else span


def _before_copula(doc: Doc, quantity: Quantity) -> Link | None:
    """Where the parse has lost the subject: the noun right before "is" or "was", with the noun that it hangs on."""
    i = quantity.token
    while i > 0 and (doc[i].idx >= quantity.start or doc[i].pos_ == "ADV"):
        i -= 1
    if doc[i].lemma_ != "be" or i == 0 or doc[i - 1].pos_ not in ("NOUN", "PROPN"):
        return None
    noun = doc[i - 1]
    for _ in range(STEPS):
        above = noun.head.head
        if noun.dep_ != "pobj" or above.pos_ not in ("NOUN", "PROPN") or above.i > noun.i:
            break
        noun = above
    party = is_party(noun)
    return Link(None if party else phrase(doc, noun, quantity), span_of(noun) if party else owner(noun), None, "copula")


def _linked(doc: Doc, quantity: Quantity) -> Link:
    token = doc[quantity.token]
    base = _base(doc, token, quantity)
    if base is not None:
        return _of_base(doc, quantity, token, base)
    return _climb(doc, quantity, token) if quantity.noun is None else _counted(doc, quantity, doc[quantity.noun])


def _listed(doc: Doc, quantity: Quantity) -> Link | None:
    """Tables in words: "Lopez (11.2 points", "Acme, up 5p", "Dow +0.2%": the name right before, without a verb."""
    i = quantity.token
    while i > 0 and doc[i].idx + len(doc[i]) > quantity.start:
        i -= 1
    lead = i
    while i > 0 and doc[i].text in ("(", ",", "up", "down", "off"):
        i -= 1
    while i > 0 and doc[i].like_num and doc[i - 1].pos_ == "PROPN":
        i -= 1
    name, marks = doc[i], {doc[j].text for j in range(i + 1, lead + 1)}
    if (
        name.pos_ != "PROPN"
        or name.ent_type_ in ("DATE", "TIME")
        or (marks == {","} or (marks & {"up", "down"} and "," not in marks))
    ):
        return None
    if not marks and not (lead + 1 < len(doc) and doc[lead + 1].text[0] in "+-−–"):
        return None
    return Link(None, span_of(name), None, "listed after a name")


def _counted(doc: Doc, quantity: Quantity, noun: Token) -> Link:
    """ "has 2,400 workers in Britain": of whoever has them; "a thousand nurses are on strike": the clause."""
    words, near = phrase(doc, noun, quantity), _outside(near_owner(noun), quantity) or having(noun)
    if noun.lemma_.lower() == "population":
        return Link("population", near or owner(noun), None, "counted population")
    up = _climb(doc, quantity, noun)
    if noun.dep_ in SUBJECTS and noun.head.pos_ in ("VERB", "AUX"):
        return Link(
            _clause(doc, noun, words),
            near or receiver(noun.head),
            noun.head.i,
            "counted subject",
        )
    about = near or up.about or _outside(owner(noun), quantity)
    if state := _state(noun):
        return Link(f"{words} {state}", about, up.verb, "counted noun")
    if up.measure and up.rule in ("subject", "of noun", "object", "modified noun"):
        return up._replace(about=about)
    return Link(words, about, up.verb, "counted noun")


def _state(noun: Token) -> str | None:
    """What a relative clause says they are: "people who have been unemployed", "pupils who were injured"."""
    clause = next((c for c in noun.children if c.dep_ == "relcl" and c.i > noun.i), None)
    if clause is None:
        return None
    if clause.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in clause.children):
        return clause.text
    return next((c.text for c in clause.children if c.dep_ == "acomp" and clause.lemma_ == "be"), None)


def _clause(doc: Doc, noun: Token, words: str) -> str:
    """The counted noun with what is said of it: "nurses on strike", "pilgrims killed"; what it does is no measure."""
    verb = noun.head
    if verb.lemma_ == "be":
        rest = next((c for c in verb.children if c.dep_ == "prep" and c.i > verb.i), None)
        return f"{words} {text_of(doc, rest.i, right_edge(rest))}" if rest is not None else words
    return f"{words} {verb.text}" if noun.dep_ == "nsubjpass" else words


_SIZES = ("hundred", "thousand", "million", "billion", "trillion", "dollar", "euro", "pound", "percent", "%")


def _base(doc: Doc, token: Token, quantity: Quantity) -> Token | None:
    """What it is an amount or a share of: "61 % of voters", "12 km of cable", "half the condos"."""
    if quantity.noun is not None and quantity.style != "fraction":
        return None
    i = token.i + 1
    while i < len(doc) and doc[i].idx < quantity.end:
        i += 1
    if i < len(doc) and doc[i].text == "(":
        i = next((j + 1 for j in range(i, min(i + 7, len(doc))) if doc[j].text == ")"), i)
    if i < len(doc) and doc[i].lower_ == "of":
        return _pobj(doc[i])
    if (
        token.dep_ in ("predet", "nummod", "quantmod", "det")
        and quantity.style == "fraction"
        and token.head.i > token.i
    ):
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
    holder = having(token)
    if holder:
        return Link(words, holder, up.verb, rule)
    passive = _reduced(doc, quantity, base)
    about = near_owner(base) or (up.about if up.about != span_of(base) else None) or owner(base)
    if passive is not None:
        words = f"{words} {passive.text}"
        about = receiver(passive) or about
    return Link(words, about, up.verb, rule)


def _reduced(doc: Doc, quantity: Quantity, base: Token) -> Token | None:
    """The participle of a relative clause on the amount or its noun: "houses that are being sold"."""
    words = [base, *(token for token in doc[max(0, base.i - 8) : base.i] if token.idx >= quantity.start)]
    for word in words:
        for child in word.children:
            if child.dep_ in ("relcl", "acl") and child.i > base.i and child.tag_ == "VBN":
                return child
    return None


def _climb(doc: Doc, quantity: Quantity, token: Token) -> Link:
    """Up from the number to the noun that it modifies, or to the verb of its clause."""
    words, about, far, rule, child = None, None, None, "", token
    for _ in range(STEPS):
        head, dep = child.head, child.dep_
        if head == child:
            break
        if dep == "appos" and words is None and _is_thing(head, quantity):
            party = is_party(head)
            return Link(
                None if party else phrase(doc, head, quantity),
                span_of(head) if party else owner(head),
                None,
                "apposition",
            )
        if dep in ("conj", "appos") or (dep == "npadvmod" and head.like_num):
            child = head
            continue
        if head.pos_ in ("VERB", "AUX") or (dep == "pobj" and head.head.pos_ in ("VERB", "AUX") and head.head != head):
            verb = head if head.pos_ in ("VERB", "AUX") else head.head
            link = of_verb(doc, quantity, child, verb, words, about, rule)
            return link._replace(about=link.about or far)
        if words is None and dep == "npadvmod" and head.pos_ == "ADJ" and head.i > child.i:
            words, rule = head.text, "measured adjective"
        noun = head.head if dep == "pobj" else head
        if noun.pos_ in ("NOUN", "PROPN") and not noun.like_num and not is_inside(noun, quantity):
            if dep == "pobj" and head.lower_ == "with":
                about = about or span_of(noun)
            elif words is None and noun.lemma_.lower() not in EMPTY_NOUNS and noun.ent_type_ not in ("DATE", "TIME"):
                words, rule = phrase(doc, noun, quantity), "of noun" if dep == "pobj" else "modified noun"
                about = about or near_owner(noun)
                far = owner(noun)
        child = noun if dep == "pobj" and noun != head else head
    return Link(words, about or far, None, rule or "none")


def _is_thing(noun: Token, quantity: Quantity) -> bool:
    """Whether it is a noun that is no unit of another number."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.like_num or is_inside(noun, quantity):
        return False
    return not any(c.like_num for c in noun.children if c.i < noun.i)
