// Reviewing: one key a decision, written by Python at once, and what follows from it shown.

const REVIEW_KEYS = [
  ["a", "accept the row as it stands, and go on"], ["x", "reject it, and go on"], ["space", "go on without deciding"],
  ["backspace", "undo your last decision, as often as you like"], ["f", "flag it as a question to others"],
  ["s", "set the speaker (several with | between)"], ["t", "set the stance"], ["v", "set a figure's value"],
  ["m", "set a figure's measure"], ["c", "the words selected in the text are the content (of a figure: its text)"],
  ["u", "the words selected in the text are the source"], ["w", "who is who: join two actors, or part them"],
  ["n", "a note for the next decision"], ["b", "reviewers differ: decide the next one in both names"],
  ["e", "what the page would say if the row were accepted"], ["r", "read what others have written since"],
];
const HINTS = {
  claim: [["s", "peaker"], ["t", " stance"], ["c", "ontent"], ["u", " source"]],
  figure: [["v", "alue"], ["m", "easure"], ["s", "peaker"], ["c", " its words"]],
};

class Reviewing {
  constructor(desk, begun) {
    Object.assign(this, { desk, list: desk.list, note: "", together: false, busy: false });
    for (const name of ["actors", "measures", "stances"]) this[name] = begun[name];
    this.detail = make("div", "detail");
    this.who = make("input", "", undefined, { placeholder: "your initials", size: 10, value: begun.reviewer });
    this.who.setAttribute("aria-label", "your name or initials");
    this.who.addEventListener("change", () => desk.ask("name", { reviewer: this.who.value }));
    const page = make("button", "", "Make the page");
    page.addEventListener("click", () => this.makePage());
    const help = make("button", "", "?", { title: "the keys" });
    help.addEventListener("click", () => desk.showKeys());
    desk.bar.prepend(this.who);
    desk.bar.append(page, help);
    desk.status.before(this.detail);
  }

  keys() {
    const { row } = this.list;
    if (!row) return {};
    if (this.busy) {
      const wait = () => this.desk.say("Still writing the decision before; press the key again.", true);
      return Object.fromEntries(REVIEW_KEYS.map(([key]) => [{ space: " ", backspace: "Backspace" }[key] || key, wait]));
    }
    const only = (kind, act) => () => (row.kind === kind ? act() : this.desk.say(`This row is a ${row.kind}.`, true));
    const from = (values) => values.map((one) => ({ name: one, write: one }));
    return {
      a: () => this.decide(row, "accepted"), x: () => this.decide(row, "rejected"), f: () => this.decide(row, "flagged"),
      " ": () => this.list.next(), Backspace: () => this.undo(), r: () => this.refresh(),
      s: () => this.correct(row, "actor_id", `Who says it? Now: ${row.speaker || "left open"}`, this.named(), { several: true }),
      t: only("claim", () => this.correct(row, "stance", `What does the speaker do? Now: ${row.stance}`, from(this.stances), { required: true })),
      v: only("figure", () => this.correct(row, "value", `The number of “${row.value}”. Now ${row.facts}`, [], { free: true })),
      m: only("figure", () => this.correct(row, "measure", `What is measured? Now ${row.facts}`, from(this.measures), { free: true })),
      c: () => this.correctWords(row, row.kind === "figure" ? "text" : "content"),
      u: only("claim", () => this.correctWords(row, "source")),
      w: () => this.showWho(row), e: () => this.showEffect(row), n: () => this.takeNote(), b: () => this.turnTogether(),
    };
  }

  // What is known of a row: its decisions, and what the page says that rests on it.
  async tell(row) {
    const says = make("div");
    const keys = make("div", "keys");
    for (const [key, rest] of [["a", "ccept"], ["x", " reject"], ...HINTS[row.kind], ["w", "ho is who"], ["e", "ffect"]]) {
      keys.append(make("kbd", "", key), make("span", "", `${rest}  `));
    }
    const head = make("div", "", [row.kind, row.id, row.outlet, row.why, row.facts].filter(Boolean).join(" · "));
    const decided = row.decided.length ? [bullets("Decided:", row.decided)] : [];
    this.detail.replaceChildren(head, ...decided, says, keys);
    const told = await this.desk.ask("says", { row: row.id });
    if (told.error || this.list.row !== row) return;
    if (told.printed.length) says.append(this.listFindings(row, told.printed));
    if (told.doubted.length) says.append(bullets("Not printed yet:", told.doubted));
  }

  // What the page says, each with a button that refuses it: a sentence may be wrong where every row is right.
  listFindings(row, printed) {
    const node = bullets("The page says, resting on this row:", printed.map((one) => `${one.text} `));
    for (const [n, item] of [...node.querySelectorAll("li")].entries()) {
      const refuse = make("button", "", "refuse this sentence");
      refuse.addEventListener("click", async () => {
        this.desk.root.focus();
        const data = { finding: printed[n].id, note: this.note };
        if (await this.change("refuse", data, `Refused: ${printed[n].text}`)) {
          this.note = "";
          this.tell(row);
        }
      });
      item.append(refuse);
    }
    return node;
  }

  // Ask for a change; the list follows what came back. One at a time, keys meanwhile are told.
  async change(what, data, done) {
    if (this.busy) return null;
    this.busy = true;
    this.desk.say("…");
    const answer = await this.desk.ask(what, data);
    this.busy = false;
    if (answer.error) return null;
    this.list.update(answer.rows);
    this.actors = answer.actors;
    this.desk.say([done, ...answer.told].join(" · "), answer.told.length > 0);
    return answer;
  }

  async decide(row, verdict, column = "", value = "") {
    const { at } = this.list;
    const done = column ? `${column} of ${row.id}: ${value || "left open"}.` : `${row.id} ${verdict}.`;
    const data = { row_id: row.id, verdict, column, value, note: this.note, together: this.together };
    if (!(await this.change("decide", data, done))) return;
    if (data.note === this.note) this.note = "";
    this.together = false;
    if (verdict === "corrected") return this.show(at); // more may be wrong with it: it stays, also where a facet would hide it
    this.list.filter();
    const n = this.list.shown.indexOf(row);
    if (n < 0) this.list.go(at); // a facet hides it now: its successor stands in its place
    else { this.list.at = n; this.list.next(); }
  }

  // A row whose marks may have changed.
  show(n) {
    this.list.go(n);
    this.desk.article.show(this.list.row, true);
  }

  async undo() {
    const answer = await this.change("undo", {}, "Taken back");
    if (!answer) return;
    this.desk.say(`Taken back: the last decision on ${answer.row}.`);
    this.list.filter();
    const n = this.list.find(answer.row);
    if (n >= 0) this.show(n);
  }

  async refresh() {
    if (await this.change("refresh", {}, "Read again.")) {
      this.list.filter();
      this.show(this.list.at);
    }
  }

  correct(row, column, label, known, options) {
    const panel = this.desk.panel(label);
    const empty = options && options.required ? "" : "; empty means: left open";
    panel.node.append(make("div", "keys", `Enter writes it, Escape closes${empty}.`));
    panel.fillIn(label, known, (value) => {
      this.desk.close();
      this.decide(row, "corrected", column, value);
    }, options);
  }

  correctWords(row, column) {
    const words = this.desk.article.selected();
    if (words) this.decide(row, "corrected", column, words);
    else this.desk.say("Select the words in the text first.", true);
  }

  named() {
    return this.actors.map((one) => ({
      id: one.id, name: one.name, write: one.write,
      more: `${one.role || one.kind}, ${one.claims} claim${one.claims === 1 ? "" : "s"}, ${one.outlets}`,
    }));
  }

  async showWho(row) {
    const answer = await this.desk.ask("who", { row: row.id });
    if (answer.error) return;
    const panel = this.desk.panel("Who is who");
    if (!answer.actors.length) panel.node.append(make("p", "", "Nobody is named as the speaker of this row. Escape closes."));
    for (const actor of answer.actors) this.showActor(panel, actor);
  }

  showActor(panel, actor) {
    const basis = actor.basis ? ` – one actor across articles because of ${actor.basis}` : "";
    const table = make("table");
    for (const naming of actor.namings) {
      const part = make("button", "", `not ${actor.name}`);
      part.hidden = actor.namings.length < 2; // nothing to part
      part.addEventListener("click", () => this.tryIdentity(naming.text, actor.name, false));
      const line = make("tr");
      for (const told of [`“${naming.text}”`, `${naming.outlet}, ${naming.times}×`, naming.why]) line.append(make("td", "", told));
      const cell = make("td");
      cell.append(part);
      line.append(cell);
      table.append(line);
    }
    panel.node.append(make("p", "", `${actor.name}, ${actor.role || actor.kind}${basis}`), table);
    panel.node.append(make("p", "", `${actor.name} is the same as (Enter shows what would change):`));
    const others = this.named().filter((one) => one.id !== actor.id).map((one) => ({ ...one, write: one.name })); // by name, as in aliases.csv
    panel.fillIn("the same as", others, (other) => other && this.tryIdentity(actor.name, other, true));
  }

  async tryIdentity(alias, actor, same) {
    const tried = await this.desk.ask("try_identity", { alias, actor, same });
    if (tried.error) return;
    const told = same ? `If ${alias} and ${actor} are one:` : `If “${alias}” is not ${actor}:`;
    const panel = this.desk.panel("Who is who");
    const yes = make("button", "", "Write it (Enter)");
    yes.addEventListener("click", async () => {
      this.desk.close();
      const data = { alias, actor, same, note: this.note };
      if (await this.change("identify", data, `${alias}, ${actor}: ${same ? "one" : "two"}.`)) {
        this.note = "";
        this.list.filter();
        this.show(this.list.at);
      }
    });
    panel.node.append(bullets(told, tried.changes.length ? tried.changes : ["Nothing would change."]), yes);
    yes.focus();
  }

  async showEffect(row) {
    this.desk.say("…");
    const answer = await this.desk.ask("would_say", { row: row.id });
    if (answer.error || this.list.row !== row) return;
    this.desk.say("");
    const told = answer.would.length ? answer.would : ["Nothing on the page would change."];
    this.desk.panel("If the row is accepted").node.append(bullets("", told));
  }

  takeNote() {
    const panel = this.desk.panel("A note for the next decision");
    panel.fillIn("note", [], (note) => {
      this.note = note;
      this.desk.close();
      this.desk.say(note ? `Note for the next decision: ${note}` : "No note.");
    }, { free: true, value: this.note });
  }

  turnTogether() {
    this.together = !this.together;
    this.desk.say(this.together ? "The next decision is in all reviewers’ names." : "The next decision is yours alone.");
  }

  async makePage() {
    this.desk.say("Making the page …");
    const answer = await this.desk.ask("page");
    if (answer.error) return;
    const config = document.getElementById("jupyter-config-data");
    const base = config ? JSON.parse(config.textContent).baseUrl : "/";
    this.desk.root.focus();
    this.desk.say(`${answer.told.join(" · ")} · `);
    this.desk.status.append(make("a", "", answer.page, { href: `${base}files/${answer.page}`, target: "_blank", rel: "noopener" }));
  }
}
