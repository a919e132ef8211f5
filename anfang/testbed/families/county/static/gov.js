/* gov.js  2019 */
function $id(id) { return document.getElementById(id); }
function shut(box) { box.style.display = 'none'; }
function bigger() { document.body.style.fontSize = '17px'; }
function saved() { message('请按 Ctrl+D 收藏本站'); }
function zoom(size) { $id('zoom').style.fontSize = size + 'px'; }
function toPage(number) {
  location.href = location.pathname + '?pageNum=' + number;
}

/* a line of text that goes by itself */
function message(text) {
  var box = document.createElement('div');
  box.style.cssText = 'position:fixed;left:50%;top:45%;margin-left:-130px;width:260px;background:rgba(0,0,0,.75);color:#fff;text-align:center;padding:12px;z-index:1200';
  box.appendChild(document.createTextNode(text));
  document.body.appendChild(box);
  setTimeout(function () { document.body.removeChild(box); }, 2500);
}

/* home page: pictures, tabs, floating advertisements */
function homeStart() {
  pictures();
  tabs();
  var ads = document.querySelectorAll('.piao');
  for (var i = 0; i < ads.length; i++) drift(ads[i]);
}
function pictures() {
  var all = document.querySelectorAll('#lunbo .lb'), at = 0;
  setInterval(function () {
    all[at].className = 'lb';
    at = (at + 1) % all.length;
    all[at].className = 'lb on';
  }, 5000);
}
function tabs() {
  var heads = document.querySelectorAll('.ka_t span'), panes = document.querySelectorAll('.ka_m');
  function show(n) {
    for (var i = 0; i < panes.length; i++) {
      panes[i].style.display = i === n ? '' : 'none';
      heads[i].className = i === n ? 'on' : '';
    }
  }
  function wire(n) {
    heads[n].onmouseover = heads[n].onclick = function () { show(n); };
  }
  for (var i = 0; i < heads.length; i++) wire(i);
}
function drift(ad) {
  var x = +ad.getAttribute('data-x'), y = +ad.getAttribute('data-y'), dx = 1, dy = 1, still = false;
  ad.onmouseover = function () { still = true; };
  ad.onmouseout = function () { still = false; };
  function step() {
    if (still) return;
    x += dx; y += dy;
    if (x < 0 || x > document.documentElement.clientWidth - ad.offsetWidth) dx = -dx;
    if (y < 0 || y > document.documentElement.clientHeight - ad.offsetHeight) dy = -dy;
    ad.style.left = x + 'px';
    ad.style.top = y + 'px';
  }
  step();
  setInterval(step, 40);
}

/* lists whose entries lie in the page as XML */
function storeStart() {
  var text = $id('store').textContent, records = text.split('<![CDATA[').slice(1), rows = [];
  for (var i = 0; i < records.length; i++) rows.push(records[i].split(']]>')[0]);
  var size = +/<perpage>(\d+)/.exec(text)[1], pages = Math.ceil(rows.length / size);
  var bar = $id('store_pages'), at = 1;
  function link(label, number) {
    var a = document.createElement('a');
    a.href = 'javascript:void(0)';
    a.innerHTML = label;
    a.onclick = function () { show(number); return false; };
    bar.appendChild(a);
  }
  function word(name) { return bar.getAttribute('data-' + name); }
  function jump() {
    var box = document.createElement('input'), go = document.createElement('a');
    box.type = 'text'; box.value = at;
    go.href = 'javascript:void(0)'; go.innerHTML = 'GO';
    go.onclick = function () { show(Math.min(pages, Math.max(1, parseInt(box.value, 10) || 1))); return false; };
    bar.appendChild(document.createTextNode(' ' + word('jump') + ' ')); bar.appendChild(box); bar.appendChild(document.createTextNode(' 页 ')); bar.appendChild(go);
  }
  function show(number) {
    at = number;
    $id('store_list').innerHTML = rows.slice((at - 1) * size, at * size).join('');
    bar.innerHTML = '<span>' + word('total') + rows.length + '条　' + at + '/' + pages + '页</span> ';
    link(word('first'), 1); link(word('back'), Math.max(1, at - 1));
    for (var i = 1; i <= pages; i++) {
      if (i === at) bar.insertAdjacentHTML('beforeend', '<b>' + i + '</b>'); else link(i, i);
    }
    link(word('on'), Math.min(pages, at + 1)); link(word('last'), pages);
    jump();
  }
  show(1);
}

/* results that come by themselves */
function bringResults() {
  var box = $id('jg_list'), request = new XMLHttpRequest();
  request.open('GET', box.getAttribute('data-from'));
  request.onload = function () { box.innerHTML = request.responseText; };
  setTimeout(function () { request.send(); }, 400);
}

/* the notice before a form */
function countDown() {
  var button = $id('agree'), left = +button.getAttribute('data-left'), text = button.getAttribute('data-text');
  var timer = setInterval(function () {
    left -= 1;
    if (left > 0) { button.innerHTML = text + '（' + left + '）'; return; }
    clearInterval(timer);
    button.innerHTML = text;
    button.disabled = false;
  }, 1000);
}
function agreed() {
  shut($id('xuzhi'));
  $id('xin_form').style.display = '';
}
function fresh() {
  var picture = $id('yzm');
  picture.src = picture.src.split('&r=')[0] + '&r=' + (1 + (+picture.src.split('&r=')[1] || 0));
}
function loginTab(head, number) {
  var heads = head.parentNode.children, panes = document.querySelectorAll('.dl_m');
  for (var i = 0; i < panes.length; i++) {
    heads[i].className = i === number ? 'on' : '';
    panes[i].style.display = i === number ? '' : 'none';
  }
}
