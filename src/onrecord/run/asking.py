"""The command that asks a corpus."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import UsageError

QUESTIONS = {"claims-by": "NAME", "most-quoted": "", "figures-of": "WORDS", "coverage": "", "copies": ""}
MOST_LINES = 200


def query(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="folder that onrecord extract made")],
    question: Annotated[
        list[str],
        typer.Argument(metavar="QUESTION…", help="SQL, or most-quoted, claims-by, figures-of, coverage, copies"),
    ],
) -> None:
    """Ask a corpus: most-quoted, coverage, copies, claims-by NAME, figures-of WORDS, or SQL."""
    from onrecord import processed

    corpus = processed.open_corpus(folder)
    asked, words = question[0], " ".join(question[1:])
    if asked not in QUESTIONS:
        sql = " ".join(question)
        shown = processed.Answer(corpus.query(f"FROM {sql} LIMIT 20" if sql.isidentifier() else sql))
    elif bool(words) != bool(QUESTIONS[asked]):
        raise UsageError(
            f"query: {' '.join(question)}: is no question.", f"Write {asked} {QUESTIONS[asked]}".rstrip() + "."
        )
    else:
        ask = getattr(corpus, asked.replace("-", "_"))
        shown = ask(words) if words else ask()
    if len(shown.table) > MOST_LINES:
        typer.echo(processed.Answer(shown.table.head(MOST_LINES)))
        typer.echo(f"{len(shown.table) - MOST_LINES:,} lines more; ask with LIMIT, or in notebooks/corpus.ipynb.")
    else:
        typer.echo(shown)
