"""Rows that belong together, shown with their words."""

from onrecord.processed import show_figures, show_left_out, show_passages, show_stretches


def test_passages_are_shown_with_their_words(processed):
    pairs = processed.comparisons.claim_pairs
    shown = show_passages(processed, pairs)
    assert len(shown) == len(pairs)
    bodies = dict(zip(processed.articles["article_id"], processed.articles["body"], strict=True))
    claims = processed.claims.set_index("claim_id")
    for pair, row in zip(pairs.itertuples(), shown.itertuples(), strict=True):
        body = bodies[claims.loc[pair.claim_a, "article_id"]]
        assert row.words_a == " ".join(body[pair.start_a : pair.end_a].split())
        assert {row.outlet_a, row.outlet_b} <= set(processed.articles["outlet"])


def test_figures_are_shown_inside_their_words(processed):
    shown = show_figures(processed, processed.comparisons.figure_pairs)
    assert len(shown)
    assert all(row.figure_a in row.words_a and row.figure_b in row.words_b for row in shown.itertuples())


def test_what_is_left_out_is_shown_by_name(processed):
    shown = show_left_out(processed, processed.comparisons.left_out)
    assert shown["words"].notna().all()


def test_stretches_are_shown_with_their_words(processed):
    for table in (processed.compared.statements, processed.compared.parallels):
        shown = show_stretches(processed, table)
        assert len(shown)
        assert not {"article_id", "start", "end"} & set(shown.columns)
    words = show_stretches(processed, processed.compared.statements)["words"]
    assert any("never closed a single harbour in winter" in text for text in words)
