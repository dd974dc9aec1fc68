"""Personal pronouns: each stands where the grammar has it, and none in two persons."""

from onrecord.language import pronouns


def test_the_sets_are_the_grammar_s():
    assert {"he", "him", "his", "himself"} == pronouns.MALE
    assert "we" in pronouns.WE
    assert "our" in pronouns.WE
    assert "i" in pronouns.I
    assert "they" in pronouns.THEY
    assert "its" in pronouns.NEUTER


def test_no_pronoun_is_of_two_persons():
    persons = (pronouns.I, pronouns.WE, pronouns.YOU, pronouns.THIRD_PERSON)
    assert sum(map(len, persons)) == len(pronouns.PERSONAL)
