"""Numerals with what they count: unit or noun, rate, range, bound. Who and what they are about comes later, in ``figures``."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.bounds import find_bound
from onrecord.labels import OLDEST, find_codes, find_scores, is_label
from onrecord.lexicon import read_rows
from onrecord.numerals import Numeral, find_numerals
from onrecord.periods import find_periods
from onrecord.units import Unit, find_money_before, find_unit_after, unit_words

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts; ``text[start:end]`` is numeral and unit words.

    ``token``: the token that stands for it in the parse (its unit's, its noun's, else the number's own); ``noun``: the
    counted noun's token, or null; ``number``: the numeral's own span; ``pair``: "from" or "to" of a before-and-after pair.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    style: str
    bound: str
    unit: str | None
    unit_kind: str | None
    token: int
    noun: int | None
    number: Span
    unit_stated: bool = True
    pair: str | None = None


def find_quantities(doc: Doc, periods: list[Span] | None = None) -> list[Quantity]:
    """Every number of the text that counts or measures something, in reading order, without overlap."""
    text = doc.text
    starts = [token.idx for token in doc]
    barred = sorted(find_codes(text) + find_scores(text))
    periods = find_periods(text) if periods is None else periods
    found: list[Quantity] = []
    named = -9
    for numeral in find_numerals(text):
        if _inside(numeral.start, numeral.end, barred):
            continue
        token = doc[max(0, bisect_right(starts, numeral.end - 1) - 1)]
        quantity = _read(doc, text, starts, numeral, token, periods, found[-1].end if found else 0)
        if quantity is None:
            named = numeral.end
        elif not _is_model(doc, found, quantity) and not _goes_on_naming(text, named, quantity):
            found.append(quantity)
    return _join_ranges(doc, text, found)


def _goes_on_naming(text: str, named: int, quantity: Quantity) -> bool:
    """ "posts 542 and 543", "pages 3, 4": a bare number coordinated with one that is a name."""
    if quantity.unit or quantity.start - named > 6 or quantity.style != "digits":
        return False
    return text[named : quantity.start].strip() in ("and", "or", "to", "&", ",", "–", "-")


def _is_model(doc: Doc, found: list[Quantity], quantity: Quantity) -> bool:
    """ "two new 737 Max jets": a second bare number before the same noun is part of its name."""
    last = found[-1] if found else None
    if last is None or quantity.noun is None or last.noun != quantity.noun or quantity.number[0] - last.number[1] > 12:
        return False
    gap = doc.text[last.number[1] : quantity.number[0]]
    if re.search(r"\b(?:to|and|or|through)\b", gap):
        return False
    return last.number[1] < quantity.number[0] and bool(re.fullmatch(r"\s(?:[a-z]+\s)*", doc.text[last.number[1] : quantity.number[0]]))


def _inside(start: int, end: int, spans: list[Span]) -> Span | None:
    i = bisect_right(spans, (end, end)) - 1
    for span in spans[max(0, i - 1) : i + 2]:
        if span[0] < end and start < span[1]:
            return span
    return None


def _read(
    doc: Doc, text: str, starts: list[int], numeral: Numeral, token: Token, periods: list[Span], reached: int) -> Quantity | None:
    period = _inside(numeral.start, numeral.end, periods)
    money = find_money_before(text, numeral.start)
    if money and money.start < reached:
        money = None
    unit = find_unit_after(text, numeral.end, text[numeral.end - 1].isdigit())
    if numeral.style == "fraction" and unit is None:
        unit = _unit_of_part(text, numeral)
    if unit and unit.name == "pound":
        unit = _pound(text, numeral, unit)
    noun = None if money or unit else find_counted_noun(doc, text, numeral, token)
    if period and _is_dated(text, numeral, token, money or unit, noun, period):
        return None
    name_free = money is None and unit is None and noun is None
    if noun is not None and _inside(noun.idx, noun.idx + len(noun), periods):
        noun = None
    if name_free and text[numeral.start : numeral.end].lower() in ("zero", "nought"):
        return None
    if not money and is_label(doc, text, numeral, token, unit, noun):
        return None
    if numeral.style == "fold":
        unit, noun = Unit("time", "ratio", numeral.end, numeral.end), None
    start, end, name, kind = _extent(text, numeral, money, unit)
    if noun is not None and numeral.style == "fraction":
        noun = None
    if noun is not None:
        name, kind = name_noun(doc, token, noun)
        if noun.i - token.i <= 4 and noun.i > token.i:
            end = max(end, noun.idx + len(noun))
    if name is None and re.match(r"\swho\b", text[end : end + 5]) and numeral.style != "fraction":
        name, kind = "people", "people"
    name, kind, end = _age(text, numeral, token, name, kind, end)
    if name and kind not in ("share", "ratio"):
        name, end = _rate(text, name, kind, end)
    at = max(0, bisect_right(starts, end - 1) - 1) if name and noun is None and unit else token.i
    value, below = numeral.value, _BELOW_ZERO.match(text, end) if kind in ("temperature", "angle") else None
    if below and value is not None:
        value, end = -value, below.end()
    return Quantity(
        *(start, end, value, numeral.low, numeral.high, numeral.style),
        "range" if numeral.style in ("vague", "range") else find_bound(text, start, end, (numeral.end,)),
        *(name, kind, noun.i if noun is not None else at, noun.i if noun is not None else None),
        number=(numeral.start, numeral.end),
    )


_PART = re.compile(r"(?:\s+of)?\s+an?(?=\s)|[-‑](?=[a-z])|(?=\s)")
_WEIGHT = re.compile(r"\b(?:weigh|weight|heav|light|overweight|lift)", re.IGNORECASE)


def _unit_of_part(text: str, numeral: Numeral) -> Unit | None:
    """ "half an hour", "half-litre", "a quarter of a mile"."""
    match = _PART.match(text, numeral.end)
    return find_unit_after(text, match.end(), digits=False) if match else None


def _pound(text: str, numeral: Numeral, unit: Unit) -> Unit:
    """Pounds are sterling when the number is large or a £ is near, a weight beside words of weight, else undecided."""
    near = text[max(0, numeral.start - 60) : unit.end + 40]
    if _WEIGHT.search(near):
        return unit._replace(name="pound-mass", kind="mass")
    if (numeral.value or numeral.low or 0) >= 1000 or "£" in near:
        return unit._replace(name="GBP")
    return unit._replace(kind="")


def _extent(text: str, numeral: Numeral, money: Unit | None, unit: Unit | None):
    """Where numeral and unit words begin and end, and the unit's name and kind."""
    if not money:
        return (numeral.start, unit.end, unit.name, unit.kind) if unit else (numeral.start, numeral.end, None, None)
    end = unit.end if unit and unit.kind == "money" else numeral.end
    name = unit.name if unit and unit.kind == "money" and money.name == "USD" and len(unit.name) == 3 else money.name
    country = re.match(r"\s(?:US|U\.S\.?)(?=[\s,.;)]|$)", text[end : end + 8]) if name == "USD" else None
    return money.start, end + (country.end() if country else 0), name, "money"


def _is_dated(text: str, numeral: Numeral, token: Token, unit: Unit | None, noun: Token | None, period: Span) -> bool:
    """Whether the numeral belongs to a date: not "2000 km", not the two of "the last two years", not "of 1709 pupils"."""
    if unit is None:
        plural = noun is not None and noun.tag_ == "NNS" and noun.i - token.i <= 2 and token.ent_type_ != "DATE"
        return not (plural and period[1] == numeral.end and text[period[0] : numeral.start].strip().lower() in ("of", "", "by"))
    return unit.kind == "duration" and not (period[0] <= unit.start and unit.end <= period[1] + 1)


_BELOW_ZERO = re.compile(r"\sbelow\s(?:zero|freezing)\b", re.IGNORECASE)
_PEOPLE = ("people", "person", "persons", "inhabitant", "population")


def find_counted_noun(doc: Doc, text: str, numeral: Numeral, token: Token) -> Token | None:
    """The noun that a bare number counts: "three separate mission concepts" → concepts; "dozens of homes" → homes."""
    if numeral.style == "vague":
        return _noun_after_of(doc, token)
    head = token
    while head.dep_ in ("compound", "quantmod") and head.head.like_num and head.head.i > head.i:
        head = head.head
    noun = head.head
    if (
        head.dep_ in ("nummod", "compound", "amod", "nmod", "quantmod")
        and head.i < noun.i <= head.i + 6
        and _is_noun(noun)
    ):
        between = [doc[i] for i in range(head.i + 1, noun.i)]
        if not any(w.text in ",;:()" or (w.like_num and w.nbor().pos_ != "PROPN") for w in between) and not (between and between[0].pos_ in _NO_MODIFIER):
            return noun
    return _noun_phrase_after(doc, token)


_NO_MODIFIER = ("CCONJ", "ADP", "DET", "PRON", "AUX", "SCONJ")


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
    best = None
    for i in range(token.i + 1, min(token.i + 8, len(doc))):
        word = doc[i]
        if (word.text == "-" and not doc[i - 1].whitespace_) or (word.pos_ == "CCONJ" and i > token.i + 1):
            continue
        if not word.text[0].isalpha() or word.pos_ not in ("ADJ", "NOUN", "PROPN", "ADV") and word.tag_ not in ("VBN", "VBG"):
            break
        if word.tag_ in ("NNS", "NNPS") or (word.tag_ == "NN" and doc[i - 1].text == "-"):
            best = word
            break
    return best


def name_noun(doc: Doc, token: Token, noun: Token) -> tuple[str, str]:
    """The counted noun in the singular with the nouns compounded to it, and its kind; populations count people."""
    lemma = noun.lemma_.lower() if noun.tag_ not in ("NNP", "NNPS") else _singular(noun.text)
    if lemma in _PEOPLE:
        return "people", "people"
    left = noun.i
    while left - 1 > token.i and doc[left - 1].dep_ == "compound" and doc[left - 1].pos_ in ("NOUN", "PROPN"):
        left -= 1
    words = [doc[i].text if doc[i].pos_ == "PROPN" else doc[i].lower_ for i in range(left, noun.i)]
    return " ".join([*(w for w in words if w != "-"), lemma]), "count"


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


_OLD = re.compile(r"[\s-]olds?\b|\s+of\s+age\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:age|ages|life\sexpectancy)\b[^.;\d\n]{0,40}\s(?:of|is|was|at|to|from|than)\s(?:about\s|around\s|nearly\s)?$|\b(?:aged?|the\s+age\s+of|ages)\s(?:about\s|around\s|over\s|under\s|just\s|only\s)?$", re.IGNORECASE
)


def _age(text: str, numeral: Numeral, token: Token, name: str | None, kind: str | None, end: int):
    """ "nine-month-old", "aged 14", "Senard, 65, said": years (months …) of age."""
    if kind == "duration" and (old := _OLD.match(text, end)):
        return f"{name} of age", "age", old.end()
    value = numeral.value if numeral.value is not None else numeral.low
    if name in (None, "year") and value is not None and 0 < value <= OLDEST and numeral.style in ("digits", "words"):
        if _AGED.search(text, max(0, numeral.start - 70), numeral.start):
            return f"{name or 'year'} of age", "age", end
        if name is None and value % 1 == 0 and _is_age_apposition(text, numeral, token):
            return "year of age", "age", end
    return name, kind, end


def _is_age_apposition(text: str, numeral: Numeral, token: Token) -> bool:
    if not re.search(r"[,(]\s$|\($", text[max(0, numeral.start - 2) : numeral.start]):
        return False
    if not re.match(r"[,.;)]|\s(?:and|of|from|who|was|is)\b", text[numeral.end : numeral.end + 6]):
        return False
    i = token.i - 1
    while i > 0 and token.doc[i].text in (",", "("):
        i -= 1
    before = token.doc[i]
    return before.pos_ == "PROPN" and (before.ent_type_ in ("PERSON", "ORG", "") or token.head.ent_type_ == "PERSON")


@cache
def _bases() -> dict[str, str]:
    return {row["word"]: row["for"] for row in read_rows("rate_bases")}


_PER = re.compile(
    r"\s?(per\s+|/\s?|(?:-|\s)an?(?:-|\s)|\s(?:each|every)\s)((?:metric\s|square\s|cubic\s)?[A-Za-z]+(?:-hours?|\shours?(?=\W))?)"
)


def _rate(text: str, name: str, kind: str | None, end: int) -> tuple[str, int]:
    """ "barrels a day", "$5 per gallon": the unit with what it is divided by, and where its words end."""
    match = _PER.match(text, end)
    if not match or " per " in name:
        return name, end
    sign, base = match.group(1).strip(" -").lower(), match.group(2).lower()
    known = _bases().get(base)
    if sign not in ("per", "/") and not (known == "any" or (known and kind == "money")):
        return name, end
    unit = unit_words().get(base)
    if re.match(r"\s(?:ago|earlier|later|before|after)\b", text[match.end() : match.end() + 9]):
        return name, end
    if sign == "/" and not (unit or known):
        return name, end
    if sign == "per" and base in ("cent", "se"):
        return name, end
    return f"{name} per {unit[0] if unit else _singular(base)}", match.end()


@cache
def _changes() -> frozenset[str]:
    return frozenset(row["lemma"] for row in read_rows("change_verbs"))


_TO = re.compile(r"\s?(?:-|–|—|‑|-?to-?|through|- to)\s?(?:about\s|around\s|nearly\s|almost\s)?|\s?(?:-\s)(?:to|and)\s", re.I
)
_AND = re.compile(r"\s(?:and|to)\s(?:about\s|around\s)?", re.I)
_FROM = re.compile(r"\b(from|between|range[sd]?\s+(?:from|between))\s(?:about\s|around\s|roughly\s|nearly\s)?$", re.I)


def _join_ranges(doc: Doc, text: str, found: list[Quantity]) -> list[Quantity]:
    """ "8 to 10 years", "between 5 % and 6 %": one figure; "rose from 3 % to 5 %": two, and both get the unit."""
    out: list[Quantity] = []
    for quantity in found:
        last = out[-1] if out else None
        if last and quantity.start < last.end:
            if text[last.number[1] : quantity.start].strip().isalpha() or len(text[last.number[1] : quantity.start]) < 5:
                last = out[-1] = _without_noun(last)
            else:
                continue
        joint = last and _joint(doc, text, last, quantity)
        if last and (merged := _merge(text, last, quantity)):
            out[-1] = merged
        elif not joint:
            out.append(quantity)
        elif joint == "pair":
            out[-1] = replace(_with_unit(last, quantity), pair="from")
            out.append(replace(_with_unit(quantity, last), pair="to"))
        else:
            out[-1] = _range(text, last, quantity)
    return out


def _without_noun(quantity: Quantity) -> Quantity:
    """The bare number, when what it seemed to count comes after the next number ("one to two years")."""
    return replace(quantity, start=quantity.number[0], end=quantity.number[1], unit=None, unit_kind=None, noun=None)


def _merge(text: str, a: Quantity, b: Quantity) -> Quantity | None:
    """ "5 feet 2 inches" and "3 dollars and 50 cents" are one figure, in the larger unit."""
    if a.value is None or b.value is None or not re.fullmatch(r",?\s(?:and\s)?|", text[a.end : b.start]):
        return None
    size = 12 if (a.unit, b.unit) == ("foot", "inch") else 100 if a.unit_kind == "money" and b.unit in ("cent", "penny") else 0
    if not size or a.unit == b.unit or not 0 < b.value < size or a.value % 1:
        return None
    return replace(a, end=b.end, value=a.value + b.value / size, number=(a.number[0], b.number[1]))


_LIMITS = re.compile(r"\s(?:[a-z]+\s)?(?:and|but)\s(?:[a-z]+\s){1,5}")


def _limits(text: str, a: Quantity, b: Quantity) -> bool:
    """ "more than 40 and less than 50": one interval."""
    if a.bound not in ("more_than", "at_least") or b.bound not in ("less_than", "at_most") or a.value is None or b.value is None:
        return False
    return a.value < b.value and (a.unit in (None, b.unit)) and bool(_LIMITS.fullmatch(text[a.end : b.start]))


def _joint(doc: Doc, text: str, a: Quantity, b: Quantity) -> str | None:
    """How two neighbours belong together: range, pair (before and after), or null."""
    if _limits(text, a, b):
        return "range"
    if a.value is None or b.value is None or b.start - a.end > 14 or b.start < a.end:
        return None
    if a.unit and b.unit and a.unit != b.unit and not (a.unit_kind == b.unit_kind == "money"):
        return None
    return _connect(doc, text, a, b)


def _connect(doc: Doc, text: str, a: Quantity, b: Quantity) -> str | None:
    gap, lead = text[a.end : b.start], _FROM.search(text, max(0, a.start - 30), a.start)
    word = lead.group(1).lower() if lead else ""
    if word == "between":
        return "range" if _AND.fullmatch(gap) or _TO.fullmatch(gap) else None
    if not _TO.fullmatch(gap):
        return None
    if gap.strip() in ("-", "–", "—", "‑") and a.unit is None and b.unit is None and not lead and a.value > b.value:
        return None
    if "to" in gap and not word and (a.unit and not b.unit or _after_change(doc, a)):
        return None
    return "pair" if "to" in gap and word == "from" and _change_before(doc, a) else "range"


def _after_change(doc: Doc, a: Quantity) -> bool:
    """Whether a verb of change stands right before: in "rose 5 % to 20 %" the first is by how much."""
    i = a.token
    while i > 0 and doc[i].idx >= a.start:
        i -= 1
    words = [doc[j].lemma_.lower() for j in range(max(0, i - 1), i + 1)]
    return words[-1:] != ["to"] and any(w in _changes() and doc[i].pos_ in ("VERB", "ADV", "ADP") for w in words)


def _change_before(doc: Doc, a: Quantity) -> bool:
    """Whether a verb or noun of change governs: "rose from", "an increase from"."""
    token = doc[a.token]
    for _ in range(4):
        token = token.head
        if token.lemma_.lower() in _changes():
            return True
    return False


def _with_unit(quantity: Quantity, other: Quantity) -> Quantity:
    if quantity.unit or not other.unit:
        return quantity
    return replace(quantity, unit=other.unit, unit_kind=other.unit_kind, unit_stated=False)


_SCALE_WORD = re.compile(r"\s?(?:hundred|thousand|lakh|million|crore|billion|trillion|[kmb]n?|tn|mil|cr)$", re.I)


def _range(text: str, a: Quantity, b: Quantity) -> Quantity:
    """One interval; a scale that only the second names holds for both ("5 to 10 million")."""
    first, second = a.value, b.value
    words_a, words_b = text[slice(*a.number)], text[slice(*b.number)]
    if _SCALE_WORD.search(words_b) and not _SCALE_WORD.search(words_a):
        for scale in (1e2, 1e3, 1e5, 1e6, 1e7, 1e9, 1e12):
            if (
                1 <= second / scale < 1000
                and first < second / scale
                and second / scale < 1000
                and _scales(words_b) == scale
            ):
                first *= scale
                break
    unit = b if b.unit else a
    return replace(
        b,
        start=a.start,
        value=None,
        low=min(first, second),
        high=max(first, second),
        bound="range",
        unit=unit.unit,
        unit_kind=unit.unit_kind,
        noun=unit.noun,
        number=(a.number[0], b.number[1]),
    )


def _scales(words: str) -> float:
    tail = re.search(r"[A-Za-z]+$", words).group().lower()
    rows = [
        row
        for row in read_rows("numerals")
        if row["kind"] in ("scale", "hundred", "abbreviation", "money abbreviation")
    ]
    return next((float(row["value"]) for row in rows if row["word"] == tail), 1.0)
