"""What a corpus costs: articles and words a second, memory, one process and two, and what kills cost.

usage: python benchmarks/scale.py [--articles N] [--short] [--two] [--kills N] [--dask] [--keep DIR]

Makes N articles (400) that recombine the paragraphs of tests/intake/pages, as JSON lines (with --short: briefs of one
or two paragraphs, for what depends on the number of articles alone), and prints

- plain spaCy's pipe over the same texts, and everything (reading, extraction, Parquet) in one process beside it;
- two processes beside one (with --two: alone, which takes a third of the time), and the largest memory of a worker
  after a tenth of the time and at most;
- with --kills: a run killed (-9) so many times at random moments, and started again each time: same bytes or not;
- with --dask: a local cluster of two workers of which one is killed in the middle: same bytes or not.
"""

import argparse
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import spacy

from onrecord import language
from onrecord.intake import find_blocks

PAGES = Path(__file__).parents[1] / "tests" / "intake" / "pages"
SENTENCE_END = re.compile(r"(?<=[.!?”]) (?=[“A-Z])")
PARAGRAPHS = (8, 26)  # of an article; news runs from 300 to 1,200 words
BRIEF = (1, 2)
WAIT = 2.0  # seconds between two looks at memory: a look takes hundredths of a second of a processor that works
LIFE = 15.0  # seconds up to which a short run lives before it is killed; a long one more


def make_articles(count: int, size: tuple[int, int] = PARAGRAPHS) -> Iterator[dict[str, str]]:
    """Articles whose paragraphs are those of the pages, in new company and order; the same each time.

    ``size``: the least and the largest number of paragraphs.
    """
    chance = random.Random(0)
    pages = [json.loads(path.read_text(encoding="utf8")) for path in sorted(PAGES.glob("*.json"))]
    paragraphs = [paragraph for page in pages for paragraph in page["body"].split("\n\n")]
    for number in range(count):
        body = "\n\n".join(chance.choices(paragraphs, k=chance.randint(*size)))
        day = f"{2015 + number % 8}-{1 + number % 12:02}-{1 + number % 28:02}"
        yield {"id": f"{number:06}", "text": body, "outlet": pages[number % len(pages)]["outlet"], "date": day}


def command(source: Path, out: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "onrecord.run.entry", "extract", str(source), "--out", str(out), *more]


def run(source: Path, out: Path, *more: str) -> tuple[float, list[float]]:
    """Seconds of a whole run, and the largest memory of one process at each look, in GB."""
    start, memory = time.perf_counter(), []
    process = subprocess.Popen(command(source, out, *more), stdout=subprocess.DEVNULL)
    while process.poll() is None:
        memory.append(_largest(process.pid))
        time.sleep(WAIT)
    assert process.returncode == 0
    return time.perf_counter() - start, memory


def _largest(pid: int) -> float:
    """Of a process and its children; unique memory, since pages of one file are shared."""
    try:
        parent = psutil.Process(pid)
        return max(one.memory_full_info().uss for one in (parent, *parent.children(recursive=True))) / 1e9
    except psutil.Error:
        return 0.0


def digest(out: Path) -> str:
    """Of every file's name and bytes but the lock."""
    whole = hashlib.sha256()
    for path in sorted(p for p in out.rglob("*") if p.is_file() and not p.name.startswith("run.")):
        whole.update(f"{path.relative_to(out)}\0".encode() + path.read_bytes())
    return whole.hexdigest()[:16]


def kill_and_resume(source: Path, out: Path, kills: int, seconds: float) -> int:
    """Start, kill with all its children at a random moment, start again; how many starts it took to end."""
    chance = random.Random(1)
    for _ in range(kills):
        process = subprocess.Popen(command(source, out, "-j", "2"), stdout=subprocess.DEVNULL, start_new_session=True)
        try:
            process.wait(chance.uniform(1, max(LIFE, 1.6 * seconds / kills)))
            return 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    run(source, out, "-j", "2")
    return kills + 1


def lose_a_worker(source: Path, out: Path, seconds: float) -> None:
    """Extract on a Dask cluster of two workers, and kill one of them in the middle."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        process = subprocess.Popen(
            command(source, out, "--engine", "dask", "--scheduler", address), stdout=subprocess.DEVNULL
        )
        time.sleep(seconds / 3)
        worker = next(iter(cluster.workers.values()))
        os.kill(worker.process.pid, signal.SIGKILL)
        assert process.wait() == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--two", action="store_true")
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--dask", action="store_true")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="onrecord-scale-"))
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "articles.jsonl"
    rows = list(make_articles(given.articles, BRIEF if given.short else PARAGRAPHS))
    source.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf8")
    words = sum(len(row["text"].split()) for row in rows)
    print(f"{len(rows)} articles, {words:,} words")
    nlp = spacy.load(language.PIPELINE)
    sample = rows[:200]
    texts = [row["text"][s:e] for row in sample for s, e in find_blocks(row["text"])]
    start = time.perf_counter()
    for _ in nlp.pipe(texts):
        pass
    plain = sum(len(text.split()) for text in texts) / (time.perf_counter() - start)
    print(f"plain spaCy: {plain:,.0f} words/s (of {len(sample)} articles)")
    taken = {}
    for workers in ("2",) if given.two else ("1", "2"):
        seconds, memory = run(source, folder / f"out{workers}", "-j", workers)
        taken[workers] = seconds
        tenth = max(memory[: max(1, len(memory) // 10)])
        print(
            f"{workers} process: {seconds:.1f} s, {len(rows) / seconds:.2f} articles/s, {words / seconds:,.0f} words/s,"
            f" {plain * seconds / words:.2f} x plain spaCy; {tenth:.2f} GB after a tenth, {max(memory):.2f} at most"
        )
    if not given.two:
        print(f"two processes: {taken['1'] / taken['2']:.2f} x one; same bytes: {_same(folder, 'out1', 'out2')}")
    if given.kills:
        starts = kill_and_resume(source, folder / "killed", given.kills, taken["2"])
        print(f"{given.kills} kills, {starts} starts; same bytes: {_same(folder, 'out2', 'killed')}")
    if given.dask:
        lose_a_worker(source, folder / "dask", taken["2"])
        print(f"dask with a worker killed; same bytes: {_same(folder, 'out2', 'dask')}")
    hours = 1_000_000 * taken["2"] / len(rows) / 8 / 3600
    print(f"a million such articles on 16 cores: {hours:.1f} hours, if they add up as two do")
    if not given.keep:
        shutil.rmtree(folder)


def _same(folder: Path, a: str, b: str) -> bool:
    return digest(folder / a) == digest(folder / b)


if __name__ == "__main__":
    main()
