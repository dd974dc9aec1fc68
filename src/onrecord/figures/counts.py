"""The noun that a bare number counts, and its name in a table: "three separate cargo ships" → cargo ship."""

from onrecord.language.persons import read_person_nouns
from onrecord.language.plurals import singular
from onrecord.language.trees import Tree

_PEOPLE = ("people", "person", "persons", "inhabitant", "population")
_NO_MODIFIER = ("CCONJ", "ADP", "DET", "PRON", "AUX", "SCONJ")
_FAR = 6  # tokens between a number and its noun at most


def find_counted_noun(tree: Tree, token: int, vague: bool = False) -> int | None:
    """The noun that the number ending in ``token`` counts, or null; of a vague one the noun after "of"."""
    if vague:
        return _noun_after_of(tree, token)
    head = token
    while tree.dep[head] in ("compound", "quantmod") and _is_one_number(tree, head, tree.head[head]):
        head = tree.head[head]
    noun = tree.head[head]
    counts = tree.dep[head] in ("nummod", "compound", "amod", "nmod", "quantmod") and head < noun <= head + _FAR
    if counts and _is_noun(tree, noun) and _is_clear(tree, head, noun):
        return _head_of(tree, head, noun)
    after = _noun_phrase_after(tree, token)
    return _part_of(tree, token) if after is None else after


def _head_of(tree: Tree, number: int, noun: int) -> int:
    """The noun that a hyphenated one modifies: "14 first-team players" are players; a "6-string guitar" has strings."""
    above = tree.head[noun]
    modifies = tree.dep[noun] in ("compound", "nmod", "amod") and noun < above <= noun + 2
    hyphened = tree.spelt(noun - 1) == "-" and noun - 2 > number
    return above if modifies and hyphened and _is_noun(tree, above) else noun


def _is_one_number(tree: Tree, first: int, last: int) -> bool:
    """Whether the words from a numeral to its head spell one number: not "300 up to 700"."""
    return (
        first < last
        and tree.numeric[last]
        and all(tree.numeric[i] or tree.pos[i] == "PUNCT" for i in range(first, last))
    )


def _part_of(tree: Tree, token: int) -> int | None:
    """ "three of the ferries", "35m of its lamps": what they are part of is what is counted."""
    of = token + 1
    if of >= tree.n or tree.word(of) != "of":
        return None
    things = (k for k in tree.kids(of) if tree.dep[k] == "pobj" and tree.tag[k] == "NNS")
    return next((k for k in things if _is_noun(tree, k)), None)


def _is_clear(tree: Tree, number: int, noun: int) -> bool:
    """Whether nothing but modifiers stands between; a second number may when it names a model ("two 320 Neo jets")."""
    between = range(number + 1, noun)
    if between and tree.pos[between[0]] in _NO_MODIFIER:
        return False
    other = next((i for i in between if tree.numeric[i]), None)
    if other is not None and (tree.pos[other + 1] != "PROPN" or tree.pos[other - 1] in _NO_MODIFIER):
        return False
    return not any(tree.spelt(i) in ",;:()" for i in between)


def _is_noun(tree: Tree, i: int) -> bool:
    return tree.pos[i] in ("NOUN", "PROPN") and not tree.numeric[i] and tree.spelt(i)[0].isalpha()


def _noun_after_of(tree: Tree, token: int) -> int | None:
    of = token + 1
    if of >= tree.n or tree.word(of) != "of":
        return _noun_phrase_after(tree, token)
    for child in tree.kids(of):
        if tree.dep[child] == "pobj" and child > of and _is_noun(tree, child):
            return child
    return _noun_phrase_after(tree, of)


def _noun_phrase_after(tree: Tree, token: int) -> int | None:
    """Without help from the parse: adjectives and nouns right after the number, up to a plural."""
    for i in range(token + 1, min(token + 8, tree.n)):
        word, pos, tag = tree.spelt(i), tree.pos[i], tree.tag[i]
        if (word == "-" and tree.end[i - 1] == tree.idx[i]) or (pos == "CCONJ" and i > token + 1):
            continue
        modifies = pos in ("ADJ", "NOUN", "PROPN", "ADV") or tag in ("VBN", "VBG")
        if not modifies or not word[0].isalpha():
            return None
        if tag in ("NNS", "NNPS") or (tag == "NN" and tree.spelt(i - 1) == "-"):
            return _head_of(tree, token, i)
    return None


def name_noun(tree: Tree, token: int, noun: int) -> tuple[str, str]:
    """The counted noun in the singular with the nouns compounded to it, and its kind: people where it means persons."""
    lemma = tree.lemma[noun].lower() if tree.tag[noun] not in ("NNP", "NNPS") else singular(tree.spelt(noun))
    if lemma in _PEOPLE:
        return "people", "people"
    left = noun
    while left - 1 > token and tree.dep[left - 1] == "compound" and tree.pos[left - 1] in ("NOUN", "PROPN"):
        if tree.spelt(left - 2) == "-":
            break  # "active-duty troops" are troops
        left -= 1
    while left < noun and left - 1 > token and tree.dep[left - 1] == "amod" and left <= tree.head[left - 1] < noun:
        left -= 1  # "private sector job": the adjective belongs to the compound, not to the noun
    words = [tree.spelt(i) if tree.pos[i] == "PROPN" else tree.word(i) for i in range(left, noun)]
    kind = "people" if lemma.lower() in read_person_nouns() else "count"
    return " ".join([*(w for w in words if w != "-"), lemma]), kind
