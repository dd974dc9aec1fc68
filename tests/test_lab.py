"""JupyterLab as ``make lab`` starts it, in a browser on loopback: a story explored, and reviewed by keyboard."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest
from conftest import CHROMIUM, REPOSITORY, STORY, Project

if CHROMIUM is None and os.environ.get("CI") != "true":
    pytest.skip("no Chromium on this machine; with CI=true this is a failure", allow_module_level=True)
if not (REPOSITORY / ".venv").is_dir() and os.environ.get("CI") != "true":
    pytest.skip("no .venv: make lab would install one", allow_module_level=True)

SLOW = 60_000  # milliseconds; a kernel's first import may take long on a busy machine


SELECT = """words => {
  const walker = document.createTreeWalker(document.querySelector(".onrecord-desk .text"), NodeFilter.SHOW_TEXT);
  while (!walker.nextNode().data.includes(words)) {}
  const node = walker.currentNode, start = node.data.indexOf(words), range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + words.length);
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
}"""


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


@pytest.fixture(scope="module")
def project(processed_project, tmp_path_factory) -> Project:
    """A copy of the processed story with the notebooks set to it."""
    copy = shutil.copytree(processed_project.root, tmp_path_factory.mktemp("lab") / "project")
    for path in (copy / "notebooks").glob("*.ipynb"):
        path.write_text(path.read_text(encoding="utf8").replace("iran-missile-talks", STORY), encoding="utf8")
    return Project(copy)


@pytest.fixture(scope="module")
def lab(project, tmp_path_factory):
    """The address of a running JupyterLab, rooted at the copy."""
    port, home = free_port(), tmp_path_factory.mktemp("jupyter")
    options = f"--no-browser --allow-root --ip=127.0.0.1 --port={port} --IdentityProvider.token= --ServerApp.password="
    environment = {key: value for key, value in os.environ.items() if key != "ONRECORD_ROOT"}
    environment |= {f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    with (home / "log").open("w", encoding="utf8") as log:
        process = subprocess.Popen(
            ["make", "lab", f"ROOT={project.root}", f"LAB={options}"],
            cwd=REPOSITORY, env=environment, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
        try:
            wait_for(f"http://127.0.0.1:{port}/api", process, home / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)


def wait_for(address: str, process: subprocess.Popen, log: Path) -> None:
    for _ in range(240):
        assert process.poll() is None, log.read_text(encoding="utf8")[-2000:]
        try:
            urllib.request.urlopen(address, timeout=2)
            return
        except OSError:
            time.sleep(0.5)
    raise AssertionError(log.read_text(encoding="utf8")[-2000:])


@pytest.fixture
def page(browser, lab):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(SLOW)
    opened.problems, opened.requests = [], []
    opened.on("console", lambda message: opened.problems.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: opened.problems.append(str(error)))
    opened.on("request", lambda request: opened.requests.append(request.url))
    yield opened
    context.close()


def run_all(page, lab: str, name: str) -> None:
    """Open a notebook and run all its cells, once its kernel is there."""
    page.goto(f"{lab}/lab/tree/notebooks/{name}.ipynb?reset")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    started = page.locator(".jp-InputPrompt", has_text=re.compile(r"\[(\*|\d+)\]"))
    for _ in range(10):  # the menu is there before the kernel listens, and then runs nothing
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        page.wait_for_timeout(1500)
        if started.count():
            page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
            return
    raise AssertionError("no cell was run")


def run_notebook(page, lab: str, name: str):
    """A notebook's desk, filled, after all its cells were run."""
    run_all(page, lab, name)
    desk = page.locator(".onrecord-desk").first
    desk.scroll_into_view_if_needed()
    desk.locator(".count", has_text=" of ").wait_for()
    desk.locator("mark.now").first.wait_for()
    return desk


def check_quiet(page, lab: str) -> None:
    assert page.problems == []
    assert [url for url in page.requests if not url.startswith((lab, "data:", "blob:"))] == []


def test_a_story_is_explored(page, lab, processed):
    desk = run_notebook(page, lab, "explore")
    rows = len(processed.claims) + len(processed.figures)
    assert desk.locator(".count").inner_text() == f"{rows} of {rows}"
    assert desk.locator("mark.now").first.is_visible()

    desk.get_by_label("outlet", exact=True).select_option("Fjord Post")
    articles = processed.claims["article_id"].tolist() + processed.figures["article_id"].tolist()
    assert desk.locator(".count").inner_text() == f"{articles.count('fjord-post')} of {rows}"
    desk.locator(".text h4", has_text="Fjord Post").wait_for()

    desk.get_by_label("search in the rows").fill("300 kilometres")
    desk.get_by_label("kind", exact=True).select_option("figure")
    desk.locator(".row", has_text="range").click()
    desk.locator("mark.now", has_text="300 kilometres").wait_for()

    mark = desk.locator("mark[data-rows]", has_text="according to")
    mark.first.click()  # of a row that the search hides: the list shows it again
    chosen = desk.locator(".row.at").get_attribute("data-row")
    assert chosen in mark.first.get_attribute("data-rows").split()
    assert desk.locator(".count").inner_text() == f"{rows} of {rows}"

    page.locator(".jp-OutputArea-output table.compact.dataTable").first.wait_for()
    assert page.locator(".dtsp-panesContainer").count() >= 1
    check_quiet(page, lab)


def lines(project, name: str) -> list[list[str]]:
    """Rows of a hand-made file without its header: the cells that tests look at."""
    import csv

    path = project.raw / name
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))[1:] if path.is_file() else []


def test_a_story_is_reviewed_by_keyboard(page, lab, project):
    desk = run_notebook(page, lab, "review")
    cells = page.locator(".jp-Notebook .jp-Cell").count()

    desk.press("a")
    page.locator(".onrecord-desk .status.bad", has_text="Who decides?").wait_for()
    assert lines(project, "review.csv") == []
    desk.get_by_label("your name or initials").fill("AB")
    desk.get_by_label("your name or initials").press("Tab")

    first = desk.locator(".row.at").get_attribute("data-row")
    desk.press("a")
    page.wait_for_function("id => document.querySelector('.row.at').dataset.row !== id", arg=first)
    (line,) = lines(project, "review.csv")
    assert [line[0], *line[2:6]] == [first, "accepted", "", "", "AB"]

    desk.get_by_label("kind", exact=True).select_option("claim")
    desk.get_by_label("search in the rows").fill("last year portugal spent")
    desk.get_by_label("search in the rows").press("Enter")
    spoken = desk.locator(".row.at").get_attribute("data-row")
    desk.press("s")
    page.keyboard.type("Holm")
    page.keyboard.press("Enter")
    desk.locator(".row.at .who", has_text="Lars Holm").wait_for()
    assert lines(project, "review.csv")[1][2:6] == ["corrected", "actor_id", "Lars Holm", "AB"]

    desk.press("x")
    desk.locator(".row.rejected").first.wait_for()
    assert lines(project, "review.csv")[2][2] == "rejected"
    desk.press("Backspace")
    desk.locator(".status", has_text="Taken back").wait_for()
    undone = lines(project, "review.csv")[3:]
    assert [(line[0], line[2], line[7]) for line in undone] == [
        (spoken, "unreviewed", "(undone)"), (spoken, "corrected", "(restored)"),
    ]  # fmt: skip

    desk.get_by_label("search in the rows").fill("never closed")
    desk.get_by_label("search in the rows").press("Enter")
    desk.locator("mark.now", has_text="never closed").first.wait_for()
    page.evaluate(SELECT, "never closed")
    page.keyboard.press("c")
    desk.locator(".row.at .said", has_text=re.compile(r"^never closed$")).wait_for()
    assert re.fullmatch(r"\d+-\d+ never closed", lines(project, "review.csv")[-1][4])
    desk.press("Backspace")
    desk.locator(".row.at .said", has_text="We have never closed").wait_for()

    desk.get_by_label("search in the rows").fill("sea wall was high")
    desk.get_by_label("search in the rows").press("Enter")
    desk.press("w")
    page.locator(".onrecord-desk .panel").wait_for()
    page.keyboard.type("coast guard")
    page.keyboard.press("Enter")
    page.locator(".onrecord-desk .panel li", has_text="actors").wait_for()
    page.keyboard.press("Enter")
    desk.locator(".status", has_text="A fisherman, Norway's coast guard: one.").wait_for()
    assert [line[:4] for line in lines(project, "aliases.csv")] == [
        ["A fisherman", "Norway's coast guard", "true", "AB"]
    ]

    for key in ("d", "d", "b", "b", "0", "0", "j", "k", "y", "z"):
        desk.press(key)
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells, "a key reached the notebook"
    desk.press("Control+s")
    page.locator(".jp-mod-dirty").wait_for(state="detached")
    check_quiet(page, lab)

    before = lines(project, "review.csv"), lines(project, "aliases.csv")
    desk = run_notebook(page, lab, "review")
    assert (lines(project, "review.csv"), lines(project, "aliases.csv")) == before
    desk.get_by_label("review", exact=True).select_option("accepted")
    assert desk.locator(".row").get_attribute("data-row") == first
    desk.get_by_label("review", exact=True).select_option("")

    desk.get_by_role("button", name="Make the page").click()
    link = desk.locator(".status a", has_text=f"reports/{STORY}/index.html")
    link.wait_for()
    check_opens(page, link)
    claims = (project.root / "data" / "processed" / STORY / "claims.csv").read_text(encoding="utf8")
    assert f"{spoken},coast-news" in claims
    html = (project.root / "reports" / STORY / "index.html").read_text(encoding="utf8")
    assert "corrected by a reviewer" in html


def check_opens(page, link) -> None:
    """The link leads to the story's page, in a tab of its own."""
    with page.context.expect_page() as opened:
        link.click()
    opened.value.get_by_role("heading", name="Are Portugal's harbours safe?").wait_for()
    opened.value.close()


def test_the_written_page_is_a_link_that_opens(page, lab):
    run_all(page, lab, "04-report")
    link = page.locator(".jp-OutputArea-output a", has_text=f"reports/{STORY}/index.html")
    link.wait_for()
    link.click()  # JupyterLab shows files of the project in a tab of its own
    shown = page.frame_locator(".jp-HTMLViewer iframe")
    shown.get_by_role("heading", name="Are Portugal's harbours safe?").wait_for()


def test_a_fault_is_a_message_and_no_traceback(page, lab, project):
    path = project.root / "notebooks" / "explore.ipynb"
    path.write_text(
        path.read_text(encoding="utf8").replace('article: str = \\"\\"', 'article: str = \\"fjord\\"'), "utf8"
    )
    run_all(page, lab, "explore")
    shown = page.locator(".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']").first
    shown.wait_for()
    assert "has no article 'fjord'" in shown.inner_text()
    assert "Traceback" not in shown.inner_text()
    assert len(shown.inner_text().splitlines()) <= 4


def test_no_news_is_fetched_and_git_sees_no_outputs():
    """What ``make lab`` sets, beside starting JupyterLab."""
    settings = REPOSITORY / ".venv" / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    told = json.loads(settings.read_text(encoding="utf8"))
    assert told["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
    assert re.search(
        r"^notebooks/\*\.ipynb filter=notebooks$", (REPOSITORY / ".gitattributes").read_text(), re.MULTILINE
    )
