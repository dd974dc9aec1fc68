"""Quotation marks → quotations: cases of real typography, damage, and totality."""

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.language.quotations import find_quotations, with_double_marks

# id: (text, [(words of the parts, depth, closed)])
CASES = {
    "curly": ("He said, “We won.” Then left.", [(["We won."], 0, True)]),
    "straight": ('"We won," he said. "We did."', [(["We won,"], 0, True), (["We did."], 0, True)]),
    "two apostrophes": ("''We won,'' he said.", [(["We won,"], 0, True)]),
    "backticks": ("``We won,'' he said.", [(["We won,"], 0, True)]),
    "guillemets": ("« Non », dit-elle.", [(["Non"], 0, True)]),
    "low opening mark": ("„Ja“, sagte sie.", [(["Ja"], 0, True)]),
    "single outside": ("‘We won,’ he said. It’s over.", [(["We won,"], 0, True)]),
    "straight single outside": ("'We won,' he said. It's over.", [(["We won,"], 0, True)]),
    "nested single": ("“She said ‘no’ twice,” he said.", [(["She said ‘no’ twice,"], 0, True), (["no"], 1, True)]),
    "nested straight single": (
        "\"She said 'no' twice,\" he said.",
        [(["She said 'no' twice,"], 0, True), (["no"], 1, True)],
    ),
    "curly nested in straight": (
        'He said: "I read “it is over” twice. It is not."',
        [(["I read “it is over” twice. It is not."], 0, True), (["it is over"], 1, True)],
    ),
    "plural possessive inside": ("He spoke of ‘the workers’ rights’ again.", [(["the workers’ rights"], 0, True)]),
    "runs on with a mark each": ("“One day.\n“Two days,” he said.", [(["One day.", "Two days,"], 0, True)]),
    "runs on without": ('"One day.\nTwo days," he said.', [(["One day.", "Two days,"], 0, True)]),
    "ends with its paragraph": ("“One day.\nTwo days later it rained.", [(["One day."], 0, False)]),
    "missing close before another": (
        "“It rains,” he said. “It pours. He left. “It stops,” she said.",
        [(["It rains,"], 0, True), (["It pours."], 0, False), (["It stops,"], 0, True)],
    ),
    "missing open": ("We won,” he said.", [(["We won,"], 0, False)]),
    "opening mark used to close": ("The rate is “half.“ It fell.", [(["half."], 0, True)]),
    "no apostrophe": ("It’s the ’90s; rock ’n’ roll. The boys’ team won.", []),
    "no straight apostrophe": ("It's the boys' team, isn't it, y'all?", []),
    "no height": ('He is 6\'2" tall and 5\'10" wide.', []),
    "empty": ("He said “” and \"\" and left.", []),
    "stray close": ("The end of it” came soon.", []),
}  # fmt: skip


@pytest.mark.parametrize("text, expected", CASES.values(), ids=CASES)
def test_find_quotations(text, expected):
    found = find_quotations(text)
    assert [([text[a:b] for a, b in q.parts], q.depth, q.closed) for q in found] == expected


def test_blocks_bound_quotations():
    text = "“One. Two. Three"
    (quotation,) = find_quotations(text, [(0, 5), (6, len(text))])
    assert (quotation.end, quotation.closed) == (5, False)


MARKS = st.text(st.sampled_from("\"'“”‘’„«»`‹›\n .,;:!?—-abSs9()[]\u00a0…é\U0001f600"), max_size=200)


@given(st.one_of(MARKS, st.text(max_size=100)))
def test_every_span_lies_in_the_text(text):
    for q in find_quotations(text):
        assert 0 <= q.start <= q.parts[0][0] and q.parts[-1][1] <= q.end <= len(text)
        for (a, b), after in zip(q.parts, [*q.parts[1:], (len(text), 0)], strict=True):
            assert a < b <= after[0]
            assert text[a:b] == text[a:b].strip()


@given(MARKS)
@example("‘9‹?»")  # a single quotation, then a mark without its opening one
def test_outer_quotations_do_not_overlap(text):
    outer = [q for q in find_quotations(text) if q.depth == 0]
    assert all(a.end <= b.start for a, b in pairwise(outer))


@pytest.mark.parametrize("piece", ['"', "“", "‘", "“‘", "“a ", "'a ", '"a" ', "“a. \n"])
def test_a_quarter_million_marks_in_seconds(piece):
    text = (piece * 250_000)[:250_000]
    start = time.perf_counter()
    find_quotations(text)
    assert time.perf_counter() - start < 10  # takes about one; twice the marks must not take four times as long


DOUBLED = {
    "curly": ("‘We won,’ he said. It’s over.", "“We won,” he said. It’s over."),
    "straight": ("'We won,' he said. It's over.", '"We won," he said. It\'s over.'),
    "double already": ("“She said ‘no’ twice,” he said.", "“She said ‘no’ twice,” he said."),
    "inner ones stay": ("‘She said “no” twice,’ he said.", "“She said “no” twice,” he said."),
    "a missing mark": ("‘We won, he said.", "‘We won, he said."),
    "two of them are a double one": ("''We won,'' he said.", "''We won,'' he said."),
}


@pytest.mark.parametrize(("text", "doubled"), DOUBLED.values(), ids=DOUBLED)
def test_single_marks_are_read_as_double_ones(text, doubled):
    assert with_double_marks(text, find_quotations(text)) == doubled
    assert len(doubled) == len(text)
