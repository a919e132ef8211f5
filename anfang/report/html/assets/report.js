"use strict";

/* Sort a table by a column: numbers by data-sort, else by text; empty cells always last. */
function sortBy(table, column, ascending) {
  const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
  const body = table.tBodies[0];
  const compare = (a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === "" || y === "") return (x === "") - (y === "");
    const numbers = [Number(x), Number(y)];
    const order = numbers.some(Number.isNaN) ? x.localeCompare(y, document.documentElement.lang) : numbers[0] - numbers[1];
    return ascending ? order : -order;
  };
  body.append(...[...body.rows].sort(compare));
}

for (const table of document.querySelectorAll("table.sortable")) {
  table.querySelectorAll("thead th").forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const first = head.dataset.first !== "descending";
      const ascending = head.hasAttribute("aria-sort") ? head.getAttribute("aria-sort") !== "ascending" : first;
      table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      sortBy(table, column, ascending);
    });
  });
}

const filters = document.querySelector(".filters[data-for]");
if (filters) {
  const rows = [...document.querySelectorAll(`#${filters.dataset.for} tbody tr`)];
  const none = document.querySelector(".no-row");
  const apply = () => {
    for (const row of rows) {
      row.hidden = [...filters.querySelectorAll("[data-field]")].some((input) => {
        const have = (row.dataset[input.dataset.field] ?? "").toLowerCase();
        const want = input.value.trim().toLowerCase();
        return want !== "" && (input.tagName === "SELECT" ? have !== want : !have.includes(want));
      });
    }
    none.hidden = rows.some((row) => !row.hidden);
  };
  filters.addEventListener("input", apply);
  filters.hidden = false;
}

const only = document.querySelector("#only-problems");
if (only) {
  only.addEventListener("change", () => document.body.classList.toggle("only-problems", only.checked));
  only.closest("p").hidden = false;
}
