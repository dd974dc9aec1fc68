// A panel over the desk: a list of keys, a line to fill in, a preview.

class Panel {
  constructor(root, title) {
    this.node = make("div", "panel");
    this.node.setAttribute("role", "dialog");
    this.node.setAttribute("aria-label", title);
    this.node.append(make("b", "", title));
    root.append(this.node);
  }

  close() {
    this.node.remove();
  }

  // A line to fill in, completed from `known` (name, write: what is put in, more: what is told beside it).
  // `several`: the parts between | are completed one by one; `free`: what is none of them is taken too.
  fillIn(label, known, done, { several = false, free = false, required = false, value = "" } = {}) {
    const input = make("input", "", undefined, { value });
    input.setAttribute("aria-label", label);
    const choices = make("ul", "choices");
    let found = [], at = 0, moved = false;
    const rank = (name, wanted) => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : 3);
    const part = () => (several ? input.value.split("|").pop() : input.value).trim();
    const draw = () => {
      const wanted = part().toLowerCase(); // the whole name first, then its beginning, then a part of it
      found = known.map((one) => [rank(one.name.toLowerCase(), wanted), one]).filter(([n]) => n < 3)
        .sort((a, b) => a[0] - b[0]).map(([, one]) => one).slice(0, 30);
      at = Math.min(at, Math.max(0, found.length - 1));
      choices.replaceChildren(...found.map((one, n) => {
        const item = make("li", n === at ? "at" : "", one.more ? `${one.name} · ${one.more}` : one.name);
        item.addEventListener("mousedown", (event) => { event.preventDefault(); at = n; take(true); });
        return item;
      }));
    };
    const complete = () => {
      const head = several ? input.value.split("|").slice(0, -1).map((one) => one.trim()) : [];
      input.value = [...head, found[at].write].join(" | ");
    };
    const take = (chosen) => {
      const exact = known.some((one) => one.write === part());
      if (found.length && (chosen || (part() && !exact && !free))) complete();
      if (!required || input.value.trim()) done(input.value.trim());
    };
    input.addEventListener("input", () => { at = 0; moved = false; draw(); });
    input.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        at = Math.max(0, Math.min(found.length - 1, moved || step < 0 ? at + step : at + (part() ? step : 0)));
        moved = true;
      }
      else if (event.key === "Tab" && found.length && part()) complete();
      else if (event.key === "Enter") take(moved);
      else return;
      if (event.key !== "Enter") draw();
      event.preventDefault();
    });
    this.node.append(input, choices);
    draw();
    input.focus();
  }
}
