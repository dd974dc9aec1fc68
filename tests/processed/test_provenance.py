"""Provenance: what an output was made of, and nothing of the machine or the moment."""

import hashlib
import json
import re
from datetime import date

import pytest
from conftest import COAST, STORY

from onrecord.processed.provenance import describe_provenance
from onrecord.story.parameters import read_parameters


@pytest.fixture
def told(project):
    return describe_provenance(read_parameters("03-compare", {"story": STORY}))


def test_every_input_with_its_hash(told):
    assert told["inputs"][f"{STORY}/coast-news.txt"] == hashlib.sha256(COAST.encode()).hexdigest()
    assert set(told["inputs"]) == {
        *(f"{STORY}/{name}" for name in ("coast-news.txt", "fjord-post.txt", "story.yaml")),
        *(f"reference/{name}.csv" for name in ("series", "values", "ferry_ranges")),
    }


def test_no_statistics_without_measures(project):
    text = (project.raw / "story.yaml").read_text()
    project.write("story.yaml", text[: text.index("measures:")])
    told = describe_provenance(read_parameters("03-compare", {"story": STORY}))
    assert not any(name.startswith("reference/") for name in told["inputs"])


def test_parameters_that_change_what_is_computed(project, tmp_path):
    settings = read_parameters("03-compare", {"story": STORY, "outlet": "Coast News", "build": str(tmp_path)})
    assert describe_provenance(settings)["parameters"] == {"outlet": "Coast News"}


def test_no_clock_and_no_path(told, project):
    text = json.dumps(told)
    assert str(project.root) not in text
    assert str(date.today()) not in text
    assert not re.search(r"/(home|root|tmp|work)\b", text)


def test_versions(told):
    assert re.fullmatch(r"3\.\d+", told["versions"]["python"])
    assert {"onrecord", "pandas", "spacy", "textstat"} <= set(told["versions"])


def test_a_changed_input_changes_its_hash_only(told, project):
    project.write("coast-news.txt", COAST + "More.")
    again = describe_provenance(read_parameters("03-compare", {"story": STORY}))
    changed = [name for name in told["inputs"] if told["inputs"][name] != again["inputs"][name]]
    assert changed == [f"{STORY}/coast-news.txt"]
