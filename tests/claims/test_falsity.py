"""Sentences that call something said false, and those that only sound like it."""

import pytest
from claim_reading import read

CASES = [
    pytest.param("“That is not true,” Ana Duarte said.", "denies", id="not-true"),
    pytest.param("“It's nonsense,” Ana Duarte said.", "denies", id="nonsense"),
    pytest.param("“That never happened,” Ana Duarte said.", "denies", id="never-happened"),
    pytest.param("“Your facts are wrong,” Ana Duarte said.", "denies", id="facts-are-wrong"),
    pytest.param("“Good story, not true,” Ana Duarte said.", "denies", id="an-answer-without-a-verb"),
    pytest.param("Ana Duarte said that Holm's claim was false.", "denies", id="reported"),
    pytest.param("Ana Duarte said the report is a fabrication.", "denies", id="a-fabrication"),
    pytest.param("“That is wrong,” Ana Duarte said.", "asserts", id="a-verdict"),
    pytest.param("“Closing the pool is wrong,” Ana Duarte said.", "asserts", id="a-deed-is-wrong"),
    pytest.param("“That is true,” Ana Duarte said.", "asserts", id="true"),
    pytest.param("“The report is not false,” Ana Duarte said.", "asserts", id="not-false"),
    pytest.param("“The wall is not accurate to the inch,” Ana Duarte said.", "asserts", id="no-thing-said"),
    pytest.param("“Not true to the old plans of the harbour engineer,” Ana Duarte said.", "asserts", id="long"),
    pytest.param("“None of that is true,” Ana Duarte said.", "denies", id="none-of-it-is-true"),
    pytest.param("“It has never happened,” Ana Duarte said.", "denies", id="has-never-happened"),
    pytest.param("“Nothing is false,” Ana Duarte said.", "asserts", id="nothing-is-false"),
    pytest.param("“This must never happen again,” Ana Duarte said.", "asserts", id="a-wish"),
    pytest.param("“That will not happen,” Ana Duarte said.", "asserts", id="what-is-to-come"),
    pytest.param("“If that is not true, we will close the pier,” Ana Duarte said.", "asserts", id="a-condition"),
    pytest.param("“That does not happen here,” Ana Duarte said.", "asserts", id="a-custom"),
    pytest.param("“That may not be true,” Ana Duarte said.", "asserts", id="only-perhaps"),
    pytest.param("“I do not know if it is a lie,” Ana Duarte said.", "asserts", id="not-known"),
    pytest.param("“It happened in May,” Ana Duarte said.", "asserts", id="it-happened"),
    pytest.param("“We never close, and that is a lie about us,” Ana Duarte said.", "asserts", id="not-what-opens-it"),
]


@pytest.mark.parametrize(("text", "stance"), CASES)
def test_falsity(text, stance):
    assert [claim.stance for claim in read(text)] == [stance]
