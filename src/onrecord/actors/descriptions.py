"""Descriptions: what an article calls its actors beside their names: titles, "the company", "a wiki" after a name.

Titles come from the nouns of the role table with the noun phrase around them. One that stands in apposition to a name
is anchored to it; whose the others are, ``titles`` and ``pronouns`` decide.
"""

from dataclasses import replace

from onrecord.actors import roles
from onrecord.actors.callings import find_called
from onrecord.actors.mentions import Mention, make_mention
from onrecord.actors.parties import read_kin
from onrecord.actors.speaking_nouns import can_speak, names_body, names_people
from onrecord.actors.words import Words, is_organisation_word, read_organisation_words
from onrecord.language.noun_phrases import complement_end, phrase_start, telling_end
from onrecord.language.spans import Tokens

UNTOLD = frozenset(("a", "an", "one", "another", "some", "two", "three", "several"))
OWNERS = frozenset(("the", "his", "her", "its", "their"))


def find_descriptions(text: Words, names: list[Mention], titled: set[int]) -> list[Mention]:
    """Titles and appositions; ``titled`` are the tokens of titles that belong to a name already."""
    taken = titled | {i for m in names for i in range(m.first, m.stop)}
    titles = _find_titles(text, taken, [m for m in names if m.kind == "person"])
    return titles + _find_appositions(text, names, taken | {m.head for m in titles})


def _find_titles(text: Words, taken: set[int], people: list[Mention]) -> list[Mention]:
    tree, found = text.tree, []
    named, anchors = {m.head: m for m in people}, {}
    beside = {m.stop: m for m in people} | {-m.first: m for m in people}  # by where a name ends, and where it begins
    for i, tag in enumerate(tree.tag):
        if tag not in ("NN", "NNS", "NNP", "NNPS", "JJ") or i in taken or not tree.dep[i]:
            continue
        word = text.words[i]
        if _is_matter(text, i):
            continue
        if tag == "NN" and (noun := _definite_noun(text, i)) is not None:
            found.append(noun)
            continue
        plural = tag in ("NNS", "NNPS") or (word.casefold() in roles.read_plurals())
        known = roles.is_role_word(word) or (plural and word.casefold() in roles.read_plurals())
        if not known and (tag != "NN" or word not in read_kin()):
            continue
        title = _title(text, i, plural, named, beside)
        if title is not None and not known:  # "his father" is no title
            title = replace(title, form="nominal")
        if title is not None:
            top = tree.head[title.head]
            if (
                tree.dep[title.head] == "conj" and top in anchors and title.anchor < 0
            ):  # "director of A and chairman of B"
                title = replace(title, anchor=anchors[top], form="title")
            if title.anchor >= 0:
                anchors[title.head] = title.anchor
            found.append(title)
    return found


def _is_matter(text: Words, i: int) -> bool:
    """ "The course of justice": what "of" governs without an article is no office; nor is half of "vice-president"."""
    tree, words = text.tree, text.words
    bare = tree.tag[i] == "NN" and tree.child(i, "det", "poss", "amod", "compound", "nummod") is None
    of = bare and tree.dep[i] == "pobj" and tree.word(tree.head[i]) == "of" and words[i].islower()
    joined = i + 2 < tree.n and words[i + 1] == "-" and text.glued(i + 1) and text.glued(i + 2)
    return bool(of and i + 1 < tree.n and words[i + 1] != ",") or joined


def _title(text: Words, i: int, plural: bool, named: dict[int, Mention], beside: dict[int, Mention]) -> Mention | None:
    """The noun phrase around a role noun; null when it only modifies another noun or stands before a name."""
    tree, words = text.tree, text.words
    noun = roles.find_noun(words, i)
    head, stop = i, i + 1
    if noun and noun[1] <= i:
        head, stop = noun[1], noun[2]
        top = [k for k in range(noun[1], noun[2]) if not noun[1] <= tree.head[k] < noun[2]]
        head = top[0] if top else i
        if " of " not in noun[0] and i != noun[2] - 1:
            return None
    if tree.dep[head] in ("compound", "amod", "nmod", "npadvmod") and tree.head[head] > head:
        return None
    first = min(noun[1] if noun and noun[1] <= i else i, phrase_start(tree, head))
    stop = complement_end(tree, head, stop)
    anchor = _anchor(text, (first, stop), head, named, beside)
    if anchor == -2:
        return None
    if anchor < 0 and words[first].casefold() in UNTOLD:
        stop = telling_end(tree, head, first, stop)
    kind = "group" if plural else "person"
    definite = words[first].casefold() in OWNERS or tree.child(head, "poss") is not None
    bare = first == head == i and tree.tag[i] == "NNP" and tree.dep[i] in ("nsubj", "poss", "dobj", "pobj")
    form = "title" if anchor >= 0 or (definite and not plural) or (bare and not plural) else "nominal"
    return make_mention(text, first, stop, form, kind, head, anchor)


def _anchor(text: Words, span: Tokens, head: int, named: dict[int, Mention], beside: dict[int, Mention]) -> int:
    """Head word of the name in apposition to this noun, -1 for none, -2 when the noun stands before the name itself."""
    tree = text.tree
    if tree.dep[head] in ("appos", "attr"):
        top = tree.head[head]
        if tree.dep[head] == "attr":
            top = tree.child(top, "nsubj") if _is_said_to_be(tree, top) else None
        if top in named:
            return top
    for k in tree.kids(head):
        if tree.dep[k] == "appos" and k in named and not _is_served(text, head):
            close = k == head + 1 or named[k].first == head + 1
            return -2 if close and span[0] == head else k  # "economist X", but "the economist" X
    return _anchor_by_place(text, span, head, beside)


def _anchor_by_place(text: Words, span: Tokens, head: int, beside: dict[int, Mention]) -> int:
    """ "X, the envoy, …" and "the envoy, X, …" whatever the parse says: nothing but commas around and between; whom
    the envoy belongs to is not X ("a spokesman for the president, X, …")."""
    words, n = text.words, text.tree.n
    first, stop = span
    before, after = beside.get(first - 1), beside.get(-stop - 1)
    closed = stop >= n or words[stop] in (",", ".", ";", ")", "–", "—") or not text.tree.dep[stop]
    if before and closed and words[first - 1] == ",":
        return before.head
    if _is_served(text, head):
        return -1
    if after and words[stop] == "," and after.stop < n and words[after.stop] == ",":
        return after.head
    return -1


def _is_served(text: Words, head: int) -> bool:
    """Whether somebody else's noun governs this one with a preposition: the president of "a spokesman for …"."""
    tree, prep = text.tree, text.tree.head[head]
    above = tree.head[prep]
    governed = tree.dep[head] == "pobj" and tree.pos[above] in ("NOUN", "PROPN")
    return governed and (roles.is_role_word(text.words[above]) or names_people(tree.lemma[above].casefold()))


def _definite_noun(text: Words, i: int) -> Mention | None:
    """ "The company", "this country": a noun that may stand for an organisation or a country named before."""
    low = text.words[i]
    country = low in ("country", "nation")
    if low == "administration":
        return None  # the president's as likely as any body's of that name
    if not country and low not in read_organisation_words("head") and low not in ("organization", "firm"):
        return None
    tree = text.tree
    told = any(_tells_which(text, k) for k in tree.kids(i))
    if tree.dep[i] in ("compound", "nmod", "amod") or i == 0 or told:
        return None
    first = _behind_based(text, i)
    if text.words[first].casefold() not in (("the", "this") if country else ("the",)):
        return None
    return make_mention(text, first, i + 1, "nominal", "country" if country else "organisation", i)


def _behind_based(text: Words, i: int) -> int:
    """The token before a noun, or before what says only where it is ("the Delvo, Peru-based company")."""
    if i < 4 or text.words[i - 1] != "based":
        return i - 1
    return next((k for k in range(i - 2, max(-1, i - 9), -1) if text.words[k].casefold() == "the"), i - 1)


def _tells_which(text: Words, k: int) -> bool:
    """ "The company that burned", "the union of dockers"; a clause behind a comma only adds to what is known."""
    clause = text.tree.dep[k] in ("relcl", "acl") and text.words[text.tree.left(k) - 1] != ","
    return clause or text.words[k] in ("of", "for")


def _find_appositions(text: Words, names: list[Mention], taken: set[int]) -> list[Mention]:
    """What a name is said to be, in apposition or after "is": "a wiki", "the largest port of the country"."""
    tree, found = text.tree, []
    for m in names:
        if m.kind not in ("person", "organisation"):
            continue
        heads = [k for k in tree.kids(m.head) if tree.dep[k] == "appos"]
        verb = tree.head[m.head]
        if tree.dep[m.head] == "nsubj" and _is_said_to_be(tree, verb):
            heads += [k for k in tree.kids(verb) if tree.dep[k] == "attr"]
        heads += [noun] if (noun := find_called(text, m.first)) is not None else []
        heads += _bodies_behind(text, m) + _bodies_before(text, m)
        for head in heads:
            if tree.tag[head] in ("NN", "NNP") and head not in taken and _may_be(text, m, head):
                first = phrase_start(tree, head)
                found.append(
                    make_mention(text, first, complement_end(tree, head, head + 1), "nominal", m.kind, head, m.head)
                )
    return found


def _bodies_behind(text: Words, m: Mention) -> list[int]:
    """ "Ana Roe, who heads the DWU, *the union* of dockers, left": a noun for a body behind a body's name and a comma,
    though the parse hangs it on a person."""
    tree, first = text.tree, m.stop + 1
    if (
        m.kind != "organisation"
        or first >= tree.n
        or text.words[m.stop] != ","
        or text.words[first] not in ("a", "the")
    ):
        return []
    nouns = [k for k in range(first + 1, min(first + 5, tree.n)) if tree.dep[k] == "appos" and tree.head[k] < m.first]
    return [k for k in nouns if phrase_start(tree, k) == first and names_body(tree.lemma[k].casefold())][:1]


def _bodies_before(text: Words, m: Mention) -> list[int]:
    """ "The medicines regulator, the DMA, said", "a union of dockers, the DWU, said": a noun for a body, with its
    name in apposition to it, or right behind a comma and closed by another."""
    tree, words, top = text.tree, text.words, text.tree.head[m.head]
    if m.kind != "organisation":
        return []
    if tree.dep[m.head] == "appos" and top < m.first and _names_body(text, top):
        return [top]
    first = m.first - (words[m.first - 1].casefold() == "the")
    noun = first - 2
    closed = words[m.stop : m.stop + 1] in ([","], ["("]) and noun > 0 and words[first - 1] == ","
    return [noun] if closed and _names_body(text, noun) and phrase_start(tree, noun) < noun else []


def _names_body(text: Words, noun: int) -> bool:
    word = text.words[noun]
    told = names_body(text.tree.lemma[noun].casefold()) or is_organisation_word(word)
    return word.islower() and text.tree.tag[noun] == "NN" and (told or word in read_organisation_words("explains"))


def _may_be(text: Words, m: Mention, head: int) -> bool:
    """Whether a noun has an article and is of the name's kind: "The Delvo Post, a vice-president said" are two."""
    tree = text.tree
    det, lemma = tree.child(head, "det"), tree.lemma[head].casefold()
    other = names_people(lemma) if m.kind == "organisation" else names_body(lemma)
    other = other or (tree.dep[head] == "attr" and not can_speak(lemma, lemma, "NN"))  # "Roe was the reason"
    half = head + 1 < tree.n and text.words[head + 1] == "-" and text.glued(head + 1)
    owner = tree.child(head, "poss") if head < m.first else None  # "Peru's safety regulator, the PSR"
    told = (det is not None and tree.word(det) not in ("no", "any")) or (
        owner is not None and tree.tag[owner] != "PRP$"
    )
    return told and not other and not half


def _is_said_to_be(tree, verb: int) -> bool:
    """Whether this is a plain "is" or "was": no "is not", "would be", "becomes", no condition."""
    if tree.lemma[verb] != "be" or tree.tag[verb] not in ("VBZ", "VBD", "VBP"):
        return False
    return tree.child(verb, "neg", "aux") is None and not (
        tree.dep[verb] == "advcl" and tree.child(verb, "mark") is not None
    )
