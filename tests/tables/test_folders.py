"""Files and folders replaced as a whole: whatever stops the work, the last good one stays."""

import errno
import os
from pathlib import Path

import pytest

from onrecord.errors import DataError, UsageError
from onrecord.tables import folders


def test_writing_puts_the_new_file_in_place(tmp_path):
    target = tmp_path / "a" / "table.csv"
    with folders.writing(target) as path:
        path.write_text("new")
        assert not target.exists()
    assert target.read_text() == "new"
    assert [p.name for p in target.parent.iterdir()] == ["table.csv"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, OSError])
def test_writing_keeps_the_old_file_when_stopped(tmp_path, error):
    target = tmp_path / "table.csv"
    target.write_text("old")
    with pytest.raises(error), folders.writing(target) as path:
        path.write_text("half")
        raise error
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["table.csv"]


def test_check_writable_leaves_nothing_behind(tmp_path):
    folders.check_writable(tmp_path, tmp_path / "not" / "there" / "yet")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder(tmp_path):
    (tmp_path / "reports").write_text("a file")
    with pytest.raises(UsageError, match="cannot write into reports/") as caught:
        folders.check_writable(tmp_path, tmp_path / "reports" / "story")
    assert "nothing has been changed" in caught.value.remedy


def test_no_write_permission(tmp_path, monkeypatch):
    def deny(dir):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(folders.tempfile, "TemporaryFile", deny)
    with pytest.raises(UsageError, match="reports: cannot write into reports/: Permission denied"):
        (tmp_path / "reports").mkdir()
        folders.check_writable(tmp_path / "reports")


@pytest.fixture
def moves(tmp_path):
    """Two finished folders, and the two that they are to replace."""
    made = {}
    for name in ("processed", "reports"):
        for state in ("new", "old"):
            (tmp_path / state / name).mkdir(parents=True)
            (tmp_path / state / name / "file").write_text(f"{state} {name}")
        made[tmp_path / "new" / name] = tmp_path / "old" / name
    return made


def contents(moves) -> list[str]:
    return [(target / "file").read_text() for target in moves.values()]


def test_replace_folders(moves):
    folders.replace_folders(moves)
    assert contents(moves) == ["new processed", "new reports"]
    assert sorted(p.name for p in next(iter(moves.values())).parent.iterdir()) == ["processed", "reports"]


def test_replace_folders_that_are_not_there_yet(tmp_path):
    (tmp_path / "new").mkdir()
    folders.replace_folders({tmp_path / "new": tmp_path / "a" / "b"})
    assert (tmp_path / "a" / "b").is_dir()


def stop_at(monkeypatch, number: int, error: BaseException) -> None:
    """Make the numbered move fail; those of the way back work again."""
    done, replace = [], os.replace

    def move(source, target):
        done.append(source)
        if len(done) == number:
            raise error
        replace(source, target)

    monkeypatch.setattr(folders.os, "replace", move)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_failing_move_takes_the_others_back(moves, monkeypatch, number):
    stop_at(monkeypatch, number, OSError(28, "No space left on device"))
    with pytest.raises(OSError, match="No space left"):
        folders.replace_folders(moves)
    assert contents(moves) == ["old processed", "old reports"]


@pytest.mark.parametrize("number", [2, 3, 4])
def test_ctrl_c_between_two_moves_takes_them_back(moves, monkeypatch, number):
    stop_at(monkeypatch, number, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        folders.replace_folders(moves)
    assert contents(moves) == ["old processed", "old reports"]


def make(folder, text):
    folder.mkdir(parents=True)
    (folder / "a").write_text(text)
    return folder


def test_a_target_on_another_file_system_gets_a_copy_beside_it_first(tmp_path, monkeypatch):
    new, target = make(tmp_path / "build" / "x", "new"), make(tmp_path / "out" / "x", "old")
    other = tmp_path / "out"
    stat, moved = Path.stat, []

    def device(self, **more):
        found = stat(self, **more)
        return os.stat_result((*found[:2], found.st_dev + 1, *found[3:])) if self == other else found

    replace = os.replace
    monkeypatch.setattr(Path, "stat", device)
    monkeypatch.setattr(folders.os, "replace", lambda a, b: (moved.append(Path(a).parent), replace(a, b)))
    folders.replace_folders({new: target})
    assert (target / "a").read_text() == "new"
    assert set(moved) == {other}  # every rename was within the target's own folder


def test_a_kill_between_two_renames_is_finished_at_the_next_start(tmp_path, monkeypatch):
    moves = {make(tmp_path / "b" / n, "new"): make(tmp_path / n, "old") for n in ("tables", "report")}
    journal = tmp_path / "work"
    replace, done = os.replace, []

    class Killed(BaseException):
        pass

    def kill(a, b):
        if len(done) == 3:  # the journal, and the first folder's two renames
            raise Killed
        done.append(b)
        replace(a, b)

    monkeypatch.setattr(folders.os, "replace", kill)
    monkeypatch.setattr(folders, "_move_back", lambda *_: None)  # a kill gives no time to go back
    monkeypatch.setattr(folders, "_forget", lambda *_: None)
    with pytest.raises(Killed):
        folders.replace_folders(moves, journal)
    monkeypatch.undo()
    assert {(tmp_path / n / "a").read_text() for n in ("tables", "report")} == {"new", "old"}
    assert folders.finish_moves(journal)
    assert {(tmp_path / n / "a").read_text() for n in ("tables", "report")} == {"new"}
    assert not list(tmp_path.glob(".*"))
    assert not folders.finish_moves(journal)


def test_a_full_disk_is_told_as_one(tmp_path):
    with pytest.raises(DataError, match="the disk is full"), folders.writing(tmp_path / "a"):
        raise OSError(errno.ENOSPC, "No space left on device")
