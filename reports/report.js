(() => {
  const form = document.querySelector("form.filter");
  const issues = [...document.querySelectorAll(".issue")];
  const chapters = [...document.querySelectorAll(".chapter")];
  if (!form || !issues.length) return;
  /* What narrows the view beside the parties; a page without statuses has no field for them. */
  const fields = ["verdict", "status", "review", "q"].filter((name) => form[name]);
  const boxes = [...form.querySelectorAll("[name=party]")];
  const none = document.querySelector("p.none");
  const texts = issues.map((issue) => issue.textContent.toLowerCase());

  const state = () => ({
    party: boxes.filter((box) => box.checked).map((box) => box.value),
    ...Object.fromEntries(fields.map((name) => [name, form[name].value.trim()])),
  });

  /* The filter lives in the address, so that a view can be sent. */
  const read = () => {
    const query = new URLSearchParams(location.search);
    if (query.has("party")) {
      const wanted = query.getAll("party");
      boxes.forEach((box) => { box.checked = wanted.includes(box.value); });
    }
    for (const name of fields) form[name].value = query.get(name) || "";
  };
  const write = (now) => {
    const query = new URLSearchParams();
    if (now.party.length < boxes.length) now.party.forEach((code) => query.append("party", code));
    for (const name of fields) if (now[name]) query.set(name, now[name]);
    const text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch { /* some browsers refuse this on local files; the filter works without it */ }
  };

  const apply = () => {
    const now = state();
    const needle = now.q.toLowerCase();
    let shown = 0;
    let found = 0;
    hits.unmark();
    document.querySelectorAll("[data-party]").forEach((cell) => {
      cell.classList.toggle("off", !now.party.includes(cell.dataset.party));
    });
    issues.forEach((issue, index) => {
      const rows = [...issue.querySelectorAll("tr[data-parties]")];
      let fits = !rows.length;
      for (const row of rows) {
        const ok = row.dataset.parties.split(" ").every((code) => now.party.includes(code))
          && (!now.verdict || row.dataset.verdict === now.verdict)
          && (!now.review || row.dataset.review === now.review);
        row.classList.toggle("off", !row.dataset.parties.split(" ").every((code) => now.party.includes(code)));
        row.classList.toggle("dim", !ok);
        fits = fits || ok;
      }
      if (now.party.length < 2 && !now.verdict && !now.review) fits = true;
      if (now.status && issue.dataset.status !== now.status) fits = false;
      issue.hidden = !(fits && (!needle || texts[index].includes(needle)));
      if (!issue.hidden) {
        shown += 1;
        if (needle) found += hits.mark(issue, needle);
      }
    });
    chapters.forEach((chapter) => {
      chapter.hidden = ![...chapter.querySelectorAll(".issue")].some((issue) => !issue.hidden);
    });
    form.querySelector("output").textContent =
      `${shown} of ${issues.length} issues` + (needle ? `, ${found} ${found === 1 ? "hit" : "hits"}` : "");
    none.hidden = shown > 0;
    write(now);
  };

  const step = (forward) => {
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    const open = issues.filter((issue) => !issue.hidden);
    const places = open.map((issue) => issue.getBoundingClientRect().top - top);
    const next = forward ? places.findIndex((y) => y > 4) : places.findLastIndex((y) => y < -4);
    if (next >= 0) open[next].scrollIntoView();
  };

  form.addEventListener("input", apply);
  keys(form, { apply, step });
  read();
  apply();
})();
