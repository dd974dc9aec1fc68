"""One comparison → one chart, with a title that states the finding, a source line and alt text."""

from onrecord.charts.canvas import Chart, Undrawn
from onrecord.charts.dots import draw_all_checks, draw_per_person
from onrecord.charts.known_values import draw_known_values
from onrecord.charts.outlets import draw_cues, draw_quoted_share
from onrecord.charts.statements import draw_statements

__all__ = [
    "Chart",
    "Undrawn",
    "draw_all_checks",
    "draw_cues",
    "draw_known_values",
    "draw_per_person",
    "draw_quoted_share",
    "draw_statements",
]
