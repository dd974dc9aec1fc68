"""Source phrases: which words of a claim's source say who speaks, and what kind of party they name.

"The economist Ruth Price" is she, "the company Delvo" is Delvo, "he and the mayor" are two.
"""

from bisect import bisect_left

from onrecord.actors.callings import find_body_before, find_called
from onrecord.actors.mentions import Mention, make_mention
from onrecord.actors.names import read_first_names
from onrecord.actors.runs import QUOTES
from onrecord.actors.speaking_nouns import is_record, names_a_source, names_body, names_collective, names_people
from onrecord.actors.words import PROPER, Words, is_organisation_word
from onrecord.language.noun_phrases import complement_end, find_border, phrase_start, telling_end
from onrecord.language.spans import Chars
from onrecord.tables.extracted import ActorKind

# A name that nothing else tells for one; a place that speaks is its government.
NAMED: dict[str, ActorKind] = {"PERSON": "person", "ORG": "organisation", "GPE": "organisation"}
LONGEST = 8  # words of a source as its actor's name; of a longer one what it is of, or its noun
COMPLETED = 2  # words more, where they say what it is of
SEVERAL = frozenset(("percent", "majority", "half", "most", "number", "%", "many", "some", "few", "all", "both"))
GUARDED = frozenset(("coast", "national", "civil", "home"))  # a guard of these is a body, of a shop or prison somebody
INDEFINITE = frozenset(("a", "an", "one", "another"))
SOMEBODY = frozenset(("somebody", "someone"))
RELATIVE, FINITE = frozenset(("WP", "WP$", "WDT")), frozenset(("VBD", "VBZ", "VBP"))
STOPS = frozenset(("IN", "TO", "CC", "VB", "VBD", "VBZ", "VBN", "VBG", "WP", "WDT", "POS"))  # end a noun and its name


class SourcePhrases:
    """Reads the sources of one article. ``at``: the mentions over each token, to which its owner adds."""

    def __init__(self, text: Words, at: dict[int, list[Mention]]):
        self.text, self.at = text, at

    def find_heads(self, span: Chars) -> list[int]:
        """The head tokens of a source, in reading order: more than one when it is joined by "and"."""
        tree = self.text.tree
        first, stop = bisect_left(tree.idx, span[0]), bisect_left(tree.idx, span[1])
        first = max(0, first - 1) if first and tree.end[first - 1] > span[0] else first
        if (noun := self._before_which(first)) is not None:
            return [noun]
        whole, stop = stop, self._without_clause(first, stop)
        inside = [i for i in range(first, min(stop, tree.n)) if tree.dep[i]]
        tops = [i for i in inside if not first <= tree.head[i] < stop or tree.head[i] == i]
        nouns = [i for i in tops if tree.pos[i] in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X")] or tops[:1]
        if nouns and tree.word(nouns[0]) in ("the", "a", "an"):  # the parse has cut the phrase: its last noun
            nouns = [i for i in inside if tree.pos[i] in ("NOUN", "PROPN")][-1:] or nouns
        if nouns and tree.pos[nouns[0]] in ("ADJ", "ADV", "X"):  # "sobbing Ana Roe at her home last"
            nouns = [m.head for i in inside for m in self.at.get(i, ()) if m.form == "name" and m.head == i] or nouns
        if (described := self._described(first, stop)) is not None:
            return [described]
        if (officer := self._officer(first, stop)) is not None:
            return [officer]
        heads: list[int] = []
        top: int | None
        for top in nouns[:1]:
            before = next((k for k in tree.kids(top) if tree.dep[k] == "nmod" and self._is_joined(k, top)), None)
            heads += [top] if before is None else [before, top]
            for _ in range(6):
                joined = any(self.text.words[k].casefold() in ("and", "&", ",") for k in tree.kids(top))
                top = next((k for k in tree.kids(top) if joined and tree.dep[k] == "conj" and first <= k < stop), None)
                if top is None:
                    break
                heads.append(top)
        return [self._name_of_noun(h, whole) for h in heads]

    def _before_which(self, first: int) -> int | None:
        """The noun that a source's "which" stands for, or the name which that noun tells of."""
        tree, clause = self.text.tree, self.text.tree.head[first]
        if tree.tag[first] != "WDT" or tree.dep[clause] != "relcl":
            return None
        noun = tree.head[clause]
        while tree.entity[noun] in ("GPE", "LOC", "FAC", "DATE") and tree.head[noun] != noun:  # "based in Delvo, which"
            noun = tree.head[noun]
            while tree.pos[noun] not in ("NOUN", "PROPN") and tree.head[noun] != noun:
                noun = tree.head[noun]
        return tree.head[noun] if tree.dep[noun] == "appos" else noun

    def _without_clause(self, first: int, stop: int) -> int:
        """Where a source's own words end: before "who …", "whose …", and before a verb that it is the subject of."""
        tree = self.text.tree
        for k in range(first + 1, min(stop, tree.n)):
            relative = tree.tag[k] in RELATIVE and tree.tag[k - 1] != "IN"
            if relative or (tree.tag[k] in FINITE and tree.dep[k] and tree.subject(k) is not None):
                return k
        return stop

    def _described(self, first: int, stop: int) -> int | None:
        """Head of the person's name that begins a source and is described behind a comma: "Rep. Ana Roe, Delvo Democrat
        and the panel's chairwoman"; null where another name follows, which would be a second speaker."""
        begun = [
            m for m in self.at.get(first, ()) if m.form == "name" and m.kind == "person" and first_token(m) == first
        ]
        if len(begun) != 1 or begun[0].stop >= stop or self.text.words[begun[0].stop] != ",":
            return None
        rest = range(begun[0].stop + 1, stop)
        joined = any(self.text.words[k].casefold() in ("and", "&") for k in rest)
        named = any(m.form == "name" and m.kind == "person" for k in rest for m in self.at.get(k, ()))
        return begun[0].head if joined and not named else None

    def _officer(self, first: int, stop: int) -> int | None:
        """Head of the titled name that ends a source which begins with a body's: "Delvo Power (DP) officer Ana Roe" is
        she; "Delvo and Governor Roe", "the office of Governor Roe" are not."""
        ends = [m for m in self.at.get(stop - 1, ()) if m.form == "name" and m.kind == "person" and m.stop == stop]
        if len(ends) != 1 or not ends[0].title:
            return None
        title = ends[0].title[0]
        begun = [m for k in range(first, title) for m in self.at.get(k, ()) if m.form == "name"]
        joined = self.text.words[title - 1] == "," or self.text.tree.tag[title - 1] in ("IN", "CC", "TO")
        bodies = {m.first for m in begun if m.kind == "organisation"}
        return ends[0].head if bodies and len(bodies) == len({m.first for m in begun}) and not joined else None

    def _is_joined(self, before: int, head: int) -> bool:
        """ "Ada Moss and Ivo Brandt", parsed as if the first name modified the second."""
        joined = any(self.text.words[k].casefold() in ("and", "&") for k in range(before + 1, head))
        return joined and any(m.head == before and m.form == "name" for m in self.at.get(before, ()))

    def _name_of_noun(self, head: int, stop: int) -> int:
        """ "The economist Ruth Price", "one of her lawyers, Ruth Price": the name behind the noun is who speaks."""
        tree, names = self.text.tree, set[int]()
        if tree.tag[head] not in ("NN", "NNS", "NNP", "CD") or self._begins_with_name(head):
            return head
        beside = [m for k in self.text.tree.kids(head) for m in self.at.get(k, ()) if m.form == "name"]
        if (before := find_body_before(self.text, head, beside)) is not None:
            return before.head
        if (named := self._named_behind(head, stop)) is not None:
            return named
        for k in range(head + 1, stop):
            if self._ends_body(k) and (behind := self._people_from(k)):
                return behind.pop()  # "the former leader of the Harbour Party Ruth Price"
            if tree.tag[k] in STOPS or self.text.words[k] == ",":
                break
            names |= self._people_from(k)
        one = tree.tag[head] in ("NN", "CD") or self.text.words[max(0, head - 1)].casefold() in INDEFINITE
        body = self._body_from(head + 1) if not names and one else None
        if body is not None and body < stop:
            return body  # "the company Delvo", "the hacker group Nought"
        if not names and one:
            comma = next((k for k in range(head + 1, stop - 1) if self.text.words[k] == ","), stop)
            names = self._people_from(comma + 1) if comma < stop else names
            if comma < stop and not names and (body := self._name_from(comma + 1)) is not None:
                return body  # "the mayor's best ally, Delvo News"
        return names.pop() if len(names) == 1 and head not in names else head

    def _named_behind(self, head: int, stop: int) -> int | None:
        """Head of the name that a source's noun is given: "a group calling itself Nought"."""
        names = (m for k in range(head + 2, stop) for m in self.at.get(k, ()) if m.form == "name" and m.first == k)
        return next((m.head for m in names if find_called(self.text, m.first) == head), None)

    def _people_from(self, k: int) -> set[int]:
        """Head of the person's name that begins, with its title, at this token, if one does."""
        people = (m for m in self.at.get(k, ()) if m.form == "name" and m.kind == "person")
        return {m.head for m in people if first_token(m) == k}

    def _begins_with_name(self, head: int) -> bool:
        """Whether a noun's phrase begins with a person's name that is not its owner's: "Roe's running mate" may have
        her own name behind."""
        people = self._people_from(self.text.tree.left(head))
        return any(self.text.tree.child(k, "case") is None for k in people)

    def _ends_body(self, k: int) -> bool:
        """Whether an organisation's name ends right before this token."""
        return any(m.stop == k and m.form == "name" and m.kind == "organisation" for m in self.at.get(k - 1, ()))

    def _body_from(self, k: int) -> int | None:
        """Head of an organisation's name that begins right behind a noun for a body."""
        return self._name_from(k) if is_organisation_word(self.text.words[k - 1]) else None

    def _name_from(self, k: int) -> int | None:
        """Head of an organisation's name that begins at this token."""
        begun = (m.head for m in self.at.get(k, ()) if m.form == "name" and m.kind == "organisation" and m.first == k)
        return next(begun, None)

    def make_nominal(self, head: int, span: Chars) -> Mention | None:
        """The mention of a source that is no name, title or pronoun; null for what cannot speak."""
        tree, words = self.text.tree, self.text.words
        if tree.pos[head] not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "X") and tree.word(head) not in SOMEBODY:
            return None
        if not names_a_source(tree, head) or (tree.tag[head] == "CD" and words[head][0].isdigit()):
            return None
        first = phrase_start(tree, head)
        stop = min(max(tree.right(head), head + 1), bisect_left(tree.idx, span[1]))
        stop = min(telling_end(tree, head, first, find_border(tree, head, head + 1, stop)), stop)
        if stop - first > LONGEST:
            stop = complement_end(tree, head, head + 1)
            stop = head + 1 if stop - first > LONGEST + COMPLETED else stop
        stop = self._own_end(head, stop)
        if first >= stop or not first <= head < stop or words[head].casefold() in ("the", "a", "an"):
            return None
        if named := self._named_kind(first, stop, head):
            return make_mention(self.text, first, stop, "name", named, head)
        first = next(
            (k + 1 for k in range(head - 1, first, -1) if tree.entity[k - 1] == "DATE" and tree.tag[k] == "POS"), first
        )
        body = (tree.tag[head] in ("NN", "NNP") and self._is_body(head)) or tree.word(head) == "police"
        kind: ActorKind = "organisation" if body else "group" if self._is_several(head) else "person"
        return Mention(tree.idx[first], tree.end[stop - 1], "nominal", kind, first, stop, head)

    def _own_end(self, head: int, stop: int) -> int:
        """Where a noun's phrase ends: before a quotation mark, before the verb that says what it does, without a word
        that only leads on ("a report that")."""
        tree, told = self.text.tree, False
        for k in range(head + 1, stop):
            told = told or tree.tag[k] in RELATIVE
            if self.text.words[k] in QUOTES or (tree.tag[k] in FINITE and not told):
                stop = k
                break
        while stop - 1 > head and tree.tag[stop - 1] in STOPS:
            stop -= 1
        return stop

    def _is_body(self, head: int) -> bool:
        """Whether a noun in the singular names a body, not somebody: "the port authority", "the coast guard"."""
        lemma = self.text.tree.lemma[head].casefold()
        if lemma == "guard":
            return head > 0 and self.text.words[head - 1].casefold() in GUARDED
        if names_collective(lemma):
            return False
        return names_body(lemma) or (is_organisation_word(lemma) and not names_people(lemma))

    def _is_several(self, head: int) -> bool:
        """Whether a noun is a group's: a plural, a quantity, a body; texts are none, however many."""
        tree, word = self.text.tree, self.text.words[head].casefold()
        if is_record(tree.lemma[head].casefold()) or word == "figures":
            return False
        lemma = tree.lemma[head].casefold()
        body = is_organisation_word(word) and not names_people(lemma) and tree.dep[head] != "compound"
        counted = word in SEVERAL or names_collective(lemma) or (tree.tag[head] == "CD" and word != "one")
        return counted or body or tree.tag[head] in ("NNS", "NNPS")

    def _named_kind(self, first: int, stop: int, head: int) -> ActorKind | None:
        """What a source is that consists of a name only, which nothing else in the article tells for one."""
        tree, label = self.text.tree, self.text.tree.entity[head]
        if any(tree.tag[i] not in PROPER or tree.entity[i] != label for i in range(first, stop)):
            return None
        word = self.text.words[head]
        if stop - first == 1 and not label and sum(map(str.isupper, word)) > 1 and any(map(str.isdigit, word)):
            return "organisation"  # "TV17"
        given = stop - first > 1 and self.text.words[first].casefold() in read_first_names()
        both = stop - first == 2 and not any(map(is_organisation_word, self.text.words[first:stop]))
        return NAMED.get(label) or ("person" if (given or both) and not label else None)


def first_token(m: Mention) -> int:
    """The first token of a mention, with the title before a name."""
    return min(m.first, m.title[0]) if m.title else m.first
