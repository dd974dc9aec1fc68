"""Every compiled pattern on texts made to be slow: time grows with the length, not with its square or worse."""

import importlib
import pkgutil
import re
import time

import pytest

import onrecord

SIZES = (1_500, 3_000, 6_000)
SLOW = 0.06  # seconds for the longest text; below it no growth is measured
GROWTH = 3.0  # twice the length takes twice the time, and noise; a square would take four times

PIECES = [
    *("a", "A", "1", " ", "-", "–", ",", ".", "“", "'", "(", "<", "\t", "é"),
    *(
        "A ",
        "Aa ",
        "aA",
        "1,",
        "1 ",
        "1.",
        "1-",
        "a.",
        "a-",
        "a, ",
        "- ",
        "<a",
        "A.",
        "A'",
        "By A",
        "and ",
        "of ",
        "one ",
    ),
    *("in 1999 ", "from 1 to ", "the last ", "said she said ", "May ", "until until ", "half of a "),
]


def patterns() -> dict[str, re.Pattern]:
    found = {}
    for info in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            made = (
                value()
                if hasattr(value, "cache_info") and value.__module__ == info.name and _is_plain(value)
                else value
            )
            for number, pattern in enumerate(_patterns_in(made)):
                found[f"{info.name.removeprefix('onrecord.')}.{name}.{number}"] = pattern
    return found


def _is_plain(function) -> bool:
    return not function.__wrapped__.__code__.co_argcount and function.__name__ not in (
        "load",
        "_textstat",
        "_tokenizer",
    )


def _patterns_in(value) -> list[re.Pattern]:
    if isinstance(value, re.Pattern):
        return [value] if isinstance(value.pattern, str) else []
    if isinstance(value, tuple):
        return [pattern for item in value for pattern in _patterns_in(item)]
    return []


def seconds(pattern: re.Pattern, text: str) -> float:
    start = time.perf_counter()
    for use in (pattern.search, pattern.match, pattern.fullmatch):
        use(text)
    sum(1 for _ in pattern.finditer(text))
    return time.perf_counter() - start


def measure(pattern: re.Pattern, piece: str, end: str, size: int) -> float:
    """The least of three, since a busy machine only ever adds."""
    return min(seconds(pattern, piece * (size // len(piece)) + end) for _ in range(3))


FOUND = patterns()


def test_the_patterns_are_found():
    assert len(FOUND) > 100
    assert any(name.startswith("intake.layout.BYLINE") for name in FOUND)
    assert any(name.startswith("language.periods._readers") for name in FOUND)


@pytest.mark.parametrize("name", FOUND)
def test_a_pattern_is_linear(name):
    for piece in PIECES:
        for end in ("", "!", "\n!", " a"):
            took = [seconds(FOUND[name], piece * (size // len(piece)) + end) for size in SIZES]
            if took[-1] > SLOW:
                took = [
                    min(a, seconds(FOUND[name], piece * (n // len(piece)) + end))
                    for a, n in zip(took, SIZES, strict=True)
                ]
            assert took[-1] < SLOW or took[-1] < GROWTH * took[-2], f"{piece!r} × n + {end!r}: {took}"
