"""Mentions: the words of an article that name, title or stand for an actor.

Names come from runs of capitalised words and from a second search for every name already found; titles from the nouns of
the role table; pronouns as they are. Who each is, ``actors`` decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord import capitals, countries, kinds, roles
from onrecord.namings import PROPER, Naming, Words, find_namings, read_organisation_words, read_words

Span = tuple[int, int]
PERSONAL = frozenset(
    [
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
        "it",
        "its",
        "itself",
    ]
)
SECOND = frozenset(["you", "your", "yours", "yourself"])
FIRST = frozenset(["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"])
ARTICLES = frozenset(("the", "a", "an"))
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of an actor: characters ``start``..``end`` of the text, half-open.

    ``form`` is name, title, pronoun or nominal; ``kind`` person, organisation, country, group or unnamed (pronouns:
    what the pronoun allows). The rest are token numbers for the resolving: ``first``..``stop`` the words, ``head`` the
    head word, ``title`` the words of a title before a name, ``anchor`` the head word of the name that this stands in
    apposition to (-1: none).
    """

    start: int
    end: int
    form: str
    kind: str
    first: int = 0
    stop: int = 0
    head: int = 0
    title: Span | None = None
    honorific: str = ""
    anchor: int = -1


def find_mentions(doc, quotations: Iterable = ()) -> list[Mention]:
    """Every name, title and pronoun of an article, in reading order; names that may be nobody's are left out."""
    return find_in(read_words(doc))


def find_in(text: Words) -> list[Mention]:
    runs, _alone = find_namings(text)
    runs = _outside_headlines(text, runs)
    kind_of = kinds.decide_kinds(text, runs)
    names = [m for run in runs if (m := _name(text, run, kind_of))]
    names += [m for run in runs if (m := _nested_country(text, run, kind_of))]
    taken = {i for m in names for i in range(m.first, m.stop)}
    names += _search_again(text, names, taken)
    taken |= {i for m in names for i in range(m.first, m.stop)}
    titled = {i for run in runs if run.title for i in range(*run.title)}
    people = [m for m in names if m.kind == "person"]
    titles = _find_titles(text, taken | titled, people)
    used = taken | titled | {m.head for m in titles}
    found = names + titles + _find_appositions(text, names, used) + _find_pronouns(text)
    return sorted(found, key=lambda m: (m.start, -m.end))


def _outside_headlines(text: Words, runs: list[Naming]) -> list[Naming]:
    """In a line of Title Case every word looks like a name: there only names count that the article has elsewhere."""
    titled = {text.tree.paragraph[start] for start, end in text.tree.paragraphs if _is_title_case(text, start, end)}
    if not titled:
        return runs
    inside = [run for run in runs if text.tree.paragraph[run.start] in titled]
    outside = [run for run in runs if text.tree.paragraph[run.start] not in titled]
    known = {kinds.key_of(text, run.start, run.end) for run in outside} | {()}
    return [r for r in runs if r in outside or r.label == "PERSON" or kinds.key_of(text, r.start, r.end) in known]


def _is_title_case(text: Words, start: int, end: int) -> bool:
    long = [w for w in text.words[start:end] if len(w) > 3 and w[0].isalpha()]
    if len(long) > 1 and all(w.isupper() for w in long):
        return True
    return 6 <= len(long) <= 30 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


def _name(text: Words, run: Naming, kind_of: dict) -> Mention | None:
    kind = kind_of.get(kinds.key_of(text, run.start, run.end), "other")
    whole = " ".join(text.words[run.lead : run.end])
    if run.lead != run.start and countries.find_country(whole):
        return _mention(text, run.lead, run.end, "name", "country")
    if kind == "place" and run.end - run.lead <= 3 and countries.find_capital(whole):
        return (
            _mention(text, run.lead, run.end, "name", "country")
            if capitals.is_government(text, run.lead, run.end)
            else None
        )
    if kind not in kinds.ACTORS and not _is_party(text, run):
        return None
    if kind in ("organisation", "group", "other") and _is_party(text, run):
        return _mention(text, run.lead, run.end + 1, "name", "organisation")
    first = run.lead if kind == "organisation" else run.start
    if kind == "group" and text.tree.tag[run.end - 1] not in ("NNS", "NNPS", "NNP", "NN"):
        return None
    if kind == "group" and text.tree.dep[run.end - 1] in ("amod", "compound", "nmod"):
        return None
    return replace(
        _mention(text, first, run.end, "name", kind),
        title=run.title if kind == "person" else None,
        honorific=run.honorific,
    )


def _is_party(text: Words, run: Naming) -> bool:
    """ "The Republican party": the lower-case noun is part of the name."""
    return run.end < text.tree.n and text.words[run.end] == "party" and text.tree.head[run.end - 1] == run.end


def _nested_country(text: Words, run: Naming, kind_of: dict) -> Mention | None:
    """The country in front of another name: "US" of "US Air Force", "Iran" of "Iran’s Mission", "US" of a title."""
    first = run.title[0] if run.title else run.lead
    last = run.title[1] if run.title else run.start
    for width in (3, 2, 1):
        if first + width <= last and countries.find_country(" ".join(text.words[first : first + width])):
            return _mention(text, first, first + width, "name", "country")
    return None


def _mention(
    text: Words, first: int, stop: int, form: str, kind: str, head: int | None = None, anchor: int = -1
) -> Mention:
    while stop - 1 > first and text.words[stop - 1] in POSSESSIVES:
        stop -= 1
    head = stop - 1 if head is None else head
    return Mention(text.tree.idx[first], text.tree.end[stop - 1], form, kind, first, stop, head, None, "", anchor)


def _search_again(text: Words, names: list[Mention], taken: set[int]) -> list[Mention]:
    """Surnames of the people and whole names of people and organisations found once, wherever else they stand."""
    single: dict[str, str] = {}
    longer: dict[str, set[tuple[str, ...]]] = {}
    for m in names:
        words = tuple(text.words[m.first : m.stop])
        if m.kind == "person" and len(words) > 1:
            single[words[-1]] = m.kind
        elif len(words) == 1 and m.kind in ("organisation", "person") and text.tree.tag[m.first] in PROPER:
            single[words[0]] = m.kind
        if len(words) > 1 and m.kind in ("person", "organisation"):
            longer.setdefault(words[0], set()).add((*words, m.kind))
    found, after = [], 0
    for i, word in enumerate(text.words):
        if i < after or i in taken or not text.tree.dep[i]:
            continue
        for *words, kind in sorted(longer.get(word, ()), key=len, reverse=True):
            if text.words[i : i + len(words)] == words and taken.isdisjoint(range(i, i + len(words))):
                found.append(_mention(text, i, i + len(words), "name", kind))
                after = i + len(words)
                break
        else:
            if word in single and not _goes_on(text, i):
                found.append(_mention(text, i, i + 1, "name", single[word]))
    return found


def _goes_on(text: Words, i: int) -> bool:
    """Whether a capitalised word beside ``i`` makes it part of another name ("Wells" in "Orson Wells Prize")."""
    beside = [k for k in (i - 1, i + 1) if 0 <= k < text.tree.n]
    return any(
        text.words[k][:1].isupper() and text.tree.tag[k] in ("NNP", "NNPS") for k in beside if not text.start[max(i, k)]
    )


def _find_titles(text: Words, taken: set[int], people: list[Mention]) -> list[Mention]:
    tree, found = text.tree, []
    named, ends = {m.head: m for m in people}, {m.stop: m for m in people}
    for i, tag in enumerate(tree.tag):
        if tag not in ("NN", "NNS", "NNP", "NNPS", "JJ") or i in taken or not tree.dep[i]:
            continue
        word = text.words[i]
        if tag == "NN" and (noun := _definite_noun(text, i)) is not None:
            found.append(noun)
            continue
        plural = tag in ("NNS", "NNPS") or (word.casefold() in roles.read_plurals())
        if not (roles.is_role_word(word) or (plural and word.casefold() in roles.read_plurals())):
            continue
        title = _title(text, i, plural, named, ends)
        if title is not None:
            found.append(title)
    return found


def _title(text: Words, i: int, plural: bool, named: dict[int, Mention], ends: dict[int, Mention]) -> Mention | None:
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
    first = min(noun[1] if noun and noun[1] <= i else i, _left(text, head))
    stop = _right(text, head, stop)
    anchor = _anchor(text, (first, stop), head, named, ends)
    if anchor == -2:
        return None
    kind = "group" if plural else "person"
    definite = words[first].casefold() in ("the", "his", "her", "its", "their") or any(
        tree.dep[k] == "poss" for k in tree.kids(head)
    )
    bare = first == head == i and tree.tag[i] == "NNP" and tree.dep[i] in ("nsubj", "poss", "dobj", "pobj")
    form = "title" if anchor >= 0 or (definite and not plural) or (bare and not plural) else "nominal"
    return _mention(text, first, stop, form, kind, head, anchor)


def _left(text: Words, head: int) -> int:
    """Where the noun phrase of ``head`` begins: its determiner, possessor and modifiers."""
    tree = text.tree
    first = head
    for k in tree.kids(head):
        if (
            k < head
            and tree.dep[k] in ("det", "amod", "compound", "poss", "nmod", "nummod", "predet", "punct")
            and tree.dep[k] != "punct"
        ):
            first = min(first, tree.left(k))
    return first


def _right(text: Words, head: int, stop: int) -> int:
    """Where it ends: with its "of …", "for …", "to …" phrase, when that follows directly."""
    tree = text.tree
    for k in tree.kids(head):
        if k == stop and tree.dep[k] == "prep" and text.words[k].casefold() in ("of", "for", "to", "at", "in"):
            right = tree.right(k)
            cut = next(
                (j for j in range(k, right) if text.words[j] in (",", "(", "–", "—") or tree.dep[j] == "relcl"), right
            )
            stop = max(stop, cut)
    return stop


def _anchor(text: Words, span: Span, head: int, named: dict[int, Mention], ends: dict[int, Mention]) -> int:
    """Head word of the name in apposition to this noun, -1 for none, -2 when the noun stands before the name itself."""
    tree, words = text.tree, text.words
    if tree.dep[head] in ("appos", "attr"):
        top = tree.head[head]
        if tree.dep[head] == "attr":
            top = (
                -1 if not _is_said_to_be(tree, top) else next((k for k in tree.kids(top) if tree.dep[k] == "nsubj"), -1)
            )
        if top in named:
            return top
    for k in tree.kids(head):
        if tree.dep[k] == "appos" and k in named:
            return -2 if k == head + 1 or named[k].first == head + 1 else k
    before = ends.get(span[0] - 1)
    closed = span[1] >= tree.n or words[span[1]] in (",", ".", ";", ")", "–", "—") or not tree.dep[span[1]]
    return before.head if before and closed and words[span[0] - 1] == "," else -1


def _definite_noun(text: Words, i: int) -> Mention | None:
    """ "The company", "this country": a noun that may stand for an organisation or a country named before."""
    low = text.words[i]
    country = low in ("country", "nation")
    if not country and low not in read_organisation_words("head") and low not in ("organization", "firm"):
        return None
    tree = text.tree
    if tree.dep[i] in ("compound", "nmod", "amod") or i == 0 or tree.child(i, "prep", "relcl", "acl") is not None:
        return None
    if text.words[i - 1].casefold() not in (("the", "this") if country else ("the",)):
        return None
    return _mention(text, i - 1, i + 1, "nominal", "country" if country else "organisation", i)


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
        for head in heads:
            if tree.tag[head] in ("NN", "NNP") and head not in taken and tree.child(head, "det") is not None:
                first = _left(text, head)
                found.append(_mention(text, first, _right(text, head, head + 1), "nominal", m.kind, head, m.head))
    return found


def _is_said_to_be(tree, verb: int) -> bool:
    """Whether this is a plain "is" or "was": no "is not", "would be", "becomes", no condition."""
    if tree.lemma[verb] != "be" or tree.tag[verb] not in ("VBZ", "VBD", "VBP"):
        return False
    return tree.child(verb, "neg", "aux") is None and not (
        tree.dep[verb] == "advcl" and tree.child(verb, "mark") is not None
    )


def _find_pronouns(text: Words) -> list[Mention]:
    found = []
    for i, tag in enumerate(text.tree.tag):
        if tag in ("PRP", "PRP$"):
            low = text.words[i].casefold()
            if low in PERSONAL or low in FIRST or low in SECOND:
                kind = "person" if low in roles_of_pronouns() else "unnamed"
                found.append(_mention(text, i, i + 1, "pronoun", kind))
        elif tag == "WP" and text.words[i].casefold() in ("who", "whom"):
            found.append(_mention(text, i, i + 1, "pronoun", "person"))
    return found


def roles_of_pronouns() -> frozenset[str]:
    return PERSONS


PERSONS = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself", "i", "me", "my", "mine", "myself"])
