"""Passages for tests, of invented claims."""

from rows import claims, make_row

from onrecord.comparison.alignment import Weighed, weigh, weigh_stems
from onrecord.comparison.passages import find_passages
from onrecord.tables.extracted import ClaimRow, SpanRow

# Sentences beside which the words of the tests' claims are weighed, so that none is as rare as in two sentences alone.
AROUND = [f"the {word} of the town is old" for word in ("harbour", "pier", "ferry", "wall", "storm", "council", "roof")]


def spoken(*rows: dict) -> tuple[list[ClaimRow], list[SpanRow]]:
    """Claims with one content part each, or ``parts``; every claim begins where its ``start`` says, or at 0."""
    texts = [row.get("content", " … ".join(row.get("parts", ()))) for row in rows]
    given = [{k: v for k, v in row.items() if k != "parts"} for row in rows]
    said = claims(*[row | {"content": text, "sentence": text} for row, text in zip(given, texts, strict=True)])
    spans = []
    for claim, row in zip(said, rows, strict=True):
        at = claim.start
        for n, text in enumerate(row.get("parts", [claim.content]), 1):
            place = {"role": "content", "part": n, "start": at, "end": at + len(text), "text": text}
            spans.append(make_row("spans", {"claim_id": claim.claim_id} | place))
            at += len(text) + 3
    return said, spans


def sides(*rows: dict) -> list[Weighed]:
    """The weighed passages of claims."""
    said, spans = spoken(*rows)
    passages = find_passages(said, spans)
    weights = weigh_stems([*AROUND, *(passage.text for passage in passages)])
    return [weigh(passage, weights) for passage in passages]
