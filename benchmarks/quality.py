"""How well the package reads, measured on gold, held against another revision and against floors.

usage: python benchmarks/quality.py [--against REV] [--bench FOLDER] [--write]

Our own gold (tests/gold) is judged row by row; where FOLDER (default ../shared/bench) lies beside the project, the
gold of others is scored too. With --against, every row that REV answered differently is printed as gained or lost.
Fails, with exit status 1, where a figure is below its floor in benchmarks/floors.csv, or where the README's table is
not what was measured; --write writes that table, and raises floors to what was measured (it never lowers one).
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import others_gold
from others_gold import Scores

ROOT = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("floors.csv")
README = ROOT / "README.md"
VERDICTS = ("right", "wrong", "open", "missed", "spare")
Verdicts = dict[str, dict[str, str]]  # measure -> row -> verdict
Bounds = tuple[float | None, float | None]  # the least that is right, the most that is wrong


def f1(counts: Counter[str]) -> float:
    """F1 in percent of the rows of gold; what is open is not answered, what is wrong counts on both sides."""
    answered = counts["right"] + counts["wrong"] + counts["spare"]
    wanted = counts["right"] + counts["wrong"] + counts["open"] + counts["missed"]
    return round(100 * 2 * counts["right"] / (answered + wanted), 1) if answered + wanted else 0.0


def judge(src: Path) -> Verdicts:
    """Our gold, judged with the package in ``src``."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("own_gold.py"))],
        env=os.environ | {"PYTHONPATH": str(src)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise OSError(f"the package in {src} cannot be measured: {' / '.join(done.stderr.splitlines()[-3:])}")
    found: Verdicts = {}
    for line in done.stdout.splitlines():
        measure, row, verdict = json.loads(line)
        found.setdefault(measure, {})[row] = verdict
    return found


@contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    """The ``src`` of another revision, in a worktree that goes when it has been measured."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        git = ["git", "-C", str(ROOT), "worktree"]
        done = subprocess.run(
            [*git, "add", "--detach", str(tree), revision], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise OSError(f"--against {revision}: {done.stderr.strip()}")
        try:
            yield tree / "src"
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], capture_output=True, check=False)


def changed_rows(new: Verdicts, old: Verdicts) -> list[str]:
    """Each row of our gold whose verdict is another one, told as gained, lost or moved."""
    lines = []
    for measure in sorted(new.keys() | old.keys()):
        now, before = new.get(measure, {}), old.get(measure, {})
        for row in sorted(now.keys() | before.keys()):
            is_, was = now.get(row, "not there"), before.get(row, "not there")
            if is_ != was:
                better = is_ == "right" or was == "spare"
                sign = "gained" if better else "lost" if was == "right" or is_ == "spare" else "moved"
                lines.append(f"{sign}: {measure}: {row} ({was} -> {is_})")
    return lines


def changed_errors(new: Scores, old: Scores) -> list[str]:
    """What a scorer lists as an error now and did not before, and the reverse."""
    lost, gained = new.errors - old.errors, old.errors - new.errors
    return [f"lost: {' '.join(e.split())[:160]}" for e in lost] + [
        f"gained: {' '.join(e.split())[:160]}" for e in gained
    ]


def own_table(found: Verdicts) -> str:
    lines = [f"| our gold | {' | '.join(VERDICTS)} | F1 |", f"|---|{'---:|' * len(VERDICTS)}---:|"]
    for measure, rows in found.items():
        counts = Counter(rows.values())
        cells = " | ".join(str(counts[verdict]) for verdict in VERDICTS)
        lines.append(f"| {measure} | {cells} | {f1(counts):.1f} |")
    return "\n".join(lines)


def others_table(scores: dict[str, Scores]) -> str:
    lines = ["| gold of others | in percent |", "|---|---|"]
    for name, scored in scores.items():
        lines.append(f"| {name} | {' · '.join(f'{figure} {value:.1f}' for figure, value in scored.figures.items())} |")
    return "\n".join(lines)


def read_floors() -> dict[str, Bounds]:
    with FLOORS.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {r["measure"]: tuple(float(r[k]) if r[k] else None for k in ("least", "most")) for r in rows}


def reached(found: Verdicts, scores: dict[str, Scores]) -> dict[str, Bounds]:
    """What was measured, as bounds: of our gold F1 and the rows that are wrong or spare, of others' gold each figure,
    which is a least where more is better and a most where less is."""
    own = {m: Counter(rows.values()) for m, rows in found.items()}
    out: dict[str, Bounds] = {m: (f1(counts), counts["wrong"] + counts["spare"]) for m, counts in own.items()}
    for name, scored in scores.items():
        for figure, value in scored.figures.items():
            fewer = figure.endswith(("wrong", "merges"))
            out[f"{name} · {figure}"] = (None, value) if fewer else (value, None)
    return out


def below_floor(now: dict[str, Bounds], floors: dict[str, Bounds], *, others: bool) -> list[str]:
    """Each measure that is worse than its floor, and each that has none or is measured no more; ``others``: whether the
    gold of others was scored."""
    theirs = tuple(gold.name for gold in others_gold.SETS)
    asked = [m for m in floors if others or not m.startswith(theirs)]
    lines = [f"{m}: not measured, but {FLOORS.name} has a floor for it" for m in asked if m not in now]
    for measure, (got, wrong) in now.items():
        if measure not in floors:
            lines.append(f"{measure}: no floor in {FLOORS.name}; --write adds one")
            continue
        least, most = floors[measure]
        if least is not None and got is not None and got < least:
            lines.append(f"{measure}: {got:.1f}, floor {least:.1f}")
        if most is not None and wrong is not None and wrong > most:
            lines.append(f"{measure}: {wrong:g} wrong, at most {most:g}")
    return lines


def raise_floors(now: dict[str, Bounds], floors: dict[str, Bounds]) -> None:
    """Write what was measured where it is better; a measure that was not measured keeps its floor."""
    with FLOORS.open("w", encoding="utf8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["measure", "least", "most"])
        for measure in [*now, *(m for m in floors if m not in now)]:
            known = [b for b in (now.get(measure), floors.get(measure)) if b]
            least = max((b[0] for b in known if b[0] is not None), default="")
            most = min((b[1] for b in known if b[1] is not None), default="")
            out.writerow([measure, least, f"{most:g}" if most != "" else ""])


def around(name: str, text: str) -> tuple[str, str, str]:
    """A text before, between and after the marks of this name, which stay with the outer two."""
    start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    if start not in text or end not in text:
        raise OSError(f"{README.name} has no {start.strip()} … {end}")
    before, rest = text.split(start)
    between, after = rest.split(end)
    return before + start, between, end + after


def write_table(name: str, table: str, today: date) -> None:
    before, old, after = around(name, README.read_text(encoding="utf8"))
    if table not in old:  # an unchanged table keeps its date
        new = f"Measured on {today.day} {today:%B %Y} with `make quality`.\n\n{table}\n"
        README.write_text(before + new + after, encoding="utf8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", metavar="REV")
    parser.add_argument("--bench", metavar="FOLDER", type=Path, default=ROOT.parent / "shared" / "bench")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    try:
        return measure(given.against, given.bench.resolve(), write=given.write)
    except OSError as fault:
        print(f"quality: {fault}", file=sys.stderr)
        return 2


def measure(against: str | None, bench: Path, *, write: bool) -> int:
    found = judge(ROOT / "src")
    print(own_table(found), end="\n\n")
    if against:
        with checked_out(against) as src:
            print("\n".join(changed_rows(found, judge(src)) or [f"no row differs from {against}"]), end="\n\n")
            scores = score_others(bench, src)
    else:
        scores = score_others(bench, None)
    print(others_table(scores) if scores else f"{bench}: not there, so the gold of others was not scored")
    now = reached(found, scores)
    if write:
        today = datetime.now(tz=UTC).date()
        raise_floors(now, read_floors())
        write_table("own gold", own_table(found), today)
        if scores:
            write_table("gold of others", others_table(scores), today)
    faults = below_floor(now, read_floors(), others=bool(scores))
    if own_table(found) not in around("own gold", README.read_text(encoding="utf8"))[1]:
        faults.append(f"{README.name}: its table is not what was measured; python benchmarks/quality.py --write")
    print("\n".join(f"quality: {fault}" for fault in faults), file=sys.stderr, end="\n" if faults else "")
    return bool(faults)


def score_others(bench: Path, other: Path | None) -> dict[str, Scores]:
    """Every set of ``others_gold`` that lies in ``bench``; with ``other``, what differs from the package there."""
    scores: dict[str, Scores] = {}
    with tempfile.TemporaryDirectory() as here, tempfile.TemporaryDirectory() as there:
        for gold in others_gold.SETS if bench.is_dir() else ():
            scores[gold.name] = new = others_gold.score(gold, bench, ROOT / "src", Path(here))
            if other:
                old = others_gold.score(gold, bench, other, Path(there))
                moved = [f"{k} {old.figures[k]:.1f} -> {v:.1f}" for k, v in new.figures.items() if v != old.figures[k]]
                print("\n".join([f"{gold.name}: {', '.join(moved) or 'no figure moved'}", *changed_errors(new, old)]))
    return scores


if __name__ == "__main__":
    sys.exit(main())
