"""Who speaks in which outlet: whom one outlet alone quotes, and what words of a person one alone prints."""

from collections.abc import Collection
from dataclasses import replace

from onrecord.language.wording import join_words
from onrecord.report.clippings import Clipping
from onrecord.report.contexts import in_context
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.report.offices import with_office
from onrecord.report.quoted import NAMED, Quoted

MOST_PERSONS = 8  # told by their words
MOST_NAMES = 6  # persons in one finding, of whom
MOST_SHOWN = 4  # with their words


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
                    replace(_in_context(material, first[a]), label=with_office(material, a)) for a in shown[:MOST_SHOWN]
                ),
                certainty=NAMED,
                depth=min(c.start / len(material.articles[c.article_id].body) for c in first.values()),
            )
        )
    return out


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
    told = with_office(quoted.material, actor_id)
    if any(how not in ("named", "not_named") for how in naming.values()):
        return told  # an outlet of which nothing is said would be taken to name him
    return f"{told} (not named in {join_words(lacking)})" if lacking else told


def _in_context(material: Material, clipping: Clipping) -> Clipping:
    """Words with what leads up to them, and with more that the same person says right behind."""
    claim = next((material.claims[row] for row in clipping.rows if row in material.claims), None)
    return in_context(material, clipping, speaker=claim.actor_id if claim else None, introduced=True)


def _first_place(quoted: Quoted, actor: str) -> tuple[float, str]:
    articles = quoted.material.articles
    places = [c.start / len(articles[c.article_id].body) for by in quoted.whole[actor].values() for c in by]
    return min(places, default=1.0), actor
