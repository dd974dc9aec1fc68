"""Merging: which actors of several articles are one.

Actors are compared only where they share a key (a country's code, an organisation's words or initials, the sound of a
surname), never all with all. What an article tells apart stays apart; an actor that two others could be joins neither.
The result does not depend on the order of the articles.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onrecord import countries
from onrecord.names import Name, could_be_one, fold, gender_of, initials_of, is_part, read_name, sound
from onrecord.organisations import bare_name
from onrecord.roles import fits

Node = tuple[int, int]  # article, local actor
Alias = tuple[str, str, bool]


@dataclass(slots=True)
class Cluster:
    """Actors of several articles that are one: its nodes, the articles they are of, and what its names tell."""

    nodes: list[Node] = field(default_factory=list)
    articles: set[int] = field(default_factory=set)
    names: set[Name] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)


class Merge:
    """The actors of a story on their way together (union–find over nodes, with what must stay apart)."""

    def __init__(self, articles: Sequence, aliases: Iterable[Alias]):
        self.articles = articles
        self.actors = {(a, k): actor for a, res in enumerate(articles) for k, actor in enumerate(res.actors)}
        self.parent = {node: node for node in self.actors}
        self.members: dict[Node, set[Node]] = {node: {node} for node in self.actors}
        self.apart: set[frozenset[Node]] = set()
        self.open = 0  # actors that two others could be
        self._use_aliases(list(aliases))

    def find(self, node: Node) -> Node:
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def may_join(self, a: Node, b: Node) -> bool:
        """Whether no article tells them apart and no hand-made "not" pair does."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        if {n[0] for n in self.members[a]} & {n[0] for n in self.members[b]}:
            return False
        return frozenset((a, b)) not in self.apart

    def join(self, a: Node, b: Node, forced: bool = False) -> bool:
        if not forced and not self.may_join(a, b):
            return False
        a, b = sorted((self.find(a), self.find(b)))
        if a != b:
            self.parent[b] = a
            self.members[a] |= self.members.pop(b)
            self.apart = (
                {frozenset(a if n == b else n for n in pair) for pair in self.apart} if self.apart else self.apart
            )
        return True

    def _use_aliases(self, aliases: list[Alias]) -> None:
        by_name = defaultdict(list)
        for node, actor in self.actors.items():
            for name in {actor.name, *actor.names, *actor.titles}:
                by_name[_plain(name)].append(node)
        for alias, name, same in aliases:
            if same:
                nodes = by_name[_plain(name)] + by_name[_plain(alias)]
                for other in nodes[1:]:
                    self.join(nodes[0], other, forced=True)
        for alias, name, same in aliases:
            if not same:
                for a in by_name[_plain(alias)]:
                    for b in by_name[_plain(name)]:
                        if self.find(a) != self.find(b):
                            self.apart.add(frozenset((self.find(a), self.find(b))))


def _plain(text: str) -> str:
    words = [fold(w) for w in text.replace("’s", "").replace("'s", "").split()]
    return " ".join(w for w in words if w not in ("the", "a", "an"))


def resolve_story(articles: Sequence, aliases: Iterable[Alias] = ()) -> tuple[list, list[list[int]]]:
    """The merged actors of a story, and for each article the number of each of its actors among them.

    ``articles`` are resolutions in the story's order, which gives the numbers their order and nothing else; ``aliases``
    are people's decisions (alias, actor, same) and win over everything.
    """
    merge = Merge(articles, aliases)
    _merge_countries(merge)
    _merge_organisations(merge)
    _merge_people(merge)
    _merge_groups(merge)
    numbers: dict[Node, int] = {}
    merged: list = []
    groups = []
    for a, resolution in enumerate(articles):
        row = []
        for k in range(len(resolution.actors)):
            root = merge.find((a, k))
            if root not in numbers:
                numbers[root] = len(merged)
                merged.append(_merged_actor([merge.actors[n] for n in sorted(merge.members[root])]))
            row.append(numbers[root])
        groups.append(row)
    return merged, groups


def _by_key(merge: Merge, kind: str, key) -> dict:
    found = defaultdict(list)
    for node, actor in merge.actors.items():
        if actor.kind == kind and (k := key(actor)):
            found[k].append(node)
    return found


def _merge_countries(merge: Merge) -> None:
    for nodes in _by_key(merge, "country", lambda actor: actor.iso3).values():
        for node in nodes[1:]:
            merge.join(nodes[0], node)


def _merge_groups(merge: Merge) -> None:
    """Groups that have a name ("Germans") are one by it; unnamed ones ("Iranian officials") never are."""
    named = {node for node, actor in merge.actors.items() if actor.kind == "group" and len(actor.name.split()) == 1 and actor.name[:1].isupper() and countries.find_demonym(actor.name)}  # fmt: skip
    found = defaultdict(list)
    for node in sorted(named):
        found[merge.actors[node].name].append(node)
    for nodes in found.values():
        for node in nodes[1:]:
            merge.join(nodes[0], node)


# ------------------------------------------------------------------------------------------------- organisations
def _merge_organisations(merge: Merge) -> None:
    """By the same words (with or without the country in front), then initials and short forms of one longer name."""
    same = defaultdict(list)
    for node, actor in sorted(merge.actors.items()):
        if actor.kind == "organisation":
            lead, body = bare_name(actor.name)
            same[body].append((lead, node))
    heads: dict[tuple, list[Node]] = {}
    for body, nodes in sorted(same.items()):
        leads = sorted({lead for lead, _ in nodes if lead})
        for wanted in leads or [None]:
            group = [n for lead, n in nodes if lead == wanted or (lead is None and len(leads) == 1)]
            for node in group[1:]:
                merge.join(group[0], node)
            if group:
                heads.setdefault(body, []).append(group[0])
        if len(leads) > 1:
            rest = [n for lead, n in nodes if lead is None]
            for node in rest[1:]:
                merge.join(rest[0], node)
            merge.open += bool(rest)
            if rest:
                heads[body].append(rest[0])
    _merge_short_organisations(merge, heads)


def _merge_short_organisations(merge: Merge, heads: dict[tuple, list[Node]]) -> None:
    initials, parts = defaultdict(set), defaultdict(set)
    for body, nodes in heads.items():
        for node in nodes:
            for name in {merge.actors[node].name, *merge.actors[node].names}:
                for short in initials_of(name):
                    initials[short].add(node)
            if len(body) > 1:
                parts[body[:1]].add((body, node))
                parts[body[-1:]].add((body, node))
    for body, nodes in sorted(heads.items()):
        for node in nodes:
            name = merge.actors[node].name.replace(".", "")
            if name.isupper() and len(body) == 1:
                longer = initials.get(name, set())
            else:
                near = parts.get(body[:1], set()) | parts.get(body[-1:], set()) if body else set()
                longer = {n for b, n in near if is_part(body, b) in ("start", "end")}
            roots = {merge.find(n) for n in longer} - {merge.find(node)}
            if len(roots) == 1:
                merge.join(node, roots.pop())
            elif len(roots) > 1:
                merge.open += 1


# ------------------------------------------------------------------------------------------------------- people
def _merge_people(merge: Merge) -> None:
    blocks = defaultdict(list)
    for node, actor in sorted(merge.actors.items()):
        if actor.kind == "person":
            name = _longest(actor)
            if name.words:
                blocks[sound(name.last)].append((name, node))
    for nodes in blocks.values():
        whole = [(name, node) for name, node in nodes if len(name.words) > 1]
        _merge_whole_names(merge, whole)
    _merge_other_orders(merge, [pair for nodes in blocks.values() for pair in nodes if len(pair[0].words) > 1])
    for nodes in blocks.values():
        whole = [(name, node) for name, node in nodes if len(name.words) > 1]
        _merge_short_names(merge, whole, [(name, node) for name, node in nodes if len(name.words) == 1])
    _merge_first_words(merge, blocks)


def _longest(actor) -> Name:
    names = [read_name(n) for n in {actor.name, *actor.names}]
    return max(names, key=lambda n: (len(n.words), n.words))


def _genders(merge: Merge, node: Node) -> set[str]:
    return {merge.actors[n].gender for n in merge.members[merge.find(node)]} - {""}


def _differ(merge: Merge, a: Node, b: Node) -> bool:
    return len(_genders(merge, a) | _genders(merge, b)) > 1


def _merge_whole_names(merge: Merge, nodes: list[tuple[Name, Node]]) -> None:
    """Equal names first; then each shorter name joins the one longer name that it fits, when there is only one."""
    by_name = defaultdict(list)
    for name, node in nodes:
        by_name[name].append(node)
    for same in by_name.values():
        for node in same[1:]:
            merge.join(same[0], node)
    order = sorted(by_name, key=lambda n: (-len(n.words), n.words, n.suffix))
    for k, name in enumerate(order):
        fitting = {
            merge.find(by_name[other][0])
            for other in order[:k]
            if could_be_one(name, other) and not _differ(merge, by_name[name][0], by_name[other][0])
        }
        fitting -= {merge.find(by_name[name][0])}
        if len(fitting) == 1:
            merge.join(by_name[name][0], fitting.pop())
        elif len(fitting) > 1:
            merge.open += 1


def _merge_other_orders(merge: Merge, nodes: list[tuple[Name, Node]]) -> None:
    """ "Abe Shinzo" is "Shinzo Abe", and a name of three words may be cut after the second ("Gabriel García")."""
    by_words, starts = defaultdict(list), defaultdict(list)
    for name, node in nodes:
        by_words[tuple(sorted(name.words))].append(node)
        if len(name.words) > 2:
            starts[name.words[:2]].append(node)
    for same in by_words.values():
        for node in same[1:]:
            if not _differ(merge, same[0], node):
                merge.join(same[0], node)
    for name, node in nodes:
        if len(name.words) == 2:
            roots = {merge.find(n) for n in starts.get(name.words, ())}
            if len(roots) == 1 and not _differ(merge, node, next(iter(roots))):
                merge.join(node, roots.pop())


def _merge_short_names(merge: Merge, whole: list[tuple[Name, Node]], short: list[tuple[Name, Node]]) -> None:
    """A surname alone is the one person of the story who bears it; with two, title or gender must tell which."""
    left = []
    for name, node in short:
        roots = {
            merge.find(n)
            for other, n in whole
            if _same_surname(name, other) and merge.may_join(node, n) and not _differ(merge, node, n)
        }
        rivals = {merge.find(n) for other, n in whole if _same_surname(name, other) and not _differ(merge, node, n)}
        if len(rivals) > 1 and len(roots) > 1:
            roots = _by_role(merge, node, roots)
        if len(roots) == 1:
            merge.join(node, roots.pop())
        elif roots:
            merge.open += 1
        else:
            left.append((name, node))
    by_name = defaultdict(list)
    for name, node in left:
        by_name[name].append(node)
    for same in by_name.values():
        for node in same[1:]:
            if not _differ(merge, same[0], node):
                merge.join(same[0], node)


def _same_surname(short: Name, whole: Name) -> bool:
    return sound(short.last) == sound(whole.last)


def _by_role(merge: Merge, node: Node, roots: set[Node]) -> set[Node]:
    titles = merge.actors[node].roles
    fitting = {root for root in roots
               if any(fits(t, r, merge.actors[n].country) for t in titles for n in merge.members[root] for r in merge.actors[n].roles)}  # fmt: skip
    return fitting if len(fitting) == 1 else roots


def _merge_first_words(merge: Merge, blocks: dict[str, list[tuple[Name, Node]]]) -> None:
    """A name of one word that is the first word of one person's only ("Kim" of "Kim Dae-jin", "Gloria")."""
    starts = defaultdict(set)
    for nodes in blocks.values():
        for name, node in nodes:
            if len(name.words) > 1:
                starts[name.words[0]].add(node)
    for nodes in blocks.values():
        for name, node in nodes:
            root = merge.find(node)
            if len(name.words) == 1 and len(merge.members[root]) == 1 and name.words[0] in starts:
                roots = {merge.find(n) for n in starts[name.words[0]]}
                if len(roots) == 1 and not gender_of(name.words) and not _differ(merge, node, next(iter(roots))):
                    merge.join(node, roots.pop())


def _merged_actor(actors: list):
    """One row for the actors of several articles: the longest name, the first role and country that any of them has."""
    first = actors[0]
    names = Counter(name for actor in actors for name in actor.names)
    if first.kind == "person":
        longest = max((actor.name for actor in actors), key=lambda n: len(read_name(n).words))
    else:
        longest = max((actor.name for actor in actors), key=lambda n: (not n.isupper(), len(n), n))
    lands = {actor.country for actor in actors if actor.country}
    return replace(
        first,
        name=longest,
        role=next((actor.role for actor in actors if actor.role), None),
        country=lands.pop() if len(lands) == 1 else None,
        names=tuple(names),
        titles=tuple(dict.fromkeys(title for actor in actors for title in actor.titles)),
        roles=tuple(role for actor in actors for role in actor.roles),
    )
