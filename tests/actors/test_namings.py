"""Runs of capitalised words, cut into names and the titles before them."""

import pytest
from actor_reading import read

from onrecord.actors.namings import find_namings

CASES = {
    "title": ("Foreign Minister Ana Duarte left.", [("Ana Duarte", "Foreign Minister")]),
    "title with of": ("Secretary of State Ana Duarte left.", [("Ana Duarte", "Secretary of State")]),
    "a minister's field is no body": (
        "Public Works Minister Ana Duarte left.",
        [("Ana Duarte", "Public Works Minister")],
    ),
    "a name behind a field": (
        "Deputy Minister for Political Affairs Zefko Tarnsk left.",
        [("Zefko Tarnsk", None)],
    ),
    "title with a field": (
        "Minister of Foreign Affairs Ana Duarte left.",
        [("Ana Duarte", "Minister of Foreign Affairs")],
    ),
    "a name that is a title": ("Delvo Sheriff Dean Tarnsk left.", [("Dean Tarnsk", "Delvo Sheriff")]),
    "a title behind a title": ("Associate Dean Ana Duarte left.", [("Ana Duarte", "Associate Dean")]),
    "one body that says": (
        "The Delvo Harbour Pilots and Dock Union says so.",
        [("Delvo Harbour Pilots and Dock Union", None)],
    ),
    "two titles": ("They met General Sir Ivo Moss.", [("Ivo Moss", "General Sir")]),
    "possessive": ("They read Ana Duarte’s letter.", [("Ana Duarte", None)]),
    "article": ("They joined the Coastal Fisheries Board.", [("Coastal Fisheries Board", None)]),
    "particle": ("They met Karim al-Rashidi.", [("Karim al-Rashidi", None)]),
    "hyphen": ("They met Kim Soo-ah.", [("Kim Soo-ah", None)]),
    "junior": ("They met Victor Hale Jr. on Monday.", [("Victor Hale Jr.", None)]),
    "nickname": ('They met Robert "Bobby" Crane.', [('Robert "Bobby" Crane', None)]),
    "organisation with of": ("They joined the Ministry of Defence.", [("Ministry of Defence", None)]),
    "person behind a body": (
        "The Harbour Department Charlotte Tarnsk left.",
        [("Harbour Department", None), ("Charlotte Tarnsk", None)],
    ),
    "title of somebody named": (
        "“We count on Sheriff Tarnsk's vote,” said Gov. Roe. Joe Tarnsk left.",
        [("Tarnsk", "Sheriff"), ("Roe", "Gov."), ("Joe Tarnsk", None)],
    ),
    "month at the head": ("August Kharn argued that it rained.", [("August Kharn", None)]),
    "numbered": ("They joined the 1922 Committee.", [("1922 Committee", None)]),
    "a year that dates": ("In 1922 Delvo Board members left.", [("Delvo Board", None)]),
    "ordinal": ("The 9th Circuit Court left.", [("9th Circuit Court", None)]),
    "counsel": ("They met White House Counsel Ivo Moss.", [("White House", None), ("Ivo Moss", "White House Counsel")]),
    "month as a first name": (
        "They met. Then August Flentz, a baker, left.",
        [("August Flentz", None)],
    ),
    "month before a name": ("But in August Delvo Board members left.", [("Delvo Board", None)]),
    "month that dates": ("Last August Moss Board members left.", [("Moss Board", None)]),
    "counted": ("They joined the Gang of Eight.", [("Gang of Eight", None)]),
    "hyphen in small letters": (
        "They joined the Organization for Security and Co-operation.",
        [("Organization for Security and Co-operation", None)],
    ),
    "surname that is a title": ("They met Sen. Angus King of Maine.", [("Angus King", "Sen."), ("Maine", None)]),
    "title before a place": ("They met the King of Spain.", [("Spain", None)]),
    "title alone": ("The Prime Minister left.", []),
    "an epithet before a first name": ("Brave Charlotte Tarnsk left the port.", [("Charlotte Tarnsk", None)]),
    "an epithet before a known name": (
        "They saw Zofka. Shy Zofka left.",
        [("Zofka", None), ("Zofka", None)],
    ),
    "no epithet but a name": (
        "Young Harbour left. Brave Harbour left.",
        [("Young Harbour", None), ("Brave Harbour", None)],
    ),
    "a first name that is a word too": (
        "They met Brave Karl Tarnsk. Brave Karl Tarnsk left.",
        [("Brave Karl Tarnsk", None), ("Brave Karl Tarnsk", None)],
    ),
    "a role's first word": ("Shadow health secretary Ada Moss left.", [("Ada Moss", None)]),
    "a name of that word": ("They met Shadow at noon.", [("Shadow", None)]),
    "a role in capitals": ("They met the Dutch MEP Annelot Brug.", [("Dutch", None), ("Annelot Brug", "Dutch MEP")]),
    "date": ("They left on Monday in March.", []),
    "nothing": ("they left at noon.", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_find_namings(text, expected):
    words = read(text).words
    tree = words.tree

    def cut(span):
        return tree.text[tree.idx[span[0]] : tree.end[span[1] - 1]] if span else None

    assert [(cut((n.start, n.end)), cut(n.title)) for n in find_namings(words)] == expected


def test_owner_belongs_to_an_organisation_s_name():
    reading = read("Norway’s Mission to the United Nations issued a statement.")
    assert reading.names[0] == "Norway’s Mission to the United Nations"
    assert reading.kind("Norway") == "country"
