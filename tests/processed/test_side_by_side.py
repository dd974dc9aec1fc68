"""Rows that belong together, shown with their words."""

from onrecord.processed import (
    show_checks,
    show_figures,
    show_left_out,
    show_named_in,
    show_only_in,
    show_passages,
    show_reporting_verbs,
    show_stretches,
)
from onrecord.tables import make_table
from onrecord.tables.compared import ReportingVerbRow


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


def test_checks_are_shown_with_their_figures(processed):
    checks = processed.compared.figure_checks
    shown = show_checks(processed, checks)
    texts = processed.figures.set_index("figure_id")["text"]
    assert shown["figure"].tolist() == [texts[row] for row in checks["figure_id"]]
    assert {"outlet", "speaker", "measure", "ratio"} <= set(shown.columns)


def test_what_one_outlet_alone_prints_is_shown_in_words(processed):
    shown = show_only_in(processed, processed.compared.only_in)
    assert len(shown)
    assert shown["words"].notna().all()


def test_who_names_whom_is_a_row_a_person_and_a_column_an_outlet(processed):
    shown = show_named_in(processed, processed.compared.named_in)
    assert list(shown.columns) == ["person", "Coast News", "Fjord Post"]
    wanted = processed.compared.named_in
    assert len(shown) == wanted["actor_id"].nunique()
    assert shown.set_index("person").loc["Ana Duarte"].tolist() == ["named", "named"]


def test_reporting_verbs_are_shown_with_both_passages(processed):
    pairs = processed.compared.claim_pairs
    row = ReportingVerbRow(
        pair=pairs["pair_id"].iloc[0], verb_a="say", class_a="neutral", verb_b="admit", class_b="concession"
    )
    shown = show_reporting_verbs(processed, make_table("reporting_verbs", [row]), pairs)
    assert shown["words_a"].iloc[0] == show_passages(processed, pairs)["words_a"].iloc[0]
    assert shown["verb_b"].tolist() == ["admit"]
