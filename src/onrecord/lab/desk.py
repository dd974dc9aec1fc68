"""The desk: a story's claims and figures beside the article that they come from, to read and to review, in JupyterLab.

The browser asks (``browser/``) and this module answers with plain data; what is shown is computed here, from the same
tables and with the same marking as the report's.
"""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import anywidget

from onrecord.errors import OnRecordError, UsageError, near
from onrecord.extraction import read_sample
from onrecord.lab.identities import describe_actor, list_actors
from onrecord.lab.listing import list_rows
from onrecord.lab.session import Change, Session
from onrecord.processed import Mark, ProcessedStory, find_marks, mark_paragraphs, marking, tell_rows
from onrecord.report import Cards, Material, find_findings
from onrecord.run import chain
from onrecord.tables.dictionary import SCHEMAS

BROWSER = Path(__file__).parent / "browser"
# One module in the browser, a file a noun here; each uses what stands before it.
PARTS = ("elements", "rows", "article", "panel", "reviewing", "desk")
SCRIPT = "\n".join((BROWSER / f"{name}.js").read_text(encoding="utf8") for name in PARTS)
STYLE = (BROWSER / "desk.css").read_text(encoding="utf8") + "".join(
    f".onrecord-desk mark.{kind}{{{style}}}\n" for kind, style in marking.COLOURS.items()
)

Answer = dict[str, Any]


def explore(story: ProcessedStory, article: str = "") -> "Desk":
    """The desk for reading: list, facets and text; ``article``: the article_id to begin with."""
    return Desk(story, article=article)


def review(story: ProcessedStory, reviewer: str = "", sample: bool = False) -> "Desk":
    """The desk for reviewing, every decision written at once; ``sample``: only the rows that were drawn for one.

    Raises ``UsageError`` where none was drawn.
    """
    drawn = list(read_sample(story.story)) if sample else None
    if drawn == []:
        raise UsageError("No sample was drawn.", f"Draw one: onrecord review {story.story.name} --sample 50")
    return Desk(story, Session(story, reviewer), rows=drawn)


def preview(story: ProcessedStory) -> Cards:
    """What the page would print of a story as it stands, finding by finding."""
    material = Material(story)
    return Cards(material, find_findings(material).printed)


class Desk(anywidget.AnyWidget):
    """The widget; ``session`` is null where nothing is to be decided."""

    _esm = SCRIPT
    _css = STYLE

    def __init__(
        self,
        story: ProcessedStory,
        session: Session | None = None,
        article: str = "",
        rows: list[str] | None = None,
    ):
        super().__init__()
        known = story.articles["article_id"].tolist()
        if article and article not in known:
            raise UsageError(
                f"No article {article!r} in this story.{near(article, known)}", f"Known: {', '.join(known)}."
            )
        self.opened, self.session, self.article, self.chosen = story, session, article or known[0], rows
        self.on_msg(self._answer)

    @property
    def story(self) -> ProcessedStory:
        """The story as it stands after what was decided."""
        return self.session.story if self.session else self.opened

    def _answer(self, _: object, asked: Answer, __: object) -> None:
        answers: dict[str, Callable[..., Answer]] = {"start": self.start, "article": self.show_article}
        if self.session:
            answers |= {name: getattr(self, f"on_{name}") for name in REVIEWING}
        number, what = asked.pop("number", 0), asked.pop("ask", "")
        try:
            answer = answers[what](**asked)
        except OnRecordError as error:
            answer = {"error": error.what, "remedy": error.remedy}
        except Exception as error:
            log = chain.log_crash(self.story.story.work, error)
            answer = {"error": f"Our fault: {type(error).__name__}: {error}", "remedy": f"See .onrecord/…/{log.name}."}
        self.send({"number": number, **answer})

    def start(self) -> Answer:
        """Everything that the list needs; articles are asked for one by one."""
        rows = list(self.session.rows.values()) if self.session else list_rows(self.story)
        if self.chosen is not None:
            rows = [row for row in rows if row["id"] in set(self.chosen)]
        rows = sorted(rows, key=lambda row: row["queue"]) if self.session else rows
        values = SCHEMAS["claims"].columns["stance"].metadata["values"]
        legend = " ".join(f'<mark class="{kind}">{escape(text)}</mark>' for kind, text in marking.LEGEND.items())
        return {
            "rows": rows,
            "reviewing": self.session is not None,
            "reviewer": self.session.reviewer if self.session else "",
            "article": self.article,
            "actors": list_actors(self.story),
            "measures": sorted({*self.story.story.about.measures, *self.story.figures["measure"].dropna()}),
            "stances": list(values),
            "legend": legend,
        }

    def show_article(self, article_id: str) -> Answer:
        """An article's paragraphs, every row in it marked."""
        row = self.story.articles.set_index("article_id").loc[article_id]
        marks = find_marks(self.story, article_id)
        rejected = {
            *self.story.claims.loc[self.story.claims["review"] == "rejected", "claim_id"],
            *self.story.figures.loc[self.story.figures["review"] == "rejected", "figure_id"],
        }
        marks += [Mark(m.start, m.end, "rejected", m.row_id) for m in marks if m.row_id in rejected]
        paragraphs = mark_paragraphs(row["body"], marks, tell_rows(self.story, article_id))
        headline = row["headline"] if isinstance(row["headline"], str) else ""
        return {"outlet": row["outlet"], "headline": headline, "paragraphs": list(paragraphs.items())}

    @property
    def _session(self) -> Session:
        assert self.session is not None  # only what REVIEWING names gets here
        return self.session

    def on_name(self, reviewer: str) -> Answer:
        self._session.reviewer = reviewer.strip()
        return {}

    def on_decide(self, **decision: Any) -> Answer:
        return self._tell(self._session.decide(**decision))

    def on_undo(self) -> Answer:
        row, change = self._session.undo()
        return self._tell(change) | {"row": row}

    def on_refresh(self) -> Answer:
        return self._tell(self._session.refresh())

    def on_refuse(self, finding: str, note: str = "") -> Answer:
        return self._tell(self._session.refuse(finding, note))

    def on_says(self, row: str) -> Answer:
        return self._session.says(row)

    def on_would_say(self, row: str) -> Answer:
        return {"would": self._session.would_say(row)}

    def on_who(self, row: str) -> Answer:
        speakers = self.story.speakers
        actors = speakers.loc[speakers["claim_id"] == row, "actor_id"].tolist()
        if not actors:
            actors = self.story.figures.loc[self.story.figures["figure_id"] == row, "actor_id"].dropna().tolist()
        return {"actors": [describe_actor(self.story, actor) for actor in actors]}

    def on_try_identity(self, **identity: Any) -> Answer:
        return {"changes": self._session.try_identity(**identity)}

    def on_identify(self, **identity: Any) -> Answer:
        return self._tell(self._session.identify(**identity))

    def on_page(self) -> Answer:
        """Run the story's notebooks, as ``onrecord run`` does."""
        self._session.check_written()
        told: list[str] = []
        path = chain.run_story(self.story.story.name, {}, told.append)
        return {"told": told, "page": path.relative_to(self.story.story.root).as_posix()}

    def _tell(self, change: Change) -> Answer:
        return {"rows": change.rows, "told": change.told, "actors": list_actors(self.story)}


REVIEWING = (
    "name",
    "decide",
    "refuse",
    "undo",
    "refresh",
    "says",
    "would_say",
    "who",
    "try_identity",
    "identify",
    "page",
)
