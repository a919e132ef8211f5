function goUrl(u) { window.location.href = u; }
function topUrl(u) { window.top.location.href = u; }
function openWin(u) { window.open(u, '_blank'); }
function showList(u) { document.getElementById('listFrame').src = u; }
function setHome() { alert('您的浏览器不支持此操作，请在浏览器设置中修改主页。'); }
function dropDown(li, on) { li.getElementsByTagName('div')[0].style.display = on ? 'block' : 'none'; }
function downLoadFile(p) { if (!p) { return; } window.location.href = '{{ url.files }}?path=' + encodeURIComponent(p); }
function closeDialog() { var d = document.getElementById('dlg'); if (d) { d.parentNode.removeChild(d); } }
function showDialog(u, t, w, h) {
  if (window.top !== window) { window.top.showDialog(u, t, w, h); return; }
  closeDialog();
  var d = document.createElement('div');
  d.id = 'dlg';
  d.innerHTML = '<div class="dlgMask"></div><div class="dlgBox" style="width:' + w + 'px;left:50%;top:50%;margin-left:-' + w / 2 +
    'px;margin-top:-' + h / 2 + 'px"><div class="dlgBar"><a href="javascript:closeDialog()">{{ w('close') }}</a>' + t +
    '</div><iframe name="dlgFrame" frameborder="0" height="' + (h - 28) + '" src="' + u + '"></iframe></div>';
  document.body.appendChild(d);
}
function showTab(li, n) {
  var all = li.parentNode.getElementsByTagName('li'), i, pane;
  for (i = 0; i < all.length; i++) {
    all[i].className = i === n ? 'on' : '';
    pane = document.getElementById('pane' + i);
    if (pane) { pane.className = i === n ? 'pane on' : 'pane'; }
  }
}
function pick(name, text) {
  var all = window.parent.document.getElementsByName(name);
  if (all.length) { all[0].value = text; }
  window.parent.closeDialog();
}
