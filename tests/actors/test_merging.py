"""Actors across articles: what merges, what must not, and what never depends on the order."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.actors.actor import Actor
from onrecord.actors.merging import resolve_story
from onrecord.actors.namesakes import Alias
from onrecord.actors.roles import Role
from onrecord.errors import StoryError
from onrecord.extraction import extract_articles


def article(*actors):
    return list(actors)


def person(name, gender="", *roles):
    return Actor(name, "person", gender=gender, names=(name,), roles=roles)


def body(name, kind="organisation"):
    return Actor(name, kind, names=(name,))


def country(iso3):
    return Actor(iso3, "country", iso3=iso3, names=(iso3,))


CASES = {
    "same name": (person("Ada Moss"), person("Ada Moss"), True),
    "surname of one": (person("Ada Moss"), person("Moss"), True),
    "transliteration": (person("Mohammed al-Rashidi"), person("Muhammad Al Rashidi"), True),
    "initial": (person("A. Moss"), person("Ada Moss"), True),
    "order of names": (person("Tanaka Yui"), person("Yui Tanaka"), True),
    "cut after the second": (person("Gabriel Ruiz Soto"), person("Gabriel Ruiz"), True),
    "first name alone": (person("Zofka Moss"), person("Zofka"), True),
    "family": (person("Ada Moss"), person("Ivo Moss"), False),
    "title of the other gender": (person("Ada Moss", "f"), person("Moss", "m"), False),
    "country": (country("IRN"), country("IRN"), True),
    "two countries": (country("IRN"), country("IRQ"), False),
    "initials": (body("Coastal Fisheries Board"), body("CFB"), True),
    "company": (body("Gulf Petrochem"), body("Gulf Petrochem Co"), True),
    "with its country": (body("US Navy"), body("Navy"), True),
    "two navies": (body("US Navy"), body("French Navy"), False),
    "short form": (body("Aldgate Freight Corp."), body("Aldgate"), True),
    "surname that looked like a firm": (person("Ada Brok"), body("Brok"), True),
    "firm with a firm's word": (person("Ada Fund"), body("Fund"), False),
    "unnamed groups": (body("officials", "group"), body("officials", "group"), False),
    "a people": (body("Germans", "group"), body("Germans", "group"), True),
    "a party's people": (body("Democrats", "group"), body("Democrats", "group"), True),
    "another name": (body("GOP"), body("Republican Party"), True),
    "order of an organisation's words": (body("Department of the Harbour"), body("Harbour Department"), True),
    "committee without its chamber": (
        body("House Committee on Tides and Locks"),
        body("Tides and Locks Committee"),
        True,
    ),
    "committees of two chambers": (body("House Tides Committee"), body("Senate Tides Committee"), False),
    "plural in a long name": (body("Federal Tides Commission"), body("Federal Tide Commission"), True),
    "plural of one word": (body("Gleaner"), body("Gleaners"), False),
    "a town's chapter": (body("Tea Party"), body("Delvo Tea Party"), False),
    "a town's police": (body("Delvo police"), body("Metro Delvo Police Department"), True),
    "police of two towns": (body("Delvo police"), body("Orsa Police Department"), False),
    "hyphen in a given name": (person("Abdel-Karim Moss"), person("Abdel Karim Moss"), True),
    "two unnamed": (body("a spokesman", "unnamed"), body("a spokesman", "unnamed"), False),
}


@pytest.mark.parametrize(("a", "b", "one"), CASES.values(), ids=CASES)
def test_two_articles(a, b, one):
    for left, right in ((a, b), (b, a)):
        merged, groups = resolve_story([article(left), article(right)])
        assert (groups[0] == groups[1]) is one
        assert len(merged) == (1 if one else 2)


def untitled(name, *roles):
    return Actor(name, "unnamed", titles=(name,), roles=roles)


MINISTER = Role("Chilean foreign minister", "foreign minister", frozenset({"CHL"}), "CHL")
OFFICES = {
    "the office of one": (untitled("Chile’s foreign minister", MINISTER), person("Ada Moss", "", MINISTER), True),
    "another country's": (
        untitled("Chile’s foreign minister", MINISTER),
        person("Ada Moss", "", Role("minister", "foreign minister", frozenset({"NOR"}), "NOR")),
        False,
    ),
    "indefinite": (untitled("A Chilean foreign minister", MINISTER), person("Ada Moss", "", MINISTER), False),
    "former": (
        untitled("Chile’s foreign minister", MINISTER),
        person("Ada Moss", "", Role("former minister", "foreign minister", frozenset({"CHL"}), "CHL", former=True)),
        False,
    ),
    "an office that anybody could hold": (
        untitled("the lawyer", Role("lawyer", "lawyer", frozenset())),
        person("Ada Moss", "", Role("lawyer", "lawyer", frozenset())),
        False,
    ),
    "a wide noun": (
        untitled("The Harbour official", Role("Harbour official", "official", frozenset({"harbour"}))),
        person("Ada Moss", "", Role("Harbour official", "official", frozenset({"harbour"}))),
        False,
    ),
}


@pytest.mark.parametrize(("unnamed", "named", "one"), OFFICES.values(), ids=OFFICES)
def test_a_title_without_a_name(unnamed, named, one):
    for articles in ([article(unnamed), article(named)], [article(named), article(unnamed)], [article(unnamed, named)]):
        merged, _ = resolve_story(articles if len(articles) > 1 else [*articles, article(body("Orsa"))])
        named_rows = [actor for actor in merged if actor.name == "Ada Moss"]
        assert [actor.merge_basis for actor in named_rows] == (["role"] if one else [None])


def test_a_bare_office_is_its_holder_s_where_the_article_names_that_person():
    president = Role("president", "president", frozenset())
    bare, named = untitled("the president", president), person("Ada Moss", "", president)
    merged, _ = resolve_story([article(named), article(bare, person("Moss"))])
    assert [actor.name for actor in merged] == ["Ada Moss"]
    merged, _ = resolve_story([article(named), article(bare)])
    assert [actor.name for actor in merged] == ["Ada Moss", "the president"]


def test_a_title_of_two_holders_stays_open():
    holders = article(person("Ada Moss", "", MINISTER), person("Ivo Brandt", "", MINISTER))
    merged, _ = resolve_story([article(untitled("Chile’s foreign minister", MINISTER)), holders])
    assert len(merged) == 3


def test_two_candidates_are_not_merged():
    _, groups = resolve_story([article(person("Ada Moss"), person("Ivo Moss")), article(person("Moss"))])
    assert groups[1][0] not in groups[0]


def test_title_tells_two_candidates_apart():
    mayor, coach = Role("mayor", "mayor", frozenset()), Role("coach", "coach", frozenset())
    first = article(person("Ada Moss", "", mayor), person("Ivo Moss", "", coach))
    _, groups = resolve_story([first, article(person("Moss", "", coach))])
    assert groups[1] == [groups[0][1]]


def test_what_an_article_tells_apart_stays_apart():
    first = article(person("Ada Moss"))
    _, groups = resolve_story([first, article(person("A. Moss"), person("Ada Moss"))])
    assert groups[1][0] != groups[1][1] and groups[0][0] == groups[1][1]


def test_aliases_win():
    first, second = article(person("Ada Moss")), article(person("The Gull"))
    _, groups = resolve_story([first, second], [Alias("the Gull", "Ada Moss", True)])
    assert groups == [[0], [0]]
    _, groups = resolve_story([first, article(person("Moss"))], [Alias("Moss", "Ada Moss", False)])
    assert groups == [[0], [1]]


def test_merged_row():
    first = Actor("Moss", "person", role="mayor", country="GBR", names=("Moss",), titles=("the mayor",))
    merged, _ = resolve_story([article(first), article(person("Ada Moss"))])
    row = merged[0]
    assert (row.name, row.role, row.country) == ("Ada Moss", "mayor", "GBR")
    assert row.names == ("Moss", "Ada Moss") and row.titles == ("the mayor",)


GIVEN = st.sampled_from(["Ada", "Ivo", "A.", "Ada Maria", ""])
FAMILY = st.sampled_from(["Moss", "Mosse", "Al Rashidi", "Rashidi"])
PEOPLE = st.builds(lambda g, f, s: person(f"{g} {f}".strip(), s), GIVEN, FAMILY, st.sampled_from(["", "m", "f"]))
BODIES = st.builds(body, st.sampled_from(["US Navy", "Navy", "French Navy", "North Rail Union", "NRU", "Rail Union"]))
ARTICLES = st.lists(
    st.lists(
        PEOPLE | BODIES | st.builds(country, st.sampled_from(["IRN", "USA"])), max_size=4, unique_by=lambda a: a.name
    ),
    min_size=1,
    max_size=5,
)


def together(articles):
    """The pairs of (article number, actor) that one merged actor holds."""
    _, groups = resolve_story([article(*actors) for _, actors in articles])
    place = {
        (key, k): number for (key, actors), row in zip(articles, groups, strict=True) for k, number in enumerate(row)
    }
    return {(a, b) for a in place for b in place if place[a] == place[b]}


@settings(max_examples=300, deadline=None)
@given(ARTICLES, st.randoms())
def test_order_does_not_matter(articles, random):
    numbered = list(enumerate(articles))
    shuffled = random.sample(numbered, len(numbered))
    assert together(numbered) == together(shuffled)


@settings(max_examples=200, deadline=None)
@given(ARTICLES)
def test_told_apart_stays_apart(articles):
    _, groups = resolve_story([article(*actors) for actors in articles])
    assert all(len(set(row)) == len(row) for row in groups)


@settings(max_examples=100, deadline=None)
@given(ARTICLES)
def test_numbers_follow_the_articles(articles):
    merged, groups = resolve_story([article(*actors) for actors in articles])
    met = list(dict.fromkeys(number for row in groups for number in row))
    assert met == list(range(len(merged)))


def test_a_large_story_takes_seconds():
    surnames = [
        f"{a}{b}" for a in ("Mor", "Kal", "Ver", "Tol", "Ras", "Bel") for b in ("an", "eck", "ini", "ova", "sen", "ulu")
    ]
    articles = []
    for i in range(500):
        people = [person(f"{'ABCDEFGHKL'[j % 10]}da{j} {surnames[(i + j) % 36]}") for j in range(20)]
        shorts = [person(surnames[(i + j) % 36]) for j in range(10)]
        articles.append(article(*people, *shorts, *[body(f"Union {(i + j) % 90} of {surnames[j]}") for j in range(10)]))
    assert sum(map(len, articles)) == 20_000
    start = time.perf_counter()
    resolve_story(articles)
    assert time.perf_counter() - start < 10


def test_a_title_as_alias_leaves_the_name_and_the_surname_s_article():
    """The hand-made alias of an office neither renames its holder nor parts him from his surname in that article."""
    texts = {
        "a": "Health Secretary Steven Moss said the budget would rise. Moss denied the report.",
        "b": "Mr Moss said the plan was dead. The Health Secretary said it would cost 5 million pounds.",
    }
    table = onrecord.extract(texts, story=True).articles
    found = extract_articles(table, aliases=[Alias("The Health Secretary", "Steven Moss", True)])
    names = dict(zip(found.actors["actor_id"], found.actors["name"], strict=True))
    moss = found.mentions[found.mentions["text"].isin(["Moss", "Steven Moss", "The Health Secretary"])]
    assert {names[actor] for actor in moss["actor_id"]} == {"Steven Moss"}


def test_an_alias_to_nobody_is_refused_with_its_line_and_the_near_name():
    here = "data/raw/x/aliases.csv, line 3"
    with pytest.raises(
        StoryError, match=r"aliases\.csv, line 3: actor: nobody in this story is called 'Ada Mos'"
    ) as caught:
        resolve_story([article(person("Ada Moss"))], [Alias("Ada Moss", "Ada Mos", True, here)])
    assert "Did you mean 'Ada Moss'?" in caught.value.what


def test_an_alias_to_two_is_refused():
    articles = [article(person("Ada Moss")), article(person("Ivo Moss")), article(person("Moss"), body("the Gull"))]
    with pytest.raises(StoryError, match="'Moss' could be"):
        resolve_story(
            [*articles, article(person("Moss", "f")), article(person("Moss", "m"))], [Alias("the Gull", "Moss", True)]
        )


def test_a_name_in_several_articles_is_one_actor_and_no_doubt():
    articles = [article(person("Ada Moss")), article(person("Ada Moss")), article(body("the Gull"))]
    merged, _ = resolve_story(articles, [Alias("the Gull", "Ada Moss", True)])
    assert [actor.name for actor in merged] == ["Ada Moss"]


def test_a_name_of_two_is_made_one_by_a_line_of_its_own():
    union = Actor("the harbour union", "unnamed", names=("the harbour union",))
    articles = [article(union), article(Actor("The Harbour Union", "organisation", names=("The Harbour Union",)))]
    with pytest.raises(StoryError, match="could be 2 actors") as caught:
        resolve_story([*articles, article(person("Ada Moss"))], [Alias("Ada Moss", "the harbour union", True)])
    assert "as alias and as actor" in caught.value.remedy
    _, groups = resolve_story(articles, [Alias("the harbour union", "The Harbour Union", True)])
    assert groups == [[0], [0]]


@pytest.mark.parametrize(
    ("a", "b", "basis"),
    [
        (person("Ada Moss"), person("Ada Moss"), "full_name"),
        (person("Ada Moss"), person("Moss"), "surname"),
        (person("Moss"), person("Moss"), "surname"),
        (body("Northern Rail Union"), body("NRU"), "short_form"),
        (body("Northern Rail Union"), body("Northern Rail Union"), "full_name"),
        (country("CHL"), country("CHL"), "country"),
    ],
)
def test_the_weakest_link_is_told(a, b, basis):
    merged, _ = resolve_story([article(a), article(b)])
    assert [actor.merge_basis for actor in merged] == [basis]


def test_a_decision_by_hand_outweighs_and_one_article_has_no_basis():
    merged, _ = resolve_story([article(person("Ada Moss"), person("Ivo Lenz")), article(person("A. Brandt"))],
                              [Alias("A. Brandt", "Ada Moss", True)])  # fmt: skip
    assert [(actor.name, actor.merge_basis) for actor in merged] == [("Ada Moss", "by_hand"), ("Ivo Lenz", None)]


def test_a_title_that_two_bear_joins_nobody():
    """ "The minister" of one article is Moss, of another Brandt: an alias must not make them one."""
    first = article(replace(person("Ada Moss"), titles=("the minister",)))
    second = article(replace(person("Ivo Brandt"), titles=("the minister",)))
    with pytest.raises(StoryError, match="alias: 'the minister' could be 2 actors: Ada Moss, Ivo Brandt"):
        resolve_story([first, second], [Alias("the minister", "Ada Moss", True)])


def test_namesakes_of_two_articles_are_kept_apart_by_hand():
    articles = [article(person("Ada Moss")), article(person("Ada Moss"))]
    assert resolve_story(articles)[1] == [[0], [0]]
    assert resolve_story(articles, [Alias("Ada Moss", "Ada Moss", False)])[1] == [[0], [1]]


def test_what_one_article_takes_for_one_cannot_be_parted():
    one = replace(person("Ada Moss"), names=("Ada Moss", "Moss"))
    with pytest.raises(StoryError, match="'Moss' and 'Ada Moss' are one by the words of one article"):
        resolve_story([article(one)], [Alias("Moss", "Ada Moss", False)])


@pytest.mark.parametrize(
    ("one", "other", "bodies"),
    [
        ("The Wexborough Crown Court sat at noon in that town.", "The court heard that it rained.", 1),
        ("The Calder District Council met at noon in that town.", "The district council said that it rained.", 1),
        ("The Calder Safety Bureau met at noon in that town.", "The weather bureau said that it rained.", 2),
        (
            "The Wexborough Crown Court asked for help at noon. The Calder Court helped it in that town.",
            "The court said that it rained.",
            3,
        ),
        ("The Harbour Shipping Company met at noon in that town.", "The company said that it rained.", 2),
        ("The Wexborough Crown Court sat at noon in that town.", "A court said that it rained.", 2),
    ],
    ids=["by its noun", "with words of the name", "with others", "of two", "what any is called", "indefinite"],
)
def test_a_body_that_one_article_does_not_name(one, other, bodies):
    found = onrecord.extract({"a": one, "b": other}, story=True)
    assert len(found.actors[found.actors["kind"] == "organisation"]) == bodies


def test_a_body_that_two_articles_do_not_name():
    told = "The district council said that it rained."
    named = "The Calder District Council met at noon in that town."
    found = onrecord.extract({"a": told, "b": told, "c": named}, story=True)
    assert len(found.actors) == 1
