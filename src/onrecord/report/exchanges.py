"""Exchanges: who denies or answers what in which outlet, in the sentence and what stands before it.

Whether the other outlets have the answer is not said: a text can tell it in words that nobody foresees.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.claims import class_of
from onrecord.language.documents import read_documents
from onrecord.language.plurals import singular
from onrecord.language.pronouns import PERSONAL
from onrecord.language.wording import capital, in_sentence, join_words
from onrecord.language.words import content_words, find_words
from onrecord.report.clippings import clip
from onrecord.report.contexts import DENIALS, SPOKESPERSON, WIDEST_ANSWER, in_context, replies
from onrecord.report.finding import Finding, Kind
from onrecord.report.material import Material
from onrecord.report.quoted import EARLIER, PRONOUN
from onrecord.tables.extracted import ActorRow, ClaimRow

SURE = 0.6  # confidence from which what is denied is read rightly
DONE = {"dispute": "Disputed", "dismiss": "Dismissed"}  # other verbs are told by their class
SAYING = frozenset(("say", "tell", "write", "add", "state", "call"))  # behind which the words themselves deny
LONGEST_SOURCE = 8  # words of somebody without a name
FEWEST_TOLD, LONGEST_TOLD = 3, 14  # words of what is denied, in a heading
NEAR = 2  # sentences within which somebody answers
SET_AGAINST = re.compile(r"[“\"‘']?(?:But|However|Yet)\b")
KEEPS = frozenset(("insist", "maintain", "defend"))  # who keeps to something answers only a charge
CHARGES = frozenset(("allege", "accuse", "blame", "charge", "criticize", "criticise", "complain", "denounce"))
ASKED = re.compile(
    r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned) (?:by|about|whether|if|why|how|what|when|who|on|repeatedly)\b"
)
# Of somebody, or for several, who are named above only.
OWNED = re.compile(r"(?:he|she|they|it|his|her|their|its|my|our|both|neither|each|all|others|some)\b", re.I)
RELATIVE = re.compile(r"(?:\A| )(?:who|whom|which|that)\Z", re.I)  # at the end of a source whose clause is cut off
BARE = frozenset(("that", "this", "these", "those", "them"))  # what is denied, without what it is
SHORT = 4  # words: "that last claim"
BROKEN = frozenset("“…")  # in words that read badly between marks
SHARED = 2  # words that say something, of one denial in two outlets
FAR = 480  # code points above an answer that are still near
ENOUGH = 120  # code points above an answer, with which a reader knows what is answered


@dataclass(frozen=True)
class _Exchange:
    """``who`` answers with ``claim``; ``whom``: of a reply, the name of who said what stands before it, null where not
    certain."""

    kind: Kind
    claim: ClaimRow
    who: str
    whom: str | None
    since: int  # code point from which a reader has to see the article


def find_exchanges(material: Material) -> list[Finding]:
    """A finding for each who denies or answers somebody, with the first time in each outlet; who is uncertain is left
    out. Somebody without a name is another one in each outlet."""
    found: dict[tuple[str, str, str | None, str], list[_Exchange]] = {}
    for claims in _by_article(material):
        for before, claim in zip([None, *claims], claims, strict=False):
            if (exchange := _read(material, before, claim)) is not None:
                one = "" if material.has_speaker(claim) else material.outlet_of(claim.claim_id)
                found.setdefault((exchange.kind, exchange.who, exchange.whom, one), []).append(exchange)
    findings = [_tell(material, one) for exchanges in found.values() for one in _apart(exchanges)]
    return [finding for finding in findings if _shows_what(material, finding)]


def _shows_what(material: Material, finding: Finding) -> bool:
    """Whether what a denial points at ("denies that last claim") stands above it."""
    for row, clipping in zip(finding.rows, finding.clippings, strict=True):
        claim = material.claims[row]
        start = material.hull(claim.article_id, claim.start, claim.end)[0]
        short = len(claim.content.split()) <= SHORT
        if finding.kind == "denial" and short and _points(claim) and clipping.start >= start:
            return False
    return True


def _points(claim: ClaimRow) -> bool:
    """Whether what is denied begins with a word that points at it ("disputed that, saying …")."""
    return claim.content.strip().partition(" ")[0].strip(",").casefold() in BARE


def _apart(exchanges: list[_Exchange]) -> Iterator[list[_Exchange]]:
    """Denials of two things are two, by whomever; a reply is one to whom it answers."""
    rest = list(exchanges)
    while rest:
        words = content_words(rest[0].claim.content).keys()
        one = [e for e in rest if e.kind == "reply" or len(words & content_words(e.claim.content).keys()) >= SHARED]
        one = one or rest[:1]
        yield one
        rest = [exchange for exchange in rest if exchange not in one]


def _by_article(material: Material) -> Iterator[list[ClaimRow]]:
    """Each article's claims in reading order, without those inside others."""
    for article in material.articles:
        own = (row for row in material.claims.values() if row.article_id == article and row.within_claim_id is None)
        yield sorted(own, key=lambda row: row.start)


def _read(material: Material, before: ClaimRow | None, claim: ClaimRow) -> _Exchange | None:
    """A claim as an answer; null where it is none, or not surely somebody's."""
    if claim.claim_id in material.contested or (claim.confidence or 0.0) < SURE or EARLIER.search(claim.sentence):
        return None
    if content_words(claim.source or "").keys() & content_words(material.outlet_of(claim.claim_id)).keys():
        return None  # what an outlet says of itself answers nobody
    who = _who(material, claim)
    if who is None:
        return None
    start = material.hull(claim.article_id, claim.start, claim.end)[0]
    if _is_denial(claim):
        return _Exchange("denial", claim, who, None, _denied_from(material, claim, start))
    if before is None or before.actor_id == claim.actor_id or not _is_near(material, before, start, NEAR):
        return None
    if ASKED.search(claim.sentence):
        return None  # by a reporter: that answers nobody of the story
    if not material.has_speaker(claim) and _is_one(material, claim):
        return None  # "the star insisted": perhaps the one who is named above
    whom = _answered(material, before, claim)
    kept = claim.cue_lemma in KEEPS and (whom is None or before.cue_lemma not in CHARGES)
    against = whom is not None and _is_set_against(material, before, claim, start)
    told = against or (replies(claim) and not kept)
    since = min(start - ENOUGH, max(before.start, start - FAR))
    return _Exchange("reply", claim, who, whom, since) if told else None


def _is_one(material: Material, claim: ClaimRow) -> bool:
    """Whether a speaker without a name is somebody, no body and no group."""
    actor = material.actors.get(str(claim.actor_id))
    return actor is None or actor.kind in ("unnamed", "person")


def _is_set_against(material: Material, before: ClaimRow, claim: ClaimRow, start: int) -> bool:
    """Whether a named speaker's words follow at once, with a "but", on the other's."""
    against = SET_AGAINST.match(material.articles[claim.article_id].body, start)
    said = claim.cue_lemma in SAYING and material.has_speaker(claim)
    return bool(against) and said and _is_near(material, before, start, 1) and _is_about(material, claim, before)


def _is_about(material: Material, claim: ClaimRow, before: ClaimRow) -> bool:
    """Whether the sentence of a claim speaks of who said the other one, by the name or the office."""
    whom, words = material.actors[str(before.actor_id)], find_words(claim.sentence)
    forms = {word.form for word in words}
    office = (whom.role or "").casefold().split()[-1:]
    called = {whom.name.split()[-1].casefold(), *office}
    return claim.target_actor_id == before.actor_id or bool(called & forms)


def _denied_from(material: Material, claim: ClaimRow, start: int) -> int:
    """From where a reader has to see a denial's article: the claim denied where it is near, else a little above."""
    target = material.claims.get(str(claim.target_claim_id))
    near = target is not None and target.article_id == claim.article_id and start - FAR <= target.start < start
    return target.start if target is not None and near else start - ENOUGH


def _is_denial(claim: ClaimRow) -> bool:
    """In a verb that denies or in words that call something false, and not by a "not" before another verb."""
    lemma = claim.cue_lemma
    return claim.stance == "denies" and lemma is not None and (class_of(lemma) in DENIALS or lemma in SAYING)


def _is_near(material: Material, before: ClaimRow, start: int, most: int) -> bool:
    """Whether a sentence comes no more than so many sentences behind a claim."""
    rows = [row for row in material.sentences[before.article_id] if before.end <= row.end and row.start < start]
    return len(rows) <= most


def _answered(material: Material, before: ClaimRow, claim: ClaimRow) -> str | None:
    """The name of who said what stands right before; null for who is uncertain, and for whom one speaks for."""
    if not material.has_speaker(before) or SPOKESPERSON.search(claim.source or ""):
        return None
    whom = material.actors[str(before.actor_id)]
    theirs = OWNED.match(claim.source or "") and " " in (claim.source or "")  # "her secretary, Ana Roe"
    own = theirs or _is_of(material, claim, whom) or _heads(material, whom, claim)
    return None if own else material.name(whom.actor_id)


def _heads(material: Material, whom: ActorRow, claim: ClaimRow) -> bool:
    """Whether somebody has an office in the body that speaks: a trust does not answer its own chief."""
    body = material.actors[str(claim.actor_id)] if claim.actor_id in material.actors else None
    if body is None or body.kind != "organisation" or whom.kind != "person":
        return False
    return bool(content_words(whom.role or "").keys() & content_words(body.name).keys())


def _is_of(material: Material, claim: ClaimRow, body: ActorRow) -> bool:
    """Whether who speaks is somebody of a body, by the office or the words at the claim: a chair answers no board."""
    actor = material.actors.get(str(claim.actor_id))
    told = content_words(f"{claim.source or ''} {actor.role if actor and actor.role else ''}").keys()
    initials = "".join(word[0] for word in body.name.split() if word[0].isupper()).casefold()
    return body.kind != "person" and bool(told & {*content_words(body.name).keys(), initials})


def _who(material: Material, claim: ClaimRow) -> str | None:
    """The name of who answers, else the article's words for them; null where a pronoun is not surely somebody's."""
    source = " ".join((claim.source or "").split()).strip(" ,;")
    pronoun = source.casefold() in PERSONAL
    if pronoun and (claim.speaker_confidence or 0.0) < PRONOUN:
        return None
    if pronoun and material.named_before(claim.article_id, claim.end) != {claim.actor_id}:
        return None
    if material.has_speaker(claim):
        return material.name(str(claim.actor_id))
    source = RELATIVE.sub("", source)
    described = source and not OWNED.match(source) and len(source.split()) <= LONGEST_SOURCE and "," not in source
    text = singular(source.split()[-1].casefold()) in read_documents() if described else True
    return None if text else in_sentence(source)  # a text denies nothing by itself


def _first_in_each(material: Material, exchanges: list[_Exchange]) -> list[_Exchange]:
    firsts: dict[str, _Exchange] = {}
    for exchange in sorted(exchanges, key=lambda one: (one.claim.article_id, one.claim.start)):
        firsts.setdefault(material.outlet_of(exchange.claim.claim_id), exchange)
    return list(firsts.values())


def _tell(material: Material, exchanges: list[_Exchange]) -> Finding:
    firsts = _first_in_each(material, exchanges)
    claims = [exchange.claim for exchange in firsts]
    return Finding(
        kind=firsts[0].kind,
        text=_head(material, firsts),
        rows=tuple(claim.claim_id for claim in claims),
        clippings=tuple(
            in_context(
                material,
                clip(material, one.claim.article_id, one.claim.start, one.claim.end, one.claim.claim_id),
                since=one.since,
                speaker=one.claim.actor_id,
                widest=WIDEST_ANSWER,
            )
            for one in firsts
        ),
        certainty=min(claim.speaker_confidence or 1.0 for claim in claims),
        depth=min(claim.start / len(material.articles[claim.article_id].body) for claim in claims),
    )


def _head(material: Material, exchanges: list[_Exchange]) -> str:
    """Who denies or answers whom in which outlets, and what is denied, where one outlet says it in a few words."""
    exchange, claim = exchanges[0], exchanges[0].claim
    outlets = join_words([material.outlet_of(one.claim.claim_id) for one in exchanges])
    if exchange.kind == "reply":
        actor = material.actors.get(str(claim.actor_id))
        answers = "answer" if actor is not None and actor.kind == "group" else "answers"
        if exchange.whom is None:
            return f"{capital(exchange.who)} {answers}, in {outlets}."
        if replies(claim):
            return f"{capital(exchange.who)} {answers} {exchange.whom}, in {outlets}."
        return f"{capital(exchange.who)} against {exchange.whom}, in {outlets}."
    verb = claim.cue_lemma or ""
    done = DONE.get(verb) or ("Rejected" if class_of(verb) == "reject" else "Denied")
    words = " ".join(claim.content.split())
    short = FEWEST_TOLD <= len(words.split()) <= LONGEST_TOLD
    told = len(exchanges) == 1 and verb not in SAYING and not _points(claim) and short
    return f"{done} by {exchange.who}, in {outlets}{f': “{words}”' if told and not BROKEN & set(words) else ''}."
