"""Bodies: the organisations of a story's articles, brought together by their names, short forms and descriptions."""

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.actors.names import fold, fold_words, initials_of, read_first_names
from onrecord.actors.namesakes import Merge, Node
from onrecord.actors.organisations import bare_name, is_short_form, words_that_count
from onrecord.actors.parties import is_police
from onrecord.actors.runs import SMALL
from onrecord.actors.words import is_organisation_word, read_organisation_words

if TYPE_CHECKING:
    from onrecord.actors.actor import Actor

# What any of several bodies may be called, and what every country has.
ANY_BODY = frozenset(("company", "organization", "organisation", "firm", "agency", "group", "union", "party", "team",
                      "club", "government", "administration", "state", "bank", "police", "army",
                      "military"))  # fmt: skip


def merge_bodies(merge: Merge) -> None:
    """By names and their short forms, then bodies without a name, then bare words that nobody is called by."""
    _merge_names(merge)
    _merge_described(merge)
    _merge_bare_names(merge)


def words_of_body(actor: "Actor") -> tuple[str, ...] | None:
    """Bodies that have no name are one by the same words, with a modifier: "the school district", not "the court"."""
    words = tuple(fold(word) for word in actor.name.split() if word.casefold() != "the")
    return words if not actor.names and (len(words) > 1 or words == ("police",)) else None


def _merge_names(merge: Merge) -> None:
    """By the same words (with or without the country in front), then initials and short forms of one longer name."""
    same: dict[frozenset[str], dict[str | None, list[Node]]] = defaultdict(lambda: defaultdict(list))
    bodies: dict[Node, tuple[str, ...]] = {}
    for node, actor in sorted(merge.actors.items()):
        if actor.kind == "organisation" and actor.names:
            lead, body = bare_name(actor.name)
            same[words_that_count(body)][lead].append(node)
            bodies[node] = body
    heads: dict[tuple[str, ...], list[Node]] = {}
    for _, by_lead in sorted(same.items(), key=lambda item: sorted(item[0])):
        if len(by_lead) == 2 and None in by_lead:  # "Navy" and "US Navy", and nobody else's
            by_lead = {"": [node for nodes in by_lead.values() for node in nodes]}
        for nodes in by_lead.values():
            merge.join_all(nodes, "full_name")
            for body in {bodies[node] for node in nodes}:
                heads.setdefault(body, []).append(nodes[0])
    _merge_short_forms(merge, heads)


def _merge_short_forms(merge: Merge, heads: dict[tuple[str, ...], list[Node]]) -> None:
    initials, parts = defaultdict(set), defaultdict(set)
    for body, nodes in heads.items():
        for node in nodes:
            told = {"".join(word[0] for word in body if word not in SMALL).upper()} if len(body) > 2 else set()
            for short in {s for name in merge.names(node) for s in initials_of(name)} | told:  # "U.S." is none of them
                initials[short].add(node)
            if len(body) > 1:
                for word in body:
                    parts[word].add((body, node))
    for body, nodes in sorted(heads.items()):

        def longer(node: Node, body: tuple[str, ...] = body) -> set[Node]:
            short = merge.actors[node].name.replace(".", "")
            if short.isupper() and len(body) == 1:
                return initials.get(short, set())
            near = parts.get(body[0], set()) | parts.get(body[-1], set()) if body else set()
            if len(body) > 1 and all(is_organisation_word(w) or w in read_organisation_words("generic") for w in body):
                return set()  # "Supreme Court" is every state's
            return {other for words, other in near if is_short_form(body, words)}

        merge.join_each(nodes, longer, "short_form")


def _merge_described(merge: Merge) -> None:
    """ "The council" of one article is the one body of the story whose name has all of these words, "police" the one
    force."""
    bodies = [(node, actor) for node, actor in sorted(merge.actors.items()) if actor.kind == "organisation"]
    named = [(node, set(fold_words(actor.name.split()))) for node, actor in bodies if actor.names]
    described = ((node, actor) for node, actor in bodies if _is_described(actor))
    told = {merge.find(node): set(fold_words(actor.name.split()[1:])) for node, actor in described}
    merge.join_each(told, lambda node: [other for other, words in named if told[node] <= words], "short_form")
    forces = [node for node, actor in bodies if any(is_police(bare_name(name)[1]) for name in actor.names)]
    bare = [node for node, actor in bodies if words_of_body(actor) == ("police",)]
    merge.join_each(bare, lambda _: forces, "short_form")


def _is_described(actor: "Actor") -> bool:
    """A body without a name, by "the" and a noun that not every body could be called by."""
    words = actor.name.casefold().split()
    return not actor.names and words[0] == "the" and len(words) > 1 and words[-1] not in ANY_BODY


def is_bare(actor: "Actor") -> bool:
    """A "person" of one word of whom nothing else is known may be a body's short form, or a place's."""
    told = actor.gender or actor.roles or actor.name.casefold() in read_first_names()
    return actor.kind == "person" and " " not in actor.name and not told


def _merge_bare_names(merge: Merge) -> None:
    """ "Delvo" of one article is the one body of the story whose name begins so, where nobody is called "Delvo"."""
    called = {word for actor in merge.actors.values() if actor.kind == "person" and not is_bare(actor)
              for name in actor.names for word in fold_words(name.split())}  # fmt: skip
    bare = {node: fold(actor.name) for node, actor in sorted(merge.actors.items()) if is_bare(actor)}
    begun = defaultdict(list)
    for node, actor in sorted(merge.actors.items()):
        body = bare_name(actor.name)[1] if actor.kind == "organisation" and actor.names else ()
        if len(body) > 1 and body[1] not in read_organisation_words("local"):  # a town is not its police
            begun[body[0]].append(node)
    merge.join_each(
        [node for node, word in bare.items() if word not in called], lambda node: begun[bare[node]], "short_form"
    )
