"""A table as JupyterLab shows it: compact, left-aligned, whole, with a search box and, where asked, facets."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from itables.widget import ITable

CLASSES = "display compact tex2jax_ignore mathjax_ignore"  # "$" in an article's words is a dollar


def show_table(table: pd.DataFrame, facets: Sequence[str] = ()) -> ITable:
    """The table as a widget, every row of it and without a network; ``facets``: columns to choose values of."""
    options: dict[str, Any] = {"columnDefs": [{"className": "dt-left", "targets": "_all"}]}
    if facets and len(table):
        places = [list(table.columns).index(name) for name in facets]
        options["layout"] = {"top1": "searchPanes"}
        options["searchPanes"] = {"columns": places, "initCollapsed": True}
    return ITable(
        table,
        classes=CLASSES,
        style="table-layout:auto;width:100%;margin:0",
        lengthMenu=[10, 25, 100],
        showIndex=False,
        maxBytes=0,
        **options,
    )
