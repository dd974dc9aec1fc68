"""Rival numbers: two numbers for one thing that an outlet itself sets against each other, each with who states it.

"The port says 64 tonnes; the owner puts it at 41." That both are of one thing is read from the words of the second one
alone: it stands for a number that was given before.
"""

import re
from collections.abc import Iterator

from onrecord.language.wording import capital, in_sentence, join_words
from onrecord.processed import Mark
from onrecord.report.clippings import clip
from onrecord.report.contexts import in_context
from onrecord.report.evidence import quote_value
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.report.numbers import outlet_of
from onrecord.tables.extracted import FigureRow

MOST = 3  # findings
REACH = 3  # figures further on, of which one may be the other number
FAR = 260  # code points between the two
TIMES = 10  # how much more than a number one without a unit may be
SURE = 0.9  # speaker_confidence of both claims
UNSET = frozenset(("age", "duration", "date"))  # kinds of units that are nobody's count
NUMBER_OF = r"(?:figure|number|count|toll|total|sum|amount|cost|bill|price|estimate)"
# What stands before the second number when it is one for the first one's thing.
INSTEAD = re.compile(
    rf"\b(?:puts?|putting) (?:it|(?:the|that|its|their) (?:[\w-]+ ){{0,2}}?{NUMBER_OF}) (?:\w+ )?at(?: \w+){{0,2}} ?\Z"
    rf"|\b(?:the|that|its|their) (?:true |real |actual |right |correct )?{NUMBER_OF}"
    r" (?:is|was|were|stood at|came to|should be|had been)(?: \w+){0,2} ?\Z"
    rf"|\b(?:it|{NUMBER_OF})(?: (?:is|was|were)(?: \w+)?)? (?:nearer|closer)(?: to)? ?\Z"
    r"|\breckon(?:s|ed)?(?: \w+){0,4} ?\Z"
)
# And when the number is all that is said: "The union says $51 million."
ALONE = re.compile(
    r"\b(?:says?|said|counts?|counted|claims?|claimed)(?: (?:it|there) (?:is|was|were))?"
    r"(?: (?:only|just|about|around|nearer|closer to|more like|no more than|fewer than|at least)){0,2} ?\Z"
)
COUNTED = re.compile(rf"\b{NUMBER_OF} of\b")  # what the second number counts is told: it may be another thing
WIDER = re.compile(r"\b(?:with|including|counting|adding|together with) (?:those|that|the|his|her|their|its)\b")
DEFINITE, LONGEST_DESCRIPTION = re.compile(r"the [a-z]", re.I), 4
ENDS = re.compile(r"[.;,”\"]| (?:and|but)\b")


Rivals = tuple[FigureRow, FigureRow]


def find_rival_numbers(material: Material) -> list[Finding]:
    """One finding for each two numbers that outlets set against each other, in most outlets first."""
    found: dict[frozenset[str], dict[str, Rivals]] = {}
    unclear: list[Rivals] = []  # of one number, against several of which it may stand for one
    for one, other, clear in _rivals(material):
        if clear:
            _keep(material, found, (one, other))
        else:
            unclear.append((one, other))
    for rivals in unclear:
        if _key(rivals) in found:  # clear in another outlet
            _keep(material, found, rivals)
    findings = [_tell(material, list(by_outlet.values())) for by_outlet in found.values()]
    return sorted(findings, key=lambda finding: (-len(finding.clippings), finding.depth, finding.text))[:MOST]


def _keep(material: Material, found: dict[frozenset[str], dict[str, Rivals]], rivals: Rivals) -> None:
    found.setdefault(_key(rivals), {}).setdefault(outlet_of(material, rivals[0]), rivals)


def _key(rivals: Rivals) -> frozenset[str]:
    return frozenset(f"{figure.value:g} {figure.unit_kind}" for figure in rivals)


def _rivals(material: Material) -> Iterator[tuple[FigureRow, FigureRow, bool]]:
    """Each two numbers, the second of which stands for one given before; the third: whether that is clear."""
    for article in material.articles:
        rows = sorted((row for row in material.figures.values() if row.article_id == article), key=lambda r: r.start)
        for k, other in enumerate(rows):
            near = [one for one in rows[max(0, k - REACH) : k] if _may_be_rivals(material, one, other)]
            if near and _stands_for_another(material, other):
                unsaid = (row for row in rows[max(0, k - REACH) : k] if row.unit is None and row not in near)
                clear = len(near) == 1 and not any(near[0].start - FAR < row.start < other.start for row in unsaid)
                yield from ((one, other, clear) for one in near)


def _stands_for_another(material: Material, figure: FigureRow) -> bool:
    body = material.articles[figure.article_id].body
    start = material.hull(figure.article_id, figure.start, figure.end)[0]
    before = body[start : figure.start]
    alone = ALONE.search(before) and ENDS.match(body, figure.end)
    return bool((INSTEAD.search(before) and not COUNTED.search(before)) or alone) and not WIDER.search(before)


def _may_be_rivals(material: Material, one: FigureRow, other: FigureRow) -> bool:
    """Of one unit, near each other, and stated by two certain speakers."""
    claims = [material.claims.get(str(figure.claim_id)) for figure in (one, other)]
    if one.value is None or other.value is None or one.value == other.value or other.start - one.end > FAR:
        return False
    if one.unit is None or one.unit_kind in UNSET or other.unit not in (None, one.unit):
        return False
    if other.unit is None and not 1 / TIMES <= one.value / (other.value or 1) <= TIMES:
        return False
    if any(claim is None or (claim.speaker_confidence or 0.0) < SURE for claim in claims):
        return False
    return one.actor_id is not None and other.actor_id is not None and one.actor_id != other.actor_id


def _tell(material: Material, pairs: list[tuple[FigureRow, FigureRow]]) -> Finding:
    clippings = []
    for one, other in pairs:
        marks = [Mark(figure.start, figure.end, "figure") for figure in (one, other)]
        clipping = clip(material, one.article_id, one.start, other.end, one.figure_id, marks)
        clippings.append(in_context(material, clipping))
    names = join_words([outlet_of(material, pair[0]) for pair in pairs])
    return Finding(
        kind="rival_number",
        text=f"{_head(material, pairs)}, in {names}.",
        rows=tuple(figure.figure_id for pair in pairs for figure in pair),
        clippings=tuple(clippings),
        depth=min(pair[0].start / len(material.articles[pair[0].article_id].body) for pair in pairs),
    )


def _head(material: Material, pairs: list[Rivals]) -> str:
    """Both numbers, with who states them where that is the same in all outlets."""
    one, other = map(quote_value, pairs[0])
    speakers = {(first.actor_id, second.actor_id) for first, second in pairs}
    if len(speakers) > 1:
        return f"{capital(one)} against {other}"
    a, b = (_called(material, figure) for figure in pairs[0])
    return f"{capital(one)} by {a} against {other} by {b}"


def _called(material: Material, figure: FigureRow) -> str:
    """Who states a number, by name where the article names them there: "the inspector general" may be his report."""
    name, claim = material.name(str(figure.actor_id)), material.claims.get(str(figure.claim_id))
    source = " ".join((claim.source or "").split()).strip(" ,") if claim else ""
    named = set(name.split()) & set(source.replace("’s", "").replace("'s", "").split())
    described = DEFINITE.match(source) and len(source.split()) <= LONGEST_DESCRIPTION
    return in_sentence(source) if described and not named else name
