// How far a case has come.
PAGES.status = async (query) => {
  const told = await ask("case");
  if (!told) return null;
  const body = told.mode === "off" ? h("p", { class: "fz-empty" }, W.status_off) : caseQuery(told, query.no);
  return h("div", { class: "fz-wide" }, crumbs(W.m_status), h("div", { class: "fz-panel fz-query" }, h("h2", null, W.m_status), body));
};

function caseQuery(told, number) {
  const input = h("input", { type: "text", class: "el-input__inner", placeholder: W.case_hint, autocomplete: "off" });
  const answer = h("div", { class: "fz-answer" });
  const run = async () => {
    swap(answer, spinner());
    if (told.mode === "stuck") return;
    const said = await ask("progress", { no: input.value });
    swap(answer, said ? caseAnswer(said) : missing(W.missing));
  };
  input.value = number || "";
  input.addEventListener("keydown", (event) => event.key === "Enter" && run());
  if (number) run();
  return [
    h("div", { class: "fz-query-line" }, h("label", null, W.status_no), input, h("span", { class: "el-button el-button--primary", onclick: run }, W.status_button)),
    told.sample && h("p", { class: "fz-sample" }, W.status_sample, h("span", null, told.sample)),
    answer,
  ];
}

function caseAnswer(said) {
  if (said.said) return h("p", { class: "fz-said" }, said.said);
  if (said.state) return h("div", { class: "fz-line" }, h("strong", null, said.label + "："), h("span", { class: "el-tag" }, said.state));
  const stage = (one) => h("li", null, h("i", { class: "fz-dot" }), h("b", null, one.name), h("em", null, one.at));
  return h("div", null, h("h3", null, said.title), h("ul", { class: "el-timeline" }, said.stages.map(stage)));
}
