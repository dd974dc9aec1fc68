"""Speaking nouns: which common nouns can be a source of what is said.

A person, a body of people, or a text or picture that shows something can; an event, a thought, a quality or a stretch
of time cannot ("the logic says", "the hearing showed"), and nobody is made of them. What neither the tables nor the
noun's ending tell is taken for none: a speaker left open does no harm.
"""

from collections.abc import Sequence
from functools import cache

from onrecord.actors import roles
from onrecord.actors.parties import read_kin
from onrecord.actors.words import PROPER, is_organisation_word
from onrecord.language import countries
from onrecord.language.documents import read_documents
from onrecord.language.plurals import singular
from onrecord.language.trees import Tree
from onrecord.lexicon import read_rows

# The ends of nouns for who does something.
AGENT = ("er", "or", "ist", "ian", "ant", "ee", "man", "person", "people", "men")


@cache
def _kinds() -> dict[str, str]:
    return {row["noun"]: row["kind"] for row in read_rows("speaking_nouns")}


@cache
def _classes() -> dict[str, str]:
    return {row["noun"]: row["class"] for row in read_rows("speaking_nouns")}


@cache
def can_speak(noun: str, lemma: str, tag: str) -> bool:
    """Whether a word that heads a source, as it is written or as its lemma, names a person, a body or a text.

    Numerals and adjectives do ("three of them", "the wounded"), but for a few ("much of the outreach").
    """
    if "." in noun:  # a site
        return True
    for word in (noun.casefold(), lemma.casefold()):
        if kind := _kinds().get(word):
            return kind != "thing"
        if roles.is_role_word(word) or word in read_kin() or word in roles.read_general_nouns("person"):
            return True
        if is_organisation_word(word) or word in read_documents() or word.endswith(AGENT):
            return True
    return not tag.startswith("NN")


@cache
def names_people(lemma: str) -> bool:
    """Whether a common noun's lemma names a person, by something else than being somebody's kin; parents are people."""
    if lemma in read_kin():
        return lemma == "parent"
    return _kinds().get(lemma) == "person" or roles.is_role_word(lemma) or lemma in roles.read_general_nouns("person")


@cache
def names_body(lemma: str) -> bool:
    """Whether a common noun's lemma names a body of people that acts, and no place where they are."""
    return _kinds().get(lemma) == "body" and _classes().get(lemma) != "place"


@cache
def names_collective(lemma: str) -> bool:
    """Whether a noun in the singular names several people who are no organisation ("the family", "the crew")."""
    return _kinds().get(lemma) == "people"


@cache
def is_class(noun: str) -> bool:
    """Whether the plural of a noun is one party in the news of one event ("protesters"), not some of many ("aides")."""
    return _classes().get(noun) == "yes"


@cache
def is_record(lemma: str) -> bool:
    """Whether a noun names a text or a picture that can show something."""
    return _kinds().get(lemma) == "record" or lemma in read_documents()


def is_quantity(lemma: str) -> bool:
    """Whether a noun counts what follows its "of" ("dozens of parents")."""
    return _kinds().get(lemma) == "quantity"


def names_a_source(tree: Tree, head: int) -> bool:
    """Whether what a common noun heads can speak; of a quantity ("a string of ministers") what it is a quantity of."""
    for _ in range(3):
        of = next((k for k in tree.kids(head) if tree.word(k) == "of"), None)
        if not is_quantity(tree.lemma[head].casefold()) or of is None:
            break
        head = next((k for k in tree.kids(of) if tree.dep[k] == "pobj"), head)
    word = tree.text[tree.idx[head] : tree.end[head]]
    if _kinds().get(word.casefold()) == "thing":
        return False  # "the 14th Amendment"
    return tree.tag[head] in PROPER or can_speak(word, tree.lemma[head], tree.tag[head])


def is_cause(words: Sequence[str], noun: int, link: int) -> bool:
    """ "Neighbours for a Clean Delvo", "Doctors Against Noise": people in the plural, and for or against what they are
    together."""
    word = words[noun]
    if words[link : link + 1] not in (["for"], ["For"], ["against"], ["Against"]) or not word[:1].isupper():
        return False
    people = word.endswith("s") and (names_people(singular(word.casefold())) or countries.find_demonym(word))
    return bool(people) and len(words) > link + 1 and words[link + 1][:1].isupper()
