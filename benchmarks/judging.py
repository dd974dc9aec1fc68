"""What makes a row found the same as a row of gold: names, words, numbers, and who is paired with whom."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

WORD = re.compile(r"\w+")
FUNCTION_WORDS = frozenset(
    ["a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "by", "with", "from", "at", "as", "its"]
)


class Judgement(NamedTuple):
    measure: str
    row: str
    verdict: str


def rows_of(frame) -> list[dict[str, Any]]:
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def word_offsets(text: str, spans) -> set[int]:
    return {m.start() for s, e in spans for m in WORD.finditer(text, s, e)}


def form(name: str) -> str:
    """A name as it is compared: no case, no article, no possessive."""
    return re.sub(r"^(the|an?) |[’']s?$", "", (name or "").casefold()).strip()


def shares_word(wanted: str | None, found: str | None) -> bool:
    a, b = ({w.rstrip("s") for w in WORD.findall((x or "").casefold())} - FUNCTION_WORDS for x in (wanted, found))
    return bool(a & b)


def names_by_actor(tables) -> dict[str, set[str]]:
    names = {row["actor_id"]: {form(row["name"])} for row in rows_of(tables.actors)}
    for row in rows_of(tables.aliases):
        names[row["actor_id"]].add(form(row["alias"]))
    return names


def pair_up(golds: list[dict], found: list[dict], alike) -> tuple[list[tuple[dict, dict]], list[dict], list[dict]]:
    """Pairs, best first and one to one; gold's rows without one; the rows found without one."""
    scored = [(alike(g, f), -i, -j) for i, g in enumerate(golds) for j, f in enumerate(found)]
    taken_gold, taken, pairs = set(), set(), []
    for _, i, j in sorted((s for s in scored if s[0]), reverse=True):
        if i not in taken_gold and j not in taken:
            taken_gold.add(i), taken.add(j), pairs.append((golds[-i], found[-j]))
    return (
        pairs,
        [g for i, g in enumerate(golds) if -i not in taken_gold],
        [f for j, f in enumerate(found) if -j not in taken],
    )


def judge_answer(wanted: set[str], answered: list[set[str]]) -> str:
    """``wanted``: every name that is right; ``answered``: the names of each actor answered."""
    if not answered:
        return "open"
    return "right" if all(wanted & names for names in answered) else "wrong"


def same_number(gold: dict, found: dict) -> bool:
    pairs = [(gold.get(k), found[k]) for k in (("value",) if gold.get("value") is not None else ("low", "high"))]
    return all(a is not None and b is not None and abs(a - b) <= 1e-6 * max(1.0, abs(a)) for a, b in pairs)


def judge_column(measure: str, row: str, wanted, found) -> Iterator[Judgement]:
    yield Judgement(measure, row, "right" if wanted == found else "open" if found is None else "wrong")


def judge_words(measure: str, row: str, wanted: str | None, found: str | None) -> Iterator[Judgement]:
    """A free-text column is right where it shares a content word with gold's; gold without one is not judged."""
    if wanted:
        right = shares_word(wanted, found)
        yield Judgement(measure, row, "right" if right else "wrong" if (found or "").strip() else "open")
