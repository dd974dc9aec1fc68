"""Which outlets name a person who speaks in one of them: ``named_in``."""

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from typing import Literal

import pandas as pd

from onrecord import tables
from onrecord.language.surnames import surname_of, without_accents
from onrecord.language.words import stems
from onrecord.tables.compared import NamedInRow
from onrecord.tables.extracted import ActorRow, ArticleRow, MentionRow

NEAR = 0.8  # difflib's ratio from which two words may be one name
Naming = Literal["named", "not_named"]


def compare_named(
    articles: Sequence[ArticleRow],
    actors: Mapping[str, ActorRow],
    mentions: Sequence[MentionRow],
    speaking: Collection[str],
) -> pd.DataFrame:
    """``named_in``: every person with a name who speaks (``speaking``: their ids), beside every outlet.

    An outlet names whom one of its mentions is. It does not where the surname occurs neither in a headline nor in the
    text, whoever bears it; where it occurs for somebody who may be another, that is open.
    """
    texts: dict[str, set[str]] = {row.outlet: set() for row in articles}
    for row in articles:
        texts[row.outlet] |= stems(without_accents(f"{row.headline or ''}\n{row.body}"))
    outlets = {row.article_id: row.outlet for row in articles}
    named = {(row.actor_id, outlets[row.article_id]) for row in mentions if row.form == "name"}
    rows = []
    for actor_id in dict.fromkeys(speaking):
        actor = actors[actor_id]
        if actor.kind != "person" or len(actor.name.split()) < 2:
            continue
        surname = {
            max(stems(without_accents(surname_of(actor.name))), key=lambda stem: (len(stem), stem))
        }  # of "al-Hadi": "hadi"
        for outlet, words in texts.items():
            naming: Naming | None = "named" if (actor_id, outlet) in named else None
            if naming is None and not surname & words and not _has_near(surname, words):
                naming = "not_named"
            rows.append(NamedInRow(actor_id=actor_id, outlet=outlet, naming=naming))
    return tables.make_table("named_in", rows)


def _has_near(surname: Collection[str], words: Collection[str]) -> bool:
    """Whether a text has a word that may be the name in another spelling ("Zelensky", "Zelenskyy")."""
    return any(get_close_matches(name, words, n=1, cutoff=NEAR) for name in surname)
