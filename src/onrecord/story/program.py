"""The program that works on a story: a digest of all that its results depend on beside the story's own files."""

import hashlib
import importlib.metadata
import platform
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path


@cache
def digest_program() -> str:
    """A digest of the package's own files, of Python, and of the versions that its results stand on."""
    package = Path(__file__).parents[1]
    files = sorted(p for p in package.rglob("*") if p.is_file() and p.suffix != ".pyc")
    asked = importlib.metadata.requires("onrecord") or []  # of pyproject.toml
    names = [match[0] for line in asked if (match := re.match(r"[\w.-]+", line))]
    versions = [f"{name} {importlib.metadata.version(name)}" for name in names]
    return digest_parts(
        [platform.python_version(), *versions, *(f"{p.relative_to(package)} {digest_file(p)}" for p in files)]
    )


def digest_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digest_parts(parts: Iterable[str]) -> str:
    """One digest of several texts, in their order."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
