"""The weights that ship, and whether they are there."""

from onrecord import models


def test_the_tagger_is_there_only_with_its_vocabulary(tmp_path, monkeypatch):
    assert models.has_tagger()
    monkeypatch.setattr(models, "VOCABULARY", tmp_path / "tokenizer.json")
    assert not models.has_tagger()
