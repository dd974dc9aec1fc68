"""One zip that holds a report with everything behind it, and can be verified by whoever gets it."""

import hashlib
import json
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import DataError, UsageError
from onrecord.report.verification import verify_page
from onrecord.story import HAND_MADE, Story

SUMS = "SHA256SUMS"
DAY = (1980, 1, 1, 0, 0, 0)  # of every file in the zip: the same files give the same bytes


def write_pack(story: Story, target: Path) -> Path:
    """Write the report, its data, the notebooks, the lock file and what people decided into one zip, with checksums.

    An article goes along only where ``story.yaml`` allows its full text. Raises ``UsageError`` where the story has no
    report yet.
    """
    if not (story.reports / "index.html").is_file():
        raise UsageError(f"{story.name}: there is no report yet.", f"Run onrecord run {story.name} first.")
    if not target.parent.is_dir() or target.is_dir():
        raise UsageError(f"{target}: cannot be written.", "Name a file in a folder that is there.")
    files = {name: _content(file) for name, file in sorted(_list_files(story))}
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    aside = target.with_name(f".{target.name}.new")
    with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(zipfile.ZipInfo(SUMS, DAY), sums, zipfile.ZIP_DEFLATED)
        for name in files:
            zipped.writestr(zipfile.ZipInfo(name, DAY), files[name], zipfile.ZIP_DEFLATED)
    aside.replace(target)
    return target


def _content(file: Path) -> bytes:
    """A file's bytes; a notebook without outputs, which may show articles that must not be published."""
    if file.suffix != ".ipynb":
        return file.read_bytes()
    notebook = json.loads(file.read_text(encoding="utf8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
    return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode()


def _list_files(story: Story) -> Iterator[tuple[str, Path]]:
    for file in story.reports.rglob("*"):
        if file.is_file():
            yield f"report/{file.relative_to(story.reports).as_posix()}", file
    for file in (story.root / "notebooks").glob("*.ipynb"):
        yield f"notebooks/{file.name}", file
    for file in (story.raw / name for name in HAND_MADE):
        if file.is_file():
            yield f"data/raw/{story.name}/{file.name}", file
    for name, entry in story.about.articles.items():
        if entry.full_text and (story.raw / name).is_file():
            yield f"data/raw/{story.name}/{name}", story.raw / name
    if (story.root / "requirements.txt").is_file():
        yield "requirements.txt", story.root / "requirements.txt"


def verify_pack(path: Path) -> list[str]:
    """What was found right in a pack, a line each; raises ``DataError`` naming the first file or sentence not right."""
    try:
        with zipfile.ZipFile(path) as zipped:
            held = {name: zipped.read(name) for name in zipped.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError) as error:
        raise DataError(f"{path.name}: cannot be read as a pack: {error}", "Ask for it again.") from error
    if SUMS not in held or "report/index.html" not in held:
        raise DataError(f"{path.name}: is no pack of On the Record.", "A pack is what onrecord pack STORY writes.")
    lines = held.pop(SUMS).decode("utf8", errors="replace").splitlines()
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    for name in sorted({*sums, *held}):
        digest = hashlib.sha256(held[name]).hexdigest() if name in held else None
        if digest is None or digest != sums.get(name):
            why = "is missing" if digest is None else "was changed" if name in sums else "was added"
            raise DataError(f"{path.name}: {name} {why}.", "Ask for the pack as it was made.")
    with tempfile.TemporaryDirectory() as folder:
        for name, content in held.items():
            if name.startswith("data/raw/") and name.endswith(".txt"):
                (Path(folder) / Path(name).name).write_bytes(content)
        page = held["report/index.html"].decode("utf8", errors="replace")
        return [f"{len(held)} files are as their checksums say", *verify_page(page, Path(folder))]
