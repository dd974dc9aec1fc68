"""Personal pronouns by whom they can mean; the words are in ``lexicon/pronouns.csv``, in lower case."""

from onrecord.lexicon import read_rows


def _words(**wanted: str) -> frozenset[str]:
    rows = read_rows("pronouns")
    return frozenset(row["word"] for row in rows if all(row[column] == value for column, value in wanted.items()))


MALE, FEMALE, NEUTER = (_words(gender=gender) for gender in ("male", "female", "neuter"))
THEY = _words(person="3", number="plural")
I, WE = _words(person="1", number="singular"), _words(person="1", number="plural")  # noqa: E741
YOU = _words(person="2")
OBJECT = _words(case="object")  # "her", "it" and "you" are subjects or possessives too
THIRD_PERSON = MALE | FEMALE | NEUTER | THEY
PERSONAL = THIRD_PERSON | I | WE | YOU
