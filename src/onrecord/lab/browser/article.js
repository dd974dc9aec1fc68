// The article beside the list: its paragraphs with every row marked, and what a person selects in them.

class Article {
  // `ask` gets an article from Python; `onMark` hears the ids of the rows under marked words that were clicked.
  constructor(ask, onMark) {
    Object.assign(this, { ask, legend: "" });
    this.node = make("div", "text");
    this.node.addEventListener("click", (event) => {
      const mark = event.target.closest("mark[data-rows]");
      if (mark && !String(document.getSelection())) onMark(mark.dataset.rows.split(" "));
    });
  }

  // Show a row's words; a later call overtakes an earlier one whose article is still on its way.
  async show(row, again) {
    this.wanted = row.id;
    await this.open(row.article, again);
    if (this.wanted !== row.id) return;
    for (const mark of this.node.querySelectorAll("mark.now")) mark.classList.remove("now");
    const own = [...this.node.querySelectorAll(`mark[data-rows~="${row.id}"]`)];
    for (const mark of own) mark.classList.add("now");
    if (own.length) this.node.scrollTop += own[0].getBoundingClientRect().top - this.node.getBoundingClientRect().top - 90;
  }

  open(article, again) {
    if (this.opened === article && !again) return this.opening;
    this.opened = article;
    this.opening = this.ask("article", { article_id: article }).then((found) => {
      if (this.opened === article && !found.error) this.fill(found);
    });
    return this.opening;
  }

  fill(found) {
    const at = this.node.scrollTop;
    const legend = make("p", "legend");
    legend.innerHTML = this.legend; // escaped where it was made
    this.node.replaceChildren(make("h4", "", found.headline ? `${found.outlet}: ${found.headline}` : found.outlet), legend);
    for (const [start, html] of found.paragraphs) {
      const paragraph = make("p");
      paragraph.dataset.start = start;
      paragraph.innerHTML = html; // every word escaped where it was marked
      this.node.append(paragraph);
    }
    this.node.scrollTop = at;
  }

  // Where the selected words stand in the body, in code points as in the tables: "120-180"; Python adds the words.
  selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount || !String(selection).trim()) return null;
    const range = selection.getRangeAt(0);
    const start = this.place(range.startContainer, range.startOffset);
    const end = this.place(range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : `${start}-${end}`;
  }

  place(node, offset) {
    const paragraph = (node.nodeType === 1 ? node : node.parentElement).closest("p[data-start]");
    if (!paragraph || !this.node.contains(paragraph)) return null;
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    return Number(paragraph.dataset.start) + [...before.toString()].length;
  }
}
