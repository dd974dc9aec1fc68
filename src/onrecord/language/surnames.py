"""The surname in a person's name, and letters without their accents: one paper writes "Sánchez", another "Sanchez"."""

import unicodedata

GENERATIONS = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


def without_accents(text: str) -> str:
    """The text with plain letters in place of accented ones."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def surname_of(name: str) -> str:
    """The last word of a name but for what stands behind it: ``Ana Roe Jr.`` and ``Ana Roe of Delvo`` → ``Roe``."""
    words = [word.strip(",") for word in name.partition(" of ")[0].split()]
    while len(words) > 1 and words[-1].casefold() in GENERATIONS:
        words.pop()
    return words[-1] if words else ""
