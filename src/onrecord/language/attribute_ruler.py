"""spaCy's attribute ruler with a memory: the same answers in a fraction of its time.

The ruler tells parts of speech, morphology and some lemmas by rules, of which nearly all look at one token's tag and
dependency only, and at whether its word is one of a few. What they once said of such a token they say each time.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, LEMMA, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

OWN, NAME = "attribute_ruler", "remembering_ruler"
SEEN, SEEN_NAMES = [TAG, LOWER, DEP], {"TAG", "LOWER", "DEP"}
GIVEN = [POS, MORPH, LEMMA]
CONDITIONS = {"IN", "NOT_IN", "REGEX"}
Key = tuple[int, ...]


class RememberingRuler:
    """Stands for a pipeline's attribute ruler.

    A text in which a rule of several tokens may apply goes to the ruler itself, and so does one with a token that is
    white space, or whose like was not met yet; and all texts where a rule looks at something else.
    """

    def __init__(self, ruler: "AttributeRuler", nlp: Language) -> None:
        self.ruler = ruler
        self.known: dict[Key, list[int]] = {}
        self.asked: set[Key] = set()  # whose like the ruler always has to see
        self.words: dict[int, int] = {}  # a word's hash, or 0 where no rule names it
        written: list[dict[str, Any]] = ruler.patterns
        rules: list[list[dict[str, Any]]] = [tokens for rule in written for tokens in rule["patterns"]]
        self.alone = Matcher(nlp.vocab)
        self.alone.add("ask", [tokens[:1] for tokens in rules if len(tokens) > 1] + [[{"IS_SPACE": True}]])
        self.is_simple = all(map(_is_simple, written))
        told = [token["LOWER"] for tokens in rules for token in tokens if "LOWER" in token]
        self.named = {word for one in told for word in _words_of(one)}
        regexes = (one["REGEX"] for one in told if isinstance(one, dict) and isinstance(one.get("REGEX"), str))
        self.patterns = [re.compile(regex) for regex in regexes]
        self.strings = nlp.vocab.strings

    def __call__(self, doc: "Doc") -> "Doc":
        if not self.is_simple or not len(doc) or doc.to_array(GIVEN).any():  # what another component gave stays
            return self.ruler(doc)
        keys = [(tag, self._name(word), dep) for tag, word, dep in doc.to_array(SEEN).tolist()]
        if not self.asked.isdisjoint(keys):
            return self.ruler(doc)
        answers = [self.known.get(key) for key in keys]
        if None not in answers:
            given: Any = np.array(answers, dtype="uint64")
            return doc.from_array(GIVEN, given)
        self.asked.update(keys[start] for _, start, _ in self.alone(doc, allow_missing=True))
        doc = self.ruler(doc)
        if self.asked.isdisjoint(keys):
            self.known.update(zip(keys, doc.to_array(GIVEN).tolist(), strict=True))
        return doc

    def _name(self, word: int) -> int:
        if (known := self.words.get(word)) is None:
            text = self.strings[word]
            is_named = text in self.named or text.isspace() or any(one.search(text) for one in self.patterns)
            known = self.words[word] = word if is_named else 0
        return known


def _is_simple(rule: dict[str, Any]) -> bool:
    """Whether a rule looks at no more than tag, word and dependency, in plain conditions, and tells no more than we
    remember; what it says of white space is always asked for."""
    first = [tokens[0] for tokens in rule["patterns"]]
    told = set(rule["attrs"]) <= {"POS", "MORPH", "LEMMA"} or all("IS_SPACE" in token for token in first)
    values = [value for tokens in rule["patterns"] for token in tokens for value in token.values()]
    plain = all(set(value) <= CONDITIONS and isinstance(value.get("REGEX", ""), str)
                for value in values if isinstance(value, dict))  # fmt: skip
    return told and plain and all(set(token) <= SEEN_NAMES | {"IS_SPACE"} for token in first)


def _words_of(told: Any) -> Iterator[str]:
    """The words of a rule's condition, whether it wants one of them or none; of a pattern none."""
    if isinstance(told, str):
        yield told
    else:
        yield from (word for name in ("IN", "NOT_IN") for word in told.get(name, ()))


@Language.factory(NAME)
def make_ruler(nlp: Language, name: str) -> RememberingRuler:  # noqa: ARG001 - spaCy names the component
    """Over the ruler that the pipeline has."""
    ruler: Any = nlp.get_pipe(OWN)
    return RememberingRuler(ruler, nlp)


def remember_attributes(nlp: Language) -> None:
    """Put a ruler with a memory in the place of the pipeline's own, where it has one."""
    if OWN in nlp.pipe_names:
        nlp.add_pipe(NAME, after=OWN)
        nlp.remove_pipe(OWN)
