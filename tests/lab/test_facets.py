"""Tables in JupyterLab: whole, and with facets where asked."""

import pandas as pd

from onrecord.lab import show_table


def test_a_long_table_is_whole():
    shown = show_table(pd.DataFrame({"n": range(5000), "words": "It rained. " * 20}))
    assert "5000" not in str(shown._dt_args.get("downsampling_warning", ""))
    assert shown._dt_args["data_json"].count("It rained. It rained.") >= 5000
    assert "compact" in shown.classes


def test_facets_are_columns_by_name():
    shown = show_table(pd.DataFrame({"a": [1], "b": ["x"], "c": ["y"]}), facets=["c", "b"])
    assert shown._dt_args["searchPanes"]["columns"] == [2, 1]
    assert show_table(pd.DataFrame({"a": []}), facets=["a"])._dt_args.get("searchPanes") is None
