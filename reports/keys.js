"use strict";
/* What the filters of every page have in common: they stay on the page, and keys work them. */
const keys = (form, { apply, step }) => {
  form.hidden = false;
  document.documentElement.classList.add("scripted");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "/") { event.preventDefault(); form.q.focus(); }
    else if (event.key === "j") step(true);
    else if (event.key === "k") step(false);
    else if (event.key === "x") form.reset();
    else if (event.key === "?") form.querySelector("details").toggleAttribute("open");
  });
};
