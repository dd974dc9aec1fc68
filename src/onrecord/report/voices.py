"""Who speaks in which outlet: whom one outlet alone quotes, and what words of a person one alone prints."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.language.wording import in_sentence, join_words
from onrecord.language.words import content_words, count_words, find_words
from onrecord.report.clippings import Clipping, clip, is_whole
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.tables import read_rows
from onrecord.tables.compared import NamedInRow
from onrecord.tables.extracted import ClaimRow

NAMED = 0.97  # speaker_confidence of a quotation printed on one outlet's word: somebody is named at it
PRONOUN = 0.95  # and of one by a pronoun
FEWEST, MOST = 5, 45  # words of a quotation that is printed whole
FEWEST_QUOTED = 3  # words in marks that make a quotation
MOST_PERSONS = 8  # told by their words
MOST_NAMES = 6  # persons in one finding, of whom
MOST_SHOWN = 4  # with their words
OPENING, CLOSING = frozenset('“"‘«'), frozenset('”"’»')
ASKED = re.compile(r"[QA][:.]\s")  # a printed interview's marks
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
# What tells that something was said on another occasion than the one reported.
EARLIER = re.compile(
    r"\bat the time\b|\b(?:last|earlier (?:this|in the)) (?:week|month|year|spring|summer|fall|autumn|winter)\b"
    r"|\bin (?:\w+ )?(?:19|20)\d\d\b|, (?:19|20)\d\d\b|\b(?:months|years|weeks) (?:ago|earlier|before)\b",
    re.IGNORECASE,
)
# What points at something outside the quotation: without it a reader does not know what is meant.
POINTING = frozenset(("it", "they", "he", "she", "that", "this", "these", "those", "them", "him", "her", "such", "so"))


class Quoted:
    """The persons whom a story's outlets quote. ``lone``: quotations that no other outlet prints, each certainly
    theirs, in its sentence; ``whole``: those of them that read by themselves; ``any``: the outlets that quote each;
    ``speaking``: those that report what each says, ``first_claims``: the first that it says."""

    def __init__(self, material: Material):
        self.material = material
        named = read_rows(material.story.compared.named_in, NamedInRow)
        self.naming = {(row.actor_id, row.outlet): row.naming for row in named}
        lone = {row.row_id for row in material.only_in if row.kind == "quotation"}
        quoting = {claim.within_claim_id for claim in material.claims.values() if claim.quotation == "direct"}
        self.any: dict[str, set[str]] = defaultdict(set)
        self.lone: dict[str, dict[str, list[Clipping]]] = defaultdict(lambda: defaultdict(list))
        self.whole: dict[str, dict[str, list[Clipping]]] = defaultdict(lambda: defaultdict(list))
        self.speaking: dict[str, set[str]] = defaultdict(set)
        self.first_claims: dict[str, ClaimRow] = {}
        for claim in material.claims.values():
            actor, outlet = str(claim.actor_id), material.outlet_of(claim.claim_id)
            if material.has_speaker(claim) and claim.within_claim_id is None:
                self.speaking[actor].add(outlet)
                self.first_claims.setdefault(actor, claim)
            if _is_quotation(material, claim) and claim.claim_id not in quoting:
                self.any[actor].add(outlet)
                if claim.claim_id in lone and _is_sure(material, claim) and not EARLIER.search(claim.sentence):
                    whole = _clip(material, claim)
                    if whole:
                        self.whole[actor][outlet].append(whole)
                    if shown := whole or _clip_sentence(material, claim):
                        self.lone[actor][outlet].append(shown)

    def alone_in(self) -> dict[str, list[str]]:
        """By outlet, the persons whom it quotes and no other outlet names, each with a quotation to show."""
        out: dict[str, list[str]] = {}
        for actor, by_outlet in self.lone.items():
            elsewhere = [name for name in self.material.outlets if name not in by_outlet]
            absent = all(self.naming.get((actor, name)) == "not_named" for name in elsewhere)
            if len(by_outlet) == 1 and elsewhere and absent:
                out.setdefault(next(iter(by_outlet)), []).append(actor)
        return out


def _is_quotation(material: Material, claim: ClaimRow) -> bool:
    """A quotation in marks, not inside another claim, of a person; the outlet's own people ("NPR's Ana Roe") are none
    whom it quotes."""
    own = claim.within_claim_id is None and claim.quoted_words >= FEWEST_QUOTED and material.has_speaker(claim)
    outlet = content_words(material.outlet_of(claim.claim_id)).keys()
    if outlet & content_words(claim.source or "").keys():
        return False
    return own and material.actors[str(claim.actor_id)].kind == "person"


def _is_sure(material: Material, claim: ClaimRow) -> bool:
    """Whether one outlet's word is enough: a reviewer's decision, a name at the quotation, or a pronoun for the person
    who was named last before it."""
    if claim.review in ("accepted", "corrected"):
        return True
    sure = claim.speaker_confidence or 0.0
    return sure >= NAMED or (sure >= PRONOUN and material.named_last(claim.article_id, claim.start) == claim.actor_id)


def _clip(material: Material, claim: ClaimRow) -> Clipping | None:
    """A whole quotation with its marks: a sentence from a capital to its end that points at nothing outside it."""
    body = material.articles[claim.article_id].body
    start, end = claim.start, claim.end
    words = find_words(body[start:end])
    opens = body[start - 1 : start] in OPENING and (body[start].isupper() or body[start].isdigit())
    ends = body[end - 1] in ".!?," or body[end : end + 1] in CLOSING
    if claim.quotation != "direct" or not opens or not ends or not FEWEST <= count_words(body[start:end]) <= MOST:
        return None
    if words[0].form in POINTING or not _is_said(body, claim):
        return None
    return Clipping(
        outlet=material.articles[claim.article_id].outlet,
        article_id=claim.article_id,
        start=start - 1,
        end=end + (body[end : end + 1] in CLOSING),
        rows=(claim.claim_id,),
        paragraph=material.paragraph_of(claim.article_id, start),
    )


def _is_said(body: str, claim: ClaimRow) -> bool:
    """Whether marked words are somebody's speech: no title ("The Late Show with Ana Roe"), no interviewer’s."""
    words = find_words(body[claim.start : claim.end])
    plain = sum(body[claim.start + word.start].islower() for word in words)
    return 2 * plain >= len(words) and not ASKED.match(body, claim.start)


def _clip_sentence(material: Material, claim: ClaimRow) -> Clipping | None:
    """The sentence in which a quotation begins, with the outlet's own words; null where it is long, or was split."""
    start, end = material.hull(claim.article_id, claim.start, claim.start + 1)
    body = material.articles[claim.article_id].body
    if count_words(body[start:end]) > MOST or not is_whole(body[start:end]) or not _is_said(body, claim):
        return None
    return clip(material, claim.article_id, start, end, claim.claim_id)


def find_lone_voices(material: Material) -> list[Finding]:
    """For each outlet, the persons whom it alone quotes and none of the others names, with their words."""
    quoted, out = Quoted(material), []
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
                clippings=tuple(replace(first[a], label=material.actors[a].name) for a in shown[:MOST_SHOWN]),
                certainty=NAMED,
                depth=min(c.start / len(material.articles[c.article_id].body) for c in first.values()),
            )
        )
    return out


def find_unnamed_voices(material: Material) -> list[Finding]:
    """For each outlet, the persons whom all others let speak and whom it does not name, with the words of one."""
    quoted = Quoted(material)
    missing: dict[str, list[str]] = defaultdict(list)
    for row in material.left_out:
        others = set(material.outlets) - {row.outlet}
        absent = quoted.naming.get((row.row_id, row.outlet)) == "not_named"
        if row.kind == "speaker" and absent and len(others) > 1 and quoted.speaking.get(row.row_id, set()) == others:
            missing[row.outlet].append(row.row_id)
    return [_tell_unnamed(quoted, outlet, actors[:MOST_SHOWN]) for outlet, actors in missing.items()]


def _tell_unnamed(quoted: Quoted, outlet: str, actors: Sequence[str]) -> Finding:
    material = quoted.material
    others = join_words([name for name in material.outlets if name != outlet])
    names = join_words([material.name(actor) for actor in actors])
    claims = [quoted.first_claims[actor] for actor in actors]
    clippings = (clip(material, c.article_id, c.start, c.end, c.claim_id) for c in claims)
    return Finding(
        kind="left_out",
        text=f"{others} report what {names} {'says' if len(actors) == 1 else 'say'}, whom {outlet} does not name.",
        rows=tuple(claim.claim_id for claim in claims),
        clippings=tuple(clippings),
        certainty=min(claim.speaker_confidence or 1.0 for claim in claims),
        depth=min(claim.start / len(material.articles[claim.article_id].body) for claim in claims),
    )


def _place(clipping: Clipping) -> tuple[str, int]:
    return clipping.article_id, clipping.start


def find_words_of(material: Material, told: Collection[str]) -> list[Finding]:
    """A finding a person: quotations that one outlet alone prints, one an outlet, but for those in ``told``.

    Who is quoted in most outlets comes first; who is quoted in one, with words told above, is left out.
    """
    quoted, out = Quoted(material), []
    for actor in sorted(quoted.whole, key=lambda actor: (-len(quoted.any[actor]), *_first_place(quoted, actor))):
        every = [clipping for by in quoted.whole[actor].values() for clipping in by]
        fresh = [clipping for clipping in every if not set(clipping.rows) & set(told)]
        shown = list({clipping.outlet: clipping for clipping in reversed(fresh)}.values())[::-1]
        if not shown or (len(quoted.any[actor]) == 1 and len(fresh) < len(every)):
            continue
        out.append(
            Finding(
                kind="words",
                text=_tell_person(quoted, actor),
                rows=tuple(row for clipping in shown for row in clipping.rows),
                clippings=tuple(sorted(shown, key=lambda c: material.outlets.index(c.outlet))),
                certainty=NAMED,
                depth=min(c.start / len(material.articles[c.article_id].body) for c in shown),
            )
        )
    return out[:MOST_PERSONS]


def _tell_person(quoted: Quoted, actor_id: str) -> str:
    """The name, the office, and which outlets do not name the person."""
    role = _role(quoted.material, actor_id)
    lacking = [name for name in quoted.material.outlets if quoted.naming.get((actor_id, name)) == "not_named"]
    name = quoted.material.actors[actor_id].name
    told = f"{name}, {in_sentence(role)}" if role else name
    return f"{told} (not named in {join_words(lacking)})" if lacking else told


def _first_place(quoted: Quoted, actor: str) -> tuple[float, str]:
    articles = quoted.material.articles
    places = [c.start / len(articles[c.article_id].body) for by in quoted.whole[actor].values() for c in by]
    return min(places, default=1.0), actor


def _role(material: Material, actor_id: str) -> str | None:
    """The office that the texts give, where it says more than a title and names whose; no relation or habit."""
    words = (material.actors[actor_id].role or "").split()
    office = any(word[0].isupper() for word in words) and not REGARD & {word.casefold() for word in words}
    return (
        " ".join(words) if len(words) > 1 and office and not (words[0].islower() and words[-1].endswith(".")) else None
    )
