// The services behind facets: tabs, chips, what has been chosen, the list.
PAGES.list = async (query) => {
  const tab = query.tab || "legal", told = await ask("tab", { tab });
  if (!told) return null;
  const state = { tab, told, chip: null, sub: null, online: false };
  state.subs = h("div", { class: "fz-facet-sub" });
  state.chosen = h("div", { class: "fz-chosen" });
  state.body = h("div", { class: "fz-list-body" });
  state.rows = [[...(told.usual && T.usual === "chip" ? [told.usual] : []), ...told.chips], told.objects];
  state.chips = state.rows.flat();
  const page = h("div", { class: "fz-wide" }, crumbs(W["m_" + tab]), h("div", { class: "fz-panel fz-facets" },
    facetTabs(state), facetRows(state), state.subs, state.chosen), h("div", { class: "fz-panel" }, onlyOnline(state), state.body));
  begin(state, query.node);
  return page;
};

function facetTabs(state) {
  const tab = (one) => h("li", { class: one.key === state.tab ? "is-active" : "", onclick: () => go(to("list", { tab: one.key })) }, one.label);
  return h("ul", { class: "fz-facet-tabs" }, state.told.tabs.map(tab));
}

// One facet is chosen at a time: a theme, a department, or whom a service is for.
function facetRows(state) {
  state.marks = state.chips.map((chip) => h("span", { class: "fz-chip", onclick: () => choose(state, chip) }, chip.label));
  const themes = state.rows[0].length, first = state.tab === "dept" ? W.facet_dept : W.facet_theme;
  return [
    state.tab === "dept" && deptBox(state), chipRow(first, state.marks.slice(0, themes)),
    themes < state.marks.length && chipRow(W.facet_object, state.marks.slice(themes)),
  ];
}

const chipRow = (label, marks) => h("div", { class: "fz-facet-row" }, h("label", null, label), h("div", { class: "fz-chips" }, marks));

// Narrows the departments that are shown; it finds no services.
function deptBox(state) {
  const input = h("input", { type: "text", class: "el-input__inner fz-dept-box", placeholder: W.dept_hint });
  input.addEventListener("input", () => state.marks.forEach((mark) => { mark.hidden = !mark.textContent.includes(input.value.trim()); }));
  return input;
}

function onlyOnline(state) {
  const input = h("input", { type: "checkbox" });
  input.addEventListener("change", () => state.body.classList.toggle("only-online", input.checked));
  return h("div", { class: "fz-list-top" }, state.usual = h("b", null), h("label", { class: "el-checkbox" }, input, h("span", null, W.only_online)));
}

// At first the theme that the address names, or what is usual.
function begin(state, node) {
  const named = state.chips.find((chip) => chip.id === node);
  if (named) choose(state, named);
  else if (state.told.usual && T.usual === "chip") choose(state, state.told.usual);
  else clear(state);
}

function clear(state) {
  state.chip = state.sub = null;
  mark(state);
  swap(state.subs);
  if (state.told.usual) fillList(state, state.told.usual.id);
  else swap(state.body, h("p", { class: "fz-empty" }, W.pick_dept));
}

async function choose(state, chip) {
  state.chip = chip;
  state.sub = null;
  mark(state);
  swap(state.subs);
  const told = await fillList(state, chip.id);
  if (told && told.subs.length && state.chip === chip) subRow(state, told.subs);
}

function subRow(state, subs) {
  const pick = (sub) => { state.sub = sub; mark(state); fillList(state, sub.id); marks.forEach((one, n) => one.classList.toggle("is-active", subs[n] === sub)); };
  const marks = subs.map((sub) => h("span", { class: "fz-chip", onclick: () => pick(sub) }, sub.label));
  swap(state.subs, chipRow(W.facet_sub, marks));
}

function mark(state) {
  state.marks.forEach((one, n) => one.classList.toggle("is-active", state.chips[n] === state.chip));
  const tag = (one, drop) => one && h("span", { class: "el-tag" }, one.label, h("i", { class: "fz-drop", onclick: drop }, "×"));
  const clearAll = h("span", { class: "fz-clear", onclick: () => clear(state) }, W.facet_clear);
  const none = !state.chip && h("em", null, W.facet_none);
  swap(state.chosen, h("label", null, W.facet_chosen), none, tag(state.chip, () => clear(state)), tag(state.sub, () => choose(state, state.chip)), state.chip && clearAll);
  swap(state.usual, state.chip || !state.told.usual ? "" : state.told.usual.label);
}
