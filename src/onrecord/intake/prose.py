"""Is it an article? What is too short, in another language, behind a wall, or a list of headlines is set aside."""

import py3langid

from onrecord.errors import DataError
from onrecord.intake.furniture import ENDS
from onrecord.language.words import count_words
from onrecord.lexicon import read_rows

LANGUAGE = "en"
SHORTEST_ARTICLE = 5  # words
SHORTEST_FREE = 150  # words; below, a text beside a wall's words is the teaser before it
SENTENCE = 8  # words, from which a line that ends like a sentence counts as one
LIST_LINES = 8  # from which lines that are no sentences make a list, when there are
LIST_SHARE = 0.7  # so many of them


def check_prose(body: str) -> None:
    """Raise ``DataError`` for a body that is too short, in another language than English, a teaser or a list."""
    words = count_words(body)
    if words < SHORTEST_ARTICLE:
        raise DataError(f"only {words} words are left without dateline and furniture", "Save the whole text.")
    language, _ = py3langid.classify(body)
    if language != LANGUAGE:
        raise DataError(f"its language is {language!r} by py3langid; only English is read", "Leave it out.")
    check_wall(body, body)
    lines = [line.strip() for line in body.split("\n") if line.strip()]
    headlines = sum(line[-1] not in ENDS or count_words(line) < SENTENCE for line in lines)
    if len(lines) >= LIST_LINES and headlines >= LIST_SHARE * len(lines):
        raise DataError(f"{headlines} of its {len(lines)} lines are no sentences: it is a list", "Save one article.")


def check_wall(body: str, page: str) -> None:
    """Raise ``DataError`` when a short body stands on a page with a wall's words: it is all that was let through."""
    words = count_words(body)
    if words >= SHORTEST_FREE:
        return
    low = page.casefold().replace("’", "'")
    for row in read_rows("walls"):
        if row["pattern"] in low:
            raise DataError(f"it is {row['what']} (“{row['pattern']}”) with {words} words before it",
                            "Save the page again when you can read it whole.")  # fmt: skip
