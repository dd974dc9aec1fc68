"""The grammar of number words: a run of lexemes → the numeral that it begins with.

A lexeme is one word or one group of digits of a run ("3", "hundred", "and", "21"); ``read_numeral`` takes as many as
make one number and leaves the rest: "three thousand dollars two hundred times" is two runs, "nineteen eighty" two.
"""

from typing import NamedTuple


class Lexeme(NamedTuple):
    """A word or group of digits; ``kind`` is the lexicon's (unit, ten, hundred, scale …), digits or a glue word."""

    kind: str
    value: float
    start: int
    end: int
    word: str = ""


class LeadingNumeral(NamedTuple):
    """What a run begins with: ``used`` lexemes; ``value``, or ``low`` and ``high`` for a vague number; ``style``."""

    used: int
    value: float | None
    low: float | None = None
    high: float | None = None
    style: str = "cardinal"  # cardinal · fraction · vague


SMALL = ("unit", "teen", "ten")


def read_numeral(run: list[Lexeme], joined: bool = True) -> LeadingNumeral | None:
    """The numeral at the start of ``run``, or null; ``joined`` is false after "between", where "and" parts two."""
    return _vague(run) or _ratio(run) or _fraction(run) or _cardinal(run, joined)


def _kind(run: list[Lexeme], i: int) -> str:
    return run[i].kind if i < len(run) else ""


def _vague(run: list[Lexeme]) -> LeadingNumeral | None:
    """ "tens of billions", "several hundred", "a few thousand", "dozens": the lexicon's interval times what follows."""
    i = 1 if _kind(run, 0) == "a" and run[0].word == "a" and _kind(run, 1) == "few" else 0
    if _kind(run, i) in ("few", "several"):
        low, high, used = run[i].value, 9.0, i + 1
        while _kind(run, used) in ("hundred", "dozen", "scale", "plural"):
            low, high, used = low * run[used].value, high * run[used].value, used + 1
        return LeadingNumeral(used, None, low, high, "vague") if used > i + 1 else None
    if _kind(run, 0) != "plural":
        return None
    low, high, used = run[0].value, _decade(run[0]), 1
    while _kind(run, used) == "of" and _kind(run, used + 1) == "plural":
        low, high, used = low * run[used + 1].value, high * run[used + 1].value, used + 2
    return LeadingNumeral(used, None, low, high, "vague")


def _decade(lexeme: Lexeme) -> float:
    return {"scores": 100.0}.get(lexeme.word, lexeme.value * 10)


def _whole(run: list[Lexeme], i: int) -> bool:
    return _kind(run, i) in ("unit", "teen", "ten", "digits") and run[i].value >= 1 and run[i].value % 1 == 0


def _ratio(run: list[Lexeme]) -> LeadingNumeral | None:
    """ "one in three", "nine out of 10": the share, 0.333…"""
    if not _whole(run, 0):
        return None
    j = 2 if _kind(run, 1) == "in" else 3 if (_kind(run, 1), _kind(run, 2)) == ("out", "of") else 0
    if j and _kind(run, j) == "every":
        j += 1
    elif (_kind(run, 1), _kind(run, 2)) == ("of", "every"):
        j = 3
    elif _kind(run, 1) == "of" and _kind(run, 2) == "digits" and run[2].value in (10, 100, 1000):
        j = 2
    if not j or not _whole(run, j) or run[0].value >= run[j].value or run[j].value > 1000:
        return None
    base, used = run[j].value, j + 1
    while _kind(run, used) in ("hundred", "scale"):
        base, used = base * run[used].value, used + 1
    if _kind(run, 1) == "in" and base not in (3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000, 10000, 1e5, 1e6):
        return None
    return LeadingNumeral(used, run[0].value / base, style="fraction")


def _denominator(run: list[Lexeme], i: int) -> bool:
    return _kind(run, i) == "denominator"


def _fraction(run: list[Lexeme]) -> LeadingNumeral | None:
    """ "half", "two-thirds", "a quarter of a million", "half a dozen"; with a scale after it, it is a cardinal."""
    if _denominator(run, 0) and run[0].word in ("half", "quarter"):
        value, used = 1 / run[0].value, 1
    elif _kind(run, 0) == "a" and _denominator(run, 1):
        value, used = 1 / run[1].value, 2
    elif _kind(run, 0) in ("unit", "teen", "digits") and _denominator(run, 1) and run[0].value % 1 == 0:
        if (run[0].value == 1) == run[1].word.endswith("s") and run[1].word != "half":
            return None
        value, used = run[0].value / run[1].value, 2
    else:
        return None
    after = used + 1 if _kind(run, used) == "of" else used
    after = after + 1 if _kind(run, after) == "a" else after
    if _kind(run, after) in ("scale", "hundred", "dozen"):
        return LeadingNumeral(after + 1, value * run[after].value)
    if used == 1 and run[0].word == "quarter":
        return None
    return LeadingNumeral(used, value, style="fraction")


def _cardinal(run: list[Lexeme], joined: bool) -> LeadingNumeral | None:
    """The English (and Indian) cardinal: groups below a thousand, each times its scale, the scales falling."""
    total, current, scale, last, i, used = 0.0, None, float("inf"), "", 0, 0
    if _kind(run, 0) == "a":
        if _kind(run, 1) not in ("hundred", "scale", "dozen"):
            return None
        current, i, last = 1.0, 1, "a"
    while i < len(run) and not _begins_anew(run, i, last):
        kind, value = run[i].kind, run[i].value
        grown = _grown(run[i], current, last)
        if grown is not None:
            current = grown
        elif kind in ("scale", "plural") and (current is not None or total) and value >= 1000:
            current, total, scale = None, *_scaled(total, current, value, scale)
            kind = "scale"
        elif kind == "and" and joined and (step := _and(run, i, last)):
            current, total, i = _add_part(run, i, step, current, total, scale)
            last = "and" if step == 1 else "part"
            used = i if step > 1 else used
            continue
        elif kind == "point" and current is not None and _kind(run, i + 1) == "unit":
            current, i = _decimals(run, i + 1, current)
            last, used = "decimals", i
            continue
        else:
            break
        i += 1
        last, used = kind, i
    return LeadingNumeral(used, total + (current or 0.0)) if used else None


def _begins_anew(run: list[Lexeme], i: int, last: str) -> bool:
    """Whether another number begins after a scale: "95 million five years ago", "two million 330 ml cans"."""
    other = run[i].kind in SMALL if run[0].kind == "digits" else run[i].kind == "digits"
    return last == "scale" and other and _kind(run, i + 1) not in ("hundred", "scale")


def _grown(lexeme: Lexeme, current: float | None, last: str) -> float | None:
    """The group below a thousand with the next lexeme; null when that does not fit ("two five", "nineteen eighty")."""
    kind, value = lexeme.kind, lexeme.value
    if kind == "digits":
        if current is None:
            return value if last in ("", "scale", "and") else None
        return current + value if last == "and" and value < 100 else None
    if kind in SMALL:
        fits = current is None or last in ("hundred", "and") or (last == "ten" and kind == "unit" and value > 0)
        return (current or 0.0) + value if fits else None
    if kind in ("hundred", "dozen") and current and last not in ("hundred", "dozen"):
        return current * value
    return None


def _scaled(total: float, current: float | None, value: float, scale: float) -> tuple[float, float]:
    """ "three crore twelve lakh" adds; "three thousand million" multiplies what came before."""
    if current is None or value >= scale:
        return (total + (current or 0.0)) * value, value
    return total + current * value, value


def _and(run: list[Lexeme], i: int, last: str) -> int:
    """How many lexemes "and" brings: 1 (itself) before a small number, 3 for "and a half", 0 at a number's end."""
    if _kind(run, i + 1) in ("a", "unit") and _denominator(run, i + 2) and _kind(run, i + 3) != "of":
        return 3
    if last in ("hundred", "scale") and _kind(run, i + 1) in ("unit", "teen", "ten", "digits"):
        return 1 if run[i + 1].value < 100 or last == "scale" else 0
    return 0


def _add_part(
    run: list[Lexeme], i: int, step: int, current: float | None, total: float, scale: float
) -> tuple[float | None, float, int]:
    """After "and": go on with the small number, or add the fraction ("3 million and a half" is a half of a million)."""
    if step == 1:
        return current, total, i + 1
    top = 1.0 if run[i + 1].kind == "a" else run[i + 1].value
    part = top / run[i + 2].value
    if current is None:
        return None, total + part * (scale if total else 1.0), i + step
    return current + part, total, i + step


def _decimals(run: list[Lexeme], i: int, current: float) -> tuple[float, int]:
    """The digits spoken after "point"."""
    place = 0.1
    while _kind(run, i) == "unit":
        current, place, i = round(current + place * run[i].value, 12), place / 10, i + 1
    return current, i
