// The desk in the browser: it draws what Python answers, and holds nothing that is not in the story's files.

const KEYS = [["↑ ↓ or k j", "the row before, the next"], ["/", "search"], ["?", "this list"], ["Escape", "close"]];

class Desk {
  constructor(model, el) {
    Object.assign(this, { model, asked: new Map(), number: 0 });
    this.build(el);
    this.hear = (message) => this.receive(message);
    model.on("msg:custom", this.hear);
    this.start();
  }

  build(el) {
    this.root = make("div", "onrecord-desk", undefined, { tabIndex: 0 });
    this.root.setAttribute("role", "application");
    this.root.setAttribute("aria-label", "Claims and figures beside their article; press ? for the keys");
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.bar = make("div", "bar");
    this.list = new RowList(this.bar, (row) => this.show(row), () => this.close());
    this.article = new Article((what, data) => this.ask(what, data), (ids) => this.follow(ids));
    const panes = make("div", "panes");
    panes.append(this.list.node, this.article.node);
    this.status = make("div", "status", "Reading the story …");
    this.status.setAttribute("role", "status");
    this.root.append(this.bar, panes, this.status);
    el.append(this.root);
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

  async start() {
    const begun = await this.ask("start");
    if (begun.error) return;
    this.article.legend = begun.legend;
    this.list.take(begun.rows);
    if (begun.reviewing) this.reviewing = new Reviewing(this, begun);
    this.say(begun.reviewing ? "Click here, then press ? for the keys." : "Choose a row, or click marked words.");
    this.list.filter();
    const first = begun.rows.findIndex((row) => row.article === begun.article);
    if (!begun.reviewing && first > 0) this.list.go(first);
    if (!begun.rows.length) this.article.open(begun.article);
  }

  show(row) {
    this.article.show(row);
    if (this.reviewing) this.reviewing.tell(row);
  }

  // The rows under clicked words: a further click leads to the next of them.
  follow(ids) {
    const known = ids.filter((id) => this.list.byId.has(id));
    if (!known.length) return;
    const now = this.list.row ? known.indexOf(this.list.row.id) : -1;
    const n = this.list.find(known[(now + 1) % known.length]);
    this.close();
    this.list.go(n);
  }

  say(text, bad) {
    this.status.textContent = text;
    this.status.classList.toggle("bad", Boolean(bad));
  }

  panel(title) {
    if (this.over) this.over.close();
    this.over = new Panel(this.root, title);
    return this.over;
  }

  close() {
    if (this.over) this.over.close();
    this.over = null;
    this.root.focus();
  }

  showKeys() {
    const panel = this.panel("Keys");
    panel.node.append(keyTable([...(this.reviewing ? REVIEW_KEYS : []), ...KEYS]));
  }

  // Keys without Ctrl, Meta or Alt are the desk's and must not reach the notebook, where "d d" deletes a cell.
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.stopPropagation();
    if (event.key === "Escape") return this.close();
    if (event.target.closest("input, select, textarea, button, .panel")) {
      if (event.target === this.list.search && event.key === "Enter") this.root.focus();
      return;
    }
    const act = this.keys()[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  }

  keys() {
    const { list } = this;
    const step = (by) => () => list.go(list.at + by);
    return {
      ArrowDown: step(1), j: step(1), ArrowUp: step(-1), k: step(-1), PageDown: step(8), PageUp: step(-8),
      Home: () => list.go(0), End: () => list.go(list.shown.length - 1),
      "/": () => list.search.focus(), "?": () => this.showKeys(),
      ...(this.reviewing ? this.reviewing.keys() : {}),
    };
  }

  remove() {
    this.model.off("msg:custom", this.hear);
    this.list.sizes.disconnect();
  }
}

export default {
  render({ model, el }) {
    const desk = new Desk(model, el);
    return () => desk.remove();
  },
};
