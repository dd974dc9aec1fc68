"""Which news agency a text credits: in its dateline, byline, or a line at its end; a mention in a sentence is none."""

import re
from functools import cache

from onrecord.lexicon import read_rows
from onrecord.tables.extracted import ArticleRow

BRACKET = re.compile(r"\(([^()\n]{2,40})\)")
LAST_LINES = 3  # of a text, in which a lone name or a line of copyright credits
COPYRIGHT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright)[\s\d©,-]*(?:[Bb]y )?(?:[Tt]he )?")


def find_agency(article: ArticleRow) -> str | None:
    """The agency's name; null where none is credited, or two are."""
    lines = [line.strip() for line in article.body.split("\n") if line.strip()][-LAST_LINES:]
    lines += [article.licence] if article.licence else []
    ends = [COPYRIGHT.sub("", line).split(".")[0] for line in lines if len(line) < 40 or COPYRIGHT.match(line)]
    told = [*BRACKET.findall(article.dateline or ""), *re.split(r", | and |/|; ", article.byline or ""), *ends]
    found = {name for form in told if (name := _forms().get(form.strip(" ()—–-").casefold()))}
    return found.pop() if len(found) == 1 else None


@cache
def _forms() -> dict[str, str]:
    return {row["form"].casefold(): row["name"] for row in read_rows("agencies")}
