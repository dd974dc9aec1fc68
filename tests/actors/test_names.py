"""The anatomy of names: when two can be one person's, and when not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.actors import names

PAIRS = {
    "same": ("Ada Moss", "Ada Moss", True),
    "middle name left out": ("Mohammad Javad Rahimi", "Javad Rahimi", True),
    "second name left out": ("Mohammad Javad Rahimi", "Mohammad Rahimi", True),
    "initial": ("J. Rahimi", "Javad Rahimi", True),
    "one letter of a long surname": ("Ahmed Musalamani", "Ahmed Musilamani", True),
    "one letter more": ("Ana Bohlner", "Ana Bohner", True),
    "one letter, another first name": ("Ahmed Musalamani", "Karim Musilamani", False),
    "one letter of a short surname": ("Ana Moss", "Ana Mess", False),
    "two letters": ("Ahmed Musalamani", "Ahmed Musiloma", False),
    "transliteration": ("Mohammed al-Rashidi", "Muhammad Al Rashidi", True),
    "apostrophe": ("Ali Karime'i", "Ali Karime’i", True),
    "honorific": ("Seyed Ali Karimi", "Ali Karimi", True),
    "family name first": ("Tanaka Yui", "Yui Tanaka", True),
    "nickname in quotation marks": ("Robert “Bobby” Crane", "Bobby Crane", True),
    "family": ("Clara Okafor", "Daniel Okafor", False),
    "other middle initial": ("George W. Lund", "George H. W. Lund", False),
    "junior and senior": ("Victor Hale Jr.", "Victor Hale Sr.", False),
    "other surname": ("Ada Moss", "Ada Ross", False),
    "surname alone": ("Moss", "Ada Moss", False),
    "Hassan is not Hussein": ("Hassan Amiri", "Hussein Amiri", False),
}


@pytest.mark.parametrize(("a", "b", "one"), PAIRS.values(), ids=PAIRS)
def test_could_be_one(a, b, one):
    assert names.could_be_one(names.read_name(a), names.read_name(b)) is one
    assert names.could_be_one(names.read_name(b), names.read_name(a)) is one


PARTS = {
    "surname": ("Moss", "Ada Moss", "end"),
    "two surnames": ("Peña Nieto", "Enrique Peña Nieto", "end"),
    "first name": ("Ada", "Ada Moss", "start"),
    "first surname": ("Peña", "Enrique Peña Nieto", "middle"),
    "particle": ("al-Rashidi", "Karim Al Rashidi", "end"),
    "whole": ("Ada Moss", "Ada Moss", ""),
    "none": ("Ross", "Ada Moss", ""),
}


@pytest.mark.parametrize(("short", "long", "where"), PARTS.values(), ids=PARTS)
def test_is_part(short, long, where):
    assert names.is_part(names.read_name(short).words, names.read_name(long).words) == where


INITIALS = {
    "all words": ("Coastal Fisheries Board", "CFB", True),
    "without small words": ("Bank of the West", "BW", True),
    "with small words": ("Ministry of Defence", "MOD", True),
    "article": ("the Northern Press", "NP", True),
    "without its kind": ("Department of Health and Human Services", "HHS", True),
    "a board's kind stays": ("Board of Health and Human Services", "HHS", False),
    "one word": ("Board", "B", False),
    "other": ("Coastal Fisheries Board", "CBF", False),
}


@pytest.mark.parametrize(("name", "short", "fits"), INITIALS.values(), ids=INITIALS)
def test_initials(name, short, fits):
    assert (short in names.initials_of(name)) is fits


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Clara Okafor", "f"), ("Daniel Okafor", "m"), ("Kim Okafor", ""), ("Xqzt Okafor", ""), ("Clara", "")],
)
def test_gender_only_where_the_table_says_so(name, gender):
    assert names.gender_of(names.read_name(name).words) == gender


@given(st.text(max_size=40), st.text(max_size=40))
def test_total_and_symmetric(a, b):
    left, right = names.read_name(a), names.read_name(b)
    assert names.could_be_one(left, right) == names.could_be_one(right, left)
    assert names.sound(a) == names.sound(names.fold(a))


FULLEST = {
    "most words": (["Moss", "Ada Moss"], "Ada Moss"),
    "an epithet": (["Monster Ada Moss", "Ada Moss"], "Ada Moss"),
    "a first name before a first name": (["Mary Ada Moss", "Ada Moss"], "Mary Ada Moss"),
    "nobody is called less": (["Monster Ada Moss", "Moss"], "Monster Ada Moss"),
    "an initial": (["A. Moss", "Ada Moss"], "Ada Moss"),
    "the first of two": (["Ada Moss", "Adah Moss"], "Ada Moss"),
}


@pytest.mark.parametrize(("called", "name"), FULLEST.values(), ids=FULLEST)
def test_the_fullest_name(called, name):
    assert names.fullest(called) == name
