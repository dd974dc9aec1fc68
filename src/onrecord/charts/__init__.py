"""One comparison → one chart, with a title that states the finding, a source line and alt text."""

from onrecord.charts.answers import draw_answers
from onrecord.charts.canvas import Chart, Undrawn
from onrecord.charts.dots import draw_all_checks, draw_per_person
from onrecord.charts.known_values import draw_known_values
from onrecord.charts.speakers import draw_speakers
from onrecord.charts.statements import draw_statements
from onrecord.charts.timeline import draw_said_when

__all__ = [
    "Chart",
    "Undrawn",
    "draw_all_checks",
    "draw_answers",
    "draw_known_values",
    "draw_per_person",
    "draw_said_when",
    "draw_speakers",
    "draw_statements",
]
