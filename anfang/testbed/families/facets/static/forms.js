// Forms to fill in: applications, consultations, complaints.
PAGES.apply = async (query) => {
  const told = await ask("form", { id: query.id || "" });
  return told && formPage(told, [W.guide, W.apply]);
};

PAGES.consult = async () => letterPage("consult");
PAGES.complaint = async () => letterPage("complaint");

async function letterPage(kind) {
  const told = await ask("letter", { kind });
  return told && formPage(told, [told.title]);
}

function formPage(told, path) {
  const form = h("form", { class: "el-form", novalidate: true, onsubmit: (event) => event.preventDefault() },
    told.given && h("div", { class: "el-form-item" }, h("label", { class: "el-form-item__label" }, told.given.label), h("b", null, told.given.value)),
    told.sections.map(section), told.captcha && captchaLine());
  const send = h("span", { class: "el-button el-button--primary", onclick: () => submit(form, told.target) }, W.submit);
  const clear = h("span", { class: "el-button", onclick: () => form.reset() }, W.reset);
  return h("div", { class: "fz-wide" }, crumbs(...path), h("div", { class: "fz-panel fz-form" },
    h("h2", null, told.title), h("p", { class: "fz-lead" }, told.lead), form, h("div", { class: "fz-form-acts" }, send, clear)));
}

const section = (one) => h("fieldset", null, one.title && h("legend", null, one.title), one.fields.map(formField));

function formField(field) {
  const star = field.required && h("i", { class: "fz-star-red" }, "*");
  return h("div", { class: "el-form-item is-" + field.type + (field.required ? " is-required" : "") },
    h("label", { class: "el-form-item__label" }, star, field.label), h("div", { class: "el-form-item__content" }, control(field)));
}

function control(field) {
  const attrs = { name: field.name, class: "el-input__inner", "data-required": field.required };
  if (field.type === "area") return h("textarea", { ...attrs, rows: 4, placeholder: W.fill + field.label });
  if (field.type === "choice") return h("select", attrs, h("option", { value: "" }, W.choose), field.options.map((option) => h("option", null, option)));
  if (field.type === "date") return h("input", { ...attrs, type: "date" });
  if (field.type === "file") return h("input", { ...attrs, type: "file" });
  return h("input", { ...attrs, type: "text", placeholder: W.fill + field.label });
}

function captchaLine() {
  const picture = h("img", { src: "/static/img/rand.svg", alt: "", class: "fz-captcha" });
  const again = () => { picture.src = "/static/img/rand.svg?t=" + Date.now(); };
  const input = h("input", { type: "text", name: "captcha", class: "el-input__inner fz-short", "data-required": true });
  return h("div", { class: "el-form-item is-required" }, h("label", { class: "el-form-item__label" }, h("i", { class: "fz-star-red" }, "*"), W.captcha),
    h("div", { class: "el-form-item__content" }, input, picture, h("span", { class: "fz-sms", onclick: again }, W.captcha_again)));
}

async function submit(form, target) {
  const empty = [...form.querySelectorAll("[data-required]")].some((one) => !one.value.trim());
  if (empty) return toast(W.need_terms);
  await fetch(T.api + target, { method: "POST", body: new FormData(form) });
  return toast(W.failed_send, "error");
}
