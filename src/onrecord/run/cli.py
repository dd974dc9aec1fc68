"""Articles to tables, comparisons and a report, with the exact words behind every row.

Exit codes: 0 ok, 2 what you typed, 3 the data, 4 our fault. Cause and remedy are on screen, tracebacks in a log.
"""

import errno
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import DataError, OnRecordError, UsageError
from onrecord.language.wording import count
from onrecord.run import articles, asking, reviewing, sharing
from onrecord.run.sharing import Story, shown

app = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def run(
    context: typer.Context,
    name: Story,
    each: Annotated[str, typer.Option(metavar="outlet", help="a report for each outlet, and an index of them")] = "",
    publish: Annotated[
        bool, typer.Option("--publish", help="refuse while a printed denial, accusation or number is unreviewed")
    ] = False,
) -> None:
    """Run the four notebooks and replace the story's tables and report as a whole.

    A notebook's parameter is given as with papermill, and may be repeated: -p NAME VALUE
    """
    from onrecord.run import chain, publishing

    words = list(context.args)
    if name == "-p" and words:  # parameters may stand before the story
        words, name = [name, *words[:-1]], words[-1]
    given = _read_pairs(words)
    if publish and (each or given):
        raise UsageError("run: --publish is of the story's own report.", "Leave out --each and -p.")
    if each:
        typer.echo(f"Index: {shown(publishing.run_each(name, each, given, typer.echo))}")
        return
    typer.echo(f"Report: {shown(chain.run_story(name, given, typer.echo))}")
    if publish:
        publishing.check_publishable(name)
        typer.echo("It can be published: a person has looked at every denial, accusation and number that it prints.")


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
def check(name: Story) -> None:
    """Read all of a story's files; say what is wrong or missing, and what the page would say. No table is changed."""
    from onrecord import comparison, extraction, intake, story
    from onrecord.run import notices

    found = story.read_story(name)
    found.read_aliases()
    extraction.read_reviews(found)
    if found.about.measures:
        comparison.check_series(found, comparison.read_references(found.reference))
    cleaned = intake.read_articles(found)
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
    if guesses := intake.count_guesses(found.raw / "story.yaml"):
        typer.echo(f"notice: story.yaml marks {count(guesses, 'guess', 'guesses')}: confirm each, and delete its mark.")
    for notice in cleaned.notices:
        typer.echo(f"notice: {notice}")
    for row in cleaned.exclusions.itertuples():
        typer.echo(f"left out: {row.article_id}: {row.reason}")
    notices.tell_notices(found, found.processed, typer.echo, again=True)
    notices.tell_measures(found, found.processed, typer.echo)
    notices.tell_unreviewed(found, found.processed, typer.echo)
    if len(cleaned.files_left_out):
        raise DataError(
            f"{len(cleaned.files_left_out)} of the story's files cannot be used; a run leaves them out and says so.",
            "Mend them or story.yaml.",
        )
    notices.tell_preview(found, cleaned.articles, cleaned.exclusions, typer.echo)
    typer.echo("The story can be run: onrecord run " + name)


@app.command()
def series(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS…", help="show only what holds all of them")
    ] = None,
) -> None:
    """List the reference series and lists that a measure of story.yaml can name, or search them."""
    from onrecord import comparison, story

    wanted = " ".join(words or [])
    lines = comparison.list_series(comparison.read_references(story.find_root() / story.REFERENCE), wanted)
    if not lines:
        raise UsageError(f"series: none holds {wanted!r}.", "Run onrecord series without words to see all of them.")
    for line in lines:
        typer.echo(line)


@app.command()
def explain(
    row_id: Annotated[str, typer.Argument(metavar="ROW_ID", help="id of a claim, figure, mention or actor")],
) -> None:
    """Print a row of any processed story: its words in context, its rule, and the rows made from it."""
    from onrecord import processed, story

    root = story.find_root()
    for name in story.list_stories(root):
        if (root / "data" / "processed" / name / "claims.parquet").is_file():
            opened = processed.open_story(name)
            if processed.has_row(opened, row_id):
                typer.echo(processed.explain_row(opened, row_id))
                return
    raise UsageError(f"No processed story has a row {row_id!r}.", "Ids stand in the first column of each table.")


for shared in (
    articles.new,
    articles.stories,
    articles.extract,
    asking.query,
    reviewing.review,
    sharing.verify,
    sharing.pack,
    sharing.export,
):
    app.command()(shared)


@app.command(name="doctor")
def examine() -> None:
    """Check this installation: Python, package versions, the language model's files, the pronouncing dictionary."""
    from onrecord import story
    from onrecord.run import doctor

    problems = doctor.find_problems(story.find_root(), typer.echo)
    if problems:
        raise OnRecordError("\n".join(problems), "Remove .venv and run make report again.")
    typer.echo("All well.")


STOPPED = "Stopped. What was finished before is untouched."


def call() -> int:
    """Run the command line and return its exit code; every error is one message."""
    try:
        code = app(standalone_mode=False)
        if code == 130:  # typer gives Ctrl-C back as a value
            raise KeyboardInterrupt
        return 0
    except OnRecordError as error:
        return _fail(f"{error.what}\n{error.remedy}".strip(), error.exit_code)
    except typer.Exit as stop:
        return stop.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return _fail(STOPPED, 130)
    except Exception as error:  # every surprise is our fault: it is logged and told as such
        return _surprise(error)


def _surprise(error: Exception) -> int:
    from onrecord.run import chain

    show = getattr(error, "show", None)  # a typer usage error prints itself, with the usage line
    if show:
        show()
        return 2
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _fail("The disk is full.\nFree some space; the last good outputs are untouched.", 3)
    log = chain.log_crash(_log_folder(), error)
    return _fail(f"Our fault: {type(error).__name__}: {error}\nThe traceback is in {shown(log)}.", 4)


def _log_folder() -> Path:
    """The project's own folder for logs; outside any project a temporary one, so that none appears where one stands."""
    from onrecord import story

    try:
        return story.find_root() / ".onrecord"
    except UsageError:
        return Path(tempfile.mkdtemp(prefix="onrecord-"))


def _fail(message: str, code: int) -> int:
    typer.echo(message, err=True)
    return code
