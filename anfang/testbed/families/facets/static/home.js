// The home page.
let thrown = false;

PAGES.home = async () => {
  const told = await ask("home");
  if (!told) return null;
  fail(told.errors);
  const themes = [hero(told), tiles(told), talkTiles(told), hot(told)], news = [newsPanel(told), topicPanel(told)];
  return h("div", { class: "fz-home" }, T.first === "themes" ? [themes, news] : [themes[0], news, themes.slice(1)]);
};

// What went wrong in this portal's own scripts, once for each time that it is loaded.
function fail(texts) {
  if (thrown) return;
  thrown = true;
  for (const text of texts) {
    const Kind = text.endsWith("not defined") ? ReferenceError : TypeError;
    setTimeout(() => { throw new Kind(text); });
  }
}

function hero(told) {
  const slogans = [W.slogan, W.slogan_2];
  const text = h("h2", null, slogans[0]);
  const dot = (n) => h("i", { class: "fz-dot", onclick: () => swap(text, slogans[n]) });
  return h("div", { class: "fz-hero" }, h("div", { class: "fz-wide" },
    h("div", { class: "fz-hero-text" }, text, h("div", { class: "fz-dots" }, dot(0), dot(1))),
    told.case && caseBox(),
    T.search_at === "hero" && h("div", { class: "fz-hero-search" }, searchBox())));
}

// Asks for the number of a case; it finds no services.
function caseBox() {
  const input = h("input", { type: "text", class: "el-input__inner", placeholder: W.case_hint, autocomplete: "off" });
  const run = () => go(to("status", { no: input.value.trim() }));
  return h("div", { class: "fz-case" }, input, h("div", { class: "fz-case-btn", onclick: run }, W.case_button));
}

function tiles(told) {
  const tile = (one, n) => h("div", { class: "fz-tile", onclick: doing(one.act) }, h("i", { class: "fz-icon c" + (n % 6) }, one.label.slice(0, 1)), h("span", null, one.label));
  const panel = (tab) => h("div", { class: "fz-panel fz-half" },
    h("div", { class: "fz-title" }, h("h3", null, W["h_theme_" + tab]), h("span", { class: "fz-more", onclick: () => go(to("list", { tab })) }, W.more)),
    h("div", { class: "fz-tiles" }, told.tiles[tab].map(tile)));
  return h("div", { class: "fz-two fz-wide" }, panel("personal"), panel("legal"));
}

function talkTiles(told) {
  if (!told.talk.length) return null;
  const tile = (one) => h("div", { class: "fz-talk", onclick: doing(one.act) }, one.label);
  return h("div", { class: "fz-panel fz-wide" }, h("div", { class: "fz-title" }, h("h3", null, W.h_talk)), h("div", { class: "fz-talks" }, told.talk.map(tile)));
}

function hot(told) {
  const entry = (one) => h("div", { class: "fz-hot-item", onclick: doing(one.act) }, one.name);
  return h("div", { class: "fz-panel fz-wide" }, h("div", { class: "fz-title" }, h("h3", null, W.h_hot)),
    h("div", { class: "fz-hot is-" + T.hot }, told.hot.map(entry)));
}

function newsPanel(told) {
  const link = (one) => h("li", null, h("a", { href: one.href, target: T.opens === "blank" ? "_blank" : null, title: one.title }, one.title), h("em", null, one.date.slice(5)));
  const panel = (title, list, more) => h("div", { class: "fz-panel fz-half" }, h("div", { class: "fz-title" }, h("h3", null, title), more), h("ul", { class: "fz-news" }, list.map(link)));
  const more = h("span", { class: "fz-more", onclick: () => go(R.news) }, W.more);
  return h("div", { class: "fz-wide" }, told.articles && articleBox(),
    h("div", { class: "fz-two" }, panel(W.h_news, told.news, more), panel(W.h_notice, told.notices)));
}

function topicPanel(told) {
  const link = (one, n) => h("a", { class: "fz-topic c" + (n % 6), href: one.href, target: "_blank" }, one.title);
  return h("div", { class: "fz-panel fz-wide" }, h("div", { class: "fz-title" }, h("h3", null, W.h_topic)), h("div", { class: "fz-topics" }, told.topics.map(link)));
}
