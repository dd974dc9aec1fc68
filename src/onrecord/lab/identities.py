"""Who is who: why namings are one actor, and what would change if two were."""

from collections import Counter
from typing import Any

from onrecord.processed import ProcessedStory

BASES = {
    "full_name": "the same full name in several articles",
    "surname": "a surname alone in one article",
    "short_form": "a short form of the name in one article",
    "role": "the same office",
    "country": "the same country",
    "by_hand": "a person’s decision",
}


def describe_actor(story: ProcessedStory, actor_id: str) -> dict[str, Any]:
    """An actor with each of its namings: where, how often, and why it is taken for this actor's."""
    actor = story.actors.set_index("actor_id").loc[actor_id]
    outlets = dict(zip(story.articles["article_id"], story.articles["outlet"], strict=True))
    mentions = story.mentions[(story.mentions["actor_id"] == actor_id) & (story.mentions["form"] != "pronoun")]
    times = Counter((outlets[m.article_id], m.text, str(m.rule)) for m in mentions.itertuples())
    basis = actor["merge_basis"]
    return {
        "id": actor_id,
        "name": actor["name"],
        "kind": actor["kind"],
        "role": actor["role"] if isinstance(actor["role"], str) else "",
        "basis": BASES.get(basis, "") if isinstance(basis, str) else "",
        "namings": [{"outlet": o, "text": t, "why": why, "times": n} for (o, t, why), n in times.items()],
    }


def list_actors(story: ProcessedStory) -> list[dict[str, Any]]:
    """The actors as a reviewer names them, those who speak most first: by name, or by id where two have one name."""
    claims = Counter(story.speakers["actor_id"])
    outlets = story.articles.set_index("article_id")["outlet"]
    where = story.mentions.dropna(subset=["actor_id"]).groupby("actor_id")["article_id"]
    seen = where.apply(lambda ids: ", ".join(dict.fromkeys(outlets[i] for i in ids))).to_dict()
    named = Counter(story.actors["name"])
    actors = [
        {
            "id": row.actor_id,
            "name": row.name,
            "write": row.name if named[row.name] == 1 else row.actor_id,
            "kind": row.kind,
            "role": row.role if isinstance(row.role, str) else "",
            "claims": claims[row.actor_id],
            "outlets": seen.get(row.actor_id, ""),
        }
        for row in story.actors.itertuples(index=False)
    ]
    return sorted(actors, key=lambda actor: (-actor["claims"], actor["name"]))


def tell_changes(before: ProcessedStory, after: ProcessedStory) -> list[str]:
    """Whose number of claims changes, by name: ``Ada Moss: 5 → 8 claims``."""
    old, new = (Counter(story.speakers["actor_id"].map(story.names())) for story in (before, after))
    told = [
        f"{name}: {old[name]} → {new[name]} claims" for name in dict.fromkeys([*old, *new]) if old[name] != new[name]
    ]
    gone = len(before.actors) - len(after.actors)
    actors = f"{len(before.actors)} → {len(after.actors)} actors"
    return [*told, actors] if gone else told
