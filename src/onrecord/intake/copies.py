"""Articles that repeat another's words: one outlet's twice, or several outlets' of one text."""

from collections import Counter, defaultdict

from onrecord.language.words import WORD

ALIKE = 0.8  # share of five-word runs in common from which two articles count as the same text
RUN = 5  # words


class Copies:
    """The articles met so far by their runs of words; each new one is looked up, not compared with all."""

    def __init__(self) -> None:
        self.holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self.sizes: list[int] = []
        self.ids: list[str] = []

    def find(self, body: str) -> list[tuple[str, float]]:
        """The articles that this body repeats, in their order, with the share of the shorter one's runs in common."""
        runs = _runs(body)
        shared = Counter(k for run in runs for k in self.holders.get(run, ()))
        found = [(k, n / max(1, min(len(runs), self.sizes[k]))) for k, n in sorted(shared.items())]
        return [(self.ids[k], share) for k, share in found if share >= ALIKE]

    def add(self, article_id: str, body: str) -> None:
        """Remember an article."""
        runs = _runs(body)
        for run in runs:
            self.holders[run].append(len(self.ids))
        self.ids.append(article_id)
        self.sizes.append(len(runs))


def _runs(body: str) -> set[tuple[str, ...]]:
    words = [word.casefold() for word in WORD.findall(body)]
    return {tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))}
