"""Sightings: the names of an article as mentions, each with its kind, and every name found once looked for again."""

from dataclasses import replace

from onrecord.actors import capitals, kinds
from onrecord.actors.mentions import Mention, make_mention
from onrecord.actors.names import read_first_names
from onrecord.actors.namings import Naming, find_namings
from onrecord.actors.words import PROPER, Words, read_capitalised, read_organisation_words
from onrecord.language import countries

CALLED = frozenset(("administration", "campaign"))  # bodies that are called by who heads them
DATING = frozenset(("in", "until", "till", "since", "by", "from", "through", "during", "before", "after"))
FEWEST, FEWEST_AT_HEAD = 5, 3  # words that count in a line of Title Case; fewer in the first, which is the headline
PARTS_OF_MONTH = frozenset(("end", "start", "beginning", "middle", "month", "rest", "day", "week", "part", "half"))


def find_names(text: Words) -> tuple[list[Mention], set[int]]:
    """The mentions by name of an article, and the tokens of the titles before them."""
    runs = _outside_headlines(text, find_namings(text))
    kind_of = kinds.decide_kinds(text, runs)
    names = [m for run in runs if (m := _name(text, run, kind_of))]
    names += [m for run in runs if (m := _nested_country(text, run))]
    names += _headed_bodies(text)
    names += _state_bodies(text, {i for m in names for i in range(m.first, m.stop)})
    names += _search_again(text, names, {i for m in names for i in range(m.first, m.stop)})
    names = [_before_namesake(text, m, names) for m in names]
    return names, {i for run in runs if run.title for i in range(*run.title)}


def _before_namesake(text: Words, mention: Mention, names: list[Mention]) -> Mention:
    """ "Roe Mills fell. Roe denied it. Its founder, Ana Roe, said …": a word alone is the body's before the person of
    that name is brought in."""
    word = text.words[mention.first]
    alone = mention.kind == "person" and mention.stop - mention.first == 1
    if not alone or mention.title or mention.honorific:
        return mention
    longer = [m for m in names if m.stop - m.first > 1]
    people = [m for m in longer if m.kind == "person" and text.words[m.stop - 1] == word]
    bodies = [m for m in longer if m.kind == "organisation" and text.words[m.first] == word]
    above = any(m.first < mention.first for m in bodies)
    later = people and all(m.first > mention.first for m in people)
    return replace(mention, kind="organisation") if above and later else mention


def _outside_headlines(text: Words, runs: list[Naming]) -> list[Naming]:
    """In a line of Title Case every word looks like a name: there only names count that the article has elsewhere."""
    titled = {
        text.tree.paragraph[start]
        for k, (start, end) in enumerate(text.tree.paragraphs)
        if _is_title_case(text, start, end, fewest=FEWEST if k else FEWEST_AT_HEAD)
    }
    if not titled:
        return runs
    inside = [run for run in runs if text.tree.paragraph[run.start] in titled]
    outside = [run for run in runs if text.tree.paragraph[run.start] not in titled]
    known = {kinds.key_of(text, run.start, run.end) for run in outside}
    found = outside + [naming for run in inside if (naming := _known_part(text, run, known))]
    return sorted(found, key=lambda run: run.start)


def _known_part(text: Words, run: Naming, known: set[kinds.Key]) -> Naming | None:
    """The longest part of a run that the article names elsewhere ("Ana Roe" of "Ana Roe Rips Delvo")."""
    spans = [(a, b) for a in range(run.start, run.end) for b in range(a + 1, run.end + 1)]
    for a, b in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if kinds.key_of(text, a, b) in known - {()}:
            whole = (a, b) == (run.start, run.end)
            return run if whole else Naming(a, b, a, run.label)
    first_name = run.label == "PERSON" and text.words[run.start].casefold() in read_first_names()
    return run if first_name and text.tree.paragraph[run.start] else None


def _is_title_case(text: Words, start: int, end: int, fewest: int) -> bool:
    long = [i for i in range(start, end) if len(text.words[i]) > 3 and text.words[i][0].isalpha()]
    if len(long) > 1 and all(text.words[i].isupper() for i in long):
        return True
    full = [text.words[i] for i in long if text.tree.tag[i] not in ("IN", "CC", "TO")]
    return fewest <= len(full) <= 30 and all(w[0].isupper() for w in full)


def _name(text: Words, run: Naming, kind_of: dict) -> Mention | None:
    kind = kind_of.get(kinds.key_of(text, run.start, run.end), "other")
    whole = " ".join(text.words[run.lead : run.end])
    if run.lead != run.start and countries.find_country(whole):
        return make_mention(text, run.lead, run.end, "name", "country")
    if kind == "place" and run.end - run.lead <= 3 and countries.find_capital(whole):
        return (
            make_mention(text, run.lead, run.end, "name", "country")
            if capitals.is_government(text, run.lead, run.end)
            else None
        )
    if kind not in kinds.ACTORS and not _is_party(text, run):
        return None
    if kind in ("organisation", "group", "other") and _is_party(text, run):
        return make_mention(text, run.lead, run.end + 1, "name", "organisation")
    first = run.lead if kind == "organisation" else run.start
    if kind == "person" and run.start and text.words[run.start - 1] == "/":
        return None  # a picture's credit
    if kind == "group" and text.tree.tag[run.end - 1] not in ("NNS", "NNPS", "NNP", "NN"):
        return None
    if kind == "group" and (text.tree.dep[run.end - 1] in ("amod", "compound", "nmod") or _is_one_of(text, run)):
        return None
    if _is_member(text, run) or not text.words[first][0].isalnum():
        return None
    return replace(
        make_mention(text, first, run.end, "name", kind),
        title=run.title if kind == "person" else None,
        honorific=run.honorific,
    )


def _is_one_of(text: Words, run: Naming) -> bool:
    """ "A Democrat", "one German": a member of a group is not the group."""
    before = text.words[run.lead - 1].casefold() if run.lead else ""
    return before in ("a", "an", "one", "another", "any") and text.tree.tag[run.end - 1] in ("NN", "NNP")


def _is_member(text: Words, run: Naming) -> bool:
    """ "Democrat of Ohio", "the New York Democrat": one of a group; or the seat in "(R-Delvo)"."""
    words, last, lead = text.words, text.words[run.end - 1], run.lead
    one = text.tree.tag[run.end - 1] in ("NN", "NNP") and last in read_capitalised("member")
    return one or (lead > 1 and words[lead - 1] == "-" and words[lead - 2] in ("R", "D", "I"))


def _is_party(text: Words, run: Naming) -> bool:
    """ "The Republican party": the lower-case noun is part of the name."""
    return run.end < text.tree.n and text.words[run.end] == "party" and text.tree.head[run.end - 1] == run.end


def _nested_country(text: Words, run: Naming) -> Mention | None:
    """The country in front of another name: "US" of "US Air Force", "Peru" of "Peru’s Mission", "US" of a title."""
    first = run.title[0] if run.title else run.lead
    last = run.title[1] if run.title else run.start
    for width in (3, 2, 1):
        if first + width <= last and countries.find_country(" ".join(text.words[first : first + width])):
            return make_mention(text, first, first + width, "name", "country")
    return None


def _headed_bodies(text: Words) -> list[Mention]:
    """ "The Roe administration", "the Roe campaign": called by who heads it, whose own name stands inside."""
    tree, found = text.tree, []
    for i, word in enumerate(text.words[1:], 1):
        if word in CALLED and tree.tag[i - 1] in PROPER and tree.dep[i - 1] == "compound" and tree.head[i - 1] == i:
            first = tree.left(i - 1)
            whose = " ".join(text.words[first:i])
            placed = tree.entity[i - 1] in ("GPE", "LOC", "DATE") or bool(countries.find_country(whose))
            if all(tree.tag[k] in PROPER for k in range(first, i)) and not placed:
                found.append(make_mention(text, first, i + 1, "name", "organisation"))
    return found


def _state_bodies(text: Words, taken: set[int]) -> list[Mention]:
    """ "The Norwegian navy", "Delvo police" in small letters: a body that every country or town has, by its name."""
    tree, found = text.tree, []
    for i, word in enumerate(text.words):
        local = word == "police"
        if i == 0 or i in taken or tree.dep[i] == "compound":
            continue
        if not local and word not in read_organisation_words("country_body"):
            continue
        first = i - 1
        placed = local and tree.tag[first] in PROPER and text.words[first][0].isupper()
        if tree.head[first] == i and first not in taken and (placed or countries.find_adjective(text.words[first])):
            found.append(make_mention(text, first, i + 1, "name", "organisation"))
    return found


def _search_again(text: Words, names: list[Mention], taken: set[int]) -> list[Mention]:
    """Surnames of the people and whole names of people and organisations found once, wherever else they stand."""
    single: dict[str, str] = {}
    longer: dict[str, set[tuple[str, ...]]] = {}
    for m in names:
        words = tuple(text.words[m.first : m.stop])
        if m.kind == "person" and len(words) > 1:
            single[words[-1]] = m.kind
        elif len(words) == 1 and m.kind in ("organisation", "person") and text.tree.tag[m.first] in PROPER:
            single[words[0]] = m.kind
        if len(words) > 1 and m.kind in ("person", "organisation"):
            longer.setdefault(words[0], set()).add((*words, m.kind))
    found, after = [], 0
    for i, word in enumerate(text.words):
        if i < after or i in taken or not text.tree.dep[i]:
            continue
        for *words, kind in sorted(longer.get(word, ()), key=len, reverse=True):
            if text.words[i : i + len(words)] == words and taken.isdisjoint(range(i, i + len(words))):
                found.append(make_mention(text, i, i + len(words), "name", kind))
                after = i + len(words)
                break
        else:
            if word in single and not _goes_on(text, i) and not _is_date(text, i):
                found.append(make_mention(text, i, i + 1, "name", single[word]))
    return found


def _goes_on(text: Words, i: int) -> bool:
    """Whether a capitalised word beside ``i`` makes it part of another name ("Wells" in "Orson Wells Prize")."""
    beside = [k for k in (i - 1, i + 1) if 0 <= k < text.tree.n]
    return any(
        text.words[k][:1].isupper() and text.tree.tag[k] in ("NNP", "NNPS") for k in beside if not text.start[max(i, k)]
    )


def _is_date(text: Words, i: int) -> bool:
    """Whether a surname that is also a month stands for the month: "until May 3", "in May", "the end of May"."""
    tree, words = text.tree, text.words
    if words[i] not in read_capitalised("seldom") or tree.entity[i] != "DATE":
        return False
    if any(0 <= k < tree.n and tree.numeric[k] for k in (i - 1, i + 1)):
        return True
    top = tree.head[i]
    return tree.dep[i] == "pobj" and (tree.word(top) in DATING or tree.lemma[tree.head[top]] in PARTS_OF_MONTH)
