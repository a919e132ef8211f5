// What stands around every page: top line, name, search, menu, foot, and what floats at the side.
function frame() {
  swap(document.getElementById("app"), topLine(), head(), menu(), h("div", { id: "main", class: "fz-main" }), side(), foot());
}

function topLine() {
  const big = () => document.body.classList.toggle("fz-big");
  return h("div", { class: "fz-top" }, h("div", { class: "fz-wide" },
    h("span", null, W.welcome),
    h("div", { class: "fz-top-right" },
      h("span", null, W.region + "：" + W.region_here),
      h("span", { class: "fz-top-act", onclick: big }, W.barrier_free),
      S.login && h("span", { class: "fz-top-act fz-signin", onclick: doing(S.login.act) }, h("i", { class: "fz-person" }), S.login.label))));
}

function head() {
  return h("div", { class: "fz-head" }, h("div", { class: "fz-wide" },
    h("div", { class: "fz-logo", onclick: () => go(R.home) },
      h("img", { src: "/static/img/emblem.svg", alt: "" }),
      h("div", null, h("div", { class: "fz-name" }, W.site), h("div", { class: "fz-slogan" }, W.slogan))),
    h("div", { id: "head-search", class: "fz-head-search" }, searchBox())));
}

// The search of the whole site. A dead one looks the same.
function searchBox() {
  if (S.search === "absent") return null;
  const input = h("input", { type: "text", class: "el-input__inner", placeholder: W.search_hint, autocomplete: "off" });
  const list = h("ul", { class: "fz-suggest" });
  const button = h("div", { class: "fz-search-btn" }, W.search_button);
  const box = h("div", { class: "fz-search" }, h("div", { class: "fz-search-line" }, input, button, list), hotWords());
  if (S.search === "works") searchable(input, button, list);
  return box;
}

function searchable(input, button, list) {
  const run = (text) => text.trim() && act({ to: to("search", { q: text.trim() }), blank: false });
  let typed = 0;
  button.addEventListener("click", () => run(input.value));
  input.addEventListener("keydown", (event) => event.key === "Enter" && run(input.value));
  input.addEventListener("blur", () => setTimeout(() => swap(list), 250));
  input.addEventListener("input", async () => {
    const mine = ++typed;
    await wait(200);
    if (mine !== typed) return;
    const told = input.value.trim() ? await ask("suggest", { q: input.value }) : null;
    if (mine !== typed || document.activeElement !== input) return;
    const pick = (name) => () => { input.value = name; swap(list); run(name); };
    swap(list, ((told && told.names) || []).map((name) => h("li", { onmousedown: pick(name) }, name)));
  });
}

function hotWords() {
  if (!S.hot.length) return null;
  const word = (text) => h("span", { class: "fz-hot-word", onclick: () => go(to("search", { q: text })) }, text);
  return h("div", { class: "fz-hot-words" }, W.hot_words, S.hot.map(word));
}

function menu() {
  return h("div", { class: "fz-menu" }, h("ul", { class: "el-menu fz-wide", role: "menubar" }, S.menu.map(menuEntry)));
}

function menuEntry(entry) {
  if (!entry.below) {
    return h("li", { class: "el-menu-item", role: "menuitem", tabindex: "-1", index: entry.act.to || null, onclick: doing(entry.act) }, entry.label);
  }
  const below = h("ul", { class: "el-menu--popup" },
    entry.below.map((one) => h("li", { class: "el-menu-item", role: "menuitem", onclick: doing(one.act) }, one.label)));
  const title = h("div", { class: "el-submenu__title", onclick: () => held.classList.toggle("is-opened") }, entry.label, h("i", { class: "fz-arrow" }));
  const held = h("li", { class: "el-submenu", role: "menuitem", onmouseleave: () => held.classList.remove("is-opened") }, title, below);
  return held;
}

function markMenu(at) {
  const here = (index) => index && index.split("?")[0] === at.path && (!index.includes("tab=") || index.includes("tab=" + at.query.tab));
  document.querySelectorAll(".fz-menu .el-menu-item").forEach((item) => item.classList.toggle("is-active", Boolean(here(item.getAttribute("index")))));
  document.getElementById("head-search").hidden = T.search_at === "hero" && at.path === R.home;
}

function side() {
  if (!S.side.length) return null;
  return h("div", { class: "fz-side" }, S.side.map((entry) => h("div", { class: "fz-side-item", onclick: doing(entry.act) }, entry.label)));
}

function foot() {
  const link = (one) => h("a", { href: one.href }, one.title);
  return h("div", { class: "fz-foot" }, h("div", { class: "fz-wide" },
    h("p", { class: "fz-foot-links" }, S.foot.map(link)),
    h("p", null, W.foot_host), h("p", null, W.foot_tech), h("p", null, W.foot_browser)));
}
