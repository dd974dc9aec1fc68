"""One row a speaker, one column an outlet."""

from rows import make_table

from onrecord import charts

ACTORS = make_table("actors", *[{"actor_id": f"m{n}", "name": f"Ana {n}", "kind": "person"} for n in range(20)])


def row(actor, outlet, words, quoted=0):
    counts = {"claims": 1, "words": words, "quoted_words": quoted, "first": 1, "last": 1}
    return {"actor_id": actor, "outlet": outlet} | counts


def make_article(outlet):
    filed = {"story": "s", "language": "en", "source_file": "f.txt", "source_sha256": "0" * 64, "words": 1, "body": "x"}
    return {"article_id": outlet.lower(), "outlet": outlet} | filed


def draw(*rows, outlets="AB"):
    articles = make_table("articles", *[make_article(name) for name in outlets])
    return charts.draw_speakers(make_table("speakers_by_outlet", *rows), ACTORS, articles, "s")


def test_the_title_names_who_speaks_everywhere():
    chart = draw(row("m1", "A", 9), row("m1", "B", 5, 5), row("m2", "A", 20))
    assert chart.title == "Ana 1 speaks in every outlet"
    assert "Ana 2: 20 in A; Ana 1: 9 in A and 5 in B" in chart.alt


def test_nobody_speaks_everywhere():
    assert draw(row("m1", "A", 9), row("m2", "B", 20)).title == "Ana 2 is given most words"


def test_of_many_speakers_those_with_most_words_are_drawn_and_the_table_has_all():
    chart = draw(*[row(f"m{n}", "A", n + 1) for n in range(20)])
    assert chart.rows == 12
    assert len(chart.data) == 20
    assert "Ana 7:" not in chart.alt


def test_an_outlet_without_any_speaker_is_an_outlet():
    assert draw(row("m1", "A", 9), row("m1", "B", 5), outlets="ABC").title == "Ana 1 is given most words"


def test_nobody_speaks():
    assert draw() is None
