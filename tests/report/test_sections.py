"""What sections hold, and how JupyterLab shows it."""

import pandas as pd
from report_material import make_material

from onrecord.charts import Undrawn
from onrecord.report.finding import Finding
from onrecord.report.openings import list_openings
from onrecord.report.sections import Cards, Openings, Section, Standings

TEXT = "“We shall rebuild the old pier in stone,” harbour master Mira <Olsund> said. She slept & left."
HOSTILE = '<script>alert("1")</script> & <img src=x onerror=alert(1)>'


def test_everything_is_escaped():
    material = make_material({"paper-a": TEXT, "paper-b": "It rained in Helden all day, and <b>nobody</b> slept."})
    items = [
        Cards(material, (Finding("contested", HOSTILE),)),
        Openings(material, list_openings(material)),
        pd.DataFrame({HOSTILE: [HOSTILE]}),
        Undrawn("a chart", HOSTILE),
        None,
    ]
    shown = Section(HOSTILE, HOSTILE, items)._repr_html_()
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<b>nobody" not in shown
    assert shown.count("&lt;script&gt;") >= 5


def test_a_section_knows_whether_it_is_empty():
    material = make_material({"paper-a": TEXT})
    assert Section("a", "b", [None, Cards(material, ()), Standings([]), pd.DataFrame({"a": []})]).empty
    assert not Section("a", "b", [Cards(material, (Finding("contested", "x"),))]).empty
    assert not Section("a", "b", [Undrawn("chart", "why")]).empty
    assert not Section("From the editor", "Words alone.").empty
    assert Section("From the editor").empty


def test_its_anchor_is_made_of_its_title():
    assert Section("What sets – the outlets – apart?").anchor == "section-what-sets-the-outlets-apart"


def test_cards_without_findings_say_so():
    assert "Nothing." in Cards(make_material({"paper-a": TEXT}), ())._repr_html_()
