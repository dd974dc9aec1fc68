"""Votes: what the words of one naming, and those around it, say of the kind of thing that it names.

The votes are set by hand, on development texts (GUM's news and interviews, the hard passages), not searched for: which
is the heavier counts, not its decimals.
"""

import re
from collections import Counter, defaultdict

from onrecord.actors import roles
from onrecord.actors.body_votes import body_votes
from onrecord.actors.callings import find_called
from onrecord.actors.names import read_first_names, read_parts
from onrecord.actors.namings import Naming, find_seat
from onrecord.actors.person_votes import is_told_by_size, person_votes, read_agent_verbs, word_votes
from onrecord.actors.place_votes import is_state, place_votes
from onrecord.actors.runs import SMALL
from onrecord.actors.speaking_nouns import names_people
from onrecord.actors.words import ACRONYM, Words, is_organisation_word, read_capitalised, read_organisation_words
from onrecord.language import countries
from onrecord.language.plurals import singular
from onrecord.language.pronouns import FEMALE, MALE, NEUTER, OBJECT
from onrecord.language.words import read_stem_counts, stem

LABELS = {"PERSON": ("person", 1.0), "ORG": ("organisation", 1.0), "GPE": ("place", 1.0), "NORP": ("group", 0.7),
          "FAC": ("place", 1.0), "LOC": ("place", 1.0), "LANGUAGE": ("other", 0.3), "": ("other", 0.5)}  # fmt: skip
CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+")  # as brands are written
# Beginnings of persons' names that have a capital inside.
PREFIXES = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "Jo", "O")
ABSTRACT = ("phobia", "ism", "ness")
OPENING = frozenset(('"', "“", "``", "‘"))
PEOPLE = ("ners", "ians", "ists", "ites", "eers", "crats")  # ends of names for people of a place or a mind
MARKS = OPENING | frozenset(("”", "''", "’"))
REACH = 8  # words of a title
BEFORE_TITLE = frozenset(
    ("on", "of", "in", "called", "titled", "show", "program", "programme", "book", "film", "series")
)


def votes_of(text: Words, naming: Naming, common: Counter[str]) -> dict[str, float]:
    """Weights by kind, and under "labelled as …" what the parser's label alone adds.

    ``common``: how often the article has each word in small letters.
    """
    tree, words = text.tree, text.words
    head, single = naming.end - 1, naming.end - naming.start == 1
    out: defaultdict[str, float] = defaultdict(float)
    kind, weight = LABELS.get(naming.label, ("other", 0.7))
    out[kind] += weight
    out[f"labelled as {kind}"] += weight
    whole = tree.text[tree.idx[naming.lead] : tree.end[head]]
    body = tree.text[tree.idx[naming.start] : tree.end[head]]
    if countries.find_country(whole):
        out["country"] += 5 if naming.label != "PERSON" else 2
    elif countries.find_demonym(whole):
        out["group" if tree.tag[head] in ("NNPS", "NNS") or naming.label == "NORP" else "other"] += 2
        return out
    elif whole in read_organisation_words("nation"):
        out["country"] += 5  # of the United Kingdom: a country without an ISO code of its own
    elif whole.casefold() in read_organisation_words("region"):
        out["place"] += 4
    elif countries.find_capital(whole):
        out["place"] += 2.5
    elif single and is_state(text, head):
        out["country"] += 4
    if whole in read_organisation_words("known"):
        out["organisation"] += 4
    people = tree.tag[head] in ("NNPS", "NNS") and countries.find_demonym(words[head])
    if people or words[head] in read_capitalised("group"):
        out["group"] += 4
    elif tree.tag[head] == "NNPS" and single and naming.label != "PERSON" and words[head].endswith(PEOPLE):
        out["group"] += 2
    elif tree.tag[head] == "NNPS" and not single:
        out["organisation"] += 0.8
        out["person"] -= 0.8  # "Cleveland Cavaliers"
    out["place"] += place_votes(text, naming)
    if not single and tree.tag[head] == "JJ":
        out["other"] += 3  # "the Delvo Democratic senator"
    if find_seat(whole) is not None:
        out["organisation"] += 5
    if single and words[head].endswith("s") and words[head][:-1] in text.surnames:
        out["group"] += 4  # "the two Roes"
    if single and text.start[head] and tree.tag[head] in ("NN", "NNS") and stem(words[head]) in read_stem_counts():
        out["other"] += 2.5  # "Vessels were held": capital because a sentence begins
    if single and tree.dep[head] == "amod":
        out["other"] += 2  # "the Republican nomination"
    if body in read_organisation_words("not_acronym") or (single and body.endswith(ABSTRACT)):
        out["other"] += 2
    if single and (lower := common[words[head].casefold()]):
        out["other"] += min(2.0, 0.7 * lower)  # the article also uses it as a common noun
    if _is_named_thing(words, naming) or _is_law(text, naming) or _is_programme(words, naming):
        out["other"] += 6
    if _is_relation(text, body) or _is_abbreviated_thing(words, naming) or _is_in_title(words, naming):
        out["other"] += 6
    if whole in read_organisation_words("platform"):  # "on Twitter" it is a place to write, "Twitter closed …" it acts
        acts = tree.dep[head] == "nsubj"
        out["organisation" if acts else "other"] += 30 if acts else 8
    last = words[head].casefold()
    if not {last, singular(last)}.isdisjoint(read_organisation_words("work")) and word_votes(words, naming) < 3:
        out["other"] += 4
    if single and naming.label in ("ORG", "PERSON") and _stands_apart(text, head):
        out["other"] += 1.1  # the parser has only a capital to go by
    if "&" in body:
        out["person"] -= 3
    out["organisation"] += _organisation_votes(text, naming, body) + body_votes(text, naming)
    out["person"] += person_votes(text, naming)
    if tree.dep[head] == "nsubj":
        for kind, weight in _pronoun_votes(text, naming.end).items():
            out[kind] += weight
    return out


def _is_relation(text: Words, name: str) -> bool:
    """ "The Delvo-Fjordland border", "the Moss-Brandt feud": two countries or surnames joined are neither."""
    parts = re.split("[-‑–]", name)
    lands = all(countries.find_country(p) or countries.find_adjective(p) for p in parts)
    return len(parts) == 2 and (lands or text.surnames.issuperset(parts))


def _is_abbreviated_thing(words: list[str], naming: Naming) -> bool:
    """ "Open Tides for Harbour Arrivals (OTHA)": a programme, by the abbreviation in the bracket behind it."""
    i = naming.end
    while i < len(words) - 1 and i < naming.end + REACH and (words[i][0].isupper() or words[i].casefold() in SMALL):
        i += 1
    told = i > naming.end or (naming.end - naming.start > 1 and not word_votes(words, naming))  # no "FBI program"
    if told and words[i : i + 1] and words[i] in ("program", "programme"):
        return True
    return words[i : i + 1] == ["("] and not read_organisation_words("not_acronym").isdisjoint(words[i + 1 : i + 2])


def _is_in_title(words: list[str], naming: Naming) -> bool:
    """ "On “The Late Show with Ana Roe”": a name in the title of a work or programme, in quotation marks."""
    start = next((i for i in range(naming.start - 1, max(-1, naming.start - REACH), -1) if words[i] in MARKS), None)
    stop = next((i for i in range(naming.end, min(len(words), naming.end + REACH)) if words[i] in MARKS), None)
    if start is None or stop is None or start < 1 or stop - start < 4:
        return False
    told = [w for w in words[start + 1 : stop] if len(w) > 3 and w[0].isalpha() and w.casefold() not in SMALL]
    return words[start - 1].casefold() in BEFORE_TITLE and len(told) > 1 and all(w[0].isupper() for w in told)


def _is_law(text: Words, naming: Naming) -> bool:
    """ "The Moss-Brandt bill": called by two names, it is neither's."""
    tree, head = text.tree, naming.end - 1
    two = any(text.words[i] in ("-", "‑", "–") for i in range(naming.start, head))
    return two and tree.dep[head] == "compound" and text.words[tree.head[head]] in read_organisation_words("law")


def _is_programme(words: list[str], naming: Naming) -> bool:
    """ "CNN’s “State of the Harbour”": what an outlet's name owns in quotation marks is its programme."""
    i = naming.lead - 1 - (words[naming.lead - 1].casefold() == "the")
    return (
        i > 1 and words[i] in OPENING and words[i - 1] in ("'s", "’s") and words[naming.end : naming.end + 1] != ["'s"]
    )


def _works_at(text: Words, naming: Naming) -> bool:
    """ "A partner at Delvo Roe", "a nurse at Delvo": where somebody works is a body or a place, and nobody."""
    tree, head = text.tree, naming.end - 1
    prep = tree.head[head]
    works = roles.is_role_word(tree.word(tree.head[prep])) or names_people(tree.lemma[tree.head[prep]].casefold())
    return tree.dep[head] == "pobj" and tree.word(prep) == "at" and works


def _is_named_thing(words: list[str], naming: Naming) -> bool:
    """ "Hurricane Karla", "the ferry Aurora": a storm or a ship bears the name; the "Hurricane Center" is a body."""
    if word_votes(words, naming):
        return False
    first = max(0, naming.lead - 1)
    nouns = {words[first]}
    if naming.lead > 2 and words[naming.lead - 2 : naming.lead] == [",", "the"]:
        nouns.add(words[naming.lead - 3])  # "a sister ship, the Aurora"
    return not nouns.isdisjoint(read_organisation_words("vessel")) or any(
        w[0].isupper() and w.casefold() in read_organisation_words("thing") for w in words[first : naming.end - 1]
    )


def _stands_apart(text: Words, head: int) -> bool:
    """Whether a name neither acts nor is acted on, and no other stands with it ("was called Legato")."""
    tree = text.tree
    if tree.dep[head] == "conj":
        return tree.entity[tree.head[head]] not in ("ORG", "PERSON", "GPE", "NORP")
    return tree.dep[head] in ("oprd", "attr", "npadvmod", "ROOT", "nmod")


def _organisation_votes(text: Words, naming: Naming, body: str) -> float:
    """The words of the name, a capital abbreviation, "the" before it, an employee behind it, a verb of acting."""
    tree, words = text.tree, text.words
    head = naming.end - 1
    total = word_votes(words, naming)
    if (
        naming.end - naming.start == 1
        and ACRONYM.fullmatch(body)
        and body not in read_organisation_words("not_acronym")
    ):
        total += 0.8 if naming.label == "ORG" else 0.3
    elif naming.end - naming.start > 1 and ACRONYM.fullmatch(words[head]) and _names_body(words[head]):
        total += 2.5  # "Delvo FBI"
    top, dep = tree.head[head], tree.dep[head]
    if dep in ("compound", "poss", "nmod") and top > head and roles.is_employee(words[top]):
        total += 1.8 if words[top].casefold() in read_organisation_words("employs") else 0.6
    if dep == "nsubj" and tree.lemma[top] in read_agent_verbs() and naming.label not in ("PERSON", "NORP"):
        total += 0.6
    if _is_called_body(text, naming) or _is_largest(text, head):
        total += 3.0
    brand = CAMEL.fullmatch(body) and not body.startswith(PREFIXES) and naming.label in ("ORG", "PERSON")
    if naming.end - naming.start == 1 and brand:
        total += 1.8
    if _owns_person(text, naming):
        total += 1.5
    if _works_at(text, naming):
        total += 2.5
    if naming.lead and words[naming.lead - 1].casefold() == "the" and naming.title is None:
        total += 0.8 if tree.tag[head] == "NNPS" else 0.5
    return total


def _is_largest(text: Words, head: int) -> bool:
    """ "Delvo, the country's second-largest grower": only bodies are told by their size."""
    return any(text.tree.dep[k] == "appos" and is_told_by_size(text, k) for k in text.tree.kids(head))


def _names_body(acronym: str) -> bool:
    return acronym not in read_organisation_words("not_acronym") and acronym.casefold() not in read_parts("suffix")


def _owns_person(text: Words, naming: Naming) -> bool:
    """ "Delvo's Ana Roe": who works there, in full."""
    tree, words, first = text.tree, text.words, naming.end + 1
    if first >= tree.n or words[first - 1] not in ("'s", "’s") or words[first].casefold() not in read_first_names():
        return False
    top = tree.head[naming.end - 1]
    return tree.dep[naming.end - 1] == "poss" and tree.entity[top] == "PERSON" and first < top <= first + 2


def _is_called_body(text: Words, naming: Naming) -> bool:
    """ "The company Delvo", "airline Nordluft", "the Delvo movement": a noun for a body right before or behind."""
    tree, noun, head = text.tree, naming.lead - 1, naming.end - 1
    called = find_called(text, naming.lead)
    if called is not None:
        return is_organisation_word(text.words[called])
    if tree.dep[head] == "compound" and text.words[tree.head[head]] in read_organisation_words("behind"):
        return tree.head[head] == naming.end
    if noun < 0 or not text.words[noun].islower() or not is_organisation_word(text.words[noun]):
        return False
    if noun > 1 and text.words[noun - 1] == "of" and roles.is_role_word(text.words[noun - 2]):
        return False  # "chief of staff Ana Roe"
    return tree.head[noun] == head or (tree.dep[head] == "appos" and tree.head[head] == noun)


def _pronoun_votes(text: Words, start: int) -> dict[str, float]:
    """ "X said he …": the first pronoun after a subject, in its sentence, tells what kind of thing it is."""
    for i in range(start, min(start + 12, text.tree.n)):
        if text.start[i]:
            break
        word = text.words[i]
        if word in OBJECT:
            continue  # "Wikinews interviewed him": of one verb, subject and object are two
        if word in MALE | FEMALE:
            return {"person": 0.8}
        if word in NEUTER:
            return {"organisation": 0.4}
    return {}
