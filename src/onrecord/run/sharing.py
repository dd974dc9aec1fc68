"""Commands on a report that is made: verify it, pack it, write it in other formats."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.errors import UsageError

Story = Annotated[str, typer.Argument(metavar="STORY", help="folder under data/raw")]


def shown(path: Path) -> str:
    """The path from where the user stands, when it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def verify(
    page: Annotated[Path, typer.Argument(metavar="FILE", help="a report's index.html or a pack, as somebody sent it")],
    articles: Annotated[
        Path | None, typer.Option(metavar="DIR", help="folder of the articles as received, to look quotations up in")
    ] = None,
) -> None:
    """Make every sentence of a page again from the rows embedded in it, and name the first thing that differs.

    Of a pack the checksums are verified too, and quotations are looked up in the articles that it holds.
    """
    from onrecord import report

    if not page.is_file():
        raise UsageError(f"{page}: there is no such file.", "Name the index.html of a report, or a pack.")
    if articles is not None and not articles.is_dir():
        raise UsageError(f"{articles}: is no folder.", "Name the folder of the articles as received (data/raw/STORY).")
    if page.suffix.lower() == ".zip":
        lines = report.verify_pack(page)
    else:
        html = page.read_text(encoding="utf8", errors="replace")
        lines = report.verify_page(html, articles)
    for line in lines:
        typer.echo(line)
    typer.echo("The page says what its rows say.")


def pack(
    name: Story,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="the zip; without it reports/STORY.zip")] = None,
) -> None:
    """Write one zip of a story's report with everything behind it, which onrecord verify can check."""
    from onrecord import report, story

    found = story.read_story(name)
    typer.echo(f"Pack: {shown(report.write_pack(found, out or found.reports.with_suffix('.zip')))}")


def export(
    name: Story,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="pdf, md or fragment; several with commas")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="folder to write into")] = Path(),
) -> None:
    """Write a story's last report as a tagged PDF, as Markdown, or as a fragment for a content management system."""
    from onrecord import report, story

    page = story.read_story(name).reports / "index.html"
    if not page.is_file():
        raise UsageError(f"{name}: there is no report yet.", f"Run onrecord run {name} first.")
    if not out.is_dir():
        raise UsageError(f"{out}: is no folder.", "Name a folder that is there.")
    for one in form.split(","):
        typer.echo(shown(report.export_page(page.read_text(encoding="utf8"), one.strip(), out / name)))
