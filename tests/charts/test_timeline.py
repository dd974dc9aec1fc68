"""When things were said."""

from rows import CLAIM, make_table

from onrecord import charts

ACTORS = make_table("actors", {"actor_id": "m1", "name": "Ana Duarte", "kind": "person"})
ARTICLE = {"article_id": "a", "story": "s", "outlet": "Coast News", "language": "en", "source_file": "a.txt",
           "source_sha256": "", "words": 1, "body": "x"}  # fmt: skip


def draw(*days):
    said = [{"claim_id": f"c{n}", "said_start": day, "said_end": day} for n, day in enumerate(days)]
    claims = [
        CLAIM | {"claim_id": f"c{n}", "article_id": "a", "actor_id": "m1", "content": "x"} for n in range(len(days))
    ]
    tables = (make_table("said_when", *said), make_table("claims", *claims), ACTORS, make_table("articles", ARTICLE))
    return charts.draw_said_when(*tables, "s")


def test_title_and_text_tell_the_days():
    chart = draw("2020-03-04", "2020-03-09")
    assert chart.title == "What is reported was said between 4 March 2020 and 9 March 2020"
    assert "Ana Duarte on 4 March 2020 (Coast News)" in chart.alt


def test_one_day():
    assert draw("2020-03-04").title == "What is reported was said on 4 March 2020"


def test_nothing_dated():
    assert draw() is None
