"""Articles to tables, comparisons and a report, with the exact words behind every row.

Exit codes: 0 ok, 2 what you typed, 3 the data, 4 our fault. Cause and remedy are on screen, tracebacks in a log.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord import story
from onrecord.errors import DataError, OnRecordError, UsageError
from onrecord.intake import articles, new_story
from onrecord.run import doctor

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Name = Annotated[str, typer.Argument(metavar="STORY", help="folder under data/raw")]


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def run(context: typer.Context, name: Name) -> None:
    """Run the four notebooks and replace the story's tables and report as a whole.

    A notebook's parameter is given as with papermill, and may be repeated: -p NAME VALUE
    """
    from onrecord.run import chain

    words = list(context.args)
    if name == "-p" and words:  # parameters may stand before the story
        words, name = [name, *words[:-1]], words[-1]
    typer.echo(f"Report: {_shown(chain.run_story(name, _read_pairs(words), typer.echo))}")


def _read_pairs(words: list[str]) -> dict[str, str]:
    """``-p name value`` as often as it stands there; typer itself cannot read an option of two words."""
    given = {}
    for i in range(0, len(words), 3):
        option, *pair = words[i : i + 3]
        if option != "-p" or len(pair) < 2:
            raise UsageError(f"run: {' '.join(words[i : i + 3])}: is no parameter.", "Write -p NAME VALUE.")
        given[pair[0]] = pair[1]
    return given


@app.command()
def check(name: Name) -> None:
    """Read a story's files and say what is wrong or missing, without writing anything."""
    from onrecord.comparison import check_series, read_references

    found = story.read_story(name)
    cleaned = articles.read_articles(found)
    for row in cleaned.articles.itertuples():
        day = (
            f"{row.published:%Y-%m-%d} ({row.published_basis})" if row.published_basis == row.published_basis else None
        )
        typer.echo(f"{row.source_file}: {row.outlet}, {row.words} words, published {day or 'unknown'}")
        if day is None:
            typer.echo(
                f"  warning: no publication date, so “on Wednesday” cannot be resolved.\n"
                f'  Add "published: YYYY-MM-DD" under articles: {row.source_file} in data/raw/{name}/story.yaml.'
            )
    for notice in cleaned.notices:
        typer.echo(f"notice: {notice}")
    for row in cleaned.exclusions.itertuples():
        typer.echo(f"left out: {row.article_id}: {row.reason}")
    if found.about.measures:
        check_series(found, read_references(found.reference))
    if len(cleaned.exclusions):
        raise DataError(f"{len(cleaned.exclusions)} of the story's files cannot be used.", "Mend them or story.yaml.")
    typer.echo("The story can be run: onrecord run " + name)


@app.command()
def new(
    name: Name, files: Annotated[list[Path], typer.Argument(metavar="FILES…", help="articles as .txt files")]
) -> None:
    """Start a story from your own .txt files: a folder under data/raw with a story.yaml to complete."""
    folder = new_story.draft_story(name, files, story.find_root())
    typer.echo(f"Complete {_shown(folder / 'story.yaml')}, then: onrecord check {name} && onrecord run {name}")


@app.command()
def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILES…", help="articles as .txt files")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="folder for the tables")],
) -> None:
    """Extract the tables of any .txt files into a folder, each file an article of its own outlet."""
    from onrecord import extraction, processed, tables

    new_story.check_files(files)
    parts = {file.stem: articles.split_article(_read_text(file)) for file in files}
    texts = {stem: part.body for stem, part in parts.items()}
    published = {stem: part.published for stem, part in parts.items()}
    found = extraction.extract(texts, published=published, story=len(texts) > 1)
    tables.write_table("articles", found.articles, out)
    processed.write_tables(found, out)
    typer.echo(f"{len(found.claims)} claims, {len(found.actors)} actors and {len(found.figures)} figures in {out}")


def _read_text(file: Path) -> str:
    from onrecord.intake import cleaning

    try:
        return cleaning.clean_text(cleaning.clean_bytes(file.read_bytes()))
    except DataError as error:
        raise DataError(f"{file}: {error.what}", error.remedy) from error


@app.command()
def explain(
    row_id: Annotated[str, typer.Argument(metavar="ROW_ID", help="id of a claim, figure, mention or actor")],
) -> None:
    """Print a row of any processed story: its words in context, its rule, and the rows made from it."""
    from onrecord import processed
    from onrecord.processed import explanations

    root = story.find_root()
    for name in story.list_stories(root):
        if (root / "data" / "processed" / name / "claims.parquet").is_file():
            try:
                typer.echo(explanations.explain_row(processed.open_story(name), row_id))
                return
            except UsageError:
                continue
    raise UsageError(f"No processed story has a row {row_id!r}.", "Ids stand in the first column of each table.")


@app.command(name="doctor")
def examine() -> None:
    """Check this installation: Python, package versions, the language model's files, the pronouncing dictionary."""
    problems = doctor.find_problems(story.find_root(), typer.echo)
    if problems:
        raise OnRecordError("\n".join(problems), "Remove .venv and run make report again.")
    typer.echo("All well.")


def _shown(path: Path) -> str:
    """The path from where the user stands, when it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def main() -> None:
    """Entry point: every error as one message, with its exit code."""
    try:
        code = app(standalone_mode=False)
        if code == 130:  # typer gives Ctrl-C back as a value
            raise KeyboardInterrupt
    except OnRecordError as error:
        sys.exit(_fail(f"{error.what}\n{error.remedy}".strip(), error.exit_code))
    except typer.Exit as stop:
        sys.exit(stop.exit_code)
    except typer.Abort:
        sys.exit(_fail("Stopped. What was finished before is untouched.", 130))
    except KeyboardInterrupt:
        sys.exit(_fail("Stopped. What was finished before is untouched.", 130))
    except Exception as error:  # every surprise is our fault: it is logged and told as such
        sys.exit(_surprise(error))


def _surprise(error: Exception) -> int:
    from onrecord.run import chain

    show = getattr(error, "show", None)  # a typer usage error prints itself, with the usage line
    if show:
        show()
        return 2
    log = chain.log_crash(Path.cwd() / ".onrecord", error)
    return _fail(f"Our fault: {type(error).__name__}: {error}\nThe traceback is in {_shown(log)}.", 4)


def _fail(message: str, code: int) -> int:
    typer.echo(message, err=True)
    return code
