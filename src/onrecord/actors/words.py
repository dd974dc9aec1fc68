"""Words: an article's parse with its words as strings and spaCy's entity borders, and what a word can be in a name."""

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.actors.names import read_first_names
from onrecord.language.trees import Tree, read_tree
from onrecord.lexicon import read_rows

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAMEABLE = frozenset(
    ("PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
)
PROPER = frozenset(("NNP", "NNPS"))
ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,6}|[A-Z][a-z]?[A-Z]{2,5}")
WORDS = "onrecord.actors.words"  # where a Doc keeps its words


@cache
def read_organisation_words(part: str) -> frozenset[str]:
    words = (row["word"] for row in read_rows("organisation_words") if row["part"] == part)
    return frozenset(words if part in ("not_acronym", "known", "nation", "platform") else (w.casefold() for w in words))


@cache
def read_capitalised(part: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_rows("capitalised_words") if row["part"] == part)


@cache
def is_organisation_word(word: str) -> bool:
    """Whether a word, in the singular or plural, heads or ends names of organisations."""
    low = word.casefold()
    heads = read_organisation_words("head")
    return low in heads or low in read_organisation_words("suffix") or (low.endswith("s") and low[:-1] in heads)


class Words:
    """A tree with its words as strings and spaCy's entity borders: what the reading of names asks for."""

    __slots__ = ("alone", "inside", "iob", "start", "surnames", "tree", "words")

    def __init__(self, tree: Tree):
        self.tree = tree
        self.words = [tree.text[a:b] for a, b in zip(tree.idx, tree.end, strict=True)]
        rows = tree.doc.to_array(["ENT_IOB", "SENT_START"]).tolist() if tree.n else []
        self.iob = [int(iob) for iob, _ in rows]  # 3 begins, 1 is inside
        self.start = [start == 1 for _, start in rows]
        capital = [i for i, word in enumerate(self.words) if word[:1].isupper() and not self.start[i]]
        # Words that are capital within a sentence, and those of them that no other such word stands before.
        self.inside = {self.words[i] for i in capital}
        self.alone = {self.words[i] for i in capital if not self.words[i - 1][:1].isupper()}
        self.surnames = {
            word for i, word in enumerate(self.words) if tree.entity[i] == "PERSON" and self._ends_entity(i) and i
        }

    def glued(self, i: int) -> bool:
        """Whether token ``i`` follows the one before it without a space."""
        return i > 0 and self.tree.end[i - 1] == self.tree.idx[i]

    def is_name(self, i: int) -> bool:
        """Whether this token can be part of a name by itself."""
        word, tag, entity = self.words[i], self.tree.tag[i], self.tree.entity[i]
        if not word[0].isalnum() or "]" in word or self._is_party_letter(i) or (i and self.words[i - 1] == "#"):
            return False
        named = entity in NAMEABLE
        if self.is_surname(i) or self.is_given_name(i):
            return True
        if entity and not named and not word.isupper():
            return False  # a date, a sum, a count
        if not word[0].isupper() and not (named and any(c.isupper() for c in word)):
            return named and tag in PROPER and word[0].isalpha() and self.iob[i] == 3 and not self._in_longer_entity(i)
        if word in read_capitalised("never"):
            return False
        if word in read_capitalised("seldom"):
            return named and entity in ("PERSON", "ORG", "GPE") and self._in_longer_entity(i)
        if tag in PROPER:
            return True
        return named and tag not in ("DT", "IN", "PRP", "PRP$", "CC", "WP") and (tag != "CD" or self.iob[i] == 1)

    def _is_party_letter(self, i: int) -> bool:
        """Of a politician's party and state: "(D-Va.)", ", R-Ohio,"."""
        if len(self.words[i]) > 1:
            return False
        return self.words[i - 1] == "(" or (self.words[i] in "RDI" and self.words[i + 1 : i + 2] == ["-"])

    def is_surname(self, i: int) -> bool:
        """ "Clara May", but not "in Virginia May 3": an ordinary word that comes right after a first name."""
        if (
            i == 0
            or self.words[i] not in read_capitalised("seldom")
            or self.words[i - 1].casefold() not in read_first_names()
            or self.start[i]
        ):
            return False
        seen = self.tree.entity[i - 1]
        dated = i + 1 < self.tree.n and self.tree.numeric[i + 1]
        one = self.tree.dep[i - 1] == "compound" and self.tree.head[i - 1] == i and self.tree.tag[i - 1] == "NNP"
        return seen == "PERSON" or (seen in ("", "GPE") and one and not dated)

    def is_given_name(self, i: int) -> bool:
        """ "August Roe argued", not "in August Roe argued", "August 3": a month that modifies the capital behind it."""
        month = self.words[i] in read_capitalised("seldom") and self.words[i].casefold() in read_first_names()
        if not month or i + 1 >= self.tree.n or self.tree.numeric[i + 1]:
            return False
        dated = i > 0 and not self.start[i] and self.tree.tag[i - 1] in ("IN", "JJ", "DT", "CD")
        one = self.tree.dep[i] == "compound" and self.tree.head[i] == i + 1
        return one and not dated and self.tree.tag[i + 1] == "NNP" and self.words[i + 1][0].isupper()

    def _ends_entity(self, i: int) -> bool:
        return i + 1 == self.tree.n or self.iob[i + 1] != 1

    def _in_longer_entity(self, i: int) -> bool:
        return self.iob[i] == 1 or (i + 1 < self.tree.n and self.iob[i + 1] == 1)


def read_words(doc: "Doc") -> Words:
    """The words of a parsed article, built once, as its tree is."""
    if WORDS not in doc.user_data:
        doc.user_data[WORDS] = Words(read_tree(doc))
    words: Words = doc.user_data[WORDS]
    return words
