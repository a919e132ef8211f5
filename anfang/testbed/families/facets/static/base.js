// What every page is made with: settings, elements, requests, routes.
const S = window.__INITIAL_STATE__, W = S.words, T = S.taste, R = S.routes;
const PAGES = {};

// An element: h("p", {class: "x", onclick: f}, "text", another). Nothing is made of null and false.
function h(tag, attrs, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs || {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  put(made, inside);
  return made;
}

function put(at, inside) {
  for (const one of inside.flat(Infinity)) {
    if (one === null || one === undefined || one === false || one === "") continue;
    at.append(one);
  }
}

function swap(at, ...inside) {
  at.textContent = "";
  put(at, inside);
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const spinner = () => h("div", { class: "fz-loading" }, h("i", { class: "fz-spin" }), h("p", null, W.loading));

// Data of the portal, or null where there are none. The little wait is what a slower network takes.
async function ask(name, params) {
  const query = new URLSearchParams(params || {}).toString();
  try {
    const [answer] = await Promise.all([fetch(T.api + name + (query ? "?" + query : "")), wait(S.lag)]);
    return answer.ok ? (await answer.json()).data : null;
  } catch (failure) {
    return null;
  }
}

function route() {
  const [path, query] = (location.hash.slice(1) || R.home).split("?");
  return { path, query: Object.fromEntries(new URLSearchParams(query || "")) };
}

const to = (page, params) => R[page] + (params ? "?" + new URLSearchParams(params) : "");

function go(where) {
  if (location.hash === "#" + where) show();
  else location.hash = "#" + where;
}

// What a menu entry, a button or a row does.
function act(what) {
  if (what.wall) wall(what.wall);
  else if (what.signin) signinBox({});
  else if (what.href && what.blank) window.open(what.href);
  else if (what.href) location.href = what.href;
  else if (what.blank) window.open("/#" + what.to);
  else go(what.to);
}

const doing = (what) => () => act(what);

let turn = 0;
let first = true;

// The page of the present route. A page that comes too late, when the visitor has gone on, is dropped.
async function show() {
  const mine = ++turn, at = route();
  const name = Object.keys(R).find((page) => R[page] === at.path);
  const main = document.getElementById("main");
  document.title = W.site;
  markMenu(at);
  swap(main, spinner());
  const made = PAGES[name] ? await PAGES[name](at.query, first) : null;
  first = false;
  if (mine !== turn) return;
  swap(main, made || missing(W.missing));
  window.scrollTo(0, 0);
}

const missing = (text) =>
  h("div", { class: "fz-missing" }, h("h2", null, text), h("p", null, W.missing_hint),
    h("span", { class: "fz-btn", onclick: () => go(R.home) }, W.to_home));

function crumbs(...labels) {
  const home = h("span", { class: "fz-crumb", onclick: () => go(R.home) }, W.m_home);
  return h("div", { class: "fz-crumbs" }, W.here, home, labels.map((label) => [" > ", h("span", null, label)]));
}
