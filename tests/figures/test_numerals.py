"""Number words, digits and both: verbatim spans and values. Near misses name no number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.figures.numerals import find_numerals

CASES = [
    ("digits", "They sold 71,504,320 tickets.", [("71,504,320", 71504320)]),
    ("decimal", "a length of 3.75", [("3.75", 3.75)]),
    ("leading point", "hitting .412 all year", [(".412", 0.412)]),
    ("indian groups", "Rs 1,23,456 paid", [("1,23,456", 123456)]),
    ("space groups", "some 40\u202f000 letters", [("40\u202f000", 40000)]),
    ("vulgar fraction", "2½ hours", [("2½", 2.5)]),
    ("typed fraction", "2 1/2 cups", [("2 1/2", 2.5)]),
    ("fraction alone", "3/4 cup", [("3/4", 0.75)]),
    ("power of ten", "6.1×10−5 of it", [("6.1×10−5", 6.1e-5)]),
    ("words", "sixteen ferries", [("sixteen", 16)]),
    ("hyphen", "twenty-one gulls", [("twenty-one", 21)]),
    ("hundred and", "two hundred and five", [("two hundred and five", 205)]),
    ("mixed", "16 billion", [("16 billion", 16e9)]),
    ("abbreviated", "US$590bn in aid", [("590bn", 590e9)]),
    ("m beside money", "£1.2m", [("1.2m", 1.2e6)]),
    ("m before a plural", "1.2m voters", [("1.2m", 1.2e6)]),
    ("m is a metre", "he is 1.8m tall", [("1.8", 1.8)]),
    ("t beside money", "$1t of debt", [("1t", 1e12)]),
    ("t is a tonne", "100t of grain", [("100", 100)]),
    ("crore", "Rs 5 crore", [("5 crore", 5e7)]),
    ("crore and lakh", "two crore fifteen lakh", [("two crore fifteen lakh", 21_500_000)]),
    ("article", "a million people", [("a million", 1e6)]),
    ("and a half", "two and a half million", [("two and a half million", 2.5e6)]),
    ("million and a half", "3 million and a half", [("3 million and a half", 3.5e6)]),
    ("point", "two point two million", [("two point two million", 2.2e6)]),
    ("half", "half of them", [("half", 0.5)]),
    ("two-thirds", "two-thirds of it", [("two-thirds", 2 / 3)]),
    ("half a million", "half a million", [("half a million", 5e5)]),
    ("even dozen", "an even dozen boats", [("an even dozen", 12)]),
    ("half a dozen", "half a dozen", [("half a dozen", 6)]),
    ("one in three", "one in three pupils", [("one in three", 1 / 3)]),
    ("one of every nine", "one of every nine cats", [("one of every nine", 1 / 9)]),
    ("nine out of 10", "nine out of 10 cats", [("nine out of 10", 0.9)]),
    ("tens of billions", "tens of billions of euros", [("tens of billions", (1e10, 1e11))]),
    ("hundreds of thousands", "hundreds of thousands", [("hundreds of thousands", (1e5, 1e6))]),
    ("dozens", "dozens of boats", [("dozens", (12, 120))]),
    ("several hundred", "several hundred boats", [("several hundred", (300, 900))]),
    ("a few thousand", "a few thousand boats", [("a few thousand", (3000, 9000))]),
    ("double-digit", "double-digit growth", [("double-digit", (10, 99))]),
    ("six figures", "fees of six figures", [("six figures", (100_000, 999_999))]),
    ("two figures", "two figures in the fog", [("two", 2)]),
    ("eight of 10", "eight of 10 plums", [("eight of 10", 0.8)]),
    ("eight of the 10", "eight of the 10 plums", [("eight", 8), ("10", 10)]),
    ("sixfold", "a sixfold rise", [("sixfold", 6)]),
    ("minus", "minus five degrees", [("minus five", -5)]),
    ("sign", "fell to -12.5 overnight", [("-12.5", -12.5)]),
    ("sign after a currency", "a loss of $-3bn", [("-3bn", -3e9)]),
    ("sign after a number", "Index 50 -1.3 today", [("50", 50), ("-1.3", -1.3)]),
    ("dash after a number", "5 -10 boats", [("5", 5), ("10", 10)]),
    ("fraction slash", "1⁄2 of it", [("1⁄2", 0.5)]),
    ("range", "11-16 knots", [("11", 11), ("16", 16)]),
    ("between", "between one hundred and two hundred", [("one hundred", 100), ("two hundred", 200)]),
    ("two numbers", "nineteen eighty", [("nineteen", 19), ("eighty", 80)]),
    ("money glued", "USD10m", [("10m", 1e7)]),
    ("ordinal", "the third, the 5th, the twenty-first", []),
    ("name", "COVID-19, A320, 4chan and 5G", []),
    ("clock", "at 10:30", []),
    ("not a number", "someone, none, often, weighty, tension", []),
    ("bare several", "several boats and a few others", []),
    ("card number", "4111111111111111111 is no count", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_find_numerals(text, expected):
    found = [(text[n.start : n.end], n.value if n.value is not None else (n.low, n.high)) for n in find_numerals(text)]
    assert [words for words, _ in found] == [words for words, _ in expected]
    for (_, value), (_, wanted) in zip(found, expected, strict=True):
        assert value == pytest.approx(wanted)


PIECES = st.sampled_from(
    [
        "one",
        "two-",
        "hundred ",
        "million",
        "half a ",
        " and ",
        "7",
        ",000",
        ".5",
        "½",
        "$",
        "m",
        "bn",
        "%",
        "tens of ",
        "–",
        "/",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join)))
@settings(max_examples=400, deadline=None)
def test_any_text_gives_spans_in_order(text):
    at = 0
    for n in find_numerals(text):
        assert at <= n.start < n.end <= len(text)
        assert (n.value is None) == (n.low is not None and n.high is not None)
        assert n.value is None or abs(n.value) < float("inf")
        at = n.end


SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
SMALL += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(n: int, hyphen: str = "-", joint: str = " ") -> str:
    """English words of a whole number below 10**12."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if n >= scale:
            rest = f"{joint if n % scale < 100 else ' '}{spell(n % scale, hyphen, joint)}" if n % scale else ""
            return f"{spell(n // scale, hyphen, joint)} {name}{rest}"
    if n >= 100:
        return f"{SMALL[n // 100]} hundred" + (f"{joint}{spell(n % 100, hyphen, joint)}" if n % 100 else "")
    if n >= 20:
        return TENS[n // 10] + (f"{hyphen}{SMALL[n % 10]}" if n % 10 else "")
    return SMALL[n]


STYLES = {
    "plain": str,
    "commas": lambda n: f"{n:,}",
    "narrow spaces": lambda n: f"{n:,}".replace(",", "\u202f"),
    "words": spell,
    "words with and": lambda n: spell(n, joint=" and "),
    "words without hyphen": lambda n: spell(n, hyphen=" "),
    "capitals": lambda n: spell(n).upper(),
    "no grouping but decimals": lambda n: f"{n}.0",
    "millions": lambda n: f"{n / 1e6:.6f} million",
    "billions abbreviated": lambda n: f"{n / 1e9:.9f}bn",
}


@pytest.mark.parametrize("style", STYLES, ids=list(STYLES))
@given(n=st.integers(min_value=1, max_value=10**12 - 1))
@settings(max_examples=60, deadline=None)
def test_a_number_written_in_ten_styles_comes_back(style, n):
    words = STYLES[style](n)
    text = f"They counted {words} in all."
    found = find_numerals(text)
    assert [text[f.start : f.end] for f in found] == [words]
    assert found[0].value == pytest.approx(n, rel=1e-9, abs=1e-3)
