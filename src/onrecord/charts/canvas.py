"""What every chart shares: size, style, legend, and the drawing of one table wide and narrow."""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, ParamSpec, cast

import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

WIDE, NARROW = 7.0, 3.5  # inches
ROW, LINE = 0.34, 0.12  # inches: a row of a chart, and each further line of its label
LABEL = 22  # characters of a row's label on a phone
INK, PALE, ACCENT, SECOND, THIRD = "#1b1b1b", "#d9d9d9", "#0b5c8a", "#c8102e", "#e08a00"
# What each colour becomes where the reader's screen is dark; the chart itself says so, wherever it is embedded.
DARK = {
    "#ffffff": "#16181a",
    INK: "#ececec",
    PALE: "#45494d",
    ACCENT: "#7cc3ee",
    SECOND: "#ff8f9f",
    THIRD: "#f0b04a",
}
STYLE = {
    "font.family": "sans-serif",
    "font.size": 9.5,
    "svg.fonttype": "none",
    "svg.hashsalt": "onrecord",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "text.color": INK,
    "figure.facecolor": "white",
    "text.parse_math": False,  # "$" in an article's words is a dollar
}


KEPT = ("backend", "interactive")  # of a reader's own settings: they say where to show, not how to draw


@contextmanager
def drawing() -> Iterator[None]:
    """The house's style alone: whatever a personal matplotlibrc says, the same table gives the same chart."""
    with matplotlib.rc_context():
        own: dict[str, Any] = {k: v for k, v in matplotlib.rcParamsDefault.items() if k not in KEPT}
        matplotlib.rcParams.update(own | STYLE)  # type: ignore[arg-type]  # its keys are typed one by one
        yield


@dataclass(frozen=True)
class Chart:
    """A chart of one table.

    ``paint`` draws it into Axes, with ``narrow`` for a phone; ``data`` holds its numbers, ``n`` of how many things.
    """

    name: str
    title: str
    alt: str
    source: str
    data: pd.DataFrame
    rows: int
    n: str
    paint: Callable[[Axes, bool], None]
    lines: int = 1  # of a row's label on a phone
    drawings: dict[bool, str] = field(default_factory=dict, compare=False, repr=False)

    def draw(self, narrow: bool = False) -> Axes:
        """The chart on new Axes; a row of the chart takes the same height at every length."""
        with drawing():
            height = 1.1 + self.rows * (ROW + LINE * (self.lines - 1) * narrow)
            figure = Figure(figsize=(NARROW if narrow else WIDE, height), layout="constrained")
            axes = figure.subplots()
            self.paint(axes, narrow)
            return axes

    def svg(self, narrow: bool = False) -> str:
        """The drawing as SVG, drawn once for each width; the same table gives the same bytes."""
        if narrow not in self.drawings:
            axes, out = self.draw(narrow), io.StringIO()
            with drawing():
                cast(Figure, axes.figure).savefig(out, format="svg", metadata={"Date": None, "Creator": None})
            self.drawings[narrow] = slim(out.getvalue())
        return self.drawings[narrow]

    def _repr_svg_(self) -> str:
        return self.svg()


@dataclass(frozen=True)
class Undrawn:
    """A chart that could not be drawn, and why: the page says so, and goes on without it."""

    what: str
    reason: str

    def __str__(self) -> str:
        return f"A chart could not be drawn ({self.what}): {self.reason}"


Draw = ParamSpec("Draw")


def told_when_undrawn(draw: Callable[Draw, Chart | None]) -> Callable[Draw, Chart | Undrawn | None]:
    """A drawing function whose failure costs its own chart only; its chart is drawn at both widths at once."""

    @wraps(draw)
    def drawn(*args: Draw.args, **kwargs: Draw.kwargs) -> Chart | Undrawn | None:
        try:
            chart = draw(*args, **kwargs)
            if chart is not None:
                chart.svg(), chart.svg(narrow=True)
            return chart
        except Exception as error:  # whatever a table holds: no chart is worth the page
            return Undrawn(draw.__name__.strip("_").replace("_", " "), f"{type(error).__name__}: {error}")

    return drawn


def _dark_style() -> str:
    """A style sheet that overrides the colours drawn, by the same words in which matplotlib writes them."""
    rules = (
        f'[style*="{kind}: {light}"]{{{kind}:{dark}!important}}'
        for light, dark in DARK.items()
        for kind in ("fill", "stroke")
    )
    return f"<style>@media (prefers-color-scheme: dark){{{''.join(rules)}}}</style>"


def draw_legend(axes: Axes, narrow: bool, columns: int) -> None:
    """The legend below the drawing, where it hides nothing."""
    axes.figure.legend(loc="outside lower left", ncols=1 if narrow else columns, frameon=False, fontsize=8.5)


def slim(svg: str) -> str:
    """The drawing without what no reader sees (prolog, metadata, comments, white space between tags), and with its
    colours for the dark."""
    svg = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->|<\?xml.*?\?>|<!DOCTYPE.*?>", "", svg, flags=re.DOTALL)
    svg = svg.replace("</defs>", f"{_dark_style()}</defs>", 1)
    return re.sub(r">\s+<", "><", svg).strip() + "\n"


def short(x: float) -> str:
    """A number as an axis writes it: 16 bn, 250 m, 1.5 k."""
    for size, name in ((1e12, " tn"), (1e9, " bn"), (1e6, " m"), (1e3, " k")):
        if abs(x) >= size:
            return f"{x / size:g}{name}"
    return f"{x:g}"


def count_lines(labels: list[str]) -> int:
    return max(fold(label, True, LABEL).count("\n") + 1 for label in labels)


def fold(text: str, narrow: bool, width: int = 16) -> str:
    """The text in lines of at most ``width`` characters on a phone."""
    if not narrow:
        return text
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
