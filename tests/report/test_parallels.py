"""The same point in several outlets, and copied text."""

import pytest
from report_material import make_material

from onrecord.report.findings import find_findings
from onrecord.report.parallels import find_copied, find_parallels

ROOF = "The council of Helden paid 40 crowns for the new slate roof of the old ferry terminal in spring."
OTHER = "In spring the new slate roof of the old ferry terminal was paid for with 45 crowns of the council."
MORE = [
    "The harbour master slept through the night while the storm broke the last windows of the hall.",
    "A crane from Delvo lifted the wet beams out of the water before the first guests came.",
    "Nobody knows why the lamps of the lighthouse went out an hour before the rain began.",
    "The town council meets again on Friday to discuss a bridge instead of the ferry.",
]


def test_one_point_in_two_outlets_with_the_numbers_that_differ():
    material = make_material({"paper-a": ROOF, "paper-b": OTHER})
    (finding,) = find_parallels(material, ())
    assert finding.text == "“new slate roof of the old ferry terminal”, in Paper A and Paper B."
    marked = [
        [text[m.start : m.end] for m in c.marks] for c, text in zip(finding.clippings, (ROOF, OTHER), strict=True)
    ]
    assert marked == [["40"], ["45"]]


def test_what_nothing_differs_in_is_no_point():
    assert find_parallels(make_material({"paper-a": ROOF, "paper-b": OTHER.replace("45", "40")}), ()) == []
    assert find_parallels(make_material({"paper-a": ROOF, "paper-b": OTHER.replace("45", "many")}), ()) == []


def test_one_speaker_s_point():
    said = (
        "Mira Olsund said on {} that the town would rebuild the old pier in stone for {} crowns before storms return."
    )
    one, other = (
        f"{said.format(day, n)} {more}" for day, n, more in (("Monday", 40, MORE[0]), ("Sunday", 45, MORE[1]))
    )
    material = make_material({"paper-a": one, "paper-b": other})
    assert [f.text for f in find_parallels(material, ())] == ["What Mira Olsund says, in Paper A and Paper B."]


def test_what_a_third_outlet_quotes_some_of_is_no_point_of_two():
    said = "Mira Olsund said on {} that the town would rebuild the old pier in stone before the storms return."
    third = "Ivo Brandt said that they would rebuild the old pier in stone, and slept."
    texts = {"paper-a": said.format("Monday"), "paper-b": said.format("Sunday in Helden"), "paper-c": third}
    assert find_parallels(make_material(texts), ()) == []


def test_of_one_quotation_in_two_outlets_nothing_differs():
    one = "“We shall rebuild the old pier in stone before the storms return,” Mira Olsund said in Helden."
    other = "“We shall rebuild the old pier in stone,” she told them, “before the storms return.”"
    assert find_parallels(make_material({"paper-a": one, "paper-b": f"Mira Olsund spoke. {other}"}), ()) == []


def test_what_is_shown_is_not_repeated():
    material = make_material({"paper-a": ROOF, "paper-b": OTHER})
    (finding,) = find_parallels(material, ())
    assert find_parallels(material, finding.clippings[:1]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(ROOF.replace("The council of Helden", "He"), OTHER, id="a-pronoun"),
        pytest.param(ROOF.replace("The council", "Our council"), OTHER, id="somebody-s-own-words"),
        pytest.param(ROOF.replace("old", "“old"), OTHER, id="a-mark-alone"),
    ],
)
def test_a_sentence_that_does_not_read_alone_is_no_point(one, other):
    assert find_parallels(make_material({"paper-a": one, "paper-b": other}), ()) == []


def test_the_us_is_a_country():
    one = ROOF.replace("The council of Helden", "The US council")
    assert len(find_parallels(make_material({"paper-a": one, "paper-b": OTHER}), ())) == 1


def test_two_numbers_of_one_point_are_told_once():
    told = "Mira Olsund said on Monday that the town would rebuild 40 old piers in stone before the storms return."
    other = told.replace("would rebuild 40", "will rebuild 45").replace("on Monday", "in Helden")
    one, two = "Rain fell in Helden all day, and the ferries lay in the harbour.", "Nobody slept that night in Delvo."
    found = find_findings(make_material({"paper-a": f"{one}\n\n{told}", "paper-b": f"{two}\n\n{other}"}))
    assert [finding.kind for finding in found.printed] == ["number"]


def test_copied_text_is_told_once_with_its_count():
    material = make_material({"paper-a": " ".join(MORE), "paper-b": " ".join(MORE), "paper-c": ROOF})
    (finding,) = find_copied(material)
    assert finding.text == "Paper A and Paper B print at least 4 sentences word for word, spelling and marks apart."
    assert finding.clippings[0].also == ("Paper B",)
    assert find_parallels(material, ()) == []
    assert find_copied(make_material({"paper-a": " ".join(MORE[:3]), "paper-b": " ".join(MORE[:3])})) == []


def test_a_sentence_that_was_split_is_no_point():
    half = OTHER.replace("In spring", "in spring")
    assert find_parallels(make_material({"paper-a": ROOF, "paper-b": f"He left ― {half}"}), ()) == []
    open_marks = OTHER.replace("the new slate", 'the "new slate')
    assert find_parallels(make_material({"paper-a": ROOF, "paper-b": open_marks}), ()) == []
