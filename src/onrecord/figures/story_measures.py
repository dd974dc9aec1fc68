"""The measures that ``story.yaml`` names, found in the words of a figure's measure."""

from collections.abc import Mapping, Sequence

from onrecord.language.words import content_words


def match_measure(measure: str, measures: Mapping[str, Sequence[str]]) -> str | None:
    """The name of the story's measure whose words (or name) all occur in ``measure``, in any order and inflection.

    The entry that accounts for most words wins ("military spending" before "spending"); two alike give null.
    """
    have, best = content_words(measure).keys(), {}
    for name, phrases in measures.items():
        sizes = [len(s) for s in map(content_words, [name, *phrases]) if s and s.keys() <= have]
        if sizes:
            best[name] = max(sizes)
    top = [name for name, size in best.items() if size == max(best.values())]
    return top[0] if len(top) == 1 else None
