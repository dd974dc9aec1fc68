"""One statement in two outlets' words: what each left off, and which words differ.

Only words count: capitals, marks and brackets are no change. Where one side at least is reported, neither are tense and
person ("I will", "he would"). What an outlet prints elsewhere in the article it has not left off.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import pandas as pd

from onrecord import tables
from onrecord.comparison.alignment import Alignment
from onrecord.comparison.passages import Passage
from onrecord.language.pronouns import PERSONAL
from onrecord.language.spans import Chars, Tokens
from onrecord.language.words import Word
from onrecord.tables.compared import Change, ClaimPairRow, WordingRow

# What a report in indirect speech shifts: "I will" is told as "he would".
SHIFTED = {"would": "will", "ll": "will", "d": "will", "could": "can", "might": "may"}
NEGATORS = frozenset(("not", "t", "no", "never", "nor", "neither", "nobody", "nothing", "none", "cannot"))
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Wording:
    """What differs between two passages: stretches that ``a`` lacks, stretches that ``b`` lacks, and (in a, in b)."""

    cut_a: tuple[str, ...]
    cut_b: tuple[str, ...]
    words: tuple[tuple[str, str], ...]

    @property
    def change(self) -> Change:
        if self.words:
            return "reworded"
        return "shorter" if self.cut_a or self.cut_b else "identical"


def compare_wording(
    a: Passage, b: Passage, matched: Alignment, printed_a: Sequence[Chars], printed_b: Sequence[Chars]
) -> Wording:
    """How the wordings of two passages differ; ``printed_a``: what of a's article the other article prints too."""
    plain = _exact if a.quoted and b.quoted else _loosely
    one, other = a.words[slice(*matched.a)], b.words[slice(*matched.b)]
    matcher = SequenceMatcher(None, [plain(w) for w in one], [plain(w) for w in other], autojunk=False)
    cut_a = _around(b, matched.b, printed_b, told_by=a)
    cut_b = _around(a, matched.a, printed_a, told_by=b)
    words = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "delete" and _matters(one[i1:i2]):
            cut_b.append(_text(a, one[i1:i2]))
        elif tag == "insert" and _matters(other[j1:j2]):
            cut_a.append(_text(b, other[j1:j2]))
        elif tag != "equal":
            words.append((_text(a, one[i1:i2]) or NOTHING, _text(b, other[j1:j2]) or NOTHING))
    return Wording(tuple(cut_a), tuple(cut_b), tuple(words))


def _around(side: Passage, stretch: Tokens, printed: Sequence[Chars], *, told_by: Passage) -> list[str]:
    """What a passage says before and after the stretch that matches, and the other outlet does not: neither elsewhere,
    nor in words of its own beside the quotation."""
    left = []
    open_before, open_after = told_by.start == told_by.part.start, told_by.end == told_by.part.end
    for words, is_open in ((side.words[: stretch[0]], open_before), (side.words[stretch[1] :], open_after)):
        kept = [w for w in words if not any(a <= side.start + w.start < b for a, b in printed)]
        if is_open and _matters(kept):
            left.append(_text(side, kept))
    return left


def _matters(words: Iterable[Word]) -> bool:
    """Whether leaving the words off leaves something off."""
    return any(word.is_content or word.form in NEGATORS for word in words)


def _text(side: Passage, words: Sequence[Word]) -> str:
    return side.text[words[0].start : words[-1].end] if words else ""


def _exact(word: Word) -> str:
    return word.form


def _loosely(word: Word) -> str:
    return "pronoun" if word.form in PERSONAL else SHIFTED.get(word.form, word.stem)


def compare_wordings(pairs: Iterable[tuple[ClaimPairRow, Wording]]) -> pd.DataFrame:
    """``wordings``: every quotation that two outlets print, with what each left off and the words that differ."""
    rows = [
        WordingRow(
            pair=pair.pair_id,
            change=wording.change,
            cut_a=" … ".join(wording.cut_a) or None,
            cut_b=" … ".join(wording.cut_b) or None,
            words=" | ".join(f"{a} → {b}" for a, b in wording.words) or None,
        )
        for pair, wording in pairs
        if pair.relation == "same_quote"
    ]
    return tables.make_table("wordings", rows)
