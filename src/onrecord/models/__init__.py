"""Trained weights, each with its card in README.md beside it."""

from pathlib import Path

TAGGER = Path(__file__).parent / "tagger.onnx"
VOCABULARY = Path(__file__).parent / "tokenizer.json"


def has_tagger() -> bool:
    """Whether the tagger's weights and their vocabulary are there; if not, claims come from rules alone."""
    return TAGGER.is_file() and VOCABULARY.is_file()
