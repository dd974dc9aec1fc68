"""Why a row is there: its exact words in context, the rule that made it, and the rows made from it."""

from onrecord.processed.processed_story import Excerpt, ProcessedStory
from onrecord.tables import read_rows
from onrecord.tables.extracted import MentionRow

KEYS = {"claims": "claim_id", "figures": "figure_id", "actors": "actor_id", "mentions": "mention_id"}


def has_row(story: ProcessedStory, row_id: str) -> bool:
    """Whether the story has a claim, figure, actor or mention of this id."""
    return any(row_id in set(getattr(story, name)[key]) for name, key in KEYS.items())


def explain_row(story: ProcessedStory, row_id: str) -> str:
    """What there is to know about a claim, figure, actor or mention, as text; raises ``UsageError`` for other ids.

    An actor's mentions are told with the reason that each belongs to it.
    """
    table = next((name for name, key in KEYS.items() if row_id in set(getattr(story, name)[key])), None)
    if table == "actors":
        return _explain_actor(story, row_id)
    excerpt = story.show(row_id)
    more = {"claims": _explain_claim, "figures": _explain_figure}.get(excerpt.table)
    return str(excerpt) + (more(story, excerpt) if more else "")


def _explain_claim(story: ProcessedStory, excerpt: Excerpt) -> str:
    """Its words by role, its speakers, and what stands inside it."""
    claim = excerpt.row["claim_id"]
    names = story.names()
    spans = story.spans[story.spans["claim_id"] == claim]
    lines = [f"  {s.role} {s.part}, at {s.start}–{s.end}: {s.text}" for s in spans.itertuples()]
    spoken = story.speakers[story.speakers["claim_id"] == claim]
    lines += [f"  speaker: {names[s.actor_id]} ({s.actor_id})" for s in spoken.itertuples()]
    inner = story.claims[story.claims["within_claim_id"] == claim]
    lines += [f"  inside it, claim {c.claim_id}: {c.content}" for c in inner.itertuples()]
    stated = story.figures[story.figures["claim_id"] == claim]
    lines += [f"  inside it, figure {f.figure_id}: {f.text}" for f in stated.itertuples()]
    return _section("Made from it", lines)


def _explain_figure(story: ProcessedStory, excerpt: Excerpt) -> str:
    """The reference values that it was set beside."""
    if story.comparisons is None:
        return ""
    checks = story.comparisons.figure_checks
    rows = checks[checks["figure_id"] == excerpt.row["figure_id"]]
    lines = [f"  {r.series}, {r.vintage}: {r.reference_value} for {r.year}, ratio {r.ratio}" for r in rows.itertuples()]
    return _section("Set beside", lines)


def _explain_actor(story: ProcessedStory, actor_id: str) -> str:
    """Every mention of the actor, with the reason that it belongs to it."""
    actor = story.actors.set_index("actor_id").loc[actor_id]
    mentions = read_rows(story.mentions[story.mentions["actor_id"] == actor_id], MentionRow)
    lines = [f"  {m.mention_id} {m.article_id}, at {m.start}–{m.end}: {m.text} – {m.rule}" for m in mentions]
    known = [
        f"  {column}: {actor[column]}" for column in ("name", "kind", "role", "iso3") if actor[column] == actor[column]
    ]
    claims = story.speakers[story.speakers["actor_id"] == actor_id]["claim_id"]
    return "\n".join(["actors", *known]) + _section("Mentions", lines) + _section("Claims", [f"  {c}" for c in claims])


def _section(title: str, lines: list[str]) -> str:
    return "\n\n" + "\n".join([f"{title}:", *lines]) if lines else ""
