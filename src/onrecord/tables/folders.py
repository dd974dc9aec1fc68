"""Replace a file or several folders as a whole, so that a failure, or a kill, leaves the last good ones in place.

Several folders change by one switch: what is to move is first written down in a journal, then moved. Whoever starts
next finishes the moves of a journal that is still there (:func:`finish_moves`), so new tables never stand beside an old
report.
"""

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import DataError, UsageError

JOURNAL = "moves.json"


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """A temporary path beside ``path`` that takes its place when the block ends without an error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    try:
        with telling_of_full_disks(path.parent):
            yield aside
            os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def telling_of_full_disks(folder: Path) -> Iterator[None]:
    """A full disk is nobody's fault but the disk's: ``DataError`` instead of a bare error number."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise DataError(f"{folder.name}/: the disk is full.", "Free some space; nothing good was lost.") from error


def check_writable(*folders: Path) -> None:
    """Raise ``UsageError`` for the first folder that cannot be written into, before any work is done."""
    for folder in folders:
        existing = next(p for p in (folder, *folder.parents) if p.exists())
        try:
            with tempfile.TemporaryFile(dir=existing):
                pass
        except OSError as error:
            raise UsageError(
                f"{folder.name}: cannot write into {existing.name}/: {error.strerror}.",
                "Give yourself write permission there; nothing has been changed.",
            ) from error


def replace_folders(moves: Mapping[Path, Path], journal: Path | None = None) -> None:
    """Put each new folder in its target's place, all or none: when a move fails, those already made go back.

    A target on another file system than its new folder gets a copy beside it first. ``journal``: a folder for the note
    of what moves where, which survives a kill.
    """
    staged = {_stage(new, target): target for new, target in moves.items()}
    note = journal / JOURNAL if journal else None
    if note:
        with writing(note) as path:
            path.write_text(json.dumps([[str(new), str(target)] for new, target in staged.items()]), encoding="utf8")
    done: list[tuple[Path, Path]] = []
    try:
        for new, target in staged.items():
            done.append((new, target))
            _move(new, target)
    except BaseException:  # Ctrl-C too: old tables beside a new report would be worse than either
        for new, target in reversed(done):
            _move_back(new, target)
        _forget(note)
        raise
    _forget(note)
    for target in staged.values():
        shutil.rmtree(_old(target), ignore_errors=True)


def finish_moves(journal: Path) -> bool:
    """Finish the moves that a kill cut short; whether there were any."""
    note = journal / JOURNAL
    if not note.is_file():
        return False
    for new, target in ((Path(new), Path(target)) for new, target in json.loads(note.read_text(encoding="utf8"))):
        if new.exists():
            _move(new, target)
        elif _old(target).exists() and not target.exists():
            os.replace(_old(target), target)
        shutil.rmtree(_old(target), ignore_errors=True)
    _forget(note)
    return True


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _stage(new: Path, target: Path) -> Path:
    """The new folder on the file system of its target."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if new.stat().st_dev == target.parent.stat().st_dev:
        return new
    beside = target.with_name(f".{target.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    with telling_of_full_disks(target.parent):
        shutil.copytree(new, beside)
    return beside


def _move(new: Path, target: Path) -> None:
    """The new folder in the target's place, the last one kept beside it until all is done."""
    old = _old(target)
    if target.exists():
        shutil.rmtree(old, ignore_errors=True)
        os.replace(target, old)
    os.replace(new, target)


def _move_back(new: Path, target: Path) -> None:
    if target.exists() and not new.exists():
        os.replace(target, new)
    if _old(target).exists():
        os.replace(_old(target), target)


def _forget(note: Path | None) -> None:
    if note:
        note.unlink(missing_ok=True)
