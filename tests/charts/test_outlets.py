"""Quoted words and cues by outlet."""

from rows import make_table

from onrecord import charts


def test_many_cues_are_cut_to_the_most_used():
    rows = [{"outlet": "A", "cue_lemma": f"verb{i:02}", "claims": i + 1} for i in range(20)]
    chart = charts.draw_cues(make_table("cues", *rows), "s")
    assert len(chart.data) == 12
    assert chart.title == "“verb19” introduces most claims: 20 of 210"


def test_one_outlet_needs_no_outlet_in_its_labels():
    row = {
        "outlet": "A",
        "actor_id": "m1",
        "name": "Ana",
        "claims": 1,
        "words": 4,
        "quoted_words": 2,
        "quoted_share": 0.5,
    }
    chart = charts.draw_quoted_share(make_table("quoted_share", row), "s")
    assert "Ana: 2 of 4" in chart.alt
    assert chart.title == "50% of attributed words are quoted; Ana is given most, 4 in A"
