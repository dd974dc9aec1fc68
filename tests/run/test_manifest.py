"""What changed since the last run, by content alone."""

import pytest
from conftest import STORY

from onrecord.run.manifest import Manifest, list_outputs, make_key
from onrecord.story.parameters import read_parameters

CODE = "code"


def key(notebook: str, before: str = "", **given) -> str:
    return make_key(read_parameters(notebook, {"story": STORY, **given}), before, CODE)


def test_the_same_inputs_have_the_same_key(project):
    assert key("02-extract") == key("02-extract")
    assert key("02-extract", build="/elsewhere") == key("02-extract")  # where it is built changes nothing


CHANGES = [
    pytest.param("coast-news.txt", "It rained on the old harbour wall.", {"01-clean", "04-report"}, id="an-article"),
    pytest.param("review.csv", "row_id\n", {"02-extract", "04-report"}, id="a-decision"),
    pytest.param("aliases.csv", "alias,actor,same\n", {"02-extract", "04-report"}, id="an-alias"),
    pytest.param("../reference/values.csv", "series,iso3,year,value\n", {"03-compare", "04-report"}, id="statistics"),
    pytest.param("../../../notebooks/03-compare.ipynb", "{}", {"03-compare"}, id="a-notebook"),
]


@pytest.mark.parametrize(("path", "content", "changed"), CHANGES)
def test_a_file_changes_the_keys_of_the_notebooks_that_read_it(project, path, content, changed):
    notebooks = ("01-clean", "02-extract", "03-compare", "04-report")
    before = {notebook: key(notebook) for notebook in notebooks}
    (project.raw / path).write_text(content)
    assert {notebook for notebook in notebooks if key(notebook) != before[notebook]} == changed


def test_parameters_outputs_before_and_code_change_the_key(project):
    plain = key("03-compare")
    assert key("03-compare", outlet="Coast News") != plain
    assert key("03-compare", before="other") != plain
    settings = read_parameters("03-compare", {"story": STORY})
    assert make_key(settings, "", "other code") != plain


def test_an_output_that_is_gone_or_changed_is_made_again(tmp_path):
    folders = {"processed": tmp_path / "processed"}
    folders["processed"].mkdir()
    (folders["processed"] / "a.csv").write_text("1")
    manifest = Manifest(tmp_path / "manifest.json")
    assert not manifest.is_done("01-clean", "k", folders)
    manifest.write({"01-clean": {"key": "k", "outputs": list_outputs(folders)}})
    again = Manifest(tmp_path / "manifest.json")
    assert again.is_done("01-clean", "k", folders)
    assert not again.is_done("01-clean", "other", folders)
    (folders["processed"] / "a.csv").write_text("2")
    assert not again.is_done("01-clean", "k", folders)
    (folders["processed"] / "a.csv").unlink()
    assert not again.is_done("01-clean", "k", folders)


def test_a_spoilt_manifest_runs_everything(tmp_path):
    (tmp_path / "manifest.json").write_text("{")
    assert Manifest(tmp_path / "manifest.json").runs == {}
