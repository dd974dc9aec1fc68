"""Shared fixtures: a small invented story of two articles, with statistics as invented as it is.

``project`` is a fresh copy that a test may break; ``processed`` is the same story taken through every stage once a run,
which no test may change.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import matplotlib
import pytest

matplotlib.use("Agg")

REPOSITORY = Path(__file__).resolve().parents[1]
STORY = "harbour-wall"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

COAST = """\
LISBON (Coast News) – Portugal rejected a claim by Norway on Monday that its harbours are unsafe.

“We have never closed a single harbour in winter,” Portuguese Foreign Minister Ana Duarte told reporters. “Last year \
Portugal spent $4.2 billion on harbours with a population of 10 million people,” she said.

Duarte denied Norway's claim that the harbours of Portugal are unsafe. She said that Norway spent 9 billion dollars on \
harbours last year.

A fisherman said the sea wall was high enough.
"""
FJORD = """\
OSLO, March 5 (FJORD) - Norwegian Trade Minister Lars Holm said the harbours of Portugal are unsafe for large ships.

“We have never closed a single harbour in winter,” Duarte said on Monday. Holm added that Norway spent 9 billion \
dollars on harbours in 2018.

“Norway's ferries have a range of 300 kilometres,” Holm told the parliament of Norway. The sea wall of the town \
is 12 metres high, according to Norway's coast guard.
"""
STORY_YAML = """\
title: Are Portugal's harbours safe?
question: Who says that the harbours are unsafe, and with which numbers?
articles:
  coast-news.txt:
    outlet: Coast News
    published: 2019-03-05
    published_basis: stated
    licence: CC BY 4.0
    full_text: true
  fjord-post.txt:
    outlet: Fjord Post
    published: 2019-03-05
    published_basis: inferred
measures:
  harbour spending:
    words: [spent on harbours, harbour spending, spend harbours]
    series: harbour_spending
  population:
    words: [population]
    series: population
  ferry range:
    words: [range of ferries, ferry range, range]
    series: ferry_ranges
"""
SERIES = """\
series,measure,unit,known_from,title,publisher,licence,note
harbour_spending-2019,harbour spending,USD,2019-02,Harbour spending (2019),Invented Statistics,CC0,
harbour_spending-2024,harbour spending,USD,2024-06,Harbour spending (2024),Invented Statistics,CC0,
population-2020,population,people,2020-04,Population (2020),Invented Census,CC0,
"""
VALUES = """\
series,iso3,year,value
harbour_spending-2019,PRT,2018,4000000000
harbour_spending-2019,NOR,2018,6000000000
harbour_spending-2024,PRT,2018,4100000000
harbour_spending-2024,NOR,2018,6500000000
population-2020,PRT,2018,10200000
population-2020,NOR,2018,5300000
"""
FERRIES = """\
iso3,ferry,kind,range_km,basis,year,source
NOR,Skarv,ferry,450,builder,2015,Invented Register
NOR,Terne,ferry,250,builder,2012,Invented Register
PRT,Gaivota,ferry,900,builder,2014,Invented Register
"""
FILES = {
    f"data/raw/{STORY}/coast-news.txt": COAST,
    f"data/raw/{STORY}/fjord-post.txt": FJORD,
    f"data/raw/{STORY}/story.yaml": STORY_YAML,
    "data/raw/reference/series.csv": SERIES,
    "data/raw/reference/values.csv": VALUES,
    "data/raw/reference/ferry_ranges.csv": FERRIES,
}


@dataclass(frozen=True)
class Project:
    """A project folder with the invented story in it."""

    root: Path
    name: str = STORY

    @property
    def raw(self) -> Path:
        return self.root / "data" / "raw" / self.name

    @property
    def processed(self) -> Path:
        return self.root / "data" / "processed" / self.name

    @property
    def reports(self) -> Path:
        return self.root / "reports" / self.name

    def write(self, path: str, content: str | bytes) -> Path:
        """Write one file of the story's raw folder."""
        target = self.raw / path
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return target

    def edit_story(self, old: str, new: str) -> None:
        """Change ``story.yaml`` in one place."""
        text = (self.raw / "story.yaml").read_text(encoding="utf8")
        assert text.count(old) == 1
        self.write("story.yaml", text.replace(old, new))

    def files(self) -> dict[str, bytes]:
        """Every file below the root by its path: what a failure must leave untouched."""
        paths = sorted(p for p in self.root.rglob("*") if p.is_file())
        return {str(p.relative_to(self.root)): p.read_bytes() for p in paths}


def make_project(root: Path) -> Project:
    """A project folder with the story and a copy of the notebooks."""
    for path, content in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf8")
    shutil.copytree(REPOSITORY / "notebooks", root / "notebooks", ignore=shutil.ignore_patterns(".*"))
    return Project(root)


@pytest.fixture
def project(tmp_path, monkeypatch) -> Project:
    """A project of one's own, where ``find_root`` and the working folder lead."""
    made = make_project(tmp_path / "project")
    monkeypatch.setenv("ONRECORD_ROOT", str(made.root))
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture(scope="session")
def processed_project(tmp_path_factory) -> Project:
    """A project whose story went through every stage but the report, as the notebooks do it."""
    from onrecord import comparison, extraction, processed, story, tables
    from onrecord.intake import articles

    made = make_project(tmp_path_factory.mktemp("processed"))
    about = story.read_story(STORY, made.root)
    cleaned = articles.read_articles(about)
    found = extraction.extract_story(cleaned.articles, about)
    tables.write_table("articles", cleaned.articles, made.processed)
    tables.write_table("exclusions", cleaned.exclusions, made.processed)
    processed.write_tables(found, made.processed)
    processed.write_comparisons(comparison.compare_story(found, about), made.processed)
    return made


@pytest.fixture(scope="session")
def processed(processed_project):
    """The processed story as ``open_story`` reads it; not to be changed."""
    from onrecord.processed import open_story
    from onrecord.story.story import read_story

    return open_story(STORY, story=read_story(STORY, processed_project.root))


@pytest.fixture
def standing(processed_project, tmp_path, monkeypatch) -> Project:
    """A copy of the processed project, where ``find_root`` and the working folder lead."""
    copy = shutil.copytree(processed_project.root, tmp_path / "standing")
    monkeypatch.setenv("ONRECORD_ROOT", str(copy))
    monkeypatch.chdir(copy)
    return Project(copy)


@pytest.fixture(scope="module")
def browser():
    """Debian's Chromium, headless and offline."""
    from playwright.sync_api import sync_playwright

    assert CHROMIUM, "no Chromium: .ci/run installs Debian's"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield started
        started.close()


@pytest.fixture(autouse=True)
def _close_charts():
    """matplotlib keeps every chart of a session otherwise."""
    yield
    import matplotlib.pyplot as plt

    plt.close("all")
