"""What has to stand around some words so that a reader does not take them wrong."""

import pytest
from report_material import make_material, words_of

from onrecord.report.clippings import clip
from onrecord.report.contexts import WIDEST, in_context

LONG = "The roof of the old hall by the harbour burned all night. " * 9
CASES = {
    "its paragraph": (
        "It snowed.\n\nFire chiefs met in Helden. The mayor slept there. It rained then.\n\nIt froze.",
        "The mayor slept",
        "Fire chiefs met in Helden. The mayor slept there. It rained then.",
    ),
    "as much below as there is room for": (
        f"The mayor slept there. {LONG}",
        "The mayor slept",
        f"The mayor slept there. {LONG[: 58 * 7]}".strip(),
    ),
    "what a pronoun points at": (
        "Fire chiefs met in Helden.\n\nThey slept there.",
        "They slept",
        "Fire chiefs met in Helden. They slept there.",
    ),
    "what some are of": (
        "Five boats burned.\n\nOne of them was the mayor’s.",
        "One of them",
        "Five boats burned. One of them was the mayor’s.",
    ),
    "what is rejected": (
        "The roof was old, chiefs said.\n\nThe mayor rejected that, and slept.",
        "The mayor rejected",
        "The roof was old, chiefs said. The mayor rejected that, and slept.",
    ),
    "what is answered to it": (
        "The roof was old, union leader Tomas Brekk said.\n\nMira Olsund insisted that it was safe.\n\nIt rained.",
        "The roof was",
        "The roof was old, union leader Tomas Brekk said. Mira Olsund insisted that it was safe.",
    ),
    "what is rejected is said": (
        "The roof was old, chiefs said.\n\nThe mayor rejected that the roof was old.",
        "The mayor rejected",
        "The mayor rejected that the roof was old.",
    ),
    "a true number": (
        "Ten boats burned, chiefs said.\n\nThe mayor said the true number was five.",
        "The mayor said",
        "Ten boats burned, chiefs said. The mayor said the true number was five.",
    ),
    "what comes with a but": (
        "Mira Olsund said that the roof was safe.\n\nBut chiefs said that it was old.\n\nIt rained.",
        "Mira Olsund",
        "Mira Olsund said that the roof was safe. But chiefs said that it was old.",
    ),
    "whose words begin it": (
        "Mira Olsund spoke.\n\n“The roof was old,” she said. Chiefs slept there.",
        "Chiefs slept",
        "Mira Olsund spoke. “The roof was old,” she said. Chiefs slept there.",
    ),
    "what is said of them": (
        "Chiefs had kept the sheets.\n\nThe mayor, Ada Brekk, said they would be shown.",
        "The mayor",
        "Chiefs had kept the sheets. The mayor, Ada Brekk, said they would be shown.",
    ),
    "a spokeswoman behind it": (
        "Mira Olsund said that the mayor was late.\n\nA spokeswoman for the mayor said that he was ill.\n\nIt rained.",
        "Mira Olsund",
        "Mira Olsund said that the mayor was late. A spokeswoman for the mayor said that he was ill.",
    ),
    "the outlet says that it is not so": (
        "Mira Olsund said that the mayor was late.\n\nThat's not quite the case. He was ill.\n\nIt rained.",
        "Mira Olsund",
        "Mira Olsund said that the mayor was late. That's not quite the case. He was ill.",
    ),
    "the beginning of a quotation": (
        "Mira Olsund spoke. “The roof was old. It was safe,” Olsund said.",
        "It was safe",
        "Mira Olsund spoke. “The roof was old. It was safe,” Olsund said.",
    ),
}


@pytest.mark.parametrize(("body", "words", "shown"), CASES.values(), ids=CASES)
def test_context(body, words, shown):
    material = make_material({"paper-a": body})
    at = body.index(words)
    clipping = clip(material, "paper-a", at, at + len(words), None)
    found = in_context(material, clipping)
    text = words_of(material, found)
    assert (" ".join(text.split()), len(text) <= WIDEST) == (shown, True)
    assert [body[m.start : m.end] for m in found.marks] == [words_of(material, clipping)]


def test_from_where_a_reader_has_to_see_it():
    body = "Chiefs met in Helden.\n\nThe roof burned.\n\nThe mayor slept.\n\nMira Olsund sang."
    material = make_material({"paper-a": body})
    at = body.index("The mayor")
    found = in_context(material, clip(material, "paper-a", at, at + 9, None), since=body.index("The roof"))
    assert words_of(material, found) == "The roof burned. The mayor slept."


def test_who_speaks_goes_on():
    body = "Mira Olsund said the roof was old.\n\n“It burned,” Olsund said.\n\n“It rained,” Ada Brekk said."
    material = make_material({"paper-a": body})
    speaker = next(claim.actor_id for claim in material.claims.values() if claim.start < 30)
    found = in_context(material, clip(material, "paper-a", 0, 9, None), speaker=speaker)
    assert words_of(material, found).endswith("Olsund said.")
    assert not words_of(material, in_context(material, clip(material, "paper-a", 0, 9, None))).endswith("Olsund said.")


def test_words_whose_speaker_there_is_no_room_for_do_not_begin_it():
    body = f"Ada Brekk said: “{LONG}It was old.” The mayor slept, and so did they."
    material = make_material({"paper-a": body})
    at = body.index("The mayor")
    found = in_context(material, clip(material, "paper-a", at, at + 9, None), since=at - 20)
    assert words_of(material, found).startswith("The mayor")


LED = {
    "the paragraph": ("Ships burned. The roof was old. “It rained,” said Mira Olsund.",
                      "Ships burned. The roof was old. “It rained,” said Mira Olsund."),
    "above words that come first": ("The roof was old.\n\n“Rain fell,” said Mira Olsund.",
                                    "The roof was old. “Rain fell,” said Mira Olsund."),
    "above who is known from there": ("Mira Olsund sings.\n\nThe roof was old, Olsund said. “Rain fell.”",
                                      "Mira Olsund sings. The roof was old, Olsund said. “Rain fell.”"),
    "not above who is introduced": ("The roof was old.\n\nHarbour master Mira Olsund said: “Rain fell.”",
                                    "Harbour master Mira Olsund said: “Rain fell.”"),
    "no further": ("It burned.\n\nThe roof was old.\n\n“Rain fell,” said Mira Olsund.",
                   "The roof was old. “Rain fell,” said Mira Olsund."),
}  # fmt: skip


@pytest.mark.parametrize(("body", "shown"), LED.values(), ids=LED)
def test_what_leads_up_to_words(body, shown):
    material = make_material({"paper-a": body})
    at = body.index("“")
    found = in_context(material, clip(material, "paper-a", at, at + 8, None), introduced=True)
    assert words_of(material, found) == shown
