"""Nouns of documents: what speaks for who issued it."""

from onrecord.language.documents import read_documents


def test_statements_are_documents_and_people_are_not():
    assert {"statement", "report", "tweet", "lawsuit", "interview"} <= read_documents()
    assert not {"minister", "spokesman", "company"} & read_documents()


def test_a_video_is_issued_by_nobody():
    assert "video" not in read_documents(issued=True)
    assert "statement" in read_documents(issued=True)
