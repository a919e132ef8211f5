// A guide: what it says at a glance, its button, and panes that are made when their titles are clicked.
PAGES.guide = async (query, isFirst) => {
  const told = await ask("matter", isFirst ? { id: query.id || "", first: 1 } : { id: query.id || "" });
  if (!told) return null;
  document.title = told.title;
  return h("div", { class: "fz-wide fz-guide" }, crumbs(W.guide),
    h("div", { class: "fz-panel fz-guide-top" }, h("div", { class: "fz-guide-head" }, h("h2", null, told.name), acts(told)), cards(told.cards)),
    h("div", { class: "fz-guide-body" }, panes(query.id, told.tabs), related(told)));
};

function acts(told) {
  const keep = h("span", { class: "el-button", onclick: () => toast(W.wall) }, W.keep);
  return h("div", { class: "fz-acts" }, told.files.length > 0 && fileMenu(told.files),
    told.faq && h("a", { class: "fz-faq-link", href: told.faq.href, target: T.opens === "blank" ? "_blank" : null }, told.faq.name),
    S.login && keep,
    told.apply && h("span", { class: "el-button el-button--primary", onclick: doing(told.apply) }, W.apply));
}

function fileMenu(files) {
  const list = h("ul", { class: "fz-drop-list", hidden: true }, files.map((file) => h("li", { onclick: () => fetchFile(file) }, file.name)));
  const flip = () => { list.hidden = !list.hidden; };
  return h("div", { class: "fz-drop-down" }, h("span", { class: "el-button", onclick: flip }, W.tab_files + " ▾"), list);
}

function fetchFile(file) {
  if (file.by === "window") window.open(file.url);
  else location.href = file.url;
}

// The numbers of the guide: a label in a p and its value in the span beside it.
function cards(pairs) {
  if (!pairs.length) return null;
  return h("div", { class: "fz-cards" }, pairs.map((pair) => h("div", { class: "fz-card" }, h("p", null, pair.label), h("span", null, valueOf(pair)))));
}

function valueOf(pair) {
  if (!pair.stars) return pair.value;
  return [stars(pair), pair.value && h("em", { class: "fz-level" }, pair.value)];
}

// Stars that say their level in a title; what the level means is told only while the mouse rests on them.
function stars(pair) {
  const tip = h("div", { class: "fz-tip" }, pair.tip);
  const over = () => held.append(tip);
  const star = (n) => h("i", { class: n < pair.stars ? "fz-star on" : "fz-star" }, "★");
  const held = h("span", { class: "fz-rate", title: pair.title, "aria-label": pair.title, onmouseenter: over, onmouseleave: () => tip.remove() }, [0, 1, 2, 3].map(star));
  return held;
}

function panes(id, tabs) {
  const pane = h("div", { class: "fz-pane", role: "tabpanel" });
  let open = null;
  const pick = async (tab) => {
    open = tab;
    titles.forEach((title, n) => title.classList.toggle("is-active", tabs[n] === tab));
    swap(pane, spinner());
    const told = await ask("pane", { id, pane: tab.key });
    if (open === tab) swap(pane, told ? told.blocks.map((block) => BLOCKS[block.kind](block)) : missing(W.missing));
  };
  const titles = tabs.map((tab) => h("div", { class: "el-tabs__item", role: "tab", onclick: () => pick(tab) }, tab.label));
  if (tabs.length) pick(tabs[0]);
  return h("div", { class: "fz-panel el-tabs is-" + T.tabs }, h("div", { class: "el-tabs__nav", role: "tablist" }, titles), pane);
}

function related(told) {
  if (!told.kin.length) return null;
  return h("div", { class: "fz-panel fz-kin" }, h("h3", null, W.kin), h("ul", null, told.kin.map((one) => h("li", null, h("a", { href: one.href }, one.name)))));
}

PAGES.faq = async (query) => {
  const told = await ask("faq", { id: query.id || "" });
  if (!told) return null;
  return h("div", { class: "fz-wide" }, crumbs(W.guide, W.faq), h("div", { class: "fz-panel" }, h("h2", null, told.name), BLOCKS.faq(told)));
};
