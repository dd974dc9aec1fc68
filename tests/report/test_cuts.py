"""What one outlet prints of a quotation and another leaves off."""

import pytest
from report_material import make_material, words_of

from onrecord.report.quotations import find_quotations

WHOLE = "“We shall rebuild the old pier in stone. The insurers have already paid for the roof,” Mira Olsund said."
FIRST = "“We shall rebuild the old pier in stone,” Mira Olsund said."
SECOND = "“The insurers have already paid for the roof,” Mira Olsund said."
RAIN = "It rained in Helden all day."


def cuts(*texts: str):
    material = make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)})
    return material, [finding for finding in find_quotations(material) if finding.kind == "cut"]


CASES = {
    "one stops earlier": (
        (WHOLE, FIRST),
        ["Paper A prints words of Mira Olsund that Paper B does not: “The insurers have already paid for the roof”."],
    ),
    "both others stop": (
        (WHOLE, FIRST, FIRST),
        [
            "Paper A prints words of Mira Olsund that neither Paper B nor Paper C does: "
            "“The insurers have already paid for the roof”."
        ],
    ),
    "two print a sentence that one leaves off": (
        (WHOLE, WHOLE.replace("said", "told them"), SECOND),
        ["Paper A and Paper B print words of Mira Olsund that Paper C does not: "
         "“We shall rebuild the old pier in stone”."],
    ),
    "who prints nothing of it": ((WHOLE, WHOLE.replace("said", "told them"), RAIN), []),
    "who has some of the words": (
        (WHOLE, WHOLE.replace("said", "told them"), f"{SECOND} Olsund said that the old pier would be of stone."),
        [],
    ),
    "who gives them to another": (
        (WHOLE, WHOLE.replace("said", "told them"), f"{SECOND} “The old pier,” Ivo Brandt said, “will be of stone.”"),
        [],
    ),
    "a third has some of the words": (
        (WHOLE, FIRST, f"{FIRST} Olsund said that insurers have already paid."),
        [],
    ),
    "a few words": ((WHOLE.replace("The insurers have already paid for the roof", "You know it, friend"), FIRST), []),
    "all of it": ((WHOLE, WHOLE.replace("said", "told them")), []),
}  # fmt: skip


@pytest.mark.parametrize(("texts", "told"), CASES.values(), ids=CASES)
def test_who_prints_more(texts, told):
    assert [finding.text for finding in cuts(*texts)[1]] == told


def test_both_passages_are_shown_and_what_is_lacking_is_marked():
    material, (finding,) = cuts(WHOLE, WHOLE.replace("said", "told them"), SECOND)
    more, less = finding.clippings
    assert [WHOLE[m.start : m.end] for m in more.marks] == ["We shall rebuild the old pier in stone"]
    assert (more.also, words_of(material, less)) == (("Paper B",), SECOND)
