// The list of rows: search, facets, and only the rows in sight in the page.

const HEIGHT = 74; // of a row, as in desk.css
const FACETS = [
  ["kind", "kind"], ["outlet", "outlet"], ["speaker", "speaker"], ["stance", "stance"],
  ["quotation", "quotation"], ["measure", "measure"], ["band", "certainty"], ["review", "review"],
];
const STATES = { rejected: "rejected done", accepted: "done", corrected: "done", "reviewers differ": "differs" };

class RowList {
  // `onGo` hears of each row that is chosen; `onClick` that a person clicked into the list.
  constructor(bar, onGo, onClick) {
    Object.assign(this, { bar, onGo, onClick, rows: [], shown: [], at: -1, chosen: {}, selects: {} });
    this.search = make("input", "search", undefined, { type: "search", placeholder: "search ( / )" });
    this.search.setAttribute("aria-label", "search in the rows");
    this.search.addEventListener("input", () => this.filter());
    bar.append(this.search);
    for (const [name, label] of FACETS) {
      const select = make("select");
      select.setAttribute("aria-label", label);
      select.addEventListener("change", () => { this.chosen[name] = select.value; this.filter(); onClick(); });
      this.selects[name] = select;
      bar.append(select);
    }
    this.total = make("span", "count");
    this.total.setAttribute("aria-live", "polite");
    bar.append(this.total);
    this.node = make("div", "list");
    this.node.setAttribute("role", "listbox");
    this.node.setAttribute("aria-label", "rows");
    this.space = make("div");
    this.node.append(this.space);
    this.node.addEventListener("scroll", () => this.draw());
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(this.node);
  }

  take(rows) {
    this.rows = rows;
    for (const row of rows) row.find = this.wordsOf(row);
    this.byId = new Map(rows.map((row) => [row.id, row]));
  }

  update(rows) {
    for (const row of rows) {
      const known = this.byId.get(row.id);
      if (known) Object.assign(known, row, { find: this.wordsOf(row) });
    }
  }

  get row() {
    return this.shown[this.at];
  }

  wordsOf(row) {
    return [row.speaker, row.source, row.does, row.words, row.measure, row.value, row.outlet, row.id].join(" ").toLowerCase();
  }

  matches(row, words, but) {
    for (const [name] of FACETS) {
      if (name !== but && this.chosen[name] && row[name] !== this.chosen[name]) return false;
    }
    return words.every((word) => row.find.includes(word));
  }

  filter() {
    const now = this.row;
    const words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    this.shown = this.rows.filter((row) => this.matches(row, words));
    for (const [name, label] of FACETS) this.fill(name, label, words);
    this.total.textContent = `${this.shown.length} of ${this.rows.length}`;
    this.space.style.height = `${this.shown.length * HEIGHT}px`;
    this.at = now ? this.shown.indexOf(now) : -1;
    if (this.at < 0 && this.shown.length) this.go(0);
    this.keepInSight();
    this.draw();
  }

  fill(name, label, words) {
    const counts = new Map();
    for (const row of this.rows) {
      if (row[name] && this.matches(row, words, name)) counts.set(row[name], (counts.get(row[name]) || 0) + 1);
    }
    const select = this.selects[name];
    select.hidden = counts.size < 2 && !this.chosen[name];
    select.replaceChildren(new Option(`${label}: all`, ""));
    const order = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
    for (const [value, count] of order) select.append(new Option(`${value} (${count})`, value));
    select.value = this.chosen[name] || "";
  }

  // The row wherever the filters hide it: they give way.
  find(id) {
    let n = this.shown.findIndex((row) => row.id === id);
    if (n < 0 && this.byId.has(id)) {
      this.search.value = "";
      this.chosen = {};
      this.filter();
      n = this.shown.findIndex((row) => row.id === id);
    }
    return n;
  }

  draw() {
    const first = Math.max(0, Math.floor(this.node.scrollTop / HEIGHT) - 4);
    const last = Math.min(this.shown.length, first + Math.ceil(this.node.clientHeight / HEIGHT) + 9);
    this.space.replaceChildren();
    for (let n = first; n < last; n++) this.space.append(this.drawRow(this.shown[n], n));
  }

  drawRow(row, n) {
    const node = make("div", ["row", n === this.at ? "at" : "", STATES[row.review] || ""].join(" "));
    node.style.top = `${n * HEIGHT}px`;
    node.dataset.row = row.id;
    node.setAttribute("role", "option");
    node.setAttribute("aria-selected", n === this.at);
    const figure = row.kind === "figure";
    const who = make("div", "who", figure ? row.value : row.speaker || `open: ${row.source || "nobody named"}`);
    const does = figure ? row.measure || "measure left open" : row.does;
    who.append(make("span", "", ` · ${does}${row.stance && row.stance !== "asserts" ? ` (${row.stance})` : ""}`));
    const place = [row.outlet];
    if (figure) place.push(row.speaker || (row.open ? "speaker left open" : "stated by the outlet"));
    if (row.certainty !== null) place.push(row.certainty.toFixed(2));
    if (row.why) place.push(row.why);
    if (row.review !== "unreviewed") place.push(row.review);
    node.append(who, make("div", "said", row.words), make("div", "place", place.join(" · ")));
    node.addEventListener("click", () => { this.onClick(); this.go(n); });
    return node;
  }

  go(n) {
    if (!this.shown.length) return;
    this.at = Math.max(0, Math.min(this.shown.length - 1, n));
    this.keepInSight();
    this.draw();
    this.onGo(this.row);
  }

  keepInSight() {
    const top = Math.max(0, this.at) * HEIGHT;
    const { scrollTop, clientHeight } = this.node;
    if (top < scrollTop) this.node.scrollTop = top;
    else if (top + HEIGHT > scrollTop + clientHeight) this.node.scrollTop = top + HEIGHT - clientHeight;
  }

  // The next row that nobody has decided on; after the last one the next at all.
  next() {
    for (let n = this.at + 1; n < this.shown.length; n++) {
      if (this.shown[n].review === "unreviewed") return this.go(n);
    }
    this.go(this.at + 1);
  }
}
