"""One attribution a cue: what belongs to it, and what the parse has hung on it by mistake."""

from claim_reading import read


def test_a_comment_goes_on_with_the_speaker():
    text = "Rossi said the bridge was safe, adding that the rain had stopped."
    first, second = read(text)
    assert text[slice(*first.content[0])] == "the bridge was safe"
    assert text[slice(*second.source)] == "Rossi" and second.within is None


def test_a_contrast_is_another_claim():
    text = "Rossi said the bridge was safe, though she noted that nobody had checked."
    assert [c.within for c in read(text)] == [None, None]


def test_evidence_that_is_one_claim():
    text = "Rossi presented the letter as evidence that the bridge was safe."
    assert sum("the bridge was safe" in text[slice(*c.content[-1])] and c.within is None for c in read(text)) == 1


def test_a_participle_after_the_reporting_clause():
    text = "“The bridge is safe and sound,” Rossi said, adding that the rain had stopped."
    assert [text[slice(*c.source)] for c in read(text)] == ["Rossi", "Rossi"]
