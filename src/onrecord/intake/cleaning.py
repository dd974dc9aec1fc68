"""``str → str``, one defect each. Curly quotation marks stay curly: they say which end of a quotation they are."""

import re
import unicodedata

import ftfy

INVISIBLE = re.compile("[\ufeff\u00ad\u200b\u2060]")  # byte order mark, soft hyphen, zero-width spaces
NEWLINE = re.compile("\r\n?|[\u2028\u2029\u0085\f\v]")
SPACES = re.compile(r"[^\S\n]+")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# A box that a site hangs on a name, its headlines run into the sentence: "Roe Ana Maria RoeVote is delayed MORE".
NAME_BOX = re.compile(
    r"\b(?P<surname>[^\W\d_][\w’'-]{1,30})(?: [A-Z(][\w.()’'-]{0,20}){1,4}? (?P=surname)"
    r"(?:MORE|[A-Z\d“\"$][^\n]{0,600}?\bMORE)\b"
)
MISTYPED = re.compile(r"(?<=[^\W\d_])”(?=s\b)")
WRAPPED_LINE = (45, 100)  # characters: hard-wrapped prose has lines of about this length


def clean_mojibake(text: str) -> str:
    """UTF-8 that was once read as something else: ``Iranâ€™s`` → ``Iran’s``."""
    return ftfy.fix_encoding(text)


def clean_characters(text: str) -> str:
    """Composed letters, no invisible or control characters."""
    return unicodedata.normalize("NFC", CONTROL.sub("", INVISIBLE.sub("", text)))


def clean_newlines(text: str) -> str:
    """Every line break as one line feed."""
    return NEWLINE.sub("\n", text)


def clean_spaces(text: str) -> str:
    """One space between words, none at a line's ends, and no more than one empty line."""
    lines = (SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def clean_name_boxes(text: str) -> str:
    """A name without the box of headlines that hung on it: a name said twice, glued to what ends in ``MORE``."""
    return NAME_BOX.sub(r"\g<surname>", text)


def clean_apostrophes(text: str) -> str:
    """A closing mark that stands for an apostrophe, where no quotation is open: ``Roe”s`` → ``Roe’s``."""
    return "\n".join(map(_mend_apostrophes, text.split("\n")))


def _mend_apostrophes(line: str) -> str:
    for found in MISTYPED.finditer(line):
        before = line[: found.start()]
        if before.count("“") <= before.count("”") and before.count('"') % 2 == 0:
            line = f"{before}’{line[found.end() :]}"
    return line


def clean_wrapping(text: str) -> str:
    """Paragraphs that were broken into lines of even length, joined again; needs empty lines between paragraphs."""
    paragraphs = text.split("\n\n")
    inner = [line for p in paragraphs for line in p.split("\n")[:-1]]
    shortest, longest = WRAPPED_LINE
    even = sum(shortest <= len(line) <= longest for line in inner)
    if len(paragraphs) < 2 or len(inner) < 3 or even < 0.8 * len(inner):
        return text
    return "\n\n".join(p.replace("\n", " ") for p in paragraphs)


def clean_text(text: str) -> str:
    """All of the above, in the order in which one defect hides another, until none is left."""
    before = None
    while text != before:
        before = text
        for clean in (
            clean_mojibake,
            clean_newlines,
            clean_characters,
            clean_spaces,
            clean_name_boxes,
            clean_apostrophes,
            clean_wrapping,
        ):
            text = clean(text)
    return text
