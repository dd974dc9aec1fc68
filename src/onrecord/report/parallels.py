"""Findings on sentences that are near each other in several outlets: the same point told by each, and copied text."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from onrecord.language.quotations import find_quotations
from onrecord.language.wording import join_words
from onrecord.language.words import Word, find_words
from onrecord.processed import Mark
from onrecord.report.clippings import Clipping, clip, is_whole
from onrecord.report.contexts import in_context
from onrecord.report.finding import Finding
from onrecord.report.material import Material
from onrecord.report.quoted import POINTING
from onrecord.tables.compared import ParallelRow
from onrecord.tables.extracted import ClaimRow

MARKS = re.compile(r"[“”„«»\"]")  # a heading has its own
RUN = 5  # words in a row that are of one statement
LONGEST = 10  # words of a heading
TELLING = 2  # content words that tell which point it is
DIFFERING = 2  # outlets with a number that the others do not have
COPIED = 4  # sentences word for word that two outlets print, to be told
SMALL = frozenset(map(str, range(13)))
QUOTED = re.compile(r"[“”\"]")
FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Mm]y|I[’' ](?:m|ve|am|have|was))\b")  # neither the US nor World War I
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _groups(material: Material) -> list[list[ParallelRow]]:
    found: dict[str, list[ParallelRow]] = {}
    for row in material.parallels:
        found.setdefault(row.parallel_id, []).append(row)
    return list(found.values())


def find_copied(material: Material) -> list[Finding]:
    """Outlets that print several sentences word for word, as those who take over one agency's text do."""
    copied: dict[tuple[str, ...], list[list[ParallelRow]]] = defaultdict(list)
    for rows in _groups(material):
        same = [row for row in rows if row.same_words]
        if len(same) > 1:
            copied[tuple(row.outlet for row in same)].append(same)
    out = []
    for outlets, groups in copied.items():
        if len(groups) >= COPIED:
            first = groups[0][0]
            names = join_words(list(outlets))
            text = f"{names} print at least {len(groups)} sentences word for word, spelling and marks apart."
            clipping = replace(_clip(material, first, ()), also=outlets[1:])
            depth = first.start / len(material.articles[first.article_id].body)
            out.append(Finding(kind="copied", text=text, clippings=(clipping,), depth=depth))
    return out


def find_parallels(material: Material, shown: Collection[Clipping]) -> list[Finding]:
    """The same point as several outlets tell it, each with numbers of its own; in most outlets first, without what
    ``shown`` clippings have."""
    out = []
    for rows in _groups(material):
        taken = sum(any(clipping.holds(row) for clipping in shown) for row in rows)
        if taken or sum(row.same_words for row in rows) > 1:
            continue
        if not all(_reads_alone(material.articles[row.article_id].body[row.start : row.end]) for row in rows):
            continue
        clippings = tuple(_clip(material, row, rows) for row in rows)
        if sum(any(mark.kind == "only" for mark in clipping.marks) for clipping in clippings) < DIFFERING:
            continue
        if _is_quoted_elsewhere(material, clippings) or _is_one_quotation(material, rows):
            continue
        names = join_words([row.outlet for row in rows])
        out.append(
            Finding(
                kind="parallel",
                text=f"{_subject(material, rows, names)}.",
                clippings=clippings,
                certainty=rows[0].overlap,
                depth=min(row.start / len(material.articles[row.article_id].body) for row in rows),
            )
        )
    return sorted(out, key=lambda finding: (-len(finding.clippings), -finding.rank, finding.text))


def _subject(material: Material, rows: Sequence[ParallelRow], names: str) -> str:
    """Whose words they are, where all are certainly one speaker's; else that they are on one point."""
    said = [
        {str(c.actor_id) for c in material.claims.values() if material.has_speaker(c) and _stands_in(c, row)}
        for row in rows
    ]
    speakers = set.intersection(*said) if all(len(of) == 1 for of in said) else set()
    if speakers:
        return f"What {material.name(speakers.pop())} says, in {names}"
    words = _longest_run([material.articles[row.article_id].body[row.start : row.end] for row in rows])
    return f"“{words}”, in {names}" if words else f"{names} on one point"


def _is_quoted_elsewhere(material: Material, shown: Sequence[Clipping]) -> bool:
    """Whether another outlet has several words in a row of what is shown in what somebody says there: a reader would
    take it to lack them."""
    named = {clipping.outlet for clipping in shown}
    others = [c.content for c in material.claims.values() if material.outlet_of(c.claim_id) not in named]
    texts = [f" {' '.join(word.form for word in find_words(content))} " for content in others]
    for clipping in shown:
        body = material.articles[clipping.article_id].body
        forms = [word.form for word in find_words(body[clipping.start : clipping.end])]
        runs = (f" {' '.join(forms[i : i + RUN])} " for i in range(len(forms) - RUN + 1))
        if any(run in text for run in runs for text in texts):
            return True
    return False


def _is_one_quotation(material: Material, rows: Sequence[ParallelRow]) -> bool:
    """Whether all that the sentences have in marks is the same words: of one quotation nothing differs."""
    said = [
        [word.form for q in find_quotations(_words(material, row)) for part in q.parts
         for word in find_words(_words(material, row)[part.start : part.end])]
        for row in rows
    ]  # fmt: skip
    return len(said[0]) >= RUN and all(words == said[0] for words in said)


def _words(material: Material, row: ParallelRow) -> str:
    return material.articles[row.article_id].body[row.start : row.end]


def _longest_run(sentences: Sequence[str]) -> str:
    """The most words in a row that all have, as the first has them; none where they say little."""
    first, *others = (find_words(sentence) for sentence in sentences)
    texts = [" " + " ".join(word.form for word in words) + " " for words in others]
    best: Sequence[Word] = ()
    for i in range(len(first)):
        for j in range(i + len(best) + 1, min(len(first), i + LONGEST) + 1):
            if not all(f" {' '.join(word.form for word in first[i:j])} " in text for text in texts):
                break
            best = first[i:j]
    while best and not best[0].is_content:
        best = best[1:]
    while best and not best[-1].is_content:
        best = best[:-1]
    if sum(word.is_content and word.form.isalpha() for word in best) < TELLING:
        return ""
    return " ".join(MARKS.sub("", sentences[0][best[0].start : best[-1].end]).split())


def _stands_in(claim: ClaimRow, row: ParallelRow) -> bool:
    return claim.article_id == row.article_id and claim.start < row.end and row.start < claim.end


def _reads_alone(words: str) -> bool:
    """A whole sentence that points at nobody named above it, and is the outlet's own or in marks ("our analysis" is
    not the outlet's)."""
    forms = [word.form for word in find_words(words)]
    own = QUOTED.search(words) or not FIRST_PERSON.search(words)
    return is_whole(words) and forms[0] not in POINTING and bool(own)


def _clip(material: Material, row: ParallelRow, rows: Sequence[ParallelRow]) -> Clipping:
    """The sentence, with the numbers marked that the others do not have."""
    body = material.articles[row.article_id].body
    others = {number for other in rows if other is not row for number in _numbers(material, other)}
    marks = [
        Mark(row.start + found.start(), row.start + found.end(), "only")
        for found in NUMBER.finditer(body[row.start : row.end])
        if rows and found.group() not in others and found.group() not in SMALL  # others may write small ones in words
    ]
    clipping = clip(material, row.article_id, row.start, row.end, None, marks)
    return in_context(material, clipping) if rows else clipping


def _numbers(material: Material, row: ParallelRow) -> set[str]:
    return set(NUMBER.findall(material.articles[row.article_id].body[row.start : row.end]))
