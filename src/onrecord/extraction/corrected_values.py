"""What a correction puts into a column: numbers, days, words of a closed list, actors, and stretches of the article."""

import re
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from onrecord.errors import StoryError, near
from onrecord.extraction.anchoring import find_words, plain
from onrecord.extraction.reviews import Decision
from onrecord.figures import find_numerals
from onrecord.language.spans import Chars
from onrecord.tables import SCHEMAS, Tables
from onrecord.tables.handmade import read_day

ACTORS = ("actor_id", "target_actor_id", "about_actor_id")
BETWEEN = "|"  # speakers; parts of a broken quotation: 120-180 | 200-240
BEFORE_OFFSETS = re.compile(r"\|(?= ?\d{1,9} ?- ?\d)")
STRETCH = re.compile(r"(\d{1,9}) ?- ?(\d{1,9})(?: (.+))?")  # 120-180, or with the words that stand there
ONE_COMMA = re.compile(r"-?\d{1,15},\d{1,15}")
THOUSANDS = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")


class GoneError(Exception):
    """The words of a correction stand nowhere any more, or in several places: the decision is told, not entered."""


class Values:
    """Reads the values of corrections; ``file`` names where they stand, for errors."""

    def __init__(self, found: Tables, file: str):
        self.found, self.file = found, file
        self.bodies = dict(zip(found.articles["article_id"], found.articles["body"], strict=True))
        self.actors = _name_actors(found)
        self.names = dict(zip(found.actors["actor_id"], found.actors["name"], strict=True))
        named = found.actors.dropna(subset=["iso3"])
        self.countries = dict(zip(named["actor_id"], named["iso3"], strict=True))

    def fail(self, decision: Decision, problem: str, remedy: str = "Mend that line.") -> StoryError:
        return StoryError(f"{self.file}, line {decision.line}: {problem}", remedy)

    def read(self, table: str, column: str, decision: Decision) -> Any:
        """The value with its column's type; null where it is empty and may be. Of several speakers the first."""
        spec, text = SCHEMAS[table].columns[column], decision.value
        if not text:
            if not spec.nullable:
                raise self.fail(decision, f"{column} cannot be empty.")
            return None
        if column in ACTORS:
            return self.read_actors(decision)[0]
        values = spec.metadata["values"]
        if values and text not in values:
            raise self.fail(decision, f"{column} {text!r} is none of {', '.join(values)}.{near(text, list(values))}")
        kind = spec.metadata["type"]
        if kind == "date":
            return read_day(text, f"{self.file}, line {decision.line}: {column}")
        try:
            return READERS[kind](text)
        except ValueError as fault:
            raise self.fail(decision, f"{column} {text!r} is no {kind}.", str(fault) or "Mend that line.") from None

    def read_actors(self, decision: Decision) -> list[str]:
        """The actors that a value names, ``|`` between several speakers; none where it is empty."""
        names = [name.strip() for name in decision.value.split(BETWEEN) if name.strip()]
        if len(names) > 1 and decision.column != "actor_id":
            raise self.fail(decision, f"{decision.column} is one actor, not {len(names)}.")
        return list(dict.fromkeys(self._read_actor(decision, name) for name in names))

    def _read_actor(self, decision: Decision, name: str) -> str:
        """An actor by id or by name; two of a name are told by their ids."""
        known = self.actors.get(name) or self.actors.get(plain(name), [])
        if len(known) == 1:
            return known[0]
        if known:
            raise self.fail(decision, f"{name!r} are several: {', '.join(known)}.", "Write one of these ids.")
        raise self.fail(
            decision,
            f"value: nobody in this story is called {name!r}.{near(name, list(self.names.values()))}",
            "Write a name or an actor_id of data/processed/STORY/actors.csv, or leave it empty: not decided.",
        )

    def find_party(self, changes: dict[str, Any]) -> dict[str, Any]:
        """What a corrected party of a figure brings along: its name, its actor where one is called so, its country."""
        actor = changes.get("about_actor_id")
        if actor is None and changes.get("about"):
            known = self.actors.get(plain(changes["about"]), [])
            actor = known[0] if len(known) == 1 else None
        name = changes.get("about") if "about" in changes else self.names.get(str(actor))
        return {"about": name, "about_actor_id": actor, "iso3": self.countries.get(str(actor))}

    def read_stretches(self, article_id: str, decision: Decision, place: Chars) -> list[Chars]:
        """``start-end`` into the body, or ``start-end`` and the words there; parts joined by ``|``; empty: none.

        Words that stand elsewhere now are looked up, first inside ``place`` (the row's sentence). Raises ``GoneError``
        where they are not to be found, or where a row that moved was corrected by offsets alone.
        """
        spans: list[Chars] = []
        for part in BEFORE_OFFSETS.split(" ".join(decision.value.split())) if decision.value else ():
            span = self._read_stretch(article_id, decision, part.strip(), place)
            if spans and span[0] < spans[-1][1]:
                raise self.fail(decision, f"{part} begins before the part before it ends.")
            spans.append(span)
        if len(spans) > 1 and decision.column != "content":
            raise self.fail(decision, f"{decision.column} is one stretch, not {len(spans)}.")
        return spans

    def _read_stretch(self, article_id: str, decision: Decision, part: str, place: Chars) -> Chars:
        body, match = self.bodies[article_id], STRETCH.fullmatch(part)
        if not match:
            raise self.fail(
                decision,
                f"{decision.column} is verbatim, so its value is start-end, not {decision.value!r}.",
                f"Write offsets into the body of {article_id}, for example 120-180.",
            )
        span, words = Chars(int(match[1]), int(match[2])), match[3]
        if words and plain(body[slice(*span)]) != plain(words):
            if (found := find_words(body, words, place)) is None:
                raise GoneError(f"the words {words!r} are no longer to be found")
            return found
        if not words and decision.moved_from:
            raise GoneError("its row stands elsewhere now, and offsets without words cannot follow")
        if not 0 <= span[0] < span[1] <= len(body):
            raise self.fail(decision, f"{part} is no stretch of {article_id}, which has {len(body)} characters.")
        if body[slice(*span)] != body[slice(*span)].strip():
            raise self.fail(decision, f"{part} begins or ends with white space: {body[slice(*span)]!r}.")
        return span


def _name_actors(found: Tables) -> dict[str, list[str]]:
    """Ids of the actors by id, by name, by an alias that is nobody's name, and by any naming that is neither."""
    namings = found.mentions[(found.mentions["form"] != "pronoun") & found.mentions["actor_id"].notna()]
    called: list[dict[str, list[str]]] = []
    for names, actors in (
        (found.actors["name"], found.actors["actor_id"]),
        (found.aliases["alias"], found.aliases["actor_id"]),
        (namings["text"], namings["actor_id"]),
    ):
        by_name: dict[str, list[str]] = {}
        for name, actor in zip(names, actors, strict=True):
            ids = by_name.setdefault(plain(name), [])
            if actor not in ids:
                ids.append(actor)
        called.append(by_name)
    own, aliases, other = called
    return other | aliases | own | {actor: [actor] for actor in found.actors["actor_id"]}


def _read_flag(text: str) -> bool:
    if text.lower() not in ("true", "false"):
        raise ValueError("Write True or False.")
    return text.lower() == "true"


def read_number(text: str) -> float:
    """``9600000``, ``9,600,000``, ``9.6 million`` or ``sixteen``; ``9,600`` and ``9,6`` are not guessed at."""
    if ONE_COMMA.fullmatch(text):
        raise ValueError("Write it without a comma: 9600 for thousands, 9.6 for tenths.")
    if THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    try:
        number = float(text)
    except ValueError:
        number = _read_words(text)
    if not isfinite(number):
        raise ValueError("Write a number.")
    return number


def _read_words(text: str) -> float:
    found = find_numerals(text)
    if len(found) != 1 or found[0].value is None or (found[0].start, found[0].end) != (0, len(text)):
        raise ValueError("Write a number: 9600000, 9.6 million or sixteen.")
    return found[0].value


READERS: Mapping[str, Callable[[str], Any]] = {
    "text": str,
    "integer": int,
    "number": read_number,
    "true/false": _read_flag,
}
