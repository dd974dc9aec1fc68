"""Parameters: names, types and values are checked before anything is read."""

import json
from types import SimpleNamespace

import pytest
from conftest import REPOSITORY, STORY

from onrecord.errors import UsageError
from onrecord.story import parameters


def read(notebook: str = "03-compare", **values):
    return parameters.read_parameters(notebook, {"story": STORY} | values)


def test_the_story_s_own_parameters_mean_its_own_folders(project):
    settings = read()
    assert settings.processed == project.processed
    assert settings.reports == project.reports
    assert settings.variant == ""
    assert settings.outlet == ""


def test_other_parameters_never_mean_the_story_s_own_folders(project):
    settings = read(outlet="Coast News")
    assert settings.variant == "outlet=Coast News"
    for folder in (settings.processed, settings.reports):
        assert folder.is_relative_to(project.root / ".onrecord" / STORY)


def test_a_build_folder_takes_everything(project, tmp_path):
    settings = read(build=str(tmp_path / "b"), outlet="Coast News")
    assert settings.processed == tmp_path / "b" / "processed"
    assert settings.reports == tmp_path / "b" / "reports"


FAULTS = [
    pytest.param({"stroy": "x"}, ["no parameter 'stroy'", "Did you mean 'story'?"], id="unknown-name"),
    pytest.param({"outlets": "Coast News"}, ["no parameter 'outlets'", "'outlet'?"], id="near-name"),
    pytest.param({"story": 3}, ["parameter story", "3 was given"], id="number-for-text"),
    pytest.param({"outlet": ["Coast News"]}, ["parameter outlet", "['Coast News'] was given"], id="list-for-text"),
    pytest.param({"outlet": None}, ["parameter outlet", "None was given"], id="null-for-text"),
    pytest.param(
        {"outlet": "Coast New"}, ["no outlet 'Coast New'", "Did you mean 'Coast News'?"], id="value-not-there"
    ),
    pytest.param({"story": "harbor-wall"}, ["no story 'harbor-wall'", "Did you mean 'harbour-wall'?"], id="story"),
]


@pytest.mark.parametrize(("values", "told"), FAULTS)
def test_faulty_parameters(project, values, told):
    before = project.files()
    with pytest.raises(UsageError) as caught:
        read(**values)
    for words in told:
        assert words in caught.value.what
    assert caught.value.remedy
    assert project.files() == before


def test_a_story_must_be_named(project):
    with pytest.raises(UsageError, match="parameter story"):
        parameters.read_parameters("01-clean", {})


def test_a_parameter_of_another_notebook_is_unknown(project):
    with pytest.raises(UsageError, match="01-clean: there is no parameter 'outlet'"):
        read("01-clean", outlet="Coast News")


@pytest.mark.parametrize(
    ("article", "fails"),
    [
        pytest.param("", False, id="none-named"),
        pytest.param("coast-news", False, id="an-article"),
        pytest.param("coast-news.txt", True, id="its-file-name"),
    ],
)
def test_an_article_to_explore(project, article, fails):
    if fails:
        with pytest.raises(UsageError, match="has no article"):
            read("explore", article=article)
    else:
        assert read("explore", article=article).article == article


def tagged_cell(notebook: str) -> str:
    cells = json.loads((REPOSITORY / "notebooks" / f"{notebook}.ipynb").read_text(encoding="utf8"))["cells"]
    return next("".join(c["source"]) for c in cells if "parameters" in c["metadata"].get("tags", []))


@pytest.mark.parametrize("notebook", parameters.NOTEBOOKS)
def test_the_tagged_cell_and_the_model_agree(notebook):
    cell, values = tagged_cell(notebook), {}
    exec(cell, values)
    fields = parameters.NOTEBOOKS[notebook].model_fields
    assert parameters._assigned(cell) == (list(fields), [])
    for name, field in fields.items():
        assert name == "story" or values[name] == field.default
        assert type(values[name]) is field.annotation


def notebook_shell(monkeypatch, cells: list[str]):
    """IPython's shell as it stands in a notebook's second cell."""
    names = {"In": ["", *cells]}
    for cell in cells:
        exec(cell, names)
    monkeypatch.setattr("IPython.get_ipython", lambda: SimpleNamespace(user_ns=names))


TAGGED = '# Parameters\nstory: str = "harbour-wall"\nbuild: str = ""\noutlet: str = ""'


def test_the_check_cell_reads_the_tagged_cell(project, monkeypatch):
    notebook_shell(monkeypatch, [TAGGED])
    assert parameters.check_parameters("03-compare").story.name == STORY


def test_what_papermill_injects_wins(project, monkeypatch):
    notebook_shell(monkeypatch, [TAGGED, '# Parameters\noutlet = "Fjord Post"\n'])
    assert parameters.check_parameters("03-compare").outlet == "Fjord Post"


def test_an_injected_unknown_name_stops(project, monkeypatch):
    notebook_shell(monkeypatch, [TAGGED, '# Parameters\noutlat = "Fjord Post"\n'])
    with pytest.raises(UsageError, match="'outlat'"):
        parameters.check_parameters("03-compare")


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        pytest.param(TAGGED.replace("outlet", "outlat"), TAGGED, None, id="a-mistyped-name-is-mended"),
        pytest.param(TAGGED.replace('""', '"Fjord Post"'), TAGGED.rpartition("\n")[0], None, id="a-line-is-deleted"),
        pytest.param(TAGGED, TAGGED.replace("outlet", "outlat"), "there is no parameter 'outlat'", id="mistyped-now"),
        pytest.param(TAGGED, '# Parameters\noutlet: str = ""', "parameter story is missing", id="no-story-any-more"),
    ],
)
def test_the_latest_run_of_the_cell_counts(project, monkeypatch, first, then, told):
    notebook_shell(monkeypatch, [first, then])
    if told:
        with pytest.raises(UsageError, match=told):
            parameters.check_parameters("03-compare")
    else:
        assert parameters.check_parameters("03-compare").outlet == ""


def test_a_run_that_was_no_python_set_nothing(project, monkeypatch):
    names = {"In": ["", '# Parameters\nstory: str = "harbour-wal', TAGGED]}
    exec(TAGGED, names)
    monkeypatch.setattr("IPython.get_ipython", lambda: SimpleNamespace(user_ns=names))
    assert parameters.check_parameters("03-compare").story.name == STORY


def test_without_the_cell_above_it_says_so(project, monkeypatch):
    notebook_shell(monkeypatch, [])
    with pytest.raises(UsageError, match="there are no parameters yet"):
        parameters.check_parameters("03-compare")


def test_a_reader_s_own_variable_is_no_parameter(project, monkeypatch):
    notebook_shell(monkeypatch, [TAGGED, "mine = 3"])
    assert parameters.check_parameters("03-compare").outlet == ""


def test_an_unknown_attribute_is_an_attribute_error(project):
    with pytest.raises(AttributeError):
        _ = read("01-clean").outlet
