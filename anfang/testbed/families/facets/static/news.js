// News: the list, an article, and the small pages at the foot.
PAGES.news = async (query) => {
  const told = await ask("news", { q: query.q || "" });
  const entry = (one) => h("li", null, h("span", { class: "fz-news-title", onclick: doing({ to: to("article", { id: one.id }), blank: T.opens === "blank" }) }, one.title), h("em", null, one.date));
  const articles = told ? told.articles : [];
  return h("div", { class: "fz-wide" }, crumbs(W.m_news), h("div", { class: "fz-panel" }, T.news_box === "page" && articleBox(query.q),
    articles.length ? h("ul", { class: "fz-news fz-news-all" }, articles.map(entry)) : h("p", { class: "fz-empty" }, W.news_none)));
};

// Searches the headlines of articles, and nothing else.
function articleBox(asked) {
  const input = h("input", { type: "text", class: "el-input__inner", placeholder: W.article_hint, autocomplete: "off" });
  input.value = asked || "";
  const run = () => go(to("news", { q: input.value.trim() }));
  return h("div", { class: "fz-article-box" }, input, h("div", { class: "fz-case-btn", onclick: run }, W.article_button));
}

PAGES.article = async (query) => {
  const told = await ask("article", { id: query.id || "" });
  if (!told) return missing(W.missing_article);
  return h("div", { class: "fz-wide" }, crumbs(W.m_news), h("div", { class: "fz-panel fz-article" }, h("h2", null, told.title),
    h("p", { class: "fz-from" }, W.source, told.source, "　", W.date, told.date), told.text.map((text) => h("p", null, text))));
};

for (const page of ["about", "help", "privacy", "terms"]) {
  PAGES[page] = async () => h("div", { class: "fz-wide" }, crumbs(W["m_" + page]),
    h("div", { class: "fz-panel fz-article" }, h("h2", null, W["m_" + page]), h("p", null, W["text_" + page])));
}

PAGES.map = async () => h("div", { class: "fz-wide" }, crumbs(W.m_map), h("div", { class: "fz-panel fz-article" }, h("h2", null, W.m_map),
  h("p", null, W.map_text), h("ul", null, S.menu.map((entry) => h("li", null, entry.label)))));
