"""Is a line prose, or what a website sets around and between it: a caption, a share bar, a link to another story?"""

import re
from functools import cache

from onrecord.lexicon import read_rows

PROSE = re.compile(r"[“”\"]|[^\WA-Z\d_][.!?] ")  # a quotation, or a sentence that ends within the line
ENDS = frozenset('.!?:”"’…)')  # of a sentence
LONGEST_FURNITURE = 400  # characters; a longer line is prose
SHORT = 12  # words
# A picture's or video's caption: it ends in its credit, or begins with the player's button.
CAPTION = re.compile(
    r"\A(?:CLOSE\b(?!-)(?! to\b)|.*\((?:Photo|Image|Photograph|Video|Credit|Picture)s?:[^()\n]{2,80}\)\.?\Z)"
)
QUOTED = re.compile(r"[“”\"]")
SECTION_LINE = re.compile(r"\A[–—-]++ ?[^.!?\n]{1,60}? ?[–—-]++\Z")
# How to reach or follow the writer.
CONTACT = re.compile(
    r"\A(?:(?:Follow|Like) [^.!?,\n]{2,60} on (?:Twitter|Facebook|Instagram|LinkedIn|X)(?:[ :.,(]+@\w+[).]*)?\.?"
    r"|(?:Contact|Email|E-mail|Reach|Write to|Tips to) [^!?\n]{2,80}@\S{2,60}"
    r"|[^\s@]{2,60}@[^\s@]{2,60}|If you or (?:someone|anyone) (?:you know|close to you)\b[^\n“”\"]{0,250}"
    r"|[^!?\n“\",]{2,80} can be reached (?:at|on|via) [^!?\n]{0,60}[@\d][^!?\n]{1,80}"
    r"|[^\n“\"]{2,200} (?:Contact|Email|Reach|Follow) (?:her|him|them|me|us)\b[^\n]{0,200})\Z"
)
# When the page says it was published or changed, and its writer beside the outlet: "Ana Roe | Coast News".
STAMP = re.compile(
    r"\A(?:Published|Updated|Posted|Last updated|First published|Last modified)\b[^!?\n“”\"]{0,50}"
    r"\b(?:19|20)\d\d\b[^.!?\n“”\"]{0,20}\Z|\A\d\d?:\d\d ?[ap]\.?m\.?[^.!?\n“”\"]{0,30}\b(?:19|20)\d\d\Z",
    re.IGNORECASE,
)
DAYS = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*+|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*+"
ZONES = r"[ECMP][SD]?T|GMT|BST|UTC|CEST|AE[SD]T|IST"
# Nothing but days, hours and what a page says of them: "Thu Oct 30 2025 - 12:47", "Posted 3.41pm, updated 6.58pm".
STAMPED = re.compile(
    rf"\A(?=.*\d)(?:(?:{DAYS}|{ZONES}|Published|Posted|Updated|Last|First|on|at"
    r"|\d[\d:.]*+ ?(?:[ap]\.?m\b)?(?:st|nd|rd|th)?)[ ,.:;|·—–/-]*+)++\Z",
    re.IGNORECASE,
)
SIGNED = re.compile(r"\A[^\Wa-z\d_][\w.’'-]+(?: [^\Wa-z\d_][\w.’'-]+){1,3} \| [^|.!?\n]{2,40}\Z")
UPDATED = re.compile(
    r"\A(?:This|The) (?:story|article|post|report) (?:was|has been) (?:last )?updated\b[^\n“”\"]{0,200}\Z"
)
CONVERSION = re.compile(r"\A\(\W{0,2}\d[^()=\n]{0,30}=[^()=\n]{1,60}\)\Z")  # ($1 = 0.76 pounds)
# Who helped, at an agency's end: "Roe reported from Lisbon. Researcher Ivo Brandt contributed from Porto."
CREDIT = re.compile(
    r"\A(?!.*\bthat\b)[^\Wa-z\d_][\w’'-]+(?: [^\Wa-z\d_][\w.’'-]+){0,3} (?:reported from [^\Wa-z\d_][\w.,’' -]{1,60}\."
    r"|contributed (?:research|from|to this)\b)[^\n“”\"]{0,200}\Z"
    # all of it in brackets, however long
    r"|\A\((?:Additional )?(?:[Rr]eporting|Writing|Editing|Compiled)(?: and [a-z]+)? by [^\Wa-z\d_]"
    r"[^()\n“”\"]{1,300}\)\Z"
    # the writer's beat
    r"|\A[^\Wa-z\d_][\w’'-]+(?: [^\Wa-z\d_][\w.’'-]+){1,3} (?:covers|writes about) [^.\n“”\"]{2,80}"
    r" (?:for|at) (?:[Tt]he )?[^\Wa-z\d_][^.\n“”\"]{2,50}\.[^\n“”\"]{0,200}\Z"
)
COUNTED = re.compile(
    r"\A(?:(?:View|Show|Read|All) )?(?:comments? ?)?\(?\d[\d,]*\)? (?:comments?|shares?|replies|likes)\Z", re.IGNORECASE
)


def find_furniture(line: str) -> str | None:
    """What kind of furniture a line is (caption, ornament, or ``boilerplate.csv``'s *what*); null for prose."""
    if len(line) > LONGEST_FURNITURE:
        return None
    if CAPTION.match(line) and not QUOTED.search(line):
        return "picture"
    if not any(map(str.isalnum, line)) or SECTION_LINE.match(line):
        return "ornament"
    if CONTACT.match(line):
        return "contact"
    if STAMP.match(line) or UPDATED.match(line):
        return "date"
    if CONVERSION.match(line):
        return "conversion"
    if SIGNED.match(line):
        return "author"
    if CREDIT.match(line):
        return "credit"
    if COUNTED.match(line):
        return "comments"
    low = line.casefold().strip("()[]:.…–—- ")
    short = len(low.split()) <= SHORT or line.rstrip()[-1:] not in ENDS
    lines, starts, opens, credits = _patterns()
    if low in lines:
        return lines[low]
    if short and (start := next((start for start in starts if low.startswith(start)), None)):
        return starts[start]
    if line.rstrip()[-1:] not in ENDS and (start := next((start for start in opens if low.startswith(start)), None)):
        return opens[start]
    ends = None if PROSE.search(line) else next((end for end in credits if low.endswith(end)), None)
    return credits[ends] if ends else None


def is_stamp(line: str) -> bool:
    """Whether a line holds nothing but a day or an hour and what a page says of them."""
    return STAMPED.match(line) is not None


@cache
def _patterns() -> tuple[dict[str, str], dict[str, str], dict[str, str], dict[str, str]]:
    """``boilerplate.csv`` by what a pattern has to be of a line: all of it, its beginning, its end."""
    return tuple(  # type: ignore[return-value]  # mypy counts no generator
        {row["pattern"]: row["what"] for row in read_rows("boilerplate") if row["kind"] == kind}
        for kind in ("line", "start", "open", "credit")
    )
