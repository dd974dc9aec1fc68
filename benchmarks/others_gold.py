"""Run the scorers of gold that others annotated, where a folder with both lies beside the project.

None of those texts may enter the repository, so the folder is an argument. Each set names the script that predicts,
the script that scores and the lines of its output to read; ``{out}`` is the file or folder of predictions. What a
scorer lists as its errors is kept, so that two revisions can be told apart.
"""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple


class GoldSet(NamedTuple):
    """One scorer over one set. ``figures``: pattern of a number in its output, by the figure's name; ``rows``: what
    separates the errors that it lists."""

    name: str
    predict: str
    score: str
    figures: dict[str, str]
    rows: str = "\n"


class Scores(NamedTuple):
    """Each figure in percent, and every error that the scorer lists, counted."""

    figures: dict[str, float]
    errors: Counter[str]


F1 = r"\s+P\s+\S+\s+R\s+\S+\s+F1\s+([\d.]+)"
CLAIMS = {"content": "content" + F1, "joint": "joint" + F1, "right source": r"key ([\d.]+)"}
FIGURES = {"value": "  value " + F1, "value and unit": r"value\+unit" + F1, "marked bounds": "bound_marked" + F1,
           "measure or party": "concept_partial" + F1}  # fmt: skip
MERGES = {"wrong merges": r"wrong merge\s+([\d.]+)", "missed merges": r"missed merge\s+([\d.]+)"}
ACTORS = {"named mentions": r"detection head F1\s+([\d.]+)", "kind": r"kind accuracy\s+([\d.]+)",
          "B-cubed named": r"b3 named F1\s+([\d.]+)", "B-cubed all": r"b3 all F1\s+([\d.]+)", **MERGES,
          "pronouns right": r"pronoun right\s+([\d.]+)", "pronouns wrong": r"pronoun wrong\s+([\d.]+)"}  # fmt: skip
ALL = "--errors 100000 --boot 1"

SETS = [
    GoldSet("claims, PolNeAR, cues of speech", "predict.py claims claims/polnear_dev.jsonl {out} --flat",
            f"claims/score.py claims/polnear_dev.jsonl {{out}} --speech claims/speech_cues.txt {ALL}", CLAIMS, "\n\n"),
    GoldSet("claims, PolNeAR, all cues", "predict.py claims claims/polnear_dev.jsonl {out} --flat",
            f"claims/score.py claims/polnear_dev.jsonl {{out}} {ALL}", CLAIMS, "\n\n"),
    GoldSet("claims, GUM news", "predict.py claims claims/gumnews_dev.jsonl {out}",
            f"claims/score.py claims/gumnews_dev.jsonl {{out}} {ALL}", CLAIMS, "\n\n"),
    GoldSet("figures, NewsQuant", "predict.py figures figures/newsquant_dev.jsonl {out}",
            "figures/score.py figures/newsquant_dev.jsonl {out} --errors 100000 --rounds 1", FIGURES, "\n\n"),
    GoldSet("figures, Wikinews", "predict.py figures figures/wikinews_dev.jsonl {out}",
            "figures/score.py figures/wikinews_dev.jsonl {out} --errors 100000 --rounds 1", FIGURES, "\n\n"),
    GoldSet("actors, GUM", "predict.py actors actors/gum_dev.jsonl {out}",
            f"actors/score.py actors actors/gum_dev.jsonl {{out}} {ALL}", ACTORS),
    GoldSet("speakers, GUM", "predict.py speakers actors/gumspeak_dev.jsonl {out}",
            f"actors/score.py speakers actors/gumspeak_dev.jsonl {{out}} {ALL}",
            {"right": r"all right\s+([\d.]+)", "wrong": r"all wrong\s+([\d.]+)"}),
    GoldSet("claim pairs, eight stories", "pairs/predict.py {out}",
            "pairs/score.py claims pairs/claim_pairs_dev.jsonl {out} --split dev --scope all --match overlap",
            {"same quote": "same_quote" + F1, "same claim": "same_claim" + F1, "either": "same_any" + F1}),
    GoldSet("stance", "stance/predict.py {out}", "stance/score.py stance/stance_dev.jsonl {out}",
            {"accuracy": r"accuracy ([\d.]+)", "macro-F1": r"macro-F1 ([\d.]+)",
             "right target": r"target accuracy ([\d.]+)"}),
    *(GoldSet(f"whole stories, {name}", "", f"run_stories.py {{out}} {name} --misses",
              {"claims joint": r"joint ([\d.]+)", "claims wrong": r"wrong ([\d.]+)",
               "figures value": r"figures value ([\d.]+)", "figures measure": r"measure ([\d.]+)",
               "actors found": r"found ([\d.]+)",
               "pairs, either": r" pairs .*any ([\d.]+)", "figure pairs, either": r"figure_pairs .*any ([\d.]+)"})
      for name in ("may-quits", "teachers-strike", "waffle-house")),
]  # fmt: skip


def score(gold: GoldSet, bench: Path, src: Path, out: Path) -> Scores:
    """Predict with the package in ``src`` and score. OSError where a script fails, with its last lines."""
    where = out / re.sub(r"\W+", "-", gold.predict or gold.name)
    if gold.predict and not where.exists():  # two scorers may read the same predictions
        run(gold.predict.format(out=where), bench, src)
    said = run(gold.score.format(out=where), bench, src)
    found = {name: re.search(pattern, said) for name, pattern in gold.figures.items()}
    if absent := [name for name, match in found.items() if match is None]:
        raise OSError(f"{bench / gold.score.split()[0]} does not print {', '.join(absent)}; has its output changed?")
    figures = {name: float(match[1]) for name, match in found.items() if match}
    if max(figures.values()) <= 1:
        figures = {name: round(100 * value, 1) for name, value in figures.items()}
    return Scores(figures, Counter(row.strip() for row in said.split(gold.rows) if row.strip()))


def run(command: str, bench: Path, src: Path) -> str:
    done = subprocess.run(
        [sys.executable, *command.split()],
        cwd=bench,
        env=os.environ | {"PYTHONPATH": str(src)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise OSError(f"{bench / command.split()[0]} failed: {' / '.join(done.stderr.splitlines()[-3:])}")
    return done.stdout + done.stderr
