"""What a number measures and of whom: two links from the number's place in the parse.

The measure is the text's own words, or the name of a story's measure whose words they hold. Whose it is, is a span: the
subject of the clause, the owner of what is measured ("Peru's ports", "our population"), or the party that has it
("Malta with half a million people").
"""

from onrecord.figures.clauses import EMPTY_NOUNS, Link, is_inside, of_verb
from onrecord.figures.owners import STEPS, having, is_party, near_owner, owner, owner_of_counted, receiver, span_of
from onrecord.figures.phrases import after_of, phrase, right_edge, text_of
from onrecord.figures.predicates import STEPS_OF_A_SCALE, place_of, said_of
from onrecord.figures.quantities import Quantity
from onrecord.language.spans import Chars
from onrecord.language.subjects import SUBJECTS
from onrecord.language.trees import Tree
from onrecord.language.words import stems


def find_link(tree: Tree, quantity: Quantity) -> Link:
    """The measure and the party of one quantity, from the parse of its own sentence; null where that shows none."""
    link = _distance(tree, quantity) or _listed(tree, quantity) or _linked(tree, quantity)
    if link.measure is None and link.about is None and link.rule not in ("counted subject", "number as subject"):
        link = _before_copula(tree, quantity) or link
    if link.measure and quantity.noun is None and stems(link.measure) <= stems(quantity.unit or ""):
        link = link._replace(measure=None)  # the unit says it already
    return link._replace(about=_outside(link.about, quantity))


_DIRECTIONS = frozenset(
    (
        *("from", "off", "away", "north", "south", "east", "west"),
        *("northeast", "northwest", "southeast", "southwest"),
    )
)


def _distance(tree: Tree, quantity: Quantity) -> Link | None:
    """ "90 miles from the coast", "7 miles northwest of town": how far from what."""
    if quantity.unit_kind != "length":
        return None
    first = tree.first_from(quantity.end)
    if first >= tree.n or tree.word(first) not in _DIRECTIONS:
        return None
    prep = next((i for i in range(first, min(first + 3, tree.n)) if tree.word(i) in ("from", "off", "of")), None)
    thing = None if prep is None else tree.child(prep, "pobj")
    if thing is None or tree.numeric[thing]:
        return None
    return Link(text_of(tree, first, right_edge(tree, thing)), None, None, "distance")


def _outside(span: Chars | None, quantity: Quantity) -> Chars | None:
    """The span, unless the number stands in it: no number is about itself."""
    return None if span and span[0] < quantity.end and quantity.start < span[1] else span


def _before_copula(tree: Tree, quantity: Quantity) -> Link | None:
    """Where the parse has lost the subject: the noun right before "is" or "was", with the noun that it hangs on."""
    i = quantity.token
    while i > 0 and (tree.idx[i] >= quantity.start or tree.pos[i] == "ADV"):
        i -= 1
    if tree.lemma[i] != "be" or i == 0 or tree.pos[i - 1] not in ("NOUN", "PROPN"):
        return None
    noun = i - 1
    for _ in range(STEPS):
        above = tree.head[tree.head[noun]]
        if tree.dep[noun] != "pobj" or tree.pos[above] not in ("NOUN", "PROPN") or above > noun:
            break
        noun = above
    if is_party(tree, noun):
        return Link(None, span_of(tree, noun), None, "copula")
    return Link(phrase(tree, noun, quantity), owner(tree, noun), None, "copula")


def _linked(tree: Tree, quantity: Quantity) -> Link:
    token = quantity.token
    base = _base(tree, token, quantity)
    if base is not None:
        return _of_base(tree, quantity, token, base)
    return _climb(tree, quantity, token) if quantity.noun is None else _counted(tree, quantity, quantity.noun)


def _listed(tree: Tree, quantity: Quantity) -> Link | None:
    """Tables in words: "Lopez (11.2 points", "Acme, up 5p", "Dow +0.2%": the name right before, without a verb."""
    i = quantity.token
    while i > 0 and tree.end[i] > quantity.start:
        i -= 1
    lead = i
    while i > 0 and tree.spelt(i) in ("(", ",", "up", "down", "off"):
        i -= 1
    while i > 0 and tree.numeric[i] and tree.pos[i - 1] == "PROPN":
        i -= 1
    marks = {tree.spelt(j) for j in range(i + 1, lead + 1)}
    if (
        tree.pos[i] != "PROPN"
        or tree.entity[i] in ("DATE", "TIME")
        or (marks == {","} or (marks & {"up", "down"} and "," not in marks))
    ):
        return None
    if not marks and not (lead + 1 < tree.n and tree.spelt(lead + 1)[0] in "+-−–"):
        return None
    return Link(None, span_of(tree, i), None, "listed after a name")


def _counted(tree: Tree, quantity: Quantity, noun: int) -> Link:
    """ "has 2,400 workers in Britain": of whoever has them; "two bills passed the house": the noun with its clause."""
    words, holder = phrase(tree, noun, quantity), having(tree, noun)
    near = _outside(near_owner(tree, noun), quantity) or holder
    if tree.lemma[noun].lower() == "population":
        return Link("population", near or owner(tree, noun), None, "counted population")
    up, head = _climb(tree, quantity, noun), tree.head[noun]
    said = None if holder else said_of(tree, quantity, noun)
    measure = said or _with_what_it_is_of(tree, quantity, noun, up, words)
    if tree.dep[noun] in SUBJECTS and tree.pos[head] in ("VERB", "AUX"):
        return Link(measure, near or receiver(tree, head), head, "counted subject")
    about = (
        near
        or (up.about if up.rule in _GOVERNED else None)
        or _outside(owner_of_counted(tree, noun, quantity.token), quantity)
    )
    place = place_of(tree, quantity, noun)
    by_them = tree.dep[place] == "pobj" and tree.dep[tree.head[place]] == "agent"  # "adopted by 19 states"
    doer = None if about or by_them or tree.dep[place] not in ("dobj", "pobj") else up.about or up.doer
    return Link(measure, about, up.verb, "counted noun", doer=doer)


_GOVERNED = ("subject", "of noun", "noun and preposition", "modified noun")
_BARE = STEPS_OF_A_SCALE | {"people", "person"}  # nouns that name no thing


def _with_what_it_is_of(tree: Tree, quantity: Quantity, noun: int, up: Link, words: str) -> str | None:
    """The counted noun, after what it is an amount of or says of its subject: "margin of … votes", "index … points"."""
    bare = tree.lemma[noun].lower() in _BARE and words.lower() == tree.word(noun)
    if up.measure and up.rule in _GOVERNED and tree.text[slice(*quantity.number)] not in up.measure:
        return up.measure if bare else f"{up.measure} … {words}"
    return None if bare else words


_SIZES = ("hundred", "thousand", "million", "billion", "trillion", "dollar", "euro", "pound", "percent", "%")


def _base(tree: Tree, token: int, quantity: Quantity) -> int | None:
    """What it is an amount or a share of: "61 % of voters", "12 km of cable", "half the condos"."""
    if quantity.noun is not None and quantity.style != "fraction":
        return None
    i = token + 1
    while i < tree.n and tree.idx[i] < quantity.end:
        i += 1
    if i < tree.n and tree.spelt(i) == "(":
        i = next((j + 1 for j in range(i, min(i + 7, tree.n)) if tree.spelt(j) == ")"), i)
    if i < tree.n and tree.word(i) == "of":
        return _pobj(tree, i)
    head = tree.head[token]
    if tree.dep[token] in ("predet", "nummod", "quantmod", "det") and quantity.style == "fraction" and head > token:
        return head
    return None


def _pobj(tree: Tree, prep: int) -> int | None:
    found = tree.child(prep, "pobj")
    if found is not None and tree.lemma[found] in _SIZES:
        return after_of(tree, found)
    return found if found is not None and tree.pos[found] in ("NOUN", "PROPN") else None


def _of_base(tree: Tree, quantity: Quantity, token: int, base: int) -> Link:
    up = _climb(tree, quantity, token)
    words, rule = phrase(tree, base, quantity), "share of" if quantity.unit_kind in ("share", None) else "amount of"
    holder = having(tree, token)
    if holder:
        return Link(words, holder, up.verb, rule)
    if up.rule == "number as subject" and up.measure:
        words = f"{words} {up.measure}"  # "61 % of the voters oppose the tax"
    passive = _reduced(tree, quantity, base)
    about = near_owner(tree, base) or (up.about if up.about != span_of(tree, base) else None) or owner(tree, base)
    if passive is not None:
        words = f"{words} {tree.spelt(passive)}"
        about = receiver(tree, passive) or about
    return Link(words, about, up.verb, rule)


def _reduced(tree: Tree, quantity: Quantity, base: int) -> int | None:
    """The participle of a relative clause on the amount or its noun: "houses that are being sold"."""
    words = [base, *(i for i in range(max(0, base - 8), base) if tree.idx[i] >= quantity.start)]
    for word in words:
        for child in tree.kids(word):
            if tree.dep[child] in ("relcl", "acl") and child > base and tree.tag[child] == "VBN":
                return child
    return None


def _climb(tree: Tree, quantity: Quantity, token: int) -> Link:
    """Up from the number to the noun that it modifies, or to the verb of its clause."""
    words, about, far, rule, child = None, None, None, "", token
    for _ in range(STEPS):
        head, dep = tree.head[child], tree.dep[child]
        if head == child:
            break
        if dep == "appos" and words is None and _is_thing(tree, head, quantity):
            if is_party(tree, head):
                return Link(None, span_of(tree, head), None, "apposition")
            return Link(phrase(tree, head, quantity), owner(tree, head), None, "apposition")
        if dep in ("conj", "appos") or (dep == "npadvmod" and tree.numeric[head]):
            child = head
            continue
        pos, above = tree.pos[head], tree.head[head]
        if pos in ("VERB", "AUX") or (dep == "pobj" and tree.pos[above] in ("VERB", "AUX") and above != head):
            verb = head if pos in ("VERB", "AUX") else above
            link = of_verb(tree, quantity, child, verb, words, about, rule)
            return link._replace(about=link.about or far, doer=None if link.about or far else link.doer)
        if words is None and dep == "npadvmod" and pos == "ADJ" and head > child:
            words, rule = tree.spelt(head), "measured adjective"
        noun = above if dep == "pobj" else head
        if _is_noun(tree, noun, quantity):
            if dep == "pobj" and tree.word(head) == "with":
                about = about or span_of(tree, noun)
            elif words is None and _can_be_measured(tree, noun):
                words, rule = phrase(tree, noun, quantity), _rule_of(tree, head) if dep == "pobj" else "modified noun"
                about = about or near_owner(tree, noun)
                far = owner(tree, noun, token)
        child = noun if dep == "pobj" and noun != head else head
    return Link(words, about or far, None, rule or "none")


def _rule_of(tree: Tree, prep: int) -> str:
    return "of noun" if tree.word(prep) == "of" else "noun and preposition"


def _is_noun(tree: Tree, i: int, quantity: Quantity) -> bool:
    """Whether it is a noun outside the figure."""
    return tree.pos[i] in ("NOUN", "PROPN") and not tree.numeric[i] and not is_inside(tree, i, quantity)


def _can_be_measured(tree: Tree, noun: int) -> bool:
    return tree.lemma[noun].lower() not in EMPTY_NOUNS and tree.entity[noun] not in ("DATE", "TIME")


def _is_thing(tree: Tree, noun: int, quantity: Quantity) -> bool:
    """Whether it is a noun that is no unit of another number."""
    return _is_noun(tree, noun, quantity) and not any(tree.numeric[k] for k in tree.kids(noun) if k < noun)
