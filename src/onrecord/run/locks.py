"""One run at a time in a folder; the lock falls with its process, however that ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import UsageError


@contextmanager
def locked(folder: Path, name: str) -> Iterator[None]:
    """Hold the folder's lock; raises ``UsageError`` naming the process that holds it already. ``name``: what runs."""
    from filelock import FileLock, Timeout

    lock, holder = FileLock(folder / "run.lock"), folder / "run.pid"
    try:
        lock.acquire(timeout=0)
    except Timeout:
        who = holder.read_text(encoding="utf8").strip() if holder.is_file() else "unknown"
        raise UsageError(
            f"{name}: another run is at work (process {who}).", "Wait until it has ended, or stop it."
        ) from None
    try:
        holder.write_text(str(os.getpid()), encoding="utf8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()
