// Business start-up as one thing: questions one after the other, or a page that names steps.
PAGES.start = async () => {
  const told = await ask("start");
  if (!told) return null;
  const body = h("div", { class: "fz-start-body" }, told.questions ? null : [h("h3", null, told.list), stepCards(told.steps)]);
  if (told.questions) wizard(body, told);
  return h("div", { class: "fz-wide" }, crumbs(told.title), h("div", { class: "fz-start-head" }, h("h2", null, told.title), h("p", null, told.lead)), h("div", { class: "fz-panel" }, body));
};

const stepCards = (steps) => h("div", { class: "fz-start-steps" }, steps.map((step, n) =>
  h("div", { class: "fz-start-step" }, h("i", null, String(n + 1)), h("b", null, step.name), h("p", null, step.about))));

function wizard(body, told) {
  const answers = {};
  const askNth = (n) => swap(body, n === 0 && h("p", { class: "fz-lead" }, told.hint), asking(told.questions[n], answers, () => (n + 1 < told.questions.length ? askNth(n + 1) : finish())));
  const again = () => { Object.keys(answers).forEach((key) => delete answers[key]); askNth(0); };
  const finish = async () => {
    swap(body, spinner());
    const found = await ask("outcome", answers);
    swap(body, h("h3", null, W.wizard_list), found && stepCards(found.steps), h("span", { class: "el-button", onclick: again }, W.wizard_back));
  };
  askNth(0);
}

// The bullets are pictures, the answer stands in a hidden field, the way on is an a without an address.
function asking(asked, answers, next) {
  const held = h("input", { type: "hidden", name: asked.key });
  const bullets = asked.options.map(() => h("img", { src: "/static/img/radio.svg", alt: "" }));
  const pick = (n) => {
    held.value = asked.options[n].value;
    bullets.forEach((bullet, other) => bullet.setAttribute("src", other === n ? "/static/img/radio-on.svg" : "/static/img/radio.svg"));
  };
  const option = (one, n) => h("li", { onclick: () => pick(n) }, bullets[n], h("span", null, one.label));
  const on = (event) => {
    event.preventDefault();
    if (!held.value) return toast(W.wizard_pick);
    answers[asked.key] = held.value;
    return next();
  };
  return h("div", { class: "fz-tree" }, h("h3", null, asked.asked), held, h("ul", null, asked.options.map(option)),
    h("a", { class: "fz-next", href: "javascript:void(0)", onclick: on }, W.wizard_next));
}
