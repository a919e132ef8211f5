// A list of services, page by page or batch by batch, with main items that unfold.
async function fillList(state, node) {
  const mine = (state.filling = {});
  const list = h("div", { class: "fz-rows" }), end = h("div", { class: "fz-list-end" });
  swap(state.body, spinner());
  const told = await ask("list", { node, page: 1 });
  if (state.filling !== mine) return null;
  swap(state.body, h("p", { class: "fz-total" }, fill(W.list_total, { n: told ? told.total : 0 })), list, end);
  if (!told || !told.total) swap(state.body, h("p", { class: "fz-empty" }, W.list_none));
  else if (T.listing === "pager") paged(list, end, node, told);
  else batched(list, end, node, told);
  return told;
}

function paged(list, end, node, told) {
  swap(list, told.rows.map(listRow));
  const turnTo = async (page) => {
    if (page < 1 || page > told.pages || page === told.page) return;
    swap(list, spinner());
    const next = await ask("list", { node, page });
    if (next) paged(list, end, node, next);
  };
  const number = (n) => h("li", { class: "number" + (n === told.page ? " is-active" : ""), onclick: () => turnTo(n) }, String(n));
  const numbers = Array.from({ length: told.pages }, (none, n) => number(n + 1));
  const step = (by, text) => h("button", { type: "button", onclick: () => turnTo(told.page + by) }, text);
  swap(end, told.pages > 1 && h("div", { class: "el-pagination" }, step(-1, W.prev_page), h("ul", { class: "el-pager" }, numbers), step(1, W.next_page)));
}

function batched(list, end, node, told) {
  put(list, [told.rows.map(listRow)]);
  if (told.page >= told.pages) {
    swap(end, told.pages > 1 && h("p", { class: "fz-empty" }, W.list_end));
    return;
  }
  let asked = false;
  const more = async () => {
    if (asked) return;
    asked = true;
    const next = await ask("list", { node, page: told.page + 1 });
    if (next) batched(list, end, node, next);
  };
  if (T.listing === "button") swap(end, h("div", { class: "fz-load", onclick: more }, W.list_more));
  else whenSeen(end, more);
}

// The next batch comes when the end of the list comes into view.
function whenSeen(end, more) {
  const hint = h("p", { class: "fz-empty" }, W.list_scroll);
  swap(end, hint);
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watch.disconnect();
    more();
  });
  watch.observe(hint);
}

const listRow = (row) => (row.kind === "group" ? groupRow(row) : matterRow(row));

function matterRow(row) {
  const open = doing({ to: to("guide", { id: row.code }), blank: T.opens === "blank" });
  return h("div", { class: "fz-row" + (row.online ? "" : " is-offline") },
    h("div", { class: "fz-row-name", title: row.name, onclick: open }, row.name),
    h("div", { class: "fz-row-acts" }, h("span", { onclick: open }, W.guide)));
}

function groupRow(row) {
  const below = h("div", { class: "fz-below" }), toggle = h("span", { class: "fz-toggle" }, W.expand);
  let open = false;
  const flip = async () => {
    open = !open;
    swap(toggle, open ? W.collapse : W.expand);
    swap(below, open && spinner());
    if (!open) return;
    const told = await ask("list", { node: row.id });
    if (open) swap(below, told ? told.rows.map(listRow) : null);
  };
  return h("div", { class: "fz-group" }, h("div", { class: "fz-group-head", onclick: flip },
    h("span", { class: "fz-group-name" }, row.name), h("em", null, fill(W.group_count, { n: row.count })), toggle), below);
}
