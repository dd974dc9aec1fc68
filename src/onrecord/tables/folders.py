"""Replace a file or a folder as a whole, so that a failure leaves the last good one in place."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import UsageError


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """A temporary path beside ``path`` that takes its place when the block ends without an error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    try:
        yield aside
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


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


def replace_folders(moves: Mapping[Path, Path]) -> None:
    """Put each new folder in its target's place; when one fails, those already moved go back.

    Folders are on one file system, so each move is a rename.
    """
    done: list[tuple[Path, Path, Path]] = []
    try:
        for new, target in moves.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            old = target.with_name(f".{target.name}.old")
            shutil.rmtree(old, ignore_errors=True)
            if target.exists():
                os.replace(target, old)
            done.append((new, target, old))
            os.replace(new, target)
    except BaseException:  # Ctrl-C too: old tables beside a new report would be worse than either
        for new, target, old in reversed(done):
            if target.exists() and not new.exists():
                os.replace(target, new)
            if old.exists():
                os.replace(old, target)
        raise
    for _, _, old in done:
        shutil.rmtree(old, ignore_errors=True)
