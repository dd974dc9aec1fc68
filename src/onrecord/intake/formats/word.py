"""A Word file (.docx) → its article: the paragraphs of its body, and the author that the file names."""

import io
import zipfile

from onrecord.errors import DataError
from onrecord.intake.formats.plain_text import check_length
from onrecord.intake.received import Metadata, Received

LARGEST = 100_000_000  # bytes of what is inside, unpacked; the library loads pictures too
REMEDY = "Save it again as .docx, or paste the article's text into a .txt file."


def read_word(content: bytes) -> Received:
    """The article of a file's bytes: a title or first-level heading is its headline, other headings are left out."""
    from docx import Document

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > LARGEST:
                raise DataError("the Word file is too large unpacked", REMEDY)
        document = Document(io.BytesIO(content))
        paragraphs = [(p.style.name if p.style else "", p.text.strip()) for p in document.paragraphs]
        author = document.core_properties.author
    except DataError:
        raise
    except Exception as error:  # the library raises whatever the broken part raises
        raise DataError("it cannot be read as a Word file", REMEDY) from error
    heads = [text for style, text in paragraphs if text and style in ("Title", "Heading 1")]
    body = [text for style, text in paragraphs if not style.startswith(("Title", "Heading", "Caption"))]
    metadata = Metadata(headline=heads[0] if heads else None, byline=author or None)
    return Received(check_length("\n\n".join(body)), metadata)
