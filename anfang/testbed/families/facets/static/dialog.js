// Messages, boxes over the page, and the sign-in.
function toast(text, kind) {
  const message = h("div", { class: "el-message is-" + (kind || "warning"), role: "alert" }, h("i", { class: "fz-mark" }, "!"), h("p", null, text));
  document.body.append(message);
  setTimeout(() => message.remove(), 3500);
}

function box(title, ...inside) {
  const close = () => cover.remove();
  const cover = h("div", { class: "fz-cover" }, h("div", { class: "el-dialog", role: "dialog" },
    h("div", { class: "el-dialog__header" }, h("span", null, title), h("i", { class: "fz-close", title: W.close, onclick: close }, "×")),
    h("div", { class: "el-dialog__body" }, inside)));
  document.body.append(cover);
  window.addEventListener("hashchange", close, { once: true });
}

// Nobody has signed in, yet the message is that the time is over.
async function wall(about) {
  toast(W.wall);
  await wait(1200);
  if (about.box) signinBox(about);
  else go(R.login + walled(about));
}

function walled(about) {
  const held = {};
  if (about.back) held.redirect = about.back;
  if (about.item) held.matter = about.item;
  const query = new URLSearchParams(held).toString();
  return query ? "?" + query : "";
}

const signinBox = (about) => box(W.login_title, signin(about));

PAGES.login = async (query) =>
  h("div", { class: "fz-login-page" }, h("div", { class: "fz-login-card" }, h("h2", null, W.login_title), signin({ item: query.matter })));

function signin(about) {
  const pane = h("div", { class: "fz-signin-pane" });
  const open = (way) => swap(pane, WAYS[way]());
  const who = tabLine([{ label: W.login_person }, { label: W.login_company }], () => open(S.ways[0]));
  const ways = S.ways.map((way) => ({ key: way, label: W["way_" + way] }));
  open(S.ways[0]);
  return [
    about.item && h("p", { class: "fz-signin-for" }, W.login_for, h("b", null, about.item)),
    who, tabLine(ways, (way) => open(way.key), "fz-ways"), pane,
  ];
}

// Titles of which one is active; what they open is made when they are clicked.
function tabLine(tabs, chosen, look) {
  const titles = tabs.map((tab) => h("div", { class: "fz-tab", onclick: () => pick(tab) }, tab.label));
  const mark = (tab) => titles.forEach((title, n) => title.classList.toggle("is-active", tabs[n] === tab));
  const pick = (tab) => { mark(tab); chosen(tab); };
  mark(tabs[0]);
  return h("div", { class: "fz-tabs " + (look || "") }, titles);
}

const line = (label, input, more) => h("div", { class: "fz-signin-line" }, h("label", null, label), input, more);
const typed = (kind, hint) => h("input", { type: kind, class: "el-input__inner", placeholder: hint, autocomplete: "off" });

async function refused() {
  await fetch(T.api + "submit/signin", { method: "POST" });
  toast(W.failed_send, "error");
}

const button = (text, done) => h("div", { class: "el-button el-button--primary", onclick: done || refused }, text);

const WAYS = {
  password: () => [line(W.account, typed("text", W.account)), line(W.password, typed("password", W.password)), button(W.login_button)],
  sms: () => [
    line(W.mobile, typed("text", W.mobile)),
    line(W.sms_code, typed("text", W.sms_code), h("span", { class: "fz-sms", onclick: refused }, W.sms_send)),
    button(W.login_button),
  ],
  scan: () => h("div", { class: "fz-scan" }, h("img", { src: "/static/img/ewm.svg", alt: "" }), h("p", null, W.scan_hint)),
  national: () => h("div", { class: "fz-scan" }, h("p", null, W.national_hint), button(W.national_button)),
  cert: () => h("div", { class: "fz-scan" }, h("p", null, W.cert_hint), button(W.cert_button)),
};

PAGES.app = async (query) => {
  const told = await ask("client", { from: query.from || "" });
  if (!told) return null;
  return h("div", { class: "fz-panel fz-app-only" }, h("i", { class: "fz-phone" }), h("p", null, told.text));
};
