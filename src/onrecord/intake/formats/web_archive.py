"""A page saved as one file (MHTML, RFC 2557) → its article: the first part of the message that is HTML."""

import email
import email.policy

from onrecord.errors import DataError
from onrecord.intake.formats.web_page import read_web_page
from onrecord.intake.received import Received

MOST_PARTS = 5_000


def read_web_archive(content: bytes) -> Received:
    """The article of an ``.mhtml`` file's bytes; raises ``DataError`` when no page is in it."""
    message = email.message_from_bytes(content, policy=email.policy.compat32)
    for part, _ in zip(message.walk(), range(MOST_PARTS), strict=False):
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                told = [str(part.get("Content-Location")), str(message.get("Snapshot-Content-Location"))]
                return read_web_page(page, next((one for one in told if one.startswith("http")), None))
    raise DataError("no web page is in the archive", "Save the page again from the browser.")
