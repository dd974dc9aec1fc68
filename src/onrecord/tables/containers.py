"""The tables of one story together, as extracted and as compared."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Tables:
    """The tables of the data dictionary that extraction makes, as DataFrames; offsets are into ``articles.body``."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    claims: pd.DataFrame
    speakers: pd.DataFrame
    spans: pd.DataFrame
    mentions: pd.DataFrame
    actors: pd.DataFrame
    aliases: pd.DataFrame
    figures: pd.DataFrame
    readability: pd.DataFrame
    decisions: pd.DataFrame


@dataclass(frozen=True)
class Comparisons:
    """The comparison tables; those that need reference statistics are empty without a story's references."""

    copies: pd.DataFrame
    claim_pairs: pd.DataFrame
    statements: pd.DataFrame
    printings: pd.DataFrame
    parallels: pd.DataFrame
    wordings: pd.DataFrame
    reporting_verbs: pd.DataFrame
    figure_pairs: pd.DataFrame
    figure_checks: pd.DataFrame
    known_values: pd.DataFrame
    per_person: pd.DataFrame
    ratios: pd.DataFrame
    coverage: pd.DataFrame
    left_out: pd.DataFrame
    only_in: pd.DataFrame
    speakers_by_outlet: pd.DataFrame
    named_in: pd.DataFrame
    said_when: pd.DataFrame
    quoted_share: pd.DataFrame
    cues: pd.DataFrame
    readability: pd.DataFrame
