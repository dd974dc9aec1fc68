"""One comparison → one chart, with alt text and a source line."""

from onrecord.charts.canvas import Chart
from onrecord.charts.charts import draw_all_checks, draw_cues, draw_known_values, draw_per_person, draw_quoted_share
from onrecord.charts.statements import draw_statements

__all__ = [
    "Chart",
    "draw_all_checks",
    "draw_cues",
    "draw_known_values",
    "draw_per_person",
    "draw_quoted_share",
    "draw_statements",
]
