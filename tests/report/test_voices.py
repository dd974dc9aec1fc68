"""Whom one outlet alone quotes, and whose words."""

from dataclasses import replace

import pytest
from report_material import make_material, words_of

from onrecord.report.quoted import Quoted
from onrecord.report.voices import find_lone_voices, find_words_of

BREKK = "“Nobody who worked on that pier was surprised,” union leader Tomas Brekk said."
OLSUND = "“We shall rebuild the old pier in stone,” harbour master Mira Olsund said."
RAIN = "It rained in Helden all day, and the ferries lay in the harbour."


def marked(made: Quoted, clipping) -> str:
    """What of a clipping is marked as the words that it shows."""
    (mark,) = clipping.marks
    return made.material.articles[clipping.article_id].body[mark.start : mark.end]


def quoted(*texts: str) -> Quoted:
    return Quoted(make_material({f"paper-{'abc'[i]}": text for i, text in enumerate(texts)}))


def test_whom_one_outlet_alone_quotes():
    found = find_lone_voices(quoted(f"{OLSUND} {BREKK}", RAIN, RAIN))
    assert [finding.text for finding in found] == [
        "Only Paper A quotes Mira Olsund and Tomas Brekk, whom the other outlets do not name."
    ]
    assert [clipping.label for clipping in found[0].clippings] == ["Mira Olsund", "Tomas Brekk"]


NOT_ALONE = [
    pytest.param(
        BREKK.replace("on that pier", "on that pier " + "and on the old wall " * 16), RAIN, id="too-long-to-be-whole"
    ),
    pytest.param(BREKK, "Brekk slept well.", id="the-surname-occurs"),
    pytest.param(
        f"{BREKK} “The ferries lie there like whales in the mud,” Tomas Brekk said.",
        "“The ferries lie there like whales in the mud,” an official said.",
        id="more-of-theirs-without-the-name",
    ),
    pytest.param(BREKK.replace("Nobody who worked on that pier was surprised", "Never again"), RAIN, id="short"),
    pytest.param(f"“{'Roe. ' * 3}” {BREKK[1:]}", RAIN, id="marks-that-are-no-pair"),
    pytest.param(
        BREKK.replace("Nobody who worked on that pier was surprised", "The Late Show with Ana Roe"), RAIN, id="a-title"
    ),
    pytest.param(BREKK.replace("Nobody", "It was clear that nobody"), RAIN, id="it-points-at-something-outside"),
    pytest.param(
        "In response, Tomas Brekk said: “nobody who worked on that pier was surprised.”", RAIN, id="a-reaction"
    ),
    pytest.param(BREKK.replace("Nobody who", "I knew he"), RAIN, id="of-somebody-who-is-not-named"),
    pytest.param("Tomas Brekk called it “a great shame for all who work on that pier”.", RAIN, id="of-something-above"),
    pytest.param(BREKK.replace("Nobody", "But nobody"), RAIN, id="an-answer-to-what-is-not-shown"),
    pytest.param(BREKK.replace("Nobody", "Q: Nobody"), RAIN, id="an-interviewer-s-question"),
    pytest.param(BREKK.replace("union leader Tomas", "Paper A’s Tomas"), RAIN, id="the-outlet-s-own"),
    pytest.param("“Nobody who worked on that pier was surprised,” a worker said.", RAIN, id="nobody-with-a-name"),
    pytest.param(
        "Lars Holm confirmed it. It concerns the letters of Tomas Brekk. “Nobody on that pier was surprised,” he said.",
        RAIN,
        id="a-pronoun-for-one-of-two-in-the-paragraph",
    ),
]


@pytest.mark.parametrize(("first", "second"), NOT_ALONE)
def test_not_told_as_alone(first, second):
    assert find_lone_voices(quoted(first, second)) == []


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(f"Of the pier he knew, {BREKK[:1]}nobody{BREKK[7:]}", id="behind-the-outlet-s-words"),
        pytest.param(BREKK.replace("“Nobody who", "“nobody who"), id="a-fragment"),
        pytest.param(f"{BREKK[:-1]}, “who was there.”".replace("Nobody", "The man"), id="broken-off-within-a-sentence"),
        pytest.param(f"{BREKK} “Not one of them, and least of all the mayor.”", id="he-goes-on"),
        pytest.param("“We knew the pier,” Tomas Brekk said. “We all saw it burn,” he said. “We wept.”", id="he-said"),
    ],
)
def test_what_does_not_read_by_itself_is_shown_in_its_sentence(said):
    made = quoted(said, RAIN)
    (found,) = find_lone_voices(made)
    assert [words_of(made.material, clipping) for clipping in found.clippings] == [said]


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param(" A sign at the gate read “Keep out of the old harbour”.", id="words-on-a-sign"),
        pytest.param("\n\n“Not one of them,” he said.", id="the-next-paragraph"),
    ],
)
def test_where_a_turn_ends(behind):
    made = quoted(f"{BREKK}{behind}", RAIN)
    (found,) = find_lone_voices(made)
    assert marked(made, found.clippings[0]) == "“Nobody who worked on that pier was surprised,”"
    assert words_of(made.material, found.clippings[0]).startswith(BREKK)


def test_what_another_says_behind_it_is_not_shown_with_it():
    made = quoted(f"{BREKK} {OLSUND}", RAIN)
    (found,) = find_lone_voices(made)
    assert [marked(made, clipping) for clipping in found.clippings] == [
        "“Nobody who worked on that pier was surprised,”",
        "“We shall rebuild the old pier in stone,”",
    ]


def test_what_somebody_says_that_another_said_is_not_whom_it_quotes():
    said = (
        "Tomas Brekk, a union leader, confirmed that Mira Olsund said: “Nobody who worked on that pier was surprised.”"
    )
    assert all("Brekk" not in finding.text for finding in find_lone_voices(quoted(said, RAIN)))


def test_a_pronoun_is_enough_where_nobody_else_is_named():
    named = "Mira Olsund spoke in Helden on Monday. “We shall rebuild the old pier in stone,” she said."
    assert len(find_lone_voices(quoted(named, RAIN))) == 1
    between = named.replace(" “We", " Union leader Tomas Brekk listened. “We")
    assert find_lone_voices(quoted(between, RAIN)) == []
    above = named.replace(" in Helden on Monday. ", " to Tomas Brekk.\n\nIt rained.\n\n")
    assert len(find_lone_voices(quoted(above.replace("Tomas Brekk.", "many."), RAIN))) == 0  # named too far above
    assert find_lone_voices(quoted(named.replace("Helden", "Helden with Tomas Brekk"), RAIN)) == []


def test_words_that_one_outlet_alone_prints():
    other = "“The insurers have already paid for the roof of the hall,” Mira Olsund said."
    made = quoted(f"{OLSUND} {BREKK}", f"{other} Brekk slept.", RAIN)
    told = {f.text: [(c.outlet, marked(made, c)) for c in f.clippings] for f in find_words_of(made, ())}
    assert told == {
        "Mira Olsund (not named in Paper C): in Paper A and Paper B.": [
            ("Paper A", "“We shall rebuild the old pier in stone,”"),
            ("Paper B", "“The insurers have already paid for the roof of the hall,”"),
        ],
        "Tomas Brekk: in Paper A.": [("Paper A", "“Nobody who worked on that pier was surprised,”")],
    }


def test_what_is_told_above_is_not_told_again():
    made = quoted(f"{OLSUND} {BREKK}", "Olsund and Brekk slept.")
    told = {row for finding in find_words_of(made, ()) for row in finding.rows}
    assert len(told) == 2
    assert find_words_of(made, told) == []


EARLIER = ["Earlier this month", "in May 2019", "at the time", "last year", "two months ago", "on May 3, 2019"]


@pytest.mark.parametrize("when", EARLIER)
def test_what_was_said_on_another_occasion_is_not_set_beside_the_rest(when):
    assert find_words_of(quoted(OLSUND.replace("said.", f"said {when}."), "Olsund slept."), ()) == []


@pytest.mark.parametrize(
    ("office", "told"),
    [
        pytest.param("Rep. ", "Mira Olsund", id="a-title-alone"),
        pytest.param("Harbour Union leader ", "Mira Olsund, Harbour Union leader", id="an-office"),
        pytest.param(
            "Harbour Board chairman Rep. ", "Mira Olsund, Harbour Board chairman", id="a-title-behind-an-office"
        ),
        pytest.param("avid Twitter user ", "Mira Olsund", id="a-habit"),
        pytest.param("union leader ", "Mira Olsund", id="of-nobody-named"),
    ],
)
def test_the_office(office, told):
    made = quoted(f"“We shall rebuild the old pier in stone,” said {office}Mira Olsund.", "Olsund slept.")
    assert [finding.text for finding in find_words_of(made, ())] == [f"{told}: in Paper A."]


@pytest.mark.parametrize(
    "role", ["Harbour Board coach, all of us, for gain", "Harbour Board member " + "of a board " * 4]
)
def test_an_office_that_was_misread_is_not_told(role):
    made = quoted(OLSUND, "Olsund slept.")
    made.material.actors = {key: replace(row, role=role) for key, row in made.material.actors.items()}
    assert [finding.text for finding in find_words_of(made, ())] == ["Mira Olsund: in Paper A."]


def test_a_surname_alone_is_printed_with_its_office():
    made = quoted(OLSUND.replace("harbour master Mira", "President"), "Rain fell.")
    assert [finding.text for finding in find_words_of(made, ())] == ["President Olsund: in Paper A."]


def test_an_office_may_end_in_initials():
    made = quoted(OLSUND, "Olsund slept.")
    made.material.actors = {
        key: replace(row, role="ambassador to the U.N.") for key, row in made.material.actors.items()
    }
    assert [finding.text for finding in find_words_of(made, ())] == ["Mira Olsund, ambassador to the U.N.: in Paper A."]
