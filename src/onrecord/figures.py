"""Figures: numbers stated in a text with unit, measure, owner and time."""

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from onrecord.periods import find_periods, resolve_period
from onrecord.quantities import Quantity, find_quantities

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number stated in a text; see the ``figures`` table. ``about`` is the span of the words naming of whom."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str | None
    unit_kind: str | None
    unit_stated: bool
    measure: str | None
    about: Span | None
    period: Span | None
    period_text: str | None
    period_start: date | None
    period_end: date | None
    rule: str


def find_figures(doc: Doc, published: date | None = None) -> list[Figure]:
    """The figures of a text in reading order."""
    periods = find_periods(doc.text)
    return [
        Figure(
            q.start,
            q.end,
            q.value,
            q.low,
            q.high,
            q.bound,
            q.unit,
            q.unit_kind,
            q.unit_stated,
            None,
            None,
            None,
            None,
            None,
            None,
            "number",
        )
        for q in find_quantities(doc, periods)
    ]


def match_measure(measure: str, measures: dict[str, list[str]]) -> str | None:
    """The story's measure whose words all occur in the measure's text; null when none or two do."""
    return None
