"""Namesakes: the people of a story's articles, brought together by name, title and gender, and kept apart by them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, get_args

from onrecord.actors.names import Name, could_be_one, read_name, sound
from onrecord.actors.roles import fits
from onrecord.actors.words import is_organisation_word
from onrecord.tables.extracted import MergeBasis

BASES: tuple[MergeBasis, ...] = get_args(MergeBasis)  # in the order in which one outweighs the next
Node = tuple[int, int]  # article, local actor
Named = tuple[Name, Node]


CLEAR = 3  # times as many articles that call a namesake by the one gender as by the other


class Alias(NamedTuple):
    """A person's decision that ``alias`` is, or is not, the actor of this name; ``where`` it stands, for errors."""

    alias: str
    actor: str
    same: bool
    where: str = "aliases"


class Merge:
    """The actors of a story on their way together: a union of nodes, with what must stay apart."""

    def __init__(self, articles: Sequence[Sequence]):
        self.actors = {(a, k): actor for a, actors in enumerate(articles) for k, actor in enumerate(actors)}
        self.parent = {node: node for node in self.actors}
        self.members: dict[Node, set[Node]] = {node: {node} for node in self.actors}
        self.articles: dict[Node, set[int]] = {  # that a title without a name stands in one tells nobody apart
            node: set() if actor.kind == "unnamed" else {node[0]} for node, actor in self.actors.items()
        }
        self.genders: dict[Node, set[str]] = {node: {actor.gender} - {""} for node, actor in self.actors.items()}
        self.apart: set[frozenset[Node]] = set()
        self.basis: dict[Node, set[MergeBasis]] = {node: set() for node in self.actors}

    def find(self, node: Node) -> Node:
        while self.parent[node] != node:
            self.parent[node] = self.parent[self.parent[node]]
            node = self.parent[node]
        return node

    def names(self, node: Node) -> set[str]:
        return {self.actors[node].name, *self.actors[node].names}

    def part(self, a: Node, b: Node) -> None:
        """Keep two actors apart, whatever speaks for merging them."""
        if self.find(a) != self.find(b):
            self.apart.add(frozenset((self.find(a), self.find(b))))

    def may_join(self, a: Node, b: Node) -> bool:
        """Whether no article tells them apart, no "not" pair does, and their genders do not differ."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        if not self.articles[a].isdisjoint(self.articles[b]):
            return False
        return len(self.genders[a] | self.genders[b]) < 2 and frozenset((a, b)) not in self.apart

    def join(self, a: Node, b: Node, basis: MergeBasis) -> None:
        """Make two actors one, for this reason; a person's decision wins over what keeps them apart."""
        forced = basis == "by_hand"
        if not forced and not self.may_join(a, b):
            return
        a, b = sorted((self.find(a), self.find(b)))
        if a != b:
            self.parent[b] = a
            for table in (self.members, self.articles, self.genders, self.basis):
                table[a] |= table.pop(b)
            self.basis[a].add(basis)
            if self.apart:
                self.apart = {frozenset(a if n == b else n for n in pair) for pair in self.apart}

    def join_each(self, nodes: Iterable[Node], candidates: Callable[[Node], Iterable[Node]], basis: MergeBasis) -> None:
        """Join each actor to the one that it can be; with two it stays alone.

        All are judged before any is joined, and those that would exclude each other join neither: so the order of the
        articles decides nothing.
        """
        joining: dict[Node, set[Node]] = defaultdict(set)
        for node in {self.find(node) for node in nodes}:
            roots = {self.find(other) for other in candidates(node) if self.may_join(node, other)} - {node}
            if len(roots) == 1:
                joining[roots.pop()].add(node)
        for root, those in joining.items():
            times = Counter(article for node in those for article in self.articles[node])
            told = Counter(g for node in those for g in self.genders[node]).most_common(2)
            known = bool(self.genders[root])
            clear = len(told) < 2 or told[0][1] >= CLEAR * told[1][1]
            for node in sorted(those):
                sure = not self.genders[node] or known or (clear and self.genders[node] == {told[0][0]})
                if sure and all(times[article] == 1 for article in self.articles[node]):
                    self.join(root, node, basis)

    def join_all(self, nodes: Sequence[Node], basis: MergeBasis) -> None:
        """Join actors of one name: all, unless it is borne by both genders; then each gender's, and no others."""
        genders = {g for node in nodes for g in self.genders[self.find(node)]}
        twice = {a for a, times in Counter(a for a, _ in nodes).items() if times > 1}
        for gender in genders if len(genders) > 1 else [None]:
            same = [
                n for n in nodes if n[0] not in twice and (gender is None or self.genders[self.find(n)] == {gender})
            ]
            for node in same[1:]:
                self.join(same[0], node, basis)

    def weakest_basis(self, node: Node) -> MergeBasis | None:
        """What a merged actor rests on: a decision by hand, else its weakest link; null for one never merged."""
        return min(self.basis[self.find(node)], key=BASES.index, default=None)


def merge_people(merge: Merge) -> None:
    """Full names first, then their other orders and short forms, then surnames and first names alone."""
    blocks: dict[str, list[Named]] = defaultdict(list)
    people = {
        read_name(name).words for actor in merge.actors.values() if actor.kind == "person" for name in actor.names
    }
    for node, actor in sorted(merge.actors.items()):
        if actor.kind == "person" or _is_stray(actor, people):
            name = max((read_name(n) for n in merge.names(node)), key=lambda n: (len(n.words), n.words))
            if name.words:
                blocks[sound(name.last)].append((name, node))
    whole = {key: [pair for pair in pairs if len(pair[0].words) > 1] for key, pairs in blocks.items()}
    for _, pairs in sorted(whole.items()):
        _merge_whole_names(merge, pairs)
    _merge_other_orders(merge, [pair for pairs in whole.values() for pair in pairs])
    for key, pairs in sorted(blocks.items()):
        _merge_surnames(merge, whole[key], [pair for pair in pairs if len(pair[0].words) == 1])
    _merge_first_names(merge, [pair for pairs in blocks.values() for pair in pairs])


def _is_stray(actor, people: set[tuple[str, ...]]) -> bool:
    """An "organisation" of one plain word may be a surname that one article alone could not tell for one, and one with
    a person's full name (of another article's ``people``) is that person."""
    if actor.kind != "organisation" or any(map(is_organisation_word, actor.name.split())):
        return False
    one = actor.name.isalpha() and not actor.name.isupper()
    return one or (" " in actor.name and read_name(actor.name).words in people)


def _merge_whole_names(merge: Merge, pairs: list[Named]) -> None:
    """Equal names first; then each shorter name joins the one longer name that it fits, when there is only one."""
    by_name = defaultdict(list)
    for name, node in pairs:
        by_name[name].append(node)
    for nodes in by_name.values():
        merge.join_all(nodes, "full_name")
    order = sorted(by_name, key=lambda n: (-len(n.words), n.words, n.suffix))
    for k, name in enumerate(order):
        longer = [node for other in order[:k] if could_be_one(name, other) for node in by_name[other]]
        merge.join_each(by_name[name], lambda _, longer=longer: longer, "full_name")


def _merge_other_orders(merge: Merge, pairs: list[Named]) -> None:
    """ "Abe Shinzo" is "Shinzo Abe", and a name of three words may be cut after the second ("Gabriel García")."""
    by_words, starts, cut = defaultdict(list), defaultdict(list), defaultdict(list)
    for name, node in pairs:
        by_words[tuple(sorted(name.words))].append(node)
        (starts if len(name.words) > 2 else cut)[name.words[:2]].append(node)
    for _, nodes in sorted(by_words.items()):
        roots = sorted({merge.find(node) for node in nodes})
        if len(roots) == 2:
            merge.join(*roots, "full_name")
    for words in sorted(starts.keys() & cut.keys()):
        merge.join_each(cut[words], lambda _, words=words: starts[words], "full_name")


def _merge_surnames(merge: Merge, whole: list[Named], short: list[Named]) -> None:
    """A surname alone is the one person of the story who bears it; with two, title or gender must tell which."""
    bearers = {merge.find(node) for _, node in whole}

    def fitting(node: Node) -> set[Node]:
        roots = {bearer for bearer in bearers if merge.may_join(node, bearer)}
        return _holders(merge, node, roots) if len(roots) > 1 else roots

    rest = defaultdict(list)
    for name, node in short:
        if not any(merge.may_join(node, bearer) for bearer in bearers):
            rest[name, merge.actors[node].kind].append(node)
    merge.join_each([node for _, node in short], fitting, "surname")
    for nodes in rest.values():
        merge.join_all(nodes, "surname")


def _holders(merge: Merge, node: Node, roots: set[Node]) -> set[Node]:
    """Those of several people who have a role by which this one is called, when that is one; else all."""
    called = merge.actors[node].roles
    holding = set()
    for root in roots:
        held = [(role, merge.actors[n].country) for n in merge.members[root] for role in merge.actors[n].roles]
        if any(fits(title, role, country) for title in called for role, country in held):
            holding.add(root)
    return holding if len(holding) == 1 else roots


def _merge_first_names(merge: Merge, pairs: list[Named]) -> None:
    """A word alone that begins one person's name only and is nobody's surname ("Kim" of "Kim Dae-jin")."""
    starts = defaultdict(list)
    for name, node in pairs:
        if len(name.words) > 1:
            starts[name.words[0]].append(node)
    surnames = {name.last for name, _ in pairs if len(name.words) > 1}
    alone = {merge.find(node): name for name, node in pairs if len(name.words) == 1 and name.words[0] in starts}

    def begun(node: Node) -> list[Node]:
        single = all(len(read_name(n).words) == 1 for member in merge.members[node] for n in merge.names(member))
        person = merge.actors[node].kind == "person" and alone[node].last not in surnames
        return starts[alone[node].words[0]] if single and person else []

    merge.join_each(alone, begun, "surname")
