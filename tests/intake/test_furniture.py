"""Prose or furniture, line by line; half of the cases are near misses."""

import pytest

from onrecord.intake.furniture import find_furniture


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
