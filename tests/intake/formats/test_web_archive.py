"""Pages saved as one file."""

import pytest

from onrecord.errors import DataError
from onrecord.intake.formats.web_archive import read_web_archive

PROSE = "The council of the town closed the harbour wall on Monday after the storm, its speaker told reporters there."
ARCHIVE = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://www.coastnews.example/storm
Subject: Storm
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="xx"

--xx
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://www.coastnews.example/storm

<html><head><title>Storm closes wall | Coast News</title></head><body><article><h1>Storm closes =
wall</h1><p>{PROSE}</p><p>The wall=E2=80=99s gate is shut. {PROSE}</p></article></body></html>
--xx
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
--xx--
"""


def test_the_page_in_the_archive_is_read():
    received = read_web_archive(ARCHIVE.encode())
    assert received.text == f"{PROSE}\n\nThe wall’s gate is shut. {PROSE}"
    assert received.metadata.outlet == "Coast News"
    assert received.metadata.url == "https://www.coastnews.example/storm"


@pytest.mark.parametrize("content", [b"", b"no message at all", b"\0" * 100, ARCHIVE.split("--xx")[0].encode()])
def test_what_holds_no_page(content):
    with pytest.raises(DataError, match="no web page is in the archive"):
        read_web_archive(content)
