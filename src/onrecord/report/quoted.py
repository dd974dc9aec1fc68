"""Whom a story's outlets quote, and which of the quotations one outlet alone prints."""

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.language.quotations import find_quotations
from onrecord.language.words import content_words, count_words, find_words
from onrecord.report.clippings import BACKWARD, LONGEST, Clipping, clip, is_whole
from onrecord.report.material import Material
from onrecord.tables.extracted import ClaimRow

NAMED = 0.97  # speaker_confidence of a quotation printed on one outlet's word: somebody is named at it
PRONOUN = 0.95  # and of one by a pronoun
FEWEST, MOST = 5, 45  # words of a quotation that is printed whole
FEWEST_QUOTED = 3  # words in marks that make a quotation
GAP = 120  # characters of the outlet's own words after which a speaker still goes on
RUN = 4  # words in a row that are the same quotation
OPENING, CLOSING = frozenset('“"‘«'), frozenset('”"’»')
# What points back at something that is not shown, and words for somebody whom the speaker talks of.
OBJECT = re.compile(r"\b(?:it|this|that|them) [“\"]")  # she called it “a shame”: what, is said above
OTHERS = frozenset(("he", "she", "him", "her", "his"))
# A quotation that the outlet broke off within a sentence: “Next year,” she said, “we …”
GOES_ON = re.compile(r"[”\"’]?(?<=,[”\"’]) [^“”\"\n.!?]{1,80}, [“\"]")
ASKED = re.compile(r"[QA][:.]\s")  # a printed interview's marks
# What tells that something was said on another occasion than the one reported.
EARLIER = re.compile(
    r"\bat the time\b|\b(?:last|earlier (?:this|in the)) (?:week|month|year|spring|summer|fall|autumn|winter)\b"
    r"|\bin (?:\w+ )?(?:19|20)\d\d\b|, (?:19|20)\d\d\b|\b(?:months|years|weeks) (?:ago|earlier|before)\b",
    re.IGNORECASE,
)
# What points at something outside the quotation: without it a reader does not know what is meant.
POINTING = frozenset(("it", "they", "he", "she", "that", "this", "these", "those", "them", "him", "her", "such", "so"))


class Quoted:
    """The persons whom a story's outlets quote. ``lone``: quotations whose words no other outlet prints, each certainly
    theirs, in its sentence; ``whole``: those that read by themselves and whose matter no other outlet has; ``any``: the
    outlets that quote each."""

    def __init__(self, material: Material):
        self.material = material
        self.lone_ids = {row.row_id for row in material.only_in if row.kind == "quotation"}
        articles = material.articles.values()
        forms = [(row.outlet, _forms(row.body)) for row in articles]
        self.printed = [(outlet, f" {' '.join(words)} ") for outlet, words in forms]
        self.holders: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for outlet, words in forms:
            for i in range(len(words) - RUN + 1):
                self.holders[tuple(words[i : i + RUN])].add(outlet)
        self.marked = {
            row.article_id: [part for q in find_quotations(row.body) for part in q.parts if q.depth == 0]
            for row in articles
        }
        self.claims: dict[str, list[ClaimRow]] = defaultdict(list)
        for claim in material.claims.values():
            self.claims[claim.article_id].append(claim)
        self.quoting = {claim.within_claim_id for claim in material.claims.values() if claim.quotation == "direct"}
        self.any: dict[str, set[str]] = defaultdict(set)
        self.lone: dict[str, dict[str, list[Clipping]]] = defaultdict(lambda: defaultdict(list))
        self.whole: dict[str, dict[str, list[Clipping]]] = defaultdict(lambda: defaultdict(list))
        self.elsewhere: set[str] = set()  # persons of whose words another outlet prints some
        for claim in material.claims.values():
            actor, outlet = str(claim.actor_id), material.outlet_of(claim.claim_id)
            if _is_quotation(material, claim) and claim.claim_id not in self.quoting:
                self.any[actor].add(outlet)
                if any(self._holders(run) - {outlet} for run in self._runs_of(claim)):
                    self.elsewhere.add(actor)
                if _is_sure(material, claim) and not EARLIER.search(claim.sentence):
                    whole, shown = self._clip(claim)
                    if shown and not self._is_elsewhere(claim, outlet):
                        self.lone[actor][outlet].append(shown)
                        if whole and claim.claim_id in self.lone_ids:
                            self.whole[actor][outlet].append(whole)

    def _clip(self, claim: ClaimRow) -> tuple[Clipping | None, Clipping | None]:
        """A quotation whole, null where it does not read alone, and as it is shown: whole, else in its sentences."""
        end = self._find_end(claim)
        said = self._find_words(claim, end)
        whole = _clip(self.material, claim, said) if end == claim.end else None
        return whole, whole or _clip_turn(self.material, claim, end, said)

    def clip_alone(self, claim: ClaimRow) -> Clipping | None:
        """A quotation that no other outlet prints, whole or in its sentences; null where it cannot stand alone."""
        alone = claim.claim_id in self.lone_ids and claim.quoted_words >= FEWEST
        if not alone or claim.claim_id in self.quoting or EARLIER.search(claim.sentence):
            return None
        if self._is_elsewhere(claim, self.material.outlet_of(claim.claim_id)):
            return None
        return self._clip(claim)[1]

    def _find_end(self, claim: ClaimRow) -> int:
        """Where the speaker, who goes on in that paragraph, ends: no quotation is cut before what matters."""
        material, article = self.material, claim.article_id
        rows = self.claims[article]
        stop = min(
            (row.start for row in rows if row.start > claim.end and row.actor_id != claim.actor_id), default=None
        )
        own = [(row.start, row.end) for row in rows if row.actor_id == claim.actor_id]
        sentence = material.hull(article, claim.end - 1, claim.end)[1]
        paragraph = material.articles[article].body.find("\n", claim.end)
        end = claim.end
        for part in self.marked[article]:
            goes_on = part.start < sentence or any(first <= part.start < last for first, last in own)
            inside = part.start < paragraph or paragraph < 0
            if end < part.start < min(stop or part.end, end + GAP) and goes_on and inside:
                end = part.end
        return end

    def _find_words(self, claim: ClaimRow, end: int) -> list[str]:
        """The stretches in marks from a claim's beginning to ``end``: what is said, without the outlet's own words."""
        body = self.material.articles[claim.article_id].body
        inside = (part for part in self.marked[claim.article_id] if part.start < end and claim.start < part.end)
        return [body[max(part.start, claim.start) : min(part.end, end)] for part in inside]

    def _is_elsewhere(self, claim: ClaimRow, outlet: str) -> bool:
        """Whether another outlet prints some of the words in marks, whoever says them there."""
        runs = self._runs_of(claim)
        return not runs or any(self._holders(run) - {outlet} for run in runs)

    def _runs_of(self, claim: ClaimRow) -> list[Sequence[str]]:
        return [run for words in self._find_words(claim, claim.end) for run in _runs(_forms(words))]

    def _holders(self, run: Sequence[str]) -> set[str]:
        """The outlets that print these words in a row."""
        if len(run) == RUN:
            return self.holders.get(tuple(run), set())
        return {name for name, words in self.printed if f" {' '.join(run)} " in words}

    def alone_in(self) -> dict[str, list[str]]:
        """By outlet, the persons whom it quotes and no other outlet names, each with a quotation to show."""
        out: dict[str, list[str]] = {}
        for actor, by_outlet in self.lone.items():
            elsewhere = [name for name in self.material.outlets if name not in by_outlet]
            absent = all(self.material.naming.get((actor, name)) == "not_named" for name in elsewhere)
            if len(by_outlet) == 1 and elsewhere and absent and actor not in self.elsewhere:
                out.setdefault(next(iter(by_outlet)), []).append(actor)
        return out


def _forms(text: str) -> list[str]:
    return [word.form for word in find_words(text)]


def _runs(forms: Sequence[str]) -> list[Sequence[str]]:
    """Every few words in a row, or all where they are fewer; none of less than a quotation has."""
    if len(forms) < FEWEST_QUOTED:
        return []
    return [forms[i : i + RUN] for i in range(max(1, len(forms) - RUN + 1))]


def _is_quotation(material: Material, claim: ClaimRow) -> bool:
    """A quotation in marks, not inside another claim, of a person; the outlet's own people ("NPR's Ana Roe") are none
    whom it quotes."""
    own = claim.within_claim_id is None and claim.quoted_words >= FEWEST_QUOTED and material.has_speaker(claim)
    outlet = content_words(material.outlet_of(claim.claim_id)).keys()
    if outlet & content_words(claim.source or "").keys():
        return False
    return own and material.actors[str(claim.actor_id)].kind == "person"


def _is_sure(material: Material, claim: ClaimRow) -> bool:
    """Whether one outlet's word is enough: a reviewer's decision, a name at the quotation, or a pronoun where nobody
    else is named with it and in the last sentence that names anyone."""
    sure = claim.speaker_confidence or 0.0
    return is_named_at(claim) or (
        sure >= PRONOUN and material.named_before(claim.article_id, claim.end) == {claim.actor_id}
    )


def is_named_at(claim: ClaimRow) -> bool:
    """Whether a reviewer decided who speaks, or the words of the source do, and no pronoun."""
    return claim.review in ("accepted", "corrected") or (claim.speaker_confidence or 0.0) >= NAMED


def talks_of_others(said: Sequence[str]) -> bool:
    """Whether quoted words are about a "he" or "she"."""
    return any(OTHERS & set(_forms(words)) for words in said)


def _clip(material: Material, claim: ClaimRow, said: Sequence[str]) -> Clipping | None:
    """A whole quotation with its marks: a sentence from a capital to its end that points at nothing outside it."""
    body = material.articles[claim.article_id].body
    start, end = claim.start, claim.end
    words = find_words(body[start:end])
    opens = body[start - 1 : start] in OPENING and (body[start].isupper() or body[start].isdigit())
    ends = body[end - 1] in ".!?," or body[end : end + 1] in CLOSING
    if claim.quotation != "direct" or not opens or not ends or not FEWEST <= count_words(body[start:end]) <= MOST:
        return None
    if words[0].form in POINTING or BACKWARD.match(body, start) or talks_of_others(said):
        return None
    if not _is_said(body, claim) or GOES_ON.match(body, end):
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


def _clip_turn(material: Material, claim: ClaimRow, end: int, said: Sequence[str]) -> Clipping | None:
    """A quotation's sentences up to ``end``, with the outlet's own words; null where they are long, or were split."""
    first, last = material.hull(claim.article_id, claim.start, end)
    body = material.articles[claim.article_id].body
    words = find_words(body[first:last])
    shown = body[first:last]
    if len(words) > LONGEST or not is_whole(shown) or not _is_said(body, claim) or BACKWARD.match(shown.lstrip('“"')):
        return None
    if OBJECT.search(shown):
        return None
    other = material.named_between(claim.article_id, first, last) - {claim.actor_id}
    if not other and talks_of_others(said):
        return None  # “he is dead”, of somebody who is named above
    return clip(material, claim.article_id, first, last, claim.claim_id)
