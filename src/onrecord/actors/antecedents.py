"""Evidence: what speaks for a party as a pronoun's antecedent, and how much.

Nearness, being the subject, being named often, a known gender, having just been quoted, owning the clause the pronoun
is in. Each has its weight in ``lexicon/pronoun_weights.csv``.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from math import log
from typing import Any

from onrecord.actors.mentions import Mention
from onrecord.actors.parties import Parties
from onrecord.language.subjects import SUBJECTS, find_subject
from onrecord.lexicon import read_rows

OBJECTS = frozenset(("dobj", "pobj", "dative"))
REACH = 5  # sentences back that a pronoun may point
TOUCHING = 12  # characters between a quotation and the pronoun of its cue: “…,” and then he said
COMMAS = frozenset((",", "’", "”", '"', "'"))  # between what is reported and "he said"
OPENING = frozenset("“\"‘'«„")
SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s")
SHORT = 400  # characters after a quotation in which "he said" is still its speaker


@cache
def read_weights() -> dict[str, float]:
    """What each kind of evidence weighs."""
    return {row["evidence"]: float(row["weight"]) for row in read_rows("pronoun_weights")}


@cache
def read_reporting(part: str) -> frozenset[str]:
    """Lemmas of the verbs of speech ("speech"), or of those by which a document comes out ("issue")."""
    return frozenset(row["lemma"] for row in read_rows("reporting") if row["part"] == part)


@dataclass(slots=True)
class Trace:
    """Where and how a party was met.

    The mention's number, the token that stands for it in its clause (the first of several joined by "and", the noun
    before an apposition), its sentence, how much of a subject it is, in which quotation, of a verb of speech or not.
    """

    mention: int
    top: int
    sentence: int
    subject: float
    quotation: int
    speech: bool


class Evidence:
    """The traces of an article's parties so far, and the weighing of them."""

    def __init__(self, parties: Parties, quotations: list[Any], speaker_of: dict[int, int]):
        self.parties, self.tree = parties, parties.text.tree
        self.quotations, self.starts = quotations, [q.start for q in quotations]
        self.speaker_of = speaker_of
        self.traces: dict[int, list[Trace]] = {}
        self.turns: list[tuple[int, int]] = []  # where somebody begins to say something, and who
        self.sentence: list[int] = []
        number = 0
        for starts in parties.text.start:
            number += starts
            self.sentence.append(number)

    def weigh(self, m: Mention, party: int, traces: list[Trace], gender: str, quotation: int) -> float | None:
        """The weight of all that speaks for this party; null when it is too far off or cannot be meant."""
        weight, last = read_weights(), traces[-1]
        distance = self.sentence[m.first] - last.sentence
        speaks = quotation >= 0 and self.speaker_of.get(quotation) == party
        other = self.parties.mentions[last.mention]
        inside = other.first <= m.first < other.stop  # "his father": he is not his own father
        talked_of = quotation < 0 and (self._is_talked_of(m, traces) or self.is_reported(m, traces))
        if speaks or inside or self.is_bound(m, last) or talked_of:
            return None
        near = [t for t in traces if t.sentence == last.sentence and t.quotation == last.quotation]
        score = weight["subject"] * max(t.subject for t in near) - weight["distance"] * distance
        if party < 0:
            score -= weight["nobody"]
        else:
            score += weight["count"] * log(1 + len(traces))
            one = self.parties.all[party]
            score += weight["gender"] if gender and (one.gender or one.supposed) == gender else 0.0
        if last.quotation >= 0 and last.quotation != quotation:
            score -= weight["quoted"]
        turn = self._was_quoted(m, party) or self._spoke_last(m, party) or self._enters(traces[0], traces, m.start)
        if quotation < 0 and turn:
            score += weight["speaker"]
        elif distance <= 1 and any(t.speech for t in near) and self._speaks(m):
            score += weight["speech"]
        return score + self._weigh_clause(m, last, distance, len(traces))

    def _weigh_clause(self, m: Mention, last: Trace, distance: int, times: int) -> float:
        """What the grammar of the pronoun's own clause says for the party last met at ``last``."""
        weight, other = read_weights(), self.parties.mentions[last.mention]
        score = weight["owner"] if self._owns_clause(m, other) else 0.0
        if distance == 0 and self._continues(m, last):
            return score + weight["below"]
        if distance == 0 and self.tree.tag[m.head] == "PRP$" and self.clause_subject(m) == last.top:
            return score + weight["clause"]
        if distance == 1 and times > 1 and last.subject and self._leads(m):
            return score + weight["leads"]
        return score

    def _speaks(self, m: Mention) -> bool:
        """Whether the pronoun is the subject of a verb of speech."""
        return self.tree.dep[m.head] in SUBJECTS and self.tree.lemma[self.tree.head[m.head]] in read_reporting("speech")

    def clause_subject(self, m: Mention) -> int | None:
        """Who does what the clause that holds a mention says, by the verb nearest above it."""
        tree, at = self.tree, self.tree.head[m.head]
        while tree.pos[at] not in ("VERB", "AUX") and tree.head[at] != at:
            at = tree.head[at]
        found = find_subject(tree, at)
        return found.word if found else None

    def _leads(self, m: Mention) -> bool:
        """Whether the pronoun is the subject of its sentence's main clause."""
        return self.tree.dep[m.head] in SUBJECTS and self.tree.dep[self.tree.head[m.head]] == "ROOT"

    def _continues(self, m: Mention, last: Trace) -> bool:
        """ "X said he would …", "X spoke, but he …": the subject of what follows is most often the same."""
        tree, verb = self.tree, self.tree.head[m.head]
        if tree.dep[m.head] not in SUBJECTS or tree.dep[verb] not in ("ccomp", "conj"):
            return False
        same = tree.head[last.top] == tree.head[verb]
        return same and (last.speech or (tree.dep[verb] == "conj" and last.subject > 0))

    def _owns_clause(self, m: Mention, other: Mention) -> bool:
        """ "X’s statements, in which he …": in a clause about a noun, "he" is most likely the noun's possessor."""
        tree, clause = self.tree, self.tree.head[m.head]
        if tree.dep[clause] not in ("relcl", "acl") or tree.dep[m.head] not in SUBJECTS:
            return False
        return tree.dep[other.head] == "poss" and tree.head[other.head] == tree.head[clause]

    def _is_talked_of(self, m: Mention, traces: list[Trace]) -> bool:
        """ "“Roe is right,” he said": whom a quotation names does not speak it."""
        k = bisect_right(self.starts, m.start) - 1
        if k < 0 or not 0 <= m.start - self.quotations[k].end <= TOUCHING or not self._speaks(m):
            return False
        return any(t.quotation == k and self.parties.mentions[t.mention].form == "name" for t in traces)

    def is_reported(self, m: Mention, traces: list[Trace]) -> bool:
        """ "Captain Roe was pushed, he said": whom the sentence reported before "he said" names is not he."""
        tree, verb, before = self.tree, self.tree.head[m.head], self.parties.text.words[m.first - 1]
        behind = any(tree.dep[k] == "ccomp" for k in tree.kids(verb) if k > verb)
        if not m.first or before[-1] not in COMMAS or behind or not self._speaks(m):
            return False
        here = self.sentence[m.first]
        return any(t.sentence == here and self.parties.mentions[t.mention].form == "name" for t in traces)

    def _was_quoted(self, m: Mention, party: int) -> bool:
        """Whether this party was the last one quoted, not far before the pronoun, and nobody has had a turn since."""
        k = bisect_right(self.starts, m.start) - 1
        for q in (k, k - 1):
            if q >= 0 and q in self.speaker_of and m.start - self.quotations[q].end < SHORT:
                return self.speaker_of[q] == party and not self._takes_turn(party, self.quotations[q].end, m.start)
        return False

    def _spoke_last(self, m: Mention, party: int) -> bool:
        """ "Roe said that …. “…,” he said": whether this party said the last thing before, in whichever words."""
        if not self.turns or self.turns[-1][1] != party or not self._speaks(m):
            return False
        k = bisect_right(self.starts, m.start) - 1
        close = k >= 0 and 0 <= m.start - self.quotations[k].end <= TOUCHING
        start = self.quotations[k].start if close else m.start
        turn = self.turns[-1][0]
        if not SENTENCE_END.search(self.tree.text, turn, start):
            return False  # "Roe listed what she said were …": still the same turn
        return start - turn < SHORT and not self._takes_turn(party, turn, start)

    def _takes_turn(self, party: int, start: int, end: int) -> bool:
        """Whether another person is the subject of a main clause between two places: "Roe disagreed. “Never,” he …"."""
        for other, traces in reversed(self.traces.items()):
            if self.parties.mentions[traces[-1].mention].start < start:
                return False  # the rest were met earlier still
            if other == party or (other >= 0 and self.parties.all[other].kind not in ("person", "unnamed")):
                continue
            for trace in reversed(traces):
                at = self.parties.mentions[trace.mention].start
                if at < start:
                    break
                if at < end and trace.quotation < 0 and (trace.subject == 1.0 or self._enters(trace, traces, end)):
                    return True
        return False

    def _enters(self, trace: Trace, traces: list[Trace], end: int) -> bool:
        """ "That cut no ice with Ana Roe, a cook. ¶ “Never,” she …": who is named for the first time in the sentence
        before a new paragraph is whom that paragraph quotes."""
        m = self.parties.mentions[trace.mention]
        if trace is not traces[0] or m.form != "name" or end - m.end > SHORT:
            return False
        rest, _, opening = self.tree.text[m.end : end].partition("\n\n")
        quoted = bool(opening) and opening[0] in OPENING and "\n" not in opening
        return quoted and not SENTENCE_END.search(rest.strip()[:-1])

    def is_bound(self, m: Mention, last: Trace) -> bool:
        """ "She dismissed her": an object is not the subject of its own verb."""
        tree = self.tree
        if tree.dep[m.head] not in OBJECTS or tree.tag[m.head] == "PRP$":
            return False
        verb = tree.head[m.head]
        while tree.dep[verb] == "prep" and tree.head[verb] != verb:
            verb = tree.head[verb]
        return tree.head[last.top] == verb and tree.dep[last.top] in SUBJECTS
