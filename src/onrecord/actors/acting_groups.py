"""Acting groups: people in the plural without a name who do or suffer something ("striking teachers", "police").

They are parties of a story though they say nothing. A group acts where it is the subject of a verb other than "be" or
"have", active or passive, or the agent behind "by"; what is only talked of ("laws for parents") is none, and neither is
a group inside a quotation, whose speaker may mean anybody.
"""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.actors import roles
from onrecord.actors.callings import find_body_before
from onrecord.actors.mentions import Mention, make_mention
from onrecord.actors.parties import Parties
from onrecord.actors.speaking_nouns import is_class, is_quantity, names_body, names_collective, names_people
from onrecord.actors.words import Words
from onrecord.language.noun_phrases import complement_end, phrase_start
from onrecord.language.quotations import Quotation
from onrecord.language.trees import Tree
from onrecord.tables.extracted import ActorKind

# Nobody in particular, or whoever was named before.
VAGUE = frozenset(("people", "person", "other", "one", "man", "woman", "member", "child", "kid", "fan", "guy",
                   "relation"))  # fmt: skip
THINGS = frozenset(("figure", "chair", "head", "guide", "host"))  # people only where something tells whose or which
PRESS = frozenset(("reporter", "journalist"))  # who is told what is told
# Nouns of which an article has several groups: bare, they are not the one with a modifier.
WIDE = frozenset(("official", "authority", "leader", "lawmaker", "aide", "expert", "critic", "source", "politician"))
STATES = frozenset(("be", "have", "seem", "appear", "become", "remain"))  # verbs that tell what somebody is
NOBODY = frozenset(("any", "no", "whose", "which", "what", "same"))  # begin no group that is there
COUNTING = frozenset(
    ("many", "most", "several", "multiple", "other", "more", "few", "than", "least", "up", "to", "of", "own")
)
COUNTED = frozenset(("det", "predet", "nummod", "quantmod", "advmod"))
SUBJECTS, OBJECTS = frozenset(("nsubj", "nsubjpass")), frozenset(("dobj", "dative"))
PLACES = SUBJECTS | OBJECTS | {"pobj", "conj"}  # what else a noun is to its head ends the question at once
TELLING = frozenset(("amod", "compound", "poss", "nmod"))  # modifiers that tell which body
KINDS = ("group", "organisation")
LONGEST = 9  # words of a name; of a longer phrase its head and what stands before it

Key = tuple[str, frozenset[str]]  # the head's lemma, and the words that tell which


def find_acting_groups(text: Words, mentions: Sequence[Mention]) -> list[Mention]:
    """Further mentions, of acting groups and bodies whose head no mention has."""
    taken = {m.head for m in mentions} | {i for m in mentions if m.form == "name" for i in range(m.first, m.stop)}
    heads = (i for i in range(text.tree.n) if i not in taken and i + 1 not in taken)  # no "group Delvo Action"
    kinds = ((i, _acting_kind(text.tree, i)) for i in heads)
    return [_mention(text, i, kind) for i, kind in kinds if kind]


def _mention(text: Words, head: int, kind: ActorKind) -> Mention:
    """The group without what only counts it or says whose it is by a pronoun."""
    first, stop = phrase_start(text.tree, head), complement_end(text.tree, head, head + 1)
    first = _without_count(text.tree, first, head)
    stop = head + 1 if stop - first > LONGEST else stop
    return make_mention(text, max(first, head - LONGEST), stop, "nominal", kind, head)


def _without_count(tree: Tree, first: int, head: int) -> int:
    """Where a group's words begin behind what counts it or says by a pronoun whose it is."""
    first += 1 if tree.tag[first] == "VBG" and first and tree.tag[first - 1] == "IN" else 0  # "by jailing journalists"
    while first < head and (tree.entity[first] == "DATE" or tree.tag[first] == "POS"):  # "on Monday technicians came"
        first += 1
    while first < head and _counts(tree, first):
        first += 1
    return first


def _counts(tree: Tree, i: int) -> bool:
    return tree.word(i) in COUNTING or bool(tree.numeric[i]) or tree.dep[i] in COUNTED or tree.tag[i] == "PRP$"


def _acting_kind(tree: Tree, head: int) -> ActorKind | None:
    """What this noun heads, if that does or suffers something: a group of people, a body that its modifiers tell."""
    if tree.dep[head] not in PLACES or not tree.tag[head].startswith("NN") or not _acts(tree, head):
        return None
    if any(tree.word(k) in NOBODY for k in range(tree.left(head), head)):
        return None  # "no parents"
    if tree.word(head) == "police":
        return "organisation"
    return "group" if _names_group(tree, head) else "organisation" if _names_body(tree, head) else None


def _names_body(tree: Tree, head: int) -> bool:
    """ "The federal government", "the mayor's office", "state radio"; "the court" alone could be any."""
    if tree.tag[head] != "NN" or not names_body(tree.lemma[head].casefold()):
        return False
    return _is_told(tree, head)


def _is_told(tree: Tree, head: int) -> bool:
    """Whether modifiers tell which one is meant: "the mayor's office", not "the office", "an office"."""
    det = tree.child(head, "det")
    told = any(tree.dep[k] in TELLING and tree.tag[k] not in ("PRP$", "IN") for k in tree.kids(head) if k < head)
    return told and (det is None or tree.word(det) == "the")


def _names_group(tree: Tree, head: int) -> bool:
    word, lemma = tree.word(head), tree.lemma[head].casefold()
    people = names_people(lemma) or word in roles.read_plurals() or is_class(lemma)
    people = people and not (lemma in THINGS and tree.child(head, "amod", "compound") is None)
    plural = tree.tag[head] == "NNS" and lemma not in VAGUE and people
    return (
        plural or word == "authorities" or (tree.tag[head] == "NN" and names_collective(lemma) and _is_told(tree, head))
    )


def _acts(tree: Tree, head: int) -> bool:
    for _ in range(4):  # "parents and teachers marched", "dozens of parents marched"
        top = tree.head[head]
        if tree.dep[head] == "pobj" and tree.word(top) == "of" and is_quantity(tree.lemma[tree.head[top]].casefold()):
            top = tree.head[top]
        elif tree.dep[head] != "conj":
            break
        head = top
    verb = tree.head[head]
    if tree.dep[head] == "pobj":
        return tree.dep[verb] == "agent"
    told = tree.dep[head] in OBJECTS and tree.lemma[head] not in PRESS
    return (told or tree.dep[head] in SUBJECTS) and tree.pos[verb] == "VERB" and tree.lemma[verb] not in STATES


def resolve_acting_groups(parties: Parties, quotations: Sequence[Quotation]) -> None:
    """Acting groups outside quotations become actors of their own, or are the group that the article speaks of already:
    by the same words, or by fewer where it has one group of that noun only."""
    tree, mentions = parties.text.tree, parties.mentions
    spans = sorted((q.start, q.end) for q in quotations if q.depth == 0)
    starts = [start for start, _ in spans]
    known: dict[Key, int] = {}
    covered: set[int] = set()  # by what is an actor by the text's words: "a string of ministers"
    for i, m in enumerate(mentions):
        p = parties.of[i]
        if p is None or m.form != "nominal" or not parties.all[p].text:
            continue
        covered.update(range(m.first, m.stop))
        if parties.all[p].kind in KINDS:
            known.setdefault(_key(parties, m), p)
    for i, m in enumerate(mentions):
        k = bisect_right(starts, m.start) - 1
        quoted = k >= 0 and m.start < spans[k][1]
        waits = parties.of[i] is None and m.kind in KINDS and m.form == "nominal" and m.head not in covered
        if waits and not quoted and _acting_kind(tree, m.head) == m.kind:
            _place(parties, known, i)


def _place(parties: Parties, known: dict[Key, int], i: int) -> None:
    m = parties.mentions[i]
    told = m.head == m.first or parties.text.words[m.head] != "police"  # "armed police" may be another force's
    told = told and (m.kind == "organisation" or m.head == m.first)
    inside = {o: k for k, o in enumerate(parties.mentions) if o.form == "name" and m.first <= o.first < m.head}
    named = find_body_before(parties.text, m.head, inside)
    if named is not None and (owner := parties.of[inside[named]]) is not None:
        parties.put(i, owner, "a noun behind the body's name")
        return
    if told and (body := parties.body_of(m)) is not None:
        parties.put(i, *body)
        return
    key = noun, telling = _key(parties, m)
    if key not in known:
        near = {p for (other, words), p in known.items() if other == noun and (words <= telling or telling <= words)}
        if len(near) == 1 and noun not in WIDE:
            known[key] = near.pop()
        else:
            known[key] = parties.new(m.kind)
            parties.all[known[key]].text = _bare_words(parties, m)
    parties.put(i, known[key], "a group that acts, in the text's words")


def _bare_words(parties: Parties, m: Mention) -> str:
    tree = parties.text.tree
    return tree.text[tree.idx[_without_count(tree, m.first, m.head)] : m.end]


def _key(parties: Parties, m: Mention) -> Key:
    tree = parties.text.tree
    telling = (k for k in range(m.first, m.stop) if k != m.head and not _counts(tree, k) and tree.spelt(k).isalnum())
    return tree.lemma[m.head].casefold(), frozenset(tree.lemma[k].casefold() for k in telling)
