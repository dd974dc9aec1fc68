"""Names of one article that are one person's, and those that are not."""

import pytest
from actor_reading import read

CASES = {
    "surname": ("Ada Moss left. Moss said that it rained.", "Moss", 1, "Ada Moss"),
    "first name": ("Zofka Brandt left. Zofka was tired.", "Zofka", 1, "Zofka Brandt"),
    "full name later": ("“It rained,” Shadrin said. Oleg Shadrin runs the port.", "Shadrin", 0, "Oleg Shadrin"),
    "honorific": ("Clara Okafor and her brother Daniel Okafor left. Mr. Okafor ran.", "Okafor", 2, "Daniel Okafor"),
    "title": ("Governor Alan Price met Ruth Price. Gov. Price said that it rained.", "Price", 2, "Alan Price"),
    "kin is named in passing": (
        "Clara Okafor left with her daughter Ruth Okafor. Okafor said that it rained.", "Okafor", 2, "Clara Okafor"),
    "earlier use": (
        "Ahmed Karim left. Karim was tired. His uncle Omar Karim came. Karim said that it rained.", "Karim", 3,
        "Ahmed Karim"),
    "two, undecidable": ("Karen Doyle and Simon Doyle spoke. Doyle said that it rained.", "Doyle", 2, None),
    "junior": ("Victor Hale left. Victor Hale Jr. sold it. The younger Hale ran.", "Hale", 2, "Victor Hale Jr."),
    "the younger of two": (
        "Victor Hale left. Hale was tired. His brother, Ivo Hale, stayed. The younger Mr. Hale sold it.", "Hale", 3,
        "Ivo Hale"),
    "the elder of two, undecidable": (
        "Karen Doyle and Simon Doyle spoke. The elder Doyle said that it rained.", "Doyle", 2, None),
    "two surnames": ("Enrique Soto Ruiz left. Soto Ruiz said that it rained.", "Soto Ruiz", 1, "Enrique Soto Ruiz"),
    "surname before kin comes": (
        "Mr. Doe spoke. He left with his son John Doe Jr., who was silent.", "Doe", 0, "Doe"),
    "kin behind a comma and a title": (
        "Anna Lenz wept. Her father, Rev. Karl Lenz, waited. Lenz said that it rained.", "Lenz", 2, "Anna Lenz"),
    "kin told behind the name": (
        "Karl Brandt wept. Maria Brandt, his wife, waited. Brandt said that it rained.", "Brandt", 2, "Karl Brandt"),
    "who has died does not speak": (
        "Clara Okafor died in May. Her daughter, Ruth Okafor, wept. “It rained,” Ms. Okafor said.", "Okafor", 2,
        "Ruth Okafor"),
    "who has died is buried": (
        "Clara Okafor died in May. Her daughter, Ruth Okafor, wept. Okafor was buried in June.", "Okafor", 2,
        "Clara Okafor"),
    "no kin": ("Karl Brandt wept. Maria Brandt, a baker, waited. Brandt said so.", "Brandt", 2, None),
    "junior by his surname": (
        "Martin Doe spoke. Martin Doe Jr. disagreed. Doe Jr. said that it rained.", "Doe Jr.", 1, "Martin Doe Jr."),
    "no relation": (
        "Captain Tarnsk fled. Ana Tarnsk, who is not related to him, wept. Captain Tarnsk was late.", "Tarnsk", 2,
        "Tarnsk"),
    "a namesake whom the text tells apart": (
        "Ana Tarnsk, who shares a surname with the captain, wept. It rained. Tarnsk said so.", "Tarnsk", 1, "Tarnsk"),
    "two whom the text tells apart": (
        "Ana Tarnsk left. Karl Tarnsk, who shares her surname, wept. Tarnsk said that it rained.", "Tarnsk", 2, None),
    "something else is not related": (
        "Ana Tarnsk wept. The storms are not related. Tarnsk said that it rained.", "Tarnsk", 1, "Ana Tarnsk"),
    "nickname": ("J. Christopher Moss left. Chris was tired, he said.", "Chris", 1, "J. Christopher Moss"),
    "nickname of two": ("Alexander Moss met Alexandra Brandt. Alex was tired.", "Alex", 2, None),
    "family name first": ("Kim Dae-jin left. Kim said that it rained.", "Kim", 1, "Kim Dae-jin"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "nth", "who"), CASES.values(), ids=CASES)
def test_short_names(text, words, nth, who):
    assert read(text).name(words, nth) == who


def test_open_name_says_why():
    reading = read("Karen Doyle and Simon Doyle spoke. Doyle said that it rained.")
    number = reading.mention("Doyle", 2)
    assert reading.resolution.reasons[number] == "open: 2 people of this name"
    assert reading.speakers == [[]]


def test_a_reason_spells_the_name_as_the_article_does():
    assert "the surname of Ada McMoss" in read("Ada McMoss left. McMoss said that it rained.").resolution.reasons
