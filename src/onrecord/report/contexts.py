"""Context: the sentences around some words without which a reader would take them wrong.

The rest of their paragraph; what they point back at ("rejected that", "One of them", words whose speaker is named
above); what a denial denies; and the sentence behind them that says "but".

A sentence is added for words that are shown then, or left, for what every page holds: rows of the tables and the first
letters of each sentence. So a page can be made again from itself, where the rest of an article is a gap.
"""

import re
from dataclasses import replace

from onrecord.claims import class_of
from onrecord.language.pronouns import PERSONAL
from onrecord.processed import Mark
from onrecord.report.clippings import BACKWARD, Clipping
from onrecord.report.material import Material
from onrecord.report.quoted import OPENING, talks_of_others
from onrecord.tables.extracted import ClaimRow, SentenceRow

# Code points of some words with what stands around them, and of an answer with what it answers; lengths and not words,
# since a page that is verified has gaps for what it does not show.
WIDEST, WIDEST_ANSWER = 480, 640
STEPS = 4  # sentences back, at most, that words point
DENIALS = frozenset(("deny", "reject"))  # classes of cues
MARKS = 2  # code points between a sentence's beginning and that of the words in marks
# What points back at a sentence that is not shown: how it begins, and what is denied or counted in it.
POINTED = re.compile(
    rf"[a-z]|[“\"‘']?(?:{BACKWARD.pattern}|(?:Yet|Nor|So|Both|Others|Another|Such|His|Her|Their|Its"
    r"|Among (?:them|those)|(?:One|Some|Two|Three|Most|Many|All|None|Neither|Each) of (?:them|those|these))\b)"
)
POINTS = re.compile(
    r"\b(?:den(?:y|ies|ied)|disput\w+|reject\w+|dismiss\w+|contest\w*|challeng\w+|refut\w+|st[ao](?:od|nds?) by"
    r"|defend\w*|welcom\w+|condemn\w+|echo\w+|repeat\w*|confirm\w*) (?:it|this|that|them|those|these)"
    r"(?=[,.;:”\"]| (?:saying|and|but|in|on|as|when|at|after|by)\b)"
    r"|\b(?:said|says|added|insist\w+|claim\w+|believe\w*|told \w+)(?: that)? (?:they|it|this|these|those)\b"
    r"|\b[Tt]he (?:true|real|actual|correct) (?:figure|number|count|toll|cost|total|sum)\b"
)
SPOKESPERSON = re.compile(r"\bspokes", re.I)  # whose words are those of whom they speak for, often an answer
OF_ONESELF = frozenset(
    ("say", "tell", "add", "write", "note", "think", "believe", "know", "hope", "recall")
)  # verbs whose "he" is most often who says it
PRONOUN = re.compile(r"(?:He|She|They|It|His|Her|Their|Its)\b")
REFUTED = re.compile(
    r"(?:That|This|It)(?:['’]s| is| was)(?: not|n['’]t) (?:(?:quite|entirely|exactly|strictly) )?"
    r"(?:so|true|right|correct|accurate|the case)\b"
    r"|(?:That|This|It) (?:is|was) (?:false|untrue|wrong|incorrect)\b|Not so\b"
)
ANSWERS = re.compile(r"(?:But|However|Yet|Nevertheless|Still,|Though|Although)\b")


def in_context(
    material: Material,
    clipping: Clipping,
    *,
    since: int | None = None,
    speaker: str | None = None,
    widest: int = WIDEST,
    introduced: bool = False,
) -> Clipping:
    """The clipping with what has to stand around it, as far as there is room; what it was stays marked.

    ``since`` is the code point from which a reader has to see the article to know what is talked of, and ``speaker``
    who speaks: a sentence in which they go on goes along. ``introduced``: with what leads up to the words, in their
    paragraph and in the one before.
    """
    window = _open_window(material, clipping, widest)
    if window is None:
        return clipping
    window.take_paragraph()
    window.take_below(speaker, 1)
    window.take_what_it_points_at(since)
    window.take_below(speaker)
    window.take_what_it_points_at(None)
    if introduced:
        window.take_what_leads_up()
    window.leave_what_is_cut()
    return _as_wide_as(window, clipping)


def in_turn(material: Material, clipping: Clipping, speaker: str) -> Clipping:
    """The clipping with the sentences around it in which the same person is quoted: behind it, and above in its
    paragraph; what it was stays marked."""
    window = _open_window(material, clipping, WIDEST)
    if window is None or not window.take_turn(speaker):
        return clipping
    return _as_wide_as(window, clipping)


def _open_window(material: Material, clipping: Clipping, widest: int) -> "_Window | None":
    """The sentences that a clipping touches; null for none."""
    rows = material.sentences[clipping.article_id]
    own = [k for k, row in enumerate(rows) if row.start < clipping.end and clipping.start < row.end]
    return _Window(material, clipping.article_id, own[0], own[-1], widest) if own else None


def _as_wide_as(window: "_Window", clipping: Clipping) -> Clipping:
    """The clipping with all sentences of a window, where they have room; what it was stays marked."""
    start, end = min(window.start, clipping.start), max(window.end, clipping.end)
    if end - start > window.widest:
        return clipping
    marks = clipping.marks or (Mark(clipping.start, clipping.end, "content"),)
    return replace(clipping, start=start, end=end, marks=marks, cut_before=False, cut_after=False)


def replies(claim: ClaimRow) -> bool:
    """Whether the verb says that something is answered; "did not reply" and "did not deny" say nothing of the kind."""
    lemma = claim.cue_lemma or ""
    denied = claim.stance == "denies" and class_of(lemma) in DENIALS
    return denied or (claim.stance in ("asserts", "denies") and class_of(lemma, "replying") != "")


class _Window:
    """Sentences ``first`` to ``last`` of an article, to which more are added while all have room."""

    def __init__(self, material: Material, article_id: str, first: int, last: int, widest: int):
        self.rows: list[SentenceRow] = material.sentences[article_id]
        self.body, self.begun, self.ended = material.articles[article_id].body, first, last
        self.first, self.last, self.widest = first, last, widest
        self.claims = [row for row in material.claims.values() if row.article_id == article_id]
        self.told, self.actors = material.told_at, material.actors

    @property
    def start(self) -> int:
        return self.rows[self.first].start

    @property
    def end(self) -> int:
        return self.rows[self.last].end

    def _fits(self, first: int, last: int) -> bool:
        return first >= 0 and last < len(self.rows) and self.rows[last].end - self.rows[first].start <= self.widest

    def take_paragraph(self) -> None:
        """The whole paragraph, where it has room."""
        first, last = self.rows[self.first].paragraph, self.rows[self.last].paragraph
        inside = [k for k, row in enumerate(self.rows) if first <= row.paragraph <= last]
        if self._fits(inside[0], inside[-1]):
            self.first, self.last = inside[0], inside[-1]

    def take_turn(self, speaker: str) -> bool:
        """Sentences behind, and above in the paragraph, with more in marks of the speaker; whether there are any."""
        while self._fits(self.first, self.last + 1) and self._quotes(self.rows[self.last + 1], speaker):
            self.last += 1
        while self._fits(self.first - 1, self.last) and self._quotes(self.rows[self.first - 1], speaker):
            if self.rows[self.first - 1].paragraph < self.rows[self.first].paragraph:
                break
            self.first -= 1
        return (self.first, self.last) != (self.begun, self.ended)

    def _quotes(self, row: SentenceRow, speaker: str) -> bool:
        inside = (c for c in self.claims if c.start < row.end and row.start < c.end)
        return any(claim.actor_id == speaker and claim.quoted_words for claim in inside)

    def take_what_it_points_at(self, since: int | None) -> None:
        """Sentences above, while the first one shown points at them."""
        for _ in range(STEPS):
            far = since is not None and self.start > since
            if not (far or self._points_back()) or not self._fits(self.first - 1, self.last):
                break
            self.first -= 1

    def take_what_leads_up(self) -> None:
        """The sentences above, as far as there is room: of their paragraph, and of the one before where the words come
        first, or who says them is known from above."""
        paragraph = self.rows[self.begun].paragraph
        while self._fits(self.first - 1, self.last):
            inside = self.rows[self.first - 1].paragraph >= paragraph
            if not inside and not (self.rows[self.first - 1].paragraph == paragraph - 1 and self._is_led_up_to()):
                break
            self.first -= 1

    def _is_led_up_to(self) -> bool:
        """Whether the first words of the paragraph are somebody's, or are said by who is named in full above only."""
        start, end = self.rows[self.begun].start, self.rows[self.ended].end
        rows = [row for row in self.rows if row.paragraph == self.rows[self.begun].paragraph]
        said = [c for c in self.claims if c.start < end and start < c.end and c.actor_id in self.actors]
        named = {word for c in self.claims if rows[0].start <= c.start < end for word in (c.source or "").split()}
        full = any(set(self.actors[str(c.actor_id)].name.split()) <= named for c in said)
        other = any(
            talks_of_others([c.content]) and c.cue_lemma not in OF_ONESELF for c in said
        )  # "demanded that he resign"
        return self.body[rows[0].start] in OPENING or not full or other

    def _points_back(self) -> bool:
        row = self.rows[self.first]
        if POINTED.match(self.body, row.start) or POINTS.search(self.body, row.start, row.end):
            return True
        return self._is_cut(self.first)

    def _is_cut(self, k: int) -> bool:
        """Whether a sentence begins within somebody's words, or with such words whose speaker is named above only."""
        row = self.rows[k]
        opened = (c for c in self.claims if row.start <= c.start <= row.start + MARKS)
        if self.body[row.start] in OPENING and not any(self.told.get(c.claim_id, -1) >= row.start for c in opened):
            return True
        return any(
            claim.start - MARKS <= row.start < claim.end
            and (
                claim.start + MARKS < row.start
                or self.told.get(claim.claim_id, -1) < row.start
                or (claim.source or "").casefold() in PERSONAL
            )
            for claim in self.claims
            if claim.quotation == "direct"
        )

    def leave_what_is_cut(self) -> None:
        """Without sentences above that begin with the words of whom there is no room to name, or with "she"."""
        while self.first < self.begun and (
            self._is_cut(self.first) or PRONOUN.match(self.body, self.rows[self.first].start)
        ):
            self.first += 1

    def take_below(self, speaker: str | None, most: int = 99) -> None:
        """The rest of the paragraph, and what comes behind it with a "but", a "not so", as an answer, or as more of the
        same speaker: no more than ``most`` sentences."""
        for _ in range(most):
            if not self._fits(self.first, self.last + 1):
                break
            row = self.rows[self.last + 1]
            inside = row.paragraph == self.rows[self.last].paragraph
            against = ANSWERS.match(self.body, row.start) or REFUTED.match(self.body, row.start)
            if not (inside or against or self._goes_on(row, speaker)):
                break
            self.last += 1
        while self.last > self.ended and self._is_cut_below(self.last):
            self.last -= 1

    def _is_cut_below(self, k: int) -> bool:
        """Whether a sentence ends within somebody's words, which go on."""
        end = self.rows[k].end
        quoted = (claim for claim in self.claims if claim.quotation == "direct")
        return any(claim.start < end and end + MARKS < claim.end for claim in quoted)

    def _goes_on(self, row: SentenceRow, speaker: str | None) -> bool:
        """Whether in a sentence somebody who is given goes on to speak, or somebody denies or answers."""
        said = [c for c in self.claims if c.start < row.end and row.start < c.end and c.within_claim_id is None]
        return any(
            (speaker is not None and claim.actor_id == speaker)
            or claim.stance == "denies"
            or class_of(claim.cue_lemma or "") in DENIALS
            or replies(claim)
            or SPOKESPERSON.search(claim.source or "")
            for claim in said
        )
