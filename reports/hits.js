"use strict";
/* Marks what a search finds in the text. */
const hits = {
  unmark: () => document.querySelectorAll("mark.hit").forEach((hit) => {
    const parent = hit.parentNode;
    hit.replaceWith(...hit.childNodes);
    parent.normalize();
  }),
  mark: (root, needle) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    let number = 0;
    for (let node of nodes) {
      let at;
      while ((at = node.data.toLowerCase().indexOf(needle)) >= 0) {
        const found = node.splitText(at);
        node = found.splitText(needle.length);
        const hit = document.createElement("mark");
        hit.className = "hit";
        found.replaceWith(hit);
        hit.append(found);
        number += 1;
      }
    }
    return number;
  },
};
