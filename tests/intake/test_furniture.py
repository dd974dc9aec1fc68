"""Prose or furniture, line by line; half of the cases are near misses."""

import pytest

from onrecord.intake.furniture import find_furniture, is_stamp


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Advertisement", "advertisement", id="whole-line"),
        pytest.param("After newsletter promotion", "promotion", id="promotion"),
        pytest.param("Read more: Wall closed after storm", "link", id="link"),
        pytest.param("The wall on Monday. (Photo: Ana Roe)", "picture", id="caption"),
        pytest.param("___", "ornament", id="underscores"),
        pytest.param("214 Comments", "comments", id="count"),
        pytest.param("Comments214 comments", "comments", id="count-glued"),
        pytest.param("Follow Ana Roe on Twitter: @anaroe", "contact", id="follow"),
        pytest.param("Contact Ana Roe at ana@coast.example", "contact", id="address"),
        pytest.param("Ana Roe can be reached at 555-0101.", "contact", id="telephone"),
        pytest.param(
            "Roe reported from Lisbon. Researcher Ivo Brandt contributed from Porto.", "credit", id="agency-end"
        ),
        pytest.param("Ivo Brandt contributed research.", "credit", id="research"),
        pytest.param(
            "Roe reported from the wall that “nobody” was there, the council said.", None, id="with-a-quotation"
        ),
        pytest.param("Follow the money, she said.", None, id="a-saying"),
        pytest.param("An agreement can be reached on missiles, Mr. Roe said.", None, id="reached-on"),
        pytest.param("Like many of his allies, Roe said on Twitter that it was dead.", None, id="said-on-twitter"),
        pytest.param("Doctors reported from Porto that the wall had fallen.", None, id="reported-that"),
        pytest.param("First published data show exports fell, the bank said.", None, id="published-data"),
        pytest.param("First published on 3 March", "date", id="first-published"),
        pytest.param("Most popular parties reject the plan, the poll found.", None, id="popular-parties"),
        pytest.param("Most popular in News", "link", id="most-popular"),
        pytest.param("Published 10:05 p.m. ET March 11, 2025", "date", id="stamp"),
        pytest.param("Published in 2019, the plan failed, she said.", None, id="published-in-a-sentence"),
        pytest.param("May 2019 was wet.", None, id="a-month-in-a-sentence"),
        pytest.param("This story was updated at 11:20 AM with comment from Roe.", "date", id="an-update"),
        pytest.param("This story was told by Roe, the council said.", None, id="a-story-told"),
        pytest.param("($1 = 0.76 pounds)", "conversion", id="a-rate"),
        pytest.param("(He paid $1.)", None, id="a-price-in-brackets"),
        pytest.param(
            "(Reporting by Ana Roe in Lisbon and Ivo Brandt in Porto; Editing by Lars Holm and Mira Lund)",
            "credit",
            id="an-agency-s-credit",
        ),
        pytest.param(
            "(Reporting by the council on such matters had been slow until Roe took over in May.)",
            None,
            id="its-reporting",
        ),
        pytest.param("– Additional reporting: Reuters", "credit", id="additional-reporting"),
        pytest.param("Ana Roe covers the coast for Helden News. Got a tip? Write to her.", "credit", id="a-beat"),
        pytest.param("Ana Roe covers the costs of the wall.", None, id="covers-costs"),
        pytest.param("aroe@coast.example", "contact", id="an-address-alone"),
        pytest.param("If you or someone you know needs help, call the line on 555 0101.", "contact", id="a-help-line"),
        pytest.param("WARNING: Some readers may find this story distressing.", "notice", id="a-warning"),
        pytest.param(
            "Warning: storms ahead, the office said in a long statement to all of us today.", None, id="warned"
        ),
        pytest.param("Ana Roe | Coast News", "author", id="signed"),
        pytest.param("Ana Roe spoke. | “No,” she said.", None, id="bar-in-prose"),
        pytest.param("He can be reached by boat only.", None, id="an-island"),
        pytest.param("Contact with the ship was lost at noon.", None, id="contact-lost"),
        pytest.param("“Advertisement is a strong word,” he said.", None, id="the-word-in-a-quotation"),
        pytest.param("The council got 214 comments on the wall.", None, id="comments-counted-in-prose"),
        pytest.param("The wall closed on Monday.", None, id="prose"),
        pytest.param("Copyright law is broken, she said.", None, id="copyright-law"),
    ],
)
def test_find_furniture(line, kind):
    assert find_furniture(line) == kind


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("Thu Oct 30 2025 - 12:47", True),
        ("Posted 3.41pm, updated 6.58pm", True),
        ("Published Sept. 17, 2024, 5:30 a.m.", True),
        ("May 2019 was wet.", False),
        ("On Monday at 5 p.m.", True),
        ("Monday", False),
    ],
)
def test_is_stamp(line, stamp):
    assert is_stamp(line) is stamp
