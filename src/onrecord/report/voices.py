"""Who speaks in which outlet: whom one outlet alone quotes, and one row a person with the outlets as columns."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from onrecord.language.wording import join_words
from onrecord.language.words import content_words, count_words
from onrecord.report.clippings import Clipping
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.tables import read_rows
from onrecord.tables.compared import NamedInRow
from onrecord.tables.extracted import ClaimRow

NAMED = 0.97  # speaker_confidence of a quotation printed on one outlet's word: somebody is named at it
FEWEST, MOST = 5, 34  # words of a quotation in a table
MOST_ROWS = 8  # persons in the table
MOST_NAMES = 5  # persons in one sentence, of whom
MOST_SHOWN = 3  # with their words
TOLD = {"named": "named", "not_named": "not named", None: "–"}
OPENING, CLOSING = frozenset('“"‘«'), frozenset('”"’»')


@dataclass(frozen=True)
class Cell:
    """What one outlet has of one person: a quotation, or in words what the tables hold."""

    outlet: str
    text: str = ""
    clipping: Clipping | None = None


@dataclass(frozen=True)
class Voice:
    """One person, in each outlet."""

    actor_id: str
    name: str
    role: str | None
    cells: tuple[Cell, ...]


class Quoted:
    """The persons whom a story's outlets quote, each quotation certainly theirs."""

    def __init__(self, material: Material):
        self.material = material
        named = read_rows(material.story.compared.named_in, NamedInRow)
        self.naming = {(row.actor_id, row.outlet): row.naming for row in named}
        self.by_actor: dict[str, dict[str, list[ClaimRow]]] = defaultdict(lambda: defaultdict(list))
        self.less_sure: dict[str, dict[str, list[ClaimRow]]] = defaultdict(lambda: defaultdict(list))
        for claim in material.claims.values():
            if _is_quotation(material, claim):
                sure = claim.review != "unreviewed" or (claim.speaker_confidence or 0.0) >= NAMED
                of = self.by_actor if sure else self.less_sure
                of[str(claim.actor_id)][material.outlet_of(claim.claim_id)].append(claim)

    def alone_in(self) -> dict[str, list[str]]:
        """By outlet, the persons whom it quotes and no other outlet names."""
        out: dict[str, list[str]] = {}
        for actor, by_outlet in self.by_actor.items():
            elsewhere = [name for name in self.material.outlets if name not in by_outlet]
            absent = all(self.naming.get((actor, name)) == "not_named" for name in elsewhere)
            if len(by_outlet) == 1 and elsewhere and absent:
                out.setdefault(next(iter(by_outlet)), []).append(actor)
        return out


def _is_quotation(material: Material, claim: ClaimRow) -> bool:
    """A quotation in marks, not inside another claim, of a person; the outlet's own people ("NPR's Ana Roe") are none
    whom it quotes."""
    own = claim.within_claim_id is None and claim.quoted_words >= FEWEST and material.has_speaker(claim)
    outlet = content_words(material.outlet_of(claim.claim_id)).keys()
    if outlet & content_words(claim.source or "").keys():
        return False
    return own and material.actors[str(claim.actor_id)].kind == "person"


def find_lone_voices(material: Material) -> list[Finding]:
    """For each outlet, the persons whom it alone quotes and none of the others names."""
    quoted, out = Quoted(material), []
    for outlet, actors in quoted.alone_in().items():
        ranked = sorted(actors, key=lambda a: -_quoted_words(quoted.by_actor[a][outlet]))[:MOST_NAMES]
        shown = [a for a in actors if a in ranked]
        names = join_words([material.name(actor) for actor in shown])
        others = "the other article does" if len(material.outlets) == 2 else "the other outlets do"
        claims = [quoted.by_actor[actor][outlet][0] for actor in shown]
        found = [(actor, _first(quoted, actor, outlet, ())) for actor in shown]
        clippings = tuple(replace(c, label=material.actors[a].name) for a, c in found if c)[:MOST_SHOWN]
        if not clippings:
            continue
        out.append(
            Finding(
                kind="alone",
                text=f"Only {outlet} quotes {names}; {others} not name {'her or him' if len(shown) == 1 else 'them'}.",
                rows=tuple(claim.claim_id for claim in claims),
                clippings=clippings,
                certainty=min(claim.speaker_confidence or 1.0 for claim in claims),
                depth=min(_depth(material, claim) for claim in claims),
            )
        )
    return out


def _quoted_words(claims: Sequence[ClaimRow]) -> int:
    return sum(claim.quoted_words for claim in claims)


def _depth(material: Material, claim: ClaimRow) -> float:
    return claim.start / len(material.articles[claim.article_id].body)


def list_voices(material: Material, told: Collection[str]) -> list[Voice]:
    """The persons quoted most and in most outlets, each with a quotation that ``told`` (claim ids) does not hold."""
    quoted = Quoted(material)
    order = sorted(
        quoted.by_actor,
        key=lambda actor: (
            -len(quoted.by_actor[actor]),
            -sum(_quoted_words(claims) for claims in quoted.by_actor[actor].values()),
            actor,
        ),
    )
    rows = []
    for actor in order:
        cells = tuple(_cell(quoted, actor, outlet, told) for outlet in material.outlets)
        if any(cell.clipping for cell in cells):
            rows.append(Voice(actor, material.actors[actor].name, _role(material, actor), cells))
    return rows[:MOST_ROWS]


def _role(material: Material, actor_id: str) -> str | None:
    """The office that the texts give, where it says more than a title."""
    role = material.actors[actor_id].role
    return role if role and len(role.split()) > 1 else None


def _cell(quoted: Quoted, actor: str, outlet: str, told: Collection[str]) -> Cell:
    claims = quoted.by_actor[actor].get(outlet, [])
    if not claims:
        said = outlet in quoted.less_sure[actor]
        return Cell(outlet, "quoted" if said else TOLD[quoted.naming.get((actor, outlet))])
    clipping = _first(quoted, actor, outlet, told)
    return Cell(outlet, "" if clipping else "quoted", clipping)


def _first(quoted: Quoted, actor: str, outlet: str, told: Collection[str]) -> Clipping | None:
    """The first quotation of a person in an outlet that has room and is not told."""
    claims = (claim for claim in quoted.by_actor[actor][outlet] if claim.claim_id not in told)
    return next((clipping for claim in claims if (clipping := _clip(quoted.material, claim))), None)


def _clip(material: Material, claim: ClaimRow) -> Clipping | None:
    """The first stretch of a quotation with its marks, or its first whole sentences where there is no room for more."""
    body = material.articles[claim.article_id].body
    parts = material.contents[claim.claim_id]
    start, end = parts[0].start, parts[0].end
    if claim.quotation != "direct":
        return None
    if count_words(body[start:end]) > MOST:
        ends = [row.end for row in material.sentences[claim.article_id] if start < row.end <= end]
        end = max((e for e in ends if count_words(body[start:e]) <= MOST), default=start)
    if count_words(body[start:end]) < FEWEST:
        return None
    start -= body[start - 1 : start] in OPENING
    end += body[end : end + 1] in CLOSING
    return Clipping(
        outlet=material.articles[claim.article_id].outlet,
        article_id=claim.article_id,
        start=start,
        end=end,
        rows=(claim.claim_id,),
        paragraph=material.paragraph_of(claim.article_id, start),
        cut_after=end < claim.end,
    )
