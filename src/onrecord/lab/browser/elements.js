// What all parts of the desk are made of.

function make(tag, cls, text, more) {
  const node = document.createElement(tag);
  if (cls) node.className = cls;
  if (text !== undefined) node.textContent = text; // never HTML: words of articles come through here
  return Object.assign(node, more || {});
}

function bullets(title, items) {
  const node = make("div", "", title);
  const list = make("ul");
  for (const item of items) list.append(make("li", "", item));
  node.append(list);
  return node;
}

function keyTable(pairs) {
  const table = make("table");
  for (const [key, told] of pairs) {
    const line = make("tr");
    const cell = make("td");
    cell.append(make("kbd", "", key));
    line.append(cell, make("td", "", told));
    table.append(line);
  }
  return table;
}
