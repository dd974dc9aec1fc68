"""Whom a pronoun means, and when it stays open."""

import pytest
from actor_reading import read

CASES = {
    "gender": ("Elena Castro met Mark Ellery. He was late.", "He", "Mark Ellery"),
    "subject of what is said": ("Peter Lang met David Roth. Lang said that he was late.", "he", "Peter Lang"),
    "I": ("“I was late,” Joan Baker said.", "I", "Joan Baker"),
    "I is nobody's that is a body": ("“I was late,” the Riverside Trust said.", "I", None),
    "a text is no he": ("Ada Moss left. A memo said that he was late.", "he", None),
    "not the speaker": ("“I told Amal Haddad that she was wrong,” Joan Baker said.", "she", "Amal Haddad"),
    "reflexive": ("Peter Lang told David Roth about himself.", "himself", "Peter Lang"),
    "owner of the clause": ("Ivo Moss read Peter Lang’s letter, in which he denied it.", "he", "Peter Lang"),
    "its": ("Chile closed its port.", "its", "Chile"),
    "they": ("The Riverside Trust bought the site. They will build.", "They", "Riverside Trust"),
    "who": ("Ada Moss, who was late, left.", "who", "Ada Moss"),
    "two": ("Peter Lang met David Roth for lunch. Later he said that it rained.", "he", None),
    "nobody": ("It rained. He was late.", "He", None),
    "somebody else has had a turn": (
        "“It is over,” Karl Moss said. Ivo Brandt disagreed. “Never,” he said.",
        "he",
        "Ivo Brandt",
    ),
    "nobody has": ("“It is over,” Karl Moss said. It rained on Ivo Brandt. “Never,” he said.", "he", "Karl Moss"),
    "whom the quotation names": ("Karl Moss met Ivo Brandt. Moss spoke. “Moss is right,” he said.", "he", "Ivo Brandt"),
    "a bare word is no man": ("Grexit divided them. Later he left.", "he", None),
    "a surname that speaks is": ("Okeke said that it rained. He was late.", "He", "Okeke"),
    "a name of both": ("Lindsey Okafor left the hall. He was late.", "He", "Lindsey Okafor"),
    "the candidate": ("Ada Moss spoke at noon. The candidate was late.", "The candidate", "Ada Moss"),
    "the teenager is no judge": ("Judge Ada Moss spoke at noon. The teenager was brave.", "The teenager", None),
    "the administration": ("The Port Administration met. The administration was late.", "The administration", None),
    "a man told of": ("Ivo Moss left. The man who came late, Karl Roe, wept. He sang.", "He", "Karl Roe"),
    "the candidate of two": ("Ada Moss met Ruth Price at noon. The candidate was late.", "The candidate", None),
    "whom the report names": (
        "Ada Moss met Ivo Brandt and Karl Roe. Brandt spoke. Captain Roe fell, he said.",
        "he",
        "Ivo Brandt",
    ),
    "it said": ("The Harbour Board closed the gate. It said that it rained.", "It", "Harbour Board"),
    "it is": ("The Harbour Board closed the gate. It is late.", "It", None),
    "it says, as before": (
        "One dose helps for a year, according to the Riverside Trust. It said that two last for life.",
        "It",
        "Riverside Trust",
    ),
    "whom the report names is not it": (
        "The Harbour Board met the Riverside Trust. “The Trust has paid the bill,” it said.",
        "it",
        "Harbour Board",
    ),
    "the last that said something": (
        "Karl Moss left. Moss ate. Senator Ivo Roe said that Moss was late.\n\n“It rained all day,” he said.",
        "he",
        "Ivo Roe",
    ),
    "a body that names itself": (
        "The Riverside Trust has paid. “The Trust’s boats are safe and will sail,” it said.",
        "it",
        "Riverside Trust",
    ),
    "who has just come in": (
        "“It rained,” Ruth Price told them.\n\nThat was no help to Ada Moss, 67, a cook.\n\n“Never,” she said.",
        "she",
        "Ada Moss",
    ),
    "who has come in earlier": (
        "“It rained,” Ruth Price said.\n\nThat was no help to Ada Moss, 67, a cook. The rain went on.\n\n"
        "“Never,” she said.",
        "she",
        "Ruth Price",
    ),
    "a turn ends with its sentence": (
        "Ada Moss gave up her post. Moss said it was an honour. Her voice breaking, Moss said it was over.\n\n"
        "The prime minister listed a series of what she said were gains, including jobs.",
        "she",
        "Ada Moss",
    ),
    "object is not its subject": ("Clara Okafor met Ruth Price. Okafor thanked her.", "her", "Ruth Price"),
}


@pytest.mark.parametrize(("text", "word", "who"), CASES.values(), ids=CASES)
def test_pronoun(text, word, who):
    reading = read(text)
    nth = [m.start for m in reading.resolution.mentions if reading.text[m.start : m.end] == word]
    places = [i for i in range(len(reading.text)) if reading.text.startswith(word, i)]
    name = reading.name(word, places.index(nth[0])) if nth else None
    assert name == who


def test_company_and_country():
    reading = read("Skarvik Group bought the yard. The company will build ships. Chile agreed. The country needs them.")
    assert reading.name("The company") == "Skarvik Group"
    assert reading.name("The country") == "Chile"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("The Coastal Employers Federation met. Later the federation, which is old, agreed.", "the federation",
         "Coastal Employers Federation"),
        ("The Maritime Safety Bureau met. The safety bureau agreed.", "safety bureau", "Maritime Safety Bureau"),
        ("The Maritime Safety Bureau met. The weather bureau agreed.", "weather bureau", "weather bureau"),
        ("The Maritime Safety Bureau met. The bureau that burned was closed by it.", "The bureau", None),
    ],
    ids=["a clause that only adds", "words of the name", "words that the name has not", "a clause that tells which"],
)  # fmt: skip
def test_a_body_by_its_noun(text, words, who):
    reading = read(text)
    here = [m for m in reading.resolution.mentions if reading.text[m.start : m.end] == words]
    assert (reading.name(words) if here else None) == who


def test_two_companies():
    reading = read("Skarvik Group sued Aldgate Freight Corp. and Brok Shipping Ltd. In court the company lost.")
    assert reading.name("the company") is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Republican Party met. They left. The party said that it rained.", "Republican Party"),
        ("The Republican Party met Democrats. They left. The party said that it rained.", None),
        ("The Democratic Party met. Democrats left. The party said that it rained.", "Democratic Party"),
    ],
)
def test_the_party_of_two(text, who):
    reading = read(text)
    assert reading.name("The party") in ((who,) if who else (None, "The party"))
