"""One statement in two outlets' words: what each left off, and which words differ.

Only words count: capitals, marks and brackets are no change. Where one side at least is reported, neither are tense and
person ("I will", "he would"). What an outlet prints elsewhere in the article it has not left off.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import pandas as pd

from onrecord import tables
from onrecord.comparison.alignment import Alignment
from onrecord.comparison.passages import Passage
from onrecord.language.pronouns import PERSONAL
from onrecord.language.spans import Tokens
from onrecord.language.words import NEGATORS, Word, find_words
from onrecord.tables.compared import Change, ClaimPairRow, WordingRow

# What a report in indirect speech shifts: "I will" is told as "he would".
SHIFTED = {"would": "will", "ll": "will", "d": "will", "could": "can", "might": "may"}
SENTENCE_END = re.compile(r"[.!?]")
INSERTION = re.compile(r"[\[(][^\[\]()]*[\])]")
RUN = 5  # words in a row that are the same sentence
NOTHING = "–"


Printed = Mapping[str, Sequence[frozenset[str]]]


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


def compare_wording(a: Passage, b: Passage, matched: Alignment, printed: Printed) -> Wording:
    """How the wordings of two passages differ; ``printed``: the stems of every sentence of both articles."""
    plain = _exact if a.quoted and b.quoted else _loosely
    one, other = a.words[slice(*matched.a)], b.words[slice(*matched.b)]
    matcher = SequenceMatcher(None, [plain(w) for w in one], [plain(w) for w in other], autojunk=False)
    cut_a, cut_b = _around(b, matched.b, a, matched.a), _around(a, matched.a, b, matched.b)
    words = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        mine, theirs = _printed(a, one[i1:i2]), _printed(b, other[j1:j2])
        bracketed = len(mine) < i2 - i1 or len(theirs) < j2 - j1  # "[Berg]" stands for what the other prints
        if tag == "equal" or bracketed or _letters(mine) == _letters(theirs):
            continue
        if not theirs and _matters(mine):
            cut_b.append(mine)
        elif not mine and _matters(theirs):
            cut_a.append(theirs)
        else:
            words.append((_text(a, mine) or NOTHING, _text(b, theirs) or NOTHING))
    lacks_a, lacks_b = printed[a.claim.article_id], printed[b.claim.article_id]
    cut_a, cut_b = (
        [left for cut in cuts for left in _not_printed(side, cut, lacks)]
        for side, cuts, lacks in ((b, cut_a, lacks_a), (a, cut_b, lacks_b))
    )
    spelt = {_letters(cut) for cut in cut_a} & {_letters(cut) for cut in cut_b}  # "work force", "workforce"
    return Wording(
        tuple(_text(b, cut) for cut in cut_a if _letters(cut) not in spelt),
        tuple(_text(a, cut) for cut in cut_b if _letters(cut) not in spelt),
        tuple(words),
    )


def _not_printed(side: Passage, words: Sequence[Word], sentences: Sequence[frozenset[str]]) -> Iterator[list[Word]]:
    """The sentences of a cut that the article which lacks them does not print elsewhere, joined where they meet."""
    left: list[Word] = []
    for sentence in _split(side, words):
        if _prints(sentences, sentence):
            if left:
                yield left
            left = []
        else:
            left = left + sentence
    if left:
        yield left


def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """Every few words in a row of a text."""
    forms = [word.form for word in find_words(text)]
    return frozenset(tuple(forms[i : i + RUN]) for i in range(len(forms) - RUN + 1))


def _split(side: Passage, words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words sentence by sentence."""
    sentence: list[Word] = []
    for word in words:
        if sentence and SENTENCE_END.search(side.text[sentence[-1].end : word.start]):
            yield sentence
            sentence = []
        sentence.append(word)
    if sentence:
        yield sentence


def _prints(sentences: Sequence[frozenset[str]], words: Sequence[Word]) -> bool:
    """Whether an article prints the words of a cut elsewhere: a sentence of it has half of those that say something."""
    wanted = {word.stem for word in words if word.is_content}  # a "not" alone stands everywhere, and is never the same
    return bool(wanted) and any(2 * len(wanted & sentence) >= len(wanted) for sentence in sentences)


def _printed(side: Passage, words: Sequence[Word]) -> list[Word]:
    """Words of a passage but for those that the outlet has put into it in brackets."""
    holes = [match.span() for match in INSERTION.finditer(side.text)]
    return [w for w in words if not any(s <= w.start < e for s, e in holes)]


def _around(side: Passage, stretch: Tokens, told_by: Passage, told: Tokens) -> list[list[Word]]:
    """What a passage says before and after the stretch that matches, where the other outlet does not go on in words of
    its own beside the quotation or in brackets."""
    left = []
    before, after = told_by.words[: told[0]], told_by.words[told[1] :]
    open_before = told_by.start == told_by.part.start and _printed(told_by, before) == list(before)
    open_after = told_by.end == told_by.part.end and _printed(told_by, after) == list(after)
    for part, is_open in ((Tokens(0, stretch[0]), open_before), (Tokens(stretch[1], len(side.words)), open_after)):
        words = _printed(side, side.words[slice(*part)])
        if is_open and _matters(words):
            left.append(words)
    return left


def _letters(words: Iterable[Word]) -> str:
    return "".join(word.form for word in words)


def _matters(words: Iterable[Word]) -> bool:
    """Whether leaving the words off leaves something off."""
    return any(word.is_content or word.form in NEGATORS for word in words)


def _text(side: Passage, words: Sequence[Word]) -> str:
    return side.text[words[0].start : words[-1].end] if words else ""


def _exact(word: Word) -> str:
    return word.form


def _loosely(word: Word) -> str:
    return "pronoun" if word.form in PERSONAL else SHIFTED.get(word.form, word.stem)


def compare_wordings(
    pairs: Iterable[tuple[ClaimPairRow, Wording]], texts: Mapping[str, str], outlet_of: Mapping[str, str]
) -> pd.DataFrame:
    """``wordings``: every quotation that two outlets print, with what each left off and the words that differ.

    ``texts``: all that each outlet prints; ``outlet_of``: a claim's outlet. What an outlet prints anywhere, several
    words in a row, it has not left off.
    """
    runs = {outlet: runs_of(text) for outlet, text in texts.items()}

    def cut(stretches: Iterable[str], claim: str) -> str | None:
        return " … ".join(words for words in stretches if not runs_of(words) & runs[outlet_of[claim]]) or None

    rows = [
        WordingRow(
            pair=pair.pair_id,
            change=wording.change,
            cut_a=cut(wording.cut_a, pair.claim_a),
            cut_b=cut(wording.cut_b, pair.claim_b),
            words=" | ".join(f"{a} → {b}" for a, b in wording.words) or None,
        )
        for pair, wording in pairs
        if pair.relation == "same_quote"
    ]
    return tables.make_table("wordings", rows)
