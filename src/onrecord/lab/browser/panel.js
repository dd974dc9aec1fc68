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
  fillIn(label, known, done, { several = false, free = false, value = "" } = {}) {
    const input = make("input", "", undefined, { value });
    input.setAttribute("aria-label", label);
    const choices = make("ul", "choices");
    let found = [], at = 0;
    const part = () => (several ? input.value.split("|").pop() : input.value).trim();
    const draw = () => {
      found = known.filter((one) => one.name.toLowerCase().includes(part().toLowerCase())).slice(0, 30);
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
    const take = (clicked) => {
      const exact = known.some((one) => one.write === part());
      if (found.length && (clicked || (part() && !exact && !free))) complete();
      done(input.value.trim());
    };
    input.addEventListener("input", () => { at = 0; draw(); });
    input.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) at = Math.max(0, Math.min(found.length - 1, at + step));
      else if (event.key === "Tab" && found.length && part()) complete();
      else if (event.key === "Enter") take(Boolean(free && at && found.length));
      else return;
      if (event.key !== "Enter") draw();
      event.preventDefault();
    });
    this.node.append(input, choices);
    draw();
    input.focus();
  }
}
