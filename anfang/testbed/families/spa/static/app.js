(function () {
  'use strict';
  var frame, ticket = 0, thrown = false, main;

  // ---- elements -----------------------------------------------------------
  function h(tag, cls, children) {
    var el = document.createElement(tag);
    if (cls) el.className = cls;
    [].concat(children === undefined ? [] : children).forEach(function (child) {
      if (child === null || child === false) return;
      el.appendChild(child.nodeType ? child : document.createTextNode(child));
    });
    return el;
  }
  function on(el, act) { el.classList.add('act'); el.addEventListener('click', act); return el; }
  function entry(data, cls, tag) {
    if (data.href) {
      var a = h('a', cls, data.text);
      a.setAttribute('href', data.href);
      return a;
    }
    var el = h(tag || 'div', cls, data.text);
    if (data.to) { el.dataset.to = data.to; on(el, function () { go(data.to); }); }
    if (data.open) on(el, function () { window.open(data.open); });
    return el;
  }
  function picture(name, cls) {
    var img = h('img', cls);
    img.src = '/pictures/' + name + '.svg'; img.alt = '';
    return img;
  }
  function input(hint, cls) { var el = h('input', cls); el.type = 'text'; el.placeholder = hint; return el; }
  function list(entries, cls, tag) {
    return h('ul', cls, entries.map(function (e) {
      return h('li', '', [entry(e, 'name', tag || 'span'), e.date ? h('em', '', e.date) : null]);
    }));
  }
  function grid(entries) { return h('div', 'grid', entries.map(function (e) { return entry(e, 'card'); })); }
  function panel(title, body, cls) { return h('section', 'panel ' + (cls || ''), [h('h3', '', title), body]); }
  function titles(texts, open) {
    var heads = h('ul', 'tabs');
    texts.forEach(function (text, i) {
      heads.append(on(h('li', i ? '' : 'on', text), function () {
        Array.from(heads.children).forEach(function (li, j) { li.classList.toggle('on', i === j); });
        open(i);
      }));
    });
    return heads;
  }
  function crumbs(entries) {
    var parts = ['当前位置：', entry({ text: '首页', href: '/' })];
    (entries || []).forEach(function (e) { parts.push(' > ', entry(e, '', 'span')); });
    return h('div', 'crumbs', parts);
  }
  function toast(text) {
    var el = document.body.appendChild(h('div', 'toast', text));
    setTimeout(function () { el.remove(); }, 5000);
  }

  // ---- routes -------------------------------------------------------------
  function go(path) {
    if (frame.hash && path !== '/') location.hash = path;
    else if (frame.hash) location.href = '/';
    else { history.pushState(null, '', path); show(); }
  }
  function place() {
    var route = frame.hash ? decodeURI(location.hash.slice(1)) || '/' : location.pathname + location.search;
    var cut = route.split('?');
    var parts = cut[0].split('/');
    return { path: cut[0], view: cut[0] === '/' ? 'home' : frame.views[parts[1]], key: parts[2] || '',
      query: new URLSearchParams(cut[1] || '') };
  }
  function ask(url, body) {
    return fetch(url, body ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {})
      .then(function (answer) {
        if (answer.ok) return answer.json();
        return { kind: answer.status === 404 ? 'missing' : 'failed' };
      });
  }
  function source(at) {
    var q = at.query.get('q') || '';
    if (at.view === 'search')
      return frame.search.method === 'POST' ? ask('/api/search', { q: q }) : ask('/api/search?q=' + encodeURIComponent(q));
    return ask('/api/' + at.view + (at.key ? '?key=' + encodeURIComponent(at.key) : ''));
  }
  function show() {
    var at = place(), mine = ++ticket;
    main.replaceChildren(h('div', 'loading', '加载中...'));
    window.scrollTo(0, 0);
    if (!at.view || (at.view === 'search' && !(frame.search && frame.search.to))) return put(views.missing(), '页面不存在');
    source(at).then(function (page) {
      if (mine !== ticket) return;
      if (page.kind === 'go') { history.replaceState(null, '', frame.hash ? '#' + page.to : page.to); return show(); }
      put(views[page.kind || at.view](page, at), page.title);
      if (at.view === 'home') trouble(page.errors);
    });
  }
  function put(body, title) {
    document.title = (title ? title + ' - ' : '') + frame.title;
    main.replaceChildren(body);
  }
  function trouble(messages) {
    if (thrown) return;
    thrown = true;
    messages.forEach(function (message) { setTimeout(function () { throw new TypeError(message); }, 20); });
  }

  // ---- frame --------------------------------------------------------------
  function searchBox() {
    if (!frame.search) return null;
    var box = input(frame.search.hint, 'keyword'), button = h('button', 'go', frame.search.go);
    function run() { if (box.value.trim()) go(frame.search.to + '?q=' + encodeURIComponent(box.value.trim())); }
    if (frame.search.to) {
      button.addEventListener('click', run);
      box.addEventListener('keydown', function (key) { if (key.key === 'Enter') run(); });
    }
    return h('div', 'search', [box, button]);
  }
  function drawFrame() {
    document.body.className = frame.skin;
    main = h('main');
    var sign = frame.sign ? entry(frame.sign, 'sign', 'span') : null, welcome = h('span', '', '欢迎访问' + frame.title);
    var top = h('div', 'top', h('div', 'wide', [welcome, sign]));
    var head = h('header', '', h('div', 'wide', [picture('emblem', 'emblem'), h('h1', '', frame.title), searchBox()]));
    var menu = h('nav', '', h('ul', 'wide', frame.menu.map(function (e) { return h('li', '', entry(e, 'item')); })));
    var about = [];
    frame.footer.links.forEach(function (e) { about.push(entry(e, '', 'span'), ' | '); });
    var foot = h('footer', '', [h('p', '', about.slice(0, -1))].concat(frame.footer.lines.map(function (l) { return h('p', '', l); })));
    document.getElementById('app').replaceChildren(top, head, menu, main, foot);
  }

  // ---- parts of a guide ----
  var blocks = {
    facts: function (b) {
      var pair = { cards: ['div', 'span', 'span'], rows: ['div', 'label', 'span'], strong: ['div', 'strong', 'span'] }[b.layout];
      if (!pair) {
        var dl = h('dl', 'facts dl');
        b.rows.forEach(function (r) { dl.append(h('dt', '', r[0]), h('dd', '', r[1])); });
        return dl;
      }
      return h('div', 'facts ' + b.layout, b.rows.map(function (r) {
        return h(pair[0], 'cell', [h(pair[1], 'k', r[0] + (b.layout === 'rows' ? '：' : '')), h(pair[2], 'v', r[1])]);
      }));
    },
    text: function (b) { return h('div', 'text', [b.label ? h('h4', '', b.label) : null, h('p', '', b.text)]); },
    window: function (b) {
      return h('div', 'window', b.rows.map(function (r) { return h('p', '', [h('b', '', r[0]), h('span', '', r[1])]); }));
    },
    process: function (b) {
      if (b.layout === 'ol') return h('ol', 'process', b.items.map(function (t) { return h('li', '', t); }));
      return h('div', 'process ' + b.layout, b.items.map(function (t, i) {
        return b.layout === 'prose' ? h('p', '', (i + 1) + '. ' + t) : h('div', 'step', [h('i', 'no', String(i + 1)), h('span', '', t)]);
      }));
    },
    materials: function (b) {
      var expand = b.layout === 'expand';
      var head = h('div', 'tr th', (expand ? [b.labels[0]] : b.labels).map(function (l) { return h('div', 'td', l); }));
      return h('div', 'table ' + b.layout, [head].concat(b.rows.map(expand ? unfolding : plain)));
      function plain(row) { return h('div', 'tr', row.map(function (c) { return h('div', 'td', c); })); }
      function unfolding(row) {
        var line = h('div', 'tr', [h('div', 'td', row[0])]), more = null;
        line.append(on(h('span', 'unfold', b.unfold), function () {
          if (more) { more.remove(); more = null; return; }
          more = h('div', 'more', row.slice(1).map(function (c, i) {
            return h('p', '', [h('label', '', b.labels[i + 1] + '：'), h('span', '', c)]);
          }));
          line.after(more);
        }));
        return line;
      }
    },
    downloads: function (b) {
      return h('div', 'downloads', [h('h4', '', b.label)].concat(b.rows.map(function (r) {
        return h('p', '', [h('label', '', r.label + '：'), r.entry ? entry(r.entry, 'file', 'span') : h('span', '', r.text)]);
      })));
    },
    links: function (b) { return list(b.entries, 'links'); },
    faq: function (b) {
      return h('div', 'faq', b.items.map(function (item) {
        var answer = h('div', 'a', '答：' + item.a);
        answer.style.display = 'none';
        var question = on(h('div', 'q', item.q), function () { answer.style.display = answer.style.display ? '' : 'none'; });
        return h('div', 'pair', [question, answer]);
      }));
    }
  };
  function pane(tab) { return h('div', 'pane', tab.blocks.map(function (b) { return blocks[b.type](b); })); }
  function tabbed(tabs, mode) {
    var body = h('div', 'panes'), built = mode === 'show' ? tabs.map(pane) : [];
    var heads = titles(tabs.map(function (tab) { return tab.title; }), open);
    function open(i) {
      if (mode === 'show') return built.forEach(function (el, j) { el.style.display = i === j ? '' : 'none'; });
      if (i === 0) return body.replaceChildren(pane(tabs[0]));
      body.replaceChildren(h('div', 'loading', '加载中...'));
      setTimeout(function () { if (heads.children[i].classList.contains('on')) body.replaceChildren(pane(tabs[i])); }, 120);
    }
    body.append.apply(body, built);
    open(0);
    return h('div', 'tabbed', [heads, body]);
  }

  // ---- parts of forms -----------------------------------------------------
  function field(data) {
    var box = h(data.type === 'textarea' ? 'textarea' : data.type === 'select' ? 'select' : 'input');
    if (data.type === 'select') ['请选择', '有限责任公司', '股份有限公司'].forEach(function (t) { box.append(h('option', '', t)); });
    if (data.type === 'file') box.type = 'file';
    if (box.tagName === 'INPUT' && data.type !== 'file') box.type = 'text';
    box.name = data.label;
    if (data.required) box.required = true;
    return h('div', 'field', [h('label', '', [data.required ? h('span', 'star', '*') : null, data.label]), box,
      data.type === 'captcha' ? picture('captcha', 'captcha') : null]);
  }
  function submit(text) {
    return on(h('button', 'send', text), function () {
      fetch('/api/submit', { method: 'POST' }).then(function (answer) { if (!answer.ok) toast('提交失败，请稍后重试'); });
    });
  }
  function signIn(tab) {
    var rows = tab.fields.map(function (label) {
      var box = input('请输入' + label, '');
      if (label === '密码') box.type = 'password';
      return h('div', 'field', [h('label', '', label), box, label === '短信验证码' ? h('button', 'code', '获取验证码') : null]);
    });
    if (tab.qr) rows.push(picture('login', 'qr'));
    if (tab.text) rows.push(h('p', 'hint', tab.text));
    return h('div', 'ways', rows.concat(tab.button ? [submit(tab.button)] : []));
  }

  // ---- views --------------------------------------------------------------
  var views = {
    home: function (p) {
      var word = p.words.length ? h('p', 'words', ['热门搜索：'].concat(p.words.map(function (e) { return entry(e); }))) : null;
      var quick = h('div', 'quick', p.quick.map(function (e) { return entry(e, 'card'); }));
      var body = h('div', 'wide cols', [panel(p.hot.title, grid(p.hot.entries)), panel(p.news.title, list(p.news.entries, 'news'))]);
      var box = null;
      if (p.decoy) {
        var number = input(p.decoy.hint, '');
        box = h('div', 'casebox', [number, on(h('button', '', p.decoy.go), function () { go(p.decoy.to + '?number=' + encodeURIComponent(number.value)); })]);
      }
      var special = p.special.entries.length ? panel(p.special.title, list(p.special.entries, 'special'), 'wide') : null;
      var page = h('div', 'home', [h('div', 'banner', [h('h2', '', p.banner), word]), h('div', 'wide', [quick, box]), body, special]);
      if (p.notice) page.append(notice(p.notice));
      return page;
    },
    hall: function (p) {
      var items = h('div', 'items'), tabs = titles(p.tabs, function (i) { fill(i ? p.personal : p.items); });
      function fill(rows) {
        items.replaceChildren(h('p', 'count', '共 ' + rows.length + ' 项'), h('ul', '', rows.map(function (e) {
          var name = entry(e, 'name', 'span');
          return h('li', '', [name, on(h('span', 'more', p.guide), function () { name.click(); })]);
        })));
      }
      var chips = h('div', 'chips', [h('b', '', '主题分类'), entry(p.all, p.active ? '' : 'on', 'span')].concat(p.themes.map(function (e) {
        return entry(e, e.theme === p.active ? 'on' : '', 'span');
      })));
      var folders = p.folders.length ? h('div', 'folders', p.folders.map(function (e) { return entry(e, 'folder'); })) : null;
      fill(p.items);
      return h('div', 'wide hall', [crumbs(p.crumbs), tabs, chips, folders, items]);
    },
    guide: function (p) {
      var actions = h('div', 'actions', p.actions.map(function (e) { return entry(e, 'apply', 'button'); }));
      var side = h('aside', '', panel('相关事项', list(p.related, 'links')));
      return h('div', 'wide guide', [crumbs(p.crumbs), h('div', 'title', [h('h2', '', p.title), actions]), h('div', 'split', [tabbed(p.tabs, p.mode), side])]);
    },
    faq: function (p) { return h('div', 'wide', [crumbs(p.crumbs), h('h2', '', p.title), pane(p)]); },
    news: function (p) { return h('div', 'wide', [crumbs(), panel(p.title, list(p.entries, 'news'))]); },
    article: function (p) { return h('article', 'wide', [crumbs(), h('h2', '', p.title), h('p', 'source', p.source), h('p', '', p.text)]); },
    interaction: function (p) { return h('div', 'wide', [crumbs(), panel(p.title, grid(p.entries))]); },
    search: function (p) {
      if (!p.entries.length) return h('div', 'wide', [crumbs(), h('p', 'empty', '抱歉，没有找到与“' + p.query + '”相关的结果')]);
      return h('div', 'wide', [crumbs(), h('p', 'count', '为您找到与“' + p.query + '”相关的结果'), list(p.entries, 'results')]);
    },
    login: function (p) {
      var one = p.tabs.length < 2 ? signIn(p.tabs[0] || { fields: [], qr: p.qr, text: p.text }) : waysTabbed(p.tabs);
      var box = h('div', 'login', [h('h2', '', p.title), p.lead ? h('p', 'lead', p.lead) : null, one]);
      if (p.other) box.append(h('p', 'other', ['其他登录方式：', on(h('span', '', p.other), function () { toast('正在跳转，请稍候'); })]));
      return h('div', 'wide', box);
    },
    form: function (p) {
      var stages = p.stages ? h('ol', 'stages', p.stages.map(function (t, i) { return h('li', i ? '' : 'on', t); })) : null;
      return h('div', 'wide form', [crumbs(), h('h2', '', p.title), stages].concat(p.sections.map(function (s) {
        return h('div', 'part', [s.title ? h('h4', '', s.title) : null].concat(s.fields.map(field)));
      }), submit(p.send)));
    },
    app: function (p) { return h('div', 'wide center', [h('h2', '', p.title), picture('app', 'qr'), h('p', 'hint', p.text)]); },
    toast: function (p) { toast(p.text); return h('div', 'wide', [crumbs(), h('h2', '', p.title)]); },
    progress: function (p, at) {
      var box = input('请输入' + p.field, ''), out = h('div', 'answer');
      box.value = at.query.get('number') || '';
      function run() {
        if (!box.value.trim()) return toast('请输入' + p.field);
        ask('/api/case?number=' + encodeURIComponent(box.value)).then(function (found) {
          if (!found.text) return;
          out.replaceChildren(h('p', found.stages ? '' : 'state', found.text), !found.stages ? '' : h('ul', 'stagelist', found.stages.map(function (s) {
            return h('li', '', [h('b', '', s[0]), h('span', '', s[1]), h('em', '', s[2])]);
          })));
        });
      }
      if (box.value) run();
      return h('div', 'wide form', [crumbs(), h('h2', '', p.title), h('div', 'field', [h('label', '', p.field), box, on(h('button', 'ask', p.send), run)]),
        p.hint ? h('p', 'hint', p.hint) : null, out]);
    },
    topic: function (p) {
      return h('div', 'wide topic', [crumbs(), h('h2', '', p.title), h('p', 'lead', p.lead), list(p.entries, 'links'), entry(p.hall, 'send')]);
    },
    wizard: wizard,
    missing: function () { return h('div', 'wide center', [h('h2', '', '404'), h('p', '', '抱歉，您访问的页面不存在'), entry({ text: '返回首页', href: '/' })]); },
    failed: function () { return h('div', 'wide center', [h('h2', '', '系统异常'), h('p', '', '系统异常，请稍后再试（500）')]); }
  };
  function waysTabbed(tabs) {
    var body = h('div', '', signIn(tabs[0]));
    return h('div', '', [titles(tabs.map(function (tab) { return tab.title; }), function (i) { body.replaceChildren(signIn(tabs[i])); }), body]);
  }
  function notice(data) {
    var layer = h('div', 'layer');
    layer.append(h('div', 'box', [h('h3', '', data.title), h('p', '', data.text), on(h('button', 'close', data.close), function () { layer.remove(); })]));
    return layer;
  }
  function wizard(p) {
    var box = h('div', 'wide wizard'), answers = [];
    function draw(page) {
      if (page.result) return box.replaceChildren(crumbs(), h('h2', '', page.title), h('p', 'lead', '根据您的选择，需要办理以下事项：'), list(page.result, 'links'));
      var chosen = null, options = page.options.map(function (text) {
        var radio = h('input');
        radio.type = 'radio'; radio.name = 'option';
        radio.addEventListener('change', function () { chosen = text; });
        return h('label', 'option', [radio, text]);
      });
      var next = on(h('button', 'send', page.next), function () {
        if (!chosen) return toast('请选择一项');
        answers.push(chosen);
        ask('/api/wizard?' + answers.map(function (a) { return 'answer=' + encodeURIComponent(a); }).join('&')).then(draw);
      });
      box.replaceChildren(crumbs(), h('h2', '', page.title), h('p', 'question', '问题' + (answers.length + 1) + '：' + page.question), h('div', '', options), next);
    }
    draw(p);
    return box;
  }

  // ---- start --------------------------------------------------------------
  document.addEventListener('click', function (event) {
    var a = event.target.closest && event.target.closest('a[href^="/"]');
    if (!a || frame.hash || a.getAttribute('href').indexOf('.') >= 0) return;
    event.preventDefault();
    go(a.getAttribute('href'));
  });
  window.addEventListener('hashchange', function () { if (frame && frame.hash) show(); });
  window.addEventListener('popstate', function () { if (frame && !frame.hash) show(); });
  ask('/api/frame').then(function (data) { frame = data; drawFrame(); show(); });
})();
