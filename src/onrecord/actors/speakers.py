"""Sources: the words of a claim that say who speaks, each a mention, so that every claim can have its actor.

A source that is no name, title or pronoun becomes a nominal mention: an unnamed person, a group, or a document that
speaks for whoever issued it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from onrecord.actors.acting_groups import find_acting_groups
from onrecord.actors.certainty import LEAST, basis_of, speaker_confidence
from onrecord.actors.issuers import find_issuer, find_maker, is_message, is_owned_by_pronoun
from onrecord.actors.mentions import Mention
from onrecord.actors.parties import ISSUED, Parties
from onrecord.actors.roles import read_general_nouns
from onrecord.actors.source_phrases import SourcePhrases, first_token
from onrecord.actors.speaking_nouns import is_record
from onrecord.actors.words import Words


class Sources:
    """The heads of the claims' sources, and a mention for each."""

    def __init__(self, text: Words, mentions: list[Mention], claims: Sequence):
        self.text = text
        self.claims = claims
        found = {(m.first, m.stop) for m in mentions}
        at: dict[int, list[Mention]] = {}
        phrases = SourcePhrases(text, at)
        for m in mentions:
            for i in range(first_token(m), m.stop):
                at.setdefault(i, []).append(m)
        self.claim_heads: list[list[int]] = []
        added = []
        for claim in claims:
            heads = phrases.find_heads(claim.source) if claim.source else []
            self.claim_heads.append(heads)
            for head in heads:
                if not _naming(at.get(head, ()), head):
                    m = phrases.make_nominal(head, claim.source)
                    if m and (m.first, m.stop) not in found:
                        found.add((m.first, m.stop))
                        added.append(m)
                        for i in range(m.first, m.stop):
                            at.setdefault(i, []).append(m)
        added += find_acting_groups(text, mentions + added)
        self.mentions = sorted(mentions + added, key=lambda m: (m.start, -m.end))
        self.over: dict[int, list[int]] = defaultdict(list)  # token → the mentions that hold it
        for i, m in enumerate(self.mentions):
            for token in range(first_token(m), m.stop):
                self.over[token].append(i)
        self.mention_at: dict[int, int] = {}
        for heads in self.claim_heads:
            for head in heads:
                if head not in self.mention_at:
                    self.mention_at[head] = self._find(head)
        self.heads = {i for i in self.mention_at.values() if i is not None}

    def _find(self, head: int) -> int | None:
        """Number of the mention that this head word names: one of which it is the head, else the shortest over it."""
        over = self.over.get(head, [])
        exact = [i for i in over if self.mentions[i].head == head]
        best = exact or [i for i in over if self.mentions[i].form == "name"] or over
        return min(
            best,
            key=lambda i: (self.mentions[i].form != "name", self.mentions[i].stop - self.mentions[i].first),
            default=None,
        )

    # ----------------------------------------------------------------------------------------- who they are
    def resolve_documents(self, parties: Parties) -> None:
        """ "The statement said": whoever issued it, when a sentence before says so."""
        for i in sorted(self.heads):
            m = parties.mentions[i]
            if m.form == "name" or (parties.of[i] is not None and parties.all[parties.of[i]].names):
                continue
            noun = self.text.words[m.head].casefold()
            definite = self.text.words[m.first].casefold() in ("the", "this", "that", "its", "his", "her", "their")
            if (body := parties.body_of(m)) is not None:
                parties.put(i, *body)
                continue
            waits = (is_message(noun) or is_record(noun)) and is_owned_by_pronoun(parties, m)
            if waits or self._pass_to_issuer(parties, i):
                continue
            general = m.kind in ("organisation", "country") or noun in read_general_nouns("person")
            if parties.of[i] is None and not (definite and general):
                self._make_unnamed(parties, i)

    def _pass_to_issuer(self, parties: Parties, i: int) -> bool:
        """Give a message to who put it out, a record to the body that made it; whether the text says who."""
        m = parties.mentions[i]
        noun, lemma = self.text.words[m.head].casefold(), self.text.tree.lemma[m.head].casefold()
        issuer = find_issuer(parties, m, self.over) if is_message(noun) else None
        if issuer is None and (is_record(lemma) or noun == "figures"):
            issuer = find_maker(parties, m, self.over)
        if issuer is not None:
            parties.put(i, issuer, ISSUED)
        return issuer is not None

    def _make_unnamed(self, parties: Parties, i: int) -> None:
        m = parties.mentions[i]
        if m.form == "pronoun":
            return
        words = parties.words(m)
        for k in range(i - 1, -1, -1):
            p = parties.of[k]
            other = parties.mentions[k]
            if (
                p is not None
                and parties.all[p].text
                and _is_called(self.text, m, other)
                and _continues(self.text, m, other)
            ):
                parties.put(i, p, "the unnamed source met before")
                return
        party = parties.new(m.kind if m.kind in ("group", "organisation") else "unnamed")
        parties.all[party].text = words
        parties.put(i, party, "an unnamed source, in the text's words")

    def find_speakers(self, parties: Parties, quotations: Sequence) -> dict[int, int]:
        """Outer quotation's number → the party whose claim it is, where that is known before pronouns are read."""
        outer = [q for q in quotations if q.depth == 0]
        starts, out = [q.start for q in outer], {}
        for claim, heads in zip(self.claims, self.claim_heads, strict=True):
            if (
                len(heads) != 1
                or claim.within is not None
                or (i := self.mention_at.get(heads[0])) is None
                or parties.of[i] is None
            ):
                continue
            for a, b in claim.content:
                k = max(0, bisect_right(starts, a) - 1)
                while k < len(outer) and outer[k].start < b:
                    if a < outer[k].end:
                        out.setdefault(k, parties.of[i])
                    k += 1
        return out

    def resolve_rest(self, parties: Parties) -> None:
        """Sources that nothing resolved and that are no pronoun become unnamed actors."""
        for i in sorted(self.heads):
            m = parties.mentions[i]
            if parties.of[i] is not None or m.form in ("pronoun", "name"):
                continue
            if not self._pass_to_issuer(parties, i):
                self._make_unnamed(parties, i)

    def speakers(self, parties: Parties) -> list[tuple[list[int], str | None]]:
        """Of each claim its speakers, none when one is open or the first too uncertain, and what decided the first."""
        out = []
        for claim, heads in zip(self.claims, self.claim_heads, strict=True):
            numbers = [self.mention_at.get(h) for h in heads]
            found = [parties.of[i] for i in numbers if i is not None and parties.of[i] is not None]
            whole = len(found) == len(heads) > 0
            basis = basis_of(parties, numbers[0], found[0], cued=claim.cue is not None) if whole else None
            sure = basis is not None and speaker_confidence(basis) >= LEAST
            out.append((list(dict.fromkeys(found)), basis) if sure else ([], None))
        return out


def _naming(mentions: Sequence[Mention], head: int) -> bool:
    return any(m.head == head or m.form == "name" for m in mentions)


def _is_called(text: Words, m: Mention, other: Mention) -> bool:
    """Whether two unnamed sources have one noun, or a text is called by a word that it was called by before ("the
    draft" after "a draft report")."""
    noun = text.words[m.head].casefold()
    words = {text.words[k].casefold() for k in range(other.first, other.stop)}
    record = is_record(text.tree.lemma[other.head].casefold()) and noun in words
    return text.words[other.head].casefold() == noun or record


def _continues(text: Words, m: Mention, other: Mention) -> bool:
    """Whether "the spokesman", "prosecutors" may be the unnamed source met before: no new article, no new modifier."""
    first = text.words[m.first].casefold()
    if first in ("a", "an", "another", "one", "some", "other", "two", "three", "several"):
        return False
    small = {"the", "this", "that", "these", "those"}
    if m.kind == "group" and first not in small:  # "officials" after "American officials"
        return text.tree.text[m.start : m.end].casefold() == text.tree.text[other.start : other.end].casefold()
    here = {text.words[k].casefold() for k in range(m.first, m.stop)} - small
    return here <= {text.words[k].casefold() for k in range(other.first, other.stop)}
