"""Speakers named by punctuation alone: a dash and a name after a quotation, a name and a colon before a clause.

A post that an article shows ends in its author's name and handle: all of its words are the author's.
"""

import re

from onrecord.claims.contents import trim
from onrecord.claims.links import Quoted
from onrecord.language.documents import read_documents
from onrecord.language.spans import Tokens
from onrecord.language.trees import Tree

POST = "signed post"  # the rule of a claim that is a post
DASHES = frozenset(("-", "–", "—", "―", "--"))
NAME_LENGTH = 9  # tokens before a colon that can still be a name
OPENING = frozenset("“‘\"'«„")
_POST = re.compile(
    r"[—–―-]{1,2}\s?(?P<name>[A-Z][^()\n—–]{1,60}?)\s\(@\w{1,20}\)(?:\s[A-Z][a-z]{2,8} \d{1,2}, \d{4})?\s{0,3}$"
)
_LINK = re.compile(r"https?:|pic\.twitter|t\.co/")
STATING = frozenset(("VBD", "VBZ", "VBP", "MD"))


def sign(tree: Tree, q: Quoted) -> tuple[int, Tokens] | None:
    """A dash and a name after a quotation, to the end of its paragraph or as the next one: (the dash, the name)."""
    i = q.span[1]
    if i + 1 < tree.n and not tree.dep[i]:
        i += 1
    if i >= tree.n or tree.word(i) not in DASHES:
        return None
    end = i + 1
    while end < tree.n and tree.paragraph[end] == tree.paragraph[i] and end - i < 30:
        end += 1
    name = trim(tree, Tokens(i + 1, end))
    ends = end == tree.n or tree.paragraph[end] != tree.paragraph[i]
    named = name[0] < name[1] and tree.text[tree.idx[name[0]]].isupper()
    words = [tree.text[tree.idx[k] : tree.end[k]] for k in range(*name)]
    plain = not any(tree.pos[k] in ("VERB", "AUX") and w.islower() for k, w in zip(range(*name), words, strict=True))
    return (i, name) if ends and named and plain else None


def find_headings(tree: Tree) -> list[tuple[int, Tokens, Tokens]]:
    """ "Petrova: The bridge is safe" at the start of a paragraph: a person or a document, a colon, and a clause.

    (the colon, the name, the rest of the paragraph)
    """
    out = []
    for a, b in tree.paragraphs:
        colon = next((k for k in range(a + 1, min(b - 3, a + NAME_LENGTH)) if tree.word(k) == ":"), None)
        if colon is None or any(tree.pos[k] in ("VERB", "AUX", "PUNCT") for k in range(a, colon)):
            continue
        named = (
            all(tree.entity[k] == "PERSON" for k in range(a, colon))
            or tree.lemma[colon - 1].lower() in read_documents()
        )
        quoted = tree.text[tree.idx[colon + 1]] in OPENING and all(tree.pos[k] == "PROPN" for k in range(a, colon))
        if (named or quoted) and any(tree.tag[k] in STATING for k in range(colon + 1, b)):
            out.append((colon, Tokens(a, colon), Tokens(colon + 1, b)))
    return out


def find_posts(tree: Tree) -> list[tuple[int, Tokens, Tokens]]:
    """ "The bridge is safe! — Lena Brandt (@lenabrandt) June 22, 2018": the dash, the author, what is posted.

    The signature may stand in the paragraph after the post's.
    """
    out = []
    paragraphs = tree.paragraphs
    for n, (a, b) in enumerate(paragraphs):
        found = _POST.search(tree.text, tree.idx[a], tree.end[b - 1])
        if found is None:
            continue
        dash, first = tree.token_at(found.start()), tree.first_from(found.start("name"))
        before = Tokens(a, dash) if dash > a else paragraphs[n - 1] if n else Tokens(a, a)
        start, end = trim(tree, before)
        while end > start and _LINK.search(tree.spelt(end - 1)):
            end -= 1
        if start < end:
            out.append((dash, Tokens(first, tree.token_at(found.end("name") - 1) + 1), Tokens(start, end)))
    return out
