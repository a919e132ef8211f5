// What the panes of a guide are made of.
const BLOCKS = {
  pairs: (block) => PAIRS[T.pairs](block.pairs),
  texts: (block) => block.pairs.map((pair) => h("div", { class: "fz-text" }, h("strong", null, pair.label), h("div", null, pair.value))),
  note: (block) => h("p", { class: "fz-note" }, block.text),
  process: (block) => PROCESS[T.process](block),
  table: (block) => paperTable(block),
  files: (block) => fileList(block.files),
  faq: (block) => h("div", { class: "el-collapse" }, block.items.map(question)),
};

const PAIRS = {
  blocks: (pairs) => h("div", { class: "fz-blocks" }, pairs.map((pair) => h("div", { class: "fz-block" }, h("p", null, pair.label), h("span", null, valueOf(pair))))),
  lines: (pairs) => h("div", { class: "fz-lines" }, pairs.map((pair) => h("div", { class: "fz-line" }, h("strong", null, pair.label + "："), h("span", null, valueOf(pair))))),
  table: (pairs) => h("table", { class: "fz-desc" }, h("tbody", null, twos(pairs).map((row) => h("tr", null, row.map(cell))))),
};

const twos = (pairs) => pairs.filter((none, n) => n % 2 === 0).map((pair, n) => pairs.slice(2 * n, 2 * n + 2));
const cell = (pair) => [h("th", null, pair.label), h("td", null, valueOf(pair))];

const PROCESS = {
  line: (block) => h("div", { class: "el-steps" }, block.steps.map((step, n) => h("div", { class: "el-step" }, h("i", null, String(n + 1)), h("span", null, step)))),
  list: (block) => h("ol", { class: "fz-steps" }, block.steps.map((step) => h("li", null, step))),
  table: (block) => elTable(block.head, block.steps.map((step, n) => h("tr", null, h("td", null, h("div", { class: "cell" }, block.numbers[n])), h("td", null, h("div", { class: "cell" }, step))))),
};

// Head and body are two tables, one above the other.
function elTable(head, rows) {
  const widths = () => h("colgroup", null, head.map((none, n) => h("col", { class: "w" + n })));
  return h("div", { class: "el-table cols-" + head.length },
    h("div", { class: "el-table__header-wrapper" }, h("table", null, widths(), h("thead", null, h("tr", null, head.map((text) => h("th", null, h("div", { class: "cell" }, text))))))),
    h("div", { class: "el-table__body-wrapper" }, h("table", null, widths(), h("tbody", null, rows))));
}

// Materials stand under the heading of their source; where the headings are closed, a click on one makes its rows.
function paperTable(block) {
  const table = elTable(block.head, []), body = table.querySelector("tbody");
  for (const group of block.groups) {
    const rows = group.rows.map((row) => paperRow(block, row, Boolean(group.title)));
    if (group.title) body.append(groupHead(block, group, rows));
    if (!group.title || !block.closed) put(body, rows);
  }
  return table;
}

function paperRow(block, row, nested) {
  const content = (column) => (column === "forms" ? (row.forms || []).map((file) => h("p", null, fileLink(file, file.name))) : row[column]);
  return h("tr", { class: "el-table__row" + (nested ? " el-table__row--level-1" : "") }, block.columns.map((column) => h("td", null, h("div", { class: "cell" }, content(column)))));
}

function groupHead(block, group, rows) {
  let open = !block.closed;
  const icon = h("i", { class: "el-table__expand-icon" + (open ? " el-table__expand-icon--expanded" : "") }, "▸");
  const flip = () => {
    open = !open;
    icon.classList.toggle("el-table__expand-icon--expanded", open);
    if (open) made.after(...rows);
    else rows.forEach((row) => row.remove());
  };
  const made = h("tr", { class: "el-table__row fz-group-row", onclick: flip }, h("td", { colspan: block.columns.length }, h("div", { class: "cell" }, icon, group.title)));
  return made;
}

function fileLink(file, text) {
  if (file.by === "anchor") return h("a", { class: "fz-file", href: file.url }, text);
  return h("span", { class: "fz-file", onclick: () => fetchFile(file) }, text);
}

function fileList(files) {
  return h("ul", { class: "fz-files" }, files.map((file) => h("li", null, h("span", { class: "fz-file-name" }, file.name), fileLink(file, W.download))));
}

function question(one) {
  const told = h("div", { class: "el-collapse-item__content", hidden: true }, one.a);
  const flip = () => { told.hidden = !told.hidden; };
  return h("div", { class: "el-collapse-item" }, h("div", { class: "el-collapse-item__header", onclick: flip }, one.q, h("i", { class: "fz-arrow" })), told);
}
