"""The data dictionary: every table by its name. A column that may be null is null when it cannot be decided."""

from typing import get_args

import pandera.pandas as pa

from onrecord.tables import compared, compared_figures, extracted
from onrecord.tables.columns import make_schema

REVIEWS = get_args(extracted.Review)

ROWS: dict[str, type] = {
    "articles": extracted.ArticleRow,
    "sentences": extracted.SentenceRow,
    "claims": extracted.ClaimRow,
    "speakers": extracted.SpeakerRow,
    "spans": extracted.SpanRow,
    "mentions": extracted.MentionRow,
    "actors": extracted.ActorRow,
    "aliases": extracted.AliasRow,
    "figures": extracted.FigureRow,
    "readability": extracted.ReadabilityRow,
    "decisions": extracted.DecisionRow,
    "exclusions": extracted.ExclusionRow,
    "copies": compared.CopyRow,
    "claim_pairs": compared.ClaimPairRow,
    "statements": compared.StatementRow,
    "printings": compared.PrintingRow,
    "parallels": compared.ParallelRow,
    "wordings": compared.WordingRow,
    "reporting_verbs": compared.ReportingVerbRow,
    "figure_pairs": compared_figures.FigurePairRow,
    "figure_checks": compared_figures.FigureCheckRow,
    "known_values": compared_figures.KnownValueRow,
    "per_person": compared_figures.PerPersonRow,
    "ratios": compared_figures.RatioRow,
    "coverage": compared_figures.CoverageRow,
    "left_out": compared.LeftOutRow,
    "only_in": compared.OnlyInRow,
    "speakers_by_outlet": compared.OutletSpeakerRow,
    "named_in": compared.NamedInRow,
    "said_when": compared.SaidWhenRow,
    "quoted_share": compared.QuotedShareRow,
    "cues": compared.CueRow,
}
SCHEMAS: dict[str, pa.DataFrameSchema] = {name: make_schema(row) for name, row in ROWS.items()}


def describe_tables() -> str:
    """The dictionary as Markdown, for the README (``?`` marks a column that may be null)."""
    lines = []
    for name, schema in SCHEMAS.items():
        lines += [f"**{name}** – {schema.description}", "", "| column | type | meaning |", "|---|---|---|"]
        for column, spec in schema.columns.items():
            values = spec.metadata["values"]
            meaning = spec.description + (f" ({' · '.join(values)})" if values else "")
            lines.append(f"| `{column}`{'?' if spec.nullable else ''} | {spec.metadata['type']} | {meaning} |")
        lines.append("")
    return "\n".join(lines)
