"""The noun that a bare number counts, and its name in a table: "three separate cargo ships" → cargo ship."""

from spacy.tokens import Doc, Token

from onrecord.language.plurals import singular

_PEOPLE = ("people", "person", "persons", "inhabitant", "population")
_NO_MODIFIER = ("CCONJ", "ADP", "DET", "PRON", "AUX", "SCONJ")
_FAR = 6  # tokens between a number and its noun at most


def find_counted_noun(doc: Doc, token: Token, vague: bool = False) -> Token | None:
    """The noun that the number ending in ``token`` counts, or null; of a vague one the noun after "of"."""
    if vague:
        return _noun_after_of(doc, token)
    head = token
    while head.dep_ in ("compound", "quantmod") and head.head.like_num and head.head.i > head.i:
        head = head.head
    noun = head.head
    counts = head.dep_ in ("nummod", "compound", "amod", "nmod", "quantmod") and head.i < noun.i <= head.i + _FAR
    if counts and _is_noun(noun) and _is_clear(doc, head, noun):
        return noun
    return _noun_phrase_after(doc, token) or _part_of(doc, token)


def _part_of(doc: Doc, token: Token) -> Token | None:
    """ "three of the ferries", "35m of its lamps": what they are part of is what is counted."""
    of = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if of is None or of.lower_ != "of":
        return None
    return next((c for c in of.children if c.dep_ == "pobj" and c.tag_ == "NNS" and _is_noun(c)), None)


def _is_clear(doc: Doc, number: Token, noun: Token) -> bool:
    """Whether nothing but modifiers stands between; a second number may when it names a model ("two 320 Neo jets")."""
    between = [doc[i] for i in range(number.i + 1, noun.i)]
    if between and between[0].pos_ in _NO_MODIFIER:
        return False
    return not any(w.text in ",;:()" or (w.like_num and doc[w.i + 1].pos_ != "PROPN") for w in between)


def _is_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and not token.like_num and token.text[0].isalpha()


def _noun_after_of(doc: Doc, token: Token) -> Token | None:
    of = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if of is None or of.lower_ != "of":
        return _noun_phrase_after(doc, token)
    for child in of.children:
        if child.dep_ == "pobj" and child.i > of.i and _is_noun(child):
            return child
    return _noun_phrase_after(doc, of)


def _noun_phrase_after(doc: Doc, token: Token) -> Token | None:
    """Without help from the parse: adjectives and nouns right after the number, up to a plural."""
    for i in range(token.i + 1, min(token.i + 8, len(doc))):
        word = doc[i]
        if (word.text == "-" and not doc[i - 1].whitespace_) or (word.pos_ == "CCONJ" and i > token.i + 1):
            continue
        modifies = word.pos_ in ("ADJ", "NOUN", "PROPN", "ADV") or word.tag_ in ("VBN", "VBG")
        if not modifies or not word.text[0].isalpha():
            return None
        if word.tag_ in ("NNS", "NNPS") or (word.tag_ == "NN" and doc[i - 1].text == "-"):
            return word
    return None


def name_noun(doc: Doc, token: Token, noun: Token) -> tuple[str, str]:
    """The counted noun in the singular with the nouns compounded to it, and its kind; populations count people."""
    lemma = noun.lemma_.lower() if noun.tag_ not in ("NNP", "NNPS") else singular(noun.text)
    if lemma in _PEOPLE:
        return "people", "people"
    left = noun.i
    while left - 1 > token.i and doc[left - 1].dep_ == "compound" and doc[left - 1].pos_ in ("NOUN", "PROPN"):
        left -= 1
    while (
        left < noun.i and left - 1 > token.i and doc[left - 1].dep_ == "amod" and left <= doc[left - 1].head.i < noun.i
    ):
        left -= 1  # "private sector job": the adjective belongs to the compound, not to the noun
    words = [doc[i].text if doc[i].pos_ == "PROPN" else doc[i].lower_ for i in range(left, noun.i)]
    return " ".join([*(w for w in words if w != "-"), lemma]), "count"
