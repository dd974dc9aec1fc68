"""Numbers that are ages: "seven-month-old", "aged 14", "Lopez, 65, said", "life expectancy is 68"."""

import re

from onrecord.figures.numerals import Numeral
from onrecord.language.persons import read_person_nouns
from onrecord.language.trees import SUBJECTS, Tree

OLDEST = 120  # years; a higher number after a name is no age
PLACES = frozenset(("GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART"))

_OLD = re.compile(r"[\s-]olds?\b|\s{1,3}of\s{1,3}age\b", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:age|ages|life\sexpectancy)\b[^.;\d\n]{0,40}\s(?:of|is|was|at|to|from|than)\s(?:about\s|around\s|nearly\s)?$"
    r"|\b(?:aged?|the\s+age\s+of|ages)\s(?:about\s|around\s|over\s|under\s|just\s|only\s)?$",
    re.IGNORECASE,
)
_PEOPLE_OF = re.compile(
    r"\b(?:people|adults|children|men|women|girls|boys|voters|workers|those|anyone|everyone|someone)"
    r"\s(?:aged\s)?(?:under|over|above|below|aged)\s$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[,.;)]|\s?[―—–]|\s(?:and|of|from|who|was|is)\b")


def read_age(
    tree: Tree, text: str, numeral: Numeral, token: int, name: str | None, kind: str | None, end: int
) -> tuple[str | None, str | None, int]:
    """Unit, kind and end of a number whose unit was read as ``name``: years (months …) of age where it is an age."""
    if kind == "duration" and (old := _OLD.match(text, end)):
        return f"{name} of age", "age", old.end()
    value = numeral.value if numeral.value is not None else numeral.low
    if value is None or not 0 < value <= OLDEST or numeral.style not in ("digits", "words"):
        return name, kind, end
    if kind in (None, "count") and _PEOPLE_OF.search(text, max(0, numeral.start - 40), numeral.start):
        return "year of age", "age", numeral.end
    if name is None or kind == "duration":
        if is_aged(text, numeral.start):
            return f"{name or 'year'} of age", "age", end
        if name is None and value % 1 == 0 and _is_apposition(tree, text, numeral, token):
            return "year of age", "age", end
    return name, kind, end


def is_aged(text: str, at: int) -> bool:
    """Whether the words before ``at`` say that an age follows: "aged", "life expectancy is"."""
    return bool(_AGED.search(text, max(0, at - 70), at))


def _is_apposition(tree: Tree, text: str, numeral: Numeral, token: int) -> bool:
    """A number between commas, or in brackets, after a person's name ("Lopez, 65, said") or noun ("the driver, 52,").

    A lone surname is often read as a place's; a place has no number there but in a list, where no verb follows.
    """
    if not re.search(r"[,(]\s$|\($", text[max(0, numeral.start - 2) : numeral.start]) or not _AFTER.match(
        text, numeral.end
    ):
        return False
    i = token - 1
    while i > 0 and tree.spelt(i) in (",", "("):
        i -= 1
    before = max(0, i)
    if tree.pos[before] == "PROPN":
        named = tree.entity[before] in ("PERSON", "ORG", "") or tree.entity[tree.head[token]] == "PERSON"
        return named or (tree.entity[before] in PLACES and _acts(tree, before, token + 1))
    return tree.tag[before] == "NN" and tree.lemma[before].casefold() in read_person_nouns()


def _acts(tree: Tree, name: int, comma: int) -> bool:
    """Whether a name is the subject of the verb that comes after the comma."""
    verb = tree.head[name]
    return tree.dep[name] in SUBJECTS and verb > comma and tree.pos[verb] in ("VERB", "AUX")
