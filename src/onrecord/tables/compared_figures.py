"""Rows of the small tables that 03-compare makes of figures."""

from dataclasses import dataclass
from typing import Annotated, Literal

from onrecord.tables.extracted import Bound

Vintage = Literal["then", "later", "now"]
Basis = Literal["stated", "then", "later", "now"]  # whose numbers
NumberRelation = Literal["agree", "agree_rounded", "conflict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePairRow:
    """Two figures of one thing, in different articles or by different speakers."""

    figure_a: Annotated[str, "the earlier figure"]
    figure_b: Annotated[str, "the later one"]
    relation: Annotated[NumberRelation, "whether the numbers agree"]
    difference: Annotated[float, "b minus a, in the unit of both; of the numbers alone where a unit is open"]
    shared: Annotated[
        str | None,
        "the words around both that tie them, joined by ' | '; null: measure and party, or one statement",
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCheckRow:
    """A figure beside a reference value. No period stated: the latest full year before publication that is known."""

    figure_id: Annotated[str, "the figure"]
    series: Annotated[str, "the reference series"]
    vintage: Annotated[Vintage, "as known at publication, first known later, or as known now"]
    known_from: Annotated[str, "month from which the series was known, YYYY-MM"]
    year: Annotated[int | None, "calendar year of the reference value"]
    reference_value: Annotated[float | None, "the value, in the series' unit; null: none known"]
    ratio: Annotated[float | None, "stated / reference"]
    note: Annotated[str | None, "what to know when reading the ratio"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownValueRow:
    """A figure beside each entry of a reference list (a weapon's range, a building's height)."""

    figure_id: Annotated[str, "the figure"]
    series: Annotated[str, "the reference list"]
    item: Annotated[str, "the entry"]
    kind: Annotated[str | None, "its kind"]
    reference_value: Annotated[float, "its value, in the figure's unit"]
    ratio: Annotated[float, "stated / reference"]
    basis: Annotated[str, "who claims or estimates it"]
    year: Annotated[int | None, "when"]
    source: Annotated[str, "where it was published"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PerPersonRow:
    """An amount for each inhabitant, by the speaker's own numbers and by reference."""

    figure_id: Annotated[str, "the amount"]
    measure: Annotated[str, "what is measured"]
    iso3: Annotated[str, "the country"]
    about: Annotated[str, "its name"]
    basis: Annotated[Basis, "whose numbers are divided"]
    amount: Annotated[float, "the amount"]
    people: Annotated[float, "the inhabitants"]
    per_person: Annotated[float, "amount / people"]
    unit: Annotated[str, "unit of the amount"]
    year: Annotated[int | None, "calendar year of the reference values"]
    people_figure_id: Annotated[str | None, "the stated population"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioRow:
    """One party's measure as a share or multiple of another's, as stated and by reference."""

    figure_id: Annotated[str, "the share, or the amount of the first party"]
    other_figure_id: Annotated[str | None, "the amount of the other, where the ratio is of two stated amounts"]
    measure: Annotated[str, "what is measured"]
    iso3: Annotated[str, "the country"]
    about: Annotated[str, "its name"]
    of_iso3: Annotated[str, "the country that it is set beside"]
    of: Annotated[str, "its name"]
    basis: Annotated[Basis, "whose numbers"]
    bound: Annotated[Bound, "how a stated share limits the ratio"]
    ratio: Annotated[float, "the first party's measure / the other's"]
    year: Annotated[int | None, "calendar year of the reference values"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """Which outlet states how many figures of a measure; 0 is a row too. On no page: a 0 may be a figure not found."""

    outlet: Annotated[str, "the outlet"]
    measure: Annotated[str, "what is measured"]
    figures: Annotated[int, "figures stated"]
