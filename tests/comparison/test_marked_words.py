"""Words in quotation marks, and what of a sentence is among them."""

import pytest

from onrecord.comparison.marked_words import MarkedText
from onrecord.tables.extracted import ArticleRow


def text_of(body: str) -> MarkedText:
    row = ArticleRow(**dict.fromkeys(ArticleRow.__dataclass_fields__) | {"article_id": "a", "body": body})
    starts = {0} | {n + 2 for n in range(len(body)) if body[n : n + 2] == ". "}
    return MarkedText([row], {("a", at) for at in starts})


def find(sentence: str, body: str):
    (part,) = text_of(f'"{sentence}"').parts
    return text_of(body).find(part)


def test_only_words_in_marks():
    assert [word.form for word in text_of('He said "not now" and "never again".').quoted] == [
        "not",
        "now",
        "never",
        "again",
    ]


SENTENCE = "The old pier will be rebuilt in stone"
FOUND = {
    "whole": ('They wrote: "The old pier will be rebuilt in stone."', "whole"),
    "split by who says it": ('"The old pier," she said, "will be rebuilt in stone."', "whole"),
    "longer": ('"I say that the old pier will be rebuilt in stone, and soon."', "whole"),
    "one word differs": ('"The old pier will be restored in stone."', "alike"),
    "a part": ('It will be "rebuilt in stone".', "part"),
    "without marks": ("The old pier will be rebuilt.", "unmarked"),
    "other words": ('"The ferries lie in the harbour."', "none"),
    "words that say nothing": ('"It will be in the end."', "none"),
}


@pytest.mark.parametrize(("body", "extent"), FOUND.values(), ids=FOUND)
def test_what_is_found(body, extent):
    assert find(SENTENCE, body).extent == extent


def test_two_words_in_a_row_that_differ_are_no_small_difference():
    assert (
        find(f"{SENTENCE} by the best masons of the whole coast and its islands", f'"{SENTENCE} by the masons."').extent
        == "part"
    )


def test_words_that_are_put_in_are_no_small_difference():
    inside = "The old pier, which the council of Helden sold, will be rebuilt in stone"
    assert find(SENTENCE, f'"{inside}."').extent == "part"


TURNS = {
    "who says it between": ('"It fell," Mira Olsund said. "It was old."', 1),
    "one sentence": ('She called it "old" and "rotten".', 1),
    "who called something else so": ('"It fell," said Mira Olsund, who called it "rotten".', 2),
    "split by who says it": ('"It fell," she said, "and it was old."', 1),
    "a sentence between": ('"It fell," she said. Nobody was hurt by it. Asked again, she said: "It was old."', 2),
    "a new paragraph": ('"It fell," she said.\n\n"It was old," he said.', 2),
}


@pytest.mark.parametrize(("body", "n"), TURNS.values(), ids=TURNS)
def test_turns(body, n):
    assert len({word.turn for word in text_of(body).quoted}) == n
