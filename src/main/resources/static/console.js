'use strict';
// The pages work without this file; it adds keys, the theme, pausing of live parts, and charts.
(() => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const root = document.documentElement;

  // Theme: the system's unless chosen.
  document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-theme-toggle]')) return;
    const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
    localStorage.setItem('tidegate.theme', root.dataset.theme);
    $$('[data-chart]').forEach(redraw);
  });

  // Menu of the narrow layout.
  const side = $('.side');
  const menu = $('.menu-button');
  if (side && menu) {
    side.dataset.menu = 'closed';
    menu.addEventListener('click', () => {
      const open = side.dataset.menu === 'closed';
      side.dataset.menu = open ? 'open' : 'closed';
      menu.setAttribute('aria-expanded', String(open));
    });
  }

  // Keys: "/" searches, "g" and a letter goes, "?" tells which, "j" and "k" move along a list.
  let leader = 0;
  const typing = (target) => target.closest('input, select, textarea, [contenteditable]');
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const key = event.key;
    if (Date.now() - leader < 1200) {
      leader = 0;
      const link = $(`[data-key="${CSS.escape(key)}"]`);
      if (link) { event.preventDefault(); link.click(); }
    } else if (key === 'g') {
      leader = Date.now();
    } else if (key === '/') {
      const search = $('[data-search]');
      if (search) { event.preventDefault(); search.focus(); search.select(); }
    } else if (key === '?') {
      $('#keys')?.showModal();
    } else if (key === 'j' || key === 'k') {
      const rows = $$('[data-row-link]');
      const at = rows.indexOf(document.activeElement);
      rows[Math.min(Math.max(at + (key === 'j' ? 1 : -1), 0), rows.length - 1)]?.focus();
    }
  });
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-keys]')) $('#keys')?.showModal();
  });

  // Live parts can be paused (WCAG 2.2.2), and rest while nobody looks.
  const paused = () => $('[data-pause]')?.getAttribute('aria-pressed') === 'true';
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-pause]');
    if (button) button.setAttribute('aria-pressed', String(!paused()));
  });
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.target.closest('[data-live]') && (paused() || document.hidden)) event.preventDefault();
  });
  document.addEventListener('htmx:sseBeforeMessage', (event) => { if (paused()) event.preventDefault(); });

  // A live list keeps its newest entries only.
  document.addEventListener('htmx:sseMessage', (event) => {
    const list = event.target.closest('[data-keep]');
    if (!list) return;
    $('[data-waiting]', list)?.remove();
    while (list.children.length > Number(list.dataset.keep)) list.lastElementChild.remove();
  });

  // Copy buttons.
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    button.dataset.was ??= button.textContent;
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = button.dataset.was; }, 1500);
  });

  // A chosen file travels as Base64 in a hidden field: the server takes forms, and no uploads.
  document.addEventListener('change', (event) => {
    const input = event.target.closest('[data-file-into]');
    const file = input?.files?.[0];
    if (!file) return;
    const fields = input.form.elements;
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      fields[input.dataset.fileInto].value = reader.result.slice(reader.result.indexOf(',') + 1);
      fields[input.dataset.nameInto].value = file.name;
    });
    reader.readAsDataURL(file);
  });

  // Studio: a canonical field that is pointed at or focused lights up the places that it came from.
  const lit = (field) => {
    $$('.lit').forEach((one) => one.classList.remove('lit'));
    const trail = $('[data-trail]');
    if (trail) trail.textContent = field ? 'from ' + field.dataset.told : 'point at a field';
    if (!field) return;
    field.classList.add('lit');
    const places = new Set(field.dataset.from.split(' ').filter(Boolean));
    const pieces = $$('[data-places]').filter((piece) => piece.dataset.places.split(' ').some((place) => places.has(place)));
    pieces.forEach((piece) => piece.classList.add('lit'));
    const raw = pieces[0]?.closest('pre');
    if (!raw) return;
    const at = pieces[0].offsetTop;
    if (at < raw.scrollTop || at > raw.scrollTop + raw.clientHeight - 40) raw.scrollTop = at - raw.clientHeight / 3;
  };
  for (const event of ['mouseover', 'focusin']) {
    document.addEventListener(event, (met) => {
      const field = met.target.closest?.('[data-from]');
      if (field) lit(field);
    });
  }

  // The expression's line numbers, and the way from a finding of the linter to its line.
  const expression = $('[data-expression]');
  const gutter = $('[data-gutter]');
  if (expression && gutter) {
    const count = () => { gutter.textContent = expression.value.split('\n').map((_, i) => i + 1).join('\n'); };
    expression.addEventListener('input', count);
    expression.addEventListener('scroll', () => { gutter.scrollTop = expression.scrollTop; });
    count();
  }
  document.addEventListener('click', (event) => {
    const finding = event.target.closest('[data-line]');
    if (!finding || !expression) return;
    const lines = expression.value.split('\n').slice(0, Number(finding.dataset.line));
    const end = lines.join('\n').length;
    expression.closest('details').open = true;
    expression.focus();
    expression.setSelectionRange(end - lines.at(-1).length, end);
    expression.scrollTop = (lines.length - 4) * parseFloat(getComputedStyle(expression).lineHeight);
  });

  // Charts: a holder's data-chart names the element whose data-points has "t:a:b ..." (seconds, values).
  const charts = new Map();
  const colour = (name) => {
    const probe = document.createElement('span');
    probe.className = name;
    probe.hidden = true;
    document.body.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  };
  const points = (holder) => {
    const text = $(holder.dataset.chart)?.dataset.points ?? '';
    const rows = text.split(' ').filter(Boolean).map((row) => row.split(':').map(Number));
    return [0, 1, 2].map((column) => rows.map((row) => row[column]));
  };
  // The legend tells the point under the pointer, else the latest.
  function latest(chart) {
    if (chart.cursor.idx == null && chart.data[0].length) chart.setLegend({ idx: chart.data[0].length - 1 }, false);
  }
  function redraw(holder) {
    charts.get(holder)?.destroy();
    const axis = { stroke: colour('muted'), grid: { stroke: colour('chart-grid'), width: 1 }, ticks: { show: false }, font: '12px ' + getComputedStyle(document.body).fontFamily };
    const clock = (seconds) => (seconds == null ? '' : new Date(seconds * 1000).toISOString().slice(11, 19));
    const line = (label, stroke, dash) => ({ label, stroke, dash, width: 1.75, points: { show: false }, value: (_, v) => (v == null ? '' : v.toFixed(v < 10 ? 1 : 0) + '/s') });
    charts.set(holder, new uPlot({
      width: holder.clientWidth, height: 190,
      scales: {
        x: { range: (_, first, last) => (last == null ? [Date.now() / 1000 - 60, Date.now() / 1000] : [Math.min(first, last - 60), last]) },
        y: { range: (_, low, high) => [0, Math.max(1, high * 1.15)] },
      },
      axes: [{ ...axis, incrs: [10, 15, 30, 60, 120], values: (_, ticks) => ticks.map(clock), space: 80, size: 30 }, { ...axis, size: 52 }],
      hooks: { ready: [latest], setCursor: [latest] },
      series: [{ label: 'At', value: (_, seconds) => clock(seconds) }, line('Accepted', colour('chart-a'), [5, 3]), line('Applied', colour('chart-b'))],
    }, points(holder), holder));
  }
  if (window.Idiomorph) {
    // What a script drew stays; all else becomes what the server says.
    Idiomorph.defaults.callbacks.beforeNodeMorphed = (node) => !(node instanceof Element && node.matches('[data-chart]'));
  }
  if (window.uPlot) {
    $$('[data-chart]').forEach(redraw);
    document.addEventListener('htmx:afterSettle', () => charts.forEach((chart, holder) => { chart.setData(points(holder)); latest(chart); }));
    addEventListener('resize', () => charts.forEach((chart, holder) => chart.setSize({ width: holder.clientWidth, height: 190 })));
  }
})();
