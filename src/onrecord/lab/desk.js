// The desk in the browser: it draws what Python answers, and holds nothing that is not in the story's files.

const HEIGHT = 74; // of a row in the list, as in desk.css
const FACETS = [
  ["kind", "claims and figures"], ["outlet", "outlet"], ["speaker", "speaker"], ["stance", "stance"],
  ["quotation", "quotation"], ["measure", "measure"], ["band", "certainty"], ["review", "review"],
];
const KEYS = [
  ["↑ ↓ or k j", "the row before, the next"], ["/", "search"], ["?", "this list"],
];
const REVIEW_KEYS = [
  ["a", "accept the row as it stands, and go on"], ["x", "reject it, and go on"], ["space", "go on without deciding"],
  ["backspace", "undo your last decision, as often as you like"], ["f", "flag it as a question to others"],
  ["s", "set the speaker (several with | between)"], ["t", "set the stance"], ["v", "set a figure's value"],
  ["m", "set a figure's measure"], ["c", "the words selected in the text are the content (of a figure: its text)"],
  ["u", "the words selected in the text are the source"], ["w", "who is who: join two actors, or part them"],
  ["n", "a note for the next decision"], ["b", "reviewers differ: decide the next one in both names"],
  ["e", "what the page would say if the row were accepted"], ["r", "read what others have written since"],
];

function make(tag, cls, text, more) {
  const node = document.createElement(tag);
  if (cls) node.className = cls;
  if (text !== undefined) node.textContent = text;
  return Object.assign(node, more || {});
}

class Desk {
  constructor(model, el) {
    this.model = model;
    this.asked = new Map();
    this.number = 0;
    this.rows = [];
    this.shown = [];
    this.at = -1;
    this.chosen = {};
    this.note = "";
    this.together = false;
    this.build(el);
    this.onMessage = (message) => this.receive(message);
    model.on("msg:custom", this.onMessage);
    this.start();
  }

  ask(what, data) {
    return new Promise((resolve) => {
      this.asked.set(++this.number, resolve);
      this.model.send({ ...(data || {}), ask: what, number: this.number });
    });
  }

  receive(message) {
    const resolve = this.asked.get(message.number);
    this.asked.delete(message.number);
    if (message.error) this.say(`${message.error} ${message.remedy}`, true);
    if (resolve) resolve(message);
  }

  build(el) {
    this.root = make("div", "onrecord-desk", undefined, { tabIndex: 0 });
    this.root.setAttribute("role", "application");
    this.root.setAttribute("aria-label", "Claims and figures beside their article; press ? for the keys");
    this.bar = make("div", "bar");
    this.search = make("input", "search", undefined, { type: "search", placeholder: "search ( / )" });
    this.search.setAttribute("aria-label", "search in the rows");
    this.search.addEventListener("input", () => this.filter());
    this.bar.append(this.search);
    this.selects = {};
    for (const [name, label] of FACETS) {
      const select = make("select");
      select.setAttribute("aria-label", label);
      select.addEventListener("change", () => { this.chosen[name] = select.value; this.filter(); this.root.focus(); });
      this.selects[name] = select;
      this.bar.append(select);
    }
    this.total = make("span", "count");
    this.total.setAttribute("aria-live", "polite");
    this.bar.append(this.total);
    this.list = make("div", "list");
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "rows");
    this.space = make("div");
    this.list.append(this.space);
    this.list.addEventListener("scroll", () => this.draw());
    this.text = make("div", "text");
    this.text.addEventListener("click", (event) => this.follow(event));
    const panes = make("div", "panes");
    panes.append(this.list, this.text);
    this.detail = make("div", "detail", "", { hidden: true });
    this.status = make("div", "status", "Reading the story …");
    this.status.setAttribute("role", "status");
    this.root.append(this.bar, panes, this.detail, this.status);
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(this.list);
    el.append(this.root);
  }

  async start() {
    const begun = await this.ask("start");
    if (begun.error) return;
    Object.assign(this, begun);
    for (const row of this.rows) row.find = this.wordsOf(row);
    this.byId = new Map(this.rows.map((row) => [row.id, row]));
    if (this.reviewing) this.buildReviewing();
    this.filter();
    const first = this.reviewing ? 0 : Math.max(0, this.shown.findIndex((row) => row.article === this.article));
    this.say(this.reviewing ? "Click here, then press ? for the keys." : "Choose a row, or click marked words.");
    if (this.shown.length) this.go(first);
    else this.open(this.article);
  }

  buildReviewing() {
    this.who = make("input", "", undefined, { placeholder: "your initials", size: 10, value: this.reviewer });
    this.who.setAttribute("aria-label", "your name or initials");
    this.who.addEventListener("change", () => this.ask("name", { reviewer: this.who.value }));
    const page = make("button", "", "Make the page");
    page.addEventListener("click", () => this.makePage());
    const help = make("button", "", "?", { title: "the keys" });
    help.addEventListener("click", () => this.showKeys());
    this.bar.prepend(this.who);
    this.bar.append(page, help);
    this.detail.hidden = false;
  }

  wordsOf(row) {
    return [row.speaker, row.does, row.words, row.measure, row.value, row.outlet, row.id].join(" ").toLowerCase();
  }

  // Filtering --------------------------------------------------------------------------------------------------------

  matches(row, words, but) {
    for (const [name] of FACETS) {
      if (name !== but && this.chosen[name] && row[name] !== this.chosen[name]) return false;
    }
    return words.every((word) => row.find.includes(word));
  }

  filter() {
    const now = this.shown[this.at];
    const words = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    this.shown = this.rows.filter((row) => this.matches(row, words));
    for (const [name, label] of FACETS) this.fill(name, label, words);
    this.total.textContent = `${this.shown.length} of ${this.rows.length}`;
    this.space.style.height = `${this.shown.length * HEIGHT}px`;
    this.at = now ? this.shown.indexOf(now) : -1;
    if (this.at < 0 && this.shown.length) this.go(0);
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

  // The list: only the rows in sight are in the page -----------------------------------------------------------------

  draw() {
    const first = Math.max(0, Math.floor(this.list.scrollTop / HEIGHT) - 4);
    const last = Math.min(this.shown.length, first + Math.ceil(this.list.clientHeight / HEIGHT) + 9);
    this.space.replaceChildren();
    for (let n = first; n < last; n++) this.space.append(this.drawRow(this.shown[n], n));
  }

  drawRow(row, n) {
    const state = { rejected: " rejected done", accepted: " done", corrected: " done", "reviewers differ": " differs" };
    const node = make("div", `row${n === this.at ? " at" : ""}${state[row.review] || ""}`);
    node.style.top = `${n * HEIGHT}px`;
    node.dataset.row = row.id;
    node.setAttribute("role", "option");
    node.setAttribute("aria-selected", n === this.at);
    const who = make("div", "who", row.kind === "figure" ? row.value : row.speaker || `open: ${row.source || "nobody named"}`);
    const does = row.kind === "figure" ? row.measure || "measure left open" : row.does;
    who.append(make("span", "", ` · ${does}${row.stance && row.stance !== "asserts" ? ` (${row.stance})` : ""}`));
    const certain = row.certainty === null ? "" : ` · ${row.certainty.toFixed(2)}`;
    const why = row.why ? ` · ${row.why}` : "";
    const review = row.review === "unreviewed" ? "" : ` · ${row.review}`;
    const stated = row.kind === "figure" ? ` · ${row.speaker || (row.open ? "speaker left open" : "stated by the outlet")}` : "";
    node.append(who, make("div", "said", row.words), make("div", "place", `${row.outlet}${stated}${certain}${why}${review}`));
    node.addEventListener("click", () => { this.root.focus(); this.go(n); });
    return node;
  }

  go(n) {
    if (!this.shown.length) return;
    this.at = Math.max(0, Math.min(this.shown.length - 1, n));
    const top = this.at * HEIGHT;
    if (top < this.list.scrollTop) this.list.scrollTop = top;
    if (top + HEIGHT > this.list.scrollTop + this.list.clientHeight) {
      this.list.scrollTop = top + HEIGHT - this.list.clientHeight;
    }
    this.draw();
    this.show(this.shown[this.at]);
  }

  next() {
    for (let n = this.at + 1; n < this.shown.length; n++) {
      if (this.shown[n].review === "unreviewed") return this.go(n);
    }
    this.go(this.at + 1);
  }

  // The article ------------------------------------------------------------------------------------------------------

  async show(row) {
    if (this.reviewing) this.tell(row);
    await this.open(row.article);
    for (const mark of this.text.querySelectorAll("mark.now")) mark.classList.remove("now");
    const own = [...this.text.querySelectorAll(`mark[data-rows~="${row.id}"]`)];
    for (const mark of own) mark.classList.add("now");
    if (own.length) this.text.scrollTop += own[0].getBoundingClientRect().top - this.text.getBoundingClientRect().top - 90;
  }

  async open(article, again) {
    if (this.opened === article && !again) return this.opening;
    this.opened = article;
    this.opening = this.ask("article", { article_id: article }).then((found) => {
      if (this.opened !== article || found.error) return;
      const title = make("h4", "", found.headline ? `${found.outlet}: ${found.headline}` : found.outlet);
      const legend = make("p", "legend");
      legend.innerHTML = this.legend; // escaped where it was made
      this.text.replaceChildren(title, legend);
      for (const [start, html] of found.paragraphs) {
        const paragraph = make("p");
        paragraph.dataset.start = start;
        paragraph.innerHTML = html; // every word escaped where it was marked
        this.text.append(paragraph);
      }
    });
    return this.opening;
  }

  follow(event) {
    const mark = event.target.closest("mark[data-rows]");
    if (!mark || String(document.getSelection())) return;
    const ids = mark.dataset.rows.split(" ").filter((id) => this.byId.has(id));
    if (!ids.length) return;
    const now = this.shown[this.at];
    const id = ids[(ids.indexOf(now && now.id) + 1) % ids.length]; // a further click: the next row over these words
    let n = this.shown.findIndex((row) => row.id === id);
    if (n < 0) {
      this.search.value = "";
      this.chosen = {};
      this.filter();
      n = this.shown.findIndex((row) => row.id === id);
    }
    this.root.focus();
    this.go(n);
  }

  selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount || !String(selection).trim()) return null;
    const range = selection.getRangeAt(0);
    const paragraph = (node) => (node.nodeType === 1 ? node : node.parentElement).closest(".text p[data-start]");
    const [first, last] = [paragraph(range.startContainer), paragraph(range.endContainer)];
    if (!first || !last || !this.text.contains(first)) return null;
    const place = (block, node, offset) => {
      const before = document.createRange();
      before.setStart(block, 0);
      before.setEnd(node, offset);
      return Number(block.dataset.start) + [...before.toString()].length; // code points, as in the tables
    };
    let start = place(first, range.startContainer, range.startOffset);
    let end = place(last, range.endContainer, range.endOffset);
    const words = range.toString();
    start += [...words].length - [...words.trimStart()].length;
    end -= [...words].length - [...words.trimEnd()].length;
    return `${start}-${end} ${words.trim().replace(/\s+/g, " ")}`;
  }

  // Reviewing --------------------------------------------------------------------------------------------------------

  async tell(row) {
    const lines = [make("div", "", `${row.kind} ${row.id} · ${row.outlet} · ${row.why || "no finding rests on it"}`)];
    if (row.decided.length) lines.push(this.bullets("Decided:", row.decided));
    const keys = make("div", "keys", "");
    const own = row.kind === "claim" ? [["s", "peaker"], ["t", "stance"], ["c", "ontent"], ["u", "source"]]
      : [["v", "alue"], ["m", "easure"], ["c", " its words"]];
    for (const [key, rest] of [["a", "ccept"], ["x", " reject"], ...own, ["w", "ho is who"], ["e", "ffect"]]) {
      keys.append(make("kbd", "", key), make("span", "", `${rest}  `));
    }
    const says = make("div", "says");
    this.detail.replaceChildren(...lines, says, keys);
    const told = await this.ask("says", { row: row.id });
    if (told.error || this.shown[this.at] !== row) return;
    if (told.printed.length) says.append(this.bullets("The page says, resting on this row:", told.printed));
    if (told.doubted.length) says.append(this.bullets("Not printed yet:", told.doubted));
  }

  bullets(title, items) {
    const node = make("div", "", title);
    const list = make("ul");
    for (const item of items) list.append(make("li", "", item));
    node.append(list);
    return node;
  }

  async change(what, data, done) {
    if (this.busy) return false;
    this.busy = true;
    this.say("…");
    const answer = await this.ask(what, data);
    this.busy = false;
    if (answer.error) return false;
    for (const row of answer.rows) {
      row.find = this.wordsOf(row);
      const known = this.byId.get(row.id);
      if (known) Object.assign(known, row);
    }
    this.actors = answer.actors;
    if (answer.rows.length) this.open(this.opened, true);
    const spoken = [done, ...answer.told].join(" · ");
    this.say(spoken, answer.told.length > 0);
    return answer;
  }

  async decide(verdict, column, value) {
    const row = this.shown[this.at];
    if (!row) return;
    const data = { row_id: row.id, verdict, column: column || "", value: value || "", note: this.note, together: this.together };
    const what = column ? `${column} of ${row.id}: ${value || "left open"}` : `${row.id} ${verdict}`;
    if (await this.change("decide", data, `${what}.`)) {
      this.note = "";
      this.together = false;
      this.refilter(row, verdict !== "corrected");
    } else {
      this.draw();
    }
  }

  refilter(row, onward) {
    const at = this.at;
    this.filter();
    const n = this.shown.indexOf(row);
    if (n < 0) this.go(at); // a facet hides it now: its successor stands in its place
    else if (onward) { this.at = n; this.next(); } else this.go(n);
  }

  async undo() {
    const answer = await this.change("undo", {}, "Taken back.");
    if (!answer) return;
    this.filter();
    const n = this.shown.findIndex((row) => row.id === answer.row);
    if (n >= 0) this.go(n);
    else this.draw();
  }

  async makePage() {
    this.say("Making the page …");
    const answer = await this.ask("page");
    if (answer.error) return;
    this.status.classList.remove("bad");
    this.status.replaceChildren(make("span", "", `${answer.told.join(" · ")} · `));
    const config = document.getElementById("jupyter-config-data");
    const base = config ? JSON.parse(config.textContent).baseUrl : "/";
    this.status.append(make("a", "", answer.page, { href: `${base}files/${answer.page}`, target: "_blank", rel: "noopener" }));
  }

  // Panels -----------------------------------------------------------------------------------------------------------

  panel(title) {
    this.close();
    this.over = make("div", "panel");
    this.over.setAttribute("role", "dialog");
    this.over.setAttribute("aria-label", title);
    this.over.append(make("b", "", title));
    this.root.append(this.over);
    return this.over;
  }

  close() {
    if (this.over) this.over.remove();
    this.over = null;
  }

  // A line to fill in, completed from `known`; `several`: parts between | are completed one by one.
  fillIn(panel, label, known, done, { several = false, free = false, value = "" } = {}) {
    const input = make("input", "", undefined, { value });
    input.setAttribute("aria-label", label);
    const choices = make("ul", "choices");
    let found = [], at = 0;
    const part = () => (several ? input.value.split("|").pop() : input.value).trim().toLowerCase();
    const draw = () => {
      const wanted = part();
      found = known.filter((one) => one.name.toLowerCase().includes(wanted)).slice(0, 30);
      at = Math.min(at, Math.max(0, found.length - 1));
      choices.replaceChildren(...found.map((one, n) => {
        const item = make("li", n === at ? "at" : "", `${one.name}${one.more ? ` · ${one.more}` : ""}`);
        item.addEventListener("mousedown", (event) => { event.preventDefault(); at = n; take(); });
        return item;
      }));
    };
    const complete = () => {
      if (!found.length || !part()) return;
      const head = several ? input.value.split("|").slice(0, -1).map((one) => one.trim()) : [];
      input.value = [...head, found[at].write].join(" | ");
    };
    const take = () => {
      const exact = known.some((one) => one.write === (several ? input.value.split("|").pop() : input.value).trim());
      if (found.length && !exact && (!free || !input.value)) {
        if (!part() && !several && !free) input.value = found[at].write;
        complete();
      }
      done(input.value.trim());
    };
    input.addEventListener("input", () => { at = 0; draw(); });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        at = Math.max(0, Math.min(found.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
        draw();
        event.preventDefault();
      } else if (event.key === "Tab" && found.length && part()) {
        complete();
        draw();
        event.preventDefault();
      } else if (event.key === "Enter") {
        take();
        event.preventDefault();
      }
    });
    panel.append(input, choices);
    draw();
    input.focus();
    return input;
  }

  correct(column, label, known, options) {
    const row = this.shown[this.at];
    if (!row) return;
    const panel = this.panel(label);
    panel.append(make("div", "keys", "Enter writes it, Escape closes; empty means: left open."));
    this.fillIn(panel, label, known, (value) => {
      this.close();
      this.root.focus();
      this.decide("corrected", column, value);
    }, options);
  }

  named() {
    return this.actors.map((one) => ({
      name: one.name, write: one.write, more: [one.role || one.kind, `${one.claims} claims`].join(", "),
    }));
  }

  correctWords(column) {
    const words = this.selected();
    if (!words) return this.say("Select the words in the text first.", true);
    this.decide("corrected", column, words);
  }

  async showWho() {
    const row = this.shown[this.at];
    const answer = await this.ask("who", { row: row.id });
    if (answer.error) return;
    const panel = this.panel("Who is who");
    if (!answer.actors.length) panel.append(make("p", "", "Nobody is named as the speaker of this row."));
    for (const actor of answer.actors) this.showActor(panel, actor);
    const close = make("button", "", "Close");
    close.addEventListener("click", () => { this.close(); this.root.focus(); });
    panel.append(close);
    if (!answer.actors.length) close.focus();
  }

  showActor(panel, actor) {
    const basis = actor.basis ? ` – one actor across articles because of ${actor.basis}` : "";
    panel.append(make("p", "", `${actor.name}, ${actor.role || actor.kind}${basis}`));
    const table = make("table");
    for (const naming of actor.namings) {
      const line = make("tr");
      line.append(make("td", "", `“${naming.text}”`), make("td", "", `${naming.outlet}, ${naming.times}×`), make("td", "", naming.why));
      const cell = make("td");
      const part = make("button", "", `not ${actor.name}`);
      part.addEventListener("click", () => this.tryIdentity(panel, naming.text, actor.name, false));
      cell.append(part);
      line.append(cell);
      table.append(line);
    }
    panel.append(table, make("p", "", `${actor.name} is the same as:`));
    const others = this.named().filter((one) => one.write !== actor.name);
    this.fillIn(panel, "the same as", others, (other) => other && this.tryIdentity(panel, actor.name, other, true));
  }

  async tryIdentity(panel, alias, actor, same) {
    const tried = await this.ask("try_identity", { alias, actor, same });
    if (tried.error) return;
    const told = same ? `If ${alias} and ${actor} are one:` : `If “${alias}” is not ${actor}:`;
    const preview = this.bullets(told, tried.changes.length ? tried.changes : ["Nothing would change."]);
    const yes = make("button", "", "Write it (Enter)");
    yes.addEventListener("click", async () => {
      this.close();
      this.root.focus();
      if (await this.change("identify", { alias, actor, same, note: this.note }, `${alias}, ${actor}: ${same ? "one" : "two"}.`)) {
        this.note = "";
        this.filter();
        this.go(this.at);
      }
    });
    panel.replaceChildren(preview, yes);
    yes.focus();
  }

  showKeys() {
    const panel = this.panel("Keys");
    const table = make("table");
    for (const [key, told] of [...(this.reviewing ? REVIEW_KEYS : []), ...KEYS, ["Escape", "close"]]) {
      const line = make("tr");
      const cell = make("td");
      cell.append(make("kbd", "", key));
      line.append(cell, make("td", "", told));
      table.append(line);
    }
    panel.append(table);
  }

  async showEffect() {
    const row = this.shown[this.at];
    this.say("…");
    const answer = await this.ask("would_say", { row: row.id });
    if (answer.error) return;
    this.say("");
    const told = answer.would.length ? answer.would : ["Nothing on the page would change."];
    this.panel("If the row is accepted").append(this.bullets("", told));
  }

  say(text, bad) {
    this.status.textContent = text;
    this.status.classList.toggle("bad", Boolean(bad));
  }

  // Keys: those without Ctrl, Meta or Alt are the desk's and must not reach the notebook, where "d d" deletes a cell. ---

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    if (event.key === "Escape") {
      this.close();
      this.root.focus();
      return;
    }
    if (event.target.closest("input, select, textarea, button, .panel")) {
      if (event.target === this.search && event.key === "Enter") this.root.focus();
      return;
    }
    const act = this.acts()[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  acts() {
    const row = this.shown[this.at];
    const moves = {
      ArrowDown: () => this.go(this.at + 1), j: () => this.go(this.at + 1),
      ArrowUp: () => this.go(this.at - 1), k: () => this.go(this.at - 1),
      PageDown: () => this.go(this.at + 8), PageUp: () => this.go(this.at - 8),
      Home: () => this.go(0), End: () => this.go(this.shown.length - 1),
      "/": () => this.search.focus(), "?": () => this.showKeys(),
    };
    if (!this.reviewing || !row) return moves;
    const figure = row.kind === "figure";
    const only = (wanted, act) => () => (figure === wanted ? act() : this.say(`This row is a ${row.kind}.`, true));
    return {
      ...moves,
      a: () => this.decide("accepted"), x: () => this.decide("rejected"), " ": () => this.next(),
      f: () => this.decide("flagged"), Backspace: () => this.undo(), r: () => this.change("refresh", {}, "Read again.").then(() => this.filter()),
      s: () => this.correct("actor_id", `Who says it? Now: ${row.speaker || "left open"}`, this.named(), { several: true }),
      t: only(false, () => this.correct("stance", "What does the speaker do with it?", this.stances.map((one) => ({ name: one, write: one })))),
      v: only(true, () => this.correct("value", `The number of “${row.value}”`, [], { free: true })),
      m: only(true, () => this.correct("measure", "What is measured?", this.measures.map((one) => ({ name: one, write: one })), { free: true })),
      c: () => this.correctWords(figure ? "text" : "content"), u: only(false, () => this.correctWords("source")),
      w: () => this.showWho(), e: () => this.showEffect(), n: () => this.takeNote(),
      b: () => { this.together = !this.together; this.say(this.together ? "The next decision is in all reviewers’ names." : "The next decision is yours alone."); },
    };
  }

  takeNote() {
    const panel = this.panel("A note for the next decision");
    this.fillIn(panel, "note", [], (note) => {
      this.note = note;
      this.close();
      this.root.focus();
      this.say(note ? `Note for the next decision: ${note}` : "No note.");
    }, { free: true, value: this.note });
  }

  remove() {
    this.model.off("msg:custom", this.onMessage);
    this.sizes.disconnect();
  }
}

export default {
  render({ model, el }) {
    const desk = new Desk(model, el);
    return () => desk.remove();
  },
};
