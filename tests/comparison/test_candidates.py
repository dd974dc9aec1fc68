"""The bound that leaves out what cannot match leaves out nothing that can."""

import pytest
from passage_rows import sides

from onrecord.comparison.alignment import compare_passages, probability
from onrecord.comparison.candidates import Overlaps, find_candidates

TEXTS = [
    "we shall rebuild the pier in stone",
    "the pier will be rebuilt in stone",
    "the council votes on the roof in spring",
    "a roof for the pier is what the council wants",
    "nobody was hurt by the storm",
]


def all_sides():
    return sides(*[{"content": text, "actor_id": f"m{n % 2}", "article_id": f"a{n}"} for n, text in enumerate(TEXTS)])


@pytest.mark.parametrize("least", [0.05, 0.2, 0.35, 0.6])
def test_no_pair_above_the_bound_is_left_out(least):
    found = all_sides()
    kept = {(a.passage.text, b.passage.text) for a, b in find_candidates(Overlaps(found), least)}
    for n, a in enumerate(found):
        for b in found[n + 1 :]:
            same = a.passage.claim.actor_id == b.passage.claim.actor_id
            likely = probability(compare_passages(a, b, same_speaker=same)) >= least
            if likely and a.content & b.content:
                assert (a.passage.text, b.passage.text) in kept


def test_passages_of_one_article_are_no_candidates():
    row = {"content": "we shall rebuild the pier", "article_id": "a"}
    assert list(find_candidates(Overlaps(sides(row, row)), 0.05)) == []


def test_no_passage_at_all():
    assert list(find_candidates(Overlaps([]), 0.1)) == []
