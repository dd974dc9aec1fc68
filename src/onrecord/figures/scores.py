"""Two numbers set against each other: games and odds, which are no figures, and tallies of votes, which are two.

"won 3-0" and "split 4 to 1" only name a result; "passed 52 to 48" says how many voted for and how many against.
"""

import re

from onrecord.language.spans import Chars

_SCORE = re.compile(r"(?=\d)(?<![\d.$£€-])(\d{1,2})\s?[-–]\s?(\d{1,2})(?!\d|[.,]\d|-?\w|\s?(?:%|per\s?cent|[a-z]+s\b))")
_ODDS = re.compile(
    r"(?=\d)(?<![\d.,$£€-])(?<!from )(?<!ween )(\d{1,2}) to (\d{1,2})(?=[.,;:)]?(?:\s|$))(?!\s?(?:%|per\s?cent|\w+s\b))"
)
_CONTEST = re.compile(
    r"\b(?:w[io]n|beat|los[et]|lost|draw|drew|victory|defeat|goal|scor(?:e|ed)|lead|led|tie|match|game|aggregate|vs?)\b",
    re.I,
)
_TALLY = re.compile(
    r"(?=\d)(?<![\d.,$£€-])(?<!from )(?<!ween )(\d{1,3})(?:\s?[-–]\s?|\sto\s)(\d{1,3})"
    r"(?!\d|[.,]\d|-?\w|\s?(?:%|per\s?cent|majority|edge|advantage|split|(?!votes\b)[a-z]+s\b))"
)
_VOTED = re.compile(r"\b(?:vot(?:e|ed|es|ing)|ballots?|fail(?:ed|s)|reject(?:ed|s)|defeat(?:ed|s))\b", re.I)
_DECIDED = re.compile(
    r"\b(?:pass(?:ed|es)|approv(?:ed|es)|adopt(?:ed|s)|confirm(?:ed|s)|upheld|ruled|ruling|decision|verdict"
    r"|Senate|House|[Pp]arliament|[Cc]ouncil|[Cc]ommittee|[Cc]ourt|[Ll]awmakers|[Jj]ustices|[Jj]ury|party-line)\b"
)
_GAME = re.compile(
    r"\b(?:games?|match(?:es)?|goals?|scor(?:e|ed)|season|league|innings?|cup|playoffs?|aggregate)\b", re.I
)
_NEAR = 80  # characters on either side in which a sentence says what was decided


def find_scores(text: str, tallies: list[Chars]) -> list[Chars]:
    """Spans of results of games and odds: "3-0", "won 2 – 1"; not "6-9 years", not "5-10" that rises, no tally."""
    spans = [Chars(*m.span()) for m in _ODDS.finditer(text) if int(m[1]) > int(m[2])]
    for match in _SCORE.finditer(text):
        first, second = int(match[1]), int(match[2])
        if first >= second or _CONTEST.search(text, max(0, match.start() - 60), min(len(text), match.end() + 60)):
            spans.append(Chars(*match.span()))
    return [span for span in spans if not any(a < span[1] and span[0] < b for a, b in tallies)]


def find_tallies(text: str) -> list[Chars]:
    """Spans of votes for and against: "passed 52 to 48", "a 5-4 ruling"; the lower first only beside "vote"."""
    return [Chars(*m.span()) for m in _TALLY.finditer(text) if _is_vote(text, m)]


def _is_vote(text: str, match: re.Match[str]) -> bool:
    before = re.split(r"[.!?]\s", text[max(0, match.start() - _NEAR) : match.start()])[-1]
    near = before + " " + re.split(r"[.!?]\s", text[match.end() : match.end() + _NEAR])[0]
    if _GAME.search(near):
        return False
    return bool(_VOTED.search(near)) or (int(match[1]) > int(match[2]) and bool(_DECIDED.search(near)))
