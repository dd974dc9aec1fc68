"""Is this installation the one that everything was tested with?"""

import hashlib
import importlib.metadata
import sys
from collections.abc import Callable
from pathlib import Path

from onrecord import models
from onrecord.language.parsing import PIPELINE
from onrecord.language.readability import measure_readability

# SHA-256 over the names and bytes of the pipeline's data files, in name order: the official en_core_web_sm 3.8.0.
PIPELINE_SHA256 = "4db772c08019a299ae071f344fbdf233efa1ba4772e0519b5f40e174832595a6"


def digest_pipeline(name: str = PIPELINE) -> str:
    """SHA-256 over the data files of an installed spaCy pipeline package (Python files and caches left out)."""
    digest = hashlib.sha256()
    files = importlib.metadata.distribution(name).files or []
    for file in sorted(files, key=str):
        if file.parts[0].endswith(".dist-info") or "__pycache__" in file.parts or file.suffix == ".py":
            continue
        digest.update(str(file).encode() + b"\0" + Path(file.locate()).read_bytes())
    return digest.hexdigest()


def find_problems(root: Path, tell: Callable[[str], None] = print) -> list[str]:
    """What differs from the tested installation, each as a sentence."""
    tell(f"Python {sys.version.split()[0]}")
    problems = _wrong_versions(root / "requirements.txt")
    if digest_pipeline() != PIPELINE_SHA256:
        problems.append(f"The files of {PIPELINE} are not those of en_core_web_sm 3.8.0.")
    tell(
        "Tagger of claims: " + ("read" if models.has_tagger() else "its weights are absent, so rules alone find claims")
    )
    score = measure_readability("The minister told reporters about it.")
    tell(f"Pronouncing dictionary read (Flesch of a test sentence: {score.flesch_reading_ease})")
    return problems


def _wrong_versions(requirements: Path) -> list[str]:
    problems = []
    pins = [line.strip() for line in requirements.read_text(encoding="utf8").splitlines() if "==" in line]
    for name, _, wanted in (pin.partition("==") for pin in pins):
        try:
            found = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found = "not installed"
        if found != wanted:
            problems.append(f"{name}: {found}, but {wanted} is pinned in requirements.txt.")
    return problems
