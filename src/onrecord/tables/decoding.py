"""The text of a file's bytes, whatever program saved it: UTF-8 before all, and what English files are in otherwise.

One bad byte in a good file must not change the reading of the others: it alone is read as Windows-1252 (the encoding
that the web standard reads Latin-1 as), or, where it is a cut character, replaced. Only a file in which nothing is
UTF-8 is read as a legacy file, Windows-1252 or Mac Roman: pages of other languages are never guessed at.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from onrecord.errors import DataError

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LEGACY = ["cp1252", "mac_roman"]
UNKNOWN = "\ufffd"
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
MOST_CONTROL = 0.02  # share of control bytes; text has none, programs and pictures have many
NO_TEXT = "Save the article as UTF-8 text."


@dataclass(frozen=True)
class Decoded:
    """A file's text, and what a reader should know of how it was read (null: it was plain UTF-8)."""

    text: str
    notice: str | None = None


def decode(content: bytes) -> Decoded:
    """The text of a file; raises ``DataError`` for bytes that are no text."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return Decoded(content.decode(encoding, errors="replace"))
    if b"\0" in content:
        raise DataError("it holds zero bytes, so it is no text file", NO_TEXT)
    try:
        return Decoded(content.decode("utf8"))
    except UnicodeDecodeError:
        pass
    if len(CONTROL.findall(content)) > MOST_CONTROL * len(content):
        raise DataError("its bytes are no text in any known encoding", NO_TEXT)
    mended = _Mended()
    text = mended.decode(content)
    if mended.bad > sum(character > "\x7f" for character in text) - mended.bad:
        best = from_bytes(content, cp_isolation=LEGACY).best()
        name = best.encoding if best and best.encoding in LEGACY else LEGACY[0]
        return Decoded(content.decode(name, errors="replace"), f"it is not UTF-8; read as {name}")
    count = f"{mended.bad} places are" if mended.bad > 1 else "one place is"
    return Decoded(text, f"{count} not UTF-8; read as Windows-1252, or as {UNKNOWN} where a character is cut")


class _Mended:
    """UTF-8 with each stretch of bad bytes read by itself; ``bad`` counts the characters that they became."""

    def __init__(self) -> None:
        self.bad = 0

    def decode(self, content: bytes) -> str:
        codecs.register_error("onrecord.mended", self._mend)
        return content.decode("utf8", errors="onrecord.mended")

    def _mend(self, error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        stretch = error.object[error.start : error.end]
        self.bad += 1
        cut = len(stretch) > 1  # the first bytes of a longer character
        return (UNKNOWN if cut else stretch.decode("cp1252", errors="replace")), error.end
