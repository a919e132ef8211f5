/* 一体化政务服务平台 公共脚本 */
(function (w, d) {
  function all(sel, root) { return Array.prototype.slice.call((root || d).querySelectorAll(sel)); }
  function kids(el, name) { return Array.prototype.filter.call(el.children, function (c) { return c.classList.contains(name); }); }
  function on(el, type, fn) { el.addEventListener(type, fn, false); }

  /* 选项卡: .hd li 对应 .bd 下的 .con */
  function slide(box) {
    var hd = kids(box, "hd")[0], bd = kids(box, "bd")[0];
    var titles = all("li", hd), panes = kids(bd, "con");
    titles.forEach(function (li, n) {
      function show() {
        titles.forEach(function (t, k) { t.className = k === n ? "on" : ""; });
        panes.forEach(function (p, k) { p.style.display = k === n ? "block" : "none"; });
      }
      on(li, "click", show);
      if (box.getAttribute("data-trigger") === "mouseover") { on(li, "mouseover", show); }
    });
  }

  /* 下拉: 表格下载、样表查询 */
  function drop(box) {
    var list = box.querySelector("ul"), btn = box.querySelector(".xl_btn");
    function toggle() { list.style.display = list.style.display === "none" ? "block" : "none"; }
    if (box.getAttribute("data-trigger") === "mouseover") {
      on(box, "mouseenter", function () { list.style.display = "block"; });
      on(box, "mouseleave", function () { list.style.display = "none"; });
    } else { on(btn, "click", toggle); }
  }

  function layer(title, body) {
    var mask = d.createElement("div"), box = d.createElement("div");
    mask.className = "mask"; box.className = "layer";
    box.innerHTML = '<div class="tt"><span></span><a href="javascript:void(0)" class="gb" title="关闭">×</a></div><div class="nr"></div>';
    box.querySelector(".tt span").textContent = title;
    box.querySelector(".nr").appendChild(body);
    on(box.querySelector(".gb"), "click", function () { d.body.removeChild(mask); d.body.removeChild(box); });
    d.body.appendChild(mask); d.body.appendChild(box);
  }

  function chart(link) {
    var data = JSON.parse(link.getAttribute("data-attach")), flow = d.createElement("div");
    flow.className = "flow";
    data.list.forEach(function (node, n) {
      if (n) { var i = d.createElement("i"); i.textContent = "→"; flow.appendChild(i); }
      var b = d.createElement("b"); b.textContent = node.name; flow.appendChild(b);
    });
    layer(link.textContent, flow);
  }

  function map(link) {
    var box = d.createElement("div");
    box.className = "mapbox"; box.textContent = "◎ " + link.getAttribute("data-map");
    layer(link.textContent, box);
  }

  function validate(form) {
    on(form, "submit", function (e) {
      all(".formError", form).forEach(function (el) { el.parentNode.removeChild(el); });
      var empty = all('[class*="validate[required]"]', form).filter(function (el) { return !el.value; });
      empty.forEach(function (el) {
        var tip = d.createElement("span");
        tip.className = "formError"; tip.textContent = "* 此处不可空白";
        el.parentNode.appendChild(tip);
      });
      if (empty.length) { e.preventDefault(); }
    });
  }

  function refresh() {
    all(".randimg").forEach(function (img) { img.src = img.src.split("?")[0] + "?t=" + new Date().getTime(); });
  }

  on(d, "DOMContentLoaded", function () {
    all(".slideTxtBox").forEach(slide);
    all(".xl").forEach(drop);
    all(".validateForm").forEach(validate);
    all(".lctbtn").forEach(function (el) { on(el, "click", function () { chart(el); }); });
    all(".dt_btn").forEach(function (el) { on(el, "click", function () { map(el); }); });
    all(".yzm_change").forEach(function (el) { on(el, "click", refresh); });
  });

  w.ZW = {
    go: function (url) { w.location.href = url; },
    down: function (url) { w.location.href = url; },
    submit: function (id) { d.getElementById(id).submit(); },
    close: function (id) {
      d.getElementById(id).style.display = "none"; d.getElementById("mask").style.display = "none";
      try { w.sessionStorage.setItem("zw_" + id, "1"); } catch (e) { /* 隐私模式 */ }
    },
    once: function (id) {
      try { if (w.sessionStorage.getItem("zw_" + id)) { this.close(id); } } catch (e) { /* 隐私模式 */ }
    }
  };
})(window, document);
