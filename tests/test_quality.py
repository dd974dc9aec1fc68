"""The gate on quality: what it counts, what it calls gained or lost, and what it refuses."""

import sys
from collections import Counter

import judging
import own_gold
import pytest
import quality
from others_gold import SETS, GoldSet, Scores, score

NOW = {"claims": {"a": "right", "b": "wrong", "c": "spare"}}


@pytest.mark.parametrize(
    ("counts", "f1"),
    [
        ({"right": 4}, 100.0),
        ({"right": 2, "open": 1, "missed": 1}, 66.7),  # nothing false answered: precision 1, recall one half
        ({"right": 2, "wrong": 2}, 50.0),
        ({"right": 2, "spare": 2}, 66.7),
        ({}, 0.0),
    ],
)
def test_f1(counts, f1):
    assert quality.f1(Counter(counts)) == f1


def test_rows_gained_lost_and_moved():
    before = {"claims": {"a": "missed", "b": "right", "d": "spare", "e": "open"}}
    now = {"claims": {"a": "right", "b": "open", "e": "missed", "f": "spare"}}
    assert quality.changed_rows(now, before) == [
        "gained: claims: a (missed -> right)",
        "lost: claims: b (right -> open)",
        "gained: claims: d (spare -> not there)",
        "moved: claims: e (open -> missed)",
        "lost: claims: f (not there -> spare)",
    ]
    assert quality.changed_rows(now, now) == []


def test_errors_of_a_scorer_that_are_new_or_gone():
    old, new = Scores({}, Counter(["x", "y", "y"])), Scores({}, Counter(["y", "z"]))
    assert quality.changed_errors(new, old) == ["lost: z", "gained: x", "gained: y"]


OTHERS = {"actors, GUM": Scores({"kind": 97.5, "wrong merges": 0.2}, Counter())}


def test_a_measure_below_its_floor_fails():
    now = quality.reached(NOW, OTHERS)
    good = {"claims": (40.0, 2.0), "actors, GUM · kind": (97.0, None), "actors, GUM · wrong merges": (None, 0.2)}
    assert quality.below_floor(now, good, others=True) == []
    bad = {"claims": (40.1, 1.0), "actors, GUM · kind": (98.0, None), "actors, GUM · wrong merges": (None, 0.1)}
    assert quality.below_floor(now, bad, others=True) == [
        "claims: 40.0, floor 40.1",
        "claims: 2 wrong, at most 1",
        "actors, GUM · kind: 97.5, floor 98.0",
        "actors, GUM · wrong merges: 0.2 wrong, at most 0.1",
    ]


def test_a_measure_without_floor_or_a_floor_without_measure_fails():
    now = quality.reached(NOW, {})
    assert quality.below_floor(now, {}, others=False) == ["claims: no floor in floors.csv; --write adds one"]
    floors = {"claims": (1.0, 9.0), "figures": (1.0, None), "actors, GUM · kind": (97.0, None)}
    assert quality.below_floor(now, floors, others=False) == [
        "figures: not measured, but floors.csv has a floor for it"
    ]
    assert len(quality.below_floor(now, floors, others=True)) == 2


def test_writing_floors_never_lowers_one(tmp_path, monkeypatch):
    monkeypatch.setattr(quality, "FLOORS", tmp_path / "floors.csv")
    now = quality.reached(NOW, OTHERS)
    quality.raise_floors(now, {"claims": (80.0, 0.0), "gone": (None, 3.0)})
    kept = {"actors, GUM · kind": (97.5, None), "actors, GUM · wrong merges": (None, 0.2), "gone": (None, 3.0)}
    assert quality.read_floors() == {"claims": (80.0, 0.0), **kept}
    quality.raise_floors(now, {"claims": (10.0, 9.0)})
    assert quality.read_floors()["claims"] == (40.0, 2.0)


def test_the_readme_shows_a_measured_table():
    shown = quality.around("own gold", quality.README.read_text(encoding="utf8"))[1]
    theirs = tuple(gold.name for gold in SETS)
    assert {m for m in quality.read_floors() if not m.startswith(theirs)} == {
        line.split("|")[1].strip() for line in shown.splitlines() if "·" in line.partition("|")[2]
    }


@pytest.mark.parametrize(
    ("wanted", "answered", "verdict"),
    [
        ({"moss"}, [], "open"),
        ({"moss"}, [{"moss", "ada moss"}], "right"),
        ({"moss"}, [{"moss"}, {"kern"}], "wrong"),
        (set(), [{"kern"}], "wrong"),
    ],
)
def test_an_answer_is_judged(wanted, answered, verdict):
    assert judging.judge_answer(wanted, answered) == verdict


def test_a_merged_or_a_split_actor_is_wrong():
    merged = own_gold.judge_identity([("a", "Moss", "1"), ("b", "Kern", "1"), ("c", "Roe", "2"), ("d", "Roe", None)])
    assert [j.verdict for j in merged] == ["wrong", "wrong", "right", "open"]
    split = own_gold.judge_identity([("a", "Moss", "1"), ("b", "Moss", "2"), ("c", None, ""), ("d", None, None)])
    assert [j.verdict for j in split] == ["wrong", "wrong", "missed", "right"]


def test_pairs_are_one_to_one_and_the_best_first():
    alike = {("g1", "f1"): 0.6, ("g1", "f2"): 0.9, ("g2", "f2"): 0.8}
    pairs, missed, spare = judging.pair_up(
        [{"id": "g1"}, {"id": "g2"}],
        [{"id": "f1"}, {"id": "f2"}],
        lambda g, f: alike.get((g["id"], f["id"]), 0),
    )
    assert [(g["id"], f["id"]) for g, f in pairs] == [("g1", "f2")]
    assert [g["id"] for g in missed] == ["g2"] and [f["id"] for f in spare] == ["f1"]


SCORER = "print('joint P 1 R 1 F1 0.5'); print('missed: a'); print('missed: a')"


def test_a_scorer_is_read(tmp_path):
    (tmp_path / "score.py").write_text(SCORER, encoding="utf8")
    gold = GoldSet("made up", "", "score.py {out}", {"joint": r"F1 ([\d.]+)"})
    scored = score(gold, tmp_path, tmp_path, tmp_path)
    assert scored.figures == {"joint": 50.0} and scored.errors["missed: a"] == 2
    with pytest.raises(OSError, match="does not print content"):
        score(gold._replace(figures={"content": "content (.)"}), tmp_path, tmp_path, tmp_path)
    (tmp_path / "score.py").write_text("raise SystemExit('no gold')", encoding="utf8")
    with pytest.raises(OSError, match="no gold"):
        score(gold, tmp_path, tmp_path, tmp_path)


def test_another_revision_that_does_not_exist_is_named(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["quality.py", "--against", "no-such-revision"])
    monkeypatch.setattr(quality, "judge", lambda src: NOW)
    assert quality.main() == 2
    assert "--against no-such-revision" in capsys.readouterr().err
