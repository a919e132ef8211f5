// The results of the site's search, services and articles in one list.
PAGES.search = async (query) => {
  if (S.search !== "works") return null;
  const told = await ask("search", { q: query.q || "" });
  const found = told ? told.results : [];
  const count = h("p", { class: "fz-total" }, fill(W.search_count, { n: found.length }));
  return h("div", { class: "fz-wide" }, crumbs(W.search_title), h("div", { class: "fz-panel" },
    count, found.length ? found.map((hit) => searchHit(hit, query.q)) : h("p", { class: "fz-empty" }, W.search_none)));
};

function searchHit(hit, asked) {
  return h("div", { class: "fz-hit" },
    h("div", { class: "fz-hit-title", onclick: doing(hit.act) }, h("em", { class: "fz-kind" }, hit.kind), h("span", null, lit(hit.title, asked))),
    h("p", { class: "fz-hit-note" }, hit.note));
}

// The title with what was asked for in red.
function lit(title, asked) {
  const at = asked ? title.indexOf(asked) : -1;
  if (at < 0) return title;
  return [title.slice(0, at), h("b", null, asked), title.slice(at + asked.length)];
}
