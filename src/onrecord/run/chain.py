"""Notebooks in order: each executed by papermill into a folder aside, outputs replaced only as a whole."""

import shutil
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from onrecord import errors
from onrecord.claims import tagger
from onrecord.errors import OnRecordError, UsageError
from onrecord.extraction import KEYS, read_reviews
from onrecord.story import ELSEWHERE, NOTEBOOKS, Settings, Story, near, read_parameters
from onrecord.tables.files import read_table
from onrecord.tables.folders import check_writable, replace_folders

CHAIN = ("01-clean", "02-extract", "03-compare", "04-report")
KERNEL_OPTIONS = ["--IPKernelApp.log_level=50"]  # else ipykernel tells of TCP ports and of its own shutdown


def run_story(name: str, given: dict[str, str], tell: Callable[[str], None] = print) -> Path:
    """Run the four notebooks of a story and return the path of its report.

    ``given``: parameters by name; each goes to the notebooks that have it. Raises the error of the first notebook that
    fails, with the last good tables and report untouched.
    """
    settings = _settle(name, given)
    last = settings[CHAIN[-1]]
    check_writable(last.processed.parent, last.reports.parent, last.story.work)
    last.story.work.mkdir(parents=True, exist_ok=True)
    if not tagger.available():
        tell("The tagger's weights are absent (src/onrecord/models): claims are found by rules alone.")
    build = Path(tempfile.mkdtemp(prefix="build-", dir=last.story.work))
    build.chmod(0o755)
    try:
        for number, notebook in enumerate(CHAIN, 1):
            started = time.monotonic()
            _execute(settings[notebook], build)
            tell(f"{number}/{len(CHAIN)} {notebook}: {time.monotonic() - started:.1f} s")
            if notebook == CHAIN[0]:
                _tell_exclusions(build / "processed", tell)
        _tell_lost_reviews(last.story, build / "processed", tell)
        _keep_notebooks(build, last.story.work / "notebooks")
        replace_folders({build / "processed": last.processed, build / "reports": last.reports})
    finally:
        shutil.rmtree(build, ignore_errors=True)
    return last.reports / "index.html"


def _settle(name: str, given: dict[str, str]) -> dict[str, Settings]:
    """Checked settings of each notebook; a parameter goes to the notebooks that have it, and at least one must."""
    settings = {}
    known = list(dict.fromkeys(key for notebook in CHAIN for key in NOTEBOOKS[notebook].model_fields))
    for key in given:
        if key not in known or key in ELSEWHERE:
            raise UsageError(
                f"There is no parameter {key!r}.{near(key, known)}", "See: papermill --help-notebook NOTEBOOK"
            )
    for notebook in CHAIN:
        own = {k: v for k, v in given.items() if k in NOTEBOOKS[notebook].model_fields}
        settings[notebook] = read_parameters(notebook, {"story": name, **own})
    variant = ",".join(dict.fromkeys(s.variant for s in settings.values() if s.variant))
    if variant:  # one folder for the whole chain, whichever notebook a parameter belongs to
        last = settings[CHAIN[-1]]
        last.processed, last.reports = last.variant_folders(variant)
    return settings


def _execute(settings: Settings, build: Path) -> None:
    """One notebook in its own kernel; an error of ours comes back as itself, with its traceback in the log."""
    import papermill
    from papermill.exceptions import PapermillExecutionError

    source = settings.story.root / "notebooks" / f"{settings.notebook}.ipynb"
    target = build / "notebooks" / source.name
    target.parent.mkdir(exist_ok=True)
    try:
        papermill.execute_notebook(
            source,
            target,
            parameters={**settings.given.model_dump(), "build": str(build)},
            kernel_name="python3",
            progress_bar=False,
            log_output=False,
            extra_arguments=KERNEL_OPTIONS,
        )
    except PapermillExecutionError as error:
        log = _write_log(settings, target, "\n".join(error.traceback))
        kind = getattr(errors, error.ename, None)
        if isinstance(kind, type) and issubclass(kind, OnRecordError):
            raise _same_error(kind, error.evalue) from error
        raise OnRecordError(
            f"{settings.notebook}.ipynb stopped: {error.ename}: {error.evalue}", f"The traceback is in {log}."
        ) from error


def _tell_exclusions(processed: Path, tell: Callable[[str], None]) -> None:
    for row in read_table("exclusions", processed).itertuples():
        tell(f"  left out: {row.article_id}: {row.reason}")


def _tell_lost_reviews(story: Story, processed: Path, tell: Callable[[str], None]) -> None:
    """Name the decisions of review.csv whose row is no longer there."""
    reviews = read_reviews(story)
    made = {row for name, key in KEYS.items() if len(reviews) for row in read_table(name, processed)[key]}
    for review in reviews[~reviews["row_id"].isin(made)].itertuples():
        tell(f"  review.csv: there is no row {review.row_id} any more, so “{review.verdict}” is not entered")


def _same_error(kind: type[OnRecordError], message: str) -> OnRecordError:
    what, _, remedy = message.rpartition("\n") if "\n" in message else (message, "", "")
    return kind(what, remedy)


def _write_log(settings: Settings, executed: Path, text: str) -> str:
    """Keep the traceback and the notebook as far as it came, under .onrecord."""
    folder = settings.story.work
    (folder / "error.log").write_text(text, encoding="utf8")
    if executed.is_file():
        shutil.copy(executed, folder / f"failed-{executed.name}")
    return f".onrecord/{settings.story.name}/error.log"


def _keep_notebooks(build: Path, target: Path) -> None:
    """The executed notebooks of the last good run, for looking at."""
    target.mkdir(parents=True, exist_ok=True)
    for notebook in (build / "notebooks").glob("*.ipynb"):
        shutil.copy(notebook, target / notebook.name)


def log_crash(work: Path, error: BaseException) -> Path:
    """Write an unexpected error's traceback to a log and return its path."""
    work.mkdir(parents=True, exist_ok=True)
    path = work / "error.log"
    path.write_text("".join(traceback.format_exception(error)), encoding="utf8")
    return path
