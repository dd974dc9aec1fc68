"""On the Record: who said what, with which numbers, and who left it out.

``extract`` turns texts into tables, ``compare`` sets tables side by side, ``open_story`` reads a
processed story, ``open_corpus`` many articles' shards.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.comparison.compare import compare
    from onrecord.extraction.extract import extract
    from onrecord.processed.corpus import open_corpus
    from onrecord.processed.processed_story import open_story

__all__ = ["compare", "extract", "open_corpus", "open_story"]

_HOMES = {"extract": "extraction", "compare": "comparison", "open_corpus": "processed", "open_story": "processed"}


def __getattr__(name: str) -> Any:
    """Load a function's module when it is first asked for, so that ``import onrecord`` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"onrecord.{_HOMES[name]}"), name)
