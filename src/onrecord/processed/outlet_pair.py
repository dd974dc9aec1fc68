"""Two outlets side by side: the passages that belong together, in the first one's order, differences marked.

A denial and what it denies are two statements: there no difference is marked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from onrecord.errors import UsageError, near
from onrecord.language.words import find_words
from onrecord.processed.marking import Mark, as_text, mark_text
from onrecord.tables import Comparisons, Tables, read_rows
from onrecord.tables.compared import ClaimPairRow

STYLE = (
    "<style>.onrecord-pair :is(td,th){text-align:left!important;vertical-align:top;white-space:normal}"
    ".onrecord-pair td{width:42%}"
    ".onrecord-pair mark{background:rgba(240,170,60,.35);color:inherit}</style>"
)


@dataclass(frozen=True)
class OutletPair:
    """``rows``: speaker and relation of each pair of passages, and the words of both, as HTML, differences marked."""

    first: str
    second: str
    rows: list[tuple[str, str, str]]

    def __len__(self) -> int:
        return len(self.rows)

    def _repr_html_(self) -> str:
        head = f"<tr><th></th><th>{escape(self.first)}</th><th>{escape(self.second)}</th></tr>"
        body = "".join(f"<tr><th>{escape(what)}</th><td>{a}</td><td>{b}</td></tr>" for what, a, b in self.rows)
        empty = "" if self.rows else "<p>No passage of one belongs to a passage of the other.</p>"
        return as_text(f'{STYLE}{empty}<table class="onrecord-pair">{head}{body}</table>')


def pair_outlets(found: Tables, compared: Comparisons, first: str = "", second: str = "") -> OutletPair:
    """The aligned passages of two outlets; without names the story's first two. Raises ``UsageError`` for others."""
    outlets = list(dict.fromkeys(found.articles["outlet"]))
    for name in (first, second):
        if name and name not in outlets:
            raise UsageError(
                f"No outlet {name!r} in this story.{near(name, outlets)}", f"Outlets: {', '.join(outlets)}."
            )
    first = first or next((outlet for outlet in outlets if outlet != second), "")
    second = second or next((outlet for outlet in outlets if outlet != first), "")
    return OutletPair(first, second, list(_show_pairs(found, compared, first, second)))


def _show_pairs(found: Tables, compared: Comparisons, first: str, second: str) -> Iterator[tuple[str, str, str]]:
    articles, claims = found.articles.set_index("article_id"), found.claims.set_index("claim_id")
    names = found.actors.set_index("actor_id")["name"]
    shown = []
    for pair in read_rows(compared.claim_pairs, ClaimPairRow):
        sides = [
            (claims.at[claim, "article_id"], start, end, claims.at[claim, "actor_id"])
            for claim, start, end in (
                (pair.claim_a, pair.start_a, pair.end_a),
                (pair.claim_b, pair.start_b, pair.end_b),
            )
        ]
        if [articles.at[side[0], "outlet"] for side in sides] == [second, first]:
            sides.reverse()
        if [articles.at[side[0], "outlet"] for side in sides] == [first, second]:
            speakers = dict.fromkeys(names.get(side[3], "speaker left open") for side in sides)
            told = f"{' / '.join(speakers)}: {pair.relation.replace('_', ' ')}"
            left, right = (articles.at[article, "body"][start:end] for article, start, end, _ in sides)
            words = (escape(left), escape(right)) if pair.relation == "disputes" else mark_differences(left, right)
            shown.append((sides[0][1], told, *words))
    for _, told, left, right in sorted(shown):
        yield told, left, right


def mark_differences(left: str, right: str) -> tuple[str, str]:
    """Two passages as HTML, the words that the other does not have in its place marked."""
    words = [find_words(text) for text in (left, right)]
    forms = [[word.form for word in side] for side in words]
    matcher = SequenceMatcher(None, forms[0], forms[1], autojunk=False)
    same: tuple[set[int], set[int]] = (set(), set())
    for block in matcher.get_matching_blocks():
        same[0].update(range(block.a, block.a + block.size))
        same[1].update(range(block.b, block.b + block.size))
    marked = [
        mark_text(text, [Mark(w.start, w.end, "differs") for k, w in enumerate(side) if k not in known])
        for text, side, known in zip((left, right), words, same, strict=True)
    ]
    return marked[0], marked[1]
