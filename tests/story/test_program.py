"""The digest of the program: the same for the same files, another for others."""

from onrecord.story import program


def test_it_is_stable():
    assert program.digest_program.__wrapped__() == program.digest_program()


def test_a_changed_file_changes_it(monkeypatch):
    before = program.digest_program()
    monkeypatch.setattr(program, "digest_file", lambda path: path.name)
    assert program.digest_program.__wrapped__() != before


def test_parts_are_kept_apart():
    assert program.digest_parts(["ab", "c"]) != program.digest_parts(["a", "bc"])
