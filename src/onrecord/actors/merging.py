"""Merging: which actors of several articles are one.

Actors are compared only where they share a key (a country's code, an organisation's words or initials, the sound of a
surname), never all with all. What an article tells apart stays apart; an actor that two others could be joins neither.
The result does not depend on the order of the articles.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.actors.bodies import is_bare, merge_bodies, words_of_body
from onrecord.actors.names import fold, fullest
from onrecord.actors.namesakes import Alias, Merge, Node, merge_people
from onrecord.actors.organisations import bare_name
from onrecord.actors.roles import Role, fits, read_sole_nouns, read_wide_nouns
from onrecord.actors.speaking_nouns import is_class
from onrecord.actors.titles import DETERMINERS
from onrecord.errors import StoryError, near
from onrecord.language.plurals import singular
from onrecord.tables.extracted import MergeBasis

UNCOUNTED = DETERMINERS | {"the", "these", "those", "most", "both", "all"}  # begin a group's words and tell none apart
SEVERAL, RARE = 5, 20  # of five articles or more, a form that one in twenty has ("Honest Ann Roe") is not the name


def resolve_story(articles: Sequence[Sequence], aliases: Iterable[Alias] = ()) -> tuple[list, list[list[int]]]:
    """The merged actors of a story, and for each article the number of each of its actors among them.

    ``articles`` are each article's actors in the story's order, which gives the numbers their order and nothing else;
    ``aliases`` are people's decisions (alias, actor, same) and win over everything.
    """
    decided = list(aliases)
    if decided:
        _check_aliases(_merge_by_rules(Merge(articles)), decided)
    merge = Merge(articles)
    _use_aliases(merge, decided)
    _merge_by_rules(merge)
    numbers: dict[Node, int] = {}
    merged, groups = [], []
    for a, actors in enumerate(articles):
        roots = [merge.find((a, k)) for k in range(len(actors))]
        for root in roots:
            if root not in numbers:
                numbers[root] = len(merged)
                made = _merged_actor([merge.actors[n] for n in sorted(merge.members[root])])
                merged.append(replace(made, merge_basis=merge.weakest_basis(root)))
        groups.append([numbers[root] for root in roots])
    return merged, groups


def _merge_by_rules(merge: Merge) -> Merge:
    _merge_equal(merge, "country", lambda actor: actor.iso3 or actor.name, "country")
    _merge_equal(merge, "group", _name_of_group, "full_name")
    _merge_equal(merge, "organisation", words_of_body, "full_name")
    merge_bodies(merge)
    merge_people(merge)
    _merge_titles(merge)
    return merge


def _nodes_by_name(merge: Merge) -> dict[str, list[Node]]:
    by_name = defaultdict(list)
    for node, actor in merge.actors.items():
        for name in {actor.name, *actor.names, *actor.titles}:
            by_name[_plain(name)].append(node)
    return by_name


def _check_aliases(merge: Merge, aliases: list[Alias]) -> None:
    """Raise ``StoryError`` for a decision about a name that nobody bears, or that could mean two actors, or that would
    part what one article takes for one.

    ``merge`` is the story's without the decisions: who is one by the rules is one here. A line with one name as alias
    and actor says that all who bear it are one, so it may be of several.
    """
    by_name = _nodes_by_name(merge)
    one = {_plain(name) for alias, name, same, _ in aliases if same and _plain(alias) == _plain(name)}
    for line in aliases:
        for column, words in (("alias", line.alias), ("actor", line.actor)):
            if not by_name[_plain(words)]:
                known = sorted({actor.name for actor in merge.actors.values()})
                raise StoryError(
                    f"{line.where}: {column}: nobody in this story is called {words!r}.{near(words, known)}",
                    "Write a name of data/processed/STORY/actors.csv or aliases.csv.",
                )
            if line.same and _plain(words) not in one:
                _check_single(merge, _nodes_meant(merge, by_name, words), f"{line.where}: {column}: {words!r}")
        if not line.same:
            _check_partable(merge, by_name, line)


def _check_single(merge: Merge, nodes: list[Node], told: str) -> None:
    roots = {merge.find(node) for node in nodes}
    if len(roots) > 1:
        names = ", ".join(sorted({merge.actors[root].name for root in roots}))
        raise StoryError(
            f"{told} could be {len(roots)} actors: {names}.",
            "Write the full name; if they are one, add a line with that name as alias and as actor, same: true.",
        )


def _check_partable(merge: Merge, by_name: dict[str, list[Node]], line: Alias) -> None:
    left, right = (_nodes_meant(merge, by_name, words) for words in (line.alias, line.actor))
    if all(a == b for a in left for b in right):
        raise StoryError(
            f"{line.where}: {line.alias!r} and {line.actor!r} are one by the words of one article.",
            "Correct actor_id of its claims in review.csv instead.",
        )


def _nodes_meant(merge: Merge, by_name: dict[str, list[Node]], words: str) -> list[Node]:
    """Those whose own name this is; without one, all who are called so."""
    called = by_name[_plain(words)]
    return [node for node in called if _plain(merge.actors[node].name) == _plain(words)] or called


def _use_aliases(merge: Merge, aliases: list[Alias]) -> None:
    by_name = _nodes_by_name(merge)
    for alias, name, same, _ in sorted(aliases, key=lambda a: not a.same):
        left, right = (_nodes_meant(merge, by_name, words) for words in (alias, name))
        if same:
            for other in [*right, *left][1:]:
                merge.join([*right, *left][0], other, "by_hand")
        else:
            for a in left:
                for b in right:
                    merge.part(a, b)


def _plain(text: str) -> str:
    words = [fold(w) for w in text.replace("’s", "").replace("'s", "").split()]
    return " ".join(w for w in words if w not in ("the", "a", "an"))


def _merge_equal(merge: Merge, kind: str, key, basis: MergeBasis) -> None:
    """Actors of a kind with the same key are one; those without a key are left."""
    found = defaultdict(list)
    for node, actor in merge.actors.items():
        if actor.kind == kind and (value := key(actor)):
            found[value].append(node)
    for nodes in found.values():
        merge.join_all(nodes, basis)


def _name_of_group(actor) -> tuple[str, ...] | None:
    """Groups that have a name ("Germans", "Democrats") are one by it, and so are whole classes by their words ("the
    protesters"); what is some of many ("Iranian officials") never is."""
    named = bool(actor.names) and actor.name[:1].isupper()
    if named:
        return bare_name(actor.name)[1]
    words = [fold(word) for word in actor.name.split()]
    while len(words) > 1 and (words[0] in UNCOUNTED or words[0].isdigit()):
        words.pop(0)
    return tuple(words) if is_class(singular(words[-1])) else None


def _merge_titles(merge: Merge) -> None:
    """ "The Iranian foreign minister" without a name is the one person of the story who is said to hold that office.

    An office must tell whose it is (a country's, or with a modifier); or be one that one person holds at a time, and
    its holder is named in the same article.
    """
    people = {merge.find(node) for node, actor in merge.actors.items() if actor.kind == "person" and actor.names}
    found = []
    for node, actor in merge.actors.items():
        offices = [role for role in actor.roles if role.noun not in read_wide_nouns()]
        if not offices or actor.kind != "unnamed" or actor.name.split()[0].casefold() in DETERMINERS:
            continue
        telling = [root for root in people if _holds(merge, root, offices)]
        bare = offices[0].noun in read_sole_nouns() and not offices[0].modifiers
        holders = telling or [root for root in people if bare and _bears(merge, root, offices[0])]
        if len(holders) == 1 and (telling or node[0] in merge.articles[holders[0]]):
            found.append((holders[0], node))
    for holder, node in found:
        merge.join(holder, node, "role")


def _roles_of(merge: Merge, root: Node) -> list[tuple[Role, str | None]]:
    return [(role, merge.actors[n].country) for n in sorted(merge.members[root]) for role in merge.actors[n].roles]


def _holds(merge: Merge, root: Node, offices: Sequence[Role]) -> bool:
    """Whether a person has one of these offices, of the same country or with the same modifier."""
    return any(
        fits(title, role, country) > 1
        and (title.iso3 == (role.iso3 or country) if title.iso3 else bool(title.modifiers & role.modifiers))
        for title in offices
        for role, country in _roles_of(merge, root)
    )


def _bears(merge: Merge, root: Node, office: Role) -> bool:
    """Whether a person has or had an office of this noun, anybody's: then a bare title could be theirs."""
    return any(role.noun == office.noun for role, _ in _roles_of(merge, root))


def _merged_actor(actors: list):
    """One row for the actors of several articles: the longest name, the first role and country that any of them has."""
    first = next((actor for actor in actors if actor.kind in ("person", "country") and not is_bare(actor)), None)
    bodies = [actor for actor in actors if actor.kind == "organisation" and " " in actor.name]
    first = first or next(iter([*bodies, *(actor for actor in actors if actor.kind == "person")]), actors[0])
    if first.kind == "person":
        times = Counter(actor.name for actor in actors if actor.kind == "person")  # not the title that is an alias
        usual = [name for name in times if len(actors) < SEVERAL or times[name] > len(actors) // RARE]
        longest = fullest(usual or times)
    elif first.kind == "country":
        longest = first.name  # CLDR's name, whatever a person's alias adds
    else:
        longest = max((actor.name for actor in actors), key=lambda n: (not n.isupper(), len(n), n))
    lands = {actor.country for actor in actors if actor.country}
    return replace(
        first,
        name=longest,
        role=next((actor.role for actor in actors if actor.role), None),
        country=lands.pop() if len(lands) == 1 else None,
        names=tuple(Counter(name for actor in actors for name in actor.names)),
        titles=tuple(dict.fromkeys(title for actor in actors for title in actor.titles)),
        roles=tuple(role for actor in actors for role in actor.roles),
    )
