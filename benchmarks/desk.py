"""How long the desk takes with many rows, in Chromium: from the answer to the first paint, and a filter; and how long a
decision takes on a story.

usage: python benchmarks/desk.py [ROWS] [STORY]        (5,000 and the first story without; needs Debian's chromium)

The rows are invented, of the form that ``lab/listing.py`` gives; the script is the desk's own, with a model that
answers at once, so what is measured is the browser's part. Times are wall clock, the median of five.
"""

import json
import shutil
import statistics
import sys
import time

from playwright.sync_api import sync_playwright

import onrecord
from onrecord.extraction import Decision
from onrecord.lab.desk import SCRIPT, STYLE
from onrecord.report import Material, find_findings

TIMES = 5
HARNESS = """
async ({ script, css, rows }) => {
  document.body.innerHTML = `<style>${css}</style><div id="here"></div>`;
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const desk = (await import(url)).default;
  let hear;
  const answers = {
    start: { rows, reviewing: true, reviewer: "AB", article: "a0", actors: [], measures: [], stances: [], legend: "" },
    article: { outlet: "Outlet", headline: "", paragraphs: [[0, "It rained."]] },
    says: { printed: [], doubted: [] },
  };
  const model = {
    on: (_, heard) => { hear = heard; }, off: () => {},
    send: (asked) => setTimeout(() => hear({ ...answers[asked.ask], number: asked.number }), 0),
  };
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const begun = performance.now();
  desk.render({ model, el: document.getElementById("here") });
  while (!document.querySelector(".row")) await painted();
  await painted();
  const first = performance.now() - begun;
  const search = document.querySelector(".search");
  const filtered = [];
  for (const words of ["harbour 7", "speaker 12", "nothing of it", ""]) {
    const at = performance.now();
    search.value = words;
    search.dispatchEvent(new Event("input"));
    await painted();
    filtered.push(performance.now() - at);
  }
  return [first, Math.max(...filtered), document.querySelectorAll(".row").length];
}
"""


def make_rows(count: int) -> list[dict[str, object]]:
    """Invented rows of a hundred articles, five outlets and two hundred speakers."""
    return [
        {
            "id": f"c{n:012x}", "kind": "claim", "article": f"a{n % 100}", "outlet": f"Outlet {n % 5}",
            "speaker": f"Speaker {n % 200}", "source": "", "open": False, "does": "said", "stance": "asserts",
            "quotation": ("direct", "indirect", "mixed")[n % 3], "measure": "", "value": "", "certainty": 0.9,
            "words": f"the harbour {n} was closed for the whole of the winter, and nobody told the fishermen why",
            "band": "0.90 to 0.97", "review": "unreviewed", "start": n, "decided": [], "queue": n, "why": "",
        }
        for n in range(count)
    ]  # fmt: skip


def time_decisions(name: str) -> float:
    """Seconds from a decision to tables and findings after it; nothing is written."""
    story = onrecord.open_story(name).recompute()
    line = Decision(1_000_000, story.claims["claim_id"].iloc[0], "", "accepted", "", "", "AB", None, "")
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        find_findings(Material(story.recompute([line])))
        took.append(time.perf_counter() - begun)
    return statistics.median(took)


def main() -> None:
    rows = make_rows(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
    given = {
        "script": SCRIPT, "css": STYLE,
        "rows": rows,
    }  # fmt: skip
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        found = [page.evaluate(HARNESS, given) for _ in range(TIMES)]
        browser.close()
    first, filtered = (statistics.median(times[k] for times in found) / 1000 for k in (0, 1))
    told = {"rows": len(rows), "first paint s": round(first, 2), "slowest filter s": round(filtered, 3)}
    name = sys.argv[2] if len(sys.argv) > 2 else "iran-missile-talks"
    print(json.dumps(told | {"rows in the page": found[0][2], f"decision on {name} s": round(time_decisions(name), 2)}))


if __name__ == "__main__":
    main()
