"""Lines of decisions: appended, waiting while a file cannot be written, and never lost to a spreadsheet."""

import pytest
from conftest import STORY

from onrecord.errors import DataError
from onrecord.extraction import Decision
from onrecord.lab import ledger as ledgers
from onrecord.lab.ledger import RESTORED, UNDONE, Ledger, Lines
from onrecord.story import AliasLine, read_story


@pytest.fixture
def ledger(project) -> Ledger:
    return Ledger(read_story(STORY))


def line(
    row: str, verdict: str, note: str = "", reviewer: str = "AB", on: str = "2024-05-03T10:00:00"
) -> dict[str, str]:
    return {"row_id": row, "words": "x", "verdict": verdict, "column": "", "value": "", "reviewer": reviewer, "on": on,
            "note": note, "article_id": "a"}  # fmt: skip


def text(ledger) -> str:
    return ledger.paths[0].read_text(encoding="utf-8-sig")


def test_lines_are_appended(ledger):
    ledger.write(Lines([line("c1", "accepted")], []))
    first = text(ledger)
    ledger.write(Lines([line("c2", "rejected")], []))
    assert text(ledger).startswith(first)
    assert "c2,x,rejected" in text(ledger)


def test_a_locked_file_loses_nothing(ledger, monkeypatch):
    append = ledgers.append_rows

    def locked(path, *_, **__):
        raise DataError(f"{path.name}: cannot be written: locked.")

    monkeypatch.setattr(ledgers, "append_rows", locked)
    assert ledger.write(Lines([line("c1", "accepted")], [])) == [
        "review.csv: cannot be written: locked. 1 decision waits to be written."
    ]
    assert [waiting["row_id"] for waiting in ledger.waiting.reviews] == ["c1"]
    monkeypatch.setattr(ledgers, "append_rows", append)
    assert ledger.write(Lines([line("c2", "accepted")], [])) == []
    assert text(ledger).index("c1,") < text(ledger).index("c2,")
    assert ledger.waiting.reviews == []


def test_what_a_spreadsheet_saved_over_is_written_again(ledger):
    ledger.write(Lines([line("c1", "accepted")], []))
    old = text(ledger)
    ledger.write(Lines([line("c2", "rejected")], []))
    ledger.paths[0].write_text(old, encoding="utf8")
    told = ledger.write(Lines([line("c3", "accepted")], []))
    (one,) = told
    assert one.startswith("1 decision written before had vanished from review.csv")
    assert [row.row_id for row in ledger.read_steps("AB")] == ["c1", "c2", "c3"]
    assert ledger.write(Lines([line("c4", "accepted")], [])) == []


def test_a_spreadsheet_s_other_marks_are_no_loss(ledger):
    """Saved again with semicolons, in Windows-1252 and with its own kind of day."""
    ledger.write(Lines([line("c1", "accepted", note="größer")], []))
    ledger.paths[0].write_bytes(
        text(ledger).replace(",", ";").replace("2024-05-03T10:00:00", "2024-05-03").encode("cp1252")
    )
    assert ledger.write(Lines([line("c2", "accepted")], [])) == []
    assert [row.row_id for row in ledger.read_steps("AB")] == ["c1", "c2"]


def test_steps_are_without_what_was_taken_back(ledger):
    aliases = [
        {"alias": "Ana", "actor": "Bo", "same": "true", "reviewer": "AB", "on": "2024-05-03T10:00:30", "note": ""}
    ]
    reviews = [
        line("c1", "accepted", on="2024-05-03T10:00:01"),
        line("c1", "rejected", on="2024-05-03T10:00:02"),
        line("c1", "unreviewed", UNDONE, on="2024-05-03T10:00:03"),
        line("c1", "accepted", RESTORED, on="2024-05-03T10:00:03"),
        line("c2", "accepted", reviewer="CD", on="2024-05-03T10:00:04"),
        line("c3", "accepted", reviewer="CD + AB", on="2024-05-03T10:00:40"),
    ]
    ledger.write(Lines(reviews, aliases))
    steps = ledger.read_steps("AB")
    assert [step.row_id if isinstance(step, Decision) else step.alias for step in steps] == ["c1", "Ana", "c3"]
    assert isinstance(steps[1], AliasLine)
    assert steps[0].verdict == "accepted"
