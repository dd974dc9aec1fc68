"""Pronouns: who "he", "they" and "I" are, by weighed evidence, and nobody when two answers are too close.

The article is read once from its start. Every party met leaves a trace; ``evidence`` weighs the traces for a pronoun.
"The company" and "the boy" are read like pronouns. "I" in a quotation is its speaker, "he" in it is somebody else.
"""

from bisect import bisect_right
from collections.abc import Iterator

from onrecord.actors import roles
from onrecord.actors.antecedents import REACH, Evidence, Trace, read_reporting, read_weights
from onrecord.actors.definite_nouns import DefiniteNoun
from onrecord.actors.mentions import Mention
from onrecord.actors.names import read_first_names
from onrecord.actors.parties import QUOTED, Parties, read_kin
from onrecord.actors.speaking_nouns import is_record, names_body
from onrecord.language.pronouns import FEMALE, MALE, NEUTER, THEY, I
from onrecord.language.quotations import Quotation
from onrecord.language.subjects import SUBJECTS

FAR = 40  # sentences back for "the board", whose name says what it is
OWN = frozenset(("its", "their"))
YOUNG = frozenset(("boy", "girl", "teenager", "youth", "student"))  # nobody of whom a role is told


class PronounResolver:
    """One pass over an article's mentions in reading order.

    ``speaker_of``: outer quotation's number → party; ``sources``: the mentions that are a claim's source.
    """

    def __init__(self, parties: Parties, quotations: list[Quotation], speaker_of: dict[int, int], sources: set[int]):
        self.parties, self.text, self.tree = parties, parties.text, parties.text.tree
        self.sources = sources
        self.quotations = [q for q in quotations if q.depth == 0]
        self.starts = [q.start for q in self.quotations]
        self.evidence = Evidence(parties, self.quotations, speaker_of)
        self.sentence = self.evidence.sentence
        self.traces = self.evidence.traces
        self.unnamed: dict[int, str] = {}  # their genders
        self.nobody = -1  # an unnamed person stands in as a candidate that leaves the pronoun open

    def quotation_at(self, offset: int) -> int:
        """The number of the outer quotation that holds a character, -1 for none."""
        k = bisect_right(self.starts, offset) - 1
        return k if k >= 0 and offset < self.quotations[k].end else -1

    def resolve(self) -> None:
        """Find whom every pronoun and every "the company" means, as far as the evidence goes."""
        for i, m in enumerate(self.parties.mentions):
            loose = self.parties.of[i] is None and m.anchor < 0
            if loose and m.form == "pronoun":
                self._resolve_pronoun(i, m)
            elif loose and m.form == "nominal" and m.kind in ("organisation", "country"):
                self._resolve_noun(i, m)
            elif loose and m.form in ("title", "nominal") and m.kind == "person":
                self._resolve_anyone(i, m)
            party = self.parties.of[i]
            noun = self.text.words[m.head].casefold()
            person = m.kind == "person" and m.form != "pronoun" and noun not in read_kin()  # "his son" is often named
            if party is None and loose and person:
                self.nobody -= 1
                party = self.nobody
                self.unnamed[party] = roles.read_genders().get(noun, "")
            if party is not None:
                self._meet(i, m, party)

    def resolve_first_persons(self, speaker_of: dict[int, int]) -> None:
        """Once more, now that a "he" who was quoted has a name: every "I" in a quotation is its speaker."""
        self.evidence.speaker_of = speaker_of
        for i, m in enumerate(self.parties.mentions):
            if m.form == "pronoun" and self.parties.of[i] is None and self._word(m) in I:
                self._resolve_pronoun(i, m)

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
        quotation = self.quotation_at(m.start)
        speech = bool(subject) and tree.lemma[verb] in read_reporting("speech")
        beside = m.first > 1 and tree.word(m.first - 2) == "according"  # named in passing: no subject
        if i in self.sources and quotation < 0 and not beside:
            subject, speech = 1.0, True  # whatever the parse says of "X – no relation to Y – said"
            self.evidence.turns.append((m.start, party))
        trace = Trace(i, top, self.sentence[m.first], subject, quotation, speech)
        traces = self.traces.pop(party, [])  # last met, last in the dict: ``near`` reads it from there
        traces.append(trace)
        self.traces[party] = traces

    def _resolve_pronoun(self, i: int, m: Mention) -> None:
        word, quotation = self._word(m), self.quotation_at(m.start)
        if word in I:
            speaker = self.evidence.speaker_of.get(quotation)
            if speaker is not None and self.parties.all[speaker].kind not in ("organisation", "country"):
                self.parties.put(i, speaker, QUOTED)
        elif word in ("who", "whom", "which"):
            self._resolve_relative(i, m)
        elif word.endswith("self") and (subject := self._subject_above(m)) is not None:
            self.parties.put(i, subject, "the subject of its verb")
        elif word in MALE or word in FEMALE:
            self._resolve_person(i, m, "m" if word in MALE else "f", quotation)
        elif word in NEUTER or word in THEY:
            self._resolve_thing(i, m, word in THEY, quotation)

    def _subject_above(self, m: Mention) -> int | None:
        """The party that is the subject of the verb above a reflexive."""
        subject = self.evidence.clause_subject(m)
        traces = (t for _, ts in self._near(m, 1) for t in ts)
        trace = next((t for t in traces if t.top == subject), None)
        return None if trace is None else self.parties.of[trace.mention]

    def _resolve_relative(self, i: int, m: Mention) -> None:
        clause = m.head
        for _ in range(4):
            if self.tree.dep[clause] == "relcl":
                break
            clause = self.tree.head[clause]
        if self.tree.dep[clause] != "relcl":
            return
        noun = self.tree.head[clause]
        nouns = (noun, self.tree.head[noun]) if self.tree.dep[noun] == "appos" else (noun,)
        for k in range(i - 1, max(-1, i - 8), -1):
            if self.parties.mentions[k].head in nouns and (party := self.parties.of[k]) is not None:
                self.parties.put(i, party, "the name before the relative clause")
                return

    def _resolve_person(self, i: int, m: Mention, gender: str, quotation: int) -> None:
        scores = {}
        for party, traces in self._near(m, REACH):
            if self._could_be(party, ("person", "unnamed"), gender):
                score = self.evidence.weigh(m, party, traces, gender, quotation)
                if score is not None:
                    scores[party] = score
        self._decide(i, scores, "the pronoun's clearest antecedent")
        if (found := self.parties.of[i]) is not None and not self.parties.all[found].gender:
            self.parties.all[found].supposed = gender

    def _near(self, m: Mention, sentences: int) -> Iterator[tuple[int, list[Trace]]]:
        """The parties met in the last sentences before a mention, the latest first."""
        for party, traces in reversed(self.traces.items()):
            if self.sentence[m.first] - traces[-1].sentence > sentences:
                return
            yield party, traces

    def _could_be(self, party: int, kinds: tuple[str, ...], gender: str) -> bool:
        if party < 0:
            return not gender or self.unnamed[party] in ("", gender)
        one = self.parties.all[party]
        if one.kind == "unnamed" and gender and self._is_thing(party):
            return False
        if one.kind == "person" and gender and not self._is_surely_one(party):
            return False
        return one.kind in kinds and (not gender or (one.gender or one.supposed) in ("", gender))

    def _is_thing(self, party: int) -> bool:
        """Whether a party without a name is a text, a picture or a body, which is no "he"."""
        lemma = self.tree.lemma[self.parties.mentions[self.parties.all[party].mentions[0]].head].casefold()
        return is_record(lemma) or names_body(lemma)

    def _is_surely_one(self, party: int) -> bool:
        """Whether a person is one by more than a single capitalised word: a full or first name, a role, or speech."""
        one = self.parties.all[party]
        named = any(len(name.words) > 1 or name.last in read_first_names() for name in one.names)
        return (
            named
            or bool(one.genders or one.roles or one.text)
            or any(trace.speech for trace in self.traces.get(party, ()))
        )

    def _resolve_thing(self, i: int, m: Mention, plural: bool, quotation: int) -> None:
        """ "It", "its", "they": the organisation, country or group that is the subject of this or the last sentence."""
        said = i in self.sources and self.tree.lemma[self.tree.head[m.head]] != "be"
        speaks = said and not plural  # only a body or a text says something: "It said …"
        if not (plural or speaks or self._word(m) in OWN or self._is_governed(m)):
            return
        scores, here = {}, self.sentence[m.first]
        kinds = ("organisation", "country", "group") if plural else ("organisation", "country")
        for party, traces in self._near(m, 1):
            if speaks and quotation < 0:  # "“Delvo's own ships are safe,” it said": a body names itself
                traces = [t for t in traces if t.quotation < 0]
            if not traces or here - traces[-1].sentence > 1 or (quotation < 0 and self.evidence.is_reported(m, traces)):
                continue
            last = traces[-1]
            if party < 0 or not (self.parties.all[party].kind in kinds or (speaks and self._is_thing(party))):
                continue
            if self.evidence.is_bound(m, last) or (last.quotation != quotation and last.quotation >= 0):
                continue
            subject = 1.0 if speaks and last.mention in self.sources else last.subject
            score = -1.5 * (here - last.sentence) + 2.0 * subject + (0.6 if here == last.sentence else 0.0)
            score += 0.5 if plural and self.parties.all[party].kind == "group" else 0.0
            if score >= 0.4:
                scores[party] = score
        self._decide(i, scores, "the subject near the pronoun")

    def _is_governed(self, m: Mention) -> bool:
        """ "X said it would …": an "it" that is the subject below a verb whose subject is X, and no empty "it is"."""
        tree, verb = self.tree, self.tree.head[m.head]
        below = tree.dep[m.head] in SUBJECTS and tree.dep[verb] in ("ccomp", "advcl", "conj")
        return below and tree.lemma[verb] != "be"

    def _resolve_noun(self, i: int, m: Mention) -> None:
        """ "The company", "this country": the one of its kind whose name says so, else the one named near."""
        here, near = self.sentence[m.first], {}
        named, close = set[int](), set[int]()  # by the noun; and no more than two sentences away
        noun = DefiniteNoun(self.parties, m)
        for party, traces in self._near(m, FAR):
            if party < 0 or self.parties.all[party].kind != m.kind:
                continue
            fit = noun.fits(party)
            if fit or noun.is_in_name(party):
                named.add(party)
            if here - traces[-1].sentence <= 2:
                close.add(party)
            if fit is not False and party in close and not noun.is_unlikely(party):
                near[party] = -1.0 * (here - traces[-1].sentence) + max(t.subject for t in traces[-2:])
                near[party] += 1.0 if noun.shares_class(party) else 0.0
        far = len(named) == 1 and not named & close and noun.count_named(i) > 1
        if far or noun.names_another(named, i):
            self.parties.reasons[i] = "open: several of this kind are named"
        elif len(named) == 1:
            self.parties.put(i, named.pop(), "the one of this kind that is named")
        elif not named and (ahead := noun.named_anywhere()) is not None:
            self.parties.put(i, ahead, "the one of this kind that the article names")
        elif noun.told:
            return  # "the weather bureau" is not whichever bureau
        elif not named and (noun.word in roles.read_general_nouns("organisation") or m.kind == "country"):
            self._decide(i, near, "the only one named near", "noun_margin")

    def _resolve_anyone(self, i: int, m: Mention) -> None:
        """ "The boy", "the suspect": as a pronoun would be, but only of the last two sentences and surely."""
        noun = self.text.words[m.head].casefold()
        told = m.stop < self.tree.n and self.text.words[m.stop].casefold() in ("who", "of", "with")
        if noun not in roles.read_general_nouns("person") or self._word(m) != "the" or told:
            return
        gender, scores = roles.read_genders().get(noun, ""), {}
        for party, traces in self._near(m, 2):
            office = party >= 0 and noun in YOUNG and self.parties.all[party].roles
            if not office and self._could_be(party, ("person",), gender):
                score = self.evidence.weigh(m, party, traces, gender, -1)
                if score is not None:
                    scores[party] = score
        self._decide(i, scores, "the only person that it can be")

    def _decide(self, i: int, scores: dict[int, float], reason: str, margin: str = "margin") -> None:
        """Take the best answer, unless it is nobody or the second best is within the margin."""
        ranked = sorted(scores.items(), key=lambda s: (-s[1], s[0]))
        if not ranked:
            return
        best, score = ranked[0]
        clear = len(ranked) == 1 or score - ranked[1][1] >= read_weights()[margin]
        if best >= 0 and clear and score >= read_weights()["enough"]:
            self.parties.put(i, best, reason)
        else:
            self.parties.reasons[i] = "open: no antecedent is clear"
