"""Who speaks in which outlet: whom one outlet alone quotes, and what words of a person one alone prints."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.language.wording import in_sentence, join_words
from onrecord.report.clippings import Clipping, clip
from onrecord.report.contexts import in_context
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.report.quoted import NAMED, Quoted
from onrecord.tables.compared import LeftOutRow
from onrecord.tables.extracted import ClaimRow

MOST_PERSONS = 8  # told by their words
MOST_NAMES = 6  # persons in one finding, of whom
MOST_SHOWN = 4  # with their words
TITLES = frozenset(
    ("Rep.", "Sen.", "Gov.", "Dr.", "Gen.", "Col.", "Lt.", "Sgt.", "Capt.", "Prof.", "Rev.", "Mr.", "Ms.")
)
LONGEST_ROLE, GARBLED = 9, re.compile(r"[,;:“”\"]")  # words of an office, and what none has
# Nouns of what somebody is to another or likes to do: no office.
REGARD = frozenset(
    (
        "supporter",
        "user",
        "fan",
        "critic",
        "opponent",
        "friend",
        "ally",
        "rival",
        "admirer",
        "foe",
        "friends",
        "son",
        "wife",
    )
)


def find_lone_voices(quoted: Quoted) -> list[Finding]:
    """For each outlet, the persons whom it alone quotes and none of the others names, with their words."""
    material, out = quoted.material, []
    others = (
        "the other article does"
        if len(material.articles) == 2
        else "the other outlets do"
        if len(material.outlets) > 2
        else "the other outlet does"
    )
    for outlet, actors in quoted.alone_in().items():
        first = {actor: quoted.lone[actor][outlet][0] for actor in actors}
        shown = sorted(actors, key=lambda a: _place(first[a]))[:MOST_NAMES]
        names = join_words([material.name(actor) for actor in shown])
        out.append(
            Finding(
                kind="alone",
                text=f"Only {outlet} quotes {names}, whom {others} not name.",
                rows=tuple(row for actor in shown for row in first[actor].rows),
                clippings=tuple(
                    replace(_in_context(material, first[a]), label=_with_office(material, a))
                    for a in shown[:MOST_SHOWN]
                ),
                certainty=NAMED,
                depth=min(c.start / len(material.articles[c.article_id].body) for c in first.values()),
            )
        )
    return out


def find_unnamed_voices(quoted: Quoted) -> list[Finding]:
    """For each person whom all outlets but one let speak, and whom that one does not name, the first words in each."""
    material, out = quoted.material, []
    for row in material.left_out:
        others = [name for name in material.outlets if name != row.outlet]
        absent = quoted.material.naming.get((row.row_id, row.outlet)) == "not_named"
        first = quoted.speaking.get(row.row_id, {})
        if row.kind == "speaker" and absent and len(others) > 1 and set(first) == set(others):
            out.append(_tell_unnamed(material, row, [first[name] for name in others]))
    return out


def _tell_unnamed(material: Material, row: LeftOutRow, claims: Sequence[ClaimRow]) -> Finding:
    others = join_words([material.outlet_of(claim.claim_id) for claim in claims])
    return Finding(
        kind="left_out",
        text=f"{others} report what {material.name(row.row_id)} says, whom {row.outlet} does not name.",
        rows=tuple(claim.claim_id for claim in claims),
        clippings=tuple(in_context(material, clip(material, c.article_id, c.start, c.end, c.claim_id)) for c in claims),
        certainty=min(claim.speaker_confidence or 1.0 for claim in claims),
        depth=min(claim.start / len(material.articles[claim.article_id].body) for claim in claims),
    )


def _place(clipping: Clipping) -> tuple[str, int]:
    return clipping.article_id, clipping.start


def find_words_of(quoted: Quoted, told: Collection[str], above: Collection[Clipping] = ()) -> list[Finding]:
    """A finding a person: quotations that one outlet alone prints, one an outlet, without those ``told`` or ``above``.

    Who is quoted in most outlets comes first; who is quoted in one, with words told above, is left out.
    """
    material, out = quoted.material, []
    for actor in sorted(quoted.whole, key=lambda actor: (-len(quoted.any[actor]), *_first_place(quoted, actor))):
        every = [clipping for by in quoted.whole[actor].values() for clipping in by]
        fresh = [c for c in every if not set(c.rows) & set(told) and not any(c.overlaps(other) for other in above)]
        shown = list({clipping.outlet: clipping for clipping in reversed(fresh)}.values())[::-1]
        if not shown or (len(quoted.any[actor]) == 1 and len(fresh) < len(every)):
            continue
        outlets = join_words(sorted({c.outlet for c in shown}, key=material.outlets.index))
        out.append(
            Finding(
                kind="words",
                text=f"{_tell_person(quoted, actor)}: in {outlets}.",
                rows=tuple(row for clipping in shown for row in clipping.rows),
                clippings=tuple(
                    _in_context(material, c) for c in sorted(shown, key=lambda c: material.outlets.index(c.outlet))
                ),
                certainty=NAMED,
                depth=min(c.start / len(material.articles[c.article_id].body) for c in shown),
            )
        )
    return out[:MOST_PERSONS]


def _tell_person(quoted: Quoted, actor_id: str) -> str:
    """The name, the office, and which outlets do not name the person."""
    naming = {name: quoted.material.naming.get((actor_id, name)) for name in quoted.material.outlets}
    lacking = [name for name, how in naming.items() if how == "not_named"]
    told = _with_office(quoted.material, actor_id)
    if any(how not in ("named", "not_named") for how in naming.values()):
        return told  # an outlet of which nothing is said would be taken to name him
    return f"{told} (not named in {join_words(lacking)})" if lacking else told


def _in_context(material: Material, clipping: Clipping) -> Clipping:
    """Words with what leads up to them, and with more that the same person says right behind."""
    claim = next((material.claims[row] for row in clipping.rows if row in material.claims), None)
    return in_context(material, clipping, speaker=claim.actor_id if claim else None, introduced=True)


def _with_office(material: Material, actor_id: str) -> str:
    actor, role = material.actors[actor_id], _role(material, actor_id)
    if role is None and " " not in actor.name and actor.role and " " not in actor.role:
        return f"{actor.role} {actor.name}"  # “President Roe”
    return f"{actor.name}, {in_sentence(role)}" if role else actor.name


def _first_place(quoted: Quoted, actor: str) -> tuple[float, str]:
    articles = quoted.material.articles
    places = [c.start / len(articles[c.article_id].body) for by in quoted.whole[actor].values() for c in by]
    return min(places, default=1.0), actor


def _role(material: Material, actor_id: str) -> str | None:
    """The office that the texts give, without a title behind it ("Committee Chairman Rep."), where it says more than a
    title and names whose; no relation or habit."""
    words = (material.actors[actor_id].role or "").split()
    while words and words[-1] in TITLES:
        words.pop()
    office = any(word[0].isupper() for word in words) and not REGARD & {word.casefold() for word in words}
    role = " ".join(words)
    return role if 1 < len(words) <= LONGEST_ROLE and office and not GARBLED.search(role) else None
