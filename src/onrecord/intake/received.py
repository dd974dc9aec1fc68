"""One article as a file gave it: its text, what the file says of it, and how it was read."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Literal

Basis = Literal["stated", "metadata", "inferred"]


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """What a file says of its article, in ``story.yaml``'s words; null where it says nothing that can be relied on."""

    outlet: str | None = None
    headline: str | None = None
    published: date | None = None
    published_basis: Basis | None = None
    byline: str | None = None
    url: str | None = None
    licence: str | None = None

    def known(self) -> dict[str, object]:
        """The values that are not null, by name."""
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name)) is not None}


@dataclass(frozen=True)
class Received:
    """A clean text with one line for each paragraph, and what the file says of it. ``notice``: how it was read, where
    that was not plain."""

    text: str
    metadata: Metadata = Metadata()
    notice: str | None = None
