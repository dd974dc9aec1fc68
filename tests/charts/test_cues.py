"""Cues by outlet."""

from rows import make_table

from onrecord import charts


def test_many_cues_are_cut_to_the_most_used():
    rows = [{"outlet": "A", "cue_lemma": f"verb{i:02}", "claims": i + 1} for i in range(20)]
    chart = charts.draw_cues(make_table("cues", *rows), "s")
    assert len(chart.data) == 12
    assert chart.title == "“verb19” introduces most claims: 20 of 210"
