"""Quotation marks → quotations, over the whole article and before any parsing.

A paragraph is read once, mark by mark, with the open quotations on a stack. Which way a mark faces is decided by the
text around it first and by its own shape second, because articles mix the two up. Nothing stays open beyond its
paragraph, unless the next one opens with a mark again (a quotation that runs on): so one missing mark never turns the
text between two quotations into a third, and never loses the rest of the article. Linear in the length of the text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.language.spans import Chars

Placed = tuple[int, int, str]  # where a mark begins and ends, and the mark

MARK = re.compile(r"''|``|‘‘|’’|[\"“”„‟″«»‘’‚‛'`‹›]")
SINGLE = frozenset("‘’‚‛'`‹›")
OPENS = frozenset(("“", "„", "‟", "``", "‘‘", "«", "‘", "‚", "‛", "`", "‹"))
CLOSES = frozenset(("”", "’’", "»", "’", "›"))
CLOSED_BY = {"«": "»", "‹": "›", "„": '”“"″»', "‚": "’‘'"}  # what may close a mark that “ and ” do not
BEFORE_OPEN = frozenset("([{<—–-/…=>")  # beside white space, what may stand directly before an opening mark
AFTER_CLOSE = frozenset(")]}>—–-/…,.;:!?&")
SENTENCE_END = re.compile(r"[.!?…](?=\s)")
ELISION = re.compile(r"(?:\d0s?|em|til|til|tis|twas|cause|bout|round|n|nuff|cuz)\b", re.IGNORECASE)  # ’90s, ’em
FEET = re.compile(r"\d['’]\s?\d{1,2}$")  # 6'2" is a height


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation. ``start``/``end`` take its marks in, ``parts`` do not: one stretch of words a paragraph.

    ``depth`` is 0 for an outer quotation and 1 or more for one inside another; ``closed`` is false when a mark was
    missing and the end (or the start) was repaired. Offsets are code points into the text, half-open.
    """

    start: int
    end: int
    parts: tuple[Chars, ...]
    depth: int
    closed: bool


@dataclass(slots=True)
class _Open:
    """A quotation whose closing mark has not been met."""

    mark: str
    start: int
    inner: int  # where the words of the present paragraph begin
    depth: int
    parts: list[Chars]


def find_quotations(text: str, blocks: Iterable[Chars] | None = None) -> list[Quotation]:
    """The quotations of an article, outer ones before those inside them; never raises.

    ``blocks`` are its paragraphs (null: its lines). A quotation that ends a paragraph without a closing mark goes on
    in the next one when that begins with an opening mark; otherwise it ends with its paragraph, ``closed`` false.
    """
    spans = [m.span() for m in re.finditer(r"[^\n]+", text)] if blocks is None else [tuple(b) for b in blocks]
    reader = _Reader(text)
    for start, end in spans:
        reader.read_block(max(0, start), min(end, len(text)))
    reader.give_up()
    return sorted(reader.found, key=lambda q: (q.start, -q.end))


def with_double_marks(text: str, quotations: Iterable[Quotation]) -> str:
    """The text with the single marks around its outer quotations as double ones, and no offset moved.

    British papers quote in single marks; parser and tagger have learnt from texts that do not.
    """
    out = list(text)
    for q in quotations:
        if q.depth == 0 and text[q.start] in SINGLE and text[q.start + 1] not in SINGLE:  # two of them are a double one
            straight = text[q.start] == "'"
            out[q.start] = '"' if straight else "“"
            if q.closed and q.end > q.parts[-1][1] and text[q.end - 1] in SINGLE:
                out[q.end - 1] = '"' if straight else "”"
    return "".join(out)


class _Reader:
    """The state of one pass over one article."""

    def __init__(self, text: str):
        self.text = text
        self.found: list[Quotation] = []
        self.stack: list[_Open] = []  # what is open here: at most one outer and one inner kind at a time
        self.carried: _Open | None = None  # what ended the last paragraph unclosed

    def read_block(self, start: int, end: int) -> None:
        text = self.text
        marks = [(m.start(), m.end(), m.group()) for m in MARK.finditer(text, start, end)]
        faces = [_facing(text, a, b, mark, start, end) for a, b, mark in marks]
        self._resume(start, marks, faces)
        later = _later_closes(marks, faces)
        first = True
        for (a, b, mark), face, close_later in zip(marks, faces, later, strict=True):
            if face == "skip" or (self.stack and a < self.stack[-1].inner):
                continue
            if mark in SINGLE:
                self._read_single(a, b, mark, face, close_later)
            else:
                self._read_double(a, b, mark, face, start if first else None)
                first = False
        self._end_block(end)

    def _resume(self, start: int, marks: list[Placed], faces: list[str]) -> None:
        """A carried quotation goes on when this paragraph starts with an opening mark of its kind."""
        carried, self.carried = self.carried, None
        if carried is None:
            return
        begins = marks and not self.text[start : marks[0][0]].strip()
        if begins and faces[0] != "close" and _same_kind(carried.mark, marks[0][2]):
            carried.inner = marks[0][1]
            self.stack = [carried]
            faces[0] = "skip"
        elif self._closes_first(carried, marks, faces):
            carried.inner = start  # it runs on without a mark at the paragraph's start
            self.stack = [carried]
        else:
            self._close(carried, carried.parts[-1][1], None, closed=False)

    def _closes_first(self, carried: _Open, marks: list[Placed], faces: list[str]) -> bool:
        """Does the paragraph close a quotation that it has not opened?"""
        for (_, _, mark), face in zip(marks, faces, strict=True):
            if mark not in SINGLE and face != "skip":
                return face == "close" and _same_kind(carried.mark, mark)
        return False

    def _read_double(self, a: int, b: int, mark: str, face: str, block_start: int | None) -> None:
        at = next((k for k in range(len(self.stack) - 1, -1, -1) if self.stack[k].mark not in SINGLE), None)
        if at is None:
            if face != "close":
                self.stack.append(_Open(mark, a, b, len(self.stack), []))
            elif block_start is not None and self._lacks_opening(a, mark, block_start):
                opened = _Open(mark, block_start, block_start, len(self.stack), [])
                self._close(opened, a, b, closed=False)  # the opening mark is missing: from the paragraph's start
            return
        top = self.stack[at]
        if face == "open" and not _same_kind(top.mark, mark) and len(self.stack) < 4:
            self.stack.append(_Open(mark, a, b, len(self.stack), []))
        elif face == "open":
            # The mark that should have closed the last one is missing: it ends with the sentence it began.
            stop = SENTENCE_END.search(self.text, top.inner, a)
            self._unwind(at, stop.end() if stop else a)
            self.stack.append(_Open(mark, a, b, len(self.stack), []))
        elif _may_close(top.mark, mark):
            self._unwind(at + 1, a)
            self._close(self.stack.pop(), a, b, closed=True)

    def _lacks_opening(self, a: int, mark: str, block_start: int) -> bool:
        """Whether a closing mark ends what the paragraph begins with: after a stop, and no quotation between."""
        quoted = any(q.end > block_start for q in self.found[-1:])
        return mark in CLOSES and self.text[a - 1 : a] in (",", ".", "!", "?") and not quoted

    def _read_single(self, a: int, b: int, mark: str, face: str, close_later: bool) -> None:
        top = self.stack[-1] if self.stack else None
        if face == "open" and not (top and top.mark in SINGLE):
            if close_later:
                self.stack.append(_Open(mark, a, b, len(self.stack), []))
        elif face == "close" and top and top.mark in SINGLE:
            possessive = self.text[a - 1 : a] in ("s", "S") and self.text[b : b + 2].strip()[:1].isalpha()
            if not (possessive and close_later):
                self._close(self.stack.pop(), a, b, closed=True)

    def _unwind(self, depth: int, end: int) -> None:
        while len(self.stack) > depth:
            top = self.stack.pop()
            self._close(top, max(end, top.inner), None, closed=False)

    def _end_block(self, end: int) -> None:
        """What is still open ends here; the outer one may go on in the next paragraph."""
        stop = _trim(self.text, self.stack[0].inner, end)[1] if self.stack else end
        self._unwind(1, stop)
        if self.stack:
            top = self.stack.pop()
            if top.mark in SINGLE:
                self._close(top, max(stop, top.inner), None, closed=False)
            else:
                top.parts.append(Chars(top.inner, max(stop, top.inner)))
                self.carried = top

    def give_up(self) -> None:
        if self.carried is not None:
            self._close(self.carried, self.carried.parts[-1][1], None, closed=False)
            self.carried = None

    def _close(self, top: _Open, inner_end: int, end: int | None, closed: bool) -> None:
        parts = list(top.parts)
        if not parts or inner_end > parts[-1][1]:
            parts.append(Chars(top.inner, inner_end))
        parts = [p for p in (_trim(self.text, a, b) for a, b in parts) if p[0] < p[1]]
        if parts:
            self.found.append(Quotation(top.start, end or parts[-1][1], tuple(parts), top.depth, closed))


def _facing(text: str, a: int, b: int, mark: str, start: int, end: int) -> str:
    """open, close, either or skip: what the mark at [a, b) can be, by its neighbours and then by its shape."""
    left = text[a - 1] if a > start else " "
    right = text[b] if b < end else " "
    gap_left = left.isspace() or left in BEFORE_OPEN
    gap_right = right.isspace() or right in AFTER_CLOSE
    if mark in SINGLE:
        return _facing_single(text, b, mark, left, right, gap_left, gap_right)
    if mark in ('"', "″") and FEET.search(text, max(start, a - 5), a):
        return "skip"
    if mark == "‟" or mark in ('"', "″", "''"):
        if gap_left and not right.isspace():
            return "open" if not (right in AFTER_CLOSE and right not in "-–—…") else "either"
        if gap_right and not left.isspace():
            return "close"
        return "either"
    if mark in ("«", "»", "„"):
        return "open" if mark != "»" else "close"
    if mark in OPENS:  # an opening mark that can only close: after a word, before a gap
        return "close" if not gap_left and gap_right and not right.isalnum() else "open"
    if left.isspace() and (right.isalnum() or right in "'‘["):
        return "open"
    return "close"


def _facing_single(text: str, b: int, mark: str, left: str, right: str, gap_left: bool, gap_right: bool) -> str:
    if left.isalnum() and right.isalnum():
        return "skip"  # an apostrophe
    starts = gap_left or left in "\"“«''"
    if starts and (right.isalnum() or right in '[(…$£€“"'):
        if mark in ("‘", "‚", "‛", "`", "‹"):
            return "open"
        return "skip" if ELISION.match(text, b) or mark in ("’", "›") else "open"
    ends = gap_right or right in "\"”»'’“"
    return "close" if ends and not left.isspace() and mark != "`" else "skip"


def _later_closes(marks: list[Placed], faces: list[str]) -> list[bool]:
    """For each mark: does a single closing mark follow in the paragraph, before another single mark opens?"""
    out, close_later = [False] * len(marks), False
    for k in range(len(marks) - 1, -1, -1):
        out[k] = close_later
        if marks[k][2] in SINGLE and faces[k] != "skip":
            close_later = faces[k] == "close"
    return out


def _family(mark: str) -> str:
    return "guillemet" if mark in "«»‹›" else "straight" if mark in ('"', "″", "''", "``") else "curly"


def _same_kind(first: str, second: str) -> bool:
    return _family(first) == _family(second) or (first == "”" and second == '"')


def _may_close(opened: str, mark: str) -> bool:
    if opened in CLOSED_BY:
        return mark in CLOSED_BY[opened]
    return _family(mark) != "guillemet"


def _trim(text: str, start: int, end: int) -> Chars:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Chars(start, end)
