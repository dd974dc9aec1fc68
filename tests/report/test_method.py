"""Where a page's inputs come from, and what a person has looked at."""

from dataclasses import replace

from onrecord.report import method


def test_what_was_reviewed(processed):
    rows = len(processed.claims) + len(processed.figures)
    assert method.tell_reviewed(processed) == f"None of the {rows} rows has been reviewed yet."
    review = ["accepted"] * 2 + ["rejected"] + ["unreviewed"] * (len(processed.claims) - 3)
    some = replace(processed, claims=processed.claims.assign(review=review))
    assert method.tell_reviewed(some) == f"Of {rows} rows: 2 accepted, 1 rejected; the others are not reviewed."


def test_sources_name_licences_and_series(processed):
    lines = method.list_sources(processed)
    assert lines[0] == "Coast News; licence: CC BY 4.0 (coast-news.txt)."
    assert "Harbour spending (2019): Invented Statistics; licence: CC0; known from 2019-02." in lines
    assert "Reference list ferry_ranges: each row names its own source." in lines
