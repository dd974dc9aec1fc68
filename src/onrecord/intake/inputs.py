"""What a user names → articles to read: files, folders, globs, zips and exports, each article by itself.

Nothing is fetched from the net, and nothing outside what was named is read: a link that leads elsewhere, and a member
of an archive that climbs out of it, are told and left. What cannot be read is a row too (:class:`LeftOut`), never
silence.
"""

import glob
import hashlib
import re
import stat
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import IO

from onrecord.errors import DataError, UsageError
from onrecord.intake import exports
from onrecord.intake.formats import READERS
from onrecord.intake.received import Metadata, Received
from onrecord.story import NEVER_ARTICLES

LARGEST = 30_000_000  # bytes of one article's file; a saved page with its pictures inside has a few million
MOST_MEMBERS = 200_000  # of an archive
LARGEST_RATIO = 200  # unpacked to packed; text comes to about 10
SAVE = f"Save it as one of {', '.join([*READERS, *exports.SUFFIXES, '.zip'])}."
LONGEST_ID = 100  # characters
PATTERN = re.compile(r"[*?\[]")
ADDRESS = re.compile(r"\A(?:https?|ftp):/", re.IGNORECASE)
PAGE_PARTS = re.compile(r"_files\Z|\.files\Z")  # the folder of pictures that a browser saves beside a page


@dataclass(frozen=True)
class Item:
    """One article to read. ``name``: as messages call it; ``suffix``: its format; ``metadata``: what is known of it
    without reading it (an export's columns); ``unread_day``: a day there that has no one reading."""

    name: str
    article_id: str
    suffix: str
    content: bytes = field(repr=False)
    metadata: Metadata = field(default_factory=Metadata)
    unread_day: str | None = None


@dataclass(frozen=True)
class LeftOut:
    """Something that is no article, or cannot be read, with the reason and what to do."""

    name: str
    article_id: str
    reason: str
    remedy: str = ""


def read_bytes(path: Path) -> bytes:
    """The bytes of one article's file; raises ``DataError`` when it is not there, leads elsewhere, or is too large."""
    if path.suffix.lower() not in READERS:
        raise DataError(f"{path.name}: {_say_unread(path.suffix.lower())}", SAVE)
    if not path.exists():
        raise DataError(f"there is no file {path.name}", "Put it beside story.yaml, or take it out of story.yaml.")
    try:
        if path.resolve().parent != path.parent.resolve():
            raise DataError(f"{path.name} is a link to a file elsewhere", "Copy the file itself.")
        _check_size(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise DataError(f"{path.name} cannot be opened: {error.strerror}", "Make it readable.") from error


def read_content(name: str, content: bytes) -> Received:
    """The article of a file's bytes, by the reader of its suffix; raises ``DataError`` for whatever breaks it, so
    that a file costs no more than itself."""
    try:
        return READERS[Path(name).suffix.lower()](content)
    except DataError:
        raise
    except Exception as error:  # a library's, on a file that nobody foresaw
        raise DataError(f"it cannot be read: {type(error).__name__}: {error}", SAVE) from error


def read_item(item: Item) -> Received:
    """The article; raises ``DataError`` with the reason why it is none. An export's columns go before the text."""
    received = read_content(f"_{item.suffix}", item.content)
    known = {**received.metadata.known(), **item.metadata.known()}
    return replace(received, metadata=Metadata(**known))  # type: ignore[arg-type]  # by field name


def find_items(named: Iterable[str | Path], columns: Mapping[str, str] | None = None) -> Iterator[Item | LeftOut]:
    """Every article under what was named, in that order; a folder's by path. Raises ``UsageError`` for what is not
    there.

    A file that was named twice is read once; another one with an id that an earlier article has is left out.
    ``columns``: an export's columns by field (:func:`exports.read_map`).
    """
    seen: dict[str, str] = {}
    read: set[Path] = set()
    for path, base in [one for name in named for one in _expand(str(name))]:
        if (real := path.resolve()) in read:
            continue
        read.add(real)
        for found in _open(path, base, columns or {}):
            if isinstance(found, Item) and found.article_id in seen:
                told = f"it has one id, or one text, with {seen[found.article_id]}"
                yield LeftOut(found.name, found.article_id, told, "Rename it, or leave out what is there twice.")
                continue
            if isinstance(found, Item):
                seen[found.article_id] = found.name
            yield found


def _expand(named: str) -> list[tuple[Path, Path | None]]:
    """The files that a name stands for, with the folder that their ids are told from, if it was a folder or pattern."""
    if ADDRESS.match(named):
        raise UsageError(f"{named}: nothing is fetched from the net.",
                         "Save the page in your browser (Ctrl+S), and name the saved file.")  # fmt: skip
    path = Path(named)
    if path.is_dir():
        found = _list_folder(path)
        if not found:
            raise UsageError(f"{named}: the folder holds no files.", "Name a folder of articles.")
        return [(p, path) for p in found]
    if path.exists():
        return [(path, None)]
    matches = sorted(map(Path, glob.glob(named, recursive=True))) if PATTERN.search(named) else []
    if not matches:
        raise UsageError(f"{named}: there is no such file.", "Name files, folders, a .zip or an export that are there.")
    base = Path(named[: PATTERN.search(named).start()] + "x").parent  # type: ignore[union-attr]  # it matched
    files = [p for match in matches for p in (_list_folder(match) if match.is_dir() else [match])]
    return [(p, base) for p in dict.fromkeys(files) if _is_wanted(p, base)]


def _list_folder(folder: Path) -> list[Path]:
    """The files below a folder, by path; a link to another folder is one of them, to be told."""
    return sorted(p for p in folder.rglob("*") if (p.is_symlink() or not p.is_dir()) and _is_wanted(p, folder))


def _is_wanted(path: Path, base: Path) -> bool:
    """Neither hidden, nor a part of a saved page that lies beside it, nor a hand-made file of a story."""
    inside = path.relative_to(base) if path.is_relative_to(base) else path
    if path.name in NEVER_ARTICLES or any(part.startswith(".") and part != ".." for part in inside.parts):
        return False
    folders = [parent for parent in path.parents if parent.is_relative_to(base) and parent != base]
    return not any(_is_page_parts(folder) for folder in folders)


def _is_page_parts(folder: Path) -> bool:
    """The folder of pictures and scripts that a browser saves beside a page, under the page's name."""
    page = PAGE_PARTS.sub("", folder.name)
    return page != folder.name and any((folder.parent / f"{page}{end}").is_file() for end in (".html", ".htm"))


def _open(path: Path, base: Path | None, columns: Mapping[str, str]) -> Iterator[Item | LeftOut]:
    """The articles of one file; a link out of the folder that was named is not followed."""
    inside = path.relative_to(base) if base and path.is_relative_to(base) else Path(path.name)
    name = str(inside)
    article_id = make_id(str(inside.with_suffix(""))) if base else path.stem
    try:
        if base and not path.resolve().is_relative_to(base.resolve()):
            raise DataError("it is a link to a file elsewhere", "Copy the file itself.")
        if not path.is_file():
            raise DataError("it is no file", "Leave it out.")
        with path.open("rb") as file:
            if path.suffix.lower() == ".zip":
                yield from _open_zip(file, name, columns)
            else:
                yield from _read_file(file, name, article_id, path.suffix.lower(), path.stat().st_size, columns)
    except DataError as error:
        yield LeftOut(name, article_id, error.what, error.remedy)
    except OSError as error:
        yield LeftOut(name, article_id, f"it cannot be opened: {error.strerror or error}", "Make it readable.")


def _read_file(
    file: IO[bytes], name: str, article_id: str, suffix: str, size: int, columns: Mapping[str, str]
) -> Iterator[Item | LeftOut]:
    if suffix in exports.SUFFIXES:
        yield from _read_export(file, name, article_id, suffix, columns)
        return
    if suffix not in READERS:
        raise DataError(_say_unread(suffix), SAVE)
    _check_size(size)
    yield Item(name, article_id, suffix, file.read(LARGEST + 1))


def _say_unread(suffix: str) -> str:
    return f"{suffix or 'a file without a suffix'} is no format that is read"


def _check_size(size: int) -> None:
    if size > LARGEST:
        raise DataError(f"{size:,} bytes are more than the {LARGEST:,} of an article's file",
                        "Split it, or export it as .jsonl.")  # fmt: skip


def _read_export(
    file: IO[bytes], name: str, stem: str, suffix: str, columns: Mapping[str, str]
) -> Iterator[Item | LeftOut]:
    """An export's records; one's id is its ``id`` column's, else a digest of its text, which outlives new rows."""
    for record in exports.read_records(file, suffix, columns):
        if isinstance(record, tuple):
            number, reason = record
            yield LeftOut(f"{name}, row {number}", f"{stem}-row-{number}", reason, "Mend that row.")
        else:
            content = record.body.encode("utf8", errors="replace")
            key = record.key or hashlib.sha256(content).hexdigest()[:10]
            article_id = make_id(f"{stem}-{key}")
            row = f"{name}, row {record.number}"
            yield Item(row, article_id, ".txt", content, record.metadata, record.unread_day)


def _open_zip(file: IO[bytes], name: str, columns: Mapping[str, str]) -> Iterator[Item | LeftOut]:
    try:
        packed = zipfile.ZipFile(file)
        members = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise DataError("it cannot be read as a zip", "Pack it again.") from error
    if len(members) > MOST_MEMBERS:
        raise DataError(f"{len(members):,} files are more than the {MOST_MEMBERS:,} of an archive", "Split it.")
    pages = {one.filename.rpartition(".")[0] for one in members if one.filename.endswith((".html", ".htm"))}
    for member in sorted(members, key=lambda one: one.filename):
        path = PurePosixPath(member.filename)
        if member.is_dir() or not path.name or not _is_wanted_member(path, pages):
            continue
        inside, article_id = f"{name}: {member.filename}", make_id(str(path.with_suffix("")))
        try:
            _check_member(member, path)
            with packed.open(member) as unpacked:
                yield from _read_file(unpacked, inside, article_id, path.suffix.lower(), member.file_size, columns)
        except DataError as error:
            yield LeftOut(inside, article_id, error.what, error.remedy)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
            yield LeftOut(inside, article_id, f"it cannot be unpacked: {error}", "Pack it again, without a password.")


def _is_wanted_member(path: PurePosixPath, pages: set[str]) -> bool:
    """As :func:`_is_wanted`; ``pages``: the archive's pages, without their suffix."""
    if path.name in NEVER_ARTICLES or any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts):
        return False
    folders = map(str, path.parents)
    return not any(PAGE_PARTS.search(folder) and PAGE_PARTS.sub("", folder) in pages for folder in folders)


def _check_member(member: zipfile.ZipInfo, path: PurePosixPath) -> None:
    """Raise ``DataError`` for a path that climbs, a link, an archive in the archive, and a bomb."""
    if path.is_absolute() or ".." in path.parts or "\\" in member.filename:
        raise DataError("its path leads out of the archive", "Pack it again.")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise DataError("it is a link", "Pack the file itself.")
    if path.suffix.lower() == ".zip":
        raise DataError("it is an archive in an archive", "Unpack it first.")
    if member.file_size > LARGEST_RATIO * max(member.compress_size, 1) and member.file_size > 1_000_000:
        raise DataError(f"it would unpack to {member.file_size:,} bytes, {LARGEST_RATIO} times its size",
                        "Leave it out.")  # fmt: skip


def make_id(words: str) -> str:
    """An article's id from a path or key: letters, digits, points, hyphens; of a long one a digest is the end."""
    plain = re.sub(r"[^\w.-]+", "-", words).strip("-.")
    if len(plain) > LONGEST_ID:
        plain = f"{plain[: LONGEST_ID - 11]}-{hashlib.sha256(words.encode()).hexdigest()[:10]}"
    return plain or "article"
