(function () {
  "use strict";
  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }

  // The cookie notice stays away once it is answered.
  all(".biscotti").forEach(function (notice) {
    var seen = /(^|; )biscotti=1/.test(document.cookie);
    notice.hidden = seen;
    all("button", notice).forEach(function (button) {
      button.addEventListener("click", function () {
        document.cookie = "biscotti=1; path=/; max-age=8640000";
        notice.hidden = true;
      });
    });
  });

  all("[data-apre]").forEach(function (button) {
    var panel = document.getElementById(button.dataset.apre);
    button.addEventListener("click", function () {
      panel.hidden = !panel.hidden;
      button.setAttribute("aria-expanded", String(!panel.hidden));
      if (!panel.hidden) { panel.querySelector("input").focus(); }
    });
  });

  // Proposals fill the box; the search itself is sent as a form.
  var held = document.getElementById("proposte");
  var titles = held ? JSON.parse(held.textContent) : [];
  all(".con-proposte").forEach(function (box) {
    var list = box.parentNode.querySelector(".proposte");
    function propose() {
      var asked = box.value.trim().toLowerCase();
      list.textContent = "";
      titles.filter(function (title) { return asked.length > 2 && title.toLowerCase().indexOf(asked) >= 0; }).slice(0, 5).forEach(function (title) {
        var one = document.createElement("button");
        one.type = "button";
        one.textContent = title;
        one.addEventListener("mousedown", function () { box.value = title; box.form.submit(); });
        list.appendChild(one);
      });
      list.hidden = !list.firstChild;
    }
    box.addEventListener("input", propose);
    box.addEventListener("blur", function () { list.hidden = true; });
  });
  all("[data-cerca]").forEach(function (chip) {
    chip.addEventListener("click", function () {
      var box = document.getElementById("ricerca-pagina");
      box.value = chip.dataset.cerca;
      box.form.submit();
    });
  });

  all(".piega").forEach(function (button) {
    var inside = button.closest(".piegata, .domanda").querySelector(".dentro, .risposta");
    button.addEventListener("click", function () {
      inside.hidden = !inside.hidden;
      button.setAttribute("aria-expanded", String(!inside.hidden));
    });
  });

  all("[role=tablist]").forEach(function (tabs) {
    all("[role=tab]", tabs).forEach(function (tab) {
      tab.addEventListener("click", function () {
        all("[role=tab]", tabs).forEach(function (other) {
          other.setAttribute("aria-selected", String(other === tab));
          var panel = document.getElementById(other.dataset.pannello || "");
          if (panel) { panel.hidden = other !== tab; }
        });
      });
    });
  });

  all(".filtri").forEach(function (form) {
    var cards = all(".servizio", form.parentNode);
    function narrow() {
      var wanted = all("input:checked", form).map(function (box) { return box.value; });
      cards.forEach(function (card) { card.hidden = wanted.length > 0 && wanted.indexOf(card.dataset.tema) < 0; });
    }
    form.addEventListener("change", narrow);
    form.querySelector("button").addEventListener("click", function () { form.reset(); narrow(); });
  });

  all(".stelle").forEach(function (row) {
    var stars = all("button", row);
    stars.forEach(function (star, n) {
      star.addEventListener("click", function () {
        stars.forEach(function (other, m) { other.setAttribute("aria-checked", String(m <= n)); });
        if (!row.nextElementSibling) { row.insertAdjacentHTML("afterend", "<p></p>"); row.nextElementSibling.textContent = row.dataset.grazie; }
      });
    });
  });

  all("[data-file]").forEach(function (button) {
    button.addEventListener("click", function () { window.location.href = button.dataset.file; });
  });
  all("[data-avanti]").forEach(function (button) {
    button.addEventListener("click", function () {
      var next = button.closest("form").querySelector(".seguito");
      next.hidden = false;
      next.scrollIntoView();
    });
  });
})();
