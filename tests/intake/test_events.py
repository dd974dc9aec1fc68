"""Articles on one event are grouped, other days and other stories apart."""

import json
import time
from datetime import date, timedelta

import pytest
from conftest import REPOSITORY

from onrecord.intake import events
from onrecord.intake.events import Told, group_events

DAY = date(2019, 3, 5)
WALL = (
    "The council of Porto closed the harbour wall on Monday after the storm. Mayor Ana Roe said that 300 boats must "
    "leave the basin. The fishermen, led by Ivo Brandt, reject the order, and say the wall has stood since Queen Maria."
)
WALL_AGAIN = (
    "Boats have to leave Porto: after the storm the council has shut the harbour wall. “We had no choice,” said Ana "
    "Roe, its mayor. Ivo Brandt, who speaks for the fishermen, called the order a scandal. They will stay in the basin."
)
BANK = (
    "The central bank of Norway raised its key rate by a quarter point on Monday, as Governor Liv Dahl had told the "
    "markets in January. Economists at Nordic Capital expect two more steps before the summer, and weak krone trading."
)
BANK_AGAIN = (
    "Norway’s krone fell although the central bank raised its key rate. Its governor, Liv Dahl, spoke of a quarter "
    "point as a first step; economists at Nordic Capital see two more before the summer, after those of January."
)


def told(name: str, text: str, day: date | None = DAY, outlet: str = "") -> Told:
    return Told(name, outlet or name, day, text)


def ids(events) -> list[list[str]]:
    return [[one.article_id for one in event.articles] for event in events]


@pytest.mark.parametrize("day", [pytest.param(DAY, id="dated"), pytest.param(None, id="undated")])
def test_two_events(day):
    events = group_events(
        [told("a", WALL, day), told("b", BANK, day), told("c", BANK_AGAIN, day), told("d", WALL_AGAIN, day)]
    )
    assert sorted(ids(events)) == [["a", "d"], ["b", "c"]]
    wall = next(event for event in events if ids([event]) == [["a", "d"]])
    assert "Ana Roe" in wall.words
    assert len(wall.key) == 8


def test_another_time_is_another_event():
    later = DAY + timedelta(30)
    assert group_events([told("a", WALL), told("b", WALL_AGAIN, later)]) == []
    assert len(group_events([told("a", WALL), told("b", WALL_AGAIN, DAY + timedelta(2))])) == 1


def test_one_outlet_alone_is_no_story():
    assert group_events([told("a", WALL, outlet="Coast News"), told("b", WALL_AGAIN, outlet="Coast News")]) == []


def test_nothing_to_group():
    assert group_events([]) == []
    assert group_events([told("a", WALL)]) == []
    assert group_events([told("a", ""), told("b", "")]) == []


def test_pages_on_twenty_things_are_twenty_events():
    paths = sorted((REPOSITORY / "tests" / "intake" / "pages").glob("*.json"))
    texts = {path.stem: json.loads(path.read_text(encoding="utf8"))["body"] for path in paths}
    assert group_events([told(name, text, None) for name, text in texts.items()]) == []


def test_thousands_are_grouped_without_comparing_all():
    words = [f"word{n}" for n in range(3000)]
    texts = [" ".join(words[(n // 2 * 7 + k * 13) % 3000] for k in range(120)) for n in range(3000)]
    start = time.perf_counter()
    group_events([told(str(n), text, DAY + timedelta(n // 60)) for n, text in enumerate(texts)])
    assert time.perf_counter() - start < 60


@pytest.mark.parametrize(
    ("other", "day", "grouped"),
    [
        pytest.param("Tuesday", None, False, id="another-weekday"),
        pytest.param("Monday", None, True, id="the-same"),
        pytest.param("", None, True, id="none"),
        pytest.param("Tuesday", DAY, True, id="with-days"),
    ],
)
def test_articles_without_days_are_less_alike_on_different_weekdays(other, day, grouped, monkeypatch):
    monkeypatch.setattr(events, "OTHER_DAY", 0.0)
    found = group_events([told("a", WALL, day), told("b", WALL.replace("Monday", other), day)])
    assert bool(found) is grouped
