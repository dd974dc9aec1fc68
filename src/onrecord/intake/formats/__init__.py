"""Files → articles as received: a reader for each format, by the file's suffix.

A format is added with a module that has a reader, ``bytes → Received``, and a line here. A reader raises ``DataError``
with the reason why a file can be no article.
"""

from collections.abc import Callable

from onrecord.intake.formats.markdown import read_markdown
from onrecord.intake.formats.pdf import read_pdf
from onrecord.intake.formats.plain_text import read_plain_text
from onrecord.intake.formats.web_archive import read_web_archive
from onrecord.intake.formats.web_page import read_web_page
from onrecord.intake.formats.word import read_word
from onrecord.intake.received import Received

READERS: dict[str, Callable[[bytes], Received]] = {
    ".txt": read_plain_text,
    ".html": read_web_page,
    ".htm": read_web_page,
    ".mhtml": read_web_archive,
    ".mht": read_web_archive,
    ".md": read_markdown,
    ".docx": read_word,
    ".pdf": read_pdf,
}
