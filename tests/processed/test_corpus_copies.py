"""One text in several articles of a corpus is found across its shards, told, and its claims count once."""

import json
import shutil
from datetime import date

import pytest
from conftest import REPOSITORY

from onrecord.intake import Item
from onrecord.intake.received import Metadata
from onrecord.processed import Corpus, open_corpus, write_corpus_copies
from onrecord.processed.corpus_copies import find_corpus_copies
from onrecord.run import corpus as shards
from onrecord.run.engines import open_here

PAGES = sorted((REPOSITORY / "tests" / "intake" / "pages").glob("*.json"))[:6]
BODIES = [json.loads(path.read_text(encoding="utf8"))["body"] for path in PAGES]
LEAD = "Our reporter looked on as the town woke to the news on a grey morning, and few who came were surprised."


def trim(body: str) -> str:
    parts = body.split("\n\n")
    return "\n\n".join(parts[: max(3, len(parts) // 2)])


def item(name: str, outlet: str, day: int | None, body: str) -> Item:
    published = date(2019, 3, day) if day else None
    return Item(f"{name}.txt", name, ".txt", body.encode(), Metadata(outlet=outlet, published=published))


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Corpus:
    """Texts written apart, then copies of some: one printed whole but dated before, one shortened, two under a lead."""
    items = [item(f"apart-{n}", "Coast News", 5, body) for n, body in enumerate(BODIES)]
    items += [
        item("before", "Gull", 4, BODIES[0]),
        item("short", "Gull", 6, trim(BODIES[1])),
        item("led", "Herald", 7, f"{LEAD}\n\n{BODIES[2]}"),
        item("led-too", "Post", None, f"{LEAD}\n\n{trim(BODIES[2])}"),
    ]
    folder = tmp_path_factory.mktemp("copied")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "MOST_ARTICLES", 3)
        shards.extract_corpus(items, folder, open_here, lambda _: None)
    assert write_corpus_copies(folder) == 4
    return open_corpus(folder)


@pytest.fixture(scope="module")
def bare(made, tmp_path_factory) -> Corpus:
    """The same corpus before copies were looked for."""
    folder = tmp_path_factory.mktemp("bare")
    shutil.copytree(made.folder / "shards", folder / "shards")
    return open_corpus(folder)


def test_each_copy_names_the_first_by_its_day(made):
    found = {(row.article_id, row.copy_of) for row in find_corpus_copies(made)}
    assert found == {("apart-0", "before"), ("short", "apart-1"), ("led", "apart-2"), ("led-too", "apart-2")}


def test_they_are_told(made):
    told = made.copies().table
    assert told[["outlet", "copies", "printed_by"]].to_numpy().tolist() == [
        ["Coast News", 2, "Herald, Post"],
        ["Gull", 1, "Coast News"],
        ["Coast News", 1, "Gull"],
    ]
    assert "of which 4 print an earlier one's text" in repr(made)
    coverage = made.coverage().table.set_index(["outlet", "month"])["copies"]
    assert coverage["Gull"].tolist() == [1]
    assert coverage["Coast News"].tolist() == [1]


def test_a_claim_that_copies_print_counts_once(made, bare):
    ours = made.most_quoted(500).table.set_index("actor")
    each = bare.most_quoted(500).table.set_index("actor")
    copied = made.query(
        "SELECT DISTINCT name FROM actors JOIN speakers USING (actor_id) JOIN claims USING (claim_id) "
        "JOIN copies USING (article_id) WHERE copy_of = 'apart-2'"
    )["name"]
    name = next(name for name in ours.index if name in set(copied) and each["articles"][name] == 3)
    assert each["claims"][name] >= 2 * ours["claims"][name]
    assert ours["articles"][name] == 3
    assert made.claims_by(name).table["copy_of"].notna().any()


def test_without_the_table_nothing_is_a_copy(bare):
    assert bare.copies().table.empty
