"""What a page is made from: a story's rows by id, and what may be printed of them."""

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property

from onrecord.comparison import is_certain
from onrecord.language.wording import in_sentence
from onrecord.language.words import find_words
from onrecord.processed import ProcessedStory
from onrecord.report.corrections import tell_corrections
from onrecord.tables import read_rows
from onrecord.tables.compared import (
    ClaimPairRow,
    LeftOutRow,
    NamedInRow,
    OnlyInRow,
    ParallelRow,
    PrintingRow,
    ReportingVerbRow,
)
from onrecord.tables.compared_figures import FigurePairRow
from onrecord.tables.extracted import ActorRow, ArticleRow, ClaimRow, FigureRow, MentionRow, SentenceRow, SpanRow

RUN = 7  # words in a row that two people do not say by chance
ARTICLES = frozenset(("The", "A", "An"))  # at the head of a sentence, before a body without a name
UNTOLD = frozenset(("a", "an", "one", "another", "some"))  # before a description: "a Canadian mining company"
LONGEST_NAME = 7  # words; what is longer is a description
JOINED_BEFORE, JOINED_BEHIND = re.compile(r"(?<!-)-\Z"), re.compile(r"-(?!-)")  # a hyphen, no dash
GLUED = re.compile(r"[a-z][A-Z]{2}|[^\w\s.,’'&()\-–/]")  # two texts run together, or marks that no name has


class Material:
    """The rows of one story. What a reviewer rejected is in none of them."""

    def __init__(
        self,
        story: ProcessedStory,
        openings: dict[str, tuple[int, int] | None] | None = None,
        definite: frozenset[str] | None = None,
    ):
        # Both as a page has them, where the articles are not at hand.
        self.story, self.openings, self._definite = story, openings, definite
        compared = story.compared
        self.articles = {row.article_id: row for row in read_rows(story.articles, ArticleRow)}
        self.actors = {row.actor_id: row for row in read_rows(story.actors, ActorRow)}
        kept = (row for row in read_rows(story.claims, ClaimRow) if row.review != "rejected" and row.act == "says")
        self.claims = {row.claim_id: row for row in kept}
        known = (row for row in read_rows(story.figures, FigureRow) if row.review != "rejected")
        self.figures = {row.figure_id: row for row in known}
        pairs = read_rows(compared.claim_pairs, ClaimPairRow)
        self.pairs = [p for p in pairs if self.outlet_of(p.claim_a) != self.outlet_of(p.claim_b)]
        self.contested = self._find_contested()
        self.naming = {(row.actor_id, row.outlet): row.naming for row in read_rows(compared.named_in, NamedInRow)}
        self.printings: dict[str, list[PrintingRow]] = {}
        for printing in read_rows(compared.printings, PrintingRow):
            self.printings.setdefault(printing.speech_id, []).append(printing)
        self.verbs = {row.pair: row for row in read_rows(compared.reporting_verbs, ReportingVerbRow)}
        self.left_out = read_rows(compared.left_out, LeftOutRow)
        self.parallels = read_rows(compared.parallels, ParallelRow)
        self.only_in = read_rows(compared.only_in, OnlyInRow)
        self.figure_pairs = read_rows(compared.figure_pairs, FigurePairRow)
        self.outlets = list(dict.fromkeys(row.outlet for row in self.articles.values()))

    @cached_property
    def sentences(self) -> dict[str, list[SentenceRow]]:
        """Each article's sentences in reading order."""
        out: dict[str, list[SentenceRow]] = {article: [] for article in self.articles}
        for row in read_rows(self.story.sentences, SentenceRow):
            out[row.article_id].append(row)
        return out

    @cached_property
    def corrections(self) -> dict[str, list[str]]:
        """What people corrected of each row, as the page shows it."""
        return tell_corrections(self.story)

    @cached_property
    def refused(self) -> frozenset[str]:
        """Ids of the findings that a person refused."""
        table = self.story.decisions
        return frozenset(table.loc[(table["verdict"] == "rejected") & table["not_entered"].isna(), "row_id"])

    @cached_property
    def asked(self) -> frozenset[str]:
        """Rows on which a question is open, or on which reviewers differ."""
        table = self.story.decisions
        return frozenset(
            table.loc[(table["verdict"] == "flagged") | (table["not_entered"] == "reviewers differ"), "row_id"]
        )

    @cached_property
    def told_at(self) -> dict[str, int]:
        """Where the last of the words that name a claim's source or signal it begins; none for one without them."""
        rows = (row for row in read_rows(self.story.spans, SpanRow) if row.role in ("source", "cue"))
        out: dict[str, int] = {}
        for row in rows:
            out[row.claim_id] = max(row.start, out.get(row.claim_id, -1))
        return out

    def _find_contested(self) -> dict[str, set[str]]:
        """Claims that share several words in a row with another outlet's quotation of another speaker, and with which:
        one of the two speakers is wrong, and nothing says which."""
        holders: dict[tuple[str, ...], set[str]] = {}
        for claim in self.claims.values():
            known = claim.actor_id is not None and self.actors[claim.actor_id].kind != "unnamed"
            if claim.quotation == "direct" and known:  # "an official" may be whoever the other outlet names
                words = [word.form for word in find_words(claim.content)]
                for i in range(len(words) - RUN + 1):
                    holders.setdefault(tuple(words[i : i + RUN]), set()).add(claim.claim_id)
        contested: dict[str, set[str]] = {}
        for claims in holders.values():
            speakers = {self.claims[claim].actor_id for claim in claims}
            if len(speakers) > 1 and len({self.outlet_of(claim) for claim in claims}) > 1:
                for claim_id in sorted(claims):
                    contested.setdefault(claim_id, set()).update(claims - {claim_id})
        return contested

    def outlet_of(self, claim_id: str) -> str:
        return self.articles[self.claims[claim_id].article_id].outlet

    def name(self, actor_id: str) -> str:
        """An actor's name as it stands inside a sentence."""
        name = in_sentence(self.actors[actor_id].name)
        if actor_id in self.definite:
            return f"the {name}"
        plain = actor_id not in self._called and not any(word[0].isupper() for word in name.split()[1:])
        return f"{name[0].lower()}{name[1:]}" if plain else name  # "City Hall", not "Organizers"

    @cached_property
    def definite(self) -> frozenset[str]:
        """The actors before whose name the articles write "the" ("the Harbour Board", but "Delvo Freight")."""
        if self._definite is not None:
            return self._definite
        times: dict[str, list[bool]] = {}
        for row in read_rows(self.story.mentions, MentionRow):
            name = self.actors[row.actor_id].name if row.actor_id in self.actors else None
            if row.form == "name" and row.kind == "organisation" and row.text == name:
                body = self.articles[row.article_id].body
                before = body[max(row.start - 4, 0) : row.start].casefold()
                times.setdefault(str(row.actor_id), []).append(before == "the ")
        return frozenset(actor for actor, found in times.items() if 2 * sum(found) > len(found))

    @cached_property
    def _called(self) -> set[str]:
        """The actors that have a name; others are called by a common noun ("Organizers")."""
        described = ("group", "unnamed")
        named = {row.actor_id for row in read_rows(self.story.mentions, MentionRow) if row.form == "name"}
        return {key for key, row in self.actors.items() if key in named or row.kind not in described}

    def has_speaker(self, claim: ClaimRow) -> bool:
        """Whether a claim's speaker may be printed: certain, no other outlet names another, and one with a name."""
        return is_certain(claim) and claim.claim_id not in self.contested and self.is_named(str(claim.actor_id))

    def is_named(self, actor_id: str) -> bool:
        """Whether an actor is one party with a name that reads as one. A surname alone does where an office stands with
        it ("President Roe") and nobody else has it."""
        actor = self.actors[actor_id]
        words = actor.name.split()
        alone = (actor.role or "")[:1].isupper() and self._surnames[actor.name] == 1
        is_person = actor.kind == "person" and (len(words) > 1 or alone)
        capital = any(word[:1].isupper() for word in words if word not in ARTICLES)
        described = words[0].casefold() in UNTOLD
        if is_person and any(set(words) <= set(row.outlet.split()) for row in self.articles.values()):
            return False  # an outlet, which one article took for somebody
        named = is_person or (actor.kind in ("organisation", "country") and capital and not described)
        return named and not GLUED.search(actor.name) and len(words) <= LONGEST_NAME

    @cached_property
    def _surnames(self) -> Counter[str]:
        """How many persons have a last name."""
        return Counter(row.name.rpartition(" ")[2] for row in self.actors.values() if row.kind == "person")

    def named_between(self, article_id: str, start: int, end: int) -> set[str | None]:
        """The persons named in a stretch of a body."""
        return {row.actor_id for row in self._namings[article_id] if start <= row.start < end}

    def namings_of(self, article_id: str, actor_id: str) -> list[int]:
        """Where an article names a person."""
        return [row.start for row in self._namings[article_id] if row.actor_id == actor_id]

    def named_before(self, article_id: str, before: int) -> set[str | None]:
        """The persons named in a body's paragraph up to a code point and in the last sentence above it that names any,
        no further up than the paragraph before."""
        above = [row for row in self._namings[article_id] if row.start < before]
        rows = self.sentences[article_id]
        own = self.hull(article_id, before - 1, before)[0]
        paragraph = self.paragraph_of(article_id, own)
        nearest = max((row.start for row in above if row.start < own), default=-1)
        starts = [own] + [row.start for row in rows if row.start <= nearest < row.end]
        starts = [at for at in starts if self.paragraph_of(article_id, at) >= paragraph - 1]
        starts += [row.start for row in rows if row.paragraph == paragraph and row.start < own]
        return {
            row.actor_id for row in above for at in starts if self.hull(article_id, at, at + 1)[1] > row.start >= at
        }

    @cached_property
    def _namings(self) -> dict[str, list[MentionRow]]:
        """The persons' names of each article in reading order, but for those in another name ("the Roe-Doe bill")."""
        out: dict[str, list[MentionRow]] = {article: [] for article in self.articles}
        for row in read_rows(self.story.mentions, MentionRow):
            body = self.articles[row.article_id].body
            inside = JOINED_BEFORE.search(body[max(row.start - 2, 0) : row.start]) or JOINED_BEHIND.match(body, row.end)
            if row.form == "name" and row.kind == "person" and not inside:
                out[row.article_id].append(row)
        return {article: sorted(rows, key=lambda row: row.start) for article, rows in out.items()}

    def paragraph_of(self, article_id: str, at: int) -> int:
        """The number of the paragraph in which a code point of a body stands."""
        rows = self.sentences[article_id]
        place = bisect_right([row.start for row in rows], at) - 1
        return rows[max(place, 0)].paragraph if rows else 1

    def hull(self, article_id: str, start: int, end: int) -> tuple[int, int]:
        """The whole sentences that a span of a body touches."""
        touched = [row for row in self.sentences[article_id] if row.start < end and start < row.end]
        if not touched:
            return start, end
        return min(start, touched[0].start), max(end, touched[-1].end)
