"""A parsed article as plain lists: what the rules ask of the parse, answered without touching spaCy's tokens again.

spaCy's token objects cost about a microsecond an attribute; the claim rules ask dozens of questions a word. One export
of the needed columns, and lists from there on, keeps the rules at a few per cent of the parse.
"""

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any

from onrecord.language.parsing import spell
from onrecord.language.spans import Chars, Tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc

COLUMNS: list[int | str] = ["HEAD", "DEP", "TAG", "LEMMA", "POS", "ENT_TYPE", "IDX", "LENGTH"]
TREE = "onrecord.tree"  # where a Doc keeps its tree
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))


class Tree:
    """One article's parse. Token numbers are spaCy's; spans of tokens are half-open; ``idx``/``end`` are characters."""

    __slots__ = (
        *("__dict__", "children", "dep", "doc", "end", "entity", "head"),
        *("idx", "lemma", "n", "paragraph", "pos", "tag", "text"),
    )

    def __init__(self, doc: "Doc"):
        self.doc, self.text, self.n = doc, spell(doc), len(doc)
        columns = doc.to_array(COLUMNS)
        names = doc.vocab.strings
        heads = columns[:, 0].astype("int64").tolist() if self.n else []
        self.head: list[int] = [i + h for i, h in enumerate(heads)]
        self.dep, self.tag, self.lemma, self.pos, self.entity = (_spell(columns[:, k], names) for k in range(1, 6))
        self.idx: list[int] = columns[:, 6].tolist() if self.n else []
        self.end: list[int] = (columns[:, 6] + columns[:, 7]).tolist() if self.n else []
        self.children: list[list[int] | None] = [None] * self.n
        for i, h in enumerate(self.head):
            if h != i:
                if (siblings := self.children[h]) is None:
                    self.children[h] = [i]
                else:
                    siblings.append(i)
        self.paragraph = self._count_paragraphs()

    def _count_paragraphs(self) -> list[int]:
        """The number of each token's paragraph, -1 for the gaps between them."""
        out, number = [], 0
        for i, dep in enumerate(self.dep):
            if dep:
                out.append(number)
            else:
                out.append(-1)
                number = i + 1
        return out

    @cached_property
    def paragraphs(self) -> list[Tokens]:
        """Token spans of the paragraphs, in order."""
        out, start = [], 0
        for i in range(self.n + 1):
            if i == self.n or not self.dep[i]:
                if start < i:
                    out.append(Tokens(start, i))
                start = i + 1
        return out

    @cached_property
    def edges(self) -> list[Tokens]:
        """The span of each subtree from its least to its last token: unlike ``left`` and ``right`` arcs may cross."""
        least, last = list(range(self.n)), list(range(self.n))
        for i in range(self.n):
            below, above = i, self.head[i]
            while above != below:
                if least[above] <= i <= last[above]:
                    break  # and so for all that are above it
                least[above], last[above] = min(least[above], i), max(last[above], i)
                below, above = above, self.head[above]
        return [Tokens(a, b + 1) for a, b in zip(least, last, strict=True)]

    @cached_property
    def numeric(self) -> list[bool]:
        """Whether each token is spelled like a number: "12", "1/2", "two", "third"."""
        return self._flags("LIKE_NUM")

    @cached_property
    def punctuation(self) -> list[bool]:
        return self._flags("IS_PUNCT")

    @cached_property
    def starts(self) -> list[bool]:
        """Whether a sentence begins with each token."""
        return self._flags("SENT_START")

    @cached_property
    def goes_on(self) -> list[bool]:
        """Whether an entity that began before goes on in each token."""
        return self._flags("ENT_IOB")

    def _flags(self, name: str) -> list[bool]:
        return [value == 1 for value in self.doc.to_array([name]).tolist()]

    def kids(self, i: int) -> list[int]:
        return self.children[i] or []

    def left(self, i: int) -> int:
        """First token of the subtree of ``i``."""
        while (kids := self.children[i]) and kids[0] < i:
            i = kids[0]
        return i

    def right(self, i: int) -> int:
        """One past the last token of the subtree of ``i``."""
        while (kids := self.children[i]) and kids[-1] > i:
            i = kids[-1]
        return i + 1

    def span(self, i: int) -> Tokens:
        return Tokens(self.left(i), self.right(i))

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of ``i`` with one of these labels."""
        for k in self.children[i] or ():
            if self.dep[k] in deps:
                return k
        return None

    def key(self, i: int) -> str:
        """The lemma of a cue, with its particle: "shoot down"."""
        if self.pos[i] == "VERB":
            for k in self.children[i] or ():
                if self.dep[k] == "prt" or (k == i + 1 and self.word(k) == "back"):
                    return f"{self.lemma[i]} {self.word(k)}"
        return self.lemma[i]

    def subject(self, i: int) -> int | None:
        return self.child(i, *SUBJECTS)

    def word(self, i: int) -> str:
        return self.text[self.idx[i] : self.end[i]].lower()

    def spelt(self, i: int) -> str:
        """The word in its own case."""
        return self.text[self.idx[i] : self.end[i]]

    def chars(self, span: Tokens) -> Chars:
        """Characters of a non-empty token span."""
        return Chars(self.idx[span[0]], self.end[span[1] - 1])

    def token_at(self, offset: int) -> int:
        """The token that holds this character (or the one before it)."""
        return max(0, bisect_right(self.idx, offset) - 1)

    def first_from(self, offset: int) -> int:
        """The first token that starts at or after this character."""
        i = self.token_at(offset)
        return i if i < self.n and self.idx[i] >= offset else i + 1


def read_tree(doc: "Doc") -> Tree:
    """The tree of a parsed article, built once: claims, actors and figures ask the same one, and none changes it."""
    tree: Tree | None = doc.user_data.get(TREE)
    if tree is None:
        tree = doc.user_data[TREE] = Tree(doc)
    return tree


def _spell(column: Any, names: Any) -> list[str]:
    """The words of a column of spaCy's hashes."""
    known: dict[int, str] = {}
    out = []
    for value in column.tolist():
        word = known.get(value)
        if word is None:
            word = known[value] = names[value] if value else ""
        out.append(word)
    return out
