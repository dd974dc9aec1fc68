"""Notebooks in order: each executed by papermill into a folder aside, outputs replaced only as a whole.

What did not change since the last good run is not run again: its outputs are taken over.
"""

import shutil
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord import errors
from onrecord.errors import DataError, OnRecordError, UsageError, near
from onrecord.run.kernels import OPTIONS, Kernels
from onrecord.run.locks import locked
from onrecord.run.manifest import Manifest, Runs, digest_all, list_outputs, make_key
from onrecord.story import ELSEWHERE, NOTEBOOKS, Settings, Story, digest_program, read_parameters
from onrecord.tables.folders import check_writable, finish_moves, replace_folders, telling_of_full_disks

CHAIN = ("01-clean", "02-extract", "03-compare", "04-report")
FULL = "No space left on device"

Tell = Callable[[str], None]


def run_story(name: str, given: dict[str, str], tell: Tell = print) -> Path:
    """Run the notebooks of a story that have something new to do, and return the path of its report.

    ``given``: parameters by name; each goes to the notebooks that have it. Raises the error of the first notebook that
    fails, with the last good tables and report untouched.
    """
    settings = _settle(name, given)
    last = settings[CHAIN[-1]]
    check_writable(last.processed.parent, last.reports.parent, last.story.work)
    last.story.work.mkdir(parents=True, exist_ok=True)
    with _alone(last.story, tell):
        _run_changed(settings, tell)
    return last.reports / "index.html"


@contextmanager
def _alone(story: Story, tell: Tell) -> Iterator[None]:
    """One run of a story at a time; what a killed one left is finished or swept first."""
    with locked(story.work, story.name):
        if finish_moves(story.work):
            tell("The last run was cut short while it replaced its outputs; that is finished now.")
        for stale in story.work.glob("build-*"):
            shutil.rmtree(stale, ignore_errors=True)
        yield


def _run_changed(settings: dict[str, Settings], tell: Tell) -> None:
    """Run each notebook whose inputs changed in a folder aside, and put the whole in place when all went well."""
    last = settings[CHAIN[-1]]
    standing = {"processed": last.processed, "reports": last.reports}
    manifest = Manifest(last.processed.parent / "manifest.json" if last.variant else last.story.work / "manifest.json")
    code, before = digest_program(), ""
    runs: Runs = {}
    build: Path | None = None
    kernels = Kernels()
    try:
        for number, notebook in enumerate(CHAIN, 1):
            key = make_key(settings[notebook], before, code)
            if manifest.is_done(notebook, key, standing):
                outputs = manifest.outputs_of(notebook)
                if build:
                    _take_over(outputs, standing, build)
            else:
                build = build or _new_build(last, manifest, runs, standing, tell)
                outputs = _run_one(settings[notebook], build, kernels, f"{number}/{len(CHAIN)}", tell)
            runs[notebook] = {"key": key, "outputs": outputs}
            before = digest_all(outputs)
        if build is None:
            tell("Nothing changed since the last run.")
            return
        from onrecord.run.notices import tell_notices  # loads spaCy, which a run without changes does without

        tell_notices(last.story, build / "processed", tell)
        _keep_notebooks(build, last.story.work / "notebooks")
        replace_folders({build / name: folder for name, folder in standing.items()}, last.story.work)
        manifest.write(runs)
    finally:
        kernels.stop_all()
        if build:
            shutil.rmtree(build, ignore_errors=True)


def _new_build(last: Settings, manifest: Manifest, runs: Runs, standing: dict[str, Path], tell: Tell) -> Path:
    """A folder to build in, with the outputs of the notebooks that need not run."""
    from onrecord import models

    if not models.has_tagger():
        tell("The tagger's weights are absent (src/onrecord/models): claims are found by rules alone.")
    build = Path(tempfile.mkdtemp(prefix="build-", dir=last.story.work))
    build.chmod(0o755)
    for notebook in runs:
        _take_over(manifest.outputs_of(notebook), standing, build)
    return build


def _take_over(outputs: dict[str, str], standing: dict[str, Path], build: Path) -> None:
    with telling_of_full_disks(build):
        for output in outputs:
            name, _, path = output.partition("/")
            target = build / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(standing[name] / path, target)


def _run_one(settings: Settings, build: Path, kernels: Kernels, place: str, tell: Tell) -> dict[str, str]:
    """Execute one notebook, the next one's kernel starting meanwhile; return what it wrote."""
    started, made = time.monotonic(), {"processed": build / "processed", "reports": build / "reports"}
    there = list_outputs(made)
    for notebook in CHAIN[CHAIN.index(settings.notebook) :][:2]:  # the next one loads while this one works
        kernels.start(notebook)
    _execute(settings, build, kernels)
    tell(f"{place} {settings.notebook}: {time.monotonic() - started:.1f} s")
    if settings.notebook == CHAIN[0]:
        _tell_exclusions(build / "processed", tell)
    return {path: digest for path, digest in list_outputs(made).items() if there.get(path) != digest}


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


def _execute(settings: Settings, build: Path, kernels: Kernels) -> None:
    """One notebook in its own kernel; an error of ours comes back as itself, with its traceback in the log."""
    import papermill
    from papermill.exceptions import PapermillExecutionError

    source = settings.story.root / "notebooks" / f"{settings.notebook}.ipynb"
    target = build / "notebooks" / source.name
    target.parent.mkdir(exist_ok=True)
    try:
        with kernels.using(settings.notebook) as kernel:
            papermill.execute_notebook(
                source,
                target,
                parameters={**settings.given.model_dump(), "build": str(build)},
                kernel_name="python3",
                progress_bar=False,
                log_output=False,
                extra_arguments=OPTIONS,
                km=kernel,
            )
    except PapermillExecutionError as error:
        log = _write_log(settings, target, "\n".join(error.traceback))
        kind = getattr(errors, error.ename, None)
        if isinstance(kind, type) and issubclass(kind, OnRecordError):
            raise _same_error(kind, error.evalue) from error
        if FULL in error.evalue:
            raise DataError("The disk is full.", "Free some space; the last good outputs are untouched.") from error
        raise OnRecordError(
            f"{settings.notebook}.ipynb stopped: {error.ename}: {error.evalue}", f"The traceback is in {log}."
        ) from error


def _tell_exclusions(processed: Path, tell: Tell) -> None:
    from onrecord.tables import read_table

    for row in read_table("exclusions", processed).itertuples():
        tell(f"  left out: {row.article_id}: {row.reason}")


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
