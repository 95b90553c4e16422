(() => {
  const form = document.querySelector("form.filter");
  const rows = [...document.querySelectorAll("tr.row")];
  if (!form || !rows.length) return;
  const sheets = [...document.querySelectorAll(".sheet")];
  const none = document.querySelector("p.none");
  /* A line of text for every clause or pair of clauses; a fold holds several. */
  const places = rows.map((row) => ({
    row,
    fold: row.querySelector("td > details"),
    items: row.classList.contains("fold") ? [...row.querySelectorAll(".item")] : [row],
    kinds: row.dataset.kinds.split("|"),
  }));
  const total = places.reduce((sum, place) => sum + place.items.length, 0);
  let texts = null;

  /* The filter lives in the address, so that a view can be sent. */
  const fields = ["kind", "q"];
  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const name of fields) form[name].value = query.get(name) || "";
  };
  const write = () => {
    const query = new URLSearchParams();
    for (const name of fields) if (form[name].value.trim()) query.set(name, form[name].value.trim());
    const text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch { /* some browsers refuse this on local files; the filter works without it */ }
  };

  /* What both texts say, without the marks of the redline, so that a phrase is found across them. */
  const said = (item) => {
    const nodes = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
    let text = "";
    while (nodes.nextNode()) {
      if (!nodes.currentNode.parentElement.closest(".vh, .whole del")) text += nodes.currentNode.data;
    }
    return text.toLowerCase();
  };

  const apply = () => {
    const kind = form.kind.value;
    const needle = form.q.value.trim().toLowerCase();
    let shown = 0;
    let marked = 0;
    hits.unmark();
    if (needle) texts = texts || places.map((place) => place.items.map(said));
    places.forEach((place, index) => {
      const fits = !kind || place.kinds.includes(kind);
      let within = 0;
      place.items.forEach((item, number) => {
        const ok = fits && (!needle || texts[index][number].includes(needle));
        item.hidden = !ok;
        within += ok;
        /* A letter or two stands in nearly every word, and a page of marks helps nobody. */
        if (ok && needle.length > 2 && marked < 2000) marked += hits.mark(item, needle);
      });
      place.row.hidden = !within;
      if (place.fold) place.fold.open = within > 0 && Boolean(needle || kind);
      shown += within;
    });
    sheets.forEach((sheet) => { sheet.hidden = !sheet.querySelector("tr.row:not([hidden])"); });
    form.querySelector("output").textContent =
      `${shown.toLocaleString("en")} of ${total.toLocaleString("en")}`;
    none.hidden = shown > 0;
    write();
  };

  /* To ask where a row stands makes the browser lay out its whole sheet: ask few of them. */
  const step = (forward) => {
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const y = (element) => element.getBoundingClientRect().top - top;
    const near = sheets.filter((sheet) => !sheet.hidden && (forward
      ? sheet.getBoundingClientRect().bottom - top > 4 : y(sheet) < -4));
    if (!forward) near.reverse();
    for (const sheet of near) {
      const open = [...sheet.querySelectorAll("tr.row:not(.fold):not([hidden])")];
      const next = forward ? open.find((row) => y(row) > 4) : open.findLast((row) => y(row) < -4);
      if (next) { next.scrollIntoView(); return; }
    }
  };

  /* A link to a clause within a fold opens it. */
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.closest("details");
    if (fold && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, total > 1000 ? 200 : 0);
  });
  addEventListener("hashchange", reveal);
  keys(form, { apply, step });
  read();
  apply();
  reveal();
})();
