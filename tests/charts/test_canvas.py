"""What charts share: sizes, same bytes for the same table, and labels folded for a phone."""

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.charts import canvas


def chart(rows: int = 2, lines: int = 1) -> canvas.Chart:
    data = pd.DataFrame({"name": ["wall"] * rows, "value": range(rows)})
    return canvas.Chart(
        name="walls",
        title="Walls",
        alt="Walls by value.",
        source="invented",
        data=data,
        rows=rows,
        n=f"{rows} walls",
        paint=lambda axes, narrow: axes.barh(range(rows), data["value"], label="walls"),
        lines=lines,
    )


def test_the_same_table_gives_the_same_bytes():
    assert chart().svg() == chart().svg()
    assert "<dc:date>" not in chart().svg()


def test_text_stays_text():
    svg = chart().svg()
    assert "<text" in svg
    assert "<script" not in svg


@pytest.mark.parametrize(
    ("narrow", "width"), [pytest.param(False, canvas.WIDE, id="wide"), pytest.param(True, canvas.NARROW, id="phone")]
)
def test_width(narrow, width):
    assert chart().draw(narrow).figure.get_size_inches()[0] == width


def test_a_row_has_the_same_height_at_every_length():
    heights = [chart(n).draw().figure.get_size_inches()[1] for n in (2, 3, 10)]
    assert heights[1] - heights[0] == pytest.approx(canvas.ROW)
    assert heights[2] - heights[0] == pytest.approx(8 * canvas.ROW)


def test_folded_labels_get_room_on_a_phone_only():
    assert chart(lines=3).draw(True).figure.get_size_inches()[1] > chart(lines=1).draw(True).figure.get_size_inches()[1]
    assert chart(lines=3).draw().figure.get_size_inches()[1] == chart(lines=1).draw().figure.get_size_inches()[1]


def test_drawing_leaves_matplotlib_s_settings_alone():
    import matplotlib

    before = dict(matplotlib.rcParams)
    chart().svg()
    assert dict(matplotlib.rcParams) == before


def test_a_notebook_shows_the_drawing():
    assert chart()._repr_svg_() == chart().svg()


@pytest.mark.parametrize(
    ("x", "written"),
    [
        pytest.param(16e9, "16 bn", id="billion"),
        pytest.param(2.5e8, "250 m", id="million"),
        pytest.param(1500, "1.5 k", id="thousand"),
        pytest.param(1.2e12, "1.2 tn", id="trillion"),
        pytest.param(999, "999", id="below"),
        pytest.param(0, "0", id="zero"),
        pytest.param(0.25, "0.25", id="fraction"),
        pytest.param(-4e9, "-4 bn", id="negative"),
    ],
)
def test_short(x, written):
    assert canvas.short(x) == written


@pytest.mark.parametrize(
    ("text", "narrow", "folded"),
    [
        pytest.param("United States", False, "United States", id="wide-is-one-line"),
        pytest.param("United States", True, "United States", id="fits"),
        pytest.param("United Arab Emirates", True, "United Arab\nEmirates", id="two-lines"),
        pytest.param("Antidisestablishmentarianism", True, "Antidisestablishmentarianism", id="a-word-is-never-cut"),
        pytest.param("", True, "", id="empty"),
    ],
)
def test_fold(text, narrow, folded):
    assert canvas.fold(text, narrow) == folded


@given(st.lists(st.text("abc", min_size=1, max_size=12), max_size=8), st.integers(13, 30))
def test_folding_keeps_every_word_and_the_width(words, width):
    folded = canvas.fold(" ".join(words), True, width)
    assert folded.split() == words
    assert all(len(line) <= width for line in folded.split("\n"))


def test_count_lines():
    assert canvas.count_lines(["short", "a label that is longer than one line of a phone"]) == 3


def test_a_personal_matplotlibrc_changes_nothing():
    import matplotlib

    plain = chart().svg()
    with matplotlib.rc_context({"font.size": 30, "axes.grid": True, "lines.linewidth": 9, "svg.hashsalt": None}):
        assert chart().svg() == plain


def test_dollars_in_a_label_are_no_mathematics():
    def paint(axes, narrow):
        axes.set_title("from $a_b$ to $5^{x")

    assert "from $a_b$ to $5^{x" in replace(chart(), paint=paint, drawings={}).svg()


def test_a_failure_costs_one_chart_and_says_why():
    @canvas.told_when_undrawn
    def draw_walls():
        raise IndexError("single positional indexer is out-of-bounds")

    undrawn = draw_walls()
    assert isinstance(undrawn, canvas.Undrawn)
    assert "draw walls" in str(undrawn)
    assert "IndexError: single positional indexer" in str(undrawn)


def test_a_failure_in_the_painting_is_told_too():
    def paint(axes, narrow):
        raise ValueError("no room")

    drawn = canvas.told_when_undrawn(lambda: replace(chart(), paint=paint, drawings={}))()
    assert isinstance(drawn, canvas.Undrawn)
