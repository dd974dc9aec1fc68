"""Pronouns: who "he", "they" and "I" are, by weighed evidence, and nobody when two answers are too close.

Evidence for a candidate: how near it was last named, whether as a subject, whether it is the one the passage is about, and
whether it is the one who was quoted. "I" in a quotation is its speaker; "he" in it is somebody else.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from math import log

from onrecord import roles
from onrecord.lexicon import read_rows
from onrecord.mentions import Mention
from onrecord.parties import Parties

MALE = frozenset(["he", "him", "his", "himself"])
FEMALE = frozenset(["she", "her", "hers", "herself"])
SINGULAR_FIRST = frozenset(["i", "me", "my", "mine", "myself"])
PLURAL_FIRST = frozenset(["we", "us", "our", "ours", "ourselves"])
NEUTER = frozenset(["it", "its", "itself"])
PLURAL = frozenset(["they", "them", "their", "theirs", "themselves"])
OBJECTS = frozenset(("dobj", "pobj", "dative"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
SPEECH = frozenset(
    ["say", "tell", "add", "speak", "note", "explain", "state", "argue", "insist", "claim", "warn", "announce"]
)
ANYONE = frozenset(
    ["man", "woman", "boy", "girl", "teenager", "youth", "suspect", "victim", "defendant", "student", "poster", "user"]
)
GENERIC = frozenset(["company", "organization", "organisation", "firm", "agency"])
REACH = 5  # sentences back that a pronoun may point
ENOUGH = -3.0


@cache
def read_weights() -> dict[str, float]:
    """What each kind of evidence weighs (lexicon/pronoun_weights.csv)."""
    return {row["evidence"]: float(row["weight"]) for row in read_rows("pronoun_weights")}


@dataclass(slots=True)
class Trace:
    """Where and how a party was last met: the mention's number, its sentence, whether a subject, in which quotation."""

    mention: int
    sentence: int
    subject: float
    quotation: int
    speech: bool


class PronounResolver:
    """One pass over an article's mentions in reading order."""

    def __init__(self, parties: Parties, quotations: list, speaker_of: dict[int, int]):
        self.weights = read_weights()
        self.parties, self.text, self.tree = parties, parties.text, parties.text.tree
        self.quotations = [q for q in quotations if q.depth == 0]
        self.starts = [q.start for q in self.quotations]
        self.speaker_of = speaker_of  # outer quotation's number → party
        self.sentence = []
        number = 0
        for starts in self.text.start:
            number += starts
            self.sentence.append(number)
        self.traces: dict[int, list[Trace]] = {}
        self.counts: dict[int, int] = {}
        self.nobody = -1  # an unnamed person stands in as a candidate that leaves the pronoun open

    def quotation_at(self, offset: int) -> int:
        k = bisect_right(self.starts, offset) - 1
        return k if k >= 0 and offset < self.quotations[k].end else -1

    def resolve(self) -> None:
        for i, m in enumerate(self.parties.mentions):
            if m.form == "pronoun" and self.parties.of[i] is None:
                self._resolve_one(i, m)
            party = self.parties.of[i]
            if party is None and m.form == "nominal" and m.anchor < 0 and m.kind in ("organisation", "country"):
                self._resolve_noun(i, m)
                party = self.parties.of[i]
            elif party is None and m.form in ("title", "nominal") and m.kind == "person" and m.anchor < 0:
                self._resolve_anyone(i, m)
                party = self.parties.of[i]
            if party is None and m.form in ("title", "nominal") and m.kind == "person" and m.anchor < 0:
                self.nobody -= 1
                party = self.nobody
            if party is not None:
                self._meet(i, m, party)

    def resolve_first_persons(self, speaker_of: dict[int, int]) -> None:
        """Once more, now that a "he" who was quoted has a name: every "I" in a quotation is its speaker."""
        self.speaker_of = speaker_of
        for i, m in enumerate(self.parties.mentions):
            if m.form == "pronoun" and self.parties.of[i] is None and self._word(m) in SINGULAR_FIRST:
                self._resolve_one(i, m)

    def _word(self, m: Mention) -> str:
        return self.text.words[m.first].casefold()

    def _meet(self, i: int, m: Mention, party: int) -> None:
        tree, top = self.tree, m.head
        dep = tree.dep[top]
        while dep in ("conj", "appos") and tree.head[top] != top:
            top = tree.head[top]
            dep = tree.dep[top]
        verb = tree.head[top]
        subject = 0.0 if dep not in SUBJECTS else 1.0 if tree.dep[verb] in ("ROOT", "conj") else 0.5
        speech = bool(subject) and tree.lemma[verb] in SPEECH
        self.traces.setdefault(party, []).append(
            Trace(i, self.sentence[m.first], subject, self.quotation_at(m.start), speech)
        )
        self.counts[party] = self.counts.get(party, 0) + 1

    def _resolve_one(self, i: int, m: Mention) -> None:
        word = self._word(m)
        quotation = self.quotation_at(m.start)
        if word in SINGULAR_FIRST:
            if quotation in self.speaker_of:
                self.parties.put(i, self.speaker_of[quotation], "the speaker of the quotation")
        elif word in ("who", "whom"):
            self._resolve_relative(i, m)
        elif word.endswith("self") and (subject := self._subject_of(m)) is not None:
            self.parties.put(i, subject, "the subject of its verb")
        elif word in MALE | FEMALE:
            self._resolve_person(i, m, "m" if word in MALE else "f", quotation)
        elif word in NEUTER or word in PLURAL:
            self._resolve_thing(i, m, word in PLURAL, quotation)

    def _subject_of(self, m: Mention) -> int | None:
        """The party that is the subject of the verb above a reflexive."""
        tree, verb = self.tree, self.tree.head[m.head]
        for _ in range(4):
            subject = tree.child(verb, "nsubj", "nsubjpass")
            if subject is not None:
                trace = next(
                    (t for ts in self.traces.values() for t in ts if self.parties.mentions[t.mention].head == subject),
                    None,
                )
                party = None if trace is None else self.parties.of[trace.mention]
                return party
            if tree.dep[verb] == "ROOT":
                return None
            verb = tree.head[verb]
        return None

    def _resolve_relative(self, i: int, m: Mention) -> None:
        clause = m.head
        for _ in range(4):
            if self.tree.dep[clause] == "relcl":
                noun = self.tree.head[clause]
                for k in range(i - 1, max(-1, i - 8), -1):
                    if self.parties.mentions[k].head == noun and self.parties.of[k] is not None:
                        self.parties.put(i, self.parties.of[k], "the name before the relative clause")
                        return
                return
            clause = self.tree.head[clause]

    def _resolve_person(self, i: int, m: Mention, gender: str, quotation: int) -> None:
        scores = {}
        for party, traces in self.traces.items():
            if party >= 0 and (
                self.parties.all[party].kind not in ("person", "unnamed")
                or self.parties.all[party].gender not in ("", gender)
            ):
                continue
            score = self._score(m, party, traces, gender, quotation)
            if score is not None:
                scores[party] = score
        self._decide(i, scores)

    def _score(self, m: Mention, party: int, traces: list[Trace], gender: str, quotation: int) -> float | None:
        last = traces[-1]
        here = self.sentence[m.first]
        distance = here - last.sentence
        if distance > REACH:
            return None
        if quotation >= 0 and self.speaker_of.get(quotation) == party:
            return None
        if self._bound(m, last):
            return None
        score = -self.weights["distance"] * distance
        near = [t for t in traces if t.sentence == last.sentence and t.quotation == last.quotation]
        score += self.weights["subject"] * max(t.subject for t in near)
        if party >= 0:
            score += self.weights["count"] * log(1 + self.counts[party])
            score += self.weights["gender"] if self.parties.all[party].gender == gender else 0.0
        else:
            score -= self.weights["nobody"]
        if last.quotation >= 0 and last.quotation != quotation:
            score -= self.weights["quoted"]
        if quotation < 0 and self._just_quoted(m, party):
            score += self.weights["speaker"]
        elif distance <= 1 and any(t.speech for t in near) and self._speaks(m):
            score += self.weights["speech"]
        if self._owns_clause(m, last):
            score += self.weights["owner"]
        if distance == 0 and self._below_speech(m, last):
            score += self.weights["below"]
        elif (
            distance == 0
            and self.tree.tag[m.head] == "PRP$"
            and self._clause_subject(m) == self.parties.mentions[last.mention].head
        ):
            score += self.weights["clause"]
        elif distance == 1 and self.counts.get(party, 0) > 1 and last.subject and self._leads(m):
            score += self.weights["leads"]
        return score

    def _speaks(self, m: Mention) -> bool:
        return self.tree.dep[m.head] in SUBJECTS and self.tree.lemma[self.tree.head[m.head]] in SPEECH

    def _clause_subject(self, m: Mention) -> int | None:
        """The subject of the clause that holds the pronoun."""
        tree, at = self.tree, self.tree.head[m.head]
        for _ in range(8):
            subject = tree.child(at, "nsubj", "nsubjpass")
            if subject is not None:
                return subject
            if tree.head[at] == at:
                return None
            at = tree.head[at]
        return None

    def _leads(self, m: Mention) -> bool:
        """Whether the pronoun is the subject of its sentence's main clause."""
        return self.tree.dep[m.head] in SUBJECTS and self.tree.dep[self.tree.head[m.head]] == "ROOT"

    def _below_speech(self, m: Mention, last: Trace) -> bool:
        """ "X said he would …", "X spoke, but he …": the subject of what follows is most often the same."""
        tree, verb = self.tree, self.tree.head[m.head]
        if tree.dep[m.head] not in SUBJECTS or tree.dep[verb] not in ("ccomp", "conj"):
            return False
        other = self.parties.mentions[last.mention]
        same = tree.head[other.head] == tree.head[verb]
        return same and (last.speech or (tree.dep[verb] == "conj" and last.subject > 0))

    def _owns_clause(self, m: Mention, last: Trace) -> bool:
        """ "X’s statements, in which he …": the pronoun in a clause about a noun is most likely the noun's possessor."""
        tree, clause = self.tree, self.tree.head[m.head]
        if tree.dep[clause] not in ("relcl", "acl") or tree.dep[m.head] not in SUBJECTS:
            return False
        other = self.parties.mentions[last.mention]
        return tree.dep[other.head] == "poss" and tree.head[other.head] == tree.head[clause]

    def _just_quoted(self, m: Mention, party: int) -> bool:
        """Whether this party was the last one quoted before the pronoun, in the same or the last sentence but one."""
        k = bisect_right(self.starts, m.start) - 1
        for q in (k, k - 1):
            if q >= 0 and q in self.speaker_of and m.start - self.quotations[q].end < 400:
                return self.speaker_of[q] == party
        return False

    def _bound(self, m: Mention, last: Trace) -> bool:
        """ "She dismissed her": an object is not the subject of its own verb."""
        word = self.text.words[m.first].casefold()
        if word.endswith("self") or self.tree.dep[m.head] not in OBJECTS or self.tree.tag[m.head] == "PRP$":
            return False
        other = self.parties.mentions[last.mention]
        verb = self.tree.head[m.head]
        while self.tree.dep[verb] == "prep" and self.tree.head[verb] != verb:
            verb = self.tree.head[verb]
        return self.tree.head[other.head] == verb and self.tree.dep[other.head] in SUBJECTS

    def _resolve_thing(self, i: int, m: Mention, plural: bool, quotation: int) -> None:
        """ "It", "its", "they": the organisation, country or group that is the subject of this or the last sentence."""
        scores = {}
        here = self.sentence[m.first]
        kinds = ("organisation", "country", "group") if plural else ("organisation", "country")
        for party, traces in self.traces.items():
            last = traces[-1]
            if party < 0 or self.parties.all[party].kind not in kinds or here - last.sentence > 1:
                continue
            if self._bound(m, last) or (last.quotation != quotation and last.quotation >= 0):
                continue
            score = -1.5 * (here - last.sentence) + 2.0 * last.subject + (0.6 if here == last.sentence else 0.0)
            score += 0.5 if plural and self.parties.all[party].kind == "group" else 0.0
            if score >= 0.4:
                scores[party] = score
        possessive = self.text.words[m.first].casefold() in ("its", "their")
        if possessive or plural or self._governed(m):
            self._decide(i, scores)

    def _resolve_noun(self, i: int, m: Mention) -> None:
        """ "The company", "this country": the one of its kind named in these sentences, best one whose name says so."""
        noun = self.text.words[m.head]
        here = self.sentence[m.first]
        near, named = {}, set()
        for party, traces in self.traces.items():
            if party < 0 or self.parties.all[party].kind != m.kind:
                continue
            if any(noun in n.words for n in self.parties.all[party].names):
                named.add(party)
            if here - traces[-1].sentence <= 2:
                near[party] = -1.0 * (here - traces[-1].sentence) + max(t.subject for t in traces[-2:])
        if len(named) == 1:
            self.parties.put(i, named.pop(), "the one of this kind that is named")
        elif not named and (noun in GENERIC or m.kind == "country"):
            self._decide(i, near, "the only one named near")

    def _resolve_anyone(self, i: int, m: Mention) -> None:
        """ "The boy", "the suspect": as a pronoun would be, but only of the last two sentences and surely."""
        noun = self.text.words[m.head].casefold()
        if noun not in ANYONE or self.text.words[m.first].casefold() != "the":
            return
        gender = roles.read_genders().get(noun, "")
        scores = {}
        for party, traces in self.traces.items():
            if party >= 0 and (
                self.parties.all[party].kind != "person"
                or (gender and self.parties.all[party].gender not in ("", gender))
            ):
                continue
            score = self._score(m, party, traces, gender or "m", -1)
            if score is not None and self.sentence[m.first] - traces[-1].sentence <= 2:
                scores[party] = score
        self._decide(i, scores, "the only person that it can be")

    def _governed(self, m: Mention) -> bool:
        """ "X said it would …": an "it" that is the subject below a verb whose subject is X, and no empty "it is"."""
        verb = self.tree.head[m.head]
        return (
            self.tree.dep[m.head] in SUBJECTS
            and self.tree.dep[verb] in ("ccomp", "advcl", "conj")
            and self.tree.lemma[verb] != "be"
        )

    def _decide(self, i: int, scores: dict[int, float], reason: str = "the pronoun's clearest antecedent") -> None:
        if not scores:
            return
        ranked = sorted(scores.items(), key=lambda s: (-s[1], s[0]))
        best, score = ranked[0]
        margin = score - ranked[1][1] if len(ranked) > 1 else 9.0
        if best < 0 or score < ENOUGH or margin < self.weights["margin"]:
            self.parties.reasons[i] = "open: no antecedent is clear"
            return
        word = self.text.words[self.parties.mentions[i].first].casefold()
        if self.parties.all[best].kind in ("person", "unnamed") and not self.parties.all[best].gender:
            self.parties.all[best].genders.add("m" if word in MALE else "f") if word in MALE | FEMALE else None
        self.parties.put(i, best, reason)
