"""The first story, regenerated: the same bytes as committed, and as good as its hand-made gold says."""

import json
import re
import shutil
from pathlib import Path

import pandas as pd
import pytest

from onrecord.run import chain

ROOT = Path(__file__).parents[1]
STORY = "iran-missile-talks"
GOLD = json.loads((ROOT / "tests" / "gold" / f"{STORY}.json").read_text(encoding="utf8"))
WORD = re.compile(r"\w+")


# The one thing in an output that another Python may change.
PYTHON = re.compile(rb'("python": ")[\d.]+(")|(>python )[\d.]+(<)')


def files_of(folder: Path) -> dict[str, bytes]:
    files = {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
    return {name: PYTHON.sub(rb"\1\3X.Y\2\4", content) for name, content in files.items()}


@pytest.fixture(scope="module")
def regenerated(tmp_path_factory):
    """The project's data and notebooks elsewhere, run from scratch."""
    root = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(ROOT / "data" / "raw", root / "data" / "raw")
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ONRECORD_ROOT", str(root))
        chain.run_story(STORY, {}, tell=lambda line: None)
    return root


@pytest.mark.parametrize("part", ["data/processed", "reports"])
def test_same_inputs_give_the_committed_bytes(regenerated, part):
    new, committed = files_of(regenerated / part / STORY), files_of(ROOT / part / STORY)
    assert sorted(new) == sorted(committed)
    differing = [name for name in new if new[name] != committed[name]]
    assert not differing, "run make report, look at what changed, and commit it"


@pytest.fixture(scope="module")
def tables():
    folder = ROOT / "data" / "processed" / STORY
    names = ("articles", "claims", "spans", "actors", "aliases", "figures")
    return {name: pd.read_parquet(folder / f"{name}.parquet") for name in names}


def words_of(text: str) -> set[str]:
    return {w.casefold() for w in WORD.findall(text)}


def texts() -> dict[str, str]:
    raw = ROOT / "data" / "raw" / STORY
    return {key: (raw / file).read_text(encoding="utf8") for key, file in GOLD["articles"].items()}


def dice(a: set[str], b: set[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def surnames(tables) -> dict[str, set[str]]:
    """Every name and alias of each actor, by id."""
    known = {
        row.actor_id: {row.name_.casefold()} for row in tables["actors"].rename(columns={"name": "name_"}).itertuples()
    }
    for row in tables["aliases"].itertuples():
        known[row.actor_id].add(row.alias.casefold())
    return known


def test_claims_reach_the_floor_of_the_gold(tables):
    """At least 27 of the 34 claims of the gold (0.8) with the right speaker, and no more than 40 rows in all."""
    bodies, known = texts(), surnames(tables)
    spoken = tables["claims"][tables["claims"]["act"] == "says"]
    by_article = {Path(f).stem: key for key, f in GOLD["articles"].items()}
    right = 0
    for gold in GOLD["claims"]:
        wanted = words_of(" ".join(bodies[gold["article"]][s:e] for s, e in gold["content"]))
        rows = [r for r in spoken.itertuples() if by_article[r.article_id] == gold["article"]]
        near = [r for r in rows if dice(words_of(r.content), wanted) >= 0.5]
        people = [name.strip().casefold() for name in gold["speaker"].split(";")]
        right += any(people[0].split()[-1] in " ".join(known.get(r.actor_id, ())) for r in near)
    assert right >= 27
    assert len(spoken) <= 40


def test_figures_are_all_found_with_their_units(tables):
    """Value (or the lower end of a range) and unit of every figure of the gold, and no other figure."""
    units = {"km": "kilometre"}
    wanted = [(g["value"] or g["low"], units.get(g["unit"], g["unit"])) for g in GOLD["figures"]]
    figures = tables["figures"].astype(object).where(tables["figures"].notna(), None)
    found = [(row.value or row.low, row.unit) for row in figures.itertuples()]
    assert sorted(map(str, found)) == sorted(str((float(number), unit)) for number, unit in wanted)


def test_no_two_people_of_the_gold_share_an_actor(tables):
    known = surnames(tables)
    for names in known.values():
        people = [a["name"] for a in GOLD["actors"] if a["name"].casefold() in names]
        assert len(people) <= 1, people
