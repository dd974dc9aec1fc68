"""People's decisions on who is who, from ``data/raw/STORY/aliases.csv``: inputs like any other.

A decision is a line; a changed mind is a further line. Of one reviewer the latest on a pair of names counts (by ``on``,
then by its place in the file), and ``open`` takes back what was decided before. Where two reviewers differ, neither is
entered; a later line of both ("AB + CD") settles it.
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import StoryError
from onrecord.tables.handmade import read_day, read_handmade, read_reviewers, shown, sort_by_day

ALIAS_COLUMNS, ALIAS_FURTHER = ("alias", "actor", "same"), ("reviewer", "on", "note")
SAME = {"true": True, "false": False, "open": None}


class AliasLine(NamedTuple):
    """A decision: whether ``alias`` is the actor of that name (null: taken back), where it stands, who made it when.

    ``when`` is a day, or a day and a time; empty where the line does not say.
    """

    alias: str
    actor: str
    same: bool | None
    where: str
    reviewer: str = ""
    when: str = ""
    note: str = ""

    @property
    def reviewers(self) -> tuple[str, ...]:
        return read_reviewers(self.reviewer)

    @property
    def pair(self) -> frozenset[str]:
        """The two names, whichever stands first."""
        return frozenset(" ".join(name.casefold().split()) for name in (self.alias, self.actor))


class SettledAliases(NamedTuple):
    """``lines``: the decisions that count; ``differing``: those of reviewers who contradict each other."""

    lines: list[AliasLine]
    differing: list[AliasLine]


def read_alias_lines(path: Path) -> list[AliasLine]:
    """The lines of the hand-made ``aliases.csv``; none without the file.

    Raises ``StoryError`` naming the line when a cell is empty, ``same`` is none of true, false and open, ``on`` is no
    day, or two lines of nobody in particular contradict each other.
    """
    if not path.is_file():
        return []
    lines = []
    for row in read_handmade(path, ALIAS_COLUMNS, error=StoryError):
        where = f"{shown(path)}, line {row.line}"
        for column in ("alias", "actor"):
            if not row.get(column):
                raise StoryError(f"{where}: {column} is empty.", "Write a name there.")
        if row.get("same").lower() not in SAME:
            raise StoryError(f"{where}: same is {row.get('same')!r}.", "Write true, false or open there.")
        if row.get("on"):
            read_day(row.get("on"), f"{where}: on")
        same = SAME[row.get("same").lower()]
        more = (row.get(name) for name in ALIAS_FURTHER)
        lines.append(AliasLine(row.get("alias"), row.get("actor"), same, where, *more))
    _check_nameless(lines)
    return lines


def _check_nameless(lines: Iterable[AliasLine]) -> None:
    """Of two lines without reviewer and day nothing says which is the later thought."""
    told: dict[frozenset[str], AliasLine] = {}
    for line in lines:
        if line.reviewer or line.when:
            continue
        other = told.setdefault(line.pair, line)
        if {other.same, line.same} == {True, False}:
            raise StoryError(
                f"{line.where}: {line.alias!r}, {line.actor!r}: the opposite of {other.where.rpartition(', ')[2]}.",
                "Delete one of the two, or say in both who decided and on which day.",
            )


def settle_aliases(lines: Iterable[AliasLine]) -> SettledAliases:
    """What is decided of each pair of names, in the order in which pairs are first named."""
    by_pair: dict[frozenset[str], list[AliasLine]] = defaultdict(list)
    for line in lines:
        by_pair[line.pair].append(line)
    counted: list[AliasLine] = []
    differing: list[AliasLine] = []
    for several in by_pair.values():
        held = {
            reviewer.casefold(): line
            for line in sort_by_day(several, lambda line: line.when)
            for reviewer in line.reviewers
        }
        decided = [line for line in held.values() if line.same is not None]
        if len({line.same for line in decided}) > 1:
            differing += dict.fromkeys(decided)
        else:
            counted += decided[:1]
    return SettledAliases(counted, differing)
